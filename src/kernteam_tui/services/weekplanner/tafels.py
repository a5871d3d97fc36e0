"""The week as the planner reckons with it, for all casussen that wait; and a moment in it in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from kernteam_tui.domain.planning.situatie import Tafel, set_table
from kernteam_tui.domain.planning.voorstellen import ONDER_VOORBEHOUD, TIJDENS_LES, moment_uitleg
from kernteam_tui.domain.planning.week import Plancasus, Planweek
from kernteam_tui.domain.planning.weekbeeld import Weekbeeld
from kernteam_tui.services.moment import Moment, maak_moment
from kernteam_tui.services.planweek import MENTOR, Mensen, Weekfeiten, bouw_week, kies_ids, plancasus
from kernteam_tui.services.weekplanner.wachtenden import Wachtende


@dataclass(frozen=True)
class Tafels:
    """One week and the casussen in it."""

    week: Planweek
    mensen: Mensen
    beeld: Weekbeeld

    def tafel(self, casus: Plancasus) -> Tafel:
        """The casus at every moment of the week."""
        return set_table(self.week, casus, self.beeld)

    def casus(self, wachtende: Wachtende, tot_en_met: date) -> Plancasus:
        """The casus in this week: no later than its last day or that of the week."""
        kaal = plancasus(
            wachtende.casus,
            wachtende.school,
            wachtende.dagen,
            self.mensen.gezinswerker,
            mentor=wachtende.mentor,
        )
        return replace(kaal, uiterlijk=min(kaal.uiterlijk, tot_en_met))

    def moment(self, wachtende: Wachtende, tafel: Tafel, start: datetime, ruimte: str | None) -> Moment:
        """A start in words, with whom to ask: who can come of the kernteam, the mentor and the family."""
        situatie = tafel.look(start)
        kenmerken = (
            (TIJDENS_LES, situatie.tijdens_les),
            (ONDER_VOORBEHOUD, bool(situatie.onder_voorbehoud)),
        )
        return maak_moment(
            tafel,
            wachtende.school.naam,
            start,
            ruimte=ruimte,
            erbij=situatie.erbij,
            wie=(*self._te_vragen(wachtende, situatie.erbij), *wachtende.familie),
            kenmerken=(kenmerk for kenmerk, geldt in kenmerken if geldt),
            uitleg=moment_uitleg(tafel, situatie),
        )

    def _te_vragen(self, wachtende: Wachtende, erbij: tuple[str, ...]) -> list[str]:
        """Ids as a talk knows them: partners of this school, and the mentor without a record."""
        found = []
        for wie in erbij:
            partner = self.mensen.partner(wachtende.school, wie)
            if partner is not None:
                found.append(partner.id)
            elif wie == wachtende.mentor:
                found.append(MENTOR)
        return found


def maak_tafels(feiten: Weekfeiten, wachtenden: tuple[Wachtende, ...]) -> Tafels:
    """The week of these facts with a mentor for each casus."""
    mensen = kies_ids(feiten.werkdag.scholen, "")
    mentoren = {wachtende.mentor: wachtende.school.id for wachtende in wachtenden}
    week = bouw_week(feiten, mensen, mentoren)
    return Tafels(week, mensen, Weekbeeld(week))
