"""All talks of a week at once (contract 4, `indelen`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kernteam_tui.domain.planning.indeling import Indeling, NietGeplaatst, Plaatsing, check_vast
from kernteam_tui.domain.planning.keuzes import (
    Keuze,
    keuzes_uit_opties,
    keuzes_uit_tafel,
    without_taken,
)
from kernteam_tui.domain.planning.opgave import Opgave, Ruimtegroep, opgave
from kernteam_tui.domain.planning.puzzel import Gekozen
from kernteam_tui.domain.planning.situatie import set_table
from kernteam_tui.domain.planning.uitslag import (
    Boeking,
    give_people,
    give_rooms,
    waarom_geen_plek,
)
from kernteam_tui.domain.planning.voorstellen import WaaromNiet, voorstellen
from kernteam_tui.domain.planning.week import Plancasus, Planweek
from kernteam_tui.domain.planning.weekagenda import Weekagenda
from kernteam_tui.domain.planning.weekbeeld import Weekbeeld
from kernteam_tui.solver.oplossen import los_op


@dataclass(frozen=True)
class Wens:
    """One casus with its choices; without any, what stands in the way."""

    casus: Plancasus
    keuzes: tuple[Keuze, ...]
    waarom_niet: tuple[WaaromNiet, ...] = ()


@dataclass(frozen=True)
class Weekvraag:
    """What there is to divide: the fixed talks, the others with all they could have, and as a puzzle what is
    left of that beside the fixed ones (`over`, in the order of `wensen`)."""

    vast: tuple[Boeking, ...]
    wensen: tuple[Wens, ...]
    over: tuple[tuple[Plancasus, tuple[Keuze, ...]], ...]
    opgave: Opgave


def deel_in(week: Planweek, casussen: tuple[Plancasus, ...]) -> Indeling:
    """Place every talk as well as can be: most urgent ones, most, the latest left out, lowest kosten.

    Takes some seconds at most; `bewezen` tells whether anything better could exist. The answer does not
    depend on the order in which casussen, people, rooms or offers stand. Raises PlanweekOngeldig for
    something unknown and for two fixed talks that clash.
    """
    vraag = stel_weekvraag(week, casussen)
    uitkomst = los_op(vraag.opgave.puzzel)
    gekozen = [
        _booking(vraag.opgave, casus, keuzes[keuze.zet], keuze)
        for (casus, keuzes), keuze in zip(vraag.over, uitkomst.oplossing, strict=True)
        if keuze is not None
    ]
    return _result(week, [*vraag.vast, *gekozen], vraag.wensen, uitkomst.bewezen)


def stel_weekvraag(week: Planweek, casussen: tuple[Plancasus, ...]) -> Weekvraag:
    """Everything that `deel_in` has to choose from; raises as it does."""
    check_vast(week, casussen)
    beeld = Weekbeeld(week)
    wensen = [_wens(beeld, casus) for casus in sorted(casussen, key=lambda casus: casus.id)]
    vast = tuple(_fixed(wens) for wens in wensen if wens.casus.vast is not None)
    open_ = tuple(wens for wens in wensen if wens.casus.vast is None)
    bezet = Weekagenda(week)
    _book_people(bezet, vast)
    give_rooms(vast, bezet)
    over = tuple((wens.casus, tuple(without_taken(bezet, wens.casus, wens.keuzes))) for wens in open_)
    return Weekvraag(vast, open_, over, opgave(week, over))


def _wens(beeld: Weekbeeld, casus: Plancasus) -> Wens:
    if casus.vast is not None:
        return Wens(casus, keuzes_uit_opties((casus.vast,)))
    if casus.opties is not None:
        return Wens(casus, keuzes_uit_opties(casus.opties))
    tafel = set_table(beeld.week, casus, beeld)
    if not tafel.mogelijk:
        return Wens(casus, (), voorstellen(beeld.week, casus).waarom_niet)
    return Wens(casus, keuzes_uit_tafel(tafel))


def _fixed(wens: Wens) -> Boeking:
    (keuze,) = wens.keuzes
    return Boeking(wens.casus, keuze, keuze.nodig, keuze.ruimtes)


def _booking(vraag: Opgave, casus: Plancasus, keuze: Keuze, gekozen: Gekozen) -> Boeking:
    middelen = [vraag.middelen[nummer] for nummer in gekozen.middelen]
    mensen = tuple(sorted(middel for middel in middelen if isinstance(middel, str)))
    ruimtes = [middel.ruimtes for middel in middelen if isinstance(middel, Ruimtegroep)]
    return Boeking(casus, keuze, mensen, ruimtes[0] if ruimtes else ())


def _result(week: Planweek, boekingen: Sequence[Boeking], open_: Sequence[Wens], bewezen: bool) -> Indeling:
    agenda = Weekagenda(week)
    _book_people(agenda, boekingen)
    ruimtes = give_rooms(boekingen, agenda)
    niet = tuple(
        NietGeplaatst(wens.casus.id, _waarom_niet(wens, agenda))
        for wens in open_
        if wens.casus.id not in ruimtes
    )
    mensen = give_people(boekingen, agenda)
    geplaatst = tuple(
        Plaatsing(
            casus=boeking.casus.id,
            start=boeking.keuze.tijdvak.van,
            minuten=boeking.keuze.minuten,
            ruimte=ruimtes[boeking.casus.id],
            mensen=mensen[boeking.casus.id],
            kosten=boeking.keuze.kosten,
        )
        for boeking in sorted(boekingen, key=lambda boeking: boeking.casus.id)
    )
    return Indeling(geplaatst, niet, bewezen, sum(plaatsing.kosten for plaatsing in geplaatst))


def _book_people(agenda: Weekagenda, boekingen: Iterable[Boeking]) -> None:
    for boeking in boekingen:
        agenda.book(boeking.casus, boeking.keuze.tijdvak, boeking.mensen)


def _waarom_niet(wens: Wens, agenda: Weekagenda) -> str:
    if wens.waarom_niet:
        regels = "; ".join(f"{waarom.wie}: {waarom.reden}" for waarom in wens.waarom_niet)
        return f"Er is geen moment waarop dit gesprek kan. {regels}."
    return waarom_geen_plek(agenda, wens.casus, wens.keuzes)
