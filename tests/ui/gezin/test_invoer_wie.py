"""Typing a family: two people of one name, the jongere, a house of somebody, a parent who is just that."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.services.gezin import get_gezin
from kernteam_tui.services.sessie import Sessie
from tests.ui.casussen import meld_aan, open_scherm
from tests.ui.gezin.test_invoer import namen, typ
from tests.ui.hulpmiddel import maak_app, tekst_van, wacht


async def bewaar(pilot: Any) -> None:
    await pilot.press("ctrl+s")
    await wacht(pilot)


def wie(sessie: Sessie, casus_id: str) -> list[str]:
    return [persoon.wie for persoon in get_gezin(sessie, casus_id).personen]


async def test_father_and_grandfather_have_one_name(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "gezin_invoer", casus_id=casus_id) as pilot:
        await typ(pilot, "Jan Jansen vader 1975 gezag", "Jan Jansen opa via vader 1948")
        beeld = " ".join(tekst_van(pilot.app).split())
        assert "= Jan Jansen · opa van Sami · vader van Jan · geboren in 1948" in beeld
        assert "Er staat al iemand met deze naam; dit wordt een tweede." in beeld
        await bewaar(pilot)
    assert namen(sessie, casus_id) == ["Sami Yilmaz", "Jan Jansen", "Jan Jansen"]
    assert wie(sessie, casus_id) == ["", "vader", "opa"]


async def test_two_sisters_have_one_name_and_two_birthdays(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "gezin_invoer", casus_id=casus_id) as pilot:
        await typ(pilot, "Ayse moeder gezag", "Fleur zus 3-4-2012", "Fleur zus 5-6-2016")
        await bewaar(pilot)
    assert wie(sessie, casus_id) == ["", "moeder", "zus", "zus"]


async def test_where_the_lines_say_too_little_it_says_what_to_type(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "gezin_invoer", (120, 40), casus_id=casus_id) as pilot:
        await typ(pilot, "Jan vader", "Jan stiefvader")
        assert "typ dan bij allebei wie het is en het geboortejaar" in " ".join(tekst_van(pilot.app).split())
        await typ(pilot, " 1981")
        await pilot.press("up")
        await typ(pilot, " 1975")
        await bewaar(pilot)
    assert wie(sessie, casus_id) == ["", "vader", "stiefvader"]


async def test_after_an_aanmelding_the_grandmother_takes_one_line_more(
    tmp_path: Path, sessie: Sessie
) -> None:
    casus_id = meld_aan(sessie, ouders=[{"naam": "Ayse"}, {"naam": "Kemal"}], ouders_weten=True)
    async with open_scherm(maak_app(tmp_path, sessie), "gezin_invoer", (120, 40), casus_id=casus_id) as pilot:
        await typ(pilot, "oma via moeder")
        assert "Typ op een eigen regel de naam, met ‘moeder’ erachter." in tekst_van(pilot.app)
        await typ(pilot, "", "Ayse moeder", "opa via vader")
        assert "= Opa · opa van Sami · vader van Kemal" in tekst_van(pilot.app)
        await bewaar(pilot)
    assert wie(sessie, casus_id) == ["", "moeder", "ouder", "oma", "opa"]


async def test_the_jongere_and_the_house_of_the_mother(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "gezin_invoer", casus_id=casus_id) as pilot:
        assert "huis bij vader Dreef 3 Utrecht geheim" in tekst_van(pilot.app)
        await typ(pilot, "huis bij moeder Kerkstraat 12", "Sami Yilmaz jongere 14-1-2012 deels")
        assert "= Sami Yilmaz · jongere · geboren 14 januari 2012 · woont hier deels" in tekst_van(pilot.app)
        await bewaar(pilot)
    [huis] = get_gezin(sessie, casus_id).huizen
    assert (huis.naam, huis.adres, huis.bewoners) == ("bij moeder", "Kerkstraat 12", ("Sami (deels)",))


@pytest.mark.parametrize(("scherm", "toets"), [("casus", "d"), ("genogram", "d")])
async def test_that_gezag_fell_away_is_said_and_taken_back(
    tmp_path: Path, sessie: Sessie, scherm: str, toets: str
) -> None:
    ouders = [{"naam": "Ayse", "gezag": "ja"}, {"naam": "Kemal", "gezag": "nee"}]
    casus_id = meld_aan(sessie, ouders=ouders, ouders_weten=True)
    argumenten = {"casus_id": casus_id} | ({"tab": "gezin"} if scherm == "casus" else {})
    async with open_scherm(maak_app(tmp_path, sessie), scherm, (120, 40), **argumenten) as pilot:
        await pilot.press("down" if scherm == "casus" else "up")
        await wacht(pilot)
        await pilot.press(toets)
        await wacht(pilot)
        assert namen(sessie, casus_id) == ["Sami Yilmaz", "Kemal"]
        beeld = " ".join(tekst_van(pilot.app).replace("▌", " ").split())
        assert "Deze persoon had gezag; zijn of haar ja is nu niet meer nodig." in beeld
        assert "Met ctrl+z maak je dat ongedaan." in beeld
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert "had gezag" not in tekst_van(pilot.app)
    assert namen(sessie, casus_id) == ["Sami Yilmaz", "Ayse", "Kemal"], "where they stood"
