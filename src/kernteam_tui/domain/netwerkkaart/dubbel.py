"""Whether somebody who is being put on the map stands there already."""

from __future__ import annotations

from kernteam_tui.domain.namen import vouw
from kernteam_tui.domain.netwerkkaart.kaart import Kaart, Mens


def zelfde_naam(kaart: Kaart, naam: str, relatie: str = "") -> Mens | None:
    """Who on this map has that name, whatever its capitals and accents; None when nobody has.

    Two of whom it is said who they are, in other words, are two: `Jan (trainer)` and `Jan (buurman)`.
    """
    gezocht, woord = _vouw(naam), _vouw(relatie)
    for mens in kaart.mensen:
        ander_woord = _vouw(mens.relatie)
        if gezocht and _vouw(mens.naam) == gezocht and (not woord or not ander_woord or woord == ander_woord):
            return mens
    return None


def zelfde_mens(kaart: Kaart, persoon_id: str | None, contact_id: str | None) -> Mens | None:
    """Who was put on this map as this person of the family or this contact; None when nobody was."""
    for mens in kaart.mensen:
        zelfde = (persoon_id and mens.persoon_id == persoon_id) or (
            contact_id and mens.contact_id == contact_id
        )
        if mens.op_kaart_gezet and zelfde:
            return mens
    return None


def _vouw(tekst: str) -> str:
    return " ".join(vouw(woord) for woord in tekst.split())
