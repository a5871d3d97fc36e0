"""One family without a plan, and the app on its real store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.store import Store
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.handgrepen import heropen
from tests.ui.hulpmiddel import VasteKlok, maak_app


@pytest.fixture
def sessie(store: Store) -> Sessie:
    return Sessie(store, VasteKlok())


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    save_school(sessie, {"naam": "Voorbeeldcollege", "kernteam": []})
    return register_aanmelding(
        sessie,
        {
            "jongere": {"roepnaam": "Lina", "achternaam": "Kaya [/]x", "geboortedatum": "2012-01-01"},
            "ouders": [{"naam": "Fatma Kaya", "gezag": "ja", "woont_bij": True}],
            "school": "Voorbeeldcollege",
            "aangemeld": "2026-11-20",
            "redenen": ["thuiszitten"],
        },
    ).casus_id


@pytest.fixture
def app(tmp_path: Path, kluis_map: Path, sessie: Sessie) -> KernteamApp:
    """An app that opens the real store, also after locking."""
    app = maak_app(tmp_path, sessie)
    toegang: Any = app.toegang
    toegang.maak = lambda: sessie if not toegang.sessies else heropen(kluis_map)
    return app
