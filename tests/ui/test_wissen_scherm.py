"""Erasing on the screen: seen first, confirmed by the number, and after it only the proof is left."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import LogSoort, NotitieSoort
from kernteam_tui.domain.fouten import NietGevonden, RegelGeweigerd
from kernteam_tui.domain.klok import Klok
from kernteam_tui.screens.casus.scherm import CasusScreen
from kernteam_tui.screens.logboek import LogboekScreen
from kernteam_tui.screens.wisbewijs import WisbewijsScreen
from kernteam_tui.screens.wissen import WissenScreen
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.logboek import get_logboek
from kernteam_tui.services.notities import start_notitie
from kernteam_tui.services.reservekopie import maak_reservekopie
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vernietiging import vraag_vernietiging
from kernteam_tui.widgets.schrijfvlak import Schrijfvlak
from tests.ui.casussen import Thuis, maak_sessie, meld_aan, open_scherm
from tests.ui.hulpmiddel import maak_app, ontgrendel, tekst_van, wacht, zet_schermen


@pytest.fixture
def sessie(store: Store, klok: Klok, monkeypatch: pytest.MonkeyPatch) -> Sessie:
    schermen = {
        "vandaag": Thuis,
        "casus": CasusScreen,
        "wissen": WissenScreen,
        "wisbewijs": WisbewijsScreen,
        "logboek": LogboekScreen,
    }
    zet_schermen(monkeypatch, schermen)
    return maak_sessie(store, klok)


async def vul_in(pilot: Any, nummer: str, grond: str = "op_verzoek") -> None:
    scherm = pilot.app.screen
    scherm.zet("grond", grond)
    scherm.zet("nummer", nummer)
    await pilot.press("ctrl+s")
    await wacht(pilot)


async def test_from_the_casus_to_the_proof(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = meld_aan(sessie)
    start_notitie(sessie, casus_id, NotitieSoort.TELEFOON, tekst="x")
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "casus", casus_id=casus_id, tab="afsluiten") as pilot:
        await pilot.press("w")
        await wacht(pilot)
        text = tekst_van(app)
        assert "1 notitie, geen gesprekken en 3 personen" in text
        assert "Deze casus is nog niet afgesloten." in text
        await vul_in(pilot, "2026-001")
        assert isinstance(app.screen, WisbewijsScreen)
        text = tekst_van(app)
        assert "De werkkopie van dossier 2026-001" in text
        assert "Grond: op verzoek van het gezin." in text
        assert "Sami" not in text
        await pilot.press("escape")
        await wacht(pilot)
        assert isinstance(app.screen, Thuis)
        assert len(app.screen_stack) == 2
    with pytest.raises(NietGevonden):
        get_casus(sessie, casus_id)


@pytest.mark.parametrize("typed", ["2026-01", "2026-002", ""])
async def test_another_number_erases_nothing(tmp_path: Path, sessie: Sessie, typed: str) -> None:
    casus_id = meld_aan(sessie)
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "wissen", casus_id=casus_id) as pilot:
        await vul_in(pilot, typed)
        assert isinstance(app.screen, WissenScreen)
        assert "Dit is het nummer niet" in tekst_van(app) or not typed
    assert get_casus(sessie, casus_id)


async def test_without_a_reason_nothing_is_erased(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = meld_aan(sessie)
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "wissen", casus_id=casus_id) as pilot:
        await vul_in(pilot, "2026-001", grond="")
        assert isinstance(app.screen, WissenScreen)
    assert get_casus(sessie, casus_id)


async def test_what_was_done_before_cannot_be_taken_back_into_nothing(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = meld_aan(sessie)
    start_notitie(sessie, casus_id, NotitieSoort.TELEFOON, tekst="x")
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "casus", casus_id=casus_id, tab="notities") as pilot:
        await pilot.press("d")
        await wacht(pilot)
        assert get_casus(sessie, casus_id).notities == ()
        assert app.terugweg.laatste is not None
        app.open("wissen", casus_id=casus_id)
        await wacht(pilot)
        await vul_in(pilot, "2026-001")
        assert app.terugweg.laatste is None


async def test_backups_are_made_anew_from_the_proof(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = meld_aan(sessie)
    name = maak_reservekopie(sessie).pad.name
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "wissen", size=(120, 40), casus_id=casus_id) as pilot:
        await vul_in(pilot, "2026-001")
        assert name in tekst_van(app)
        await pilot.press("r")
        await wacht(pilot)
        assert "1 opnieuw gemaakt." in tekst_van(app)
        await pilot.press("b")
        await wacht(pilot)
    proof = sessie.map / "uit" / "bewijs-2026-001.txt"
    assert "Kenmerk van dit bewijs" in proof.read_text("utf-8")
    assert get_logboek(sessie).regels[0].soort is LogSoort.GEEXPORTEERD


async def test_the_proof_is_still_there_after_locking(
    tmp_path: Path, store: Store, klok: Klok, sessie: Sessie
) -> None:
    casus_id = meld_aan(sessie)

    class Blijft(Sessie):
        def close(self) -> None:
            """Locking closes the store of the test's fixture."""

    app = maak_app(tmp_path, Blijft(store, klok))
    async with open_scherm(app, "wissen", casus_id=casus_id) as pilot:
        await vul_in(pilot, "2026-001")
        await pilot.press("ctrl+l")
        await wacht(pilot)
        await ontgrendel(pilot)
        assert isinstance(app.screen, WisbewijsScreen)
        assert "De werkkopie van dossier 2026-001" in tekst_van(app)


async def test_a_request_and_a_refusal_are_kept(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = meld_aan(sessie)
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "wissen", size=(120, 40), casus_id=casus_id) as pilot:
        await pilot.press("f7")
        await wacht(pilot)
        assert isinstance(app.screen, WissenScreen)
        await pilot.press("f6")
        await wacht(pilot)
        app.screen.query_one("#reden-tekst", Schrijfvlak).load_text("23-11-2026")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "wissen uiterlijk 23 februari 2027" in tekst_van(app)
        await pilot.press("f7")
        await wacht(pilot)
        app.screen.query_one("#reden-tekst", Schrijfvlak).load_text("het belang van [/]x")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "toch bewaard: het belang van [/]x" in tekst_van(app)


async def test_a_day_of_the_request_can_be_typed_at_once(tmp_path: Path, sessie: Sessie) -> None:
    """The list with `vandaag` has the focus: what is typed then must not fall away, and Enter take today."""
    casus_id = meld_aan(sessie)
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "wissen", size=(120, 40), casus_id=casus_id) as pilot:
        await pilot.press("f6")
        await wacht(pilot)
        await pilot.press(*"20-11-2026")
        assert app.screen.query_one("#reden-tekst", Schrijfvlak).text == "20-11-2026"
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "wissen uiterlijk 20 februari 2027" in tekst_van(app)


@pytest.mark.parametrize(
    ("dag", "zin"),
    [("morgenvroeg", "Dat is geen dag."), ("01-01-2020", "Het verzoek ligt vóór de aanmelding.")],
    ids=["geen dag", "geweigerd"],
)
async def test_a_day_that_is_refused_stays_to_be_mended(
    tmp_path: Path, sessie: Sessie, dag: str, zin: str
) -> None:
    casus_id = meld_aan(sessie)
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "wissen", size=(120, 40), casus_id=casus_id) as pilot:
        await pilot.press("f6")
        await wacht(pilot)
        await pilot.press(*dag)
        await pilot.press("ctrl+s")
        await wacht(pilot)
        vlak = app.screen.query_one("#reden-tekst", Schrijfvlak)
        assert vlak.text == dag
        assert vlak.has_focus
        assert zin in tekst_van(app)
        await pilot.press(*(["backspace"] * len(dag)), *"23-11-2026")
        assert zin not in tekst_van(app)
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "wissen uiterlijk 23 februari 2027" in tekst_van(app)


async def test_a_reason_to_keep_that_is_refused_stays_to_be_mended(
    tmp_path: Path, sessie: Sessie, monkeypatch: pytest.MonkeyPatch
) -> None:
    casus_id = meld_aan(sessie)
    vraag_vernietiging(sessie, casus_id, date(2026, 11, 23))

    def weiger(*_: object) -> None:
        raise RegelGeweigerd("Deze reden mag niet.", "Noem de wet.")

    monkeypatch.setattr("kernteam_tui.screens.wissen.weiger_vernietiging", weiger)
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "wissen", casus_id=casus_id) as pilot:
        await pilot.press("f7")
        await wacht(pilot)
        await pilot.press(*"zomaar", "ctrl+s")
        await wacht(pilot)
        assert app.screen.query_one("#reden-tekst", Schrijfvlak).text == "zomaar"
        assert "Deze reden mag niet. Noem de wet." in tekst_van(app)


async def test_in_the_list_a_draft_can_be_erased_and_a_finished_note_not(
    tmp_path: Path, sessie: Sessie
) -> None:
    casus_id = meld_aan(sessie)
    start_notitie(sessie, casus_id, NotitieSoort.TELEFOON, tekst="ruw")
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "casus", casus_id=casus_id, tab="notities") as pilot:
        assert "concept wissen" in tekst_van(app)
        await pilot.press("d")
        await wacht(pilot)
        assert "Nog geen notities" in tekst_van(app)
        assert "concept wissen" not in tekst_van(app)
