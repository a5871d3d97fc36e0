"""The family that one or more casussen belong to: persons, and who has gezag over whom."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.domain.gezinscodes import Geslacht, OuderSoort, VeiligBereiken
from kernteam_tui.domain.huishouden import Bewoner, Huishouden
from kernteam_tui.domain.netwerk import Netwerklid
from kernteam_tui.domain.record import Record
from kernteam_tui.domain.relatie import Relatie
from kernteam_tui.domain.schooljaar import Schooljaar

R = TypeVar("R", bound=Record)


@dataclass(kw_only=True, eq=False)
class Persoon(Record):
    """Somebody of the family. No BSN is kept (Jeugdwet 7.2.2 is the official system's duty)."""

    gezin_id: str = ""
    rol: PersoonRol
    roepnaam: str
    """What people call this person; of a parent the name as it was given, whole."""
    achternaam: str = ""
    geboortedatum: date | None = None
    telefoon: str | None = None
    email: str | None = None
    taal: str | None = None
    """Language code of two or three letters (`tr`, `ar`, `ti`); None is Dutch or not asked."""
    tolk: bool = False
    geslacht: Geslacht = Geslacht.ONBEKEND
    geboortejaar: int | None = None
    """Where only the year is known; `geboortedatum` counts before it."""
    overleden: bool = False
    overleden_jaar: int | None = None
    bellen: VeiligBereiken = VeiligBereiken.ONBEKEND
    """Whether the phone may be used: somebody else may hear or read along."""
    let_op: str = ""
    """What to mind when reaching this person, in the worker's words."""
    wilsonbekwaam: bool = False
    """Not able to weigh this (Jeugdwet 7.3.5); only after a judgement by somebody who may give it."""
    gezagsconflict: bool = False
    """Of a child: those with gezag do not agree; the judge decides (BW 1:253a)."""

    @property
    def naam(self) -> str:
        """The whole name."""
        return f"{self.roepnaam} {self.achternaam}".strip()

    @property
    def korte_naam(self) -> str:
        """Roepnaam and the initial of the last name (`Sami Y.`), for lists that others may see."""
        return korte_naam(self.roepnaam, self.achternaam)

    def leeftijd(self, op: date) -> int | None:
        """Whole years of age on that day; None where the birth date is not known."""
        return leeftijd_op(self.geboortedatum, op)


def korte_naam(roepnaam: str, achternaam: str) -> str:
    """Roepnaam and the initial of the last name, past its small words: `Sami Y.`, `Milan R.` (de Ruiter)."""
    capitals = (sign for sign in achternaam if sign.isupper())
    letters = (sign.upper() for sign in achternaam if sign.isalpha())
    initial = next(capitals, next(letters, ""))
    return f"{roepnaam} {initial}." if initial else roepnaam


def leeftijd_op(geboortedatum: date | None, op: date) -> int | None:
    """Whole years of age on that day; born on 29 February turns a year older on 1 March."""
    if geboortedatum is None or geboortedatum > op:
        return None
    had_birthday = (op.month, op.day) >= (geboortedatum.month, geboortedatum.day)
    return op.year - geboortedatum.year - (not had_birthday)


def zwakste_gezag(antwoorden: Collection[JaNeeOnbekend]) -> JaNeeOnbekend:
    """Over several children the weakest answer counts: nee, then onbekend, then ja; onbekend for none."""
    order = (JaNeeOnbekend.NEE, JaNeeOnbekend.ONBEKEND, JaNeeOnbekend.JA)
    return next((answer for answer in order if answer in antwoorden), JaNeeOnbekend.ONBEKEND)


@dataclass(kw_only=True, eq=False)
class Ouderschap(Record):
    """One parent of one child: gezag, how that was established, and whether the child lives there.

    Gezag differs per child and per parent; the worker establishes it herself and does not rely
    on one parent's word (domain 3.2).
    """

    gezin_id: str = ""
    jongere_id: str
    ouder_id: str
    gezag: JaNeeOnbekend = JaNeeOnbekend.ONBEKEND
    gezag_hoe: str = ""
    gezag_op: date | None = None
    woont_bij: bool | None = None
    soort: OuderSoort = OuderSoort.BIOLOGISCH
    geinformeerd_op: date | None = None
    """Day on which this parent was told that the child came to the table (SKJ; domain 3.2)."""


@dataclass(kw_only=True, eq=False)
class Gezin(Record):
    """One family: the gezinsplan hangs under it (S52)."""

    personen: list[Persoon] = field(default_factory=list)
    ouderschappen: list[Ouderschap] = field(default_factory=list)
    """Parent and child, for every generation of the genogram."""
    huishoudens: list[Huishouden] = field(default_factory=list)
    bewoners: list[Bewoner] = field(default_factory=list)
    relaties: list[Relatie] = field(default_factory=list)
    netwerk: list[Netwerklid] = field(default_factory=list)
    schooljaren: list[Schooljaar] = field(default_factory=list)

    def persoon(self, persoon_id: str) -> Persoon:
        """The person with that id; raises NietGevonden."""
        for persoon in self.personen:
            if persoon.id == persoon_id:
                return persoon
        raise NietGevonden("Deze persoon hoort niet bij dit gezin.", "Open de casus opnieuw.")

    def ouderschappen_van(self, jongere_id: str) -> list[Ouderschap]:
        """Who the parents of this child are, in the order in which they were entered."""
        return [band for band in self.ouderschappen if band.jongere_id == jongere_id]

    def ouders_van(self, jongere_id: str) -> list[Persoon]:
        """The parents of this child."""
        return [self.persoon(band.ouder_id) for band in self.ouderschappen_van(jongere_id)]

    def gezag_van(self, ouder_id: str, jongere_ids: tuple[str, ...]) -> JaNeeOnbekend:
        """Gezag of one parent over these children (see `zwakste_gezag`)."""
        values = {
            band.gezag
            for band in self.ouderschappen
            if band.ouder_id == ouder_id and band.jongere_id in jongere_ids
        }
        return zwakste_gezag(values)

    def huishoudens_van(self, persoon_id: str) -> list[Huishouden]:
        """Where this person lives; a child of parents apart may have two."""
        ids = {bewoner.huishouden_id for bewoner in self.bewoners if bewoner.persoon_id == persoon_id}
        return [huishouden for huishouden in self.huishoudens if huishouden.id in ids]

    def vergeet(self, persoon_ids: Collection[str]) -> None:
        """Take these people out, with every tie to them; a household nobody lives in any more goes too."""
        weg = frozenset(persoon_ids)
        bewoond = {bewoner.huishouden_id for bewoner in self.bewoners}
        _houd(self.ouderschappen, lambda band: not weg & {band.jongere_id, band.ouder_id})
        _houd(self.relaties, lambda relatie: not weg & {relatie.van_id, relatie.naar_id})
        _houd(self.bewoners, lambda bewoner: bewoner.persoon_id not in weg)
        _houd(self.netwerk, lambda lid: not weg & {lid.persoon_id, lid.rond_id})
        _houd(self.schooljaren, lambda jaar: jaar.persoon_id not in weg)
        over = {bewoner.huishouden_id for bewoner in self.bewoners}
        _houd(self.huishoudens, lambda huis: huis.id in over or huis.id not in bewoond)
        _houd(self.personen, lambda persoon: persoon.id not in weg)


def _houd(records: list[R], blijft: Callable[[R], bool]) -> None:
    for record in [record for record in records if not blijft(record)]:
        records.remove(record)
