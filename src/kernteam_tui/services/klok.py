"""The clock of the machine, or of a day that was asked for (`--vandaag`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from kernteam_tui.domain.klok import AMSTERDAM


@dataclass(frozen=True)
class SysteemKlok:
    """Reckons from today in Amsterdam, or from `vaste_dag` at the present time of day."""

    vaste_dag: date | None = None

    def vandaag(self) -> date:
        """The day in Amsterdam."""
        return self.vaste_dag or datetime.now(AMSTERDAM).date()

    def nu(self) -> datetime:
        """The moment in UTC; with a fixed day, that day at the machine's time of day."""
        if self.vaste_dag is None:
            return datetime.now(UTC)
        time_of_day = datetime.now(AMSTERDAM).time()
        return datetime.combine(self.vaste_dag, time_of_day, AMSTERDAM).astimezone(UTC)
