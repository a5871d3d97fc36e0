"""A casus: one child (or more of one family) that came to the table, until it is closed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kernteam_tui.domain.codes import (
    AanmelderRol,
    AfsluitKenmerk,
    AfsluitSoort,
    JaNeeOnbekend,
    Reden,
    RedenLater,
    Route,
    Vraagstuk,
)
from kernteam_tui.domain.deelcodes import OverdrachtStap, SignaalBij, WiePakt
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.gezinstijd import Gezinstijd, Lestijd
from kernteam_tui.domain.leeftijdstap import Leeftijdstap, Toekomst
from kernteam_tui.domain.record import Record


@dataclass(kw_only=True, eq=False)
class Afsluiting(Record):
    """How a casus ended (S65, S66, S67)."""

    casus_id: str = ""
    soort: AfsluitSoort = AfsluitSoort.AFGESLOTEN
    op: date
    kenmerk: AfsluitKenmerk | None = None
    zelfstandig_verder: bool | None = None
    toelichting: str = ""
    cijfer: int | None = None
    """The family's own mark, 1 to 10; never compulsory (S67)."""


@dataclass(kw_only=True, eq=False)
class Casus(Record):
    """The record under which talks and notes hang. The fase is computed (`domain.fase`), never kept here."""

    nummer: str
    """`2026-014`: the year of aanmelding and a number within it."""
    gezin_id: str
    school_id: str
    jongeren: list[Persoon] = field(default_factory=list)
    klas: str = ""
    mentor: str = ""

    aangemeld: date
    route: Route = Route.ONBEKEND
    aanmelder_naam: str = ""
    aanmelder_rol: AanmelderRol = AanmelderRol.OVERIG
    redenen: tuple[Reden, ...] = ()
    vraagstukken: tuple[Vraagstuk, ...] = ()
    woorden: str = ""
    """The reason in the words of the aanmelder (S24)."""
    ouders_weten: bool | None = None
    jongere_weet: bool | None = None
    buurtteam: JaNeeOnbekend = JaNeeOnbekend.ONBEKEND
    """Whether a buurtteam is in the family already; asked of the family (S16, S36)."""
    spoed: bool = False

    kennismaking_aangeboden_op: date | None = None
    kennismaking_reden_later: RedenLater | None = None
    startgesprek_reden_later: str = ""
    startgesprek_keuze: RedenLater | None = None
    """Whose choice it was that the startgesprek comes later (S26)."""
    startgesprek_aangeboden_op: date | None = None
    gezin_vanaf: date | None = None
    """The family wants the talk on this day or later; its own choice."""
    oudertijden: tuple[Gezinstijd, ...] = ()
    """When a parent can come; none: any time."""
    lessen: tuple[Lestijd, ...] = ()
    """The lessons of the jongere that are better not missed."""
    hoe_snel: str = ""
    """From the kennismaking: how soon the help must begin (S27)."""
    intussen: str = ""
    """What runs meanwhile, until it begins (S27, spoor 1)."""
    wachtcontact: str = ""
    """What was agreed about contact until it begins."""
    begeleiding_gestart: date | None = None
    zorg_zonder_vraag: bool = False
    """School is worried, the family has no question yet (S37)."""
    volgende_poging: date | None = None
    regisseur: str = ""
    maatje: str = ""
    duo_partner: str = ""
    """Gezinswerker of the wijk with whom this is done together (S18)."""
    duo_team: str = ""
    """The buurtteam of that gezinswerker."""
    signaal_bij: SignaalBij = SignaalBij.ONBEKEND
    """Where the signal came in (S16)."""
    wie_pakt: WiePakt = WiePakt.ONBEKEND
    wie_pakt_reden: str = ""
    """Why it is somebody else than the rule of S16 says."""
    woongemeente: str = ""
    overdracht: tuple[OverdrachtStap, ...] = ()
    """Steps done of the hand-over to another woongemeente (S19)."""
    schooljaar: str = ""
    """The schooljaar for which klas and mentor were last asked, `2026-2027`; empty: at the aanmelding."""
    vernietiging_gevraagd_op: date | None = None
    """Day of a request to destroy the file; to be done within three months (Jeugdwet 7.3.9)."""
    vernietiging_geweigerd: str | None = None
    """Why it is kept all the same (Jeugdwet 7.3.9 lid 2); None as long as nothing was refused."""
    afsluiting: Afsluiting | None = None
    leeftijdstappen: list[Leeftijdstap] = field(default_factory=list)
    toekomst: list[Toekomst] = field(default_factory=list)

    @property
    def jongere(self) -> Persoon:
        """The (first) jongere of the casus."""
        return self.jongeren[0]

    @property
    def naam(self) -> str:
        """The names of the jongeren, as a worker says them."""
        return " en ".join(jongere.naam for jongere in self.jongeren)

    @property
    def gestopt_op(self) -> date | None:
        """The last day of the help; None as long as the casus is open."""
        return self.afsluiting.op if self.afsluiting is not None else None

    def sluit_af(self, afsluiting: Afsluiting) -> None:
        """Close the casus. Refuses a second closing and a day before the aanmelding."""
        if self.afsluiting is not None:
            raise RegelGeweigerd("Deze casus is al afgesloten.", "Heropen de casus als dat niet klopt.")
        if afsluiting.op < self.aangemeld:
            raise RegelGeweigerd(
                "De afsluitdatum ligt vóór de aanmelding.", "Kies een datum op of na de aanmelding."
            )
        if afsluiting.soort is AfsluitSoort.AFGESLOTEN and afsluiting.kenmerk is None:
            raise RegelGeweigerd("Het afsluitkenmerk ontbreekt.", "Kies hoe de begeleiding eindigde.")
        afsluiting.casus_id = self.id
        self.afsluiting = afsluiting

    def heropen(self) -> None:
        """Take a closing back."""
        if self.afsluiting is None:
            raise RegelGeweigerd("Deze casus is niet afgesloten.")
        self.afsluiting = None
