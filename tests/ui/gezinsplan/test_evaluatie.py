"""Looking back together: by keys, goal by goal, then the next version."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from textual.pilot import Pilot

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.gezinsplancodes import Doeluitkomst
from kernteam_tui.screens.dialogen import Bevestiging
from kernteam_tui.screens.gezinsplan.evaluatie import PlanevaluatieScreen
from kernteam_tui.screens.gezinsplan.scherm import GezinsplanScreen
from kernteam_tui.services.concepten import load_concept
from kernteam_tui.services.gezinsplan import get_plan, set_evaluatie
from kernteam_tui.services.planbeeld import PlanBeeld
from kernteam_tui.services.plandoelen import ActieGegevens, DoelGegevens, save_actie, save_doel
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.lijst import Lijst
from tests.ui.gezinsplan.handgrepen import zet
from tests.ui.hulpmiddel import MAANDAG, ontgrendel, open_app, tekst_van, wacht, wacht_op

HOE = "Vier streepjes"


@pytest.fixture
def plan(sessie: Sessie, casus_id: str) -> PlanBeeld:
    """Two goals, and an evaluation that was due last week."""
    save_doel(sessie, casus_id, None, DoelGegevens("Naar school [/]x", "Lina", 4, 7, HOE))
    save_doel(sessie, casus_id, None, DoelGegevens("Minder ruzie", "Fatma Kaya", 5, 8))
    return set_evaluatie(sessie, casus_id, date(2026, 11, 18), "")


def plat(app: KernteamApp) -> str:
    return " ".join(tekst_van(app).split())


def vul(app: KernteamApp, plan: PlanBeeld, **waarden: str) -> None:
    """Fields of the first goal by their beginning, and those of the whole."""
    eerste = plan.doelen[0].id
    per_doel = {"cijfer", "werd", "tekst", "van"}
    zet(app, **{f"{k}-{eerste}" if k in per_doel else k: v for k, v in waarden.items()})


async def test_from_the_plan_to_an_evaluation_and_the_next_version(
    app: KernteamApp, casus_id: str, plan: PlanBeeld
) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id) as pilot:
        await pilot.press("e")
        await wacht(pilot)
        assert isinstance(app.screen, PlanevaluatieScreen)
        assert "1 Naar school [/]x" in plat(app)
        assert f"cijfer 4 → wens 7 · het lukt als: {HOE}" in plat(app)
        await pilot.press("6", "tab", "right", "right")  # the mark; then: deels
        vul(app, plan, tekst="De wekker hielp.", uitkomst="Door zo.", opnieuw="11-1-2027")
        await pilot.press("ctrl+s")
        await wacht_op(pilot, lambda: isinstance(app.screen, Bevestiging))
        assert "Stel je nu versie 1 vast?" in plat(app)
        await pilot.press("tab", "enter")
        await wacht_op(pilot, lambda: isinstance(app.screen, GezinsplanScreen))
        await wacht(pilot)
        na = get_plan(app.sessie, casus_id)
        [meting] = na.doelen[0].metingen
        assert (meting.op, meting.cijfer, meting.uitkomst) == (MAANDAG, 6, Doeluitkomst.DEELS)
        assert (meting.van, meting.tekst) == ("Lina", "De wekker hielp.")
        assert (na.evaluatie_op, na.evaluatie_uitkomst, na.versie) == (date(2027, 1, 11), "Door zo.", 1)
        assert na.doelen[1].metingen == plan.doelen[1].metingen, "what was skipped stays as it was"
        assert load_concept(app.sessie, f"planevaluatie:{casus_id}") is None


async def test_not_yet_a_version_and_ctrl_z_takes_the_evaluation_back(
    app: KernteamApp, casus_id: str, plan: PlanBeeld
) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id) as pilot:
        await pilot.press("e")
        await wacht(pilot)
        vul(app, plan, werd="bereikt")
        await pilot.press("ctrl+s")
        await wacht_op(pilot, lambda: isinstance(app.screen, Bevestiging))
        await pilot.press("escape")
        await wacht_op(pilot, lambda: isinstance(app.screen, GezinsplanScreen))
        await wacht(pilot)
        assert [doel.actief for doel in get_plan(app.sessie, casus_id).doelen] == [False, True]
        await pilot.press("ctrl+z")
        await wacht(pilot)
        na = get_plan(app.sessie, casus_id)
        assert (na.doelen, na.evaluatie_op, na.versie) == (plan.doelen, plan.evaluatie_op, 0)


async def test_half_way_it_survives_locking(app: KernteamApp, casus_id: str, plan: PlanBeeld) -> None:
    async with open_app(app, "planevaluatie", casus_id=casus_id) as pilot:
        vul(app, plan, cijfer="6", werd="niet", tekst="Het was te vroeg.", uitkomst="Wij proberen")
        await pilot.press("ctrl+l")
        await wacht(pilot)
        await ontgrendel(pilot)
        await wacht(pilot)
        assert isinstance(app.screen, PlanevaluatieScreen)
        eerste = plan.doelen[0].id
        assert [app.screen.waarde[f"{naam}-{eerste}"] for naam in ("cijfer", "werd", "tekst", "van")] == [
            *("6", "niet", "Het was te vroeg.", "Lina")
        ]
        assert "(•) niet" in tekst_van(app)
        assert app.screen.waarde["uitkomst"] == "Wij proberen"


async def test_what_is_missing_is_said_where_it_is_missing(
    app: KernteamApp, casus_id: str, plan: PlanBeeld
) -> None:
    async with open_app(app, "planevaluatie", casus_id=casus_id) as pilot:
        vul(app, plan, cijfer="12", opnieuw="18-11-2026")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Typ een heel cijfer van 0 tot en met 10." in plat(app)
        assert "Kies bij minstens één doel wat het werd." in plat(app)
        assert isinstance(app.screen, PlanevaluatieScreen)
        assert app.screen.ontbrekend()["opnieuw"].startswith("Deze dag ligt niet in de toekomst.")
        assert get_plan(app.sessie, casus_id).doelen == plan.doelen


async def test_without_goals_there_is_still_something_to_write(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "planevaluatie", casus_id=casus_id) as pilot:
        assert "staat nog geen doel" in plat(app)
        zet(app, uitkomst="Het gaat goed.")
        await pilot.press("ctrl+s")
        await wacht_op(pilot, lambda: isinstance(app.screen, Bevestiging))
        assert get_plan(app.sessie, casus_id).evaluatie_uitkomst == "Het gaat goed."


async def test_vandaag_leads_to_the_evaluation_and_to_the_action_itself(
    app: KernteamApp, casus_id: str, sessie: Sessie, plan: PlanBeeld
) -> None:
    save_actie(sessie, casus_id, None, ActieGegevens("gym bespreken", "Lina"))
    save_actie(sessie, casus_id, None, ActieGegevens("mentor bellen", "Lina", date(2026, 11, 13)))
    assert plan.evaluatie_op
    async with open_app(app) as pilot:
        await _open_signaal(app, pilot, "plan evalueren")
        assert isinstance(app.screen, PlanevaluatieScreen)
        await pilot.press("escape")
        await wacht(pilot)
        await _open_signaal(app, pilot, "1 actie is over de datum")
        assert isinstance(app.screen, GezinsplanScreen)
        await pilot.press("space")  # it is the action that is marked
        await wacht(pilot)
        assert [actie.klaar for actie in get_plan(app.sessie, casus_id).acties] == [False, True]
        await pilot.press("escape")
        await wacht(pilot)
        assert "over de datum" not in plat(app)


async def _open_signaal(app: KernteamApp, pilot: Pilot[Any], tekst: str) -> None:
    lijst = app.screen.query_one("#vandaag-doen", Lijst)
    nummer = next(nr for nr, (_, signaal) in enumerate(lijst.items) if signaal.tekst == tekst)
    await pilot.press("home", *["down"] * nummer, "enter")
    await wacht(pilot)
