"""One invitation file as a second parser reads it, and the rules of the format that show in its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import vobject

LANGSTE_REGEL = 75
_MAILTO = "mailto:"


@dataclass(frozen=True)
class Bericht:
    """What a calendar program finds in a file; all moments are UTC, addresses without `mailto:`."""

    methode: str
    uid: str
    volgnummer: int
    dtstamp: datetime
    begin: datetime
    einde: datetime
    staat: str | None
    samenvatting: str
    plek: str | None
    klasse: str
    organisator: str | None
    genodigden: tuple[str, ...]
    parameters: tuple[dict[str, str], ...]
    """Of each ATTENDEE: CN, ROLE and the like."""


def lees(data: bytes) -> Bericht:
    """Read with vobject, which reckons by the VTIMEZONE in the file itself. Raises vobject's own errors."""
    calendar = vobject.readOne(data.decode("utf-8"))
    calendar.validate(raiseException=True)
    event = calendar.vevent
    attendees = event.contents.get("attendee", [])
    return Bericht(
        methode=calendar.method.value,
        uid=event.uid.value,
        volgnummer=int(event.sequence.value),
        dtstamp=event.dtstamp.value.astimezone(UTC),
        begin=event.dtstart.value.astimezone(UTC),
        einde=event.dtend.value.astimezone(UTC),
        staat=_waarde(event, "status"),
        samenvatting=event.summary.value,
        plek=_waarde(event, "location"),
        klasse=event.contents["class"][0].value,
        organisator=(_waarde(event, "organizer") or "").removeprefix(_MAILTO) or None,
        genodigden=tuple(a.value.removeprefix(_MAILTO) for a in attendees),
        parameters=tuple({name: values[0] for name, values in a.params.items()} for a in attendees),
    )


def lees_bestand(pad: Path) -> Bericht:
    """The same of a file on the disk."""
    return lees(pad.read_bytes())


def vormfouten(data: bytes) -> list[str]:
    """What breaks RFC 5545 in the bytes: line ends, length, order and number of components, TZID."""
    found: list[str] = []
    if not data.endswith(b"\r\n") or not data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r"):
        found.append("lines do not all end in CRLF")
    if max(map(len, data.split(b"\r\n"))) > LANGSTE_REGEL:
        found.append("a line of more than 75 octets")
    lines = regels(data)
    for component in ("VCALENDAR", "VTIMEZONE", "VEVENT"):
        if lines.count(f"BEGIN:{component}") != 1 or lines.count(f"END:{component}") != 1:
            found.append(f"not one {component}")
    if found:
        return found
    if not lines.index("END:VTIMEZONE") < lines.index("BEGIN:VEVENT"):
        found.append("VTIMEZONE after VEVENT")
    if sum(line.startswith("METHOD:") for line in lines[: lines.index("BEGIN:VTIMEZONE")]) != 1:
        found.append("METHOD does not belong to the calendar")
    zones = {line.removeprefix("TZID:") for line in lines if line.startswith("TZID:")}
    used = {line.split(":")[0].split("TZID=")[1] for line in lines if line.startswith(("DTSTART;", "DTEND;"))}
    if zones != used or len(zones) != 1:
        found.append("TZID of the event is not that of VTIMEZONE")
    return found


def regels(data: bytes) -> list[str]:
    """Content lines with the folding taken out."""
    return data.decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]


def _waarde(event: Any, naam: str) -> str | None:
    found = event.contents.get(naam)
    return str(found[0].value) if found else None
