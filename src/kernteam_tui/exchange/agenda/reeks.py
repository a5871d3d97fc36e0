"""All VEVENTs of one UID together: the series, its exceptions, and the instances within a window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from kernteam_tui.domain.planning.week import Bezetstaat
from kernteam_tui.exchange.agenda.afspraak import (
    Inhoud,
    Kop,
    Meld,
    Tijdstip,
    einde,
    in_reeks,
    lees_inhoud,
)
from kernteam_tui.exchange.agenda.grenzen import AfspraakOnleesbaar, Werk
from kernteam_tui.exchange.agenda.instanties import instanties, is_weggehaald
from kernteam_tui.exchange.agenda.waarden import EERSTE_JAAR, LAATSTE_JAAR, Duur, onleesbaar

_SPELING = timedelta(days=2)
"""No two clocks on earth stand further apart."""
_BEGIN_DER_TIJDEN = datetime(EERSTE_JAAR, 1, 1)  # noqa: DTZ001  # wall clock
_EIND_DER_TIJDEN = datetime(LAATSTE_JAAR, 12, 31)  # noqa: DTZ001  # wall clock


@dataclass(frozen=True, slots=True)
class Venster:
    """The half-open time that is asked about; aware, in UTC."""

    van: datetime
    tot: datetime


@dataclass(frozen=True, slots=True)
class Bezet:
    """A time that is taken; aware, in UTC."""

    van: datetime
    tot: datetime
    staat: Bezetstaat


@dataclass(frozen=True, slots=True)
class _Wending:
    """From an instance on everything is otherwise (THISANDFUTURE); `inhoud` None: nothing takes time."""

    vanaf: datetime
    verschuiving: timedelta
    staat: Bezetstaat | None
    inhoud: Inhoud | None


def bezet_door(koppen: list[Kop], venster: Venster, werk: Werk, meld: Meld) -> Iterator[Bezet]:
    """The times in the window that the VEVENTs of one UID take. What cannot be read is said, and left out."""
    werk.begin_reeks()
    exceptions = _uitzonderingen(koppen, werk, meld)
    last = _laatste([kop for kop in koppen if kop.instantie is None])
    turned = any(kop.volgend and kop.staat for kop, _ in exceptions)
    masters = _leesbaar([kop for kop in _geldend(last) if kop.staat or turned], werk, meld)
    for master, inhoud in masters:
        try:
            yield from tuple(
                _van_reeks(master, inhoud, exceptions, venster, werk, meld)
            )  # whole, or not at all
        except AfspraakOnleesbaar as fout:
            meld(fout.tekst)
    for kop, own in exceptions:
        if own is None or kop.staat is None or (kop.volgend and last):
            continue
        try:
            blocks = list(_binnen(venster, own.begin, own.duur, kop.staat))
            if blocks and not _vervallen(kop, last, masters, werk, meld):
                yield from blocks
        except AfspraakOnleesbaar as fout:
            meld(fout.tekst)


def _laatste(koppen: list[Kop]) -> list[Kop]:
    """Those of the newest revision."""
    newest = max((kop.herziening for kop in koppen), default=None)
    return [kop for kop in koppen if kop.herziening == newest]


def _geldend(laatste: list[Kop]) -> list[Kop]:
    """Nothing where one is cancelled. Two that differ are two appointments with one UID: both stand."""
    if any(kop.afgezegd for kop in laatste):
        return []
    return list({_tijdregels(kop): kop for kop in laatste}.values())


def _vervallen(
    kop: Kop, laatste: list[Kop], masters: list[tuple[Kop, Inhoud]], werk: Werk, meld: Meld
) -> bool:
    """Whether the series was changed after this exception so that its instance is there no more: cancelled,
    ended before, or taken out. Of one revision, what is taken out stays out."""
    if any(other.afgezegd and kop.volgnummer < other.volgnummer for other in laatste):
        return True
    for master, inhoud in masters:
        if kop.instantie is None or kop.volgnummer > master.volgnummer:
            continue
        moment = _sleutel(kop.instantie, inhoud.begin)
        if is_weggehaald(master, inhoud.begin, moment, werk, meld):
            return True
        if kop.volgnummer < master.volgnummer and not _in_reeks(master, inhoud, moment, werk, meld):
            return True
    return False


def _in_reeks(master: Kop, inhoud: Inhoud, moment: datetime, werk: Werk, meld: Meld) -> bool:
    lokaal = inhoud.begin.zone.naar_lokaal(moment)
    near = instanties(master, inhoud, _eerder(lokaal, _SPELING), _later(lokaal, _SPELING), werk, meld)
    return any(instance.begin.utc() == moment for instance in near)


def _tijdregels(kop: Kop) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(kop.deel.regels.get(naam, ())) for naam in ("DTSTART", "DTEND", "DURATION", "RRULE"))


def _geldende_uitzonderingen(koppen: list[Kop]) -> list[Kop]:
    """The newest revision for each instance, in order of the instances."""
    found: dict[tuple[datetime, bool, bool], Kop] = {}
    for kop in koppen:
        if kop.instantie is None:
            continue
        try:
            key = (kop.instantie.utc(), kop.instantie.hele_dag, kop.volgend)
        except AfspraakOnleesbaar:
            continue
        known = found.get(key)
        if known is None or (kop.herziening, kop.afgezegd) >= (known.herziening, known.afgezegd):
            found[key] = kop
    return [found[key] for key in sorted(found)]


def _uitzonderingen(koppen: list[Kop], werk: Werk, meld: Meld) -> list[tuple[Kop, Inhoud | None]]:
    """Exceptions with their times, if they take time; one that cannot be read leaves the series as it was."""
    found: list[tuple[Kop, Inhoud | None]] = []
    for kop in _geldende_uitzonderingen(koppen):
        own = _leesbaar([kop], werk, meld) if kop.staat is not None else [(kop, None)]
        found += own
    return found


def _leesbaar(koppen: list[Kop], werk: Werk, meld: Meld) -> list[tuple[Kop, Inhoud]]:
    """Those that can be read; of the others it is said why not."""
    found: list[tuple[Kop, Inhoud]] = []
    for kop in koppen:
        try:
            found.append((kop, lees_inhoud(kop, werk, meld)))
        except AfspraakOnleesbaar as fout:
            meld(fout.tekst)
    return found


def _van_reeks(
    master: Kop,
    inhoud: Inhoud,
    exceptions: list[tuple[Kop, Inhoud | None]],
    venster: Venster,
    werk: Werk,
    meld: Meld,
) -> Iterator[Bezet]:
    begin = inhoud.begin
    turns = [turn for kop, own in exceptions if kop.volgend and (turn := _wending(kop, own, begin))]
    turns.sort(key=lambda turn: turn.vanaf)
    replaced = {_sleutel(kop.instantie, begin) for kop, _ in exceptions if kop.instantie and not kop.volgend}
    lengths = [inhoud.duur, *(extra.duur for extra in inhoud.extra if extra.duur)]
    lengths += [turn.inhoud.duur for turn in turns if turn.inhoud]
    shift = max((abs(turn.verschuiving) for turn in turns), default=timedelta())
    margin = max(length.hoogstens for length in lengths) + shift + _SPELING
    vanaf = _eerder(venster.van.replace(tzinfo=None), margin)
    tot = _later(venster.tot.replace(tzinfo=None), margin)
    for instance in instanties(master, inhoud, vanaf, tot, werk, meld):
        moment = instance.begin.utc()
        if moment in replaced:
            continue
        turn = next((turn for turn in reversed(turns) if turn.vanaf <= moment), None)
        if turn is None:
            if master.staat is not None:
                yield from _binnen(venster, instance.begin, instance.duur or inhoud.duur, master.staat)
        elif turn.inhoud is not None and turn.staat is not None:
            yield from _binnen(venster, _verschoven(moment, turn, turn.inhoud), turn.inhoud.duur, turn.staat)


def _wending(kop: Kop, inhoud: Inhoud | None, begin: Tijdstip) -> _Wending | None:
    if kop.instantie is None:
        return None
    vanaf = _sleutel(kop.instantie, begin)
    if inhoud is None:
        return _Wending(vanaf, timedelta(), None, None)
    shift = inhoud.begin.lokaal - inhoud.begin.zone.naar_lokaal(vanaf)
    return _Wending(vanaf, shift, kop.staat, inhoud)


def _verschoven(moment: datetime, turn: _Wending, inhoud: Inhoud) -> Tijdstip:
    """An instance after the turn: as much later by the clock as the first one was moved."""
    zone = inhoud.begin.zone
    try:
        return Tijdstip(zone.naar_lokaal(moment) + turn.verschuiving, zone, inhoud.begin.hele_dag)
    except OverflowError:
        raise onleesbaar("verschuiving") from None


def _sleutel(instantie: Tijdstip, begin: Tijdstip) -> datetime:
    """The moment of the instance that is meant; midnight, in a series of another hour, means the day."""
    named = in_reeks(instantie, begin)
    if not begin.hele_dag:
        lokaal = begin.zone.naar_lokaal(named.utc())
        if not (lokaal.hour or lokaal.minute) and (begin.lokaal.hour or begin.lokaal.minute):
            return in_reeks(Tijdstip(lokaal, begin.zone, hele_dag=True), begin).utc()
    return named.utc()


def _binnen(venster: Venster, begin: Tijdstip, duur: Duur, staat: Bezetstaat) -> Iterator[Bezet]:
    first, last = sorted((begin.utc(), einde(begin, duur)))
    if first < last and first < venster.tot and last > venster.van:
        yield Bezet(first, last, staat)


def _eerder(lokaal: datetime, marge: timedelta) -> datetime:
    return lokaal - marge if lokaal - _BEGIN_DER_TIJDEN > marge else _BEGIN_DER_TIJDEN


def _later(lokaal: datetime, marge: timedelta) -> datetime:
    return lokaal + marge if _EIND_DER_TIJDEN - lokaal > marge else _EIND_DER_TIJDEN
