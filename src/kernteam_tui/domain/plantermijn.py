"""The two terms of a gezinsplan, and the day from which each runs (Jeugdwet 4.1.3 lid 4 and 5)."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.gezinsplancodes import Familieplan


def vaststellen_vanaf(familieplan: Familieplan, op: date | None, gestart: date | None) -> date | None:
    """The day from which the six weeks run in which the plan is fixed; None: they do not run.

    The law counts from the day on which it is clear that no familiegroepsplan will be made (lid 5). Where
    that was not noted it is the start of the help. A family that makes a plan of its own fixes it itself: for
    them there is no such term (4.1.2, 4.1.3 lid 2).
    """
    if familieplan is Familieplan.WIL_WEL:
        return None
    return op if familieplan is Familieplan.WIL_NIET and op is not None else gestart


def papier_vanaf(gevraagd_op: date | None, gegeven_op: date | None) -> date | None:
    """The day from which the fourteen days run in which the plan is put on paper (lid 4); None: nobody waits.

    What was given on the day of the request or later is the answer to it; a new request starts a new term.
    """
    given = gevraagd_op is not None and gegeven_op is not None and gegeven_op >= gevraagd_op
    return None if given else gevraagd_op
