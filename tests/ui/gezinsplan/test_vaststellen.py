"""The looks at a plan, and freezing a version."""

from __future__ import annotations

from textual.widgets import OptionList

from kernteam_tui.app import KernteamApp
from kernteam_tui.screens.gezinsplan.dialogen import Controledialoog
from kernteam_tui.services.gezinsplan import (
    get_plan,
    save_onderdeel,
)
from kernteam_tui.services.plancontrole import controleer
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.handgrepen import GOED, vlak
from tests.ui.hulpmiddel import open_app, tekst_van, wacht


async def test_the_controle_jumps_to_where_it_is_mended(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id) as pilot:
        await pilot.press("f7")
        await wacht(pilot)
        assert isinstance(app.screen, Controledialoog)
        assert "punten om naar te kijken" in tekst_van(app)
        app.screen.query_one("#controle-lijst", OptionList).highlighted = 2
        await pilot.press("enter")
        await wacht(pilot)
        assert "6  Veiligheid" in tekst_van(app)
        assert app.focused is vlak(app, "veld-0-tekst"), "the day is what is missing"


def test_every_look_of_the_controle_points_to_a_section_that_exists(sessie: Sessie, casus_id: str) -> None:
    lang = "Dit is een zin die veel te lang is om nog prettig te lezen aan een keukentafel met kinderen"
    save_onderdeel(sessie, casus_id, 0, "veiligheid", (), lang)
    punten = controleer(sessie, casus_id)
    sleutels = {onderdeel.sleutel for onderdeel in get_plan(sessie, casus_id).onderdelen}
    assert {punt.onderdeel for punt in punten} - {""} <= sleutels
    assert punten[12].onderdeel == "veiligheid"
    assert [punt.nr for punt in punten if not punt.onderdeel] == [8, 11, 14]


async def test_vaststellen_asks_once_and_freezes_what_was_just_typed(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        vlak(app).insert("Drie dagen gegaan")
        await pilot.press("f8")
        await wacht(pilot)
        assert "Versie 1 vaststellen?" in tekst_van(app)
        await pilot.click("#ja")
        await wacht(pilot)
        assert "Versie 1 is vastgesteld." in tekst_van(app)
        await pilot.press("escape")
        await wacht(pilot)
        assert "versie 1 vastgesteld op 23 nov" in " ".join(tekst_van(app).split())
        plan = get_plan(app.sessie, casus_id)
        assert (plan.versie, plan.gewijzigd) == (1, False)
        await pilot.press("f8")
        await wacht(pilot)
        assert "sindsdien niet veranderd" in " ".join(tekst_van(app).split())


async def test_an_empty_plan_is_not_frozen_and_says_why(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id) as pilot:
        await pilot.press("f8")
        await wacht(pilot)
        await pilot.click("#ja")
        await wacht(pilot)
        assert "Vul samen minstens één onderdeel in." in tekst_van(app)
