"""What planning asks of the store, read once for a number of days: schools, who is away, talks, calendars."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from kernteam_tui.data.queries.agenda import AgendaRegel, lees_agenda
from kernteam_tui.data.queries.agendas import AgendaStand, lees_agendas
from kernteam_tui.data.queries.instellingen import lees_geheim
from kernteam_tui.data.queries.rooster import AfwezigRegel, lees_afwezigheden
from kernteam_tui.domain.datumtekst import dag_van
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
    alle_gesprekken: tuple[AgendaRegel, ...]
    """Every talk of these days, whatever became of it."""
    gesprekken: tuple[AgendaRegel, ...]
    """Those that still have to be held and that count."""
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

    def waarom_dicht(self, talk: AgendaRegel) -> str:
        """Why a talk at school cannot be held there that day (`studiedag`); empty where it can."""
        if not talk.op_school:
            return ""
        return self.werkdag.kalenders[talk.school_id].waarom_dicht(dag_van(talk.start)) or ""

    @cached_property
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
        geheim = lees_geheim(conn)
    return Weekfeiten(
        van,
        tot_en_met,
        sessie.nu(),
        werkdag,
        afwezig,
        talks,
        tuple(t for t in talks if t.staat.nog_te_houden and t.gesprek_id not in behalve),
        agendas,
        _merken(talks, geheim) if agendas and geheim else frozenset(),
    )


def _grenzen(van: date, tot_en_met: date) -> tuple[datetime, datetime]:
    last = datetime.combine(tot_en_met + timedelta(days=1), time(), AMSTERDAM)
    return datetime.combine(van, time(), AMSTERDAM), last


def _merken(talks: tuple[AgendaRegel, ...], geheim: bytes) -> frozenset[str]:
    return frozenset(merk_van(uid_voor(talk.gesprek_id, geheim)) for talk in talks)
