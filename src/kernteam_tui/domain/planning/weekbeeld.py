"""One week seen from a set of starts; what was worked out for one casus serves the next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from kernteam_tui.domain.planning.beschikbaarheid import Beschikbaarheid, beschikbaarheid, vrij
from kernteam_tui.domain.planning.raster import Raster, Starts, week_starts
from kernteam_tui.domain.planning.week import Planweek


class Weekbeeld:
    """Who can come where, and which rooms are free, at every start: of the week, or those that are given
    (aware, any zone, in order, on or off the grid)."""

    def __init__(self, week: Planweek, starts: tuple[datetime, ...] | None = None) -> None:
        self.week = week
        self._starts = week_starts(week) if starts is None else starts
        self._rasters: dict[int, Raster] = {}
        self._mensen: dict[tuple[str, str, int], Beschikbaarheid] = {}
        self._ruimtes: dict[tuple[str, int], Mapping[str, Starts]] = {}

    def raster(self, minuten: int) -> Raster:
        """The starts for talks of this length."""
        if minuten not in self._rasters:
            self._rasters[minuten] = Raster(self._starts, minuten)
        return self._rasters[minuten]

    def mens(self, wie: str, school: str, minuten: int) -> Beschikbaarheid:
        """When somebody can come to a school for so long. Raises PlanweekOngeldig for an unknown id."""
        sleutel = (wie, school, minuten)
        if sleutel not in self._mensen:
            self._mensen[sleutel] = beschikbaarheid(
                self.week, self.week.mens(wie), school, self.raster(minuten)
            )
        return self._mensen[sleutel]

    def ruimtes(self, school: str, minuten: int) -> Mapping[str, Starts]:
        """When each room of a school is free for so long, sorted by id."""
        if (school, minuten) not in self._ruimtes:
            kamers = sorted(self.week.school(school).ruimtes, key=lambda ruimte: ruimte.id)
            self._ruimtes[school, minuten] = {
                ruimte.id: vrij(ruimte.bezet, self.raster(minuten)) for ruimte in kamers
            }
        return self._ruimtes[school, minuten]
