"""A talk: planned, moved, cancelled, held; who came and what was agreed (S26-S34)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
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
class Vervallen:
    """Somebody who was invited and no longer is: enough for the cancellation that goes to that one alone."""

    wie: str
    """Id of the kernpartner or persoon, or the role of who has no record."""
    rol: str
    email: str | None = None
    apart: bool = False
    """A private person, who gets a file alone."""


@dataclass(frozen=True)
class Wijziging:
    """A move, cancellation or restoring, or another list of who comes; with its reason."""

    op: str
    """The moment of the change, ISO 8601 in UTC."""
    wat: str
    """`verzet`, `afgezegd`, `hersteld`, `genodigden` or `plek`."""
    reden: str
    van: str = ""
    """The start before the change, ISO 8601 in UTC."""
    keuze: str = ""
    """Code of RedenLater: whose choice it was (S26)."""
    vervallen: tuple[Vervallen, ...] = ()
    """Who is no longer invited since this change."""

    def zonder(self, persoon_ids: Collection[str]) -> Wijziging:
        """The same change, of which these people are forgotten."""
        return replace(self, vervallen=tuple(een for een in self.vervallen if een.wie not in persoon_ids))


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
    verstuurd: tuple[int, ...] = ()
    """The numbers (`volgnummer`) at which invitations were written."""
    organisator: str = ""
    """The address in the first of them that had one: a calendar takes a later one from nobody else."""
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

    def verzet(
        self,
        start: datetime,
        reden: str,
        nu: datetime,
        keuze: str = "",
        vervallen: tuple[Vervallen, ...] = (),
    ) -> None:
        """Move to another start (UTC) with a reason; `keuze` is a code of RedenLater, where it was asked.

        Everybody has to be asked again, and the interpreter; what the family agreed to stays.
        """
        self._eis_open()
        self._wijzig("verzet", reden, nu, keuze, vervallen)
        if start != self.start:
            self._vraag_opnieuw()
        self.start = start
        self.staat = GesprekStaat.VERZET

    def wijzig_genodigden(self, reden: str, nu: datetime, vervallen: tuple[Vervallen, ...]) -> None:
        """Other people come, at the same moment: everybody gets the next number of the invitation."""
        self._eis_open()
        self._wijzig("genodigden", reden, nu, vervallen=vervallen)

    def wijzig_plek(self, plek: str, ruimte: str, reden: str, nu: datetime) -> None:
        """Another place at the same moment; `ruimte` is the room of the school, empty for none."""
        self._eis_open()
        self._wijzig("plek", reden, nu)
        self.plek, self.ruimte = plek, ruimte

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

    def noteer_verstuurd(self, organisator: str) -> None:
        """The invitations of the talk as it stands were written, with this address of the worker or none."""
        self.organisator = self.organisator or organisator
        if self.volgnummer not in self.verstuurd:
            self.verstuurd = (*self.verstuurd, self.volgnummer)

    @property
    def vervallenen(self) -> tuple[Vervallen, ...]:
        """Who was taken out since the invitations before these, and is not asked again."""
        asked = {deelnemer.wie_id or deelnemer.rol for deelnemer in self.deelnemers}
        gone = {one.wie: one for change in self._sinds_verstuurd() for one in change.vervallen}
        return tuple(one for one in gone.values() if one.wie not in asked)

    @property
    def start_van_vervallenen(self) -> datetime:
        """The start that they know; where the talk goes now is not for them (UTC)."""
        changes = self._sinds_verstuurd()
        return datetime.fromisoformat(changes[0].van) if changes else self.start

    @property
    def verzet_van(self) -> datetime | None:
        """The start that those who come were told before, where it is another one now (UTC); None where they
        know of no other."""
        told = any(number < self.volgnummer for number in self.verstuurd)
        before = self.start_van_vervallenen
        return before if told and self.staat_open and before != self.start else None

    @property
    def plek_bleef(self) -> bool:
        """Whether who was taken out knows the place that it has now."""
        return all(change.wat == "genodigden" for change in self._sinds_verstuurd())

    def _sinds_verstuurd(self) -> tuple[Wijziging, ...]:
        return self.wijzigingen[max((n for n in self.verstuurd if n < self.volgnummer), default=0) :]

    def leg_vast(self, staat: GesprekStaat) -> None:
        """Note that the talk was held, or that nobody came."""
        if staat not in (GesprekStaat.GEHOUDEN, GesprekStaat.NIET_VERSCHENEN):
            raise RegelGeweigerd("Kies gehouden of niet verschenen.")
        if self.staat is GesprekStaat.AFGEZEGD:
            raise RegelGeweigerd("Dit gesprek is afgezegd.", "Herstel het gesprek of plan een nieuw.")
        self.staat = staat

    def vergeet(self, persoon_ids: Collection[str]) -> None:
        """These people are erased: who came is known by role alone, who would come does not, and whoever was
        taken out is written to no more."""
        if self.staat_open:
            self.deelnemers[:] = [een for een in self.deelnemers if een.wie_id not in persoon_ids]
        for deelnemer in self.deelnemers:
            if deelnemer.wie_id in persoon_ids:
                deelnemer.wie_id, deelnemer.naam, deelnemer.email = "", "", None
        rest = tuple(change.zonder(persoon_ids) for change in self.wijzigingen)
        if rest != self.wijzigingen:
            self.wijzigingen = rest

    def _vraag_opnieuw(self) -> None:
        self.tolk_geregeld_op = None
        for deelnemer in self.deelnemers:
            deelnemer.gevraagd_op, deelnemer.reactie = None, Reactie.GEEN

    def _eis_open(self) -> None:
        if not self.staat_open:
            raise RegelGeweigerd("Dit gesprek staat niet meer gepland.", "Plan een nieuw gesprek.")

    def _wijzig(
        self, wat: str, reden: str, nu: datetime, keuze: str = "", vervallen: tuple[Vervallen, ...] = ()
    ) -> None:
        if not reden.strip():
            raise RegelGeweigerd("De reden ontbreekt.", "Schrijf in een paar woorden waarom.")
        self.wijzigingen = (
            *self.wijzigingen,
            Wijziging(nu.isoformat(), wat, reden.strip(), self.start.isoformat(), keuze, vervallen),
        )
        self.volgnummer += 1
