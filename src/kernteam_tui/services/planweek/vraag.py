"""The week for one casus: for proposals, and for what clashes with a moment of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import Dagdeel
from kernteam_tui.domain.planning.week import Plancasus, Planweek
from kernteam_tui.domain.school import School
from kernteam_tui.services.planweek.casus import MENTOR, plancasus, venster
from kernteam_tui.services.planweek.feiten import lees_weekfeiten
from kernteam_tui.services.planweek.mensen import elke_dag, kies_ids
from kernteam_tui.services.planweek.week import bouw_week
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class Planvraag:
    """The week and the casus, and the last day of the team's agreement."""

    week: Planweek
    casus: Plancasus
    afspraak: date
    """Last day by the agreement of a week; `casus.uiterlijk` can lie later."""


def lees_planvraag(
    sessie: Sessie,
    casus: Casus,
    school: School,
    afspraak: date,
    *,
    later: bool = False,
    zonder: Mapping[str, str] | None = None,
    behalve: str = "",
    ook: date | None = None,
) -> Planvraag:
    """Everything `domain.planning` asks; ids of people are those of the partners of this school.

    `later` looks past the agreed week; `behalve` is the id of a talk that is being moved and so takes no time
    of anybody; `ook` is another day of which the talks must be known too.
    """
    vandaag = sessie.vandaag()
    dagen = venster(casus, afspraak, vandaag, later=later)
    van = min(dagen.first, max(vandaag, ook or dagen.first))
    feiten = lees_weekfeiten(sessie, van, max(dagen.last, ook or dagen.last), (behalve,))
    mensen = kies_ids(feiten.werkdag.scholen, school.id)
    beeld = next(een for een in feiten.werkdag.scholen if een.id == school.id)
    return Planvraag(
        bouw_week(feiten, mensen, {MENTOR: school.id}),
        plancasus(casus, beeld, dagen, mensen.gezinswerker, zonder=zonder),
        afspraak,
    )


def zonder_rooster(week: Planweek, school_id: str) -> Planweek:
    """The same week for a talk elsewhere than at school: only what people have planned counts."""
    scholen = tuple(replace(school, dagdelen={}) for school in week.scholen)
    mensen = tuple(replace(mens, aanwezig=elke_dag(school_id)) for mens in week.mensen)
    return replace(week, scholen=scholen, mensen=mensen, dagdelen=_HELE_DAG)


_HELE_DAG = {
    Dagdeel.OCHTEND.value: (time(0), time(12)),
    Dagdeel.MIDDAG.value: (time(12), time(23, 59)),
}
