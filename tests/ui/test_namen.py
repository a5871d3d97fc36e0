"""F9: nothing of a family is readable over the shoulder, on any screen, and the work goes on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import NotitieSoort
from kernteam_tui.domain.klok import Klok
from kernteam_tui.domain.namen import Naamwoorden
from kernteam_tui.schil import namen as schil_namen
from kernteam_tui.schil.herstart import Slotwijze
from kernteam_tui.schil.namen import VERBORGEN, Namenfilter
from kernteam_tui.screens import register
from kernteam_tui.services.concepten import save_concept
from kernteam_tui.services.notities import start_notitie
from kernteam_tui.services.sessie import Sessie
from tests.ui.casussen import maak_sessie, meld_aan
from tests.ui.hulpmiddel import (
    NepConcepten,
    maak_app,
    ontgrendel,
    op_slot,
    open_app,
    tekst_van,
    wacht,
    wacht_op,
    wacht_tot_het_staat,
)

GEHEIM = ("Sami", "Yilmaz", "Fatma", "Mehmet", "1234 5678")
ZWART = Color(0, 0, 0)


@pytest.fixture
def sessie(store: Store, klok: Klok) -> Sessie:
    return maak_sessie(store, klok)


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    return meld_aan(sessie)


def filter_regel(regel: str, *namen: str) -> str:
    segmenten = Namenfilter(Naamwoorden(namen)).apply([Segment(regel)], ZWART)
    return "".join(segment.text for segment in segmenten)


async def druk_f9(pilot: Any) -> None:
    await pilot.press("f9")
    await wacht(pilot)


def scherm(pilot: Any) -> Any:
    """The screen on top, of whatever kind."""
    return pilot.app.screen


def leesbaar(app: Any) -> list[str]:
    tekst = tekst_van(app)
    return [woord for woord in GEHEIM if woord in tekst]


# --- one line ---------------------------------------------------------------------------


def test_a_name_over_two_styles_is_hidden_and_keeps_its_place_and_colours() -> None:
    vet = Style(bold=True)
    uit = Namenfilter(Naamwoorden(["Yılmaz"])).apply([Segment("x Yıl", vet), Segment("maz y")], ZWART)
    assert [(s.text, s.style) for s in uit] == [("x Y··", vet), ("··· y", None)]


def test_a_wide_name_keeps_its_width() -> None:
    assert Segment(filter_regel("陳大文 komt", "陳大文")).cell_length == Segment("陳大文 komt").cell_length


# --- the screens ------------------------------------------------------------------------


async def test_f9_hides_and_shows_again_on_the_screen_of_a_casus(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "casus", size=(120, 40), casus_id=casus_id) as pilot:
        eerst = tekst_van(app)
        assert "Sami" in eerst
        assert "Yilmaz" in eerst
        await druk_f9(pilot)
        assert leesbaar(app) == []
        assert VERBORGEN in tekst_van(app)
        assert "2026-001" in tekst_van(app)
        assert "S···" in tekst_van(app)
        await druk_f9(pilot)
        assert tekst_van(app) == eerst


@pytest.mark.parametrize("tab", ["gezin", "gesprekken", "notities", "delen", "afsluiten"])
async def test_no_sheet_of_a_casus_shows_a_name(
    tmp_path: Path, sessie: Sessie, casus_id: str, tab: str
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "casus", size=(120, 40), casus_id=casus_id, tab=tab) as pilot:
        await druk_f9(pilot)
        assert leesbaar(app) == []


@pytest.mark.parametrize("scherm", ["vandaag", "caseload", "zoeken", "school"])
async def test_no_list_shows_a_name(tmp_path: Path, sessie: Sessie, casus_id: str, scherm: str) -> None:
    assert casus_id
    app = maak_app(tmp_path, sessie)
    async with open_app(app, scherm, size=(120, 40)) as pilot:
        await druk_f9(pilot)
        if scherm == "zoeken":
            await pilot.press(*"sami")
            await wacht_tot_het_staat(pilot, "2026-001")
        assert leesbaar(app) == []


async def test_an_editor_hides_names_also_while_one_types(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    notitie = start_notitie(sessie, casus_id, NotitieSoort.TELEFOON, tekst="Fatma belt over Sami.\n")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "notitie", notitie_id=notitie.id) as pilot:
        await druk_f9(pilot)
        assert leesbaar(app) == []
        assert "namen verborgen" in tekst_van(app)
        vlak = scherm(pilot).query_one("#tekst")
        vlak.insert("Mehmet wil niet. ")
        await wacht(pilot)
        assert leesbaar(app) == []
        assert "wil niet" in tekst_van(app)
        assert "Mehmet wil niet." in vlak.text


async def test_f9_works_under_a_dialog_and_in_its_text_and_in_a_notification(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "casus", size=(120, 40), casus_id=casus_id) as pilot:
        scherm(pilot).bevestig("Sami Yilmaz bellen?", "Fatma is bereikbaar op 06 1234 5678.", lambda: None)
        app.notify("Mehmet Yilmaz is gebeld")
        await wacht(pilot)
        assert "bellen?" in tekst_van(app)
        await druk_f9(pilot)
        assert leesbaar(app) == []
        await pilot.press("escape")
        await wacht(pilot)
        assert leesbaar(app) == []


async def test_a_name_added_while_names_are_hidden_is_hidden_too(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "casus", size=(120, 40), casus_id=casus_id) as pilot:
        await druk_f9(pilot)
        scherm(pilot).doe(lambda sessie: meld_aan(sessie, jongere={"roepnaam": "Zeynep"}))
        await wacht(pilot)
        app.notify("Zeynep is aangemeld")
        await wacht(pilot)
        assert "is aangemeld" in tekst_van(app)
        assert "Zeynep" not in tekst_van(app)


async def test_a_half_typed_aanmelding_counts(tmp_path: Path, sessie: Sessie) -> None:
    save_concept(
        sessie, "aanmelding:nieuw", {"roepnaam": "Quirine", "ouder1_naam": "Olga Popova", "klas": "3B"}
    )
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "aanmelding", size=(120, 60)) as pilot:
        assert "Quirine" in tekst_van(app)
        await druk_f9(pilot)
        tekst = tekst_van(app)
        assert not {"Quirine", "Olga", "Popova"} & set(tekst.split())
        assert "3B" in tekst


# --- at once, and after a lock ----------------------------------------------------------


async def test_a_name_that_is_only_begun_hides_no_everyday_word(tmp_path: Path, sessie: Sessie) -> None:
    """Half a name in a draft: `te` of Teun, `voor` of Voorst. Somebody who is known as Bo stays hidden."""
    meld_aan(sessie, jongere={"roepnaam": "Bo", "achternaam": "Al"})
    half = {"roepnaam": "te", "achternaam": "Voor", "ouder1_naam": "Zwqvleug Met", "aanmelder_naam": "De"}
    save_concept(sessie, "aanmelding:nieuw", half)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, size=(120, 40)) as pilot:
        await druk_f9(pilot)
        app.notify("Er is voor de school niets te doen met Zwqvleug of met Bo.")
        await wacht_tot_het_staat(pilot, "B·.")
        beeld = " ".join(tekst_van(app).split())
        assert "Er is voor de school niets te doen met" in beeld
        assert "Zwqvleug" not in beeld


async def test_the_list_of_commands_does_it_too(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "casus", size=(120, 40), casus_id=casus_id) as pilot:
        await pilot.press("ctrl+p", *"verbergen", "enter")
        await wacht(pilot)
        assert app.namen.verborgen
        assert leesbaar(app) == []


async def test_before_the_names_are_known_f9_covers_everything(
    tmp_path: Path, sessie: Sessie, casus_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    echt = schil_namen._lees_woorden
    klaar = False

    def later(sessie: Any) -> Naamwoorden:
        if not klaar:
            raise TimeoutError
        return echt(sessie)

    monkeypatch.setattr(schil_namen, "_lees_woorden", later)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "casus", size=(120, 40), casus_id=casus_id) as pilot:
        app.namen.verborgen = True
        app.screen.refresh()
        await wacht(pilot)
        assert not any(teken.isalnum() for teken in tekst_van(app))
        klaar = True
        app.namen.lees()
        await wacht(pilot)
        assert leesbaar(app) == []
        assert "2026-001" in tekst_van(app)


async def test_locking_forgets_the_words_and_names_stay_hidden_after_it(
    tmp_path: Path, sessie: Sessie, casus_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Sessie, "close", lambda _: None)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "casus", size=(120, 40), casus_id=casus_id) as pilot:
        await druk_f9(pilot)
        app.vergrendel()
        await wacht(pilot)
        assert app.namen._woorden is None
        assert "wachtwoordzin" in tekst_van(app).lower()
        await ontgrendel(pilot)
        await wacht_op(pilot, lambda: "2026-001" in tekst_van(app))
        assert leesbaar(app) == []


async def test_names_stay_hidden_in_the_process_after_this_one(tmp_path: Path) -> None:
    concepten = NepConcepten()
    eerst, daarna = (
        maak_app(tmp_path, concepten=concepten, slotwijze=Slotwijze.NIEUW_PROCES) for _ in range(2)
    )
    async with open_app(eerst) as pilot:
        await druk_f9(pilot)
        eerst.vergrendel()
    async with open_app(daarna):
        assert daarna.namen.verborgen


async def test_the_lock_screen_stays_readable(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with op_slot(app) as pilot:
        eerst = tekst_van(app)
        await druk_f9(pilot)
        assert tekst_van(app) == eerst


def test_the_control_without_filter_shows_names() -> None:
    """The words above are really looked for: with no word known they stand there."""
    assert filter_regel("Sami Yilmaz") == "Sami Yilmaz"
    assert "vandaag" in register.SCHERMEN
