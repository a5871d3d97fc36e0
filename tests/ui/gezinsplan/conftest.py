"""One family without a plan, and the app on its real store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.store import Store
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.gezinnen import meld_aan, ouder
from tests.ui.gezinsplan.handgrepen import heropen
from tests.ui.hulpmiddel import VasteKlok, maak_app


@pytest.fixture
def sessie(store: Store) -> Sessie:
    return Sessie(store, VasteKlok())


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    save_school(sessie, {"naam": "Voorbeeldcollege", "kernteam": []})
    return meld_aan(sessie, "Lina", "Kaya [/]x", "2012-01-01", ouder("Fatma Kaya"))


@pytest.fixture
def app(tmp_path: Path, kluis_map: Path, sessie: Sessie) -> KernteamApp:
    """An app that opens the real store, also after locking."""
    app = maak_app(tmp_path, sessie)
    toegang: Any = app.toegang
    toegang.maak = lambda: sessie if not toegang.sessies else heropen(kluis_map)
    return app
