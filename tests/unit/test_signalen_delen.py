"""Signals about consent: against a count by hand over random families, ages and consents."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau, TerugkoppelMoment
from kernteam_tui.domain.deelcodes import Onderwerp
from kernteam_tui.domain.delen.afspraken import standaard_tot, vereiste_op
from kernteam_tui.domain.delen.beslissers import Gezagsdrager
from kernteam_tui.domain.feiten import CasusFeiten, DeelJongereFeit, TerugkoppelFeit, ToestemmingFeit
from kernteam_tui.domain.gezin import leeftijd_op
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.signalen import bepaal_signalen
from tests.unit.feitenbouw import MAANDAG, beeld, feiten

MENSEN = ("j1", "o1", "o2")
PARTNERS = (PartnerSoort.LEERPLICHT, PartnerSoort.MENTOR)
ORDE = tuple(Niveau)
GEVERS = st.sampled_from(MENSEN)
DAGEN = st.integers(-800, 0).map(lambda n: MAANDAG + timedelta(days=n))


@st.composite
def toestemmingen(draw: st.DrawFn) -> ToestemmingFeit:
    op = draw(DAGEN)
    return ToestemmingFeit(
        id=str(draw(st.uuids())),
        jongere_id="j1",
        gever_id=draw(GEVERS),
        gever_naam="",
        partner=draw(st.sampled_from(PARTNERS)),
        partner_naam="",
        onderwerp=draw(st.sampled_from((Onderwerp.HULP, Onderwerp.SCHOOL))),
        niveau=draw(st.sampled_from(ORDE)),
        op=op,
        tot=draw(st.none() | st.integers(0, 900).map(lambda n: op + timedelta(days=n))),
    )


@st.composite
def families(draw: st.DrawFn) -> CasusFeiten:
    gezag = st.sampled_from(tuple(JaNeeOnbekend))
    jongere = DeelJongereFeit(
        id="j1",
        geboortedatum=draw(st.none() | st.dates(date(2005, 1, 1), date(2018, 1, 1))),
        geboortejaar=None,
        wilsonbekwaam=draw(st.booleans()),
        gezagsconflict=draw(st.booleans()),
        dragers=(Gezagsdrager("o1", gezag=draw(gezag)), Gezagsdrager("o2", gezag=draw(gezag))),
    )
    afspraak = TerugkoppelFeit(
        "a1",
        "leerplicht",
        draw(st.sampled_from(ORDE)),
        TerugkoppelMoment.BIJ_AFSLUITEN,
        None,
        draw(st.sampled_from((PartnerSoort.LEERPLICHT, None))),
    )
    return feiten(
        deeljongeren=(jongere,),
        toestemmingen=tuple(draw(st.lists(toestemmingen(), max_size=8))),
        terugkoppelingen=(afspraak,),
    )


def regels(facts: CasusFeiten, vandaag: date = MAANDAG) -> list[str]:
    return [signaal.regel for signaal in bepaal_signalen(beeld(facts, vandaag))]


def gaf(facts: CasusFeiten, gever: str, nodig: Niveau) -> bool:
    """Counted by hand: this person agreed to at least this, and it holds today."""
    return any(
        feit.gever_id == gever
        and feit.partner is PartnerSoort.LEERPLICHT
        and feit.onderwerp is Onderwerp.HULP
        and ORDE.index(feit.niveau) >= ORDE.index(nodig)
        and feit.op <= MAANDAG
        and (feit.tot is None or feit.tot >= MAANDAG)
        for feit in facts.toestemmingen
    )


@given(families())
def test_a_promise_asks_for_consent_unless_everybody_agreed_to_that_much(facts: CasusFeiten) -> None:
    vereiste = vereiste_op(facts.deeljongeren[0], MAANDAG)
    nodig = facts.terugkoppelingen[0].niveau
    complete = vereiste.kan and all(gaf(facts, gever.id, nodig) for gever in vereiste.gevers)
    assert ("afspraak_zonder_toestemming" in regels(facts)) is not complete


@given(families())
def test_only_a_birthday_since_the_consent_asks_for_it_anew(facts: CasusFeiten) -> None:
    born = facts.deeljongeren[0].geboortedatum
    if "toestemming_leeftijd" not in regels(facts):
        return
    assert born is not None
    held = [f for f in facts.toestemmingen if f.tot is None or f.tot >= MAANDAG]
    then = min(leeftijd_op(born, f.op) or 0 for f in held)
    now = leeftijd_op(born, MAANDAG) or 0
    assert any(then < border <= now for border in (12, 16, 18))


@given(families())
def test_what_ends_within_thirty_days_and_nothing_else(facts: CasusFeiten) -> None:
    ends = [f.tot for f in facts.toestemmingen if f.tot is not None]
    near = any(MAANDAG <= last <= MAANDAG + timedelta(days=30) for last in ends)
    assert near or "toestemming_verloopt" not in regels(facts)


@given(families())
def test_without_consents_and_promises_nothing_is_asked(facts: CasusFeiten) -> None:
    nothing = feiten(deeljongeren=facts.deeljongeren)
    assert not {r for r in regels(nothing) if "toestemming" in r}


def test_what_one_of_two_namesakes_may_read_is_asked_anew_when_the_child_is_twelve() -> None:
    """Her parents agreed while she was eleven; the other Mehmet got his from her as well."""
    jongere = DeelJongereFeit(
        "j1",
        date(2014, 11, 20),
        None,
        False,
        False,
        tuple(Gezagsdrager(o, gezag=JaNeeOnbekend.JA) for o in ("o1", "o2")),
    )

    def gaf(gever: str, wie: str, op: date) -> ToestemmingFeit:
        return ToestemmingFeit(
            f"{gever}{wie}",
            "j1",
            gever,
            "",
            PartnerSoort.OUDER,
            "Mehmet",
            Onderwerp.HULP,
            Niveau.INHOUD,
            op,
            None,
            wie,
        )

    before, after = date(2026, 11, 1), date(2026, 11, 21)
    vader = [gaf(gever, "o2", before) for gever in ("o1", "o2")]
    stief = [gaf(gever, "s1", after) for gever in MENSEN]
    assert "toestemming_leeftijd" in regels(feiten(deeljongeren=(jongere,), toestemmingen=(*vader, *stief)))
    assert "toestemming_leeftijd" not in regels(feiten(deeljongeren=(jongere,), toestemmingen=tuple(stief)))


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_proposed_last_day_is_a_year_on(op: date) -> None:
    assert timedelta(days=364) <= standaard_tot(op) - op <= timedelta(days=366)
    assert standaard_tot(date(2028, 2, 29)) == date(2029, 2, 28)
