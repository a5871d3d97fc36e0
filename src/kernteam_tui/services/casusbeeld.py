"""What the screen of one casus shows, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kernteam_tui.domain.casus import Afsluiting
from kernteam_tui.domain.codes import (
    Fase,
    GesprekSoort,
    GesprekStaat,
    JaNeeOnbekend,
    NotitieSoort,
    NotitieStaat,
    PersoonRol,
    Reden,
    RedenLater,
    TerugkoppelMoment,
    Vraagstuk,
)
from kernteam_tui.domain.deelcodes import OverdrachtStap, SignaalBij, WiePakt
from kernteam_tui.domain.gespreksloop import Gespreksstap
from kernteam_tui.domain.gezinscodes import Geslacht, OuderSoort, PartnerSoort, VeiligBereiken
from kernteam_tui.domain.signalen import Signaal
from kernteam_tui.domain.termijnen import Termijnen
from kernteam_tui.domain.wachttijd import Wachttijd
from kernteam_tui.services.school import SchoolBeeld


@dataclass(frozen=True)
class PersoonBeeld:
    """Somebody of the family, with gezag where this is a parent."""

    id: str
    rol: PersoonRol
    naam: str
    geboortedatum: date | None
    leeftijd: int | None
    telefoon: str
    email: str
    taal: str
    tolk: bool
    gezag: JaNeeOnbekend | None
    gezag_hoe: str
    gezag_op: date | None
    woont_bij: bool | None
    ouder_soort: OuderSoort | None
    """How this parent belongs to the jongere; None for who is no parent of a jongere of this casus."""
    geinformeerd_op: date | None
    """Day on which this parent was told of the aanmelding."""
    geslacht: Geslacht
    geboortejaar: int | None
    overleden: bool
    bellen: VeiligBereiken
    let_op: str
    wilsonbekwaam: bool
    gezagsconflict: bool


@dataclass(frozen=True)
class GesprekRegel:
    """A talk in the list of a casus."""

    id: str
    soort: GesprekSoort
    staat: GesprekStaat
    start: datetime
    minuten: int
    plek: str
    deelnemers: tuple[str, ...]
    laatste_reden: str
    stappen: tuple[Gespreksstap, ...] = ()
    """What happened with it and when."""


@dataclass(frozen=True)
class NotitieRegel:
    """A note in the list of a casus."""

    id: str
    soort: NotitieSoort
    moment: datetime
    staat: NotitieStaat
    bereikt: bool
    met_wie: str
    begin: str
    """First words."""
    addenda: int


@dataclass(frozen=True)
class TerugkoppelRegel:
    """An agreement to tell a partner something."""

    id: str
    gesprek_id: str
    partner: str
    niveau: str
    moment: str
    op: date | None
    gedaan_op: date | None
    bij: TerugkoppelMoment
    soort: PartnerSoort | None


@dataclass(frozen=True)
class CasusBeeld:
    """Everything of one casus."""

    id: str
    nummer: str
    revision: int
    naam: str
    jongere: str
    school: SchoolBeeld
    gezin_id: str
    jongeren: tuple[str, ...]
    """Ids of the jongeren."""
    klas: str
    mentor: str
    fase: Fase
    aangemeld: date
    route: str
    aanmelder: str
    redenen: tuple[Reden, ...]
    vraagstukken: tuple[Vraagstuk, ...]
    woorden: str
    ouders_weten: bool | None
    jongere_weet: bool | None
    buurtteam: JaNeeOnbekend
    spoed: bool
    kennismaking_aangeboden_op: date | None
    kennismaking_reden_later: RedenLater | None
    startgesprek_reden_later: str
    begeleiding_gestart: date | None
    zorg_zonder_vraag: bool
    volgende_poging: date | None
    regisseur: str
    maatje: str
    duo_partner: str
    duo_team: str
    signaal_bij: SignaalBij
    wie_pakt: WiePakt
    wie_pakt_reden: str
    woongemeente: str
    overdracht: tuple[OverdrachtStap, ...]
    schooljaar: str
    afsluiting: Afsluiting | None
    termijnen: Termijnen
    signalen: tuple[Signaal, ...]
    personen: tuple[PersoonBeeld, ...]
    gesprekken: tuple[GesprekRegel, ...]
    notities: tuple[NotitieRegel, ...]
    terugkoppelingen: tuple[TerugkoppelRegel, ...]
    laatste_contact: date | None
    plan_versie: int
    plan_gewijzigd: bool
    plan_begonnen: bool
    startgesprek_keuze: RedenLater | None = None
    startgesprek_aangeboden_op: date | None = None
    gezin_vanaf: date | None = None
    later: str = ""
    """Why the startgesprek is later and whose choice that was, in words."""
    keuze_van_gezin: bool = False
    """It is later because the family wants that."""
    hoe_snel: str = ""
    intussen: str = ""
    wachtcontact: str = ""
    kennismaking_op: date | None = None
    """Day on which the kennismaking was held."""
    wacht: Wachttijd | None = None
    """The second clock, while it runs."""
    gewacht: int | None = None
    """Days that this family waited until the help began."""
