"""Erasing a casus: what goes, what stays with a brother or sister, a kill halfway, an old copy put back."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kernteam_tui.data import wissen
from kernteam_tui.data.fouten import ErasedNotCleaned
from kernteam_tui.data.logketen import find_break
from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.data.queries.wissingen import lees_wissing
from kernteam_tui.data.reservekopie.gewist import ERASED
from kernteam_tui.data.store import Store, open_store
from kernteam_tui.data.wissen import Wissing, clean_pages, erase_casus, finish_erasures, note_beside, reapply
from kernteam_tui.data.zoekindex.zoeken import zoek
from kernteam_tui.domain.codes import (
    LogSoort,
    WisGrond,
)
from kernteam_tui.domain.wissen import merk_van
from kernteam_tui.services.ongedaan import doe_met_opname
from tests.conftest import WACHTWOORDZIN
from tests.store.wisgezin import WOORDEN, Wisgezin, bewaar_wisgezin

NU = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def gezin(store: Store) -> Wisgezin:
    with store.unit_of_work() as uow:
        return bewaar_wisgezin(uow)


def erase(store: Store, casus_id: str) -> Wissing:
    return erase_casus(store.engine, casus_id, WisGrond.OP_VERZOEK, NU)


def rows(store: Store) -> dict[str, int]:
    """Tables that hold something -> how many rows."""
    with driver_connection(store.engine) as connection:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'zoekindex%' "
                "AND name NOT LIKE 'sqlite_%'"
            )
        ]
        counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    return {name: count for name, count in counts.items() if count}


def test_the_last_casus_of_a_gezin_takes_everything_along(store: Store, gezin: Wisgezin) -> None:
    proof = erase(store, gezin.casus.id)
    assert rows(store) == {
        "alembic_version": 1,
        "concept": 1,
        "instellingen": 1,
        "kluis_kenmerk": 1,
        "logboek": 2,
        "overleg": 1,
        "overlegpunt": 1,
        "school": 1,
        "wissing": 1,
    }
    assert (proof.nummer, proof.notities, proof.gesprekken) == ("2026-001", 2, 1)
    with store.lezen() as conn:
        assert lees_wissing(conn, "2026-001") == proof
        assert zoek(conn, WOORDEN["notitie"]) == ()
    assert all(punt.in_orde for punt in store.controle())


def test_the_log_tells_that_and_not_what(store: Store, gezin: Wisgezin) -> None:
    erase(store, gezin.casus.id)
    with store.lezen() as conn:
        last, before = lees_log(conn)
        assert find_break(conn) is None
    assert (last.soort, last.casus_id, last.wat) == (
        LogSoort.GEWIST,
        None,
        "casus 2026-001, op verzoek van het gezin",
    )
    assert (before.soort, before.casus_id, before.wat, before.voor) == (LogSoort.UITZONDERING, None, "", "")


def test_the_number_is_never_given_out_again(store: Store, gezin: Wisgezin) -> None:
    erase(store, gezin.casus.id)
    with store.unit_of_work() as uow:
        assert uow.volgend_nummer(2026) == "2026-002"
        assert uow.volgend_nummer(2027) == "2027-001"


def test_an_erasure_cannot_be_taken_back(store: Store, gezin: Wisgezin) -> None:
    done = doe_met_opname(lambda _sessie: erase(store, gezin.casus.id), None)
    assert done.wissels == ()


# --- killed halfway, and old copies ----------------------------------------------------------


class Gedood(BaseException):
    """The program ended here."""


def kill_at(monkeypatch: pytest.MonkeyPatch, target: object, name: str) -> None:
    def dood(*_: object, **__: object) -> None:
        raise Gedood

    monkeypatch.setattr(target, name, dood)


@pytest.mark.parametrize("name", ["_drop_drafts", "_take_from_gezin", "empty_lines", "insert"])
def test_killed_before_the_commit_everything_is_still_there(
    store: Store, gezin: Wisgezin, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = rows(store)
    kill_at(monkeypatch, wissen, name)
    with pytest.raises(Gedood):
        erase(store, gezin.casus.id)
    assert rows(store) == before


def test_killed_while_the_index_is_merged_everything_is_still_there(
    store: Store, gezin: Wisgezin, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(store)
    monkeypatch.setattr(wissen, "OPTIMIZE", "SELECT nergens")
    with pytest.raises(Exception, match="nergens"):
        erase(store, gezin.casus.id)
    assert rows(store) == before
    with store.lezen() as conn:
        assert zoek(conn, WOORDEN["notitie"])


def test_killed_after_the_commit_opening_finishes_it(
    store: Store, gezin: Wisgezin, kluis_map: Path, tmp_path: Path
) -> None:
    proof = erase(store, gezin.casus.id)
    left = tmp_path / "zoals na een kill"
    shutil.copytree(kluis_map, left)
    assert (left / "kluis.db-wal").stat().st_size
    assert not (left / ERASED).exists()
    reopened = open_store(left, WACHTWOORDZIN)
    try:
        wal = left / "kluis.db-wal"
        assert not wal.exists() or not wal.stat().st_size
        assert (left / ERASED).read_text("ascii") == f"{proof.merk}\n"
    finally:
        reopened.close()


def test_a_reader_in_the_way_is_said_and_nothing_is_lost(
    store: Store, gezin: Wisgezin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wissen, "checkpoint", lambda _engine: False)
    erase(store, gezin.casus.id)
    with pytest.raises(ErasedNotCleaned) as refused:
        clean_pages(store.engine)
    assert "op slot" in refused.value.stap


def test_an_old_copy_that_is_put_back_by_hand_does_not_bring_it_back(
    store: Store, gezin: Wisgezin, kluis_map: Path, tmp_path: Path
) -> None:
    clean_pages(store.engine)
    old = tmp_path / "oud.db"
    shutil.copy(kluis_map / "kluis.db", old)
    erase(store, gezin.casus.id)
    note_beside(kluis_map, store.engine)
    store.close()
    shutil.copy(old, kluis_map / "kluis.db")
    reopened = open_store(kluis_map, WACHTWOORDZIN)
    try:
        assert "opnieuw gewist" in " ".join(reopened.meldingen)
        with reopened.lezen() as conn:
            proof = lees_wissing(conn, "2026-001")
        assert proof is not None
        assert proof.grond is WisGrond.OPNIEUW
        assert finish_erasures(reopened.opened) == 0
    finally:
        reopened.close()


def test_only_a_casus_with_that_mark_is_erased_again(store: Store, gezin: Wisgezin) -> None:
    assert reapply(store.engine, ["0" * 64]) == 0
    with store.unit_of_work() as uow:
        secret = uow.instellingen().geheim
        assert uow.casussen.find()
    assert reapply(store.engine, [merk_van(secret, gezin.casus.id)]) == 1
    with store.unit_of_work() as uow:
        assert not uow.casussen.find()


def test_a_damaged_file_of_marks_is_mended_from_the_store(
    store: Store, gezin: Wisgezin, kluis_map: Path
) -> None:
    proof = erase(store, gezin.casus.id)
    (kluis_map / ERASED).write_bytes(b"\xff\x00 geen merk\n" + b"a" * 64 + b"\n")
    note_beside(kluis_map, store.engine)
    assert (kluis_map / ERASED).read_text("ascii").split() == sorted(["a" * 64, proof.merk])
    assert (kluis_map / ERASED).stat().st_mode & 0o777 == 0o600
