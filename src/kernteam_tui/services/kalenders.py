"""The calendars that a service reckons with: of a school, and of terms that a law sets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from kernteam_tui.domain.kalender import DatumBuitenBereik, Eigendagen, FeestdagRegels, Kalender
from kernteam_tui.domain.school import School
from kernteam_tui.domain.schooltijd import eigendagen
from kernteam_tui.domain.wettelijk import Wettermijn, wettelijk_uiterlijk
from kernteam_tui.exchange.kalender import build_atw_kalender, build_kalender
from kernteam_tui.services.instellingen import InstellingenBeeld
from kernteam_tui.services.school import SchoolBeeld


@lru_cache(maxsize=64)
def _kalender(
    regels: FeestdagRegels,
    regio: str,
    dicht: frozenset[date],
    eigen: tuple[Eigendagen, ...],
    ruildagen: frozenset[date],
) -> Kalender:
    return build_kalender(regels, regio, dicht, eigen, ruildagen)


def kalender_van(instellingen: InstellingenBeeld, school: School | SchoolBeeld) -> Kalender:
    """The calendar of a school; the same one for the same facts, since reading it anew costs time."""
    return _kalender(
        instellingen.feestdagregels,
        school.regio,
        frozenset(school.dicht),
        eigendagen((dag.van, dag.tot_en_met, dag.soort, dag.wat) for dag in school.dagen),
        frozenset(instellingen.ruildagen),
    )


def kalender_voor(regels: FeestdagRegels, regio: str, dicht: Iterable[date]) -> Kalender:
    """The calendar of a school that has no list of its own."""
    return _kalender(regels, regio, frozenset(dicht), (), frozenset())


@lru_cache(maxsize=1)
def atw_kalender() -> Kalender:
    """The calendar of terms that a law sets (`domain.wettelijk`)."""
    return build_atw_kalender()


def wettermijn_uiterlijk(vanaf: date | None, termijn: Wettermijn) -> date | None:
    """The last day of a term that a law sets; None where it does not run. Where no holidays are known a day
    is a slip in one casus, and keeps no list closed: then there is no term either."""
    if vanaf is None:
        return None
    try:
        return wettelijk_uiterlijk(vanaf, termijn, atw_kalender())
    except DatumBuitenBereik:
        return None
