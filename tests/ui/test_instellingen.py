"""Instellingen (F12): saves itself, says what is wrong where it is wrong."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import Bevrijdingsdag, GesprekSoort
from kernteam_tui.domain.instellingen import Vrijedag
from kernteam_tui.domain.klok import AMSTERDAM, Klok
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.instellingen import InstellingenScreen
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.instellingen import get_instellingen
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vrijedagen import zet_vrije_dagen
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht, wacht_op, zet_schermen
from tests.ui.schoolgezin import maak_casus

DINSDAG = datetime(2026, 11, 24, 10, tzinfo=AMSTERDAM)


class Vandaag(KernteamScreen):
    NAAM = "vandaag"


@pytest.fixture(autouse=True)
def _schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(monkeypatch, {"vandaag": Vandaag, "instellingen": InstellingenScreen})


@pytest.fixture
def sessie(store: Store, klok: Klok) -> Sessie:
    return Sessie(store, klok)


async def test_what_is_changed_is_saved_without_asking(tmp_path: Path, sessie: Sessie) -> None:
    async with open_app(maak_app(tmp_path, sessie), "instellingen", size=(100, 44)) as pilot:
        assert "geen wet" in tekst_van(pilot.app)
        await pilot.press(*" [/]x")
        scherm: Any = pilot.app.screen
        for naam, waarde in (
            ("bevrijdingsdag", "nooit"),
            ("goede_vrijdag_vrij", "ja"),
            ("stil_na_dagen", "21"),
        ):
            scherm.veld(naam).waarde = waarde
            scherm.veld(naam).meld_wijziging()
        await wacht_op(pilot, lambda: get_instellingen(sessie).bevrijdingsdag is Bevrijdingsdag.NOOIT)
        await wacht_op(pilot, lambda: "bewaard" in tekst_van(pilot.app))
        beeld = get_instellingen(sessie)
        assert beeld.naam == "Gezinswerker [/]x"
        assert (beeld.stil_na_dagen, beeld.goede_vrijdag_vrij) == (21, True)


async def test_a_number_out_of_bounds_is_said_at_its_field_and_the_rest_is_saved(
    tmp_path: Path, sessie: Sessie
) -> None:
    async with open_app(maak_app(tmp_path, sessie), "instellingen", size=(100, 44)) as pilot:
        scherm: Any = pilot.app.screen
        scherm.veld("slot_minuten").waarde = "31"
        scherm.veld("email").waarde = "geen adres"
        scherm.veld("telefoon").waarde = "06 1"
        await wacht_op(pilot, lambda: get_instellingen(sessie).telefoon == "06 1")
        await wacht(pilot)
        tekst = tekst_van(pilot.app)
        assert "Kies een getal van 1 tot en met 30" in tekst
        assert "geen e-mailadres" in tekst
        assert "Nog niet bewaard" in tekst
        assert get_instellingen(sessie).slot_minuten == 5
        await pilot.press("ctrl+s")
        assert isinstance(pilot.app.screen, InstellingenScreen)


async def test_the_lock_follows_the_setting_at_once(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "instellingen") as pilot:
        scherm: Any = app.screen
        scherm.veld("slot_minuten").waarde = "12"
        await wacht_op(pilot, lambda: app.slotwacht is not None and app.slotwacht.seconden == 12 * 60)
        assert "slot over 12 min" in tekst_van(app)


async def test_leaving_right_after_a_key_saves_it(tmp_path: Path, sessie: Sessie) -> None:
    async with open_app(maak_app(tmp_path, sessie), "instellingen") as pilot:
        await pilot.press("x", "escape")
        await wacht(pilot)
        assert isinstance(pilot.app.screen, Vandaag)
        assert get_instellingen(sessie).naam == "Gezinswerkerx"


async def test_the_store_is_looked_through_and_the_findings_shown(tmp_path: Path, sessie: Sessie) -> None:
    async with open_app(maak_app(tmp_path, sessie), "instellingen", size=(120, 50)) as pilot:
        await pilot.press("f7")
        await wacht(pilot)
        tekst = tekst_van(pilot.app)
        assert tekst.count("in orde") >= 5
        assert "NIET GOED" not in tekst
        assert "kernteam 0." in tekst
        assert tmp_path.name in "".join(tekst.split())


async def test_a_week_of_holiday_is_one_line_and_what_is_half_typed_is_said(
    tmp_path: Path, sessie: Sessie
) -> None:
    async with open_app(maak_app(tmp_path, sessie), "instellingen", size=(100, 60)) as pilot:
        scherm: Any = pilot.app.screen
        scherm.veld("vrije_dagen").focus_invoer()
        await pilot.press(*"21 dec - 1 jan kerst [/]")
        vrij = Vrijedag(date(2026, 12, 21), date(2027, 1, 1), "kerst [/]")
        await wacht_op(pilot, lambda: get_instellingen(sessie).vrije_dagen == (vrij,))
        assert "ma 21 dec 2026 t/m vr 1 jan 2027 kerst [/]" in tekst_van(pilot.app)
        await pilot.press("enter", *"ooit")
        await wacht_op(pilot, lambda: "Een van de regels begrijp ik niet" in tekst_van(pilot.app))
        assert "niet begrepen: ooit" in tekst_van(pilot.app)
        assert get_instellingen(sessie).vrije_dagen == (vrij,)


async def test_a_free_day_says_at_once_which_planned_talks_it_hits(tmp_path: Path, sessie: Sessie) -> None:
    """She took Tuesday off, and found out on Tuesday that a family had been waiting for her."""
    save_school(sessie, {"naam": "Voorbeeldcollege"})
    plan_gesprek(sessie, maak_casus(sessie), GesprekGegevens(GesprekSoort.HUISBEZOEK, DINSDAG))
    async with open_app(maak_app(tmp_path, sessie), "instellingen", size=(80, 24)) as pilot:
        scherm: Any = pilot.app.screen
        scherm.veld("vrije_dagen").focus_invoer()
        await pilot.press(*"25 nov")
        await wacht_op(pilot, lambda: get_instellingen(sessie).vrije_dagen)
        await wacht(pilot)
        assert "Dan staat nog" not in tekst_van(pilot.app)
        await pilot.press("home", *"24-")
        await wacht_op(pilot, lambda: "Dan staat nog" in tekst_van(pilot.app))
        assert "Dan staat nog 1 gepland gesprek: 2026-001 di 24 nov 10:00." in tekst_van(pilot.app)
        assert "Noor" not in tekst_van(pilot.app), "never the name of a family (S36)"


@pytest.mark.parametrize("weg", ["ctrl+s", "escape"])
async def test_her_own_days_are_taken_back_with_ctrl_z_as_one_change(
    tmp_path: Path, sessie: Sessie, weg: str
) -> None:
    een, ander = (save_school(sessie, {"naam": naam}) for naam in ("De Brug", "Het Kompas"))
    kerst = (Vrijedag(date(2026, 12, 21), date(2026, 12, 31), "kerst"),)
    zet_vrije_dagen(sessie, kerst)
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        app.open("instellingen")
        await wacht(pilot)
        scherm: Any = app.screen
        scherm.veld("vrije_dagen").focus_invoer()
        await pilot.press(*"4 jan", "enter")
        await wacht_op(pilot, lambda: len(get_instellingen(sessie).vrije_dagen) == 2)
        await pilot.press("up", "end", *" dokter")
        scherm.veld(f"reis_{een.id}_{ander.id}").waarde = "25"
        scherm.veld("ruildagen").focus_invoer()
        await pilot.press("space", weg)
        await wacht_op(pilot, lambda: isinstance(app.screen, Vandaag))
        await wacht(pilot)
        assert "Eigen dagen gewijzigd. Met ctrl+z maak je dat ongedaan." in tekst_van(app)
        na = get_instellingen(sessie)
        assert (len(na.vrije_dagen), len(na.reistijden), len(na.ruildagen)) == (2, 1, 1)
        await pilot.press("ctrl+z")
        await wacht_op(pilot, lambda: get_instellingen(sessie).vrije_dagen == kerst)
        await wacht(pilot)
        na = get_instellingen(sessie)
        assert (na.reistijden, na.ruildagen) == ((), ())


async def test_looking_at_the_settings_offers_nothing_to_take_back(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        app.open("instellingen")
        await wacht(pilot)
        await pilot.press("escape")
        await wacht(pilot)
        assert "ctrl+z" not in tekst_van(app)


async def test_a_holiday_is_swapped_with_space_and_the_way_between_schools_typed(
    tmp_path: Path, sessie: Sessie
) -> None:
    een, ander = (save_school(sessie, {"naam": naam}) for naam in ("De Brug", "Het Kompas [/]"))
    async with open_app(maak_app(tmp_path, sessie), "instellingen", size=(100, 60)) as pilot:
        scherm: Any = pilot.app.screen
        assert "De Brug en Het Kompas [/]" in tekst_van(pilot.app)
        scherm.veld("ruildagen").focus_invoer()
        await pilot.press("space")
        await wacht_op(pilot, lambda: get_instellingen(sessie).ruildagen == (date(2026, 12, 25),))
        scherm.veld(f"reis_{een.id}_{ander.id}").focus_invoer()
        await pilot.press(*"25")
        await wacht_op(pilot, lambda: [r.minuten for r in get_instellingen(sessie).reistijden] == [25])


async def test_with_one_school_there_is_no_way_to_ask_for(tmp_path: Path, sessie: Sessie) -> None:
    save_school(sessie, {"naam": "De Brug"})
    async with open_app(maak_app(tmp_path, sessie), "instellingen", size=(100, 60)) as pilot:
        assert "Onderweg" not in tekst_van(pilot.app)
        assert "cao Sociaal Werk 5.9" in tekst_van(pilot.app)
