"""Puts the calendar of one school together from the facts from outside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, partial

from kernteam_tui.domain.kalender import Eigendagen, FeestdagRegels, Kalender
from kernteam_tui.domain.wettelijk import ATW_FEESTDAGEN
from kernteam_tui.exchange.feestdagen import feestdagen_van
from kernteam_tui.exchange.gelijkgesteld import read_gelijkgestelde_dagen
from kernteam_tui.exchange.schoolvakanties import read_schoolvakanties


def build_kalender(
    regels: FeestdagRegels,
    regio: str,
    dicht: Iterable[date] = (),
    eigen: tuple[Eigendagen, ...] = (),
    ruildagen: Iterable[date] = (),
) -> Kalender:
    """The calendar of a school in this region with its own days, for a worker who swapped some holidays.

    Cheap: public holidays are loaded per year, at the first question about that year.
    """
    return Kalender(
        feestdagen_van=cache(partial(feestdagen_van, regels=regels)),
        schoolvakanties=read_schoolvakanties(regio),
        dicht=frozenset(dicht),
        eigen=eigen,
        ruildagen=frozenset(ruildagen),
    )


def build_atw_kalender() -> Kalender:
    """The calendar of terms that a law sets: only its working days mean something."""
    return Kalender(feestdagen_van=cache(_atw_dagen))


def _atw_dagen(jaar: int) -> Mapping[date, str]:
    equal = {dag: "gelijk aan een feestdag" for dag in read_gelijkgestelde_dagen() if dag.year == jaar}
    return {**equal, **feestdagen_van(jaar, ATW_FEESTDAGEN)}
