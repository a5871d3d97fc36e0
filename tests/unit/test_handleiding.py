"""The manual names only keys that exist, and shows only pictures that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from textual.binding import Binding

from kernteam_tui.schil.opdrachten import OVERAL, TERUG, Opdracht, toets_tekst
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.casus.scherm import BLADEN
from kernteam_tui.screens.hulp import ALTIJD
from kernteam_tui.screens.register import SCHERMEN

WORTEL = Path(__file__).parents[2]
TEKSTEN = [WORTEL / "README.md", WORTEL / "docs" / "handleiding.md"]
HANDLEIDING = TEKSTEN[1].read_text("utf-8")


def _schermen() -> Iterator[type[KernteamScreen]]:
    for plaats in SCHERMEN.values():
        module, _, klasse = str(plaats).partition(":")
        yield getattr(import_module(module), klasse)


def _bindingen() -> Iterator[Opdracht]:
    """Keys without a command of their own, such as the digits of the tabs."""
    for scherm in _schermen():
        for binding in scherm.BINDINGS:
            if isinstance(binding, Binding):
                yield Opdracht(binding.action, binding.key, "", "")


def _toetsen() -> set[str]:
    opdrachten = [*OVERAL, TERUG, *_bindingen()]
    for klasse in (*_schermen(), *BLADEN):
        opdrachten += [op for basis in klasse.__mro__ for op in basis.__dict__.get("OPDRACHTEN", ())]
    in_velden = {"d"}  # the grid: a whole day
    altijd = {"shift+tab", *(toets for toets, _ in ALTIJD)}
    return {toets for op in opdrachten for toets in toets_tekst(op).split(" of ")} | altijd | in_velden


def test_every_key_in_the_manual_exists() -> None:
    genoemd = {woord for woord in re.findall(r"`([^`]+)`", HANDLEIDING) if not woord.startswith("kernteam")}
    assert len(genoemd) > 30
    assert genoemd - _toetsen() == set()


def test_every_key_of_the_command_table_is_in_the_manual() -> None:
    genoemd = set(re.findall(r"`([^`]+)`", HANDLEIDING))
    assert {toets for op in OVERAL for toets in toets_tekst(op).split(" of ")} - genoemd == set()


@pytest.mark.parametrize("pad", TEKSTEN, ids=lambda pad: pad.name)
def test_every_picture_that_is_shown_exists(pad: Path) -> None:
    plaatjes = re.findall(r"!\[[^]]+\]\(([^)]+)\)", pad.read_text("utf-8"))
    assert plaatjes
    assert [plaatje for plaatje in plaatjes if not (pad.parent / plaatje).is_file()] == []
