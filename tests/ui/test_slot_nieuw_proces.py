"""Locking ends the process: what the next one finds, and when there is no next one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.herstart import OPNIEUW, Slotwijze
from kernteam_tui.screens.register import SCHERMEN
from kernteam_tui.screens.slot import SlotScreen
from kernteam_tui.widgets.schrijfvlak import Schrijfvlak
from tests.ui.hulpmiddel import (
    NepConcepten,
    maak_app,
    ontgrendel,
    op_slot,
    open_app,
    tekst_van,
    wacht,
    wacht_op,
)
from tests.ui.test_slot import Aanmelding, Vandaag, schermen, typ

__all__ = ["schermen"]


async def test_a_reason_that_did_not_fit_on_the_disk_is_there_after_unlocking(tmp_path: Path) -> None:
    concepten = NepConcepten()
    app = maak_app(tmp_path, concepten=concepten, slotwijze=Slotwijze.NIEUW_PROCES)
    async with open_app(app) as pilot:
        await pilot.press("r")
        await wacht(pilot)
        app.screen.query_one("#reden-tekst", Schrijfvlak).insert("Moeder is ziek")
        await pilot.pause()
        concepten.fout = KernteamError("De schijf is vol.", "Maak ruimte.")
        await pilot.press("ctrl+l")
        await wacht(pilot)
        assert "De schijf is vol." in tekst_van(app)
        await pilot.press("ctrl+q")
        assert app.return_code is None
        concepten.fout = None
        await ontgrendel(pilot)
        assert concepten.bewaard["reden:1"] == {"tekst": "Moeder is ziek"}


async def test_locking_ends_the_process_and_the_next_one_goes_on_at_the_cursor(tmp_path: Path) -> None:
    concepten = NepConcepten()
    eerste = maak_app(tmp_path, concepten=concepten, slotwijze=Slotwijze.NIEUW_PROCES)
    async with open_app(eerste, "aanmelding", nummer=7) as pilot:
        typ(eerste, "Hij slaapt slecht.").cursor_location = (0, 4)
        await pilot.press("ctrl+l")
        await wacht_op(pilot, lambda: eerste.return_code == OPNIEUW)
        assert not eerste.is_open
        assert "slaapt" not in str(concepten.bewaard["plekken"])
    tweede = maak_app(tmp_path, concepten=concepten, slotwijze=Slotwijze.NIEUW_PROCES)
    async with op_slot(tweede) as pilot:
        await ontgrendel(pilot)
        await wacht_op(pilot, lambda: "slaapt" in tekst_van(tweede))
        vlak = tweede.screen.query_one("#woorden-invoer", Schrijfvlak)
        await wacht_op(pilot, lambda: tweede.focused is vlak)
        assert vlak.cursor_location == (0, 4)
        assert "plekken" not in concepten.bewaard
        await pilot.press("escape")
        await wacht(pilot)
        assert isinstance(tweede.screen, Vandaag)


async def test_what_cannot_be_saved_keeps_the_process(tmp_path: Path) -> None:
    concepten = NepConcepten()
    app = maak_app(tmp_path, concepten=concepten, slotwijze=Slotwijze.NIEUW_PROCES)
    async with open_app(app, "aanmelding") as pilot:
        concepten.fout = KernteamError("De schijf is vol.", "Maak ruimte.")
        typ(app, "niet kwijt")
        await pilot.press("ctrl+l")
        await wacht(pilot)
        assert isinstance(app.screen, SlotScreen)
        assert app.return_code is None
        concepten.fout = None
        await ontgrendel(pilot)
        await wacht_op(pilot, lambda: "niet kwijt" in tekst_van(app))


async def test_a_place_that_is_unknown_or_of_yesterday_is_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program was updated in between, or a new day begins: with what is to be done."""
    monkeypatch.setitem(SCHERMEN, "casus", lambda casus_id: Vandaag(casus_id=casus_id))
    plek = {"scherm": "vandaag", "argumenten": {}, "focus": "", "cursor": []}
    bewaard: tuple[dict[str, object], ...] = (
        {"dag": "2026-11-23", "plekken": [plek, {**plek, "scherm": "aanmelding"}]},
        {"dag": "2026-11-23", "plekken": [plek, {**plek, "scherm": "weg"}, {**plek, "scherm": "aanmelding"}]},
        {
            "dag": "2026-11-23",
            "plekken": [plek, {**plek, "scherm": "casus"}, {**plek, "scherm": "aanmelding"}],
        },
        {"dag": "2026-11-22", "plekken": [plek, {**plek, "scherm": "aanmelding"}]},
        {"dag": "2026-11-23", "plekken": "onzin"},
        {},
    )
    boven = []
    for inhoud in bewaard:
        concepten = NepConcepten(bewaard={"plekken": inhoud})
        app = maak_app(tmp_path, concepten=concepten, slotwijze=Slotwijze.NIEUW_PROCES)
        async with op_slot(app) as pilot:
            await ontgrendel(pilot)
            boven.append([type(scherm) for scherm in app.screen_stack[1:]])
            assert "plekken" not in concepten.bewaard
    assert boven == [[Vandaag, Aanmelding], *[[Vandaag]] * 5]
