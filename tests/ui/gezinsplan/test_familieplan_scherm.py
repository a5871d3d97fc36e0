"""The plan that the family makes: what they answered, their file in and out, by keyboard alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.gezinsplancodes import Familieplan
from kernteam_tui.screens.gezinsplan.familieinvoer import (
    FamilieplanAntwoordScreen,
    FamilieplanBestandScreen,
)
from kernteam_tui.screens.gezinsplan.familieplan import FamilieplanScreen
from kernteam_tui.services.familieplan import bewaar_bijlage, get_familieplan, lees_bijlage
from kernteam_tui.services.plandoelen import DoelGegevens, save_doel
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.handgrepen import zet
from tests.ui.hulpmiddel import open_app, tekst_van, wacht


async def test_the_answer_of_the_family_sets_the_term(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id) as pilot:
        await pilot.press("f")
        await wacht(pilot)
        assert isinstance(app.screen, FamilieplanScreen)
        assert "nog niet aangeboden" in tekst_van(app)
        assert "altijd eerst zelf een plan maken" in tekst_van(app)
        await pilot.press("a")
        await wacht(pilot)
        assert isinstance(app.screen, FamilieplanAntwoordScreen)
        assert not app.screen.query_one("#op").display, "no answer has no day"
        zet(app, stand="wil_niet", op="16-11-2026")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "wil het niet, 16 november 2026" in tekst_van(app)
        assert "vaststellen uiterlijk ma 28 dec" in tekst_van(app).replace(
            "uiterlijk 28 dec", "uiterlijk ma 28 dec"
        )
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert "nog niet aangeboden" in tekst_van(app)
    assert get_familieplan(sessie, casus_id).stand is Familieplan.ONBEKEND


async def test_their_file_comes_in_by_its_path_and_goes_out_again(
    app: KernteamApp, sessie: Sessie, casus_id: str, tmp_path: Path
) -> None:
    papier = tmp_path / "ons [b]plan.odt"
    papier.write_bytes(b"\x00\xffplan")
    async with open_app(app, "familieplan", casus_id=casus_id) as pilot:
        assert "opslaan" not in tekst_van(app), "there is nothing to save yet"
        await pilot.press("t")
        await wacht(pilot)
        assert isinstance(app.screen, FamilieplanBestandScreen)
        zet(app, bestand=str(tmp_path / "is-er-niet"))
        await pilot.press("enter")
        await wacht(pilot)
        assert "Dit bestand is er niet" in tekst_van(app)
        zet(app, bestand=str(papier))
        await pilot.press("enter")
        await wacht(pilot)
        assert isinstance(app.screen, FamilieplanScreen)
        assert "ons [b]plan.odt" in tekst_van(app)
        await pilot.press("o")
        await wacht(pilot)
        assert "niet versleuteld" in tekst_van(app)
        await pilot.press("tab", "enter")
        await wacht(pilot)
        [out] = list((sessie.map / "uit").iterdir())
        assert (out.read_bytes(), out.suffix) == (b"\x00\xffplan", ".odt")
        await pilot.press("d")
        await wacht(pilot)
        assert get_familieplan(sessie, casus_id).bijlagen == ()
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert "ons [b]plan.odt" in tekst_van(app)


async def test_the_goals_that_come_from_their_plan_are_shown(
    app: KernteamApp, sessie: Sessie, casus_id: str, tmp_path: Path
) -> None:
    papier = tmp_path / "p.txt"
    papier.write_text("x")
    bewaar_bijlage(sessie, casus_id, lees_bijlage(sessie, papier))
    async with open_app(app, "familieplan", casus_id=casus_id) as pilot:
        assert "Nog geen doel uit hun plan." in tekst_van(app)
        save_doel(sessie, casus_id, None, DoelGegevens("Op tijd op", familiedoel="Oma belt om zeven uur"))
        assert isinstance(app.screen, FamilieplanScreen)
        app.screen.laad()
        await wacht(pilot)
        assert "in hun plan: Oma belt om zeven uur" in tekst_van(app)
        assert "Nog geen doel" not in tekst_van(app)


async def test_a_family_that_makes_its_own_plan_reads_that_there_is_no_hurry(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    with sessie.unit_of_work() as uow:
        uow.casussen.get(casus_id).begeleiding_gestart = date(2026, 10, 19)
        uow.commit()
    async with open_app(app, "familieplan_antwoord", casus_id=casus_id) as pilot:
        zet(app, stand="wil_wel", op="16-11-2026")
        await pilot.press("ctrl+s")
        await wacht(pilot)
    beeld = get_familieplan(sessie, casus_id)
    assert (beeld.stand, beeld.termijnen.vaststellen_uiterlijk) == (Familieplan.WIL_WEL, None)
