"""Changing when somebody is in: a dagdeel on or off, in which weeks, from when until when.

A dagdeel may have several pieces of time (`Aanwezigheid`); what is over on the day given is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from kernteam_tui.domain.codes import Dag, Dagdeel
from kernteam_tui.domain.plancodes import Weken
from kernteam_tui.domain.school import Aanwezigheid

_EEN_DAG = timedelta(days=1)
Vak = tuple[Dag, Dagdeel]
"""A dagdeel of the week."""
Patroon = tuple[Aanwezigheid, ...]

SCHOOLWEEK = tuple(Dag)[:5]
VAKKEN: tuple[Vak, ...] = tuple((dag, deel) for dag in SCHOOLWEEK for deel in Dagdeel)
"""Monday morning up to and including Friday afternoon."""
_VOLGENDE = {Weken.ELKE: Weken.EVEN, Weken.EVEN: Weken.ONEVEN, Weken.ONEVEN: Weken.ELKE}


def delen_van(patroon: Patroon, vak: Vak, vandaag: date) -> Patroon:
    """The pieces of this dagdeel that are not over, the first to begin in front."""
    delen = (a for a in patroon if (a.dag, a.dagdeel) == vak and a.tot_en_met >= vandaag)
    return tuple(sorted(delen, key=lambda a: (a.van, a.tot_en_met, a.weken)))


def wissel(patroon: Patroon, vakken: Sequence[Vak], vandaag: date) -> Patroon:
    """All of these on; or all of them off, when they were on already."""
    aan = [vak for vak in vakken if delen_van(patroon, vak, vandaag)]
    if len(aan) == len(vakken):
        return _zonder(patroon, vakken, vandaag)
    return _op_orde([*patroon, *(Aanwezigheid(*vak) for vak in vakken if vak not in aan)])


def volgende_weken(patroon: Patroon, vak: Vak, vandaag: date) -> Patroon:
    """Every week, even weeks, odd weeks, every week again; a dagdeel that was off begins with even.

    Pieces of time that touch and now hold in the same weeks become one.
    """
    delen = delen_van(patroon, vak, vandaag)
    if not delen:
        return _op_orde([*patroon, Aanwezigheid(*vak, Weken.EVEN)])
    weken = _VOLGENDE[delen[0].weken]
    return _op_orde([*_zonder(patroon, [vak], vandaag), *_aaneen(replace(a, weken=weken) for a in delen)])


def zet_periode(
    patroon: Patroon, vakken: Iterable[Vak], van: date, tot_en_met: date, vandaag: date
) -> Patroon:
    """What is on of these holds from `van` up to and including `tot_en_met`; what is off stays off."""
    vakken = list(vakken)
    delen = (a for vak in vakken for a in delen_van(patroon, vak, vandaag)[:1])
    nieuw = [replace(a, van=van, tot_en_met=tot_en_met) for a in delen]
    return _op_orde([*_zonder(patroon, vakken, vandaag), *nieuw])


def neem_over(oud: Patroon, vakken: Iterable[Vak], vandaag: date) -> Patroon:
    """A plain week put over a pattern: a dagdeel that stays keeps its weeks and its time, what is over stays
    as it was, and a dagdeel that is only over comes back."""
    voorbij = (a for a in oud if a.tot_en_met < vandaag)
    nu = (a for vak in set(vakken) for a in delen_van(oud, vak, vandaag) or (Aanwezigheid(*vak),))
    return _op_orde((*voorbij, *nu))


def komt_in(patroon: Patroon, vak: Vak, weken: Weken, vandaag: date) -> bool:
    """Whether somebody is in on this dagdeel in even or in odd weeks, now or later."""
    return any(a.weken in (weken, Weken.ELKE) for a in delen_van(patroon, vak, vandaag))


def _zonder(patroon: Patroon, vakken: Sequence[Vak], vandaag: date) -> Patroon:
    return tuple(a for a in patroon if (a.dag, a.dagdeel) not in vakken or a.tot_en_met < vandaag)


def _aaneen(delen: Iterable[Aanwezigheid]) -> list[Aanwezigheid]:
    """Pieces of one dagdeel that differ in their time only, those that overlap or touch as one."""
    heel: list[Aanwezigheid] = []
    for deel in sorted(delen):
        if heel and (deel.van <= heel[-1].tot_en_met or deel.van == heel[-1].tot_en_met + _EEN_DAG):
            tot_en_met = max(heel[-1].tot_en_met, deel.tot_en_met)
            heel[-1] = replace(heel[-1], tot_en_met=tot_en_met)
        else:
            heel.append(deel)
    return heel


def _op_orde(delen: Iterable[Aanwezigheid]) -> Patroon:
    """In one order, whatever was changed first; nothing twice."""
    return tuple(sorted(set(delen)))
