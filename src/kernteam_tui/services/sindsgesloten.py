"""What stands on a paper that was given before, and a jongere closed for that reader since (S54)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.bladzijde import Bladzijde
from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.delen.deelvraag import Lezer
from kernteam_tui.domain.ouderszien import dicht_voor, waarom_dicht, wie_sluit
from kernteam_tui.domain.planformaat import ACTIES, BELANGRIJK, DOELEN, GOED, WAAROM
from kernteam_tui.domain.planpapier import Papieronderdeel, Planpapier
from kernteam_tui.services.deelpoort import Poort
from kernteam_tui.services.planvorm import alle_formaten, formaat_van_plan


def zin_over_gesloten(uow: UnitOfWork, poort: Poort, lezer: Lezer, papier: Bladzijde | Planpapier) -> str:
    """To the worker, before she gives it again: which parts of it are closed for this reader now.

    Empty where none is. What a jongere said under the own name is closed for nobody but the others.
    """
    titels = tuple(_titels(uow, poort, lezer, papier))
    if not titels:
        return ""
    parts = " en ".join(f"‘{titel}’" for titel in titels)
    return f"Er staat nog {parts} op; intussen geldt: {waarom_dicht(lezer.soort)}."


def _titels(uow: UnitOfWork, poort: Poort, lezer: Lezer, papier: Bladzijde | Planpapier) -> Iterator[str]:
    for plan in uow.plannen.find(gezin_id=poort.gezin.id):
        closed = dicht_voor(wie_sluit(plan, {}), lezer.id)
        names = formaat_van_plan(uow, plan, closed).titels
        for sleutel in names:
            if sleutel in closed and _staat_op(uow, poort, lezer, papier, sleutel):
                yield names[sleutel]


def _staat_op(
    uow: UnitOfWork, poort: Poort, lezer: Lezer, papier: Bladzijde | Planpapier, sleutel: str
) -> bool:
    if isinstance(papier, Bladzijde):
        who = _wie_op_bladzijde(papier, sleutel)
    else:
        who = _wie_op_plan(papier, sleutel, _namen_van(uow, sleutel))
    return any(not poort.is_eigen(van, lezer) for van in who)


def _wie_op_bladzijde(blad: Bladzijde, sleutel: str) -> tuple[str, ...]:
    """Of each thing of that section on the page, whose it is; empty: of nobody."""
    quotes = {WAAROM: blad.waarom, GOED: blad.goed}.get(sleutel, ())
    return (
        *(said.van for said in quotes),
        *(doel.van for doel in blad.doelen if sleutel == DOELEN),
        *(actie.wie for actie in blad.acties if sleutel == ACTIES),
        *("" for _ in blad.kring if sleutel == BELANGRIJK),
    )


def _wie_op_plan(papier: Planpapier, sleutel: str, titels: Collection[str]) -> tuple[str, ...]:
    return (
        *(van for deel in papier.onderdelen if deel.titel in titels for van in _wie_in(deel)),
        *(doel.van for doel in papier.doelen if sleutel == DOELEN),
        *(actie.wie for actie in papier.acties if sleutel == ACTIES),
    )


def _wie_in(deel: Papieronderdeel) -> Iterator[str]:
    yield from (said.van for said in deel.woorden)
    if deel.toelichting or deel.velden:
        yield ""


def _namen_van(uow: UnitOfWork, sleutel: str) -> frozenset[str]:
    """What the section is called in any format and variant: a paper holds no keys."""
    shown = (formaat.in_variant(variant) for formaat in alle_formaten(uow) for variant in PlanVariant)
    return frozenset(formaat.titels[sleutel] for formaat in shown if sleutel in formaat.titels)
