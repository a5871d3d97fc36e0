"""Proposals for one startgesprek: when everybody can, which is best, and why there is none (contract 4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from kernteam_tui.domain.codes import Dag, Reden, Rol
from kernteam_tui.domain.planning.voorstellen import voorstellen
from kernteam_tui.domain.planning.week import (
    Oudertijd,
    Ruimte,
    Voorkeur,
    Weektijd,
)
from tests.unit.planning.weken import (
    DI_OCHTEND,
    ROLLEN,
    UUR,
    VOORBEHOUD,
    best,
    blok,
    casus,
    mens,
    op,
    tijden,
    week,
    wie_niet,
)

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


def test_in_the_app_she_is_spoken_to_as_you() -> None:
    ik = replace(DI_OCHTEND, ik=True)
    antwoord = voorstellen(week(ik, mens("lp1", "do"), kernteam=["lp1"]), casus(Reden.VERZUIM))
    assert antwoord.waarom_niet[0].reden == (
        "jij bent dan niet op school (alleen di ochtend); als je dan toch kunt, kan het op do 26 nov 08:30"
    )
    assert best(voorstellen(week(ik), UUR)).uitleg == "di 24 nov 08:30: alleen jij erbij"
    zonder = casus(Reden.VERZUIM, zonder={"gw1": "cursus"})
    met_partner = voorstellen(week(ik, mens("lp1", "do"), kernteam=["lp1"]), zonder)
    assert best(met_partner).uitleg == "do 26 nov 08:30: leerplicht erbij; zonder jou"
    samen = voorstellen(
        week(ik, mens("lp1"), kernteam=["lp1"]), casus(Reden.VERZUIM, uiterlijk=date(2026, 11, 23))
    )
    assert "als je dan toch kunt, en zonder leerplichtambtenaar, kan het op" in samen.waarom_niet[0].reden
    assert "zonder deze eis, en zonder jou, kan het op" in samen.waarom_niet[1].reden


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
