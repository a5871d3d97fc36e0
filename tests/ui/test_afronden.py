"""A finished form and a given reason: used up by the write that needed them, and by nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.widgets import Input

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.screens import bewaarder
from tests.geduld import GEDULD
from tests.ui.hulpmiddel import (
    NepConcepten,
    maak_app,
    open_app,
    tekst_van,
    wacht,
    wacht_op,
    zet_schermen,
)
from tests.ui.test_slot import Aanmelding, Vandaag, schermen

__all__ = ["schermen"]


async def test_a_reason_that_was_wiped_out_does_not_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zet_schermen(monkeypatch, {"vandaag": Vandaag})
    concepten = NepConcepten(bewaard={"reden:1": {"tekst": "moeder ziek"}})
    app = maak_app(tmp_path, concepten=concepten)
    async with open_app(app) as pilot:
        await pilot.press("r")
        await wacht(pilot)
        assert "moeder ziek" in tekst_van(app)
        await pilot.press("ctrl+u", "escape", "r")
        await wacht(pilot)
        assert "Waarom?" in tekst_van(app)
        assert "moeder ziek" not in tekst_van(app)


async def test_a_reason_stays_until_the_write_that_used_it_has_succeeded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zet_schermen(monkeypatch, {"vandaag": Vandaag})
    concepten = NepConcepten(bewaard={"reden:1": {"tekst": "moeder ziek"}})
    app = maak_app(tmp_path, concepten=concepten)
    gezien: list[bool] = []

    def zeg_af(sessie: Any) -> None:  # noqa: ARG001 - a service gets the session first
        gezien.append("reden:1" in concepten.bewaard)
        if len(gezien) == 1:
            raise KernteamError("De schijf is vol.", "Maak ruimte.")
        concepten.bewaard.pop("reden:1")

    monkeypatch.setattr(Vandaag, "_reden", lambda self, _: self.doe(zeg_af))
    monkeypatch.setattr(concepten, "afrondend", lambda sessie, *_: sessie)
    async with open_app(app) as pilot:
        for _ in range(2):
            await pilot.press("r")
            await wacht(pilot)
            assert "moeder ziek" in tekst_van(app)
            await pilot.press("ctrl+s")
            await wacht(pilot)
            if len(gezien) == 1:
                assert "De schijf is vol." in tekst_van(app)
                assert concepten.bewaard["reden:1"] == {"tekst": "moeder ziek"}
                await pilot.press("enter")
    assert gezien == [True, True]
    assert "reden:1" not in concepten.bewaard


class Afrondbaar(Aanmelding):
    """Sends its value off."""

    gestuurd: list[str] = []
    fout: KernteamError | None = None

    def afronden(self) -> None:
        self.rond_af(self._stuur, str(self.waarde["voornaam"]), bij_klaar=lambda _: self.klaar())

    def _stuur(self, sessie: Any, naam: str) -> None:  # noqa: ARG002 - a service gets the session first
        if Afrondbaar.fout is not None:
            raise Afrondbaar.fout
        Afrondbaar.gestuurd.append(naam)


async def test_finishing_a_form_and_forgetting_its_draft_are_one_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Refused, the draft stays and goes on saving itself; done, nothing is left that could make it twice."""
    zet_schermen(monkeypatch, {"vandaag": Vandaag, "aanmelding": Afrondbaar})
    monkeypatch.setattr(Afrondbaar, "fout", KernteamError("De schijf is vol.", "Maak ruimte."))
    monkeypatch.setattr(Afrondbaar, "gestuurd", [])
    concepten = NepConcepten()
    samen: list[tuple[str, ...]] = []

    def afrondend(sessie: Any, *sleutels: str) -> Any:
        samen.append(sleutels)
        return sessie

    monkeypatch.setattr(concepten, "afrondend", afrondend)
    app = maak_app(tmp_path, concepten=concepten)
    async with open_app(app, "aanmelding") as pilot:
        invoer = app.screen.query_one("#voornaam Input", Input)
        invoer.value = "Sami"
        await wacht_op(pilot, lambda: concepten.bewaard)
        await pilot.press("ctrl+s")
        await wacht(pilot)
        await pilot.press("enter")
        invoer.value = "Samira"
        await wacht_op(pilot, lambda: concepten.bewaard["aanmelding:nieuw"]["voornaam"] == "Samira")

        Afrondbaar.fout = None
        keren = concepten.aantal
        monkeypatch.setattr(bewaarder, "NA_SECONDEN", GEDULD)
        scherm: Any = app.screen
        invoer.value = "Sanne"
        await pilot.press("ctrl+s")
        await wacht(pilot)
        scherm._bewaarder._tijd()  # the save of the last letters comes due
        await wacht(pilot)
        assert Afrondbaar.gestuurd == ["Sanne"]
        assert samen == [("aanmelding:nieuw",)] * 2
        assert concepten.aantal == keren


async def test_finishing_waits_for_the_letters_typed_just_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow laptop: ctrl+s arrives while the last letters are still on their way to their field."""
    zet_schermen(monkeypatch, {"vandaag": Vandaag, "aanmelding": Afrondbaar})
    monkeypatch.setattr(Afrondbaar, "gestuurd", [])
    app = maak_app(tmp_path)
    async with open_app(app, "aanmelding") as pilot:
        app.screen.query_one("#voornaam Input", Input).focus()
        await pilot.pause()
        for toets in (*"Sami", "ctrl+s"):
            app.post_message(events.Key(toets, toets if len(toets) == 1 else None))
        await wacht_op(pilot, lambda: Afrondbaar.gestuurd)
        assert Afrondbaar.gestuurd == ["Sami"]
