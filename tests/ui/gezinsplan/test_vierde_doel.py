"""Three goals at once is enough: a fourth asks which one may rest (domain 2.5)."""

from __future__ import annotations

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.services.gezinsplan import get_plan
from kernteam_tui.services.plandoelen import DoelGegevens, save_doel
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.handgrepen import zet
from tests.ui.hulpmiddel import open_app, tekst_van, wacht


@pytest.fixture
def gezin_id(sessie: Sessie, casus_id: str) -> str:
    """A plan with three goals that all go on."""
    for wat in ("Slapen", "Op tijd", "Minder ruzie"):
        plan = save_doel(sessie, casus_id, None, DoelGegevens(wat))
    return plan.gezin_id


def lopend(sessie: Sessie, casus_id: str) -> list[str]:
    return [doel.wat for doel in get_plan(sessie, casus_id).doelen if doel.actief]


@pytest.mark.parametrize(
    ("toetsen", "lopen"),
    [
        (("down", "enter"), ["Slapen", "Minder ruzie", "Voetballen"]),
        (("down", "down", "down", "enter"), ["Slapen", "Op tijd", "Minder ruzie"]),
    ],
)
async def test_a_fourth_goal_asks_which_one_rests(
    app: KernteamApp, casus_id: str, gezin_id: str, toetsen: tuple[str, ...], lopen: list[str]
) -> None:
    async with open_app(app, "doel", casus_id=casus_id, gezin_id=gezin_id) as pilot:
        zet(app, wat="Voetballen")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Welk doel mag even rusten?" in tekst_van(app)
        await pilot.press(*toetsen)
        await wacht(pilot)
        assert lopend(app.sessie, casus_id) == lopen
        assert get_plan(app.sessie, casus_id).doelen[-1].wat == "Voetballen", "nothing typed is lost"
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert lopend(app.sessie, casus_id) == ["Slapen", "Op tijd", "Minder ruzie"]


async def test_without_an_answer_the_form_stays_with_what_was_typed(
    app: KernteamApp, casus_id: str, gezin_id: str
) -> None:
    async with open_app(app, "doel", casus_id=casus_id, gezin_id=gezin_id) as pilot:
        zet(app, wat="Voetballen")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        await pilot.press("escape")
        await wacht(pilot)
        assert "Voetballen" in tekst_van(app)
        assert len(lopend(app.sessie, casus_id)) == 3


async def test_a_goal_that_goes_on_already_is_changed_without_a_question(
    app: KernteamApp, sessie: Sessie, casus_id: str, gezin_id: str
) -> None:
    vierde = save_doel(sessie, casus_id, None, DoelGegevens("Voetballen")).doelen[-1].id
    async with open_app(app, "doel", casus_id=casus_id, gezin_id=gezin_id, item_id=vierde) as pilot:
        zet(app, nu="6")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "rusten" not in tekst_van(app)
        assert get_plan(app.sessie, casus_id).doelen[-1].nu == 6
