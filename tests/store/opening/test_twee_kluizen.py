"""Two key files that differ: the second copy is tried, but never brings an old passphrase back."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.fouten import HerstelcodeOnjuist, KeyFileTampered, StoreNotOfKeys, WrongSecret
from kernteam_tui.data.opening.kluis import create_store_files, open_store_files
from kernteam_tui.data.sleutels import beheer, rotatie
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.data.sleutels.kop import canonical

ANDERE_ZIN = "een blauwe olifant in bad"
NIEUWE_ZIN = "zeven kratten met losse schoenen"
KEPT = ("oud", "sleutels-andere-kluis", "kluis.keys")


def another_store(folder: Path, zin: str) -> bytes:
    """The key file of another store."""
    create_store_files(folder, zin, VOORBEELD).opened.close()
    return (folder / "kluis.keys").read_bytes()


@pytest.mark.parametrize("same", [True, False], ids=["same passphrase", "another passphrase"])
@pytest.mark.parametrize("name", ["kluis.keys", "kluis.keys.bak"])
def test_the_copy_that_is_ours_opens_and_the_other_is_kept(
    kluis: Any, tmp_path: Path, name: str, same: bool
) -> None:
    ours = kluis.keys.read_bytes()
    other = another_store(tmp_path / "andere", kluis.zin if same else ANDERE_ZIN)
    (kluis.folder / name).write_bytes(other)
    opened = open_store_files(kluis.folder, kluis.zin)
    opened.close()
    assert len(opened.notices) == 1
    assert "van een andere kluis" in opened.notices[0]
    assert kluis.keys.read_bytes() == kluis.keys_copy.read_bytes() == ours
    assert kluis.folder.joinpath(*KEPT).read_bytes() == other
    again = open_store_files(kluis.folder, kluis.code)
    again.close()
    assert again.notices == ()


def test_what_was_kept_before_stays(kluis: Any, tmp_path: Path) -> None:
    for number in range(2):
        kluis.keys.write_bytes(another_store(tmp_path / f"andere{number}", ANDERE_ZIN))
        open_store_files(kluis.folder, kluis.zin).close()
    kept = sorted(path.name for path in (kluis.folder / "oud").iterdir())
    assert kept == ["sleutels-andere-kluis", "sleutels-andere-kluis-2"]


def test_a_passphrase_that_fits_neither_is_wrong_and_changes_nothing(kluis: Any, tmp_path: Path) -> None:
    other = another_store(tmp_path / "andere", ANDERE_ZIN)
    kluis.keys.write_bytes(other)
    for secret, expected in [
        ("iets heel anders", WrongSecret),
        (ANDERE_ZIN, StoreNotOfKeys),
        ("18GX-CMYD-791D-HPY5-RK54-AE2K-0T0", HerstelcodeOnjuist),
    ]:
        with pytest.raises(expected):
            open_store_files(kluis.folder, secret)
    assert kluis.keys.read_bytes() == other
    assert not (kluis.folder / "oud").exists()


def test_with_both_copies_of_another_store_it_is_told_that_they_do_not_fit(
    kluis: Any, tmp_path: Path
) -> None:
    other = another_store(tmp_path / "andere", ANDERE_ZIN)
    for path in (kluis.keys, kluis.keys_copy):
        path.write_bytes(other)
    with pytest.raises(StoreNotOfKeys):
        open_store_files(kluis.folder, ANDERE_ZIN)
    with pytest.raises(WrongSecret):
        open_store_files(kluis.folder, kluis.zin)


def test_the_passphrase_from_before_a_change_does_not_come_back_with_an_old_second_copy(kluis: Any) -> None:
    """Control: trying any second copy would undo a change of passphrase."""
    old = kluis.keys_copy.read_bytes()
    opened = open_store_files(kluis.folder, kluis.zin)
    beheer.prepare_passphrase(opened, kluis.zin, NIEUWE_ZIN, VOORBEELD).write()
    opened.close()
    new = kluis.keys.read_bytes()
    kluis.keys_copy.write_bytes(old)
    with pytest.raises(WrongSecret):
        open_store_files(kluis.folder, kluis.zin)
    open_store_files(kluis.folder, NIEUWE_ZIN).close()
    assert kluis.keys_copy.read_bytes() == new


def test_a_first_copy_that_only_claims_another_store_does_not_keep_the_owner_out(kluis: Any) -> None:
    fields = json.loads(kluis.keys.read_bytes())
    fields["store"] = "iets anders"
    del fields["sum"]
    fields["sum"] = hashlib.sha256(canonical(fields)).hexdigest()
    kluis.keys.write_bytes(canonical(fields) + b"\n")
    open_store_files(kluis.folder, kluis.zin).close()
    assert kluis.keys.read_bytes() == kluis.keys_copy.read_bytes()


def test_the_other_store_is_not_ours_to_open(kluis: Any, tmp_path: Path) -> None:
    """The other way round: its database with one key file of ours beside it."""
    another_store(tmp_path / "andere", ANDERE_ZIN)
    shutil.copy(kluis.keys, tmp_path / "andere" / "kluis.keys")
    with pytest.raises(StoreNotOfKeys):
        open_store_files(tmp_path / "andere", kluis.zin)
    open_store_files(tmp_path / "andere", ANDERE_ZIN).close()


@pytest.mark.parametrize("name", ["kluis.keys", "kluis.keys.bak"])
def test_a_key_file_from_before_a_leak_opens_nothing_and_keeps_nobody_out(kluis: Any, name: str) -> None:
    old = kluis.keys.read_bytes()
    opened = open_store_files(kluis.folder, kluis.zin)
    rotatie.prepare_rotation(opened, kluis.zin, NIEUWE_ZIN, VOORBEELD).finish(lambda _work: None)
    opened.close()
    new = kluis.keys.read_bytes()
    (kluis.folder / name).write_bytes(old)
    for secret in (kluis.zin, kluis.code):
        with pytest.raises((WrongSecret, StoreNotOfKeys)):
            open_store_files(kluis.folder, secret)
    opened = open_store_files(kluis.folder, NIEUWE_ZIN)
    opened.close()
    assert "ouder" in opened.notices[0]
    assert kluis.keys.read_bytes() == kluis.keys_copy.read_bytes() == new
    assert not (kluis.folder / "oud").exists(), "an old key file is not worth keeping"


@pytest.mark.parametrize("cost", [{"t": 3}, {"m": 20480}], ids=["more passes", "more memory"])
def test_a_changed_cost_in_the_first_copy_is_mended_from_the_second(kluis: Any, cost: dict[str, int]) -> None:
    fields = json.loads(kluis.keys.read_bytes())
    fields["slots"][0]["kdf"].update(cost)
    del fields["sum"]
    fields["sum"] = hashlib.sha256(canonical(fields)).hexdigest()
    kluis.keys.write_bytes(canonical(fields) + b"\n")
    opened = open_store_files(kluis.folder, kluis.zin)
    opened.close()
    assert "veranderd" in opened.notices[0]
    assert kluis.keys.read_bytes() == kluis.keys_copy.read_bytes()


def test_a_slot_taken_out_of_the_first_copy_is_told_loudly(kluis: Any) -> None:
    """Not mended in silence: that is nobody's accident."""
    fields = json.loads(kluis.keys.read_bytes())
    fields["slots"].pop()
    del fields["sum"]
    fields["sum"] = hashlib.sha256(canonical(fields)).hexdigest()
    kluis.keys.write_bytes(canonical(fields) + b"\n")
    with pytest.raises(KeyFileTampered):
        open_store_files(kluis.folder, kluis.zin)
