"""Public holidays in the Netherlands, from the `holidays` library, by the rules of contract 2."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from kernteam_tui.domain.codes import Bevrijdingsdag
from kernteam_tui.domain.kalender import DatumBuitenBereik, FeestdagRegels

_VAST = {
    "Nieuwjaarsdag": "Nieuwjaarsdag",
    "Tweede paasdag": "Tweede Paasdag",
    "Koningsdag": "Koningsdag",
    "Koninginnedag": "Koninginnedag",
    "Hemelvaartsdag": "Hemelvaartsdag",
    "Tweede pinksterdag": "Tweede Pinksterdag",
    "Eerste kerstdag": "Eerste Kerstdag",
    "Tweede kerstdag": "Tweede Kerstdag",
}
_GOEDE_VRIJDAG = "Goede vrijdag"
_AANTAL_VAST = 7
_LUSTRUM_JAREN = 5


@cache
def feestdagen_van(jaar: int, regels: FeestdagRegels) -> Mapping[date, str]:
    """The days off of one year as day -> Dutch name.

    Both Easter Sunday and Whit Sunday are left out: they are Sundays anyway. Before 2014 the day of
    the queen stands for Koningsdag. Raises DatumBuitenBereik for a year the library does not know
    (it knows 1966 to 2100).
    """
    dagen: dict[date, str] = {}
    gevonden = 0
    for dag, naam in _load_year(jaar):
        if naam in _VAST:
            gevonden += 1
            _add(dagen, dag, _VAST[naam])
        elif naam == _GOEDE_VRIJDAG and regels.goede_vrijdag_vrij:
            _add(dagen, dag, "Goede Vrijdag")
    if gevonden != _AANTAL_VAST:
        raise DatumBuitenBereik(f"De feestdagen van {jaar} zijn niet bekend.", "Controleer het jaartal.")
    if _bevrijdingsdag_vrij(jaar, regels.bevrijdingsdag):
        _add(dagen, date(jaar, 5, 5), "Bevrijdingsdag")
    return MappingProxyType(dagen)


def _bevrijdingsdag_vrij(jaar: int, regel: Bevrijdingsdag) -> bool:
    if regel is Bevrijdingsdag.LUSTRUM:
        return jaar % _LUSTRUM_JAREN == 0
    return regel is Bevrijdingsdag.ELK_JAAR


def _add(dagen: dict[date, str], dag: date, naam: str) -> None:
    dagen[dag] = f"{dagen[dag]} en {naam}" if dag in dagen else naam


@cache
def _load_year(jaar: int) -> tuple[tuple[date, str], ...]:
    """Every public holiday the library gives for a year; two on one day are two pairs."""
    from holidays import country_holidays  # here, because the first screen does not wait for it

    gevonden = country_holidays("NL", years=jaar, language="nl", categories=("public",), expand=False)
    return tuple((dag, naam) for dag in sorted(gevonden) for naam in gevonden.get_list(dag))
