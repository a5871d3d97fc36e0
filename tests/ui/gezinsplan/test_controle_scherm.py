"""F7, and from each look to the place where it is mended."""

from __future__ import annotations

from typing import Any

import pytest
from textual.widgets import OptionList

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.gezinsplancodes import Oppstand
from kernteam_tui.domain.plancontrole import Naar
from kernteam_tui.screens.casus.scherm import CasusScreen
from kernteam_tui.screens.gezinsplan.akkoord import PlanakkoordScreen
from kernteam_tui.screens.gezinsplan.dialogen import Controledialoog
from kernteam_tui.screens.gezinsplan.scherm import GezinsplanScreen
from kernteam_tui.screens.wie_doet_wat import WieDoetWatScreen
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.plancontrole import controleer
from kernteam_tui.services.sessie import Sessie
from tests.gezagshulp import leg_gezag_vast
from tests.ui.hulpmiddel import open_app, tekst_van, wacht


async def kies_punt(app: KernteamApp, pilot: Any, nr: int) -> None:
    """F7, and Enter on that look."""
    await pilot.press("f7")
    await wacht(pilot)
    assert isinstance(app.screen, Controledialoog)
    plaats = next(n for n, punt in enumerate(app.screen._punten) if punt.nr == nr)
    app.screen.query_one("#controle-lijst", OptionList).highlighted = plaats
    await pilot.press("enter")
    await wacht(pilot)


@pytest.mark.parametrize(("nr", "scherm"), [(8, WieDoetWatScreen), (10, PlanakkoordScreen)])
async def test_enter_goes_to_the_screen_where_it_is_mended(
    app: KernteamApp, casus_id: str, nr: int, scherm: type[Any]
) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id) as pilot:
        await kies_punt(app, pilot, nr)
        assert isinstance(app.screen, scherm)


@pytest.mark.parametrize("nr", [1, 2, 3, 4, 5, 6, 7, 9, 12])
async def test_enter_goes_to_the_section_where_it_is_mended(
    app: KernteamApp, sessie: Sessie, casus_id: str, nr: int
) -> None:
    section = controleer(sessie, casus_id)[nr - 1].onderdeel
    async with open_app(app, "gezinsplan", casus_id=casus_id) as pilot:
        await kies_punt(app, pilot, nr)
        assert isinstance(app.screen, GezinsplanScreen)
        assert app.screen._vak.sleutel == section


async def test_gezag_that_is_not_known_is_mended_with_the_family(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    fatma = next(p.id for p in get_casus(sessie, casus_id).personen if p.naam.startswith("Fatma"))
    leg_gezag_vast(sessie, casus_id, fatma, JaNeeOnbekend.ONBEKEND)
    async with open_app(app, "gezinsplan", casus_id=casus_id) as pilot:
        await kies_punt(app, pilot, 11)
        assert isinstance(app.screen, CasusScreen)
        assert app.screen.tab == "gezin"


async def test_whether_the_opp_was_looked_at_is_asked_on_the_spot(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id) as pilot:
        await kies_punt(app, pilot, 14)
        assert "Is het OPP van school bekeken?" in tekst_van(app)
        await pilot.press("down", "down", "enter")
        await wacht(pilot)
        with sessie.unit_of_work() as uow:
            assert uow.plannen.find()[0].opp is Oppstand.GEEN
        assert controleer(sessie, casus_id)[13].in_orde is None
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert controleer(sessie, casus_id)[13].in_orde is False


async def test_the_number_in_the_footer_is_live(app: KernteamApp, sessie: Sessie, casus_id: str) -> None:
    te_doen = sum(punt.in_orde is False for punt in controleer(sessie, casus_id))
    async with open_app(app, "gezinsplan", casus_id=casus_id) as pilot:
        assert f"controle ({te_doen})" in tekst_van(app)
        await kies_punt(app, pilot, 14)
        await pilot.press("enter")
        await wacht(pilot)
        assert f"controle ({te_doen - 1})" in tekst_van(app)


def test_every_way_that_a_look_can_name_is_one_that_the_screen_knows() -> None:
    """A control: a place that nobody goes to would be an Enter that does nothing."""
    assert set(Naar) == {Naar.ONDERDEEL, Naar.AKKOORD, Naar.OPP, Naar.GEZIN, Naar.WIE_DOET_WAT}
