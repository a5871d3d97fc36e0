"""A week of talks as it came out: what is held when, what found no place, and whether that is proven."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations

from kernteam_tui.domain.planning.tijd import PlanweekOngeldig, Tijdvak
from kernteam_tui.domain.planning.week import Optie, Plancasus, Planweek


@dataclass(frozen=True)
class Plaatsing:
    """One talk with its place in the week; `start` in UTC.

    `mensen` holds everybody who is booked and, sorted among them, the other members of the kernteam who are
    still free then. `ruimte` is None where no room is taken.
    """

    casus: str
    start: datetime
    minuten: int
    ruimte: str | None
    mensen: tuple[str, ...]
    kosten: int


@dataclass(frozen=True)
class NietGeplaatst:
    """A casus that found no place, and why: a Dutch sentence with ids, no names."""

    casus: str
    reden: str


@dataclass(frozen=True)
class Indeling:
    """The talks of a week, both lists sorted by the id of the casus; `kosten` is the sum of those placed.

    `bewezen`: no better division exists by the four goals of contract 4.
    """

    geplaatst: tuple[Plaatsing, ...]
    niet_geplaatst: tuple[NietGeplaatst, ...]
    bewezen: bool
    kosten: int


def check_vast(week: Planweek, casussen: Sequence[Plancasus]) -> None:
    """Refuse two fixed talks that want one person or one room at a time, travel between schools included.

    Raises PlanweekOngeldig, also for a casus that comes twice and for a person or a room nobody knows in
    what is fixed or offered.
    """
    ids = [casus.id for casus in casussen]
    if len(set(ids)) < len(ids):
        dubbel = min(id_ for id_ in ids if ids.count(id_) > 1)
        raise PlanweekOngeldig(f"Het id {dubbel} (casus) komt twee keer voor.")
    for casus in casussen:
        for optie in (*(casus.opties or ()), *((casus.vast,) if casus.vast else ())):
            _check_optie(week, casus, optie)
    for samen in _by_need(casussen):
        for (een, plek), (ander, andere_plek) in combinations(samen, 2):
            waarom = _waarom_samen_niet(week, (een.school, plek), (ander.school, andere_plek))
            if waarom:
                raise PlanweekOngeldig(
                    f"De vaste gesprekken van {een.id} en {ander.id} botsen: {waarom}.",
                    "Verzet een van de twee.",
                )


def _by_need(casussen: Sequence[Plancasus]) -> Iterable[list[tuple[Plancasus, Optie]]]:
    """The fixed talks of each person and of each room."""
    per_middel: dict[tuple[str, ...], list[tuple[Plancasus, Optie]]] = {}
    for casus in sorted(casussen, key=lambda casus: casus.id):
        if casus.vast is None:
            continue
        for wie in set(casus.vast.mensen):
            per_middel.setdefault((wie,), []).append((casus, casus.vast))
        if casus.vast.ruimte is not None:
            per_middel.setdefault((casus.school, casus.vast.ruimte), []).append((casus, casus.vast))
    return [per_middel[middel] for middel in sorted(per_middel)]


def optie_tijdvak(optie: Optie) -> Tijdvak:
    """When a talk that is fixed or offered is held."""
    van = Tijdvak(optie.start, optie.start).van
    return Tijdvak(van, van + timedelta(minutes=optie.minuten))


def _check_optie(week: Planweek, casus: Plancasus, optie: Optie) -> None:
    for wie in optie.mensen:
        week.mens(wie)
    ruimtes = {ruimte.id for ruimte in week.school(casus.school).ruimtes}
    if optie.ruimte is not None and optie.ruimte not in ruimtes:
        raise PlanweekOngeldig(f"School {casus.school} heeft geen ruimte {optie.ruimte}.")


def _waarom_samen_niet(week: Planweek, een: tuple[str, Optie], ander: tuple[str, Optie]) -> str:
    (school, plek), (andere_school, andere_plek) = een, ander
    tijd, andere_tijd = optie_tijdvak(plek), optie_tijdvak(andere_plek)
    if not tijd.widened(week.reisminuten(school, andere_school)).overlaps(andere_tijd):
        return ""
    samen = sorted(set(plek.mensen).intersection(andere_plek.mensen))
    if samen:
        return f"{samen[0]} kan niet bij allebei zijn"
    een_ruimte = school == andere_school and plek.ruimte is not None and plek.ruimte == andere_plek.ruimte
    return f"ruimte {plek.ruimte} is er maar een keer" if een_ruimte else ""
