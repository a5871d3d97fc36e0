"""The key file and its copy: reading the one that is whole, and mending the other from it.

Standard library only, as is the header it reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kernteam_tui.data.fouten import KeyFileDamaged, KeyFileMissing, StoreError
from kernteam_tui.data.opening.bestanden import (
    KEYS,
    KEYS_COPY,
    disk_errors_named,
    make_private_folder,
    write_durably,
)
from kernteam_tui.data.opening.wissel import OLD
from kernteam_tui.data.sleutels.kop import MAX_FILE_BYTES, Header, read_header, write_header

MENDED = "Een van de twee kopieën van het sleutelbestand was {wat}; hij is hersteld uit de andere."
_OF_ANOTHER = "van een andere kluis (die ligt nu in de map ‘oud’)"
_KEPT = "sleutels-andere-kluis"
"""Below `oud`, a number behind it where that exists."""


@dataclass(frozen=True)
class KeyFile:
    """What was read: the header, and which copies must be written again once it has been proven right."""

    header: Header
    to_mend: tuple[str, ...]
    """File names of the copies that differ from the header."""
    notice: str
    """Dutch sentence for after mending; empty when there is nothing to say."""
    other: KeyFile | None = None
    """The second copy, where both are whole and differ: which of them is ours only shows by opening.

    It only counts when the first is not of today's data key (`belongs_to`): else the passphrase from before
    a change would go on opening the store by an older second copy.
    """


def read_key_file(folder: Path) -> KeyFile:
    """Read `kluis.keys`, or else `kluis.keys.bak`.

    Raises KeyFileMissing when neither is there, KeyFileDamaged when none is whole, KeyFileTampered or
    StoreTooNew when the first one that is whole is so. Changes nothing.
    """
    contents = {name: _content(folder / name) for name in (KEYS, KEYS_COPY)}
    if not any(content is not None for content in contents.values()):
        raise KeyFileMissing()
    header = _first_whole(contents)
    second = _whole(contents[KEYS_COPY])
    other = None if second is None or second == header else _seen_from(second, contents, None)
    return _seen_from(header, contents, other)


def write_key_file(folder: Path, header: Header) -> None:
    """Write both copies, each in one durable step, the first one first."""
    content = write_header(header)
    for name in (KEYS, KEYS_COPY):
        write_durably(folder / name, content)


def mend_key_file(folder: Path, key_file: KeyFile) -> tuple[str, ...]:
    """Write the copies that were not whole once more. Returns what to tell the user.

    A copy that is of another store is kept in `oud/`: it may be the only one. Only to be called once the
    header has been proven right by opening the store.
    """
    for name in key_file.to_mend:
        content = _content(folder / name)
        found = _whole(content)
        if content is not None and found is not None and found.store_id != key_file.header.store_id:
            _keep(folder, content)
        write_durably(folder / name, write_header(key_file.header))
    return (key_file.notice,) if key_file.notice else ()


def _content(path: Path) -> bytes | None:
    """None where there is no file; nothing where a folder stands in its place."""
    if path.is_dir():
        return b""
    with disk_errors_named():
        try:
            with path.open("rb") as stream:
                return stream.read(MAX_FILE_BYTES + 1)
        except FileNotFoundError:
            return None


def _first_whole(contents: dict[str, bytes | None]) -> Header:
    for content in contents.values():
        if content is None:
            continue
        try:
            return read_header(content)
        except KeyFileDamaged:
            continue
    raise KeyFileDamaged()


def _whole(content: bytes | None) -> Header | None:
    """What stands in one copy; None where that is nothing to open a store with."""
    try:
        return None if content is None else read_header(content)
    except StoreError:
        return None


def _seen_from(header: Header, contents: dict[str, bytes | None], other: KeyFile | None) -> KeyFile:
    """Both copies, when it is this header that is right."""
    written = write_header(header)
    to_mend = tuple(name for name, content in contents.items() if content != written)
    return KeyFile(header, to_mend, _notice(header, [contents[name] for name in to_mend]), other)


def _keep(folder: Path, content: bytes) -> None:
    kept, number = folder / OLD / _KEPT, 2
    while kept.exists():
        kept, number = folder / OLD / f"{_KEPT}-{number}", number + 1
    make_private_folder(folder / OLD)
    make_private_folder(kept)
    write_durably(kept / KEYS, content)


def _notice(header: Header, broken: list[bytes | None]) -> str:
    if not broken:
        return ""
    content = broken[0]
    if content is None:
        return MENDED.format(wat="weg")
    try:
        found = read_header(content)
    except KeyFileDamaged:
        return MENDED.format(wat="beschadigd")
    except StoreError:
        return MENDED.format(wat="veranderd")
    return MENDED.format(wat="ouder of veranderd" if found.store_id == header.store_id else _OF_ANOTHER)
