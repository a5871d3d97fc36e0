"""`kernteam agenda lezen`, called as a user would: no store, one object, plain lines, named refusals."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.cli.main import main
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.formaten import BezetUit, namen

WEEK = ("--van", "2026-11-23", "--tot", "2026-11-28", "--vandaag", "2026-11-21")
AGENDA = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:vrijdag@voorbeeld
DTSTAMP:20261109T101500Z
DTSTART;TZID=Lokale tijd:20261127T090000
DTEND;TZID=Lokale tijd:20261127T100000
SUMMARY:Gesprek met Sami Kaya
LOCATION:Kamer 1.12
X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE
END:VEVENT
BEGIN:VEVENT
UID:dinsdag@voorbeeld
DTSTART:20261124T080000Z
DTEND:20261124T090000Z
SUMMARY:Overleg over Sami Kaya
DESCRIPTION:thuiszitten
ATTENDEE;PARTSTAT=DECLINED:mailto:vera@buurtteam.voorbeeld
END:VEVENT
BEGIN:VEVENT
UID:nacht@voorbeeld
DTSTART;VALUE=DATE:20261125
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    bestand = tmp_path / "agenda.ics"
    bestand.write_text(AGENDA, encoding="utf-8")
    return bestand


def roep(capsys: pytest.CaptureFixture[str], *argv: object) -> tuple[int, str, str]:
    status = main([str(deel) for deel in argv])
    gezien = capsys.readouterr()
    return status, gezien.out, gezien.err


def test_the_answer_is_one_object_as_the_contract_has_it(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, uit, err = roep(capsys, "agenda", "lezen", agenda, *WEEK, "--json")
    assert (status, err, uit.count("\n")) == (0, "", 1)
    assert json.loads(uit) == {
        "schema": "bezet/1",
        "blokken": [
            {"van": "2026-11-24T09:00:00+01:00", "tot": "2026-11-24T10:00:00+01:00", "staat": "bezet"},
            {"van": "2026-11-25T00:00:00+01:00", "tot": "2026-11-26T00:00:00+01:00", "staat": "bezet"},
            {"van": "2026-11-27T09:00:00+01:00", "tot": "2026-11-27T10:00:00+01:00", "staat": "voorbehoud"},
        ],
        "problemen": [{"uid": "vrijdag@voorbeeld", "tekst": "tijdzone onbekend: Lokale tijd"}],
        "peildatum": "2026-11-09",
        "dagen_oud": 12,
    }
    assert next(iter(json.loads(uit))) == "schema"


def test_the_model_of_the_format_says_the_same(agenda: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gegevens = json.loads(roep(capsys, "agenda", "lezen", agenda, *WEEK, "--json")[1])
    assert BezetUit.model_validate(gegevens).gegevens() == gegevens
    assert "bezet/1" in namen()


def test_a_reader_gets_one_fact_a_line_and_the_age(agenda: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert roep(capsys, "agenda", "lezen", agenda, *WEEK)[1].splitlines() == [
        "dinsdag 24 november 2026 09:00 tot 10:00: bezet",
        "woensdag 25 november 2026 00:00 tot donderdag 26 november 2026 00:00: bezet",
        "vrijdag 27 november 2026 09:00 tot 10:00: onder voorbehoud",
        "Let op, een afspraak (vrijdag@voorbeeld): tijdzone onbekend: Lokale tijd",
        "Peildatum: 9 november 2026",
        "agenda is 12 dagen oud",
    ]


@pytest.mark.parametrize(("vandaag", "gezegd"), [("2026-11-15", False), ("2026-11-16", True)])
def test_the_age_is_said_from_seven_days_on(
    agenda: Path, vandaag: str, gezegd: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    uit = roep(capsys, "agenda", "lezen", agenda, *WEEK[:4], "--vandaag", vandaag)[1]
    assert ("agenda is 7 dagen oud" in uit) is gezegd
    assert ("dagen oud" in uit) is gezegd


def test_an_empty_week_is_said(agenda: Path, capsys: pytest.CaptureFixture[str]) -> None:
    leeg = ("--van", "2026-12-01", "--tot", "2026-12-02")
    assert "Geen bezette tijd in deze periode." in roep(capsys, "agenda", "lezen", agenda, *leeg)[1]


def test_whose_agenda_it_is_counts(agenda: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uit = roep(capsys, "agenda", "lezen", agenda, *WEEK, "--ik", "VERA@buurtteam.voorbeeld", "--json")[1]
    assert [blok["van"][:10] for blok in json.loads(uit)["blokken"]] == ["2026-11-25", "2026-11-27"]


def test_nothing_of_what_it_was_about_comes_out(agenda: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for vorm in ((), ("--json",)):
        _, uit, err = roep(capsys, "agenda", "lezen", agenda, *WEEK, *vorm)
        for woord in ("Sami", "Kamer", "thuiszitten", "buurtteam.voorbeeld"):
            assert woord not in uit + err


def test_without_a_stamp_the_date_of_the_file_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bestand = tmp_path / "agenda.ics"
    bestand.write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", encoding="utf-8")
    moment = datetime(2026, 11, 10, 0, 30, tzinfo=AMSTERDAM).timestamp()
    os.utime(bestand, (moment, moment))
    gegevens = json.loads(roep(capsys, "agenda", "lezen", bestand, *WEEK, "--json")[1])
    assert (gegevens["peildatum"], gegevens["dagen_oud"]) == ("2026-11-10", 11)


@pytest.mark.parametrize("inhoud", [b"", b"geen agenda", AGENDA.encode()[:-20], b"\xff\xfe\x00"])
def test_a_file_that_is_not_whole_is_refused(
    inhoud: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bestand = tmp_path / "agenda.ics"
    bestand.write_bytes(inhoud)
    status, uit, err = roep(capsys, "agenda", "lezen", bestand, *WEEK, "--json")
    assert (status, err) == (1, "")
    fout: dict[str, Any] = json.loads(uit)
    assert (fout["schema"], fout["code"]) == ("fout/1", "agenda_niet_heel")
    status, uit, err = roep(capsys, "agenda", "lezen", bestand, *WEEK)
    assert (status, uit, err.strip()) == (1, "", fout["tekst"])


@pytest.mark.parametrize(
    "argv",
    [
        ("agenda",),
        ("agenda", "schrijven"),
        ("agenda", "lezen", "x.ics"),
        ("agenda", "lezen", "x.ics", "--van", "2026-11-23"),
        ("agenda", "lezen", "x.ics", "--van", "2026-11-23", "--tot", "2026-11-31"),
        ("agenda", "lezen", "x.ics", "--van", "2026-11-23", "--tot", "2026-11-23"),
        ("agenda", "lezen", "x.ics", "--van", "2026-11-23", "--tot", "2026-11-22"),
        ("agenda", "lezen", "er-is-geen-bestand.ics", "--van", "2026-11-23", "--tot", "2026-11-28"),
    ],
)
def test_wrong_usage_is_status_two(argv: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    status, uit, err = roep(capsys, *argv, "--json")
    assert (status, uit) == (2, "")
    assert err.strip()


def test_it_explains_itself_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    for argv in (("agenda", "--help"), ("agenda", "lezen", "--help")):
        status, uit, _ = roep(capsys, *argv)
        assert status == 0
        assert uit.startswith("Gebruik: kernteam agenda")
    assert "e-mailadres" in uit


def test_it_loads_no_store_and_nothing_heavy(agenda: Path) -> None:
    """Nor, for a zone that is known by its own name, the calendar library."""
    agenda.write_text(AGENDA.replace("Lokale tijd", "Europe/Amsterdam"), encoding="utf-8")
    argv = ["agenda", "lezen", str(agenda), *WEEK, "--json"]
    program = (
        f"import sys; from kernteam_tui.cli.main import main; assert main({argv!r}) == 0; print(*sys.modules)"
    )
    gezien = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    geladen = {naam.partition(".")[0] for naam in gezien.stdout.splitlines()[-1].split()}
    assert "kernteam_tui" in geladen
    assert geladen.isdisjoint({"sqlalchemy", "pydantic", "textual", "cryptography", "typst", "icalendar"})
    assert "kernteam_tui.data" not in gezien.stdout
