"""Wie is er wanneer: the grid by keys, real weeks, ill in one key, and nothing of it lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.domain.codes import Dag, Dagdeel
from kernteam_tui.domain.plancodes import Weken
from kernteam_tui.domain.school import Aanwezigheid
from kernteam_tui.screens.rooster.afwezigheid import AfwezigheidScreen
from kernteam_tui.screens.rooster.patroonblok import Patroonblok
from kernteam_tui.screens.rooster.scherm import RoosterScreen
from kernteam_tui.screens.school.formulier import SchoolformulierScreen
from kernteam_tui.services.afwezigheden import AfwezigGegevens, get_afwezigen, meld_afwezig
from kernteam_tui.services.school import SchoolBeeld, get_school, save_school
from kernteam_tui.services.sessie import Sessie
from tests.ui.hulpmiddel import MAANDAG, maak_app, open_app, tekst_van, wacht, wacht_op
from tests.ui.rooster.scholen import KOMPAS, RAAR, plan_startgesprek

DI_OCHTEND = Aanwezigheid(Dag.DI, Dagdeel.OCHTEND)


def een_regel(app: Any) -> str:
    return " ".join(tekst_van(app).replace("▌", " ").split())


def aanwezig(sessie: Sessie, school: SchoolBeeld, naam: str) -> set[Aanwezigheid]:
    return next(set(p.aanwezig) for p in get_school(sessie, school.id).kernteam if p.naam.startswith(naam))


async def test_from_school_by_one_key_all_five_days_stand_on_a_small_screen(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    del school
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "school", size=(80, 24)) as pilot:
        await pilot.press("r")
        await wacht(pilot)
        assert isinstance(app.screen, RoosterScreen)
        regels = tekst_van(app).splitlines()
        kop = next(regel for regel in regels if regel.split() == ["ma", "di", "wo", "do", "vr"])
        assert len(kop) < 80
        namen = [regel.split()[0].strip("›") or regel.split()[1] for regel in regels if "■" in regel]
        assert namen[:3] == ["jij", "Lia", "Jan"], "she herself stands first"
        assert f"Lia {RAAR}" in tekst_van(app)
        assert "Samen op school: di ochtend, met 2 van de 2 partners." in een_regel(app)
        assert "[2]" in tekst_van(app), "a shared moment is seen without colour"


async def test_space_and_enter_toggle_and_ctrl_z_takes_the_last_back(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "rooster", school_id=school.id) as pilot:
        await pilot.press("space", "right", "enter")
        await wacht_op(pilot, lambda: len(aanwezig(sessie, school, "Vera")) == 3)
        await wacht(pilot)
        ma = {Aanwezigheid(Dag.MA, deel) for deel in Dagdeel}
        assert aanwezig(sessie, school, "Vera") == {DI_OCHTEND, *ma}
        assert "Rooster gewijzigd. Met ctrl+z maak je dat ongedaan." in een_regel(app)
        await pilot.press("ctrl+z")
        await wacht_op(pilot, lambda: len(aanwezig(sessie, school, "Vera")) == 2)
        await wacht(pilot)
        assert aanwezig(sessie, school, "Vera") == {DI_OCHTEND, Aanwezigheid(Dag.MA, Dagdeel.OCHTEND)}
        assert "Jij, maandag middag: niet op school" in een_regel(app)


async def test_keys_faster_than_the_store_are_all_done(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "rooster", school_id=school.id) as pilot:
        scherm: Any = app.screen
        blok = scherm.query_one(Patroonblok)
        for kolom in range(10):
            blok.kolom = kolom
            scherm.action_wissel()
        await wacht_op(pilot, lambda: len(aanwezig(sessie, school, "Vera")) == 9)
        assert DI_OCHTEND not in aanwezig(sessie, school, "Vera")


async def test_locking_right_after_a_key_keeps_what_was_waiting(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "rooster", school_id=school.id) as pilot:
        scherm: Any = app.screen
        blok = scherm.query_one(Patroonblok)
        for kolom in (0, 4, 8):
            blok.kolom = kolom
            scherm.action_wissel()
        scherm.bewaar_nu()
        await wacht_op(pilot, lambda: len(aanwezig(sessie, school, "Vera")) == 4)


async def test_every_second_week_by_a_key_and_a_whole_day_by_another(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "rooster", school_id=school.id) as pilot:
        await pilot.press("down", "down", "right", "right", "w")
        await wacht(pilot)
        assert Aanwezigheid(Dag.DI, Dagdeel.OCHTEND, Weken.EVEN) in aanwezig(sessie, school, "Jan")
        assert "Jan (jeugdarts), dinsdag ochtend: even weken" in een_regel(app)
        assert "1-2" in tekst_van(app), "even and odd weeks differ"
        await pilot.press("home", "d")
        await wacht(pilot)
        assert {Aanwezigheid(Dag.MA, deel) for deel in Dagdeel} <= aanwezig(sessie, school, "Jan")


async def test_a_period_is_typed_and_marked(tmp_path: Path, sessie: Sessie, school: SchoolBeeld) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "rooster", school_id=school.id) as pilot:
        await pilot.press("p")
        await wacht(pilot)
        assert "eerst aan" in een_regel(app)
        await pilot.press("right", "right", "p")
        await wacht(pilot)
        await pilot.press(*"ooit", "enter")
        assert "Dit begrijp ik niet" in een_regel(app)
        await pilot.press(*["backspace"] * 4, *"vanaf 1 dec")
        await wacht(pilot)
        assert "vanaf di 1 dec 2026" in een_regel(app)
        await pilot.press("enter")
        await wacht(pilot)
        [deel] = aanwezig(sessie, school, "Vera")
        assert deel.van.isoformat() == "2026-12-01"
        assert "■*" in tekst_van(app)
        assert "dinsdag ochtend: elke week, vanaf 1 dec" in een_regel(app)


async def test_a_period_for_everything_of_one_person(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "rooster", school_id=school.id) as pilot:
        await pilot.press("down", "p")
        await wacht(pilot)
        await pilot.press(*"t/m 20 dec", "tab", "tab", "enter")
        await wacht(pilot)
        assert {d.tot_en_met.isoformat() for d in aanwezig(sessie, school, "Lia")} == {"2026-12-20"}


async def test_a_real_week_shows_who_is_away_who_comes_and_what_is_closed(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    lia, _, jan = school.kernteam
    meld_afwezig(sessie, school.id, AfwezigGegevens(lia.id, MAANDAG, MAANDAG, vervanger_id=jan.id))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "rooster", school_id=school.id) as pilot:
        await pilot.press("v")
        await wacht(pilot)
        tekst = tekst_van(app)
        assert "Week 48, even · deze week" in tekst
        assert "×" in next(regel for regel in tekst.splitlines() if "Lia" in regel)
        assert "+" in next(regel for regel in tekst.splitlines() if regel.strip("› ").startswith("Jan"))
        assert f"Lia {RAAR}: vrij ma 23 nov, Jan valt in" in een_regel(app)
        await pilot.press("right")
        await wacht(pilot)
        assert "Week 49, oneven" in tekst_van(app)
        assert "do 3 t/m vr 4 dicht: vrije dag van de school" in een_regel(app)
        assert "─" in tekst_van(app)
        await pilot.press("left", "left", "home")
        await wacht(pilot)
        assert "deze week" in tekst_van(app)
        await pilot.press("space", "w", "v")
        await wacht(pilot)
        assert "Vast patroon" in tekst_van(app)
        assert aanwezig(sessie, school, "Vera") == {DI_OCHTEND}, "in a real week these keys do nothing"


async def test_a_week_of_which_nothing_is_known_says_so(tmp_path: Path, sessie: Sessie) -> None:
    kompas = save_school(sessie, KOMPAS)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "rooster", school_id=kompas.id, vorm="week"):
        assert "van deze week niet bekend" in een_regel(app)


async def test_ill_today_is_one_key_says_what_it_hits_and_can_be_taken_back(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    save_school(sessie, KOMPAS)
    plan_startgesprek(sessie, school, 23, 15)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "rooster", school_id=school.id) as pilot:
        await pilot.press("down", "z")
        await wacht(pilot)
        tekst = een_regel(app)
        assert f"Lia {RAAR} is vandaag ziek gemeld, ook op Het Kompas." in tekst
        assert "1 gepland gesprek: 2026-001 vandaag 15:00" in tekst
        assert "Sami" not in tekst
        await pilot.press("z")
        await wacht(pilot)
        assert "staat vandaag al als afwezig" in een_regel(app)
        await pilot.press("escape", "ctrl+z")
        await wacht_op(pilot, lambda: not get_afwezigen(sessie, school.id).afwezig)


async def test_a_opens_the_form_for_this_person(tmp_path: Path, sessie: Sessie, school: SchoolBeeld) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "rooster", school_id=school.id) as pilot:
        await pilot.press("down", "down", "a")
        await wacht(pilot)
        assert isinstance(app.screen, AfwezigheidScreen)
        assert "Jan, jeugdarts" in tekst_van(app)
        assert app.screen.focused is not None
        assert app.screen.focused.id == "wanneer-invoer"


async def test_without_a_kernteam_it_says_what_to_do(tmp_path: Path, sessie: Sessie) -> None:
    leeg = save_school(sessie, {"naam": "Het Anker"})
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "rooster", school_id=leeg.id) as pilot:
        assert "Nog niemand in het kernteam" in tekst_van(app)
        await pilot.press("space", "z", "w", "p", "a", "k")
        await wacht(pilot)
        assert isinstance(app.screen, SchoolformulierScreen)


async def test_no_family_stands_on_it_with_or_without_f9(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    plan_startgesprek(sessie, school, 24, 10)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "rooster", size=(120, 40), school_id=school.id) as pilot:
        await pilot.press("z")
        await wacht(pilot)
        for toets in ("f9", "v", "f9", "l"):
            await pilot.press(toets)
            await wacht(pilot)
            assert "Sami" not in tekst_van(app)
            assert "Yilmaz" not in tekst_van(app)


@pytest.mark.parametrize("vorm", ["patroon", "week"])
async def test_after_locking_the_cursor_stands_where_it_stood(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld, vorm: str
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "rooster", school_id=school.id, vorm=vorm) as pilot:
        await pilot.press("down", "down")
        scherm: Any = app.screen
        plek = scherm.plek()
        assert plek.focus == vorm
        assert plek.cursor[0] == 2
        assert plek.argumenten["vorm"] == vorm


async def test_the_card_of_the_school_leaves_out_who_is_away_and_says_so(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    meld_afwezig(sessie, school.id, AfwezigGegevens(school.kernteam[0].id, MAANDAG, MAANDAG))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "school", size=(80, 40)):
        regel = next(regel for regel in tekst_van(app).splitlines() if regel.strip().startswith("Lia"))
        assert "×□" in regel
        assert "■□" in regel, "on Tuesday she is in as ever"
        assert "× afwezig" in tekst_van(app)
        assert f"Lia {RAAR}: vrij ma 23 nov" in een_regel(app)
        assert "do 3 t/m vr 4 dec 2026" in een_regel(app)
