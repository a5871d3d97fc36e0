"""Random weeks in which talks get in each other's way: few hours, few people, few rooms, some of it fixed."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

MAANDAG = date(2026, 11, 23)
DAGEN = ["ma", "di", "wo"]
MENSEN = {
    "gw1": "gezinswerker",
    "gw2": "gezinswerker",
    "lp1": "leerplichtambtenaar",
    "lp2": "leerplichtambtenaar",
    "ja1": "jeugdarts",
    "jv1": "jeugdverpleegkundige",
    "bp1": "begeleider_passend_onderwijs",
    "Me7": "mentor",
}


def drukke_week(zaad: int, *, casussen: int | None = None, grote_kosten: bool = False) -> dict[str, Any]:
    """One random week of three to six casussen; the same number always gives the same week."""
    toeval = Random(zaad)
    scholen = [f"s{n}" for n in range(1, toeval.choice([1, 2, 2, 3]) + 1)]
    kamers = {school: toeval.choice([[], ["1"], ["1", "2"], ["1", "2", "b"]]) for school in scholen}
    hoeveel = casussen or toeval.choice([3, 4, 4, 5])
    duur = toeval.choice([1000, 99_991, 300_000]) if grote_kosten else 1
    return {
        "schema": "planweek/1",
        "tijdzone": "Europe/Amsterdam",
        "van": MAANDAG.isoformat(),
        "tot": (MAANDAG + timedelta(days=3)).isoformat(),
        "raster_minuten": toeval.choice([30, 60, 60]),
        "dagdelen": {"ochtend": ["09:00", "11:00"], "middag": ["11:00", "12:30"]},
        "scholen": [
            {
                "id": school,
                "dicht": [],
                "ruimtes": [
                    {"id": kamer, "bezet": [_blok(toeval) for _ in range(toeval.randint(0, 2))]}
                    for kamer in kamers[school]
                ],
            }
            for school in scholen
        ],
        "reistijd": [
            {"tussen": [een, ander], "minuten": toeval.choice([0, 15, 30, 45, 60, 90])}
            for nummer, een in enumerate(scholen)
            for ander in scholen[nummer + 1 :]
            if toeval.random() < 0.85
        ],
        "mensen": [_mens(toeval, wie, rol, scholen) for wie, rol in MENSEN.items()],
        "kernteams": [
            {"school": school, "leden": toeval.sample(list(MENSEN)[:7], toeval.randint(4, 7))}
            for school in scholen
        ],
        "casussen": [
            _casus(toeval, f"c{n}", scholen, kamers, duur) for n in toeval.sample(range(1, 13), hoeveel)
        ],
    }


def _mens(toeval: Random, wie: str, rol: str, scholen: list[str]) -> dict[str, Any]:
    return {
        "id": wie,
        "rol": rol,
        "aanwezig": [
            {"school": school, "dag": dag, "dagdeel": dagdeel}
            for dag in DAGEN[:2]
            for dagdeel in ("ochtend", "middag")
            for school in toeval.sample(scholen, toeval.choice([1, len(scholen)]))
            if toeval.random() < 0.8
        ],
        "bezet": [_blok(toeval) for _ in range(toeval.choice([0, 0, 1, 2]))],
    }


def _blok(toeval: Random) -> dict[str, Any]:
    dag = MAANDAG + timedelta(days=toeval.randint(0, 1))
    uur = toeval.randint(8, 11)
    return {
        "van": f"{dag}T{uur:02}:{toeval.choice(['00', '30'])}",
        "tot": f"{dag}T{uur + 1:02}:{toeval.choice(['00', '30', '45'])}",
        "staat": toeval.choice(["bezet", "bezet", "voorbehoud"]),
        "school": None,
    }


def _casus(
    toeval: Random, id_: str, scholen: list[str], kamers: dict[str, list[str]], duur: int
) -> dict[str, Any]:
    school = toeval.choice(scholen)
    vorm = toeval.choice(["open"] * 6 + ["vast", "opties", "opties"])
    kamer = [None, *kamers[school]]
    return {
        "id": id_,
        "school": school,
        "redenen": toeval.sample(
            ["thuiszitten", "ziekte", "leren", "pesten", "gedrag"], toeval.choice([0, 1, 1, 2])
        ),
        "gezinswerker": toeval.choice(["gw1", "gw1", "gw2"]),
        "aangemeld": MAANDAG.isoformat(),
        "uiterlijk": (MAANDAG + timedelta(days=toeval.choice([0, 1, 1, 2, 4, 7]))).isoformat(),
        "spoed": toeval.random() < 0.3,
        "minuten": toeval.choice([30, 60, 60, 60, 90]),
        "verplicht": toeval.choice([[], [], [], ["Me7"], ["lp1"]]),
        "zonder": toeval.choice([[], [], [], [{"wie": "leerplichtambtenaar", "reden": "met opzet"}]]),
        "ouders": toeval.choice([[], [], [{"dag": "ma", "van": "09:00", "tot": "11:00", "voorkeur": "kan"}]]),
        "lessen": [],
        "vast": _optie(toeval, kamer, 1) if vorm == "vast" else None,
        "opties": [_optie(toeval, kamer, duur) for _ in range(toeval.randint(0, 5))]
        if vorm == "opties"
        else None,
    }


def _optie(toeval: Random, kamers: list[str | None], duur: int) -> dict[str, Any]:
    dag = MAANDAG + timedelta(days=toeval.randint(0, 1))
    return {
        "start": f"{dag}T{toeval.randint(8, 11):02}:{toeval.choice(['00', '10', '30'])}",
        "minuten": toeval.choice([30, 45, 60]),
        "ruimte": toeval.choice(kamers),
        "mensen": toeval.sample(list(MENSEN), toeval.randint(0, 3)),
        "kosten": toeval.randint(0, 3) * toeval.choice([1, duur]) + toeval.randint(0, 9),
    }
