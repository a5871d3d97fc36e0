"""Planning one startgesprek by hand: every rule of contract 4 has its own small week."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from kernteam_tui.domain.codes import Dag, Dagdeel, Reden, Rol
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.planning.botsingen import Botsingsoort, botsingen
from kernteam_tui.domain.planning.tijd import PlanweekOngeldig, Tijdvak, grid, moment
from kernteam_tui.domain.planning.vereisten import ROLLEN_BIJ_REDEN, vereisten
from kernteam_tui.domain.planning.voorstellen import Voorstel, Voorstellen, voorstellen
from kernteam_tui.domain.planning.week import (
    AanwezigOp,
    Bezetstaat,
    Bezetting,
    Oudertijd,
    Plancasus,
    Planmens,
    Planschool,
    Planweek,
    Ruimte,
    Voorkeur,
    Weektijd,
)

MAANDAG = date(2026, 11, 23)
ROLLEN = {
    "gw1": Rol.GEZINSWERKER,
    "lp1": Rol.LEERPLICHTAMBTENAAR,
    "jgz1": Rol.JEUGDVERPLEEGKUNDIGE,
    "bpo1": Rol.BEGELEIDER_PASSEND_ONDERWIJS,
}


def op(wat: str, dag: int = 24, maand: int = 11) -> datetime:
    return moment(date(2026, maand, dag), time.fromisoformat(wat))


def blok(van: str, tot: str, dag: int = 24, **meer: Any) -> Bezetting:
    return Bezetting(Tijdvak(op(van, dag), op(tot, dag)), **meer)


def aanwezig(*wanneer: str, school: str = "s1") -> tuple[AanwezigOp, ...]:
    """`di ochtend` -> present then; `di` -> both dagdelen."""
    paren = []
    for tekst in wanneer:
        dag, *rest = tekst.split()
        paren += [AanwezigOp(school, Dag(dag), deel) for deel in rest or list(Dagdeel)]
    return tuple(paren)


def mens(wie: str, *wanneer: str, **meer: Any) -> Planmens:
    return Planmens(wie, meer.pop("rol", ROLLEN.get(wie, Rol.MENTOR)), aanwezig(*wanneer), **meer)


def week(*mensen: Planmens, kernteam: Iterable[str] = (), school: Any = None, **meer: Any) -> Planweek:
    scholen = (Planschool("s1", tuple(kernteam), **(school or {})), Planschool("s2"))
    return Planweek(MAANDAG, MAANDAG + timedelta(days=5), scholen, mensen, **meer)


def casus(*redenen: Reden, **meer: Any) -> Plancasus:
    vast = {"aangemeld": MAANDAG, "uiterlijk": MAANDAG + timedelta(days=7), **meer}
    return Plancasus("c1", "s1", "gw1", redenen=frozenset(redenen), **vast)


def tijden(antwoord: Voorstellen) -> list[str]:
    return [f"{v.start.astimezone(AMSTERDAM):%d %H:%M}" for v in antwoord.voorstellen]


def best(antwoord: Voorstellen) -> Voorstel:
    return antwoord.voorstellen[0]


def wie_niet(antwoord: Voorstellen) -> list[str]:
    assert antwoord.voorstellen == ()
    return [waarom.wie for waarom in antwoord.waarom_niet]


DI_OCHTEND = mens("gw1", "di ochtend")
UUR = casus()

# --- when somebody can ----------------------------------------------------------------------------


def test_starts_lie_on_the_grid_and_the_talk_within_presence() -> None:
    assert tijden(voorstellen(week(DI_OCHTEND, raster_minuten=60), UUR)) == [
        "24 09:00",
        "24 10:00",
        "24 11:00",
    ]
    assert tijden(voorstellen(week(DI_OCHTEND, raster_minuten=100), UUR)) == ["24 10:00"]


def test_neighbouring_dagdelen_join_and_parents_windows_do_not() -> None:
    hele_dag = week(mens("gw1", "di"), raster_minuten=60)
    assert "24 12:00" in tijden(voorstellen(hele_dag, UUR))

    ouders = (
        Oudertijd(Dag.DI, time(11), time(12, 30)),
        Oudertijd(Dag.DI, time(12, 30), time(14)),
    )
    assert tijden(voorstellen(hele_dag, casus(ouders=ouders))) == ["24 11:00", "24 13:00"]


def test_dagdelen_with_a_break_between_them_do_not_join() -> None:
    dagdelen = {"ochtend": (time(9), time(12)), "middag": (time(12, 30), time(14))}
    met_pauze = week(mens("gw1", "di"), raster_minuten=30, dagdelen=dagdelen)
    assert tijden(voorstellen(met_pauze, UUR))[-3:] == ["24 11:00", "24 12:30", "24 13:00"]


def test_ending_and_starting_at_the_same_moment_do_not_clash() -> None:
    bezet = (blok("08:30", "10:00"), blok("11:00", "12:30"))
    assert tijden(voorstellen(week(replace(DI_OCHTEND, bezet=bezet)), UUR)) == ["24 10:00"]


def test_an_empty_block_keeps_nobody_busy_even_at_another_school() -> None:
    leeg = replace(DI_OCHTEND, bezet=(blok("10:00", "10:00", school="s2"),))
    reistijd = {frozenset(("s1", "s2")): 60}
    assert tijden(voorstellen(week(leeg, reistijd=reistijd), UUR)) == tijden(
        voorstellen(week(DI_OCHTEND), UUR)
    )


def test_a_block_at_another_school_is_widened_by_the_travel_time_on_both_sides() -> None:
    bezet = (blok("10:00", "10:30", school="s2"),)
    gw = replace(DI_OCHTEND, bezet=bezet)
    zonder_reis = tijden(voorstellen(week(gw), UUR))
    assert (zonder_reis[2], zonder_reis[3]) == ("24 09:00", "24 10:30")
    met_reis = tijden(voorstellen(week(gw, reistijd={frozenset(("s1", "s2")): 30}), UUR))
    assert met_reis == ["24 08:30", "24 11:00", "24 11:15", "24 11:30"]
    eigen_school = replace(DI_OCHTEND, bezet=(blok("10:00", "10:30", school="s1"),))
    assert tijden(voorstellen(week(eigen_school, reistijd={frozenset(("s1", "s2")): 30}), UUR)) == zonder_reis


def test_only_days_from_aanmelding_through_uiterlijk_on_which_the_school_is_open() -> None:
    gw = mens("gw1", *(f"{dag} ochtend" for dag in Dag))
    dicht = {date(2026, 11, 25): "studiedag"}
    hele_week = replace(
        week(gw, school={"dicht": dicht}, raster_minuten=60), van=date(2026, 11, 20), tot=date(2026, 12, 7)
    )
    kort = casus(aangemeld=date(2026, 11, 24), uiterlijk=date(2026, 11, 30), minuten=180)
    assert tijden(voorstellen(hele_week, kort)) == ["24 09:00", "26 09:00", "27 09:00", "30 09:00"]


def test_the_first_free_room_by_id_and_none_where_the_school_has_none() -> None:
    ruimtes = (Ruimte("b"), Ruimte("a", (blok("09:00", "10:00"),)), Ruimte("c"))
    antwoord = voorstellen(week(DI_OCHTEND, school={"ruimtes": ruimtes}, raster_minuten=60), UUR)
    assert [(v.ruimte) for v in antwoord.voorstellen] == ["b", "a", "a"]
    assert best(voorstellen(week(DI_OCHTEND), UUR)).ruimte is None


def test_nothing_is_proposed_before_the_present_moment() -> None:
    assert tijden(voorstellen(week(DI_OCHTEND, vanaf=op("11:10")), UUR)) == ["24 11:15", "24 11:30"]


# --- who must be there ----------------------------------------------------------------------------

TEAM = tuple(mens(wie, "di") for wie in ROLLEN)


@pytest.mark.parametrize(
    ("redenen", "gevraagd"),
    [
        ([Reden.THUISZITTEN, Reden.VERZUIM], ["gw1", "leerplichtambtenaar"]),
        ([Reden.ZIEKTE], ["gw1", "jeugdarts"]),
        ([Reden.LEREN, Reden.SCHOOLLOOPBAAN, Reden.GEDRAG], ["gw1", "begeleider_passend_onderwijs"]),
        ([Reden.THUISSITUATIE, Reden.OPVOEDING, Reden.CONFLICT], ["gw1"]),
        ([Reden.PESTEN, Reden.SCHULDEN, Reden.VERSLAVING], ["gw1"]),
        (
            [Reden.VERZUIM, Reden.GEDRAG, Reden.PESTEN],
            ["gw1", "begeleider_passend_onderwijs", "leerplichtambtenaar"],
        ),
        ([], ["gw1"]),
    ],
)
def test_the_reasons_decide_who_is_asked(redenen: list[Reden], gevraagd: list[str]) -> None:
    assert [v.wie for v in vereisten(week(*TEAM, kernteam=ROLLEN), casus(*redenen))] == gevraagd


def test_every_reason_is_a_decision() -> None:
    niemand = {Reden.THUISSITUATIE, Reden.OPVOEDING, Reden.CONFLICT}
    niemand |= {Reden.PESTEN, Reden.SCHULDEN, Reden.VERSLAVING}
    assert set(ROLLEN_BIJ_REDEN) == set(Reden) - niemand


def test_illness_asks_a_doctor_or_a_nurse_whoever_can() -> None:
    arts = mens("arts", "do", rol=Rol.JEUGDARTS)
    zuster = mens("jgz1", "di ochtend")
    beide = week(mens("gw1", "di", "do"), arts, zuster, kernteam=["arts", "jgz1"], raster_minuten=60)
    assert {tijd[:2] for tijd in tijden(voorstellen(beide, casus(Reden.ZIEKTE)))} == {"24", "26"}


def test_a_kernteam_without_the_role_gives_no_proposal_and_names_the_role() -> None:
    antwoord = voorstellen(week(DI_OCHTEND), casus(Reden.ZIEKTE, Reden.THUISSITUATIE))
    assert wie_niet(antwoord) == ["jeugdarts"]
    assert "geen jeugdarts of jeugdverpleegkundige" in antwoord.waarom_niet[0].reden


def test_a_partner_of_another_kernteam_does_not_count() -> None:
    assert wie_niet(voorstellen(week(DI_OCHTEND, mens("lp1", "di")), casus(Reden.VERZUIM))) == [
        "leerplichtambtenaar"
    ]


@pytest.mark.parametrize("wie", ["lp1", "leerplichtambtenaar"])
def test_zonder_lifts_a_requirement_by_id_or_by_role_and_that_person_may_still_come(wie: str) -> None:
    lp = mens("lp1", "di ochtend", bezet=(blok("08:30", "11:00"),))
    samen = week(DI_OCHTEND, lp, kernteam=["lp1"], raster_minuten=60)
    assert tijden(voorstellen(samen, casus(Reden.VERZUIM))) == ["24 11:00"]
    antwoord = voorstellen(samen, casus(Reden.VERZUIM, zonder={wie: "ziek"}))
    assert tijden(antwoord) == ["24 11:00", "24 09:00", "24 10:00"]
    assert best(antwoord).erbij == ("gw1", "lp1")


def test_zonder_lifts_one_requirement_a_persons_own_before_that_of_the_role() -> None:
    samen = week(DI_OCHTEND, mens("lp1", "do"), kernteam=["lp1"])
    dubbel = casus(Reden.VERZUIM, verplicht=("lp1",))
    assert [v.wie for v in vereisten(samen, dubbel)] == ["gw1", "lp1", "leerplichtambtenaar"]
    zonder = replace(dubbel, zonder={"lp1": "ziek"})
    assert [v.wie for v in vereisten(samen, zonder)] == ["gw1", "leerplichtambtenaar"]
    beide = replace(dubbel, zonder={"lp1": "ziek", "leerplichtambtenaar": "ziek"})
    assert [v.wie for v in vereisten(samen, beide)] == ["gw1"]


def test_zonder_lifts_the_gezinswerker_and_a_named_person_too() -> None:
    samen = week(DI_OCHTEND, mens("mentor7", "wo"))
    met_mentor = casus(verplicht=("mentor7",))
    assert len(voorstellen(samen, replace(met_mentor, zonder={"mentor7": "vrij"})).voorstellen) == 13
    assert len(voorstellen(samen, replace(met_mentor, zonder={"mentor": "vrij"})).voorstellen) == 13
    woensdag = voorstellen(samen, replace(met_mentor, zonder={"gw1": "ziek"}))
    assert {tijd[:2] for tijd in tijden(woensdag)} == {"25"}
    assert "zonder de gezinswerker" in best(woensdag).uitleg


def test_present_are_all_who_can_and_absent_only_members_of_the_kernteam_sorted_by_code_point() -> None:
    kernteam = ["é1", "Z1", "a1", "lp1"]
    mensen = [mens(wie, "di", rol=Rol.OVERIG) for wie in kernteam[:2]]
    mensen += [mens(wie, "do", rol=Rol.OVERIG) for wie in ("a1",)]
    mensen += [mens("lp1", "do"), DI_OCHTEND, mens("mentor7", "di")]
    antwoord = best(voorstellen(week(*mensen, kernteam=kernteam), casus(verplicht=("mentor7",))))
    assert antwoord.erbij == ("Z1", "gw1", "mentor7", "é1")
    assert antwoord.niet_erbij == ("a1", "lp1")


# --- the ranking, step by step --------------------------------------------------------------------

LIEFST = Voorkeur.LIEFST


def test_first_the_most_partners_even_when_everything_else_is_worse() -> None:
    lp = mens("lp1", "di ochtend", bezet=(blok("08:30", "11:00"), blok("11:00", "12:00", staat=VOORBEHOUD)))
    ouders = (
        Oudertijd(Dag.DI, time(9), time(10), LIEFST),
        Oudertijd(Dag.DI, time(10), time(12)),
    )
    samen = week(DI_OCHTEND, lp, kernteam=["lp1"], raster_minuten=60)
    lessen = (Weektijd(Dag.DI, time(11), time(12)),)
    assert tijden(voorstellen(samen, casus(ouders=ouders, lessen=lessen))) == [
        "24 11:00",
        "24 09:00",
        "24 10:00",
    ]


def test_a_second_gezinswerker_of_the_kernteam_is_no_partner() -> None:
    ander = mens("gw2", "di ochtend", rol=Rol.GEZINSWERKER, bezet=(blok("08:30", "11:00"),))
    antwoord = voorstellen(week(DI_OCHTEND, ander, kernteam=["gw1", "gw2"], raster_minuten=60), UUR)
    assert tijden(antwoord)[0] == "24 09:00"
    assert best(antwoord).niet_erbij == ("gw2",)


def test_then_what_the_parents_like_best_before_voorbehoud_and_lessons() -> None:
    gw = replace(DI_OCHTEND, bezet=(blok("11:00", "12:00", staat=VOORBEHOUD),))
    ouders = (
        Oudertijd(Dag.DI, time(9), time(12)),
        Oudertijd(Dag.DI, time(11), time(12), LIEFST),
    )
    lessen = (Weektijd(Dag.DI, time(11), time(12)),)
    antwoord = voorstellen(week(gw, raster_minuten=60), casus(ouders=ouders, lessen=lessen))
    assert tijden(antwoord) == ["24 11:00", "24 09:00", "24 10:00"]
    assert best(antwoord).kenmerken == ("tijdens les", "onder voorbehoud")


def test_then_nobody_under_voorbehoud_before_lessons() -> None:
    gw = replace(DI_OCHTEND, bezet=(blok("09:00", "10:00", staat=VOORBEHOUD),))
    lessen = (Weektijd(Dag.DI, time(10), time(12)),)
    antwoord = voorstellen(week(gw, raster_minuten=60), casus(lessen=lessen))
    assert tijden(antwoord) == ["24 10:00", "24 11:00", "24 09:00"]


def test_voorbehoud_of_somebody_who_is_not_there_does_not_count() -> None:
    bezet = (blok("09:00", "10:00", staat=VOORBEHOUD), blok("09:00", "12:00"))
    samen = week(DI_OCHTEND, mens("lp1", "di", bezet=bezet), kernteam=["lp1"], raster_minuten=60)
    assert tijden(voorstellen(samen, UUR))[0] == "24 09:00"


def test_then_not_during_lessons_and_then_the_earliest() -> None:
    lessen = (Weektijd(Dag.DI, time(8, 30), time(10, 30)),)
    antwoord = voorstellen(week(DI_OCHTEND, raster_minuten=60), casus(lessen=lessen))
    assert tijden(antwoord) == ["24 11:00", "24 09:00", "24 10:00"]
    assert [v.kenmerken for v in antwoord.voorstellen] == [(), ("tijdens les",), ("tijdens les",)]


VOORBEHOUD = Bezetstaat.VOORBEHOUD


def test_each_proposal_says_in_one_line_who_comes_and_who_does_not() -> None:
    mensen = (
        DI_OCHTEND,
        mens("lp1", "di"),
        mens("bpo1", "di", bezet=(blok("09:30", "10:30", staat=VOORBEHOUD),)),
        mens("jgz1", "do"),
    )
    ouders = (Oudertijd(Dag.DI, time(10), time(11), LIEFST),)
    lessen = (Weektijd(Dag.DI, time(10), time(10, 5)),)
    samen = week(*mensen, kernteam=ROLLEN)
    assert best(voorstellen(samen, casus(Reden.VERZUIM, ouders=ouders, lessen=lessen))).uitleg == (
        "di 24 nov 10:00: passend onderwijs en leerplicht erbij; JGZ niet (alleen do); ouders liefst dan; "
        "passend onderwijs onder voorbehoud; tijdens les"
    )
    assert best(voorstellen(week(DI_OCHTEND), UUR)).uitleg == "di 24 nov 08:30: alleen de gezinswerker erbij"


def test_two_of_one_role_are_told_apart_by_name_or_id() -> None:
    mensen = (DI_OCHTEND, mens("lp1", "di", naam="Sam"), mens("lp2", "wo", rol=Rol.LEERPLICHTAMBTENAAR))
    uitleg = best(voorstellen(week(*mensen, kernteam=["lp1", "lp2"]), casus(Reden.VERZUIM))).uitleg
    assert "leerplicht Sam erbij; leerplicht lp2 niet (alleen wo)" in uitleg


# --- why not --------------------------------------------------------------------------------------


def test_each_single_requirement_that_stands_in_the_way_is_named_with_its_reason() -> None:
    mensen = (DI_OCHTEND, mens("lp1", "do", "vr ochtend"))
    antwoord = voorstellen(week(*mensen, kernteam=["lp1"]), casus(Reden.VERZUIM))
    assert wie_niet(antwoord) == ["gw1", "leerplichtambtenaar"]
    assert antwoord.waarom_niet[0].reden == (
        "gezinswerker is dan niet op school (alleen di ochtend); zonder deze eis kan het op do 26 nov 08:30"
    )
    assert "leerplicht is dan niet op school (alleen do en vr ochtend)" in antwoord.waarom_niet[1].reden


def test_the_parents_the_room_and_the_school_can_each_stand_in_the_way() -> None:
    ouders = (Oudertijd(Dag.WO, time(9), time(12)),)
    assert wie_niet(voorstellen(week(DI_OCHTEND), casus(ouders=ouders))) == ["gw1", "ouders"]
    vol = {"ruimtes": (Ruimte("a", (blok("00:00", "23:59"),)),)}
    di = casus(aangemeld=date(2026, 11, 24), uiterlijk=date(2026, 11, 24))
    assert wie_niet(voorstellen(week(DI_OCHTEND, school=vol), di)) == ["ruimte"]
    dicht = {"dicht": {date(2026, 11, 24): "studiedag"}}
    antwoord = voorstellen(week(DI_OCHTEND, school=dicht), di)
    assert wie_niet(antwoord) == ["school"]
    assert "de school is dicht: di 24 nov (studiedag)" in antwoord.waarom_niet[0].reden


def test_where_no_single_requirement_is_enough_the_smallest_set_is_named() -> None:
    mensen = (DI_OCHTEND, mens("lp1", "wo"), mens("bpo1", "do"))
    drie = casus(
        Reden.VERZUIM,
        Reden.LEREN,
        ouders=(Oudertijd(Dag.DI, time(9), time(12)),),
    )
    antwoord = voorstellen(week(*mensen, kernteam=["lp1", "bpo1"]), drie)
    assert wie_niet(antwoord) == ["begeleider_passend_onderwijs", "leerplichtambtenaar"]
    assert "en zonder leerplichtambtenaar" in antwoord.waarom_niet[0].reden


def test_of_equally_small_sets_the_first_in_order_is_named() -> None:
    mensen = (DI_OCHTEND, mens("lp1", "wo"), mens("bpo1", "do"))
    antwoord = voorstellen(week(*mensen, kernteam=["lp1", "bpo1"]), casus(Reden.VERZUIM, Reden.LEREN))
    assert wie_niet(antwoord) == ["begeleider_passend_onderwijs", "gw1"]


def test_a_window_without_any_day_says_so() -> None:
    antwoord = voorstellen(week(DI_OCHTEND), casus(uiterlijk=date(2026, 11, 20)))
    assert wie_niet(antwoord) == ["school"]
    assert "geen moment om te plannen" in antwoord.waarom_niet[0].reden


# --- what is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fout",
    [
        casus(verplicht=("wie",)),
        casus(zonder={"wie": "ziek"}),
        replace(UUR, gezinswerker="wie"),
        replace(UUR, school="s9"),
    ],
)
def test_an_unknown_id_is_refused_by_name(fout: Plancasus) -> None:
    with pytest.raises(PlanweekOngeldig, match=r"wie|s9") as gevangen:
        voorstellen(week(DI_OCHTEND), fout)
    assert gevangen.value.code == "planweek_ongeldig"


def test_a_week_that_names_what_is_not_there_is_refused() -> None:
    with pytest.raises(PlanweekOngeldig):
        week(DI_OCHTEND, kernteam=["wie"])
    with pytest.raises(PlanweekOngeldig):
        week(DI_OCHTEND, DI_OCHTEND)
    with pytest.raises(PlanweekOngeldig):
        week(Planmens("gw1", Rol.GEZINSWERKER, aanwezig("di", school="s9")))
    with pytest.raises(PlanweekOngeldig):
        week(mens("gw1", "di nacht"))
    with pytest.raises(PlanweekOngeldig):
        week(mens("gw1", bezet=(blok("09:00", "10:00", school="s9"),)))
    with pytest.raises(PlanweekOngeldig):
        week(DI_OCHTEND, reistijd={frozenset(("s1", "s9")): 5})
    with pytest.raises(PlanweekOngeldig):
        week(DI_OCHTEND, raster_minuten=0)
    with pytest.raises(PlanweekOngeldig):
        blok("10:00", "09:00")
    with pytest.raises(PlanweekOngeldig):
        Weektijd(Dag.DI, time(10), time(10))
    with pytest.raises(PlanweekOngeldig):
        Planweek(date.max, date.max, (), ())
    with pytest.raises(PlanweekOngeldig):
        casus(minuten=0)


# --- when the clock changes -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dag", "aantal"), [(date(2027, 3, 28), 92), (date(2026, 10, 25), 96), (MAANDAG, 96)]
)
def test_the_grid_follows_the_clock_on_the_wall(dag: date, aantal: int) -> None:
    starts = list(grid(dag, 15))
    assert len(starts) == len(set(starts)) == aantal
    assert starts[-1].astimezone(AMSTERDAM).time() == time(23, 45)


@pytest.mark.parametrize("zondag", [date(2027, 3, 28), date(2026, 10, 25)])
def test_a_week_over_a_clock_change_keeps_the_hours_of_school(zondag: date) -> None:
    vrijdag, maandag = zondag - timedelta(days=2), zondag + timedelta(days=1)
    bezet = tuple(
        Bezetting(Tijdvak(moment(dag, time(9)), moment(dag, time(10)))) for dag in (vrijdag, maandag)
    )
    gw = mens("gw1", "vr ochtend", "ma ochtend", bezet=bezet)
    om_de_zondag = replace(week(gw, raster_minuten=60), van=vrijdag, tot=maandag + timedelta(days=1))
    antwoord = voorstellen(om_de_zondag, casus(aangemeld=vrijdag, uiterlijk=maandag))
    lokaal = [v.start.astimezone(AMSTERDAM) for v in antwoord.voorstellen]
    assert [(t.date(), t.hour) for t in lokaal] == [
        *((vrijdag, 10), (vrijdag, 11)),
        *((maandag, 10), (maandag, 11)),
    ]
    assert lokaal[0].utcoffset() != lokaal[-1].utcoffset()
    assert {v.eind - v.start for v in antwoord.voorstellen} == {timedelta(hours=1)}


def test_a_stretch_over_a_clock_change_is_reckoned_in_real_time() -> None:
    nacht = datetime(2027, 3, 28, 1, 30, tzinfo=AMSTERDAM)
    ochtend = datetime(2027, 3, 28, 3, 30, tzinfo=AMSTERDAM)
    tijdvak = Tijdvak(nacht, ochtend)
    assert tijdvak.tot - tijdvak.van == timedelta(hours=1)
    assert tijdvak.van.tzinfo is UTC
    with pytest.raises(ValueError, match="zone"):
        Tijdvak(datetime(2027, 3, 28), datetime(2027, 3, 29))  # noqa: DTZ001  (the point of the test)


# --- a moment of one's own ------------------------------------------------------------------------


def test_a_proposed_moment_clashes_with_nothing_that_matters() -> None:
    samen = week(*TEAM, kernteam=ROLLEN)
    zaak = casus(Reden.VERZUIM)
    for voorstel in voorstellen(samen, zaak).voorstellen:
        assert not [b for b in botsingen(samen, zaak, voorstel.start) if b.nodig]


def test_a_moment_of_ones_own_is_told_everything_that_clashes() -> None:
    mensen = (DI_OCHTEND, mens("lp1", "do"), mens("jgz1", "di", bezet=(blok("13:00", "14:00"),)))
    ruimtes = (Ruimte("a", (blok("13:00", "14:00"),)),)
    samen = week(
        *mensen, kernteam=["lp1", "jgz1"], school={"ruimtes": ruimtes}, vanaf=op("13:30"), raster_minuten=60
    )
    zaak = casus(
        Reden.VERZUIM,
        Reden.LEREN,
        ouders=(Oudertijd(Dag.WO, time(9), time(12)),),
        lessen=(Weektijd(Dag.DI, time(13), time(14)),),
    )
    gevonden = botsingen(samen, zaak, op("13:07"))
    assert [(b.soort.value, b.wie, b.nodig) for b in gevonden] == [
        ("verleden", "", True),
        ("niet_in_kernteam", "begeleider_passend_onderwijs", True),
        ("niet_aanwezig", "gw1", True),
        ("niet_aanwezig", "lp1", True),
        ("ruimte", "", True),
        ("ouders", "", True),
        ("bezet", "jgz1", False),
        ("les", "", False),
    ]
    assert "Leerplicht is dan niet op school (alleen do)." in [b.tekst for b in gevonden]


def test_a_moment_on_a_wrong_day_is_told_why() -> None:
    dicht = {"dicht": {date(2026, 11, 25): "studiedag", date(2026, 12, 21): "kerstvakantie"}}
    samen = week(mens("gw1", *Dag), school=dicht)
    zaak = casus(aangemeld=date(2026, 11, 24))

    def soorten(dag: int, maand: int = 11) -> list[str]:
        return [b.soort.value for b in botsingen(samen, zaak, op("10:00", dag, maand))]

    assert soorten(24) == []
    assert soorten(23) == ["voor_aanmelding"]
    assert soorten(25) == ["school_dicht"]
    assert soorten(28) == ["school_dicht"]
    assert soorten(1, 12) == ["te_laat"]
    assert soorten(21, 12) == ["te_laat", "school_dicht"]
    laatste = botsingen(samen, zaak, op("10:00", 21, 12))[-1]
    assert laatste.tekst == "De school is op ma 21 dec dicht (kerstvakantie)."


def test_voorbehoud_is_good_to_know_but_breaks_nothing() -> None:
    gw = replace(DI_OCHTEND, bezet=(blok("09:00", "10:00", staat=VOORBEHOUD),))
    (botsing,) = botsingen(week(gw), UUR, op("09:00"))
    assert (botsing.soort, botsing.nodig) == (Botsingsoort.VOORBEHOUD, False)


def test_a_moment_in_an_absurd_year_is_a_named_error() -> None:
    with pytest.raises(PlanweekOngeldig):
        botsingen(week(DI_OCHTEND), UUR, datetime.max.replace(tzinfo=UTC))
