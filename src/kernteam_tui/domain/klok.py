"""The clock is passed in: no rule asks the machine what day it is."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Klok(Protocol):
    """Tells the day to reckon from and the present moment."""

    def vandaag(self) -> date:
        """The day in Amsterdam."""

    def nu(self) -> datetime:
        """The moment, aware, in UTC."""
