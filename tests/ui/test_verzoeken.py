"""From the key to the store and back: noting a request, handling it, and making the copy."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import LogSoort, NotitieSoort
from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.screens.dialogen import Bevestiging
from kernteam_tui.screens.papier.opgeslagen import Opgeslagendialoog
from kernteam_tui.screens.verzoeken.afschrift import AfschriftScreen
from kernteam_tui.screens.verzoeken.formulieren import VerzoekAfhandelenScreen, VerzoekScreen
from kernteam_tui.screens.verzoeken.lijst import VerzoekenScreen
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gezinsplan import lees_plan
from kernteam_tui.services.notities import rond_notitie_af, start_notitie
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vernietiging import vraag_vernietiging
from kernteam_tui.services.verzoeken import VerzoekGegevens, list_verzoeken, noteer_verzoek
from tests.ui.hulpmiddel import VasteKlok, maak_app, open_app, tekst_van, wacht

PLAN = {
    "onderdelen": {
        "wat_gaat_goed": {
            "woorden": [
                {"van": "Fatma", "tekst": "Zij lacht weer"},
                {"van": "Mehmet", "tekst": "Ze belt me elke zondag"},
            ]
        }
    }
}


@pytest.fixture
def sessie(store: Store) -> Sessie:
    return Sessie(store, VasteKlok())


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    save_school(sessie, {"naam": "Voorbeeldcollege", "kernteam": []})
    casus_id = register_aanmelding(
        sessie,
        {
            "jongere": {"roepnaam": "Lina", "achternaam": "Kaya", "geboortedatum": "2012-01-01"},
            "ouders": [
                {"naam": "Fatma Kaya", "gezag": "ja", "woont_bij": True},
                {"naam": "Mehmet [/]x", "gezag": "ja", "woont_bij": False},
            ],
            "school": "Voorbeeldcollege",
            "aangemeld": "2026-09-20",
            "redenen": ["thuiszitten"],
        },
    ).casus_id
    lees_plan(sessie, casus_id, PLAN, vaststellen=True)
    return casus_id


@pytest.fixture
def app(tmp_path: Path, sessie: Sessie) -> KernteamApp:
    return maak_app(tmp_path, sessie)


def id_van(sessie: Sessie, casus_id: str, naam: str) -> str:
    return next(p.id for p in get_casus(sessie, casus_id).personen if p.naam.startswith(naam))


def vraag(
    sessie: Sessie,
    casus_id: str,
    naam: str = "Fatma",
    soort: VerzoekSoort = VerzoekSoort.INZAGE,
    tekst: str = "",
    dagen: int = 3,
) -> str:
    """Somebody asked so many days ago; the id of the request."""
    day = sessie.vandaag() - timedelta(days=dagen)
    gegevens = VerzoekGegevens(soort, day, van_id=id_van(sessie, casus_id, naam), tekst=tekst)
    before = {regel.id for regel in list_verzoeken(sessie, casus_id).regels}
    after = noteer_verzoek(sessie, casus_id, gegevens).regels
    return next(regel.id for regel in after if regel.id not in before)


def schrijf(sessie: Sessie, casus_id: str, tekst: str) -> None:
    note = start_notitie(sessie, casus_id, NotitieSoort.TELEFOON, tekst=tekst).id
    rond_notitie_af(sessie, note)


async def kies(pilot: Pilot[Any], naam: str) -> None:
    """Choose that reader of a copy."""
    scherm = pilot.app.screen
    assert isinstance(scherm, AfschriftScreen)
    names = [lezer.naam for lezer in scherm._lezers]
    place = next(n for n, een in enumerate(names) if een.startswith(naam))
    scherm.query_one("#lezers", OptionList).highlighted = place
    await pilot.press("enter")
    await wacht(pilot)


async def test_from_delen_to_a_request_in_the_store_and_back_with_ctrl_z(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    async with open_app(app, "casus", casus_id=casus_id, tab="delen") as pilot:
        await pilot.press("o")
        await wacht(pilot)
        assert isinstance(app.screen, VerzoekenScreen)
        assert "Nog niets gevraagd" in tekst_van(app)
        await pilot.press("v")
        await wacht(pilot)
        assert isinstance(app.screen, VerzoekScreen)
        app.screen.zet("van", id_van(sessie, casus_id, "Fatma"))
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert isinstance(app.screen, VerzoekenScreen)
        scherm = tekst_van(app)
        assert "inzage of afschrift" in scherm
        assert "Fatma Kaya" in scherm
        assert "open, uiterlijk 23 dec" in scherm
        [row] = list_verzoeken(sessie, casus_id).regels
        assert row.soort is VerzoekSoort.INZAGE
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert not list_verzoeken(sessie, casus_id).regels


async def test_the_same_request_once_more_is_asked_about_first(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    vraag(sessie, casus_id)
    async with open_app(app, "verzoek", casus_id=casus_id) as pilot:
        scherm: Any = app.screen
        for toch in (False, True):
            scherm.zet("van", id_van(sessie, casus_id, "Fatma"))
            await pilot.press("ctrl+s")
            await wacht(pilot)
            assert isinstance(app.screen, Bevestiging)
            assert "open sinds 20 november 2026" in " ".join(tekst_van(app).split())
            await pilot.click("#ja" if toch else "#nee")
            await wacht(pilot)
            assert len(list_verzoeken(sessie, casus_id).regels) == (2 if toch else 1)
            assert isinstance(app.screen, VerzoekScreen) is not toch


async def test_the_form_asks_what_a_kind_needs_and_a_name_of_who_is_no_family(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    async with open_app(app, "verzoek", casus_id=casus_id) as pilot:
        scherm = app.screen
        assert isinstance(scherm, VerzoekScreen)
        assert not scherm.veld("van_naam").display
        scherm.veld("soort").waarde = VerzoekSoort.VERKLARING.value
        scherm.veld("van").waarde = "ander"
        await wacht(pilot)
        assert "Woord voor woord" in tekst_van(app)
        assert "De verklaring" in tekst_van(app)
        assert scherm.veld("van_naam").display
        scherm.zet("van_naam", "tante [b]Ayşe[/b]")
        scherm.zet("tekst", "Ik ken Lina [i]goed[/i].")
        await pilot.press("ctrl+s")
        await wacht(pilot)
    [row] = list_verzoeken(sessie, casus_id).regels
    assert (row.van, row.tekst) == ("tante [b]Ayşe[/b]", "Ik ken Lina [i]goed[/i].")


async def test_what_was_typed_is_there_again(app: KernteamApp, sessie: Sessie, casus_id: str) -> None:
    async with open_app(app, "verzoek", casus_id=casus_id) as pilot:
        assert isinstance(app.screen, VerzoekScreen)
        app.screen.zet("van", id_van(sessie, casus_id, "Mehmet"))
        app.screen.zet("tekst", "halve zin")
        await pilot.press("escape")
        await wacht(pilot)
        app.open("verzoek", casus_id=casus_id)
        await wacht(pilot)
        assert isinstance(app.screen, VerzoekScreen)
        assert app.screen.waarde["tekst"] == "halve zin"
        assert app.screen.waarde["van"] == id_van(sessie, casus_id, "Mehmet")


async def test_handling_in_part_asks_for_a_reason_and_shows_both_days(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    vraag(sessie, casus_id)
    async with open_app(app, "verzoeken", casus_id=casus_id) as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        scherm = app.screen
        assert isinstance(scherm, VerzoekAfhandelenScreen)
        assert not scherm.veld("eigen_kijk").display
        scherm.zet("uitkomst", "deels")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Schrijf op waarom" in tekst_van(app)
        scherm.zet("reden", "woorden van een ander weggelaten")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert isinstance(app.screen, VerzoekenScreen)
        shown = tekst_van(app)
        assert "20 nov" in shown
        assert "gevraagd" in shown
        assert "voor een deel gedaan: woorden van een ander weggelaten" in " ".join(shown.split())


async def test_a_correction_says_that_an_opinion_stays_and_takes_the_own_view(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    vraag(sessie, casus_id, soort=VerzoekSoort.CORRECTIE, tekst="Ik zou streng zijn.")
    async with open_app(app, "verzoeken", casus_id=casus_id) as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        scherm = app.screen
        assert isinstance(scherm, VerzoekAfhandelenScreen)
        assert "een mening niet" in " ".join(tekst_van(app).split())
        scherm.zet("uitkomst", "geweigerd")
        scherm.zet("reden", "dit is een mening")
        scherm.zet("eigen_kijk", "Ik ben duidelijk, niet streng.")
        await pilot.press("ctrl+s")
        await wacht(pilot)
    kinds = {regel.soort for regel in list_verzoeken(sessie, casus_id).regels}
    assert kinds == {VerzoekSoort.CORRECTIE, VerzoekSoort.VERKLARING}


async def test_destroying_stands_among_them_and_opens_its_own_screen(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    vraag_vernietiging(sessie, casus_id, sessie.vandaag())
    async with open_app(app, "verzoeken", casus_id=casus_id) as pilot:
        assert "vernietigen" in tekst_van(app)
        await pilot.press("enter")
        await wacht(pilot)
        assert app.screen.NAAM == "wissen"  # type: ignore[attr-defined]  # a KernteamScreen


async def test_the_first_line_of_a_statement_stands_on_the_casus(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    vraag(
        sessie, casus_id, soort=VerzoekSoort.VERKLARING, tekst="Dit klopt niet [b].\nEn dit staat verderop."
    )
    async with open_app(app, "casus", casus_id=casus_id, tab="overzicht", size=(120, 60)) as pilot:
        await wacht(pilot)
        shown = tekst_van(app)
        assert "Eigen verklaring bij het dossier" in shown
        assert "Dit klopt niet [b]." in shown
        assert "verderop" not in shown


async def test_an_open_request_is_opened_from_the_casus(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    vraag(sessie, casus_id, dagen=30)
    async with open_app(app, "casus", casus_id=casus_id, tab="overzicht", size=(120, 60)) as pilot:
        lijst = app.screen.query_one("#signalen", OptionList)
        rules = [signaal.regel for signaal in get_casus(sessie, casus_id).signalen]
        lijst.highlighted = rules.index("verzoek_open")
        lijst.focus()
        await pilot.press("enter")
        await wacht(pilot)
        assert isinstance(app.screen, VerzoekenScreen)


async def test_who_did_not_ask_gets_no_copy_and_the_way_to_note_it(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "afschrift", casus_id=casus_id) as pilot:
        await kies(pilot, "Fatma")
        assert isinstance(app.screen, Bevestiging)
        zin = " ".join(tekst_van(app).replace("│", " ").split())
        assert zin.count("Noteer") == 1, "the step is said once"
        assert "staat er nog geen verzoek" in zin
        await pilot.press("right", "enter")
        await wacht(pilot)
        assert isinstance(app.screen, VerzoekScreen)


async def test_the_copy_is_read_first_and_what_stays_out_is_gone_through(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    vraag(sessie, casus_id)
    schrijf(sessie, casus_id, "Mehmet haalt haar op van de gym.")
    async with open_app(app, "afschrift", casus_id=casus_id, size=(120, 60)) as pilot:
        await kies(pilot, "Fatma")
        shown = tekst_van(app)
        assert "Zij lacht weer" in shown
        assert "zondag" not in shown
        assert "gym" not in shown
        await pilot.press("w")
        await wacht(pilot)
        assert "Mehmet haalt haar op van de gym." in tekst_van(app), "the worker reads it"
        await pilot.press("space")
        await wacht(pilot)
        assert "[x]" in tekst_van(app)
        await pilot.press("b")
        await wacht(pilot)
        assert "Mehmet haalt haar op van de gym." in tekst_van(app)
        await pilot.press("w", "space")
        await wacht(pilot)
        assert "[x]" not in tekst_van(app)
        await pilot.press("escape", "escape")
        await wacht(pilot)
        assert "Voor wie is het afschrift?" in tekst_van(app)


async def test_what_the_rules_forbid_cannot_be_ticked(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    vraag(sessie, casus_id)
    async with open_app(app, "afschrift", casus_id=casus_id, size=(120, 60)) as pilot:
        await kies(pilot, "Fatma")
        await pilot.press("w", "end", "space")
        await wacht(pilot)
        assert "[x]" not in tekst_van(app)
        assert "Dit mag niet mee" in tekst_van(app)


async def test_saving_tells_where_it_lies_and_stands_in_the_log(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    vraag(sessie, casus_id)
    schrijf(sessie, casus_id, "Mehmet haalt haar op van de gym.")
    async with open_app(app, "afschrift", casus_id=casus_id, size=(100, 40)) as pilot:
        await kies(pilot, "Fatma")
        await pilot.press("w", "space")
        await wacht(pilot)
        await pilot.press("b", "t")
        await wacht(pilot)
        assert isinstance(app.screen, Opgeslagendialoog)
        [file] = (sessie.map / "uit").iterdir()
        assert "gym" in file.read_text("utf-8")
    with sessie.lezen() as conn:
        kinds = [line.soort for line in lees_log(conn, casus_id)][:2]
    assert kinds == [LogSoort.UITZONDERING, LogSoort.GEEXPORTEERD]


async def test_after_choosing_another_reader_nothing_stays_ticked(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    vraag(sessie, casus_id)
    vraag(sessie, casus_id, "Mehmet")
    schrijf(sessie, casus_id, "Mehmet en Fatma spraken over de gym.")
    async with open_app(app, "afschrift", casus_id=casus_id, size=(120, 60)) as pilot:
        await kies(pilot, "Fatma")
        await pilot.press("w", "space")
        await wacht(pilot)
        await pilot.press("b", "l")
        await wacht(pilot)
        await kies(pilot, "Mehmet")
        assert "spraken over de gym" not in tekst_van(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_list_fits(app: KernteamApp, sessie: Sessie, casus_id: str, size: tuple[int, int]) -> None:
    vraag(sessie, casus_id)
    async with open_app(app, "verzoeken", casus_id=casus_id, size=size):
        shown = tekst_van(app)
        assert "open, uiterlijk 20 dec" in shown
        assert "Hoe het staat" in shown
