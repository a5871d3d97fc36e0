"""What planning asks of the store, read once for a number of days: schools, who is away, talks, calendars."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kernteam_tui.data.queries.agenda import AgendaRegel, lees_agenda
from kernteam_tui.data.queries.agendas import AgendaStand, lees_agendas
from kernteam_tui.data.queries.rooster import AfwezigRegel, lees_afwezigheden
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.planning.tijd import Tijdvak
from kernteam_tui.domain.rooster import Rooster
from kernteam_tui.domain.uitnodigen import uid_voor
from kernteam_tui.exchange.agenda.merk import merk_van
from kernteam_tui.services.beelden import Werkdag, lees_werkdag
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class Weekfeiten:
    """Everything but the casussen, for the days `van` up to and including `tot_en_met`."""

    van: date
    tot_en_met: date
    nu: datetime
    werkdag: Werkdag
    afwezig: tuple[AfwezigRegel, ...]
    gesprekken: tuple[AgendaRegel, ...]
    """Talks that still have to be held and that count."""
    agendas: tuple[AgendaStand, ...]
    eigen_merken: frozenset[str]
    """Marks of every talk of this store in these days: in a calendar they are no news."""

    @property
    def tijdvak(self) -> Tijdvak:
        """These days as one stretch."""
        return Tijdvak(*_grenzen(self.van, self.tot_en_met))

    @property
    def dagen(self) -> tuple[date, ...]:
        """Each day in order."""
        return tuple(self.van + timedelta(days=n) for n in range((self.tot_en_met - self.van).days + 1))

    @property
    def rooster(self) -> Rooster:
        """Who is in, for all schools together."""
        instellingen = self.werkdag.instellingen
        return Rooster(self.werkdag.scholen, self.afwezig, instellingen.vrije_dagen)


def lees_weekfeiten(sessie: Sessie, van: date, tot_en_met: date, behalve: Collection[str] = ()) -> Weekfeiten:
    """Read them. `behalve` holds ids of talks that are being moved: they take nobody's time."""
    werkdag = lees_werkdag(sessie)
    first, last = _grenzen(van, tot_en_met)
    with sessie.lezen() as conn:
        talks = lees_agenda(conn, first, last)
        afwezig = lees_afwezigheden(conn, van)
        agendas = lees_agendas(conn)
    return Weekfeiten(
        van,
        tot_en_met,
        sessie.nu(),
        werkdag,
        afwezig,
        tuple(t for t in talks if t.staat.nog_te_houden and t.gesprek_id not in behalve),
        agendas,
        _merken(sessie, talks) if agendas else frozenset(),
    )


def _grenzen(van: date, tot_en_met: date) -> tuple[datetime, datetime]:
    last = datetime.combine(tot_en_met + timedelta(days=1), time(), AMSTERDAM)
    return datetime.combine(van, time(), AMSTERDAM), last


def _merken(sessie: Sessie, talks: tuple[AgendaRegel, ...]) -> frozenset[str]:
    with sessie.unit_of_work() as uow:
        geheim = uow.instellingen().geheim
    return frozenset(merk_van(uid_voor(talk.gesprek_id, geheim)) for talk in talks)
