"""The facts of one casus, read straight from rows: what fase and signalen are computed from.

A frozen value without behaviour of the store: `data` fills it for one casus or for all at once,
`domain.fase` and `domain.signalen` reckon with it, and a list shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from kernteam_tui.domain.codes import (
    AfsluitSoort,
    GesprekSoort,
    GesprekStaat,
    JaNeeOnbekend,
    Niveau,
    Reden,
    RedenLater,
    TerugkoppelMoment,
)


@dataclass(frozen=True)
class GesprekFeit:
    """A talk as far as rules ask for it. `start` is UTC."""

    id: str
    soort: GesprekSoort
    staat: GesprekStaat
    start: datetime
    minuten: int
    plek: str


@dataclass(frozen=True)
class OuderFeit:
    """A parent of a jongere of the casus."""

    id: str
    naam: str
    gezag: JaNeeOnbekend


@dataclass(frozen=True)
class TerugkoppelFeit:
    """An agreement to tell a partner something that is not done yet."""

    id: str
    partner: str
    niveau: Niveau
    moment: TerugkoppelMoment
    op: date | None


@dataclass(frozen=True)
class ActieFeit:
    """An action that is not done: from the plan, or from a talk (`wie` is then a role)."""

    id: str
    wat: str
    wie: str
    wanneer: date | None


@dataclass(frozen=True)
class CasusFeiten:
    """Everything that a rule may ask of one casus. Dates are days in Amsterdam."""

    casus_id: str
    nummer: str
    gezin_id: str
    school_id: str
    school: str
    jongere: str
    """Short name of the jongere, `Sami Y.`"""
    jongere_naam: str
    klas: str
    geboortedatums: tuple[date, ...]
    aangemeld: date
    redenen: tuple[Reden, ...]
    spoed: bool
    ouders_weten: bool | None
    ouders: tuple[OuderFeit, ...]
    kennismaking_aangeboden_op: date | None
    kennismaking_reden_later: RedenLater | None
    startgesprek_reden_later: str
    begeleiding_gestart: date | None
    zorg_zonder_vraag: bool
    volgende_poging: date | None
    afsluiting: AfsluitSoort | None
    afgesloten_op: date | None
    gesprekken: tuple[GesprekFeit, ...]
    laatste_contact: date | None
    """Last talk held or note with somebody reached."""
    pogingen: int
    """Notes with nobody reached since the last contact."""
    oudste_concept: date | None
    """Day of the oldest note that is still a draft."""
    plan_id: str | None
    plan_versie: int
    plan_gewijzigd: bool
    plan_gemaakt_op: date | None
    evaluatie_op: date | None
    evaluatie_uitkomst: str
    acties: tuple[ActieFeit, ...]
    terugkoppelingen: tuple[TerugkoppelFeit, ...]
    vernietigen_gevraagd_op: date | None = None
    """Day of a request to destroy the file that was not refused."""

    def gehouden(self, *soorten: GesprekSoort) -> GesprekFeit | None:
        """The first held talk of these kinds."""
        return self._eerste(soorten, lambda staat: staat is GesprekStaat.GEHOUDEN)

    def gepland(self, *soorten: GesprekSoort) -> GesprekFeit | None:
        """The first talk of these kinds that still has to be held."""
        return self._eerste(soorten, lambda staat: staat.nog_te_houden)

    def _eerste(
        self, soorten: tuple[GesprekSoort, ...], past: Callable[[GesprekStaat], bool]
    ) -> GesprekFeit | None:
        found = [g for g in self.gesprekken if g.soort in soorten and past(g.staat)]
        return min(found, key=lambda g: g.start, default=None)

    @property
    def open(self) -> bool:
        """Whether the casus is not closed."""
        return self.afsluiting is None
