"""After unlocking the store is looked through; the header says how it is, and the work goes on."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Size
from textual.pilot import Pilot

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.fouten import DiskFull
from kernteam_tui.data.store import Store
from kernteam_tui.domain.klok import Klok
from kernteam_tui.schil.nazorg import RUST_SECONDEN
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.dialogen import Foutdialoog
from kernteam_tui.services.nazorg import Kluisstaat, Stap, Verslag, kijk_na
from kernteam_tui.services.omgeving import Waarschuwing
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.kop import Kop
from tests.geduld import GEDULD
from tests.ui.hulpmiddel import GEHEIM, maak_app, open_app, tekst_van, wacht, wacht_op, zet_schermen

SCHADE = Waarschuwing("kluis_beschadigd", "De kluis is beschadigd", "Er is schade.", "Maak een kopie.", True)


class Vandaag(KernteamScreen):
    NAAM = "vandaag"
    TITEL = "Vandaag"


@pytest.fixture(autouse=True)
def _schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(monkeypatch, {"vandaag": Vandaag})


@pytest.fixture
def sessie(store: Store, klok: Klok) -> Sessie:
    return Sessie(store, klok)


def met(*stappen: Stap) -> Any:
    """What gives the app these steps."""
    return lambda: stappen


async def test_a_whole_store_is_said_in_the_header(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie, nazorg=met(kijk_na))
    async with open_app(app, size=(100, 24)) as pilot:
        await wacht_op(pilot, lambda: "kluis heel" in tekst_van(app))
        assert "slot over" in tekst_van(app)
        app.open("vandaag")
        await wacht(pilot)
        assert "kluis heel" in tekst_van(app), "a screen opened later says it too"


async def test_nothing_is_claimed_while_looking(tmp_path: Path, sessie: Sessie) -> None:
    mag_verder = threading.Event()

    def kijkt_lang(_: Sessie) -> Verslag:
        mag_verder.wait(GEDULD)
        return Verslag(Kluisstaat.HEEL)

    app = maak_app(tmp_path, sessie, nazorg=met(kijkt_lang))
    async with open_app_zonder_wachten(app) as pilot:
        assert "kluis" not in tekst_van(app).splitlines()[0]
        mag_verder.set()
        await wacht_op(pilot, lambda: "kluis heel" in tekst_van(app))


async def test_damage_is_red_and_a_dialog_and_nothing_follows(tmp_path: Path, sessie: Sessie) -> None:
    gedaan: list[str] = []

    def daarna(_: Sessie) -> Verslag:
        gedaan.append("kopie")
        return Verslag()

    app = maak_app(
        tmp_path,
        sessie,
        nazorg=met(lambda _: Verslag(Kluisstaat.BESCHADIGD, dringend=(SCHADE,)), daarna),
    )
    async with open_app(app) as pilot:
        await wacht_op(pilot, lambda: isinstance(app.screen, Foutdialoog))
        assert "Maak een kopie." in tekst_van(app)
        await pilot.press("enter")
        await wacht(pilot)
        assert "kluis beschadigd" in tekst_van(app).splitlines()[0]
        assert isinstance(app.screen, Vandaag), "reading goes on"
        assert gedaan == []


async def test_a_step_that_fails_does_not_stop_the_next(tmp_path: Path, sessie: Sessie) -> None:
    def vol(_: Sessie) -> Verslag:
        raise DiskFull()

    def stuk(_: Sessie) -> Verslag:
        raise ValueError("Sami Kaya")

    app = maak_app(tmp_path, sessie, nazorg=met(vol, stuk, lambda _: Verslag(Kluisstaat.HEEL)))
    async with open_app(app, size=(100, 30)) as pilot:
        await wacht_op(pilot, lambda: app.nazorg.staat == "kluis heel")
        await wacht(pilot)
        tekst = tekst_van(app)
        assert "De schijf is vol" in tekst
        assert "Sami" not in tekst + (tmp_path / "fouten.log").read_text()


async def test_locking_comes_in_between_two_steps(tmp_path: Path, sessie: Sessie) -> None:
    begonnen, mag_verder = threading.Event(), threading.Event()
    gedaan: list[str] = []

    def lang(_: Sessie) -> Verslag:
        begonnen.set()
        mag_verder.wait(GEDULD)
        return Verslag(Kluisstaat.HEEL)

    def daarna(_: Sessie) -> Verslag:
        gedaan.append("daarna")
        return Verslag()

    app = maak_app(tmp_path, sessie, nazorg=met(lang, daarna))
    async with open_app_zonder_wachten(app) as pilot:
        await wacht_op(pilot, begonnen.is_set)
        await pilot.press("ctrl+l")
        await wacht_op(pilot, lambda: not app.is_open)
        mag_verder.set()
        await pilot.pause(0.2)
        assert gedaan == []
        assert app.nazorg.staat == ""


async def test_after_half_a_minute_without_a_key_the_log_is_emptied_once(
    tmp_path: Path, sessie: Sessie
) -> None:
    app = maak_app(tmp_path, sessie, nazorg=met(kijk_na))
    async with open_app(app) as pilot:
        await wacht_op(pilot, lambda: app.nazorg.staat != "")
        log = sessie.map / "kluis.db-wal"
        schrijf(sessie)
        app.nazorg.tik(RUST_SECONDEN - 1)
        await wacht(pilot)
        assert log.stat().st_size > 0
        app.nazorg.tik(RUST_SECONDEN)
        await wacht_op(pilot, lambda: log.stat().st_size == 0)
        schrijf(sessie)
        app.nazorg.tik(RUST_SECONDEN + 1)
        await wacht(pilot)
        assert log.stat().st_size > 0, "once per rest"


def schrijf(sessie: Sessie) -> None:
    with sessie.unit_of_work() as uow:
        uow.instellingen().naam = f"Vera {uow.instellingen().revision}"
        uow.commit()


@asynccontextmanager
async def open_app_zonder_wachten(app: KernteamApp) -> AsyncIterator[Pilot[int]]:
    """As `open_app`, without waiting for the work in the background."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        app.screen.query_one("#slot-geheim", Invoer).value = GEHEIM
        await pilot.press("enter")
        await wacht_op(pilot, lambda: app.is_open and app.current_mode == "werk")
        await pilot.pause(0.1)
        yield pilot


@pytest.mark.parametrize(
    ("breed", "kluis", "erin", "eruit"),
    [
        (120, "kluis heel", ("maandag 23 november", "kluis heel", "slot over 5 min"), ()),
        (80, "kluis heel", ("ma 23 nov", "kluis heel", "slot over 5 min"), ()),
        (60, "kluis heel", ("ma 23 nov", "slot over 5 min"), ("kluis",)),
        (60, "kluis beschadigd", ("kluis beschadigd", "slot over 5 min"), ()),
        (40, "kluis beschadigd", ("kluis beschadigd",), ("nov",)),
    ],
)
def test_what_the_header_leaves_out_first(
    breed: int, kluis: str, erin: tuple[str, ...], eruit: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    kop = Kop()
    monkeypatch.setattr(Kop, "content_size", Size(breed, 1))
    kop.set_reactive(Kop.titel, "Casus")
    kop.set_reactive(Kop.onderwerp, "2026-014 Sami")
    kop.set_reactive(Kop.dag, date(2026, 11, 23))
    kop.set_reactive(Kop.kluis, kluis)
    kop.set_reactive(Kop.slot_tekst, "slot over 5 min")
    tekst = kop.render().plain
    assert len(tekst) <= breed
    assert [woord for woord in erin if woord not in tekst] == []
    assert [woord for woord in eruit if woord in tekst] == []
