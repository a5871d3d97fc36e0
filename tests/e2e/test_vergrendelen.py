"""Locking in the real program: a new process, nothing left in memory or on the terminal, nothing lost."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.handen import begin_notitie, ontgrendel, vul_in
from tests.e2e.terminal import Terminal
from tests.e2e.voorbeeldhuis import DINSDAG, Huis, open_casus, open_plan

MERK = "Pirouettelantaarn"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="memory is read through /proc")


@pytest.fixture
def huis(tmp_path: Path) -> Huis:
    return Huis(tmp_path)


@pytest.fixture
def terminal(huis: Huis) -> Iterator[Terminal]:
    """The program, unlocked."""
    with huis.start() as terminal:
        huis.open(terminal)
        yield terminal


def vergrendel(terminal: Terminal) -> float:
    """Lock; gives the seconds until the lock screen stands."""
    terminal.screen.reset()
    begin = time.monotonic()
    os.write(terminal._master, b"\x0c")
    terminal.wait_for("Enter openen")
    return time.monotonic() - begin


def in_geheugen(pid: int, merk: str) -> int:
    """How often that text stands in the readable memory of a process, in the encodings of Python and SQLite.

    Skips the test where the system does not let us look, as it should for everybody but an administrator.
    """
    vormen = [merk.encode(codering) for codering in ("utf-8", "utf-16-le", "utf-32-le")]
    aantal = 0
    try:
        with open(f"/proc/{pid}/maps") as kaart, open(f"/proc/{pid}/mem", "rb", 0) as geheugen:
            for regel in kaart:
                bereik, rechten, *_ = regel.split()
                begin, eind = (int(deel, 16) for deel in bereik.split("-"))
                if "r" not in rechten or begin >= 1 << 63:
                    continue
                try:
                    geheugen.seek(begin)
                    inhoud = geheugen.read(eind - begin)
                except OSError:
                    continue  # pages of the kernel
                aantal += sum(inhoud.count(vorm) for vorm in vormen)
    except PermissionError:
        pytest.skip("this user may not look into another process: that is the hardening at work")
    return aantal


@LINUX
def test_locking_lets_go_of_memory_and_brings_back_the_cursor(huis: Huis, terminal: Terminal) -> None:
    """A half-typed note: in memory while open (the control), gone after locking, then on the screen again."""
    open_casus(terminal)
    begin_notitie(terminal)
    terminal.press(f"Hier staat {MERK} en dan", "left", "left")
    pid = terminal.process.pid
    open_hits = in_geheugen(pid, MERK)
    assert open_hits > 0

    duur = vergrendel(terminal)
    assert terminal.process.poll() is None
    hits = in_geheugen(pid, MERK)
    print(
        f"marker in memory: {open_hits} times while open, {hits} after locking; lock screen in {duur:.2f} s"
    )
    assert hits == 0
    assert MERK not in terminal.text
    bestanden = {os.readlink(f"/proc/{pid}/fd/{nr}") for nr in os.listdir(f"/proc/{pid}/fd")}
    assert not [pad for pad in bestanden if pad.startswith(str(huis.home))]

    ontgrendel(terminal, huis.zin)
    terminal.wait_for(MERK)
    terminal.press("XYZ")
    terminal.wait_for(f"Hier staat {MERK} en dXYZan")
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 0
    gewoon = termios.ECHO | termios.ICANON | termios.ISIG
    assert termios.tcgetattr(terminal._master)[3] & gewoon == gewoon


def test_what_is_typed_while_the_program_begins_anew_is_not_shown(terminal: Terminal) -> None:
    """Between the two processes nobody draws: a passphrase typed too soon must not stand on the terminal."""
    os.write(terminal._master, b"\x0c")
    while b"\x1b[?1049l" not in terminal.raw:
        assert terminal._read(0.01)
    os.write(terminal._master, MERK.encode())
    terminal.wait_for("Enter openen")
    assert MERK.encode() not in bytes(terminal.raw)


def test_a_stopped_program_leaves_nothing_on_the_terminal(terminal: Terminal) -> None:
    """As `kill -TSTP` does; on its way back the screen is drawn again, and a long stop counts as sleep."""
    open_casus(terminal)
    begin_notitie(terminal)
    terminal.press(MERK)
    eerder = len(terminal.raw)
    os.kill(terminal.process.pid, signal.SIGTSTP)
    while b"\x1b[?1049l" not in terminal.raw[eerder:]:
        assert terminal._read(0.1)
    terminal.settle()
    assert MERK.encode() not in terminal.raw[eerder:].split(b"\x1b[?1049l")[-1]
    terminal.screen.reset()
    os.kill(terminal.process.pid, signal.SIGCONT)
    terminal.wait_for(MERK)


def test_a_form_and_a_plan_section_are_there_again_each_in_its_own_casus(
    huis: Huis, terminal: Terminal
) -> None:
    nummer = open_casus(terminal)
    open_plan(terminal)
    terminal.press(f"Het is een {MERK}.")
    vergrendel(terminal)
    ontgrendel(terminal, huis.zin)
    terminal.wait_for(MERK)
    terminal.press("!")
    terminal.wait_for(re.escape(f"Het is een {MERK}.!"))

    terminal.press("f3", "n")
    terminal.wait_for("Ouder 2")
    vul_in(terminal, "Jesse")
    terminal.press("Vlinderslag", "left", "left")
    vergrendel(terminal)
    assert "Vlinderslag" not in terminal.text
    ontgrendel(terminal, huis.zin)
    terminal.wait_for("Vlinderslag")
    terminal.press("Q")
    terminal.wait_for("VlinderslQag")

    assert open_casus(terminal, "down") != nummer
    open_plan(terminal)
    assert MERK not in terminal.text
    assert "Vlinder" not in terminal.text


OUDER = """
import sys
from kernteam_tui.schil import herstart
herstart.heeft_ouder_nodig = lambda: herstart.KIND not in __import__("os").environ
from kernteam_tui.__main__ import main
status = main()
if herstart.KIND not in __import__("os").environ:
    assert "textual" not in sys.modules
    assert "sqlalchemy" not in sys.modules
sys.exit(status)
"""


def test_where_a_process_cannot_be_replaced_a_bare_parent_begins_anew(huis: Huis) -> None:
    """As on Windows: the parent holds nothing, each lock is a new child, the last status is the program's."""
    with Terminal((sys.executable, "-c", OUDER, "--map", huis.kluis, *DINSDAG), huis.home) as terminal:
        huis.open(terminal)
        terminal.press("n")
        terminal.wait_for("Ouder 2")
        terminal.press(MERK)
        eerste = kinderen(terminal.process.pid)
        vergrendel(terminal)
        assert kinderen(terminal.process.pid) != eerste
        ontgrendel(terminal, huis.zin)
        terminal.wait_for(MERK)
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0


def kinderen(pid: int) -> list[str]:
    """The processes that this one has started."""
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
