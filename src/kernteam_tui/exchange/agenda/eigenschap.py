"""One property line: its parameters and its value (RFC 5545 3.1, and what programs make of it)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PARAMETER = re.compile(r';\s*([A-Za-z0-9-]+)=("[^"]*"?|[^";]*)')
_DUBBELE_PUNT = re.compile(r'"[^"]*"?|:')
_NAAM = re.compile(r"\s*([A-Za-z0-9.-]+)\s*(?=[:;])")


@dataclass(frozen=True, slots=True)
class Eigenschap:
    """A value with its parameters; names of parameters in capitals, quotes taken off."""

    parameters: dict[str, str]
    waarde: str

    @property
    def tzid(self) -> str:
        """The name of the time zone, empty without one."""
        return self.parameters.get("TZID", "").strip()


def naam_van(regel: str) -> str:
    """The name of the property in capitals; empty where the line is none."""
    found = _NAAM.match(regel)
    return found[1].upper() if found else ""


def lees_eigenschap(regel: str) -> Eigenschap:
    """A property whose value holds no colon, such as a date: a zone's name may hold one, without quotes."""
    kop, _, waarde = regel.rpartition(":")
    return Eigenschap(_parameters(kop), waarde.strip())


def lees_adres(regel: str) -> tuple[frozenset[str], dict[str, str]]:
    """The addresses of an ATTENDEE or ORGANIZER in small letters, and its parameters."""
    plek = regel.lower().rfind("mailto:")
    if plek < 0:
        plek = next((found.start() for found in _DUBBELE_PUNT.finditer(regel) if found[0] == ":"), len(regel))
    kop, waarde = regel[:plek], regel[plek:].lstrip(":")
    parameters = _parameters(kop.rstrip(":"))
    gevonden = {kaal_adres(waarde), kaal_adres(parameters.get("EMAIL", ""))}
    return frozenset(gevonden - {""}), parameters


def kaal_adres(adres: str) -> str:
    """An address without `mailto:`, quotes and capitals."""
    return adres.strip().strip("\"'<>").strip().lower().removeprefix("mailto:").strip()


def _parameters(kop: str) -> dict[str, str]:
    return {naam.upper(): waarde.strip().strip('"') for naam, waarde in _PARAMETER.findall(kop)}
