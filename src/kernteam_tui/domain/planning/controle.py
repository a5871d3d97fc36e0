"""Whether the casussen of a week can be planned at all: everything they name is there."""

from __future__ import annotations

from collections.abc import Sequence

from kernteam_tui.domain.planning.indeling import check_vast
from kernteam_tui.domain.planning.vereisten import aan_tafel, vereisten
from kernteam_tui.domain.planning.week import Plancasus, Planweek


def check_casussen(week: Planweek, casussen: Sequence[Plancasus]) -> None:
    """Raises PlanweekOngeldig for an unknown or doubled id, and for fixed talks that clash."""
    for casus in casussen:
        for wie in aan_tafel(week, casus):
            week.mens(wie)
        vereisten(week, casus)
    check_vast(week, casussen)
