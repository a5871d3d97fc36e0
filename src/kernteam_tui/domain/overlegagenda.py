"""What belongs on the agenda of the weekly kernpartneroverleg, and when it is (S11, S76).

A casus stands there once, for as long as there is a reason; the reasons are reckoned anew each time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kernteam_tui.domain.codes import Dag, GesprekSoort
from kernteam_tui.domain.datumtekst import dag_kort, moment_kort
from kernteam_tui.domain.kalender import Kalender
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.overleg import Overleg, Overlegpunt
from kernteam_tui.domain.plancodes import Overlegsoort
from kernteam_tui.domain.schooltijd import Overlegmoment
from kernteam_tui.domain.signalen.beeld import Beeld
from kernteam_tui.domain.signalen.loop import terugkoppelen_op
from kernteam_tui.domain.uitstel import streefdag, waarom_later
from kernteam_tui.domain.wachttijd import MIJLPALEN, wachttijd

ERAF = -1
"""`volgorde` of a point that the worker took off the agenda: it does not come back to this meeting."""
MINUTEN_PER_PUNT = 10
_WEKEN_VOORUIT = 26
"""How many weeks ahead an open day of the school is looked for."""


@dataclass(frozen=True)
class Aanleiding:
    """One reason why a casus stands on the agenda."""

    soort: Overlegsoort
    tekst: str
    """For the worker alone: it can name people."""
    buiten: str
    """For who may know how it goes: no name, and nothing of the content."""
    uiterlijk: date | None = None


def aanleidingen(beeld: Beeld, dag: date) -> tuple[Aanleiding, ...]:
    """Why this casus should be talked about on that day, the most urgent kind first; empty: it need not."""
    found = (*_startgesprek(beeld), *_wachttijd(beeld, dag), *_afspraken(beeld, dag))
    return (*found, *_terugkoppelingen(beeld, dag))


def _startgesprek(beeld: Beeld) -> Iterator[Aanleiding]:
    feiten = beeld.feiten
    waits = feiten.open and not feiten.zorg_zonder_vraag and feiten.begeleiding_gestart is None
    if not waits or feiten.gehouden(GesprekSoort.STARTGESPREK):
        return
    planned = feiten.gepland(GesprekSoort.STARTGESPREK)
    last = streefdag(feiten, beeld.startgesprek_uiterlijk)
    outside = _nog_plannen(last, beeld.vandaag)
    if planned is not None:
        outside = f"startgesprek {moment_kort(planned.start)}"
    later = waarom_later(feiten) if planned is None else ""
    text = f"{outside}; {later}" if later else outside
    yield Aanleiding(Overlegsoort.STARTGESPREK, text, outside, last)


def _nog_plannen(last: date | None, vandaag: date) -> str:
    """A family that wants it later without a day has no day that can be past (S26)."""
    if last is None:
        return "startgesprek nog plannen"
    when = "uiterlijk was" if last < vandaag else "uiterlijk"
    return f"startgesprek nog plannen, {when} {dag_kort(last)}"


def _wachttijd(beeld: Beeld, dag: date) -> Iterator[Aanleiding]:
    waits = wachttijd(beeld.feiten, dag)
    if waits is None or waits.dagen < MIJLPALEN[0]:
        return
    text = f"wacht {waits.dagen} dagen op de start van de hulp"
    yield Aanleiding(Overlegsoort.WACHTTIJD, text, text)


def _afspraken(beeld: Beeld, dag: date) -> Iterator[Aanleiding]:
    """Actions of the plan and of talks whose day has come."""
    if not beeld.feiten.open:
        return
    due = [a for a in beeld.feiten.acties if a.wanneer is not None and a.wanneer <= dag]
    if not due:
        return
    first = min(due, key=lambda actie: actie.wanneer or date.max)
    more = f" (en nog {len(due) - 1})" if len(due) > 1 else ""
    outside = "1 afspraak nagaan" if len(due) == 1 else f"{len(due)} afspraken nagaan"
    yield Aanleiding(Overlegsoort.AFSPRAAK, f"afspraak nagaan: {first.wat}{more}", outside, first.wanneer)


def _terugkoppelingen(beeld: Beeld, dag: date) -> Iterator[Aanleiding]:
    for afspraak in beeld.feiten.terugkoppelingen:
        due = terugkoppelen_op(beeld, afspraak)
        if due is not None and due <= dag:
            text = f"terugkoppelen aan {afspraak.partner}"
            yield Aanleiding(Overlegsoort.TERUGKOPPELING, text, "terugkoppelen", due)


# --- the points ------------------------------------------------------------------------------------


def sleutel(punt: Overlegpunt) -> str:
    """How a point of one meeting is named: its casus, of which there is one point, or else its own id."""
    return punt.casus_id or punt.id


@dataclass(frozen=True)
class Punt:
    """A point as it stands on the agenda now, with why."""

    punt: Overlegpunt
    waarom: tuple[Aanleiding, ...] = ()
    beeld: Beeld | None = None
    """The casus; None where the point is about none."""

    @property
    def sleutel(self) -> str:
        """See `sleutel`."""
        return sleutel(self.punt)


def bouw_agenda(overleg: Overleg | None, beelden: Iterable[Beeld], dag: date) -> tuple[Punt, ...]:
    """The agenda of that day: what was put in order before, and behind it what came since.

    A casus without a reason any more goes by itself, unless something was typed about it or it was talked
    about. New points are new `Overlegpunt`en that no store knows yet.
    """
    by_id = {beeld.feiten.casus_id: beeld for beeld in beelden}
    kept = sorted(overleg.punten, key=lambda punt: punt.volgorde) if overleg is not None else []
    known = {punt.casus_id for punt in kept if punt.casus_id}
    stored = [_als_punt(punt, by_id, dag) for punt in kept if punt.volgorde != ERAF]
    new = [
        Punt(Overlegpunt(casus_id=casus_id, soort=reasons[0].soort), reasons, beeld)
        for casus_id, beeld in by_id.items()
        if casus_id not in known and (reasons := aanleidingen(beeld, dag))
    ]
    return (*(punt for punt in stored if _blijft(punt)), *sorted(new, key=_dringend))


def _als_punt(punt: Overlegpunt, by_id: dict[str, Beeld], dag: date) -> Punt:
    beeld = by_id.get(punt.casus_id or "")
    return Punt(punt, aanleidingen(beeld, dag) if beeld is not None else (), beeld)


def _blijft(item: Punt) -> bool:
    punt = item.punt
    if punt.casus_id is None or punt.besproken or item.waarom:
        return True
    return item.beeld is not None and (punt.soort is Overlegsoort.EIGEN or bool(punt.tekst.strip()))


def _dringend(item: Punt) -> tuple[int, bool, date, str]:
    """Kind of reason, spoed, least days, number."""
    assert item.beeld is not None
    feiten = item.beeld.feiten
    first = item.waarom[0]
    return (
        tuple(Overlegsoort).index(first.soort),
        not feiten.spoed,
        first.uiterlijk or date.max,
        feiten.nummer,
    )


def zet_in_volgorde(overleg: Overleg, agenda: Sequence[Punt]) -> None:
    """Keep these points in this order; what was taken off stays off, what went by itself goes."""
    standing = {item.punt.id for item in agenda}
    overleg.punten[:] = [p for p in overleg.punten if p.volgorde == ERAF or p.id in standing]
    for number, item in enumerate(agenda):
        item.punt.volgorde = number
        if item.punt not in overleg.punten:
            item.punt.overleg_id = overleg.id
            overleg.punten.append(item.punt)


def verplaatst(agenda: Sequence[Punt], van: str, stap: int) -> tuple[Punt, ...]:
    """The agenda with the point `van` so many places further; at an end nothing moves."""
    items = list(agenda)
    place = next((n for n, item in enumerate(items) if item.sleutel == van), None)
    if place is None or not 0 <= place + stap < len(items):
        return tuple(items)
    items.insert(place + stap, items.pop(place))
    return tuple(items)


def gaat_mee(overleg: Overleg) -> tuple[Overlegpunt, ...]:
    """New points for the next meeting: what was not talked about, and of points without a casus what somebody
    would still do. A casus that only has reasons comes back by itself."""
    standing = sorted((p for p in overleg.punten if p.volgorde != ERAF), key=lambda p: p.volgorde)
    return tuple(_volgende(punt) for punt in standing if _gaat_mee(punt))


def _gaat_mee(punt: Overlegpunt) -> bool:
    if punt.casus_id is not None:
        typed = punt.soort is Overlegsoort.EIGEN or bool(punt.tekst.strip())
        return typed and not punt.besproken
    return not punt.besproken or bool(punt.actie.strip() and not punt.actie_klaar)


def _volgende(punt: Overlegpunt) -> Overlegpunt:
    return Overlegpunt(
        casus_id=punt.casus_id,
        soort=Overlegsoort.AFSPRAAK if punt.besproken else punt.soort,
        tekst=punt.tekst,
        wie=punt.wie,
        actie=punt.actie,
        actie_op=punt.actie_op,
    )


# --- when it is --------------------------------------------------------------------------------------


def volgend_moment(vast: Overlegmoment, kalender: Kalender, vanaf: date) -> datetime:
    """The first fixed moment on or after that day on which the school is not known to be closed; local time.

    Where every week of half a year is closed, the first one all the same.
    """
    first = vanaf + timedelta(days=(tuple(Dag).index(vast.dag) - vanaf.weekday()) % 7)
    days = [first + timedelta(weeks=week) for week in range(_WEKEN_VOORUIT)]
    day = next((d for d in days if kalender.waarom_dicht(d) is None), first)
    return datetime.combine(day, vast.van, AMSTERDAM)


def eerste_vrije(sleutels: Sequence[str], klaar: Collection[str], na: str) -> str:
    """The next point to talk about: behind `na`, or else from the top; empty where all are done."""
    place = sleutels.index(na) + 1 if na in sleutels else 0
    rest = [*sleutels[place:], *sleutels[:place]]
    return next((one for one in rest if one not in klaar and one != na), "")
