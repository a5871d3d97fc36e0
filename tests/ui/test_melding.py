"""A notification takes a line of its own: it lies over no footer, no dialog and no field being typed in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets._toast import Toast

from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import NotitieSoort
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.notities import start_notitie
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.voet import Voet
from tests.conftest import VasteKlok
from tests.ui.casussen import maak_sessie, meld_aan
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht, wacht_op

KORT = "Notitie gewist. Met ctrl+z maak je dat ongedaan."
LANG = "Gemaakt en nagekeken: /home/vera/.local/share/kernteam/reserve/2026-11-23T140211.kluis. 2 oudere weg."
MATEN = pytest.mark.parametrize("maat", [(80, 24), (120, 40)], ids=["80x24", "120x40"])


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    return maak_sessie(store, klok)


async def meld(pilot: Pilot[Any], *teksten: str) -> None:
    """Say these, and wait until they stand there."""
    for tekst in teksten:
        pilot.app.notify(tekst, timeout=600)
    await wacht_op(pilot, lambda: len([t for t in pilot.app.screen.query(Toast) if t.region]) == len(teksten))


def regels_van_melding(app: Any) -> range:
    """The lines of the screen on which notifications stand."""
    regios = [toast.region for toast in app.screen.query(Toast)]
    return range(min(regio.y for regio in regios), max(regio.bottom for regio in regios))


@MATEN
@pytest.mark.parametrize("teksten", [(KORT,), (LANG,), (KORT, LANG)], ids=["kort", "lang", "twee"])
async def test_the_footer_and_the_line_being_typed_stay_in_view(
    tmp_path: Path, sessie: Sessie, maat: tuple[int, int], teksten: tuple[str, ...]
) -> None:
    tekst = "\n".join(f"regel {nummer}" for nummer in range(80))
    notitie = start_notitie(sessie, meld_aan(sessie), NotitieSoort.HUISBEZOEK, tekst=tekst)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "notitie", size=maat, notitie_id=notitie.id) as pilot:
        await pilot.press("ctrl+end", *"hier")
        await meld(pilot, *teksten)
        regels = tekst_van(app).splitlines()
        [typt] = [nummer for nummer, regel in enumerate(regels) if "79hier" in regel]
        assert typt < regels_van_melding(app).start
        voet = app.screen.query_one(Voet).region
        assert regels_van_melding(app).stop <= voet.y
        assert regels[-1].endswith("F1 hulp")
        await pilot.press(*" en verder")
        assert "79hier en verder" in tekst_van(app)


@MATEN
async def test_the_field_of_a_form_that_was_lowest_stays_in_view(
    tmp_path: Path, sessie: Sessie, maat: tuple[int, int]
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "aanmelding", size=maat) as pilot:
        onder = app.screen.query_one("#formulier").region.bottom
        while app.screen.focused is None or app.screen.focused.region.bottom < onder:
            await pilot.press("tab")
        veld = app.screen.focused
        await meld(pilot, LANG)
        assert app.screen.focused is veld
        assert veld.region.bottom <= app.screen.query_one("#formulier").region.bottom
        assert veld.region.bottom <= regels_van_melding(app).start


@MATEN
async def test_a_dialog_makes_room(tmp_path: Path, sessie: Sessie, maat: tuple[int, int]) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "wissen", size=maat, casus_id=meld_aan(sessie)) as pilot:
        await pilot.press("f6")
        await wacht(pilot)
        await meld(pilot, LANG)
        doos = app.screen.query_one(".dialoog").region
        assert doos.bottom <= regels_van_melding(app).start
        assert "Goed (ctrl+s)" in tekst_van(app)
        assert tekst_van(app).splitlines()[-1].endswith("F1 hulp"), "the footer of the screen below"


@MATEN
async def test_the_row_under_the_cursor_stays_in_view(
    tmp_path: Path, sessie: Sessie, maat: tuple[int, int]
) -> None:
    casus_id = meld_aan(sessie)
    for nummer in range(60):
        start_notitie(sessie, casus_id, NotitieSoort.TELEFOON, tekst=f"nummer {nummer} hier")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "casus", size=maat, casus_id=casus_id, tab="notities") as pilot:
        await pilot.press("ctrl+end")
        await wacht(pilot)
        notities = get_casus(sessie, casus_id).notities
        assert notities[-1].begin in tekst_van(app)
        await meld(pilot, KORT)
        assert notities[-1].begin in tekst_van(app)


async def test_when_it_is_gone_the_screen_is_as_it_was(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "aanmelding") as pilot:
        voor = tekst_van(app)
        await meld(pilot, LANG)
        assert tekst_van(app) != voor
        app.clear_notifications()
        await wacht(pilot)
        assert tekst_van(app) == voor


async def test_one_that_ends_as_the_next_is_said_leaves_no_empty_line(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "aanmelding", size=(80, 24)) as pilot:
        await meld(pilot, LANG)
        for tekst in (KORT, f"{KORT} Weer.", "Klaar."):
            [eerder] = app._notifications
            app._unnotify(eerder, refresh=False)  # its time is up; its widget hears that a moment later
            await meld(pilot, tekst)
        await wacht(pilot)
        regels = tekst_van(app).splitlines()
        assert "Klaar." in regels[-2]
        assert "Startgesprek uiterlijk ma 30 nov" in regels[-3], "the last line of the form is right above it"
