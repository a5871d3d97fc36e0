"""Rules of reading that a single file shows badly: revisions, states, order, bounds, age."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from tests.exchange.agenda.bouw import (
    BESTANDSDAG,
    GOED,
    NEGEN,
    afspraak,
    antwoord,
    blokken,
    kalender,
    lees,
    problemen,
)

REEKS = "UID:r|DTSTART:20261123T090000|DTEND:20261123T100000|RRULE:FREQ=DAILY;COUNT=5"


def dagen(*delen: str) -> list[str]:
    """`24 09:00` for each busy time."""
    return [f"{van[8:10]} {van[11:16]}" for van, _, _ in blokken(lees(kalender(*delen)))]


def test_the_order_of_the_file_does_not_matter() -> None:
    delen = [
        afspraak(REEKS),
        afspraak(
            "UID:r|RECURRENCE-ID:20261124T090000|SEQUENCE:1|DTSTART:20261124T110000|DTEND:20261124T120000"
        ),
        afspraak(
            "UID:r|RECURRENCE-ID;RANGE=THISANDFUTURE:20261126T090000|DTSTART:20261126T080000|DURATION:PT2H"
        ),
        afspraak(GOED),
    ]
    antwoorden = {repr(blokken(lees(kalender(*volgorde)))) for volgorde in permutations(delen)}
    assert len(antwoorden) == 1
    assert dagen(*delen) == ["23 09:00", "24 09:00", "24 11:00", "25 09:00", "26 08:00", "27 08:00"]


def test_the_higher_sequence_of_one_instance_counts() -> None:
    oud = "UID:r|RECURRENCE-ID:20261124T090000|SEQUENCE:4|DTSTART:20261124T110000|DTEND:20261124T120000"
    nieuw = oud.replace("SEQUENCE:4", "SEQUENCE:10").replace("T11", "T15").replace("T12", "T16")
    for volgorde in ((oud, nieuw), (nieuw, oud)):
        gezien = dagen(afspraak(REEKS), *map(afspraak, volgorde))
        assert gezien == ["23 09:00", "24 15:00", "25 09:00", "26 09:00", "27 09:00"]


def test_of_one_sequence_the_newest_stamp_counts() -> None:
    oud = "UID:a|SEQUENCE:1|DTSTAMP:20261101T080000Z|DTSTART:20261124T110000|DTEND:20261124T120000"
    nieuw = "UID:a|SEQUENCE:1|DTSTAMP:20261102T080000Z|DTSTART:20261125T110000|DTEND:20261125T120000"
    assert dagen(afspraak(nieuw), afspraak(oud)) == ["25 11:00"]


def test_two_appointments_of_one_revision_with_one_uid_both_stand() -> None:
    """A program that gives everything the same UID: no busy time is lost; the same twice is one."""
    andere = GOED.replace("24T", "25T")
    assert dagen(afspraak(GOED), afspraak(andere), afspraak(GOED)) == ["24 09:00", "25 09:00"]


def test_a_cancel_in_the_same_file_takes_the_appointment_back() -> None:
    """RFC 5546 3.2.5: the same UID with a higher SEQUENCE; a REPLY takes nothing back."""
    later = GOED + "|SEQUENCE:1"
    eerst = kalender(afspraak(GOED))
    weg = eerst + kalender("METHOD:CANCEL|", afspraak(later))
    antwoord_ = eerst + kalender("METHOD:REPLY|", afspraak(later))
    assert blokken(lees(weg)) == []
    assert blokken(lees(antwoord_)) == [NEGEN]


def test_a_cancel_of_one_instance() -> None:
    een = "UID:r|RECURRENCE-ID:20261124T090000|SEQUENCE:1|STATUS:CANCELLED"
    assert dagen(afspraak(REEKS), afspraak(een)) == ["23 09:00", "25 09:00", "26 09:00", "27 09:00"]


@pytest.mark.parametrize(("nummer", "blijft"), [(0, False), (1, False), (2, True)])
def test_an_exception_of_an_instance_that_was_also_taken_out(nummer: int, blijft: bool) -> None:
    """EXDATE takes the instance out of the set, unless the exception is newer than the series."""
    weg = REEKS + "|SEQUENCE:1|EXDATE:20261124T090000"
    toch = f"UID:r|SEQUENCE:{nummer}|RECURRENCE-ID:20261124T090000|DTSTART:20261124T110000|DURATION:PT1H"
    assert ("24 11:00" in dagen(afspraak(weg), afspraak(toch))) is blijft


@pytest.mark.parametrize(("nummer", "blijft"), [(0, False), (1, True), (2, True)])
def test_an_exception_after_the_end_of_a_series_that_was_cut_short(nummer: int, blijft: bool) -> None:
    """'This and all that follow' was taken away: older exceptions go with it."""
    kort = REEKS.replace("COUNT=5", "UNTIL=20261124") + "|SEQUENCE:1"
    los = f"UID:r|SEQUENCE:{nummer}|RECURRENCE-ID:20261126T090000|DTSTART:20261126T110000|DURATION:PT1H"
    assert ("26 11:00" in dagen(afspraak(kort), afspraak(los))) is blijft


@pytest.mark.parametrize(("nummer", "blijft"), [(0, False), (1, True), (2, True)])
def test_an_exception_of_a_series_that_was_cancelled(nummer: int, blijft: bool) -> None:
    weg = REEKS + "|SEQUENCE:1|STATUS:CANCELLED"
    los = f"UID:r|SEQUENCE:{nummer}|RECURRENCE-ID:20261126T090000|DTSTART:20261126T110000|DURATION:PT1H"
    assert dagen(afspraak(weg), afspraak(los)) == (["26 11:00"] if blijft else [])


def test_an_older_exception_of_an_instance_that_is_still_there_stands() -> None:
    los = "UID:r|SEQUENCE:0|RECURRENCE-ID:20261126T080000Z|DTSTART:20261126T110000|DURATION:PT1H"
    assert "26 11:00" in dagen(afspraak(REEKS + "|SEQUENCE:7"), afspraak(los))


def test_a_zone_whose_changes_have_run_out_goes_on_as_it_is_known() -> None:
    """A list of clock changes up to March 2026 (many websites write so): in November it is winter again."""
    zone = (
        "BEGIN:VTIMEZONE|TZID:{0}|BEGIN:STANDARD|DTSTART:20241027T030000|TZOFFSETFROM:+0200|TZOFFSETTO:+0100"
        "|RDATE:20251026T030000|END:STANDARD|BEGIN:DAYLIGHT|DTSTART:20250330T020000|TZOFFSETFROM:+0100"
        "|TZOFFSETTO:+0200|RDATE:20260329T020000|END:DAYLIGHT|END:VTIMEZONE|"
    )
    for naam, uur in (("Europe/Amsterdam", "09"), ("Eigen", "08")):  # of the other nothing more is known
        regels = f"UID:z|DTSTART;TZID={naam}:20261124T090000|DURATION:PT1H"
        assert dagen(zone.format(naam), afspraak(regels)) == [f"24 {uur}:00"]


def test_an_empty_line_before_a_fold_is_passed_over() -> None:
    data = kalender(afspraak(GOED)).replace(b"DTSTART:", b"DTSTART\r\n\r\n :")
    assert blokken(lees(data)) == [NEGEN]


def test_hours_in_the_rule_of_whole_days_mean_nothing() -> None:
    assert dagen(afspraak("UID:d|DTSTART;VALUE=DATE:20261123|RRULE:FREQ=DAILY;COUNT=2;BYHOUR=9")) == [
        "23 00:00",
        "24 00:00",
    ]


def test_a_series_that_is_written_backwards_over_the_edge_of_the_window() -> None:
    agenda = lees(kalender(afspraak("UID:o|DTSTART:20261203T090000|DURATION:-P7D|RRULE:FREQ=WEEKLY;COUNT=2")))
    assert [van for van, _, _ in blokken(agenda)] == ["2026-11-26T09:00:00+01:00"]


def test_a_zone_with_backslashes_before_its_commas() -> None:
    """Outlook escapes the name in the description and not in the parameter."""
    zone = (
        "BEGIN:VTIMEZONE|TZID:(UTC+09:00) Mijn\\, stad|BEGIN:STANDARD|DTSTART:16010101T000000"
        "|TZOFFSETFROM:+0300|TZOFFSETTO:+0300|END:STANDARD|END:VTIMEZONE|"
    )
    regels = 'UID:z|DTSTART;TZID="(UTC+09:00) Mijn, stad":20261124T090000|DURATION:PT1H'
    assert dagen(zone, afspraak(regels)) == ["24 07:00"]


def test_midnight_as_recurrence_id_means_that_day() -> None:
    """Old Outlook wrote it so."""
    toch = "UID:r|RECURRENCE-ID:20261124T000000|DTSTART:20261124T110000|DTEND:20261124T120000"
    assert dagen(afspraak(REEKS), afspraak(toch)) == [
        "23 09:00",
        "24 11:00",
        "25 09:00",
        "26 09:00",
        "27 09:00",
    ]


def test_this_and_future_may_move_to_another_day_zone_and_kind() -> None:
    dag = "UID:r|RECURRENCE-ID;RANGE=THISANDFUTURE:20261126T090000|DTSTART;VALUE=DATE:20261127"
    gezien = blokken(lees(kalender(afspraak(REEKS), afspraak(dag)), tot=date(2026, 12, 5)))
    assert gezien[3:] == [
        ["2026-11-27T00:00:00+01:00", "2026-11-28T00:00:00+01:00", "bezet"],
        ["2026-11-28T00:00:00+01:00", "2026-11-29T00:00:00+01:00", "bezet"],
    ]
    zone = (
        "UID:r|RECURRENCE-ID;RANGE=THISANDFUTURE:20261126T090000"
        "|DTSTART;TZID=Europe/London:20261126T100000|DTEND;TZID=Europe/London:20261126T103000"
    )
    assert dagen(afspraak(REEKS), afspraak(zone))[3:] == ["26 11:00", "27 11:00"]


def test_the_last_this_and_future_before_an_instance_counts() -> None:
    een = "UID:r|RECURRENCE-ID;RANGE=THISANDFUTURE:20261124T090000|DTSTART:20261124T100000|DURATION:PT1H"
    twee = "UID:r|RECURRENCE-ID;RANGE=THISANDFUTURE:20261126T090000|DTSTART:20261126T130000|DURATION:PT1H"
    assert dagen(afspraak(REEKS), afspraak(twee), afspraak(een)) == [
        "23 09:00",
        "24 10:00",
        "25 10:00",
        "26 13:00",
        "27 13:00",
    ]


def test_an_extra_date_that_is_also_in_the_rule_is_one_instance() -> None:
    assert len(dagen(afspraak(REEKS + "|RDATE:20261124T090000,20261124T080000Z"))) == 5


def test_exrule_of_old_programs_takes_away() -> None:
    assert dagen(afspraak(REEKS + "|EXRULE:FREQ=DAILY;INTERVAL=2")) == ["24 09:00", "26 09:00"]


def test_a_night_series_with_an_end_keeps_its_hours_over_the_clock_change() -> None:
    """RFC 5545 3.8.5.3: with DTEND the exact length counts, with DURATION in hours as well."""
    nacht = "UID:n|DTSTART;TZID=Europe/Amsterdam:20261023T220000|{}|RRULE:FREQ=DAILY;COUNT=3"
    for eind in ("DTEND;TZID=Europe/Amsterdam:20261024T070000", "DURATION:PT9H"):
        gezien = blokken(lees(kalender(afspraak(nacht.format(eind))), date(2026, 10, 23), date(2026, 10, 27)))
        assert [tot for _, tot, _ in gezien] == [
            "2026-10-24T07:00:00+02:00",
            "2026-10-25T06:00:00+01:00",
            "2026-10-26T07:00:00+01:00",
        ]


def test_until_in_utc_looks_at_the_moment_not_at_the_clock() -> None:
    """02:30 comes twice on 25 October; the instance is the first, before 02:15 of the second hour."""
    nacht = "UID:n|DTSTART;TZID=Europe/Amsterdam:20261024T023000|DURATION:PT10M|RRULE:FREQ=DAILY;UNTIL={}"
    for until, aantal in (("20261025T011500Z", 2), ("20261025T002959Z", 1)):
        agenda = lees(kalender(afspraak(nacht.format(until))), date(2026, 10, 23), date(2026, 10, 28))
        assert len(agenda.blokken) == aantal


@pytest.mark.parametrize(
    ("einde", "aantal"),
    [
        ("20261125", 3),
        ("20261125T000000", 3),
        ("20261124T230000Z", 3),
        ("20261124T225959Z", 2),
        ("20261124T235959Z", 2),
        ("20261125T000000Z", 3),
    ],
)
def test_the_end_of_a_series_of_whole_days(einde: str, aantal: int) -> None:
    regels = f"UID:d|DTSTART;VALUE=DATE:20261123|RRULE:FREQ=DAILY;UNTIL={einde}"
    assert len(lees(kalender(afspraak(regels))).blokken) == aantal


@pytest.mark.parametrize(
    "weg",
    [
        "EXDATE;VALUE=DATE:20261124",
        "EXDATE:20261124",
        "EXDATE:20261123T230000Z",
        "EXDATE;TZID=Europe/Amsterdam:20261124T000000",
        "EXDATE:20261124T000000",
    ],
)
def test_a_day_taken_out_of_a_series_of_whole_days(weg: str) -> None:
    regels = f"UID:d|DTSTART;VALUE=DATE:20261123|RRULE:FREQ=DAILY;COUNT=3|{weg}"
    assert dagen(afspraak(regels)) == ["23 00:00", "25 00:00"]


@pytest.mark.parametrize(
    "weg",
    [
        "EXDATE:20261124T090000",
        "EXDATE:20261124T080000Z",
        "EXDATE;TZID=Europe/London:20261124T080000",
        'EXDATE;TZID="tzone://Microsoft/Utc":20261124T080000',
        "EXDATE;VALUE=DATE:20261124",
    ],
)
def test_an_instance_taken_out(weg: str) -> None:
    assert dagen(afspraak(REEKS + "|" + weg)) == ["23 09:00", "25 09:00", "26 09:00", "27 09:00"]


def test_one_line_for_each_cause_of_one_appointment() -> None:
    regels = (
        "UID:x|DTSTART;TZID=Hier:20261124T090000|DTEND;TZID=Hier:20261124T080000"
        "|RRULE:FREQ=DAILY;COUNT=3|EXDATE;TZID=Hier:20261125T090000|RDATE;TZID=Hier:20261126T090000,kapot"
    )
    assert problemen(lees(kalender(afspraak(regels)))) == [
        ["x", "tijdzone onbekend: Hier"],
        ["x", "eind ligt voor begin; omgedraaid"],
        ["x", "extra dag is niet te lezen"],
    ]


def test_a_uid_without_end_is_shown_in_part_and_told_apart_in_whole() -> None:
    lang = "u" * 5000
    gezien = lees(
        kalender(*(afspraak(f"UID:{lang}{n}|DTSTART;TZID=Hier:20261124T090000|DURATION:PT1H") for n in "12"))
    )
    assert [uid for uid, _ in problemen(gezien)] == ["u" * 1000] * 2
    assert len({blok.uid_hash for blok in gezien.blokken}) == 2


def test_two_without_uid_have_a_line_each() -> None:
    zonder = afspraak("SUMMARY:x")
    assert problemen(lees(kalender(zonder, zonder))) == [["", "heeft geen begin"]] * 2


def test_what_lies_outside_the_window_is_read_and_named_too() -> None:
    """What could not be read is said of the file, not of the window."""
    assert problemen(lees(kalender(afspraak("UID:v|DTSTART;TZID=Hier:20200101T090000|DURATION:PT1H")))) == [
        ["v", "tijdzone onbekend: Hier"]
    ]


@pytest.mark.parametrize(
    ("stempels", "peildatum"),
    [
        ("DTSTAMP:20261108T233000Z|LAST-MODIFIED:20261105T080000Z", "2026-11-09"),
        ("DTSTAMP:20261105T080000Z|LAST-MODIFIED:20261110T080000Z", "2026-11-10"),
        ("DTSTAMP:20261110T080000", "2026-11-10"),
        ("DTSTAMP;VALUE=DATE:20261112", "2026-11-12"),
        ("DTSTAMP:kapot", "2020-01-01"),
        ("X-STAMP:20261112T080000Z", "2020-01-01"),
    ],
)
def test_the_age_is_that_of_the_newest_stamp_in_amsterdam(stempels: str, peildatum: str) -> None:
    gezien = lees(kalender(afspraak(f"{GOED}|{stempels}"), afspraak("UID:oud|DTSTAMP:20200101T000000Z")))
    assert gezien.peildatum.isoformat() == peildatum


def test_without_a_stamp_the_file_tells_the_age() -> None:
    assert lees(kalender(afspraak(GOED))).peildatum == BESTANDSDAG


def test_a_broken_appointment_tells_the_age_too() -> None:
    assert lees(kalender(afspraak("DTSTAMP:20261108T120000Z"))).peildatum == date(2026, 11, 8)


@pytest.mark.parametrize(
    ("duur", "uren"),
    [
        ("-P1D", 24),
        ("P1W", 168),
        ("+P1D", 24),
        ("PT36H", 36),
        ("P1DT12H", 36),
        ("PT2160M", 36),
        ("PT0H90M", 1.5),
    ],
)
def test_lengths(duur: str, uren: float) -> None:
    agenda = lees(kalender(afspraak(f"UID:l|DTSTART:20261123T120000|DURATION:{duur}")), tot=date(2027, 1, 1))
    (blok,) = agenda.blokken
    assert (blok.tot - blok.van).total_seconds() == uren * 3600
    assert len(agenda.problemen) == duur.startswith("-")


@pytest.mark.parametrize("duur", ["P", "PT", "P1Y", "P1M", "1H", "PT1H30", "P-1D", "P9999999999W", ""])
def test_lengths_that_are_none(duur: str) -> None:
    regels = afspraak(f"UID:l|DTSTART:20261123T120000|DURATION:{duur}")
    assert problemen(lees(kalender(regels, afspraak(GOED)))) == [["l", "duur is niet te lezen"]]


@pytest.mark.parametrize(
    "begin",
    [
        "20261131T090000",
        "20261124T250000",
        "20261124T0900",
        "2026-11-24T09:00:00",
        "20261124T090000+0100",
        "00000101T000000Z",
        "00010101T000000Z",
        "",
        "２０２６1124T090000",
        "20261124T090000,20261125T090000",
    ],
)
def test_starts_that_are_none(begin: str) -> None:
    regels = afspraak(f"UID:b|DTSTART:{begin}|DTEND:20261124T100000")
    gezien = antwoord(lees(kalender(regels, afspraak(GOED))))
    assert gezien["blokken"] == [NEGEN]
    assert gezien["problemen"] == [["b", "begin is niet te lezen"]]
