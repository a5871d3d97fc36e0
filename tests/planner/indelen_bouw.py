"""The program's division of a week by the road of the command line, and a checker of clashes."""

from __future__ import annotations

import json
from itertools import combinations
from typing import Any

from kernteam_tui.cli.planner import indeling_json
from kernteam_tui.services.planner import deel_week_in
from tests.planner.bouw import casus, mens, week
from tests.planner.naslag import gesprek_van, minuut

DINSDAG = "2026-11-24"


def deel_in(planweek: dict[str, Any]) -> dict[str, Any]:
    """`indeling/1`."""
    gezegd: dict[str, Any] = indeling_json(deel_week_in(json.dumps(planweek)))
    return gezegd


def bytes_van(planweek: dict[str, Any]) -> bytes:
    """The answer as it would be printed."""
    return json.dumps(deel_in(planweek), ensure_ascii=False, default=str).encode()


def plekken(antwoord: dict[str, Any]) -> dict[str, str]:
    """When each casus is held: `{"c1": "24 09:00"}`."""
    return {p["casus"]: f"{p['start'][8:10]} {p['start'][11:16]}" for p in antwoord["geplaatst"]}


def bij(antwoord: dict[str, Any]) -> dict[str, list[str]]:
    """Who is at each talk."""
    return {p["casus"]: list(p["mensen"]) for p in antwoord["geplaatst"]}


def kamers(antwoord: dict[str, Any]) -> dict[str, str | None]:
    """The room of each talk."""
    return {p["casus"]: p["ruimte"] for p in antwoord["geplaatst"]}


def niet(antwoord: dict[str, Any]) -> list[str]:
    """Which casussen are left out."""
    return [regel["casus"] for regel in antwoord["niet_geplaatst"]]


def optie(start: str, *wie: str, **meer: Any) -> dict[str, Any]:
    """A way to hold a talk on Tuesday: `optie("10:00", "gw1", kosten=2)`."""
    heel = start if "T" in start else f"{DINSDAG}T{start}"
    return {"start": heel, "minuten": 60, "ruimte": None, "mensen": list(wie), "kosten": 0, **meer}


def open_(id_: str, *opties: dict[str, Any], **meer: Any) -> dict[str, Any]:
    """A casus that can be held in these ways only."""
    return casus(id=id_, opties=list(opties), **meer)


def vast(id_: str, waar: dict[str, Any], **meer: Any) -> dict[str, Any]:
    """A casus with a talk that stays where it is."""
    return casus(id=id_, vast=waar, **meer)


def van_opties(*casussen: dict[str, Any], **meer: Any) -> dict[str, Any]:
    """A week of people who are nowhere: only what is offered can be had."""
    wie = ("gw1", "gw2", "lp1", "lp2", "bpo1")
    return week(*(mens(id_) for id_ in wie), casussen=casussen, **meer)


def botsingen(planweek: dict[str, Any], antwoord: dict[str, Any]) -> list[str]:
    """Whoever is at two talks at once, travel included, and each room that is taken twice."""
    casussen = {c["id"]: c for c in planweek["casussen"]}
    reizen = {frozenset(paar["tussen"]): paar["minuten"] for paar in planweek["reistijd"]}
    fout = []
    for een, ander in combinations(antwoord["geplaatst"], 2):
        tijden, scholen = [], []
        for p in (een, ander):
            gegeven = casussen[p["casus"]]
            heel = [o for o in [gegeven["vast"], *(gegeven["opties"] or [])] if o]
            duur = {o["minuten"] for o in heel if minuut(o["start"]) == minuut(p["start"])}
            tijden.append(gesprek_van(minuut(p["start"]), min(duur) if heel else gegeven["minuten"]))
            scholen.append(gegeven["school"])
        reis = reizen.get(frozenset(scholen), 0) if scholen[0] != scholen[1] else 0
        onderweg = range(min(tijden[0]) - reis, max(tijden[0]) + reis + 1)
        samen = set(een["mensen"]) & set(ander["mensen"])
        fout += [f"{wie}: {een['casus']} {ander['casus']}" for wie in samen if tijden[1] & set(onderweg)]
        kamer = (scholen[0], een["ruimte"]) == (scholen[1], ander["ruimte"]) and een["ruimte"] is not None
        fout += [f"{een['ruimte']}: {een['casus']} {ander['casus']}"] * (
            kamer and bool(tijden[0] & tijden[1])
        )
    return fout
