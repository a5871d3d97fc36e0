"""What the register of consents shows, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.deelcodes import Onderwerp, ToestemmingHoe
from kernteam_tui.domain.delen.partners import partner_tekst
from kernteam_tui.domain.gezinscodes import PartnerSoort


@dataclass(frozen=True)
class GeverRegel:
    """One person's agreement that holds today."""

    toestemming_id: str
    naam: str
    niveau: Niveau
    hoe: ToestemmingHoe
    op: date
    tot: date | None
    telt: bool
    """False: this person need not agree (any more), so it counts for nothing."""


@dataclass(frozen=True)
class ToestemmingRegel:
    """Who may know what of which jongere: one line of the register."""

    sleutel: str
    jongere_id: str
    jongere: str
    partner: PartnerSoort
    partner_naam: str
    onderwerp: Onderwerp
    niveau: Niveau | None
    """The level that stands today; None: nothing may be told."""
    gevers: tuple[GeverRegel, ...]
    ontbreekt: tuple[str, ...]
    """Names of who must agree and did not."""
    tot: date | None
    """First day on which one of them ends."""
    zin: str
    artikel: str
    wat_nu: str
    """The next step; empty where consent stands."""
    partner_id: str = ""
    """Of a parent who reads along: who."""
    let_op: str = ""
    """What is not as it looks: more holds than was given by name, or it counts for nobody. One sentence."""

    @property
    def wie(self) -> str:
        """The partner, with which one where that was said."""
        return partner_tekst(self.partner, self.partner_naam)


@dataclass(frozen=True)
class Kandidaat:
    """Somebody who can agree at the table."""

    id: str
    naam: str
    beslist: bool
    """Whether the rule asks this person."""


@dataclass(frozen=True)
class VereisteBeeld:
    """Who must agree for one jongere, and why."""

    jongere_id: str
    jongere: str
    zin: str
    artikel: str
    wat_nu: str
    kandidaten: tuple[Kandidaat, ...]


@dataclass(frozen=True)
class HistorieRegel:
    """Something that happened to a consent."""

    op: date
    wat: str
    """`gegeven`, `ingetrokken` or `verlopen`."""
    wie: str
    """One or more names."""
    partner: str
    niveau: Niveau
    onderwerp: Onderwerp
    reden: str = ""
    """Why it was withdrawn; of one that was given: how."""


@dataclass(frozen=True)
class RegisterBeeld:
    """Every consent of one casus."""

    casus_id: str
    regels: tuple[ToestemmingRegel, ...]
    """What stands first, then what misses somebody."""
    vereisten: tuple[VereisteBeeld, ...]
    """For each jongere."""
    ouders: tuple[tuple[str, str], ...]
    """Name and id of the living parents, where one of them is to read along; namesakes are told apart."""
    historie: tuple[HistorieRegel, ...]
    """Newest first."""
    zonder_toestemming: frozenset[str] = frozenset()
    """Ids of open agreements for which consent does not stand."""


@dataclass(frozen=True)
class IntrekBeeld:
    """What withdrawing touches, one Dutch sentence each."""

    vervalt: tuple[str, ...]
    afspraken: tuple[str, ...]
    bestanden: tuple[str, ...]

    @property
    def zinnen(self) -> tuple[str, ...]:
        """All of it; never empty."""
        touched = (*self.vervalt, *self.afspraken, *self.bestanden)
        return touched or ("Hierdoor verandert er niets aan wat gedeeld mag worden.",)


@dataclass(frozen=True)
class ToestemmingGegevens:
    """What is noted at the table: one or more people agree that a partner may know something."""

    jongere_id: str
    gevers: tuple[str, ...]
    """Ids of persons of the family."""
    partner: PartnerSoort
    niveau: Niveau
    op: date
    tot: date | None
    hoe: ToestemmingHoe = ToestemmingHoe.GESPREK
    onderwerp: Onderwerp = Onderwerp.HULP
    partner_naam: str = ""
    partner_id: str = ""
    """Of a parent who reads along: who. Without it the name says so, where one person is called that."""
