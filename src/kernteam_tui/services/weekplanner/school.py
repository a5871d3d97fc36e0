"""One school in one week: who is in, who has no time, and when the kernteam is free together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kernteam_tui.domain.agenda import dagen_oud, ouderdom
from kernteam_tui.domain.codes import Dagdeel, Rol
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.planning.tijd import Tijdvak, joined, moment
from kernteam_tui.domain.planning.week import DAGDELEN, Bezetstaat
from kernteam_tui.services.planweek import Mensen, Weekfeiten
from kernteam_tui.services.rooster import zij_eerst
from kernteam_tui.services.school import PartnerBeeld, SchoolBeeld
from kernteam_tui.services.weekplanner.beeld import (
    Bezetstuk,
    Dagkop,
    Gedeeldstuk,
    PartnerWeek,
    SchoolWeek,
    Stuk,
)

KWARTIER = timedelta(minutes=15)


@dataclass(frozen=True)
class _Taak:
    """A time that is taken, with the talk that takes it."""

    tijdvak: Tijdvak
    staat: Bezetstaat
    gesprek_id: str = ""


def schoolweek(
    feiten: Weekfeiten, mensen: Mensen, school: SchoolBeeld, dagen: tuple[date, ...], vandaag: date
) -> SchoolWeek:
    """One school on these days."""
    kalender = feiten.werkdag.kalenders[school.id]
    koppen = tuple(
        Dagkop(dag, kalender.waarom_dicht(dag) or "", kalender.is_bekend(dag), kalender.toetsweek(dag))
        for dag in dagen
    )
    partners = tuple(_partner(feiten, mensen, school, p, dagen, vandaag) for p in zij_eerst(school.kernteam))
    samen = tuple(
        () if kop.dicht else tuple(_samen(kop.dag, [(p, p.aanwezig[n], p.bezet[n]) for p in partners]))
        for n, kop in enumerate(koppen)
    )
    return SchoolWeek(school.id, school.naam, koppen, partners, samen)


def _partner(
    feiten: Weekfeiten,
    mensen: Mensen,
    school: SchoolBeeld,
    partner: PartnerBeeld,
    dagen: tuple[date, ...],
    vandaag: date,
) -> PartnerWeek:
    ids = {pid for pid, mens in mensen.id_van.items() if mens == mensen.id_van[partner.id]}
    taken = [*_gesprekken(feiten, ids, ik=partner.ik), *_agenda(feiten, ids)]
    return PartnerWeek(
        partner.id,
        partner.rol,
        partner.naam,
        partner.ik,
        tuple(tuple(_aanwezig(feiten, school, partner, dag)) for dag in dagen),
        tuple(tuple(_op_dag(taken, dag)) for dag in dagen),
        tuple(_waarom_weg(feiten, partner, dag) for dag in dagen),
        _ouderdom(feiten, ids, vandaag),
    )


def _aanwezig(feiten: Weekfeiten, school: SchoolBeeld, partner: PartnerBeeld, dag: date) -> Iterator[Stuk]:
    hours = {deel.dagdeel: (deel.van, deel.tot) for deel in school.dagdelen}
    delen = (hours.get(deel) or DAGDELEN[deel] for deel in feiten.rooster.dagdelen(partner, dag))
    for stuk in joined(Tijdvak(moment(dag, van), moment(dag, tot)) for van, tot in delen):
        yield Stuk(_klok(stuk.van), _klok(stuk.tot))


def _waarom_weg(feiten: Weekfeiten, partner: PartnerBeeld, dag: date) -> str:
    """`ziek`, or `ziek (ochtend)` where she is in for the rest of her day."""
    usual = {a.dagdeel for a in partner.aanwezig if a.geldt_op(dag)}
    redenen = {deel: feiten.rooster.waarom_weg(partner, dag, deel) for deel in Dagdeel if deel in usual}
    weg = [(deel, reden) for deel, reden in redenen.items() if reden]
    if not weg:
        return ""
    deel, reden = weg[0]
    return reden if len(weg) == len(usual) else f"{reden} ({deel.label})"


def _gesprekken(feiten: Weekfeiten, ids: set[str], *, ik: bool) -> Iterator[_Taak]:
    for talk in feiten.gesprekken:
        if ik or ids.intersection(talk.wie):
            yield _Taak(Tijdvak(talk.start, talk.eind), Bezetstaat.BEZET, talk.gesprek_id)


def _agenda(feiten: Weekfeiten, ids: set[str]) -> Iterator[_Taak]:
    for agenda in feiten.agendas:
        if agenda.partner_id in ids:
            for blok in agenda.blokken:
                if blok.uid_hash not in feiten.eigen_merken:
                    yield _Taak(Tijdvak(blok.van, blok.tot), blok.staat)


def _op_dag(taken: Iterable[_Taak], dag: date) -> Iterator[Bezetstuk]:
    begin = datetime.combine(dag, time(), AMSTERDAM)
    hele_dag = Tijdvak(begin, datetime.combine(dag + timedelta(days=1), time(), AMSTERDAM))
    for taak in sorted(taken, key=lambda taak: taak.tijdvak):
        if taak.tijdvak.overlaps(hele_dag):
            van, tot = max(taak.tijdvak.van, hele_dag.van), min(taak.tijdvak.tot, hele_dag.tot)
            einde = time.max if tot == hele_dag.tot else _klok(tot)
            yield Bezetstuk(_klok(van), einde, taak.staat, taak.gesprek_id)


def _ouderdom(feiten: Weekfeiten, ids: set[str], vandaag: date) -> str:
    ages = [dagen_oud(agenda.peildatum, vandaag) for agenda in feiten.agendas if agenda.partner_id in ids]
    return ouderdom(max(ages, default=0))


def _samen(
    dag: date, partners: list[tuple[PartnerWeek, tuple[Stuk, ...], tuple[Bezetstuk, ...]]]
) -> Iterator[Gedeeldstuk]:
    """Quarters of an hour in which the same number is free follow on each other as one stretch."""
    lopend: Gedeeldstuk | None = None
    for van, tot in _kwartieren(dag, [stuk for _, aanwezig, _ in partners for stuk in aanwezig]):
        vrij = [p for p, aanwezig, bezet in partners if _is_vrij(van, tot, aanwezig, bezet)]
        aantal = sum(p.rol is not Rol.GEZINSWERKER for p in vrij)
        hier = Gedeeldstuk(van, tot, aantal, any(p.ik for p in vrij))
        if lopend and (lopend.tot, lopend.aantal, lopend.met_mij) == (van, aantal, hier.met_mij):
            lopend = Gedeeldstuk(lopend.van, tot, aantal, hier.met_mij)
            continue
        if lopend and lopend.aantal:
            yield lopend
        lopend = hier
    if lopend and lopend.aantal:
        yield lopend


def _kwartieren(dag: date, stukken: list[Stuk]) -> Iterator[tuple[time, time]]:
    if not stukken:
        return
    van = datetime.combine(dag, min(stuk.van for stuk in stukken))
    laatste = datetime.combine(dag, max(stuk.tot for stuk in stukken))
    while van < laatste:
        yield van.time(), min(van + KWARTIER, laatste).time()
        van += KWARTIER


def _is_vrij(van: time, tot: time, aanwezig: tuple[Stuk, ...], bezet: tuple[Bezetstuk, ...]) -> bool:
    if not any(stuk.van <= van and tot <= stuk.tot for stuk in aanwezig):
        return False
    return not any(stuk.staat is Bezetstaat.BEZET and stuk.van < tot and van < stuk.tot for stuk in bezet)


def _klok(ogenblik: datetime) -> time:
    return ogenblik.astimezone(AMSTERDAM).time()
