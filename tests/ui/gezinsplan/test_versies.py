"""What changed since the last time: with keys, in the words of the plan."""

from __future__ import annotations

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel, stel_plan_vast
from kernteam_tui.services.logboek import get_logboek
from kernteam_tui.services.planverschil import IN_BEWERKING, get_planverschil, open_planverschil
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.handgrepen import GOED
from tests.ui.hulpmiddel import open_app, tekst_van, wacht, wacht_op


def schrijf(sessie: Sessie, casus_id: str, tekst: str) -> None:
    save_onderdeel(sessie, casus_id, get_plan(sessie, casus_id).revision, GOED, (), tekst)


@pytest.fixture
def drie_keer(sessie: Sessie, casus_id: str) -> str:
    """Two frozen versions, and one in progress."""
    for dagen in ("één dag", "twee dagen"):
        schrijf(sessie, casus_id, f"Lina ging {dagen} naar school.")
        stel_plan_vast(sessie, casus_id)
    schrijf(sessie, casus_id, "Lina ging drie dagen naar school.")
    return casus_id


def plat(app: KernteamApp) -> str:
    return " ".join(tekst_van(app).split())


async def test_it_opens_on_what_changed_last_and_goes_back_and_on(app: KernteamApp, drie_keer: str) -> None:
    async with open_app(app, "planversies", casus_id=drie_keer) as pilot:
        assert "Lina ging [− twee] [+ drie] dagen naar school." in plat(app)
        assert "Van versie 2 (23 november 2026) naar wat er nu staat" in plat(app)
        await pilot.press("e")
        await wacht(pilot)
        assert "Lina ging [− één dag] [+ twee dagen] naar school." in plat(app)
        await pilot.press("e")
        await wacht(pilot)
        assert "Versie 1 (23 november 2026)" in plat(app)
        assert "Lina ging één dag naar school." in plat(app)
        await pilot.press("e")
        assert "Dit is de eerste versie." in plat(app)
        await pilot.press("l", "l")
        await wacht(pilot)
        assert "naar wat er nu staat" in plat(app)


async def test_any_two_are_laid_beside_each_other_the_older_one_first(
    app: KernteamApp, drie_keer: str
) -> None:
    async with open_app(app, "planversies", casus_id=drie_keer, tot=1) as pilot:
        await pilot.press("v")
        await wacht(pilot)
        await pilot.press("enter")  # what stands there now
        await wacht(pilot)
        assert "Van versie 1 (23 november 2026) naar wat er nu staat" in plat(app)
        assert "[− één dag] [+ drie dagen]" in plat(app)
        await pilot.press("h")
        await wacht(pilot)
        assert "Lina ging drie dagen naar school." in plat(app)


def voet(app: KernteamApp) -> str:
    return tekst_van(app).splitlines()[-1]


@pytest.mark.parametrize("breed", [80, 120])
async def test_the_footer_says_what_h_does_here_and_how_to_leave(
    app: KernteamApp, drie_keer: str, breed: int
) -> None:
    async with open_app(app, "planversies", casus_id=drie_keer, size=(breed, 24)) as pilot:
        assert "h hele versie" in voet(app)
        assert "Esc terug" in voet(app)
        await pilot.press("h")
        await wacht_op(pilot, lambda: "h wat veranderde" in voet(app))
        assert "hele versie" not in voet(app)
        assert "Esc terug" in voet(app)
        await pilot.press("h")
        await wacht_op(pilot, lambda: "h hele versie" in voet(app))
        assert "[+ drie]" in plat(app)


async def test_what_leads_nowhere_is_not_in_the_footer(app: KernteamApp, drie_keer: str) -> None:
    async with open_app(app, "planversies", casus_id=drie_keer, tot=1, size=(80, 24)) as pilot:
        await wacht_op(pilot, lambda: "v vergelijken" in voet(app))
        assert "h " not in voet(app), "before the first version there is none to compare with"
        assert "e eerder" in voet(app)


async def test_of_one_version_only_reading_is_offered(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    schrijf(sessie, casus_id, "Lina ging naar school.")
    async with open_app(app, "planversies", casus_id=casus_id, size=(80, 24)) as pilot:
        await wacht_op(pilot, lambda: "Lina ging naar school." in plat(app))
        assert not [woord for woord in ("eerder", "later", "vergelijken", "versie") if woord in voet(app)]


async def test_text_with_marks_of_its_own_stands_as_it_was_typed(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    schrijf(sessie, casus_id, "Zij zegt [b]nee[/b].")
    stel_plan_vast(sessie, casus_id)
    schrijf(sessie, casus_id, "Zij zegt [b]nee[/b] [/].")
    async with open_app(app, "planversies", casus_id=casus_id):
        assert "Zij zegt [b]nee[/b]" in plat(app)


async def test_with_one_version_there_is_nothing_to_choose(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    schrijf(sessie, casus_id, "Lina ging naar school.")
    async with open_app(app, "planversies", casus_id=casus_id) as pilot:
        await pilot.press("e", "v", "h")
        assert "Wat er nu staat" in plat(app)
        assert "Lina ging naar school." in plat(app)


async def test_from_the_plan_it_holds_what_was_typed_just_now(app: KernteamApp, drie_keer: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=drie_keer) as pilot:
        await pilot.press("v")
        await wacht(pilot)
        assert "[+ drie]" in plat(app)


def test_reading_it_stands_in_the_log_once(sessie: Sessie, drie_keer: str) -> None:
    open_planverschil(sessie, drie_keer)
    get_planverschil(sessie, drie_keer, tot=2)
    regels = [r for r in get_logboek(sessie, drie_keer).regels if r.wat == "gezinsplan: versies"]
    assert [regel.soort for regel in regels] == [LogSoort.GEOPEND]


def test_a_version_that_is_not_there_is_said(sessie: Sessie, drie_keer: str, casus_id: str) -> None:
    with pytest.raises(NietGevonden, match="versie"):
        get_planverschil(sessie, drie_keer, tot=9)
    beeld = get_planverschil(sessie, casus_id)
    assert [versie.nummer for versie in beeld.versies] == [IN_BEWERKING, 2, 1]


def test_without_a_plan_the_next_step_is_said(sessie: Sessie, casus_id: str) -> None:
    with pytest.raises(NietGevonden, match="nog geen gezinsplan"):
        get_planverschil(sessie, casus_id)
