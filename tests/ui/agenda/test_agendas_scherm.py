"""Agenda's by keys: reading one in, what it replaces, forgetting, the folder, and breaking off."""

from __future__ import annotations

import threading
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from textual import events

from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.screens.agenda import inlezen, lezend, lijst
from kernteam_tui.screens.agenda.inlezen import AgendaInlezenScreen
from kernteam_tui.screens.agenda.lijst import AgendasScreen
from kernteam_tui.services.agendamap import Mapbeeld, zet_map
from kernteam_tui.services.agendas import GelezenBestand, get_agendas, get_mens, lees_bestand, lees_in
from kernteam_tui.services.concepten import load_concept
from kernteam_tui.services.instellingen import get_instellingen
from kernteam_tui.services.school import SchoolBeeld, save_school
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok
from tests.exchange.agenda.vijandig import VIJANDIG
from tests.services.agendas.bestanden import GOED, MERKWOORDEN, MET_PROBLEEM, kalender, zet
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht, wacht_op

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


async def test_a_file_is_read_in_by_keys_and_a_report_says_what(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    bestand = zet(tmp_path / "in" / "lia.ics", MET_PROBLEEM)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agendas", school_id=school.id) as pilot:
        await pilot.press("down", "enter")
        await wacht(pilot)
        assert isinstance(app.screen, AgendaInlezenScreen)
        await pilot.press(*str(bestand), "enter")
        await wacht_op(pilot, lambda: get_mens(sessie, lia(school)).agendas)
        await wacht(pilot)
        tekst = een_regel(app)
        assert "1 tijd gelezen tot 22 mei 2027." in tekst
        assert "! De agenda is 12 dagen oud." in tekst
        assert "1 afspraak niet goed gelezen:" in tekst
        assert "Uidwoord-uur" in tekst, "shown once"
        assert "Met ctrl+z" in tekst
        await pilot.press("enter")
        await wacht(pilot)
        assert isinstance(app.screen, AgendasScreen)
        tekst = een_regel(app)
        assert "1 niet goed" in next(r for r in tekst_van(app).splitlines() if "leerplicht" in r)
        assert "! van 11 nov, 12 dagen oud" in tekst
        assert "lia.ics · 1 tijd tot 22 mei 2027 · 1 niet goed gelezen" in tekst
        assert "Uidwoord" not in tekst
    assert load_concept(sessie, f"agenda:{lia(school)}:") is None
    gelogd = (tmp_path / "fouten.log").read_text("utf-8") if (tmp_path / "fouten.log").exists() else ""
    assert [woord for woord in MERKWOORDEN if woord in gelogd] == []


async def test_what_was_read_is_taken_back_and_the_report_goes(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    bestand = zet(tmp_path / "mijn agenda.ics")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agenda_inlezen", partner_id=lia(school)) as pilot:
        await plak(pilot, f"file://{str(bestand).replace(' ', '%20')}")
        await pilot.press("ctrl+s")
        await wacht_op(pilot, lambda: get_mens(sessie, lia(school)).agendas)
        await wacht(pilot)
        assert "2 tijden gelezen" in tekst_van(app)
        await pilot.press("ctrl+z")
        await wacht_op(pilot, lambda: not get_mens(sessie, lia(school)).agendas)
        await wacht(pilot)
        assert not isinstance(app.screen, AgendaInlezenScreen)
    assert get_mens(sessie, lia(school)).agendas == ()


async def test_another_name_asks_what_it_replaces(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    lees_in(sessie, lia(school), zet(tmp_path / "lia.ics"))
    nieuw = zet(tmp_path / "lia (1).ics", kalender())
    for toetsen, over in ((("down", "enter"), 2), (("enter",), 1)):
        app = maak_app(tmp_path, sessie)
        async with open_app(app, "agenda_inlezen", partner_id=lia(school)) as pilot:
            assert "Nu: lia.ics" in tekst_van(app) or over == 1
            await plak(pilot, f'"{nieuw}"')
            await pilot.press("enter")
            await wacht(pilot)
            if over == 2:
                assert "In plaats van lia.ics (12 dagen oud)" in tekst_van(app)
                await pilot.press(*toetsen)
                await wacht(pilot)
                assert "Geen bezette tijd gevonden" in tekst_van(app)
                assert len(get_mens(sessie, lia(school)).agendas) == 2
                lees_in(sessie, lia(school), zet(tmp_path / "lia.ics"))
            else:
                assert "In plaats van" not in tekst_van(app), "the same name asks nothing"


async def test_escape_at_the_question_keeps_nothing(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    lees_in(sessie, lia(school), zet(tmp_path / "lia.ics"))
    voor = get_mens(sessie, lia(school)).agendas
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agenda_inlezen", partner_id=lia(school)) as pilot:
        await plak(pilot, str(zet(tmp_path / "ander.ics", kalender())))
        await pilot.press("enter")
        await wacht(pilot)
        await pilot.press("escape")
        await wacht(pilot)
        assert isinstance(app.screen, AgendaInlezenScreen)
    assert get_mens(sessie, lia(school)).agendas == voor


async def test_what_cannot_be_read_is_said_at_the_field_and_the_draft_stays(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    half = zet(tmp_path / "half.ics", GOED[:-30])
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agenda_inlezen", partner_id=lia(school)) as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        assert "Vul dit in: bestand." in een_regel(app)
        await pilot.press(*str(half), "enter")
        await wacht(pilot)
        assert "Dit bestand is niet heel" in een_regel(app)
        await pilot.press("x", "enter")
        await wacht(pilot)
        assert "Dit bestand is er niet, of je mag het niet lezen." in een_regel(app)
        scherm: Any = app.screen
        scherm.bewaar_nu()
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agenda_inlezen", partner_id=lia(school)) as pilot:
        assert scherm is not app.screen
        assert "half.icsx" in een_regel(app)
        assert "verder waar je gebleven was" in tekst_van(app)
        assert pilot.app.screen.focused.cursor_position == len(f"{half}x")  # type: ignore[union-attr]  # an Input


async def test_a_begun_path_is_filled_in_with_the_arrow(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    bestand = zet(tmp_path / "in" / "lia de wit.ics")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agenda_inlezen", partner_id=lia(school), size=(160, 40)) as pilot:
        await pilot.press(*f"{tmp_path}/i")
        veld: Any = app.screen.focused
        await wacht_op(pilot, lambda: veld._suggestion)
        await pilot.press("right", "l")
        await wacht_op(pilot, lambda: veld._suggestion.endswith(".ics"))
        await pilot.press("right", "enter")
        await wacht_op(pilot, lambda: get_mens(sessie, lia(school)).agendas)
    assert get_mens(sessie, lia(school)).agendas[0].bestand == bestand.name


async def test_a_name_alone_is_one_of_the_folder_and_a_dragged_file_replaces_what_stood_there(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    zet(tmp_path / "map" / "liam.ics")
    ander = zet(tmp_path / "elders.ics")
    zet_map(sessie, str(tmp_path / "map"))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agenda_inlezen", partner_id=lia(school)) as pilot:
        veld: Any = app.screen.focused
        await pilot.press("l", "i")
        await wacht_op(pilot, lambda: veld._suggestion == "liam.ics")
        await plak(pilot, "am")
        assert veld.value == "liam"
        await plak(pilot, f"'{ander}' ")
        assert veld.value == f"'{ander}'"
        await plak(pilot, str(ander))
        await pilot.press("ctrl+a", "ctrl+k", *"liam.ics", "enter")
        await wacht_op(pilot, lambda: get_mens(sessie, lia(school)).agendas)
    assert [a.bestand for a in get_mens(sessie, lia(school)).agendas] == ["liam.ics"]


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


# --- the folder -------------------------------------------------------------------------------------


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


# --- hostile and slow ---------------------------------------------------------------------------------


async def test_a_reading_that_takes_long_says_so_and_is_broken_off_with_escape(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld, monkeypatch: pytest.MonkeyPatch
) -> None:
    mag, klaar = threading.Event(), threading.Event()

    def traag(sessie: Sessie, partner_id: str, pad: Path) -> GelezenBestand:
        assert mag.wait(10)
        try:
            return lees_bestand(sessie, partner_id, pad)
        finally:
            klaar.set()

    monkeypatch.setattr(inlezen, "lees_bestand", traag)
    monkeypatch.setattr(lezend, "NA_SECONDEN", 0.05)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agenda_inlezen", partner_id=lia(school)) as pilot:
        await plak(pilot, str(zet(tmp_path / "lia.ics")))
        await pilot.press("enter")
        await wacht_op(pilot, lambda: "De agenda wordt gelezen" in tekst_van(app))
        await pilot.press("x", "backspace", "enter", "escape")
        await wacht_op(pilot, lambda: "Afgebroken. Er is niets ingelezen" in tekst_van(app))
        assert isinstance(app.screen, AgendaInlezenScreen)
        mag.set()
        await wacht_op(pilot, klaar.is_set)
        await wacht(pilot)
        assert get_mens(sessie, lia(school)).agendas == ()
        await pilot.press("enter")
        await wacht_op(pilot, lambda: get_mens(sessie, lia(school)).agendas)
        await wacht(pilot)
        assert "2 tijden gelezen" in tekst_van(app)


async def test_a_folder_far_away_holds_up_no_key(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld, monkeypatch: pytest.MonkeyPatch
) -> None:
    mag = threading.Event()
    monkeypatch.setattr(lijst, "bekijk_map", lambda _: mag.wait(10) and Mapbeeld())
    assert school.kernteam
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        await pilot.press("ctrl+r")
        await wacht_op(pilot, lambda: "nog geen agenda" in tekst_van(app))
        await pilot.press("down", "enter")
        await wacht_op(pilot, lambda: isinstance(app.screen, AgendaInlezenScreen), 3.0)
        mag.set()
        await wacht(pilot)


async def test_locking_during_a_slow_look_in_the_folder_waits_for_nothing(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld, monkeypatch: pytest.MonkeyPatch
) -> None:
    mag = threading.Event()
    monkeypatch.setattr(lijst, "lees_map", lambda _: mag.wait(10))
    zet_map(sessie, str(tmp_path))
    assert school.kernteam
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agendas") as pilot:
        await pilot.press("m")
        await pilot.pause()
        await pilot.press("ctrl+l")
        await wacht_op(pilot, lambda: not app.is_open, 3.0)
        mag.set()
    assert not (tmp_path / "fouten.log").exists()


@pytest.mark.parametrize("naam", ["elk_uur", "zeer_lang_en_vaak", "honderdduizend_afspraken"])
async def test_a_hostile_calendar_leaves_the_app_answering(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld, naam: str
) -> None:
    bestand = zet(tmp_path / f"{naam}.ics", VIJANDIG[naam]())
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agenda_inlezen", partner_id=lia(school)) as pilot:
        await plak(pilot, str(bestand))
        await pilot.press("enter", "f1")
        await wacht_op(pilot, lambda: app.screen.__class__.__name__ == "HulpScreen", 2.0)
        await pilot.press("escape")
        await wacht_op(pilot, lambda: "gelezen tot" in een_regel(app) or "fspraken" in een_regel(app), 30.0)
        if naam != "elk_uur":
            assert get_mens(sessie, lia(school)).agendas == ()


async def test_a_hostile_name_of_an_appointment_is_only_text(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    kwaad = MET_PROBLEEM.replace(b"Uidwoord-uur", b"[b][/]\x1b]0;weg\x07" + b"u" * 5000)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "agenda_inlezen", partner_id=lia(school)) as pilot:
        await plak(pilot, str(zet(tmp_path / "lia.ics", kwaad)))
        await pilot.press("enter")
        await wacht_op(pilot, lambda: get_mens(sessie, lia(school)).agendas)
        await wacht(pilot)
        assert "[b][/]…uuu" in tekst_van(app)
        assert "\x1b" not in tekst_van(app)


# --- somebody looks on ----------------------------------------------------------------------------------


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
