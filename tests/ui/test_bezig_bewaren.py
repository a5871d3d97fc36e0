"""The store is busy with a new key for longer than a save waits: it is said by name, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kernteam_tui.data.fouten import StoreBusy
from kernteam_tui.data.opening.engine import POOL_SIZE
from kernteam_tui.screens import bewaarder
from kernteam_tui.screens.notitie.kop import Notitiekop
from kernteam_tui.services.notities import NotitieBeeld, get_notitie
from kernteam_tui.services.sessie import Sessie
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht_op
from tests.ui.test_notitie import nieuw, schermen, sessie, typ, vlak

__all__ = ["nieuw", "schermen", "sessie"]


async def test_what_is_typed_while_the_store_is_busy_stays_and_is_saved_after_it(
    tmp_path: Path,
    sessie: Sessie,
    nieuw: Callable[..., NotitieBeeld],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notitie = nieuw()
    monkeypatch.setattr(bewaarder, "OPNIEUW_NA", 0.1)
    engine = sessie.store.engine
    monkeypatch.setattr(engine.pool, "_timeout", 0.05)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "notitie", notitie_id=notitie.id) as pilot:
        bezet = [engine.raw_connection() for _ in range(POOL_SIZE)]
        await typ(pilot, "niet kwijtraken")
        await wacht_op(pilot, lambda: StoreBusy.titel in tekst_van(app))
        await pilot.press("escape")
        assert vlak(app).text == "niet kwijtraken"
        for verbinding in bezet:
            verbinding.close()
        await wacht_op(pilot, lambda: not app.screen.query_one(Notitiekop).onveilig)
        assert get_notitie(sessie, notitie.id).tekst == "niet kwijtraken"
