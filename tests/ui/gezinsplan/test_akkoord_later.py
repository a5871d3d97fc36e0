"""The plan changed after Fatma agreed: it is seen, read, and asked again; by keyboard alone."""

from __future__ import annotations

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.screens.gezinsplan.akkoord import PlanakkoordScreen
from kernteam_tui.screens.gezinsplan.versies import PlanversiesScreen
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel, stel_plan_vast
from kernteam_tui.services.planakkoord import AkkoordGegevens, bewaar_akkoord
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.handgrepen import GOED
from tests.ui.gezinsplan.test_akkoord_scherm import regel
from tests.ui.hulpmiddel import MAANDAG, ontgrendel, open_app, tekst_van, wacht

ZIN = "Na wat Fatma Kaya zei, is het plan veranderd. Vraag het nog eens."


def schrijf(sessie: Sessie, casus_id: str, tekst: str) -> None:
    save_onderdeel(sessie, casus_id, get_plan(sessie, casus_id).revision, GOED, (), tekst)


@pytest.fixture
def veranderd(sessie: Sessie, casus_id: str) -> str:
    """Lina said something of the plan as it is, Fatma of what was there before."""
    schrijf(sessie, casus_id, "Oma belt elke dag.")
    fatma = regel(sessie, casus_id, "Fatma").persoon_id
    bewaar_akkoord(sessie, casus_id, 1, AkkoordGegevens(Standpunt.EENS, MAANDAG, fatma))
    schrijf(sessie, casus_id, "Oma belt soms.")
    lina = regel(sessie, casus_id, "Lina").persoon_id
    bewaar_akkoord(sessie, casus_id, 1, AkkoordGegevens(Standpunt.EENS, MAANDAG, lina))
    return casus_id


def plat(app: KernteamApp) -> str:
    return " ".join(tekst_van(app).split())


@pytest.mark.parametrize("maat", [(80, 24), (120, 40)])
async def test_it_is_seen_read_and_asked_again_and_ctrl_z_takes_that_back(
    app: KernteamApp, sessie: Sessie, veranderd: str, maat: tuple[int, int]
) -> None:
    async with open_app(app, "planakkoord", size=maat, casus_id=veranderd) as pilot:
        assert ZIN in plat(app)
        assert "✓ eens" in tekst_van(app), "Lina read it as it is"
        assert "veranderd Wat gaat goed" not in plat(app), "the mark stands on her"
        assert "nog steeds" not in plat(app)
        await pilot.press("s", "v")
        await wacht(pilot)
        assert isinstance(app.screen, PlanakkoordScreen), "nothing to confirm and nothing to read of Lina"
        assert "Sinds Lina Kaya [/]x dit zei, veranderde er niets aan het plan." in plat(app)
        await pilot.press("down")
        await wacht(pilot)
        assert "! eens" in tekst_van(app)
        assert "daarna veranderd Wat gaat goed" in plat(app)
        assert "s nog steeds" in plat(app)
        await pilot.press("v")
        await wacht(pilot)
        assert isinstance(app.screen, PlanversiesScreen)
        assert "Van wat Fatma Kaya zag op 23 november 2026 naar wat er nu staat" in plat(app)
        assert "Oma belt [− elke dag][+ soms]." in plat(app)
        await pilot.press("escape")
        await wacht(pilot)
        await pilot.press("s")
        await wacht(pilot)
        assert ZIN not in plat(app)
        assert "vindt het nog steeds zo" in plat(app)
        assert not regel(sessie, veranderd, "Fatma").oudere_tekst
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert ZIN in plat(app)
        assert regel(sessie, veranderd, "Fatma").oudere_tekst


@pytest.mark.parametrize(("naam", "gezegd"), [("Fatma", True), ("Lina", False)])
async def test_the_form_says_what_a_new_answer_is_about(
    app: KernteamApp, sessie: Sessie, veranderd: str, naam: str, gezegd: bool
) -> None:
    sleutel = regel(sessie, veranderd, naam).sleutel
    async with open_app(app, "akkoord", casus_id=veranderd, versie=1, sleutel=sleutel) as pilot:
        await wacht(pilot)
        assert ("Nadat dit gezegd is, veranderde het plan." in plat(app)) is gezegd


async def test_before_fixing_the_worker_reads_whom_to_ask_again(
    app: KernteamApp, sessie: Sessie, veranderd: str
) -> None:
    async with open_app(app, "gezinsplan", casus_id=veranderd) as pilot:
        await pilot.press("f8")
        await wacht(pilot)
        assert "Versie 1 vaststellen?" in plat(app)
        assert "Na wat Fatma Kaya zei, is het plan veranderd. Vraag het nog eens." in plat(app)
        await pilot.press("left", "enter")
        await wacht(pilot)
    assert get_plan(sessie, veranderd).onderdeel(GOED).toelichting == "Oma belt soms."


async def test_what_she_saw_can_be_chosen_to_compare_with_and_left_again(
    app: KernteamApp, sessie: Sessie, veranderd: str
) -> None:
    stel_plan_vast(sessie, veranderd)
    schrijf(sessie, veranderd, "Oma belt nooit.")
    async with open_app(app, "planversies", casus_id=veranderd, tot=1) as pilot:
        assert "Versie 1 (23 november 2026)" in plat(app)
        assert "eens, op 23 november 2026; daarna is de tekst nog veranderd" in plat(app)
        await pilot.press("v")
        await wacht(pilot)
        assert "wat Fatma Kaya zag op 23 november 2026" in plat(app)
        assert "wat Lina Kaya zag" not in plat(app)
        await pilot.press("enter")
        await wacht(pilot)
        assert "Van wat Fatma Kaya zag op 23 november 2026 naar versie 1 (23 november 2026)" in plat(app)
        await pilot.press("ctrl+l")
        await wacht(pilot)
        assert "Fatma" not in plat(app)
        await ontgrendel(pilot)
        await wacht(pilot)
        assert "Van wat Fatma Kaya zag" in plat(app), "the place comes back after the lock"
        await pilot.press("l")
        await wacht(pilot)
        assert "Van versie 1 (23 november 2026) naar wat er nu staat" in plat(app)


async def test_an_old_version_only_tells_it(app: KernteamApp, sessie: Sessie, veranderd: str) -> None:
    stel_plan_vast(sessie, veranderd)
    schrijf(sessie, veranderd, "Oma belt nooit.")
    stel_plan_vast(sessie, veranderd)
    async with open_app(app, "planakkoord", casus_id=veranderd, versie=1) as pilot:
        assert "is deze versie nog veranderd voordat die vaststond" in plat(app)
        assert "daarna veranderd Wat gaat goed" in plat(app), "the mark stands on Fatma, who spoke first"
        assert "nog steeds" not in plat(app)
        await pilot.press("s")
        await wacht(pilot)
        assert regel(sessie, veranderd, "Fatma").oudere_tekst
        await pilot.press("v")
        await wacht(pilot)
        assert "naar versie 1" in plat(app)
