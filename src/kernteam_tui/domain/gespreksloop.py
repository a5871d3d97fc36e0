"""What became of a talk, step by step: offered, planned, moved, held or missed, each with its own day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kernteam_tui.domain.codes import GesprekStaat, RedenLater
from kernteam_tui.domain.datumtekst import dag_van, moment_kort
from kernteam_tui.domain.gesprek import Gesprek, Wijziging

_EINDE = {GesprekStaat.GEHOUDEN: "gehouden", GesprekStaat.NIET_VERSCHENEN: "niemand kwam"}


@dataclass(frozen=True)
class Gespreksstap:
    """One step. `op` is the day on which it happened; None where that was not kept."""

    wat: str
    op: date | None
    waarom: str = ""
    """The reason, and whose choice it was."""


def stappen_van(gesprek: Gesprek) -> tuple[Gespreksstap, ...]:
    """The steps of a talk in order. Days are days in Amsterdam."""
    steps = [Gespreksstap("aangeboden", gesprek.aangeboden_op)] if gesprek.aangeboden_op else []
    first = gesprek.wijzigingen[0].van if gesprek.wijzigingen else ""
    planned = datetime.fromisoformat(first) if first else gesprek.start
    steps.append(Gespreksstap(f"gepland op {moment_kort(planned)}", None))
    steps += [_stap(gesprek, number) for number in range(len(gesprek.wijzigingen))]
    if gesprek.staat in _EINDE:
        steps.append(Gespreksstap(_EINDE[gesprek.staat], dag_van(gesprek.start)))
    return tuple(steps)


def _stap(gesprek: Gesprek, number: int) -> Gespreksstap:
    change = gesprek.wijzigingen[number]
    later = [each.van for each in gesprek.wijzigingen[number + 1 :] if each.van]
    to = datetime.fromisoformat(later[0]) if later else gesprek.start
    what = {
        "verzet": f"verzet naar {moment_kort(to)}",
        "genodigden": "andere genodigden",
        "plek": "andere plek",
    }
    op = dag_van(datetime.fromisoformat(change.op))
    return Gespreksstap(what.get(change.wat, change.wat), op, _waarom(change))


def _waarom(change: Wijziging) -> str:
    choice = RedenLater(change.keuze).label if change.keuze else ""
    reason = "" if change.wat == "hersteld" else " ".join(change.reden.split())
    parts = (choice, "" if reason == choice else reason)
    return "; ".join(part for part in parts if part)
