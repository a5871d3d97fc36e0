"""Who is there when, and calendars that a partner exported."""

from __future__ import annotations

from tools.plaatjes.stap import OPENEN, Route, Stap

AGENDA = "agenda-jeugdarts.ics"
AGENDA_INHOUD = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//voorbeeld//NL
BEGIN:VEVENT
UID:spreekuur@voorbeeld.invalid
DTSTAMP:20261123T060000Z
DTSTART;TZID=Europe/Amsterdam:20261125T110000
DTEND;TZID=Europe/Amsterdam:20261125T123000
RRULE:FREQ=WEEKLY
SUMMARY:Spreekuur
END:VEVENT
BEGIN:VEVENT
UID:scholing@voorbeeld.invalid
DTSTAMP:20261123T060000Z
DTSTART;TZID=Lokale tijd:20261202T083000
DTEND;TZID=Lokale tijd:20261202T103000
SUMMARY:Scholing
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")

ROUTES: dict[str, Route] = {
    "rooster": Route(
        (
            OPENEN,
            Stap(
                "f5,until:Afspraken,r,until:Vast patroon,wait:300,down,down,down,right,right,right,right",
                "rooster",
            ),
            Stap("v,until:Week,wait:300,right,until:scholing", "rooster-week"),
            Stap("l,until:valt in,wait:300", "afwezigen"),
            Stap("escape,wait:300,a,until:Wanneer,wait:300", "afwezigheid"),
            Stap("escape,wait:300,escape,until:Afspraken,d,until:regio midden,wait:300", "schooldagen"),
            Stap("escape,until:Afspraken,u,until:Uren maken,wait:300", "schooltijden"),
        )
    ),
    "agendas": Route(
        (
            OPENEN,
            Stap("f5,until:Afspraken,g,until:dagen oud,wait:400,down,down,down", "agendas"),
            Stap(f'enter,until:Alleen tijden,wait:300,"~/{AGENDA}",wait:300', "agenda-inlezen"),
            Stap(
                "enter,until:Er is al een agenda,wait:300,enter,until:gelezen tot,wait:300", "agenda-gelezen"
            ),
        ),
        bestanden=((AGENDA, AGENDA_INHOUD),),
    ),
}
