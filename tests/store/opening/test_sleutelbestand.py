"""The key file: every damage is seen, one damaged copy is mended and said, a changed one is refused."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.fouten import (
    KeyFileDamaged,
    KeyFileMissing,
    KeyFileTampered,
    StoreError,
    StoreTooNew,
    WrongSecret,
)
from kernteam_tui.data.opening.kluis import open_store_files
from kernteam_tui.data.sleutels.datasleutel import DataKey
from kernteam_tui.data.sleutels.herstelcode import new_recovery_code
from kernteam_tui.data.sleutels.kop import KdfParameters, canonical, read_header, write_header
from kernteam_tui.data.sleutels.sleutelbestand import read_key_file
from kernteam_tui.data.sleutels.vakken import new_header, unlock

Fields = dict[str, Any]


def test_what_is_written_is_read_back_the_same(kluis: Any) -> None:
    content = kluis.keys.read_bytes()
    assert write_header(read_header(content)) == content
    assert kluis.keys_copy.read_bytes() == content


def test_every_accidental_damage_is_seen(kluis: Any) -> None:
    content, dice = kluis.keys.read_bytes(), random.Random(20261123)
    for number in range(600):
        with pytest.raises(KeyFileDamaged):
            read_header(damaged(content, number, dice))


def damaged(content: bytes, number: int, dice: random.Random) -> bytes:
    """A flipped bit, a cut, zeroes or rubbish at a random place."""
    place = dice.randrange(len(content))
    if number % 4 == 0:
        return content[:place]
    if number % 4 == 1:
        return content[:place] + bytes(8) + content[place + 8 :]
    if number % 4 == 2:
        return content[:place] + dice.randbytes(16) + content[place + 16 :]
    return content[:place] + bytes([content[place] ^ 1 << dice.randrange(8)]) + content[place + 1 :]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"{}",
        b"{}\n",
        b"[]\n",
        b"null\n",
        b"1\n",
        b"\xff\xfe",
        b"[" * 50_000,
        b"x" * 70_000,
        b'{"sum":1}\n',
    ],
)
def test_rubbish_is_damage(content: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        read_header(content)


@pytest.mark.parametrize("name", ["kluis.keys", "kluis.keys.bak"])
@pytest.mark.parametrize("damage", ["cut", "empty", "gone", "flipped"])
def test_one_damaged_copy_is_mended_and_said(kluis: Any, name: str, damage: str) -> None:
    path, whole = kluis.folder / name, kluis.keys.read_bytes()
    spoil(path, damage)
    opened = open_store_files(kluis.folder, kluis.zin)
    opened.close()
    assert len(opened.notices) == 1
    assert "hersteld" in opened.notices[0]
    assert path.read_bytes() == whole
    again = open_store_files(kluis.folder, kluis.zin)
    again.close()
    assert again.notices == ()


def spoil(path: Path, damage: str) -> None:
    content = path.read_bytes()
    if damage == "gone":
        path.unlink()
    elif damage == "flipped":
        path.write_bytes(bytes([content[0] ^ 1]) + content[1:])
    else:
        path.write_bytes(content[: len(content) // 2 if damage == "cut" else 0])


def test_a_damaged_copy_is_not_touched_before_the_passphrase_was_right(kluis: Any) -> None:
    spoil(kluis.keys_copy, "cut")
    before = kluis.keys_copy.read_bytes()
    with pytest.raises(WrongSecret):
        open_store_files(kluis.folder, "iets heel anders")
    assert kluis.keys_copy.read_bytes() == before


def test_both_copies_damaged_is_told_and_is_not_a_wrong_passphrase(kluis: Any) -> None:
    spoil(kluis.keys, "flipped")
    spoil(kluis.keys_copy, "cut")
    with pytest.raises(KeyFileDamaged) as raised:
        open_store_files(kluis.folder, kluis.zin)
    assert (raised.value.code, raised.value.exit_status) == ("sleutelbestand_beschadigd", 4)


def test_one_copy_gone_and_one_damaged_is_damage(kluis: Any) -> None:
    spoil(kluis.keys, "gone")
    spoil(kluis.keys_copy, "cut")
    with pytest.raises(KeyFileDamaged):
        read_key_file(kluis.folder)


def test_both_copies_gone_is_told_as_missing(kluis: Any) -> None:
    kluis.keys.unlink()
    kluis.keys_copy.unlink()
    with pytest.raises(KeyFileMissing) as raised:
        open_store_files(kluis.folder, kluis.zin)
    assert (raised.value.code, raised.value.exit_status) == ("sleutelbestand_ontbreekt", 4)


def set_in_slot(*names: str, value: object) -> Callable[[Fields], None]:
    def change(fields: Fields) -> None:
        place = fields["slots"][0]
        for name in names[:-1]:
            place = place[name]
        place[names[-1]] = value

    return change


CHANGES: list[tuple[str, Callable[[Fields], None], type[StoreError]]] = [
    ("a huge cost", set_in_slot("kdf", "m", value=2**31), KeyFileTampered),
    ("a cost below the floor", set_in_slot("kdf", "m", value=1024), KeyFileTampered),
    ("too many passes", set_in_slot("kdf", "t", value=1000), KeyFileTampered),
    ("a cost that is text", set_in_slot("kdf", "m", value="19456"), KeyFileTampered),
    ("a cost that is true", set_in_slot("kdf", "p", value=True), KeyFileTampered),
    ("another derivation", set_in_slot("kdf", "alg", value="pbkdf2"), KeyFileTampered),
    ("an extra field", set_in_slot("extra", value=1), KeyFileTampered),
    ("an unknown kind", set_in_slot("kind", value="master"), KeyFileTampered),
    ("a kind that is a list", set_in_slot("kind", value=[]), KeyFileTampered),
    ("a short salt", set_in_slot("kdf", "salt", value="AAAA"), KeyFileTampered),
    ("no slots", lambda fields: fields.update(slots=[]), KeyFileTampered),
    ("slots that are text", lambda fields: fields.update(slots="abc"), KeyFileTampered),
    ("another format", lambda fields: fields.update(format="iets"), KeyFileTampered),
    ("version 0", lambda fields: fields.update(version=0), KeyFileTampered),
    ("a newer version", lambda fields: fields.update(version=3), StoreTooNew),
    ("a version that these slots do not have", lambda fields: fields.update(version=2), KeyFileTampered),
    ("a cost within bounds", set_in_slot("kdf", "t", value=3), WrongSecret),
    ("another slot id", set_in_slot("id", value="x"), WrongSecret),
    ("another store", lambda fields: fields.update(store="anders"), WrongSecret),
    ("kinds swapped", lambda fields: swap_kinds(fields), WrongSecret),
    ("a slot dropped", lambda fields: fields["slots"].pop(), KeyFileTampered),
    ("a slot doubled", lambda fields: fields["slots"].append(fields["slots"][0]), KeyFileTampered),
]


def swap_kinds(fields: Fields) -> None:
    first, second = fields["slots"]
    first["kind"], second["kind"] = second["kind"], first["kind"]


@pytest.mark.parametrize(
    ("change", "expected"), [change[1:] for change in CHANGES], ids=[c[0] for c in CHANGES]
)
def test_a_changed_file_with_a_right_sum_is_refused(
    kluis: Any, change: Callable[[Fields], None], expected: type[StoreError]
) -> None:
    fields = json.loads(kluis.keys.read_bytes())
    change(fields)
    del fields["sum"]
    fields["sum"] = hashlib.sha256(canonical(fields)).hexdigest()
    content = canonical(fields) + b"\n"

    def read_and_unlock() -> None:
        unlock(read_header(content), kluis.zin)

    with pytest.raises(expected):
        read_and_unlock()


def test_three_hundred_random_changes_never_give_a_wrong_key(kluis: Any) -> None:
    """No damage may come out as another key, nor as an error that nobody expected."""
    content, dice = kluis.keys.read_bytes(), random.Random(7)
    for number in range(300):
        kluis.keys.write_bytes(damaged(content, number, dice))
        kluis.keys_copy.write_bytes(damaged(content, number + 1, dice))
        with pytest.raises(KeyFileDamaged):
            read_key_file(kluis.folder)


def test_a_passphrase_typed_in_another_unicode_form_is_the_same() -> None:
    key = DataKey.random()
    header = new_header(
        "kluis", key, "caf\u00e9 cr\u00e8me", new_recovery_code(), KdfParameters(19 * 1024, 2, 1)
    )
    assert unlock(header, "cafe\u0301 cre\u0300me").raw() == key.raw()


def test_a_wrong_passphrase_is_that_and_nothing_else(kluis: Any) -> None:
    header = read_header(kluis.keys.read_bytes())
    for secret in ["", " ", kluis.zin.upper(), kluis.zin + " ", "x" * 10_000, "\x00", new_recovery_code()]:
        with pytest.raises(WrongSecret):
            unlock(header, secret)


def test_leftovers_of_a_killed_session_are_cleared(kluis: Any) -> None:
    for name in ("kluis.keys.tmp-123", "kluis.keys.bak.tmp-9"):
        (kluis.folder / name).write_bytes(b"half")
    open_store_files(kluis.folder, kluis.zin).close()
    assert not list(kluis.folder.glob("*.tmp-*"))
