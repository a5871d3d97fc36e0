"""The folder in which agendas come: choosing it, what is newer in it, one that is gone or far away."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from kernteam_tui.screens.agenda import lijst
from kernteam_tui.screens.agenda.inlezen import AgendaInlezenScreen
from kernteam_tui.screens.agenda.lijst import AgendasScreen
from kernteam_tui.services.agendamap import Mapbeeld, zet_map
from kernteam_tui.services.agendas import get_mens
from kernteam_tui.services.instellingen import get_instellingen
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from tests.geduld import GEDULD
from tests.services.agendas.bestanden import MET_PROBLEEM, zet
from tests.ui.agenda.handen import LATER, een_regel, lees_eerder, lia
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht, wacht_op


async def test_a_folder_is_chosen_and_a_file_in_it_gets_a_person(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    map_ = tmp_path / "map"
    zet(map_ / "iemand.ics")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agendas", school_id=school.id) as pilot:
        assert "Geen map gekozen." in tekst_van(app)
        await pilot.press("k")
        await wacht(pilot)
        await pilot.press(*str(map_), "enter")
        await wacht(pilot)
        assert get_instellingen(sessie).agenda_map == str(map_)
        assert "1 nog niet gekoppeld" in tekst_van(app)
        assert "? nog niet gekoppeld" in tekst_van(app)
        await pilot.press("end", "enter")
        await wacht(pilot)
        assert "Van wie is deze agenda?" in tekst_van(app)
        await pilot.press("down", "down", "enter")
        await wacht(pilot)
        await pilot.press("enter")
        await wacht_op(pilot, lambda: get_mens(sessie, school.kernteam[2].id).agendas)
        await wacht(pilot)
        await pilot.press("enter")
        await wacht(pilot)
        assert "alles is bij" in tekst_van(app)
        await pilot.press("k", "down", "enter")
        await wacht(pilot)
        assert get_instellingen(sessie).agenda_map == ""


async def test_what_is_newer_in_the_folder_is_read_by_one_key_and_taken_back(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    map_ = tmp_path / "map"
    lees_eerder(sessie, lia(school), zet(map_ / "lia.ics"))
    lees_eerder(sessie, school.kernteam[2].id, zet(map_ / "jan.ics"))
    zet_map(sessie, str(map_))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agendas") as pilot:
        await pilot.press("m")
        await wacht(pilot)
        assert "Niets nieuwers in de map." in tekst_van(app)
        zet(map_ / "lia.ics", MET_PROBLEEM, LATER)
        zet(map_ / "jan.ics", b"stuk", LATER)
        await pilot.press("m")
        await wacht(pilot)
        tekst = een_regel(app)
        assert "1 tijd gelezen tot 22 mei 2027. 1 afspraak niet goed gelezen." in tekst
        assert "jan.ics: Dit bestand is leeg" in tekst
        assert get_mens(sessie, lia(school)).agendas[0].tijden == 1
        await pilot.press("ctrl+z")
        await wacht(pilot)
    assert get_mens(sessie, lia(school)).agendas[0].tijden == 2


async def test_a_folder_that_is_gone_is_said_small_and_is_in_nobodys_way(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    map_ = tmp_path / "map"
    map_.mkdir()
    zet_map(sessie, str(map_))
    map_.rmdir()
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agendas", school_id=school.id) as pilot:
        assert "is er niet. Met k kies je een andere." in een_regel(app)
        await pilot.press("m")
        await wacht(pilot)
        assert isinstance(app.screen, AgendasScreen)


async def test_a_folder_far_away_holds_up_no_key(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld, monkeypatch: pytest.MonkeyPatch
) -> None:
    mag = threading.Event()
    monkeypatch.setattr(lijst, "bekijk_map", lambda _: mag.wait(GEDULD) and Mapbeeld())
    assert school.kernteam
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        await pilot.press("ctrl+r")
        await wacht_op(pilot, lambda: "nog geen agenda" in tekst_van(app))
        await pilot.press("down", "enter")
        await wacht_op(pilot, lambda: isinstance(app.screen, AgendaInlezenScreen))
        mag.set()
        await wacht(pilot)


async def test_locking_during_a_slow_look_in_the_folder_waits_for_nothing(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld, monkeypatch: pytest.MonkeyPatch
) -> None:
    mag = threading.Event()
    monkeypatch.setattr(lijst, "lees_map", lambda _: mag.wait(GEDULD))
    zet_map(sessie, str(tmp_path))
    assert school.kernteam
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agendas") as pilot:
        await pilot.press("m")
        await pilot.pause()
        await pilot.press("ctrl+l")
        await wacht_op(pilot, lambda: not app.is_open)
        mag.set()
    assert not (tmp_path / "fouten.log").exists()
