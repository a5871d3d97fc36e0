"""The note: it saves itself, survives locking and a kill, and is fixed once it is finished."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.store import Store, open_store
from kernteam_tui.domain.codes import NotitieSoort, NotitieStaat
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.screens import bewaarder
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.notitie import scherm as notitiescherm
from kernteam_tui.screens.notitie.aanvulling import AanvullingScreen
from kernteam_tui.screens.notitie.kenmerken import NotitieKenmerkenScreen
from kernteam_tui.screens.notitie.kop import Notitiekop
from kernteam_tui.screens.notitie.scherm import NotitieScreen
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.notitiebron import list_onderdelen
from kernteam_tui.services.notities import NotitieBeeld, get_notitie, save_notitie, start_notitie
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.notitievlak import Notitievlak
from tests.conftest import WACHTWOORDZIN
from tests.ui.hulpmiddel import (
    NepToegang,
    VasteKlok,
    maak_app,
    ontgrendel,
    open_app,
    tekst_van,
    wacht,
    wacht_op,
    zet_schermen,
)
from tests.ui.schoolgezin import maak_casus, maak_school


class Begin(KernteamScreen):
    NAAM = "vandaag"


class SchijfVol(KernteamError):
    code = "schijf_vol"


@pytest.fixture(autouse=True)
def schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(
        monkeypatch,
        {
            "vandaag": Begin,
            "notitie": NotitieScreen,
            "notitie_kenmerken": NotitieKenmerkenScreen,
            "aanvulling": AanvullingScreen,
        },
    )


@pytest.fixture
def sessie(store: Store) -> Sessie:
    return Sessie(store, VasteKlok())


@pytest.fixture
def nieuw(sessie: Sessie) -> Callable[..., NotitieBeeld]:
    maak_school(sessie)

    def maak(
        soort: NotitieSoort = NotitieSoort.TELEFOON, roepnaam: str = "Noor", **meer: Any
    ) -> NotitieBeeld:
        return start_notitie(sessie, maak_casus(sessie, roepnaam=roepnaam), soort, **meer)

    return maak


def vlak(app: KernteamApp) -> Notitievlak:
    return app.screen.query_one("#tekst", Notitievlak)


async def typ(pilot: Pilot[Any], tekst: str) -> None:
    """As if typed: through the text area's own editing, which posts what a key posts."""
    area = vlak(pilot.app)  # type: ignore[arg-type]  # the app of these tests
    area.replace(tekst, *area.selection)
    await pilot.pause()


async def test_what_is_typed_is_durable_by_itself_even_if_the_process_is_killed(
    tmp_path: Path, sessie: Sessie, kluis_map: Path, nieuw: Callable[..., NotitieBeeld]
) -> None:
    """Half a second after the last letter; tests/e2e holds the promise of one second against a clock."""
    assert bewaarder.NA_SECONDEN == 0.5
    notitie = nieuw()
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "notitie", notitie_id=notitie.id) as pilot:
        await pilot.press(*"gebeld")
        await wacht_op(pilot, lambda: get_notitie(sessie, notitie.id).tekst == "gebeld")
        shutil.copytree(kluis_map, tmp_path / "na_kill")  # what lies on the disk, with nothing closed
        await pilot.press("x")

    with closing(open_store(tmp_path / "na_kill", WACHTWOORDZIN)) as ander:
        assert get_notitie(Sessie(ander, VasteKlok()), notitie.id).tekst == "gebeld"


async def test_locking_in_the_middle_of_a_word_keeps_text_and_cursor(
    tmp_path: Path, sessie: Sessie, kluis_map: Path, nieuw: Callable[..., NotitieBeeld]
) -> None:
    notitie = nieuw()
    toegang = NepToegang()
    app = maak_app(tmp_path, sessie, toegang=toegang)
    async with open_app(app, "notitie", notitie_id=notitie.id) as pilot:
        await typ(pilot, "moeder belt\nvader niet")
        vlak(app).move_cursor((0, 6))
        await pilot.press("x")
        app.vergrendel()
        toegang.maak = lambda: Sessie(open_store(kluis_map, WACHTWOORDZIN), VasteKlok())
        await pilot.pause()
        assert "moeder" not in tekst_van(app)

        await ontgrendel(pilot)

        assert vlak(app).text == "moederx belt\nvader niet"
        assert vlak(app).cursor_location == (0, 7)
        assert vlak(app).has_focus


async def test_a_home_visit_begins_with_questions_and_tab_goes_from_answer_to_answer(
    tmp_path: Path, sessie: Sessie, nieuw: Callable[..., NotitieBeeld]
) -> None:
    notitie = nieuw(NotitieSoort.HUISBEZOEK)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "notitie", notitie_id=notitie.id) as pilot:
        await pilot.press(*"rustig", "tab", *"oma", "shift+tab", "!")

        assert vlak(app).text.startswith("Hoe gaat het nu?\nrustig!\n\nWat ging goed?\noma\n")


async def test_finishing_asks_first_drops_empty_questions_and_leaves_only_additions(
    tmp_path: Path, sessie: Sessie, nieuw: Callable[..., NotitieBeeld]
) -> None:
    notitie = nieuw(NotitieSoort.HUISBEZOEK)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "notitie", notitie_id=notitie.id, size=(100, 30)) as pilot:
        await typ(pilot, "rustig")
        await pilot.press("f8")
        await wacht(pilot)
        assert "Notitie afronden?" in tekst_van(app)
        await pilot.press("right", "enter")
        await wacht_op(pilot, lambda: vlak(app).read_only)
        await wacht(pilot)
        assert get_notitie(sessie, notitie.id).tekst == "Hoe gaat het nu?\nrustig"
        assert "afgerond" in tekst_van(app)

        await pilot.press("x", "a")
        await wacht(pilot)
        app.screen.veld("tekst").waarde = "Vader belde terug."  # type: ignore[attr-defined]  # AanvullingScreen
        await wacht(pilot)
        await pilot.press("ctrl+s")
        await wacht(pilot)

        assert "Vader belde terug." in tekst_van(app)
        assert [a.tekst for a in get_notitie(sessie, notitie.id).addenda] == ["Vader belde terug."]
        assert vlak(app).text.startswith("Hoe gaat het nu?\nrustig\n")


async def test_a_full_disk_keeps_the_text_says_so_and_tries_again(
    tmp_path: Path,
    sessie: Sessie,
    nieuw: Callable[..., NotitieBeeld],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notitie = nieuw()
    monkeypatch.setattr(bewaarder, "OPNIEUW_NA", 0.1)

    def vol(*_: Any) -> int:
        raise SchijfVol("De schijf is vol.", "Maak ruimte vrij.")

    monkeypatch.setattr(notitiescherm, "save_notitie", vol)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "notitie", notitie_id=notitie.id) as pilot:
        await typ(pilot, "niet kwijtraken")
        await wacht_op(pilot, lambda: "De schijf is vol." in tekst_van(app))
        await pilot.press("escape")
        kop = app.screen.query_one(Notitiekop)
        assert kop.onveilig
        assert kop.staat == "nog niet bewaard"
        await pilot.press("f8")
        await wacht(pilot)
        assert "Notitie afronden?" not in tekst_van(app)
        await pilot.press("escape")
        assert vlak(app).text == "niet kwijtraken"

        monkeypatch.setattr(notitiescherm, "save_notitie", save_notitie)
        await wacht_op(pilot, lambda: not kop.onveilig)

        assert get_notitie(sessie, notitie.id).tekst == "niet kwijtraken"


async def test_text_that_could_not_be_saved_at_locking_is_there_after_unlocking(
    tmp_path: Path,
    sessie: Sessie,
    kluis_map: Path,
    nieuw: Callable[..., NotitieBeeld],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notitie = nieuw()

    def vol(*_: Any) -> int:
        raise SchijfVol("De schijf is vol.", "Maak ruimte vrij.")

    toegang = NepToegang()
    app = maak_app(tmp_path, sessie, toegang=toegang)
    async with open_app(app, "notitie", notitie_id=notitie.id) as pilot:
        await typ(pilot, "bijna weg")
        monkeypatch.setattr(notitiescherm, "save_notitie", vol)
        app.vergrendel()
        await pilot.pause()
        monkeypatch.setattr(notitiescherm, "save_notitie", save_notitie)
        anders: list[Sessie] = []

        def opnieuw() -> Sessie:
            anders.append(Sessie(open_store(kluis_map, WACHTWOORDZIN), VasteKlok()))
            return anders[-1]

        toegang.maak = opnieuw
        await ontgrendel(pilot)

        assert vlak(app).text == "bijna weg"
        await wacht_op(pilot, lambda: get_notitie(anders[0], notitie.id).tekst == "bijna weg")


async def test_marks_of_a_draft_can_be_changed_and_typing_goes_on(
    tmp_path: Path, sessie: Sessie, nieuw: Callable[..., NotitieBeeld]
) -> None:
    notitie = nieuw()
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "notitie", notitie_id=notitie.id, size=(120, 30)) as pilot:
        await typ(pilot, "voicemail")
        await pilot.press("f6")
        await wacht(pilot)
        app.screen.veld("met_wie").waarde = "moeder [/]x"  # type: ignore[attr-defined]  # a form
        app.screen.veld("bereikt").waarde = "nee"  # type: ignore[attr-defined]  # a form
        app.screen.zet("bereikt", "nee")  # type: ignore[attr-defined]  # a form
        app.screen.zet("datum", "20-11")  # type: ignore[attr-defined]  # a form
        await wacht(pilot)
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Kenmerken van de notitie gewijzigd. Via ctrl+p maak je dat ongedaan." in " ".join(
            tekst_van(app).split()
        )
        assert "erbij: moeder [/]x" in tekst_van(app)
        assert "niemand bereikt" in tekst_van(app)

        await typ(pilot, " ingesproken")
        await wacht_op(pilot, lambda: get_notitie(sessie, notitie.id).tekst == "voicemail ingesproken")

        beeld = get_notitie(sessie, notitie.id)
        assert not beeld.bereikt
        assert beeld.moment.date().isoformat() == "2026-11-20"


async def test_the_time_is_put_where_the_cursor_is_and_stopping_leaves_a_draft(
    tmp_path: Path, sessie: Sessie, nieuw: Callable[..., NotitieBeeld]
) -> None:
    notitie = nieuw(roepnaam="Sami [/]x")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "notitie", notitie_id=notitie.id) as pilot:
        assert "Sami [/]x B." in tekst_van(app)
        await pilot.press("ctrl+t", "b", "ctrl+s")
        await wacht(pilot)

        assert app.screen.NAAM == "vandaag"  # type: ignore[attr-defined]  # one of ours
        beeld = get_notitie(sessie, notitie.id)
        assert (beeld.tekst, beeld.staat) == ("14:02 b", NotitieStaat.CONCEPT)


async def test_a_draft_is_erased_at_once_and_ctrl_z_brings_it_back(
    tmp_path: Path, sessie: Sessie, nieuw: Callable[..., NotitieBeeld]
) -> None:
    notitie = nieuw()
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "notitie", notitie_id=notitie.id) as pilot:
        await typ(pilot, "per ongeluk")
        await pilot.press("f4")
        await wacht(pilot)
        assert app.screen.NAAM == "vandaag"  # type: ignore[attr-defined]  # one of ours
        assert not get_casus(sessie, notitie.casus_id).notities
        assert "Notitie gewist." in tekst_van(app)

        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert get_notitie(sessie, notitie.id).tekst == "per ongeluk"


async def test_an_empty_note_is_not_finished_and_can_still_be_typed_in(
    tmp_path: Path, sessie: Sessie, nieuw: Callable[..., NotitieBeeld]
) -> None:
    notitie = nieuw(NotitieSoort.HUISBEZOEK)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "notitie", notitie_id=notitie.id) as pilot:
        await pilot.press("f8", "right", "enter")
        await wacht(pilot)
        assert "nog leeg" in tekst_van(app)
        await pilot.press("enter")
        await typ(pilot, "toch iets")
        await wacht_op(pilot, lambda: "toch iets" in get_notitie(sessie, notitie.id).tekst)


async def test_after_linking_to_the_plan_the_way_back_that_is_named_is_the_one_that_works(
    tmp_path: Path, sessie: Sessie, nieuw: Callable[..., NotitieBeeld]
) -> None:
    notitie = nieuw()

    def gekoppeld() -> bool:
        return any(keuze.gekozen for keuze in list_onderdelen(sessie, notitie.id))

    app = maak_app(tmp_path, sessie)
    async with open_app(app, "notitie", notitie_id=notitie.id, size=(120, 30)) as pilot:
        await typ(pilot, "voicemail")
        await pilot.press("f7")
        await wacht(pilot)
        await pilot.press("space", "enter")
        await wacht(pilot)
        assert gekoppeld()
        assert "gekozen. Via ctrl+p maak je dat ongedaan." in tekst_van(app)
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert gekoppeld(), "in a text ctrl+z is the one of the text"
        await app.screen.voer_uit("ongedaan")  # type: ignore[attr-defined]  # a KernteamScreen
        await wacht(pilot)
        assert not gekoppeld()
