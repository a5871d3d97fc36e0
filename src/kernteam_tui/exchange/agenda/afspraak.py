"""One VEVENT: who it is (UID, revision, which instance), and what it says of time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kernteam_tui.domain.planning.week import Bezetstaat
from kernteam_tui.exchange.agenda.eigenschap import lees_eigenschap
from kernteam_tui.exchange.agenda.grenzen import MAX_REGELS, MAX_WAARDEN, AfspraakOnleesbaar, Werk
from kernteam_tui.exchange.agenda.herhaling import Herhaling, lees_herhaling
from kernteam_tui.exchange.agenda.onderdelen import Onderdeel
from kernteam_tui.exchange.agenda.waarden import Duur, lees_duur, lees_waarde, onleesbaar
from kernteam_tui.exchange.agenda.zone import LOKAAL, UTC_ZONE, Zone
from kernteam_tui.exchange.agenda.zones import Zones, zone_of_lokaal

Meld = Callable[[str], None]
"""Says what is wrong with this appointment; the same thing twice is said once."""
OMGEDRAAID = "eind ligt voor begin; omgedraaid"


@dataclass(frozen=True, slots=True)
class Tijdstip:
    """A moment by the clock of a zone; a whole day is its first midnight in Amsterdam.

    `zwevend`: written without zone, so another property may say which clock is meant.
    """

    lokaal: datetime
    zone: Zone
    hele_dag: bool = False
    zwevend: bool = False

    def utc(self) -> datetime:
        """The same moment, aware. Raises AfspraakOnleesbaar far from now."""
        return self.zone.naar_utc(self.lokaal)


@dataclass(frozen=True, slots=True)
class Extra:
    """One more instance (RDATE); its own length where it was written as a period."""

    begin: Tijdstip
    duur: Duur | None


@dataclass(frozen=True, slots=True)
class Kop:
    """Which appointment, which revision and which instance of a series; `staat` None takes no time.

    `volgend`: holds for all instances from `instantie` on (RANGE=THISANDFUTURE).
    """

    deel: Onderdeel
    zones: Zones
    staat: Bezetstaat | None
    afgezegd: bool
    herziening: tuple[int, str, str]
    instantie: Tijdstip | None
    volgend: bool

    @property
    def volgnummer(self) -> int:
        """The SEQUENCE: how often the organizer changed it."""
        return self.herziening[0]


@dataclass(frozen=True, slots=True)
class Inhoud:
    """When, how long and how often."""

    begin: Tijdstip
    duur: Duur
    regels: tuple[Herhaling, ...]
    niet_regels: tuple[Herhaling, ...]
    extra: tuple[Extra, ...]

    @property
    def herhaalt(self) -> bool:
        """Whether there is more than the one instance."""
        return bool(self.regels or self.extra)


def lees_inhoud(kop: Kop, werk: Werk, meld: Meld) -> Inhoud:
    """The times of a VEVENT. Raises AfspraakOnleesbaar where it has no start, or one that cannot be read."""
    deel, zones = kop.deel, kop.zones
    line = deel.eerste("DTSTART")
    if line is None:
        raise AfspraakOnleesbaar("heeft geen begin")
    begin = lees_tijdstip(line, zones, "begin", meld)
    duur = _duur(deel, zones, begin, meld)
    if einde(begin, duur) < begin.utc():
        meld(OMGEDRAAID)
    return Inhoud(
        begin,
        duur,
        _regels(deel, "RRULE", begin),
        _regels(deel, "EXRULE", begin),
        tuple(_extra(kop, begin, werk, meld)),
    )


def einde(begin: Tijdstip, duur: Duur) -> datetime:
    """When an instance that begins there ends: days by the calendar, the rest exact. Aware."""
    try:
        return begin.zone.naar_utc(begin.lokaal + timedelta(days=duur.dagen)) + duur.tijd
    except OverflowError:
        raise onleesbaar("duur") from None


def lees_tijdstip(regel: str, zones: Zones, wat: str, meld: Meld) -> Tijdstip:
    """The moment in a property of one value. Raises AfspraakOnleesbaar."""
    eigenschap = lees_eigenschap(regel)
    return maak_tijdstip(eigenschap.waarde, eigenschap.tzid, zones, wat, meld)


def maak_tijdstip(tekst: str, tzid: str, zones: Zones, wat: str, meld: Meld) -> Tijdstip:
    """A value in the zone of that name; a Z wins, a day has none. Raises AfspraakOnleesbaar."""
    try:
        waarde = lees_waarde(tekst)
    except ValueError:
        raise onleesbaar(wat) from None
    if waarde.hele_dag:
        return Tijdstip(waarde.lokaal, LOKAAL, hele_dag=True)
    if waarde.utc:
        return Tijdstip(waarde.lokaal, UTC_ZONE)
    zone, probleem = zone_of_lokaal(zones, tzid)
    if probleem:
        meld(probleem)
    return Tijdstip(waarde.lokaal, zone, zwevend=not tzid)


def lijst(deel: Onderdeel, naam: str) -> list[tuple[str, str]]:
    """Every value of a property that may have many, with the name of its zone. Raises AfspraakOnleesbaar."""
    found: list[tuple[str, str]] = []
    for line in deel.regels.get(naam, []):
        eigenschap = lees_eigenschap(line)
        found += [(waarde, eigenschap.tzid) for waarde in eigenschap.waarde.split(",") if waarde.strip()]
        if len(found) > MAX_WAARDEN:
            raise AfspraakOnleesbaar("noemt te veel dagen")
    return found


def lees_periode(tekst: str, tzid: str, zones: Zones, meld: Meld) -> tuple[Tijdstip, Duur]:
    """`begin/eind` or `begin/duur`. Raises AfspraakOnleesbaar."""
    first, _, last = tekst.partition("/")
    begin = maak_tijdstip(first, tzid, zones, "periode", meld)
    if last.strip().lstrip("+-").upper().startswith("P"):
        return begin, _lees_duur(last, "periode")
    end = maak_tijdstip(last, tzid, zones, "periode", meld)
    return begin, Duur(tijd=end.utc() - begin.utc())


def _regels(deel: Onderdeel, naam: str, begin: Tijdstip) -> tuple[Herhaling, ...]:
    lines = deel.regels.get(naam, [])
    if len(lines) > MAX_REGELS:
        raise AfspraakOnleesbaar("noemt te veel herhalingen")
    rules = [lees_herhaling(lees_eigenschap(line).waarde) for line in lines]
    if begin.hele_dag:  # hours mean nothing for whole days (RFC 5545 3.3.10)
        rules = [replace(rule, uren=(), minuten=(), seconden=()) for rule in rules]
    return tuple(rules)


def _extra(kop: Kop, begin: Tijdstip, werk: Werk, meld: Meld) -> list[Extra]:
    found: list[Extra] = []
    for waarde, tzid in lijst(kop.deel, "RDATE"):
        werk.neem()
        try:
            if "/" in waarde:
                found.append(Extra(*lees_periode(waarde, tzid, kop.zones, meld)))
                continue
            extra = maak_tijdstip(waarde, tzid, kop.zones, "extra dag", meld)
        except AfspraakOnleesbaar as fout:
            meld(fout.tekst)
            continue
        found.append(Extra(in_reeks(extra, begin), None))
    return found


def in_reeks(tijdstip: Tijdstip, begin: Tijdstip) -> Tijdstip:
    """A moment that names an instance of the series that begins there: a day gets the series' hour, a moment
    without zone its clock, and in a series of whole days only the day counts."""
    if begin.hele_dag:
        if tijdstip.hele_dag:
            return tijdstip
        dag = tijdstip.lokaal if tijdstip.zwevend else LOKAAL.naar_lokaal(tijdstip.utc())
        return Tijdstip(dag.replace(hour=0, minute=0, second=0), LOKAAL, hele_dag=True)
    if tijdstip.hele_dag:
        return Tijdstip(datetime.combine(tijdstip.lokaal.date(), begin.lokaal.time()), begin.zone)
    return Tijdstip(tijdstip.lokaal, begin.zone) if tijdstip.zwevend else tijdstip


def _duur(deel: Onderdeel, zones: Zones, begin: Tijdstip, meld: Meld) -> Duur:
    """With DTEND exact, with DURATION by the calendar (RFC 5545 3.8.5.3); a whole day without lasts a day."""
    line = deel.eerste("DTEND")
    if line is not None:
        return _tot_einde(begin, lees_tijdstip(line, zones, "eind", meld), meld)
    line = deel.eerste("DURATION")
    if line is not None:
        return _lees_duur(lees_eigenschap(line).waarde, "duur")
    return Duur(dagen=1) if begin.hele_dag else Duur()


def _tot_einde(begin: Tijdstip, eind: Tijdstip, meld: Meld) -> Duur:
    if begin.hele_dag and eind.hele_dag:
        return Duur(dagen=(eind.lokaal - begin.lokaal).days)
    if not eind.hele_dag:
        return Duur(tijd=eind.utc() - begin.utc())
    # a day as the end of a moment: its first midnight by the same clock, or its last where it is the same day
    midnight = eind.lokaal
    if midnight.date() == begin.lokaal.date():
        meld("eind is een dag zonder tijd; geteld tot het eind van die dag")
        midnight += timedelta(days=1)
    return Duur(tijd=begin.zone.naar_utc(midnight) - begin.utc())


def _lees_duur(tekst: str, wat: str) -> Duur:
    try:
        return lees_duur(tekst)
    except ValueError:
        raise onleesbaar(wat) from None
