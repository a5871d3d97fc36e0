"""The judge of the kills sees what is lost, half or broken: without that its zeroes would mean nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.faults import judge as judging
from bench.faults.judge import ACK, Verdict, judge
from bench.faults.killer import Run
from bench.faults.stores import Manifest, make_store, manifest, open_as_the_app_does
from bench.faults.work import Autosave, Planning, Work
from kernteam_tui.data.fouten import LogDamaged
from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.services.sessie import Sessie

SEED = 1
DONE = 6
Spoil = Callable[[Sessie], None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("oordeel") / "kluis")


def judged(made: Path, place: Path, kind: type[Work], acks: int, spoil: Spoil | None = None) -> Verdict:
    """Six actions were done; so many were acknowledged; then something happened to the store."""
    folder = Path(shutil.copytree(made, place / "kluis"))
    sessie = open_as_the_app_does(folder)
    before: Manifest = manifest(sessie)
    work = kind(sessie, SEED)
    for number in range(DONE):
        work.act(number)
    if spoil is not None:
        spoil(sessie)
    sessie.close()
    lines = tuple(f"{ACK} {kind.name} {number}" for number in range(acks))
    return judge(kind, folder, SEED, Run(lines, killed=True, seconds=1.0), before)


def sql(statement: str) -> Spoil:
    """Behind the back of the program."""

    def change(sessie: Sessie) -> None:
        with driver_connection(sessie.store.engine) as connection:
            connection.execute(statement)

    return change


@pytest.mark.parametrize("kind", [Autosave, Planning])
def test_what_was_acknowledged_and_is_there_is_well(made: Path, tmp_path: Path, kind: type[Work]) -> None:
    assert judged(made, tmp_path, kind, DONE) == Verdict(DONE, "working")


def test_an_action_that_nobody_acknowledged_may_be_there_wholly(made: Path, tmp_path: Path) -> None:
    assert judged(made, tmp_path, Autosave, DONE - 1) == Verdict(DONE - 1, "working", extra=True)


def test_acknowledged_actions_that_are_not_there_are_lost(made: Path, tmp_path: Path) -> None:
    assert judged(made, tmp_path, Autosave, DONE + 2).lost == 2


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE onderdeel SET toelichting = 'half' WHERE toelichting LIKE 'Proef%'", "neither"),
        ("DELETE FROM zoektekst WHERE tekst LIKE 'Proef%'", "search: "),
        ("UPDATE school SET naam = 'Een andere school'", "changed: school"),
    ],
)
def test_what_is_half_or_changed_beside_the_work_is_told(
    made: Path, tmp_path: Path, statement: str, told: str
) -> None:
    assert told in judged(made, tmp_path, Autosave, DONE, sql(statement)).half


def test_a_store_that_does_not_open_is_told(made: Path, tmp_path: Path) -> None:
    def cut_off(sessie: Sessie) -> None:
        sessie.close()
        with (sessie.map / "kluis.db").open("r+b") as stream:
            stream.truncate(100)

    assert "kluis_beschadigd" in judged(made, tmp_path, Autosave, DONE, cut_off).failed_open


def test_a_log_that_is_called_damaged_after_a_kill_is_a_false_alarm(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def alarmed(folder: Path) -> Sessie:
        sessie = open_as_the_app_does(folder)
        sessie.store.opened.log_damaged = LogDamaged()
        return sessie

    monkeypatch.setattr(judging, "open_as_the_app_does", alarmed)
    verdict = judged(made, tmp_path, Autosave, DONE)
    assert verdict.false_alarm
    assert verdict.broken


def test_a_check_that_fails_is_told(made: Path, tmp_path: Path) -> None:
    broken = "INSERT INTO zoekindex(zoekindex, rowid, titel, tekst, plat) VALUES ('delete', 1, 'x', 'y', 'z')"
    assert judged(made, tmp_path, Autosave, DONE, sql(broken)).failed_check == "zoekindex"
