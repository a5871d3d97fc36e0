"""What can be said about a store before a passphrase is asked. Standard library only, a few milliseconds."""

from __future__ import annotations

from pathlib import Path

from kernteam_tui.data.bestanden import DATABASE, KEYS, KEYS_COPY, UNFINISHED, check_file, disk_errors_named
from kernteam_tui.data.fouten import StoreMissing
from kernteam_tui.data.sleutels.sleutelbestand import read_key_file
from kernteam_tui.data.slot import refuse_when_in_use


def kluis_aanwezig(folder: Path) -> bool:
    """Whether this folder holds a store, or what is left of one; False means: offer to make one.

    A store whose making was interrupted does not count: nothing was ever written in it, nobody has seen its
    code.
    """
    with disk_errors_named():
        if (folder / DATABASE).exists():
            return True
        if (folder / UNFINISHED).exists():
            return False
        return (folder / KEYS).exists() or (folder / KEYS_COPY).exists()


def controleer_voor_openen(folder: Path) -> None:
    """Raise what is wrong as far as it shows without the passphrase; return when one may be asked.

    Raises StoreInUse, StoreMissing, KeyFileMissing, KeyFileDamaged, KeyFileTampered, StoreTooNew,
    StoreDamaged, DiskError. One damaged copy of the key file is no reason to stop. Changes nothing.
    """
    if not kluis_aanwezig(folder):
        raise StoreMissing()
    refuse_when_in_use(folder)
    read_key_file(folder)
    check_file(folder / DATABASE)
