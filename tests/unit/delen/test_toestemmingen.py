"""Which consent stands: everybody who must agree, no further than the most careful of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau
from kernteam_tui.domain.deelcodes import Onderwerp
from kernteam_tui.domain.delen.beslissers import Beslisvraag, Gezagsdrager, Vereiste, bepaal_vereiste
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.delen.toestemmingen import (
    Doelwit,
    OpenAfspraak,
    Verval,
    bepaal_stand,
    raakt,
    verloopt_binnen,
)
from kernteam_tui.domain.gezinscodes import OuderSoort, PartnerSoort
from kernteam_tui.domain.toestemming import Toestemming

VANDAAG = date(2026, 11, 22)
JGZ, SCHOOL = PartnerSoort.JGZ, PartnerSoort.SCHOOL
START, PROCES, INHOUD = Niveau
JA = JaNeeOnbekend.JA


def vereiste(
    band: Leeftijdsband = Leeftijdsband.VAN_12,
    dragers: tuple[Gezagsdrager, ...] = (Gezagsdrager("moeder", gezag=JA), Gezagsdrager("vader", gezag=JA)),
) -> Vereiste:
    return bepaal_vereiste(Beslisvraag("kind", band, dragers))


def rij(
    gever: str,
    niveau: Niveau = START,
    *,
    partner: PartnerSoort = JGZ,
    partner_naam: str = "",
    onderwerp: Onderwerp = Onderwerp.HULP,
    jongere: str = "kind",
    op: date = date(2026, 9, 1),
    tot: date | None = None,
    gever_naam: str = "",
) -> Toestemming:
    return Toestemming(
        casus_id="casus",
        jongere_id=jongere,
        gever_id=gever,
        gever_naam=gever_naam,
        partner=partner,
        partner_naam=partner_naam,
        onderwerp=onderwerp,
        niveau=niveau,
        op=op,
        tot=tot,
    )


def allen(niveau: Niveau = START) -> list[Toestemming]:
    return [rij(wie, niveau) for wie in ("kind", "moeder", "vader")]


def test_nothing_stands_until_everybody_agreed() -> None:
    rijen = allen()
    for weg in range(3):
        stand = bepaal_stand(rijen[:weg] + rijen[weg + 1 :], vereiste(), Doelwit(JGZ), VANDAAG)
        assert stand.niveau is None
        assert [gever.id for gever in stand.ontbreekt] == [rijen[weg].gever_id]
        assert stand.wat_nu
    assert bepaal_stand(rijen, vereiste(), Doelwit(JGZ), VANDAAG).niveau is START


def test_the_most_careful_of_them_counts() -> None:
    rijen = [rij("kind", PROCES), rij("moeder", INHOUD), rij("vader", START)]
    stand = bepaal_stand(rijen, vereiste(), Doelwit(JGZ), VANDAAG)
    assert stand.niveau is START
    assert [gever.id for gever in stand.ontbreekt_voor(PROCES)] == ["vader"]
    assert [gever.id for gever in stand.ontbreekt_voor(INHOUD)] == ["kind", "vader"]
    assert stand.wat_nu == ""


@pytest.mark.parametrize(
    "doelwit",
    [
        Doelwit(SCHOOL),
        Doelwit(JGZ, Onderwerp.GEZONDHEID),
    ],
)
def test_a_consent_is_for_one_partner_and_one_subject(doelwit: Doelwit) -> None:
    assert bepaal_stand(allen(INHOUD), vereiste(), doelwit, VANDAAG).niveau is None


def test_a_consent_is_about_one_child() -> None:
    van_broer = [rij(wie, jongere="broer") for wie in ("kind", "moeder", "vader")]
    assert bepaal_stand(van_broer, vereiste(), Doelwit(JGZ), VANDAAG).niveau is None


def test_a_consent_for_one_named_partner_is_not_for_another() -> None:
    alleen_jansen = [rij(wie, partner_naam="Praktijk Jansen") for wie in ("kind", "moeder", "vader")]
    stand = [
        bepaal_stand(alleen_jansen, vereiste(), Doelwit(JGZ, partner_naam=naam), VANDAAG).niveau
        for naam in ("praktijk jansen ", "Praktijk Bos", "")
    ]
    assert stand == [START, None, None]
    assert bepaal_stand(allen(), vereiste(), Doelwit(JGZ, partner_naam="Praktijk Bos"), VANDAAG).niveau


def test_where_the_requirement_cannot_be_met_no_consent_stands() -> None:
    onbekend = vereiste(dragers=(Gezagsdrager("moeder", gezag=JA), Gezagsdrager("vader")))
    stand = bepaal_stand(allen(INHOUD), onbekend, Doelwit(JGZ), VANDAAG)
    assert stand.niveau is None
    assert "gezagsregister" in stand.wat_nu


def test_at_sixteen_what_the_parents_gave_no_longer_carries() -> None:
    ouders = [rij("moeder", INHOUD), rij("vader", INHOUD)]
    assert bepaal_stand(ouders, vereiste(Leeftijdsband.TOT_12), Doelwit(JGZ), VANDAAG).niveau is INHOUD
    assert bepaal_stand(ouders, vereiste(Leeftijdsband.VAN_16), Doelwit(JGZ), VANDAAG).niveau is None


def test_a_voogd_who_is_no_person_of_the_family_is_known_by_name() -> None:
    voogd = vereiste(
        Leeftijdsband.TOT_12, (Gezagsdrager("", OuderSoort.VOOGD, JA, naam="Stichting Voogdij"),)
    )
    gegeven = [rij("", gever_naam="stichting voogdij")]
    assert bepaal_stand(gegeven, voogd, Doelwit(JGZ), VANDAAG).niveau is START
    assert bepaal_stand([rij("", gever_naam="")], voogd, Doelwit(JGZ), VANDAAG).niveau is None
    assert bepaal_stand([rij("", gever_naam="Iemand")], voogd, Doelwit(JGZ), VANDAAG).niveau is None


def test_what_is_withdrawn_or_past_its_day_does_not_stand() -> None:
    rijen = allen()
    rijen[2].trek_in(VANDAAG, "wil niet meer")
    gisteren = VANDAAG - timedelta(days=1)
    assert bepaal_stand(rijen, vereiste(), Doelwit(JGZ), gisteren).niveau is START
    assert bepaal_stand(rijen, vereiste(), Doelwit(JGZ), VANDAAG).niveau is None
    verlopen = [*rijen[:2], rij("vader", tot=gisteren)]
    assert bepaal_stand(verlopen, vereiste(), Doelwit(JGZ), VANDAAG).niveau is None


def test_what_ends_soon_comes_first_and_what_was_given_anew_does_not_come() -> None:
    snel, later = rij("kind", tot=VANDAAG + timedelta(days=3)), rij("moeder", tot=VANDAAG + timedelta(days=9))
    vernieuwd, nieuw = rij("vader", tot=VANDAAG + timedelta(days=1)), rij("vader", PROCES)
    ver = rij("kind", partner=SCHOOL, tot=VANDAAG + timedelta(days=40))
    assert verloopt_binnen([later, snel, vernieuwd, nieuw, ver], VANDAAG, 14) == [snel, later]
    assert verloopt_binnen([snel], VANDAAG, 2) == []
    smaller = rij("vader", START, tot=VANDAAG + timedelta(days=60))
    breder = rij("vader", INHOUD, tot=VANDAAG + timedelta(days=1))
    assert verloopt_binnen([smaller, breder], VANDAAG, 14) == [breder]


def test_withdrawing_says_what_falls_and_which_agreements_break() -> None:
    rijen = allen(PROCES)
    afspraken = [
        OpenAfspraak("start", JGZ, START),
        OpenAfspraak("proces", JGZ, PROCES),
        OpenAfspraak("school", SCHOOL, START),
        OpenAfspraak("nooit gemogen", JGZ, INHOUD),
    ]
    geraakt = raakt(rijen[2], rijen, vereiste(), afspraken, VANDAAG)
    assert geraakt.vervalt == (Verval(Doelwit(JGZ), PROCES, None),)
    assert geraakt.afspraken == ("start", "proces")


def test_withdrawing_the_wider_of_two_leaves_the_narrower() -> None:
    rijen = [*allen(START), rij("vader", INHOUD), rij("kind", INHOUD), rij("moeder", INHOUD)]
    geraakt = raakt(
        rijen[3],
        rijen,
        vereiste(),
        [OpenAfspraak("start", JGZ, START), OpenAfspraak("inhoud", JGZ, INHOUD)],
        VANDAAG,
    )
    assert geraakt.vervalt == (Verval(Doelwit(JGZ), INHOUD, START),)
    assert geraakt.afspraken == ("inhoud",)


def test_withdrawing_a_consent_for_all_touches_those_by_name() -> None:
    rijen = allen()
    geraakt = raakt(
        rijen[0], rijen, vereiste(), [OpenAfspraak("bos", JGZ, START, partner_naam="Praktijk Bos")], VANDAAG
    )
    assert Doelwit(JGZ, partner_naam="Praktijk Bos") in {verval.doelwit for verval in geraakt.vervalt}
    assert geraakt.afspraken == ("bos",)


def test_withdrawing_what_carried_nothing_touches_nothing() -> None:
    rijen = [rij("vader", INHOUD)]
    geraakt = raakt(rijen[0], rijen, vereiste(), [OpenAfspraak("start", JGZ, START)], VANDAAG)
    assert (geraakt.vervalt, geraakt.afspraken) == ((), ())


rij_lijsten = st.lists(
    st.builds(
        rij,
        gever=st.sampled_from(("kind", "moeder", "vader", "oma")),
        niveau=st.sampled_from(Niveau),
        partner=st.sampled_from((JGZ, SCHOOL)),
        partner_naam=st.sampled_from(("", "A", "B")),
        tot=st.sampled_from((None, VANDAAG, VANDAAG - timedelta(days=1))),
    ),
    max_size=8,
)
doelwitten = st.builds(
    Doelwit, partner=st.sampled_from((JGZ, SCHOOL)), partner_naam=st.sampled_from(("", "A", "B"))
)


def rang(niveau: Niveau | None) -> int:
    return 0 if niveau is None else 1 + list(Niveau).index(niveau)


@given(rij_lijsten, doelwitten, st.sampled_from(Leeftijdsband), st.data())
def test_withdrawing_never_widens(
    rijen: list[Toestemming], doelwit: Doelwit, band: Leeftijdsband, data: st.DataObject
) -> None:
    before = bepaal_stand(rijen, vereiste(band), doelwit, VANDAAG).niveau
    for ingetrokken in data.draw(st.lists(st.sampled_from(rijen), unique_by=id)) if rijen else []:
        ingetrokken.trek_in(VANDAAG, "")
    after = bepaal_stand(rijen, vereiste(band), doelwit, VANDAAG).niveau
    assert rang(after) <= rang(before)


@given(rij_lijsten, doelwitten, st.sampled_from(Leeftijdsband))
def test_what_stands_was_given_by_each_who_must(
    rijen: list[Toestemming], doelwit: Doelwit, band: Leeftijdsband
) -> None:
    eis = vereiste(band)
    stand = bepaal_stand(rijen, eis, doelwit, VANDAAG)
    if stand.niveau is None:
        return
    for gever in eis.gevers:
        assert any(
            r.gever_id == gever.id
            and r.partner is doelwit.partner
            and r.partner_naam in ("", doelwit.partner_naam)
            and r.geldt(VANDAAG)
            and rang(r.niveau) >= rang(stand.niveau)
            for r in rijen
        )


@given(rij_lijsten, st.data())
def test_what_withdrawing_would_touch_is_what_it_touches(
    rijen: list[Toestemming], data: st.DataObject
) -> None:
    if not rijen:
        return
    eis, gekozen = vereiste(), data.draw(st.sampled_from(rijen))
    voorspeld = raakt(gekozen, rijen, eis, [], VANDAAG)
    gekozen.trek_in(VANDAAG, "")
    for verval in voorspeld.vervalt:
        assert bepaal_stand(rijen, eis, verval.doelwit, VANDAAG).niveau is verval.naar


@given(rij_lijsten, doelwitten, st.sampled_from(Leeftijdsband), st.integers(-120, 2))
def test_the_end_of_the_help_never_widens_and_leaves_no_content_without_a_last_day(
    rijen: list[Toestemming], doelwit: Doelwit, band: Leeftijdsband, dagen: int
) -> None:
    stopped = VANDAAG + timedelta(days=dagen)
    before = bepaal_stand(rijen, vereiste(band), doelwit, VANDAAG).niveau
    after = bepaal_stand(rijen, vereiste(band), doelwit, VANDAAG, stopped).niveau
    assert rang(after) <= rang(before)
    assert (after is None) is (before is None), "that it stopped may still be told"
    ended = date(2026, 9, 1) <= stopped < VANDAAG
    if ended and rang(after) > rang(START):
        assert any(rij.tot is not None and rij.geldt(VANDAAG) for rij in rijen)
    if not ended:
        assert after is before


@pytest.mark.parametrize(("dag", "niveau"), [(0, INHOUD), (1, START)])
def test_the_last_day_of_the_help_is_the_last_day_of_such_a_consent(dag: int, niveau: Niveau) -> None:
    op = VANDAAG + timedelta(days=dag)
    assert bepaal_stand(allen(INHOUD), vereiste(), Doelwit(JGZ), op, VANDAAG).niveau is niveau
