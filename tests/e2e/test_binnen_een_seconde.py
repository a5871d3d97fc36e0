"""What was typed a second ago survives a dead battery: in a form, a plan and a note."""

from __future__ import annotations

import time
from pathlib import Path

from tests.e2e.handen import begin_notitie, vul_in
from tests.e2e.terminal import Terminal
from tests.e2e.voorbeeldhuis import Huis, open_casus, open_plan

BELOFTE = 1.0
"""Seconds from the last key to safety."""
FORMULIER, PLAN, NOTITIE = "Vlinderslag", "Ankerplaatsje", "Pirouettedans"


def test_a_second_after_the_last_key_pulling_the_plug_costs_nothing(tmp_path: Path) -> None:
    huis = Huis(tmp_path)
    for typ_iets in (typ_formulier, typ_plan, typ_notitie):
        with huis.start() as terminal:
            huis.open(terminal)
            typ_iets(terminal)
            time.sleep(BELOFTE)  # the promise itself
            terminal.finish_work()
            terminal.kill()
    with huis.start() as terminal:
        huis.open(terminal)
        open_casus(terminal)
        open_plan(terminal)
        terminal.wait_for(f"{PLAN}.")
        terminal.press("f3")
        open_casus(terminal, "down")
        terminal.press("4")
        terminal.wait_for("huisbezoek")
        terminal.press("enter")
        terminal.wait_for(f"{NOTITIE}.")
        terminal.press("f3", "n")
        terminal.wait_for(f"{FORMULIER}.")


def typ_formulier(terminal: Terminal) -> None:
    terminal.press("n")
    terminal.wait_for("Ouder 2")
    vul_in(terminal, "Jesse")
    typ(terminal, FORMULIER)


def typ_plan(terminal: Terminal) -> None:
    open_casus(terminal)
    open_plan(terminal)
    typ(terminal, PLAN)


def typ_notitie(terminal: Terminal) -> None:
    open_casus(terminal, "down")
    begin_notitie(terminal)
    typ(terminal, NOTITIE)


def typ(terminal: Terminal, woord: str) -> None:
    """The second begins when the last letter stands on the screen."""
    terminal.press(woord, ".")
    terminal.wait_for(f"{woord}\\.")
