"""The forms of the family, and what the tab Gezin shows and does with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.deelcodes import OverdrachtStap
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gezin import bewaar_invoer, get_gezag, get_gezin, get_persoon
from kernteam_tui.services.sessie import Sessie
from tests.ui.casussen import open_scherm
from tests.ui.hulpmiddel import maak_app, tekst_van, wacht

REGELS = (
    "huis Laan 1 3531 CJ Utrecht",
    "Sami deels",
    "Ayse moeder gezag 0611111111 let op vader leest mee",
    "Lina zus 4-5-2014",
    "huis bij vader: Dreef 2 Zeist geheim",
    "Ali vader gezag niet bellen",
    "Sami deels",
)


@pytest.fixture
def gezin(sessie: Sessie, casus_id: str) -> str:
    bewaar_invoer(sessie, casus_id, REGELS)
    return casus_id


def persoon_id(sessie: Sessie, casus_id: str, naam: str) -> str:
    return next(p.id for p in get_casus(sessie, casus_id).personen if p.naam.startswith(naam))


async def ga_naar(pilot: Any, naam: str) -> None:
    """Mark the first row that begins with this."""
    tabel = pilot.app.screen.query_one("#personen")
    for _ in range(20):
        rij = next(r for r in tabel._rijen if r.sleutel == tabel.sleutel)
        if str(rij.cellen[0]).strip().startswith(naam):
            return
        await pilot.press("down")
        await wacht(pilot)
    raise AssertionError(f"no row {naam}")


@pytest.mark.parametrize("maat", [(80, 24), (120, 40)])
async def test_the_tab_shows_households_gezag_and_what_to_mind(
    tmp_path: Path, sessie: Sessie, gezin: str, maat: tuple[int, int]
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", maat, casus_id=gezin, tab="gezin") as pilot:
        tekst = tekst_van(pilot.app)
        for stuk in (
            "Ayse: vader leest mee",
            "Ali niet bellen",
            "Sami: gezamenlijk, Ayse en Ali; de ouders wonen apart",
            "huis 1",
            "bij vader",
            "geheim adres",
        ):
            assert stuk in " ".join(tekst.split()), stuk
        await ga_naar(pilot, "Ayse")
        tekst = tekst_van(pilot.app)
        assert "moeder van Sami, moeder van Lina" in tekst or maat == (80, 24)
        assert "vader leest mee" in tekst


async def test_one_key_notes_that_a_parent_was_told(tmp_path: Path, sessie: Sessie, gezin: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=gezin, tab="gezin") as pilot:
        await ga_naar(pilot, "Ali")
        await pilot.press("e")
        await wacht(pilot)
        ali = persoon_id(sessie, gezin, "Ali")
        assert get_persoon(sessie, gezin, ali).geinformeerd_op == sessie.vandaag()
        await pilot.press("e")
        await wacht(pilot)
        assert "Dat staat er al" in tekst_van(pilot.app)
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert get_persoon(sessie, gezin, ali).geinformeerd_op is None


async def test_gezag_is_asked_for_each_child_only_where_it_differs(
    tmp_path: Path, sessie: Sessie, gezin: str
) -> None:
    ali, lina = persoon_id(sessie, gezin, "Ali"), persoon_id(sessie, gezin, "Lina")
    async with open_scherm(maak_app(tmp_path, sessie), "gezag", casus_id=gezin, ouder_id=ali) as pilot:
        scherm = pilot.app.screen
        assert "hetzelfde voor alle kinderen" in tekst_van(pilot.app)
        assert not scherm.query_one("#per-kind").display
        scherm.zet("zelfde", False)
        scherm.gewijzigd("zelfde")
        scherm.zet(f"kind-{lina}", "nee")
        scherm.zet("hoe", "register")
        await pilot.press("ctrl+s")
        await wacht(pilot)
    kinderen = {kind.naam: kind.gezag for kind in get_gezag(sessie, gezin, ali).kinderen}
    assert kinderen == {"Sami": JaNeeOnbekend.JA, "Lina": JaNeeOnbekend.NEE}


async def test_a_household_is_changed_and_taken_away(tmp_path: Path, sessie: Sessie, gezin: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=gezin, tab="gezin") as pilot:
        await ga_naar(pilot, "bij vader")
        await pilot.press("enter")
        await wacht(pilot)
        scherm = pilot.app.screen
        assert scherm.NAAM == "huishouden"
        assert scherm.veld("straat").waarde == "Dreef 2"
        scherm.zet("plaats", "Bunnik")
        scherm.zet(f"woont-{persoon_id(sessie, gezin, 'Lina')}", "deels")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        huis = get_gezin(sessie, gezin).huizen[1]
        assert (huis.adres, huis.bewoners) == ("Dreef 2, Bunnik", ("Ali", "Sami (deels)", "Lina (deels)"))
        await pilot.press("d")
        await wacht(pilot)
        assert [huis.naam for huis in get_gezin(sessie, gezin).huizen] == ["huis 1"]
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert len(get_gezin(sessie, gezin).huizen) == 2


async def test_a_new_household_needs_a_name(tmp_path: Path, sessie: Sessie, gezin: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "huishouden", casus_id=gezin) as pilot:
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Vul dit in" in tekst_van(pilot.app)
        pilot.app.screen.zet("naam", "bij oma")
        await pilot.press("ctrl+s")
        await wacht(pilot)
    assert [huis.naam for huis in get_gezin(sessie, gezin).huizen][-1] == "bij oma"


async def test_a_tie_is_added_changed_and_read_from_both_sides(
    tmp_path: Path, sessie: Sessie, gezin: str
) -> None:
    async with open_scherm(
        maak_app(tmp_path, sessie), "casus", (120, 40), casus_id=gezin, tab="gezin"
    ) as pilot:
        await ga_naar(pilot, "Ali")
        await pilot.press("r")
        await wacht(pilot)
        scherm = pilot.app.screen
        assert scherm.NAAM == "relatie"
        assert scherm.veld("van_id").waarde == persoon_id(sessie, gezin, "Ali")
        scherm.zet("soort", "gescheiden")
        scherm.zet("naar_id", persoon_id(sessie, gezin, "Ayse"))
        scherm.zet("tot", "negentien")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "vier cijfers" in tekst_van(pilot.app)
        scherm.zet("tot", "2019")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "gescheiden van Ayse, 2019" in tekst_van(pilot.app)
        await pilot.press("r")
        await wacht(pilot)
        assert "nieuwe relatie" in tekst_van(pilot.app)
        await pilot.press("enter")
        await wacht(pilot)
        pilot.app.screen.zet("kwaliteit", "conflict")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "gescheiden van Ayse, 2019, vaak ruzie" in tekst_van(pilot.app)
    ayse = persoon_id(sessie, gezin, "Ayse")
    [relatie] = next(p for p in get_gezin(sessie, gezin).personen if p.id == ayse).relaties
    assert relatie.zin == "gescheiden van Ali, 2019, vaak ruzie"


async def test_who_was_entered_by_mistake_is_taken_away_and_comes_back(
    tmp_path: Path, sessie: Sessie, gezin: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=gezin, tab="gezin") as pilot:
        await ga_naar(pilot, "Lina")
        await pilot.press("d")
        await wacht(pilot)
        assert all(p.naam != "Lina" for p in get_casus(sessie, gezin).personen)
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert any(p.naam == "Lina" for p in get_casus(sessie, gezin).personen)


async def test_the_jongere_cannot_be_taken_away(tmp_path: Path, sessie: Sessie, gezin: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=gezin, tab="gezin") as pilot:
        await ga_naar(pilot, "Sami")
        await pilot.press("d")
        await wacht(pilot)
        assert any(p.naam.startswith("Sami") for p in get_casus(sessie, gezin).personen)


async def test_a_sister_gets_a_casus_and_enter_goes_to_it(tmp_path: Path, sessie: Sessie, gezin: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=gezin, tab="gezin") as pilot:
        await pilot.press("z")
        await wacht(pilot)
        scherm = pilot.app.screen
        assert scherm.veld("kind").waarde == persoon_id(sessie, gezin, "Lina"), "the only child without one"
        assert not scherm.veld("roepnaam").display
        scherm.zet("redenen", ["verzuim"])
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert pilot.app.screen.NAAM == "casus"
        nieuw = pilot.app.screen.argumenten["casus_id"]
        assert nieuw != gezin
        pilot.app.terug()
        await wacht(pilot)
        await ga_naar(pilot, "casus 2026-")
        await pilot.press("enter")
        await wacht(pilot)
        assert pilot.app.screen.argumenten["casus_id"] == nieuw
    assert {p.rol for p in get_casus(sessie, nieuw).personen if p.naam == "Lina"} == {PersoonRol.JONGERE}


async def test_klas_and_mentor_of_this_year(tmp_path: Path, sessie: Sessie, gezin: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=gezin, tab="gezin") as pilot:
        await pilot.press("j")
        await wacht(pilot)
        assert "Schooljaar 2026-2027" in tekst_van(pilot.app)
        pilot.app.screen.zet("klas", "3C")
        await pilot.press("ctrl+s")
        await wacht(pilot)
    casus = get_casus(sessie, gezin)
    assert (casus.klas, casus.schooljaar) == ("3C", "2026-2027")


async def test_a_woongemeente_elsewhere_brings_the_steps_and_who_decides(
    tmp_path: Path, sessie: Sessie, gezin: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=gezin, tab="gezin") as pilot:
        await pilot.press("u")
        await wacht(pilot)
        scherm = pilot.app.screen
        assert "beschikking" not in tekst_van(pilot.app)
        await pilot.press(*"Zeist")
        await wacht(pilot)
        assert "woonplaatsbeginsel" in tekst_van(pilot.app)
        scherm.zet("overdracht", [OverdrachtStap.BESPROKEN.value])
        await pilot.press("ctrl+s")
        await wacht(pilot)
    casus = get_casus(sessie, gezin)
    assert (casus.woongemeente, casus.overdracht) == ("Zeist", (OverdrachtStap.BESPROKEN,))


async def test_a_person_has_a_line_for_what_to_mind(tmp_path: Path, sessie: Sessie, gezin: str) -> None:
    ali = persoon_id(sessie, gezin, "Ali")
    async with open_scherm(maak_app(tmp_path, sessie), "persoon", casus_id=gezin, persoon_id=ali) as pilot:
        scherm = pilot.app.screen
        assert not scherm.veld("woont_bij").display, "the households say so"
        assert not scherm.veld("gezagsconflict").display
        scherm.zet("let_op", "[/] alleen appen")
        scherm.zet("geslacht", "man")
        scherm.zet("geboortejaar", "19")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "vier cijfers" in tekst_van(pilot.app)
        scherm.zet("geboortejaar", "1979")
        await pilot.press("ctrl+s")
        await wacht(pilot)
    persoon = get_persoon(sessie, gezin, ali)
    assert (persoon.let_op, persoon.geslacht, persoon.geboortejaar) == ("[/] alleen appen", "man", 1979)
