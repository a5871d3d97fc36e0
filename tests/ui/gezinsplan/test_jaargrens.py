"""Ten months later: what was last year says so, in the plan and on the casus."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.store import Store
from kernteam_tui.services.gezinsplan import set_evaluatie
from kernteam_tui.services.plandoelen import ActieGegevens, save_actie
from kernteam_tui.services.sessie import Sessie
from tests.ui.hulpmiddel import VasteKlok, maak_app, open_app, tekst_van, wacht_op

AUGUSTUS = date(2027, 8, 2)


@pytest.fixture
def later(tmp_path: Path, store: Store, sessie: Sessie, casus_id: str) -> KernteamApp:
    """The same family, seen in August of the next year."""
    save_actie(sessie, casus_id, None, ActieGegevens("Oma belt", "Oma", date(2026, 12, 4)))
    set_evaluatie(sessie, casus_id, date(2026, 11, 30), "")
    app = maak_app(tmp_path, Sessie(store, VasteKlok(AUGUSTUS)))
    app.klok = VasteKlok(AUGUSTUS)
    return app


@pytest.mark.parametrize("maat", [(80, 24), (120, 40)])
async def test_the_list_of_sections_and_the_actions_name_the_year(
    later: KernteamApp, casus_id: str, maat: tuple[int, int]
) -> None:
    async with open_app(later, "gezinsplan", size=maat, casus_id=casus_id, onderdeel="wie_doet_wat") as pilot:
        await wacht_op(pilot, lambda: "vr 4 dec 2026" in tekst_van(later))
        await pilot.press("end")
        await wacht_op(pilot, lambda: "ma 30 nov 2026 is geweest" in tekst_van(later))


async def test_the_overview_of_the_casus_names_the_year(later: KernteamApp, casus_id: str) -> None:
    async with open_app(later, "casus", size=(120, 40), casus_id=casus_id) as pilot:
        await wacht_op(pilot, lambda: "ma 30 nov 2026" in " ".join(tekst_van(later).split()))
