"""Changing passphrase, recovery code and organisation: exactly the old or the new opens the store."""

from __future__ import annotations

import itertools
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.fouten import (
    KeyFileTampered,
    OrganisatiesleutelPastNiet,
    StoreError,
    StoreSwapped,
    WeakSecret,
    WrongSecret,
)
from kernteam_tui.data.opening.kluis import OpenedFiles, open_store_files
from kernteam_tui.data.sleutels import beheer
from kernteam_tui.data.sleutels.beleid import STANDAARD, VOORBEELD, Sleutelbeleid
from kernteam_tui.data.sleutels.datasleutel import DataKey
from kernteam_tui.data.sleutels.kop import KdfParameters, read_header, write_header
from kernteam_tui.data.sleutels.organisatie import fingerprint, make_pair, read_private_key, read_public_key
from kernteam_tui.data.sleutels.sleutelbestand import read_key_file, write_key_file
from kernteam_tui.data.sleutels.vakken import new_header, unlock
from tests.store.opening.test_wissel import stopped_at

NIEUW = "blauwe tractor zingt onder water"


def opens(folder: Path, secret: Any) -> bool:
    try:
        open_store_files(folder, secret).close()
    except WrongSecret:
        return False
    return True


def test_after_a_change_only_the_new_passphrase_opens_and_the_code_still_does(
    kluis: Any, opened: OpenedFiles
) -> None:
    beheer.prepare_passphrase(opened, kluis.zin, NIEUW, VOORBEELD).write()
    opened.close()
    assert [opens(kluis.folder, secret) for secret in (kluis.zin, NIEUW, kluis.code)] == [False, True, True]
    assert kluis.keys.read_bytes() == kluis.keys_copy.read_bytes()


def test_the_recovery_code_may_stand_for_the_forgotten_passphrase(kluis: Any, opened: OpenedFiles) -> None:
    beheer.prepare_passphrase(opened, kluis.code, NIEUW, VOORBEELD).write()
    opened.close()
    assert opens(kluis.folder, NIEUW)


def test_preparing_changes_nothing(kluis: Any, opened: OpenedFiles) -> None:
    before = kluis.keys.read_bytes()
    beheer.prepare_passphrase(opened, kluis.zin, NIEUW, VOORBEELD)
    beheer.prepare_recovery_code(opened, kluis.zin, VOORBEELD)
    assert kluis.keys.read_bytes() == before == kluis.keys_copy.read_bytes()


@pytest.mark.parametrize("secret", ["iets anders", "", "1234-1234-1234-1234-1234-1234-123"])
def test_an_open_laptop_is_not_enough(kluis: Any, opened: OpenedFiles, secret: str) -> None:
    before = kluis.keys.read_bytes()
    public = read_public_key(make_pair()[1])
    attempts: tuple[Callable[[], object], ...] = (
        lambda: beheer.prepare_passphrase(opened, secret, NIEUW, VOORBEELD),
        lambda: beheer.prepare_recovery_code(opened, secret, VOORBEELD),
        lambda: beheer.prepare_organisation(opened, secret, public),
        lambda: beheer.prepare_removal(opened, secret),
    )
    for attempt in attempts:
        with pytest.raises(WrongSecret):
            attempt()
    assert kluis.keys.read_bytes() == before


@pytest.mark.parametrize("zin", ["voorbeeld", "welkom123", "", "18GX-CMYD-791D-HPY5-RK54-AE2K-0TS"])
def test_a_weak_passphrase_is_refused_before_anything_is_derived(
    kluis: Any, opened: OpenedFiles, zin: str
) -> None:
    with pytest.raises(WeakSecret):
        beheer.prepare_passphrase(opened, kluis.zin, zin, STANDAARD)


def test_the_passphrase_in_use_is_no_new_one(kluis: Any, opened: OpenedFiles) -> None:
    with pytest.raises(WeakSecret, match="huidige"):
        beheer.prepare_passphrase(opened, kluis.zin, kluis.zin, VOORBEELD)


def test_a_new_code_counts_only_when_it_is_written(kluis: Any, opened: OpenedFiles) -> None:
    prepared = beheer.prepare_recovery_code(opened, kluis.zin, VOORBEELD)
    assert unlock(read_header(kluis.keys.read_bytes()), kluis.code)
    prepared.write()
    opened.close()
    assert [opens(kluis.folder, secret) for secret in (kluis.code, prepared.recovery_code, kluis.zin)] == [
        False,
        True,
        True,
    ]


def test_a_code_prepared_before_another_change_keeps_that_change(kluis: Any, opened: OpenedFiles) -> None:
    code = beheer.prepare_recovery_code(opened, kluis.zin, VOORBEELD)
    beheer.prepare_passphrase(opened, kluis.zin, NIEUW, VOORBEELD).write()
    code.write()
    opened.close()
    assert opens(kluis.folder, NIEUW)
    assert opens(kluis.folder, code.recovery_code)


def test_killed_at_every_touch_of_the_disk_exactly_one_passphrase_opens(
    kluis: Any, opened: OpenedFiles
) -> None:
    ready = beheer.prepare_passphrase(opened, kluis.zin, NIEUW, VOORBEELD)
    before, outcomes = kluis.keys.read_bytes(), []
    for number in itertools.count():
        for copy in (kluis.keys, kluis.keys_copy):
            copy.write_bytes(before)
        with stopped_at(kluis.folder, number) as reached:
            ready.write()
        header = read_key_file(kluis.folder).header
        outcomes.append(write_header(header) != before)
        if not reached[0]:
            break
    assert outcomes == sorted(outcomes)
    assert set(outcomes) == {False, True}
    opened.close()
    assert opens(kluis.folder, NIEUW)
    assert opens(kluis.folder, kluis.code)
    assert not list(kluis.folder.glob("*.tmp-*"))


def test_a_disk_that_refuses_raises_only_when_the_old_passphrase_counts(
    kluis: Any, opened: OpenedFiles
) -> None:
    ready = beheer.prepare_passphrase(opened, kluis.zin, NIEUW, VOORBEELD)
    before, told = kluis.keys.read_bytes(), set()
    for number in itertools.count():
        for copy in (kluis.keys, kluis.keys_copy):
            copy.write_bytes(before)
        refused = False
        with stopped_at(kluis.folder, number, OSError) as reached:
            try:
                told.add(ready.write())
            except StoreError:
                refused = True
        assert refused == (read_key_file(kluis.folder).header == read_header(before))
        if not reached[0]:
            break
    assert told == {(), (beheer.COPY_NOT_WRITTEN,)}


def test_a_key_file_of_another_store_is_not_changed(kluis: Any, opened: OpenedFiles) -> None:
    other = DataKey.random()
    header = new_header(opened.store_id, other, kluis.zin, kluis.code, VOORBEELD.kdf())
    write_key_file(kluis.folder, header)
    with pytest.raises(StoreSwapped):
        beheer.prepare_passphrase(opened, kluis.zin, NIEUW, VOORBEELD)


# --- the organisation -----------------------------------------------------------------------------


@pytest.fixture
def pair() -> tuple[bytes, bytes]:
    return make_pair()


def test_the_private_key_opens_what_was_sealed_to_the_public_one(
    kluis: Any, opened: OpenedFiles, pair: tuple[bytes, bytes]
) -> None:
    beheer.prepare_organisation(opened, kluis.zin, read_public_key(pair[1])).write()
    assert beheer.organisation_fingerprint(opened) == fingerprint(read_public_key(pair[1]))
    opened.close()
    assert [opens(kluis.folder, secret) for secret in (kluis.zin, kluis.code, read_private_key(pair[0]))] == [
        True,
        True,
        True,
    ]
    assert not opens(kluis.folder, read_private_key(make_pair()[0]))


def test_the_organisation_helps_somebody_who_lost_both(
    kluis: Any, opened: OpenedFiles, pair: tuple[bytes, bytes]
) -> None:
    beheer.prepare_organisation(opened, kluis.zin, read_public_key(pair[1])).write()
    opened.close()
    private = read_private_key(pair[0])
    again = open_store_files(kluis.folder, private)
    beheer.prepare_passphrase(again, private, NIEUW, VOORBEELD).write()
    again.close()
    assert opens(kluis.folder, NIEUW)
    assert not opens(kluis.folder, kluis.zin)


def test_taken_out_again_the_file_is_as_an_older_program_knows_it(
    kluis: Any, opened: OpenedFiles, pair: tuple[bytes, bytes]
) -> None:
    before = kluis.keys.read_bytes()
    beheer.prepare_organisation(opened, kluis.zin, read_public_key(pair[1])).write()
    assert json.loads(kluis.keys.read_bytes())["version"] == 2
    beheer.prepare_removal(opened, kluis.zin).write()
    assert kluis.keys.read_bytes() == before
    assert beheer.organisation_fingerprint(opened) == ""
    opened.close()
    with pytest.raises(OrganisatiesleutelPastNiet):
        open_store_files(kluis.folder, read_private_key(pair[0]))


def test_there_is_one_organisation_at_most(kluis: Any, opened: OpenedFiles) -> None:
    for public in (make_pair()[1], make_pair()[1]):
        beheer.prepare_organisation(opened, kluis.zin, read_public_key(public)).write()
    kinds = [slot["kind"] for slot in json.loads(kluis.keys.read_bytes())["slots"]]
    assert kinds == ["passphrase", "recovery", "organisation"]


def test_a_slot_slipped_in_by_somebody_else_is_seen(
    kluis: Any, opened: OpenedFiles, pair: tuple[bytes, bytes]
) -> None:
    """Whoever can write the key file but does not know the data key cannot add an organisation."""
    beheer.prepare_organisation(opened, kluis.zin, read_public_key(pair[1])).write()
    with_slot = read_header(kluis.keys.read_bytes())
    beheer.prepare_removal(opened, kluis.zin).write()
    without = read_header(kluis.keys.read_bytes())
    forged = write_header(type(without)(without.store_id, with_slot.slots, without.mac))
    opened.close()
    for copy in (kluis.keys, kluis.keys_copy):
        copy.write_bytes(forged)
    with pytest.raises(KeyFileTampered):
        open_store_files(kluis.folder, kluis.zin)


# --- heavier after unlocking ------------------------------------------------------------------------

LIGHT, HEAVY = KdfParameters(20 * 1024, 2, 1), KdfParameters(24 * 1024, 3, 1)


def make_light(kluis: Any) -> None:
    header = read_header(kluis.keys.read_bytes())
    key = kluis.data_key()
    write_key_file(kluis.folder, new_header(header.store_id, key, kluis.zin, kluis.code, LIGHT))


@pytest.mark.parametrize("secret", ["zin", "code"])
def test_a_light_slot_becomes_heavier_once_and_the_other_stays(kluis: Any, secret: str) -> None:
    make_light(kluis)
    opened = open_store_files(kluis.folder, getattr(kluis, secret))
    light = opened.verzwaring
    assert light is not None
    assert beheer.make_heavier(opened, Sleutelbeleid(lambda: HEAVY, 0))
    assert not beheer.make_heavier(opened, Sleutelbeleid(lambda: HEAVY, 0))
    assert light._secret == bytearray()
    opened.close()
    costs = {slot["kind"]: slot["kdf"]["t"] for slot in json.loads(kluis.keys.read_bytes())["slots"]}
    expected = {"passphrase": 2, "recovery": 2, {"zin": "passphrase", "code": "recovery"}[secret]: 3}
    assert costs == expected
    assert opens(kluis.folder, kluis.zin)
    assert opens(kluis.folder, kluis.code)


@pytest.mark.parametrize("cost", [LIGHT, KdfParameters(19 * 1024, 9, 1), KdfParameters(20 * 1024, 2, 4)])
def test_a_slot_is_never_made_lighter(kluis: Any, cost: KdfParameters) -> None:
    make_light(kluis)
    before = kluis.keys.read_bytes()
    opened = open_store_files(kluis.folder, kluis.zin)
    assert not beheer.make_heavier(opened, Sleutelbeleid(lambda: cost, 0))
    opened.close()
    assert kluis.keys.read_bytes() == before


def test_the_secret_is_gone_after_closing(kluis: Any) -> None:
    make_light(kluis)
    opened = open_store_files(kluis.folder, kluis.zin)
    light = opened.verzwaring
    assert light is not None
    kept = light._secret
    opened.close()
    assert kept == bytearray(len(kept))


def test_a_store_with_fictional_data_stays_light(opened: OpenedFiles) -> None:
    assert opened.verzwaring is None


def test_a_slot_changed_meanwhile_is_left_alone(kluis: Any) -> None:
    make_light(kluis)
    opened = open_store_files(kluis.folder, kluis.zin)
    beheer.prepare_passphrase(opened, kluis.zin, NIEUW, VOORBEELD).write()
    before = kluis.keys.read_bytes()
    assert not beheer.make_heavier(opened, Sleutelbeleid(lambda: HEAVY, 0))
    opened.close()
    assert kluis.keys.read_bytes() == before


def test_a_passphrase_changed_while_it_is_made_heavier_stays_changed(kluis: Any) -> None:
    """Making it heavier takes a second, and the user goes on: what she changes meanwhile counts."""
    make_light(kluis)
    opened = open_store_files(kluis.folder, kluis.zin)

    def change_meanwhile() -> KdfParameters:
        beheer.prepare_passphrase(opened, kluis.zin, NIEUW, VOORBEELD).write()
        return HEAVY

    assert not beheer.make_heavier(opened, Sleutelbeleid(change_meanwhile, 0))
    opened.close()
    assert opens(kluis.folder, NIEUW)
    assert not opens(kluis.folder, kluis.zin)


# --- stores of before -------------------------------------------------------------------------------


def test_a_key_file_of_the_first_version_opens_byte_for_byte(tmp_path: Path) -> None:
    old = Path(__file__).parents[1] / "oud" / "schema-0001"
    folder = tmp_path / "oud"
    shutil.copytree(old, folder)
    before = (folder / "kluis.keys").read_bytes()
    assert write_header(read_header(before)) == before
    opened = open_store_files(folder, "voorbeeld")
    opened.close()
    assert (folder / "kluis.keys").read_bytes() == before
    assert json.loads(before)["version"] == 1
