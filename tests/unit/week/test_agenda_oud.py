"""How old an agenda is, and from when that is said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kernteam_tui.domain.agenda import GelezenAgenda, dagen_oud, ouderdom

VANDAAG = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("dagen", "zin"), [(0, ""), (6, ""), (7, "agenda is 7 dagen oud"), (12, "agenda is 12 dagen oud")]
)
def test_a_week_old_is_said(dagen: int, zin: str) -> None:
    agenda = GelezenAgenda((), (), VANDAAG - timedelta(days=dagen))
    assert agenda.ouderdom(VANDAAG) == ouderdom(dagen) == zin


def test_an_agenda_of_a_clock_that_runs_ahead_is_fresh() -> None:
    assert dagen_oud(VANDAAG + timedelta(days=3), VANDAAG) == 0
    assert GelezenAgenda((), (), VANDAAG + timedelta(days=3)).dagen_oud(VANDAAG) == 0
