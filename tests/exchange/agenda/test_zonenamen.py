"""Names of time zones: hundreds are known, the rest is not guessed."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime, timedelta, tzinfo
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from kernteam_tui.exchange.agenda.zonenamen import zoek_zone

WINTER, ZOMER = datetime(2026, 11, 24, 12, tzinfo=UTC), datetime(2026, 7, 1, 12, tzinfo=UTC)


def uren(zone: tzinfo | None) -> tuple[float, float]:
    """Distance to UTC in hours, in winter and in summer."""
    assert zone is not None
    winter, zomer = ((moment.astimezone(zone).utcoffset() or timedelta()) for moment in (WINTER, ZOMER))
    return winter.total_seconds() / 3600, zomer.total_seconds() / 3600


def test_every_windows_name_is_known() -> None:
    for naam, zone in WINDOWS_TO_OLSON.items():
        assert uren(zoek_zone(naam)) == uren(ZoneInfo(zone)), naam


@pytest.mark.parametrize(
    ("naam", "winter", "zomer"),
    [
        ("Europe/Amsterdam", 1, 2),
        ("EUROPE/AMSTERDAM", 1, 2),
        ("america/new_york", -5, -4),
        ("/mozilla.org/20050126_1/Europe/Amsterdam", 1, 2),
        ("/freeassociation.sourceforge.net/Europe/Amsterdam", 1, 2),
        ("right/Europe/Amsterdam", 1, 2),
        ("Europe/../Europe/Amsterdam", 1, 2),
        ("/citadel.org/20190101_1/America/Argentina/Buenos_Aires", -3, -3),
        ("CET", 1, 2),
        ("CEST", 1, 2),
        ("UTC", 0, 0),
        ("Z", 0, 0),
        ("Etc/GMT-2", 2, 2),
        ("tzone://Microsoft/Utc", 0, 0),
        ("W. Europe Standard Time 1", 1, 2),
        ("w. europe standard time", 1, 2),
        ("Amsterdam", 1, 2),
        ("West-Europa (standaardtijd)", 1, 2),
        ("Mitteleuropäische Zeit", 1, 2),
        ("(UTC+01:00) Amsterdam, Berlijn, Bern, Rome, Stockholm, Wenen", 1, 2),
        ("(UTC+01:00) Amsterdam, Berlin, Berne, Rome, Stockholm, Vienne", 1, 2),
        ("(UTC+01:00) Ámsterdam, Berlín, Berna, Roma, Estocolmo, Viena", 1, 2),
        ("(UTC+01:00) Brussel, Kopenhagen, Madrid, Parijs", 1, 2),
        ("(UTC+01:00) Belgrado, Bratislava, Boedapest, Ljubljana, Praag", 1, 2),
        ("(UTC+01:00) Sarajevo, Skopje, Warschau, Zagreb", 1, 2),
        ("(GMT+01:00) Amsterdam, Berlin", 1, 2),
        ("(GMT +01.00) Amsterdam", 1, 2),
        ("(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna", 1, 2),
        ("(UTC+1) Amsterdam", 1, 2),
        ("(UTC+01:00) Europe/Amsterdam", 1, 2),
        ("(UTC+00:00) Dublin, Edinburgh, Lissabon, Londen", 0, 1),
        ("(UTC) Dublin, Edinburgh, Lisbon, London", 0, 1),
        ("(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London", 0, 1),
        ("(UTC) Coordinated Universal Time", 0, 0),
        ("(UTC+00:00) Monrovia, Reykjavik", 0, 0),
        ("(UTC+02:00) Helsinki, Kiev, Riga, Sofia, Tallinn, Vilnius", 2, 3),
        ("(UTC+02:00) Harare, Pretoria", 2, 2),
        ("(UTC-05:00) Eastern Time (US & Canada)", -5, -4),
        ("(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi", 8, 8),
        ("(UTC+05:30) Ergens", 5.5, 5.5),
        ("(UTC+03:00) Nergenshuizen", 3, 3),
        ("UTC+2", 2, 2),
        ("GMT-0500", -5, -5),
        ("+02:00", 2, 2),
        ("(UTC-03:30)", -3.5, -3.5),
    ],
)
def test_a_name_is_known(naam: str, winter: float, zomer: float) -> None:
    assert uren(zoek_zone(naam)) == (winter, zomer)


@pytest.mark.parametrize(
    "naam",
    [
        "",
        "Lokale tijd",
        "Customized Time Zone",
        "tzone://Microsoft/Custom",
        "Europe",
        "Europe/Nergenshuizen",
        "localtime",
        "posixrules",
        "Factory",
        "../../etc/passwd",
        "/etc/passwd",
        "C:\\Windows",
        "(UTC+01:00) Nergenshuizen",
        "(UTC+01:00) Nergenshuizen, Londen",
        "(UTC+99:00) Amsterdam",
        "(UTC+01:00) Eastern Time (US & Canada)",
        "UTC+15",
        "x" * 300,
        "Europe/Amsterdam\0",
        "12",
    ],
)
def test_what_is_no_name_is_not_guessed(naam: str) -> None:
    assert zoek_zone(naam) is None


def test_every_name_of_our_own_leads_to_a_zone() -> None:
    table = tomllib.loads(
        files("kernteam_tui.assets.agenda").joinpath("zonenamen.toml").read_text(encoding="utf-8")
    )
    for naam, zone in {**table["namen"], **table["steden"]}.items():
        assert zone == "UTC" or ZoneInfo(zone).key == zone
        assert zoek_zone(naam) is not None, naam


def test_a_wrong_town_is_seen() -> None:
    """Control: the comparison tells London from Amsterdam."""
    assert uren(zoek_zone("Europe/London")) != uren(zoek_zone("Europe/Amsterdam"))
