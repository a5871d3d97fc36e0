"""Birthdays, the plan for 16 to 27, who does what, and parents who were not there: by keyboard alone."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, LogSoort, PersoonRol
from kernteam_tui.domain.deelcodes import Leeftijdsgrens, SignaalBij, WiePakt
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.screens.dialogen import Foutdialoog, Keuzedialoog, Redendialoog
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gesprekken import GesprekBeeld, GesprekGegevens, get_gesprek, plan_gesprek
from kernteam_tui.services.leeftijden import Verteld, get_leeftijden, noteer_verteld
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.zonder_ouders import ZonderOuders, get_vastlegging
from tests.ui.gezinnen import geopend, maak_school, meld_aan
from tests.ui.hulpmiddel import MAANDAG, VasteKlok, maak_app, open_app, tekst_van, wacht

BREED = (120, 40)
BIJNA_ZESTIEN, ZEVENTIEN, TWAALF = "2010-12-05", "2009-06-01", "2014-03-01"


@pytest.fixture
def sessie(store: Store) -> Sessie:
    sessie = Sessie(store, VasteKlok())
    maak_school(sessie)
    return sessie


def meld(sessie: Sessie, geboren: str | None, roepnaam: str = "Sami", **anders: Any) -> str:
    jongere = {"roepnaam": roepnaam, "achternaam": "Yıldız"} | ({"geboortedatum": geboren} if geboren else {})
    return meld_aan(sessie, roepnaam, jongere=jongere, **anders)


async def druk(pilot: Pilot[Any], *toetsen: str) -> None:
    for toets in toetsen:
        await pilot.press(toets)
        await wacht(pilot)


def formulier(app: Any) -> FormulierScreen:
    assert isinstance(app.screen, FormulierScreen)
    return app.screen


def veld(app: Any, naam: str) -> Any:
    return formulier(app).veld(naam)


def stap(sessie: Sessie, casus_id: str, grens: Leeftijdsgrens) -> Any:
    jongere = get_leeftijden(sessie, casus_id).jongeren[0]
    return next(g for g in jongere.grenzen if g.grens is grens)


# --- birthdays ------------------------------------------------------------------------------------


@pytest.mark.parametrize("maat", [(80, 24), BREED])
async def test_from_the_signal_to_told_and_back(
    tmp_path: Path, sessie: Sessie, maat: tuple[int, int]
) -> None:
    casus_id = meld(sessie, BIJNA_ZESTIEN)
    nummer = next(n for n, s in enumerate(get_casus(sessie, casus_id).signalen) if s.regel == "wordt_16")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "casus", maat, casus_id=casus_id) as pilot:
        await druk(pilot, *["down"] * nummer, "enter")
        assert geopend(app)[0] == "leeftijden"
        beeld = tekst_van(app)
        assert "Leerplicht tot en met 31 juli 2027" in beeld
        assert "nog vertellen: Sami en ouders" in beeld
        assert "16 jaar · zaterdag 5 december 2026" in beeld
        assert "Toekomstplan" not in beeld, "below 16 the domains are not there yet"

        await druk(pilot, "enter")
        assert isinstance(app.screen, Keuzedialoog)
        assert "wil niet" not in tekst_van(app), "below 16 the parents always hear it"
        await druk(pilot, "enter")
        assert stap(sessie, casus_id, Leeftijdsgrens.ZESTIEN).ouders_verteld_op == MAANDAG
        assert "nog vertellen" not in tekst_van(app)

        await druk(pilot, "ctrl+z")
        assert stap(sessie, casus_id, Leeftijdsgrens.ZESTIEN).ouders_verteld_op is None
        assert "nog vertellen: Sami en ouders" in tekst_van(app)


async def test_from_sixteen_the_jongere_may_keep_it_from_the_parents(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = meld(sessie, "2009-12-01")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "leeftijden", BREED, casus_id=casus_id) as pilot:
        await druk(pilot, "enter")
        assert "Sami wil niet dat de ouders het horen" in tekst_van(app)
        await druk(pilot, "down", "down", "down", "enter")
        assert isinstance(app.screen, Redendialoog)
        await druk(pilot, *"ikzelf", "ctrl+s")
        assert stap(sessie, casus_id, Leeftijdsgrens.ZEVENTIEN).ouders_niet == "ikzelf"
        assert "nog vertellen: Sami" in tekst_van(app)


async def test_another_day_is_typed_in_a_form(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = meld(sessie, BIJNA_ZESTIEN)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "leeftijden", casus_id=casus_id) as pilot:
        await druk(pilot, "w")
        assert geopend(app)[0] == "leeftijdstap"
        veld(app, "jongere_op").waarde = "20-11"
        veld(app, "ouders_op").waarde = "21-11"
        await druk(pilot, "ctrl+s")
        assert geopend(app)[0] == "leeftijden"
    assert stap(sessie, casus_id, Leeftijdsgrens.ZESTIEN).jongere_verteld_op == date(2026, 11, 20)
    assert stap(sessie, casus_id, Leeftijdsgrens.ZESTIEN).ouders_verteld_op == date(2026, 11, 21)


async def test_the_form_of_what_was_told_can_be_corrected(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = meld(sessie, BIJNA_ZESTIEN)
    jongere = get_leeftijden(sessie, casus_id).jongeren[0]
    noteer_verteld(sessie, casus_id, jongere.id, Leeftijdsgrens.ZESTIEN, Verteld(MAANDAG, MAANDAG))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "leeftijdstap", casus_id=casus_id, jongere_id=jongere.id, grens="16") as pilot:
        veld(app, "ouders_op").waarde = ""
        await druk(pilot, "ctrl+s")
    assert stap(sessie, casus_id, Leeftijdsgrens.ZESTIEN).ouders_verteld_op is None
    assert stap(sessie, casus_id, Leeftijdsgrens.ZESTIEN).jongere_verteld_op == MAANDAG


async def test_a_domain_is_talked_about(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = meld(sessie, ZEVENTIEN)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "leeftijden", BREED, casus_id=casus_id) as pilot:
        assert "Toekomstplan 16 tot 27" in tekst_van(app)
        await druk(pilot, "tab", "down", "down", "down", "enter")
        assert "Zijn er schulden?" in tekst_van(app)
        veld(app, "afspraak").waarde = "samen naar de bank"
        await druk(pilot, "ctrl+s")
        assert "samen naar de bank" in tekst_van(app)
    inkomen = get_leeftijden(sessie, casus_id).jongeren[0].domeinen[3]
    assert (inkomen.besproken_op, inkomen.afspraak) == (MAANDAG, "samen naar de bank")


async def test_on_a_small_screen_the_explanation_can_have_all_the_room(
    tmp_path: Path, sessie: Sessie
) -> None:
    casus_id = meld(sessie, ZEVENTIEN)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "leeftijden", casus_id=casus_id) as pilot:
        assert "Zo kun je het zeggen" not in tekst_van(app)
        await druk(pilot, "u")
        assert "Zo kun je het zeggen" in tekst_van(app)
        await druk(pilot, "u")
        assert "vrije tijd" in tekst_van(app)


async def test_the_other_child_of_the_casus_has_its_own_birthdays(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = meld(sessie, ZEVENTIEN)
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        lina = Persoon(rol=PersoonRol.JONGERE, roepnaam="Lina", geboortedatum=date(2014, 12, 1))
        uow.gezinnen.get(casus.gezin_id).personen.append(lina)
        casus.jongeren.append(lina)
        uow.log(LogSoort.GEWIJZIGD, "gezin", casus_id=casus_id)
        uow.commit()
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "leeftijden", casus_id=casus_id) as pilot:
        assert "Sami" in tekst_van(app)
        await druk(pilot, "j")
        assert "Lina, 11 jaar" in tekst_van(app)
        assert "nog vertellen: Lina en ouders" in tekst_van(app)
        assert "Toekomstplan" not in tekst_van(app)
        await druk(pilot, "enter", "enter")
        assert "nog vertellen: Lina" not in tekst_van(app)
    lina_nu = get_leeftijden(sessie, casus_id).jongeren[1]
    assert lina_nu.grenzen[0].jongere_verteld_op == MAANDAG


async def test_without_a_birth_date_enter_asks_for_it(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "leeftijden", casus_id=meld(sessie, None)) as pilot:
        assert "nog niet ingevuld" in tekst_van(app)
        await druk(pilot, "enter")
        assert geopend(app)[0] == "persoon"


# --- who does what --------------------------------------------------------------------------------


async def test_right_after_the_aanmelding_the_outcome_of_the_rule_stands_there(
    tmp_path: Path, sessie: Sessie
) -> None:
    casus_id = meld(sessie, TWAALF, route="school", buurtteam_betrokken="ja")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "casus", casus_id=casus_id, nieuw=True) as pilot:
        assert "Wie pakt dit op: samen, in duo." in " ".join(tekst_van(app).split())
        for _ in range(3):
            await druk(pilot, "pagedown")
            if "Er is al" in tekst_van(app):
                break
        beeld = " ".join(tekst_van(app).split())
        assert "Er is al een buurtteam in het gezin." in beeld


async def test_an_exception_is_reasoned_and_everything_is_kept(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = meld(sessie, TWAALF, route="school")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "casus", BREED, casus_id=casus_id) as pilot:
        assert "Nog geen regisseur en geen maatje." in tekst_van(app)
        await druk(pilot, "d")
        assert geopend(app)[0] == "wie_doet_wat"
        assert "Het vo-team geeft de hulp. Vraag het gezin" in " ".join(tekst_van(app).split())
        veld(app, "wie_pakt").waarde = WiePakt.BUURTTEAM.value
        await wacht(pilot)
        assert veld(app, "wie_pakt_reden").display
        veld(app, "regisseur").waarde = "Fatma"
        veld(app, "maatje").waarde = "Tom"
        veld(app, "duo_team").waarde = "…"
        await wacht(pilot)
        veld(app, "duo_team_anders").waarde = "Ondiep"
        await druk(pilot, "ctrl+s")
        assert geopend(app)[0] == "wie_doet_wat", "the reason is missing"
        veld(app, "wie_pakt_reden").waarde = "het gezin kent Noor"
        await druk(pilot, "ctrl+s")
        assert geopend(app)[0] == "casus"
        beeld = tekst_van(app)
        assert "het gezin kent Noor" in beeld
        assert "buurtteam Ondiep" in beeld
        assert "Nog geen regisseur" not in beeld
    casus = get_casus(sessie, casus_id)
    assert (casus.wie_pakt, casus.signaal_bij) == (WiePakt.BUURTTEAM, SignaalBij.SCHOOL)
    assert (casus.regisseur, casus.maatje, casus.duo_team) == ("Fatma", "Tom", "Ondiep")


async def test_two_names_are_refused_under_the_field(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = meld(sessie, TWAALF)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "wie_doet_wat", casus_id=casus_id) as pilot:
        veld(app, "regisseur").waarde = "…"
        await wacht(pilot)
        veld(app, "regisseur_anders").waarde = "Fatma en Kemal"
        await druk(pilot, "ctrl+s")
        assert "Er is één regisseur. Noem één naam." in tekst_van(app)
    assert get_casus(sessie, casus_id).regisseur == ""


# --- parents who were not there -------------------------------------------------------------------


def huisbezoek(sessie: Sessie, casus_id: str) -> GesprekBeeld:
    start = datetime(2026, 11, 20, 10, tzinfo=AMSTERDAM)
    return plan_gesprek(sessie, casus_id, GesprekGegevens(GesprekSoort.HUISBEZOEK, start))


def zonder_ouder(gesprek: GesprekBeeld) -> list[str]:
    return [d.id for d in gesprek.deelnemers if not d.is_ouder]


def horen(sessie: Sessie, gesprek: GesprekBeeld) -> ZonderOuders:
    found = get_vastlegging(sessie, gesprek.id).ouders.zonder
    assert found is not None
    return found


async def test_recording_without_a_parent_asks_why_and_makes_the_task(tmp_path: Path, sessie: Sessie) -> None:
    casus_id = meld(sessie, BIJNA_ZESTIEN)
    gesprek = huisbezoek(sessie, casus_id)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "gesprek_vastleggen", BREED, gesprek_id=gesprek.id) as pilot:
        await druk(pilot, "right")
        assert "Zonder ouders" not in tekst_van(app), "a parent is ticked"
        await druk(pilot, "tab", "right", "right", "space")
        assert veld(app, "aanwezig").waarde == zonder_ouder(gesprek)
        beeld = tekst_van(app)
        assert "Zonder ouders" in beeld
        assert "27-11-2026" in beeld, "within five working days"
        assert "wil dit niet" not in beeld, "15 is too young"
        await druk(pilot, "ctrl+s")
        assert geopend(app)[0] == "gesprek_vastleggen", "the reason is missing"
        veld(app, "ouders_waarom").waarde = "Sami wilde alleen praten"
        await druk(pilot, "ctrl+s")
    found = get_vastlegging(sessie, gesprek.id).ouders.zonder
    assert found == ZonderOuders("Sami wilde alleen praten", informeren_voor=date(2026, 11, 27))

    app = maak_app(tmp_path, sessie)
    nummer = next(
        n for n, s in enumerate(get_casus(sessie, casus_id).signalen) if s.regel == "ouders_na_gesprek"
    )
    async with open_app(app, "casus", BREED, casus_id=casus_id) as pilot:
        await druk(pilot, *["down"] * nummer, "i")
        assert "ouders vertellen van" not in tekst_van(app)
        assert horen(sessie, gesprek).geinformeerd_op == MAANDAG
        await druk(pilot, "ctrl+z")
        assert "ouders vertellen van vr 20 nov" in tekst_van(app)


async def test_a_parent_at_the_table_asks_nothing(tmp_path: Path, sessie: Sessie) -> None:
    gesprek = huisbezoek(sessie, meld(sessie, TWAALF))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "gesprek_vastleggen", gesprek_id=gesprek.id) as pilot:
        veld(app, "uitkomst").waarde = GesprekStaat.GEHOUDEN.value
        await druk(pilot, "ctrl+s")
    assert get_gesprek(sessie, gesprek.id).staat is GesprekStaat.GEHOUDEN
    assert get_vastlegging(sessie, gesprek.id).ouders.zonder is None


@pytest.mark.parametrize(("geboren", "mag"), [(BIJNA_ZESTIEN, False), (ZEVENTIEN, True)])
async def test_the_task_can_be_closed_by_a_jongere_of_sixteen(
    tmp_path: Path, sessie: Sessie, geboren: str, mag: bool
) -> None:
    casus_id = meld(sessie, geboren)
    gesprek = huisbezoek(sessie, casus_id)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "gesprek_vastleggen", BREED, gesprek_id=gesprek.id) as pilot:
        formulier(app).zet("uitkomst", GesprekStaat.GEHOUDEN.value)
        formulier(app).zet("aanwezig", zonder_ouder(gesprek))
        formulier(app).gewijzigd("aanwezig")
        formulier(app).zet("ouders_waarom", "even alleen")
        await druk(pilot, "ctrl+s")
    app = maak_app(tmp_path, sessie)
    nummer = next(
        n for n, s in enumerate(get_casus(sessie, casus_id).signalen) if s.regel == "ouders_na_gesprek"
    )
    async with open_app(app, "casus", BREED, casus_id=casus_id) as pilot:
        await druk(pilot, *["down"] * nummer, "enter")
        assert isinstance(app.screen, Keuzedialoog)
        assert ("De jongere (16+) wil dit niet" in tekst_van(app)) is mag
        if not mag:
            return
        await druk(pilot, "down", "enter")
        await druk(pilot, *"liever", "ctrl+s")
        assert not isinstance(app.screen, Foutdialoog)
    assert get_vastlegging(sessie, gesprek.id).ouders.zonder == ZonderOuders(
        "even alleen", ouders_niet="liever"
    )
