"""The page for parents: who may have it, what stands on it, and where the file is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from textual.pilot import Pilot
from textual.widgets import OptionList

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.store import Store, open_store
from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.screens.bladzijde.scherm import BladzijdeScreen
from kernteam_tui.screens.dialogen import Bevestiging, Redendialoog
from kernteam_tui.screens.gezag import GezagScreen
from kernteam_tui.screens.papier.opgeslagen import Opgeslagendialoog
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gezinsplan import get_plan, lees_plan
from kernteam_tui.services.samenvatting import maak_samenvatting
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from tests.conftest import WACHTWOORDZIN
from tests.ui.hulpmiddel import (
    VasteKlok,
    maak_app,
    ontgrendel,
    open_app,
    tekst_van,
    wacht,
    wacht_op,
    wacht_tot_het_staat,
)

MOEDER, VADER, STIEF, JONGERE = range(4)


@pytest.fixture
def sessie(store: Store) -> Sessie:
    return Sessie(store, VasteKlok())


def meld_aan(sessie: Sessie, geboren: str = "2012-01-01") -> str:
    save_school(sessie, {"naam": "Voorbeeldcollege", "kernteam": []})
    return register_aanmelding(
        sessie,
        {
            "jongere": {"roepnaam": "Lina", "achternaam": "Kaya", "geboortedatum": geboren},
            "ouders": [
                {"naam": "Fatma Kaya", "gezag": "ja", "woont_bij": True},
                {"naam": "Mehmet [/]x", "gezag": "onbekend", "woont_bij": False},
                {"naam": "Jan Stief", "gezag": "nee", "woont_bij": True},
            ],
            "school": "Voorbeeldcollege",
            "aangemeld": "2026-11-20",
            "redenen": ["thuiszitten"],
        },
    ).casus_id


INHOUD = {
    "onderdelen": {
        "wat_gaat_goed": {
            "woorden": [
                {"van": "Lina", "tekst": "Oma belt me wakker"},
                {"van": "Mehmet", "tekst": "Ze belt me elke zondag"},
            ]
        },
        "veiligheid": {"toelichting": "Besproken op 9-11"},
    }
}


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    casus_id = meld_aan(sessie)
    lees_plan(sessie, casus_id, INHOUD, vaststellen=True)
    return casus_id


@pytest.fixture
def app(tmp_path: Path, kluis_map: Path, sessie: Sessie) -> KernteamApp:
    """An app that opens the real store, also after locking."""
    app = maak_app(tmp_path, sessie)
    toegang: Any = app.toegang
    toegang.maak = lambda: sessie if not toegang.sessies else heropen(kluis_map)
    return app


def heropen(kluis_map: Path) -> Sessie:
    return Sessie(open_store(kluis_map, WACHTWOORDZIN), VasteKlok())


def ouder_id(sessie: Sessie, casus_id: str, nummer: int) -> str:
    return [p.id for p in get_casus(sessie, casus_id).personen if p.gezag is not None][nummer]


async def kies(pilot: Pilot[Any], nummer: int) -> None:
    pilot.app.screen.query_one("#lezers", OptionList).highlighted = nummer
    await pilot.press("enter")
    await wacht(pilot)


async def test_a_parent_with_gezag_reads_it_without_the_words_of_the_other(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app, "bladzijde", casus_id=casus_id, size=(80, 40)) as pilot:
        scherm = tekst_van(app)
        assert "heeft gezag" in scherm
        assert "Mehmet [/]x" in scherm
        assert "gezag niet bekend" in scherm
        assert "ieder krijgt een eigen" in " ".join(scherm.split())
        await kies(pilot, MOEDER)
        scherm = tekst_van(app)
        assert "Voor: Fatma Kaya" in scherm
        assert "Oma belt me wakker" in scherm
        assert "elke zondag" not in scherm
        assert "----" not in scherm
        await pilot.press("i")
        await wacht(pilot)
        assert "Wat gaat goed: wat Mehmet [/]x zei" in tekst_van(app)
        assert "Er staat nog geen doel op." in tekst_van(app)


async def test_unknown_gezag_is_asked_on_the_spot_and_then_the_page_is_there(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app, "bladzijde", casus_id=casus_id) as pilot:
        await kies(pilot, VADER)
        assert isinstance(app.screen, GezagScreen)
        assert "Heeft Mehmet [/]x gezag?" in tekst_van(app)
        app.screen.zet("gezag", "ja")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Vul dit in: hoe weet je dat?" in tekst_van(app)
        app.screen.zet("hoe", "gezagsregister")
        await pilot.press("ctrl+s")
        await wacht_op(pilot, lambda: isinstance(app.screen, BladzijdeScreen))
        await wacht(pilot)
        assert "Voor: Mehmet [/]x" in tekst_van(app)
        vader = get_casus(app.sessie, casus_id).personen[2]
        assert (vader.gezag, vader.gezag_hoe) == (JaNeeOnbekend.JA, "gezagsregister")


async def test_leaving_the_question_of_gezag_leads_back_to_the_readers(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app, "bladzijde", casus_id=casus_id) as pilot:
        await kies(pilot, VADER)
        await pilot.press("escape")
        await wacht(pilot)
        assert isinstance(app.screen, BladzijdeScreen)
        assert "Voor wie is de bladzijde?" in tekst_van(app)
        await kies(pilot, VADER)
        assert isinstance(app.screen, GezagScreen)


async def test_half_an_answer_about_gezag_survives_locking_without_a_second_form(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app, "bladzijde", casus_id=casus_id) as pilot:
        await kies(pilot, VADER)
        form: Any = app.screen
        form.zet("hoe", "in het regis")
        await pilot.press("ctrl+l")
        await wacht(pilot)
        await ontgrendel(pilot)
        assert isinstance(app.screen, GezagScreen)
        assert app.screen.waarde["hoe"] == "in het regis"
        assert sum(isinstance(scherm, GezagScreen) for scherm in app.screen_stack) == 1


async def test_a_parent_without_gezag_gets_it_with_a_reason_that_is_logged(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app, "bladzijde", casus_id=casus_id) as pilot:
        await kies(pilot, STIEF)
        assert isinstance(app.screen, Redendialoog)
        assert "op verzoek" in " ".join(tekst_van(app).split())
        await pilot.press(*"vroeg")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Voor: Jan Stief" in tekst_van(app)
        assert gelogd(app) == [("uitzondering", "vroeg", "ouder")]


async def test_no_reason_no_page(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "bladzijde", casus_id=casus_id) as pilot:
        await kies(pilot, STIEF)
        await pilot.press("escape")
        await wacht(pilot)
        assert "Voor wie is de bladzijde?" in tekst_van(app)
        assert gelogd(app) == []


async def test_from_sixteen_the_jongere_decides(app: KernteamApp, sessie: Sessie) -> None:
    casus_id = meld_aan(sessie, geboren="2010-11-23")
    lees_plan(sessie, casus_id, INHOUD, vaststellen=True)
    async with open_app(app, "bladzijde", casus_id=casus_id) as pilot:
        await kies(pilot, MOEDER)
        assert isinstance(app.screen, Redendialoog)
        assert "De jongere beslist" in tekst_van(app)
        await pilot.press("escape")
        await kies(pilot, JONGERE)
        assert "Voor: Lina Kaya" in tekst_van(app)


def gelogd(app: KernteamApp, soort: str = "uitzondering") -> list[tuple[str, str, str]]:
    with app.sessie.lezen() as conn:
        query = text("SELECT soort, wat, voor FROM logboek WHERE soort = :soort")
        return [tuple(rij) for rij in conn.execute(query, {"soort": soort})]


async def test_the_pdf_and_the_text_are_written_and_the_whole_path_is_shown(
    app: KernteamApp, casus_id: str, kluis_map: Path
) -> None:
    async with open_app(app, "bladzijde", casus_id=casus_id) as pilot:
        await kies(pilot, MOEDER)
        for toets, begin in (("t", b"Ons plan"), ("p", b"%PDF")):
            await pilot.press(toets)
            await wacht_op(pilot, lambda: isinstance(app.screen, Opgeslagendialoog))
            dialoog: Any = app.screen
            bestand = dialoog._bestand
            assert bestand.parent == kluis_map / "uit"
            assert bestand.read_bytes().startswith(begin)
            await wacht_tot_het_staat(pilot, bestand.name)
            assert "buiten de kluis" in tekst_van(app)
            await pilot.press("enter")
            await wacht(pilot)
        assert [wat for _, wat, _ in gelogd(app, "geexporteerd")] == [
            "bladzijde versie 1 (tekst)",
            "bladzijde versie 1 (pdf)",
        ]


def test_two_readers_do_not_overwrite_each_other_and_no_name_is_in_a_file_name(
    sessie: Sessie, casus_id: str
) -> None:
    moeder, stief = (ouder_id(sessie, casus_id, nummer) for nummer in (MOEDER, STIEF))
    voor_moeder = maak_samenvatting(sessie, casus_id, moeder, "tekst").bestand
    voor_stief = maak_samenvatting(sessie, casus_id, stief, "tekst", uitzondering="vroeg erom").bestand
    voor_lina = maak_samenvatting(sessie, casus_id, "jongere", "tekst").bestand
    assert len({voor_moeder, voor_stief, voor_lina}) == 3
    assert "Voor: Fatma Kaya" in voor_moeder.read_text()
    assert "Voor: Jan Stief" in voor_stief.read_text()
    assert maak_samenvatting(sessie, casus_id, moeder, "tekst").bestand == voor_moeder
    lina = get_casus(sessie, casus_id).jongeren[0]
    assert maak_samenvatting(sessie, casus_id, lina, "tekst").bestand == voor_lina
    namen = " ".join(pad.name.lower() for pad in (voor_moeder, voor_stief, voor_lina))
    assert not any(naam in namen for naam in ("fatma", "kaya", "jan", "stief", "lina", "ouder", "moeder"))


async def test_without_a_frozen_plan_freezing_is_offered_and_the_page_follows(
    app: KernteamApp, sessie: Sessie
) -> None:
    casus_id = meld_aan(sessie)
    lees_plan(sessie, casus_id, INHOUD)
    async with open_app(app, "bladzijde", casus_id=casus_id) as pilot:
        assert "nog niet vastgesteld" in " ".join(tekst_van(app).split())
        await kies(pilot, MOEDER)
        assert isinstance(app.screen, Bevestiging)
        await pilot.click("#ja")
        await wacht(pilot)
        assert "Voor: Fatma Kaya" in tekst_van(app)
        assert get_plan(app.sessie, casus_id).versie == 1


async def test_an_empty_plan_says_what_to_do(app: KernteamApp, sessie: Sessie) -> None:
    async with open_app(app, "bladzijde", casus_id=meld_aan(sessie)) as pilot:
        assert "Vul eerst samen iets in" in tekst_van(app)
        await kies(pilot, MOEDER)
        await pilot.click("#ja")
        await wacht(pilot)
        assert "Het gezinsplan is nog leeg." in tekst_van(app)


async def test_after_locking_the_same_page_is_there(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "bladzijde", casus_id=casus_id) as pilot:
        await kies(pilot, MOEDER)
        await pilot.press("ctrl+l")
        await wacht(pilot)
        assert "Fatma" not in tekst_van(app)
        await ontgrendel(pilot)
        await wacht(pilot)
        assert "Voor: Fatma Kaya" in tekst_van(app)
        await pilot.press("escape")
        assert "Voor wie is de bladzijde?" in tekst_van(app)
