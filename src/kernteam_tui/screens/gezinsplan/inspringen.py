"""Text under a number or a box, with every line of it as far in as the first."""

from __future__ import annotations

from collections.abc import Iterator

from kernteam_tui.domain.celtekst import celbreedte, cellen

ONBEKEND = 0
"""The width of a list that has no place on the screen yet."""
_SMALST = 12


def met_inspring(tekst: str, breed: int, inspring: int) -> str:
    """`tekst` in lines for a list of `breed` cells, all but the first with `inspring` spaces before them; one
    line while the width is ONBEKEND. A word that is wider than a line goes on at the next."""
    woorden = tekst.split()
    if breed == ONBEKEND:
        return " ".join(woorden)
    return f"\n{' ' * inspring}".join(_regels(woorden, max(breed - inspring, _SMALST)))


def _regels(woorden: list[str], ruimte: int) -> Iterator[str]:
    regel = ""
    for stuk in (stuk for woord in woorden for stuk in _stukken(woord, ruimte)):
        langer = f"{regel} {stuk}" if regel else stuk
        if celbreedte(langer) <= ruimte:
            regel = langer
        else:
            yield regel
            regel = stuk
    yield regel


def _stukken(woord: str, ruimte: int) -> Iterator[str]:
    """The word, or where it fits no line the pieces of it that do."""
    stuk = ""
    for cel in cellen(woord):
        if stuk and celbreedte(stuk) + celbreedte(cel) > ruimte:
            yield stuk
            stuk = ""
        stuk += cel
    yield stuk
