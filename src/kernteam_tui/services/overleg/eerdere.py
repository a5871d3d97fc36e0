"""The overleggen that were held, and which are today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kernteam_tui.data.queries.overleg import lees_overleggen
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import Rol
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.overleg import Overleg, Overlegpunt
from kernteam_tui.domain.overlegagenda import ERAF, volgend_moment
from kernteam_tui.domain.plancodes import Overlegstaat
from kernteam_tui.domain.school import School
from kernteam_tui.services.beelden import lees_werkdag
from kernteam_tui.services.overleg.poort import wie_is
from kernteam_tui.services.sessie import Sessie

MEESTE = 52
"""How many are shown: a year."""


@dataclass(frozen=True)
class OudeActie:
    """What was agreed, who does it and whether it is done."""

    wie: str
    wat: str
    op: date | None
    klaar: bool


@dataclass(frozen=True)
class OudPunt:
    """A point of an overleg that was held."""

    over: str
    """Number and name of the casus, or what the point was about."""
    besproken: bool
    uitkomst: str
    acties: tuple[OudeActie, ...]


@dataclass(frozen=True)
class OudOverleg:
    """An overleg that was held."""

    id: str
    start: datetime
    aanwezig: tuple[str, ...]
    punten: tuple[OudPunt, ...]


@dataclass(frozen=True)
class OverlegVandaag:
    """An overleg of this day that was not finished."""

    school_id: str
    school: str
    start: datetime


def list_overleggen(sessie: Sessie, school_id: str) -> tuple[str, tuple[OudOverleg, ...]]:
    """Name of the school, and what was held in the last year, the last one first. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        school = uow.scholen.get(school_id)
        held = [o for o in uow.overleggen.find(school_id=school_id) if o.staat is Overlegstaat.GEHOUDEN]
        held.sort(key=lambda overleg: overleg.start, reverse=True)
        stukken = _lees_stukken(uow, held[:MEESTE])
        return school.naam, tuple(_oud(stukken, school, overleg) for overleg in held[:MEESTE])


def list_overleg_vandaag(sessie: Sessie) -> tuple[OverlegVandaag, ...]:
    """The overleggen of today that were not finished, by time."""
    vandaag, werkdag = sessie.vandaag(), lees_werkdag(sessie)
    stored = defaultdict(list)
    with sessie.lezen() as conn:
        for row in lees_overleggen(conn):
            stored[row.school_id].append(row)
    found = []
    for school in werkdag.scholen:
        known = stored[school.id]
        open_ones = [row.start for row in known if row.staat is Overlegstaat.GEPLAND]
        held = any(dag_van(row.start) == vandaag for row in known if row.staat is Overlegstaat.GEHOUDEN)
        if not open_ones and not held and school.overleg is not None:
            open_ones = [volgend_moment(school.overleg, werkdag.kalenders[school.id], vandaag)]
        found += [
            OverlegVandaag(school.id, school.naam, start) for start in open_ones if dag_van(start) == vandaag
        ]
    return tuple(sorted(found, key=lambda one: (one.start, one.school)))


@dataclass(frozen=True)
class _Stukken:
    """What the points of all these overleggen are about, by id."""

    casussen: Mapping[str, Casus]
    gesprekken: Mapping[str, Gesprek]


def _lees_stukken(uow: UnitOfWork, overleggen: Sequence[Overleg]) -> _Stukken:
    points = [punt for overleg in overleggen for punt in overleg.punten]
    return _Stukken(
        uow.casussen.find_ids(punt.casus_id for punt in points if punt.casus_id),
        uow.gesprekken.find_ids(punt.gesprek_id for punt in points if punt.gesprek_id),
    )


def _oud(stukken: _Stukken, school: School, overleg: Overleg) -> OudOverleg:
    names = {partner.id: wie_is(partner) for partner in school.kernteam}
    points = sorted((p for p in overleg.punten if p.volgorde != ERAF), key=lambda p: p.volgorde)
    return OudOverleg(
        id=overleg.id,
        start=overleg.start,
        aanwezig=tuple(names[one] for one in overleg.aanwezig if one in names),
        punten=tuple(_punt(stukken, punt) for punt in points),
    )


def _punt(stukken: _Stukken, punt: Overlegpunt) -> OudPunt:
    if punt.casus_id is None:
        own = (
            (OudeActie(punt.wie, punt.actie, punt.actie_op, punt.actie_klaar),) if punt.actie.strip() else ()
        )
        return OudPunt(punt.tekst, punt.besproken, punt.uitkomst, own)
    casus, talk = stukken.casussen[punt.casus_id], stukken.gesprekken.get(punt.gesprek_id)
    return OudPunt(
        over=f"{casus.nummer} {casus.jongere.korte_naam}",
        besproken=punt.besproken,
        uitkomst=talk.verslag if talk is not None else "",
        acties=tuple(_acties(talk)) if talk is not None else (),
    )


def _acties(talk: Gesprek) -> Iterator[OudeActie]:
    for one in sorted(talk.deelnemers, key=lambda deelnemer: deelnemer.volgorde):
        if one.actie.strip():
            who = Rol(one.rol).kort if one.rol in set(Rol) else one.naam
            yield OudeActie(who, one.actie, one.actie_op, one.actie_klaar)
