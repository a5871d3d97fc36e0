"""A file that somebody hands over as a backup is believed in nothing."""

from __future__ import annotations

import json
import os
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.fouten import BackupInvalid, StoreTooNew
from kernteam_tui.data.reservekopie.maken import verify_backup
from kernteam_tui.data.reservekopie.pak import check_whole, read_pack, unpack_database
from kernteam_tui.data.store import Store

Members = list[tuple[str, bytes]]


@pytest.fixture
def members(kopie: Path) -> Members:
    with zipfile.ZipFile(kopie) as pack:
        return [(name, pack.read(name)) for name in pack.namelist()]


def rewritten(path: Path, members: Members, compression: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as pack:
        for name, content in members:
            pack.writestr(name, content)
    return path


def with_manifest(members: Members, **changed: Any) -> Members:
    manifest = json.loads(members[0][1]) | changed
    return [(members[0][0], json.dumps(manifest).encode()), *members[1:]]


def test_the_manifest_is_read_without_a_key(kopie: Path) -> None:
    manifest = read_pack(kopie).manifest
    assert manifest.gemaakt.isoformat() == "2026-11-23T10:00:05+01:00"
    assert (manifest.reden, manifest.schema > 0, manifest.vernieuwd) == ("dagelijks", True, None)


def test_a_pack_written_anew_by_another_zip_program_is_still_ours(members: Members, tmp_path: Path) -> None:
    check_whole(read_pack(rewritten(tmp_path / "a.kluis", members)))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "hostile",
    [
        lambda m: [*m, ("kluis.db", b"twice")],
        lambda m: [*m, ("extra", b"")],
        lambda m: m[:2],
        lambda m: [("../../kluis.db" if n == "kluis.db" else n, c) for n, c in m],
        lambda m: [("/etc/passwd" if n == "kluis.keys" else n, c) for n, c in m],
        lambda m: [("manifest.json", b"[" * 16_000), *m[1:]],
        lambda m: [("manifest.json", b'{"schema": ' + b"9" * 9_000 + b"}"), *m[1:]],
        lambda m: [("manifest.json", m[0][1] + b" " * 20_000), *m[1:]],
        lambda m: [("manifest.json", b"\xff\xfe\x00"), *m[1:]],
        lambda m: [m[0], ("kluis.keys", b"{}"), m[2]],
        lambda m: [m[0], m[1], ("kluis.db", m[2][1][:-4096])],
        lambda m: with_manifest(m, gemaakt="9999-12-31T23:59:59-23:59"),
        lambda m: with_manifest(m, gemaakt="2026-11-23T10:00:05"),
        lambda m: with_manifest(m, gemaakt=7),
        lambda m: with_manifest(m, programma="\x1b]0;gekaapt\x07"),
        lambda m: with_manifest(m, reden="x" * 400),
        lambda m: with_manifest(m, schema=True),
        lambda m: with_manifest(m, kluis="0" * 36),
        lambda m: with_manifest(m, sha256={"kluis.db": "0" * 64}),
        lambda m: with_manifest(m, sha256=[]),
        lambda m: with_manifest(m, format="kernteam-reserve/een"),
    ],
)
def test_what_is_not_our_pack_is_refused(
    members: Members, tmp_path: Path, hostile: Callable[[Members], Members]
) -> None:
    path = rewritten(tmp_path / "vreemd.kluis", hostile(members))
    with pytest.raises(BackupInvalid):
        check_whole(read_pack(path))


def test_a_zip_bomb_is_not_unpacked(members: Members, tmp_path: Path) -> None:
    bomb = [*members[:2], ("kluis.db", b"\0" * 50_000_000)]
    path = rewritten(tmp_path / "bom.kluis", bomb, zipfile.ZIP_DEFLATED)
    assert path.stat().st_size < 100_000
    with pytest.raises(BackupInvalid):
        read_pack(path)


def test_a_list_of_members_that_would_fill_the_memory_is_not_read(
    members: Members, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = rewritten(tmp_path / "lang.kluis", [*members, *((f"lid{n}", b"") for n in range(5_000))])
    monkeypatch.setattr(zipfile, "ZipFile", too_far)
    with pytest.raises(BackupInvalid):
        read_pack(path)


def too_far(*_: object) -> None:
    raise AssertionError("the list of members was read")


def test_a_second_end_record_cannot_hide_a_long_list(
    kopie: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`zipfile` believes the ZIP64 record before the ordinary one."""
    content = kopie.read_bytes()
    body, end = content[:-22], content[-22:]
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 10**6, 10**6, 10**9, 0)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, len(body), 1)
    path = tmp_path / "twee.kluis"
    path.write_bytes(body + record + locator + end)
    monkeypatch.setattr(zipfile, "ZipFile", too_far)
    with pytest.raises(BackupInvalid):
        read_pack(path)


def test_a_pack_with_a_second_end_record_of_its_own_is_read(kopie: Path, tmp_path: Path) -> None:
    """As Python writes it for a store of more than 2 GB."""
    content = kopie.read_bytes()
    body, end = content[:-22], content[-22:]
    list_bytes, start = struct.unpack("<LL", end[12:20])
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 3, 3, list_bytes, start)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, len(body), 1)
    path = tmp_path / "groot.kluis"
    path.write_bytes(body + record + locator + end)
    check_whole(read_pack(path))


def test_a_later_form_is_named_as_such(members: Members, tmp_path: Path) -> None:
    path = rewritten(tmp_path / "later.kluis", with_manifest(members, format="kernteam-reserve/2"))
    with pytest.raises(StoreTooNew):
        read_pack(path)


def test_a_folder_a_pipe_and_a_file_that_is_gone_are_no_backup(tmp_path: Path) -> None:
    (tmp_path / "map.kluis").mkdir()
    for name in ("map.kluis", "weg.kluis"):
        with pytest.raises(BackupInvalid):
            read_pack(tmp_path / name)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pijp.kluis")
        with pytest.raises(BackupInvalid):
            read_pack(tmp_path / "pijp.kluis")


def test_a_backup_cut_off_anywhere_is_seen(kopie: Path, store: Store, tmp_path: Path) -> None:
    content, path = kopie.read_bytes(), tmp_path / "af.kluis"
    places = [0, 1, 21, 22, 23, len(content) - 1, *random.Random(3).sample(range(len(content)), 60)]
    for place in places:
        path.write_bytes(content[:place])
        with pytest.raises(BackupInvalid):
            verify_backup(path, store.opened.key)


def test_a_flipped_bit_is_seen_or_does_not_matter(kopie: Path, members: Members, tmp_path: Path) -> None:
    """What a ZIP does not check (the time of a member, say) changes nothing of what comes out of it."""
    content, chance = bytearray(kopie.read_bytes()), random.Random(4)
    around = [*range(600), *range(len(content) - 400, len(content))]
    path, target = tmp_path / "om.kluis", tmp_path / "uit.db"
    seen = 0
    for place in [*chance.sample(around, 250), *chance.sample(range(len(content)), 150)]:
        bit = 1 << chance.randrange(8)
        content[place] ^= bit
        path.write_bytes(content)
        content[place] ^= bit
        try:
            pack = read_pack(path)
            unpack_database(pack, target)
        except (BackupInvalid, StoreTooNew):
            seen += 1
        else:
            assert [("kluis.keys", pack.keys), ("kluis.db", target.read_bytes())] == members[1:]
    assert seen > 300
