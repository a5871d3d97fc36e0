"""The deadlines of an aanmelding; needs no store, and loads none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from kernteam_tui.domain import termijnen as regels_van_termijnen
from kernteam_tui.domain.codes import Regio
from kernteam_tui.domain.kalender import FeestdagRegels
from kernteam_tui.domain.termijnen import KENNISMAKING_WERKDAGEN, STARTGESPREK_DAGEN, Termijnen
from kernteam_tui.exchange.kalender import build_kalender

if TYPE_CHECKING:
    from kernteam_tui.domain.school import School
    from kernteam_tui.services.instellingen import InstellingenBeeld
    from kernteam_tui.services.school import SchoolBeeld

__all__ = ["Termijnen", "bereken_termijnen", "termijnen_voor"]


def bereken_termijnen(
    aangemeld: date,
    vandaag: date,
    regels: FeestdagRegels | None = None,
    regio: str = Regio.MIDDEN,
    dicht: Iterable[date] = (),
    *,
    dagen: int = STARTGESPREK_DAGEN,
    werkdagen: int = KENNISMAKING_WERKDAGEN,
) -> Termijnen:
    """Both deadlines, the school days in the window and what a worker must know (contract 2).

    `dagen` are calendar days for the startgesprek, `werkdagen` working days for the kennismaking.
    Raises DatumBuitenBereik for years whose public holidays are not known.
    """
    kalender = build_kalender(regels or FeestdagRegels(), regio, dicht)
    return regels_van_termijnen.bereken_termijnen(aangemeld, vandaag, kalender, dagen, werkdagen)


def termijnen_voor(
    instellingen: InstellingenBeeld, school: School | SchoolBeeld, aangemeld: date, vandaag: date
) -> Termijnen:
    """The deadlines of an aanmelding at this school, by the agreements of the team."""
    return bereken_termijnen(
        aangemeld,
        vandaag,
        instellingen.feestdagregels,
        school.regio,
        school.dicht,
        dagen=instellingen.startgesprek_dagen,
        werkdagen=instellingen.kennismaking_werkdagen,
    )
