"""What the tests of the gezinsplan do again and again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.store import open_store
from kernteam_tui.services.gezinsplan import (
    get_plan,
)
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.schrijfvlak import Schrijfvlak
from tests.conftest import WACHTWOORDZIN
from tests.ui.hulpmiddel import VasteKlok, tekst_van, wacht, wacht_op

GOED = "wat_gaat_goed"


def heropen(kluis_map: Path) -> Sessie:
    return Sessie(open_store(kluis_map, WACHTWOORDZIN), VasteKlok())


def vlak(app: KernteamApp, id_: str = "citaat-0-tekst") -> Schrijfvlak:
    return app.screen.query_one(f"#{id_}", Schrijfvlak)


def bewaard(app: KernteamApp, casus_id: str, sleutel: str = GOED) -> Any:
    return get_plan(app.sessie, casus_id).onderdeel(sleutel)


async def tot_bewaard(pilot: Pilot[Any], app: KernteamApp) -> None:
    await wacht_op(pilot, lambda: "bewaard 14:02:11" in tekst_van(app))
    await wacht(pilot)


def zet(app: KernteamApp, **waarden: str) -> None:
    formulier: Any = app.screen
    for veld, waarde in waarden.items():
        formulier.zet(veld, waarde)
