"""Invitation files (RFC 5545 and 5546): from a value to the bytes of one .ics file. Nothing is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from icalendar import Calendar, Component, Event, vCalAddress, vText

from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.schoontekst import een_regel
from kernteam_tui.domain.uitnodigen import Adres, Methode, eind, is_adres

PRODID = "-//kernteam_tui//uitnodiging//NL"
OP_SCHOOL = "Gesprek op school"
ELDERS = "Gesprek"

# The rule of the European Union: summer time by the directive of 1980, its end in October since 1996.
_VTIMEZONE = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n")


@dataclass(frozen=True, kw_only=True)
class Uitnodiging:
    """One file. `start` and `dtstamp` are aware; `minuten` is more than 0.

    `locatie` only for a talk at a school or office: without it the summary says nothing of a place.
    `organisator` is the worker's address and belongs in every file (RFC 5546, 3.2); None when she has none,
    and then there are no `genodigden`.
    """

    uid: str
    sequence: int
    methode: Methode
    start: datetime
    minuten: int
    dtstamp: datetime
    locatie: str | None = None
    organisator: str | None = None
    genodigden: tuple[Adres, ...] = ()
    gaat_door: bool = False
    """Of a CANCEL: only these people are taken out. Such a file has no STATUS (RFC 5546, 3.2.5)."""

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.dtstamp.tzinfo is None:
            raise ValueError("start and dtstamp must be aware")
        if self.minuten <= 0 or self.sequence < 0:
            raise ValueError("minuten must be more than 0 and sequence at least 0")
        if self.gaat_door and (self.methode is not Methode.CANCEL or not self.genodigden):
            raise ValueError("only a CANCEL for somebody leaves the talk as it is")
        if self.methode is Methode.REQUEST and not (self.organisator and self.genodigden):
            raise ValueError("a REQUEST needs an organizer and attendees")
        if self.genodigden and (self.methode is Methode.PUBLISH or not self.organisator):
            raise ValueError("attendees need an organizer and no PUBLISH")
        adressen = (*(genodigde.email for genodigde in self.genodigden), self.organisator)
        if not all(is_adres(adres) for adres in adressen if adres is not None):
            raise ValueError("an address is not a plain e-mail address")


def maak_ics(uitnodiging: Uitnodiging) -> bytes:
    """One VCALENDAR with VTIMEZONE and one VEVENT; lines end in CRLF and have at most 75 octets."""
    agenda = Calendar()
    agenda.add("prodid", PRODID)
    agenda.add("version", "2.0")
    agenda.add("calscale", "GREGORIAN")
    agenda.add("method", uitnodiging.methode.value)
    agenda.add_component(Component.from_ical(_VTIMEZONE))
    agenda.add_component(_gesprek(uitnodiging))
    ics: bytes = agenda.to_ical()
    return ics


def _gesprek(uitnodiging: Uitnodiging) -> Event:
    locatie = een_regel(uitnodiging.locatie or "")
    afgezegd = uitnodiging.methode is Methode.CANCEL
    gesprek = Event()
    gesprek.add("uid", uitnodiging.uid)
    gesprek.add("sequence", uitnodiging.sequence)
    gesprek.add("dtstamp", uitnodiging.dtstamp.astimezone(UTC))
    gesprek.add("dtstart", _moment(uitnodiging.start))
    gesprek.add("dtend", _moment(eind(uitnodiging.start, uitnodiging.minuten)))
    gesprek.add("summary", OP_SCHOOL if locatie else ELDERS)
    if locatie:
        gesprek.add("location", locatie)
    if not uitnodiging.gaat_door:
        gesprek.add("status", "CANCELLED" if afgezegd else "CONFIRMED")
    gesprek.add("transp", "TRANSPARENT" if afgezegd else "OPAQUE")
    gesprek.add("class", "PRIVATE")
    if uitnodiging.organisator:
        organisator = vCalAddress(f"mailto:{uitnodiging.organisator}")
        organisator.params["CN"] = vText("gezinswerker")
        gesprek.add("organizer", organisator)
    for genodigde in uitnodiging.genodigden:
        gesprek.add("attendee", _genodigde(genodigde, uitnodiging.methode))
    return gesprek


def _moment(moment: datetime) -> datetime:
    """By the clock in Amsterdam; in UTC in the hour that comes again, which that clock cannot tell apart."""
    lokaal = moment.astimezone(AMSTERDAM)
    return moment.astimezone(UTC) if lokaal.fold else lokaal


def _genodigde(genodigde: Adres, methode: Methode) -> vCalAddress:
    adres = vCalAddress(f"mailto:{genodigde.email}")
    adres.params["CN"] = vText(genodigde.rol)
    adres.params["CUTYPE"] = vText("INDIVIDUAL")
    adres.params["ROLE"] = vText("REQ-PARTICIPANT" if genodigde.verplicht else "OPT-PARTICIPANT")
    if methode is Methode.REQUEST:
        adres.params["PARTSTAT"] = vText("NEEDS-ACTION")
        adres.params["RSVP"] = vText("TRUE")
    return adres
