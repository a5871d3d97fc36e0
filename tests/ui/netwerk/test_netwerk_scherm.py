"""The netwerkkaart and the address book by keyboard, on a real store."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from kernteam_tui.data.store import Store
from kernteam_tui.domain.gezinscodes import Gevoel, Hulpsoort, Netwerkgroep, PartnerSoort
from kernteam_tui.domain.netwerkkaart.kaart import Mens
from kernteam_tui.services.contacten import ContactGegevens, list_contacten, save_contact
from kernteam_tui.services.netwerk import ALLEN, LidGegevens, get_lidformulier, get_netwerk, save_lid
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.lijst import Lijst
from tests.conftest import VasteKlok
from tests.ui.casussen import maak_sessie, meld_aan, open_scherm
from tests.ui.gezinnen import geopend
from tests.ui.hulpmiddel import MAANDAG, maak_app, tekst_van, wacht

G = Netwerkgroep


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    return maak_sessie(store, klok)


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    return meld_aan(
        sessie, ouders=[{"naam": "Fatma", "telefoon": "06 1234 5678", "gezag": "ja", "woont_bij": True}]
    )


def mensen(sessie: Sessie, casus_id: str) -> dict[str, Mens]:
    return {wie.naam: wie for wie in get_netwerk(sessie, casus_id).kaart.mensen}


async def typ(pilot: Any, tekst: str) -> int:
    """Type this text; answers the number of keys."""
    await pilot.press(*["space" if letter == " " else letter for letter in tekst])
    await wacht(pilot)
    return len(tekst)


# --- the map ------------------------------------------------------------------------------------


@pytest.mark.parametrize("maat", [(80, 24), (120, 40)])
async def test_an_empty_map_says_how_to_begin(
    tmp_path: Path, sessie: Sessie, casus_id: str, maat: tuple[int, int]
) -> None:
    async with open_scherm(
        maak_app(tmp_path, sessie), "netwerk", maat, casus_id=casus_id, rond=ALLEN
    ) as pilot:
        beeld = tekst_van(pilot.app)
        assert "Nog niemand op de kaart." in beeld
        assert "Oma Ans, f+pg1" in beeld
        assert "║ het gezin ║" in beeld


async def test_three_people_in_few_keys_and_who_lives_in_the_house_stands_there(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    """Counted: the letters of the name, and at most ten keys for all else."""
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", casus_id=casus_id) as pilot:
        assert "Fatma" in tekst_van(pilot.app)
        await pilot.press("t")
        toetsen = 1
        for regel in ("Oma Ans (oma), f+pe1", "Sara, v+-", "Kees, b-"):
            toetsen += await typ(pilot, regel)
            assert "geeft" in tekst_van(pilot.app), "how it is understood stands there before Enter"
            await pilot.press("enter")
            await wacht(pilot)
            toetsen += 1
        await pilot.press("escape")
        letters = len("Oma AnsomaSaraKees")
        assert toetsen <= letters + 3 * 10
        assert geopend(pilot.app)[0] == "netwerk"
        beeld = tekst_van(pilot.app)
        assert [naam for naam in ("+ Oma Ans PE", "± Sara", "- Kees") if naam not in beeld] == []
    op_kaart = mensen(sessie, casus_id)
    oma = op_kaart["Oma Ans"]
    assert (oma.relatie, oma.groep, oma.gevoel, oma.letters, oma.nabij) == (
        "oma",
        G.FAMILIE,
        Gevoel.STEUN,
        "PE",
        1,
    )
    assert op_kaart["Sara"].gevoel is Gevoel.BEIDE


async def test_the_arrows_walk_and_one_key_changes_what_somebody_gives(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    save_lid(sessie, casus_id, None, LidGegevens(G.FAMILIE, naam="Oma Ans"))
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", casus_id=casus_id) as pilot:
        await pilot.press("down")
        await wacht(pilot)
        assert "Oma Ans   familie" in tekst_van(pilot.app)
        for toets in ("plus", "p", "e", "1"):
            await pilot.press(toets)
            await wacht(pilot)
        assert "+ Oma Ans PE" in tekst_van(pilot.app)
        oma = mensen(sessie, casus_id)["Oma Ans"]
        assert (oma.gevoel, oma.letters, oma.nabij) == (Gevoel.STEUN, "PE", 1)
        for toets in ("minus", "p"):
            await pilot.press(toets)
            await wacht(pilot)
        assert "± Oma Ans E" in tekst_van(pilot.app)
        await pilot.press("plus")
        await wacht(pilot)
        assert mensen(sessie, casus_id)["Oma Ans"].gevoel is Gevoel.SPANNING
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert mensen(sessie, casus_id)["Oma Ans"].gevoel is Gevoel.BEIDE


async def test_off_the_map_and_back_again(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    save_lid(sessie, casus_id, None, LidGegevens(G.FAMILIE, naam="Oma Ans"))
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", casus_id=casus_id) as pilot:
        await pilot.press("d")
        await wacht(pilot)
        assert "Fatma" in mensen(sessie, casus_id), "who lives in the house cannot be taken off"
        await pilot.press("down", "d")
        await wacht(pilot)
        assert "Oma Ans" not in mensen(sessie, casus_id)
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert "Oma Ans" in mensen(sessie, casus_id)


async def test_who_was_just_typed_is_taken_back_but_not_while_typing_the_next(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", casus_id=casus_id) as pilot:
        await pilot.press("t")
        await typ(pilot, "Ans (oma)")
        await pilot.press("enter")
        await wacht(pilot)
        await typ(pilot, "B")
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert "Ans" in mensen(sessie, casus_id)
        await pilot.press("backspace", "ctrl+z")
        await wacht(pilot)
        assert "Ans" not in mensen(sessie, casus_id)


async def test_the_list_shows_the_same_people_with_their_numbers(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    save_lid(
        sessie,
        casus_id,
        None,
        LidGegevens(G.BUREN, naam="Els [/]x", gevoel=Gevoel.STEUN, telefoon="06-00000077"),
    )
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", casus_id=casus_id) as pilot:
        await pilot.press("l")
        await wacht(pilot)
        beeld = tekst_van(pilot.app)
        assert "06-00000077" in beeld
        assert "Els [/]x" in beeld
        await pilot.press("down", "enter")
        await wacht(pilot)
        assert geopend(pilot.app)[0] == "netwerklid"
        await pilot.press("escape", "l")
        await wacht(pilot)
        assert "╔" in tekst_van(pilot.app)


async def test_who_is_known_from_the_address_book_is_linked_by_one_key_more(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    save_contact(
        sessie, None, ContactGegevens("M. Bakker", PartnerSoort.HUISARTS, "huisarts", telefoon="030-0000055")
    )
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", casus_id=casus_id) as pilot:
        await pilot.press("t")
        await typ(pilot, "bak")
        assert "M. Bakker   huisarts" in tekst_van(pilot.app)
        await pilot.press("down", "enter")
        await wacht(pilot)
    arts = mensen(sessie, casus_id)["M. Bakker"]
    assert (arts.groep, arts.telefoon) == (G.PROFESSIONALS, "030-0000055")


async def test_what_is_half_typed_is_there_after_locking(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    app: Any = maak_app(tmp_path, sessie)
    async with open_scherm(app, "netwerk", casus_id=casus_id) as pilot:
        await pilot.press("t")
        await typ(pilot, "Tante Fat")
        plek = app.screen.plek()
        assert plek.argumenten["snel"] == "Tante Fat"
        app.pop_screen()
        app.open("netwerk", **plek.argumenten)
        await wacht(pilot)
        assert "Tante Fat" in tekst_van(app)
        await pilot.press("escape")
        assert app.screen.argumenten["snel"] == ""
        assert geopend(app)[0] == "netwerk"


async def test_around_another_jongere_or_the_whole_family(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    rond = get_netwerk(sessie, casus_id).kaart.rond_id
    save_lid(sessie, casus_id, None, LidGegevens(G.VRIENDEN, naam="Sara", rond_id=rond))
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", casus_id=casus_id) as pilot:
        await pilot.press("r", "down", "enter")
        await wacht(pilot)
        assert "║ het gezin ║" in tekst_van(pilot.app)
        assert geopend(pilot.app)[1]["rond"] == ALLEN
        assert "Sara" in tekst_van(pilot.app)


async def test_the_map_on_paper_for_the_jongere(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    save_lid(sessie, casus_id, None, LidGegevens(G.FAMILIE, naam="Oma Ans", telefoon="06-00000077"))
    async with open_scherm(maak_app(tmp_path, sessie), "netwerk", casus_id=casus_id) as pilot:
        await pilot.press("o", "enter")
        await wacht(pilot)
        await pilot.press("enter")
        await wacht(pilot)
    (bestand,) = (sessie.map / "uit").glob("netwerk-*.pdf")
    tekst = " ".join(blad.extract_text() for blad in PdfReader(bestand).pages)
    assert "Oma Ans" in tekst
    assert "06-00000077" not in tekst


# --- the form -----------------------------------------------------------------------------------


async def test_a_jim_with_the_three_agreements(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    lid = save_lid(sessie, casus_id, None, LidGegevens(G.VRIENDEN, naam="Sara"))
    async with open_scherm(maak_app(tmp_path, sessie), "netwerklid", casus_id=casus_id, lid_id=lid) as pilot:
        scherm = pilot.app.screen
        assert "Ouders zijn akkoord" not in tekst_van(pilot.app)
        scherm.query_one("#jim-invoer").focus()
        await pilot.press("space")
        await wacht(pilot)
        assert "Ouders zijn akkoord" in tekst_van(pilot.app)
        for veld, dag in (
            ("jim_jongere_op", "20-11"),
            ("jim_ouders_op", "gisteren"),
            ("jim_zelf_op", "vandaag"),
        ):
            scherm.query_one(f"#{veld}-invoer").focus()
            await typ(pilot, dag)
        await pilot.press("ctrl+s")
        await wacht(pilot)
    sara = get_lidformulier(sessie, casus_id, lid).gegevens
    assert sara.jim
    assert (sara.jim_jongere_op, sara.jim_ouders_op) == (date(2026, 11, 20), date(2026, 11, 22))
    assert sara.jim_zelf_op == MAANDAG


async def test_a_parent_as_jim_is_refused_and_the_form_stays(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    moeder = mensen(sessie, casus_id)["Fatma"].id
    async with open_scherm(
        maak_app(tmp_path, sessie), "netwerklid", casus_id=casus_id, persoon_id=moeder
    ) as pilot:
        pilot.app.screen.query_one("#jim-invoer").focus()
        await pilot.press("space", "ctrl+s")
        await wacht(pilot)
        assert "Een ouder kan geen JIM zijn." in tekst_van(pilot.app)
        await pilot.press("enter")
        await wacht(pilot)
        assert geopend(pilot.app)[0] == "netwerklid"
    assert not mensen(sessie, casus_id)["Fatma"].op_kaart_gezet


async def test_somebody_new_by_the_form(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "netwerklid", casus_id=casus_id) as pilot:
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Vul een naam in, of wie dit is." in tekst_van(pilot.app)
        await typ(pilot, "Piet")
        pilot.app.screen.query_one("#hulp-invoer").focus()
        await pilot.press("space", "ctrl+s")
        await wacht(pilot)
    piet = mensen(sessie, casus_id)["Piet"]
    assert (piet.groep, piet.hulp) == (G.FAMILIE, (Hulpsoort.PRAKTISCH,))


# --- the address book ---------------------------------------------------------------------------


@pytest.fixture
def boek(sessie: Sessie) -> Sessie:
    """Three contacts."""
    for naam, soort, nummer in (
        ("M. Bakker", PartnerSoort.HUISARTS, "030-0000055"),
        ("R. Jansen", PartnerSoort.BUURTTEAM, "06-00000012"),
        ("wijkagent Noord", PartnerSoort.POLITIE, "0900-0000"),
    ):
        save_contact(sessie, None, ContactGegevens(naam, soort, telefoon=nummer))
    return sessie


async def test_a_number_from_anywhere_in_few_keys(tmp_path: Path, boek: Sessie) -> None:
    app: Any = maak_app(tmp_path, boek)
    async with open_scherm(app, "") as pilot:
        await pilot.press("ctrl+o")
        await typ(pilot, "bak")
        beeld = tekst_van(app)
        assert "030-0000055" in beeld
        assert "06-00000012" not in beeld
        assert "1 van 3" in beeld


async def test_a_new_contact_starts_with_what_was_looked_for(tmp_path: Path, boek: Sessie) -> None:
    async with open_scherm(maak_app(tmp_path, boek), "adresboek") as pilot:
        await typ(pilot, "Zorgboerderij")
        assert "Niemand gevonden" in tekst_van(pilot.app)
        await pilot.press("f6")
        await wacht(pilot)
        scherm = pilot.app.screen
        assert scherm.waarde["naam"] == "Zorgboerderij"
        scherm.zet("soort", PartnerSoort.JEUGDHULP.value)
        scherm.query_one("#telefoon-invoer").focus()
        await typ(pilot, "0344-1")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert geopend(pilot.app)[0] == "adresboek"
        assert "0344-1" in tekst_van(pilot.app)
    nieuw = next(c for c in list_contacten(boek) if c.naam == "Zorgboerderij")
    assert (nieuw.soort, nieuw.telefoon) == (PartnerSoort.JEUGDHULP, "0344-1")


async def test_removing_can_be_taken_back_and_is_refused_for_who_is_in_use(
    tmp_path: Path, boek: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, boek), "adresboek") as pilot:
        await pilot.press("f4")
        await wacht(pilot)
        assert "M. Bakker" not in tekst_van(pilot.app)
        await pilot.press("ctrl+z")  # the line to look for somebody has the focus
        await wacht(pilot)
        assert "M. Bakker" in tekst_van(pilot.app)
        arts = next(c.id for c in list_contacten(boek) if c.naam == "M. Bakker")
        save_lid(boek, casus_id, None, LidGegevens(G.PROFESSIONALS, contact_id=arts))
        await pilot.press("up", "f4")
        await wacht(pilot)
        assert "netwerkkaart van 1" in " ".join(tekst_van(pilot.app).split())


async def test_after_removing_one_the_mark_is_on_who_took_the_place(tmp_path: Path, boek: Sessie) -> None:
    for naam in ("Aa", "Bb", "Cc"):
        save_contact(boek, None, ContactGegevens(naam, PartnerSoort.HUISARTS))
    async with open_scherm(maak_app(tmp_path, boek), "adresboek") as pilot:
        lijst = pilot.app.screen.query_one("#adresboek-lijst", Lijst)
        namen = [contact.naam for _, contact in lijst.items]
        await pilot.press("down", "f4")
        await wacht(pilot)
        assert lijst.item is not None
        assert lijst.item.naam == namen[2]


async def test_changing_says_for_how_many_families_it_counts(
    tmp_path: Path, boek: Sessie, casus_id: str
) -> None:
    arts = next(c.id for c in list_contacten(boek) if c.naam == "M. Bakker")
    save_lid(boek, casus_id, None, LidGegevens(G.PROFESSIONALS, contact_id=arts))
    async with open_scherm(maak_app(tmp_path, boek), "contact", contact_id=arts) as pilot:
        assert "Staat op de netwerkkaart van 1 gezin" in tekst_van(pilot.app)
        pilot.app.screen.query_one("#functie-invoer").focus()
        await typ(pilot, "arts")
        await pilot.press("ctrl+s")
        await wacht(pilot)
    assert next(c.functie for c in list_contacten(boek) if c.id == arts) == "arts"


async def test_locking_while_typing_keeps_the_words(tmp_path: Path, boek: Sessie) -> None:
    app: Any = maak_app(tmp_path, boek)
    async with open_scherm(app, "adresboek") as pilot:
        await typ(pilot, "jans")
        assert app.screen.plek().argumenten == {"woorden": "jans"}
        app.pop_screen()
        app.open("adresboek", woorden="jans")
        await wacht(pilot)
        assert "1 van 3" in tekst_van(app)
