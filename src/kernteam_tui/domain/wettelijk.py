"""Terms that a law sets, and how the Algemene termijnenwet (Atw) lets them run on: forward ones only, since a
term that is counted back from a day never moves (art. 1 lid 2).

Not for agreements of the team (the startgesprek, the kennismaking): those never move.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from itertools import islice

from kernteam_tui.domain.kalender import DatumBuitenBereik, FeestdagRegels, Kalender, plus_dagen

ATW_FEESTDAGEN = FeestdagRegels(goede_vrijdag_vrij=True)
"""Art. 3 lid 1 and 2 Atw: 5 May every year, and Goede Vrijdag on a par. The days of a Koninklijk Besluit
(lid 3) are no holiday of anybody: the calendar of these terms adds them (`exchange.kalender`)."""
KORTSTE_MET_WERKDAGEN, MINSTENS_WERKDAGEN = 3, 2
"""Art. 2 Atw: a term of three days or more holds two working days."""
LANGSTE_DAGEN, LANGSTE_WEKEN, LANGSTE_MAANDEN = 90, 12, 3
"""Art. 4 Atw: a longer term does not run on."""


@dataclass(frozen=True)
class Wettermijn:
    """A term of a law, in days, weeks or months; `bron` is the article."""

    wat: str
    bron: str
    dagen: int = 0
    weken: int = 0
    maanden: int = 0

    @property
    def loopt_door(self) -> bool:
        """Whether the Algemene termijnenwet is for a term of this length (art. 4)."""
        return self.dagen <= LANGSTE_DAGEN and self.weken <= LANGSTE_WEKEN and self.maanden <= LANGSTE_MAANDEN


PLAN_OP_PAPIER = Wettermijn("gezinsplan op papier", "Jeugdwet 4.1.3 lid 4", dagen=14)
PLAN_VASTGESTELD = Wettermijn("gezinsplan vastgesteld", "Jeugdwet 4.1.3 lid 5", weken=6)
BEZWAAR = Wettermijn("bezwaar", "Awb 6:7 en 6:8", weken=6)
BESLUIT = Wettermijn("besluit op een aanvraag", "Awb 4:13", weken=8)


def wettelijk_uiterlijk(vanaf: date, termijn: Wettermijn, kalender: Kalender) -> date:
    """The last day of a term that begins the day after `vanaf` (art. 1 lid 1 and art. 2 Atw; Awb 6:8).

    `kalender` must know the feestdagen of the Atw (`services.kalenders.atw_kalender`). Raises
    DatumBuitenBereik where they are not known.
    """
    einde = kaal = _kaal_einde(vanaf, termijn)
    if not termijn.loopt_door:
        return kaal
    while not kalender.is_werkdag(einde):
        einde = plus_dagen(einde, 1)
    return _met_werkdagen(vanaf, einde, kalender) if (kaal - vanaf).days >= KORTSTE_MET_WERKDAGEN else einde


def _kaal_einde(vanaf: date, termijn: Wettermijn) -> date:
    dag = plus_dagen(vanaf, termijn.dagen + 7 * termijn.weken)
    if not termijn.maanden:
        return dag
    maand = dag.month - 1 + termijn.maanden
    jaar, maand = dag.year + maand // 12, maand % 12 + 1
    if jaar > date.max.year:
        raise DatumBuitenBereik("Die termijn eindigt te ver weg.", "Controleer het jaartal.")
    return date(jaar, maand, min(dag.day, calendar.monthrange(jaar, maand)[1]))


def _met_werkdagen(vanaf: date, einde: date, kalender: Kalender) -> date:
    binnen = (plus_dagen(vanaf, n) for n in range(1, (einde - vanaf).days + 1))
    werkdagen = sum(1 for _ in islice(filter(kalender.is_werkdag, binnen), MINSTENS_WERKDAGEN))
    while werkdagen < MINSTENS_WERKDAGEN:
        einde = plus_dagen(einde, 1)
        werkdagen += kalender.is_werkdag(einde)
    return einde
