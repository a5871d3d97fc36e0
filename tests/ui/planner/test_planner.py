"""The planner by keys: what it shows, accepting, other weeks and schools, nothing to plan, locking, names."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.kalender import DatumBuitenBereik, Periode
from kernteam_tui.schil.opdrachten import Opdracht, overal_naast
from kernteam_tui.screens.planner import scherm as module
from kernteam_tui.screens.planner.scherm import PlannerScreen
from kernteam_tui.screens.register import SCHERMEN
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gesprekken import zeg_gesprek_af
from kernteam_tui.services.school import save_school
from kernteam_tui.services.schooldagen import SchooldagGegevens, zet_schooldagen
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.weekplanner import WeekBeeld, get_week
from tests.geduld import GEDULD
from tests.ui.hulpmiddel import MAANDAG, maak_app, open_app, tekst_van, wacht, wacht_op
from tests.ui.planner.weken import BRUG, KOMPAS, maak_scholen, meld_aan, open_start, week

SMAL, BREED = (80, 24), (120, 40)


def naam(app: KernteamApp) -> str:
    return str(getattr(app.screen, "NAAM", type(app.screen).__name__))


def planner(app: KernteamApp) -> PlannerScreen:
    assert isinstance(app.screen, PlannerScreen)
    return app.screen


async def druk(pilot: Any, *toetsen: str) -> str:
    """Press, wait, and read the screen."""
    for toets in toetsen:
        await pilot.press(toets)
        await wacht(pilot)
    return tekst_van(pilot.app)


def gepland(sessie: Sessie, casus_id: str) -> int:
    return sum(gesprek.staat.value == "gepland" for gesprek in get_casus(sessie, casus_id).gesprekken)


@pytest.mark.parametrize("maat", [SMAL, BREED])
async def test_f4_shows_the_week_and_what_is_still_to_be_planned(
    tmp_path: Path, sessie: Sessie, maat: tuple[int, int]
) -> None:
    maak_scholen(sessie)
    meld_aan(sessie, "Noor")
    async with open_app(maak_app(tmp_path, sessie), size=maat) as pilot:
        beeld = await druk(pilot, "f4")
        assert "Week 48, ma 23 – vr 27 nov" in beeld
        assert "Noor B." in beeld
        assert "nog 4 dagen, 5 schooldagen" in beeld
        assert "A[2]" in beeld, "Monday at De Brug with two partners"
        assert ("wo 25" in beeld) == (maat == BREED)
        assert "Enter voorstel aannemen" in beeld


async def test_enter_accepts_the_proposal_and_ctrl_z_takes_it_back(tmp_path: Path, sessie: Sessie) -> None:
    maak_scholen(sessie)
    casus_id = meld_aan(sessie, "Noor")
    async with open_app(maak_app(tmp_path, sessie), "planner", BREED) as pilot:
        beeld = await druk(pilot, "enter")
        assert "Startgesprek gepland" in beeld
        assert "uitnodigingen voor het nieuwe gesprek" in beeld
        assert "Geen startgesprek dat nog een plek zoekt" in beeld
        assert gepland(sessie, casus_id) == 1
        beeld = await druk(pilot, "ctrl+z")
        assert "Ongedaan gemaakt" in beeld
        assert "het nieuwe gesprek" not in beeld
        assert gepland(sessie, casus_id) == 0
        assert "Noor B." in beeld


async def test_u_goes_to_the_invitations_of_what_was_just_planned(tmp_path: Path, sessie: Sessie) -> None:
    maak_scholen(sessie)
    meld_aan(sessie, "Noor")
    meld_aan(sessie, "Daan")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "planner", SMAL) as pilot:
        assert "Er is deze week geen gesprek" in await druk(pilot, "u")
        await druk(pilot, "enter", "u")
        assert naam(app) == "uitnodigingen"
        await druk(pilot, "escape", "home", "enter", "u")
        assert naam(app) == "uitnodigingen", "the first was seen already"
        await druk(pilot, "escape", "u")
        assert naam(app) == "weekpost", "without anything new: all talks of the week"


async def test_m_shows_all_moments_and_so_does_enter_without_a_proposal(
    tmp_path: Path, sessie: Sessie
) -> None:
    maak_scholen(sessie)
    meld_aan(sessie, "Noor")
    meld_aan(sessie, "Zus", reden="leren")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "planner", BREED) as pilot:
        beeld = await druk(pilot, "end")
        assert "Geen moment: " in beeld
        assert "begeleider passend onderwijs" in beeld
        assert "Enter momenten" in beeld
        await druk(pilot, "enter")
        assert naam(app) == "startgesprek"
        await druk(pilot, "escape", "home", "m")
        assert naam(app) == "startgesprek"


async def test_on_a_small_screen_the_arrows_go_from_day_to_day_and_over_the_weekend(
    tmp_path: Path, sessie: Sessie
) -> None:
    maak_scholen(sessie)
    async with open_app(maak_app(tmp_path, sessie), "planner", SMAL) as pilot:
        assert f"ma 23 nov  A {BRUG[:10]}" in tekst_van(pilot.app)
        assert f"do 26 nov  B {KOMPAS[:10]}" in await druk(pilot, "right", "right", "right")
        beeld = await druk(pilot, "tab", "right", "right")
        assert "Week 49" in beeld
        assert "ma 30 nov" in beeld
        assert "vr 27 nov" in await druk(pilot, "left")


async def test_the_weeks_before_and_after_and_back(tmp_path: Path, sessie: Sessie) -> None:
    maak_scholen(sessie)
    async with open_app(maak_app(tmp_path, sessie), "planner", BREED) as pilot:
        assert "Week 49, ma 30 nov – vr 4 dec" in await druk(pilot, "greater_than_sign")
        beeld = await druk(pilot, "less_than_sign", "less_than_sign")
        assert "Week 47" in beeld
        assert "deze week  ·  alle" not in beeld
        assert "Week 48, ma 23 – vr 27 nov  ·  deze week" in await druk(pilot, "t")


async def test_a_week_that_cannot_be_shown_leaves_the_one_that_was_there(
    tmp_path: Path, sessie: Sessie, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tot_hier(sessie: Sessie, maandag: Any, school_id: str | None) -> WeekBeeld:
        if maandag > MAANDAG:
            raise DatumBuitenBereik("Zo ver vooruit zijn de feestdagen niet bekend.", "Ga terug.")
        return get_week(sessie, maandag, school_id)

    monkeypatch.setattr(module, "get_week", tot_hier)
    maak_scholen(sessie)
    async with open_app(maak_app(tmp_path, sessie), "planner", BREED) as pilot:
        assert "feestdagen niet bekend" in await druk(pilot, "greater_than_sign")
        assert "Week 48" in await druk(pilot, "enter")
        assert "Week 47" in await druk(pilot, "less_than_sign")


async def test_s_shows_one_school_or_all(tmp_path: Path, sessie: Sessie) -> None:
    maak_scholen(sessie)
    meld_aan(sessie, "Noor")
    meld_aan(sessie, "Daan", KOMPAS)
    async with open_app(maak_app(tmp_path, sessie), "planner", BREED) as pilot:
        beeld = await druk(pilot, "s", "down", "down", "enter")
        assert f"deze week  ·  {KOMPAS}" in beeld
        assert "jLV" in beeld, "of one school everybody has a cell"
        assert "Daan B." in beeld
        assert "Noor B." not in beeld
        assert "alle scholen" in await druk(pilot, "s", "enter")


async def test_enter_on_a_talk_opens_its_casus(tmp_path: Path, sessie: Sessie) -> None:
    maak_scholen(sessie)
    casus_id = meld_aan(sessie, "Noor")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "planner", BREED) as pilot:
        beeld = await druk(pilot, "enter", "tab")
        assert "startgesprek  ·  Voorbeeldcollege De Brug, kamer 1.12" in beeld
        await druk(pilot, "enter")
        assert naam(app) == "casus"
        scherm: Any = app.screen
        assert scherm.argumenten == {"casus_id": casus_id, "tab": "gesprekken"}


async def test_without_a_school_without_a_kernteam_and_without_anything_to_plan(
    tmp_path: Path, sessie: Sessie
) -> None:
    async with open_app(maak_app(tmp_path, sessie), "planner", SMAL) as pilot:
        beeld = tekst_van(pilot.app)
        assert "Er is nog geen school. Begin bij F5 School" in beeld
        assert "Er is maar één school" not in await druk(pilot, "s")
        assert "08:30" not in beeld
        maak_scholen(sessie)
        planner(pilot.app).laad()  # type: ignore[arg-type]  # KernteamApp
        await wacht(pilot)
        beeld = tekst_van(pilot.app)
        assert "Geen startgesprek dat nog een" in beeld
        assert "08:30" in beeld
        assert "Enter voorstel" not in beeld


async def test_late_says_how_late_and_whose_choice_it_was(
    tmp_path: Path, sessie: Sessie, monkeypatch: pytest.MonkeyPatch
) -> None:
    laat = open_start(dagen=-3, schooldagen=0, keuze="het gezin wil vanaf di 24 nov")
    onbekend = open_start(casus_id="c-8", casus="2026-032", jongere="Bo", schooldagen=None, spoed=True)
    monkeypatch.setattr(module, "get_week", lambda *_: week(open_=(laat, onbekend)))
    async with open_app(maak_app(tmp_path, sessie), "planner", BREED) as pilot:
        beeld = tekst_van(pilot.app)
        assert "Nog te plannen  2, 1 te laat" in beeld
        assert "3 dagen te laat" in beeld
        assert beeld.count("het gezin wil vanaf di 24 nov") == 2, "in the list and under it"
        assert "nog 4 dagen, ? schooldagen  spoed" in beeld


@pytest.mark.parametrize("maat", [SMAL, BREED])
async def test_f9_hides_the_names(tmp_path: Path, sessie: Sessie, maat: tuple[int, int]) -> None:
    maak_scholen(sessie)
    meld_aan(sessie, "Maximiliaan")
    meld_aan(sessie, "Noor")
    async with open_app(maak_app(tmp_path, sessie), "planner", maat) as pilot:
        assert "Maximiliaan" in await druk(pilot, "home", "enter")
        for toets in ("f9", "tab", "v", "down", "escape", "i", "escape", "u"):
            beeld = await druk(pilot, toets)
            assert "Maxim" not in beeld, toets
            assert "Noor" not in beeld, toets


async def test_after_locking_the_same_week_school_and_place(tmp_path: Path, sessie: Sessie) -> None:
    _, kompas = maak_scholen(sessie)
    for wie in ("Noor", "Daan"):
        meld_aan(sessie, wie, KOMPAS)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "planner", SMAL) as pilot:
        await druk(pilot, "s", "down", "down", "enter", "right", "down")
        plek = planner(app).plek()
        assert plek.argumenten == {
            "maandag": "2026-11-23",
            "school_id": kompas,
            "dag": "2026-11-24",
            "nieuw": "",
        }
        assert (plek.focus, plek.cursor) == ("planner-open", (1,))
        nieuw = PlannerScreen(**plek.argumenten)  # type: ignore[arg-type]  # plain arguments
        nieuw.herstel(plek)
        app.toetsen_sinds_openen = 0
        app.push_screen(nieuw)
        await wacht(pilot)
        assert nieuw._lijst.gemarkeerd == 1
        assert "di 24 nov" in tekst_van(app)
        assert KOMPAS in tekst_van(app)


async def test_after_locking_the_invitations_of_what_was_just_planned_are_still_offered(
    tmp_path: Path, sessie: Sessie
) -> None:
    maak_scholen(sessie)
    for wie in ("Noor", "Daan"):
        meld_aan(sessie, wie)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "planner", SMAL) as pilot:
        await druk(pilot, "i", "enter")
        plek = planner(app).plek()
        een, ander = planner(app)._nieuw
        zeg_gesprek_af(sessie, ander, "toch niet")
        nieuw = PlannerScreen(**plek.argumenten)  # type: ignore[arg-type]  # plain arguments
        nieuw.herstel(plek)
        app.push_screen(nieuw)
        await wacht(pilot)
        assert "uitnodigingen voor het nieuwe gesprek" in tekst_van(app), "not for the one that is off"
        assert nieuw._nieuw == (een,)
        await druk(pilot, "u")
        assert naam(app) == "uitnodigingen"


async def test_what_does_not_fit_on_a_small_screen_is_cut_with_a_sign(tmp_path: Path, sessie: Sessie) -> None:
    """Two schools with long names, both closed: the line just stopped in the middle of a sentence."""
    for naam in ("Christelijke Scholengemeenschap Willem de Zwijger en Omstreken", "Het Andere Lyceum"):
        beeld = save_school(sessie, {"naam": naam, "kernteam": [{"rol": "jeugdarts", "naam": "Jan"}]})
        dagen = SchooldagGegevens((Periode(MAANDAG, MAANDAG),), wat="tweedaagse van het hele team")
        zet_schooldagen(sessie, beeld.id, dagen)
    async with open_app(maak_app(tmp_path, sessie), "planner", SMAL) as pilot:
        regels = tekst_van(pilot.app).splitlines()
        assert regels[2].strip().startswith("Christelijke Scholengemeenschap")
        assert regels[2].strip().endswith("…")
        await druk(pilot, "s", "down", "enter")
        regels = tekst_van(pilot.app).splitlines()
        assert regels[1].strip().endswith("…"), "the name of the one school, cut"


async def test_nothing_waits_for_a_slow_week(
    tmp_path: Path, sessie: Sessie, monkeypatch: pytest.MonkeyPatch
) -> None:
    maak_scholen(sessie)
    mag = threading.Event()
    mag.set()

    def traag(*args: Any) -> WeekBeeld:
        assert mag.wait(GEDULD), "the keys waited for it"
        return get_week(*args)

    monkeypatch.setattr(module, "get_week", traag)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "planner", BREED) as pilot:
        mag.clear()
        for _ in range(4):
            await pilot.press("greater_than_sign")
        await wacht_op(pilot, lambda: planner(app).maandag == date(2026, 12, 21))
        mag.set()
        await wacht_op(pilot, lambda: "Week 52" in tekst_van(app))


def test_f4_does_not_take_the_key_of_a_form_away() -> None:
    eigen = [Opdracht("weghalen", "f4", "weghalen", "Weghalen")]
    over = {op.id: op for op in overal_naast(eigen, lambda _: True)}
    assert (over["planner"].toets, over["planner"].in_voet) == ("", False)
    assert over["zoeken"].toets == "slash,ctrl+f"


async def test_in_the_address_book_f4_takes_a_contact_out_and_ctrl_p_goes_to_the_planner(
    tmp_path: Path, sessie: Sessie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SCHERMEN, "adresboek", "kernteam_tui.screens.adresboek.lijst:AdresboekScreen")
    maak_scholen(sessie)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "adresboek", BREED) as pilot:
        beeld = await druk(pilot, "f4")
        assert naam(app) == "adresboek"
        assert "F4 planner" not in beeld
        await druk(pilot, "ctrl+p", *"planner", "enter")
        assert naam(app) == "planner"
