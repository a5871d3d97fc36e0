"""Zoeken: from anywhere, as you type, to the place itself and back."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.content import Content

from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, NotitieSoort
from kernteam_tui.screens.vandaag import VandaagScreen
from kernteam_tui.screens.zoeken import WACHT, ZoekenScreen, fragment_regel, treffer_regels
from kernteam_tui.services.gesprekken import Uitkomst, leg_gesprek_vast
from kernteam_tui.services.gezinsplan import lees_plan
from kernteam_tui.services.notities import schrijf_notitie
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.zoeken import Treffer, zoek
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.lijst import Lijst
from tests.conftest import VasteKlok
from tests.ui.gezinnen import doelscherm, geopend, maak_school, meld_aan, plan
from tests.ui.hulpmiddel import (
    MAANDAG,
    maak_app,
    ontgrendel,
    open_app,
    tekst_van,
    wacht,
    wacht_op,
    zet_schermen,
)

DOELEN = ("casus", "notitie", "gezinsplan")


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    sessie = Sessie(store, klok)
    maak_school(sessie)
    return sessie


@pytest.fixture
def sami(sessie: Sessie) -> str:
    """A casus with a note, a talk and a plan in which oma, tante, opa and buurvrouw occur once."""
    casus = meld_aan(sessie, "Sami", woorden="De buurvrouw maakt zich zorgen.")
    schrijf_notitie(sessie, casus, NotitieSoort.HUISBEZOEK, "Slaapt beter. Oma belt elke ochtend.")
    gesprek = plan(sessie, casus, GesprekSoort.OVERLEG, MAANDAG - timedelta(days=3), 9)
    leg_gesprek_vast(sessie, gesprek, 1, Uitkomst(GesprekStaat.GEHOUDEN, verslag="Tante gaat mee."))
    lees_plan(
        sessie,
        casus,
        {
            "onderdelen": {"wat_gaat_goed": {"woorden": [{"van": "Sami", "tekst": "Opa helpt mij."}]}},
            "acties": [{"wat": "fiets repareren", "wie": "moeder"}],
        },
    )
    return casus


@pytest.fixture(autouse=True)
def schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(
        monkeypatch,
        {"vandaag": VandaagScreen, "zoeken": ZoekenScreen, **{naam: doelscherm(naam) for naam in DOELEN}},
    )


async def zoek_op(pilot: Any, woorden: str) -> None:
    pilot.app.screen.query_one("#zoeken-woorden", Invoer).value = woorden
    await pilot.pause(WACHT + 0.05)
    await wacht(pilot)


def lijst(app: Any) -> Lijst[Treffer]:
    gevonden: Lijst[Treffer] = app.screen.query_one("#zoeken-treffers", Lijst)
    return gevonden


async def test_slash_opens_the_search_and_escape_brings_back(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        await pilot.press("slash")
        await wacht(pilot)
        assert "Typ minstens twee letters." in tekst_van(app)
        await pilot.press("escape")
        await wacht(pilot)
        assert isinstance(app.screen, VandaagScreen)


@pytest.mark.usefixtures("sami")
async def test_hits_appear_while_typing_from_two_letters_on(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "zoeken") as pilot:
        await zoek_op(pilot, "o")
        assert "Typ minstens twee letters." in tekst_van(app)
        await pilot.press("m")
        await wacht_op(pilot, lambda: "1 plaats gevonden" in tekst_van(app))
        scherm = tekst_van(app)
    assert "2026-001  Sami Y.       23 nov       notitie  ·  huisbezoek" in scherm
    assert "Slaapt beter. Oma belt elke ochtend." in scherm


@pytest.mark.parametrize(
    ("woorden", "scherm", "verwacht"),
    [
        ("buurvrouw", "casus", {"casus_id"}),
        ("tante", "casus", {"casus_id", "tab"}),
        ("oma", "notitie", {"notitie_id"}),
        ("opa", "gezinsplan", {"casus_id", "onderdeel"}),
        ("fiets", "gezinsplan", {"casus_id", "onderdeel"}),
    ],
)
async def test_enter_opens_the_place_and_escape_comes_back_to_the_hits(
    tmp_path: Path, sessie: Sessie, sami: str, woorden: str, scherm: str, verwacht: set[str]
) -> None:
    [treffer] = zoek(sessie, woorden)
    waarden = {
        "casus_id": sami,
        "notitie_id": treffer.bron_id,
        "tab": "gesprekken",
        "onderdeel": {"opa": "wat_gaat_goed", "fiets": "wie_doet_wat"}.get(woorden),
    }
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "zoeken") as pilot:
        await zoek_op(pilot, woorden)
        await pilot.press("enter")
        await wacht(pilot)
        assert geopend(app) == (scherm, {naam: waarden[naam] for naam in verwacht})
        await pilot.press("escape")
        await wacht(pilot)
        assert isinstance(app.screen, ZoekenScreen)
        assert "1 plaats gevonden" in tekst_van(app)


async def test_a_hit_in_the_plan_names_the_section(tmp_path: Path, sessie: Sessie, sami: str) -> None:
    del sami
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "zoeken") as pilot:
        await zoek_op(pilot, "fiets")
        assert "gezinsplan  ·  Wie doet wat, wanneer" in tekst_van(app)


async def test_up_and_down_walk_through_the_hits_while_the_cursor_stays(
    tmp_path: Path, sessie: Sessie
) -> None:
    for naam in ("Sami", "Lina"):
        schrijf_notitie(sessie, meld_aan(sessie, naam), NotitieSoort.TELEFOON, f"oma van {naam} belde")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "zoeken") as pilot:
        await zoek_op(pilot, "oma")
        eerste = lijst(app).sleutel
        await pilot.press("down")
        tweede = lijst(app).sleutel
        assert tweede != eerste
        assert app.focused is app.screen.query_one("#zoeken-woorden")
        assert "› " in tekst_van(app)
        await pilot.press("enter")
        await wacht(pilot)
        assert f"notitie {geopend(app)[1]['notitie_id']}" == tweede


async def test_other_words_begin_at_the_top_again(tmp_path: Path, sessie: Sessie) -> None:
    casus = meld_aan(sessie, "Sami")
    for tekst in ("oma belde", "omgeving van opa", "oma en opa"):
        schrijf_notitie(sessie, casus, NotitieSoort.TELEFOON, tekst)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "zoeken") as pilot:
        await zoek_op(pilot, "om")
        await pilot.press("end", "down", "down")
        assert lijst(app).gemarkeerd == 2
        await zoek_op(pilot, "oma")
        assert lijst(app).gemarkeerd == 0


@pytest.mark.parametrize("woorden", ["bestaatniet", "[/]x", '""', "NEAR(", "zz" * 200])
async def test_nothing_found_says_what_to_try(tmp_path: Path, sessie: Sessie, woorden: str) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "zoeken") as pilot:
        await zoek_op(pilot, woorden)
        assert "Niets gevonden met" in tekst_van(app)
        assert "Probeer het begin van een woord" in tekst_van(app)
        await pilot.press("enter", "down", "up")
        await wacht(pilot)
        assert isinstance(app.screen, ZoekenScreen)


async def test_what_was_found_is_shown_as_it_is(tmp_path: Path, sessie: Sessie) -> None:
    casus = meld_aan(sessie, "[/]x", achternaam="[b]dik[/b]")
    schrijf_notitie(sessie, casus, NotitieSoort.TELEFOON, "moeder zei [red]niets[/red] [/]")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "zoeken") as pilot:
        await zoek_op(pilot, "niets")
        assert "moeder zei [red]niets[/red] [/]" in tekst_van(app)


@pytest.mark.usefixtures("sami")
async def test_words_and_hits_are_there_again_after_locking(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    app.toegang.maak = lambda: Sessie(sessie.store, sessie.klok)  # type: ignore[attr-defined]  # NepToegang
    sluiten = sessie.store.close
    sessie.store.close = lambda: None  # type: ignore[method-assign]  # locking must not end the test's store
    async with open_app(app, "zoeken") as pilot:
        await zoek_op(pilot, "oma")
        app.vergrendel()
        await wacht(pilot)
        assert "Oma" not in tekst_van(app)
        await ontgrendel(pilot)
        assert "1 plaats gevonden" in tekst_van(app)
        assert app.screen.query_one("#zoeken-woorden", Invoer).value == "oma"
    sessie.store.close = sluiten  # type: ignore[method-assign]  # as above


# --- lines, without a screen ------------------------------------------------------------------


def treffer(fragment: str, *markeringen: tuple[int, int], soort: str = "notitie") -> Treffer:
    return Treffer(
        "c-1", "2026-001", "Sami Y.", soort, "b-1", date(2025, 11, 9), "titel", fragment, markeringen, ""
    )


def benadrukt(regel: Content) -> list[str]:
    return [regel.plain[s.start : s.end] for s in regel.spans if "underline" in str(s.style)]


def test_what_was_found_stands_out_without_colour() -> None:
    regel = fragment_regel(treffer("oma en opa bellen", (0, 3), (7, 10)), 60)
    assert regel.plain == "oma en opa bellen"
    assert benadrukt(regel) == ["oma", "opa"]


def test_what_was_found_far_to_the_right_is_still_in_sight() -> None:
    fragment = "woord " * 20 + "oma belt"
    regel = fragment_regel(treffer(fragment, (120, 123)), 60)
    assert benadrukt(regel) == ["oma"]
    assert regel.plain.startswith("…")
    assert regel.plain.index("oma") < 60 - 3


def test_a_hit_of_another_year_says_so() -> None:
    boven, _, leeg = treffer_regels(treffer("tekst"), 60, MAANDAG)
    assert boven.plain == "2026-001  Sami Y.       9 nov 2025   notitie  ·  titel"
    assert not leeg


def test_a_case_is_not_named_twice() -> None:
    boven, *_ = treffer_regels(treffer("tekst", soort="casus"), 60, MAANDAG)
    assert boven.plain.endswith("casus")
