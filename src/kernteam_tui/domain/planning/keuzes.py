"""A week as choices: every way in which the talk of one casus can be held (contract 4, `indelen`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kernteam_tui.domain.planning.indeling import optie_tijdvak
from kernteam_tui.domain.planning.rangorde import rangorde
from kernteam_tui.domain.planning.situatie import Tafel
from kernteam_tui.domain.planning.tijd import Tijdvak
from kernteam_tui.domain.planning.week import Optie, Plancasus
from kernteam_tui.domain.planning.weekagenda import Weekagenda


@dataclass(frozen=True, order=True)
class Keuze:
    """One way to hold the talk of one casus.

    Everybody in `nodig` is booked, and of each group in `een_van` one more; `ook` are other members of the
    kernteam who can come. The talk takes one of the `ruimtes`, or none where there are none to choose from.
    """

    kosten: int
    tijdvak: Tijdvak
    nodig: tuple[str, ...]
    een_van: tuple[tuple[str, ...], ...]
    ruimtes: tuple[str, ...]
    ook: tuple[str, ...] = ()

    @property
    def minuten(self) -> int:
        """How long the talk is."""
        return int((self.tijdvak.tot - self.tijdvak.van).total_seconds()) // 60


def keuzes_uit_opties(opties: Iterable[Optie]) -> tuple[Keuze, ...]:
    """What was offered, and nothing else: no more people come, and no other room will do. Sorted."""
    return tuple(
        sorted(
            {
                Keuze(
                    kosten=optie.kosten,
                    tijdvak=optie_tijdvak(optie),
                    nodig=tuple(sorted(set(optie.mensen))),
                    een_van=(),
                    ruimtes=(optie.ruimte,) if optie.ruimte is not None else (),
                )
                for optie in opties
            }
        )
    )


def keuzes_uit_tafel(tafel: Tafel) -> tuple[Keuze, ...]:
    """Each proposal with everybody who could be the one that a reason asks, and every room that is free.

    The cost of a proposal is its place among them.
    """
    tafels: dict[tuple[str, ...], _Bezetting] = {}
    keuzes = []
    for plaats, nummer in enumerate(rangorde(tafel)):
        erbij = tuple(wie for wie, komst in tafel.komst.items() if komst.kan >> nummer & 1)
        if erbij not in tafels:
            tafels[erbij] = _seats(tafel, frozenset(erbij))
        aan = tafels[erbij]
        ruimtes = tuple(ruimte for ruimte, vrij in tafel.ruimtes.items() if vrij >> nummer & 1)
        gesprek = tafel.raster.gesprek(nummer)
        keuzes.append(Keuze(plaats, gesprek, aan.nodig, aan.een_van, ruimtes, aan.ook))
    return tuple(keuzes)


class _Bezetting(NamedTuple):
    nodig: tuple[str, ...]
    een_van: tuple[tuple[str, ...], ...]
    ook: tuple[str, ...]


def _seats(tafel: Tafel, erbij: frozenset[str]) -> _Bezetting:
    """Who is booked where these can come: somebody nobody else can stand in for, else one of a group."""
    mogelijk = {tuple(sorted(erbij.intersection(eis.kandidaten))) for eis in tafel.vereisten}
    nodig = {groep[0] for groep in mogelijk if len(groep) == 1}
    return _Bezetting(
        tuple(sorted(nodig)),
        tuple(sorted(groep for groep in mogelijk if not nodig.intersection(groep))),
        tuple(wie for wie in tafel.kernteam if wie in erbij),
    )


def without_taken(agenda: Weekagenda, casus: Plancasus, keuzes: Iterable[Keuze]) -> Iterator[Keuze]:
    """The choices that are left beside the talks of an agenda, with the people and rooms that are left."""
    for keuze in keuzes:
        rest = keuze if agenda.leeg else left_over(keuze, *_taken(agenda, casus, keuze))
        if rest is not None:
            yield rest


def _taken(agenda: Weekagenda, casus: Plancasus, keuze: Keuze) -> tuple[set[str], set[str]]:
    mensen = {*keuze.nodig, *keuze.ook}.union(*keuze.een_van)
    return (
        {wie for wie in mensen if agenda.who_takes(wie, casus, keuze.tijdvak)},
        {ruimte for ruimte in keuze.ruimtes if agenda.who_takes_room(ruimte, casus, keuze.tijdvak)},
    )


def left_over(keuze: Keuze, mensen: set[str], ruimtes: set[str]) -> Keuze | None:
    """A choice without these people and rooms; None where it cannot be held without them."""
    if not mensen and not ruimtes:
        return keuze
    vrij = tuple(ruimte for ruimte in keuze.ruimtes if ruimte not in ruimtes)
    groepen = tuple(tuple(wie for wie in groep if wie not in mensen) for groep in keuze.een_van)
    if mensen.intersection(keuze.nodig) or not all(groepen) or (keuze.ruimtes and not vrij):
        return None
    return Keuze(
        kosten=keuze.kosten,
        tijdvak=keuze.tijdvak,
        nodig=keuze.nodig,
        een_van=groepen,
        ruimtes=vrij,
        ook=tuple(wie for wie in keuze.ook if wie not in mensen),
    )
