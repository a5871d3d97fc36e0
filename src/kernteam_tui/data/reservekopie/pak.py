"""The file of a backup: what it looks like, and reading one that somebody else may have made.

`reserve/2026-11-21T204815.kluis` is a ZIP (stored, never compressed) of exactly `manifest.json`,
`kluis.keys` and `kluis.db`. Nothing of it is believed before it was looked at: the number of members is read
from the end record before `zipfile` reads the list, and no member can be larger than the file itself.
The manifest can be read without a key, so it says nothing about the work. Standard library only.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kernteam_tui.data.fouten import BackupInvalid, KeyFileDamaged, KeyFileTampered, StoreTooNew
from kernteam_tui.data.opening.bestanden import DATABASE, KEYS, disk_errors_named, sync_file
from kernteam_tui.data.opening.schrijfproef import named_disk_error
from kernteam_tui.data.sleutels.kop import MAX_FILE_BYTES, Header, read_header
from kernteam_tui.domain.klok import AMSTERDAM

FORMAT = "kernteam-reserve/1"
_FORMAT_NAME = "kernteam-reserve/"
MANIFEST = "manifest.json"
MEMBERS = (MANIFEST, KEYS, DATABASE)

MAX_MANIFEST_BYTES = 16_384
MAX_LIST_BYTES = 4_096
"""The list of three members is some 200 bytes."""
_YEARS = range(2000, 2200)
_REASON = re.compile(r"[a-z_]{1,40}")
_PROGRAM = re.compile(r"[0-9A-Za-z.+!_-]{1,40}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[0-9a-f-]{36}")

_END = struct.Struct("<4s4H2LH")
_LOCATOR = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
"""By https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3.14 to 4.3.16."""
_CHUNK = 1_048_576

_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    EOFError,
    KeyError,
    NotImplementedError,
    OverflowError,
    RecursionError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    KeyFileDamaged,
    KeyFileTampered,
)
"""What reading a file that is no backup can end in."""

_GONE = "Deze reservekopie is er niet (meer)."


@dataclass(frozen=True)
class Manifest:
    """What can be read of a backup without its passphrase."""

    gemaakt: datetime
    reden: str
    kluis: str
    """Id of the store, as in its key file."""
    programma: str
    """Version of the program that made it."""
    schema: int
    """Number of the form of its tables."""
    sha256: dict[str, str]
    """Digest of `kluis.db` and `kluis.keys`."""
    vernieuwd: datetime | None = None
    """When it was made anew without what was erased since."""

    def content(self) -> bytes:
        fields: dict[str, object] = {
            "format": FORMAT,
            "gemaakt": _moment_text(self.gemaakt),
            "reden": self.reden,
            "kluis": self.kluis,
            "programma": self.programma,
            "schema": self.schema,
            "sha256": self.sha256,
        }
        if self.vernieuwd is not None:
            fields["vernieuwd"] = _moment_text(self.vernieuwd)
        return json.dumps(fields, indent=1).encode("ascii")


@dataclass(frozen=True)
class Pak:
    """A backup whose form is right; its database was not looked at yet."""

    path: Path
    manifest: Manifest
    header: Header
    keys: bytes
    """The key file as it stands in the pack."""


def read_pack(path: Path) -> Pak:
    """Look at the form of a backup, its manifest and its key file; a millisecond.

    Raises BackupInvalid, StoreTooNew (made by a newer program), DiskError.
    """
    with pack_errors_named(), _opened(path) as archive:
        manifest = _read_manifest(_content(archive, MANIFEST, MAX_MANIFEST_BYTES))
        keys = _content(archive, KEYS, MAX_FILE_BYTES)
        header = read_header(keys)
        if manifest.sha256[KEYS] != hashlib.sha256(keys).hexdigest() or manifest.kluis != header.store_id:
            raise BackupInvalid()
        return Pak(path, manifest, header, keys)


def check_whole(pack: Pak) -> None:
    """Whether the database in the pack is, byte for byte, the one of its manifest. Raises BackupInvalid."""
    with _database_in(pack) as chunks:
        for _ in chunks:
            pass


def unpack_database(pack: Pak, target: Path) -> None:
    """Write the database, still encrypted, into a file that is there already.

    Raises BackupInvalid when it is not the one of the manifest; the file then holds rubbish.
    """
    with _database_in(pack) as chunks, disk_errors_named(), target.open("wb") as stream:
        for chunk in chunks:
            stream.write(chunk)


def write_pack(target: Path, database: Path, keys: bytes, manifest: Manifest) -> None:
    """Write a backup durably into a file that is there already."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(MANIFEST, manifest.content())
        archive.writestr(KEYS, keys)
        archive.write(database, DATABASE)
    sync_file(target)


def digests(database: Path, keys: bytes) -> dict[str, str]:
    """What the manifest says of both files."""
    with database.open("rb") as stream:
        of_database = hashlib.file_digest(stream, "sha256").hexdigest()
    return {DATABASE: of_database, KEYS: hashlib.sha256(keys).hexdigest()}


@contextlib.contextmanager
def pack_errors_named() -> Iterator[None]:
    """Whatever a broken or hostile file brings about becomes BackupInvalid; a disk error stays one."""
    try:
        yield
    except (FileNotFoundError, IsADirectoryError):
        raise BackupInvalid(_GONE) from None
    except _BROKEN as error:
        raise BackupInvalid() from error
    except OSError as error:
        raise named_disk_error(error) from error


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The pack, once its members are exactly ours and none claims to be larger than the file."""
    if not path.is_file():
        raise BackupInvalid(_GONE)
    size = path.stat().st_size
    with path.open("rb") as stream:
        _refuse_long_list(stream, size)
        with zipfile.ZipFile(stream) as archive:
            members = archive.infolist()
            if sorted(member.filename for member in members) != sorted(MEMBERS):
                raise BackupInvalid()
            if not all(_lies_within(member, size) for member in members):
                raise BackupInvalid()
            yield archive


def _lies_within(member: zipfile.ZipInfo, size: int) -> bool:
    """Whether a member is stored plainly, and lies where the file can hold it."""
    plain = member.compress_type == zipfile.ZIP_STORED and member.flag_bits & 0x1 == 0
    room = size - member.header_offset
    return plain and member.header_offset >= 0 and member.file_size == member.compress_size <= room


def _refuse_long_list(stream: Any, size: int) -> None:
    """Read the end of the file ourselves: `zipfile` takes a list of any length into memory."""
    stream.seek(max(0, size - _END.size))
    signature, *_, here, total, list_bytes, _start, comment = _END.unpack(stream.read(_END.size))
    if signature != b"PK\5\6" or comment or not here == total == len(MEMBERS) or list_bytes > MAX_LIST_BYTES:
        raise BackupInvalid()
    locator_at = size - _END.size - _LOCATOR.size
    if locator_at < 0:
        return
    stream.seek(locator_at)
    if stream.read(4) == b"PK\6\7":
        _refuse_long_list_64(stream, locator_at)


def _refuse_long_list_64(stream: Any, locator_at: int) -> None:
    """The same for a store of more than 2 GB, which has a second, longer end record."""
    stream.seek(locator_at)
    _, _, end_at, _ = _LOCATOR.unpack(stream.read(_LOCATOR.size))
    if end_at != locator_at - _END_64.size:
        raise BackupInvalid()
    stream.seek(end_at)
    signature, *_, here, total, list_bytes, _start = _END_64.unpack(stream.read(_END_64.size))
    if signature != b"PK\6\6" or not here == total == len(MEMBERS) or list_bytes > MAX_LIST_BYTES:
        raise BackupInvalid()


def _content(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    if archive.getinfo(name).file_size > limit:
        raise BackupInvalid()
    return archive.read(name)


@contextlib.contextmanager
def _database_in(pack: Pak) -> Iterator[Iterator[bytes]]:
    """The database in pieces; at the end it must be the one of the manifest."""

    def pieces() -> Iterator[bytes]:
        digest = hashlib.sha256()
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            yield chunk
        if digest.hexdigest() != pack.manifest.sha256[DATABASE]:
            raise BackupInvalid()

    with pack_errors_named(), _opened(pack.path) as archive, archive.open(DATABASE) as stream:
        yield pieces()


def _read_manifest(content: bytes) -> Manifest:
    """Raises StoreTooNew for a later form, ValueError and its kin for what is no manifest."""
    fields = json.loads(content)
    form = fields["format"]
    if form != FORMAT:
        if isinstance(form, str) and re.fullmatch(rf"{_FORMAT_NAME}[0-9]{{1,4}}", form):
            raise StoreTooNew()
        raise ValueError("the form of the manifest")
    number, sums = fields["schema"], fields["sha256"]
    if type(number) is not int or not 0 <= number < 10_000:
        raise ValueError("the number of the schema")
    renewed = fields.get("vernieuwd")
    return Manifest(
        gemaakt=_moment(fields["gemaakt"]),
        reden=_matching(_REASON, fields["reden"]),
        kluis=_matching(_ID, fields["kluis"]),
        programma=_matching(_PROGRAM, fields["programma"]),
        schema=number,
        sha256={name: _matching(_DIGEST, sums[name]) for name in (DATABASE, KEYS)},
        vernieuwd=None if renewed is None else _moment(renewed),
    )


def _matching(form: re.Pattern[str], text: object) -> str:
    if not isinstance(text, str) or not form.fullmatch(text):
        raise ValueError("a field of the manifest")
    return text


def _moment(text: object) -> datetime:
    if not isinstance(text, str):
        raise TypeError("a moment is written as text")
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or moment.year not in _YEARS:
        raise ValueError("a moment without a time zone, or out of reach")
    return moment


def _moment_text(moment: datetime) -> str:
    return moment.astimezone(AMSTERDAM).isoformat(timespec="seconds")
