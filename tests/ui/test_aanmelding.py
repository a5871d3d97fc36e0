"""A new casus, from the form to the store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import JaNeeOnbekend, Reden, Vraagstuk
from kernteam_tui.screens.aanmelding.invoer import rij_van
from kernteam_tui.screens.aanmelding.scherm import AanmeldingScreen
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.caseload import get_caseload
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.concepten import load_concept, save_concept
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok
from tests.ui.casussen import SCHOOL, Elders, Thuis, maak_sessie, meld_aan, open_scherm
from tests.ui.hulpmiddel import maak_app, tekst_van, wacht, wacht_op, zet_schermen


@pytest.fixture(autouse=True)
def schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(
        monkeypatch, {"vandaag": Thuis, "aanmelding": AanmeldingScreen, "casus": Elders, "school": Elders}
    )


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    return maak_sessie(store, klok)


def _formulier(pilot: Any) -> AanmeldingScreen:
    scherm = pilot.app.screen
    assert isinstance(scherm, AanmeldingScreen)
    return scherm


def _vul(scherm: AanmeldingScreen, **waarden: Any) -> None:
    for naam, waarde in waarden.items():
        scherm.zet(naam, waarde)
        scherm.gewijzigd(naam)


async def test_a_first_name_that_is_known_at_this_school_is_said_while_one_types(
    tmp_path: Path, sessie: Sessie
) -> None:
    first = {"jongere": {"roepnaam": "Noor"}, "aangemeld": "2026-11-20", "redenen": ["verzuim"]}
    nummer = register_aanmelding(sessie, {**first, "school": SCHOOL}).nummer
    async with open_scherm(maak_app(tmp_path, sessie), "aanmelding") as pilot:
        _vul(_formulier(pilot), roepnaam="noor")
        await wacht_op(pilot, lambda: f"Staat misschien al in casus {nummer}" in tekst_van(pilot.app))


async def test_four_fields_are_enough_and_both_deadlines_follow(tmp_path: Path, sessie: Sessie) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "aanmelding") as pilot:
        scherm = _formulier(pilot)
        assert scherm.waarde["school"] == SCHOOL, "the only school is chosen already"
        assert "Startgesprek uiterlijk ma 30 nov" in tekst_van(pilot.app)
        _vul(scherm, roepnaam="Noor", redenen=["thuiszitten"])
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert pilot.app.screen.argumenten["nieuw"] is True
        casus = get_casus(sessie, pilot.app.screen.argumenten["casus_id"])
    assert (casus.naam, casus.redenen) == ("Noor", (Reden.THUISZITTEN,))
    assert casus.aangemeld == sessie.vandaag()
    assert load_concept(sessie, "aanmelding:nieuw") is None


async def test_everything_that_is_asked_reaches_the_store(tmp_path: Path, sessie: Sessie) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "aanmelding", size=(120, 40)) as pilot:
        scherm = _formulier(pilot)
        await pilot.press("f6")
        await wacht(pilot)
        _vul(
            scherm,
            roepnaam="Noor [/]x",
            achternaam="Bakker",
            geboortedatum="14-3-2011",
            klas="2A",
            mentor="P. Smit",
            aangemeld="20-11",
            redenen=["verzuim", "pesten"],
            spoed=True,
            ouder1_naam="Anna Bakker",
            ouder1_gezag="ja",
            ouder1_woont_bij="ja",
            ouder1_taal="turks",
            ouder1_tolk=True,
            ouder3_naam="Oom Jan",
            ouder3_woont_bij="nee",
            aanmelder_naam="Karin",
            aanmelder_rol="mentor",
            route="school",
            woorden="Ze komt niet.\nAl weken.",
            vraagstukken=["taal"],
            ouders_weten="ja",
            jongere_weet="onbekend",
            buurtteam_betrokken="nee",
        )
        await pilot.press("ctrl+s")
        await wacht(pilot)
        casus = get_casus(sessie, pilot.app.screen.argumenten["casus_id"])
    anna, jan = (p for p in casus.personen if p.gezag is not None)
    assert (anna.naam, anna.gezag, anna.woont_bij, anna.taal, anna.tolk) == (
        "Anna Bakker",
        JaNeeOnbekend.JA,
        True,
        "tr",
        True,
    )
    assert (jan.naam, jan.gezag, jan.woont_bij) == ("Oom Jan", JaNeeOnbekend.ONBEKEND, False)
    assert (casus.naam, casus.klas, casus.mentor, casus.spoed) == ("Noor [/]x Bakker", "2A", "P. Smit", True)
    assert casus.aangemeld.isoformat() == "2026-11-20"
    assert casus.vraagstukken == (Vraagstuk.TAAL,)
    assert casus.woorden == "Ze komt niet.\nAl weken."
    assert (casus.ouders_weten, casus.jongere_weet, casus.buurtteam) == (True, None, JaNeeOnbekend.NEE)
    assert "Karin" in casus.aanmelder
    assert casus.route == "school"


async def test_what_is_missing_is_said_at_the_field(tmp_path: Path, sessie: Sessie) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "aanmelding") as pilot:
        scherm = _formulier(pilot)
        _vul(scherm, roepnaam="Noor", geboortedatum="14-3", ouder1_telefoon="06")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert set(scherm.ontbrekend()) == {"redenen", "geboortedatum", "ouder1_naam"}
        assert "met het jaar erbij" in tekst_van(pilot.app)
        assert scherm.focused is not None
        assert scherm.focused.id == "geboortedatum-invoer"
        _vul(scherm, geboortedatum="14-3-2011", redenen=["leren"], ouder1_naam="x" * 201)
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Dit veld is te lang." in tekst_van(pilot.app)
    assert get_caseload(sessie) == ()


async def test_the_same_child_is_named_while_typing_and_asked_about_at_the_end(
    tmp_path: Path, sessie: Sessie
) -> None:
    bestaand = meld_aan(sessie)
    async with open_scherm(maak_app(tmp_path, sessie), "aanmelding") as pilot:
        scherm = _formulier(pilot)
        _vul(scherm, roepnaam="sami", achternaam="Yılmaz".replace("ı", "i"), redenen=["leren"])
        await wacht_op(pilot, lambda: "2026-001" in tekst_van(pilot.app))
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Toch aanmelden" in tekst_van(pilot.app)
        await pilot.press("enter")
        await wacht(pilot)
        assert pilot.app.screen.argumenten["casus_id"] == bestaand
        pilot.app.terug()
        await wacht(pilot)
        assert _formulier(pilot).waarde["roepnaam"] == "sami", "the form is still there"
        await pilot.press("ctrl+s")
        await wacht(pilot)
        await pilot.press("down", "enter")
        await wacht(pilot)
        assert pilot.app.screen.argumenten["nieuw"] is True
    assert len(get_caseload(sessie)) == 2


async def test_walking_away_halfway_loses_nothing_not_even_a_third_parent(
    tmp_path: Path, sessie: Sessie
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "aanmelding") as pilot:
        await pilot.press("f6")
        await wacht(pilot)
        _vul(_formulier(pilot), roepnaam="Noor", ouder3_naam="Oom Jan")
        await pilot.press("escape")
        await wacht(pilot)
        pilot.app.open("aanmelding")
        await wacht(pilot)
        scherm = _formulier(pilot)
        assert scherm.veld("roepnaam").waarde == "Noor"
        assert scherm.veld("ouder3_naam").waarde == "Oom Jan"


async def test_today_that_was_typed_yesterday_stays_yesterday(tmp_path: Path, sessie: Sessie) -> None:
    save_concept(sessie, "aanmelding:nieuw", {"aangemeld": "vandaag", "aangemeld_op": "2026-11-20"})
    async with open_scherm(maak_app(tmp_path, sessie), "aanmelding") as pilot:
        assert _formulier(pilot).waarde["aangemeld"] == "20-11-2026"
        assert "uiterlijk vr 27 nov" in tekst_van(pilot.app)


async def test_without_a_school_it_says_where_to_make_one_and_keeps_the_text(
    tmp_path: Path, store: Store, klok: VasteKlok
) -> None:
    sessie = Sessie(store, klok)
    async with open_scherm(maak_app(tmp_path, sessie), "aanmelding") as pilot:
        assert "nog geen school" in tekst_van(pilot.app)
        _vul(_formulier(pilot), roepnaam="Noor")
        await pilot.press("f5")
        await wacht(pilot)
        assert isinstance(pilot.app.screen, Elders)
    concept = load_concept(sessie, "aanmelding:nieuw")
    assert concept is not None
    assert concept["roepnaam"] == "Noor"


async def test_a_year_nobody_knows_yet_shows_no_dialog(tmp_path: Path, sessie: Sessie) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "aanmelding") as pilot:
        _vul(_formulier(pilot), aangemeld="1-1-9999")
        await wacht(pilot)
        assert isinstance(pilot.app.screen, AanmeldingScreen)
        assert "Startgesprek uiterlijk" not in tekst_van(pilot.app)


async def test_the_focused_field_is_always_in_sight(tmp_path: Path, sessie: Sessie) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "aanmelding") as pilot:
        scherm = _formulier(pilot)
        for naam in ("ouder2_tolk", "buurtteam_betrokken", "roepnaam"):
            scherm.veld(naam).focus_invoer()
            await wacht(pilot)
            assert scherm.focused is not None
            assert scherm.query_one("#formulier").region.contains_region(scherm.focused.region)


async def test_a_row_explains_itself_only_while_it_has_the_focus(tmp_path: Path, sessie: Sessie) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "aanmelding") as pilot:
        _formulier(pilot).veld("buurtteam_betrokken").focus_invoer()
        await wacht(pilot)
        assert "Vraag dit aan het gezin" in tekst_van(pilot.app)
        await pilot.press("shift+tab")
        await wacht(pilot)
        assert "Vraag dit aan het gezin" not in tekst_van(pilot.app)


@pytest.mark.parametrize(
    ("pad", "rij"),
    [
        ("jongere.roepnaam", "roepnaam"),
        ("ouders.1.email", "ouder3_email"),
        ("aanmelder.naam", "aanmelder_naam"),
        ("klas", "klas"),
        ("ouders.7.naam", "ouders"),
    ],
)
def test_a_path_in_the_file_format_finds_its_row(pad: str, rij: str) -> None:
    assert rij_van(pad, [1, 3]) == rij


async def test_where_a_half_typed_form_opens_again_both_deadlines_are_read(
    tmp_path: Path, sessie: Sessie
) -> None:
    save_concept(sessie, "aanmelding:nieuw", {"aangemeld": "14-12-2026", "aangemeld_op": "2026-12-14"})
    async with open_scherm(maak_app(tmp_path, sessie), "aanmelding") as pilot:
        await wacht_op(pilot, lambda: "kennismaking" in tekst_van(pilot.app).split("\n")[-2])
        regel = tekst_van(pilot.app).split("\n")[-2]
        assert "Startgesprek uiterlijk ma 21 dec, kennismaking ma 21 dec  " in regel
        assert "gebleven" in regel
