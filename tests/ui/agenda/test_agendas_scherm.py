"""Agenda's by keys: who stands in the list, forgetting, and somebody who looks on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.screens.agenda.lijst import AgendasScreen
from kernteam_tui.services.agendas import get_agendas, lees_in
from kernteam_tui.services.school import SchoolBeeld, save_school
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok
from tests.services.agendas.bestanden import GOED, zet
from tests.ui.agenda.handen import een_regel, lia
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht


async def test_nobody_in_a_kernteam_says_where_to_begin(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agendas") as pilot:
        assert "Nog niemand in een kernteam." in tekst_van(app)
        await pilot.press("enter", "d", "m")
        await wacht(pilot)
        await pilot.press("escape")
        await wacht(pilot)
        assert isinstance(app.screen, AgendasScreen)


@pytest.mark.parametrize("scherm", ["school", "rooster"])
async def test_the_way_from_school_and_rooster_is_of_that_kernteam(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld, scherm: str
) -> None:
    app = maak_app(tmp_path, sessie)
    argumenten: dict[str, Any] = {"school_id": school.id} if scherm == "rooster" else {}
    async with open_app(app, scherm, **argumenten) as pilot:
        await pilot.press("g")
        await wacht(pilot)
        assert isinstance(app.screen, AgendasScreen)
        assert "De Brug" in tekst_van(app).splitlines()[0]
        assert een_regel(app).count("nog geen agenda") == 3
        assert "Alleen tijden: geen onderwerp, plaats of mensen." in tekst_van(app)


async def test_from_anywhere_each_person_stands_there_once(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    assert school.kernteam
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        await pilot.press("ctrl+r")
        await wacht(pilot)
        assert isinstance(app.screen, AgendasScreen)
        assert een_regel(app).count("nog geen agenda") == 3
        await pilot.press("ctrl+r")
        await wacht(pilot)
        await pilot.press("escape")
        await wacht(pilot)
        assert not isinstance(app.screen, AgendasScreen), "not a second one on top"


async def test_forgotten_and_back(tmp_path: Path, sessie: Sessie, school: SchoolBeeld) -> None:
    lees_in(sessie, lia(school), zet(tmp_path / "lia.ics"))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agendas") as pilot:
        await pilot.press("d")
        await wacht(pilot)
        assert "Hier is geen agenda om te vergeten." in tekst_van(app)
        await pilot.press("down", "d")
        await wacht(pilot)
        assert "lia.ics" not in tekst_van(app)
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert "lia.ics" in tekst_van(app)
    assert (tmp_path / "lia.ics").read_bytes() == GOED


async def test_her_own_agenda_and_an_agenda_that_is_over(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    vera = school.kernteam[1].id
    vorig_jaar = Sessie(sessie.store, VasteKlok(datetime(2026, 5, 27, 8, 0, tzinfo=AMSTERDAM)))
    lees_in(vorig_jaar, vera, zet(tmp_path / "ik.ics"))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agendas", size=(120, 40)):
        eerste = next(regel for regel in tekst_van(app).splitlines() if "ik.ics" in regel)
        assert "jij  gezinswerker" in eerste
        assert "! voorbij, tot 23 nov" in eerste


async def test_names_hidden_hides_a_family_name_in_a_file_name(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    from tests.ui.rooster.scholen import plan_startgesprek

    plan_startgesprek(sessie, school, 26, 10, "Sami")
    lees_in(sessie, lia(school), zet(tmp_path / "Sami.ics"))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agendas", size=(120, 40)) as pilot:
        assert "Sami" in tekst_van(app)
        await pilot.press("f9")
        await wacht(pilot)
        assert "Sami" not in tekst_van(app)


async def test_a_person_without_a_name_is_called_by_the_role(tmp_path: Path, sessie: Sessie) -> None:
    save_school(sessie, {"naam": "De Brug", "kernteam": [{"rol": "jeugdarts", "naam": "Jan"}]})
    [mens] = get_agendas(sessie).mensen
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agenda_inlezen", partner_id=mens.partner_id):
        assert "Jan, jeugdarts" in tekst_van(app)
