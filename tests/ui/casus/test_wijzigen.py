"""The facts of a casus in one form, also when they were changed elsewhere meanwhile."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kernteam_tui.screens.casus.wijzigen import CasusWijzigenScreen
from kernteam_tui.services.casus import get_casus, wijzig_casus
from kernteam_tui.services.sessie import Sessie
from tests.ui.casussen import open_scherm
from tests.ui.hulpmiddel import (
    maak_app,
    tekst_van,
    wacht,
    wacht_op,
)


async def test_the_facts_of_a_casus_are_changed_in_one_form(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id) as pilot:
        await pilot.press("w")
        await wacht(pilot)
        scherm = pilot.app.screen
        assert isinstance(scherm, CasusWijzigenScreen)
        for naam, waarde in {
            "zorg_zonder_vraag": True,
            "volgende_poging": "1-12",
            "regisseur": "moeder",
            "redenen": ["thuiszitten", "pesten"],
            "kennismaking_aangeboden_op": "gisteren",
        }.items():
            scherm.zet(naam, waarde)
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "zorg zonder vraag" in tekst_van(pilot.app)
    casus = get_casus(sessie, casus_id)
    assert (casus.zorg_zonder_vraag, casus.volgende_poging) == (True, date(2026, 12, 1))
    assert (casus.regisseur, casus.redenen) == ("moeder", ("thuiszitten", "pesten"))
    assert casus.kennismaking_aangeboden_op == date(2026, 11, 22)
    assert casus.ouders_weten is False


@pytest.mark.parametrize(("keuze", "klas"), [("mijn", "4C"), ("andere", "4B")])
async def test_a_change_from_elsewhere_is_shown_beside_ones_own(
    tmp_path: Path, sessie: Sessie, casus_id: str, keuze: str, klas: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus_wijzigen", casus_id=casus_id) as pilot:
        scherm = pilot.app.screen
        scherm.zet("klas", "4C")
        wijzig_casus(sessie, casus_id, get_casus(sessie, casus_id).revision, klas="4B", mentor="P. Smit")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        tekst = tekst_van(pilot.app)
        assert "4B" in tekst
        assert "4C" in tekst
        assert "Intussen gewijzigd" in tekst
        await pilot.click(f"#{keuze}")
        await wacht(pilot)
        await wacht_op(pilot, lambda: pilot.app.screen.NAAM == "vandaag")
    casus = get_casus(sessie, casus_id)
    assert (casus.klas, casus.mentor) == (klas, "P. Smit")
