"""The day on which a version of a plan was written in last (S92)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.planformaat import AKKOORD
from kernteam_tui.domain.record import Record


def laatst_geschreven(plan: Gezinsplan, nummer: int) -> date | None:
    """Of that version, frozen or in progress; None where nothing tells. The section about who agrees does not
    count, as in `kern`.

    It is a day to warn by, not to prove with: a mark on a scale counts as writing, and what was taken out
    leaves no trace. Of a frozen version counts what was not written in since.
    """
    frozen = next((versie.vastgesteld_op for versie in plan.versies if versie.nummer == nummer), None)
    days = (dag_van(een.updated_at) for een in _geschreven(plan))
    return max((day for day in days if frozen is None or day <= frozen), default=None)


def _geschreven(plan: Gezinsplan) -> Iterator[Record]:
    yield from (deel for deel in plan.onderdelen if deel.sleutel != AKKOORD)
    yield from plan.doelen
    yield from plan.acties
