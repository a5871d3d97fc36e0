"""A talk: planned, moved, cancelled, held; who came and what was agreed (S26-S34)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, JaNeeOnbekend, Niveau, TerugkoppelMoment
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.plancodes import Reactie
from kernteam_tui.domain.record import Record

MINUTEN = range(5, 481)
"""How long a talk can take."""


@dataclass(kw_only=True, eq=False)
class Deelnemer(Record):
    """Somebody invited to a talk: a kernpartner, a person of the family, or a name that was typed."""

    gesprek_id: str = ""
    wie_id: str = ""
    """Id of the kernpartner or persoon; empty for the mentor and for whoever has no record."""
    rol: str
    """What this person is called at the table: `leerplichtambtenaar`, `mentor`, `ouder`."""
    naam: str = ""
    email: str | None = None
    is_ouder: bool = False
    aanwezig: bool | None = None
    actie: str = ""
    """What this person does next (S6)."""
    actie_op: date | None = None
    actie_klaar: bool = False
    gevraagd_op: date | None = None
    """Day on which this person was asked or told."""
    reactie: Reactie = Reactie.GEEN
    akkoord: JaNeeOnbekend = JaNeeOnbekend.ONBEKEND
    """Whether the family agrees that this partner is at the table."""
    volgorde: int = 0


@dataclass(kw_only=True, eq=False)
class Terugkoppelafspraak(Record):
    """Who hears what, at which moment (S32)."""

    gesprek_id: str = ""
    casus_id: str = ""
    partner: str
    """Role or name of the partner, as shown."""
    soort: PartnerSoort | None = None
    """Which kind of partner, for the consent that it needs; None where only the name is known."""
    niveau: Niveau = Niveau.GESTART_GESTOPT
    moment: TerugkoppelMoment = TerugkoppelMoment.BIJ_START
    op: date | None = None
    """The day, where `moment` is OP_DATUM."""
    gedaan_op: date | None = None


@dataclass(frozen=True)
class Wijziging:
    """A move, cancellation or restoring, with its reason."""

    op: str
    """The moment of the change, ISO 8601 in UTC."""
    wat: str
    """`verzet`, `afgezegd` or `hersteld`."""
    reden: str
    van: str = ""
    """The start before the change, ISO 8601 in UTC."""
    keuze: str = ""
    """Code of RedenLater: whose choice it was (S26)."""


@dataclass(kw_only=True, eq=False)
class Gesprek(Record):
    """One talk of a casus. `start` is UTC; `minuten` its length."""

    casus_id: str
    soort: GesprekSoort
    staat: GesprekStaat = GesprekStaat.GEPLAND
    start: datetime
    minuten: int = 60
    plek: str = ""
    op_school: bool = True
    """At a school or office; elsewhere an invitation holds no place (contract 5)."""
    volgnummer: int = 0
    """SEQUENCE of the invitation: 0 at first, one more at every change, cancel and restore."""
    ruimte: str = ""
    """The room of the school that it takes; empty: none."""
    aangeboden_op: date | None = None
    tolk_geregeld_op: date | None = None
    wijzigingen: tuple[Wijziging, ...] = ()
    zonder: str = ""
    """Why somebody who must be there is not asked, or why parents or jongere are not at the table (S33)."""
    verslag: str = ""
    zonder_ouders: bool = False
    """Held without parents on purpose: they are told afterwards (S34)."""
    ouders_informeren_voor: date | None = None
    ouders_geinformeerd_op: date | None = None
    ouders_niet: str = ""
    """Why they are not told: a jongere of 16 or older does not want it (Jeugdwet 7.3.5)."""
    deelnemers: list[Deelnemer] = field(default_factory=list)
    terugkoppelafspraken: list[Terugkoppelafspraak] = field(default_factory=list)

    @property
    def eind(self) -> datetime:
        """The end, UTC."""
        return self.start + timedelta(minutes=self.minuten)

    @property
    def staat_open(self) -> bool:
        """Whether it still has to be held."""
        return self.staat.nog_te_houden

    def verzet(self, start: datetime, reden: str, nu: datetime) -> None:
        """Move to another start (UTC) with a reason."""
        if not self.staat_open:
            raise RegelGeweigerd("Dit gesprek staat niet meer gepland.", "Plan een nieuw gesprek.")
        self._wijzig("verzet", reden, nu)
        self.start = start
        self.staat = GesprekStaat.VERZET

    def zeg_af(self, reden: str, nu: datetime) -> None:
        """Cancel with a reason; the invitation's CANCEL goes to the same people."""
        if not self.staat_open:
            raise RegelGeweigerd("Dit gesprek staat niet meer gepland.", "Er valt niets af te zeggen.")
        self._wijzig("afgezegd", reden, nu)
        self.staat = GesprekStaat.AFGEZEGD

    def herstel(self, nu: datetime) -> None:
        """Take a cancellation back: the same talk, the same invitation, one number higher."""
        if self.staat is not GesprekStaat.AFGEZEGD:
            raise RegelGeweigerd(
                "Alleen een afgezegd gesprek kun je herstellen.", "Plan anders een nieuw gesprek."
            )
        self._wijzig("hersteld", "hersteld", nu)
        self.staat = GesprekStaat.GEPLAND

    def leg_vast(self, staat: GesprekStaat) -> None:
        """Note that the talk was held, or that nobody came."""
        if staat not in (GesprekStaat.GEHOUDEN, GesprekStaat.NIET_VERSCHENEN):
            raise RegelGeweigerd("Kies gehouden of niet verschenen.")
        if self.staat is GesprekStaat.AFGEZEGD:
            raise RegelGeweigerd("Dit gesprek is afgezegd.", "Herstel het gesprek of plan een nieuw.")
        self.staat = staat

    def _wijzig(self, wat: str, reden: str, nu: datetime) -> None:
        if not reden.strip():
            raise RegelGeweigerd("De reden ontbreekt.", "Schrijf in een paar woorden waarom.")
        self.wijzigingen = (
            *self.wijzigingen,
            Wijziging(nu.isoformat(), wat, reden.strip(), self.start.isoformat()),
        )
        self.volgnummer += 1
