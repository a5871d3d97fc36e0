"""Keys pressed before a screen can take them are not lost, and not taken for something else."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.app import App, ComposeResult

from kernteam_tui.app.slot import SlotApp
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Tekstveld
from tests.geduld import GEDULD
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht, wacht_op, zet_schermen

KLAAR_MET_LEZEN = threading.Event()


def lees_traag(sessie: Any) -> str:  # noqa: ARG001 - a service gets the session first
    assert KLAAR_MET_LEZEN.wait(GEDULD)
    return "gelezen"


class Begin(KernteamScreen):
    NAAM = "vandaag"
    OPDRACHTEN = (Opdracht("verder", "s", "verder", "Naar het trage scherm"),)

    def inhoud(self) -> ComposeResult:
        yield Tekst("begin")

    def action_verder(self) -> None:
        self.open("traag")


class Traag(KernteamScreen):
    """A command that is off until the data is there, as on the casus screen."""

    NAAM = "traag"
    OPDRACHTEN = (Opdracht("doe_iets", "s", "doe iets", "Kan pas als er gelezen is"),)

    def __init__(self) -> None:
        super().__init__()
        self.gelezen = ""
        self.gedaan: list[str] = []

    def inhoud(self) -> ComposeResult:
        yield Tekst("traag")

    def laad(self) -> None:
        self.lees(lees_traag, bij_klaar=self._toon)

    def _toon(self, gelezen: str) -> None:
        self.gelezen = gelezen

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self.gelezen) if action == "doe_iets" else super().check_action(action, parameters)

    def action_doe_iets(self) -> None:
        self.gedaan.append(self.gelezen)


class Formulier(FormulierScreen):
    NAAM = "formulier"

    def __init__(self) -> None:
        super().__init__()
        self.afgerond: list[dict[str, Any]] = []

    def velden(self) -> ComposeResult:
        yield Tekstveld("naam", "Naam")
        yield Tekstveld("woonplaats", "Woonplaats")

    def afronden(self) -> None:
        self.afgerond.append(dict(self.waarde))

    def laad(self) -> None:
        self.lees(lees_traag, bij_klaar=lambda _: self.begin_met({}))


@pytest.fixture(autouse=True)
def schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    KLAAR_MET_LEZEN.clear()
    zet_schermen(monkeypatch, {"vandaag": Begin, "traag": Traag, "formulier": Formulier})


async def test_a_key_pressed_while_the_screen_still_reads_is_done_when_it_has_read(tmp_path: Path) -> None:
    async with open_app(maak_app(tmp_path)) as pilot:
        await pilot.press("s", "s")
        scherm = pilot.app.screen
        assert isinstance(scherm, Traag)
        assert scherm.gedaan == []
        KLAAR_MET_LEZEN.set()
        await wacht_op(pilot, lambda: scherm.gedaan == ["gelezen"])


async def test_what_is_typed_before_a_form_stands_comes_into_the_form_in_order(tmp_path: Path) -> None:
    async with open_app(maak_app(tmp_path)) as pilot:
        pilot.app.open("formulier")  # type: ignore[attr-defined]  # a KernteamApp
        await pilot.press(*"Sanne")
        KLAAR_MET_LEZEN.set()
        await wacht_op(pilot, lambda: "Sanne" in tekst_van(pilot.app))
        assert isinstance(pilot.app.screen, Formulier)


async def test_a_letter_right_after_tab_comes_into_the_next_field(tmp_path: Path) -> None:
    KLAAR_MET_LEZEN.set()
    app = maak_app(tmp_path)
    async with open_app(app, "formulier") as pilot:
        for toets, letter in (
            ("a", "a"),
            ("tab", None),
            ("b", "b"),
            ("shift+tab", None),
            ("end", None),
            ("c", "c"),
        ):
            app.post_message(events.Key(toets, letter))  # all at once, as from a fast hand on a slow laptop
        await wacht_op(pilot, lambda: app.screen.waarde == {"naam": "ac", "woonplaats": "b"})  # type: ignore[attr-defined]  # a form


def zag_bij_het_slot(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What stood in the form at the moment that the app locked."""
    gezien: list[Any] = []
    leg_vast = SlotApp._leg_vast

    def onthoud(app: SlotApp) -> str:
        gezien.append(app.screen.waarde)  # type: ignore[attr-defined]  # a form
        return leg_vast(app)

    monkeypatch.setattr(SlotApp, "_leg_vast", onthoud)
    return gezien


def in_een_keer(app: App[Any], *toetsen: str) -> None:
    """As from a fast hand on a slow laptop: all of it is there before any of it was handled."""
    for toets in toetsen:
        app.post_message(events.Key(toets, toets if len(toets) == 1 else None))


async def test_the_last_letters_before_locking_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    KLAAR_MET_LEZEN.set()
    gezien = zag_bij_het_slot(monkeypatch)
    app = maak_app(tmp_path)
    async with open_app(app, "formulier") as pilot:
        in_een_keer(app, *"geheim", "ctrl+l")
        await wacht_op(pilot, lambda: not app.is_open)
    assert gezien == [{"naam": "geheim", "woonplaats": ""}]


async def test_where_commands_overtake_letters_the_same_hand_loses_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the test above: what the lock waits for is really there."""
    monkeypatch.setattr("kernteam_tui.schil.toetswacht._onderweg", lambda _: False)
    KLAAR_MET_LEZEN.set()
    gezien = zag_bij_het_slot(monkeypatch)
    app = maak_app(tmp_path)
    async with open_app(app, "formulier") as pilot:
        in_een_keer(app, *"geheim", "ctrl+l")
        await wacht_op(pilot, lambda: not app.is_open)
    assert gezien != [{"naam": "geheim", "woonplaats": ""}]


async def test_a_form_is_finished_with_its_last_letters(tmp_path: Path) -> None:
    KLAAR_MET_LEZEN.set()
    app = maak_app(tmp_path)
    async with open_app(app, "formulier") as pilot:
        scherm = app.screen
        assert isinstance(scherm, Formulier)
        in_een_keer(app, *"Sanne", "ctrl+s")
        await wacht_op(pilot, lambda: bool(scherm.afgerond))
        assert scherm.afgerond == [{"naam": "Sanne", "woonplaats": ""}]


async def test_what_was_typed_while_a_form_opens_is_in_it_before_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezien = zag_bij_het_slot(monkeypatch)
    app = maak_app(tmp_path)
    async with open_app(app) as pilot:
        app.open("formulier")
        await pilot.press(*"geheim", "ctrl+l")
        assert app.is_open
        assert app.screen.query("#afdekking"), "who looks along sees an empty sheet meanwhile"
        KLAAR_MET_LEZEN.set()
        await wacht_op(pilot, lambda: not app.is_open)
    assert gezien == [{"naam": "geheim", "woonplaats": ""}]


async def test_locking_waits_no_longer_than_it_may_and_what_waited_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kernteam_tui.schil.toetswacht.GEDULD_EINDE", 0.1)
    app = maak_app(tmp_path)
    async with open_app(app) as pilot:
        app.open("formulier")
        await pilot.press(*"geheim", "ctrl+l")
        await wacht_op(pilot, lambda: not app.is_open)
        assert app.toetswacht.leeg
        await wacht(pilot)
        assert not app.screen.query_one("#slot-geheim").value  # type: ignore[attr-defined]  # an Input
        KLAAR_MET_LEZEN.set()


async def test_a_screen_that_never_gets_its_data_does_not_keep_the_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kernteam_tui.schil.toetswacht.GEDULD_SCHERM", 0.05)
    app = maak_app(tmp_path)
    async with open_app(app) as pilot:
        await pilot.press("s", "escape")
        await wacht_op(pilot, lambda: isinstance(app.screen, Begin))
        KLAAR_MET_LEZEN.set()
