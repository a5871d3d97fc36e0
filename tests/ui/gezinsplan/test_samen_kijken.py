"""Samen kijken: only this family's plan, and they can write in it at the table."""

from __future__ import annotations

import re

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.codes import JaNeeOnbekend, PlanVariant
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.screens.gezinsplan.samen import SamenKijkenScreen
from kernteam_tui.screens.gezinsplan.scherm import GezinsplanScreen
from kernteam_tui.services.gezinsplan import get_plan, kies_variant, save_onderdeel
from kernteam_tui.services.ouderszien import set_ouders_zien
from kernteam_tui.services.plandoelen import ActieGegevens, DoelGegevens, save_actie, save_doel
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.gezinnen import meld_aan, ouder
from tests.ui.gezinsplan.handgrepen import GOED, bewaard, tot_bewaard, vlak
from tests.ui.hulpmiddel import ontgrendel, open_app, tekst_van, wacht, wacht_op

DOELEN = "wat_willen_wij_bereiken"


def _zus(sessie: Sessie) -> str:
    """A jongere of 16 with a plan of her own."""
    casus = meld_aan(sessie, "Aniek", "Bos", "2010-02-01", ouder("Els Bos"))
    kies_variant(sessie, casus, PlanVariant.JONGERE)
    return casus


@pytest.fixture
def met_geheim(sessie: Sessie, casus_id: str) -> str:
    """A plan of a jongere of 16 who keeps one section from the parents."""
    assert casus_id
    casus = _zus(sessie)
    save_onderdeel(
        sessie, casus, get_plan(sessie, casus).revision, GOED, (Citaat("Aniek", "nl", "Ik zing"),), ""
    )
    set_ouders_zien(sessie, casus, GOED, JaNeeOnbekend.NEE)
    return casus


async def test_k_shows_the_open_section_and_nothing_of_the_worker(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (Citaat("Lina", "nl", "Oma [/]belt"),), "Er is rust.")
    for nummer in range(4):
        save_doel(sessie, casus_id, None, DoelGegevens(f"doel {nummer}", nu=4, actief=nummer < 2))
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        assert "F7 controle" in tekst_van(app)
        await pilot.press("k")
        await wacht(pilot)
        assert isinstance(app.screen, SamenKijkenScreen)
        beeld = tekst_van(app)
        for tekst in (
            "Wat gaat goed",
            "Waar zijn jullie trots op?",
            "‘Oma [/]belt’",
            "— Lina",
            "Er is rust.",
        ):
            assert tekst in beeld
        for tekst in ("2026-001", "controle", "vaststellen", "versie", "caseload", "bladzijde", "ctrl+"):
            assert tekst not in beeld
        for _ in range(6):
            await pilot.press("right")
        await wacht(pilot)
        beeld = tekst_van(app)
        assert "Wat willen wij bereiken" in beeld
        assert "Nu een 4" in beeld
        assert "doel 1" in beeld
        assert "doel 2" not in beeld
        assert "hoe zien we dat" not in beeld


async def test_the_arrows_go_through_the_plan_and_stop_at_its_ends(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "samen_kijken", casus_id=casus_id) as pilot:
        await pilot.press("left")
        assert "1 van 14" in tekst_van(app)
        for _ in range(20):
            await pilot.press("right")
        await wacht(pilot)
        assert "14 van 14" in tekst_van(app)
        assert "Hier staat nog niets" in tekst_van(app)


async def test_no_letter_leads_away_from_the_table(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "samen_kijken", casus_id=casus_id) as pilot:
        for toets in ("n", "slash", "ctrl+down", "n"):
            await pilot.press(toets)
            await wacht(pilot)
            assert isinstance(app.screen, SamenKijkenScreen), "another family may be half typed there"


async def test_they_write_their_words_there_and_it_is_kept(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("k")
        await wacht(pilot)
        await pilot.press("enter", *"Ik ga", "tab", *"Lina")
        await tot_bewaard(pilot, app)
        assert bewaard(app, casus_id).woorden == (Citaat("Lina", "nl", "Ik ga"),)
        assert "Toelichting" not in tekst_van(app)
        assert "op de bladzijde" not in tekst_van(app)
        await pilot.press("escape")
        await wacht(pilot)
        assert isinstance(app.screen, SamenKijkenScreen)
        assert "‘Ik ga’" in tekst_van(app)
        await pilot.press("escape")
        await wacht(pilot)
        assert isinstance(app.screen, GezinsplanScreen)
        assert vlak(app).text == "Ik ga"


async def test_the_plan_below_goes_on_from_what_they_wrote(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("k")
        await wacht(pilot)
        await pilot.press("enter", *"Ik ga", "escape", "escape")
        await wacht(pilot)
        assert isinstance(app.screen, GezinsplanScreen)
        vlak(app, "toelichting").insert("Mooi.")
        await wacht_op(pilot, lambda: bewaard(app, casus_id).toelichting == "Mooi.")
        assert bewaard(app, casus_id).woorden[0].tekst == "Ik ga"


async def test_locking_while_they_write_keeps_everything(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "samen_kijken", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("enter", *"Half get")
        await pilot.press("ctrl+l")
        await wacht(pilot)
        assert "Half" not in tekst_van(app)
        await ontgrendel(pilot)
        await wacht_op(pilot, lambda: app.focused is not None and app.focused.id == "citaat-0-tekst")
        await pilot.press(*"ypt")
        await wacht_op(pilot, lambda: bewaard(app, casus_id).woorden[0].tekst == "Half getypt")


async def test_what_parents_may_not_see_is_not_there_when_they_look_along(
    app: KernteamApp, met_geheim: str
) -> None:
    async with open_app(app, "samen_kijken", casus_id=met_geheim, onderdeel=GOED) as pilot:
        assert "Wie zit er aan tafel?" in tekst_van(app)
        assert "Ik zing" not in tekst_van(app)
        await pilot.press("enter")
        await wacht(pilot)
        for nummer in range(14):
            assert "Ik zing" not in tekst_van(app), nummer
            assert not re.search(r"van 1[34]", tekst_van(app)), "that something is left out is not told"
            await pilot.press("right")
            await wacht(pilot)


async def test_alone_the_jongere_sees_it_all(app: KernteamApp, met_geheim: str) -> None:
    async with open_app(app, "samen_kijken", casus_id=met_geheim, onderdeel=GOED) as pilot:
        assert "Alleen Aniek" in tekst_van(app)
        await pilot.press("down", "enter")
        await wacht(pilot)
        assert "‘Ik zing’" in tekst_van(app)


async def test_without_an_answer_nothing_is_shown(app: KernteamApp, met_geheim: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=met_geheim, onderdeel="waarom_dit_plan") as pilot:
        await pilot.press("k")
        await wacht(pilot)
        await pilot.press("escape")
        await wacht(pilot)
        assert isinstance(app.screen, GezinsplanScreen)


async def test_the_question_itself_tells_nothing(app: KernteamApp, casus_id: str, sessie: Sessie) -> None:
    """It is asked in the plan of every jongere of 16, also where nothing is kept from the parents."""
    assert casus_id
    async with open_app(app, "samen_kijken", casus_id=_zus(sessie)):
        assert "Wie zit er aan tafel?" in tekst_van(app)


@pytest.fixture
def apart(sessie: Sessie, casus_id: str) -> str:
    """Parents who live apart, with words of each, of the jongere and of who knows whom."""
    assert casus_id
    casus = meld_aan(sessie, "Bram", "Vos", "2013-02-01", ouder("Els Vos"), ouder("Rob Vos", woont_bij=False))
    revision = kies_variant(sessie, casus, PlanVariant.GESCHEIDEN_OUDERS).revision
    woorden = (("Els Vos", "Van Els"), ("rob", "Van Rob"), ("Bram", "Van Bram"), ("", "Van niemand"))
    citaten = tuple(Citaat(van, "nl", tekst) for van, tekst in woorden)
    save_onderdeel(sessie, casus, revision, GOED, citaten, "De toelichting over Els.")
    save_doel(sessie, casus, None, DoelGegevens("Doel van moeder", van="Els"))
    save_doel(sessie, casus, None, DoelGegevens("Doel van Bram", van="Bram"))
    save_actie(sessie, casus, None, ActieGegevens("belt de huisarts", "Els (moeder)"))
    save_actie(sessie, casus, None, ActieGegevens("gaat mee zwemmen", "Rob"))
    return casus


async def test_one_of_two_parents_apart_does_not_see_the_words_of_the_other(
    app: KernteamApp, apart: str
) -> None:
    async with open_app(app, "samen_kijken", casus_id=apart, onderdeel=GOED) as pilot:
        for tekst in ("Alleen Els", "Alleen Rob", "De ouders samen"):
            assert tekst in tekst_van(app)
        await pilot.press("down", "enter")
        await wacht(pilot)
        beeld = tekst_van(app)
        assert "Van Rob" in beeld
        assert "Van Bram" in beeld
        for tekst in ("Van Els", "Van niemand", "toelichting over Els"):
            assert tekst not in beeld
        for _ in range(6):
            await pilot.press("right")
        await wacht(pilot)
        assert "Doel van Bram" in tekst_van(app)
        assert "Doel van moeder" not in tekst_van(app)
        await pilot.press("right")
        await wacht(pilot)
        assert "gaat mee zwemmen" in tekst_van(app)
        assert "huisarts" not in tekst_van(app)


async def test_what_one_parent_writes_leaves_the_words_of_the_other_alone(
    app: KernteamApp, apart: str
) -> None:
    async with open_app(app, "samen_kijken", casus_id=apart, onderdeel=GOED) as pilot:
        await pilot.press("down", "enter")
        await wacht(pilot)
        await pilot.press("enter")
        await wacht(pilot)
        assert "Van Rob" in tekst_van(app)
        assert "Van Els" not in tekst_van(app)
        assert "Van niemand" not in tekst_van(app)
        for _ in range(8):  # Tab never comes in what cannot be seen
            assert app.focused is not None
            staat_er = str(getattr(app.focused, "text", getattr(app.focused, "value", "")))
            assert staat_er not in ("Van Els", "Els Vos", "Van niemand", "De toelichting over Els.")
            await pilot.press("tab")
        vlak(app, "citaat-1-tekst").focus()
        await pilot.press("end", *" en meer")
        await tot_bewaard(pilot, app)
        woorden = bewaard(app, apart).woorden
        assert [c.tekst for c in woorden] == ["Van Els", "Van Rob en meer", "Van Bram", "Van niemand"]
        assert bewaard(app, apart).toelichting == "De toelichting over Els."


async def test_together_parents_see_it_all(app: KernteamApp, apart: str) -> None:
    async with open_app(app, "samen_kijken", casus_id=apart, onderdeel=GOED) as pilot:
        await pilot.press("down", "down", "enter")
        await wacht(pilot)
        for tekst in ("Van Els", "Van Rob", "Van niemand", "toelichting over Els"):
            assert tekst in tekst_van(app)


@pytest.mark.parametrize("antwoord", list(JaNeeOnbekend))
async def test_who_writes_at_the_table_does_not_read_what_was_asked_about_parents(
    app: KernteamApp, casus_id: str, sessie: Sessie, antwoord: JaNeeOnbekend
) -> None:
    assert casus_id
    casus = _zus(sessie)
    set_ouders_zien(sessie, casus, GOED, antwoord)
    async with open_app(app, "samen_kijken", casus_id=casus, onderdeel=GOED) as pilot:
        await pilot.press("down", "enter")
        await wacht(pilot)
        await pilot.press("enter", *"Ik")
        await wacht_op(pilot, lambda: "Mijn woorden" in tekst_van(app))
        await tot_bewaard(pilot, app)
        assert "ouders" not in tekst_van(app)
        assert "(o)" not in tekst_van(app)


async def test_what_is_closed_in_another_window_leaves_the_table(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    assert casus_id
    casus = _zus(sessie)
    revision = get_plan(sessie, casus).revision
    save_onderdeel(sessie, casus, revision, GOED, (Citaat("Aniek", "nl", "Ik zing"),), "")
    async with open_app(app, "samen_kijken", casus_id=casus, onderdeel=GOED) as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        await pilot.press("enter")
        await wacht_op(pilot, lambda: "Mijn woorden" in tekst_van(app))
        assert "Ik zing" in tekst_van(app)
        set_ouders_zien(sessie, casus, GOED, JaNeeOnbekend.NEE)
        await pilot.press(*"Wij ")
        await wacht_op(pilot, lambda: bewaard(app, casus).woorden[0].tekst == "Wij Ik zing")
        await wacht_op(pilot, lambda: "Ik zing" not in tekst_van(app))
        await pilot.press("right", "left", "x")
        await wacht(pilot)
        assert "Ik zing" not in tekst_van(app)
        assert bewaard(app, casus).woorden[0].tekst == "Wij Ik zing"
