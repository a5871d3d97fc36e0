"""Who agreed with two versions, person by person: what they thought, why, their own words, the signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.domain.planverschil.regel import Regelverschil, dagtekst, vervangen
from kernteam_tui.domain.planverschil.tekst import vergelijk_tekst

DAARNA = "; daarna is de tekst nog veranderd"
NIETS_GEZEGD = "bij de latere versie is niets genoteerd"


@dataclass(frozen=True)
class Akkoordstand:
    """What one person said of one version."""

    wie: str
    """The same in every version: id of the person, or the name of somebody else."""
    naam: str
    standpunt: Standpunt
    op: date
    omdat: str = ""
    verklaring: str = ""
    getekend_op: date | None = None
    oudere_tekst: bool = False
    """The version says something else now than what this was said of."""


def akkoordregels(oud: Sequence[Akkoordstand], nieuw: Sequence[Akkoordstand]) -> Iterator[Regelverschil]:
    """In the order of now; who said something of the first version only comes last."""
    was, wordt = ({een.wie: een for een in stand} for stand in (oud, nieuw))
    for een in wordt.values():
        yield from _regels(was.get(een.wie), een)
    for wie, een in was.items():
        if wie not in wordt:
            yield Regelverschil(een.naam, vervangen(_standpunt(een), ""), NIETS_GEZEGD)


def _regels(was: Akkoordstand | None, wordt: Akkoordstand) -> Iterator[Regelverschil]:
    naam = wordt.naam
    yield Regelverschil(naam, vervangen(_standpunt(was), _standpunt(wordt)))
    yield Regelverschil(f"{naam}, omdat", vergelijk_tekst(was.omdat if was else "", wordt.omdat))
    verklaring = vergelijk_tekst(was.verklaring if was else "", wordt.verklaring)
    yield Regelverschil(f"{naam}, eigen verklaring", verklaring)
    yield Regelverschil(
        f"{naam}, handtekening op papier",
        vervangen(dagtekst(was.getekend_op if was else None), dagtekst(wordt.getekend_op)),
    )


def _standpunt(een: Akkoordstand | None) -> str:
    if een is None:
        return ""
    return f"{een.standpunt.label}, op {dagtekst(een.op)}{DAARNA if een.oudere_tekst else ''}"
