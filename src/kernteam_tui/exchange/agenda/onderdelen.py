"""The components of a calendar file: sees that it is whole, and keeps only the properties that say when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kernteam_tui.exchange.agenda.eigenschap import kaal_adres, naam_van
from kernteam_tui.exchange.agenda.grenzen import MAX_DIEPTE, MAX_ONDERDELEN, AgendaNietHeel, AgendaTeGroot

_STEMPELS = frozenset({"DTSTAMP", "LAST-MODIFIED"})
_WIE = frozenset({"ATTENDEE", "ORGANIZER"})
_OVERGANG = frozenset({"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE"})
_AFSPRAAK = frozenset(
    {"UID", "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
    | {"SEQUENCE", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS"}
)
_BEWAARD: Mapping[str, tuple[str, frozenset[str]]] = MappingProxyType(
    {
        "VCALENDAR": ("", frozenset({"METHOD"})),
        "VEVENT": ("VCALENDAR", _AFSPRAAK | _STEMPELS | _WIE),
        "VFREEBUSY": ("VCALENDAR", frozenset({"UID", "FREEBUSY"}) | _STEMPELS),
        "VTIMEZONE": ("VCALENDAR", frozenset({"TZID"})),
        "STANDARD": ("VTIMEZONE", _OVERGANG),
        "DAYLIGHT": ("VTIMEZONE", _OVERGANG),
    }
)
"""Per component: within which other it counts, and which of its properties are kept."""
_ANDERS = ("VCALENDAR", _STEMPELS)
"""Tasks and the like take no time, but tell the age of the agenda."""


@dataclass(slots=True)
class Onderdeel:
    """A component with the lines that count, by the name of the property, and what stands within it."""

    soort: str
    regels: dict[str, list[str]] = field(default_factory=dict)
    delen: list[Onderdeel] = field(default_factory=list)

    def eerste(self, naam: str) -> str | None:
        """The first line of that name."""
        found = self.regels.get(naam)
        return found[0] if found else None

    def woord(self, naam: str) -> str:
        """The value of a property of one word, in capitals; empty without it."""
        line = self.eerste(naam)
        return "" if line is None else line.partition(":")[2].strip().upper()

    def van_soort(self, *soorten: str) -> list[Onderdeel]:
        """The components within this one of those kinds."""
        return [deel for deel in self.delen if deel.soort in soorten]


def lees_kalenders(regels: Iterable[str], ik: str = "") -> list[Onderdeel]:
    """Every VCALENDAR in the file. Of people only the line of `ik` (an e-mail address) is kept.

    Raises AgendaNietHeel where a component has no end, or there is no calendar; AgendaTeGroot.
    """
    return _Lezer(kaal_adres(ik)).lees(regels)


class _Lezer:
    def __init__(self, ik: str) -> None:
        self._ik = ik
        self._open: list[tuple[str, Onderdeel | None]] = []
        self._kalenders: list[Onderdeel] = []
        self._aantal = 0

    def lees(self, regels: Iterable[str]) -> list[Onderdeel]:
        for line in regels:
            naam = naam_van(line)
            if naam == "BEGIN":
                self._begin(line.partition(":")[2].strip().upper())
            elif naam == "END":
                self._eind(line.partition(":")[2].strip().upper())
            elif naam and self._open and self._open[-1][1] is not None:
                self._bewaar(self._open[-1][1], naam, line)
        if self._open:
            raise _niet_heel("Dit bestand is niet heel: het houdt midden in een agenda op.")
        if not self._kalenders:
            raise _niet_heel("Dit bestand is leeg, of er staat geen agenda in.")
        return self._kalenders

    def _begin(self, soort: str) -> None:
        if len(self._open) >= MAX_DIEPTE:
            raise _niet_heel("Dit bestand is niet heel: onderdelen zitten te diep in elkaar.")
        boven, ouder = self._open[-1] if self._open else ("", None)
        hoort_in = _BEWAARD.get(soort, _ANDERS)[0]
        part = Onderdeel(soort) if hoort_in == boven and (ouder is not None or not boven) else None
        self._open.append((soort, part))
        if part is None:
            return
        self._aantal += 1
        if self._aantal > MAX_ONDERDELEN:
            raise AgendaTeGroot("In dit bestand staan te veel afspraken.", "Exporteer een kortere periode.")
        (self._kalenders if ouder is None else ouder.delen).append(part)

    def _eind(self, soort: str) -> None:
        if not self._open or self._open.pop()[0] != soort:
            raise _niet_heel("Dit bestand is niet heel: begin en eind passen niet bij elkaar.")

    def _bewaar(self, part: Onderdeel, naam: str, line: str) -> None:
        if naam not in _BEWAARD.get(part.soort, _ANDERS)[1]:
            return
        if naam in _WIE and (not self._ik or self._ik not in line.lower()):
            return
        part.regels.setdefault(naam, []).append(line)


def _niet_heel(tekst: str) -> AgendaNietHeel:
    return AgendaNietHeel(tekst, "Exporteer de agenda opnieuw en kies dat bestand.")
