"""Power cuts, the short form of `python -m bench.faults.stroom`; its disk, shown on a few bytes."""

from __future__ import annotations

from pathlib import Path
from random import Random
from types import ModuleType

import pytest

from bench.faults import stroom_sleutelwerker, stroom_werker
from bench.faults.stroom_oordeel import beoordeel_bijwerken, beoordeel_sleutels, beoordeel_werkdag
from bench.faults.stroom_opname import GeenCompiler, Opdracht
from bench.faults.stroom_proef import Opname, laat_uitvallen, maak_bijwerkopname, maak_opname
from bench.faults.stroom_schijf import SECTOR, Schijf

KEREN = 30
"""Power cuts of a day of work; the command by hand does thousands (`make bewijs`)."""
MAP = Path("/schijf")
BESTAND = "/schijf/kluis.db"


@pytest.fixture(scope="module")
def opname(tmp_path_factory: pytest.TempPathFactory) -> Opname:
    """What a worker of 40 saves did to the disk."""
    return _recorded(tmp_path_factory.mktemp("opname"), stroom_werker, "40", "proef", "FULL")


@pytest.fixture(scope="module")
def sleutelopname(tmp_path_factory: pytest.TempPathFactory) -> Opname:
    """What changing keys, backups and putting them back did to the disk, in 10 steps."""
    return _recorded(tmp_path_factory.mktemp("sleutels"), stroom_sleutelwerker, "10", "proef")


def _recorded(folder: Path, werker: ModuleType, *keuzes: str) -> Opname:
    try:
        return maak_opname(folder, werker, *keuzes)
    except GeenCompiler as reason:
        pytest.skip(str(reason))


def test_what_was_told_is_there_after_each_power_cut(opname: Opname) -> None:
    uitkomst = laat_uitvallen(opname, beoordeel_werkdag, KEREN, zaad="proef", echt=5)
    assert uitkomst.fouten == []
    assert (uitkomst.keren, uitkomst.verloren, uitkomst.niet_open, uitkomst.niet_heel) == (KEREN, 0, 0, 0)
    assert uitkomst.bevestigd > KEREN


def test_a_store_that_does_not_wait_for_the_disk_loses(tmp_path: Path) -> None:
    unsynced = _recorded(tmp_path, stroom_werker, "8", "proef", "OFF")
    assert laat_uitvallen(unsynced, beoordeel_werkdag, 8, zaad="proef", echt=0).verloren > 0


def test_keys_backups_and_restores_are_wholly_old_or_wholly_new(sleutelopname: Opname) -> None:
    uitkomst = laat_uitvallen(sleutelopname, beoordeel_sleutels, 12, zaad="proef", echt=0)
    assert uitkomst.fouten == []
    assert (uitkomst.keren, uitkomst.verloren, uitkomst.niet_open, uitkomst.niet_heel) == (12, 0, 0, 0)
    assert any(
        opdracht.soort == "R" and opdracht.naam.endswith("wissel.nieuw")
        for opdracht in sleutelopname.opdrachten
    )


def test_a_migration_keeps_everything(tmp_path: Path) -> None:
    try:
        opname = maak_bijwerkopname(tmp_path)
    except GeenCompiler as reason:
        pytest.skip(str(reason))
    uitkomst = laat_uitvallen(opname, beoordeel_bijwerken, 8, zaad="proef", echt=0)
    assert uitkomst.fouten == []
    assert (uitkomst.verloren, uitkomst.niet_open, uitkomst.niet_heel) == (0, 0, 0)
    assert uitkomst.bevestigd == 8


def test_without_waiting_for_the_disk_these_lose_too(sleutelopname: Opname) -> None:
    unsynced = sleutelopname.zonder_vastleggen()
    assert laat_uitvallen(unsynced, beoordeel_sleutels, 8, zaad="proef", echt=0).verloren > 0


def test_the_recording_holds_every_kind_of_write_of_the_store(opname: Opname) -> None:
    assert {opdracht.soort for opdracht in opname.opdrachten} >= set("CWSTU")
    assert any(opdracht.naam.endswith("kluis.db-wal") for opdracht in opname.opdrachten)


def test_nothing_is_told_before_the_log_was_synced(opname: Opname) -> None:
    for done, _, _ in opname.bevestigd:
        kinds = [o.soort for o in opname.opdrachten[:done] if o.naam.endswith("-wal")]
        assert kinds[-1] == "S"


def test_what_was_synced_stays_whatever_happens(tmp_path: Path) -> None:
    schijf = _disk(tmp_path)
    for opdracht in (_write(0, b"nieuw"), Opdracht("S", BESTAND, 0, b""), _write(0, b"NIEUW")):
        schijf.doe(opdracht)
    seen = {schijf.val_uit(Random(number))[BESTAND] for number in range(40)}
    assert seen == {b"nieuw", b"NIEUW"}


def test_a_write_may_be_torn_between_sectors_and_not_within(tmp_path: Path) -> None:
    schijf = _disk(tmp_path, b"o" * SECTOR * 2)
    schijf.doe(_write(0, b"n" * SECTOR * 2))
    seen = {schijf.val_uit(Random(number))[BESTAND] for number in range(80)}
    halves = {content[:SECTOR] + b"|" + content[SECTOR:] for content in seen}
    old, new = b"o" * SECTOR, b"n" * SECTOR
    assert halves == {a + b"|" + b for a in (old, new) for b in (old, new)}


def test_a_renaming_holds_once_its_folder_was_synced(tmp_path: Path) -> None:
    schijf = _disk(tmp_path)
    for opdracht in (
        Opdracht("C", "/schijf/tmp", 0, b""),
        Opdracht("W", "/schijf/tmp", 0, b"nieuw"),
        Opdracht("S", "/schijf/tmp", 0, b""),
        Opdracht("R", "/schijf/tmp", 0, BESTAND.encode()),
    ):
        schijf.doe(opdracht)
    assert {schijf.val_uit(Random(number))[BESTAND] for number in range(40)} == {b"oud", b"nieuw"}
    schijf.doe(Opdracht("S", str(MAP), 0, b""))
    assert {schijf.val_uit(Random(number))[BESTAND] for number in range(40)} == {b"nieuw"}


def _disk(tmp_path: Path, content: bytes = b"oud") -> Schijf:
    (tmp_path / "kluis.db").write_bytes(content)
    return Schijf(tmp_path, MAP)


def _write(place: int, content: bytes) -> Opdracht:
    return Opdracht("W", BESTAND, place, content)


def test_what_is_in_a_folder_goes_along_when_the_folder_gets_another_name(tmp_path: Path) -> None:
    schijf = _disk(tmp_path)
    for opdracht in (
        Opdracht("C", "/schijf/nieuw/a", 0, b""),
        Opdracht("R", "/schijf/nieuw", 0, b"/schijf/klaar"),
        Opdracht("S", str(MAP), 0, b""),
    ):
        schijf.doe(opdracht)
    seen = {frozenset(schijf.val_uit(Random(number))) for number in range(40)}
    assert seen == {frozenset({BESTAND}), frozenset({BESTAND, "/schijf/klaar/a"})}
