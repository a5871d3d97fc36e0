"""The program is killed at random moments: the short form of `python -m bench.faults.kills` and `swaps`."""

from __future__ import annotations

import subprocess
import sys

import pytest

KEREN = 4
"""Kills of each kind; the command by hand does hundreds (`make bewijs`)."""


def run_bench(command: str, *options: str) -> str:
    """The command as it is run by hand; it fails by its exit status."""
    asked = [sys.executable, "-m", f"bench.faults.{command}", *options]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.lang
@pytest.mark.parametrize("kind", ["planning", "finalising", "erasing", "migrating"])
def test_nothing_acknowledged_is_lost_when_the_program_is_killed(kind: str) -> None:
    told = run_bench("kills", "--kind", kind, "--n", str(KEREN), "--control", "0", "--typed", "0")
    assert f"{kind.ljust(12)}      {KEREN}" in told


@pytest.mark.lang
def test_typing_is_safe_and_a_program_that_speaks_before_it_has_saved_is_caught() -> None:
    told = run_bench("kills", "--kind", "autosave", "--n", str(KEREN), "--control", "6", "--typed", "0")
    assert f"{'autosave'.ljust(12)}      {KEREN}" in told
    assert "control: lost " in told


@pytest.mark.lang
@pytest.mark.parametrize("change", ["passphrase", "key rotation", "migration"])
def test_a_change_of_the_whole_store_is_done_or_not_done(change: str) -> None:
    told = run_bench("swaps", "--change", change, "--n", "2", "--no-control")
    assert told.count("mixed or wrong   0") == 3


@pytest.mark.lang
def test_a_restore_is_done_or_not_done_and_a_swap_without_a_journal_is_caught() -> None:
    told = run_bench("swaps", "--change", "restore", "--n", "2")
    assert told.count("mixed or wrong   0") == 3
    assert "control: mixed " in told
