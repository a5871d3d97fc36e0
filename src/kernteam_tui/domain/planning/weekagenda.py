"""The talks of a week that stand, by person and by room: who keeps whom from what."""

from __future__ import annotations

from collections.abc import Iterable

from kernteam_tui.domain.planning.tijd import Tijdvak
from kernteam_tui.domain.planning.week import Plancasus, Planweek


class Weekagenda:
    """Who is at which talk and which room is taken, by casus."""

    def __init__(self, week: Planweek) -> None:
        self._week = week
        self._mensen: dict[str, list[tuple[Tijdvak, str, str]]] = {}
        self._ruimtes: dict[tuple[str, str], list[tuple[Tijdvak, str]]] = {}

    def book(self, casus: Plancasus, tijdvak: Tijdvak, mensen: Iterable[str]) -> None:
        """These people are at this talk."""
        for wie in mensen:
            self._mensen.setdefault(wie, []).append((tijdvak, casus.school, casus.id))

    def book_room(self, casus: Plancasus, tijdvak: Tijdvak, ruimte: str) -> None:
        """This room is taken by this talk."""
        self._ruimtes.setdefault((casus.school, ruimte), []).append((tijdvak, casus.id))

    @property
    def leeg(self) -> bool:
        """Whether nothing is in it yet."""
        return not self._mensen and not self._ruimtes

    def who_takes(self, wie: str, casus: Plancasus, tijdvak: Tijdvak) -> set[str]:
        """The casussen that keep somebody from a talk at this time, travel time included."""
        return {
            door
            for bezet, school, door in self._mensen.get(wie, ())
            if tijdvak.widened(self._week.reisminuten(casus.school, school)).overlaps(bezet)
        }

    def who_takes_room(self, ruimte: str, casus: Plancasus, tijdvak: Tijdvak) -> set[str]:
        """The casussen that take this room of the school at this time."""
        bezet = self._ruimtes.get((casus.school, ruimte), ())
        return {door for wanneer, door in bezet if tijdvak.overlaps(wanneer)}
