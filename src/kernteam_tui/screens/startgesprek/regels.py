"""Lines of the planning screen: a proposal on one line, who must be there, what was planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from textual.content import Content

from kernteam_tui.domain.datumtekst import dag_kort, dag_van, tijd_kort
from kernteam_tui.screens.gesprek_woorden import deelnemer_tekst, loop_feiten, tijdvak, wanneer
from kernteam_tui.screens.startgesprek.keuzes import Keuzes
from kernteam_tui.services.gesprekken import GesprekBeeld
from kernteam_tui.services.startgesprek import Moment, StartgesprekBeeld
from kernteam_tui.widgets.feiten import Feit

_DAG, _GAT = 10, 2
_BREED = 96
"""From this width on there is room for the end of a talk and for marks."""


def zonder_overlap(momenten: Sequence[Moment]) -> list[Moment]:
    """The proposals in their order, but of each day with the same people only those that do not overlap."""
    getoond: dict[tuple[date, str, tuple[str, ...]], list[Moment]] = {}
    for moment in momenten:
        soort = (dag_van(moment.start), moment.erbij, moment.kenmerken)
        eerder = getoond.setdefault(soort, [])
        ruim = timedelta(minutes=moment.minuten)
        if all(abs(moment.start - ander.start) >= ruim for ander in eerder):
            eerder.append(moment)
    gekozen = {moment.start for groep in getoond.values() for moment in groep}
    return [moment for moment in momenten if moment.start in gekozen]


class Kolommen:
    """Proposals as lines of equal columns in a width in cells."""

    def __init__(self, beeld: StartgesprekBeeld, breedte: int) -> None:
        self._school = beeld.school
        self._ruim = breedte >= _BREED
        plek = max((len(self._plek(moment)) for moment in beeld.momenten), default=0)
        let_op = max((len(", ".join(moment.kenmerken)) for moment in beeld.momenten), default=0)
        vast = [_DAG, 11 if self._ruim else 5, min(max(plek, 4), 14)]
        eind = [let_op] if self._ruim and let_op else []
        rest = breedte - sum(vast) - sum(eind) - _GAT * (len(vast) + len(eind) + 1)
        self._breedten = [*vast, rest * 3 // 5, rest - rest * 3 // 5, *eind]

    def kop(self) -> str:
        """The headings."""
        return self._rij(("dag", "tijd", "plek", "erbij", "niet erbij", "let op"))

    def regel(self, moment: Moment) -> Content:
        """One proposal."""
        tijd = tijdvak(moment.start, moment.minuten) if self._ruim else tijd_kort(moment.start)
        niet = moment.niet_erbij or "–"
        let_op = ", ".join(moment.kenmerken)
        dag = dag_kort(dag_van(moment.start))
        return Content(self._rij((dag, tijd, self._plek(moment), moment.erbij, niet, let_op)))

    def _rij(self, cellen: Sequence[str]) -> str:
        delen = [_cel(cel, breedte) for cel, breedte in zip(cellen, self._breedten, strict=False)]
        return (" " * _GAT).join(delen)

    def _plek(self, moment: Moment) -> str:
        """The room alone: every proposal is at this school."""
        kamer = moment.plek.removeprefix(self._school).lstrip(", ")
        return kamer.replace("kamer ", "k. ") or "op school"


def _cel(tekst: str, breedte: int) -> str:
    return Content(tekst).truncate(breedte, ellipsis=True, pad=True).plain


def vooraf(beeld: StartgesprekBeeld, keuzes: Keuzes) -> list[Feit]:
    """Above the proposals: by when, and who must and may be there."""
    rijen = [
        ("Uiterlijk", f"{dag_kort(beeld.uiterlijk)}  (aangemeld {dag_kort(beeld.aangemeld)})"),
        ("Reden", ", ".join(beeld.redenen)),
        ("Moet erbij", " · ".join(beeld.moet_erbij)),
    ]
    if beeld.fijn_erbij:
        rijen.append(("Fijn erbij", " · ".join(beeld.fijn_erbij)))
    if keuzes.zonder:
        rijen.append(("Zonder", " ".join(keuzes.zonder_tekst.split())))
    if beeld.te_laat:
        waarom = keuzes.reden_later or "de afgesproken week is om"
        rijen.append(("Later", f"dan {dag_kort(beeld.uiterlijk)}: {waarom}"))
    return rijen


def gepland(gesprek: GesprekBeeld) -> list[Feit]:
    """The startgesprek that stands planned."""
    rijen = [
        ("Wanneer", wanneer(gesprek.start, gesprek.minuten)),
        ("Waar", gesprek.plek or "nog geen plek"),
        ("Wie", ", ".join(deelnemer_tekst(d) for d in gesprek.deelnemers)),
    ]
    if gesprek.zonder:
        rijen.append(("Zonder", " ".join(gesprek.zonder.split())))
    if gesprek.te_laat and gesprek.uiterlijk is not None:
        keuze = gesprek.keuze.label if gesprek.keuze else ""
        waarom = "; ".join(dict.fromkeys(deel for deel in (keuze, gesprek.reden_te_laat) if deel))
        rijen.append(("Later", f"dan {dag_kort(gesprek.uiterlijk)}: {waarom or 'nog geen reden'}"))
    return rijen + list(loop_feiten(gesprek.stappen))


def waarom_niet(beeld: StartgesprekBeeld) -> Content:
    """What stands where the proposals would, when there is none."""
    kop = Content.styled(f"Tot en met {dag_kort(beeld.uiterlijk)} past er geen moment.", "bold $warning")
    zinnen = [Content(f"\n{reden[:1].upper()}{reden[1:]}.") for reden in beeld.waarom_niet]
    return Content("").join([kop, *zinnen, Content("\n\nWat kan wel:")])
