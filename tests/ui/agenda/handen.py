"""What the tests of the agenda screens share: reading earlier, pasting, and the screen as one line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from textual import events

from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.agendas import lees_in
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok
from tests.ui.hulpmiddel import tekst_van

LATER = datetime(2026, 11, 23, 9, 0, tzinfo=AMSTERDAM)
"""After what `lees_eerder` read, and before now."""


def lees_eerder(sessie: Sessie, partner_id: str, pad: Path) -> None:
    """Read in at eight this morning."""
    lees_in(Sessie(sessie.store, VasteKlok(datetime(2026, 11, 23, 8, 0, tzinfo=AMSTERDAM))), partner_id, pad)


def een_regel(app: Any) -> str:
    return " ".join(tekst_van(app).replace("▌", " ").split())


def lia(school: SchoolBeeld) -> str:
    return school.kernteam[0].id


async def plak(pilot: Any, tekst: str) -> None:
    """As a terminal pastes, and as it gives a file that was dragged into it."""
    pilot.app.screen.query_one("#bestand-invoer").post_message(events.Paste(tekst))
    await pilot.pause()
