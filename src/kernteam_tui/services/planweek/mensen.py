"""The people of all kernteams as the planner knows them: who is in two kernteams is one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kernteam_tui.data.queries.agenda import AgendaRegel
from kernteam_tui.domain.codes import Dag, Dagdeel, Rol
from kernteam_tui.domain.planning.tijd import Tijdvak, weekdag
from kernteam_tui.domain.planning.week import AanwezigOp, Bezetting, Planmens
from kernteam_tui.domain.rooster import zelfde_mens
from kernteam_tui.services.planweek.feiten import Weekfeiten
from kernteam_tui.services.school import PartnerBeeld, SchoolBeeld

IK = "ik"
"""Id of the worker where she did not put herself into any kernteam."""


@dataclass(frozen=True)
class Mensen:
    """Who can be planned.

    `id_van` gives for each partner of a kernteam the id of the person: that of the partner at the school that
    goes first, or else of the first school where she is.
    """

    id_van: Mapping[str, str]
    gezinswerker: str
    """Id of the worker."""

    def partner(self, school: SchoolBeeld, mens_id: str) -> PartnerBeeld | None:
        """Who somebody is in the kernteam of a school."""
        return next((p for p in school.kernteam if self.id_van[p.id] == mens_id), None)


def kies_ids(scholen: tuple[SchoolBeeld, ...], voorop: str) -> Mensen:
    """One id for each person; `voorop` is the id of the school whose partners keep their own."""
    order = sorted(scholen, key=lambda school: school.id != voorop)
    first: dict[str, str] = {}
    id_van: dict[str, str] = {}
    for school in order:
        for partner in school.kernteam:
            id_van[partner.id] = first.setdefault(_sleutel(partner, school), partner.id)
    ik = next((id_van[p.id] for school in order for p in school.kernteam if p.ik), IK)
    return Mensen(id_van, ik)


def _sleutel(partner: PartnerBeeld, school: SchoolBeeld) -> str:
    """Two of one role and name in one kernteam are two people."""
    twins = sum(zelfde_mens(ander) == zelfde_mens(partner) for ander in school.kernteam)
    return zelfde_mens(partner) if twins == 1 or partner.ik else partner.id


def planmensen(feiten: Weekfeiten, mensen: Mensen) -> tuple[Planmens, ...]:
    """Everybody of the kernteams with presence and busy time, and the worker herself."""
    found: dict[str, list[tuple[SchoolBeeld, PartnerBeeld]]] = defaultdict(list)
    for school in feiten.werkdag.scholen:
        for partner in school.kernteam:
            found[mensen.id_van[partner.id]].append((school, partner))
    people = [_planmens(feiten, mens_id, places) for mens_id, places in found.items()]
    if mensen.gezinswerker == IK:
        people.append(Planmens(IK, Rol.GEZINSWERKER, bezet=tuple(_bezet(feiten.gesprekken)), ik=True))
    return tuple(_overal(feiten, m) if m.id == mensen.gezinswerker else m for m in people)


def _overal(feiten: Weekfeiten, ik: Planmens) -> Planmens:
    """The worker, all week at a school in whose kernteam she did not put herself."""
    without = (s.id for s in feiten.werkdag.scholen if not any(p.ik for p in s.kernteam))
    return replace(ik, aanwezig=(*ik.aanwezig, *(a for id_ in without for a in elke_dag(id_))))


def elke_dag(school_id: str) -> tuple[AanwezigOp, ...]:
    """Present at a school all week."""
    return tuple(AanwezigOp(school_id, dag, dagdeel) for dag in Dag for dagdeel in Dagdeel)


def _planmens(feiten: Weekfeiten, mens_id: str, places: list[tuple[SchoolBeeld, PartnerBeeld]]) -> Planmens:
    _, partner = places[0]
    ids = {p.id for _, p in places}
    ik = any(p.ik for _, p in places)
    own = feiten.gesprekken if ik else tuple(t for t in feiten.gesprekken if ids.intersection(t.wie))
    return Planmens(
        mens_id,
        partner.rol,
        tuple(a for school, p in places for a in _aanwezig(feiten, school, p)),
        (*_bezet(own), *_uit_agendas(feiten, ids)),
        partner.naam,
        _weg(feiten, places),
        ik,
    )


def _aanwezig(feiten: Weekfeiten, school: SchoolBeeld, partner: PartnerBeeld) -> Iterator[AanwezigOp]:
    rooster = feiten.rooster
    in_op: dict[tuple[Dag, Dagdeel], set[date]] = defaultdict(set)
    for dag in feiten.dagen:
        for dagdeel in rooster.dagdelen(partner, dag):
            in_op[weekdag(dag), dagdeel].add(dag)
    for (dag_code, dagdeel), dagen in in_op.items():
        every = {dag for dag in feiten.dagen if weekdag(dag) is dag_code}
        yield AanwezigOp(school.id, dag_code, dagdeel, None if dagen == every else frozenset(dagen))


def _weg(feiten: Weekfeiten, places: list[tuple[SchoolBeeld, PartnerBeeld]]) -> dict[date, str]:
    """Days on which she would have been in at a school and is not, with why."""
    rooster = feiten.rooster
    gone: dict[date, str] = {}
    for _, partner in places:
        for dag in feiten.dagen:
            usual = {a.dagdeel for a in partner.aanwezig if a.geldt_op(dag)}
            for dagdeel in usual - set(rooster.dagdelen(partner, dag)):
                gone[dag] = rooster.waarom_weg(partner, dag, dagdeel) or ""
    return gone


def _bezet(talks: tuple[AgendaRegel, ...]) -> Iterator[Bezetting]:
    for talk in talks:
        school = talk.school_id if talk.op_school else None
        yield Bezetting(Tijdvak(talk.start, talk.eind), school=school, wat=talk.nummer)


def _uit_agendas(feiten: Weekfeiten, ids: set[str]) -> Iterator[Bezetting]:
    """What calendars say, without the talks of this store themselves."""
    window = feiten.tijdvak
    for agenda in feiten.agendas:
        if agenda.partner_id not in ids:
            continue
        for blok in agenda.blokken:
            if blok.uid_hash not in feiten.eigen_merken and Tijdvak(blok.van, blok.tot).overlaps(window):
                yield Bezetting(Tijdvak(blok.van, blok.tot), blok.staat, wat="agenda")
