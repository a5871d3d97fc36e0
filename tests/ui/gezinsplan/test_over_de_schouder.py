"""The plan over the shoulder: names are hidden, and one parent at the table sees no words of the other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.screens.gezinsplan.samen import SamenKijkenScreen
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.familieplan import GelezenBijlage, bewaar_bijlage
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel, stel_plan_vast
from kernteam_tui.services.planakkoord import AkkoordGegevens, bewaar_akkoord
from kernteam_tui.services.plandoelen import ActieGegevens, DoelGegevens, save_actie, save_doel
from kernteam_tui.services.samenvatting import maak_samenvatting
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.handgrepen import GOED, zet
from tests.ui.gezinsplan.test_akkoord_scherm import kies
from tests.ui.hulpmiddel import ontgrendel, open_app, tekst_van, wacht

DAG = date(2026, 11, 20)
NAMEN = ("Wqindoleq", "Qvakkelbyx", "Jqakobyz", "Xjantiqpe", "Oqttokyr")


@pytest.fixture
def apart(sessie: Sessie, casus_id: str) -> str:
    """Xjantiqpe, whose parents live apart; her trainer said something of the plan too."""
    assert casus_id
    ouders = [
        {"naam": "Wqindoleq Qvakkelbyx", "gezag": "ja", "woont_bij": True},
        {"naam": "Jqakobyz Qvakkelbyx", "gezag": "ja", "woont_bij": False},
    ]
    casus = register_aanmelding(
        sessie,
        {
            "jongere": {"roepnaam": "Xjantiqpe", "achternaam": "Qvakkelbyx", "geboortedatum": "2012-02-01"},
            "ouders": ouders,
            "school": "Voorbeeldcollege",
            "aangemeld": "2026-11-20",
            "redenen": ["thuiszitten"],
        },
    ).casus_id
    said = (Citaat("Wqindoleq", "nl", "Zij lacht weer."), Citaat("Jqakobyz", "nl", "Ik mis haar."))
    save_onderdeel(sessie, casus, get_plan(sessie, casus).revision, GOED, said, "Rustig thuis.")
    save_doel(sessie, casus, None, DoelGegevens("vaker naar school", "Xjantiqpe", 4, 7))
    save_actie(sessie, casus, None, ActieGegevens("haalt haar op bij papa", "Wqindoleq"))
    stel_plan_vast(sessie, casus)
    trainer = AkkoordGegevens(Standpunt.DEELS, DAG, naam="trainer Oqttokyr", omdat="te snel")
    bewaar_akkoord(sessie, casus, 1, trainer)
    bewaar_bijlage(sessie, casus, GelezenBijlage("plan_Wqindoleq-Qvakkelbyx.pdf", b"x"))
    maak_samenvatting(sessie, casus, "jongere", "tekst")
    return casus


SCHERMEN: dict[str, dict[str, Any]] = {
    "planakkoord": {},
    "akkoord": {"versie": 1},
    "familieplan": {},
    "familieplan_antwoord": {},
    "familieplan_bestand": {},
    "verstrekkingen": {},
    "planevaluatie": {},
    "planverloop": {},
    "samen_kijken": {"wie": "gezin", "onderdeel": GOED},
    "planpapier": {"voor": "zelf"},
    "bladzijde": {},
    "planversies": {},
}


def leesbaar(app: KernteamApp) -> list[str]:
    return [naam for naam in NAMEN if naam in tekst_van(app)]


@pytest.mark.parametrize("maat", [(80, 24), (120, 40)])
async def test_no_name_is_readable_on_the_screens_around_the_plan(
    app: KernteamApp, apart: str, maat: tuple[int, int]
) -> None:
    getoond: set[str] = set()
    async with open_app(app, size=maat) as pilot:
        for naam, argumenten in SCHERMEN.items():
            app.open(naam, casus_id=apart, **argumenten)
            await wacht(pilot)
            getoond |= set(leesbaar(app))
            await pilot.press("f9")
            await wacht(pilot)
            assert leesbaar(app) == [], naam
            for toets in ("down", "down", "pagedown"):
                await pilot.press(toets)
                await pilot.pause()
                assert leesbaar(app) == [], naam
            app.namen.wissel()
            app.terug()
            await wacht(pilot)
    assert getoond == set(NAMEN), "the control: without F9 each of them is read somewhere"


async def test_with_one_of_two_parents_at_the_table_the_other_is_not_on_the_screen(
    app: KernteamApp, apart: str
) -> None:
    """Also in a plan that is not in the variant for parents who live apart."""
    async with open_app(app, "samen_kijken", casus_id=apart, onderdeel=GOED) as pilot:
        assert "Wie zit er aan tafel?" in tekst_van(app)
        assert "Ik mis haar." not in tekst_van(app)
        await pilot.press("enter")
        await wacht(pilot)
        assert isinstance(app.screen, SamenKijkenScreen)
        assert "Zij lacht weer." in tekst_van(app)
        for nummer in range(14):
            for woorden in ("Ik mis haar.", "Jqakobyz", "Rustig thuis.", "bij papa"):
                assert woorden not in tekst_van(app), nummer
            await pilot.press("right")
            await wacht(pilot)


@pytest.mark.parametrize(
    ("scherm", "argumenten", "veld"),
    [
        ("akkoord", {"versie": 1}, "naam"),
        ("akkoord", {"versie": 1}, "verklaring"),
        ("familieplan_bestand", {}, "bestand"),
        ("planevaluatie", {}, ""),
        ("bladzijde", {}, ""),
        ("planpapierdag", {}, ""),
        ("familieplan_antwoord", {}, ""),
    ],
)
async def test_locking_over_a_half_typed_form_shows_nothing_and_loses_nothing(
    app: KernteamApp, apart: str, scherm: str, argumenten: dict[str, Any], veld: str
) -> None:
    async with open_app(app, scherm, size=(120, 60), casus_id=apart, **argumenten) as pilot:
        if veld:
            if scherm == "akkoord":
                kies(app, "van", "ander")
            zet(app, **{veld: "Zwqvleug"})
            await wacht(pilot)
            assert "Zwqvleug" in tekst_van(app)
        await pilot.press("ctrl+l")
        await wacht(pilot)
        assert leesbaar(app) == []
        assert "Zwqvleug" not in tekst_van(app)
        await ontgrendel(pilot)
        await wacht(pilot)
        assert not veld or "Zwqvleug" in tekst_van(app)
