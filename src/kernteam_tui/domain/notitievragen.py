"""Questions as headings in the text of a note: where the answers stand, and which stayed empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Antwoordplek:
    """Where to type: row and column from 0. `nieuwe_regel`: a line must be made there first."""

    rij: int
    kolom: int
    nieuwe_regel: bool = False


def begintekst(vragen: Sequence[str]) -> str:
    """Each question on a line, an empty line to answer on, and one of white between."""
    return "\n\n".join(f"{vraag}\n" for vraag in vragen)


def zonder_lege_vragen(tekst: str, vragen: Sequence[str]) -> str:
    """The text without the questions under which nothing was written; everything else stays."""
    regels = tekst.split("\n")
    koppen = _koppen(regels, vragen)
    if not koppen:
        return tekst
    blijft = regels[: koppen[0]]
    for begin, eind in zip(koppen, [*koppen[1:], len(regels)], strict=True):
        if any(regel.strip() for regel in regels[begin + 1 : eind]):
            blijft += regels[begin:eind]
    return "\n".join(blijft).rstrip("\n")


def zoek_antwoordplek(
    regels: Sequence[str], vragen: Sequence[str], rij: int, stap: int
) -> Antwoordplek | None:
    """The place under the next (`stap` 1) or previous (-1) question, seen from row `rij`.

    Behind what was written there already. None where there is no such question.
    """
    koppen = _koppen(regels, vragen)
    eigen = sum(1 for kop in koppen if kop <= rij) - 1
    nummer = eigen + stap
    if not 0 <= nummer < len(koppen):
        return None
    return _plek(regels, koppen, nummer)


def zoek_eerste_lege(regels: Sequence[str], vragen: Sequence[str]) -> Antwoordplek | None:
    """The place under the first question without an answer; None where all have one."""
    koppen = _koppen(regels, vragen)
    plekken = (_plek(regels, koppen, nummer) for nummer in range(len(koppen)))
    return next((p for p in plekken if p.nieuwe_regel or not regels[p.rij].strip()), None)


def _plek(regels: Sequence[str], koppen: Sequence[int], nummer: int) -> Antwoordplek:
    kop = koppen[nummer]
    eind = koppen[nummer + 1] if nummer + 1 < len(koppen) else len(regels)
    gevuld = [n for n in range(kop + 1, eind) if regels[n].strip()]
    if gevuld:
        return Antwoordplek(gevuld[-1], len(regels[gevuld[-1]]))
    if kop + 1 < eind:
        return Antwoordplek(kop + 1, 0)
    return Antwoordplek(kop, len(regels[kop]), nieuwe_regel=True)


def _koppen(regels: Sequence[str], vragen: Sequence[str]) -> list[int]:
    if not vragen:
        return []
    return [nummer for nummer, regel in enumerate(regels) if regel.strip() in vragen]
