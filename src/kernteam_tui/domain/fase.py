"""The fase of a casus, computed from facts (design 4): first match wins."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.codes import AfsluitSoort, Fase, GesprekSoort
from kernteam_tui.domain.feiten import CasusFeiten, GesprekFeit

EERSTE_GESPREK = (GesprekSoort.KENNISMAKING, GesprekSoort.STARTGESPREK)
"""A held startgesprek counts as kennismaking held."""

_NA_AFSLUITING = {
    AfsluitSoort.AFGESLOTEN: Fase.AFGESLOTEN,
    AfsluitSoort.OVERGEDRAGEN: Fase.OVERGEDRAGEN,
    AfsluitSoort.NIET_GESTART: Fase.NIET_GESTART,
}


def bepaal_fase(feiten: CasusFeiten, vandaag: date) -> Fase:
    """Where this casus stands on that day."""
    if feiten.afsluiting is not None:
        return _NA_AFSLUITING[feiten.afsluiting]
    if feiten.zorg_zonder_vraag:
        return Fase.ZORG_ZONDER_VRAAG
    if evaluatie_bereikt(feiten, vandaag):
        return Fase.EVALUATIE
    if feiten.begeleiding_gestart is not None:
        return Fase.IN_BEGELEIDING
    if kennismaking_gehad(feiten) is not None:
        return Fase.WACHT_OP_START
    if feiten.gepland(*EERSTE_GESPREK) is not None:
        return Fase.KENNISMAKING_GEPLAND
    return Fase.AANGEMELD


def kennismaking_gehad(feiten: CasusFeiten) -> GesprekFeit | None:
    """The talk that counts as the kennismaking, once it was held (S26)."""
    return feiten.gehouden(*EERSTE_GESPREK)


def evaluatie_bereikt(feiten: CasusFeiten, vandaag: date) -> bool:
    """Whether the evaluation date has come and nobody noted an outcome (S94)."""
    return evaluatie_open(feiten) and feiten.evaluatie_op is not None and feiten.evaluatie_op <= vandaag


def evaluatie_open(feiten: CasusFeiten) -> bool:
    """Whether an evaluation is agreed that was not held yet.

    An outcome, of a goal or as a whole, written on that day or later says it was. An outcome as a whole of
    which no day was kept (before schema 5) counts, whenever it was written.
    """
    if feiten.evaluatie_op is None:
        return False
    if feiten.geevalueerd_op is None:
        return not feiten.evaluatie_uitkomst.strip()
    return feiten.geevalueerd_op < feiten.evaluatie_op
