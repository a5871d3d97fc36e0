"""A zone that the file itself describes (VTIMEZONE, RFC 5545 3.6.5)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import islice

from kernteam_tui.exchange.agenda.eigenschap import lees_eigenschap
from kernteam_tui.exchange.agenda.grenzen import AfspraakOnleesbaar, Werk
from kernteam_tui.exchange.agenda.herhaling import Herhaling, lees_herhaling
from kernteam_tui.exchange.agenda.onderdelen import Onderdeel
from kernteam_tui.exchange.agenda.uitrollen import rol_uit
from kernteam_tui.exchange.agenda.waarden import lees_verschil, lees_waarde, onleesbaar
from kernteam_tui.exchange.agenda.zone import BekendeZone

_MAX_OVERGANGEN = 64
"""STANDARD and DAYLIGHT parts of one zone."""
_MAX_DAGEN = 500
"""Days in one RDATE list of such a part."""
_MAX_PER_JAAR = 40
"""Changes of the clock in a few years; a real zone has two a year."""
_MAX_OUDE = 3000
"""Changes that are walked through to find the last one of a rule that has ended long ago."""
_LAATSTE_JAAR = 9990
_TIEN_JAAR = timedelta(days=3660)


@dataclass(frozen=True)
class _Overgang:
    """One way in which the clock changes: from when, how often, and to which distance from UTC."""

    start: datetime
    van: timedelta
    naar: timedelta
    regel: Herhaling | None
    dagen: tuple[datetime, ...]

    @property
    def sprong(self) -> timedelta:
        """What the clock skips: until then a time on the wall still counts from before."""
        return max(timedelta(), self.naar - self.van)

    def rond(self, jaar: int, werk: Werk) -> list[datetime]:
        """The changes in that year and the year before; where there are none, the last one before."""
        known = [dag for dag in (self.start, *self.dagen) if dag.year <= jaar]
        if self.regel is not None and known:
            known += self._van_regel(self.regel, jaar, werk)
        recent = [dag for dag in known if dag.year >= jaar - 1]
        return recent or ([max(known)] if known else [])

    def _van_regel(self, regel: Herhaling, jaar: int, werk: Werk) -> list[datetime]:
        end = _nieuwjaar(jaar + 1)
        until = regel.tot_en_met
        if until is not None:
            last = min(until.lokaal, end) + (self.van if until.utc else timedelta())
            end = min(end, last + timedelta(days=1 if until.hele_dag else 0, seconds=1))
        since = max(self.start, _nieuwjaar(jaar - 1))
        found = list(islice(rol_uit(regel, self.start, since, end, werk), _MAX_PER_JAAR))
        if found or end <= self.start:
            return found
        ended = islice(
            rol_uit(regel, self.start, max(self.start, end - _TIEN_JAAR), end, werk), _MAX_PER_JAAR
        )
        return list(ended) or list(islice(rol_uit(regel, self.start, self.start, end, werk), _MAX_OUDE))


@dataclass
class EigenZone:
    """A zone by the rules in the file.

    Where no change follows any more, and the last is what a known zone of that name does in that year, the
    known one (`bekend`) counts: many programs write the clock changes of one year only.
    """

    overgangen: list[_Overgang]
    bekend: tzinfo | None
    werk: Werk
    _jaren: dict[int, list[tuple[datetime, timedelta]]] = field(default_factory=dict)

    def naar_utc(self, lokaal: datetime) -> datetime:
        """See zone.Zone."""
        try:
            return (lokaal - self._verschil(lokaal)).replace(tzinfo=UTC)
        except OverflowError:
            raise onleesbaar("datum") from None

    def naar_lokaal(self, utc: datetime) -> datetime:
        """See zone.Zone."""
        kaal = utc.astimezone(UTC).replace(tzinfo=None)
        distances = sorted({way for change in self.overgangen for way in (change.van, change.naar)})
        if self.bekend is not None:
            distances.append(utc.astimezone(self.bekend).utcoffset() or timedelta())
        for distance in reversed(distances):
            if self._verschil(kaal + distance) == distance:
                return kaal + distance
        return kaal + distances[0]

    def _verschil(self, lokaal: datetime) -> timedelta:
        changes = self._van_jaar(lokaal.year)
        place = bisect_right(changes, lokaal, key=lambda change: change[0])
        if place == 0:
            first = min(self.overgangen, key=lambda change: change.start)
            return self._of_bekend(lokaal, first.van)
        distance = changes[place - 1][1]
        goes_on = place < len(changes) or any(
            change[0] > lokaal for change in self._van_jaar(lokaal.year + 1)
        )
        return distance if goes_on else self._of_bekend(lokaal, distance)

    def _of_bekend(self, lokaal: datetime, verschil: timedelta) -> timedelta:
        if self.bekend is None:
            return verschil
        usual = {
            datetime(lokaal.year, maand, 1, tzinfo=self.bekend).utcoffset() for maand in (1, 7)
        }  # its winter and summer
        if verschil not in usual:
            return verschil
        return lokaal - BekendeZone(self.bekend).naar_utc(lokaal).replace(tzinfo=None)

    def _van_jaar(self, jaar: int) -> list[tuple[datetime, timedelta]]:
        """When the clock stands otherwise, that year and the last time before it: from when, and how far."""
        jaar = min(jaar, _LAATSTE_JAAR)
        if jaar not in self._jaren:
            self._jaren[jaar] = sorted(
                (onset + change.sprong, change.naar)
                for change in self.overgangen
                for onset in change.rond(jaar, self.werk)
            )
        return self._jaren[jaar]


def _nieuwjaar(jaar: int) -> datetime:
    return datetime(max(1, jaar), 1, 1)  # noqa: DTZ001  # wall clock


def lees_eigen_zone(deel: Onderdeel, bekend: tzinfo | None, werk: Werk) -> EigenZone | None:
    """The zone of a VTIMEZONE, known by its name or not; None where its rules cannot be read."""
    parts = deel.van_soort("STANDARD", "DAYLIGHT")
    if not parts or len(parts) > _MAX_OVERGANGEN:
        return None
    try:
        return EigenZone([_lees_overgang(part) for part in parts], bekend, werk)
    except (ValueError, AfspraakOnleesbaar):
        return None


def _lees_overgang(deel: Onderdeel) -> _Overgang:
    lines = {naam: deel.eerste(naam) for naam in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO")}
    values = {naam: lees_eigenschap(line).waarde for naam, line in lines.items() if line is not None}
    if len(values) < len(lines):
        raise ValueError("onvolledig")
    rule = deel.eerste("RRULE")
    regel = None if rule is None else lees_herhaling(lees_eigenschap(rule).waarde)
    if regel is not None and regel.freq not in ("YEARLY", "MONTHLY"):
        raise ValueError("zo vaak gaat geen klok om")
    days = [day for line in deel.regels.get("RDATE", []) for day in lees_eigenschap(line).waarde.split(",")]
    if len(days) > _MAX_DAGEN:
        raise ValueError("te veel dagen")
    return _Overgang(
        start=lees_waarde(values["DTSTART"]).lokaal,
        van=lees_verschil(values["TZOFFSETFROM"]),
        naar=lees_verschil(values["TZOFFSETTO"]),
        regel=regel,
        dagen=tuple(lees_waarde(day.partition("/")[0]).lokaal for day in days),
    )
