"""Contract 4, `indelen`: who is booked, what clashes, what stays, what is said; from the contract."""

from __future__ import annotations

from typing import Any

import pytest

from kernteam_tui.domain.planning.tijd import PlanweekOngeldig
from tests.planner.bouw import blok, casus, mens, week, zonder
from tests.planner.indelen_bouw import (
    bij,
    deel_in,
    kamers,
    niet,
    open_,
    optie,
    plekken,
    van_opties,
    vast,
)

GW = mens("gw1", "di ochtend")
REIS = [{"tussen": ["s1", "s2"], "minuten": 30}]


def twee_uur(*redenen: str, **meer: Any) -> list[dict[str, Any]]:
    return [casus(*redenen, id="c1", **meer), casus(*redenen, id="c2", **meer)]


# --- one worker, one moment at a time ---------------------------------------------------------------


def test_two_talks_of_one_worker_follow_each_other() -> None:
    antwoord = deel_in(week(GW, casussen=twee_uur()))
    assert sorted(plekken(antwoord).values()) == ["24 09:00", "24 10:00"]
    assert antwoord["bewezen"] is True
    assert antwoord["kosten"] == 1


def test_the_cost_of_a_proposal_is_its_place_whatever_the_others_do() -> None:
    planweek = week(GW, casussen=[vast("c1", optie("09:00", "gw1")), casus(id="c2")])
    assert [(p["casus"], p["kosten"]) for p in deel_in(planweek)["geplaatst"]] == [("c1", 0), ("c2", 1)]


def test_whoever_does_not_fit_is_left_out_and_the_reason_names_by_whom() -> None:
    gw = mens("gw1", "di ochtend", bezet=[blok("09:00", "12:00")])
    antwoord = deel_in(week(gw, raster_minuten=30, casussen=[*twee_uur(minuten=30), casus(id="c3")]))
    assert niet(antwoord) == ["c3"]
    waarom = deel_in(week(mens("gw1", "di ochtend", bezet=[blok("10:00", "13:00")]), casussen=twee_uur()))
    assert niet(waarom) == ["c2"]
    (regel,) = waarom["niet_geplaatst"]
    assert "gw1 door c1" in regel["reden"]


def test_no_moment_at_all_says_what_stands_in_the_way() -> None:
    (regel,) = deel_in(week(mens("gw1"), casussen=[casus()]))["niet_geplaatst"]
    assert "geen moment" in regel["reden"]
    assert "gw1" in regel["reden"]


def test_opties_that_are_empty_leave_nothing_to_choose() -> None:
    antwoord = deel_in(van_opties(open_("c1")))
    assert (niet(antwoord), antwoord["kosten"], antwoord["bewezen"]) == (["c1"], 0, True)


def test_a_week_without_casussen_is_an_empty_answer() -> None:
    planweek = week(GW)
    planweek["casussen"] = []
    assert deel_in(planweek) == {
        "schema": "indeling/1",
        "geplaatst": [],
        "niet_geplaatst": [],
        "bewezen": True,
        "kosten": 0,
    }


# --- who is booked ----------------------------------------------------------------------------------


def test_whoever_of_the_role_can_is_the_one_booked() -> None:
    lp1 = mens("lp1", "di ochtend", bezet=[blok("10:00", "12:30")])
    lp2 = mens("lp2", "di ochtend", bezet=[blok("10:00", "12:30")])
    gws = [mens("gw1", "di ochtend"), mens("gw2", "di ochtend")]
    casussen = [casus("verzuim", id="c1"), casus("verzuim", id="c2", gezinswerker="gw2")]
    antwoord = deel_in(week(*gws, lp1, lp2, team=["lp1", "lp2"], casussen=casussen))
    assert plekken(antwoord) == {"c1": "24 09:00", "c2": "24 09:00"}
    assert sorted(wie for mensen in bij(antwoord).values() for wie in mensen) == ["gw1", "gw2", "lp1", "lp2"]


def test_of_two_who_could_the_one_who_is_needed_elsewhere_is_left_free() -> None:
    wie = [mens(id_, "di ochtend", bezet=[blok("10:00", "12:30")]) for id_ in ("gw1", "gw2", "lp1", "lp2")]
    casussen = [casus("verzuim", id="c1"), casus(id="c2", gezinswerker="gw2", verplicht=["lp1"])]
    antwoord = deel_in(week(*wie, team=["lp1", "lp2"], casussen=casussen))
    assert bij(antwoord) == {"c1": ["gw1", "lp2"], "c2": ["gw2", "lp1"]}


def test_illness_takes_the_doctor_or_the_nurse() -> None:
    arts = mens("ja1", "di ochtend", bezet=[blok("10:00", "12:30")])
    jgz = mens("jgz1", "di ochtend", bezet=[blok("10:00", "12:30")])
    gws = [mens("gw1", "di ochtend"), mens("gw2", "di ochtend")]
    casussen = [casus("ziekte", id="c1"), casus("ziekte", id="c2", gezinswerker="gw2")]
    antwoord = deel_in(week(*gws, arts, jgz, team=["ja1", "jgz1"], casussen=casussen))
    assert niet(antwoord) == []
    assert {tuple(mensen) for mensen in bij(antwoord).values()} in (
        {("gw1", "ja1"), ("gw2", "jgz1")},
        {("gw1", "jgz1"), ("gw2", "ja1")},
    )


def test_one_person_can_meet_two_requirements() -> None:
    wie = [mens(id_, "di ochtend", bezet=[blok("10:00", "12:30")]) for id_ in ("gw1", "gw2", "lp1", "lp2")]
    casussen = [
        casus("verzuim", id="c1", verplicht=["lp1"]),
        casus("verzuim", id="c2", gezinswerker="gw2", verplicht=["lp2"]),
    ]
    antwoord = deel_in(week(*wie, team=["lp1", "lp2"], casussen=casussen))
    assert bij(antwoord) == {"c1": ["gw1", "lp1"], "c2": ["gw2", "lp2"]}


def test_who_is_not_needed_does_not_keep_a_talk_from_its_place() -> None:
    wie = [mens(id_, "di ochtend", bezet=[blok("10:00", "12:30")]) for id_ in ("gw1", "gw2", "bpo1")]
    casussen = [casus(id="c1"), casus(id="c2", gezinswerker="gw2")]
    antwoord = deel_in(week(*wie, team=["bpo1"], casussen=casussen))
    assert plekken(antwoord) == {"c1": "24 09:00", "c2": "24 09:00"}


def test_others_of_the_kernteam_come_where_they_are_free_by_start_then_by_casus() -> None:
    wie = [mens(id_, "di ochtend", bezet=[blok("10:00", "12:30")]) for id_ in ("gw1", "gw2", "bpo1")]
    casussen = [casus(id="c2"), casus(id="c1", gezinswerker="gw2")]
    antwoord = deel_in(week(*wie, team=["bpo1"], casussen=casussen))
    assert bij(antwoord) == {"c1": ["bpo1", "gw2"], "c2": ["gw1"]}
    assert antwoord["kosten"] == 0


def test_the_earlier_talk_goes_before_the_lower_id() -> None:
    vroeg = mens("gw1", "di ochtend", bezet=[blok("10:00", "12:30")])
    laat = mens("gw2", "di ochtend", bezet=[blok("08:30", "09:00"), blok("10:30", "12:30")])
    bpo = mens("bpo1", "di ochtend")
    casussen = [casus(id="c2"), casus(id="c1", gezinswerker="gw2", minuten=30)]
    antwoord = deel_in(week(vroeg, laat, bpo, team=["bpo1"], raster_minuten=30, casussen=casussen))
    assert plekken(antwoord) == {"c1": "24 09:00", "c2": "24 08:30"}
    assert bij(antwoord) == {"c1": ["gw2"], "c2": ["bpo1", "gw1"]}


def test_somebody_who_is_needed_later_does_not_come_along_before() -> None:
    lp = mens("lp1", "di ochtend")
    casussen = [open_("c1", optie("09:30", "lp1")), casus(id="c2", uiterlijk="2026-11-24")]
    gw = mens("gw1", "di ochtend", bezet=[blok("10:00", "12:30")])
    antwoord = deel_in(week(gw, lp, team=["lp1"], casussen=casussen))
    assert bij(antwoord) == {"c1": ["lp1"], "c2": ["gw1"]}


def test_who_comes_along_travels_too() -> None:
    gw1, gw2 = mens("gw1", "di ochtend"), mens("gw2", "di ochtend@s2")
    bpo = mens("bpo1", "di ochtend", "di ochtend@s2")
    planweek = week(
        gw1,
        gw2,
        bpo,
        reistijd=REIS,
        kernteams=[{"school": "s1", "leden": ["bpo1"]}, {"school": "s2", "leden": ["bpo1"]}],
        casussen=[
            vast("c1", optie("09:00", "gw1")),
            casus(id="c2", school="s2", gezinswerker="gw2", minuten=60, ouders=[]),
        ],
    )
    planweek["mensen"][1]["bezet"] = [blok("08:00", "10:00"), blok("11:00", "13:00")]
    assert bij(deel_in(planweek))["c2"] == ["bpo1", "gw2"]
    planweek["casussen"][0]["vast"]["mensen"] = ["bpo1", "gw1"]
    assert bij(deel_in(planweek))["c2"] == ["gw2"]


def test_a_lifted_requirement_books_nobody() -> None:
    wie = [mens(id_, "di ochtend", bezet=[blok("10:00", "12:30")]) for id_ in ("gw1", "gw2", "lp1")]
    casussen = [
        casus("verzuim", id="c1"),
        casus("verzuim", id="c2", gezinswerker="gw2", zonder=zonder("leerplichtambtenaar")),
    ]
    antwoord = deel_in(week(*wie, team=["lp1"], casussen=casussen))
    assert bij(antwoord) == {"c1": ["gw1", "lp1"], "c2": ["gw2"]}


def test_what_is_offered_is_booked_as_it_stands() -> None:
    planweek = week(GW, mens("lp1", "di"), team=["lp1"], casussen=[open_("c1", optie("09:00", "gw1"))])
    assert bij(deel_in(planweek)) == {"c1": ["gw1"]}


# --- rooms ------------------------------------------------------------------------------------------


def kamer(id_: str, *bezet: dict[str, Any]) -> dict[str, Any]:
    return {"id": id_, "bezet": list(bezet)}


GWS = [mens("gw1", "di ochtend"), mens("gw2", "di ochtend")]


def test_one_room_holds_one_talk_at_a_time() -> None:
    casussen = [casus(id="c1"), casus(id="c2", gezinswerker="gw2")]
    antwoord = deel_in(week(*GWS, school={"ruimtes": [kamer("1.12")]}, casussen=casussen))
    assert sorted(plekken(antwoord).values()) == ["24 09:00", "24 10:00"]
    assert kamers(antwoord) == {"c1": "1.12", "c2": "1.12"}


def test_any_free_room_may_be_taken_not_only_the_first() -> None:
    casussen = [casus(id="c1"), casus(id="c2", gezinswerker="gw2")]
    antwoord = deel_in(week(*GWS, school={"ruimtes": [kamer("2"), kamer("1")]}, casussen=casussen))
    assert plekken(antwoord) == {"c1": "24 09:00", "c2": "24 09:00"}
    assert kamers(antwoord) == {"c1": "1", "c2": "2"}


def test_a_talk_stays_in_one_room_where_counting_rooms_would_do() -> None:
    """Room 1 is taken from ten, room 2 until ten: at each moment one is free, but none for the whole talk."""
    ruimtes = [kamer("1", blok("10:00", "12:30")), kamer("2", blok("08:30", "10:00"))]
    gw = mens("gw1", "di ochtend", bezet=[blok("08:30", "09:30"), blok("10:30", "12:30")])
    planweek = week(gw, school={"ruimtes": ruimtes}, raster_minuten=30, casussen=[casus()])
    assert niet(deel_in(planweek)) == ["c1"]
    planweek["casussen"] = [casus(minuten=30)]
    assert kamers(deel_in(planweek)) == {"c1": "1"}


def test_a_room_that_others_cannot_use_goes_to_whoever_can_use_no_other() -> None:
    """From nine only room 1 is free so long; the short talk has to leave it, though it comes first by id."""
    ruimtes = [kamer("1"), kamer("2", blok("09:30", "12:30"))]
    tot = [blok("10:00", "12:30"), blok("08:30", "09:00")]
    wie = [mens("gw1", "di ochtend", bezet=tot), mens("gw2", "di ochtend", bezet=tot)]
    casussen = [casus(id="c1", minuten=30), casus(id="c2", gezinswerker="gw2")]
    antwoord = deel_in(week(*wie, school={"ruimtes": ruimtes}, casussen=casussen))
    assert kamers(antwoord) == {"c1": "2", "c2": "1"}


def test_the_same_room_number_at_two_schools_is_two_rooms() -> None:
    wie = [mens("gw1", "di ochtend"), mens("gw2", "di ochtend@s2")]
    planweek = week(*wie, casussen=[casus(id="c1"), casus(id="c2", school="s2", gezinswerker="gw2")])
    for school in planweek["scholen"]:
        school["ruimtes"] = [kamer("1.12")]
    assert plekken(deel_in(planweek)) == {"c1": "24 09:00", "c2": "24 09:00"}


def test_a_fixed_talk_takes_its_room_and_one_without_takes_none() -> None:
    school = {"ruimtes": [kamer("1.12")]}
    bezet = week(
        *GWS, school=school, casussen=[vast("c1", optie("09:00", "gw2", ruimte="1.12")), casus(id="c2")]
    )
    assert plekken(deel_in(bezet))["c2"] == "24 10:00"
    bezet["casussen"][0]["vast"]["ruimte"] = None
    antwoord = deel_in(bezet)
    assert plekken(antwoord)["c2"] == "24 09:00"
    assert kamers(antwoord) == {"c1": None, "c2": "1.12"}


def test_a_full_school_names_the_room_and_who_has_it() -> None:
    ruimtes = [kamer("1.12", blok("10:00", "13:00"))]
    casussen = [casus(id="c1"), casus(id="c2", gezinswerker="gw2")]
    antwoord = deel_in(week(*GWS, school={"ruimtes": ruimtes}, casussen=casussen))
    assert "ruimte 1.12 door c1" in antwoord["niet_geplaatst"][0]["reden"]


# --- time and travel --------------------------------------------------------------------------------


def test_ending_at_ten_and_starting_at_ten_do_not_clash() -> None:
    planweek = van_opties(open_("c1", optie("09:00", "gw1")), open_("c2", optie("10:00", "gw1")))
    assert niet(deel_in(planweek)) == []


@pytest.mark.parametrize(("start", "past"), [("10:29", False), ("10:30", True), ("10:00", False)])
def test_travel_of_half_an_hour_lies_between_schools(start: str, past: bool) -> None:
    casussen = [open_("c1", optie("09:00", "gw1")), open_("c2", optie(start, "gw1"), school="s2")]
    assert (niet(deel_in(van_opties(*casussen, reistijd=REIS))) == []) is past


@pytest.mark.parametrize(("start", "past"), [("07:31", False), ("07:30", True)])
def test_travel_counts_before_a_talk_too(start: str, past: bool) -> None:
    casussen = [open_("c1", optie("09:00", "gw1")), open_("c2", optie(start, "gw1"), school="s2")]
    assert (niet(deel_in(van_opties(*casussen, reistijd=REIS))) == []) is past


def test_travel_is_for_people_only_and_never_within_a_school() -> None:
    casussen = [open_("c1", optie("09:00", "gw1")), open_("c2", optie("10:00", "gw2"), school="s2")]
    assert niet(deel_in(van_opties(*casussen, reistijd=REIS))) == []


def test_a_pair_of_schools_that_is_not_named_takes_no_time() -> None:
    casussen = [open_("c1", optie("09:00", "gw1")), open_("c2", optie("10:00", "gw1"), school="s2")]
    assert niet(deel_in(van_opties(*casussen))) == []


def test_voorbehoud_does_not_block() -> None:
    gw = mens("gw1", "di ochtend", bezet=[blok("08:00", "13:00", staat="voorbehoud")])
    assert niet(deel_in(week(gw, casussen=twee_uur()))) == []


# --- what is fixed ----------------------------------------------------------------------------------


def test_a_fixed_talk_stays_also_where_no_rule_would_put_it() -> None:
    """Off the grid, on a Sunday outside the week, with somebody who is nowhere: it is a fact."""
    zondag = optie("2026-12-06T19:07", "lp1", minuten=45, kosten=7)
    antwoord = deel_in(van_opties(vast("c1", zondag, uiterlijk="2026-11-24")))
    (plaats,) = antwoord["geplaatst"]
    assert plaats["start"] == "2026-12-06T19:07:00+01:00"
    assert (plaats["mensen"], plaats["kosten"], antwoord["kosten"]) == (["lp1"], 7, 7)


def test_a_fixed_talk_keeps_its_people_from_others() -> None:
    casussen = [vast("c9", optie("09:00", "lp1")), open_("c1", optie("09:30", "gw1", "lp1"), spoed=True)]
    antwoord = deel_in(van_opties(*casussen))
    assert niet(antwoord) == ["c1"]
    assert "lp1 door c9" in antwoord["niet_geplaatst"][0]["reden"]


def test_a_fixed_talk_at_another_school_keeps_its_travel() -> None:
    casussen = [
        vast("c9", optie("09:00", "gw1"), school="s2"),
        open_("c1", optie("10:15", "gw1"), optie("10:30", "gw1", kosten=5)),
    ]
    assert plekken(deel_in(van_opties(*casussen, reistijd=REIS)))["c1"] == "24 10:30"


def test_fixed_goes_before_what_is_offered() -> None:
    alles = casus(id="c1", vast=optie("09:00", "gw1", kosten=3), opties=[optie("11:00", "gw1")])
    assert plekken(deel_in(van_opties(alles))) == {"c1": "24 09:00"}


@pytest.mark.parametrize(
    ("een", "ander", "school"),
    [
        (optie("09:00", "gw1"), optie("09:59", "gw1"), "s1"),
        (optie("09:00", "gw1"), optie("10:29", "gw1"), "s2"),
        (optie("09:00", ruimte="1"), optie("09:30", ruimte="1"), "s1"),
    ],
)
def test_two_fixed_talks_that_clash_are_no_week(een: Any, ander: Any, school: str) -> None:
    casussen = [vast("c1", een), vast("c2", ander, school=school)]
    with pytest.raises(PlanweekOngeldig):
        deel_in(van_opties(*casussen, school={"ruimtes": [kamer("1")]}, reistijd=REIS))


@pytest.mark.parametrize(
    ("een", "ander", "school"),
    [
        (optie("09:00", "gw1"), optie("10:00", "gw1"), "s1"),
        (optie("09:00", "gw1"), optie("10:30", "gw1"), "s2"),
        (optie("09:00", ruimte="1"), optie("10:00", ruimte="1"), "s1"),
        (optie("09:00"), optie("09:00"), "s1"),
    ],
)
def test_two_fixed_talks_that_only_touch_are_fine(een: Any, ander: Any, school: str) -> None:
    casussen = [vast("c1", een), vast("c2", ander, school=school)]
    planweek = van_opties(*casussen, school={"ruimtes": [kamer("1")]}, reistijd=REIS)
    assert len(deel_in(planweek)["geplaatst"]) == 2
