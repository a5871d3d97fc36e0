"""Failed unlocks: noted beside the closed store, in the log and told after the next good one."""

from __future__ import annotations

import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kernteam_tui.data.fouten import DiskFull, HerstelcodeOnjuist, WrongSecret
from kernteam_tui.data.opening.pogingen import ATTEMPTS, MOST, forget_failures, note_failure, read_failures
from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.data.store import Store
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.services import toegang
from kernteam_tui.services.logboek import get_logboek
from kernteam_tui.services.sessie import Sessie
from tests.conftest import WACHTWOORDZIN, VasteKlok

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def dicht(store: Store) -> Path:
    """The folder of a closed store."""
    store.close()
    return store.map


def probeer(folder: Path, klok: VasteKlok, geheim: str = "een heel andere zin") -> None:
    with pytest.raises(WrongSecret):
        toegang.unlock(folder, geheim, klok)


def logboek(sessie: Sessie, soort: LogSoort) -> list[str]:
    with sessie.lezen() as conn:
        return [line.wat for line in lees_log(conn) if line.soort is soort]


def test_wrong_ones_are_told_once_and_stand_in_the_log(dicht: Path, klok: VasteKlok) -> None:
    for _ in range(3):
        probeer(dicht, klok)
    assert toegang.mislukte_pogingen(dicht) == (3, MOMENT)
    sessie = toegang.unlock(dicht, WACHTWOORDZIN, klok)
    assert sessie.meldingen == (
        "Er is 3 keer een verkeerde wachtwoordzin geprobeerd, het laatst op ma 23 nov 10:00.",
    )
    assert logboek(sessie, LogSoort.MISLUKT) == ["2026-11-23T09:00:00+00:00"] * 3
    gezien = [regel.wat for regel in get_logboek(sessie).regels if regel.soort is LogSoort.MISLUKT]
    assert gezien == ["geprobeerd op ma 23 nov 10:00"] * 3
    sessie.close()
    assert not (dicht / ATTEMPTS).exists()
    sessie = toegang.unlock(dicht, WACHTWOORDZIN, klok)
    assert sessie.meldingen == ()
    assert len(logboek(sessie, LogSoort.MISLUKT)) == 3
    sessie.close()


def test_killed_between_the_log_and_the_file_none_is_counted_twice(dicht: Path, klok: VasteKlok) -> None:
    probeer(dicht, klok)
    notes = (dicht / ATTEMPTS).read_bytes()
    toegang.unlock(dicht, WACHTWOORDZIN, klok).close()
    (dicht / ATTEMPTS).write_bytes(notes)
    sessie = toegang.unlock(dicht, WACHTWOORDZIN, klok)
    assert len(logboek(sessie, LogSoort.MISLUKT)) == 1
    sessie.close()


def test_with_a_full_disk_the_store_opens_and_they_wait(
    dicht: Path, klok: VasteKlok, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vol(_: UnitOfWork) -> None:
        raise DiskFull()

    probeer(dicht, klok)
    with monkeypatch.context() as patch:
        patch.setattr(UnitOfWork, "commit", vol)
        sessie = toegang.unlock(dicht, WACHTWOORDZIN, klok)
        toegang.noteer_ontgrendeld(sessie)
        assert "verkeerde wachtwoordzin" in sessie.meldingen[-1]
        sessie.close()
    assert len(read_failures(dicht)) == 1


def test_a_slip_in_the_recovery_code_is_no_attempt(dicht: Path, klok: VasteKlok) -> None:
    with pytest.raises(HerstelcodeOnjuist):
        toegang.unlock(dicht, "18GX-CMYD-791D-HPY5-RK54-AE2K-0T0", klok)
    assert toegang.mislukte_pogingen(dicht) == (0, None)


def test_opening_the_app_is_a_line_in_the_log(store: Store, klok: VasteKlok) -> None:
    sessie = Sessie(store, klok)
    toegang.noteer_ontgrendeld(sessie)
    assert logboek(sessie, LogSoort.ONTGRENDELD) == [""]


def test_the_file_is_private_and_does_not_grow_without_end(tmp_path: Path) -> None:
    for second in range(2 * MOST + 5):
        note_failure(tmp_path, MOMENT + timedelta(seconds=second))
    path = tmp_path / ATTEMPTS
    assert path.read_bytes().count(b"\n") < 2 * MOST
    moments = read_failures(tmp_path)
    assert len(moments) == MOST
    assert moments[-1] == MOMENT + timedelta(seconds=2 * MOST + 4)
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"\x00" * 500,
        b"niets\n",
        b"2026-11-23\n",
        b"2026-13-40T00:00:00+00:00\n",
        b"\xff\xfe" * 40_000,
        b"9999-12-31T23:59:59.000000+00:00\n",
        b"0001-01-01T00:00:00.000000+00:00\n",
    ],
)
def test_nonsense_in_the_file_keeps_nobody_out(tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / ATTEMPTS).write_bytes(inhoud)
    assert read_failures(tmp_path) == ()
    note_failure(tmp_path, MOMENT)
    assert read_failures(tmp_path) == (MOMENT,)
    forget_failures(tmp_path)
    assert not (tmp_path / ATTEMPTS).exists()


def test_where_nothing_can_be_written_nothing_is_raised(tmp_path: Path) -> None:
    (tmp_path / ATTEMPTS).mkdir()
    note_failure(tmp_path, MOMENT)
    note_failure(tmp_path / "weg", MOMENT)
    assert read_failures(tmp_path) == ()
    forget_failures(tmp_path)
