"""Contract 4, "Who must be there", on files as others write them; written from the contract."""

from __future__ import annotations

import pytest

from tests.planner.bouw import blok, casus, eerste, mens, tijden, week, wie_niet, zonder

GW = mens("gw1", "di ochtend")


@pytest.mark.parametrize(
    ("reden", "wie"),
    [
        ("thuiszitten", "lp1"),
        ("verzuim", "lp1"),
        ("ziekte", "ja1"),
        ("ziekte", "jgz1"),
        ("leren", "bpo1"),
        ("schoolloopbaan", "bpo1"),
        ("gedrag", "bpo1"),
    ],
)
def test_a_reason_asks_for_a_member_of_the_kernteam(reden: str, wie: str) -> None:
    laat = mens(wie, "di ochtend", bezet=[blok("08:00", "11:00")])
    assert tijden(week(GW, laat, team=[wie], casussen=[casus(reden)])) == ["24 11:00"]


@pytest.mark.parametrize(
    "reden", ["thuissituatie", "opvoeding", "conflict", "pesten", "schulden", "verslaving"]
)
def test_other_reasons_ask_for_nobody_more(reden: str) -> None:
    team = [mens(wie) for wie in ("lp1", "ja1", "jgz1", "bpo1")]
    planweek = week(GW, *team, team=["lp1", "ja1", "jgz1", "bpo1"], casussen=[casus(reden)])
    assert tijden(planweek) == ["24 09:00", "24 10:00", "24 11:00"]


def test_several_reasons_ask_for_the_union() -> None:
    lp = mens("lp1", "di ochtend", bezet=[blok("08:00", "10:00")])
    bpo = mens("bpo1", "di ochtend", bezet=[blok("11:00", "12:00")])
    planweek = week(GW, lp, bpo, team=["lp1", "bpo1"], casussen=[casus("verzuim", "thuiszitten", "gedrag")])
    assert tijden(planweek) == ["24 10:00"]


def test_one_of_a_role_is_enough_whoever_of_them_can() -> None:
    lp1 = mens("lp1", "di ochtend", bezet=[blok("08:00", "10:00")])
    lp2 = mens("lp2", "di ochtend", bezet=[blok("10:00", "11:00")])
    planweek = week(GW, lp1, lp2, team=["lp1", "lp2"], casussen=[casus("verzuim")])
    assert tijden(planweek) == ["24 11:00", "24 09:00", "24 10:00"]


@pytest.mark.parametrize(
    ("reden", "rol"),
    [
        ("verzuim", "leerplichtambtenaar"),
        ("ziekte", "jeugdarts"),
        ("gedrag", "begeleider_passend_onderwijs"),
    ],
)
def test_a_kernteam_without_the_role_names_the_role(reden: str, rol: str) -> None:
    elders = [mens("lp1", "di"), mens("ja1", "di"), mens("bpo1", "di")]
    planweek = week(GW, *elders, casussen=[casus(reden)])
    planweek["kernteams"].append({"school": "s2", "leden": ["lp1", "ja1", "bpo1"]})
    assert wie_niet(planweek) == [rol]
    assert wie_niet({**planweek, "kernteams": []}) == [rol]


def test_whoever_is_named_must_be_there_also_outside_the_kernteam() -> None:
    mentor = mens("mentor7", "di ochtend", bezet=[blok("08:00", "11:00")])
    gevonden = eerste(week(GW, mentor, team=["gw1"], casussen=[casus(verplicht=["mentor7"])]))
    assert [v["erbij"] for v in gevonden["voorstellen"]] == [["gw1", "mentor7"]]
    assert gevonden["voorstellen"][0]["niet_erbij"] == []


def test_a_mentor_without_presence_is_never_there() -> None:
    assert wie_niet(week(GW, mens("mentor7"), casussen=[casus(verplicht=["mentor7"])])) == ["mentor7"]


def test_the_same_person_may_be_required_twice() -> None:
    lp = mens("lp1", "do")
    planweek = week(
        GW, lp, team=["lp1"], casussen=[casus("verzuim", verplicht=["lp1", "lp1", "gw1"])], raster_minuten=30
    )
    assert wie_niet(planweek) == ["gw1"]
    dicht = {**planweek, "scholen": [{"id": "s1", "dicht": ["2026-11-26"]}, {"id": "s2"}]}
    assert wie_niet(dicht) == ["gw1", "school"]
    weg = {**planweek, "mensen": [GW, mens("lp1")]}
    assert wie_niet(weg) == ["leerplichtambtenaar", "lp1"]


@pytest.mark.parametrize("wie", ["lp1", "leerplichtambtenaar"])
def test_zonder_lifts_and_whoever_still_comes_counts(wie: str) -> None:
    lp = mens("lp1", "di ochtend", bezet=[blok("08:00", "11:00")])
    gevonden = eerste(week(GW, lp, team=["lp1"], casussen=[casus("verzuim", zonder=zonder(wie))]))
    assert [v["start"][11:16] for v in gevonden["voorstellen"]] == ["11:00", "09:00", "10:00"]
    assert gevonden["voorstellen"][0]["erbij"] == ["gw1", "lp1"]
    assert gevonden["voorstellen"][1]["niet_erbij"] == ["lp1"]


@pytest.mark.parametrize("wie", ["jeugdarts", "jeugdverpleegkundige", "jgz1"])
def test_zonder_lifts_what_illness_asks_by_either_role(wie: str) -> None:
    planweek = week(GW, mens("jgz1", "do"), team=["jgz1"], casussen=[casus("ziekte", zonder=zonder(wie))])
    assert tijden(planweek) == ["24 09:00", "24 10:00", "24 11:00"]


@pytest.mark.parametrize("wie", ["mentor7", "mentor"])
def test_zonder_lifts_somebody_who_was_named(wie: str) -> None:
    planweek = week(GW, mens("mentor7"), casussen=[casus(verplicht=["mentor7"], zonder=zonder(wie))])
    assert tijden(planweek) == ["24 09:00", "24 10:00", "24 11:00"]


def test_zonder_the_gezinswerker_the_others_still_must() -> None:
    lp = mens("lp1", "wo ochtend")
    gevonden = eerste(week(GW, lp, team=["lp1"], casussen=[casus("verzuim", zonder=zonder("gw1"))]))
    assert {v["start"][8:10] for v in gevonden["voorstellen"]} == {"25"}
    assert gevonden["voorstellen"][0]["erbij"] == ["lp1"]
    assert gevonden["voorstellen"][0]["niet_erbij"] == []


def test_a_zonder_for_a_kernteam_without_that_role_makes_it_possible() -> None:
    assert len(tijden(week(GW, casussen=[casus("verzuim", zonder=zonder("leerplichtambtenaar"))]))) == 3


def test_somebody_whose_id_is_the_name_of_a_role() -> None:
    """Both are asked: the person of that id, and one of the kernteam with that role."""
    naamgenoot = {**mens("leerplichtambtenaar", "di ochtend"), "rol": "mentor"}
    gesprek = casus("verzuim", verplicht=["leerplichtambtenaar"])
    lp = mens("lp1", "di ochtend", bezet=[blok("08:00", "10:00")])
    assert tijden(week(GW, naamgenoot, lp, team=["lp1"], casussen=[gesprek])) == ["24 10:00", "24 11:00"]
    naamgenoot["aanwezig"] = []
    assert wie_niet(week(GW, naamgenoot, lp, team=["lp1"], casussen=[gesprek])) == ["leerplichtambtenaar"]
