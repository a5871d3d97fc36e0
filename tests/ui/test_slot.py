"""Opening and locking, as a user meets them."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from textual.app import ComposeResult
from textual.widgets import Input

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.schil.slotwacht import Slotwacht
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.screens.slot import SlotScreen
from kernteam_tui.widgets.schrijfvlak import Schrijfvlak
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Tekstveld, Tekstvlak
from tests.geduld import GEDULD
from tests.ui.hulpmiddel import (
    GEHEIM,
    NepConcepten,
    NepToegang,
    maak_app,
    ontgrendel,
    op_slot,
    open_app,
    tekst_van,
    wacht,
    wacht_op,
    zet_schermen,
)


class Vandaag(KernteamScreen):
    NAAM = "vandaag"
    TITEL = "Vandaag"
    OPDRACHTEN = (Opdracht("reden", "r", "reden", "Een reden geven"),)
    reden = ""

    def inhoud(self) -> ComposeResult:
        yield Tekst("Niets te doen vandaag.")

    def action_reden(self) -> None:
        self.vraag_reden("Afzeggen", "Waarom?", self._reden, sleutel="reden:1")

    def _reden(self, tekst: str) -> None:
        Vandaag.reden = tekst


class Traag(KernteamScreen):
    """Its text stands only some time after all was read, as on a slow machine."""

    NAAM = "traag"
    TITEL = "Traag"

    def inhoud(self) -> ComposeResult:
        yield Tekst("Komt zo.")

    def laad(self) -> None:
        self.set_timer(0.3, lambda: self.mount(Schrijfvlak("een\ntwee", id="laat")))


class Aanmelding(FormulierScreen):
    NAAM = "aanmelding"
    TITEL = "Nieuwe aanmelding"

    def concept_sleutel(self) -> str:
        return f"aanmelding:{self.argumenten.get('nummer', 'nieuw')}"

    def velden(self) -> ComposeResult:
        yield Tekstveld("voornaam", "Voornaam", verplicht=True)
        yield Tekstvlak("woorden", "Woorden van de aanmelder")


@pytest.fixture(autouse=True)
def schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(monkeypatch, {"vandaag": Vandaag, "aanmelding": Aanmelding, "traag": Traag})
    Vandaag.reden = ""


def typ(app: Any, tekst: str) -> Schrijfvlak:
    vlak: Schrijfvlak = app.screen.query_one("#woorden-invoer", Schrijfvlak)
    vlak.focus()
    vlak.insert(tekst)
    return vlak


async def test_the_right_passphrase_opens_vandaag(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with op_slot(app) as pilot:
        assert "Wachtwoordzin" in tekst_van(app)
        await ontgrendel(pilot)
        assert isinstance(app.screen, Vandaag)
        assert "Niets te doen vandaag." in tekst_van(app)
        assert "slot over 5 min" in tekst_van(app)


async def test_a_fault_in_opening_becomes_an_apology_not_a_crash(tmp_path: Path) -> None:
    app = maak_app(tmp_path, toegang=NepToegang(fout=ValueError("Sami geheim")))
    async with op_slot(app) as pilot:
        app.screen.query_one("#slot-geheim", Input).value = GEHEIM
        await pilot.press("enter")
        await wacht_op(pilot, lambda: "niet aan jou" in tekst_van(app))
    log = (tmp_path / "fouten.log").read_text()
    assert "ValueError" in log
    assert "Sami" not in log


async def test_the_demo_opens_itself_and_shows_its_phrase_after_locking(tmp_path: Path) -> None:
    app = maak_app(tmp_path, merk="VOORBEELD", wachtwoordzin=GEHEIM)
    async with op_slot(app) as pilot:
        await wacht_op(pilot, lambda: app.is_open)
        await wacht(pilot)
        assert "VOORBEELD" in tekst_van(app)
        await pilot.press("ctrl+l")
        await wacht(pilot)
        assert not app.is_open
        assert "VOORBEELD" in tekst_van(app)
        assert GEHEIM in tekst_van(app)


async def test_locking_while_typing_keeps_text_place_and_cursor(tmp_path: Path) -> None:
    concepten = NepConcepten()
    app = maak_app(tmp_path, concepten=concepten)
    async with open_app(app, "aanmelding", nummer=7) as pilot:
        typ(app, "Hij slaapt slecht.\nMaandag niet op sch")
        app.screen.query_one("#woorden-invoer", Schrijfvlak).cursor_location = (1, 8)
        await pilot.press("ctrl+l")
        await wacht(pilot)
        assert isinstance(app.screen, SlotScreen)
        assert "slaapt" not in tekst_van(app)
        assert app.toegang.sessies[0].gesloten  # type: ignore[attr-defined]  # NepToegang
        assert concepten.bewaard["aanmelding:7"]["woorden"] == "Hij slaapt slecht.\nMaandag niet op sch"

        await ontgrendel(pilot)
        await wacht_op(pilot, lambda: "slaapt" in tekst_van(app))
        vlak = app.screen.query_one("#woorden-invoer", Schrijfvlak)
        assert app.focused is vlak
        assert vlak.cursor_location == (1, 8)
        assert [type(scherm).__name__ for scherm in app.screen_stack] == ["Screen", "Vandaag", "Aanmelding"]
        await pilot.press("escape")
        await wacht(pilot)
        assert isinstance(app.screen, Vandaag)


async def test_the_cursor_returns_to_text_that_stands_late(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with open_app(app, "traag") as pilot:
        await wacht_op(pilot, lambda: app.screen.query("#laat"))
        vlak = app.screen.query_one("#laat", Schrijfvlak)
        vlak.focus()
        vlak.cursor_location = (1, 2)
        await wacht_op(pilot, lambda: app.focused is vlak)
        await pilot.press("ctrl+l")
        await wacht(pilot)
        await ontgrendel(pilot)
        await wacht_op(pilot, lambda: app.focused is not None and app.focused.id == "laat")
        assert app.screen.query_one("#laat", Schrijfvlak).cursor_location == (1, 2)


async def test_locking_forgets_undo_and_every_screen(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with open_app(app, "aanmelding") as pilot:
        vlak = typ(app, "geheim van Sami")
        assert vlak.history.undo_stack
        app._clipboard = "geheim van Sami"
        await pilot.press("ctrl+l")
        await wacht(pilot)
        assert not vlak.history.undo_stack
        assert app.clipboard == ""
        assert [type(scherm) for scherm in app._alle_schermen()] == [SlotScreen]


async def test_a_dialog_can_be_locked_and_its_text_is_there_again(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with open_app(app) as pilot:
        await pilot.press("r")
        await wacht(pilot)
        app.screen.query_one("#reden-tekst", Schrijfvlak).insert("Moeder is ziek")
        await pilot.press("ctrl+l")
        await wacht(pilot)
        assert not app.is_open
        await ontgrendel(pilot)
        await pilot.press("r")
        await wacht_op(pilot, lambda: "Moeder is ziek" in tekst_van(app))
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert Vandaag.reden == "Moeder is ziek"
        assert "reden:1" not in app.concepten.bewaard  # type: ignore[attr-defined]  # NepConcepten


async def test_locking_with_a_full_disk_keeps_the_text_in_memory(tmp_path: Path) -> None:
    concepten = NepConcepten()
    app = maak_app(tmp_path, concepten=concepten)
    async with open_app(app, "aanmelding") as pilot:
        concepten.fout = KernteamError("De schijf is vol.", "Maak ruimte.")
        typ(app, "niet kwijt")
        await pilot.press("ctrl+l")
        await wacht(pilot)
        assert not app.is_open
        assert "De schijf is vol." in tekst_van(app)
        concepten.fout = None
        await ontgrendel(pilot)
        await wacht_op(pilot, lambda: "niet kwijt" in tekst_van(app))
        await wacht_op(pilot, lambda: concepten.bewaard)
        assert concepten.bewaard["aanmelding:nieuw"]["woorden"] == "niet kwijt"


async def test_quitting_on_the_lock_screen_warns_while_text_could_not_be_saved(tmp_path: Path) -> None:
    concepten = NepConcepten()
    app = maak_app(tmp_path, concepten=concepten)
    async with open_app(app, "aanmelding") as pilot:
        concepten.fout = KernteamError("De schijf is vol.", "Maak ruimte.")
        typ(app, "niet kwijt")
        await pilot.press("ctrl+l")
        await wacht(pilot)
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert "nog niet bewaard" in tekst_van(app)
        assert app.return_code is None
        await pilot.press("ctrl+q")
        assert app.return_code == 0


async def test_sleeping_or_sitting_idle_locks(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with open_app(app) as pilot:
        nu = [1000.0]
        app.slotwacht = Slotwacht(5, lambda: nu[0], lambda: 0.0)
        nu[0] += 30
        app._tik()
        assert app.is_open
        nu[0] += 3600
        app._tik()
        await wacht(pilot)
        assert not app.is_open


async def test_a_key_starts_the_idle_time_again(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with open_app(app) as pilot:
        nu = [0.0]
        app.slotwacht = Slotwacht(5, lambda: nu[0], lambda: nu[0])
        for _ in range(5):
            nu[0] += 50
            app._tik()
        await pilot.pause()
        assert "slot over 1 min" in tekst_van(app)
        await pilot.press("down")
        app._tik()
        assert app.slot_tekst() == "slot over 5 min"


async def test_quitting_saves_first(tmp_path: Path) -> None:
    concepten = NepConcepten()
    app = maak_app(tmp_path, concepten=concepten)
    async with open_app(app, "aanmelding") as pilot:
        typ(app, "half")
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert concepten.bewaard["aanmelding:nieuw"]["woorden"] == "half"
    assert app.toegang.sessies[0].gesloten  # type: ignore[attr-defined]  # NepToegang
    assert app.return_code == 0


async def test_the_end_of_the_terminal_ends_the_program_also_with_a_full_disk(tmp_path: Path) -> None:
    """Nobody is there to read a dialog: try again for a while, then close the store."""
    concepten = NepConcepten()
    app = maak_app(tmp_path, concepten=concepten)
    async with open_app(app, "aanmelding") as pilot:
        typ(app, "half")
        concepten.fout = KernteamError("De schijf is vol.", "Maak ruimte.")
        app.stop_meteen(geduld=0.3)
        assert app.is_open, "not at the first refusal"
        await wacht_op(pilot, lambda: app.return_code == 0)
    assert app.toegang.sessies[0].gesloten  # type: ignore[attr-defined]  # NepToegang


async def test_the_end_of_the_terminal_saves_what_comes_to_fit_after_all(tmp_path: Path) -> None:
    concepten = NepConcepten()
    app = maak_app(tmp_path, concepten=concepten)
    async with open_app(app, "aanmelding") as pilot:
        typ(app, "half")
        concepten.fout = KernteamError("De schijf is vol.", "Maak ruimte.")
        app.stop_meteen(geduld=3.0)
        concepten.fout = None
        await wacht_op(pilot, lambda: app.return_code == 0)
    assert concepten.bewaard["aanmelding:nieuw"]["woorden"] == "half"


async def test_nothing_heavy_is_asked_for_before_the_first_frame(tmp_path: Path) -> None:
    toegang = NepToegang()
    app = maak_app(tmp_path, toegang=toegang)
    async with op_slot(app) as pilot:
        await wacht_op(pilot, lambda: toegang.opgewarmd == 1)


async def test_a_passphrase_being_typed_goes_to_no_clipboard(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with op_slot(app) as pilot:
        invoer = app.screen.query_one("#slot-geheim", Input)
        invoer.value = GEHEIM
        await pilot.press("end", "shift+home", "ctrl+c", "ctrl+x")
        assert app.clipboard == ""
        assert invoer.value == GEHEIM


async def test_selecting_pasting_and_deleting_copy_nothing(tmp_path: Path) -> None:
    """Only the keys for copying and cutting reach the clipboard."""
    app = maak_app(tmp_path)
    async with open_app(app, "aanmelding") as pilot:
        gekopieerd: list[str] = []
        app.copy_to_clipboard = gekopieerd.append  # type: ignore[method-assign, assignment]  # a spy
        typ(app, "Sami slaapt slecht.\nMaandag niet.")
        await pilot.press("ctrl+a", "shift+left", "ctrl+w", "ctrl+u", "ctrl+k", "ctrl+z", "ctrl+v", "delete")
        await pilot.double_click("#woorden-invoer")
        veld = app.screen.query_one("#voornaam Input", Input)
        veld.focus()
        veld.value = "Sami"
        await pilot.press("ctrl+a", "shift+left", "ctrl+w", "ctrl+u", "ctrl+k", "delete")
        assert gekopieerd == []
        assert app.clipboard == ""


@pytest.mark.parametrize("toets", ["ctrl+l", "ctrl+q"])
async def test_what_was_copied_leaves_the_clipboard_with_her(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, toets: str
) -> None:
    zet_schermen(monkeypatch, {"vandaag": Vandaag, "aanmelding": Aanmelding})
    app = maak_app(tmp_path)
    async with open_app(app, "aanmelding") as pilot:
        app.screen.query_one("#voornaam Input", Input).value = "Sami"
        await pilot.press("end", "shift+home", "ctrl+c")
        assert app.clipboard == "Sami"
        gekopieerd: list[str] = []
        monkeypatch.setattr(app, "copy_to_clipboard", gekopieerd.append)
        await pilot.press(toets)
        await wacht_op(pilot, lambda: gekopieerd)
        assert gekopieerd == [""]


async def test_locking_during_a_slow_write_hides_everything_at_once_and_locks_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zet_schermen(monkeypatch, {"vandaag": Vandaag})
    app = maak_app(tmp_path)
    los = threading.Event()
    async with open_app(app) as pilot:
        scherm = app.screen
        assert isinstance(scherm, Vandaag)
        scherm.doe(lambda _sessie: los.wait(GEDULD))
        scherm.action_reden()
        await pilot.pause()
        assert "Waarom?" in tekst_van(app)
        await pilot.press("ctrl+l")
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        app.screen._compositor.render_full_update().render_segments(app.console)
        assert tekst_van(app).strip() == ""
        assert app.is_open
        los.set()
        await wacht_op(pilot, lambda: not app.is_open)
        await wacht_op(pilot, lambda: isinstance(app.screen, SlotScreen))


async def test_the_clock_may_tick_while_the_app_ends(tmp_path: Path) -> None:
    """The timer can still come by when the last screen is off already."""
    app = maak_app(tmp_path)
    async with open_app(app):
        stapel = list(app._screen_stack)
        app._screen_stack.clear()
        app.slotwacht = Slotwacht(5)
        app._tik()
        app._screen_stack.extend(stapel)
