"""What a worker sees of plan, page and papers at 80x24: nothing cut, nothing hidden, no key for nothing."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.screens.bladzijde.gegeven import Gegevendialoog
from kernteam_tui.screens.bladzijde.meekijken import Meekijkdialoog
from kernteam_tui.screens.gezinsplan.dialogen import Controledialoog
from kernteam_tui.screens.gezinsplan.inspringen import ONBEKEND, met_inspring
from kernteam_tui.screens.gezinsplan.onderdeel import OnderdeelVak
from kernteam_tui.services.gezinsplan import kies_variant, lees_plan, save_onderdeel
from kernteam_tui.services.plandoelen import DoelGegevens, save_doel
from kernteam_tui.services.samenvatting import maak_samenvatting
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.gezinnen import meld_aan, ouder
from tests.ui.gezinsplan.handgrepen import GOED, vlak
from tests.ui.hulpmiddel import open_app, tekst_van, wacht, wacht_op

LANG = "Hij komt elke dag een half uur te laat en zegt dan niets. "


def _cursor_in_beeld(app: KernteamApp, id_: str) -> bool:
    vak = app.screen.query_one(OnderdeelVak).content_region
    return vak.y <= vlak(app, id_).cursor_screen_offset.y < vak.bottom


@pytest.mark.parametrize("scherm", ["gezinsplan", "samen_kijken"])
async def test_the_line_that_is_written_stays_in_view(
    app: KernteamApp, casus_id: str, sessie: Sessie, scherm: str
) -> None:
    save_onderdeel(
        sessie, casus_id, 0, GOED, (Citaat("Lina", "nl", LANG * 12), Citaat("Oma", "nl", "Ja")), ""
    )
    async with open_app(app, scherm, casus_id=casus_id, onderdeel=GOED) as pilot:
        if scherm == "samen_kijken":
            await pilot.press("enter")
            await wacht(pilot)
        veld = "toelichting" if scherm == "gezinsplan" else "citaat-1-tekst"
        vlak(app, veld).focus()
        await wacht(pilot)
        for _ in range(7):
            vlak(app, veld).insert(LANG)
            await wacht(pilot)
            assert _cursor_in_beeld(app, veld)
        await pilot.press("ctrl+home")
        await wacht(pilot)
        assert _cursor_in_beeld(app, veld)


def test_words_below_a_number_stand_as_far_in_as_the_first() -> None:
    assert met_inspring("Er staan vier streepjes\nin mijn schrift.", 24, 3).split("\n") == [
        "Er staan vier",
        "   streepjes in mijn",
        "   schrift.",
    ]
    assert met_inspring("Er staan vier  streepjes", ONBEKEND, 3) == "Er staan vier streepjes"


async def test_a_long_goal_keeps_its_edge_in_the_list(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    save_doel(sessie, casus_id, None, DoelGegevens(LANG.strip(), "Lina", 3, 8, LANG * 2))
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel="wat_willen_wij_bereiken") as pilot:
        await wacht(pilot)
        regels = _rechts(app)
        eerste = next(nr for nr, regel in enumerate(regels) if regel.startswith("1  Hij komt"))
        laatste = next(nr for nr, regel in enumerate(regels) if regel.startswith("+ doel"))
        assert laatste - eerste > 5
        assert [regel for regel in regels[eerste + 1 : laatste] if not regel.startswith("   ")] == []


def _rechts(app: KernteamApp) -> list[str]:
    vak = app.screen.query_one("#planlijst-regels").content_region
    return [regel[vak.x : vak.right].rstrip() for regel in tekst_van(app).split("\n")]


async def test_the_looks_fit_without_a_scroll_bar_when_one_is_open(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id) as pilot:
        await pilot.press("f7")
        await wacht_op(pilot, lambda: isinstance(app.screen, Controledialoog))
        lijst = app.screen.query_one("#controle-lijst", OptionList)
        await wacht_op(pilot, lambda: lijst.size.height > 0)
        assert lijst.size.height >= 15, "fourteen looks and what to do about one"
        assert app.screen.query_one(".dialoog").region.bottom <= 24


async def _geef(sessie: Sessie, casus_id: str) -> None:
    woorden = [{"van": "Lina", "tekst": "Oma belt me wakker"}]
    inhoud = {"onderdelen": {GOED: {"woorden": woorden, "toelichting": "Oma is de motor."}}}
    lees_plan(sessie, casus_id, inhoud, vaststellen=True)


async def test_before_anything_was_given_no_key_is_offered_for_it(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "verstrekkingen", casus_id=casus_id) as pilot:
        await wacht_op(pilot, lambda: "Lina" in tekst_van(app))
        kop, *_, voet = tekst_van(app).rstrip().split("\n")
        assert "Lina" in kop
        assert "opnieuw maken" not in voet
        assert "Esc terug" in voet


async def test_what_was_given_fits_and_can_be_read_by_arrow_keys(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    await _geef(sessie, casus_id)
    maak_samenvatting(sessie, casus_id, "ouder", "pdf")
    async with open_app(app, "verstrekkingen", casus_id=casus_id) as pilot:
        await wacht_op(pilot, lambda: "bladzijde, versie 1" in tekst_van(app))
        tabel = app.screen.query_one("#gegeven-tabel")
        assert tabel.max_scroll_x == 0
        await pilot.press("enter")
        await wacht_op(pilot, lambda: isinstance(app.screen, Gegevendialoog))
        await wacht(pilot)
        lijf = app.screen.query_one("#lijf")
        assert lijf.scrollable_content_region.width >= 72, "a line of the paper stays one line"
        await pilot.press("down", "down")
        await wacht(pilot)
        assert lijf.scroll_y > 0
        await pilot.press("enter")
        await wacht(pilot)
        assert not isinstance(app.screen, Gegevendialoog)


async def test_looking_at_the_page_the_way_back_stands_below(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    await _geef(sessie, casus_id)
    async with open_app(app, "bladzijde", casus_id=casus_id, voor="jongere") as pilot:
        await wacht_op(pilot, lambda: "uit versie 1" in tekst_van(app))
        assert "Esc terug" in _voet(app)
        assert ", 0 om op" not in tekst_van(app)
        await pilot.press("i")
        await wacht_op(pilot, lambda: isinstance(app.screen, Meekijkdialoog))
        regels = [regel.strip(" │") for regel in tekst_van(app).split("\n")]
        titel = regels.index("Alleen voor jou")
        assert regels[titel + 1 : titel + 3] == ["", "Let op"]


async def test_the_form_of_the_page_says_its_keys(app: KernteamApp, casus_id: str, sessie: Sessie) -> None:
    await _geef(sessie, casus_id)
    async with open_app(app, "bladzijde", casus_id=casus_id, voor="jongere") as pilot:
        await wacht_op(pilot, lambda: "uit versie 1" in tekst_van(app))
        await _druk(pilot, "o", app, "Taal en vorm")
        assert "Enter kiezen   Tab en spatie aanvinken   Esc terug" in tekst_van(app)


def _voet(app: KernteamApp) -> str:
    return str(tekst_van(app).rstrip().split("\n")[-1])


async def _druk(pilot: Pilot[Any], toets: str, app: KernteamApp, tot: str) -> None:
    await pilot.press(toets)
    await wacht_op(pilot, lambda: tot in tekst_van(app))


def _jongere_van_zestien(sessie: Sessie) -> str:
    return meld_aan(sessie, "Aniek", "Bos", "2009-01-01", ouder("Fatma Bos"))


async def test_a_list_of_sections_that_scrolls_still_holds_their_titles(
    app: KernteamApp,
    casus_id: str,  # noqa: ARG001 - the school is there by then
    sessie: Sessie,
) -> None:
    hers = _jongere_van_zestien(sessie)
    kies_variant(sessie, hers, PlanVariant.JONGERE)
    async with open_app(app, "gezinsplan", casus_id=hers) as pilot:
        await wacht_op(pilot, lambda: "Wie zijn belangrijk" in tekst_van(app))
        for _ in range(14):
            await pilot.press("o", "down")
            await wacht(pilot)
        await pilot.press("home")
        await wacht(pilot)
        lijst = app.screen.query_one("#onderdelen", OptionList)
        assert lijst.max_scroll_y > 0
        assert "Wie zijn belangrijk voor mij" in tekst_van(app)
