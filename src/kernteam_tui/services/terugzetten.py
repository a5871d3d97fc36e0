"""Putting a backup back into a store that is closed, looking at it first, and getting the keys out of one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kernteam_tui.data.fouten import BackupInvalid, WrongSecret
from kernteam_tui.data.opening.bestanden import BACKUPS, make_private_folder
from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.reservekopie.bewaren import list_backups
from kernteam_tui.data.reservekopie.inzien import Inhoud, contents_of, look_inside, unlock_pack
from kernteam_tui.data.reservekopie.pak import Pak, check_whole, read_pack
from kernteam_tui.data.reservekopie.sleutels import recover_key_file
from kernteam_tui.data.reservekopie.terugzetten import Terugzetting, prepare_restore, present_contents
from kernteam_tui.domain.bewaarregels import reden_tekst
from kernteam_tui.domain.klok import AMSTERDAM, Klok
from kernteam_tui.services.sessie import Sessie

__all__ = [
    "Inhoud",
    "Inzage",
    "KlaarOmTerugTeZetten",
    "SleutelPastNiet",
    "Teruggezet",
    "bekijk_eigen_kopie",
    "bekijk_reservekopie",
    "bereid_terugzetten_voor",
    "herstel_sleutelbestand",
    "sleutelkopie_van",
    "zet_nieuwste_terug",
    "zet_terug",
]


class SleutelPastNiet(WrongSecret):
    """The backup is whole, but was made under another data key than that of the open store."""

    titel = "Deze kopie heeft een eigen slot"
    vaste_tekst = "Deze reservekopie is gemaakt toen je kluis nog een andere sleutel had."
    vaste_stap = "Vul de wachtwoordzin of herstelcode van toen in."


@dataclass(frozen=True)
class Inzage:
    """What is in a backup, beside what is in the present store: numbers and moments, no names."""

    bestand: Path
    gemaakt: datetime
    reden: str
    programma: str
    """Version of the program that made it."""
    inhoud: Inhoud
    huidig: Inhoud | None
    """None where there is no store, or where it does not open with what was given."""


@dataclass(frozen=True)
class Teruggezet:
    """A backup was put back; the store opens with the passphrase of the moment it was made."""

    inzage: Inzage
    apart: Path | None
    """Where the files are that stood there before."""
    opnieuw_gewist: int
    """Casussen that were erased after the backup was made, and are now again."""

    @property
    def zin(self) -> str:
        """What to tell the user, on the screen that asks for the passphrase."""
        dag = self.inzage.gemaakt.astimezone(AMSTERDAM).strftime("%d-%m-%Y om %H:%M")
        wat = f"De reservekopie van {dag} is teruggezet; open hem met de wachtwoordzin van toen."
        gewist = (
            f" Wat daarna definitief was gewist, is opnieuw gewist ({self.opnieuw_gewist})."
            if self.opnieuw_gewist
            else ""
        )
        apart = (
            f" Wat er stond is apart bewaard in de map oud/{self.apart.name}."
            if self.apart is not None
            else ""
        )
        return f"{wat}{gewist}{apart}"


class KlaarOmTerugTeZetten:
    """A backup that lies ready; the store is locked until the block ends."""

    def __init__(self, restore: Terugzetting, klok: Klok) -> None:
        self._restore = restore
        self._klok = klok
        self.inzage = _inzage(restore.pak, restore.inhoud, restore.huidig)

    def doe(self) -> Teruggezet:
        """Put it back. Raises MigrationFailed, BackupInvalid, DiskFull, DiskError: nothing changed then."""
        done = self._restore.carry_out(self._klok.nu())
        return Teruggezet(self.inzage, done.apart, done.opnieuw_gewist)


@contextmanager
def bereid_terugzetten_voor(
    kluis_map: Path, bestand: Path, geheim: str, klok: Klok
) -> Iterator[KlaarOmTerugTeZetten]:
    """Look at a backup, ready to put it back; for a thread. Leaving the block without `doe` changes nothing.

    Raises BackupInvalid, StoreTooNew, StoreInUse, WrongSecret, DiskFull, DiskError.
    """
    with prepare_restore(kluis_map, bestand, geheim) as restore:
        yield KlaarOmTerugTeZetten(restore, klok)


def zet_terug(kluis_map: Path, bestand: Path, geheim: str, klok: Klok) -> Teruggezet:
    """Put a backup back without asking; the store must be closed. Raises as `bereid_terugzetten_voor`."""
    with bereid_terugzetten_voor(kluis_map, bestand, geheim, klok) as klaar:
        return klaar.doe()


def zet_nieuwste_terug(kluis_map: Path, geheim: str, klok: Klok) -> Teruggezet:
    """Put the newest backup back that is whole, for a store that no longer opens.

    Raises BackupInvalid when there is none, and as `bereid_terugzetten_voor`.
    """
    kopieen = [reserve.path for reserve in list_backups(kluis_map) if reserve.pak is not None]
    for pad in kopieen:
        try:
            return zet_terug(kluis_map, pad, geheim, klok)
        except BackupInvalid:
            continue
    raise BackupInvalid(
        "In de map ‘reserve’ staat geen hele reservekopie.",
        "Zoek er een op een stick of andere schijf: ‘kernteam terugzetten BESTAND’.",
    )


def bekijk_reservekopie(kluis_map: Path, bestand: Path, geheim: str) -> Inzage:
    """Only look, from outside; one to three seconds. The copy that is unpacked for it stays encrypted.

    Raises BackupInvalid, StoreTooNew, WrongSecret, DiskFull, DiskError.
    """
    pak = read_pack(bestand)
    key = unlock_pack(pak, geheim)
    try:
        with tempfile.TemporaryDirectory(prefix="kernteam-") as werkplek:
            inhoud = look_inside(pak, key, Path(werkplek))
        return _inzage(pak, inhoud, present_contents(kluis_map, key, geheim))
    finally:
        key.wipe()


def bekijk_eigen_kopie(sessie: Sessie, bestand: Path, geheim: str = "") -> Inzage:
    """Look into a backup while the store is open: with its key, or with the passphrase of the backup.

    Raises as `bekijk_reservekopie`; SleutelPastNiet when no passphrase was given and it is under another key.
    """
    pak = read_pack(bestand)
    opened = sessie.store.opened
    with driver_connection(opened.engine) as connection:
        huidig = contents_of(connection)
    werkplek = sessie.map / BACKUPS
    make_private_folder(werkplek)
    if not geheim:
        try:
            return _inzage(pak, look_inside(pak, opened.key, werkplek), huidig)
        except BackupInvalid:
            check_whole(pak)  # damaged is something else than locked with another key
            raise SleutelPastNiet() from None
    key = unlock_pack(pak, geheim)
    try:
        return _inzage(pak, look_inside(pak, key, werkplek), huidig)
    finally:
        key.wipe()


def sleutelkopie_van(kluis_map: Path) -> datetime | None:
    """When the newest backup was made whose key file may replace a lost one; None when there is none.

    For the screen that says that the key file is damaged or missing. Loads nothing heavy, needs no key.
    """
    return next((reserve.moment for reserve in list_backups(kluis_map) if reserve.pak is not None), None)


def herstel_sleutelbestand(kluis_map: Path, geheim: str, klok: Klok, bestand: Path | None = None) -> datetime:
    """Put the key file back out of a backup (default: the newest that fits); answers when that was made.

    The store then opens with the passphrase and the recovery code of that moment. Nothing is written before
    these keys have opened today's store. Raises WrongSecret, KeyFileDamaged when no backup's keys fit,
    BackupInvalid, StoreMissing, StoreDamaged, StoreInUse, DiskFull, DiskError.
    """
    return recover_key_file(kluis_map, geheim, klok.nu(), () if bestand is None else (bestand,))


def _inzage(pak: Pak, inhoud: Inhoud, huidig: Inhoud | None) -> Inzage:
    manifest = pak.manifest
    return Inzage(pak.path, manifest.gemaakt, reden_tekst(manifest.reden), manifest.programma, inhoud, huidig)
