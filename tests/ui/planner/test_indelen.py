"""Everything planned at once: looked at, ticked off, kept as one, and the invitations after it."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.domain.codes import GesprekSoort, Rol
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.kalender import Periode
from kernteam_tui.domain.plancodes import Afwezigreden, Schooldagsoort
from kernteam_tui.screens.dialogen import Redendialoog
from kernteam_tui.screens.planner import indeling
from kernteam_tui.screens.planner.indeling import IndelingScreen
from kernteam_tui.services import weekpost
from kernteam_tui.services.afwezigheden import AfwezigGegevens, meld_afwezig
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.school import get_school
from kernteam_tui.services.schooldagen import SchooldagGegevens, zet_schooldagen
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.uitnodigingen import schrijf_uitnodigingen
from kernteam_tui.services.weekplanner import NietGepland, Plaats, Plaatssoort, Weekplan
from tests.geduld import GEDULD
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht, wacht_op
from tests.ui.planner.test_planner import BREED, SMAL, druk, gepland, naam
from tests.ui.planner.weken import BRUG, KOMPAS, MAANDAG, maak_scholen, meld_aan, moment, op

VRIJDAG = date(2026, 11, 27)


def plaats(soort: Plaatssoort, nummer: int, **anders: Any) -> Plaats:
    wie = ("Noor B.", "Daan V.", "Sami Y.")[nummer]
    return Plaats(soort, f"c-{nummer}", f"2026-03{nummer}", wie, BRUG, VRIJDAG, moment(), **anders)


PLAN = Weekplan(
    MAANDAG,
    (
        plaats(Plaatssoort.BLIJFT, 2, gesprek_id="g-2", was=op(1, "10:00")),
        plaats(Plaatssoort.NIEUW, 0),
        plaats(Plaatssoort.VERSCHUIFT, 1, gesprek_id="g-1", was=op(3, "11:00")),
    ),
    (NietGepland("c-7", "2026-037", "Bo B.", VRIJDAG, "leerplicht is de hele week ziek"),),
    bewezen=False,
)


@pytest.fixture
def gevraagd(monkeypatch: pytest.MonkeyPatch) -> list[frozenset[str]]:
    """What was asked of a planner that always answers PLAN."""
    vragen: list[frozenset[str]] = []

    def maak(sessie: Sessie, maandag: date, school_id: str | None, *, schuif: frozenset[str]) -> Weekplan:
        del sessie, maandag, school_id
        vragen.append(schuif)
        return PLAN

    monkeypatch.setattr(indeling, "maak_plan", maak)
    return vragen


@pytest.mark.parametrize("maat", [SMAL, BREED])
async def test_a_plan_says_what_is_new_moves_stays_and_has_no_place(
    tmp_path: Path, sessie: Sessie, gevraagd: list[frozenset[str]], maat: tuple[int, int]
) -> None:
    async with open_app(maak_app(tmp_path, sessie), "indeling", maat, maandag="2026-11-23") as pilot:
        beeld = tekst_van(pilot.app)
        assert "1 nieuw · 1 verschuift · 1 blijft · 1 zonder plek" in beeld
        assert "Misschien kan het nog beter" in beeld
        regels = [regel.strip(" ›") for regel in beeld.splitlines()]
        soorten = [r.removeprefix("[x] ").partition("2026")[0].strip() for r in regels if "2026-03" in r]
        assert soorten == ["verschuift", "nieuw", "geen plek", "blijft"]
        assert "do 26 nov 11:00" in beeld
        assert ("do 26 nov 11:00 → di 24 nov 10:00" in beeld) == (maat == BREED)
        assert "leerplicht is de hele week ziek" in beeld
        assert "Enter neemt alle 2 aan. Er is nog niets bewaard." in beeld
    assert gevraagd == [frozenset()]


async def test_only_a_proven_plan_says_that_nothing_better_exists(
    tmp_path: Path, sessie: Sessie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indeling, "maak_plan", lambda *_, **__: replace(PLAN, bewezen=True))
    async with open_app(maak_app(tmp_path, sessie), "indeling", BREED, maandag="2026-11-23") as pilot:
        assert "Beter kan niet" in tekst_van(pilot.app)


async def test_space_ticks_a_line_off_and_what_stays_off_survives_a_lock(
    tmp_path: Path, sessie: Sessie, gevraagd: list[frozenset[str]]
) -> None:
    del gevraagd
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "indeling", SMAL, maandag="2026-11-23") as pilot:
        beeld = await druk(pilot, "down", "space")
        assert "[ ] nieuw" in beeld
        assert "Enter neemt 1 van de 2 aan" in beeld
        assert isinstance(app.screen, IndelingScreen)
        assert app.screen.plek().argumenten["af"] == "c-0"
        assert "[ ] verschuift" in await druk(pilot, "up", "space")
        assert "Er is niets aangevinkt" in await druk(pilot, "enter")
        assert "neemt alle 2 aan" in await druk(pilot, "space", "down", "space")


async def test_moving_talks_asks_why_and_keeps_only_what_is_ticked(
    tmp_path: Path, sessie: Sessie, gevraagd: list[frozenset[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    del gevraagd
    bewaard: list[tuple[list[str], str]] = []

    def neem(sessie: Sessie, plaatsen: tuple[Plaats, ...], reden: str, **_: object) -> tuple[()]:
        del sessie
        bewaard.append(([p.casus_id for p in plaatsen], reden))
        return ()

    monkeypatch.setattr(indeling, "neem_plan_aan", neem)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "planner", SMAL) as pilot:
        await druk(pilot, "i", "down", "space", "enter")
        assert isinstance(app.screen, Redendialoog)
        assert "Waarom verzet je dit gesprek?" in tekst_van(app)
        assert bewaard == [], "nothing is kept before the reason"
        await druk(pilot, *"ziek", "ctrl+s")
        assert bewaard == [(["c-1"], "ziek")]
        assert naam(app) == "planner"


async def test_v_lets_a_talk_that_stays_move_and_plans_again(
    tmp_path: Path, sessie: Sessie, gevraagd: list[frozenset[str]]
) -> None:
    async with open_app(maak_app(tmp_path, sessie), "indeling", SMAL, maandag="2026-11-23") as pilot:
        assert "mag schuiven, maar staat hier het best" in await druk(pilot, "end", "v")
        assert gevraagd == [frozenset(), frozenset({"g-2"})]
        assert "Dit kan bij een gesprek dat al gepland staat" in await druk(pilot, "home", "down", "v")


async def test_a_slow_plan_says_so_and_enter_does_not_accept_what_is_not_seen(
    tmp_path: Path, sessie: Sessie, monkeypatch: pytest.MonkeyPatch
) -> None:
    klaar = threading.Event()

    def traag(*_: Any, **__: Any) -> Weekplan:
        klaar.wait(GEDULD)
        return PLAN

    monkeypatch.setattr(indeling, "maak_plan", traag)
    monkeypatch.setattr(indeling, "NA", 0.05)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "planner", SMAL) as pilot:
        await pilot.press("i")
        await wacht_op(pilot, lambda: "Het plan wordt gemaakt" in tekst_van(app))
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert naam(app) == "indeling"
        await app.screen.run_action("aannemen")
        await wacht_op(pilot, lambda: "Het plan is er nog niet" in tekst_van(app))
        klaar.set()
        await wacht(pilot)
        assert naam(app) == "indeling"
        assert "1 nieuw" in tekst_van(app)
        await pilot.pause(0.15)
        assert "wordt gemaakt" not in tekst_van(app)


async def test_a_plan_that_fails_is_said_and_no_longer_waited_for(
    tmp_path: Path, sessie: Sessie, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faal(*_: Any, **__: Any) -> Weekplan:
        raise InhoudOngeldig("Deze week is niet te plannen.", "Kies een andere week.")

    monkeypatch.setattr(indeling, "maak_plan", faal)
    async with open_app(maak_app(tmp_path, sessie), "indeling", SMAL, maandag="2026-11-23") as pilot:
        assert "Deze week is niet te plannen." in tekst_van(pilot.app)
        assert "Er is geen plan" in await druk(pilot, "enter")


async def test_nothing_to_plan(tmp_path: Path, sessie: Sessie) -> None:
    maak_scholen(sessie)
    async with open_app(maak_app(tmp_path, sessie), "planner", SMAL) as pilot:
        beeld = await druk(pilot, "i")
        assert beeld.count("Er is deze week geen startgesprek om in te delen.") == 1
        assert "neemt" not in beeld
        assert "Enter aannemen" not in beeld, "a key that does nothing is not offered"


async def test_where_nothing_fits_enter_does_not_say_that_all_have_a_place(
    tmp_path: Path, sessie: Sessie
) -> None:
    maak_scholen(sessie)
    meld_aan(sessie, "Zus", reden="leren")
    async with open_app(maak_app(tmp_path, sessie), "planner", SMAL) as pilot:
        beeld = await druk(pilot, "i")
        assert "1 zonder plek" in beeld
        assert "Het kernteam van deze school heeft geen begeleider" in " ".join(beeld.split())
        assert "Dit plan verandert niets" in await druk(pilot, "enter")


async def test_a_file_that_cannot_be_written_is_said_and_the_others_can_be_written_again(
    tmp_path: Path, sessie: Sessie, monkeypatch: pytest.MonkeyPatch
) -> None:
    maak_scholen(sessie)
    for wie in ("Noor", "Daan"):
        meld_aan(sessie, wie)
    keren: list[str] = []

    def hapert(sessie: Sessie, gesprek_id: str) -> object:
        keren.append(gesprek_id)
        if len(keren) == 2:
            raise InhoudOngeldig("De schijf is vol.", "Maak ruimte.")
        return schrijf_uitnodigingen(sessie, gesprek_id)

    monkeypatch.setattr(weekpost, "schrijf_uitnodigingen", hapert)
    async with open_app(maak_app(tmp_path, sessie), "planner", BREED) as pilot:
        beeld = await druk(pilot, "i", "enter", "u", "s")
        assert "De schijf is vol." in beeld
        assert "van 1 van de 2" in await druk(pilot, "enter")
        beeld = await druk(pilot, "s")
        assert beeld.count("staan klaar") == 2
        assert "Alle bestanden zijn al gemaakt" in await druk(pilot, "s")
    assert len(keren) == 3


def zes_gezinnen(sessie: Sessie) -> list[str]:
    """Six open aanmeldingen at two schools; JGZ is ill, and on Tuesday De Brug is closed."""
    brug, kompas = maak_scholen(sessie)
    ids = [meld_aan(sessie, wie) for wie in ("Noor", "Daan", "Sami")]
    ids += [meld_aan(sessie, wie, KOMPAS) for wie in ("Lina", "Milan", "Zoë")]
    for school_id in (brug, kompas):
        ziek = next(p for p in get_school(sessie, school_id).kernteam if p.rol is Rol.JEUGDVERPLEEGKUNDIGE)
        meld_afwezig(sessie, school_id, AfwezigGegevens(ziek.id, MAANDAG, VRIJDAG, None, Afwezigreden.ZIEK))
    dinsdag = Periode(date(2026, 11, 24), date(2026, 11, 24))
    zet_schooldagen(sessie, brug, SchooldagGegevens((dinsdag,), Schooldagsoort.STUDIEDAG, "teamdag"))
    return ids


@pytest.mark.parametrize("maat", [SMAL, BREED])
async def test_monday_morning_six_families_are_planned_and_invited_in_five_keys(
    tmp_path: Path, sessie: Sessie, maat: tuple[int, int]
) -> None:
    ids = zes_gezinnen(sessie)
    app = maak_app(tmp_path, sessie)
    toetsen = ("f4", "i", "enter", "u", "s")
    async with open_app(app, size=maat) as pilot:
        beeld = await druk(pilot, toetsen[0])
        assert "ziek" in beeld
        assert "di 24 dicht: teamdag" in beeld
        assert "Nog te plannen  6" in beeld
        beeld = await druk(pilot, toetsen[1])
        assert "6 nieuw" in beeld
        assert "Beter kan niet" in beeld
        assert sum(gepland(sessie, id_) for id_ in ids) == 0
        beeld = await druk(pilot, toetsen[2])
        assert "6 startgesprekken gepland" in beeld
        assert sum(gepland(sessie, id_) for id_ in ids) == 6
        beeld = await druk(pilot, *toetsen[3:])
        assert beeld.count("klaar") == 6
        assert "Versturen doe jij" in " ".join(beeld.split())
    assert len(list((sessie.map / "uit").glob("uitnodiging-*.ics"))) >= 6
    dagen = {g.start.date() for id_ in ids for g in get_casus(sessie, id_).gesprekken}
    assert dagen == {MAANDAG, date(2026, 11, 26)}


async def test_ctrl_z_takes_the_whole_plan_back_at_once(tmp_path: Path, sessie: Sessie) -> None:
    ids = zes_gezinnen(sessie)
    async with open_app(maak_app(tmp_path, sessie), "planner", BREED) as pilot:
        await druk(pilot, "i", "space", "enter")
        assert sum(gepland(sessie, id_) for id_ in ids) == 5
        beeld = await druk(pilot, "ctrl+z")
        assert "Ongedaan gemaakt: 5 startgesprekken gepland" in beeld
        assert "Nog te plannen  6" in beeld
    assert sum(gepland(sessie, id_) for id_ in ids) == 0
    assert not any(
        g.soort is GesprekSoort.STARTGESPREK for id_ in ids for g in get_casus(sessie, id_).gesprekken
    )
