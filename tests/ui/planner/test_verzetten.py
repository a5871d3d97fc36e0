"""Moving a talk in the drawn week: lifted, walked with, clashes said, put down with a reason or put back."""

from __future__ import annotations

import time
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.screens.dialogen import Redendialoog
from kernteam_tui.screens.planner import verzetten
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gesprekken import GesprekBeeld, GesprekGegevens, get_gesprek, plan_gesprek
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.startgesprek import Botsing, get_gesprek_botsingen
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht, wacht_op
from tests.ui.planner.test_planner import BREED, SMAL, druk, planner
from tests.ui.planner.weken import BRUG, maak_scholen, meld_aan

DI_TIEN = datetime(2026, 11, 24, 10, 0, tzinfo=AMSTERDAM)


@pytest.fixture
def gesprek(sessie: Sessie) -> GesprekBeeld:
    """A startgesprek on Tuesday at ten."""
    maak_scholen(sessie)
    casus_id = meld_aan(sessie, "Noor")
    return plan_gesprek(
        sessie, casus_id, GesprekGegevens(GesprekSoort.STARTGESPREK, DI_TIEN, 60, f"{BRUG}, kamer 1.12")
    )


async def gezegd(pilot: Any, tekst: str) -> None:
    """Until it stands on the screen: clashes are looked up a moment after the last arrow."""
    await wacht_op(pilot, lambda: tekst in " ".join(tekst_van(pilot.app).split()))


async def test_a_talk_is_lifted_moved_and_put_down_with_a_reason(
    tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld
) -> None:
    async with open_app(maak_app(tmp_path, sessie), "planner", BREED) as pilot:
        beeld = await druk(pilot, "tab", "v")
        assert "De pijltjes verplaatsen het" in beeld
        assert "Enter hier neerzetten  Esc terugzetten" in beeld
        assert "Esc terug  " not in beeld
        await druk(pilot, "down", "down", "down")
        await gezegd(pilot, "di 24 nov 10:00 → di 24 nov 10:45-11:45")
        await gezegd(pilot, "Dit moment past.")
        await druk(pilot, "enter")
        assert isinstance(pilot.app.screen, Redendialoog)
        await druk(pilot, *"kan niet", "ctrl+s")
        assert "Gesprek verzet. Met ctrl+z" in tekst_van(pilot.app)
        assert "10:45" in tekst_van(pilot.app)
        na = get_gesprek(sessie, gesprek.id)
        assert (na.start, na.staat) == (DI_TIEN.replace(hour=10, minute=45), GesprekStaat.VERZET)
        assert "uitnodigingen voor het nieuwe gesprek" in tekst_van(pilot.app)
        await druk(pilot, "ctrl+z")
    assert get_gesprek(sessie, gesprek.id).start == DI_TIEN


async def test_what_clashes_is_said_at_once_and_it_may_be_done_anyway(
    tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld
) -> None:
    async with open_app(maak_app(tmp_path, sessie), "planner", BREED) as pilot:
        await druk(pilot, "tab", "v", "right")
        await gezegd(pilot, "is dan niet op school")
        assert "Dit moment past" not in tekst_van(pilot.app)
        await druk(pilot, "enter", *"toch", "ctrl+s")
    assert get_gesprek(sessie, gesprek.id).start == DI_TIEN.replace(day=25)


@pytest.mark.parametrize("maat", [SMAL, BREED])
async def test_esc_puts_it_back_and_so_does_leaving_the_week(
    tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld, maat: tuple[int, int]
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "planner", maat) as pilot:
        await druk(pilot, "tab")
        await druk(pilot, *(("right",) if maat == SMAL else ()), "v", "right", "down")
        vlak = planner(app)._vlak
        assert vlak.opgetild is not None
        assert vlak.opgetild.start == DI_TIEN.replace(day=25, minute=15)
        beeld = await druk(pilot, "escape")
        assert planner(app)._vlak.opgetild is None
        assert "di 24" in beeld
        assert "10:00" in beeld
        await druk(pilot, "v", "down", "tab")
        assert planner(app)._vlak.opgetild is None
        await druk(pilot, "escape")
        assert getattr(app.screen, "NAAM", "") == "vandaag", "a second Esc leaves the planner"
    assert get_gesprek(sessie, gesprek.id).revision == gesprek.revision


async def test_enter_where_it_stood_changes_nothing(
    tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "planner", BREED) as pilot:
        await druk(pilot, "tab", "v", "down", "up", "enter")
        assert planner(app)._vlak.opgetild is None
    assert get_gesprek(sessie, gesprek.id).revision == gesprek.revision


async def test_no_reason_leaves_it_lifted(tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "planner", BREED) as pilot:
        await druk(pilot, "tab", "v", "down", "enter", "escape")
        assert planner(app)._vlak.opgetild is not None
    assert get_gesprek(sessie, gesprek.id).revision == gesprek.revision


async def test_it_stays_within_the_week_and_the_hours(
    tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld
) -> None:
    del gesprek
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "planner", BREED) as pilot:
        await druk(pilot, "tab", "v", *["up"] * 9, *["left"] * 3)
        opgetild = planner(app)._vlak.opgetild
        assert opgetild is not None
        assert opgetild.start == datetime(2026, 11, 23, 8, 30, tzinfo=AMSTERDAM)


async def test_a_talk_that_was_held_cannot_be_lifted(
    tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld, monkeypatch: pytest.MonkeyPatch
) -> None:
    del gesprek
    monkeypatch.setattr("kernteam_tui.screens.planner.scherm.NOG_TE_HOUDEN", frozenset())
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "planner", BREED) as pilot:
        assert "v verzetten" not in await druk(pilot, "tab", "v")
        assert planner(app)._vlak.opgetild is None


async def test_the_answer_about_an_older_place_is_not_shown(
    tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld, monkeypatch: pytest.MonkeyPatch
) -> None:
    del gesprek
    gevraagd: list[datetime] = []

    def traag(
        sessie: Sessie, casus_id: str, soort: GesprekSoort, start: datetime, **kw: Any
    ) -> tuple[Botsing, ...]:
        gevraagd.append(start)
        time.sleep(0.4 if len(gevraagd) == 1 else 0)
        return get_gesprek_botsingen(sessie, casus_id, soort, start, **kw)

    monkeypatch.setattr(verzetten, "get_gesprek_botsingen", traag)
    monkeypatch.setattr(verzetten, "WACHT", 0.01)
    async with open_app(maak_app(tmp_path, sessie), "planner", BREED) as pilot:
        await pilot.press("tab", "v", "right")
        await wacht_op(pilot, lambda: gevraagd)
        await pilot.press("left", "down")
        await gezegd(pilot, "Dit moment past.")
        await pilot.pause(0.5)
        await wacht(pilot)
        assert "Dit moment past." in tekst_van(pilot.app)


async def test_an_answer_that_comes_after_it_was_put_back_is_not_shown(
    tmp_path: Path, sessie: Sessie, gesprek: GesprekBeeld, monkeypatch: pytest.MonkeyPatch
) -> None:
    del gesprek
    gevraagd: list[datetime] = []

    def traag(*args: Any, **_: Any) -> tuple[Botsing, ...]:
        gevraagd.append(args[3])
        time.sleep(0.3)
        return ()

    monkeypatch.setattr(verzetten, "get_gesprek_botsingen", traag)
    async with open_app(maak_app(tmp_path, sessie), "planner", BREED) as pilot:
        await pilot.press("tab", "v", "down")
        await wacht_op(pilot, lambda: gevraagd)
        await pilot.press("escape")
        await pilot.pause(0.4)
        await wacht(pilot)
        assert "Dit moment past" not in tekst_van(pilot.app)
        assert "di 24 nov  10:00-11:00" in tekst_van(pilot.app)


async def test_a_visit_at_home_can_be_moved_too_and_asks_only_who_comes(
    tmp_path: Path, sessie: Sessie
) -> None:
    maak_scholen(sessie)
    casus_id = meld_aan(sessie, "Noor")
    thuis = GesprekGegevens(GesprekSoort.HUISBEZOEK, DI_TIEN.replace(hour=14), 90, "bij het gezin thuis")
    bezoek = plan_gesprek(sessie, casus_id, thuis)
    async with open_app(maak_app(tmp_path, sessie), "planner", BREED) as pilot:
        await druk(pilot, "tab", "v", "right")
        await gezegd(pilot, "Dit moment past.")
        await druk(pilot, "enter", *"werk", "ctrl+s")
    assert get_gesprek(sessie, bezoek.id).start.astimezone(AMSTERDAM).date() == date(2026, 11, 25)
    assert len(get_casus(sessie, casus_id).gesprekken) == 1
