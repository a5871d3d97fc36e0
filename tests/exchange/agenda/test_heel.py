"""Whether a file is whole: cut off, empty, no calendar, too large; and what is no fault."""

from __future__ import annotations

import pytest

from kernteam_tui.exchange.agenda.grenzen import AgendaNietHeel, AgendaTeGroot
from tests.exchange.agenda.bouw import GOED, NEGEN, afspraak, antwoord, blokken, kalender, lees

REEKS = "UID:r|DTSTART:20261123T090000|DTEND:20261123T100000|RRULE:FREQ=DAILY;COUNT=5"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\0\0",
        b"BEGIN:VCALENDAR",
        b"BEGIN:VCALENDAR\r\nEND:VCALENDA",
        b"END:VCALENDAR\r\nBEGIN:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT\r\n",
        b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCARD\r\nFN:x\r\nEND:VCARD\r\n",
        b'{"BEGIN":"VCALENDAR"}',
        b"PK\x03\x04" + bytes(range(256)),
    ],
)
def test_what_is_no_whole_calendar_is_refused(data: bytes) -> None:
    with pytest.raises(AgendaNietHeel):
        lees(data)


def test_every_cut_is_seen() -> None:
    """Wherever a file ends before its end, it is refused, or nothing that counts is missing."""
    heel = kalender(afspraak(GOED), afspraak(REEKS))
    verwacht = antwoord(lees(heel))
    for plek in range(len(heel)):
        try:
            gezien = antwoord(lees(heel[:plek]))
        except AgendaNietHeel:
            continue
        assert gezien == verwacht
        assert heel[plek:].strip() == b""


def test_begin_and_end_in_any_spelling() -> None:
    tekst = kalender(afspraak(GOED)).decode().lower().replace("\r\n", "  \r\n").encode()
    assert blokken(lees(tekst)) == [NEGEN]


def test_text_before_and_after_the_calendar_is_passed_over() -> None:
    assert blokken(lees(b"Content-Type: text/calendar\n\n" + kalender(afspraak(GOED)) + b"\n-- \ngroet")) == [
        NEGEN
    ]


def test_an_appointment_within_something_else_is_none() -> None:
    assert blokken(lees(kalender("BEGIN:X-DOOS|", afspraak(GOED), "END:X-DOOS|"))) == []


def test_too_large_a_file_is_refused_by_name() -> None:
    with pytest.raises(AgendaTeGroot) as gezien:
        lees(b"X" * 32_000_001)
    assert gezien.value.code == "agenda_te_groot"
    assert "32 MB" in gezien.value.tekst
