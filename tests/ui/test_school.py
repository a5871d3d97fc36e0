"""School (F5): the card, the form, and days that are closed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.klok import AMSTERDAM, Klok
from kernteam_tui.exchange.formaten.basis import VeldenOngeldig
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.school.dichte_dagen import lees_dagen, schrijf_dagen
from kernteam_tui.screens.school.formulier import SchoolformulierScreen
from kernteam_tui.screens.school.kernteamveld import Kernteamveld
from kernteam_tui.screens.school.scherm import SchoolScreen
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.school import SchoolBeeld, edit_school, list_scholen, save_school
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.invoer import Invoer
from tests.ui.hulpmiddel import MAANDAG, maak_app, open_app, tekst_van, wacht, wacht_op, zet_schermen

RAAR = "[/]x [b]vet"
SCHOOL: dict[str, Any] = {
    "naam": "De Brug",
    "soort": "vo",
    "dicht": ["2026-11-26", "2026-12-03", "2026-12-04"],
    "ruimtes": ["1.12", "0.04"],
    "kernteam": [
        {
            "rol": "gezinswerker",
            "naam": "Vera",
            "ik": True,
            "aanwezig": [{"dag": "di", "dagdeel": "ochtend"}],
        },
        {
            "rol": "leerplichtambtenaar",
            "naam": f"Lia {RAAR}",
            "telefoon": "030 1",
            "email": "lia@example.org",
            "aanwezig": [{"dag": "di", "dagdeel": "ochtend"}, {"dag": "di", "dagdeel": "middag"}],
        },
    ],
}


class Vandaag(KernteamScreen):
    NAAM = "vandaag"


@pytest.fixture(autouse=True)
def _schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(
        monkeypatch, {"vandaag": Vandaag, "school": SchoolScreen, "school_formulier": SchoolformulierScreen}
    )


@pytest.fixture
def sessie(store: Store, klok: Klok) -> Sessie:
    return Sessie(store, klok)


@pytest.fixture
def school(sessie: Sessie) -> SchoolBeeld:
    return save_school(sessie, SCHOOL)


def meld_aan(sessie: Sessie) -> str:
    gezin = {"jongere": {"roepnaam": "Sami", "achternaam": "Yilmaz"}, "school": "De Brug"}
    return register_aanmelding(sessie, {**gezin, "aangemeld": "2026-11-20", "redenen": ["pesten"]}).casus_id


async def test_the_card_shows_who_how_to_reach_them_and_this_week(
    tmp_path: Any, sessie: Sessie, school: SchoolBeeld
) -> None:
    del school
    async with open_app(maak_app(tmp_path, sessie), "school", size=(80, 40)) as pilot:
        tekst = tekst_van(pilot.app)
        assert f"Lia {RAAR}" in tekst
        assert "lia@example.org" in tekst
        assert "030 1" in tekst
        assert "do 26 dicht" in tekst
        assert "do 3 t/m vr 4 dec 2026" in tekst
        assert "1.12, 0.04" in tekst
        assert "Dat mag je niet zeggen" in " ".join(tekst.split())  # S36


async def test_no_name_of_a_client_stands_on_the_school_screens(
    tmp_path: Any, sessie: Sessie, school: SchoolBeeld
) -> None:
    meld_aan(sessie)
    async with open_app(maak_app(tmp_path, sessie), "school", size=(120, 60)) as pilot:
        assert "Sami" not in tekst_van(pilot.app)
        assert "Yilmaz" not in tekst_van(pilot.app)
        pilot.app.open("school_formulier", school_id=school.id)  # type: ignore[attr-defined]  # a KernteamApp
        await wacht(pilot)
        assert "Sami" not in tekst_van(pilot.app)
        assert "Yilmaz" not in tekst_van(pilot.app)


async def test_without_a_school_the_screen_says_what_to_do(tmp_path: Any, sessie: Sessie) -> None:
    async with open_app(maak_app(tmp_path, sessie), "school") as pilot:
        assert "Nog geen school" in tekst_van(pilot.app)
        await pilot.press("t")
        await wacht(pilot)
        assert isinstance(pilot.app.screen, SchoolformulierScreen)
        assert "leerplichtambtenaar" in tekst_van(pilot.app)


async def test_a_new_school_is_saved_without_the_rows_that_stayed_empty(
    tmp_path: Any, sessie: Sessie
) -> None:
    async with open_app(maak_app(tmp_path, sessie), "school_formulier") as pilot:
        scherm: Any = pilot.app.screen
        scherm.zet("naam", "Het Anker")
        scherm.zet("dicht", "3-4 dec\n2027-02-12")
        await pilot.press("ctrl+s")
        await wacht_op(pilot, lambda: list_scholen(sessie))
        (made,) = list_scholen(sessie)
        assert [partner.ik for partner in made.kernteam] == [True]
        assert made.dicht == (date(2026, 12, 3), date(2026, 12, 4), date(2027, 2, 12))


async def test_changing_the_name_of_school_and_partner_keeps_who_they_are(
    tmp_path: Any, sessie: Sessie, school: SchoolBeeld
) -> None:
    async with open_app(maak_app(tmp_path, sessie), "school_formulier", school_id=school.id) as pilot:
        scherm: Any = pilot.app.screen
        scherm.zet("naam", "De Nieuwe Brug")
        pilot.app.screen.query_one(f"#kernteam-{school.kernteam[1].id}-naam", Invoer).value = "Lia de Vries"
        await wacht(pilot)
        scherm.zet("gesprek_minuten", "45")
        scherm.zet("mentor_erbij", "nee")
        await pilot.press("ctrl+s")
        await wacht_op(pilot, lambda: not isinstance(pilot.app.screen, SchoolformulierScreen))
    (changed,) = list_scholen(sessie)
    assert (changed.id, changed.naam) == (school.id, "De Nieuwe Brug")
    assert changed.kernteam[1].naam == "Lia de Vries"
    assert [p.id for p in changed.kernteam] == [p.id for p in school.kernteam]
    assert [p.aanwezig for p in changed.kernteam] == [p.aanwezig for p in school.kernteam]
    assert (changed.gesprek_minuten, changed.mentor_erbij) == (45, False)


async def test_removing_a_partner_asks_and_says_how_many_talks_still_name_them(
    tmp_path: Any, sessie: Sessie, school: SchoolBeeld
) -> None:
    lia = school.kernteam[1]
    plan_gesprek(
        sessie,
        meld_aan(sessie),
        GesprekGegevens(
            soort=GesprekSoort.STARTGESPREK,
            start=datetime(2026, 11, 24, 9, tzinfo=AMSTERDAM),
            wie=(lia.id,),
        ),
    )
    async with open_app(maak_app(tmp_path, sessie), "school_formulier", school_id=school.id) as pilot:
        pilot.app.screen.query_one(f"#kernteam-{lia.id}-naam").focus()
        await pilot.press("f4")
        await wacht(pilot)
        assert "nog 1 gesprek gepland" in " ".join(tekst_van(pilot.app).split())
        await pilot.press("right", "enter")
        await wacht(pilot)
        assert len(pilot.app.screen.query_one(Kernteamveld).waarde) == 1
        await pilot.press("ctrl+s")
        await wacht_op(pilot, lambda: len(list_scholen(sessie)[0].kernteam) == 1)


async def test_what_cannot_be_kept_is_said_at_the_field(
    tmp_path: Any, sessie: Sessie, school: SchoolBeeld
) -> None:
    async with open_app(
        maak_app(tmp_path, sessie), "school_formulier", size=(100, 60), school_id=school.id
    ) as pilot:
        scherm: Any = pilot.app.screen
        scherm.zet("dicht", "straks een keer")
        scherm.zet("gesprek_minuten", "lang")
        pilot.app.screen.query_one(f"#kernteam-{school.kernteam[1].id}-email", Invoer).value = "geen adres"
        await wacht(pilot)
        await pilot.press("ctrl+s")
        await wacht(pilot)
        tekst = tekst_van(pilot.app)
        assert "Dit begrijp ik niet: straks" in tekst
        assert "van 15 tot en met 240" in tekst
        assert "Het e-mailadres van Lia" in tekst
        assert list_scholen(sessie)[0].dicht == school.dicht


def test_two_schools_of_one_name_are_refused(sessie: Sessie, school: SchoolBeeld) -> None:
    with pytest.raises(VeldenOngeldig) as fout:
        edit_school(sessie, None, {"naam": school.naam.upper()})
    assert "naam" in fout.value.velden


@pytest.mark.parametrize(
    ("tekst", "dagen"),
    [
        ("3-4 dec", ("2026-12-03", "2026-12-04")),
        ("2026-12-03", ("2026-12-03",)),
        ("3 t/m 4 december", ("2026-12-03", "2026-12-04")),
        ("vr 18 t/m ma 21 dec 2026", ("2026-12-18", "2026-12-21")),
        ("31 dec t/m 1 jan", ("2026-12-31", "2027-01-01")),
        ("12 jun", ("2027-06-12",)),
        ("3 dec, 7 dec\n8 dec", ("2026-12-03", "2026-12-07", "2026-12-08")),
        ("morgen", ("2026-11-24",)),
        ("", ()),
    ],
)
def test_closed_days_are_read_as_people_type_them(tekst: str, dagen: tuple[str, ...]) -> None:
    gelezen, vreemd = lees_dagen(tekst, MAANDAG)
    assert tuple(dag.isoformat() for dag in gelezen) == dagen
    assert vreemd == ()


@pytest.mark.parametrize(
    "tekst", ["straks", "5-3 dec", "30 feb", "1 jan 2027 t/m 1 dec 2027", "4 dec t/m 3 dec"]
)
def test_what_is_no_day_is_named(tekst: str) -> None:
    assert lees_dagen(tekst, MAANDAG) == ((), (tekst,))


@given(st.sets(st.integers(0, 900), max_size=60), st.integers(0, 700), st.integers(0, 120))
def test_days_as_written_are_read_back_exactly(los: set[int], begin: int, lengte: int) -> None:
    dagen = {date(2025, 9, 1) + timedelta(days=n) for n in los | set(range(begin, begin + lengte))}
    assert lees_dagen("\n".join(schrijf_dagen(dagen)), MAANDAG) == (tuple(sorted(dagen)), ())
