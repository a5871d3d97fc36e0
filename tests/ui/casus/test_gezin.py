"""The family in a casus: who has gezag and how that is known, and the form of a person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kernteam_tui.domain.codes import (
    JaNeeOnbekend,
    PersoonRol,
)
from kernteam_tui.screens.casus.scherm import CasusScreen
from kernteam_tui.screens.persoon import PersoonScreen
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.gezin import bewaar_invoer, get_gezin, get_persoon
from kernteam_tui.services.sessie import Sessie
from tests.gezagshulp import leg_gezag_vast
from tests.ui.casussen import open_scherm
from tests.ui.hulpmiddel import (
    maak_app,
    tekst_van,
    wacht,
)


def _casus(pilot: Any) -> CasusBeeld:
    scherm = pilot.app.screen
    assert isinstance(scherm, CasusScreen)
    assert scherm.casus is not None
    return scherm.casus


async def test_gezag_is_noted_with_how_it_is_known(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id, tab="gezin") as pilot:
        assert "Fatma [/]x" in tekst_van(pilot.app)
        await pilot.press("g")
        await wacht(pilot)
        assert pilot.app.screen.NAAM == "casus", "a jongere has no gezag"
        await pilot.press("down", "g")
        await wacht(pilot)
        formulier: Any = pilot.app.screen
        formulier.zet("gezag", "ja")
        formulier.zet("hoe", "gezagsregister ingezien")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "gezagsregister ingezien, ma 23 nov" in tekst_van(pilot.app)
    fatma = next(p for p in get_casus(sessie, casus_id).personen if p.naam.startswith("Fatma"))
    assert (fatma.gezag, fatma.gezag_hoe) == (JaNeeOnbekend.JA, "gezagsregister ingezien")


async def test_a_person_is_changed_and_one_is_added(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id, tab="gezin") as pilot:
        await pilot.press("down", "enter")
        await wacht(pilot)
        scherm = pilot.app.screen
        assert isinstance(scherm, PersoonScreen)
        assert scherm.veld("taal").waarde == "Turks"
        scherm.zet("telefoon", "06 9999 9999")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "06 9999 9999" in tekst_van(pilot.app)
        await pilot.press("t")
        await wacht(pilot)
        scherm = pilot.app.screen
        scherm.zet("rol", "gezinslid")
        scherm.gewijzigd("rol")
        assert not scherm.veld("gezag").display
        scherm.zet("roepnaam", "Oma")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Oma" in tekst_van(pilot.app)
    personen = get_casus(sessie, casus_id).personen
    assert [p.naam for p in personen if p.rol is PersoonRol.GEZINSLID] == ["Oma"]
    assert [p.taal for p in personen if p.naam.startswith("Fatma")] == ["tr"]


async def test_a_half_typed_person_comes_back_without_hiding_what_was_saved_since(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    ouder = next(p for p in get_casus(sessie, casus_id).personen if p.naam.startswith("Fatma"))
    argumenten: dict[str, Any] = {"casus_id": casus_id, "persoon_id": ouder.id}
    async with open_scherm(maak_app(tmp_path, sessie), "persoon", **argumenten) as pilot:
        pilot.app.screen.zet("email", "f@voorbeeld.nl")
        await pilot.press("escape")
        await wacht(pilot)
        casus = get_casus(sessie, casus_id)
        leg_gezag_vast(sessie, casus.id, ouder.id, JaNeeOnbekend.NEE, "uitspraak gezien")
        pilot.app.open("persoon", **argumenten)
        await wacht(pilot)
        assert pilot.app.screen.veld("email").waarde == "f@voorbeeld.nl"
        assert pilot.app.screen.veld("gezag").waarde == "nee"
        await pilot.press("ctrl+s")
        await wacht(pilot)
    persoon = get_persoon(sessie, casus_id, ouder.id)
    assert (persoon.email, persoon.gezag, persoon.gezag_hoe) == (
        "f@voorbeeld.nl",
        JaNeeOnbekend.NEE,
        "uitspraak gezien",
    )


async def test_a_second_d_takes_nobody_else_along(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    bewaar_invoer(
        sessie, casus_id, ("Fatma moeder", "huis Kade 1", "Bo zus", "Fatma", "Ans zus", "Cas broer")
    )
    voor = get_gezin(sessie, casus_id)
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id, tab="gezin") as pilot:
        await pilot.press("down", "down")
        await wacht(pilot)
        await pilot.press("d")
        await wacht(pilot)
        await pilot.press("d")
        await wacht(pilot)
    na = get_gezin(sessie, casus_id)
    assert len(na.huizen) == len(voor.huizen) == 1
    assert len(na.personen) == len(voor.personen) - 1
