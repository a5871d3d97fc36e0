"""De kluis: one screen that says how the store is doing, and leads on."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.screens.kluis import deuren
from kernteam_tui.services.kluisoverzicht import KluisOverzicht, get_kluisoverzicht
from kernteam_tui.services.reservekopie import maak_reservekopie
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht

NIETS = KluisOverzicht(Path("kluis"), 0, None, 0, 0, 0, None)
VOL = KluisOverzicht(
    Path("kluis"), 7, datetime(2026, 11, 23, 8, 14, tzinfo=AMSTERDAM), 4, 2, 431, date(2026, 11, 3)
)


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    return Sessie(store, klok)


def test_what_asks_for_attention_is_marked() -> None:
    assert [deur.scherm for deur in deuren(VOL) if deur.let_op] == ["uit"]
    assert [deur.scherm for deur in deuren(NIETS) if deur.let_op] == ["reservekopieen"]


def test_each_row_says_how_things_stand() -> None:
    stand = {deur.scherm: deur.stand for deur in deuren(VOL)}
    assert stand["reservekopieen"] == "7 bewaard, de laatste van ma 23 nov 08:14"
    assert stand["uit"] == "4 bestanden, 2 ouder dan een week; niet versleuteld"
    assert stand["logboek"] == "431 regels"
    assert stand["sleutels"] == "het laatst gewijzigd op di 3 nov"


def test_the_overview_counts_what_there_is(sessie: Sessie) -> None:
    maak_reservekopie(sessie)
    (sessie.map / "uit").mkdir()
    (sessie.map / "uit" / "brief.txt").write_text("x")
    beeld = get_kluisoverzicht(sessie)
    assert (beeld.kopieen, beeld.buiten) == (1, 1)
    assert beeld.laatste_kopie is not None


async def test_ctrl_g_opens_it_from_anywhere_and_enter_goes_on(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        await pilot.press("ctrl+g")
        await wacht(pilot)
        assert "Reservekopieën" in tekst_van(app)
        await pilot.press("down", "down", "enter")
        await wacht(pilot)
        assert "geen bestanden buiten de kluis" in tekst_van(app)
