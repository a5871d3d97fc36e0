"""The first run: from an empty folder to an opened store with a school, everything by keyboard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Button

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.sleutels.beleid import MINIMUM_STRENGTH, Sleutelbeleid, lightest
from kernteam_tui.screens.eerste_keer.scherm import EersteKeerScreen
from kernteam_tui.screens.eerste_keer.school import EersteSchoolScreen
from kernteam_tui.screens.eerste_keer.wachtwoordzin import WachtwoordzinStap
from kernteam_tui.screens.school.kernteamveld import Kernteamveld
from kernteam_tui.services import toegang
from kernteam_tui.services.concepten import load_concept
from kernteam_tui.services.instellingen import get_instellingen
from kernteam_tui.services.school import list_scholen
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.rooster import Aanwezigheidsrooster
from kernteam_tui.widgets.tekst import Tekst
from tests.ui.hulpmiddel import VasteKlok, tekst_van, wacht, wacht_op

ZIN = "bocht held bokaal recept segment"


@pytest.fixture(autouse=True)
def _lichte_sleutels(monkeypatch: pytest.MonkeyPatch) -> None:
    """As strict about passphrases as always, but with keys that cost no time."""

    beleid = Sleutelbeleid(lightest, MINIMUM_STRENGTH)
    monkeypatch.setattr("kernteam_tui.data.sleutels.beleid.STANDAARD", beleid)


@pytest.fixture
def app(kluis_map: Path, tmp_path: Path) -> KernteamApp:
    made = KernteamApp(kluis_map, VasteKlok(), toegang, logbestand=tmp_path / "fouten.log")
    made.animation_level = "none"
    return made


@asynccontextmanager
async def begonnen(app: KernteamApp) -> AsyncIterator[Pilot[int]]:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await wacht(pilot)
        assert isinstance(app.screen, EersteKeerScreen)
        yield pilot
        if app.is_open:
            app.sluit_kluis()


def vul(app: KernteamApp, veld: str, waarde: str) -> None:
    app.screen.query_one(f"#{veld}-invoer", Invoer).value = waarde


async def naar_wachtwoordzin(pilot: Pilot[Any]) -> None:
    await pilot.press("enter")
    vul(pilot.app, "naam", "Vera Voorbeeld")  # type: ignore[arg-type]  # a KernteamApp
    vul(pilot.app, "email", "vera@example.org")  # type: ignore[arg-type]  # as above
    await pilot.press("enter", "enter", "enter")
    assert "stap 3 van 8" in tekst_van(pilot.app)


async def naar_code(pilot: Pilot[Any], zin: str = ZIN) -> str:
    """Up to the recovery code; gives it."""
    app: Any = pilot.app
    await naar_wachtwoordzin(pilot)
    vul(app, "zin", zin)
    vul(app, "nog-eens", zin)
    app.screen.query_one("#nog-eens-invoer").focus()
    await pilot.press("enter")
    await wacht_op(pilot, lambda: app.screen._kluis is not None)
    await wacht(pilot)
    code: str = app.screen._kluis.herstelcode
    return code


async def typ_terug(pilot: Pilot[Any], code: str) -> None:
    vul(pilot.app, "teruggetypt", code)  # type: ignore[arg-type]  # a KernteamApp
    pilot.app.screen.query_one("#teruggetypt-invoer").focus()
    await pilot.press("enter")
    await wacht(pilot)


async def test_it_says_first_what_it_is_and_what_losing_both_secrets_means(app: KernteamApp) -> None:
    async with begonnen(app):
        tekst = " ".join(tekst_van(app).split())
        assert "Het is niet het dossier" in tekst
        assert "verstuurt niets over een netwerk" in tekst
        assert "allebei kwijt, dan zijn je gegevens weg" in tekst
        assert "stap 1 van 8" in tekst


async def test_from_nothing_to_a_store_with_a_school_by_keyboard(app: KernteamApp) -> None:
    async with begonnen(app) as pilot:
        code = await naar_code(pilot)
        getoond = tekst_van(app).replace(" ", "")
        assert all(groep in getoond for groep in code.split("-"))
        await pilot.press("enter")
        assert code.split("-")[2] not in tekst_van(app)
        await typ_terug(pilot, code.lower().replace("-", " ").replace("0", "o"))
        await wacht_op(pilot, lambda: isinstance(app.screen, EersteSchoolScreen))
        await wacht(pilot)
        assert "stap 6 van 8" in tekst_van(app)
        await pilot.press(*"Brug", "ctrl+s")
        assert "stap 7 van 8" in tekst_van(app)
        await pilot.press(*"Lia", "ctrl+s")
        await wacht(pilot)
        tekst = tekst_van(app)
        assert "stap 8 van 8" in tekst
        assert "jij" in tekst
        assert "Lia" in tekst
        await pilot.press("space", "down", "right", "right", "d", "ctrl+s")
        await wacht_op(pilot, lambda: not isinstance(app.screen, EersteSchoolScreen))
        await wacht(pilot)
        assert app.screen.NAAM == "vandaag"  # type: ignore[attr-defined]  # a KernteamScreen
        (school,) = list_scholen(app.sessie)
        assert school.naam == "Brug"
        ik, lia = school.kernteam
        assert (ik.ik, ik.naam, [f"{a.dag}-{a.dagdeel}" for a in ik.aanwezig]) == (
            True,
            "Vera Voorbeeld",
            ["ma-ochtend"],
        )
        assert (lia.rol, [f"{a.dag}-{a.dagdeel}" for a in lia.aanwezig]) == (
            "leerplichtambtenaar",
            ["di-middag", "di-ochtend"],
        )
        assert get_instellingen(app.sessie).email == "vera@example.org"
        assert load_concept(app.sessie, "school:nieuw") is None


async def test_a_weak_passphrase_is_refused_with_what_to_do(app: KernteamApp) -> None:
    async with begonnen(app) as pilot:
        await naar_wachtwoordzin(pilot)
        vul(app, "zin", "welkom2026")
        vul(app, "nog-eens", "welkom2026")
        app.screen.query_one("#nog-eens-invoer").focus()
        await pilot.press("enter")
        await wacht(pilot)
        tekst = tekst_van(app)
        assert "stap 3 van 8" in tekst
        assert "Te makkelijk te raden" in tekst
        assert not (app.kluis_map / "kluis.db").exists()


async def test_two_different_passphrases_go_no_further(app: KernteamApp) -> None:
    async with begonnen(app) as pilot:
        await naar_wachtwoordzin(pilot)
        vul(app, "zin", ZIN)
        vul(app, "nog-eens", f"{ZIN}x")
        app.screen.query_one("#nog-eens-invoer").focus()
        await pilot.press("enter")
        await wacht(pilot)
        assert "niet gelijk" in tekst_van(app)


async def test_the_offered_words_are_taken_over_and_others_can_be_asked(app: KernteamApp) -> None:
    async with begonnen(app) as pilot:
        await naar_wachtwoordzin(pilot)
        stap = app.screen.query_one(WachtwoordzinStap)
        eerst = stap._voorstel
        assert len(eerst.split()) == 5
        await pilot.press("f6")
        assert stap._voorstel != eerst
        await pilot.press("f7")
        await wacht(pilot)
        assert stap.zin == stap._voorstel
        assert app.focused is not None
        assert app.focused.id == "nog-eens-invoer"
        await wacht_op(pilot, lambda: "sterk" in tekst_van(app))
        await pilot.press("f8")
        assert app.screen.query_one("#zin-invoer", Invoer).password


async def test_going_back_keeps_what_was_typed_and_a_bad_address_is_said_there(app: KernteamApp) -> None:
    async with begonnen(app) as pilot:
        await naar_wachtwoordzin(pilot)
        await pilot.press("escape")
        assert "Vera Voorbeeld" in tekst_van(app)
        vul(app, "email", "geen adres")
        app.screen.query_one("#stap-2-verder", Button).focus()
        await pilot.press("enter")
        assert "geen e-mailadres" in tekst_van(app)
        assert "stap 2 van 8" in tekst_van(app)


async def test_a_slip_in_the_code_is_told_kindly_and_the_code_can_be_seen_again(app: KernteamApp) -> None:
    async with begonnen(app) as pilot:
        code = await naar_code(pilot)
        await pilot.press("enter")
        await typ_terug(pilot, code[:-1] + ("A" if code[-1] != "A" else "B"))
        assert "nog niet de code van net" in tekst_van(app)
        assert not (app.kluis_map / "kluis.db").exists()
        await pilot.press("escape")
        assert code.split("-")[2] in tekst_van(app)
        await pilot.press("enter")
        await typ_terug(pilot, code)
        await wacht_op(pilot, lambda: app.is_open)


async def test_stopping_before_the_code_was_typed_back_leaves_no_store_behind(
    app: KernteamApp, kluis_map: Path
) -> None:
    async with begonnen(app) as pilot:
        await naar_code(pilot)
        assert toegang.kluis_staat(kluis_map) == "ontbreekt"
        await pilot.press("ctrl+q")
    assert toegang.kluis_staat(kluis_map) == "ontbreekt"
    assert not list(kluis_map.glob("kluis.[dk][be]*"))


async def test_after_a_kill_at_the_code_the_first_run_begins_anew_and_succeeds(
    kluis_map: Path, app: KernteamApp
) -> None:
    killed = toegang.begin_kluis(kluis_map, ZIN, VasteKlok())
    killed._prepared._prepared.lock.release()  # what the end of a process does
    async with begonnen(app) as pilot:
        code = await naar_code(pilot)
        assert code != killed.herstelcode
        await pilot.press("enter")
        await typ_terug(pilot, code)
        await wacht_op(pilot, lambda: app.is_open)
        app.sluit_kluis()
        toegang.unlock(kluis_map, ZIN, VasteKlok()).close()
        toegang.unlock(kluis_map, code, VasteKlok()).close()


async def test_the_passphrase_and_the_code_leave_the_widgets(app: KernteamApp) -> None:
    async with begonnen(app) as pilot:
        code = await naar_code(pilot)
        scherm = app.screen
        assert all(invoer.value != ZIN for invoer in scherm.query(Invoer))
        await pilot.press("enter")
        await typ_terug(pilot, code)
        assert scherm._kluis is None  # type: ignore[attr-defined]  # an EersteKeerScreen
        assert all(code[:4] not in str(tekst.content) for tekst in scherm.query(Tekst))
        await wacht_op(pilot, lambda: app.is_open)


async def naar_school(pilot: Pilot[Any]) -> None:
    app: Any = pilot.app
    code = await naar_code(pilot)
    await pilot.press("enter")
    await typ_terug(pilot, code)
    await wacht_op(pilot, lambda: isinstance(app.screen, EersteSchoolScreen))
    await wacht(pilot)


async def test_the_school_may_wait_and_its_draft_waits_too(app: KernteamApp) -> None:
    async with begonnen(app) as pilot:
        await naar_school(pilot)
        await pilot.press("f8")
        await wacht(pilot)
        assert app.screen.NAAM == "vandaag"  # type: ignore[attr-defined]  # a KernteamScreen
        assert list_scholen(app.sessie) == ()
        assert "F5" in tekst_van(app)


async def test_locking_halfway_the_kernteam_comes_back_there_with_every_word(app: KernteamApp) -> None:
    async with begonnen(app) as pilot:
        await naar_school(pilot)
        await pilot.press(*"Brug", "ctrl+s", *"Lia", "ctrl+l")
        await wacht(pilot)
        app.screen.query_one("#slot-geheim", Invoer).value = ZIN
        await pilot.press("enter")
        await wacht_op(pilot, lambda: app.is_open)
        await wacht(pilot)
        assert "stap 7 van 8" in tekst_van(app)
        assert "Lia" in tekst_van(app)
        assert app.focused is not None
        assert app.focused.id == "kernteam-n2-naam"
        await pilot.press("escape")
        assert "Brug" in tekst_van(app)


async def test_later_with_a_name_keeps_the_school_as_far_as_it_goes(app: KernteamApp) -> None:
    async with begonnen(app) as pilot:
        await naar_school(pilot)
        await pilot.press(*"Brug", "ctrl+s", "f6")
        await wacht(pilot)
        assert len(app.screen.query_one(Kernteamveld).waarde) == 5
        assert app.screen.query_one(Aanwezigheidsrooster).waarde.keys() == {"n1"}
        await pilot.press("f8")
        await wacht(pilot)
        assert [school.naam for school in list_scholen(app.sessie)] == ["Brug"]
