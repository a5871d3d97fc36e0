"""From the plan to who agrees with it, and to the plan on paper; by keyboard alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.screens.gezinsplan.akkoord import PlanakkoordScreen
from kernteam_tui.screens.gezinsplan.akkoordformulieren import AkkoordScreen, PlanpapierdagScreen
from kernteam_tui.screens.gezinsplan.scherm import GezinsplanScreen
from kernteam_tui.services.concepten import load_concept
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel, stel_plan_vast
from kernteam_tui.services.planakkoord import AkkoordGegevens, AkkoordRegel, bewaar_akkoord, get_akkoord
from kernteam_tui.services.plantermijnen import get_papier
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.velden import Veld
from tests.ui.gezinsplan.handgrepen import GOED, vlak, zet
from tests.ui.hulpmiddel import MAANDAG, ontgrendel, open_app, tekst_van, wacht


def vast(sessie: Sessie, casus_id: str, tekst: str = "Rust.") -> None:
    """A frozen version with this text."""
    save_onderdeel(sessie, casus_id, get_plan(sessie, casus_id).revision, GOED, (), tekst)
    stel_plan_vast(sessie, casus_id)


def regel(sessie: Sessie, casus_id: str, naam: str, versie: int = 1) -> AkkoordRegel:
    return next(r for r in get_akkoord(sessie, casus_id).versie(versie).regels if r.naam.startswith(naam))


def kies(app: KernteamApp, veld: str, waarde: str) -> None:
    """As `zet`, and the form hears of it as from a user: other rows may come or go."""
    formulier: Any = app.screen
    formulier.zet(veld, waarde)
    formulier.gewijzigd(veld)


async def test_from_the_plan_to_what_the_mother_thinks_and_back_with_ctrl_z(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    vast(sessie, casus_id)
    async with open_app(app, "gezinsplan", casus_id=casus_id) as pilot:
        await pilot.press("a")
        await wacht(pilot)
        assert isinstance(app.screen, PlanakkoordScreen)
        assert "Versie 1, vastgesteld op 23 november 2026" in tekst_van(app)
        await pilot.press("down", "enter")
        await wacht(pilot)
        assert isinstance(app.screen, AkkoordScreen)
        assert "Fatma Kaya (ouder met gezag), versie 1" in tekst_van(app)
        kies(app, "standpunt", "niet")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Schrijf op waarom niet, in hun eigen woorden." in tekst_van(app)
        zet(app, omdat="Te snel [/]x.", verklaring="Ik was er niet bij.", getekend="22-11-2026")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert isinstance(app.screen, PlanakkoordScreen)
        beeld = tekst_van(app)
        assert "✗ niet eens" in beeld
        assert "Te snel [/]x." in beeld, "the mark stands on who was noted"
        said = regel(sessie, casus_id, "Fatma")
        assert (said.standpunt, said.verklaring, said.getekend_op) == (
            Standpunt.NIET,
            "Ik was er niet bij.",
            date(2026, 11, 22),
        )
        assert load_concept(app.sessie, f"akkoord:{casus_id}:1:{said.persoon_id}") is None
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert "✗" not in tekst_van(app)
        assert regel(sessie, casus_id, "Fatma").standpunt is None


async def test_the_first_key_in_the_form_goes_to_the_first_field_that_is_seen(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    vast(sessie, casus_id)
    sleutel = regel(sessie, casus_id, "Fatma").sleutel
    async with open_app(app, "akkoord", casus_id=casus_id, versie=1, sleutel=sleutel) as pilot:
        await pilot.press("right", "right", "tab")
        await wacht(pilot)
        assert isinstance(app.screen, AkkoordScreen)
        assert app.screen.waarde["standpunt"] == "deels"
        await pilot.press(*"te")
        await wacht(pilot)
        assert app.screen.waarde["omdat"] == "te"


async def test_a_name_typed_while_a_choice_has_the_cursor_opens_no_other_form(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    vast(sessie, casus_id)
    async with open_app(app, "akkoord", casus_id=casus_id, versie=1) as pilot:
        await pilot.press(*"tante", "slash")
        await wacht(pilot)
        assert isinstance(app.screen, AkkoordScreen)


async def test_what_is_half_typed_survives_locking_and_a_day_ahead_is_refused(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    vast(sessie, casus_id)
    sleutel = regel(sessie, casus_id, "Lina").sleutel
    async with open_app(app, "akkoord", casus_id=casus_id, versie=1, sleutel=sleutel) as pilot:
        kies(app, "standpunt", "deels")
        zet(app, omdat="Niet op maan")
        await pilot.press("ctrl+l")
        await wacht(pilot)
        await ontgrendel(pilot)
        assert isinstance(app.screen, AkkoordScreen)
        assert app.screen.waarde["omdat"] == "Niet op maan"
        zet(app, op="24-11-2026")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Die dag ligt in de toekomst." in tekst_van(app)
        zet(app, op="23-11-2026")
        await pilot.press("ctrl+s")
        await wacht(pilot)
    assert regel(app.sessie, casus_id, "Lina").standpunt is Standpunt.DEELS


async def test_somebody_of_school_is_added_by_name_and_taken_off_again(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    vast(sessie, casus_id)
    async with open_app(app, "planakkoord", casus_id=casus_id) as pilot:
        await pilot.press("t")
        await wacht(pilot)
        assert not app.screen.query_one("#naam").display
        kies(app, "van", "ander")
        assert app.screen.query_one("#naam").display
        zet(app, naam="Meester Bos", standpunt="eens")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert regel(sessie, casus_id, "Meester").standpunt is Standpunt.EENS
        await pilot.press("down", "down", "down", "d")
        await wacht(pilot)
        assert "Meester Bos" not in tekst_van(app)
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert "Meester Bos" in tekst_van(app)


async def test_earlier_versions_stay_to_be_read_and_the_replaced_ones_take_nothing(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    for nummer in (1, 2):
        vast(sessie, casus_id, f"Rust {nummer}.")
        gegevens = AkkoordGegevens(Standpunt.EENS, MAANDAG, naam=f"Oma {nummer}")
        bewaar_akkoord(sessie, casus_id, nummer, gegevens)
    save_onderdeel(sessie, casus_id, get_plan(sessie, casus_id).revision, GOED, (), "Nog iets.")
    async with open_app(app, "planakkoord", casus_id=casus_id) as pilot:
        assert "l: versie 3, in bewerking" in tekst_van(app), "it opens where somebody spoke"
        assert "Oma 2" in tekst_van(app)
        await pilot.press("e")
        await wacht(pilot)
        beeld = tekst_van(app)
        assert "alleen om te lezen" in beeld
        assert "Oma 1" in beeld
        assert "Fatma" not in beeld, "who said nothing of it is not asked any more"
        assert "noteren" not in beeld
        await pilot.press("enter", "d", "t")
        await wacht(pilot)
        assert isinstance(app.screen, PlanakkoordScreen)
        assert regel(sessie, casus_id, "Oma 1").standpunt is Standpunt.EENS
        await pilot.press("e")
        await wacht(pilot)
        assert "eerste versie" in tekst_van(app)
        await pilot.press("l", "l")
        await wacht(pilot)
        assert "Versie 3, in bewerking" in tekst_van(app)


async def test_the_plan_on_paper_is_asked_for_and_given(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    vast(sessie, casus_id)
    async with open_app(app, "planakkoord", casus_id=casus_id) as pilot:
        await pilot.press("o")
        await wacht(pilot)
        assert isinstance(app.screen, PlanpapierdagScreen)
        zet(app, gevraagd="20-11-2026")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Op papier gevraagd op 20 november 2026, geven uiterlijk 4 dec" in tekst_van(app)
        await pilot.press("o")
        await wacht(pilot)
        zet(app, gegeven="19-11-2026")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "gegeven voordat erom gevraagd werd" in tekst_van(app)
        await pilot.press("escape")
        zet(app, gegeven="23-11-2026")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "gegeven op 23 november 2026" in tekst_van(app)
    assert get_papier(sessie, casus_id).termijnen.papier_uiterlijk is None


async def test_what_is_typed_in_the_plan_is_saved_before_who_agrees_is_asked(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        vlak(app).insert("Oma belt.")
        app.screen.query_one("#onderdelen").focus()
        await pilot.press("a")
        await wacht(pilot)
        assert isinstance(app.screen, PlanakkoordScreen)
        assert get_plan(app.sessie, casus_id).onderdeel(GOED).woorden[0].tekst == "Oma belt."
        await pilot.press("escape")
        await wacht(pilot)
        assert isinstance(app.screen, GezinsplanScreen)


@pytest.mark.parametrize("sleutel", ["", "fatma"])
async def test_until_it_is_read_only_what_is_always_asked_is_seen(
    app: KernteamApp, casus_id: str, monkeypatch: pytest.MonkeyPatch, sleutel: str
) -> None:
    monkeypatch.setattr(AkkoordScreen, "laad", lambda _: None)
    async with open_app(app, "akkoord", casus_id=casus_id, versie=1, sleutel=sleutel) as pilot:
        await wacht(pilot)
        shown = {veld.id for veld in app.screen.query(Veld) if veld.display}
        assert shown == {"standpunt", "verklaring", "op", "getekend"} | (set() if sleutel else {"van"})
        assert "veranderde het plan" not in tekst_van(app)
        assert "in het plan geschreven" not in tekst_van(app)


async def test_what_was_left_empty_is_asked_for_in_a_sentence(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    vast(sessie, casus_id)
    async with open_app(app, "akkoord", casus_id=casus_id, versie=1, size=(80, 40)) as pilot:
        kies(app, "van", "ander")
        zet(app, op="")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        gezegd = tekst_van(app)
        for zin in ("Vul in wie dit zegt.", "Kies wat deze persoon", "Vul in op welke dag dit gezegd is."):
            assert zin in gezegd
        assert "Vul dit in" not in gezegd


@pytest.mark.parametrize("maat", [(80, 24), (120, 40)])
async def test_said_before_the_last_writing_is_told_beside_the_day(
    app: KernteamApp, sessie: Sessie, casus_id: str, maat: tuple[int, int]
) -> None:
    save_onderdeel(sessie, casus_id, get_plan(sessie, casus_id).revision, GOED, (), "Rust.")
    with sessie.store.engine.begin() as conn:
        conn.exec_driver_sql("UPDATE onderdeel SET updated_at = '2026-11-21T15:00:00+00:00'")
    sleutel = regel(sessie, casus_id, "Fatma").sleutel
    async with open_app(app, "akkoord", casus_id=casus_id, versie=1, sleutel=sleutel, size=maat) as pilot:
        await wacht(pilot)
        assert "in het plan geschreven" not in tekst_van(app), "today it counts as said of today"
        kies(app, "standpunt", "eens")
        kies(app, "op", "20-11-2026")
        await wacht(pilot)
        gezegd = " ".join(tekst_van(app).split())
        assert "Daarna is er nog in het plan geschreven (het laatst op 21 november 2026)" in gezegd
        assert "dus vraag het liever nog eens." in gezegd
        kies(app, "op", "21-11-2026")
        await wacht(pilot)
        assert "in het plan geschreven" not in tekst_van(app)
        kies(app, "op", "20-11-2026")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert not isinstance(app.screen, AkkoordScreen)
    assert regel(sessie, casus_id, "Fatma").op == date(2026, 11, 20), "it never stands in the way"
