"""Planning a startgesprek: proposals, exceptions with a reason, own moment, moving and cancelling."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.dialogen import Redendialoog
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.screens.gesprek_plannen import GesprekPlannenScreen
from kernteam_tui.screens.gesprek_vastleggen.scherm import GesprekVastleggenScreen
from kernteam_tui.screens.startgesprek.scherm import StartgesprekScreen
from kernteam_tui.screens.startgesprek.wie import WieDialoog
from kernteam_tui.screens.uitnodigingen import UitnodigingenScreen
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gesprekken import (
    GesprekBeeld,
    GesprekGegevens,
    get_gesprek,
    plan_gesprek,
    wijzig_genodigden,
)
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.vinklijst import Vinklijst
from tests.ui.hulpmiddel import VasteKlok, maak_app, open_app, tekst_van, wacht, zet_schermen
from tests.ui.schoolgezin import SCHOOL, maak_casus, maak_school

DI_TIEN = datetime(2026, 11, 24, 10, tzinfo=AMSTERDAM)
BREED = (120, 40)


class Begin(KernteamScreen):
    NAAM = "vandaag"


@pytest.fixture(autouse=True)
def schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(
        monkeypatch,
        {
            "vandaag": Begin,
            "startgesprek": StartgesprekScreen,
            "gesprek_plannen": GesprekPlannenScreen,
            "gesprek_vastleggen": GesprekVastleggenScreen,
            "uitnodigingen": UitnodigingenScreen,
        },
    )


@pytest.fixture
def sessie(store: Store) -> Sessie:
    sessie = Sessie(store, VasteKlok())
    maak_school(sessie)
    return sessie


def startgesprekken(sessie: Sessie, casus_id: str) -> list[GesprekBeeld]:
    return [get_gesprek(sessie, regel.id) for regel in get_casus(sessie, casus_id).gesprekken]


def gepland(sessie: Sessie, casus_id: str) -> GesprekBeeld:
    gegevens = GesprekGegevens(GesprekSoort.STARTGESPREK, DI_TIEN, 60, f"{SCHOOL}, kamer 1.12")
    return plan_gesprek(sessie, casus_id, gegevens)


def naam(app: KernteamApp) -> str:
    return str(getattr(app.screen, "NAAM", type(app.screen).__name__))


async def kies_optie(pilot: Pilot[Any], id: str) -> None:
    lijst = pilot.app.screen.query_one("#momenten", OptionList)
    lijst.highlighted = lijst.get_option_index(id)
    await pilot.press("enter")
    await wacht(pilot)


async def geef_reden(pilot: Pilot[Any], reden: str) -> None:
    dialoog = pilot.app.screen
    assert isinstance(dialoog, Redendialoog)
    dialoog.query_one("#reden-tekst").load_text(reden)  # type: ignore[attr-defined]  # a Schrijfvlak
    await pilot.press("ctrl+s")
    await wacht(pilot)


async def test_enter_on_the_best_moment_plans_it_and_shows_the_invitations(
    tmp_path: Path, sessie: Sessie
) -> None:
    casus_id = maak_casus(sessie, roepnaam="Noor [/]x")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "startgesprek", casus_id=casus_id) as pilot:
        scherm = tekst_van(app)
        assert "Noor [/]x" in scherm
        assert "Moet erbij  jij · " in scherm
        assert "di 24 nov" in scherm
        assert "JGZ niet (alleen do ochtend)" in " ".join(scherm.split())
        await pilot.press("enter")
        await wacht(pilot)

        assert naam(app) == "uitnodigingen"
        assert "Het programma verstuurt niets" in tekst_van(app)

    (gesprek,) = startgesprekken(sessie, casus_id)
    assert dag_van(gesprek.start) == date(2026, 11, 24)
    assert {d.rol for d in gesprek.deelnemers} == {
        "gezinswerker",
        "leerplichtambtenaar",
        "mentor",
        "jongere",
        "ouder",
    }
    assert list((sessie.map / "uit").glob("uitnodiging-*.ics"))


async def test_overlapping_moments_stay_out_of_the_way_until_asked_for(
    tmp_path: Path, sessie: Sessie
) -> None:
    casus_id = maak_casus(sessie)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "startgesprek", size=BREED, casus_id=casus_id) as pilot:
        assert "08:45-09:45" not in tekst_van(app)
        await kies_optie(pilot, "alles")
        assert "08:45-09:45" in tekst_van(app)


async def test_without_a_proposal_it_says_why_and_what_can_be_done(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = maak_casus(sessie, "leren")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "startgesprek", size=BREED, casus_id=casus_id) as pilot:
        scherm = tekst_van(app)
        assert "past er geen moment" in scherm
        assert "het kernteam van deze school heeft geen begeleider passend onderwijs" in scherm.lower()
        await kies_optie(pilot, "zonder")
        await pilot.press("down", "enter")
        await wacht(pilot)
        await geef_reden(pilot, "komt pas in januari")

        scherm = tekst_van(app)
        assert "passend onderwijs: komt pas in januari" in scherm
        await pilot.press("enter")
        await wacht(pilot)

    (gesprek,) = startgesprekken(sessie, casus_id)
    assert gesprek.zonder == "passend onderwijs: komt pas in januari"


async def test_later_than_the_agreed_week_asks_why_and_keeps_it(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = maak_casus(sessie)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "startgesprek", size=BREED, casus_id=casus_id) as pilot:
        assert "di 1 dec" not in tekst_van(app)
        await pilot.press("l")
        await wacht(pilot)
        await pilot.press("enter")  # whose choice: the first is the family's
        await wacht(pilot)
        await geef_reden(pilot, "eerst naar oma")
        lijst = app.screen.query_one("#momenten", OptionList)
        laat = next(
            n
            for n, m in enumerate(app.screen._momenten)  # type: ignore[attr-defined]  # StartgesprekScreen
            if dag_van(m.start) == date(2026, 12, 1)
        )
        lijst.highlighted = laat
        await pilot.press("enter")
        await wacht(pilot)
        assert naam(app) == "uitnodigingen"

    casus = get_casus(sessie, casus_id)
    assert casus.later == "het gezin wilde later; eerst naar oma"
    assert casus.keuze_van_gezin


async def test_who_is_asked_can_be_changed_before_planning(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = maak_casus(sessie)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "startgesprek", size=BREED, casus_id=casus_id) as pilot:
        await pilot.press("w")
        await wacht(pilot)
        assert isinstance(app.screen, WieDialoog)
        lijst = app.screen.query_one("#wie", Vinklijst)
        jgz = lijst.waarden[lijst.teksten.index("JGZ (Jo)")]
        mentor = lijst.waarden[lijst.teksten.index("mentor (De Wit)")]
        assert jgz not in lijst.aan
        lijst.zet({*lijst.aan, jgz} - {mentor})
        await pilot.press("enter")
        await wacht(pilot)
        assert "Ook uitgenodigd op jouw verzoek: 1." in tekst_van(app)
        await pilot.press("enter")
        await wacht(pilot)

    (gesprek,) = startgesprekken(sessie, casus_id)
    rollen = {d.rol for d in gesprek.deelnemers}
    assert "jeugdverpleegkundige" in rollen
    assert "mentor" not in rollen


async def test_an_own_moment_says_what_clashes_and_may_be_planned_anyway(
    tmp_path: Path, sessie: Sessie
) -> None:
    casus_id = maak_casus(sessie)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "startgesprek", casus_id=casus_id) as pilot:
        await pilot.press("e")
        await wacht(pilot)
        assert naam(app) == "gesprek_plannen"
        formulier = app.screen
        assert isinstance(formulier, FormulierScreen)
        formulier.veld("datum").waarde = "do"
        formulier.veld("tijd").waarde = "9.30"
        await wacht(pilot)
        assert "Leerplicht is dan niet op school" in tekst_van(app)
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert naam(app) == "uitnodigingen"

    (gesprek,) = startgesprekken(sessie, casus_id)
    assert gesprek.start == datetime(2026, 11, 26, 9, 30, tzinfo=AMSTERDAM)


async def test_an_own_moment_after_the_week_asks_why(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = maak_casus(sessie)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "gesprek_plannen", casus_id=casus_id, soort="startgesprek") as pilot:
        formulier = app.screen
        assert isinstance(formulier, FormulierScreen)
        formulier.veld("datum").waarde = "8-12"
        formulier.veld("tijd").waarde = "10"
        await wacht(pilot)
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert startgesprekken(sessie, casus_id) == []
        formulier.zet("keuze", "eigen_verzoek")
        formulier.gewijzigd("keuze")
        formulier.zet("gezin_vanaf", "7-12")
        formulier.zet("later", "eerst de verhuizing")
        await pilot.press("ctrl+s")
        await wacht(pilot)

    assert len(startgesprekken(sessie, casus_id)) == 1
    casus = get_casus(sessie, casus_id)
    assert casus.gezin_vanaf == date(2026, 12, 7)
    assert casus.later == "het gezin wil vanaf ma 7 dec; eerst de verhuizing"
    assert [s.regel for s in casus.signalen if s.regel.startswith(("startgesprek", "kennismaking"))] == []


async def test_an_own_moment_within_the_week_does_not_ask_whose_choice(
    tmp_path: Path, sessie: Sessie
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "gesprek_plannen", casus_id=maak_casus(sessie), soort="startgesprek") as pilot:
        formulier = app.screen
        assert isinstance(formulier, FormulierScreen)
        formulier.veld("datum").waarde = "di"
        formulier.veld("tijd").waarde = "10"
        await wacht(pilot)
        assert "Wiens keuze" not in tekst_van(app)


async def test_moving_asks_a_reason_and_writes_a_change(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = maak_casus(sessie)
    oud = gepland(sessie, casus_id)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "startgesprek", size=BREED, casus_id=casus_id) as pilot:
        assert "staat gepland" in tekst_van(app)
        await pilot.press("v")
        await wacht(pilot)
        assert "Startgesprek verzetten" in tekst_van(app)
        voet = tekst_van(app).splitlines()[-1]
        assert "Enter verzetten" in voet
        assert "wie erbij" in voet
        assert "zonder iemand" not in voet
        await pilot.press("enter")
        await wacht(pilot)
        await geef_reden(pilot, "moeder moet werken")
        assert naam(app) == "uitnodigingen"
        await pilot.press("escape")
        await wacht(pilot)
        assert "moeder moet werken" in tekst_van(app)

    (gesprek,) = startgesprekken(sessie, casus_id)
    assert (gesprek.id, gesprek.staat) == (oud.id, GesprekStaat.VERZET)
    assert gesprek.start != oud.start
    assert list((sessie.map / "uit").glob("wijziging-*-1-*.ics"))


async def test_moving_can_change_who_comes(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = maak_casus(sessie)
    oud = gepland(sessie, casus_id)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "startgesprek", size=BREED, casus_id=casus_id, gesprek_id=oud.id) as pilot:
        await pilot.press("w")
        await wacht(pilot)
        await pilot.press("space", "enter")  # Noor, the first of the list, stays at home
        await wacht(pilot)
        await pilot.press("enter")
        await wacht(pilot)
        await geef_reden(pilot, "moeder moet werken")
        assert "afzegging voor jongere" in tekst_van(app)

    (gesprek,) = startgesprekken(sessie, casus_id)
    assert "jongere" not in {d.rol for d in get_gesprek(sessie, gesprek.id).deelnemers}
    assert list((sessie.map / "uit").glob("wijziging-*-1-vervallen-gezin-1.ics"))


async def test_how_a_talk_went_is_asked_only_once_it_has_begun(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = maak_casus(sessie)
    gepland(sessie, casus_id)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "startgesprek", size=BREED, casus_id=casus_id) as pilot:
        assert "vastleggen" not in tekst_van(app).casefold()
        await pilot.press("g")
        await wacht(pilot)
        assert naam(app) == "startgesprek"


async def test_cancelling_asks_a_reason_and_then_there_are_proposals_again(
    tmp_path: Path, sessie: Sessie
) -> None:
    casus_id = maak_casus(sessie)
    gepland(sessie, casus_id)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "startgesprek", size=BREED, casus_id=casus_id) as pilot:
        await pilot.press("a")
        await wacht(pilot)
        await geef_reden(pilot, "gezin is ziek")
        assert "Gaat niet door: di 24 november" in tekst_van(app)
        assert "afzegging" in tekst_van(app)
        await pilot.press("enter")
        await wacht(pilot)
        assert "Moet erbij" in tekst_van(app)

    (gesprek,) = startgesprekken(sessie, casus_id)
    assert gesprek.staat is GesprekStaat.AFGEZEGD


async def test_what_was_chosen_along_the_way_survives_leaving(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = maak_casus(sessie)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "startgesprek", size=BREED, casus_id=casus_id) as pilot:
        await pilot.press("z", "enter")
        await wacht(pilot)
        await geef_reden(pilot, "is ziek")
        await pilot.press("escape")
        app.open("startgesprek", casus_id=casus_id)
        await wacht(pilot)

        assert "is ziek" in tekst_van(app)


async def test_what_became_of_a_talk_stands_whole_beside_its_label(tmp_path: Path, sessie: Sessie) -> None:
    """`Andere genodigden` was cut off to `Andere geno`."""
    casus_id = maak_casus(sessie)
    moment = datetime(2026, 11, 26, 9, tzinfo=AMSTERDAM)
    gesprek = plan_gesprek(sessie, casus_id, GesprekGegevens(GesprekSoort.STARTGESPREK, moment))
    wie = [een.wie_id or een.rol for een in gesprek.deelnemers if een.rol != "jeugdverpleegkundige"]
    wijzig_genodigden(sessie, gesprek.id, wie, "kan niet")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "startgesprek", casus_id=casus_id) as pilot:
        await wacht(pilot)
        assert "genodigden  gewijzigd  ·  ma 23 nov  ·  kan niet" in tekst_van(app)
