"""What stands on a paper that was given before, and a jongere closed for that reader since (S54)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.bladzijde import Bladzijde
from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.delen.deelvraag import Lezer
from kernteam_tui.domain.ouderszien import dicht_voor, waarom_dicht, wie_sluit
from kernteam_tui.domain.plancontrole.punten import rijtje
from kernteam_tui.domain.planformaat import (
    ACTIES,
    AKKOORD,
    BELANGRIJK,
    DOELEN,
    EVALUATIE,
    GOED,
    WAAROM,
    naam_van,
)
from kernteam_tui.domain.planpapier import Papieronderdeel, Planpapier
from kernteam_tui.services.deelpoort import Poort
from kernteam_tui.services.gesloten import houdt_achter, houdt_akkoord_achter
from kernteam_tui.services.planpapierdelen import toelichtingsregels
from kernteam_tui.services.planvorm import alle_formaten, formaat_van_plan

Namen = Mapping[str, Collection[str]]
"""Key of a section -> what it is called."""
_HERKOMST = re.compile(r" \((?:uit een eerder formaat|niet in deze variant)\)$")
"""What stood behind the title of a section that its format did not have."""


def zin_over_gesloten(uow: UnitOfWork, poort: Poort, lezer: Lezer, papier: Bladzijde | Planpapier) -> str:
    """To the worker, before she gives it again: which parts of it are closed for this reader now.

    Empty where none is. What is of the reader stays the reader's (`services/gesloten`).
    """
    titels = [f"‘{titel}’" for titel in _titels(uow, poort, lezer, papier)]
    if not titels:
        return ""
    return f"Er staat nog {rijtje(titels)} op; intussen geldt: {waarom_dicht(lezer.soort)}."


def _titels(uow: UnitOfWork, poort: Poort, lezer: Lezer, papier: Bladzijde | Planpapier) -> Iterator[str]:
    older = _namen(uow) if _is_zonder_sleutels(papier) else {}
    for plan in uow.plannen.find(gezin_id=poort.gezin.id):
        sluiters = wie_sluit(plan, {})
        closed = dicht_voor(sluiters, lezer.id)
        names = formaat_van_plan(uow, plan, closed).titels if closed else {}
        for sleutel in names:
            if sleutel in closed and _staat_op(poort, lezer, papier, sleutel, sluiters[sleutel], older):
                yield names[sleutel]


def _staat_op(
    poort: Poort,
    lezer: Lezer,
    papier: Bladzijde | Planpapier,
    sleutel: str,
    sluiters: Collection[str],
    namen: Namen,
) -> bool:
    if isinstance(papier, Bladzijde):
        who = _wie_op_bladzijde(papier, sleutel)
    else:
        who = _wie_op_plan(papier, sleutel, namen)
        said = (een.naam for een in papier.akkoorden if sleutel == AKKOORD)
        if any(houdt_akkoord_achter(poort, lezer, sluiters, een, poort.over(een, lezer)) for een in said):
            return True
    return any(houdt_achter(poort, lezer, sluiters, van) for van in who)


def _wie_op_bladzijde(blad: Bladzijde, sleutel: str) -> tuple[str, ...]:
    """Of each thing of that section on the page, under whose name it stands; empty: of nobody."""
    quotes = {WAAROM: blad.waarom, GOED: blad.goed}.get(sleutel, ())
    return (
        *(said.van for said in quotes),
        *(doel.van for doel in blad.doelen if sleutel == DOELEN),
        *(actie.wie for actie in blad.acties if sleutel == ACTIES),
        *("" for _ in blad.kring if sleutel == BELANGRIJK),
        *("" for day in (blad.evaluatie_op,) if day is not None and sleutel == EVALUATIE),
    )


def _wie_op_plan(papier: Planpapier, sleutel: str, namen: Namen) -> tuple[str, ...]:
    return (
        *(van for deel in papier.onderdelen if _is_van(deel, sleutel, namen) for van in _wie_in(deel)),
        *(doel.van for doel in papier.doelen if sleutel == DOELEN),
        *(actie.wie for actie in papier.acties if sleutel == ACTIES),
        *("" for day in (papier.evaluatie_op,) if day is not None and sleutel == EVALUATIE),
    )


def _wie_in(deel: Papieronderdeel) -> Iterator[str]:
    yield from (said.van for said in deel.woorden)
    lines = toelichtingsregels(deel.sleutel, deel.toelichting)
    yield from (van for _, van, regel in lines if regel.strip())
    yield from ("" for veld in deel.velden if veld.tekst.strip())


# --- given before a section was kept with its key ---------------------------------------------------


def _is_zonder_sleutels(papier: Bladzijde | Planpapier) -> bool:
    return isinstance(papier, Planpapier) and not any(deel.sleutel for deel in papier.onderdelen)


def _namen(uow: UnitOfWork) -> Namen:
    """In any format and variant."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for formaat in alle_formaten(uow):
        for variant in PlanVariant:
            for sleutel, titel in formaat.in_variant(variant).titels.items():
                found[sleutel].add(titel)
    return found


def _is_van(deel: Papieronderdeel, sleutel: str, namen: Namen) -> bool:
    if deel.sleutel or not namen:
        return deel.sleutel == sleutel
    return _HERKOMST.sub("", deel.titel) in {*namen.get(sleutel, ()), naam_van(sleutel)}
