"""Who agrees with a version of the gezinsplan, who does not and why, and their own statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.domain.record import Record


def is_opnieuw_gezegd(toen: tuple[Standpunt, date], nu: tuple[Standpunt, date]) -> bool:
    """Whether this is something new, or a correction of what was noted before: a reason that is written out,
    a statement that came later, an earlier day. New is another standpunt, and a later day of saying or
    signing (`Akkoord.laatst_op`)."""
    (standpunt, dag), (standpunt_nu, dag_nu) = toen, nu
    return standpunt is not standpunt_nu or dag_nu > dag


def laatst_achter(op: date, getekend_op: date | None) -> date:
    """The last day on which somebody stood behind it who said it and perhaps signed it."""
    return max(op, getekend_op or op)


@dataclass(kw_only=True, eq=False)
class Akkoord(Record):
    """What one person says of one version (S92)."""

    plan_id: str = ""
    versie: int
    """Number of the version it is about: that in progress gets this number when it is frozen."""
    persoon_id: str = ""
    """Of the family; empty for somebody else, who goes by name."""
    naam: str
    standpunt: Standpunt
    omdat: str = ""
    """Why not, or not quite; in their words."""
    verklaring: str = ""
    """Their own statement, word for word: it is added to the file on request (Jeugdwet 7.3.8 lid 2)."""
    op: date
    getekend_op: date | None = None
    """Day of the signature on paper."""
    tekst_toen: str = ""
    """JSON text of `planversie/2`: what stood in the plan in progress when this was said. Empty where that is
    the text of the frozen version itself."""

    @property
    def laatst_op(self) -> date:
        """The last day on which this person stood behind it: said it, or signed it."""
        return laatst_achter(self.op, self.getekend_op)

    @property
    def eerder_getekend(self) -> bool:
        """Signed first, and said again on a later day: the signature stands under what was said before."""
        return self.getekend_op is not None and self.getekend_op < self.op
