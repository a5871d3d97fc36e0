"""The screen of one casus: what stands there, what its keys do, and what is in the store after."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import OptionList

from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.data.store import open_store
from kernteam_tui.domain.codes import (
    GesprekSoort,
    GesprekStaat,
    Niveau,
    NotitieSoort,
    RedenLater,
    TerugkoppelMoment,
)
from kernteam_tui.screens.casus.scherm import BLADEN, CasusScreen
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.gesprekken import (
    DeelnemerUitkomst,
    GesprekGegevens,
    TerugkoppelBeeld,
    Uitkomst,
    leg_gesprek_vast,
    plan_gesprek,
)
from kernteam_tui.services.gespreksacties import list_open_acties
from kernteam_tui.services.gezinsplan import lees_plan, set_evaluatie
from kernteam_tui.services.notities import save_notitie, start_notitie
from kernteam_tui.services.sessie import Sessie
from tests.conftest import WACHTWOORDZIN
from tests.ui.casussen import Thuis, meld_aan, op, open_scherm
from tests.ui.hulpmiddel import (
    NepConcepten,
    NepToegang,
    maak_app,
    ontgrendel,
    tekst_van,
    wacht,
    zet_schermen,
)


def _casus(pilot: Any) -> CasusBeeld:
    scherm = pilot.app.screen
    assert isinstance(scherm, CasusScreen)
    assert scherm.casus is not None
    return scherm.casus


def _start_gehouden(sessie: Sessie, casus_id: str) -> None:
    gesprek = plan_gesprek(
        sessie, casus_id, GesprekGegevens(GesprekSoort.STARTGESPREK, op(11, 23, 9), 30, "k. 1.12")
    )
    afspraak = TerugkoppelBeeld("Lia", Niveau.GESTART_GESTOPT, TerugkoppelMoment.BIJ_START, None)
    leg_gesprek_vast(
        sessie,
        gesprek.id,
        gesprek.revision,
        Uitkomst(GesprekStaat.GEHOUDEN, terugkoppelafspraken=(afspraak,)),
    )


async def test_the_overview_says_where_the_casus_stands_and_what_to_do(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id, size=(120, 40)) as pilot:
        tekst = tekst_van(pilot.app)
    for stuk in (
        "2026-001",
        "Sami Yilmaz",
        "aangemeld",
        "3 dagen sinds de aanmelding",
        "mentor J. de Wit",
        "startgesprek plannen",
        "Kies een voorstel of een eigen",
        "7 dagen",
        "Sami komt al drie weken niet.",
    ):
        assert stuk in tekst


async def test_opening_is_logged_once_and_looking_again_is_not(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id) as pilot:
        pilot.app.screen.ververs()
        await wacht(pilot)
    with sessie.lezen() as conn:
        geopend = [regel for regel in lees_log(conn, casus_id) if regel.soort == "geopend"]
    assert len(geopend) == 1


async def test_right_after_the_aanmelding_both_dates_stand_there(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id, nieuw=True) as pilot:
        assert "Startgesprek uiterlijk vr 27 nov" in tekst_van(pilot.app)
        await pilot.press("s")
        await wacht(pilot)
        assert pilot.app.screen.NAAM == "startgesprek"
        assert pilot.app.screen.argumenten == {"casus_id": casus_id}


async def test_digits_and_arrows_change_the_tab_and_unlocking_comes_back_to_it(
    tmp_path: Path, sessie: Sessie, casus_id: str, kluis_map: Path
) -> None:
    toegang = NepToegang(maak=lambda: Sessie(open_store(kluis_map, WACHTWOORDZIN), sessie.klok))
    sessie.close()
    app: Any = maak_app(tmp_path, toegang=toegang, concepten=NepConcepten())
    async with open_scherm(app, "casus", casus_id=casus_id) as pilot:
        await pilot.press("2", "down", "right", "right")
        await wacht(pilot)
        assert app.screen.argumenten["tab"] == "notities"
        await pilot.press("left", "left")
        app.vergrendel()
        await wacht(pilot)
        assert "Sami" not in tekst_van(app)
        await ontgrendel(pilot)
        await wacht(pilot)
        assert "Fatma" in tekst_van(app)
        assert app.focused is not None
        assert app.focused.id == "personen-tabel"


async def test_a_signal_leads_to_where_it_can_be_cleared(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id) as pilot:
        lijst = pilot.app.screen.query_one("#signalen", OptionList)
        regels = [signaal.regel for signaal in _casus(pilot).signalen]
        lijst.highlighted = regels.index("ouders_informeren")
        await pilot.press("enter")
        await wacht(pilot)
        assert pilot.app.screen.argumenten["tab"] == "gezin"
        await pilot.press("o")
        await wacht(pilot)
        assert "nog niet van de aanmelding" not in tekst_van(pilot.app)
        await pilot.press("1")
        lijst.highlighted = regels.index("kennismaking_aanbieden")
        await pilot.press("enter")
        await wacht(pilot)
        await pilot.press("enter")
        await wacht(pilot)
    casus = get_casus(sessie, casus_id)
    assert casus.ouders_weten is True
    assert casus.kennismaking_aangeboden_op == sessie.vandaag()


async def test_why_the_kennismaking_was_later_is_one_key_and_one_choice(
    tmp_path: Path, sessie: Sessie
) -> None:
    laat = meld_aan(sessie, aangemeld="2026-11-02")
    _start_gehouden(sessie, laat)
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=laat) as pilot:
        await pilot.press("r")
        await wacht(pilot)
        await pilot.press("enter")
        await wacht(pilot)
    assert get_casus(sessie, laat).kennismaking_reden_later is RedenLater.EIGEN_VERZOEK


async def test_a_talk_is_cancelled_with_a_reason_and_restored(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    gesprek = plan_gesprek(
        sessie, casus_id, GesprekGegevens(GesprekSoort.STARTGESPREK, op(11, 24, 10), 60, "k. 1.12")
    )
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id, tab="gesprekken") as pilot:
        assert "afzeggen" in tekst_van(pilot.app)
        assert "herstellen" not in tekst_van(pilot.app)
        await pilot.press("a")
        await wacht(pilot)
        pilot.app.screen.query_one("#reden-tekst").load_text("moeder is ziek")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert pilot.app.screen.NAAM == "uitnodigingen"
        assert pilot.app.screen.argumenten == {"gesprek_id": gesprek.id, "schrijf": True}
        pilot.app.terug()
        await wacht(pilot)
        assert "moeder is ziek" in tekst_van(pilot.app)
        await pilot.press("h")
        await wacht(pilot)
        await pilot.press("right", "enter")
        await wacht(pilot)
        assert pilot.app.screen.NAAM == "uitnodigingen"
    assert [g.staat for g in get_casus(sessie, casus_id).gesprekken] == [GesprekStaat.GEPLAND]


async def test_enter_on_a_talk_moves_one_that_comes_and_notes_one_that_was(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    plan_gesprek(sessie, casus_id, GesprekGegevens(GesprekSoort.HUISBEZOEK, op(11, 24, 10), 60, "thuis"))
    was = plan_gesprek(sessie, casus_id, GesprekGegevens(GesprekSoort.OVERLEG, op(11, 20, 10), 60, "school"))
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id, tab="gesprekken") as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        assert pilot.app.screen.NAAM == "gesprek_plannen"
        assert pilot.app.screen.argumenten["gesprek_id"] != was.id
        pilot.app.terug()
        await wacht(pilot)
        await pilot.press("down", "enter")
        await wacht(pilot)
        assert pilot.app.screen.NAAM == "gesprek_vastleggen"
        assert pilot.app.screen.argumenten == {"gesprek_id": was.id}
        pilot.app.terug()
        await wacht(pilot)
        await pilot.press("p")
        await wacht(pilot)
        await pilot.press("down", "enter")
        await wacht(pilot)
        assert pilot.app.screen.argumenten == {"casus_id": casus_id, "soort": "huisbezoek"}


async def test_a_note_begins_with_k_and_opens_with_enter(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    oud = start_notitie(sessie, casus_id, NotitieSoort.TELEFOON, bereikt=False, moment=op(11, 20, 9))
    save_notitie(sessie, oud.id, oud.revision, "voicemail [/]x ingesproken")
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id, tab="notities") as pilot:
        assert "niet bereikt · voice" in tekst_van(pilot.app)
        await pilot.press("k")
        await wacht(pilot)
        await pilot.press("enter")
        await wacht(pilot)
        nieuw = pilot.app.screen.argumenten["notitie_id"]
        pilot.app.terug()
        await wacht(pilot)
        assert "huisbezoek" in tekst_van(pilot.app)
        await wacht(pilot)
        await pilot.press("down", "up", "enter")
        await wacht(pilot)
        assert pilot.app.screen.argumenten == {"notitie_id": nieuw}
    assert [n.soort for n in get_casus(sessie, casus_id).notities] == ["huisbezoek", "telefoon"]


async def test_what_was_promised_is_ticked_off(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    _start_gehouden(sessie, casus_id)
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id, tab="delen") as pilot:
        assert "of de hulp is gestart of gestopt" in tekst_van(pilot.app)
        await pilot.press("v")
        await wacht(pilot)
        assert "vraag eerst" not in tekst_van(pilot.app)
    assert get_casus(sessie, casus_id).terugkoppelingen[0].gedaan_op == sessie.vandaag()


async def test_the_plan_in_short(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id, tab="gezinsplan") as pilot:
        assert "nog geen gezinsplan" in tekst_van(pilot.app)
        lees_plan(
            sessie,
            casus_id,
            {
                "doelen": [{"wat": "slapen", "nu": 4, "gewenst": 7}],
                "acties": [{"wat": "bellen", "wie": "oma"}],
            },
            vaststellen=True,
        )
        pilot.app.screen.ververs()
        await wacht(pilot)
        for stuk in ("1, vastgesteld ma 23 nov", "nu 4, wens 7", "oma: bellen"):
            assert stuk in tekst_van(pilot.app)
        await pilot.press("enter")
        await wacht(pilot)
        assert pilot.app.screen.NAAM == "gezinsplan"


async def test_without_the_screens_of_others_their_keys_are_not_there(
    tmp_path: Path, sessie: Sessie, casus_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    zet_schermen(monkeypatch, {"vandaag": Thuis, "casus": CasusScreen})
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id, size=(120, 40)) as pilot:
        await pilot.press("k", "s", "w")
        await wacht(pilot)
        assert isinstance(pilot.app.screen, CasusScreen)
        onderaan = tekst_van(pilot.app).splitlines()[-1]
        assert "notitie" not in onderaan
        assert "aangeboden" in onderaan


async def test_the_list_of_commands_runs_those_of_the_tab(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id, tab="gezin") as pilot:
        await pilot.app.screen.voer_uit("toevoegen")
        await wacht(pilot)
        assert pilot.app.screen.NAAM == "persoon"


@pytest.mark.parametrize("tab", [blad.NAAM for blad in BLADEN])
@pytest.mark.parametrize("plan", [True, False], ids=["met plan", "zonder plan"])
async def test_b_makes_the_page_on_every_tab_once_there_is_a_plan(
    tmp_path: Path, sessie: Sessie, casus_id: str, tab: str, plan: bool
) -> None:
    if plan:
        lees_plan(sessie, casus_id, {"doelen": [{"wat": "Elke dag naar school"}]})
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "casus", size=(120, 40), casus_id=casus_id, tab=tab) as pilot:
        assert ("b bladzijde" in tekst_van(app).splitlines()[-1]) is plan
        await pilot.press("b")
        await wacht(pilot)
        assert ("bladzijde" if plan else "casus") == app.screen.NAAM  # type: ignore[attr-defined]  # Elders


@pytest.fixture
def gespreksactie(sessie: Sessie, casus_id: str) -> str:
    """Leerplicht would call before yesterday; answers the id of the talk."""
    gegevens = GesprekGegevens(GesprekSoort.OVERLEG, op(11, 20, 9), wie=("leerplichtambtenaar",))
    gesprek = plan_gesprek(sessie, casus_id, gegevens)
    wie = (DeelnemerUitkomst(gesprek.deelnemers[0].id, True, "thuis bellen", op(11, 22, 9).date()),)
    leg_gesprek_vast(sessie, gesprek.id, gesprek.revision, Uitkomst(GesprekStaat.GEHOUDEN, wie))
    return gesprek.id


async def test_what_was_agreed_at_a_talk_is_ticked_on_the_casus_or_opened_with_enter(
    tmp_path: Path, sessie: Sessie, casus_id: str, gespreksactie: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id) as pilot:
        lijst = pilot.app.screen.query_one("#signalen", OptionList)
        lijst.highlighted = [s.regel for s in _casus(pilot).signalen].index("actie_over_datum")
        await wacht(pilot)
        assert "x afvinken" in " ".join(tekst_van(pilot.app).splitlines()[-1].split())
        await pilot.press("enter")
        await wacht(pilot)
        assert pilot.app.screen.argumenten == {"gesprek_id": gespreksactie}
        await pilot.press("escape")
        await wacht(pilot)
        await pilot.press("x")
        await wacht(pilot)
        assert "over de datum" not in tekst_van(pilot.app)
    assert list_open_acties(sessie, gespreksactie) == ()


async def test_enter_on_an_evaluation_that_came_opens_it(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    _start_gehouden(sessie, casus_id)
    set_evaluatie(sessie, casus_id, sessie.vandaag(), "")
    async with open_scherm(maak_app(tmp_path, sessie), "casus", casus_id=casus_id) as pilot:
        lijst = pilot.app.screen.query_one("#signalen", OptionList)
        lijst.highlighted = [s.regel for s in _casus(pilot).signalen].index("evaluatie")
        await pilot.press("enter")
        await wacht(pilot)
        assert pilot.app.screen.NAAM == "planevaluatie"
        assert pilot.app.screen.argumenten == {"casus_id": casus_id}
