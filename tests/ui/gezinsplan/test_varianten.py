"""Whose plan it is: the family's, the jongere's, or that of parents who live apart."""

from __future__ import annotations

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.services.gezinsplan import get_plan, kies_variant, save_onderdeel
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.handgrepen import GOED, tot_bewaard
from tests.ui.hulpmiddel import open_app, tekst_van, wacht


def plat(app: KernteamApp) -> str:
    return " ".join(tekst_van(app).split())


async def test_the_plan_of_a_jongere_speaks_to_him_and_keeps_what_was_written(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (), "Rust in de ochtend.")
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        assert "Waar zijn jullie trots op?" in plat(app)
        await pilot.press("w")
        await wacht(pilot)
        assert "Van wie is dit plan?" in plat(app)
        await pilot.press("down", "enter")
        await wacht(pilot)
        beeld = plat(app)
        assert "Waar ben je trots op?" in beeld
        assert "Wat wil ik bereiken" in beeld
        assert "Rust in de ochtend." in beeld
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert get_plan(app.sessie, casus_id).variant is PlanVariant.GEZIN


async def test_parents_apart_each_have_room_for_their_own_words(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    kies_variant(sessie, casus_id, PlanVariant.GESCHEIDEN_OUDERS)
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        assert "van Fatma" in plat(app).replace("│ ", "")
        await pilot.press("tab")
        await pilot.press(*"Hij helpt.")
        await tot_bewaard(pilot, app)
    woorden = get_plan(sessie, casus_id).onderdeel(GOED).woorden
    assert [(citaat.van, citaat.tekst) for citaat in woorden] == [("Fatma Kaya", "Hij helpt.")]


def test_a_plan_in_an_older_format_stays_in_it_until_a_variant_is_chosen(
    sessie: Sessie, casus_id: str
) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (), "Rust.")
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        plan = uow.plannen.find(gezin_id=casus.gezin_id)[0]
        plan.formaat = "gezinsplan-2026-1"
        uow.commit()
    assert not get_plan(sessie, casus_id).onderdeel(GOED).hulp
    assert get_plan(sessie, casus_id).onderdeel(GOED).titel == "Wat gaat goed"
    beeld = kies_variant(sessie, casus_id, PlanVariant.JONGERE)
    assert beeld.onderdeel(GOED).hulp
    assert beeld.onderdeel(GOED).toelichting == "Rust."
