"""Which zone a property is in: by name, by the file's own description, or local and named as a problem."""

from __future__ import annotations

from collections.abc import Iterable

from kernteam_tui.exchange.agenda.eigenzone import lees_eigen_zone
from kernteam_tui.exchange.agenda.grenzen import Werk
from kernteam_tui.exchange.agenda.onderdelen import Onderdeel
from kernteam_tui.exchange.agenda.zone import LOKAAL, BekendeZone, Zone
from kernteam_tui.exchange.agenda.zonenamen import zoek_vaste_naam, zoek_zone

_MAX_GETOOND = 80
_MAX_ZONES = 500


class Zones:
    """The zones of one calendar."""

    def __init__(self, delen: Iterable[Onderdeel], werk: Werk) -> None:
        self._werk = werk
        self._beschreven: dict[str, Onderdeel] = {}
        self._gevonden: dict[str, Zone | None] = {}
        for part in delen:
            line = part.eerste("TZID")
            if line is not None and len(self._beschreven) < _MAX_ZONES:
                self._beschreven.setdefault(_zonder_teken(lees_tzid(line)), part)

    def zoek(self, naam: str) -> Zone | None:
        """The zone of that name; None where nobody knows it."""
        if naam not in self._gevonden:
            self._gevonden[naam] = self._maak(naam)
        return self._gevonden[naam]

    def _maak(self, naam: str) -> Zone | None:
        described = self._beschreven.get(_zonder_teken(naam))
        if described is not None:
            own = lees_eigen_zone(described, zoek_vaste_naam(naam), self._werk)
            if own is not None:
                return own
        known = zoek_zone(naam)
        return None if known is None else BekendeZone(known)


def lees_tzid(regel: str) -> str:
    """The name in a TZID property, which may hold colons."""
    return regel.partition(":")[2].strip().strip('"')


def onbekend(naam: str) -> str:
    """How an unknown zone is named."""
    return f"tijdzone onbekend: {naam if len(naam) <= _MAX_GETOOND else naam[: _MAX_GETOOND - 1] + '…'}"


def zone_of_lokaal(zones: Zones, naam: str) -> tuple[Zone, str]:
    """The zone, and what is wrong with its name (empty: nothing)."""
    if not naam:
        return LOKAAL, ""
    zone = zones.zoek(naam)
    return (LOKAAL, onbekend(naam)) if zone is None else (zone, "")


def _zonder_teken(naam: str) -> str:
    """Comparable: Outlook puts a backslash before a comma in one place and not in the other."""
    return " ".join(naam.strip('"').replace("\\", "").split()).lower()
