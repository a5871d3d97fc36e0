"""The casussen whose startgesprek has yet to be held, each with its casus for the planner and its family."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kernteam_tui.data.queries.feiten import Welke
from kernteam_tui.data.queries.planning import PlancasusRegel, lees_plancasussen
from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.feiten import CasusFeiten, GesprekFeit
from kernteam_tui.domain.signalen import Beeld
from kernteam_tui.domain.uitstel import streefdag
from kernteam_tui.services.beelden import Werkdag, lees_beelden
from kernteam_tui.services.planweek import MENTOR, Venster, venster
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class Wachtende:
    """One of them. `gepland` is the startgesprek that stands planned, if one does."""

    beeld: Beeld
    casus: PlancasusRegel
    school: SchoolBeeld
    dagen: Venster
    gepland: GesprekFeit | None

    @property
    def feiten(self) -> CasusFeiten:
        """What the rules know of the casus."""
        return self.beeld.feiten

    @property
    def familie(self) -> tuple[str, ...]:
        """Ids of the jongeren and their parents: asked to every startgesprek."""
        return self.casus.familie

    @property
    def uiterlijk(self) -> date:
        """The last day that is in time; the family's wish counted in (S26)."""
        return streefdag(self.feiten, self.beeld.startgesprek_uiterlijk) or self.dagen.last

    @property
    def mentor(self) -> str:
        """Who the mentor is among those of all casussen: two casussen of one mentor are never at one time."""
        naam = " ".join(self.casus.mentor.split()).casefold()
        return f"{MENTOR}:{self.school.id}:{naam}" if naam else f"{MENTOR}:{self.casus.id}"


def lees_wachtenden(sessie: Sessie, werkdag: Werkdag, school_id: str | None) -> tuple[Wachtende, ...]:
    """Of one school, or of all; the most urgent first. A fixed number of SELECTs."""
    beelden = lees_beelden(sessie, werkdag, welke=Welke.OPEN)
    with sessie.lezen() as conn:
        casussen = lees_plancasussen(conn)
    scholen = {school.id: school for school in werkdag.scholen}
    vandaag = sessie.vandaag()
    found = [
        _wachtende(beeld, casussen[beeld.feiten.casus_id], scholen, vandaag)
        for beeld in beelden
        if _wacht(beeld.feiten)
        and school_id in (None, beeld.feiten.school_id)
        and beeld.feiten.casus_id in casussen
    ]
    return tuple(sorted(found, key=lambda w: (not w.casus.spoed, w.uiterlijk, w.feiten.nummer)))


def _wacht(feiten: CasusFeiten) -> bool:
    return (
        feiten.open
        and not feiten.zorg_zonder_vraag
        and feiten.begeleiding_gestart is None
        and feiten.gehouden(GesprekSoort.STARTGESPREK) is None
    )


def _wachtende(
    beeld: Beeld, casus: PlancasusRegel, scholen: Mapping[str, SchoolBeeld], vandaag: date
) -> Wachtende:
    return Wachtende(
        beeld,
        casus,
        scholen[casus.school_id],
        venster(casus, beeld.startgesprek_uiterlijk, vandaag),
        beeld.feiten.gepland(GesprekSoort.STARTGESPREK),
    )
