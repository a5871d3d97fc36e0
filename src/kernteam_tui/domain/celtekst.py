"""Text as a terminal counts it: in cells, of which a letter takes none, one or two."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kernteam_tui.domain.schoontekst import een_regel


@dataclass(frozen=True)
class Stuk:
    """A piece of one line of a drawing: the line, its first cell and how many cells, from 0."""

    rij: int
    kolom: int
    lengte: int


def celbreedte(tekst: str) -> int:
    """Cells that a text takes in a terminal."""
    return sum(_breed(letter) for letter in tekst)


def cellen(tekst: str) -> Iterator[str]:
    """The letters of a text, each with the marks that belong to it; marks before the first go with that."""
    bezig, breed = "", 0
    for letter in tekst:
        cellen_erbij = _breed(letter)
        if breed and cellen_erbij:
            yield bezig
            bezig, breed = "", 0
        bezig += letter
        breed += cellen_erbij
    if bezig:
        yield bezig


def kort(naam: str, breed: int) -> str:
    """The name on one line, cut with an ellipsis where it takes more than `breed` cells; `?` without one."""
    heel = een_regel(naam)
    lang = celbreedte(heel)
    if lang <= breed:
        return heel if lang else "?"
    uit = ""
    for cel in cellen(heel):
        if celbreedte(uit + cel) > breed - 1:
            break
        uit += cel
    return uit.rstrip() + "…"


def letterplek(regel: str, cel: int) -> int:
    """Number of the letter that stands at this cell; past the end the length of the line."""
    plaats = letters = 0
    for stuk in cellen(regel):
        if plaats >= cel:
            break
        plaats += celbreedte(stuk)
        letters += len(stuk)
    return letters


def _breed(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
