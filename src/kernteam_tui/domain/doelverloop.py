"""How a goal goes over time: one look a day, its mark, and what came of it at an evaluation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.doelmeting import Meting
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.gezinsplan import Doel, Gezinsplan
from kernteam_tui.domain.gezinsplancodes import Doeluitkomst

LAAGST, HOOGST = 0, 10
"""The scale of a goal."""
KLAAR = frozenset({Doeluitkomst.BEREIKT, Doeluitkomst.GESTOPT})
"""What makes a goal rest from then on."""


@dataclass(frozen=True)
class Blik:
    """What an evaluation says of one goal; `van` and `tekst` are whose words and which."""

    cijfer: int | None = None
    uitkomst: Doeluitkomst | None = None
    van: str = ""
    tekst: str = ""

    @property
    def leeg(self) -> bool:
        """Nothing was said of it: who would have said it is nothing yet."""
        return self.cijfer is None and self.uitkomst is None and not self.tekst.strip()


def weiger_cijfer(cijfer: int | None) -> None:
    """Raise InhoudOngeldig where a mark is not on the scale; None is no mark."""
    if cijfer is not None and not LAAGST <= cijfer <= HOOGST:
        raise InhoudOngeldig("Een cijfer loopt van 0 tot en met 10.")


def cijfer_op(metingen: Iterable[Meting], op: date) -> int | None:
    """The mark that held on that day: of the last look, then or before, at which one was given."""
    known = [meting for meting in metingen if meting.op <= op and meting.cijfer is not None]
    return max(known, key=lambda meting: meting.op).cijfer if known else None


def noteer_cijfer(plan: Gezinsplan, doel: Doel, op: date) -> None:
    """Keep the present mark of this goal as that of this day, where it differs from what held.

    A second mark on one day takes the place of the first. Taking the mark away takes that of today away;
    what was said earlier stays.
    """
    history = plan.metingen_van(doel.id)
    if doel.nu == cijfer_op(history, op):
        return
    today = next((meting for meting in history if meting.op == op), None)
    if today is not None:
        today.cijfer = doel.nu
        if _zegt_niets(today):
            plan.metingen.remove(today)
    elif doel.nu is not None:
        plan.metingen.append(Meting(plan_id=plan.id, doel_id=doel.id, op=op, cijfer=doel.nu))


def noteer_blik(plan: Gezinsplan, doel: Doel, op: date, blik: Blik) -> None:
    """Keep what an evaluation says of a goal, in the place of another look on that day.

    A mark that was not asked stays what it was. A goal that was reached or is not needed any more rests
    from then on. Raises InhoudOngeldig for a mark that is not on the scale.
    """
    weiger_cijfer(blik.cijfer)
    if blik.leeg:
        return
    if blik.cijfer is not None:
        doel.nu = blik.cijfer
    meting = next((m for m in plan.metingen if m.doel_id == doel.id and m.op == op), None)
    if meting is None:
        meting = Meting(plan_id=plan.id, doel_id=doel.id, op=op)
        plan.metingen.append(meting)
    meting.cijfer = meting.cijfer if blik.cijfer is None else blik.cijfer
    meting.uitkomst, meting.van, meting.tekst = blik.uitkomst, blik.van.strip(), blik.tekst.strip()
    if blik.uitkomst in KLAAR:
        doel.actief = False


def te_bekijken(plan: Gezinsplan) -> list[Doel]:
    """The goals that an evaluation goes through: those that count now; where all rest, all of them."""
    return plan.actieve_doelen or sorted(plan.doelen, key=lambda doel: doel.volgorde)


def _zegt_niets(meting: Meting) -> bool:
    return meting.cijfer is None and meting.uitkomst is None and not (meting.tekst or meting.van)
