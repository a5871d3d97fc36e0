"""Samen kijken asks for gezag first, as the page and the plan on paper do."""

from __future__ import annotations

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.screens.dialogen import Keuzedialoog
from kernteam_tui.screens.gezag import GezagScreen
from kernteam_tui.screens.gezinsplan.samen import SamenKijkenScreen
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.aantafel import get_tafelouders
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.handgrepen import GOED, zet
from tests.ui.hulpmiddel import open_app, tekst_van, wacht, wacht_op


def _gezin(sessie: Sessie, gezag: str, geboren: str = "2013-02-01") -> str:
    """Els has gezag; Rob lives elsewhere, with this answer about gezag."""
    casus = register_aanmelding(
        sessie,
        {
            "jongere": {"roepnaam": "Bram", "achternaam": "Vos", "geboortedatum": geboren},
            "ouders": [
                {"naam": "Els Vos", "gezag": "ja", "woont_bij": True},
                {"naam": "Rob Vos", "gezag": gezag, "woont_bij": False},
            ],
            "school": "Voorbeeldcollege",
            "aangemeld": "2026-11-20",
            "redenen": ["thuiszitten"],
        },
    ).casus_id
    revision = get_plan(sessie, casus).revision
    save_onderdeel(sessie, casus, revision, GOED, (Citaat("Bram", "nl", "Ik zing elke dag"),), "")
    return casus


@pytest.mark.parametrize("keus", ["Rob", "samen"])
async def test_a_parent_of_whom_gezag_is_not_known_sees_it_after_the_answer_only(
    app: KernteamApp, casus_id: str, sessie: Sessie, keus: str
) -> None:
    assert casus_id
    gezin = _gezin(sessie, "onbekend")
    toetsen = ["down", "enter"] if keus == "Rob" else ["down", "down", "enter"]
    async with open_app(app, "samen_kijken", size=(80, 24), casus_id=gezin, onderdeel=GOED) as pilot:
        assert "Alleen Rob Vos (gezag niet bekend)" in tekst_van(app)
        assert "De ouders samen (gezag niet bekend)" in tekst_van(app)
        assert "Alleen Els Vos (" not in tekst_van(app)
        await pilot.press(*toetsen)
        await wacht_op(pilot, lambda: isinstance(app.screen, GezagScreen))
        await wacht_op(pilot, lambda: "Heeft Rob" in tekst_van(app))
        assert "Ik zing" not in tekst_van(app)
        await pilot.press("escape")
        await wacht_op(pilot, lambda: isinstance(app.screen, Keuzedialoog))
        assert "Ik zing" not in tekst_van(app), "without an answer it is asked again"
        await pilot.press(*toetsen)
        await wacht_op(pilot, lambda: isinstance(app.screen, GezagScreen))
        await wacht(pilot)
        zet(app, gezag="ja", hoe="gezagsregister, 23 november")
        await pilot.press("ctrl+s")
        await wacht_op(pilot, lambda: isinstance(app.screen, SamenKijkenScreen))
        await wacht_op(pilot, lambda: "Ik zing" in tekst_van(app))


async def test_a_parent_without_gezag_is_refused_with_the_reason_and_another_can_be_chosen(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    assert casus_id
    async with open_app(
        app, "samen_kijken", size=(80, 24), casus_id=_gezin(sessie, "nee"), onderdeel=GOED
    ) as pilot:
        assert "Alleen Rob Vos (geen gezag)" in tekst_van(app)
        await pilot.press("down", "enter")
        await wacht_op(pilot, lambda: "BW 1:377c" in tekst_van(app))
        assert "vraag toestemming" in " ".join(tekst_van(app).split())
        await pilot.press("escape")
        await wacht_op(pilot, lambda: isinstance(app.screen, Keuzedialoog))
        assert "Ik zing" not in tekst_van(app)
        await pilot.press("home", "enter")
        await wacht_op(pilot, lambda: "Ik zing" in tekst_van(app))


async def test_a_table_that_is_remembered_goes_through_the_same_rule(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    assert casus_id
    gezin = _gezin(sessie, "nee")
    async with open_app(app, "samen_kijken", casus_id=gezin, onderdeel=GOED, wie="ouder-1"):
        assert isinstance(app.screen, Keuzedialoog)
        assert "Ik zing" not in tekst_van(app)


@pytest.mark.parametrize("geboren", ["2013-02-01", "2010-02-01"])
@pytest.mark.parametrize(
    ("gezag", "onbekend", "mag"), [("ja", False, True), ("nee", False, False), ("onbekend", True, False)]
)
def test_gezag_decides_for_each_parent(
    sessie: Sessie, casus_id: str, geboren: str, gezag: str, onbekend: bool, mag: bool
) -> None:
    assert casus_id
    els, rob = get_tafelouders(sessie, _gezin(sessie, gezag, geboren))
    assert els.bezwaar is None
    assert (rob.gezag_onbekend, rob.bezwaar is None) == (onbekend, mag)
