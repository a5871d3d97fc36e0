"""On the map everybody once, called as everywhere else, and nobody off it by one key too many."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.domain.gezinscodes import Gevoel, Netwerkgroep, PartnerSoort
from kernteam_tui.screens.netwerk.kaartvlak import Kaartvlak
from kernteam_tui.services.contacten import ContactGegevens, save_contact
from kernteam_tui.services.gezin.invoer import bewaar_invoer
from kernteam_tui.services.netwerk import Kaartwijziging, LidGegevens, get_netwerk, save_lid, wijzig_op_kaart
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok
from tests.ui.casussen import maak_sessie, meld_aan, open_scherm
from tests.ui.gezinnen import geopend
from tests.ui.hulpmiddel import maak_app, tekst_van, wacht

G = Netwerkgroep


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    return maak_sessie(store, klok)


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    return meld_aan(sessie, ouders=[{"naam": "Fatma", "gezag": "ja", "woont_bij": True}])


def namen(sessie: Sessie, casus_id: str) -> list[str]:
    return [wie.naam for wie in get_netwerk(sessie, casus_id).kaart.mensen]


def gemarkeerd(pilot: Any, sessie: Sessie, casus_id: str) -> str:
    """Name of who is marked on the drawing."""
    mens = get_netwerk(sessie, casus_id).kaart.mens(pilot.app.screen.query_one(Kaartvlak).sleutel or "")
    return mens.naam if mens else ""


async def typ(pilot: Any, tekst: str) -> None:
    await pilot.press(*["space" if letter == " " else letter for letter in tekst])
    await wacht(pilot)


async def druk(pilot: Any, *toetsen: str) -> None:
    for toets in toetsen:
        await pilot.press(toets)
        await wacht(pilot)


def beeld(pilot: Any) -> str:
    return " ".join(tekst_van(pilot.app).split())


# --- one word for one person ------------------------------------------------------------------


async def test_a_mother_is_a_mother_on_the_map_too(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    bewaar_invoer(sessie, casus_id, ("Fatma moeder", "Emre broer 2015"))
    kaart = get_netwerk(sessie, casus_id)
    assert {wie.naam: wie.relatie for wie in kaart.kaart.mensen}["Fatma"] == "moeder"
    assert {k.naam: k.wat for k in kaart.koppelbaar}["Emre"] == "broer"
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", casus_id=casus_id) as pilot:
        assert "Fatma, moeder gezin" in beeld(pilot)
        await druk(pilot, "l")
        assert "Fatma moeder gezin" in beeld(pilot)


# --- once -------------------------------------------------------------------------------------


@pytest.mark.parametrize("vorm", ["kaart", "lijst"])
async def test_the_same_name_again_shows_who_stands_there_and_adds_nobody(
    tmp_path: Path, sessie: Sessie, casus_id: str, vorm: str
) -> None:
    save_lid(sessie, casus_id, None, LidGegevens(G.FAMILIE, naam="Oma Ans", relatie="oma"))
    save_lid(sessie, casus_id, None, LidGegevens(G.BUREN, naam="Els"))
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", casus_id=casus_id, vorm=vorm) as pilot:
        await druk(pilot, "t")
        await typ(pilot, "oma ans, f+")
        assert "staat al op de kaart" in beeld(pilot), "before Enter"
        await druk(pilot, "enter")
        assert "Oma Ans staat al op de kaart (familie)." in beeld(pilot)
        assert namen(sessie, casus_id).count("Oma Ans") == 1
        assert gemarkeerd(pilot, sessie, casus_id) == "Oma Ans"
        await druk(pilot, "escape", "plus")
    oma = next(wie for wie in get_netwerk(sessie, casus_id).kaart.mensen if wie.naam == "Oma Ans")
    assert oma.gevoel is Gevoel.STEUN, "the mark stood on her, in the list too"


async def test_two_people_of_one_name_take_one_enter_more(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    save_lid(sessie, casus_id, None, LidGegevens(G.VRIENDEN, naam="Jan"))
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", casus_id=casus_id) as pilot:
        await druk(pilot, "t")
        await typ(pilot, "Jan, b")
        await druk(pilot, "enter", "minus", "enter")
        assert namen(sessie, casus_id).count("Jan") == 1, "another text asks again"
        await druk(pilot, "enter")
        assert namen(sessie, casus_id).count("Jan") == 2


async def test_who_is_called_otherwise_is_somebody_else(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    save_lid(sessie, casus_id, None, LidGegevens(G.KENNISSEN, naam="Jan", relatie="trainer"))
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", casus_id=casus_id) as pilot:
        await druk(pilot, "t")
        await typ(pilot, "Jan (buurman), b")
        await druk(pilot, "enter")
        assert namen(sessie, casus_id).count("Jan") == 2


async def test_who_is_known_stands_there_once_however_often_one_presses(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    arts = save_contact(sessie, None, ContactGegevens("M. Bakker", PartnerSoort.HUISARTS))
    save_lid(sessie, casus_id, None, LidGegevens(G.PROFESSIONALS, contact_id=arts))
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", casus_id=casus_id) as pilot:
        await druk(pilot, "t")
        await typ(pilot, "bak")
        await druk(pilot, "down", "enter", "enter", "enter")
        assert geopend(pilot.app)[0] == "netwerk", "no dialog"
        assert "M. Bakker staat al op de kaart (professionals)." in beeld(pilot)
        assert "toch een tweede" not in beeld(pilot)
        assert namen(sessie, casus_id).count("M. Bakker") == 1


async def test_who_lives_in_the_house_is_not_typed_in_a_second_time(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", casus_id=casus_id) as pilot:
        await druk(pilot, "t")
        await typ(pilot, "Fatma, g+")
        await druk(pilot, "enter")
        assert namen(sessie, casus_id) == ["Fatma"]
        await druk(pilot, "down", "enter")  # the one of the family: put on the map, with steun
        [moeder] = get_netwerk(sessie, casus_id).kaart.mensen
        assert (moeder.op_kaart_gezet, moeder.gevoel) == (True, Gevoel.STEUN)


# --- off the map ------------------------------------------------------------------------------


async def test_the_mark_goes_to_who_cannot_be_taken_off(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    for naam in ("Ans", "Bea"):
        save_lid(sessie, casus_id, None, LidGegevens(G.FAMILIE, naam=naam))
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", casus_id=casus_id) as pilot:
        await druk(pilot, "down")
        assert gemarkeerd(pilot, sessie, casus_id) == "Ans"
        await pilot.press("d", "d", "d")
        await wacht(pilot)
        assert namen(sessie, casus_id) == ["Fatma", "Bea"]
        assert gemarkeerd(pilot, sessie, casus_id) == "Fatma"


@pytest.mark.parametrize(
    ("vorm", "wie", "over"), [("kaart", "Fatma", ["Fatma", "Cor"]), ("lijst", "Bea", ["Fatma", "Bea"])]
)
async def test_where_everybody_can_be_taken_off_the_second_time_is_asked(
    tmp_path: Path, sessie: Sessie, casus_id: str, vorm: str, wie: str, over: list[str]
) -> None:
    """In the list the mark is on who took the place, on the map on the first."""
    rond = get_netwerk(sessie, casus_id).kaart.rond_id
    moeder = get_netwerk(sessie, casus_id).kaart.mensen[0].id
    wijzig_op_kaart(sessie, casus_id, moeder, rond, Kaartwijziging(gevoel=Gevoel.STEUN))
    for naam in ("Ans", "Bea", "Cor"):
        save_lid(sessie, casus_id, None, LidGegevens(G.FAMILIE, naam=naam))
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", casus_id=casus_id, vorm=vorm) as pilot:
        await druk(pilot, "down", "d", "d", "d")
        assert f"Ook {wie}?" in beeld(pilot)
        await druk(pilot, "escape")
        assert namen(sessie, casus_id) == ["Fatma", "Bea", "Cor"]
        await druk(pilot, "down", "d")
        assert namen(sessie, casus_id) == over, "who was walked to goes without a question"
