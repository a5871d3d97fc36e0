"""Where the user is, as plain JSON: it goes into the store when the process ends by locking."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kernteam_tui.domain.concept import PLEKKEN
from kernteam_tui.screens.register import Plek, bestaat

SLEUTEL = PLEKKEN


def naar_inhoud(plekken: Iterable[Plek], dag: date) -> dict[str, object]:
    """What to keep of these places; what could not be saved is no part of it."""
    rijen = [
        {"scherm": p.scherm, "argumenten": p.argumenten, "focus": p.focus, "cursor": list(p.cursor)}
        for p in plekken
    ]
    return {"dag": dag.isoformat(), "plekken": rijen}


def uit_inhoud(inhoud: dict[str, object] | None, dag: date) -> tuple[Plek, ...]:
    """The places again, bottom one first; none on another day, which begins with what is to be done.

    A place that this version of the program does not know ends the row: what lay over it may need it.
    """
    if inhoud is None or inhoud.get("dag") != dag.isoformat():
        return ()
    rijen = inhoud.get("plekken")
    plekken: list[Plek] = []
    for rij in rijen if isinstance(rijen, list) else ():
        plek = _lees(rij)
        if plek is None:
            break
        plekken.append(plek)
    return tuple(plekken)


def _lees(rij: object) -> Plek | None:
    match rij:
        case {
            "scherm": str(scherm),
            "argumenten": dict(argumenten),
            "focus": str(focus),
            "cursor": list(cursor),
        }:
            return Plek(scherm, argumenten, focus, tuple(cursor)) if bestaat(scherm) else None
    return None
