"""On which day a jongere reaches an age, and what follows from that for school."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.deelcodes import Leeftijdsgrens
from kernteam_tui.domain.schooljaar import EERSTE_MAAND


def plus_maanden(dag: date, maanden: int) -> date | None:
    """The same day so many months later; None where the calendar ends.

    A day that the month does not have becomes the first of the next month: nobody reaches an age too early
    (as `domain.gezin.leeftijd_op`: born on 29 February is a year older on 1 March).
    """
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    if not date.min.year <= jaar <= date.max.year:
        return None
    try:
        return date(jaar, maand + 1, dag.day)
    except ValueError:
        return date(jaar, maand + 2, 1)


def dag_van_grens(geboren: date, grens: Leeftijdsgrens) -> date | None:
    """The first day on which somebody born on `geboren` has this age; None where the calendar ends."""
    return plus_maanden(geboren, grens.maanden)


def leerplicht_tot(geboren: date) -> date | None:
    """The last day of the leerplicht: the end of the schooljaar in which the jongere turns 16 (Lpw 3).

    It ends earlier after twelve full schooljaren, which this does not know.
    """
    zestien = dag_van_grens(geboren, Leeftijdsgrens.ZESTIEN)
    if zestien is None:
        return None
    jaar = zestien.year + (zestien.month >= EERSTE_MAAND)
    return date(jaar, EERSTE_MAAND - 1, 31) if jaar <= date.max.year else None


def kwalificatieplicht_tot(geboren: date) -> date | None:
    """The eighteenth birthday: no kwalificatieplicht from then on (Lpw 4a), or from a startkwalificatie."""
    return dag_van_grens(geboren, Leeftijdsgrens.ACHTTIEN)
