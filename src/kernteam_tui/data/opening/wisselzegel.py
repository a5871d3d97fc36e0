"""What an opening carried through, confirmed by the store that it left: only with its key can it be told
whether the store itself had decided to destroy what stood there before.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kernteam_tui.data.fouten import StoreError
from kernteam_tui.data.opening.bestanden import DATABASE, KEYS, disk_errors_named, sync_folder
from kernteam_tui.data.opening.wissel import DONE_NOTE, OLD, done_note
from kernteam_tui.data.sleutels.datasleutel import DataKey

_PURPOSE = b"kernteam wissel 1"
_DESTROYED = "Het wisselen van de sleutel was onderbroken en is bij het openen afgemaakt."
_KEPT = (
    "Het vervangen van alle bestanden van de kluis was onderbroken en is bij het openen afgemaakt. Wat er "
    "eerst stond is bewaard in {apart}. Deed je dat niet zelf, meld het dan bij je organisatie."
)
_HINT = (
    "Let op: bij dit openen of kort daarvoor zijn alle bestanden van de kluis vervangen, omdat dat eerder "
    "onderbroken was; wat er eerst stond is bewaard in {apart}."
)


def seal_of_change(folder: Path, key: DataKey) -> str:
    """Shows later that the holder of this (new) data key decided to destroy the store that stands here now.

    Over the whole key file and database, so it holds for no other files. Raises DiskError.
    """
    with disk_errors_named():
        return key.derived(_PURPOSE + _digest(folder / KEYS) + _digest(folder / DATABASE)).hex()


def confirm_change(folder: Path, key: DataKey) -> tuple[str, ...]:
    """After opening: destroy what a change of the key had to destroy, keep all else; what to say about it.

    Only for the holder of the lock. What the disk refuses stays where it is.
    """
    note = done_note(folder)
    if note is None:
        return ()
    kept = folder / note.kept_in
    notices: tuple[str, ...] = (_KEPT.format(apart=note.kept_in),)
    with contextlib.suppress(OSError, StoreError):
        if not kept.is_dir() or kept.is_symlink():
            notices = ()
        elif note.seal and hmac.compare_digest(note.seal, seal_of_change(kept, key)):
            shutil.rmtree(kept)
            notices = (_DESTROYED,)
        (folder / DONE_NOTE).unlink(missing_ok=True)
        sync_folder(folder / OLD)
    return notices


@contextmanager
def change_told(folder: Path) -> Iterator[None]:
    """Add to whatever keeps the store shut that its files were replaced, and where the others are."""
    try:
        yield
    except StoreError as error:
        note = done_note(folder)
        if note is not None and (folder / note.kept_in).is_dir():
            error.stap = f"{error.stap} {_HINT.format(apart=note.kept_in)}".strip()
        raise


def _digest(path: Path) -> bytes:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()
