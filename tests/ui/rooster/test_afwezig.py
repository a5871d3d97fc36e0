"""Absences: the list, the form, the talks it hits, and the way to plan those again."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from kernteam_tui.domain.codes import Dagdeel, Rol
from kernteam_tui.domain.plancodes import Afwezigreden
from kernteam_tui.screens.rooster.afwezigen import AfwezigenScreen
from kernteam_tui.screens.rooster.afwezigheid import AfwezigheidScreen
from kernteam_tui.services.afwezigheden import AfwezigGegevens, get_afwezigen, meld_afwezig
from kernteam_tui.services.concepten import load_concept
from kernteam_tui.services.school import SchoolBeeld, get_school, save_school
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinnen import geopend
from tests.ui.hulpmiddel import MAANDAG, maak_app, open_app, tekst_van, wacht, wacht_op
from tests.ui.rooster.scholen import KOMPAS, RAAR, plan_startgesprek

DI = date(2026, 11, 24)


def een_regel(app: Any) -> str:
    return " ".join(tekst_van(app).replace("▌", " ").split())


async def test_nobody_away_says_what_to_do(tmp_path: Path, sessie: Sessie, school: SchoolBeeld) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "school") as pilot:
        await pilot.press("a")
        await wacht(pilot)
        assert isinstance(app.screen, AfwezigenScreen)
        assert "Niemand is afwezig." in tekst_van(app)
        await pilot.press("d", "g", "w", "t")
        await wacht(pilot)
        assert isinstance(app.screen, AfwezigheidScreen)
    assert get_afwezigen(sessie, school.id).afwezig == ()


async def test_days_and_a_replacement_by_keys(tmp_path: Path, sessie: Sessie, school: SchoolBeeld) -> None:
    lia, _, jan = school.kernteam
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "afwezigheid", size=(100, 30), school_id=school.id, partner_id=lia.id) as pilot:
        await pilot.press("end", "ctrl+u", *"24-26 nov")
        await wacht(pilot)
        assert "di 24 t/m do 26 nov 2026" in tekst_van(app)
        scherm: Any = app.screen
        scherm.zet("vervanger", jan.id)
        await pilot.press("tab", "right", "tab", "right", "right", "ctrl+s")
        await wacht_op(pilot, lambda: get_afwezigen(sessie, school.id).afwezig)
        await wacht(pilot)
        assert "Afwezig gezet. Met ctrl+z" in een_regel(app)
    [een] = get_afwezigen(sessie, school.id).afwezig
    assert (een.van, een.tot_en_met) == (DI, date(2026, 11, 26))
    assert (een.dagdeel, een.reden, een.vervanger) == (Dagdeel.OCHTEND, Afwezigreden.SCHOLING, "Jan")
    assert load_concept(sessie, f"afwezigheid:nieuw:{school.id}:{lia.id}") is None


async def test_a_replacement_from_elsewhere_by_name_and_role(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(
        app, "afwezigheid", size=(100, 30), school_id=school.id, partner_id=school.kernteam[0].id
    ) as pilot:
        scherm: Any = app.screen
        assert not scherm.veld("vervanger_naam").display
        scherm.zet("vervanger", "iemand_anders")
        scherm.gewijzigd("vervanger")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Vul dit in: naam vervanger" in een_regel(app)
        scherm.zet("vervanger_naam", RAAR)
        scherm.zet("vervanger_rol", str(Rol.LEERPLICHTAMBTENAAR))
        await pilot.press("ctrl+s")
        await wacht_op(pilot, lambda: get_afwezigen(sessie, school.id).afwezig)
    assert get_school(sessie, school.id).kernteam[-1].naam == RAAR


async def test_what_is_no_day_is_said_at_the_field_and_nothing_is_lost_at_locking(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    lia = school.kernteam[0]
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "afwezigheid", school_id=school.id, partner_id=lia.id) as pilot:
        await pilot.press("end", "ctrl+u", *"straks")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Dit begrijp ik niet. Typ bijvoorbeeld di" in een_regel(app)
        await pilot.press(*" een keer")
        scherm: Any = app.screen
        scherm.bewaar_nu()
    concept = load_concept(sessie, f"afwezigheid:nieuw:{school.id}:{lia.id}")
    assert concept is not None
    assert concept["wanneer"] == "straks een keer"
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "afwezigheid", school_id=school.id, partner_id=lia.id):
        assert "straks een keer" in tekst_van(app)
        assert "verder waar je gebleven was" in tekst_van(app)
        assert f"Lia {RAAR}" in tekst_van(app)


async def test_one_talk_that_is_hit_is_planned_again_with_one_key(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    casus_id = plan_startgesprek(sessie, school, 24, 10)
    meld_afwezig(sessie, school.id, AfwezigGegevens(school.kernteam[0].id, DI, DI))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "afwezigen", school_id=school.id) as pilot:
        tekst = een_regel(app)
        assert f"Lia {RAAR} leerplicht" in tekst
        assert "raakt 1 gepland gesprek" in tekst
        assert "2026-001 di 24 nov 10:00 startgesprek" in tekst
        assert "Sami" not in tekst
        await pilot.press("g")
        await wacht(pilot)
        assert geopend(app) == ("startgesprek", {"casus_id": casus_id})


async def test_of_several_talks_one_is_chosen(tmp_path: Path, sessie: Sessie, school: SchoolBeeld) -> None:
    plan_startgesprek(sessie, school, 24, 10)
    tweede = plan_startgesprek(sessie, school, 24, 14, "Noor")
    meld_afwezig(sessie, school.id, AfwezigGegevens(school.kernteam[0].id, DI, DI))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "afwezigen", school_id=school.id) as pilot:
        assert "raakt 2 geplande gesprekken" in een_regel(app)
        await pilot.press("g")
        await wacht(pilot)
        assert "Welk gesprek plan je opnieuw?" in een_regel(app)
        await pilot.press("down", "enter")
        await wacht(pilot)
        assert geopend(app) == ("startgesprek", {"casus_id": tweede})


async def test_what_is_over_is_hidden_until_asked_for(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    meld_afwezig(
        sessie, school.id, AfwezigGegevens(school.kernteam[2].id, date(2026, 11, 9), date(2026, 11, 10))
    )
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "afwezigen", school_id=school.id) as pilot:
        assert "Jan" not in tekst_van(app)
        assert "1 die voorbij is, met e" in tekst_van(app)
        await pilot.press("e")
        await wacht(pilot)
        assert "Jan" in tekst_van(app)
        assert "voorbij" in tekst_van(app)


async def test_who_is_ill_at_the_other_school_stands_here_too(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    kompas = save_school(sessie, KOMPAS)
    made = meld_afwezig(sessie, kompas.id, AfwezigGegevens(kompas.kernteam[1].id, MAANDAG, DI))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "afwezigen", school_id=school.id) as pilot:
        assert "ook op De Brug" in een_regel(app)
        await pilot.press("enter")
        await wacht(pilot)
        assert isinstance(app.screen, AfwezigheidScreen)
        assert "Het Kompas" in tekst_van(app).splitlines()[0]
        await pilot.press("end", "ctrl+u", *"di", "ctrl+s")
        await wacht(pilot)
    [een] = get_afwezigen(sessie, school.id).afwezig
    assert (een.id, een.van, een.tot_en_met) == (made, DI, DI)


async def test_taken_away_and_back(tmp_path: Path, sessie: Sessie, school: SchoolBeeld) -> None:
    meld_afwezig(sessie, school.id, AfwezigGegevens(school.kernteam[2].id, DI, DI))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "afwezigen", school_id=school.id) as pilot:
        await pilot.press("d")
        await wacht(pilot)
        assert "Niemand is afwezig." in tekst_van(app)
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert "Jan" in tekst_van(app)
