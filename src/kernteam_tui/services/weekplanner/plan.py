"""A plan for every startgesprek of a week at once: what stands stays, unless it cannot or may move."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.planning.situatie import Tafel
from kernteam_tui.domain.planning.voorstellen import waarom_niet
from kernteam_tui.domain.planning.week import Optie, Plancasus
from kernteam_tui.domain.planning.woorden import met_hoofdletter
from kernteam_tui.domain.roosterweek import schooldagen_van
from kernteam_tui.services.planweek import Weekfeiten, lees_weekfeiten
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.weekindeling import deel_in
from kernteam_tui.services.weekplanner.beeld import NietGepland, Plaats, Plaatssoort, Weekplan
from kernteam_tui.services.weekplanner.naamlijst import Naamlijst
from kernteam_tui.services.weekplanner.tafels import Tafels, maak_tafels
from kernteam_tui.services.weekplanner.wachtenden import Wachtende, lees_wachtenden


def maak_plan(
    sessie: Sessie, maandag: date, school_id: str | None = None, *, schuif: frozenset[str] = frozenset()
) -> Weekplan:
    """The best plan for the open startgesprekken of this week (contract 4, `indelen`); nothing is kept.

    A planned one stays where it is, unless somebody who must be there is away by now, the school is closed
    or its id is in `schuif`: then it may move. Takes some seconds at most. Raises DatumBuitenBereik.
    """
    vrijdag = schooldagen_van(maandag)[-1]
    feiten = lees_weekfeiten(sessie, maandag, vrijdag)
    alle = lees_wachtenden(sessie, feiten.werkdag, school_id)
    los = _los(feiten, alle, schuif)
    feiten = replace(feiten, gesprekken=tuple(t for t in feiten.gesprekken if t.gesprek_id not in los))
    mee = tuple(w for w in alle if w.gepland is None or w.gepland.id in los)
    tafels = maak_tafels(feiten, mee)
    casussen = {w.casus.id: tafels.casus(w, vrijdag) for w in mee if w.dagen.first <= vrijdag}
    indeling = deel_in(tafels.week, tuple(casussen.values()))
    per_casus = {w.casus.id: w for w in mee}
    woorden = Naamlijst(tafels, mee)
    geplaatst = (
        _plaats(tafels, per_casus[p.casus], casussen[p.casus], p.ruimte, Optie(p.start, p.minuten))
        for p in indeling.geplaatst
    )
    blijven = _blijven(feiten, alle, los)
    return Weekplan(
        maandag,
        tuple(sorted((*geplaatst, *blijven), key=lambda plaats: (plaats.moment.start, plaats.casus))),
        (
            *(
                _niet(
                    per_casus[een.casus],
                    _waarom_geen_plek(tafels.tafel(casussen[een.casus]), woorden.in_woorden(een.reden)),
                )
                for een in indeling.niet_geplaatst
            ),
            *(_niet(w, "Het gezin wil het gesprek na deze week.") for w in mee if w.casus.id not in casussen),
        ),
        indeling.bewezen,
    )


def _los(feiten: Weekfeiten, alle: tuple[Wachtende, ...], schuif: frozenset[str]) -> frozenset[str]:
    """Ids of planned startgesprekken of this week that may move: those in `schuif`, those to which somebody
    who must be there can no longer come, and those at a school that is closed by now."""
    starts = [t for t in feiten.gesprekken if t.soort is GesprekSoort.STARTGESPREK]
    planned = {t.gesprek_id for t in starts}
    los = set(schuif & planned)
    los |= {t.gesprek_id for t in starts if t.start >= feiten.nu and feiten.waarom_dicht(t)}
    for wachtende in alle:
        talk = wachtende.gepland
        if talk is None or talk.id not in planned or talk.id in los or talk.start < feiten.nu:
            continue
        rest = tuple(t for t in feiten.gesprekken if t.gesprek_id != talk.id)
        tafels = maak_tafels(replace(feiten, gesprekken=rest), (wachtende,))
        casus = replace(tafels.casus(wachtende, dag_van(talk.start)), minuten=talk.minuten)
        if _viel_iemand_weg(tafels.tafel(casus), talk.start):
            los.add(talk.id)
    return frozenset(los)


def _viel_iemand_weg(tafel: Tafel, start: datetime) -> bool:
    """Whether somebody who must be there is away that day (ill, free) and nobody can come instead.

    A moment that the worker chose outside somebody's usual days is her own choice and stays.
    """
    situatie = tafel.look(start)
    missing = [v for v in tafel.vereisten if v.wie in situatie.ontbreekt]
    return any(situatie.dag in tafel.mensen[wie].weg for v in missing for wie in v.kandidaten)


def _plaats(
    tafels: Tafels, wachtende: Wachtende, casus: Plancasus, ruimte: str | None, plek: Optie
) -> Plaats:
    moment = tafels.moment(wachtende, tafels.tafel(casus), plek.start, ruimte)
    was = wachtende.gepland
    soort = Plaatssoort.NIEUW if was is None else Plaatssoort.VERSCHUIFT
    if was is not None and was.start == plek.start:
        soort = Plaatssoort.BLIJFT
    return Plaats(
        soort,
        wachtende.casus.id,
        wachtende.feiten.nummer,
        wachtende.feiten.jongere,
        wachtende.feiten.school,
        wachtende.uiterlijk,
        moment,
        was.id if was else "",
        was.start if was else None,
    )


def _blijven(feiten: Weekfeiten, alle: tuple[Wachtende, ...], los: frozenset[str]) -> Iterator[Plaats]:
    """Planned startgesprekken of this week that nobody touches."""
    here = {t.gesprek_id: t for t in feiten.gesprekken}
    for wachtende in alle:
        talk = wachtende.gepland
        if talk is None or talk.id in los or talk.id not in here:
            continue
        kern = maak_tafels(replace(feiten, gesprekken=()), (wachtende,))
        tafel = kern.tafel(kern.casus(wachtende, dag_van(talk.start)))
        moment = kern.moment(wachtende, tafel, talk.start, here[talk.id].ruimte or None)
        yield Plaats(
            Plaatssoort.BLIJFT,
            wachtende.casus.id,
            wachtende.feiten.nummer,
            wachtende.feiten.jongere,
            wachtende.feiten.school,
            wachtende.uiterlijk,
            replace(moment, minuten=talk.minuten, plek=talk.plek),
            talk.id,
            talk.start,
        )


def _waarom_geen_plek(tafel: Tafel, door_anderen: str) -> str:
    """What stands in the way of this talk alone; where nothing does, what the other talks take."""
    if tafel.mogelijk:
        return door_anderen
    return met_hoofdletter(f"{'; '.join(een.reden for een in waarom_niet(tafel))}.")


def _niet(wachtende: Wachtende, reden: str) -> NietGepland:
    feiten = wachtende.feiten
    return NietGepland(wachtende.casus.id, feiten.nummer, feiten.jongere, wachtende.uiterlijk, reden)
