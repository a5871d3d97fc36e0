"""While a family looks along nothing of another family comes in view: no key, list, message or picture."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.codes import NotitieSoort
from kernteam_tui.domain.gezinsplan import Citaat, Veldwaarde
from kernteam_tui.schil.opdrachten import AAN_TAFEL, OVERAL, OVERAL_LETTERS, toets_tekst
from kernteam_tui.screens.caseload import CaseloadScreen
from kernteam_tui.screens.gezinsplan.samen import SamenKijkenScreen
from kernteam_tui.screens.gezinsplan.scherm import GezinsplanScreen
from kernteam_tui.screens.slot import SlotScreen
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel
from kernteam_tui.services.notities import start_notitie
from kernteam_tui.services.ongedaan import Ongedaan
from kernteam_tui.services.sessie import Sessie
from tests.geduld import GEDULD
from tests.ui.gezinsplan.gezinnen import meld_aan, ouder
from tests.ui.gezinsplan.handgrepen import GOED, bewaard, tot_bewaard
from tests.ui.hulpmiddel import ontgrendel, open_app, tekst_van, wacht, wacht_op

WEG = [op for op in OVERAL if op.id not in AAN_TAFEL]
TOETSEN = [toets for op in WEG for toets in op.toets.split(",") if toets not in OVERAL_LETTERS]
WIE = "wie_zijn_wij"
LEZEND, SCHRIJVEND = "Esc sluit samen kijken", "Twee keer Esc sluit samen kijken"


@pytest.fixture
def ander_gezin(sessie: Sessie, casus_id: str) -> str:
    """A second family, whose name must not be seen."""
    assert casus_id
    return meld_aan(sessie, "Zwqvleug", "Ander", "2012-01-01", ouder("Ria Ander"))


@pytest.fixture
def twee_huizen(sessie: Sessie, casus_id: str) -> str:
    """Parents who live apart: each of them can be at the table alone."""
    assert casus_id
    return meld_aan(sessie, "Bram", "Vos", "2013-02-01", ouder("Els Vos"), ouder("Rob Vos", woont_bij=False))


async def _samen(pilot: Any, app: KernteamApp, casus_id: str) -> None:
    app.open("gezinsplan", casus_id=casus_id, onderdeel=GOED)
    await wacht(pilot)
    await pilot.press("k")
    await wacht(pilot)
    assert isinstance(app.screen, SamenKijkenScreen)


def _meldingen(app: KernteamApp) -> list[str]:
    return [melding.message for melding in app.meldingen.op(app.screen)]


def test_what_stays_at_the_table_leads_to_no_screen() -> None:
    assert not [op.id for op in OVERAL if op.id in AAN_TAFEL and op.scherm]
    assert {"f2", "f3", "f4", "f5", "f12", "ctrl+f", "ctrl+g", "ctrl+o", "ctrl+r", "ctrl+z"} <= set(TOETSEN)


@pytest.mark.parametrize("schrijven", [False, True])
async def test_no_key_leads_from_the_table_to_another_family(
    app: KernteamApp, casus_id: str, ander_gezin: str, schrijven: bool
) -> None:
    assert ander_gezin
    async with open_app(app) as pilot:
        await _samen(pilot, app, casus_id)
        if schrijven:
            await pilot.press("enter", *"Half", "tab")
            await tot_bewaard(pilot, app)
        scherm, stand = app.screen, (len(app.screen_stack), app.focused)
        in_tekst = {"ctrl+z"} if schrijven else set()  # there it takes back the last words
        for toets in (toets for toets in TOETSEN if toets not in in_tekst):
            app.clear_notifications()
            await pilot.press(toets)
            await wacht(pilot)
            assert app.screen is scherm, toets
            assert (len(app.screen_stack), app.focused) == stand, toets
            assert len(_meldingen(app)) == 1, toets
            assert (SCHRIJVEND if schrijven else LEZEND) in _meldingen(app)[0].replace("\n", " "), toets
            assert "Zwqvleug" not in tekst_van(app)


async def test_the_sentence_is_read_once_however_often_the_key_is_pressed(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app) as pilot:
        await _samen(pilot, app, casus_id)
        await pilot.press("f2", "f3", "f2", "f5")
        await wacht(pilot)
        assert len(_meldingen(app)) == 1
        assert " ".join(tekst_van(app).split()).count("Esc sluit samen kijken") == 1


async def test_f1_and_the_list_of_commands_name_only_what_works_here(
    app: KernteamApp, casus_id: str, ander_gezin: str
) -> None:
    assert ander_gezin
    async with open_app(app, size=(120, 50)) as pilot:
        await _samen(pilot, app, casus_id)
        for toets in ("f1", "ctrl+p"):
            await pilot.press(toets)
            await wacht(pilot)
            beeld = tekst_van(app)
            assert "Meteen vergrendelen" in beeld
            for opdracht in WEG:
                assert opdracht.uitleg not in beeld, toets_tekst(opdracht)
            for weg in ("f2", "f3", "f12", "ctrl+z", "ctrl+g"):
                await pilot.press(weg)
                await wacht(pilot)
            assert "Zwqvleug" not in tekst_van(app)
            await pilot.press("escape")
            await wacht(pilot)
            assert isinstance(app.screen, SamenKijkenScreen)
        await pilot.press("ctrl+p", *"caseload", "enter")
        await wacht(pilot)
        assert "Geen opdracht gevonden" in tekst_van(app)


async def test_ctrl_z_at_the_table_takes_nothing_back_and_names_nobody(
    app: KernteamApp, casus_id: str, ander_gezin: str
) -> None:
    async with open_app(app, "casus", casus_id=ander_gezin) as pilot:
        scherm: Any = app.screen
        scherm.doe(start_notitie, ander_gezin, NotitieSoort.TELEFOON, ongedaan="Notitie van Zwqvleug gemaakt")
        await wacht(pilot)
        assert "Zwqvleug gemaakt" in tekst_van(app)
        weg = app.terugweg.laatste
        assert weg is not None
        await _samen(pilot, app, casus_id)
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert app.terugweg.laatste is weg
        assert "Zwqvleug" not in tekst_van(app)
        await pilot.press("escape")
        await wacht(pilot)
        await pilot.press("ctrl+z")
        await wacht_op(pilot, lambda: app.terugweg.laatste is None)
        assert "Ongedaan gemaakt" in tekst_van(app)


async def test_what_a_screen_below_has_to_say_waits_for_the_way_back(
    app: KernteamApp, casus_id: str, ander_gezin: str
) -> None:
    """Something of another family was still being saved when `k` was pressed."""
    async with open_app(app, "casus", casus_id=ander_gezin) as pilot:
        eronder: Any = app.screen
        await _samen(pilot, app, casus_id)
        eronder.meld("Zwqvleug is bewaard.")
        eronder.doe(
            start_notitie, ander_gezin, NotitieSoort.TELEFOON, ongedaan="Notitie van Zwqvleug gemaakt"
        )
        await wacht(pilot)
        assert "Zwqvleug" not in tekst_van(app)
        assert _meldingen(app) == []


async def test_after_leaving_every_key_works_as_before(
    app: KernteamApp, casus_id: str, ander_gezin: str
) -> None:
    assert ander_gezin
    async with open_app(app) as pilot:
        await _samen(pilot, app, casus_id)
        await pilot.press("f3", "escape")
        await wacht(pilot)
        assert isinstance(app.screen, GezinsplanScreen)
        assert _meldingen(app) == []
        await pilot.press("f3")
        await wacht(pilot)
        assert isinstance(app.screen, CaseloadScreen)
        assert "Zwqvleug" in tekst_van(app)


async def test_locking_at_the_table_works_at_once_and_keeps_what_was_typed(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app) as pilot:
        await _samen(pilot, app, casus_id)
        await pilot.press("enter", *"Half", "f3", "ctrl+l")
        await wacht(pilot)
        assert isinstance(app.screen, SlotScreen)
        assert "Half" not in tekst_van(app)
        await ontgrendel(pilot)
        assert bewaard(app, casus_id).woorden[0].tekst == "Half"


async def test_where_something_may_be_left_out_the_screen_is_turned_before_it_is_closed(
    app: KernteamApp, twee_huizen: str, sessie: Sessie
) -> None:
    """The whole plan lies below, with the words of who is not at this table."""
    revision = get_plan(sessie, twee_huizen).revision
    save_onderdeel(sessie, twee_huizen, revision, GOED, (Citaat("Rob", "nl", "Van Rob"),), "")
    async with open_app(app, "gezinsplan", casus_id=twee_huizen, onderdeel=GOED) as pilot:
        await pilot.press("k")
        await wacht(pilot)
        assert "Alleen Els" in tekst_van(app)
        await pilot.press("enter")
        await wacht(pilot)
        await pilot.press("escape", "escape")
        await wacht(pilot)
        assert isinstance(app.screen, SamenKijkenScreen), "a second Esc is no yes"
        assert "Van Rob" not in tekst_van(app)
        await pilot.press("escape")
        await wacht(pilot)
        assert "Samen kijken sluiten?" in tekst_van(app)
        assert "Van Rob" not in tekst_van(app)
        await pilot.press("f3")
        await wacht(pilot)
        assert "Samen kijken sluiten?" in tekst_van(app)
        await pilot.press("tab", "enter")
        await wacht(pilot)
        assert isinstance(app.screen, GezinsplanScreen)


@pytest.mark.parametrize("schrijven", [False, True])
@pytest.mark.parametrize(("toetsen", "mag"), [(["down", "enter"], False), (["down", "down", "enter"], True)])
async def test_fields_are_read_and_written_only_at_a_table_that_reads_the_toelichting(
    app: KernteamApp, twee_huizen: str, sessie: Sessie, toetsen: list[str], mag: bool, schrijven: bool
) -> None:
    velden = (Veldwaarde("woonsituatie", "Els woont bij Oma Zwqvleug"),)
    revision = get_plan(sessie, twee_huizen).revision
    save_onderdeel(sessie, twee_huizen, revision, WIE, (Citaat("Els", "nl", "Van Els"),), "", velden)
    async with open_app(app, "samen_kijken", casus_id=twee_huizen, onderdeel=WIE) as pilot:
        await pilot.press(*toetsen)
        await wacht(pilot)
        if schrijven:
            await pilot.press("enter")
            await wacht_op(pilot, lambda: "In eigen woorden" in tekst_van(app))
            await pilot.press(*"Wij")
            await tot_bewaard(pilot, app)
        assert ("Zwqvleug" in tekst_van(app)) is mag
        for _ in range(4):
            await pilot.press("tab")
            assert mag or "Zwqvleug" not in str(getattr(app.focused, "text", ""))
        onderdeel = bewaard(app, twee_huizen, WIE)
        assert onderdeel.velden[0].tekst == velden[0].tekst
        assert onderdeel.woorden[0].tekst.endswith("Van Els")


async def test_unlocking_at_the_table_draws_no_screen_that_lies_below(
    app: KernteamApp, casus_id: str, ander_gezin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ander_gezin
    getekend: list[str] = []
    echt = KernteamApp._display

    def kijk(zelf: Any, scherm: Any, renderable: Any) -> None:
        if renderable is not None and not zelf._batch_count:
            getekend.append(type(scherm).__name__)
        echt(zelf, scherm, renderable)

    async with open_app(app) as pilot:
        await pilot.press("f3")
        await wacht(pilot)
        await _samen(pilot, app, casus_id)
        await pilot.press("ctrl+l")
        await wacht(pilot)
        monkeypatch.setattr(KernteamApp, "_display", kijk)
        await ontgrendel(pilot)
        await wacht(pilot)
        assert isinstance(app.screen, SamenKijkenScreen)
        assert "SamenKijkenScreen" in getekend, "the control"
        assert set(getekend) <= {"SlotScreen", "SamenKijkenScreen"}
        assert get_plan(app.sessie, casus_id).jongere in tekst_van(app)


async def test_what_ctrl_z_took_back_just_before_is_said_on_its_own_screen(
    app: KernteamApp, casus_id: str
) -> None:
    """A slow disk: `k` was pressed before the answer was there."""
    mag = threading.Event()
    weg = Ongedaan("Notitie van Zwqvleug gewist", lambda _: mag.wait(GEDULD))
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        app.terugweg.bied_aan(weg)
        await wacht(pilot)
        await pilot.press("ctrl+z", "k")
        await wacht_op(pilot, lambda: isinstance(app.screen, SamenKijkenScreen))
        mag.set()
        await wacht_op(pilot, lambda: app.terugweg.laatste is None)
        await wacht(pilot)
        assert "Zwqvleug" not in tekst_van(app)
        await pilot.press("escape")
        await wacht_op(pilot, lambda: "Ongedaan gemaakt" in tekst_van(app))
