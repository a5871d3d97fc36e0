"""Other talks: planning with a warning, the invitations, and recording how it went."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import (
    GesprekSoort,
    GesprekStaat,
    Niveau,
    RedenLater,
    Rol,
    TerugkoppelMoment,
)
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.dialogen import Redendialoog
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.screens.gesprek_plannen import GesprekPlannenScreen
from kernteam_tui.screens.gesprek_vastleggen.scherm import GesprekVastleggenScreen
from kernteam_tui.screens.uitnodigingen import UitnodigingenScreen
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.concepten import load_concept
from kernteam_tui.services.gesprekken import (
    DeelnemerUitkomst,
    GesprekBeeld,
    GesprekGegevens,
    Uitkomst,
    get_gesprek,
    leg_gesprek_vast,
    plan_gesprek,
)
from kernteam_tui.services.gespreksacties import list_open_acties, vink_actie_af
from kernteam_tui.services.ongedaan import doe_met_opname, zet_terug
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.vinklijst import Vinklijst
from tests.ui.hulpmiddel import VasteKlok, maak_app, open_app, tekst_van, wacht, zet_schermen
from tests.ui.schoolgezin import SCHOOL, maak_casus, maak_school

VANOCHTEND = datetime(2026, 11, 23, 10, tzinfo=AMSTERDAM)
BREED = (120, 50)


class Begin(KernteamScreen):
    NAAM = "vandaag"


@pytest.fixture(autouse=True)
def schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(
        monkeypatch,
        {
            "vandaag": Begin,
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


@pytest.fixture
def gesprek(sessie: Sessie) -> GesprekBeeld:
    """A startgesprek that was this morning."""
    gegevens = GesprekGegevens(GesprekSoort.STARTGESPREK, VANOCHTEND, 60, f"{SCHOOL}, kamer 1.12")
    return plan_gesprek(sessie, maak_casus(sessie, roepnaam="Noor [/]x"), gegevens)


def formulier(app: KernteamApp) -> FormulierScreen:
    assert isinstance(app.screen, FormulierScreen)
    return app.screen


def deelnemer(gesprek: GesprekBeeld, rol: str) -> Any:
    return next(d for d in gesprek.deelnemers if d.rol == rol)


async def klaar(pilot: Pilot[Any]) -> None:
    await wacht(pilot)
    await pilot.press("ctrl+s")
    await wacht(pilot)


async def test_a_home_visit_warns_for_an_own_talk_at_the_same_time_and_is_planned_anyway(
    tmp_path: Path, sessie: Sessie
) -> None:
    casus_id = maak_casus(sessie)
    ander = GesprekGegevens(GesprekSoort.HUISBEZOEK, datetime(2026, 12, 17, 19, tzinfo=AMSTERDAM))
    plan_gesprek(sessie, maak_casus(sessie, roepnaam="Daan"), ander)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "gesprek_plannen", casus_id=casus_id, soort="huisbezoek") as pilot:
        formulier(app).veld("datum").waarde = "17-12"
        formulier(app).veld("tijd").waarde = "20"
        await wacht(pilot)
        assert "Dit moment past." in tekst_van(app)
        formulier(app).veld("tijd").waarde = "19.30"
        await wacht(pilot)
        assert "Jij bent dan bezet (2026-002)." in tekst_van(app)
        assert "niet op school" not in tekst_van(app)
        await klaar(pilot)

    (regel,) = get_casus(sessie, casus_id).gesprekken
    assert regel.start == datetime(2026, 12, 17, 19, 30, tzinfo=AMSTERDAM)
    assert {d.rol for d in get_gesprek(sessie, regel.id).deelnemers} == {"gezinswerker", "jongere", "ouder"}


async def test_a_half_filled_plan_is_there_again_after_esc(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = maak_casus(sessie)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "gesprek_plannen", casus_id=casus_id, soort="overleg") as pilot:
        formulier(app).veld("datum").waarde = "17-12"
        await pilot.press("escape")
        app.open("gesprek_plannen", casus_id=casus_id, soort="overleg")
        await wacht(pilot)

        assert formulier(app).veld("datum").waarde == "17-12"


async def test_moving_another_talk_asks_why(tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld) -> None:
    app = maak_app(tmp_path, sessie)
    casus_id = gesprek.casus_id
    async with open_app(
        app, "gesprek_plannen", casus_id=casus_id, soort="startgesprek", gesprek_id=gesprek.id
    ) as pilot:
        formulier(app).veld("datum").waarde = "di"
        formulier(app).veld("tijd").waarde = "11"
        await klaar(pilot)
        assert isinstance(app.screen, Redendialoog)
        app.screen.query_one("#reden-tekst").load_text("school belde af")  # type: ignore[attr-defined]  # a Schrijfvlak
        await klaar(pilot)

    verzet = get_gesprek(sessie, gesprek.id)
    assert verzet.start == datetime(2026, 11, 24, 11, tzinfo=AMSTERDAM)
    assert verzet.wijzigingen == (("verzet", "school belde af"),)


async def test_invitations_are_only_written_when_asked(
    tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "uitnodigingen", size=BREED, gesprek_id=gesprek.id) as pilot:
        scherm = tekst_van(app)
        assert "Nog niet gemaakt" in scherm
        assert "ma 23 november, 10:00-11:00, Voorbeeldcollege, kamer 1.12" in scherm
        assert "voor ouder (Fatma Bakker)" in scherm
        assert not (sessie.map / "uit").exists()
        await pilot.press("s")
        await wacht(pilot)

        assert f"In de map {sessie.map / 'uit'}" in tekst_van(app).replace("\n", "")
        assert "eigen kopie voor jezelf" in tekst_van(app)
        assert len(list((sessie.map / "uit").iterdir())) == tekst_van(app).count(".ics")


async def test_a_held_startgesprek_notes_who_came_what_each_does_and_who_hears_what(
    tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld
) -> None:
    lia, jo = deelnemer(gesprek, Rol.LEERPLICHTAMBTENAAR), deelnemer(gesprek, Rol.JEUGDVERPLEEGKUNDIGE)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "gesprek_vastleggen", size=BREED, gesprek_id=gesprek.id) as pilot:
        form = formulier(app)
        assert lia.voorstel_actie in tekst_van(app)
        form.zet("uitkomst", "gehouden")
        form.zet("aanwezig", [d.id for d in gesprek.deelnemers if d is not jo])
        form.query_one(f"#actie-{lia.id}-invoer").focus()
        await pilot.press("right")
        form.query_one(f"#actie-{lia.id}-op").value = "4-12"  # type: ignore[attr-defined]  # an Invoer
        form.veld(f"terug-{jo.id}").waarde = {
            "niveau": Niveau.GESTART_GESTOPT.value,
            "moment": TerugkoppelMoment.BIJ_START.value,
            "op": "",
        }
        form.veld("verslag").waarde = "Goed gesprek [/]x"
        await klaar(pilot)
        assert app.screen.NAAM == "vandaag"  # type: ignore[attr-defined]  # one of ours

    vast = get_gesprek(sessie, gesprek.id)
    assert vast.staat is GesprekStaat.GEHOUDEN
    assert vast.verslag == "Goed gesprek [/]x"
    assert deelnemer(vast, Rol.JEUGDVERPLEEGKUNDIGE).aanwezig is False
    na = deelnemer(vast, Rol.LEERPLICHTAMBTENAAR)
    assert (na.aanwezig, na.actie, na.actie_op) == (True, lia.voorstel_actie, date(2026, 12, 4))
    (afspraak,) = vast.terugkoppelafspraken
    assert (afspraak.partner, afspraak.niveau) == ("JGZ", Niveau.GESTART_GESTOPT)
    assert get_casus(sessie, gesprek.casus_id).begeleiding_gestart == date(2026, 11, 23)
    assert load_concept(sessie, f"vastleggen:{gesprek.id}") is None


async def test_when_nobody_came_only_that_is_asked(
    tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "gesprek_vastleggen", size=BREED, gesprek_id=gesprek.id) as pilot:
        formulier(app).zet("uitkomst", "niet_verschenen")
        formulier(app).gewijzigd("uitkomst")
        await wacht(pilot)
        assert "Wie hoort wat terug?" not in tekst_van(app)
        await klaar(pilot)
        gezegd = [melding.message for melding in app._notifications if "astgelegd" in melding.message]
        assert gezegd == ["Gesprek vastgelegd. Met ctrl+z maak je dat ongedaan."], "and once is enough"

    vast = get_gesprek(sessie, gesprek.id)
    assert vast.staat is GesprekStaat.NIET_VERSCHENEN
    assert get_casus(sessie, gesprek.casus_id).begeleiding_gestart is None


async def test_help_may_start_later_than_the_talk(
    tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "gesprek_vastleggen", size=BREED, gesprek_id=gesprek.id) as pilot:
        formulier(app).zet("uitkomst", "gehouden")
        formulier(app).zet("hulp", "nee")
        await klaar(pilot)

    assert get_casus(sessie, gesprek.casus_id).begeleiding_gestart is None


async def test_a_talk_after_the_agreed_week_asks_why(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = maak_casus(sessie, aangemeld="2026-11-02")
    laat = plan_gesprek(sessie, casus_id, GesprekGegevens(GesprekSoort.STARTGESPREK, VANOCHTEND))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "gesprek_vastleggen", size=BREED, gesprek_id=laat.id) as pilot:
        formulier(app).zet("uitkomst", "gehouden")
        await klaar(pilot)
        await pilot.press("down", "enter")  # whose choice
        await wacht(pilot)
        assert isinstance(app.screen, Redendialoog)
        await pilot.press("enter")
        await klaar(pilot)

    casus = get_casus(sessie, casus_id)
    assert casus.later == "agenda van het gezin; een ouder moet werken"
    assert casus.startgesprek_keuze is RedenLater.AGENDA_GEZIN


async def test_what_was_recorded_half_is_there_again_and_asks_for_what_is_missing(
    tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld
) -> None:
    jo = deelnemer(gesprek, Rol.JEUGDVERPLEEGKUNDIGE)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "gesprek_vastleggen", size=BREED, gesprek_id=gesprek.id) as pilot:
        formulier(app).veld(f"terug-{jo.id}").waarde = {"niveau": "proces", "moment": "", "op": ""}
        await wacht(pilot)
        await pilot.press("escape")
        app.open("gesprek_vastleggen", gesprek_id=gesprek.id)
        await wacht(pilot)
        await klaar(pilot)

        assert formulier(app).veld(f"terug-{jo.id}").waarde["niveau"] == "proces"
        assert "Kies wanneer je dit terugkoppelt." in tekst_van(app)
        assert "Vul dit in: hoe ging het?" in tekst_van(app)


def met_actie(sessie: Sessie, gesprek: GesprekBeeld, *rollen: Rol) -> GesprekBeeld:
    """The talk as it was noted: each of these would do something before yesterday."""
    wie = tuple(
        DeelnemerUitkomst(d.id, True, "bellen [/]x", date(2026, 11, 22))
        for d in gesprek.deelnemers
        if d.rol in rollen
    )
    return leg_gesprek_vast(sessie, gesprek.id, gesprek.revision, Uitkomst(GesprekStaat.GEHOUDEN, wie))


async def test_an_action_that_was_agreed_is_ticked_in_the_form_of_its_talk(
    tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld
) -> None:
    lia = deelnemer(met_actie(sessie, gesprek, Rol.LEERPLICHTAMBTENAAR), Rol.LEERPLICHTAMBTENAAR)
    jo = deelnemer(gesprek, Rol.JEUGDVERPLEEGKUNDIGE)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "gesprek_vastleggen", gesprek_id=gesprek.id) as pilot:
        assert not formulier(app).query(f"#actie-{jo.id}-klaar"), "nothing was agreed with JGZ"
        formulier(app).query_one(f"#actie-{lia.id}-klaar").focus()
        await pilot.press("space")
        await wacht(pilot)
        assert "[x] gedaan" in tekst_van(app)
        await klaar(pilot)
        assert deelnemer(get_gesprek(sessie, gesprek.id), lia.rol).actie_klaar is True

        app.open("gesprek_vastleggen", gesprek_id=gesprek.id)
        await wacht(pilot)
        veld = formulier(app).veld(f"actie-{lia.id}")
        assert veld.waarde == {"wat": "bellen [/]x", "op": "22-11-2026", "klaar": True, "stond": True}
        formulier(app).query_one(f"#actie-{lia.id}-invoer").focus()
        await pilot.press("end", "!")
        await wacht(pilot)
        assert veld.waarde["klaar"] is False, "other words are not done yet"
        await pilot.press("escape")
        app.open("gesprek_vastleggen", gesprek_id=gesprek.id)
        await wacht(pilot)
        assert formulier(app).veld(f"actie-{lia.id}").waarde["wat"] == "bellen [/]x!"
        formulier(app).query_one(f"#actie-{lia.id}-klaar").focus()
        await pilot.press("space")
        await klaar(pilot)
    na = deelnemer(get_gesprek(sessie, gesprek.id), lia.rol)
    assert (na.actie, na.actie_klaar) == ("bellen [/]x!", True)


async def test_nobody_came_after_all_keeps_what_was_ticked(
    tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld
) -> None:
    met_actie(sessie, gesprek, Rol.LEERPLICHTAMBTENAAR)
    (actie,) = list_open_acties(sessie, gesprek.id)
    vink_actie_af(sessie, gesprek.id, actie.deelnemer_id)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "gesprek_vastleggen", gesprek_id=gesprek.id) as pilot:
        formulier(app).zet("uitkomst", "niet_verschenen")
        await klaar(pilot)
    na = deelnemer(get_gesprek(sessie, gesprek.id), Rol.LEERPLICHTAMBTENAAR)
    assert (na.actie, na.actie_klaar) == ("bellen [/]x", True)


async def test_a_half_form_does_not_take_back_what_was_ticked_elsewhere(
    tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld
) -> None:
    met_actie(sessie, gesprek, Rol.LEERPLICHTAMBTENAAR)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "gesprek_vastleggen", gesprek_id=gesprek.id) as pilot:
        formulier(app).zet("verslag", "half")
        await wacht(pilot)
        await pilot.press("escape")
        (actie,) = list_open_acties(sessie, gesprek.id)
        vink_actie_af(sessie, gesprek.id, actie.deelnemer_id)
        app.open("gesprek_vastleggen", gesprek_id=gesprek.id)
        await wacht(pilot)
        assert formulier(app).veld("verslag").waarde == "half"
        await klaar(pilot)
    na = deelnemer(get_gesprek(sessie, gesprek.id), Rol.LEERPLICHTAMBTENAAR)
    assert (na.actie, na.actie_klaar) == ("bellen [/]x", True)


def vakje(app: KernteamApp, veld: str) -> Vinklijst:
    return app.screen.query_one(f"#{veld}-klaar", Vinklijst)


@pytest.mark.parametrize("eerst", [True, False])
async def test_a_half_form_keeps_the_box_that_was_touched_in_it_and_no_other(
    tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld, eerst: bool
) -> None:
    """Cleared in the form it stays cleared; what ctrl+z took back elsewhere does not come back by it."""
    met_actie(sessie, gesprek, Rol.LEERPLICHTAMBTENAAR)
    (actie,) = list_open_acties(sessie, gesprek.id)
    gedaan = doe_met_opname(vink_actie_af, sessie, gesprek.id, actie.deelnemer_id)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "gesprek_vastleggen", gesprek_id=gesprek.id, size=BREED) as pilot:
        await wacht(pilot)
        formulier(app).zet("verslag", "half")
        if eerst:
            vakje(app, f"actie-{actie.deelnemer_id}").focus()
            await pilot.press("space")
        await wacht(pilot)
        await pilot.press("escape")
        await wacht(pilot)
        if not eerst:
            zet_terug(sessie, wat="Afspraak", wissels=gedaan.wissels)
        app.open("gesprek_vastleggen", gesprek_id=gesprek.id)
        await wacht(pilot)
        assert formulier(app).veld("verslag").waarde == "half"
        await klaar(pilot)
    na = deelnemer(get_gesprek(sessie, gesprek.id), Rol.LEERPLICHTAMBTENAAR)
    assert (na.actie, na.actie_klaar) == ("bellen [/]x", False)
