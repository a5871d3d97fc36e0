"""A hostile or endless calendar: the app goes on answering, and Esc breaks it off."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from kernteam_tui.screens.agenda import inlezen, lezend
from kernteam_tui.screens.agenda.inlezen import AgendaInlezenScreen
from kernteam_tui.services.agendas import GelezenBestand, get_mens, lees_bestand
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from tests.exchange.agenda.vijandig import VIJANDIG
from tests.geduld import GEDULD
from tests.services.agendas.bestanden import MET_PROBLEEM, zet
from tests.ui.agenda.handen import een_regel, lia, plak
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht, wacht_op


async def test_a_reading_that_takes_long_says_so_and_is_broken_off_with_escape(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld, monkeypatch: pytest.MonkeyPatch
) -> None:
    mag, klaar = threading.Event(), threading.Event()

    def traag(sessie: Sessie, partner_id: str, pad: Path) -> GelezenBestand:
        assert mag.wait(GEDULD)
        try:
            return lees_bestand(sessie, partner_id, pad)
        finally:
            klaar.set()

    monkeypatch.setattr(inlezen, "lees_bestand", traag)
    monkeypatch.setattr(lezend, "NA_SECONDEN", 0.05)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agenda_inlezen", partner_id=lia(school)) as pilot:
        await plak(pilot, str(zet(tmp_path / "lia.ics")))
        await pilot.press("enter")
        await wacht_op(pilot, lambda: "De agenda wordt gelezen" in tekst_van(app))
        await pilot.press("x", "backspace", "enter", "escape")
        await wacht_op(pilot, lambda: "Afgebroken. Er is niets ingelezen" in tekst_van(app))
        assert isinstance(app.screen, AgendaInlezenScreen)
        mag.set()
        await wacht_op(pilot, klaar.is_set)
        await wacht(pilot)
        assert get_mens(sessie, lia(school)).agendas == ()
        await pilot.press("enter")
        await wacht_op(pilot, lambda: get_mens(sessie, lia(school)).agendas)
        await wacht(pilot)
        assert "2 tijden gelezen" in tekst_van(app)


@pytest.mark.parametrize("naam", ["elk_uur", "zeer_lang_en_vaak", "honderdduizend_afspraken"])
async def test_a_hostile_calendar_leaves_the_app_answering(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld, naam: str
) -> None:
    bestand = zet(tmp_path / f"{naam}.ics", VIJANDIG[naam]())
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agenda_inlezen", partner_id=lia(school)) as pilot:
        await plak(pilot, str(bestand))
        await pilot.press("enter", "f1")
        await wacht_op(pilot, lambda: app.screen.__class__.__name__ == "HulpScreen")
        await pilot.press("escape")
        await wacht_op(pilot, lambda: "gelezen tot" in een_regel(app) or "fspraken" in een_regel(app))
        if naam != "elk_uur":
            assert get_mens(sessie, lia(school)).agendas == ()


async def test_a_hostile_name_of_an_appointment_is_only_text(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    kwaad = MET_PROBLEEM.replace(b"Uidwoord-uur", b"[b][/]\x1b]0;weg\x07" + b"u" * 5000)
    kwaad = kwaad.replace(b":20261124T0900", b":[/]geen dag")  # without a start its UID is shown
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agenda_inlezen", partner_id=lia(school)) as pilot:
        await plak(pilot, str(zet(tmp_path / "lia.ics", kwaad)))
        await pilot.press("enter")
        await wacht_op(pilot, lambda: get_mens(sessie, lia(school)).agendas)
        await wacht(pilot)
        assert "[b][/]…uuu" in tekst_van(app)
        assert "\x1b" not in tekst_van(app)
