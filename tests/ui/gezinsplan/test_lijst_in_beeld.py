"""A list of goals or actions that is higher than its box: what a key would touch is always in view."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.screens.gezinsplan.onderdeel import OnderdeelVak
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel
from kernteam_tui.services.plandoelen import ActieGegevens, DoelGegevens, save_actie, save_doel
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.handgrepen import zet
from tests.ui.hulpmiddel import open_app, tekst_van, wacht, wacht_op

LANG = "Hij komt elke dag een half uur te laat en zegt dan niets tegen wie hem iets vraagt."
DOELEN, ACTIES = "wat_willen_wij_bereiken", "wie_doet_wat"


@pytest.fixture
def vol(sessie: Sessie, casus_id: str) -> str:
    """Long goals, many actions, and words below both lists."""
    for nummer in (1, 2, 3):
        save_doel(
            sessie,
            casus_id,
            None,
            DoelGegevens(f"Doel {nummer}. {LANG}", "Lina", 3, 8, LANG, nummer < 3, LANG, None, LANG),
        )
    for nummer in range(1, 15):
        save_actie(sessie, casus_id, None, ActieGegevens(f"Actie {nummer}. {LANG}", "Lina"))
    for sleutel in (DOELEN, ACTIES):
        revision = get_plan(sessie, casus_id).revision
        save_onderdeel(sessie, casus_id, revision, sleutel, (Citaat("Lina", "nl", LANG),), LANG)
    return casus_id


def _lijst(app: KernteamApp) -> OptionList:
    return app.screen.query_one("#planlijst-regels", OptionList)


def _in_beeld(app: KernteamApp) -> bool:
    """Whether the marked line stands within the box: whole, or from its first words where it is too high."""
    lijst, vak = _lijst(app), app.screen.query_one(OnderdeelVak).content_region
    nummer = lijst.highlighted
    assert nummer is not None
    woorden = str(lijst.get_option_at_index(nummer).prompt).split("\n")
    regels = tekst_van(app).split("\n")[vak.y : vak.bottom]
    return any(woorden[0][:30] in regel for regel in regels) and any(
        woorden[-1][:30] in regel for regel in regels
    )


async def _naar_de_lijst(pilot: Pilot[Any], app: KernteamApp) -> None:
    await pilot.press("enter")
    await wacht_op(pilot, lambda: app.focused is _lijst(app))
    await wacht(pilot)


@pytest.mark.parametrize("onderdeel", [DOELEN, ACTIES])
@pytest.mark.parametrize("maat", [(80, 24), (120, 40)])
async def test_the_marked_line_is_in_view_after_every_key(
    app: KernteamApp, vol: str, onderdeel: str, maat: tuple[int, int]
) -> None:
    async with open_app(app, "gezinsplan", size=maat, casus_id=vol, onderdeel=onderdeel) as pilot:
        await _naar_de_lijst(pilot, app)
        assert _in_beeld(app)
        aantal = _lijst(app).option_count
        for toets in ("down",) * (aantal - 1) + ("up", "end", "up", "home", "pagedown", "pageup", "end"):
            await pilot.press(toets)
            await wacht_op(pilot, lambda: _in_beeld(app))
        assert _lijst(app).highlighted == aantal - 1
        assert "toevoegen" in tekst_van(app)


async def test_back_by_tab_the_marked_line_is_in_view(app: KernteamApp, vol: str) -> None:
    async with open_app(app, "gezinsplan", size=(80, 24), casus_id=vol, onderdeel=ACTIES) as pilot:
        await _naar_de_lijst(pilot, app)
        for markeer in ("home", "end"):
            await pilot.press(markeer)
            await wacht(pilot)
            await pilot.press("tab", "tab", "tab")
            await wacht_op(pilot, lambda: app.focused is not _lijst(app))
            await wacht(pilot)
            await pilot.press("shift+tab", "shift+tab", "shift+tab")
            await wacht_op(pilot, lambda: app.focused is _lijst(app))
            await wacht_op(pilot, lambda: _in_beeld(app))


@pytest.mark.parametrize(
    ("onderdeel", "naam"), [(DOELEN, "Een nieuw doel. "), (ACTIES, "Een nieuwe actie. ")]
)
async def test_what_was_just_saved_is_in_view(app: KernteamApp, vol: str, onderdeel: str, naam: str) -> None:
    async with open_app(app, "gezinsplan", size=(80, 24), casus_id=vol, onderdeel=onderdeel) as pilot:
        await _naar_de_lijst(pilot, app)
        await pilot.press("end", "enter")
        await wacht_op(pilot, lambda: not app.screen.query("#planlijst-regels"))
        await wacht(pilot)
        zet(app, wat=naam + LANG)
        await pilot.press("ctrl+s")
        await wacht_op(pilot, lambda: bool(app.screen.query("#planlijst-regels")))
        await wacht_op(pilot, lambda: naam.strip() in tekst_van(app))
        await wacht_op(pilot, lambda: _in_beeld(app))


async def test_after_the_last_line_goes_the_marked_one_is_in_view(app: KernteamApp, vol: str) -> None:
    async with open_app(app, "gezinsplan", size=(80, 24), casus_id=vol, onderdeel=ACTIES) as pilot:
        await _naar_de_lijst(pilot, app)
        await pilot.press("end", "up", "delete")
        await wacht_op(pilot, lambda: _lijst(app).option_count == 14)
        await wacht_op(pilot, lambda: _in_beeld(app))
