"""Plain language while the toelichting is written: a quiet line, and ctrl+t with what to do."""

from __future__ import annotations

from typing import Any

import pytest
from textual.widgets import OptionList

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.taalhulp.bevinding import Taalbeeld
from kernteam_tui.screens.gezinsplan import taal
from kernteam_tui.screens.gezinsplan.scherm import GezinsplanScreen
from kernteam_tui.screens.gezinsplan.taaldialoog import Taaldialoog
from kernteam_tui.services.gezinsplan import save_onderdeel
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.taalhulp import bekijk_tekst
from tests.ui.gezinsplan.handgrepen import GOED, bewaard, tot_bewaard, vlak
from tests.ui.hulpmiddel import open_app, tekst_van, wacht, wacht_op

TEKST = "Lina slaapt goed. Derhalve belt oma. Wat is de hulpvraag van Lina?"


def regel(app: KernteamApp) -> str:
    """The quiet line as it is read."""
    return str(app.screen.query_one("#taalregel").render())


def lijst(app: KernteamApp) -> OptionList:
    return app.screen.query_one("#taal-lijst", OptionList)


async def test_the_line_says_how_many_and_how_to_look(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (), TEKST)
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await wacht_op(pilot, lambda: "2 moeilijke woorden — ctrl+t bekijken" in regel(app))
        assert "2 moeilijke woorden" in tekst_van(app)


async def test_it_looks_when_typing_has_paused_and_not_at_each_key(
    app: KernteamApp, casus_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezien: list[str] = []

    def kijk(sessie: Any, tekst: str) -> Taalbeeld:
        gezien.append(tekst)
        return bekijk_tekst(sessie, tekst)

    monkeypatch.setattr(taal, "bekijk_tekst", kijk)
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await wacht(pilot)
        gezien.clear()
        vlak(app, "toelichting").focus()
        await pilot.press(*"derhalve")
        assert gezien == []
        await wacht_op(pilot, lambda: "1 moeilijk woord" in regel(app))
        assert gezien == ["derhalve"]


async def test_words_of_the_family_are_never_looked_at(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (Citaat("Lina", "nl", TEKST),), f"Lina zegt: „{TEKST}”")
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("ctrl+t")
        await wacht_op(pilot, lambda: isinstance(app.screen, Taaldialoog))
        assert "niets om naar te kijken" in tekst_van(app)
        await pilot.press("escape")
        await wacht(pilot)
        assert regel(app) == ""


async def test_enter_goes_to_the_place(app: KernteamApp, casus_id: str, sessie: Sessie) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (), f"Lina slaapt goed.\n{TEKST}")
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("ctrl+t")
        await wacht_op(pilot, lambda: isinstance(app.screen, Taaldialoog))
        assert "Zeg liever: ‘daarom’." in tekst_van(app)
        await pilot.press("down", "enter")
        await wacht(pilot)
        assert isinstance(app.screen, GezinsplanScreen)
        assert app.focused is vlak(app, "toelichting")
        assert vlak(app, "toelichting").selected_text == "hulpvraag"


async def test_of_a_long_sentence_only_the_beginning_is_gone_to(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    lang = (
        "Lina gaat elke dag met haar broer op de fiets naar school en dat gaat de laatste tijd steeds beter"
    )
    save_onderdeel(sessie, casus_id, 0, GOED, (), f"Zij slaapt. {lang}.")
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("ctrl+t")
        await wacht_op(pilot, lambda: isinstance(app.screen, Taaldialoog))
        await pilot.press("enter")
        await wacht(pilot)
        assert vlak(app, "toelichting").cursor_location == (0, 12)
        assert vlak(app, "toelichting").selected_text == ""


async def test_w_swaps_the_word_in_and_ctrl_z_takes_it_back(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (), TEKST)
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("ctrl+t")
        await wacht_op(pilot, lambda: isinstance(app.screen, Taaldialoog))
        await pilot.press("w")
        await wacht_op(pilot, lambda: isinstance(app.screen, Taaldialoog) and "één plek" in tekst_van(app))
        await pilot.press("w")
        await wacht_op(pilot, lambda: "niets om naar te kijken" in tekst_van(app))
        await pilot.press("escape")
        await wacht(pilot)
        nieuw = "Lina slaapt goed. Daarom belt oma. Wat is de vraag om hulp van Lina?"
        assert vlak(app, "toelichting").text == nieuw
        assert app.focused is vlak(app, "toelichting")
        await tot_bewaard(pilot, app)
        assert bewaard(app, casus_id).toelichting == nieuw
        await pilot.press("ctrl+z")
        assert (
            vlak(app, "toelichting").text
            == "Lina slaapt goed. Daarom belt oma. Wat is de hulpvraag van Lina?"
        )
        await pilot.press("ctrl+z")
        assert vlak(app, "toelichting").text == TEKST


async def test_w_on_what_no_word_can_mend_says_so(app: KernteamApp, casus_id: str, sessie: Sessie) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (), "Wij consulteren de arts.")
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("ctrl+t")
        await wacht_op(pilot, lambda: isinstance(app.screen, Taaldialoog))
        await pilot.press("w")
        await wacht(pilot)
        assert isinstance(app.screen, Taaldialoog)
        assert "verandert de hele zin mee" in " ".join(tekst_van(app).split())
        assert lijst(app).option_count == 1


async def test_another_section_has_its_own_line(app: KernteamApp, casus_id: str, sessie: Sessie) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (), TEKST)
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await wacht_op(pilot, lambda: "2 moeilijke woorden" in regel(app))
        await pilot.press("ctrl+down")
        await wacht_op(pilot, lambda: regel(app) == "")
        await pilot.press("ctrl+up")
        await wacht_op(pilot, lambda: "2 moeilijke woorden" in regel(app))


async def test_names_in_the_sentences_hide_with_f9(app: KernteamApp, casus_id: str, sessie: Sessie) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (), TEKST)
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("ctrl+t")
        await wacht_op(pilot, lambda: isinstance(app.screen, Taaldialoog))
        assert "Lina" in tekst_van(app)
        await pilot.press("f9")
        await wacht(pilot)
        assert "Lina" not in tekst_van(app)


async def test_markup_in_the_text_is_text(app: KernteamApp, casus_id: str, sessie: Sessie) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (), "[bold]Derhalve[/] belt [/]oma [red]nu.")
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("ctrl+t")
        await wacht_op(pilot, lambda: isinstance(app.screen, Taaldialoog))
        assert "[bold]Derhalve[/] belt [/]oma [red]nu." in tekst_van(app)


async def test_hundreds_of_places_still_open_at_once(app: KernteamApp, casus_id: str, sessie: Sessie) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (), "Derhalve belt oma. " * 300)
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("ctrl+t")
        await wacht_op(pilot, lambda: isinstance(app.screen, Taaldialoog))
        assert lijst(app).option_count == 100
        assert "er zijn er nog 20" in " ".join(tekst_van(app).split())


@pytest.mark.parametrize(
    "ervoor", ["Lina slaapt.\r\n", "Lina 🙂 slaapt.\n\n", "Ça va, İzmir?\u2028", "\t- é\n"]
)
async def test_the_word_that_is_swapped_is_the_word_that_was_seen(
    app: KernteamApp, casus_id: str, sessie: Sessie, ervoor: str
) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (), f"{ervoor}Zij gaat derhalve mee.")
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        eerst = vlak(app, "toelichting").text
        await pilot.press("ctrl+t")
        await wacht_op(pilot, lambda: isinstance(app.screen, Taaldialoog))
        await pilot.press("w")
        await wacht_op(pilot, lambda: "niets om naar te kijken" in tekst_van(app))
        await pilot.press("escape")
        await wacht(pilot)
        assert vlak(app, "toelichting").text == eerst.replace("derhalve", "daarom")
