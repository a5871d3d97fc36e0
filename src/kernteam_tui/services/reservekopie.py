"""Backups of the open store: the daily one, one on request, what there is, and what goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from kernteam_tui.data.fouten import BackupFolderUnusable, BackupInvalid, StoreError, StoreTooNew
from kernteam_tui.data.opening.bestanden import BACKUPS
from kernteam_tui.data.reservekopie.apart import Apart, list_aside, remove_aside
from kernteam_tui.data.reservekopie.bewaren import Reserve, clear_old, list_backups, remove_backup
from kernteam_tui.data.reservekopie.maken import make_backup, make_backup_in, refuse_unusable
from kernteam_tui.data.reservekopie.pak import read_pack
from kernteam_tui.data.reservekopie.vernieuwen import Vernieuwing, renew_backups
from kernteam_tui.domain.bewaarregels import KopieReden, nieuwe_nodig, reden_tekst
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.sessie import Sessie

__all__ = [
    "Apart",
    "DagkopieUitkomst",
    "KopieBeeld",
    "KopieStaat",
    "NieuweKopie",
    "ReserveOverzicht",
    "Vernieuwing",
    "get_apart",
    "get_reservekopieen",
    "get_reserveoverzicht",
    "lees_bestand",
    "lees_map",
    "maak_dagkopie",
    "maak_reservekopie",
    "reserve_map",
    "vernieuw_reservekopieen",
    "verwijder_apart",
    "verwijder_reservekopie",
]

ELDERS = "naar een andere map"


class KopieStaat(StrEnum):
    """What can be said of a backup without opening it."""

    GOED = "goed"
    BESCHADIGD = "beschadigd"
    ANDERE_KLUIS = "andere kluis"
    TE_NIEUW = "te nieuw"


@dataclass(frozen=True)
class KopieBeeld:
    """One backup in the folder `reserve`."""

    naam: str
    """File name; what the other functions want."""
    pad: Path
    moment: datetime
    """When it was made, UTC."""
    dagen_oud: int
    """Calendar days in Amsterdam; below 0 when its clock was ahead."""
    reden: str
    """Why it was made, in Dutch; empty when that cannot be read."""
    bytes: int
    staat: KopieStaat
    tekst: str
    """What is wrong and what to do; empty when all is well."""


@dataclass(frozen=True)
class NieuweKopie:
    """A backup that was made, opened and read back."""

    pad: Path
    gemaakt: datetime
    opgeruimd: tuple[str, ...]
    """Names of older ones that went; none when it was made elsewhere."""


@dataclass(frozen=True)
class DagkopieUitkomst:
    """What became of the daily backup. It never stops the work: a failure is a sentence with a next step."""

    kopie: NieuweKopie | None
    melding: str


@dataclass(frozen=True)
class ReserveOverzicht:
    """All there is to fall back on."""

    map: Path
    kopieen: tuple[KopieBeeld, ...]
    """Newest first."""
    apart: tuple[Apart, ...]


def reserve_map(sessie: Sessie) -> Path:
    """Where the backups of this store lie."""
    return sessie.map / BACKUPS


def get_reservekopieen(sessie: Sessie) -> tuple[KopieBeeld, ...]:
    """Every backup beside the store, newest first."""
    return tuple(_beeld(sessie, reserve) for reserve in list_backups(sessie.map))


def maak_dagkopie(sessie: Sessie) -> DagkopieUitkomst | None:
    """The backup of today, when the newest one is older than 20 hours; None when there is nothing to do.

    For a thread, after unlocking. Raises nothing that a user could meet: that comes back as `melding`.
    """
    try:
        momenten = [reserve.moment for reserve in list_backups(sessie.map) if _van_hier(sessie, reserve)]
        if not nieuwe_nodig(momenten, sessie.nu()):
            return None
        return DagkopieUitkomst(_maak_hier(sessie, KopieReden.DAGELIJKS), "")
    except StoreError as fout:
        return DagkopieUitkomst(None, f"De reservekopie van vandaag is niet gelukt. {fout.zin}")


def maak_reservekopie(sessie: Sessie, elders: Path | None = None) -> NieuweKopie:
    """A backup now: beside the store, or in a folder elsewhere, where nothing is overwritten or cleared.

    Raises BackupFolderUnusable, BackupInvalid, DiskFull, DiskError.
    """
    if elders is None or _zelfde_map(elders, reserve_map(sessie)):
        return _maak_hier(sessie, KopieReden.OP_VERZOEK)
    nu = sessie.nu()
    pad = make_backup_in(sessie.store.opened, elders, KopieReden.OP_VERZOEK, nu)
    _noteer(sessie, ELDERS)
    return NieuweKopie(pad, nu, ())


def vernieuw_reservekopieen(sessie: Sessie) -> Vernieuwing:
    """Make every backup anew that still holds a casus that was erased; slow, so for a thread.

    Raises DiskFull, DiskError, MigrationFailed.
    """
    return renew_backups(sessie.store.opened, sessie.nu())


def verwijder_reservekopie(sessie: Sessie, naam: str) -> None:
    """Remove a backup for good. Raises DiskError."""
    remove_backup(sessie.map, naam)


def get_apart(sessie: Sessie) -> tuple[Apart, ...]:
    """Whole stores and key files that were kept aside when a backup was put back, newest first."""
    return list_aside(sessie.map)


def get_reserveoverzicht(sessie: Sessie) -> ReserveOverzicht:
    """Backups, and what was kept aside."""
    return ReserveOverzicht(reserve_map(sessie), get_reservekopieen(sessie), get_apart(sessie))


def lees_map(tekst: str) -> Path:
    """A folder for a backup, out of what was typed. Raises BackupFolderUnusable."""
    if not tekst.strip("\0 "):
        raise BackupFolderUnusable("Er is nog geen map ingevuld.", "Typ de map van je stick of schijf.")
    folder = _pad(tekst)
    refuse_unusable(folder)
    return folder


def lees_bestand(tekst: str) -> Path:
    """A backup somewhere on this computer, out of what was typed. Raises BackupInvalid, StoreTooNew."""
    if not tekst.strip("\0 "):
        raise BackupInvalid("Er is nog geen bestand ingevuld.", "Typ de map en de naam van het bestand.")
    path = _pad(tekst)
    read_pack(path)
    return path


def _pad(tekst: str) -> Path:
    """`~` is filled in; quotes around a path, as file managers copy it, are left out."""
    schoon = tekst.replace("\0", "").strip().strip("\"'")
    try:
        return Path(schoon).expanduser().absolute()
    except RuntimeError:  # `~naam` of somebody who has no home folder here
        return Path(schoon).absolute()


def verwijder_apart(sessie: Sessie, naam: str) -> None:
    """Remove one of those for good. Raises DiskError."""
    remove_aside(sessie.map, naam)


def _maak_hier(sessie: Sessie, reden: KopieReden) -> NieuweKopie:
    nu = sessie.nu()
    pad = make_backup(sessie.store.opened, reden, nu)
    weg = clear_old(sessie.map, sessie.store.store_id, nu)
    _noteer(sessie, reden.label)
    return NieuweKopie(pad, nu, tuple(path.name for path in weg))


def _noteer(sessie: Sessie, wat: str) -> None:
    with sessie.unit_of_work() as uow:
        uow.log(LogSoort.RESERVEKOPIE, wat)
        uow.commit()


def _zelfde_map(een: Path, ander: Path) -> bool:
    return een.resolve() == ander.resolve()


def _van_hier(sessie: Sessie, reserve: Reserve) -> bool:
    return reserve.pak is not None and reserve.pak.manifest.kluis == sessie.store.store_id


def _beeld(sessie: Sessie, reserve: Reserve) -> KopieBeeld:
    staat, tekst = _staat(sessie, reserve)
    return KopieBeeld(
        naam=reserve.path.name,
        pad=reserve.path,
        moment=reserve.moment,
        dagen_oud=(sessie.vandaag() - reserve.moment.astimezone(AMSTERDAM).date()).days,
        reden="" if reserve.pak is None else reden_tekst(reserve.pak.manifest.reden),
        bytes=reserve.bytes,
        staat=staat,
        tekst=tekst,
    )


def _staat(sessie: Sessie, reserve: Reserve) -> tuple[KopieStaat, str]:
    if isinstance(reserve.fout, StoreTooNew):
        return KopieStaat.TE_NIEUW, reserve.fout.zin
    if reserve.fout is not None:
        return KopieStaat.BESCHADIGD, reserve.fout.zin
    if not _van_hier(sessie, reserve):
        return KopieStaat.ANDERE_KLUIS, "Deze reservekopie is van een andere kluis."
    return KopieStaat.GOED, ""
