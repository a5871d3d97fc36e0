"""How far a section of the gezinsplan is: filled, empty, or with something missing (domain 2.5)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from kernteam_tui.domain.datumtekst import dag_kort_op
from kernteam_tui.domain.gezinsplan import MAX_DOELEN, Gezinsplan
from kernteam_tui.domain.planformaat import Invul


class Staat(StrEnum):
    """What a list of sections shows of one of them."""

    GEVULD = "gevuld"
    LEEG = "leeg"
    MIST = "mist"
    """Something is there, and something that belongs to it is not."""


def bepaal_staat(plan: Gezinsplan, invul: Invul, gevuld: bool, vandaag: date) -> tuple[Staat, str]:
    """State of a section and a few Dutch words about it (`2 zonder dag`, `2/3`); often none."""
    if invul is Invul.DOELEN:
        return _doelen(plan, gevuld)
    if invul is Invul.ACTIES:
        return _acties(plan, gevuld, vandaag)
    if invul is Invul.EVALUATIE:
        return _evaluatie(plan, gevuld, vandaag)
    return (Staat.GEVULD if gevuld else Staat.LEEG), ""


def _doelen(plan: Gezinsplan, gevuld: bool) -> tuple[Staat, str]:
    aantal = len(plan.actieve_doelen)
    if not aantal:
        return (Staat.MIST, "nog geen doel") if gevuld or plan.acties else (Staat.LEEG, "")
    if aantal > MAX_DOELEN:
        return Staat.MIST, f"{aantal} doelen, kies er {MAX_DOELEN}"
    return Staat.GEVULD, f"{aantal}/{MAX_DOELEN} doelen"


def _acties(plan: Gezinsplan, gevuld: bool, vandaag: date) -> tuple[Staat, str]:
    if not plan.acties:
        return (Staat.MIST, "nog geen actie") if gevuld or plan.actieve_doelen else (Staat.LEEG, "")
    te_doen = [actie for actie in plan.acties if not actie.klaar]
    tellingen = (
        (sum(1 for a in te_doen if a.wanneer is None), "zonder dag"),
        (sum(1 for a in te_doen if not a.wie.strip()), "zonder naam"),
        (sum(1 for a in te_doen if a.wanneer is not None and a.wanneer < vandaag), "over de datum"),
    )
    mist = ", ".join(f"{aantal} {wat}" for aantal, wat in tellingen if aantal)
    return (Staat.MIST, mist) if mist else (Staat.GEVULD, "")


def _evaluatie(plan: Gezinsplan, gevuld: bool, vandaag: date) -> tuple[Staat, str]:
    if plan.evaluatie_op is None:
        begun = gevuld or plan.actieve_doelen or plan.acties
        return (Staat.MIST, "nog geen dag") if begun else (Staat.LEEG, "")
    if plan.evaluatie_op < vandaag:
        return Staat.MIST, f"{dag_kort_op(plan.evaluatie_op, vandaag)} is geweest"
    return Staat.GEVULD, dag_kort_op(plan.evaluatie_op, vandaag)
