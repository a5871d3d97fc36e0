"""The lock screen on a real store: lost keys come back, wrong tries are counted, places are kept inside."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.schil.herstart import OPNIEUW, Slotwijze
from kernteam_tui.services import toegang
from kernteam_tui.services.concepten import load_concept
from kernteam_tui.services.reservekopie import maak_dagkopie
from kernteam_tui.services.sessie import Sessie
from tests.conftest import WACHTWOORDZIN, VasteKlok
from tests.ui.hulpmiddel import op_slot, tekst_van, wacht, wacht_op


@pytest.fixture
def kluis(store: Store, klok: VasteKlok) -> Path:
    """The folder of a closed store with one backup."""
    maak_dagkopie(Sessie(store, klok))
    store.close()
    return store.map


def maak(kluis: Path, klok: VasteKlok) -> KernteamApp:
    wijze = Slotwijze.NIEUW_PROCES
    return KernteamApp(kluis, klok, toegang, logbestand=kluis.parent / "fouten.log", slotwijze=wijze)


def typ(app: KernteamApp, geheim: str) -> None:
    invoer = app.screen.query_one("#slot-geheim", Input)
    invoer.value = geheim
    invoer.post_message(Input.Submitted(invoer, geheim))


async def test_a_store_without_keys_opens_by_the_copy_in_the_backup(kluis: Path, klok: VasteKlok) -> None:
    for naam in ("kluis.keys", "kluis.keys.bak"):
        (kluis / naam).unlink()
    app = maak(kluis, klok)
    async with op_slot(app) as pilot:
        await wacht_op(pilot, lambda: "In de reservekopie van" in tekst_van(app))
        typ(app, "iets heel anders")
        await wacht_op(pilot, lambda: "klopt niet" in tekst_van(app) or "niet juist" in tekst_van(app))
        assert not (kluis / "kluis.keys").exists()
        await wacht_op(pilot, lambda: not app.screen.query_one("#slot-geheim", Input).disabled)
        typ(app, WACHTWOORDZIN)
        await wacht_op(pilot, lambda: app.is_open)
        await wacht_op(pilot, lambda: "teruggehaald" in tekst_van(app))
        assert (kluis / "kluis.keys").exists()
        assert (kluis / "kluis.keys.bak").exists()
        await wacht(pilot)


async def test_locking_puts_the_places_in_the_store_and_the_log_knows_of_each_opening(
    kluis: Path, klok: VasteKlok
) -> None:
    app = maak(kluis, klok)
    async with op_slot(app) as pilot:
        typ(app, "een verkeerde zin")
        await wacht_op(pilot, lambda: toegang.mislukte_pogingen(kluis)[0] == 1)
        await wacht_op(pilot, lambda: not app.screen.query_one("#slot-geheim", Input).disabled)
        typ(app, WACHTWOORDZIN)
        await wacht_op(pilot, lambda: app.is_open)
        await wacht_op(pilot, lambda: "geprobeerd" in tekst_van(app))
        app.open("zoeken")
        await wacht(pilot)
        await pilot.press("ctrl+l")
        await wacht_op(pilot, lambda: app.return_code == OPNIEUW)
    sessie = toegang.unlock(kluis, WACHTWOORDZIN, klok)
    with sessie.lezen() as conn:
        soorten = [regel.soort for regel in reversed(lees_log(conn))]
    inhoud = load_concept(sessie, "plekken")
    sessie.close()
    assert [soort for soort in soorten if soort in (LogSoort.MISLUKT, LogSoort.ONTGRENDELD)] == [
        LogSoort.MISLUKT,
        LogSoort.ONTGRENDELD,
    ]
    assert inhoud is not None
    assert [plek["scherm"] for plek in inhoud["plekken"]] == ["vandaag", "zoeken"]
    assert not (kluis.parent / "fouten.log").exists()
