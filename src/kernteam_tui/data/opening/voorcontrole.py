"""What can be said about a store before a passphrase is asked. Standard library only, a few milliseconds."""

from __future__ import annotations

from pathlib import Path

from kernteam_tui.data.fouten import FolderIsAFile, StoreMissing
from kernteam_tui.data.opening.bestanden import (
    BACKUP_SUFFIX,
    BACKUPS,
    DATABASE,
    KEYS,
    KEYS_COPY,
    UNFINISHED,
    check_file,
    disk_errors_named,
)
from kernteam_tui.data.opening.logbestand import refuse_cut_off
from kernteam_tui.data.opening.schrijfproef import refuse_read_only
from kernteam_tui.data.opening.slot import StoreLock, refuse_when_in_use
from kernteam_tui.data.opening.wissel import finish_pending, pending
from kernteam_tui.data.opening.wisselzegel import change_told
from kernteam_tui.data.sleutels.sleutelbestand import read_key_file

_ONLY_BACKUPS = (
    "De kluis is weg uit deze map; de reservekopieën staan er nog.",
    "Is de map verplaatst, zoek hem dan op; zet anders de nieuwste terug: ‘kernteam terugzetten BESTAND’.",
)


def kluis_aanwezig(folder: Path) -> bool:
    """Whether this folder holds a store, or what is left of one; False means: offer to make one.

    A store whose making was interrupted does not count: nothing was ever written in it, nobody has seen its
    code. One whose files are all being changed does, whichever of them stand there; so does one of which
    only backups are left: those come before making a new one.
    """
    with disk_errors_named():
        if pending(folder):
            return True
        if (folder / DATABASE).exists():
            return True
        if (folder / UNFINISHED).exists():
            return False
        return _keys_there(folder) or has_backups(folder)


def refuse_a_file(folder: Path) -> None:
    """Raise FolderIsAFile where a file stands in the place of this folder, or of one above it."""
    with disk_errors_named():
        found = next((path for path in (folder, *folder.parents) if path.exists()), folder)
        if found.is_file():
            raise FolderIsAFile()


def refuse_gone(folder: Path) -> None:
    """Raise StoreMissing where nothing of a store is left but its backups."""
    with disk_errors_named():
        if not (pending(folder) or (folder / DATABASE).exists() or _keys_there(folder)):
            raise StoreMissing(*_ONLY_BACKUPS)


def has_backups(folder: Path) -> bool:
    """Whether backups lie beside the place of the store."""
    return any((folder / BACKUPS).glob(f"*{BACKUP_SUFFIX}"))


def _keys_there(folder: Path) -> bool:
    return (folder / KEYS).exists() or (folder / KEYS_COPY).exists()


def controleer_voor_openen(folder: Path) -> None:
    """Raise what is wrong as far as it shows without the passphrase; return when one may be asked.

    Raises FolderReadOnly, StoreReadOnly, StoreInUse, StoreMissing, KeyFileMissing, KeyFileDamaged,
    KeyFileTampered, StoreTooNew, StoreDamaged, DiskFull, DiskError. One damaged copy of the key file is no
    reason to stop. Changes nothing, except that a change of all files that was decided and interrupted is
    carried through first.
    """
    if not kluis_aanwezig(folder):
        raise StoreMissing()
    refuse_gone(folder)
    refuse_read_only(folder)
    if pending(folder):
        _carry_through(folder)
    refuse_when_in_use(folder)
    with change_told(folder):
        read_key_file(folder)
        check_file(folder / DATABASE)
        refuse_cut_off(folder / DATABASE)


def _carry_through(folder: Path) -> None:
    lock = StoreLock(folder)
    try:
        finish_pending(folder)
    finally:
        lock.release()
