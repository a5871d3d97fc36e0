"""A consent that lets a parent read along is for one person of the family. Where only a name says for whom
(rows of before schema 4) it counts as long as one person is called so (Jeugdwet 7.3.11 lid 1)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from enum import Enum, auto

from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.toestemming import Toestemming

NAAM_GEWIJZIGD = "de naam wijst niet meer zeker één persoon aan"
"""Reason of a consent that ended because nobody can tell any more for whom it was."""


class Naamgevolg(Enum):
    """What became of one consent."""

    MEE = auto()
    """It follows the person to the new name."""
    VERVALLEN = auto()
    """It ended: it is not sure for whom it was."""


def namen_van(gezin: Gezin) -> dict[str, str]:
    """Id and whole name of everybody, to hold against the names after a change."""
    return {persoon.id: persoon.naam for persoon in gezin.personen}


def dragers_van(naam: str, namen: Mapping[str, str]) -> frozenset[str]:
    """Ids of everybody who is called so, who died too; capitals and spaces make no other name."""
    wanted = _kaal(naam)
    return frozenset(id_ for id_, called in namen.items() if wanted and _kaal(called) == wanted)


def wie_bedoeld(rij_id: str, naam: str, namen: Mapping[str, str]) -> str:
    """Id of the one person whom a consent is for; empty where that is nobody, or not sure."""
    if rij_id:
        return rij_id if rij_id in namen else ""
    called = dragers_van(naam, namen)
    return next(iter(called)) if len(called) == 1 else ""


def waarom_voor_niemand(rij_id: str, naam: str, gezin: Gezin) -> str:
    """Why a consent counts for nobody, with the next step; empty where it is for one person."""
    namen = namen_van(gezin)
    if wie_bedoeld(rij_id, naam, namen):
        return ""
    if not dragers_van(naam, namen):
        return "Niemand in dit gezin heet zo: dit geldt voor niemand. Trek het in, en leg het opnieuw vast."
    return (
        "Meer mensen in dit gezin heten zo: dit geldt voor niemand. Trek het in, en leg het opnieuw vast "
        "voor wie het bedoeld is."
    )


def volg_namen(
    rijen: Collection[Toestemming], voor: Mapping[str, str], na: Mapping[str, str], op: date
) -> list[Naamgevolg]:
    """Let consents for a parent follow a changed name, or end where nobody can tell for whom they were.

    `voor` and `na` are the names of the whole family before and after one change. A consent stays with whom
    it was for, under the new name and beside a namesake. Where that was not sure before and the names are no
    longer the same, or where that person is gone, it ends on that day: never does it go over to another.
    """
    done = (_volg(rij, voor, na, op) for rij in rijen if rij.partner is PartnerSoort.OUDER)
    return [gevolg for gevolg in done if gevolg is not None]


def _volg(rij: Toestemming, voor: Mapping[str, str], na: Mapping[str, str], op: date) -> Naamgevolg | None:
    if rij.ingetrokken_op is not None:
        return None
    meant = wie_bedoeld(rij.partner_id, rij.partner_naam, voor)
    before, after = dragers_van(rij.partner_naam, voor), dragers_van(rij.partner_naam, na)
    if meant in na:
        renamed = rij.partner_naam != na[meant]
        if renamed or after != before:
            rij.partner_id, rij.partner_naam = meant, na[meant]
        return Naamgevolg.MEE if renamed else None
    if not meant and before == after:
        return None
    rij.trek_in(max(op, rij.op), NAAM_GEWIJZIGD)
    return Naamgevolg.VERVALLEN


def _kaal(naam: str) -> str:
    return " ".join(naam.split()).casefold()
