"""What left the store and still lies somewhere as a file: seeing it, and clearing it up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kernteam_tui.data.queries.uitvoer import UitvoerRegel, lees_uitvoer
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.exchange.uitmap import UIT, UitBestand, lees_bestand, lees_uitmap, verwijder
from kernteam_tui.services.sessie import Sessie

__all__ = ["OUD_NA_DAGEN", "UIT", "UitBeeld", "UitRegel", "get_uit", "ruim_op"]

OUD_NA_DAGEN = 7
"""After so many days the program offers to clear a file up."""


@dataclass(frozen=True)
class UitRegel:
    """One file outside the encryption."""

    pad: Path
    wat: str
    """`bladzijde versie 2 (pdf)`, `gepland startgesprek`; empty for a file that the program did not write."""
    nummer: str
    """Of the casus; empty where it is not known."""
    voor: str
    """A role."""
    geschreven: datetime
    dagen_oud: int
    in_uit: bool
    """False: it was saved in a folder that the user chose."""

    @property
    def oud(self) -> bool:
        return self.dagen_oud >= OUD_NA_DAGEN


@dataclass(frozen=True)
class UitBeeld:
    """Every file that is still there, oldest first, and the folder in which they go by default."""

    map: Path
    regels: tuple[UitRegel, ...]

    @property
    def oude(self) -> tuple[UitRegel, ...]:
        return tuple(regel for regel in self.regels if regel.oud)


@dataclass(frozen=True)
class OpruimUitkomst:
    """What was taken away, and what the system would not let go."""

    verwijderd: tuple[Path, ...]
    bleef: tuple[Path, ...]


def get_uit(sessie: Sessie) -> UitBeeld:
    """What lies in `uit/`, and what was saved elsewhere and is still there."""
    with sessie.lezen() as conn:
        known = {Path(regel.pad): regel for regel in lees_uitvoer(conn)}
    files = {file.pad: file for file in lees_uitmap(sessie.map)}
    elsewhere = (lees_bestand(pad) for pad in known.keys() - files.keys())
    files.update({file.pad: file for file in elsewhere if file is not None})
    rows = [_regel(sessie, file, known.get(file.pad)) for file in files.values()]
    return UitBeeld(sessie.map / UIT, tuple(sorted(rows, key=lambda row: (row.geschreven, row.pad))))


def ruim_op(sessie: Sessie, paden: Iterable[Path]) -> OpruimUitkomst:
    """Take these files away and log how many; the pages themselves can always be made again."""
    wanted = tuple(paden)
    gone = tuple(pad for pad in wanted if verwijder(pad))
    with sessie.unit_of_work() as uow:
        uow.forget_uitvoer(str(pad) for pad in gone)
        uow.log(LogSoort.OPGERUIMD, f"bestanden: {len(gone)}")
        uow.commit()
    return OpruimUitkomst(gone, tuple(pad for pad in wanted if pad not in gone))


def _regel(sessie: Sessie, file: UitBestand, known: UitvoerRegel | None) -> UitRegel:
    written = file.geschreven.astimezone(AMSTERDAM)
    return UitRegel(
        pad=file.pad,
        wat=known.soort if known else "",
        nummer=known.nummer if known else "",
        voor=known.voor if known else "",
        geschreven=written,
        dagen_oud=max(0, (sessie.vandaag() - written.date()).days),
        in_uit=file.pad.is_relative_to(sessie.map / UIT),
    )
