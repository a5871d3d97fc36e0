"""What stands on the page for parents: one A4 in ten parts, in the words of the family.

The value knows nothing of the store, of paper or of fixed sentences. Who makes it has already taken out what
this reader may not see: private facts of others, scores, notes, names of siblings with a problem.
Print it with `exchange.bladzijde`. The order of the parts is that of the fields.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import Code
from kernteam_tui.domain.gezinsplan import MAX_DOELEN, Citaat

TALEN = ("nl", "tr", "ar", "en", "pl", "uk", "ti")
"""Languages in which the page exists."""
VORMEN = ("pdf", "docx", "html", "tekst")
"""What it can be made as."""


class Bladsoort(Code):
    """Whom the page speaks to, which chooses its fixed sentences."""

    GEZIN = "gezin", "ouders"
    JONGERE = "jongere", "jongere"
    OUDER_APART = "ouder_apart", "ouder die apart woont"


@dataclass(frozen=True)
class Bladwens:
    """How a reader wants the page."""

    taal: str = "nl"
    """Of headings and fixed sentences; what the family said stays in its own language."""
    met_nederlands: bool = False
    groot: bool = False
    kring: bool = False
    """With the picture of who stands around the family."""


GEWONE_WENS = Bladwens()


@dataclass(frozen=True)
class Kringlid:
    """Somebody who stands around the family; `dichtbij` 1 is nearest, 3 farthest."""

    naam: str
    wie: str = ""
    """As the family calls it: `tante`, `buurvrouw`, `mentor`."""
    dichtbij: int = 2


@dataclass(frozen=True)
class BladzijdeDoel:
    """One goal; `nu` and `gewenst` are on a scale of 0 to 10, or not asked yet."""

    wat: str
    van: str = ""
    """In whose words."""
    nu: int | None = None
    gewenst: int | None = None
    hoe_zien_we_dat: str = ""
    taal: str = "nl"
    """Language of `wat` and `hoe_zien_we_dat`."""


@dataclass(frozen=True)
class BladzijdeActie:
    """Who does what by which day; `klaar` is a ticked box."""

    wat: str
    wie: str = ""
    wanneer: date | None = None
    klaar: bool = False
    taal: str = "nl"


@dataclass(frozen=True)
class Bereikbaarheid:
    """How the family reaches the gezinswerker."""

    naam: str
    telefoon: str | None = None
    email: str | None = None


@dataclass(frozen=True, kw_only=True)
class Bladzijde:
    """Everything of one page for one reader. Empty parts are printed as a gap, never hidden."""

    voor: str
    """As the page speaks of its reader: `mevrouw Kaya, moeder van Lina`."""
    datum: date
    plan_versie: int
    """Number of the frozen version (vastgesteld) that the page is made from."""
    taal: str = "nl"
    """Language of headings and fixed sentences."""
    met_nederlands: bool = False
    """In another language: the Dutch headings stand beside those."""
    soort: Bladsoort = Bladsoort.GEZIN
    groot: bool = False
    """In large letters (18 points), on at most two sheets."""
    kring: tuple[Kringlid, ...] = ()
    """Who stands around the family, nearest first; empty: no such picture."""
    waarom: tuple[Citaat, ...] = ()
    goed: tuple[Citaat, ...] = ()
    doelen: tuple[BladzijdeDoel, ...] = ()
    """All active goals, most important first; the page shows `getoonde_doelen`."""
    acties: tuple[BladzijdeActie, ...] = ()
    evaluatie_op: date | None = None
    school_weet: tuple[str, ...] = ()
    """Short phrases from the consents: `dat er hulp is gestart`."""
    school_weet_niet: tuple[str, ...] = ()
    bellen: Bereikbaarheid

    @property
    def getoonde_doelen(self) -> tuple[BladzijdeDoel, ...]:
        """The goals that stand on the page."""
        return self.doelen[:MAX_DOELEN]

    @property
    def weggelaten(self) -> tuple[str, ...]:
        """What the plan has and the page leaves out, one Dutch line each, for the worker."""
        over = len(self.doelen) - MAX_DOELEN
        if over <= 0:
            return ()
        doelen = "1 doel" if over == 1 else f"{over} doelen"
        return (f"{doelen}: op de bladzijde staan er hoogstens {MAX_DOELEN}",)

    @property
    def meldingen(self) -> tuple[str, ...]:
        """What is missing and is printed as a gap, one Dutch sentence each, for the worker."""
        zonder_dag = sum(1 for actie in self.acties if actie.wanneer is None)
        zonder_wie = sum(1 for actie in self.acties if not actie.wie.strip())
        punten = (
            (not _met_tekst(self.waarom), "Waarom jullie elkaar spreken staat er nog niet op."),
            (not _met_tekst(self.goed), "Wat goed gaat staat er nog niet op."),
            (not self.doelen, "Er staat nog geen doel op."),
            (not self.acties, "Er staat nog geen actie op."),
            (zonder_wie > 0, f"Acties zonder naam: {zonder_wie}. Vul in wie het doet."),
            (zonder_dag > 0, f"Acties zonder dag: {zonder_dag}. Op de bladzijde staat ‘dag volgt nog’."),
            (self.evaluatie_op is None, "Er staat nog niet op wanneer jullie weer praten."),
            (
                not self.school_weet and not self.school_weet_niet,
                "Wat school weet en niet weet staat er nog niet op.",
            ),
            (not _gevuld(self.bellen.telefoon), "Je telefoonnummer staat er niet op. Vul het in bij F12."),
        )
        return tuple(tekst for ontbreekt, tekst in punten if ontbreekt)


def bestandsnaam(plan_id: str, versie: int, vorm: str, lezer: str = "") -> str:
    """A name without anybody's name: `plan-p7f3a-v3.pdf`. `vorm` is the extension, without the dot.

    With a `lezercode` each reader has a file of their own: `plan-p7f3a-v3-k04c1e9.pdf`.
    """
    reader = f"-k{lezer}" if lezer else ""
    return f"plan-p{plan_id.replace('-', '')[-4:]}-v{versie}{reader}.{vorm}"


def lezercode(casus_id: str, lezer_id: str, wens: Bladwens = GEWONE_WENS) -> str:
    """Six characters that tell the pages of two readers apart, of one reader in two casussen of a gezin, and
    of one reader who wants it in two ways (in Turkish as well, or in large letters).

    Says nothing of who it is or how it is wanted; the same reader and wish get the same code again.
    """
    how = "" if wens == GEWONE_WENS else f":{wens}"
    return hashlib.sha256(f"{casus_id}:{lezer_id}{how}".encode()).hexdigest()[:6]


def _met_tekst(citaten: tuple[Citaat, ...]) -> bool:
    return any(_gevuld(citaat.tekst) for citaat in citaten)


def _gevuld(tekst: str | None) -> bool:
    return bool(tekst and tekst.strip())
