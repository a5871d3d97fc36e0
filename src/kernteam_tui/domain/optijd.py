"""How often the first talk came in time: the promise of the kernteam, counted (S30; S26 apart)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import Code, GesprekSoort
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.feiten import CasusFeiten
from kernteam_tui.domain.uitstel import streefdag


class Tijdigheid(Code):
    """What became of the promise of a startgesprek within the week."""

    OP_TIJD = "op_tijd", "op tijd"
    GEZIN = "gezin", "het gezin koos later"
    LATER = "later", "later dan afgesproken"


@dataclass(frozen=True)
class EersteGesprek:
    """One startgesprek that counts: how it went, and the day it was held or was due."""

    hoe: Tijdigheid
    dag: date


@dataclass(frozen=True)
class Optijd:
    """A count since a day. What the family chose stands apart: it is nobody's failure, and no success."""

    sinds: date
    op_tijd: int = 0
    later: int = 0
    gezin: int = 0

    @property
    def samen(self) -> int:
        """Those of which the share is taken."""
        return self.op_tijd + self.later

    @property
    def procent(self) -> int | None:
        """The share that was in time, halves up; None where there is nothing to divide by."""
        return (200 * self.op_tijd + self.samen) // (2 * self.samen) if self.samen else None


def eerste_gesprek(feiten: CasusFeiten, uiterlijk: date, vandaag: date) -> EersteGesprek | None:
    """How the first talk of this casus went; None as long as it can still be in time, and where nobody waits
    for it any more without one: closed, no question of the family yet, or help that began another way."""
    held = feiten.gehouden(GesprekSoort.STARTGESPREK)
    if held is not None:
        day = dag_van(held.start)
        return EersteGesprek(_hoe(feiten, uiterlijk, day), day)
    waits = feiten.open and not feiten.zorg_zonder_vraag and feiten.begeleiding_gestart is None
    if not waits or vandaag <= uiterlijk:
        return None
    return EersteGesprek(_hoe(feiten, uiterlijk, vandaag), uiterlijk)


def _hoe(feiten: CasusFeiten, uiterlijk: date, dag: date) -> Tijdigheid:
    if dag <= uiterlijk:
        return Tijdigheid.OP_TIJD
    wanted = streefdag(feiten, uiterlijk)
    return Tijdigheid.GEZIN if wanted is None or dag <= wanted else Tijdigheid.LATER


def tel_optijd(gesprekken: Iterable[EersteGesprek | None], sinds: date) -> Optijd:
    """Those held or due on or after that day."""
    found = [een.hoe for een in gesprekken if een is not None and een.dag >= sinds]
    return Optijd(
        sinds,
        found.count(Tijdigheid.OP_TIJD),
        found.count(Tijdigheid.LATER),
        found.count(Tijdigheid.GEZIN),
    )
