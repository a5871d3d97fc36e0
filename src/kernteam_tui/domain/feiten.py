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
from kernteam_tui.domain.deelcodes import (
    Leeftijdsgrens,
    Onderwerp,
    OverdrachtStap,
    Toekomstdomein,
    VerzoekSoort,
)
from kernteam_tui.domain.delen.beslissers import Gezagsdrager
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.gezinsplancodes import Familieplan


@dataclass(frozen=True)
class GesprekFeit:
    """A talk as far as rules ask for it. `start` is UTC."""

    id: str
    soort: GesprekSoort
    staat: GesprekStaat
    start: datetime
    minuten: int
    plek: str
    ouders_horen_voor: date | None = None
    """Held without parents, who still have to be told: by this day; None where nothing is open."""
    tolk_nodig: bool = False
    """Somebody who is invited needs an interpreter, and none was arranged yet."""
    niet_gevraagd: int = 0
    """How many of who is invited, besides the worker, were not asked yet; 0 once it was held."""


@dataclass(frozen=True)
class LeeftijdstapFeit:
    """What was done about one birthday of a jongere."""

    grens: Leeftijdsgrens
    jongere_verteld: bool
    ouders_verteld: bool
    """Told, or the jongere of 16 or older does not want it."""

    @property
    def klaar(self) -> bool:
        """Whether nobody has to be told any more."""
        return self.jongere_verteld and self.ouders_verteld


@dataclass(frozen=True)
class JongereFeit:
    """A jongere of the casus, with the birthdays that were talked about."""

    id: str
    roepnaam: str
    geboren: date | None
    stappen: tuple[LeeftijdstapFeit, ...] = ()
    besproken: frozenset[Toekomstdomein] = frozenset()
    """Domains of the plan for 16 to 27 that were talked about."""


@dataclass(frozen=True)
class OuderFeit:
    """A parent of a jongere of the casus."""

    id: str
    naam: str
    gezag: JaNeeOnbekend
    geinformeerd_op: date | None = None
    """Day on which this parent was told; None where that still has to be done for one of the jongeren."""


@dataclass(frozen=True)
class TerugkoppelFeit:
    """An agreement to tell a partner something that is not done yet."""

    id: str
    partner: str
    niveau: Niveau
    moment: TerugkoppelMoment
    op: date | None
    soort: PartnerSoort | None = None


@dataclass(frozen=True)
class DeelJongereFeit:
    """A jongere as far as the rules of consent ask for it; who died is not among the `dragers`."""

    id: str
    geboortedatum: date | None
    geboortejaar: int | None
    wilsonbekwaam: bool
    gezagsconflict: bool
    dragers: tuple[Gezagsdrager, ...]


@dataclass(frozen=True)
class ToestemmingFeit:
    """A consent that was not withdrawn; it may be past its last day."""

    id: str
    jongere_id: str
    gever_id: str
    gever_naam: str
    partner: PartnerSoort
    partner_naam: str
    onderwerp: Onderwerp
    niveau: Niveau
    op: date
    tot: date | None
    partner_id: str = ""
    """Of a parent who reads along: which one, whatever the name."""


@dataclass(frozen=True)
class VerzoekFeit:
    """Something that was asked about the file and is not handled yet."""

    id: str
    soort: VerzoekSoort
    op: date


@dataclass(frozen=True)
class ActieFeit:
    """An action that is not done: from the plan, or from a talk (`wie` is then a role)."""

    id: str
    wat: str
    wie: str
    wanneer: date | None
    gesprek_id: str = ""
    """Id of the talk at which it was agreed; empty for one of the plan."""


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
    deeljongeren: tuple[DeelJongereFeit, ...] = ()
    """The jongeren, where there is a consent or an open agreement to tell a partner; else empty."""
    toestemmingen: tuple[ToestemmingFeit, ...] = ()
    woongemeente: str = ""
    overdracht: tuple[OverdrachtStap, ...] = ()
    """Steps done of the hand-over to the woongemeente (S19)."""
    schooljaar: str = ""
    """The schooljaar for which klas and mentor were last asked; empty: at the aanmelding."""
    jongeren: tuple[JongereFeit, ...] = ()
    regisseur: str = ""
    maatje: str = ""
    verzoeken: tuple[VerzoekFeit, ...] = ()
    """What was asked about the file and is not handled yet, oldest first."""
    startgesprek_keuze: RedenLater | None = None
    """Whose choice it was that the startgesprek comes later (S26)."""
    startgesprek_aangeboden_op: date | None = None
    gezin_vanaf: date | None = None
    """The family wants the talk on this day or later."""
    wachtcontact: str = ""
    """What was agreed about contact until the help begins."""
    familieplan: Familieplan = Familieplan.ONBEKEND
    familieplan_op: date | None = None
    """Day of what `familieplan` says."""
    op_papier_gevraagd_op: date | None = None
    op_papier_gegeven_op: date | None = None
    """Days on which the plan was asked for on paper, and last given."""
    geevalueerd_op: date | None = None
    """Last day on which an outcome of a goal of the plan was noted."""

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
