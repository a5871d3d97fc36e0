"""The instances of one series near a window: its rules and extra dates, less what was taken out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from kernteam_tui.exchange.agenda.afspraak import (
    Extra,
    Inhoud,
    Kop,
    Meld,
    Tijdstip,
    in_reeks,
    lijst,
    maak_tijdstip,
)
from kernteam_tui.exchange.agenda.grenzen import AfspraakOnleesbaar, Werk
from kernteam_tui.exchange.agenda.herhaling import Herhaling
from kernteam_tui.exchange.agenda.uitrollen import rol_uit
from kernteam_tui.exchange.agenda.waarden import Waarde
from kernteam_tui.exchange.agenda.zone import LOKAAL

_WAARDELENGTES = (8, 15, 16)


def instanties(
    kop: Kop, inhoud: Inhoud, vanaf: datetime, tot: datetime, werk: Werk, meld: Meld
) -> Iterator[Extra]:
    """Every instance that begins from `vanaf` up to `tot` (by the clock of the series), each once.

    Raises AfspraakOnleesbaar where a rule would take too long.
    """
    begin = inhoud.begin
    weg = _lees_weg(kop, begin, (vanaf, tot), werk, meld)
    weg_door_regel = {
        moment for regel in inhoud.niet_regels for moment in _van_regel(regel, begin, vanaf, tot, werk)
    }
    seen: set[datetime] = set()
    for extra in _alle(inhoud, vanaf, tot, werk):
        lokaal = extra.begin.lokaal
        moment = extra.begin.utc()
        if moment in seen or lokaal in weg_door_regel or weg.noemt(extra.begin, moment):
            continue
        seen.add(moment)
        yield extra


def is_weggehaald(kop: Kop, begin: Tijdstip, moment: datetime, werk: Werk, meld: Meld) -> bool:
    """Whether EXDATE names the instance of the series at that moment (aware)."""
    lokaal = begin.zone.naar_lokaal(moment)
    weg = _lees_weg(kop, begin, (lokaal, lokaal), werk, meld)
    return weg.noemt(Tijdstip(lokaal, begin.zone, begin.hele_dag), moment)


def _alle(inhoud: Inhoud, vanaf: datetime, tot: datetime, werk: Werk) -> Iterator[Extra]:
    """Extra dates first: one that was written as a period knows its own length."""
    for extra in inhoud.extra:
        if vanaf <= extra.begin.lokaal < tot:
            yield extra
    begin = inhoud.begin
    if not inhoud.regels:
        yield Extra(begin, None)
    for regel in inhoud.regels:
        for lokaal in _van_regel(regel, begin, vanaf, tot, werk):
            yield Extra(Tijdstip(lokaal, begin.zone, begin.hele_dag), None)


def _van_regel(
    regel: Herhaling, begin: Tijdstip, vanaf: datetime, tot: datetime, werk: Werk
) -> Iterator[datetime]:
    until = regel.tot_en_met
    if until is None:
        yield from rol_uit(regel, begin.lokaal, vanaf, tot, werk)
        return
    if begin.hele_dag:
        until = _laatste_dag(until)
    last = min(tot, until.lokaal + timedelta(days=2))
    for lokaal in rol_uit(regel, begin.lokaal, vanaf, last, werk):
        if until.hele_dag:
            binnen = lokaal.date() <= until.lokaal.date()
        elif until.utc:
            binnen = begin.zone.naar_utc(lokaal) <= until.lokaal.replace(tzinfo=UTC)
        else:
            binnen = lokaal <= until.lokaal
        if binnen:
            yield lokaal


def _laatste_dag(until: Waarde) -> Waarde:
    """The last day of a series of whole days: the day as written, or the day here of a midnight in UTC."""
    here = LOKAAL.naar_lokaal(until.lokaal.replace(tzinfo=UTC)) if until.utc else until.lokaal
    return Waarde(here if here.time() == time() else until.lokaal, True, False)


@dataclass(frozen=True, slots=True)
class _Weg:
    """What EXDATE took out: moments, and days whole."""

    momenten: frozenset[datetime]
    dagen: frozenset[date]

    def noemt(self, begin: Tijdstip, moment: datetime) -> bool:
        return moment in self.momenten or begin.lokaal.date() in self.dagen


def _lees_weg(kop: Kop, begin: Tijdstip, bereik: tuple[datetime, datetime], werk: Werk, meld: Meld) -> _Weg:
    """Only values near the window are looked at: there may be a hundred thousand."""
    near = (_cijfers(_dag_ervoor(bereik[0])), _cijfers(_dag_erna(bereik[1])))
    moments: set[datetime] = set()
    days: set[date] = set()
    values = lijst(kop.deel, "EXDATE")
    werk.neem(len(values) // 4)
    for waarde, tzid in values:
        if _is_ver(waarde, near):
            continue
        try:
            tijdstip = maak_tijdstip(waarde, tzid, kop.zones, "uitzondering", meld)
            if tijdstip.hele_dag or begin.hele_dag:
                days.add(in_reeks(tijdstip, begin).lokaal.date())
            else:
                moments.add(in_reeks(tijdstip, begin).utc())
        except AfspraakOnleesbaar as fout:
            meld(fout.tekst)
    return _Weg(frozenset(moments), frozenset(days))


def _is_ver(waarde: str, dichtbij: tuple[str, str]) -> bool:
    day = waarde[:8]
    return (
        len(waarde) in _WAARDELENGTES
        and day.isascii()
        and day.isdigit()
        and not dichtbij[0] <= day <= dichtbij[1]
    )


def _cijfers(dag: date) -> str:
    return dag.isoformat().replace("-", "")


def _dag_ervoor(moment: datetime) -> date:
    return moment.date() - timedelta(days=3) if moment.year > 2 else date.min


def _dag_erna(moment: datetime) -> date:
    return moment.date() + timedelta(days=3) if moment.year < 9998 else date.max
