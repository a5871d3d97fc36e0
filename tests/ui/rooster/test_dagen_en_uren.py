"""The days and the hours of a school, by keys."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from textual.app import ComposeResult

from kernteam_tui.domain.codes import Dag, Dagdeel, GesprekSoort
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.lesrooster import maak_lesuren
from kernteam_tui.domain.plancodes import Schooldagsoort
from kernteam_tui.domain.schooltijd import Dagdeeltijd, Lesuur, Overlegmoment
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.screens.rooster.schooldag import SchooldagScreen
from kernteam_tui.screens.rooster.schooldagen import SchooldagenScreen
from kernteam_tui.screens.rooster.schooltijden import SchooltijdenScreen
from kernteam_tui.services.concepten import load_concept
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.school import SchoolBeeld, get_school, list_scholen, save_school
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.velden import Tijdveld
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht, wacht_op, zet_schermen
from tests.ui.rooster.scholen import KOMPAS
from tests.ui.schoolgezin import maak_casus


def een_regel(app: Any) -> str:
    return " ".join(tekst_van(app).replace("▌", " ").split())


async def test_a_study_day_in_a_few_keys(tmp_path: Path, sessie: Sessie, school: SchoolBeeld) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "school") as pilot:
        await pilot.press("d")
        await wacht(pilot)
        assert isinstance(app.screen, SchooldagenScreen)
        await pilot.press("t")
        await wacht(pilot)
        await pilot.press(*"24 nov, 3-7 mei", "ctrl+s")
        await wacht(pilot)
        assert isinstance(app.screen, SchooldagenScreen)
        tekst = een_regel(app)
        assert "di 24 nov 2026 studiedag" in tekst
        assert "ma 3 t/m vr 7 mei 2027 studiedag" in tekst
        assert "do 3 t/m vr 4 dec 2026 vrije dag van de school" in tekst, "the single dates stand here too"
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert "studiedag" not in een_regel(app)
    assert get_school(sessie, school.id).dagen == ()


async def test_a_day_that_closes_names_the_talks_that_were_planned_on_it(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    """By number and time only (S36); a home visit on that day goes on."""
    save_school(sessie, {"naam": "Voorbeeldcollege"})
    casus_id = maak_casus(sessie)
    dag = datetime(2026, 11, 24, 10, tzinfo=AMSTERDAM)
    ander = next(een for een in list_scholen(sessie) if een.naam == "Voorbeeldcollege")
    op_school = GesprekGegevens(GesprekSoort.STARTGESPREK, dag, plek="Voorbeeldcollege")
    plan_gesprek(sessie, casus_id, op_school)
    plan_gesprek(sessie, casus_id, GesprekGegevens(GesprekSoort.HUISBEZOEK, dag.replace(hour=13)))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "schooldagen", size=(80, 24), school_id=ander.id) as pilot:
        assert "Dan staa" not in tekst_van(app)
        await pilot.press("t")
        await wacht(pilot)
        await pilot.press(*"24 nov", "ctrl+s")
        await wacht(pilot)
        zin = "Dan staat nog 1 gepland gesprek: 2026-001 di 24 nov 10:00. Verzetten kan in de planner (F4)."
        assert zin in een_regel(app)
        assert "Noor" not in een_regel(app)
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert "Dan staat" not in een_regel(app)
    assert school.id != ander.id


async def test_the_holidays_of_the_region_with_source_and_end(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "schooldagen", size=(120, 40), school_id=school.id) as pilot:
        tekst = een_regel(app)
        assert "Schooljaar 2026-2027" in tekst
        assert "za 19 dec 2026 t/m zo 3 jan 2027 kerstvakantie" in tekst
        assert "Bekend tot en met 19 augustus 2029." in tekst
        assert "rijksoverheid" in tekst
        await pilot.press("right", "right", "right")
        await wacht(pilot)
        tekst = een_regel(app)
        assert "Schooljaar 2029-2030" in tekst
        assert "bekend." in tekst
        assert "2 eerder" not in tekst
        assert "1 eerder" in tekst
        await pilot.press("left")
        await wacht(pilot)
        assert "Schooljaar 2028-2029" in tekst_van(app)


async def test_a_region_without_data_says_not_known_plainly(tmp_path: Path, sessie: Sessie) -> None:
    kompas = save_school(sessie, KOMPAS)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "schooldagen", size=(80, 24), school_id=kompas.id):
        tekst = een_regel(app)
        assert "Van dit schooljaar zijn de vakanties niet bekend." in tekst
        assert "Van regio noord heeft dit programma geen vakanties." in tekst
        assert "Nog geen eigen dagen in dit schooljaar." in tekst


async def test_a_single_closed_date_is_changed_and_taken_away(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "schooldagen", school_id=school.id) as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        assert isinstance(app.screen, SchooldagScreen)
        scherm: Any = app.screen
        assert scherm.waarde["wanneer"] == "03-12-2026 t/m 04-12-2026"
        await pilot.press("tab", "right", "right", "tab", *"[b] mondeling", "ctrl+s")
        await wacht(pilot)
        assert "toetsweek: [b] mondeling" in tekst_van(app)
        after = get_school(sessie, school.id)
        assert after.dicht == ()
        assert [(d.soort, d.van.day, d.tot_en_met.day) for d in after.dagen] == [
            (Schooldagsoort.TOETSWEEK, 3, 4)
        ]
        await pilot.press("d")
        await wacht(pilot)
        assert get_school(sessie, school.id).dagen == ()
        await pilot.press("ctrl+z")
        await wacht_op(pilot, lambda: len(get_school(sessie, school.id).dagen) == 1)


async def test_what_is_no_day_is_said_and_the_draft_stays(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "schooldag", school_id=school.id) as pilot:
        await pilot.press(*"24 nov, ooit", "ctrl+s")
        await wacht(pilot)
        assert "Dit begrijp ik niet: ooit." in een_regel(app)
        scherm: Any = app.screen
        scherm.bewaar_nu()
    concept = load_concept(sessie, f"schooldag:{school.id}:nieuw")
    assert concept == {"wanneer": "24 nov, ooit"}


# --- hours ---------------------------------------------------------------------------------------------


async def test_hours_are_made_with_one_key_and_mended_after(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "school", size=(100, 40)) as pilot:
        await pilot.press("u")
        await wacht(pilot)
        assert isinstance(app.screen, SchooltijdenScreen)
        await pilot.press(
            "end", "ctrl+u", *"8.15", "tab", "end", "ctrl+u", *"45", "tab", "end", "ctrl+u", *"3", "f6"
        )
        await wacht(pilot)
        assert "3  10:05-10:50" in tekst_van(app)
        scherm: Any = app.screen
        scherm.zet("lesuren", scherm.waarde["lesuren"] + "\n4e uur 11.00 - 11.45")
        scherm.zet("middag", "13.00-16.30")
        scherm.zet("overleg_dag", "wo")
        scherm.gewijzigd("overleg_dag")
        scherm.zet("overleg_van", "9")
        await pilot.press("ctrl+s")
        await wacht_op(pilot, lambda: get_school(sessie, school.id).lesuren)
        await wacht(pilot)
        tekst = een_regel(app)
        assert "woensdag 09:00, 60 minuten" in tekst
        assert "1e tot en met 4e, 08:15 tot 11:45" in tekst
    after = get_school(sessie, school.id)
    assert after.lesuren[3] == Lesuur(4, time(11), time(11, 45))
    assert after.dagdelen == (Dagdeeltijd(Dagdeel.MIDDAG, time(13), time(16, 30)),)
    assert after.overleg == Overlegmoment(Dag.WO, time(9))


async def test_hours_that_cannot_be_are_said_where_they_stand(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "schooltijden", size=(100, 44), school_id=school.id) as pilot:
        scherm: Any = app.screen
        scherm.zet("uren_pauzes", "straks")
        await pilot.press("f6")
        await wacht(pilot)
        assert "na 2: 20, na 5: 30." in een_regel(app)
        scherm.zet("lesuren", "1  08:30-09:20\n1  09:20-10:10")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Het 1e uur staat er twee keer" in een_regel(app)
        scherm.zet("lesuren", "koffie")
        scherm.zet("ochtend", "vroeg")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        tekst = een_regel(app)
        assert "Dit begrijp ik niet: koffie" in tekst
        assert "Typ van en tot" in tekst
    assert get_school(sessie, school.id).lesuren == ()


async def test_an_empty_list_takes_the_hours_away_and_nothing_is_kept_unasked(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "schooltijden", school_id=school.id) as pilot:
        await pilot.press("ctrl+s")
        await wacht(pilot)
    after = get_school(sessie, school.id)
    assert (after.lesuren, after.dagdelen, after.overleg) == ((), (), None)
    assert after.dicht == (date(2026, 12, 3), date(2026, 12, 4))


class Tijdformulier(FormulierScreen):
    """One time, at a school with lesson hours."""

    NAAM = "tijdformulier"

    def velden(self) -> ComposeResult:
        yield Tijdveld("tijd", "Tijd", lesuren=maak_lesuren(time(8, 30), 50, 8, {2: 20}))


@pytest.mark.parametrize(
    ("getypt", "tijd", "gezegd"),
    [
        ("3e uur", time(10, 30), "10:30-11:20"),
        ("3 uur", time(3), ""),
        ("10.15", time(10, 15), ""),
        ("9e uur", None, ""),
    ],
)
async def test_a_lesson_hour_of_the_school_is_a_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, getypt: str, tijd: time | None, gezegd: str
) -> None:
    zet_schermen(monkeypatch, {"vandaag": Tijdformulier})
    app = maak_app(tmp_path)
    async with open_app(app) as pilot:
        await pilot.press(*getypt)
        await wacht(pilot)
        assert app.screen.query_one(Tijdveld).tijd == tijd
        assert gezegd in tekst_van(app)
