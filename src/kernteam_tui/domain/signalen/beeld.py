"""What a rule looks at, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kernteam_tui.domain.datumtekst import dag_kort_op, moment_kort_op
from kernteam_tui.domain.feiten import CasusFeiten


@dataclass(frozen=True)
class Beeld:
    """One casus on one day, with its deadlines and the team's agreements."""

    feiten: CasusFeiten
    vandaag: date
    nu: datetime
    """The moment, UTC: a talk can be over on the day itself."""
    startgesprek_uiterlijk: date
    kennismaking_uiterlijk: date
    schooldagen_over: int | None
    """School days left up to and including the startgesprek's last day; None: not known."""
    stil_na_dagen: int = 14
    straks: frozenset[str] = frozenset()
    """Ids of the talks that are near: at most two school days ahead (`domain.nadert`)."""
    plan_uiterlijk: date | None = None
    """Last day of the six weeks in which the plan is fixed (`domain.plantermijn`); None: they do not run."""
    papier_uiterlijk: date | None = None
    """Last day to give the plan on paper; None: nobody waits for it."""

    def dag(self, dag: date) -> str:
        """`di 24 nov`; with the year where it is another one than now."""
        return dag_kort_op(dag, self.vandaag)

    def moment(self, moment: datetime) -> str:
        """`di 24 nov 10:00`; with the year where it is another one than now."""
        return moment_kort_op(moment, self.vandaag)


@dataclass(frozen=True)
class Signaal:
    """One line of Vandaag: what, why, by when, how to clear it."""

    casus_id: str
    casus: str
    """Number of the casus."""
    jongere: str
    regel: str
    """Stable code of the rule."""
    tekst: str
    waarom: str
    uiterlijk: date | None
    stap: str
    """How to clear it."""
    doel: str = "casus"
    """What Enter opens: `casus`, `startgesprek`, `gezin`, `gezinsplan`, `planevaluatie`, `notities`, `delen`,
    `afsluiten`, `leeftijden`, `verzoeken`, `wie_doet_wat`, `gesprekcheck`, `gesprek_vastleggen`,
    `kennismaking`."""
    spoed: bool = False
    over_id: str = ""
    """Id of the record it is about, where there is one beside the casus: a jongere, a talk, an action."""

    @classmethod
    def over(
        cls,
        beeld: Beeld,
        regel: str,
        tekst: str,
        waarom: str,
        uiterlijk: date | None,
        stap: str,
        doel: str = "casus",
        over_id: str = "",
    ) -> Signaal:
        """A signal about the casus of this beeld."""
        feiten = beeld.feiten
        return cls(
            feiten.casus_id,
            feiten.nummer,
            feiten.jongere,
            regel,
            tekst,
            waarom,
            uiterlijk,
            stap,
            doel,
            feiten.spoed,
            over_id,
        )
