"""Reading one agenda in by keys: the path, the report, what it replaces, and what cannot be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kernteam_tui.screens.agenda.inlezen import AgendaInlezenScreen
from kernteam_tui.screens.agenda.lijst import AgendasScreen
from kernteam_tui.services.agendamap import zet_map
from kernteam_tui.services.agendas import get_mens, lees_in
from kernteam_tui.services.concepten import load_concept
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from tests.services.agendas.bestanden import GOED, MERKWOORDEN, MET_PROBLEEM, kalender, zet
from tests.ui.agenda.handen import een_regel, lia, plak
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht, wacht_op


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
        assert "24-11-2026 09:00" in tekst, "to find it by in her own calendar"
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
