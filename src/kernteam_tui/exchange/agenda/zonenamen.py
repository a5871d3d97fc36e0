"""From the name of a time zone, as some program wrote it, to a zone that this computer knows."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache, partial
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

_PAD = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}")
_STAART = re.compile(r"/([A-Za-z_]+/[A-Za-z_+-]+(?:/[A-Za-z_]+)?)$")
_MET_VERSCHIL = re.compile(
    r"\(?\s*(?:UTC|GMT|Z)?\s*([+\u2212-])\s*(\d{1,2})(?:[:.]?(\d{2}))?\s*\)?\s*(.*)", re.IGNORECASE
)
_ZONDER_VERSCHIL = re.compile(r"\((?:UTC|GMT)\)\s*(.*)", re.IGNORECASE)
_NIET_VAN_HIER = frozenset({"localtime", "posixrules", "factory", "posix", "right"})
"""Names in the database that say something about this computer, or count leap seconds."""
_PROEFJAAR = 2026
_MAX_LENGTE = 200
_ONTHOUDEN = 256


@lru_cache(maxsize=_ONTHOUDEN)
def zoek_zone(naam: str) -> tzinfo | None:
    """The zone of that name: IANA, Windows, a display name such as `(UTC+01:00) Amsterdam, Berlijn, …`, or a
    fixed distance to UTC. None where it cannot be known; then nothing is guessed."""
    naam = " ".join(naam.replace("\\,", ",").split())
    if not naam or len(naam) > _MAX_LENGTE:
        return None
    return zoek_vaste_naam(naam) or (_met_verschil(naam) if _heeft_verschil(naam) else _stad(naam))


@lru_cache(maxsize=_ONTHOUDEN)
def zoek_vaste_naam(naam: str) -> tzinfo | None:
    """As `zoek_zone`, but only for a name that means one zone and no other."""
    own = _tabel("namen").get(_kaal(naam))
    if own is not None:
        return UTC if own == "UTC" else ZoneInfo(own)
    staart = _STAART.search(naam)  # /mozilla.org/20050126_1/Europe/Amsterdam
    return _iana(naam) or (_iana(staart[1]) if staart else None) or _windows(naam)


def _iana(naam: str) -> ZoneInfo | None:
    if not _PAD.fullmatch(naam) or naam.partition("/")[0].lower() in _NIET_VAN_HIER:
        return None
    for spelling in (naam, _beginkapitalen(naam)):
        try:
            return ZoneInfo(spelling)
        except (OSError, ValueError, KeyError):  # not there, a folder, or no zone in it
            continue
    return None


def _beginkapitalen(naam: str) -> str:
    return re.sub(r"(?<![A-Za-z])[a-z]", lambda letter: letter[0].upper(), naam.lower())


def _windows(naam: str) -> ZoneInfo | None:
    table = _windowstabel()
    found = table.get(naam.lower()) or table.get(re.sub(r" \d+$", "", naam.lower()))
    return None if found is None else _iana(found)


@cache
def _windowstabel() -> Mapping[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # 50 ms, and not every file asks for it

    table: dict[str, str] = WINDOWS_TO_OLSON
    return {naam.lower(): zone for naam, zone in table.items()}


def _heeft_verschil(naam: str) -> bool:
    return bool(_MET_VERSCHIL.fullmatch(naam) or _ZONDER_VERSCHIL.fullmatch(naam))


def _met_verschil(naam: str) -> tzinfo | None:
    """`(UTC+01:00) …`: a town decides, because only a town knows of summer time."""
    found = _MET_VERSCHIL.fullmatch(naam)
    if found:
        uren, minuten = int(found[2]), int(found[3] or 0)
        if uren > 14 or minuten > 59:
            return None
        size = timedelta(hours=uren, minutes=minuten)
        return _bij(size if found[1] == "+" else -size, found[4].strip())
    bare = _ZONDER_VERSCHIL.fullmatch(naam)
    return _bij(timedelta(), bare[1].strip()) if bare else None


def _bij(verschil: timedelta, plaatsen: str) -> tzinfo | None:
    if not plaatsen:
        return timezone(verschil)
    named = _tabel("namen").get(_kaal(plaatsen))
    if named == "UTC":
        return UTC
    for zone in (ZoneInfo(named) if named else None, _iana(plaatsen), _stad(plaatsen, verschil)):
        if zone is not None and _standaard(zone) == verschil:
            return zone
    return None if verschil in _met_zomertijd() else timezone(verschil)


def _stad(plaatsen: str, verschil: timedelta | None = None) -> ZoneInfo | None:
    """The zone of the first town that is known (and lies at that distance)."""
    parts = [_kaal(part) for part in (plaatsen, *re.split("[,:;]| / ", plaatsen))]
    for table in (partial(_tabel, "steden"), _steden):  # the second list takes 50 ms to make
        for naam in (table()[part] for part in parts if part in table()):
            zone = _iana(naam)
            if zone is not None and (verschil is None or _standaard(zone) == verschil):
                return zone
    return None


@cache
def _steden() -> Mapping[str, str]:
    return {
        _kaal(naam.rpartition("/")[2].replace("_", " ")): naam
        for naam in sorted(available_timezones())
        if "/" in naam and naam.partition("/")[0] not in {"Etc", "SystemV", "US", "Canada", "posix", "right"}
    }


@cache
def _met_zomertijd() -> frozenset[timedelta]:
    """Distances at which some country has summer time: there a fixed one would be half a year wrong."""
    zones = (zone for naam in available_timezones() if "/" in naam and (zone := _iana(naam)) is not None)
    return frozenset(_standaard(zone) for zone in zones if len(_verschillen(zone)) > 1)


def _standaard(zone: tzinfo) -> timedelta:
    return min(_verschillen(zone))


def _verschillen(zone: tzinfo) -> frozenset[timedelta]:
    moments = (datetime(_PROEFJAAR, maand, 1, tzinfo=UTC) for maand in (1, 7))
    return frozenset(moment.astimezone(zone).utcoffset() or timedelta() for moment in moments)


def _kaal(naam: str) -> str:
    apart = unicodedata.normalize("NFD", naam.strip().lower())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@cache
def _tabel(deel: str) -> Mapping[str, str]:
    source = files("kernteam_tui.assets.agenda").joinpath("zonenamen.toml")
    table: Mapping[str, str] = tomllib.loads(source.read_text(encoding="utf-8"))[deel]
    return {_kaal(naam): zone for naam, zone in table.items()}
