"""Random weeks as `planweek/1`: shared partners, several schools, travel, spoed, things that do not fit."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

WERKDAGEN = ["ma", "di", "wo", "do", "vr"]
ROLLEN = [
    *("gezinswerker", "gezinswerker", "leerplichtambtenaar", "leerplichtambtenaar", "jeugdarts"),
    *("jeugdverpleegkundige", "begeleider_passend_onderwijs", "mentor", "zorgcoordinator", "overig"),
]
REDENEN = [
    *("thuiszitten", "verzuim", "ziekte", "leren", "schoolloopbaan", "gedrag"),
    *("thuissituatie", "opvoeding", "conflict", "pesten", "schulden", "verslaving"),
]
MAANDAGEN = ["2026-11-23", "2026-10-19", "2026-10-26", "2027-03-22", "2027-03-29"]
"""Ordinary, and around both clock changes."""


def willekeurige_week(zaad: int, *, casussen: int = 4) -> dict[str, Any]:
    """One random week; the same number always gives the same week."""
    toeval = Random(zaad)
    eerste = date.fromisoformat(toeval.choice(MAANDAGEN)) - timedelta(days=toeval.choice([0, 0, 0, 2]))
    dagen = [eerste + timedelta(days=n) for n in range(toeval.choice([3, 5, 5, 8]))]
    scholen = [f"s{n}" for n in range(1, toeval.choice([1, 2, 3]) + 1)]
    mensen = [_mens(toeval, f"{rol[:2]}{n}", rol, scholen, dagen) for n, rol in enumerate(ROLLEN)]
    ids = [mens["id"] for mens in mensen]
    return {
        "schema": "planweek/1",
        "tijdzone": "Europe/Amsterdam",
        "van": dagen[0].isoformat(),
        "tot": (dagen[-1] + timedelta(days=1)).isoformat(),
        "raster_minuten": toeval.choice([15, 30, 30, 45, 60, 7]),
        "dagdelen": toeval.choice(
            [
                {"ochtend": ["08:30", "12:30"], "middag": ["12:30", "17:00"]},
                {"ochtend": ["08:30", "12:00"], "middag": ["12:45", "16:30"]},
            ]
        ),
        "scholen": [_school(toeval, school, dagen) for school in scholen],
        "reistijd": [
            {"tussen": toeval.sample([een, ander], 2), "minuten": toeval.choice([10, 25, 30, 60])}
            for nummer, een in enumerate(scholen)
            for ander in scholen[nummer + 1 :]
            if toeval.random() < 0.7
        ],
        "mensen": mensen,
        "kernteams": [
            {"school": school, "leden": toeval.sample(ids, toeval.randint(1, len(ids)))}
            for school in scholen
            if toeval.random() < 0.9
        ],
        "casussen": [_casus(toeval, f"c{n}", scholen, ids, dagen) for n in range(1, casussen + 1)],
    }


def geschud(week: dict[str, Any], zaad: int) -> dict[str, Any]:
    """The same week with every list in another order, apart from the two ends of a stretch."""
    toeval = Random(zaad)

    def schud(waarde: Any, veld: str) -> Any:
        if isinstance(waarde, dict):
            paren = [
                (naam, schud(deel, veld if veld == "dagdelen" else naam)) for naam, deel in waarde.items()
            ]
            toeval.shuffle(paren)
            return dict(paren)
        if isinstance(waarde, list) and veld != "dagdelen":
            return toeval.sample([schud(deel, veld) for deel in waarde], len(waarde))
        return waarde

    return {veld: schud(waarde, veld) for veld, waarde in week.items()}


def _mens(toeval: Random, id_: str, rol: str, scholen: list[str], dagen: list[date]) -> dict[str, Any]:
    return {
        "id": id_,
        "rol": rol,
        "aanwezig": [
            {"school": toeval.choice(scholen), "dag": dag, "dagdeel": dagdeel}
            for dag in WERKDAGEN
            for dagdeel in ("ochtend", "middag")
            if toeval.random() < 0.6
        ],
        "bezet": [_blok(toeval, dagen, [None, *scholen]) for _ in range(toeval.randint(0, 4))],
    }


def _blok(toeval: Random, dagen: list[date], scholen: list[str | None]) -> dict[str, Any]:
    dag = toeval.choice(dagen)
    klok = time(toeval.randint(7, 16), toeval.choice([0, 15, 20, 30, 50]))
    van = datetime.combine(dag, klok)
    duur = toeval.choice([0, 30, 60, 60, 90, 240, 1500])
    return {
        "van": van.isoformat(timespec="minutes"),
        "tot": (van + timedelta(minutes=duur)).isoformat(timespec="minutes"),
        "staat": toeval.choice(["bezet", "bezet", "voorbehoud"]),
        "school": toeval.choice(scholen),
    }


def _school(toeval: Random, id_: str, dagen: list[date]) -> dict[str, Any]:
    return {
        "id": id_,
        "dicht": [dag.isoformat() for dag in dagen if toeval.random() < 0.15],
        "ruimtes": [
            {"id": naam, "bezet": [_blok(toeval, dagen, [None]) for _ in range(toeval.randint(0, 5))]}
            for naam in toeval.choice([[], ["1.12"], ["b", "Z", "1.2"]])
        ],
    }


def _casus(toeval: Random, id_: str, scholen: list[str], ids: list[str], dagen: list[date]) -> dict[str, Any]:
    aangemeld = dagen[0] + timedelta(days=toeval.choice([-3, 0, 0, 1]))
    zonder = [*ids, "leerplichtambtenaar", "jeugdarts", "jeugdverpleegkundige", "mentor", "gezinswerker"]
    return {
        "id": id_,
        "school": toeval.choice(scholen),
        "redenen": toeval.sample(REDENEN, toeval.choice([0, 1, 1, 2, 3])),
        "gezinswerker": toeval.choice(ids[:2]),
        "aangemeld": aangemeld.isoformat(),
        "uiterlijk": (aangemeld + timedelta(days=toeval.choice([1, 3, 7, 7]))).isoformat(),
        "spoed": toeval.random() < 0.3,
        "minuten": toeval.choice([30, 45, 60, 60, 90, 50]),
        "verplicht": toeval.sample(ids, toeval.choice([0, 0, 1])),
        "zonder": [
            {"wie": wie, "reden": "lukt deze week niet"}
            for wie in toeval.sample(zonder, toeval.choice([0, 0, 1, 2]))
        ],
        "ouders": [_venster(toeval, voorkeur=True) for _ in range(toeval.choice([0, 0, 2, 5]))],
        "lessen": [_venster(toeval, voorkeur=False) for _ in range(toeval.randint(0, 4))],
        "vast": None,
        "opties": None,
    }


def _venster(toeval: Random, *, voorkeur: bool) -> dict[str, Any]:
    van = toeval.randint(8, 14)
    venster = {
        "dag": toeval.choice(WERKDAGEN),
        "van": f"{van:02}:30",
        "tot": f"{van + toeval.randint(1, 4):02}:{toeval.choice(['00', '30', '45'])}",
    }
    return venster | ({"voorkeur": toeval.choice(["liefst", "kan"])} if voorkeur else {})
