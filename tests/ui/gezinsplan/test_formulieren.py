"""Goals, actions and the evaluation: their forms, ticking off and taking away."""

from __future__ import annotations

from datetime import date

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.gezinscodes import Netwerkgroep
from kernteam_tui.screens.gezinsplan.formulieren import ActieScreen, DoelScreen
from kernteam_tui.screens.gezinsplan.scherm import GezinsplanScreen
from kernteam_tui.services.concepten import load_concept
from kernteam_tui.services.gezinsplan import get_plan
from kernteam_tui.services.netwerk import LidGegevens, save_lid
from kernteam_tui.services.plandoelen import ActieGegevens, DoelGegevens, save_actie, save_doel
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.handgrepen import tot_bewaard, vlak, zet
from tests.ui.hulpmiddel import ontgrendel, open_app, tekst_van, wacht, wacht_op


async def test_a_half_typed_goal_survives_locking_and_ends_up_in_the_plan(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel="wat_willen_wij_bereiken") as pilot:
        app.screen.query_one("#planlijst-regels").focus()
        await pilot.press("enter")
        await wacht(pilot)
        assert isinstance(app.screen, DoelScreen)
        zet(app, wat="Elke dag naar sch")
        await pilot.press("ctrl+l")
        await wacht(pilot)
        await ontgrendel(pilot)
        assert isinstance(app.screen, DoelScreen)
        assert app.screen.waarde["wat"] == "Elke dag naar sch"
        zet(app, wat="Elke dag naar school", van="Lina", nu="5", gewenst="11", hoe="Vijf op een rij")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Typ een heel cijfer van 0 tot en met 10." in tekst_van(app)
        zet(app, gewenst="8")
        await pilot.press("ctrl+s")
        await wacht_op(pilot, lambda: isinstance(app.screen, GezinsplanScreen))
        await wacht(pilot)
        plan = get_plan(app.sessie, casus_id)
        doel = plan.doelen[0]
        assert (doel.wat, doel.van, doel.nu, doel.gewenst, doel.actief) == (
            "Elke dag naar school",
            "Lina",
            5,
            8,
            True,
        )
        assert "1/3 doelen" in tekst_van(app)
        assert load_concept(app.sessie, f"doel:{plan.gezin_id}:nieuw") is None


async def test_an_action_left_with_escape_is_there_again(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel="wie_doet_wat") as pilot:
        app.screen.query_one("#planlijst-regels").focus()
        await pilot.press("enter")
        await wacht(pilot)
        zet(app, wat="Wekker kopen", wanneer="27-11")
        await pilot.press("escape")
        await wacht(pilot)
        assert isinstance(app.screen, GezinsplanScreen)
        await pilot.press("enter")
        await wacht(pilot)
        assert isinstance(app.screen, ActieScreen)
        assert app.screen.waarde["wat"] == "Wekker kopen"
        await pilot.press("ctrl+s")
        await wacht(pilot)
        actie = get_plan(app.sessie, casus_id).acties[0]
        assert (actie.wat, actie.wanneer) == ("Wekker kopen", date(2026, 11, 27))


async def test_the_day_to_look_again_is_set_and_shown(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel="wanneer_kijken_we_opnieuw") as pilot:
        assert "nog geen dag gekozen" in tekst_van(app)
        app.screen.query_one("#planlijst-regels").focus()
        await pilot.press("enter")
        await wacht(pilot)
        zet(app, op="5 jan 2027", uitkomst="Het ging beter")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert get_plan(app.sessie, casus_id).evaluatie_op == date(2027, 1, 5)
        assert "dinsdag 5 januari 2027" in " ".join(tekst_van(app).split())
        assert "13 ✓ Wanneer kijken we opnieuw" in tekst_van(app)


async def test_an_action_goes_away_at_once_and_ctrl_z_brings_it_back(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    save_actie(sessie, casus_id, None, ActieGegevens("gym bespreken"))
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel="wie_doet_wat") as pilot:
        app.screen.query_one("#planlijst-regels").focus()
        was = get_plan(app.sessie, casus_id).acties
        await pilot.press("delete")
        await wacht(pilot)
        assert get_plan(app.sessie, casus_id).acties == ()
        assert "gym bespreken" not in tekst_van(app)
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert get_plan(app.sessie, casus_id).acties == was
        assert "gym bespreken" in tekst_van(app)


async def test_ticking_an_action_off_while_text_is_half_typed_loses_neither(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    save_actie(sessie, casus_id, None, ActieGegevens("gym bespreken", "Lina", date(2026, 11, 27)))
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel="wie_doet_wat") as pilot:
        vlak(app).insert("Ik vraag het zelf")
        app.screen.query_one("#planlijst-regels").focus()
        await pilot.press("space")
        await wacht(pilot)
        vlak(app).insert(" aan haar")
        await tot_bewaard(pilot, app)
        assert isinstance(app.screen, GezinsplanScreen)
        plan = get_plan(app.sessie, casus_id)
        assert plan.acties[0].klaar
        assert plan.onderdeel("wie_doet_wat").woorden[0].tekst.replace(" aan haar", "") == "Ik vraag het zelf"
        assert "[x] gym bespreken" in tekst_van(app)


async def test_what_a_goal_goes_along_with_is_typed_in_the_goal_and_stands_in_the_list(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel="wat_willen_wij_bereiken") as pilot:
        app.screen.query_one("#planlijst-regels").focus()
        await pilot.press("enter")
        await wacht(pilot)
        zet(app, wat="Naar school", opp="alle lessen [/]x", opp_op="3-11-2026", familiedoel="samen eten")
        await pilot.press("ctrl+s")
        await wacht_op(pilot, lambda: isinstance(app.screen, GezinsplanScreen))
        await wacht(pilot)
        [doel] = get_plan(app.sessie, casus_id).doelen
        assert (doel.opp_doel, doel.opp_afgestemd_op) == ("alle lessen [/]x", date(2026, 11, 3))
        beeld = tekst_van(app)
        assert "OPP: alle lessen [/]x" in beeld
        assert "familiegroepsplan: samen eten" in beeld
        await pilot.press("enter")
        await wacht(pilot)
        assert isinstance(app.screen, DoelScreen)
        assert app.screen.waarde["opp_op"] == "03-11-2026"


async def test_who_does_something_is_chosen_from_family_network_and_kernteam(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    save_lid(sessie, casus_id, None, LidGegevens(Netwerkgroep.FAMILIE, "Zehra", "oma"))
    plan = get_plan(sessie, casus_id)
    async with open_app(app, "actie", casus_id=casus_id, gezin_id=plan.gezin_id) as pilot:
        app.screen.query_one("#wie-invoer").focus()
        await pilot.press("down")
        await wacht(pilot)
        assert "Zehra" in tekst_van(app)
        await pilot.press("end", "enter")
        await wacht(pilot)
        assert isinstance(app.screen, ActieScreen)
        assert app.screen.waarde["wie"] == "Zehra"


async def test_with_goals_the_outcome_comes_from_looking_back_and_here_only_the_day(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    plan = save_doel(sessie, casus_id, None, DoelGegevens("Naar school"))
    async with open_app(app, "evaluatie", casus_id=casus_id, gezin_id=plan.gezin_id) as pilot:
        assert "Wat kwam er de vorige keer uit?" not in tekst_van(app)
        zet(app, op="5 jan 2027")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert get_plan(app.sessie, casus_id).evaluatie_op == date(2027, 1, 5)
