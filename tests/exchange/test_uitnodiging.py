"""Invitation files, read back by a parser and line by line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
import pytest

from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.uitnodigen import Adres, Methode, uid_voor
from kernteam_tui.exchange.uitnodiging import Uitnodiging, maak_ics

VERZOEK = Uitnodiging(
    uid=uid_voor("0193", b"geheim" * 6),
    sequence=0,
    methode=Methode.REQUEST,
    start=datetime(2026, 11, 24, 9, tzinfo=UTC),
    minuten=60,
    dtstamp=datetime(2026, 11, 23, 8, 30, tzinfo=UTC),
    locatie="Trajectum College, kamer 1.12",
    organisator="fatma@team.invalid",
    genodigden=(
        Adres("leerplichtambtenaar", "een.heel.lang.adres.van.iemand@leerplicht.gemeente.invalid"),
        Adres("begeleider passend onderwijs", "bpo@swv.invalid", verplicht=False),
    ),
)
BLIJK = replace(VERZOEK, methode=Methode.PUBLISH, genodigden=())
AFZEGGING = replace(VERZOEK, methode=Methode.CANCEL, sequence=1)


def regels(data: bytes) -> list[str]:
    """Unfolded content lines; every physical line is checked on the way."""
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def gesprek(data: bytes) -> Any:
    """The one event, as another reader sees it."""
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return event


@pytest.mark.parametrize("uitnodiging", [VERZOEK, BLIJK, AFZEGGING])
def test_every_file_is_one_event_with_its_time_zone_before_it(uitnodiging: Uitnodiging) -> None:
    tekst = regels(maak_ics(uitnodiging))
    assert tekst.count("BEGIN:VEVENT") == tekst.count("BEGIN:VTIMEZONE") == 1
    assert tekst.index("TZID:Europe/Amsterdam") < tekst.index("BEGIN:VEVENT")
    assert f"METHOD:{uitnodiging.methode.value}" in tekst[: tekst.index("BEGIN:VTIMEZONE")]
    assert f"UID:{uitnodiging.uid}" in tekst
    assert f"SEQUENCE:{uitnodiging.sequence}" in tekst
    assert "DTSTAMP:20261123T083000Z" in tekst
    assert "DTSTART;TZID=Europe/Amsterdam:20261124T100000" in tekst
    assert "DTEND;TZID=Europe/Amsterdam:20261124T110000" in tekst
    assert "CLASS:PRIVATE" in tekst


def test_a_request_asks_everybody_by_role() -> None:
    data = maak_ics(VERZOEK)
    tekst = regels(data)
    assert sum(regel.startswith("ATTENDEE;") for regel in tekst) == 2
    assert "ORGANIZER;CN=gezinswerker:mailto:fatma@team.invalid" in tekst
    eerste, tweede = gesprek(data)["ATTENDEE"]
    assert (eerste.params["ROLE"], tweede.params["ROLE"]) == ("REQ-PARTICIPANT", "OPT-PARTICIPANT")
    assert {str(deel.params["RSVP"]) for deel in (eerste, tweede)} == {"TRUE"}
    assert {str(deel.params["PARTSTAT"]) for deel in (eerste, tweede)} == {"NEEDS-ACTION"}
    assert tweede.params["CN"] == "begeleider passend onderwijs"


def test_a_copy_for_the_worker_names_nobody() -> None:
    tekst = "\n".join(regels(maak_ics(BLIJK)))
    assert "ATTENDEE" not in tekst
    assert "STATUS:CONFIRMED" in tekst


def test_a_cancel_goes_to_the_same_people_with_a_higher_number() -> None:
    data = maak_ics(AFZEGGING)
    assert gesprek(data)["STATUS"] == "CANCELLED"
    adressen = [str(deel) for deel in gesprek(data)["ATTENDEE"]]
    assert adressen == [str(deel) for deel in gesprek(maak_ics(VERZOEK))["ATTENDEE"]]


def test_an_address_stands_only_in_its_own_line() -> None:
    tekst = regels(maak_ics(VERZOEK))
    for adres in ("fatma@team.invalid", *(genodigde.email for genodigde in VERZOEK.genodigden)):
        assert sum(adres in regel for regel in tekst) == 1


def test_only_these_properties_are_ever_written() -> None:
    namen = {regel.split(":")[0].split(";")[0] for regel in regels(maak_ics(VERZOEK))}
    event = {naam for naam in namen if not naam.startswith(("TZ", "BEGIN", "END", "RRULE"))}
    assert event == {
        "VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND",
        "SUMMARY", "LOCATION", "STATUS", "TRANSP", "CLASS", "ORGANIZER", "ATTENDEE",
    }  # fmt: skip


def test_at_home_the_file_says_nothing_of_a_place() -> None:
    thuis = gesprek(maak_ics(replace(VERZOEK, locatie=None)))
    op_school = gesprek(maak_ics(VERZOEK))
    assert (str(thuis["SUMMARY"]), "LOCATION" in thuis) == ("Gesprek", False)
    assert (str(op_school["SUMMARY"]), str(op_school["LOCATION"])) == (
        "Gesprek op school",
        "Trajectum College, kamer 1.12",
    )


def test_a_place_cannot_smuggle_a_line() -> None:
    tekst = regels(maak_ics(replace(VERZOEK, locatie="kamer 1\r\nATTENDEE:mailto:x@y.nl\x00; of 2")))
    assert sum(regel.startswith("ATTENDEE") for regel in tekst) == 2
    assert "LOCATION:kamer 1 ATTENDEE:mailto:x@y.nl\\; of 2" in tekst


@pytest.mark.parametrize(
    ("start", "lokaal", "afstand"),
    [
        (datetime(2027, 3, 27, 9, tzinfo=UTC), "2027-03-27T10:00:00+01:00", 1),
        (datetime(2027, 3, 28, 8, tzinfo=UTC), "2027-03-28T10:00:00+02:00", 2),
        (datetime(2026, 10, 24, 8, tzinfo=UTC), "2026-10-24T10:00:00+02:00", 2),
        (datetime(2026, 10, 25, 9, tzinfo=UTC), "2026-10-25T10:00:00+01:00", 1),
    ],
)
def test_around_the_change_of_the_clock_the_hour_is_right(start: datetime, lokaal: str, afstand: int) -> None:
    data = maak_ics(replace(VERZOEK, start=start))
    assert gesprek(data).start.isoformat() == lokaal
    zone = icalendar.Calendar.from_ical(data).walk("VTIMEZONE")[0]
    assert isinstance(zone, icalendar.Timezone)
    naief = datetime.fromisoformat(lokaal).replace(tzinfo=None)
    assert zone.to_tz().utcoffset(naief) == timedelta(hours=afstand)


def test_a_talk_that_crosses_the_change_keeps_its_length() -> None:
    start = datetime(2027, 3, 28, 1, 30, tzinfo=AMSTERDAM)
    tekst = regels(maak_ics(replace(VERZOEK, start=start)))
    assert "DTSTART;TZID=Europe/Amsterdam:20270328T013000" in tekst
    assert "DTEND;TZID=Europe/Amsterdam:20270328T033000" in tekst


def test_the_same_invitation_gives_the_same_bytes() -> None:
    assert maak_ics(VERZOEK) == maak_ics(VERZOEK)


def test_a_value_that_breaks_a_rule_of_the_format_cannot_be_made() -> None:
    fouten: tuple[dict[str, Any], ...] = (
        {"genodigden": ()},
        {"organisator": None},
        {"methode": Methode.PUBLISH},
        {"organisator": "a@b.nl\nX:y"},
        {"start": datetime(2026, 11, 24, 9)},  # noqa: DTZ001  # naive on purpose
        {"minuten": 0},
    )
    for anders in fouten:
        with pytest.raises(ValueError, match=r"must|need|not"):
            replace(VERZOEK, **anders)


def test_taking_one_person_out_has_no_status_for_the_talk_goes_on() -> None:
    """RFC 5546, 3.2.5: STATUS must not be there where only some are uninvited."""
    eraf = replace(AFZEGGING, genodigden=VERZOEK.genodigden[:1], gaat_door=True)
    event = gesprek(maak_ics(eraf))
    assert "STATUS" not in event
    assert (int(event["SEQUENCE"]), str(event["UID"])) == (1, VERZOEK.uid)
    assert "METHOD:CANCEL" in regels(maak_ics(eraf))


def test_only_a_cancellation_for_somebody_leaves_the_talk_as_it_is() -> None:
    for wrong in (VERZOEK, BLIJK, replace(AFZEGGING, genodigden=())):
        with pytest.raises(ValueError, match="CANCEL"):
            replace(wrong, gaat_door=True)


@pytest.mark.parametrize("utc", [(0, 30), (1, 30)], ids=["de eerste keer half drie", "de tweede keer"])
def test_in_the_hour_that_comes_again_no_moment_is_lost(utc: tuple[int, int]) -> None:
    start = datetime(2026, 10, 25, *utc, tzinfo=UTC)
    event = gesprek(maak_ics(replace(VERZOEK, start=start)))
    begin, end = (moment.astimezone(UTC) for moment in (event.start, event.end))
    assert (begin, end - begin) == (start, timedelta(minutes=VERZOEK.minuten))
