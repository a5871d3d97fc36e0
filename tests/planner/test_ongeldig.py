"""A week that cannot be planned with: `planweek_ongeldig`, and a sentence that says what is wrong."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.planning.tijd import PlanweekOngeldig
from kernteam_tui.services.planner import stel_week_voor
from tests.planner.bouw import antwoord, blok, casus, mens, week

Wijziging = Callable[[dict[str, Any]], object]


def goed() -> dict[str, Any]:
    """A week that is right, with everything in it."""
    return week(
        mens("gw1", "di ochtend", bezet=[blok("09:00", "10:00")]),
        mens("lp1", "di ochtend"),
        team=["gw1", "lp1"],
        school={"ruimtes": [{"id": "1", "bezet": [blok("09:00", "10:00")]}]},
        reistijd=[{"tussen": ["s1", "s2"], "minuten": 30}],
        casussen=[casus("verzuim"), casus(id="c2"), casus(id="c3", school="s2")],
    )


def optie(**meer: Any) -> dict[str, Any]:
    gewoon = {"start": "2026-11-24T10:00", "minuten": 60, "ruimte": None, "mensen": ["gw1"], "kosten": 0}
    return {**gewoon, **meer}


def zin(planweek: dict[str, Any]) -> str:
    with pytest.raises(PlanweekOngeldig) as fout:
        antwoord(planweek)
    assert fout.value.code == "planweek_ongeldig"
    assert fout.value.exit_status == 1
    return fout.value.zin


def c(planweek: dict[str, Any], nummer: int = 0) -> dict[str, Any]:
    gekozen: dict[str, Any] = planweek["casussen"][nummer]
    return gekozen


def test_the_week_without_a_fault_is_accepted() -> None:
    assert [een["id"] for een in antwoord(goed())] == ["c1", "c2", "c3"]


@pytest.mark.parametrize(
    ("wijzig", "noemt"),
    [
        (lambda w: w["kernteams"][0]["leden"].append("xx9"), "xx9"),
        (lambda w: w["kernteams"].append({"school": "xx9", "leden": []}), "xx9"),
        (lambda w: w["reistijd"][0].update(tussen=["s1", "xx9"]), "xx9"),
        (lambda w: w["mensen"][0]["aanwezig"][0].update(school="xx9"), "xx9"),
        (lambda w: w["mensen"][0]["aanwezig"][0].update(dagdeel="xx9"), "xx9"),
        (lambda w: w["mensen"][0]["bezet"][0].update(school="xx9"), "xx9"),
        (lambda w: w["scholen"][0]["ruimtes"][0]["bezet"][0].update(school="xx9"), "xx9"),
        (lambda w: c(w).update(school="xx9"), "xx9"),
        (lambda w: c(w).update(gezinswerker="xx9"), "xx9"),
        (lambda w: c(w).update(verplicht=["xx9"]), "xx9"),
        (lambda w: c(w).update(zonder=[{"wie": "xx9", "reden": "ziek"}]), "xx9"),
        (lambda w: c(w).update(vast=optie(mensen=["xx9"])), "xx9"),
        (lambda w: c(w).update(vast=optie(ruimte="xx9")), "xx9"),
        (lambda w: c(w).update(opties=[optie(), optie(mensen=["gw1", "xx9"])]), "xx9"),
        (lambda w: c(w).update(opties=[optie(ruimte="xx9")]), "xx9"),
        (lambda w: c(w, 2).update(opties=[optie(ruimte="1")]), "geen ruimte 1"),
        (lambda w: c(w, 2).update(vast=optie(), gezinswerker="xx9"), "xx9"),
        (lambda w: c(w).update(redenen=["luiheid"]), "casussen.0.redenen.0: kies uit"),
        (lambda w: w["mensen"][0].update(rol="directeur"), "mensen.0.rol: kies uit"),
        (lambda w: w["mensen"].append(mens("gw1")), "gw1"),
        (lambda w: w["scholen"].append({"id": "s1"}), "s1"),
        (lambda w: w["scholen"][0]["ruimtes"].append({"id": "1"}), "Ruimte 1"),
        (lambda w: w["kernteams"].append({"school": "s1", "leden": []}), "s1"),
        (lambda w: c(w, 1).update(id="c1"), "c1"),
        (lambda w: w["reistijd"].append({"tussen": ["s2", "s1"], "minuten": 31}), "s1 en s2"),
        (lambda w: w["reistijd"].append({"tussen": ["s2", "s2"], "minuten": 0}), "zichzelf"),
        (lambda w: w["reistijd"].append({"tussen": ["s2"], "minuten": 0}), "minstens"),
        (lambda w: w.update(tijdzone="America/New_York"), "tijdzone: kies uit"),
        (lambda w: w.update(schema="planweek/2"), "schema: kies uit"),
        (lambda w: w.update(van="2026-11-29"), "eindigt voor"),
        (lambda w: w.update(tot="2027-11-29"), "dagen"),
        (lambda w: w.update(van="1850-11-23", tot="1850-11-28"), "1850"),
        (lambda w: w.update(van="23-11-2026"), "van: moet een datum zijn"),
        (lambda w: w.update(raster_minuten=0), "raster_minuten: minstens 1"),
        (lambda w: w.update(raster_minuten="15"), "raster_minuten: moet een heel getal zijn"),
        (lambda w: w.update(raster_minuten=True), "raster_minuten: moet een heel getal zijn"),
        (lambda w: w["dagdelen"].update(ochtend=["12:30", "08:30"]), "ochtend"),
        (lambda w: w["dagdelen"].update(ochtend=["08:30", "24:00"]), "moet een tijd zijn"),
        (lambda w: w["mensen"][0]["bezet"][0].update(van="2026-11-24T11:00"), "gw1"),
        (lambda w: w["mensen"][0]["bezet"][0].update(van="2026-11-24"), "moet een moment zijn"),
        (lambda w: w["mensen"][0]["bezet"][0].update(van="0001-01-01T00:00"), "moet een moment zijn"),
        (lambda w: w["mensen"][0]["bezet"][0].update(staat="druk"), "staat: kies uit"),
        (lambda w: w["mensen"][0].update(naam="Lia"), "mensen.0.naam: dit veld bestaat niet"),
        (lambda w: c(w).update(minuten=0), "casussen.0.minuten: minstens 1"),
        (lambda w: c(w).update(minuten=60.5), "heel getal"),
        (lambda w: c(w).update(spoed="ja"), "waar of onwaar"),
        (lambda w: c(w).update(zonder=[{"wie": "lp1", "reden": " "}]), "mag niet leeg zijn"),
        (lambda w: c(w).update(zonder=[{"wie": "lp1"}]), "reden: ontbreekt"),
        (lambda w: c(w).update(ouders=[{"dag": "di", "van": "10:00", "tot": "09:00"}]), "Bij c1"),
        (lambda w: c(w).update(lessen=[{"dag": "xx", "van": "10:00", "tot": "11:00"}]), "dag: kies uit"),
        (lambda w: c(w).update(vast=optie(kosten=-1)), "kosten: minstens 0"),
        (lambda w: c(w).pop("uiterlijk"), "uiterlijk: ontbreekt"),
    ],
)
def test_what_is_wrong_is_named(wijzig: Wijziging, noemt: str) -> None:
    planweek = goed()
    wijzig(planweek)
    assert noemt in zin(planweek)


@pytest.mark.parametrize(
    ("ander", "school", "botst"),
    [
        (optie(start="2026-11-24T10:59"), "s1", True),
        (optie(start="2026-11-24T11:00"), "s1", False),
        (optie(start="2026-11-24T09:00:00+01:00", minuten=61), "s1", True),
        (optie(start="2026-11-24T09:00"), "s1", False),
        (optie(start="2026-11-24T11:29"), "s2", True),
        (optie(start="2026-11-24T11:30"), "s2", False),
        (optie(start="2026-11-24T08:30"), "s2", False),
        (optie(start="2026-11-24T08:31"), "s2", True),
        (optie(mensen=["lp1"]), "s1", False),
        (optie(mensen=["lp1"], ruimte="1"), "s1", True),
        (optie(mensen=["lp1"], ruimte="1", start="2026-11-24T11:00"), "s1", False),
    ],
)
def test_two_fixed_talks_clash_by_person_room_and_road(
    ander: dict[str, Any], school: str, botst: bool
) -> None:
    planweek = goed()
    c(planweek, 0).update(vast=optie(ruimte="1"))
    c(planweek, 1).update(vast=ander, school=school)
    if botst:
        assert "c1 en c2 botsen" in zin(planweek)
    else:
        assert len(antwoord(planweek)) == 3


def test_a_fixed_talk_may_stand_where_its_people_are_busy() -> None:
    """Only another fixed talk can clash with it: what was agreed, was agreed."""
    planweek = goed()
    c(planweek).update(vast=optie(start="2026-11-24T09:00", ruimte="1"))
    assert len(antwoord(planweek)) == 3


def test_not_everything_has_to_be_filled_in() -> None:
    kaal = {
        "van": "2026-11-23",
        "tot": "2026-11-28",
        "scholen": [{"id": "s1"}],
        "mensen": [{"id": "gw1", "rol": "gezinswerker", "aanwezig": None}],
        "casussen": [
            {
                "id": "c1",
                "school": "s1",
                "gezinswerker": "gw1",
                "aangemeld": "2026-11-23",
                "uiterlijk": "2026-11-30",
            }
        ],
    }
    assert [regel["wie"] for regel in antwoord(kaal)[0]["waarom_niet"]] == ["gw1"]
    assert antwoord({**kaal, "casussen": []}) == []


def test_many_faults_are_not_all_named() -> None:
    planweek = goed()
    planweek["mensen"] = [{"id": f"p{n}", "rol": "xx"} for n in range(40)]
    assert "; en nog 35." in zin(planweek)


def test_too_many_moments_are_refused_before_they_are_counted() -> None:
    planweek = goed()
    planweek.update(raster_minuten=1, casussen=[casus(id=f"c{n}") for n in range(400)])
    assert "te veel momenten" in zin(planweek)


@pytest.mark.parametrize(
    "tot",
    ["2026-11-24T10:00:00.000Z", "2026-11-24T11:00:00+01:00", "2026-11-24T11:00", "2026-11-24T05:00-05:00"],
)
def test_moments_as_other_programs_write_them(tot: str) -> None:
    gw = mens("gw1", "di ochtend", bezet=[blok("08:00", tot)])
    assert [v["start"] for v in antwoord(week(gw))[0]["voorstellen"]] == ["2026-11-24T11:00:00+01:00"]
    weg = mens("gw1", "di ochtend", bezet=[blok("11:00", "9998-12-31T00:00")])
    assert len(antwoord(week(weg))[0]["voorstellen"]) == 2


def test_a_file_that_was_bent_anywhere_is_read_or_refused() -> None:
    """Every value in the file in turn becomes something else; nothing but a sentence comes back."""
    geweigerd = 0
    anders: tuple[object, ...] = (None, -1, "x", [], {}, "2026-11-24", 10**30)
    for pad in paden(goed()):
        for waarde in anders:
            planweek = goed()
            plek: Any = planweek
            for deel in pad[:-1]:
                plek = plek[deel]
            plek[pad[-1]] = waarde
            try:
                antwoord(planweek)
            except InhoudOngeldig:
                geweigerd += 1
    assert geweigerd > 300


def paden(waarde: object, tot_hier: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if tot_hier:
        yield tot_hier
    delen = (
        waarde.items() if isinstance(waarde, dict) else enumerate(waarde) if isinstance(waarde, list) else ()
    )
    for naam, deel in delen:
        yield from paden(deel, (*tot_hier, naam))


@pytest.mark.parametrize("tekst", ["", "{", "[1", '{"van":NaN}x', "\0", '{"van":"\\u0000"}'])
def test_what_is_no_json_is_refused(tekst: str) -> None:
    with pytest.raises(InhoudOngeldig):
        stel_week_voor(tekst)


@pytest.mark.parametrize("waarde", [None, 3, "x", [], [[]], {"id": {}}, 1e400, -0.0, "\ud800"])
@pytest.mark.parametrize("veld", sorted(goed()))
def test_nonsense_in_any_field_is_read_or_refused(veld: str, waarde: object) -> None:
    tekst = json.dumps({**goed(), veld: waarde})
    with contextlib.suppress(InhoudOngeldig):
        stel_week_voor(tekst)
