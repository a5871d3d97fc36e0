"""A time zone as reading needs it: from the clock on the wall to UTC and back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Protocol

from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.exchange.agenda.waarden import onleesbaar


class Zone(Protocol):
    """Both ways; a time that the clock skips is that much later, one that comes twice is the first."""

    def naar_utc(self, lokaal: datetime) -> datetime:
        """From a moment without zone to an aware one in UTC. Raises AfspraakOnleesbaar far from now."""

    def naar_lokaal(self, utc: datetime) -> datetime:
        """From an aware moment to the clock on the wall, without zone. Raises as `naar_utc`."""


@dataclass(frozen=True, slots=True)
class BekendeZone:
    """A zone that this computer knows (RFC 5545 3.3.5 for both clock changes, as `fold=0` does)."""

    tzinfo: tzinfo

    def naar_utc(self, lokaal: datetime) -> datetime:
        """See Zone."""
        try:
            return lokaal.replace(tzinfo=self.tzinfo).astimezone(UTC)
        except (OverflowError, ValueError):
            raise onleesbaar("datum") from None

    def naar_lokaal(self, utc: datetime) -> datetime:
        """See Zone."""
        try:
            return utc.astimezone(self.tzinfo).replace(tzinfo=None, fold=0)
        except (OverflowError, ValueError):
            raise onleesbaar("datum") from None


UTC_ZONE = BekendeZone(UTC)
LOKAAL = BekendeZone(AMSTERDAM)
"""Where there is no zone, or one that is not known (contract 3)."""
