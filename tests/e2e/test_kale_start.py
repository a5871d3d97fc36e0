"""How the program starts: by both names, without a terminal, on a terminal that cannot draw."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.handen import KERNTEAM, kaal_thuis, start
from tests.e2e.terminal import Terminal, omgeving
from tests.geduld import GEDULD

SCRIPT = Path(sys.executable).with_name("kernteam")


@pytest.mark.parametrize("command", [KERNTEAM, (str(SCRIPT),)], ids=["python -m", "kernteam"])
def test_both_names_open_the_first_run_on_an_empty_home(tmp_path: Path, command: tuple[str, ...]) -> None:
    if not Path(command[0]).exists():
        pytest.skip("the program is not installed as a command here")
    home = kaal_thuis(tmp_path)
    with Terminal(command, home, columns=80, rows=24) as terminal:
        terminal.wait_for("stap 1 van 8")
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0
    assert not list(home.rglob("kluis*"))


@pytest.mark.parametrize("soort", ["dumb", ""])
def test_a_terminal_that_cannot_draw_gets_a_sentence(tmp_path: Path, soort: str) -> None:
    with start(kaal_thuis(tmp_path), TERM=soort) as terminal:
        terminal.wait_for("kernteam --help")
        assert terminal.wait_for_exit() == 2
        assert "Traceback" not in terminal.text


def test_without_a_terminal_there_is_a_sentence_and_no_screen(tmp_path: Path) -> None:
    home = kaal_thuis(tmp_path)
    gezien = subprocess.run(
        KERNTEAM, stdin=subprocess.DEVNULL, capture_output=True, env=omgeving(home), cwd=home, timeout=GEDULD
    )
    assert (gezien.returncode, gezien.stdout) == (2, b"")
    assert "kernteam --help" in gezien.stderr.decode()
    assert b"Traceback" not in gezien.stderr


def test_a_key_pressed_before_the_next_screen_stands_is_not_lost(tmp_path: Path) -> None:
    """Enter and s at once: the casus is opened and its startgesprek, however slow the laptop."""
    with start(kaal_thuis(tmp_path), "demo", "--vandaag", "2026-11-23") as terminal:
        terminal.wait_for(r"Nu doen\s+\d+")
        for _ in range(3):
            terminal.press("f3")
            terminal.wait_for("Milan de Ruiter")
            terminal.press("\rs")
            terminal.wait_for(r"Startgesprek plannen[^\n]+Milan")
