"""Contract 4, `voorstellen`, sentence by sentence; written from the contract, on files as others write."""

from __future__ import annotations

from typing import Any

import pytest

from tests.planner.bouw import blok, casus, eerste, lessen, mens, ouders, tijden, week, wie_niet, zonder

GW = mens("gw1", "di ochtend")
REIS = [{"tussen": ["s2", "s1"], "minuten": 30}]


def met(**meer: Any) -> dict[str, Any]:
    """gw1 on Tuesday morning, and one casus with this."""
    return week(GW, casussen=[casus(**meer)])


# --- when somebody can ----------------------------------------------------------------------------


def test_neighbouring_dagdelen_join() -> None:
    assert "24 12:00" in tijden(week(mens("gw1", "di")))
    met_pauze = {"ochtend": ["08:30", "12:30"], "middag": ["12:45", "17:00"]}
    assert "24 12:00" not in tijden(week(mens("gw1", "di"), dagdelen=met_pauze))


def test_the_file_decides_what_a_dagdeel_is_called_and_when_it_is() -> None:
    dagdelen = {
        "voor_school": ["07:00", "08:15"],
        "ochtend": ["08:15", "09:00"],
        "middag": ["13:00", "14:00"],
    }
    gw = mens("gw1", "di voor_school", "di ochtend", "do middag")
    assert tijden(week(gw, dagdelen=dagdelen)) == ["24 07:00", "24 08:00", "26 13:00"]


def test_a_talk_longer_than_one_dagdeel_needs_both() -> None:
    lang = [casus(minuten=300)]
    assert wie_niet(week(GW, casussen=lang)) == ["gw1"]
    assert tijden(week(mens("gw1", "di"), casussen=lang)) == ["24 09:00", "24 10:00", "24 11:00", "24 12:00"]


def test_half_open_ends() -> None:
    gw = mens("gw1", "di ochtend", bezet=[blok("08:30", "10:00"), blok("11:00", "12:30")])
    assert tijden(week(gw)) == ["24 10:00"]
    krap = mens("gw1", "di ochtend", bezet=[blok("08:30", "10:01"), blok("11:00", "12:30")])
    assert wie_niet(week(krap)) == ["gw1"]


@pytest.mark.parametrize("paar", [["s1", "s2"], ["s2", "s1"]])
def test_a_block_at_another_school_is_widened_on_both_sides_whichever_way_the_pair_stands(
    paar: list[str],
) -> None:
    gw = mens("gw1", "di", bezet=[blok("11:00", "12:00", school="s2")])
    reis = [{"tussen": paar, "minuten": 60}]
    assert tijden(week(gw, reistijd=reis)) == ["24 09:00", "24 13:00", "24 14:00", "24 15:00", "24 16:00"]
    reis[0]["minuten"] = 61
    assert tijden(week(gw, reistijd=reis)) == ["24 14:00", "24 15:00", "24 16:00"]


def test_a_missing_pair_the_own_school_and_no_school_take_no_travel() -> None:
    zonder_reis = tijden(week(mens("gw1", "di", bezet=[blok("11:00", "12:00", school="s2")])))
    for school in (None, "s1"):
        gw = mens("gw1", "di", bezet=[blok("11:00", "12:00", school=school)])
        assert tijden(week(gw, reistijd=[{"tussen": ["s1", "s2"], "minuten": 60}])) == zonder_reis


def test_somebody_at_two_schools_is_looked_at_for_each() -> None:
    gw = mens("gw1", "di ochtend", "di middag@s2", bezet=[blok("12:00", "13:00", school="s2")])
    casussen = [casus(), casus(id="c2", school="s2")]
    planweek = week(gw, casussen=casussen, reistijd=REIS, raster_minuten=30)
    assert tijden(planweek) == ["24 08:30", "24 09:00", "24 09:30", "24 10:00", "24 10:30"]
    tweede = tijden({**planweek, "casussen": casussen[1:]})
    assert tweede == [f"24 {u}" for u in ["13:00", "13:30", "14:00", "14:30", "15:00", "15:30", "16:00"]]


def test_a_block_over_midnight_and_over_days() -> None:
    nacht = blok("2026-11-23T20:00", "2026-11-24T10:00")
    assert tijden(week(mens("gw1", "di ochtend", bezet=[nacht]))) == ["24 10:00", "24 11:00"]
    dagen = blok("2026-11-23T12:00", "2026-11-26T11:00")
    assert tijden(week(mens("gw1", "di", "wo", "do ochtend", bezet=[dagen]))) == ["26 11:00"]


def test_a_block_written_with_another_offset() -> None:
    utc = blok("2026-11-24T08:00:00Z", "2026-11-24T09:00:00+00:00")
    assert tijden(week(mens("gw1", "di ochtend", bezet=[utc]))) == ["24 10:00", "24 11:00"]


def test_voorbehoud_does_not_block() -> None:
    gw = mens("gw1", "di ochtend", bezet=[blok("08:30", "12:30", staat="voorbehoud")])
    gevonden = eerste(week(gw))["voorstellen"]
    assert [v["kenmerken"] for v in gevonden] == [["onder voorbehoud"]] * 3


def test_starts_lie_on_a_grid_from_midnight() -> None:
    zeven = tijden(week(GW, raster_minuten=7, casussen=[casus(minuten=200)]))
    assert zeven == ["24 08:31", "24 08:38", "24 08:45", "24 08:52", "24 08:59", "24 09:06"]
    assert tijden(week(GW, raster_minuten=1440, casussen=[casus(zonder=zonder("gw1"))]))[:2] == [
        "23 00:00",
        "24 00:00",
    ]


def test_a_length_that_is_no_multiple_of_the_grid() -> None:
    assert tijden(met(minuten=50))[-1] == "24 11:00"
    assert tijden(met(minuten=91))[-1] == "24 10:00"
    assert eerste(met(minuten=50))["voorstellen"][0]["eind"] == "2026-11-24T09:50:00+01:00"


def test_only_days_on_which_the_school_is_open() -> None:
    gw = mens("gw1", "di ochtend", "wo ochtend", "za ochtend")
    dicht = week(gw, school={"dicht": ["2026-11-24"]}, tot="2026-11-30")
    assert {tijd[:2] for tijd in tijden(dicht)} == {"25"}
    assert wie_niet(week(GW, school={"dicht": ["2026-11-24"]})) == ["gw1", "school"]


def test_the_school_is_only_closed_on_the_listed_days() -> None:
    kerst = week(mens("gw1", "vr ochtend"), van="2026-12-21", tot="2026-12-26")
    kerst["casussen"] = [casus(aangemeld="2026-12-21", uiterlijk="2026-12-28")]
    assert tijden(kerst) == ["25 09:00", "25 10:00", "25 11:00"]


def test_the_window_is_half_open_and_uiterlijk_is_not() -> None:
    gw = mens("gw1", "ma ochtend", "di ochtend", "wo ochtend", "do ochtend", "vr ochtend")
    lang = casus(minuten=240)
    for grenzen, dagen in (
        ({"van": "2026-11-24", "tot": "2026-11-26"}, ["24", "25"]),
        ({"van": "2026-11-26", "tot": "2026-11-27"}, ["26"]),
    ):
        assert [t[:2] for t in tijden(week(gw, casussen=[lang], raster_minuten=30, **grenzen))] == dagen
    kort = casus(minuten=240, aangemeld="2026-11-24", uiterlijk="2026-11-25")
    assert [t[:2] for t in tijden(week(gw, casussen=[kort], raster_minuten=30))] == ["24", "25"]


def test_a_window_without_any_day_of_the_casus() -> None:
    assert wie_niet(met(aangemeld="2026-12-01", uiterlijk="2026-12-08")) == ["school"]
    assert wie_niet(week(GW, tot="2026-11-23")) == ["school"]


def test_a_talk_lies_within_one_window_of_the_parents() -> None:
    naast = casus(ouders=ouders("di 09:00-10:30", "di 10:30-12:00", "wo 08:30-12:30"))
    assert tijden(week(GW, casussen=[naast])) == ["24 09:00", "24 11:00"]
    assert wie_niet(met(ouders=ouders("wo 08:30-12:30"))) == ["gw1", "ouders"]
    assert wie_niet(met(ouders=ouders("di 08:30-09:29"))) == ["ouders"]


def test_the_first_free_room_by_code_point() -> None:
    ruimtes = [
        {"id": "b", "bezet": []},
        {"id": "B", "bezet": [blok("08:00", "10:00")]},
        {"id": "1.2", "bezet": [blok("08:00", "11:00", staat="bezet", school=None)]},
        {"id": "10", "bezet": [blok("11:00", "12:00")]},
    ]
    planweek = week(GW, school={"ruimtes": ruimtes})
    assert [v["ruimte"] for v in eerste(planweek)["voorstellen"]] == ["10", "10", "1.2"]
    vol = [{"id": "1", "bezet": [blok("08:30", "12:00")]}]
    assert wie_niet(week(GW, school={"ruimtes": vol})) == ["gw1", "ruimte"]
    misschien = [{"id": "1", "bezet": [blok("08:30", "12:00", staat="voorbehoud")]}]
    assert len(tijden(week(GW, school={"ruimtes": misschien}))) == 3


def test_capitals_come_before_small_letters() -> None:
    ruimtes: list[dict[str, Any]] = [{"id": id_, "bezet": []} for id_ in ("a", "é", "B", "Z")]
    assert {v["ruimte"] for v in eerste(week(GW, school={"ruimtes": ruimtes}))["voorstellen"]} == {"B"}


def test_rooms_belong_to_their_own_school() -> None:
    planweek = week(GW, school={"ruimtes": [{"id": "1", "bezet": []}]})
    planweek["scholen"][1]["ruimtes"] = [{"id": "1", "bezet": [blok("08:00", "17:00")]}]
    assert [v["ruimte"] for v in eerste(planweek)["voorstellen"]] == ["1", "1", "1"]


@pytest.mark.parametrize(("vrijdag", "verschil"), [("2026-10-23", "+02:00"), ("2027-03-26", "+01:00")])
def test_the_clock_changes_in_the_weekend_and_school_keeps_its_hours(vrijdag: str, verschil: str) -> None:
    dagen = {"2026-10-23": ("2026-10-27", "2026-10-26"), "2027-03-26": ("2027-03-30", "2027-03-29")}
    tot, maandag = dagen[vrijdag]
    bezet = [blok("09:00", "11:00", dag) for dag in (vrijdag, maandag)]
    gw = mens("gw1", "vr ochtend", "zo", "ma ochtend", bezet=bezet)
    gesprek = casus(aangemeld=vrijdag, uiterlijk=maandag, ouders=ouders("vr 11:00-12:00", "ma 11:00-12:00"))
    gevonden = eerste(week(gw, casussen=[gesprek], van=vrijdag, tot=tot))["voorstellen"]
    ander = "+01:00" if verschil == "+02:00" else "+02:00"
    assert [v["start"] for v in gevonden] == [f"{vrijdag}T11:00:00{verschil}", f"{maandag}T11:00:00{ander}"]


def test_a_block_over_the_clock_change_blocks_by_the_clock_on_both_sides() -> None:
    weekend = blok("2026-10-24T12:00", "2026-10-26T10:00")
    gw = mens("gw1", "ma ochtend", bezet=[weekend])
    gesprek = casus(aangemeld="2026-10-23", uiterlijk="2026-10-30")
    assert tijden(week(gw, casussen=[gesprek], van="2026-10-24", tot="2026-10-27")) == [
        "26 10:00",
        "26 11:00",
    ]


# --- the order, and what a proposal says ----------------------------------------------------------


def test_most_partners_first_and_a_gezinswerker_is_none() -> None:
    lp = mens("lp1", "di ochtend", bezet=[blok("08:30", "11:00")])
    gw2 = mens("gw2", "di ochtend", bezet=[blok("10:00", "12:00")])
    gevonden = eerste(week(GW, lp, gw2, team=["gw1", "gw2", "lp1"]))["voorstellen"]
    assert [v["start"][11:13] for v in gevonden] == ["11", "09", "10"]
    assert [v["erbij"] for v in gevonden] == [["gw1", "lp1"], ["gw1", "gw2"], ["gw1"]]
    assert gevonden[2]["niet_erbij"] == ["gw2", "lp1"]


def test_a_named_mentor_outside_the_kernteam_is_no_partner() -> None:
    mentor = mens("mentor7", "di ochtend", bezet=[blok("08:30", "11:00")])
    gesprek = casus(verplicht=["mentor7"], zonder=zonder("mentor7"))
    assert tijden(week(GW, mentor, casussen=[gesprek])) == ["24 09:00", "24 10:00", "24 11:00"]


def test_liefst_before_kan_then_no_voorbehoud_then_no_lesson_then_earliest() -> None:
    lp = mens("lp1", "di", bezet=[blok("13:00", "16:00", staat="voorbehoud")])
    gesprek = casus(
        ouders=ouders("di 08:30-12:30", "di 12:30-17:00 liefst", "di 13:00-14:00"),
        lessen=lessen("di 09:00-10:00", "di 15:00-16:30"),
    )
    planweek = week(mens("gw1", "di"), lp, team=["lp1"], casussen=[gesprek])
    assert tijden(planweek) == [
        *("24 16:00", "24 13:00", "24 14:00", "24 15:00"),
        *("24 10:00", "24 11:00", "24 09:00"),
    ]
    kenmerken = {v["start"][11:13]: v["kenmerken"] for v in eerste(planweek)["voorstellen"]}
    assert kenmerken["15"] == ["tijdens les", "onder voorbehoud"]
    assert kenmerken["16"] == kenmerken["09"] == ["tijdens les"]
    assert kenmerken["13"] == ["onder voorbehoud"]
    assert kenmerken["10"] == []


def test_voorbehoud_of_somebody_who_is_not_there_does_not_count() -> None:
    lp = mens("lp1", "do", bezet=[blok("08:30", "10:00", staat="voorbehoud")])
    gevonden = eerste(week(GW, lp, team=["lp1"]))["voorstellen"]
    assert [(v["start"][11:13], v["kenmerken"]) for v in gevonden] == [("09", []), ("10", []), ("11", [])]


def test_voorbehoud_at_another_school_reaches_as_far_as_the_road() -> None:
    gw = mens("gw1", "di ochtend", bezet=[blok("09:00", "09:30", staat="voorbehoud", school="s2")])
    gevonden = eerste(week(gw, reistijd=[{"tussen": ["s1", "s2"], "minuten": 31}]))["voorstellen"]
    assert [(v["start"][11:13], bool(v["kenmerken"])) for v in gevonden] == [
        ("11", False),
        ("09", True),
        ("10", True),
    ]


def test_a_lesson_that_only_touches_is_no_lesson() -> None:
    planweek = met(lessen=lessen("di 08:30-10:00", "di 11:00-12:30", "wo 10:00-11:00"))
    assert [v["kenmerken"] for v in eerste(planweek)["voorstellen"]] == [[], ["tijdens les"], ["tijdens les"]]
    assert tijden(planweek) == ["24 10:00", "24 09:00", "24 11:00"]


def test_a_gezinswerker_outside_the_kernteam_is_there_but_never_missed() -> None:
    gevonden = eerste(week(GW, mens("lp1", "do"), team=["lp1"]))["voorstellen"][0]
    assert (gevonden["erbij"], gevonden["niet_erbij"]) == (["gw1"], ["lp1"])


def test_each_casus_alone_whatever_is_fixed_or_offered() -> None:
    vast = {"start": "2026-11-24T09:00", "minuten": 60, "ruimte": "1", "mensen": ["gw1"], "kosten": 3}
    casussen = [casus(id="b"), casus(id="a", vast=vast), casus(id="Z", opties=[])]
    planweek = week(GW, casussen=casussen, school={"ruimtes": [{"id": "1", "bezet": []}]})
    alles = [eerste({**planweek, "casussen": [een]}) for een in sorted(casussen, key=lambda c: c["id"])]
    assert [len(een["voorstellen"]) for een in alles] == [3, 3, 3]


# --- why not --------------------------------------------------------------------------------------


def test_each_single_requirement_without_which_there_would_be_one() -> None:
    lp = mens("lp1", "di", bezet=[blok("08:30", "17:00")])
    planweek = week(GW, lp, team=["lp1"], casussen=[casus("verzuim", ouders=ouders("di 08:30-12:30"))])
    assert wie_niet(planweek) == ["leerplichtambtenaar"]
    elk = week(GW, mens("lp1", "wo ochtend"), team=["lp1"], casussen=[casus("verzuim")])
    assert wie_niet(elk) == ["gw1", "leerplichtambtenaar"]


def test_of_sets_of_two_the_first_in_order() -> None:
    lp, mentor = mens("lp1", "wo ochtend"), mens("mentor7", "do ochtend")
    planweek = week(GW, lp, mentor, team=["lp1"], casussen=[casus("verzuim", verplicht=["mentor7"])])
    assert wie_niet(planweek) == ["gw1", "leerplichtambtenaar"]


def test_only_the_days_of_the_casus_count_for_the_reason() -> None:
    """On Monday only lp1 is missing, but then the casus was not there yet."""
    gw, lp = mens("gw1", "ma ochtend"), mens("lp1", "do")
    gesprek = casus("verzuim", aangemeld="2026-11-24", uiterlijk="2026-11-25")
    assert wie_niet(week(gw, lp, team=["lp1"], casussen=[gesprek])) == ["gw1", "leerplichtambtenaar"]
    gesprek["aangemeld"] = "2026-11-23"
    assert wie_niet(week(gw, lp, team=["lp1"], casussen=[gesprek])) == ["leerplichtambtenaar"]


def test_a_set_of_three_with_the_room_the_parents_and_the_school() -> None:
    planweek = week(
        GW,
        school={
            "dicht": ["2026-11-24"],
            "ruimtes": [{"id": "1", "bezet": [blok("00:00", "2026-11-26T00:00")]}],
        },
        casussen=[casus(ouders=ouders("za 08:30-12:00"))],
        van="2026-11-24",
        tot="2026-11-25",
    )
    assert wie_niet(planweek) == ["ouders", "ruimte", "school"]


def test_the_sentences_name_no_night_and_no_id() -> None:
    planweek = week(mens("gw1"), mens("lp1", "di ochtend"), team=["lp1"])
    (regel,) = eerste(planweek)["waarom_niet"]
    assert regel["wie"] == "gw1"
    assert regel["reden"] == (
        "gezinswerker is dan niet op school (nooit op deze school); "
        "zonder deze eis kan het op ma 23 nov 09:00"
    )
