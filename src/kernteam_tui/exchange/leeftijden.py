"""Reads the texts about the ages that change things and the questions of the seven domains from `assets/`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from kernteam_tui.domain.deelcodes import Leeftijdsgrens, Toekomstdomein
from kernteam_tui.domain.leeftijden.regels import (
    Leeftijdsregel,
    Leeftijdstaak,
    Toekomstvraag,
    Toekomstvragen,
    Verandering,
    VerandertWat,
)


@cache
def read_leeftijdsregels() -> dict[Leeftijdsgrens, Leeftijdsregel]:
    """What changes at each of the six ages."""
    return {grens: _regel(grens, _read(f"{grens.value.replace('_', '-')}.toml")) for grens in Leeftijdsgrens}


@cache
def read_toekomstvragen() -> Toekomstvragen:
    """What to ask about each of the seven domains, in order."""
    gegevens = _read("toekomst.toml")
    vragen = tuple(
        Toekomstvraag(domein, tuple(gegevens["vragen"][domein.value])) for domein in Toekomstdomein
    )
    return Toekomstvragen(vragen, gegevens["nagekeken"], gegevens["bron"])


def _regel(grens: Leeftijdsgrens, gegevens: dict[str, Any]) -> Leeftijdsregel:
    return Leeftijdsregel(
        grens=grens,
        kort=gegevens["kort"],
        verandert=tuple(
            Verandering(VerandertWat(deel["wat"]), deel["tekst"], deel["bron"])
            for deel in gegevens["verandert"]
        ),
        taken=tuple(Leeftijdstaak(taak["tekst"], taak["bron"]) for taak in gegevens["taken"]),
        jongere=gegevens["jongere"],
        ouders=gegevens["ouders"],
        nagekeken=gegevens["nagekeken"],
        bron=gegevens["bron"],
    )


def _read(naam: str) -> dict[str, Any]:
    pad = files("kernteam_tui.assets") / "leeftijden" / naam
    return tomllib.loads(pad.read_text(encoding="utf-8"))
