"""The page for parents says in one calm line where a reader may stumble; the rest is behind `i`."""

from __future__ import annotations

from typing import Any

from kernteam_tui.app import KernteamApp
from kernteam_tui.services.gezinsplan import lees_plan
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.conftest import app, casus_id, sessie
from tests.ui.hulpmiddel import open_app, tekst_van, wacht

__all__ = ["app", "casus_id", "sessie"]


def plan(actie: str) -> dict[str, Any]:
    return {
        "onderdelen": {
            "wat_gaat_goed": {"woorden": [{"van": "Lina", "tekst": "Derhalve de casus, OPP en SWV"}]}
        },
        "acties": [{"wat": actie, "wie": "school", "wanneer": "2026-12-01"}],
    }


async def test_the_page_says_how_many_and_i_says_which(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    lees_plan(sessie, casus_id, plan("Er wordt z.s.m. met het SWV gebeld."), vaststellen=True)
    async with open_app(app, "bladzijde", casus_id=casus_id) as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        assert "taal: 2 afkortingen · 1 lijdende vorm (i)" in tekst_van(app)
        await pilot.press("i")
        await wacht(pilot)
        await pilot.press("end")
        await wacht(pilot)
        beeld = " ".join(tekst_van(app).split())
        assert "Hier kan een lezer blijven haken" in beeld
        assert "Schrijf het uit: ‘zo snel mogelijk’." in beeld
        assert "Derhalve" not in beeld, "words of the family are never looked at"


async def test_a_page_in_plain_words_says_nothing_of_it(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    lees_plan(sessie, casus_id, plan("Mentor belt oma."), vaststellen=True)
    async with open_app(app, "bladzijde", casus_id=casus_id) as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        assert "Mentor belt oma." in tekst_van(app) or "Ons plan" in tekst_van(app)
        assert "taal:" not in tekst_van(app)
        await pilot.press("i")
        await wacht(pilot)
        assert "blijven haken" not in tekst_van(app)
