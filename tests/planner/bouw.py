"""Small weeks as `planweek/1`, and the program's answer to them by the road of the command line."""

from __future__ import annotations

import json
from typing import Any

from kernteam_tui.cli.planner import voorstellen_json
from kernteam_tui.services.planner import stel_week_voor

ROLLEN = {
    "gw": "gezinswerker",
    "lp": "leerplichtambtenaar",
    "jgz": "jeugdverpleegkundige",
    "ja": "jeugdarts",
    "bpo": "begeleider_passend_onderwijs",
    "mentor": "mentor",
    "zc": "zorgcoordinator",
}


def mens(id_: str, *wanneer: str, bezet: list[dict[str, Any]] | None = None, **meer: Any) -> dict[str, Any]:
    """`mens("lp1", "di ochtend", "do")`: the role follows from the id; a day alone is both dagdelen; `@s2`
    after it is another school than s1."""
    plekken = []
    for tekst in wanneer:
        tijd, _, school = tekst.partition("@")
        dag, *dagdeel = tijd.split()
        plekken += [
            {"school": school or "s1", "dag": dag, "dagdeel": deel}
            for deel in dagdeel or ["ochtend", "middag"]
        ]
    rol = ROLLEN.get(id_.rstrip("0123456789"), "overig")
    return {"id": id_, "rol": rol, "aanwezig": plekken, "bezet": bezet or [], **meer}


def blok(van: str, tot: str, dag: str = "2026-11-24", **meer: Any) -> dict[str, Any]:
    """A busy block on Tuesday; `van` and `tot` may be whole moments."""
    heel = [tijd if "T" in tijd else f"{dag}T{tijd}" for tijd in (van, tot)]
    return {"van": heel[0], "tot": heel[1], "staat": "bezet", "school": None, **meer}


def casus(*redenen: str, **meer: Any) -> dict[str, Any]:
    """A casus of gw1 at s1, to be talked about between Monday 23 and Monday 30 November."""
    return {
        "id": "c1",
        "school": "s1",
        "redenen": list(redenen),
        "gezinswerker": "gw1",
        "aangemeld": "2026-11-23",
        "uiterlijk": "2026-11-30",
        "spoed": False,
        "minuten": 60,
        "verplicht": [],
        "zonder": [],
        "ouders": [],
        "lessen": [],
        "vast": None,
        "opties": None,
        **meer,
    }


def ouders(*vensters: str) -> list[dict[str, Any]]:
    """`ouders("di 08:30-11:30 liefst")`; without a preference it is `kan`."""
    return [
        {**les, "voorkeur": (venster.split()[2:] or ["kan"])[0]}
        for venster in vensters
        for les in lessen(venster)
    ]


def lessen(*vensters: str) -> list[dict[str, Any]]:
    """`lessen("di 08:30-10:00")`."""
    delen = [venster.split() for venster in vensters]
    return [{"dag": d, "van": t.split("-")[0], "tot": t.split("-")[1]} for d, t, *_ in delen]


def zonder(*wie: str) -> list[dict[str, Any]]:
    """What is lifted."""
    return [{"wie": id_, "reden": "ziek"} for id_ in wie]


def week(
    *mensen: dict[str, Any], casussen: Any = (), team: Any = (), school: Any = None, **meer: Any
) -> dict[str, Any]:
    """The week of Monday 23 November 2026 on a grid of an hour; `school` changes s1, s2 is bare."""
    return {
        "schema": "planweek/1",
        "tijdzone": "Europe/Amsterdam",
        "van": "2026-11-23",
        "tot": "2026-11-28",
        "raster_minuten": 60,
        "dagdelen": {"ochtend": ["08:30", "12:30"], "middag": ["12:30", "17:00"]},
        "scholen": [
            {"id": "s1", "dicht": [], "ruimtes": [], **(school or {})},
            {"id": "s2", "dicht": [], "ruimtes": []},
        ],
        "reistijd": [],
        "mensen": list(mensen),
        "kernteams": [{"school": "s1", "leden": list(team)}],
        "casussen": list(casussen) or [casus()],
        **meer,
    }


def antwoord(planweek: dict[str, Any]) -> list[dict[str, Any]]:
    """`casussen` of `voorstellen/1`."""
    gezegd: dict[str, Any] = voorstellen_json(stel_week_voor(json.dumps(planweek)))
    return list(gezegd["casussen"])


def eerste(planweek: dict[str, Any]) -> dict[str, Any]:
    """The answer about the first casus."""
    return antwoord(planweek)[0]


def tijden(planweek: dict[str, Any]) -> list[str]:
    """The starts proposed for the first casus, best first: `24 09:00`."""
    gevonden = eerste(planweek)
    assert bool(gevonden["voorstellen"]) is not bool(gevonden["waarom_niet"])
    return [f"{v['start'][8:10]} {v['start'][11:16]}" for v in gevonden["voorstellen"]]


def wie_niet(planweek: dict[str, Any]) -> list[str]:
    """Who or what stands in the way of the first casus, each with a reason."""
    gevonden = eerste(planweek)
    assert gevonden["voorstellen"] == []
    assert all(regel["reden"] for regel in gevonden["waarom_niet"])
    return [regel["wie"] for regel in gevonden["waarom_niet"]]
