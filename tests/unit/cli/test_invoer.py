"""Days, moments and files as a user types them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kernteam_tui.cli.invoer import lees_dag, lees_datum, lees_moment, lees_pad, lees_tekst
from kernteam_tui.cli.kluis import lees_wachtwoordzin
from kernteam_tui.domain.fouten import GebruikOnjuist, InhoudOngeldig


@pytest.mark.parametrize(
    ("tekst", "utc"),
    [
        ("2026-11-26T10:30", datetime(2026, 11, 26, 9, 30, tzinfo=UTC)),
        ("2026-07-01T10:30:00", datetime(2026, 7, 1, 8, 30, tzinfo=UTC)),
        ("2026-11-26T10:30+05:30", datetime(2026, 11, 26, 5, 0, tzinfo=UTC)),
        ("2026-11-26T10:30Z", datetime(2026, 11, 26, 10, 30, tzinfo=UTC)),
        ("2026-10-25T02:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("2026-03-29T03:00", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
    ],
)
def test_a_moment_without_offset_is_on_the_clock_of_amsterdam(tekst: str, utc: datetime) -> None:
    assert lees_moment(tekst) == utc


@pytest.mark.parametrize(
    "tekst",
    [
        "2026-03-29T02:30",
        "2026-11-26",
        "2026-11-26 10:30",
        "26-11-2026T10:30",
        "2026-11-26T24:30",
        "2026-11-26T10:60",
        "2026-02-30T10:30",
        "2026-11-26T10:30+25:00",
        "2026-11-26T10:30\n",
        "١٢٣٤-11-26T10:30",
        "0001-01-01T00:00",
        "",
    ],
)
def test_a_moment_that_does_not_exist_is_refused(tekst: str) -> None:
    with pytest.raises(GebruikOnjuist):
        lees_moment(tekst)


@pytest.mark.parametrize(
    "tekst", ["2026-2-3", "20261123", "2026-W48-1", " 2026-11-23", "2026-11-31", "morgen", ""]
)
def test_a_day_is_written_in_one_way(tekst: str) -> None:
    with pytest.raises(GebruikOnjuist):
        lees_datum(tekst)


def test_a_day_to_reckon_from_has_known_holidays() -> None:
    assert lees_dag("2099-12-31").year == 2099
    for far in ("2100-01-01", "1969-12-31"):
        with pytest.raises(GebruikOnjuist):
            lees_dag(far)


@pytest.mark.parametrize("inhoud", [b"zin\n", b"zin\r\nmeer", b"\xef\xbb\xbfzin", b"zin"])
def test_the_passphrase_is_the_first_line_whatever_wrote_the_file(tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / "w").write_bytes(inhoud)
    assert lees_wachtwoordzin(str(tmp_path / "w")) == "zin"


def test_spaces_belong_to_the_passphrase(tmp_path: Path) -> None:
    (tmp_path / "w").write_text(" een zin  \n")
    assert lees_wachtwoordzin(str(tmp_path / "w")) == " een zin  "


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "w").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(GebruikOnjuist):
        lees_wachtwoordzin(str(tmp_path / "w"))
    with pytest.raises(InhoudOngeldig):
        lees_tekst(str(tmp_path / "w"))


@pytest.mark.parametrize("naam", ["weg.txt", ".", "", "weg\0weg"])
def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path, naam: str) -> None:
    with pytest.raises(GebruikOnjuist):
        lees_tekst(str(tmp_path / naam) if naam else naam)


def test_a_path_is_whole_and_knows_the_home_folder() -> None:
    assert lees_pad("~/kluis").is_absolute()
    assert "~" not in str(lees_pad("~/kluis"))
