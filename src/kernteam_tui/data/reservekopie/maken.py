"""Making a backup: copied and looked through under a temporary name, so that a file that bears the name of a
backup has passed its check. Plain text never touches the disk: every temporary file is a copy with the key.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from kernteam_tui.data.fouten import BackupFolderUnusable, DiskFull, StoreSwapped
from kernteam_tui.data.opening.bestanden import (
    BACKUP_SUFFIX,
    BACKUPS,
    DATABASE,
    TEMPORARY,
    disk_errors_named,
    make_private_folder,
    sync_file,
    sync_folder,
)
from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.opening.kluis import OpenedFiles
from kernteam_tui.data.opening.schrijfproef import named_disk_error
from kernteam_tui.data.reservekopie.kopie import copy_database, look_through, temporary_file
from kernteam_tui.data.reservekopie.pak import (
    Manifest,
    check_whole,
    digests,
    read_pack,
    unpack_database,
    write_pack,
)
from kernteam_tui.data.sleutels.datasleutel import DataKey
from kernteam_tui.data.sleutels.kop import write_header
from kernteam_tui.data.sleutels.sleutelbestand import read_key_file
from kernteam_tui.domain.klok import AMSTERDAM

_PACK = "pak"
_HALF = re.compile(rf"{TEMPORARY}[0-9a-f]{{16}}-{_PACK}")

_NO_ROOM = (
    "Er is geen ruimte voor een reservekopie.",
    "Maak ruimte vrij of kies een andere map; je kluis is niet veranderd.",
)
_NOT_THERE = (
    "De map voor de reservekopie is er niet.",
    "Sluit de stick of schijf aan, of maak de map eerst, en probeer het opnieuw.",
)
_NO_FOLDER = (
    "Dit is een bestand en geen map.",
    "Geef de map op waar de reservekopie in moet komen.",
)
_READ_ONLY = (
    "In deze map mag je niet schrijven.",
    "Haal het schrijfslot van de stick, of kies een map die van jou is.",
)
_REFUSED = (
    "Deze map neemt het bestand niet aan.",
    "Kijk of de stick of schijf nog vastzit, of kies een andere map; je kluis is niet veranderd.",
)


def make_backup(opened: OpenedFiles, reden: str, nu: datetime) -> Path:
    """Copy the open store into a new file under `reserve/` and check it; about half a second for 30 MB.

    `reden` is a word for the manifest (`domain.bewaarregels.KopieReden`). Others may go on saving. Raises
    BackupInvalid when the copy does not come through its check, DiskFull, DiskError, and the errors of a key
    file that is gone; what was half made is then taken away.
    """
    folder = opened.folder / BACKUPS
    make_private_folder(folder)
    with _made(opened, reden, nu, folder) as pack:
        return _named(pack, folder, nu)


def make_backup_in(opened: OpenedFiles, folder: Path, reden: str, nu: datetime) -> Path:
    """As `make_backup`, into a folder elsewhere: a stick, a second disk. What is there is left alone.

    It is made beside the store, brought over, and then read back and opened from there. Raises
    BackupFolderUnusable when that folder is not there or takes no file, DiskFull when it is full there.
    """
    refuse_unusable(folder)
    _clear_half_brought(folder)
    own = opened.folder / BACKUPS
    make_private_folder(own)
    with _made(opened, reden, nu, own) as pack:
        return _bring_over(pack, folder, opened.key, nu)


def _clear_half_brought(folder: Path) -> None:
    """What an earlier try left there when the stick was pulled out or the program was killed."""
    for path in folder.glob(f"{TEMPORARY}*-{_PACK}"):
        if _HALF.fullmatch(path.name):
            with contextlib.suppress(OSError):
                path.unlink()


def refuse_unusable(folder: Path) -> None:
    """Say at once that a folder cannot take a backup. Raises BackupFolderUnusable."""
    if folder.is_file():
        raise BackupFolderUnusable(*_NO_FOLDER)
    try:
        if not folder.is_dir():
            raise BackupFolderUnusable(*_NOT_THERE)
    except OSError as error:
        raise BackupFolderUnusable(*_REFUSED) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise BackupFolderUnusable(*_READ_ONLY)


def verify_backup(path: Path, key: DataKey, workplace: Path | None = None) -> None:
    """Open the backup with the data key and look it through. Raises BackupInvalid with what is wrong.

    `workplace`: folder for the unpacked, encrypted copy; default the one of the backup.
    """
    pack = read_pack(path)
    with disk_errors_named(), temporary_file(workplace or path.parent, DATABASE) as copy:
        unpack_database(pack, copy)
        look_through(copy, key)


@contextlib.contextmanager
def _made(opened: OpenedFiles, reden: str, nu: datetime, folder: Path) -> Iterator[Path]:
    """A whole backup under a temporary name."""
    with (
        _room_named(),
        disk_errors_named(),
        temporary_file(folder, DATABASE) as copy,
        temporary_file(folder, _PACK) as pack,
    ):
        keys = _key_file(opened)
        copy_database(opened.engine, opened.key, copy)
        write_pack(pack, copy, keys, _manifest(opened, copy, keys, reden, nu))
        check_whole(read_pack(pack))
        yield pack


def _key_file(opened: OpenedFiles) -> bytes:
    """The copy of the key file that is whole. Raises KeyFileMissing, KeyFileDamaged, StoreSwapped."""
    header = read_key_file(opened.folder).header
    if header.store_id != opened.store_id:
        raise StoreSwapped()
    return write_header(header)


def _manifest(opened: OpenedFiles, copy: Path, keys: bytes, reden: str, nu: datetime) -> Manifest:
    with driver_connection(opened.engine) as connection:
        schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
    program = version("kernteam-tui")
    return Manifest(nu, str(reden), opened.store_id, program, schema, digests(copy, keys))


def _bring_over(pack: Path, folder: Path, key: DataKey, nu: datetime) -> Path:
    try:
        with temporary_file(folder, _PACK) as copy:
            shutil.copyfile(pack, copy)
            sync_file(copy)
            verify_backup(copy, key, workplace=pack.parent)
            return _named(copy, folder, nu)
    except OSError as error:
        raise _refusal(error) from error


def _refusal(error: OSError) -> BackupFolderUnusable | DiskFull:
    """Why the other folder does not take the file."""
    if isinstance(named_disk_error(error), DiskFull):
        return DiskFull(*_NO_ROOM)
    read_only = error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
    return BackupFolderUnusable(*(_READ_ONLY if read_only else _REFUSED))


@contextlib.contextmanager
def _room_named() -> Iterator[None]:
    """A full disk told in the words of a backup."""
    try:
        yield
    except DiskFull as error:
        raise DiskFull(*_NO_ROOM) from error


def _named(pack: Path, folder: Path, nu: datetime) -> Path:
    target = free_name(folder, nu)
    os.replace(pack, target)
    with contextlib.suppress(OSError):  # a foreign disk may not know the call; the file itself is on it
        sync_folder(folder)
    return target


def free_name(folder: Path, nu: datetime) -> Path:
    """`2026-11-21T204815.kluis`, in Amsterdam time; with `-2` and up when it is taken."""
    stem = nu.astimezone(AMSTERDAM).strftime("%Y-%m-%dT%H%M%S")
    target, number = folder / f"{stem}{BACKUP_SUFFIX}", 1
    while target.exists():
        number += 1
        target = folder / f"{stem}-{number}{BACKUP_SUFFIX}"
    return target
