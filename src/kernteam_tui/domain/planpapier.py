"""The whole gezinsplan on paper for one reader, as long as it is: one version, in the order of its format.

The value knows nothing of the store, of paper or of fixed sentences. Who makes it has already taken out what
this reader may not have. Print it with `exchange.planpapier`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.afschrift.stukken import Aanspreekvorm
from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.planformaat import Invul

VORMEN = ("pdf", "docx", "html", "tekst")
"""What it can be made as."""


@dataclass(frozen=True)
class Papierwoorden:
    """Words of the family, letter for letter: whose, in which language, what."""

    van: str
    taal: str
    tekst: str
    merk: str = ""
    """What they are, in a word to show: `feit`, `mening`; empty: just words."""


@dataclass(frozen=True)
class Papierregel:
    """Something that was filled in at a field, with the name of that field."""

    label: str
    tekst: str


@dataclass(frozen=True)
class Papieronderdeel:
    """One fixed section as it was called in this version, with what this reader may have of it."""

    nr: int
    titel: str
    vraag: str = ""
    invul: Invul = Invul.TEKST
    per_ouder: bool = False
    """Each parent has a column (parents who live apart)."""
    woorden: tuple[Papierwoorden, ...] = ()
    toelichting: str = ""
    velden: tuple[Papierregel, ...] = ()
    sleutel: str = ""
    """Of the section in its format; never printed. Empty: it has none there."""


@dataclass(frozen=True)
class Papierdoel:
    """A goal; `nu` and `gewenst` are on a scale of 0 to 10, or not asked yet."""

    wat: str
    van: str = ""
    nu: int | None = None
    gewenst: int | None = None
    hoe_zien_we_dat: str = ""
    erbij: tuple[Papierregel, ...] = ()
    """What else is known of it: the goal of school beside it, what came of it."""


@dataclass(frozen=True)
class Papieractie:
    """Who does what by which day; `klaar` is a ticked box."""

    wat: str
    wie: str = ""
    wanneer: date | None = None
    klaar: bool = False


@dataclass(frozen=True)
class Papierakkoord:
    """What somebody said of this version (Jeugdwet 7.3.8 lid 2); `standpunt` in words to show."""

    naam: str
    standpunt: str
    op: date
    omdat: str = ""
    verklaring: str = ""
    getekend_op: date | None = None
    later_veranderd: bool = False
    """The text was changed after this was said."""
    getekend_eerder: bool = False
    """The signature is of an earlier day than what was said: it was said again later."""


@dataclass(frozen=True)
class Tekenaar:
    """Somebody who can sign on paper; `als` in a word: `ouder`."""

    naam: str
    als: str


@dataclass(frozen=True, kw_only=True)
class Planpapier:
    """Everything of one version for one reader. Empty sections are printed too, so nobody misses one."""

    voor: str
    """Name of the reader, or a role."""
    datum: date
    """Day of printing."""
    formaat: str
    versie: int
    """Number of the version; of what is in progress: the number that it will get."""
    vastgesteld_op: date | None
    rond_het_plan: tuple[Papierregel, ...] = ()
    """What is known around it: whether a familiegroepsplan was offered."""
    onderdelen: tuple[Papieronderdeel, ...]
    doelen: tuple[Papierdoel, ...] = ()
    acties: tuple[Papieractie, ...] = ()
    evaluatie_op: date | None = None
    akkoorden: tuple[Papierakkoord, ...] = ()
    tekenaars: tuple[Tekenaar, ...] = ()
    eigen_werk: bool = False
    """For the worker herself: everybody's words are on it, so it goes to nobody."""
    niet_alles: bool = False
    """Whether something of the plan is not on it, because it is not for this reader."""
    aanspreekvorm: Aanspreekvorm = Aanspreekvorm.U
    groot: bool = False
    """In large letters."""
    variant: PlanVariant = PlanVariant.GEZIN
    """In which the version was written; never printed."""

    @property
    def concept(self) -> bool:
        """Whether it is the plan as it is being written, not a frozen version."""
        return self.vastgesteld_op is None


def bestandsnaam(plan_id: str, papier: Planpapier, vorm: str, lezer: str) -> str:
    """A name without anybody's name: `gezinsplan-p7f3a-v3-k04c1e9.pdf`, `…-concept-…` where it is one.

    `vorm` is the extension; `lezer` the code of `domain.bladzijde.lezercode`.
    """
    which = "concept" if papier.concept else f"v{papier.versie}"
    return f"gezinsplan-p{plan_id.replace('-', '')[-4:]}-{which}-k{lezer}.{vorm}"
