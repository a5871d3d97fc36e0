"""Marks in the plan: feit, mening, citaat; a quote on the page and its language; what parents may see."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.codes import JaNeeOnbekend, PlanVariant
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.screens.gezinsplan.dialogen import Botsingdialoog
from kernteam_tui.screens.gezinsplan.schrijver import Inhoud
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.gezinsplan import get_plan, kies_variant, save_onderdeel
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.gezinnen import meld_aan, ouder
from tests.ui.gezinsplan.handgrepen import GOED, bewaard, tot_bewaard, vlak
from tests.ui.hulpmiddel import open_app, tekst_van, wacht, wacht_op

MOEILIJK = "wat_maakt_het_moeilijk"
TEKST = "Zij slaapt beter.\nHet is druk thuis."


def regel(app: KernteamApp) -> str:
    """The quiet line; empty while it takes no place."""
    lijn = app.screen.query_one("#alinearegel")
    return str(lijn.render()) if lijn.display else ""


async def typ_in(pilot: Pilot[Any], app: KernteamApp, plek: tuple[int, int]) -> None:
    vlak(app, "toelichting").focus()
    vlak(app, "toelichting").move_cursor(plek)
    await wacht(pilot)


async def test_a_key_turns_the_mark_of_the_paragraph_under_the_cursor(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (), TEKST)
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await typ_in(pilot, app, (1, 4))
        assert "ctrl+e feit, mening, citaat" in tekst_van(app)
        assert regel(app) == ""
        await pilot.press("ctrl+e")
        assert vlak(app, "toelichting").text == "Zij slaapt beter.\nFeit: Het is druk thuis."
        assert vlak(app, "toelichting").cursor_location == (1, 10)
        assert "Dan verbeter je het" in regel(app)
        await pilot.press("ctrl+e")
        assert "Een ander zet er een bij" in regel(app)
        await tot_bewaard(pilot, app)
        assert bewaard(app, casus_id).toelichting == "Zij slaapt beter.\nMening: Het is druk thuis."
        await pilot.press("ctrl+e", "ctrl+e")
        assert vlak(app, "toelichting").text == TEKST
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert vlak(app, "toelichting").text == "Zij slaapt beter.\nFeit: Het is druk thuis."
        await pilot.press("ctrl+z")
        assert vlak(app, "toelichting").text == TEKST


async def test_the_line_follows_the_cursor_and_goes_with_the_focus(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (), "Gewoon.\nCitaat van Lina: ik ga")
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        assert regel(app) == ""
        await typ_in(pilot, app, (0, 0))
        await pilot.press("down")
        await wacht(pilot)
        assert "met erbij wie het zei" in regel(app)
        vlak(app).focus()
        await wacht(pilot)
        assert regel(app) == ""


async def test_elsewhere_the_key_says_where_it_works(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        vlak(app).focus()
        await pilot.press("ctrl+e")
        await wacht(pilot)
        assert "Zet daar eerst de cursor" in tekst_van(app)
        assert vlak(app).text == ""


# --- quotes -------------------------------------------------------------------------------------


async def test_a_quote_is_kept_off_the_page_and_put_back(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (Citaat("Lina", "nl", "Ik ga"), Citaat("oma", "nl", "Ja")), "")
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        assert tekst_van(app).count("op de bladzijde") == 2
        assert "niet op de bladzijde" not in tekst_van(app)
        vlak(app, "citaat-1-tekst").focus()
        await pilot.press("ctrl+b")
        await tot_bewaard(pilot, app)
        assert "niet op de bladzijde" in tekst_van(app)
        assert [c.op_bladzijde for c in bewaard(app, casus_id).woorden] == [True, False]
        await pilot.press("ctrl+b")
        await wacht_op(pilot, lambda: all(c.op_bladzijde for c in bewaard(app, casus_id).woorden))


async def test_the_mark_shows_only_where_the_section_is_on_the_page(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    save_onderdeel(sessie, casus_id, 0, MOEILIJK, (Citaat("Lina", "nl", "De ochtend"),), "")
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=MOEILIJK) as pilot:
        assert "op de bladzijde" not in tekst_van(app)
        vlak(app).focus()
        await pilot.press("ctrl+b")
        await wacht(pilot)
        assert "een citaat dat op de bladzijde kan" in tekst_van(app)
        assert bewaard(app, casus_id, MOEILIJK).woorden[0].op_bladzijde
        await pilot.press("f18")
        await wacht(pilot)
        assert len(re.findall(r" op de bladzijde$", tekst_van(app), re.MULTILINE)) == 1


async def test_the_language_of_a_quote_is_chosen_and_kept(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (Citaat("Fatma", "nl", "Gurur duyuyorum"),), "Derhalve.")
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        vlak(app).focus()
        await pilot.press("ctrl+t")
        await wacht(pilot)
        assert "In welke taal is dit gezegd?" in tekst_van(app)
        await pilot.press("down", "enter")
        await tot_bewaard(pilot, app)
        assert bewaard(app, casus_id).woorden == (Citaat("Fatma", "am", "Gurur duyuyorum"),)
        assert "gezegd in het Amhaars" in tekst_van(app)
        vlak(app, "toelichting").focus()
        await pilot.press("ctrl+t")
        await wacht(pilot)
        assert "Jouw toelichting: één plek" in tekst_van(app)


def test_languages_of_the_family_stand_first(sessie: Sessie) -> None:
    save_school(sessie, {"naam": "Voorbeeldcollege", "kernteam": []})
    casus_id = register_aanmelding(
        sessie,
        {
            "jongere": {"roepnaam": "Lina", "achternaam": "Kaya"},
            "ouders": [{"naam": "Fatma Kaya", "gezag": "ja", "woont_bij": True, "taal": "Turks"}],
            "school": "Voorbeeldcollege",
            "aangemeld": "2026-11-20",
            "redenen": ["thuiszitten"],
        },
    ).casus_id
    assert get_plan(sessie, casus_id).talen == ("nl", "tr")


def test_who_takes_a_quote_off_the_page_is_heard_when_two_versions_meet() -> None:
    af = Inhoud("x", (Citaat("Lina", "nl", "Ik ga", op_bladzijde=False), Citaat("", "nl", "nieuw")))
    op = Inhoud("x", (Citaat("Lina", "nl", "Ik ga"), Citaat("oma", "tr", "Evet")))
    for eigen, ander in ((af, op), (op, af)):
        samen = eigen.samen_met(ander).woorden
        assert [c.tekst for c in samen if c.van == "Lina"] == ["Ik ga"]
        assert not next(c for c in samen if c.van == "Lina").op_bladzijde
        assert {c.tekst for c in samen} == {"Ik ga", "nieuw", "Evet"}


async def test_a_mark_that_meets_another_version_is_told_apart(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (Citaat("Lina", "nl", "Ik ga"),), "")
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        ander = get_plan(sessie, casus_id)
        save_onderdeel(
            sessie, casus_id, ander.revision, GOED, (Citaat("Lina", "nl", "Ik ga"),), "Van elders."
        )
        vlak(app).focus()
        await pilot.press("ctrl+b")
        await wacht_op(pilot, lambda: isinstance(app.screen, Botsingdialoog))
        assert "(niet op de bladzijde)" in tekst_van(app)
        await pilot.press("enter")
        await tot_bewaard(pilot, app)
        goed = bewaard(app, casus_id)
        assert goed.woorden == (Citaat("Lina", "nl", "Ik ga", op_bladzijde=False),)
        assert goed.toelichting == "Van elders."


# --- what parents may see -----------------------------------------------------------------------


@pytest.fixture
def van_zestien(sessie: Sessie, casus_id: str) -> str:
    """The plan of a jongere of 16."""
    oud = meld_aan(sessie, "Aniek", "Bos", "2010-02-01", ouder("Els Bos"))
    kies_variant(sessie, oud, PlanVariant.JONGERE)
    assert casus_id
    return oud


def antwoord(app: KernteamApp, casus_id: str) -> Callable[[], Any]:
    return lambda: bewaard(app, casus_id).ouders_zien


async def test_a_jongere_says_per_section_what_parents_may_see(app: KernteamApp, van_zestien: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=van_zestien, onderdeel=GOED) as pilot:
        assert "Nog niet gevraagd. (o)" in str(app.screen.query_one("#onderdeel-ouders").render())
        await pilot.press("o")
        await wacht_op(pilot, lambda: antwoord(app, van_zestien)() is JaNeeOnbekend.JA)
        await wacht(pilot)
        assert "mijn ouders: wel zien" in tekst_van(app)
        await pilot.press("o")
        await wacht_op(pilot, lambda: antwoord(app, van_zestien)() is JaNeeOnbekend.NEE)
        await wacht(pilot)
        assert "mijn ouders: niet zien" in tekst_van(app)
        assert "Dit mogen mijn ouders niet zien. (o)" in tekst_van(app)
        assert "Met ctrl+z maak je dat ongedaan" in tekst_van(app)
        await pilot.press("ctrl+z")
        await wacht_op(pilot, lambda: antwoord(app, van_zestien)() is JaNeeOnbekend.JA)
        await wacht(pilot)
        assert "mijn ouders: wel zien" in tekst_van(app)


async def test_it_is_not_asked_below_sixteen_nor_in_the_plan_of_the_family(
    app: KernteamApp, casus_id: str, sessie: Sessie, van_zestien: str
) -> None:
    kies_variant(sessie, casus_id, PlanVariant.JONGERE)
    kies_variant(sessie, van_zestien, PlanVariant.GEZIN)
    for casus in (casus_id, van_zestien):
        assert all(o.ouders_zien is None for o in get_plan(sessie, casus).onderdelen)
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("o")
        await wacht(pilot)
        assert "mijn ouders" not in tekst_van(app)
        assert antwoord(app, casus_id)() is None


async def test_an_answer_does_not_lose_what_is_half_typed(app: KernteamApp, van_zestien: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=van_zestien, onderdeel=GOED) as pilot:
        vlak(app).insert("Ik kan goed tekenen")
        app.screen.query_one("#onderdelen").focus()
        await pilot.press("o")
        await wacht_op(pilot, lambda: antwoord(app, van_zestien)() is JaNeeOnbekend.JA)
        await wacht(pilot)
        assert bewaard(app, van_zestien).woorden[0].tekst == "Ik kan goed tekenen"
        vlak(app).insert(" en ")
        await wacht_op(pilot, lambda: "tekenen en" in bewaard(app, van_zestien).woorden[0].tekst)


# --- a paragraph that is too long ---------------------------------------------------------------


async def test_a_very_long_paragraph_is_offered_a_break_and_nothing_breaks_by_itself(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    lang = "Feit: " + "Lina is vandaag naar school gegaan. " * 150 + "Einde."
    save_onderdeel(sessie, casus_id, 0, GOED, (), f"Kort.\n{lang}")
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await typ_in(pilot, app, (1, 5000))
        assert "ctrl+k knipt hem in tweeën" in regel(app)
        assert bewaard(app, casus_id).toelichting == f"Kort.\n{lang}"
        await pilot.press("ctrl+k")
        await tot_bewaard(pilot, app)
        kort, eerste, tweede = bewaard(app, casus_id).toelichting.split("\n")
        assert kort == "Kort."
        assert f"{eerste} {tweede.removeprefix('Feit: ')}" == lang
        assert tweede.startswith("Feit: Lina")
        assert vlak(app, "toelichting").cursor_location[0] == 2
        await pilot.press("ctrl+z")
        assert vlak(app, "toelichting").text == f"Kort.\n{lang}"


async def test_the_key_cuts_nothing_that_is_not_long(app: KernteamApp, casus_id: str, sessie: Sessie) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (), TEKST)
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await typ_in(pilot, app, (0, 3))
        await pilot.press("ctrl+k")
        await wacht(pilot)
        assert vlak(app, "toelichting").text == TEKST
        assert "knippen hoeft niet" in tekst_van(app)
