"""The weekly kernpartneroverleg of a school: its agenda, and what was agreed (S11, S33)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from kernteam_tui.domain.plancodes import Overlegsoort, Overlegstaat
from kernteam_tui.domain.record import Record


@dataclass(kw_only=True, eq=False)
class Overlegpunt(Record):
    """One point of the agenda.

    A point about a casus goes with that casus when it is erased. What a partner will do about a casus is an
    action of a talk (`gesprek_id`, a Gesprek of the kind overleg); of a point without a casus it stands here.
    """

    overleg_id: str = ""
    casus_id: str | None = None
    soort: Overlegsoort = Overlegsoort.EIGEN
    tekst: str = ""
    """What is asked; without a casus no name may stand in it (S38)."""
    uitkomst: str = ""
    gesprek_id: str = ""
    wie: str = ""
    """Who does what was agreed; of a point without a casus."""
    actie: str = ""
    actie_op: date | None = None
    actie_klaar: bool = False
    besproken: bool = False
    volgorde: int = 0


@dataclass(kw_only=True, eq=False)
class Overleg(Record):
    """One meeting of the kernteam. `start` is UTC; `minuten` its length."""

    school_id: str
    start: datetime
    minuten: int = 60
    staat: Overlegstaat = Overlegstaat.GEPLAND
    aanwezig: tuple[str, ...] = ()
    """Ids of the kernpartners who were there."""
    punten: list[Overlegpunt] = field(default_factory=list)

    @property
    def eind(self) -> datetime:
        """The end, UTC."""
        return self.start + timedelta(minutes=self.minuten)
