"""What always holds in the deel-poort, and what it says at the table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.codes import Gezagstand, Leeftijdsband, Uitkomst
from kernteam_tui.domain.delen.deelpoort import beslis, staat_toe
from kernteam_tui.domain.delen.deelvraag import Deelvraag, Feit, Geval, Lezer
from kernteam_tui.domain.gezinscodes import OuderSoort

JONGERE, MOEDER, VADER, TANTE = "jongere", "moeder", "vader", "tante"
WIE = (JONGERE, MOEDER, VADER, TANTE, "")
PRIVE = (Gegeven.CONTACT_ANDER, Gegeven.WOORDEN_ANDER, Gegeven.NETWERK_ANDER, Gegeven.DERDE)
VRAAGT_NIETS_NA = (
    LezerSoort.SCHOOL,
    LezerSoort.KERNPARTNER,
    LezerSoort.PARTNER,
    LezerSoort.GEZINSLID,
    LezerSoort.NETWERK,
    LezerSoort.DERDE,
)

lezers = st.builds(
    Lezer,
    soort=st.sampled_from(LezerSoort),
    id=st.sampled_from(WIE),
    gezag=st.sampled_from(JaNeeOnbekend),
    ouder_soort=st.sampled_from(OuderSoort),
    gevraagd_op=st.sampled_from((None, date(2026, 11, 3))),
)
gevallen = st.builds(
    Geval,
    lezer=lezers,
    uitweg=st.sampled_from(Uitweg),
    jongere_id=st.just(JONGERE),
    band=st.sampled_from(Leeftijdsband),
    wilsonbekwaam=st.booleans(),
    toestemming=st.sampled_from((None, *Niveau)),
    reden=st.sampled_from(("", "  ", "er is gevaar")),
)
feiten = st.builds(
    Feit,
    id=st.just("feit"),
    gegeven=st.sampled_from(Gegeven),
    over_id=st.sampled_from(WIE),
    onthouden=st.booleans(),
    apart_gevraagd=st.booleans(),
)
vragen = st.builds(Deelvraag, geval=gevallen, feit=feiten)


def vraag(
    gegeven: Gegeven = Gegeven.INHOUD,
    *,
    uitweg: Uitweg = Uitweg.BLADZIJDE,
    band: Leeftijdsband = Leeftijdsband.VAN_12,
    soort: LezerSoort = LezerSoort.OUDER,
    gezag: JaNeeOnbekend = JaNeeOnbekend.JA,
    gevraagd_op: date | None = None,
    toestemming: Niveau | None = None,
    reden: str = "",
    over_id: str = "",
) -> Deelvraag:
    lezer = Lezer(soort, MOEDER, gezag, gevraagd_op=gevraagd_op)
    geval = Geval(lezer, uitweg, JONGERE, band, toestemming=toestemming, reden=reden)
    return Deelvraag(geval, Feit("feit", gegeven, over_id))


@given(
    vragen,
    st.sampled_from([soort for soort in LezerSoort if soort is not LezerSoort.GEZINSWERKER]),
    st.sampled_from(PRIVE),
    st.sampled_from((JONGERE, MOEDER, "")),
    st.sampled_from((VADER, TANTE, "")),
)
def test_what_is_private_of_another_never_reaches_a_reader(
    v: Deelvraag, soort: LezerSoort, gegeven: Gegeven, lezer_id: str, over_id: str
) -> None:
    lezer = replace(v.geval.lezer, soort=soort, id=lezer_id)
    feit = replace(v.feit, gegeven=gegeven, over_id=over_id)
    assert not beslis(Deelvraag(replace(v.geval, lezer=lezer), feit)).mag


@given(vragen)
def test_the_contact_of_the_other_parent_never_reaches_a_parent_whatever_it_is_called(v: Deelvraag) -> None:
    ouder = replace(v.geval.lezer, soort=LezerSoort.OUDER, id=MOEDER, huisgenoten=frozenset({VADER}))
    for gegeven in (Gegeven.CONTACT_ANDER, Gegeven.EIGEN_CONTACT, Gegeven.NETWERK_ANDER):
        feit = replace(v.feit, gegeven=gegeven, over_id=VADER)
        assert not beslis(Deelvraag(replace(v.geval, lezer=ouder), feit)).mag


@given(vragen)
def test_less_consent_never_opens_more(v: Deelvraag) -> None:
    """Withdrawing never widens."""
    if beslis(replace(v, geval=replace(v.geval, toestemming=None))).mag:
        assert beslis(v).mag


@given(vragen)
def test_each_level_opens_at_least_what_the_one_below_opens(v: Deelvraag) -> None:
    answers = [
        beslis(replace(v, geval=replace(v.geval, toestemming=niveau))).mag for niveau in (None, *Niveau)
    ]
    assert answers == sorted(answers)


@given(vragen)
def test_a_higher_level_is_never_allowed_where_a_lower_is_refused(v: Deelvraag) -> None:
    order = (Gegeven.GESTART_GESTOPT, Gegeven.PROCES, Gegeven.INHOUD)
    answers = [beslis(replace(v, feit=replace(v.feit, gegeven=gegeven))).mag for gegeven in order]
    assert answers == sorted(answers, reverse=True)


@given(vragen)
def test_an_exception_opens_only_what_a_reason_may_open_and_says_so(v: Deelvraag) -> None:
    zonder = beslis(replace(v, geval=replace(v.geval, reden=" ")))
    met = beslis(replace(v, geval=replace(v.geval, reden="er is gevaar")))
    assert met.uitkomst is zonder.uitkomst
    assert met.mag == (zonder.mag or zonder.uitkomst is Uitkomst.UITZONDERING)
    assert met.met_uitzondering == (met.mag and not zonder.mag)
    assert zonder.uitzondering_kan == met.met_uitzondering
    if zonder.uitkomst is Uitkomst.NOOIT:
        assert not met.mag


@given(vragen)
def test_every_refusal_has_a_sentence_an_article_and_a_next_step(v: Deelvraag) -> None:
    oordeel = beslis(v)
    assert oordeel.zin.endswith(".")
    assert oordeel.artikel
    assert oordeel.mag or oordeel.wat_nu.endswith(".")


@given(vragen, vragen, st.sampled_from(VRAAGT_NIETS_NA), st.sampled_from(Uitweg))
def test_is_x_known_gets_the_same_answer_whatever_is_true(
    een: Deelvraag, ander: Deelvraag, soort: LezerSoort, uitweg: Uitweg
) -> None:
    """No yes and no `no`: the answer may not depend on a fact (S36)."""
    answers = {
        beslis(
            Deelvraag(
                replace(v.geval, uitweg=uitweg, lezer=replace(v.geval.lezer, soort=soort)),
                Feit("feit", Gegeven.BEKEND),
            )
        )
        for v in (een, ander)
    }
    assert len(answers) == 1
    assert not answers.pop().mag


@given(vragen)
def test_notes_of_the_meldcode_leave_only_in_a_copy_or_the_export_and_when_asked_for(v: Deelvraag) -> None:
    melding = replace(v, feit=replace(v.feit, gegeven=Gegeven.MELDCODE))
    if beslis(melding).mag:
        assert melding.geval.uitweg in (Uitweg.AFSCHRIFT, Uitweg.UITVOER)
        assert melding.feit.apart_gevraagd
        assert melding.geval.lezer.soort in (
            LezerSoort.JONGERE,
            LezerSoort.OUDER,
            LezerSoort.VOOGD,
            LezerSoort.GEZINSWERKER,
        )


@given(vragen)
def test_raw_notes_leave_only_in_a_copy_or_the_export(v: Deelvraag) -> None:
    ruw = replace(v, feit=replace(v.feit, gegeven=Gegeven.WERKAANTEKENING))
    assert not beslis(ruw).mag or ruw.geval.uitweg in (Uitweg.AFSCHRIFT, Uitweg.UITVOER)


@given(vragen)
def test_an_invitation_and_figures_hold_nothing_but_the_readers_own_address(v: Deelvraag) -> None:
    for uitweg in (Uitweg.UITNODIGING, Uitweg.CIJFERS):
        asked = replace(v, geval=replace(v.geval, uitweg=uitweg))
        if beslis(asked).mag:
            assert (uitweg, asked.gegeven) == (Uitweg.UITNODIGING, Gegeven.EIGEN_CONTACT)
            assert v.feit.over_id == v.geval.lezer.id != ""


@given(
    vragen,
    st.sampled_from([s for s in LezerSoort if s not in (LezerSoort.OUDER, LezerSoort.VOOGD)]),
    st.sampled_from([uitweg for uitweg in Uitweg if uitweg is not Uitweg.AFSCHRIFT]),
)
def test_gezag_and_a_request_only_matter_to_a_parent_or_voogd(
    v: Deelvraag, soort: LezerSoort, uitweg: Uitweg
) -> None:
    v = replace(v, geval=replace(v.geval, uitweg=uitweg, lezer=replace(v.geval.lezer, soort=soort)))
    bare = replace(
        v.geval.lezer,
        gezag=JaNeeOnbekend.ONBEKEND,
        ouder_soort=OuderSoort.BIOLOGISCH,
        gevraagd_op=None,
    )
    assert beslis(replace(v, geval=replace(v.geval, lezer=bare))) == beslis(v)


@given(vragen)
def test_a_parent_without_gezag_never_hears_more_than_one_with_gezag(v: Deelvraag) -> None:
    """BW 1:377c: only what the parent with gezag would get too."""
    zonder = replace(v.geval.lezer, soort=LezerSoort.OUDER, gezag=JaNeeOnbekend.NEE)
    met = replace(zonder, gezag=JaNeeOnbekend.JA)
    if beslis(replace(v, geval=replace(v.geval, lezer=zonder, reden=""))).mag:
        assert beslis(replace(v, geval=replace(v.geval, lezer=met, reden=""))).mag


def test_a_father_who_has_a_right_to_know_must_ask_and_then_hears_what_matters() -> None:
    vader = vraag(gezag=JaNeeOnbekend.NEE)
    geweigerd = beslis(vader)
    assert (geweigerd.uitkomst, geweigerd.artikel) == (Uitkomst.OP_VERZOEK, "BW 1:377c")
    assert not geweigerd.uitzondering_kan
    assert beslis(vraag(gezag=JaNeeOnbekend.NEE, gevraagd_op=date(2026, 11, 3))).mag
    assert not beslis(vraag(gezag=JaNeeOnbekend.NEE, gevraagd_op=date(2026, 11, 3), uitweg=Uitweg.PLAN)).mag


def test_what_is_kept_from_the_parent_with_gezag_is_kept_from_the_one_without() -> None:
    gevraagd = vraag(gezag=JaNeeOnbekend.NEE, gevraagd_op=date(2026, 11, 3))
    onthouden = replace(gevraagd, feit=replace(gevraagd.feit, onthouden=True))
    assert beslis(onthouden).regel == "onthouden"


def test_an_unknown_gezag_blocks_and_a_reason_opens_with_a_mark() -> None:
    onbekend = vraag(gezag=JaNeeOnbekend.ONBEKEND)
    assert beslis(onbekend).uitzondering_kan
    met_reden = beslis(vraag(gezag=JaNeeOnbekend.ONBEKEND, reden=" vader belde, gevaar "))
    assert met_reden.met_uitzondering
    assert met_reden.reden == "vader belde, gevaar"
    assert not beslis(vraag(gezag=JaNeeOnbekend.ONBEKEND, reden="gevaar", over_id=VADER)).mag


@pytest.mark.parametrize(
    ("band", "mag"),
    [
        (Leeftijdsband.TOT_12, True),
        (Leeftijdsband.VAN_12, True),
        (Leeftijdsband.VAN_16, False),
        (Leeftijdsband.VAN_18, False),
        (Leeftijdsband.ONBEKEND, False),
    ],
)
def test_from_sixteen_and_when_the_age_is_not_known_the_jongere_decides(
    band: Leeftijdsband, mag: bool
) -> None:
    assert beslis(vraag(band=band, uitweg=Uitweg.BRIEF)).mag is mag
    assert beslis(vraag(band=band, uitweg=Uitweg.BRIEF, toestemming=Niveau.INHOUD)).mag


def test_the_page_of_a_jongere_of_unknown_age_goes_to_who_has_gezag_with_a_word_to_mind() -> None:
    oordeel = beslis(vraag(band=Leeftijdsband.ONBEKEND, uitweg=Uitweg.BLADZIJDE))
    assert oordeel.mag
    assert "geboortedatum" in oordeel.wat_nu


@pytest.mark.parametrize(
    ("toestemming", "gegeven", "mag"),
    [
        (None, Gegeven.GESTART_GESTOPT, False),
        (Niveau.GESTART_GESTOPT, Gegeven.GESTART_GESTOPT, True),
        (Niveau.GESTART_GESTOPT, Gegeven.PROCES, False),
        (Niveau.PROCES, Gegeven.INHOUD, False),
        (Niveau.INHOUD, Gegeven.INHOUD, True),
    ],
)
def test_leerplicht_hears_as_much_as_the_family_allowed(
    toestemming: Niveau | None, gegeven: Gegeven, mag: bool
) -> None:
    overleg = vraag(gegeven, uitweg=Uitweg.OVERLEG, soort=LezerSoort.KERNPARTNER, toestemming=toestemming)
    assert beslis(overleg).mag is mag
    assert staat_toe(toestemming, gegeven) is mag


def test_a_terugkoppeling_holds_no_content_even_where_content_is_allowed() -> None:
    for gegeven, mag in ((Gegeven.GESTART_GESTOPT, True), (Gegeven.PROCES, False), (Gegeven.INHOUD, False)):
        asked = vraag(
            gegeven, uitweg=Uitweg.TERUGKOPPELING, soort=LezerSoort.SCHOOL, toestemming=Niveau.INHOUD
        )
        assert beslis(asked).mag is mag


def test_the_gezinsvoogd_gets_what_is_needed_when_the_need_is_written_down() -> None:
    asked = vraag(uitweg=Uitweg.OVERLEG, soort=LezerSoort.GEZINSVOOGD)
    assert beslis(asked).artikel == "Jeugdwet 7.3.11 lid 4"
    assert not beslis(asked).mag
    met_reden = beslis(vraag(uitweg=Uitweg.OVERLEG, soort=LezerSoort.GEZINSVOOGD, reden="zitting dinsdag"))
    assert met_reden.met_uitzondering


@pytest.mark.parametrize(
    ("soort", "gezag", "ouder_soort", "stand"),
    [
        (LezerSoort.OUDER, JaNeeOnbekend.JA, OuderSoort.STIEF, Gezagstand.JA),
        (LezerSoort.OUDER, JaNeeOnbekend.NEE, OuderSoort.ADOPTIE, Gezagstand.NEE_OUDER),
        (LezerSoort.OUDER, JaNeeOnbekend.NEE, OuderSoort.PLEEG, Gezagstand.NEE_VERZORGER),
        (LezerSoort.OUDER, JaNeeOnbekend.NEE, OuderSoort.VOOGD, Gezagstand.NEE_VERZORGER),
        (LezerSoort.VOOGD, JaNeeOnbekend.NEE, OuderSoort.BIOLOGISCH, Gezagstand.NEE_VERZORGER),
        (LezerSoort.VOOGD, JaNeeOnbekend.ONBEKEND, OuderSoort.VOOGD, Gezagstand.ONBEKEND),
    ],
)
def test_only_a_parent_by_law_has_the_right_to_ask(
    soort: LezerSoort, gezag: JaNeeOnbekend, ouder_soort: OuderSoort, stand: Gezagstand
) -> None:
    assert Lezer(soort, MOEDER, gezag, ouder_soort).stand is stand
