"""Monday morning: six families at two schools, one partner ill, a study day, and one worker for all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest

from kernteam_tui.domain.afwezigheid import Afwezigheid
from kernteam_tui.domain.agenda import Bezetblok
from kernteam_tui.domain.codes import Dag, Dagdeel, GesprekSoort
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.gezinstijd import Gezinstijd
from kernteam_tui.domain.instellingen import Reistijd, Vrijedag
from kernteam_tui.domain.kalender import Periode
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.partneragenda import Partneragenda
from kernteam_tui.domain.plancodes import Afwezigreden, Schooldagsoort
from kernteam_tui.domain.planning.week import Bezetstaat
from kernteam_tui.domain.schooltijd import Schooldag
from kernteam_tui.domain.uitnodigen import uid_voor
from kernteam_tui.exchange.agenda.merk import merk_van
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.afwezigheden import AfwezigGegevens, meld_afwezig
from kernteam_tui.services.gesprekken import GesprekGegevens, get_gesprek, plan_gesprek
from kernteam_tui.services.instellingen import save_instellingen
from kernteam_tui.services.school import SchoolBeeld, list_scholen, save_school
from kernteam_tui.services.schooldagen import SchooldagGegevens, zet_schooldagen
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.startgesprek import get_gesprek_botsingen
from kernteam_tui.services.vrijedagen import zet_vrije_dagen
from kernteam_tui.services.weekplanner import (
    Plaatssoort,
    Weekplan,
    get_week,
    maak_plan,
    neem_aan,
    neem_plan_aan,
)
from kernteam_tui.services.weekplanner.aannemen import PlanBotst
from tests.services.conftest import AANMELDING

MAANDAG = date(2026, 11, 23)
DI, DO = date(2026, 11, 24), date(2026, 11, 26)


def aanwezig(*delen: str) -> list[dict[str, str]]:
    return [{"dag": deel.split()[0], "dagdeel": deel.split()[1]} for deel in delen]


def school(naam: str, ik: list[str], lia: list[str], arts: list[str], ruimtes: list[str]) -> dict[str, Any]:
    return {
        "naam": naam,
        "ruimtes": ruimtes,
        "kernteam": [
            {"rol": "gezinswerker", "naam": "Vera", "ik": True, "aanwezig": aanwezig(*ik)},
            {"rol": "leerplichtambtenaar", "naam": "Lia de Wit", "aanwezig": aanwezig(*lia)},
            {"rol": "jeugdarts", "naam": "Jan Smit", "aanwezig": aanwezig(*arts)},
        ],
    }


@pytest.fixture
def scholen(sessie: Sessie) -> dict[str, SchoolBeeld]:
    """Two schools; Vera and Lia work at both."""
    save_school(
        sessie,
        school(
            "De Brug", ["di ochtend", "do ochtend"], ["di ochtend", "do ochtend"], ["do ochtend"], ["1.12"]
        ),
    )
    save_school(
        sessie,
        school("Het Kompas", ["di middag", "wo ochtend"], ["di middag", "wo ochtend"], ["wo ochtend"], []),
    )
    return {een.naam: een for een in list_scholen(sessie)}


def meld_aan(sessie: Sessie, naam: str, school_naam: str, **meer: Any) -> str:
    gegevens = {
        **AANMELDING,
        "jongere": {"roepnaam": naam, "achternaam": "Proef", "geboortedatum": "2012-05-04"},
        "ouders": [{"naam": f"Ouder van {naam}", "gezag": "ja", "woont_bij": True}],
        "school": school_naam,
        "mentor": f"Mentor {naam}",
        **meer,
    }
    return register_aanmelding(sessie, gegevens).casus_id


def zes(sessie: Sessie) -> list[str]:
    return [
        meld_aan(sessie, naam, "De Brug" if nummer % 2 else "Het Kompas")
        for nummer, naam in enumerate(("Ada", "Bo", "Cas", "Dia", "Eva", "Fin"))
    ]


def ziek(sessie: Sessie, partner_id: str, dag: date) -> None:
    with sessie.unit_of_work() as uow:
        uow.afwezigheden.add(
            Afwezigheid(partner_id=partner_id, van=dag, tot_en_met=dag, reden=Afwezigreden.ZIEK)
        )
        uow.commit()


def partner(school_beeld: SchoolBeeld, naam: str) -> str:
    return next(p.id for p in school_beeld.kernteam if p.naam.startswith(naam))


def geen_botsing(plan: Weekplan) -> None:
    """Vera and Lia are at every talk here, so no two share time."""
    talks = sorted(
        (p.moment.start, p.moment.start + timedelta(minutes=p.moment.minuten)) for p in plan.plaatsen
    )
    assert all(een[1] <= ander[0] for een, ander in pairwise(talks))


def test_all_six_find_a_place_and_nobody_is_in_two_places(
    sessie: Sessie, scholen: dict[str, SchoolBeeld]
) -> None:
    zes(sessie)
    plan = maak_plan(sessie, MAANDAG)
    assert len(plan.plaatsen) == 6
    assert plan.niet == ()
    assert plan.bewezen
    assert {p.soort for p in plan.plaatsen} == {Plaatssoort.NIEUW}
    geen_botsing(plan)
    brug = [p for p in plan.plaatsen if p.school == "De Brug"]
    assert {p.moment.plek for p in brug} == {"De Brug, kamer 1.12"}
    assert scholen["De Brug"].id != scholen["Het Kompas"].id


def test_accepting_it_makes_talks_with_the_people_of_that_school(
    sessie: Sessie, scholen: dict[str, SchoolBeeld]
) -> None:
    zes(sessie)
    made = neem_plan_aan(sessie, maak_plan(sessie, MAANDAG).plaatsen)
    assert len(made) == 6
    assert {g.soort for g in made} == {GesprekSoort.STARTGESPREK}
    for talk in made:
        own = {p.id for p in scholen[talk.plek.split(",")[0]].kernteam}
        partners = {d.wie_id for d in talk.deelnemers if d.rol in ("gezinswerker", "leerplichtambtenaar")}
        assert partners
        assert partners <= own
        assert {"mentor", "jongere", "ouder"} <= {d.rol for d in talk.deelnemers}
    assert get_week(sessie, MAANDAG).open == ()


def test_travel_between_the_schools_is_kept_free(sessie: Sessie, scholen: dict[str, SchoolBeeld]) -> None:
    brug, kompas = scholen["De Brug"].id, scholen["Het Kompas"].id
    save_instellingen(sessie, reistijden=(Reistijd(brug, kompas, 45),))
    first = meld_aan(sessie, "Ada", "De Brug")
    late = datetime(2026, 11, 24, 11, 30, tzinfo=AMSTERDAM)
    plan_gesprek(sessie, first, GesprekGegevens(GesprekSoort.STARTGESPREK, late, plek="De Brug"))
    meld_aan(sessie, "Bo", "Het Kompas")
    week = get_week(sessie, MAANDAG, kompas)
    [waits] = week.open
    assert waits.voorstel is not None
    assert waits.voorstel.start.astimezone(AMSTERDAM) >= datetime(2026, 11, 24, 13, 15, tzinfo=AMSTERDAM)


def test_one_day_ill_replans_only_what_needs_her(sessie: Sessie, scholen: dict[str, SchoolBeeld]) -> None:
    zes(sessie)
    neem_plan_aan(sessie, maak_plan(sessie, MAANDAG).plaatsen)
    before = {g.casus_id: g for g in get_week(sessie, MAANDAG).gesprekken}
    day = min(g.start for g in before.values()).astimezone(AMSTERDAM).date()
    hit = {c for c, g in before.items() if g.start.astimezone(AMSTERDAM).date() == day}
    assert 0 < len(hit) < 6
    ziek(sessie, partner(scholen["De Brug"], "Lia"), day)
    plan = maak_plan(sessie, MAANDAG)
    moved = {p.casus_id for p in plan.plaatsen if p.soort is Plaatssoort.VERSCHUIFT}
    assert moved | {n.casus_id for n in plan.niet} == hit
    for plaats in plan.plaatsen:
        if plaats.soort is Plaatssoort.BLIJFT:
            assert plaats.moment.start == before[plaats.casus_id].start
    geen_botsing(plan)
    made = neem_plan_aan(sessie, plan.plaatsen, "leerplicht is ziek")
    assert {g.casus_id for g in made} == moved
    assert all("leerplicht is ziek" in dict(g.wijzigingen).values() for g in made)


def test_a_study_day_takes_that_school_only(sessie: Sessie, scholen: dict[str, SchoolBeeld]) -> None:
    zes(sessie)
    with sessie.unit_of_work() as uow:
        uow.scholen.get(scholen["De Brug"].id).dagen.append(
            Schooldag(van=DI, tot_en_met=DI, soort=Schooldagsoort.STUDIEDAG)
        )
        uow.commit()
    plan = maak_plan(sessie, MAANDAG)
    brug = {p.moment.start.astimezone(AMSTERDAM).date() for p in plan.plaatsen if p.school == "De Brug"}
    kompas = {p.moment.start.astimezone(AMSTERDAM).date() for p in plan.plaatsen if p.school == "Het Kompas"}
    assert brug == {DO}
    assert DI in kompas or date(2026, 11, 25) in kompas
    week = get_week(sessie, MAANDAG, scholen["De Brug"].id)
    assert [kop.dicht for kop in week.scholen[0].dagen] == ["", "studiedag", "", "", ""]


def test_a_study_day_that_comes_later_is_said_at_the_talk_and_the_plan_moves_it(
    sessie: Sessie, scholen: dict[str, SchoolBeeld]
) -> None:
    """A school closed a day on which a talk stood planned: nobody heard of it, and the plan left it there."""
    casus = meld_aan(sessie, "Ada", "De Brug")
    [plaats] = maak_plan(sessie, MAANDAG).plaatsen
    [talk] = neem_plan_aan(sessie, (plaats,))
    assert talk.start.astimezone(AMSTERDAM).date() == DO
    assert get_week(sessie, MAANDAG).gesprekken[0].dicht == ""
    gegevens = SchooldagGegevens((Periode(DO, DO),), Schooldagsoort.STUDIEDAG, "")
    zet_schooldagen(sessie, scholen["De Brug"].id, gegevens)
    assert get_week(sessie, MAANDAG).gesprekken[0].dicht == "studiedag"
    [moves] = maak_plan(sessie, MAANDAG).plaatsen
    assert (moves.casus_id, moves.soort) == (casus, Plaatssoort.VERSCHUIFT)
    assert moves.moment.start.astimezone(AMSTERDAM).date() == DI


def test_what_the_parents_can_is_kept(sessie: Sessie, scholen: dict[str, SchoolBeeld]) -> None:
    casus = meld_aan(sessie, "Ada", "De Brug")
    with sessie.unit_of_work() as uow:
        uow.casussen.get(casus).oudertijden = (Gezinstijd(Dag.DO, time(10), time(12), liefst=True),)
        uow.commit()
    [waits] = get_week(sessie, MAANDAG).open
    assert waits.voorstel is not None
    assert waits.voorstel.start.astimezone(AMSTERDAM) == datetime(2026, 11, 26, 10, tzinfo=AMSTERDAM)
    assert scholen


def test_a_family_that_wants_later_is_not_late(sessie: Sessie, scholen: dict[str, SchoolBeeld]) -> None:
    casus = meld_aan(sessie, "Ada", "De Brug")
    with sessie.unit_of_work() as uow:
        uow.casussen.get(casus).gezin_vanaf = date(2026, 12, 7)
        uow.commit()
    [waits] = get_week(sessie, MAANDAG).open
    assert waits.uiterlijk == date(2026, 12, 14)
    assert waits.voorstel is None
    assert "ma 7 dec" in waits.waarom_niet[0]
    assert maak_plan(sessie, MAANDAG).plaatsen == ()
    [then] = get_week(sessie, date(2026, 12, 7)).open
    assert then.voorstel is not None
    assert scholen


def agenda_van(sessie: Sessie, partner_id: str, *blokken: Bezetblok, peildatum: date = MAANDAG) -> None:
    with sessie.unit_of_work() as uow:
        uow.agendas.add(
            Partneragenda(
                partner_id=partner_id,
                bestand="agenda.ics",
                peildatum=peildatum,
                gelezen_op=sessie.nu(),
                van=MAANDAG,
                tot=date(2026, 12, 31),
                blokken=blokken,
            )
        )
        uow.commit()


def blok(dag: date, van: int, tot: int, merk: str = "x", staat: Bezetstaat = Bezetstaat.BEZET) -> Bezetblok:
    start, eind = (datetime(dag.year, dag.month, dag.day, uur, tzinfo=AMSTERDAM) for uur in (van, tot))
    return Bezetblok(start, eind, staat, merk)


def test_a_calendar_takes_time_at_both_schools(sessie: Sessie, scholen: dict[str, SchoolBeeld]) -> None:
    meld_aan(sessie, "Ada", "De Brug")
    agenda_van(sessie, partner(scholen["Het Kompas"], "Lia"), blok(DI, 8, 12), peildatum=date(2026, 11, 11))
    week = get_week(sessie, MAANDAG, scholen["De Brug"].id)
    lia = next(p for p in week.scholen[0].partners if p.naam.startswith("Lia"))
    assert [(str(b.van)[:5], str(b.tot)[:5]) for b in lia.bezet[1]] == [("08:00", "12:00")]
    assert lia.agenda == "agenda is 12 dagen oud"
    [waits] = week.open
    assert waits.voorstel is not None
    assert waits.voorstel.start.astimezone(AMSTERDAM).date() == DO


def test_her_own_invitation_in_a_calendar_does_not_keep_a_talk_where_it_is(
    sessie: Sessie, scholen: dict[str, SchoolBeeld]
) -> None:
    """The partner put the invitation into the calendar; moving the talk must not clash with itself."""
    casus = meld_aan(sessie, "Ada", "De Brug")
    [waits] = get_week(sessie, MAANDAG).open
    assert waits.voorstel is not None
    talk = neem_aan(sessie, casus, waits.voorstel)
    with sessie.unit_of_work() as uow:
        merk = merk_van(uid_voor(talk.id, uow.instellingen().geheim))
    agenda_van(sessie, partner(scholen["De Brug"], "Lia"), blok(DI, 8, 10, merk))
    again = maak_plan(sessie, MAANDAG, schuif=frozenset({talk.id}))
    [place] = again.plaatsen
    assert (place.soort, place.moment.start) == (Plaatssoort.BLIJFT, talk.start)
    assert get_gesprek(sessie, talk.id).start == talk.start


def test_what_finds_no_place_says_why_without_ids(sessie: Sessie, scholen: dict[str, SchoolBeeld]) -> None:
    ids = [meld_aan(sessie, f"K{n}", "De Brug") for n in range(9)]
    plan = maak_plan(sessie, MAANDAG)
    assert len(plan.plaatsen) == 8
    [left] = plan.niet
    assert left.casus_id in ids
    everything = [*ids, *(p.id for een in scholen.values() for p in een.kernteam)]
    assert not any(een in left.reden for een in everything)
    assert left.reden.endswith(".")


def test_a_chosen_part_of_a_plan_never_takes_the_place_of_a_talk_that_stays(
    sessie: Sessie, scholen: dict[str, SchoolBeeld]
) -> None:
    zes(sessie)
    neem_plan_aan(sessie, maak_plan(sessie, MAANDAG).plaatsen)
    talks = get_week(sessie, MAANDAG).gesprekken
    place = next(p for p in maak_plan(sessie, MAANDAG).plaatsen if p.casus_id == talks[0].casus_id)
    moves = replace(place, soort=Plaatssoort.VERSCHUIFT, was=talks[0].start)
    other = meld_aan(sessie, "Gus", "De Brug")
    new = replace(place, soort=Plaatssoort.NIEUW, casus_id=other, gesprek_id="", was=None)
    with pytest.raises(PlanBotst):
        neem_plan_aan(sessie, (new,), laat=(moves,))
    assert [open_.casus_id for open_ in get_week(sessie, MAANDAG).open] == [other]
    assert scholen


def test_a_plan_is_kept_whole_or_not_at_all(sessie: Sessie, scholen: dict[str, SchoolBeeld]) -> None:
    """One of six was planned by hand meanwhile: nothing of the plan is kept."""
    ids = zes(sessie)
    plan = maak_plan(sessie, MAANDAG)
    last = plan.plaatsen[-1]
    neem_aan(sessie, last.casus_id, last.moment)
    with pytest.raises(RegelGeweigerd):
        neem_plan_aan(sessie, plan.plaatsen)
    assert {w.casus_id for w in get_week(sessie, MAANDAG).open} == set(ids) - {last.casus_id}
    assert scholen


def test_the_plan_and_the_week_say_in_the_same_words_why_there_is_no_moment(
    sessie: Sessie, scholen: dict[str, SchoolBeeld]
) -> None:
    """She is free on both days; so it is she who stands in the way, and she reads `jij`, not her own name."""
    meld_aan(sessie, "Ada", "De Brug")
    zet_vrije_dagen(sessie, [Vrijedag(DI, DI + timedelta(days=6), "cursus")])
    [left] = maak_plan(sessie, MAANDAG).niet
    [waits] = get_week(sessie, MAANDAG).open
    assert left.reden.startswith("Jij bent dan niet op school (vrij)")
    assert "als je dan toch kunt, kan het op di 24 nov 08:30" in left.reden
    assert left.reden.rstrip(".").lower() == "; ".join(waits.waarom_niet).lower()
    assert scholen


def test_lifting_a_talk_onto_another_of_her_own_says_which_it_is(
    sessie: Sessie, scholen: dict[str, SchoolBeeld]
) -> None:
    een, ander = meld_aan(sessie, "Ada", "De Brug"), meld_aan(sessie, "Bo", "Het Kompas")
    talks = {p.casus_id: p for p in maak_plan(sessie, MAANDAG).plaatsen}
    neem_plan_aan(sessie, tuple(talks.values()))
    op_de_ander = talks[ander].moment.start
    gezegd = [
        b.tekst
        for b in get_gesprek_botsingen(
            sessie, een, GesprekSoort.STARTGESPREK, op_de_ander, minuten=60, plek="De Brug", wie=()
        )
    ]
    assert f"Jij bent dan bezet ({talks[ander].casus})." in gezegd
    assert any(zin.startswith("Jij bent dan niet op school (alleen") for zin in gezegd)
    assert scholen


def test_an_absence_of_half_a_day_says_which_half(sessie: Sessie) -> None:
    delen = ["di ochtend", "di middag"]
    beeld = save_school(sessie, school("De Brug", delen, delen, delen, []))
    for naam, dagdeel in (("Lia", Dagdeel.OCHTEND), ("Jan", None)):
        weg = AfwezigGegevens(partner(beeld, naam), DI, DI, dagdeel, Afwezigreden.ZIEK)
        meld_afwezig(sessie, beeld.id, weg)
    [week] = get_week(sessie, MAANDAG).scholen
    assert {mens.naam: mens.weg[1] for mens in week.partners} == {
        "Vera": "",
        "Lia de Wit": "ziek (ochtend)",
        "Jan Smit": "ziek",
    }
