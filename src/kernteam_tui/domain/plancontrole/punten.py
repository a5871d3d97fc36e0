"""One look at a plan, what the looks ask beside the plan, and what stands in a section."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kernteam_tui.domain.akkoordlijst import Gevraagde
from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.delen.beslissers import Vereiste
from kernteam_tui.domain.delen.schrijfwijze import gevouwen
from kernteam_tui.domain.gezinsplan import Gezinsplan, Onderdeel

_WOORD = re.compile(r"\w+")


class Naar(StrEnum):
    """Where a look is mended, when that is not in a section of the plan."""

    ONDERDEEL = ""
    AKKOORD = "akkoord"
    """The list of who agrees."""
    OPP = "opp"
    """A question to the worker herself."""
    GEZIN = "gezin"
    """Who has gezag, and how old the jongere is."""
    WIE_DOET_WAT = "wie_doet_wat"


@dataclass(frozen=True)
class Controlepunt:
    """One look. `in_orde` None: does not apply."""

    nr: int
    wat: str
    in_orde: bool | None
    wat_nu: str
    onderdeel: str = ""
    """Key of the section to go to; empty where it is not set in the plan."""
    naar: Naar = Naar.ONDERDEEL


@dataclass(frozen=True)
class PlanOmgeving:
    """What the looks ask beside the plan itself."""

    jongeren: tuple[str, ...]
    """Roepnamen of every jongere that the plan is for (`akkoordlijst.jongeren_van`)."""
    regisseur: str
    gezag: tuple[JaNeeOnbekend, ...]
    """Gezag of each parent."""
    vandaag: date
    eigen_netwerk: bool = False
    """Whether somebody of their own people stands on the netwerkkaart: no school, no professional."""
    gevraagd: tuple[Gevraagde, ...] = ()
    """Who should say something of the plan."""
    vereisten: tuple[Vereiste, ...] = ()
    """Per jongere who must agree at this age."""
    eigen_namen: tuple[str, ...] = ()
    """Names by which an action is the worker's own; a name of somebody in the family is none."""
    eerdere_tekst: tuple[str, ...] = ()
    """Names of who said something of the version in progress before its text was changed."""


@dataclass(frozen=True)
class Oordeel:
    """What one look found."""

    wat: str
    in_orde: bool | None
    wat_nu: str
    onderdeel: str = ""
    naar: Naar = Naar.ONDERDEEL

    def als_punt(self, nr: int) -> Controlepunt:
        """With its number; what is in order, or does not apply, asks for nothing."""
        step = self.wat_nu if self.in_orde is False else ""
        return Controlepunt(nr, self.wat, self.in_orde, step, self.onderdeel, self.naar)


def onderdeel_van(plan: Gezinsplan, sleutel: str) -> Onderdeel:
    """The section; an empty one, not in the plan, where nothing was written."""
    return next((o for o in plan.onderdelen if o.sleutel == sleutel), Onderdeel(sleutel=sleutel))


def tekst_van(plan: Gezinsplan, sleutel: str) -> str:
    """Everything that stands in a section, with whose words they are."""
    onderdeel = onderdeel_van(plan, sleutel)
    words = [f"{citaat.van} {citaat.tekst}" for citaat in onderdeel.woorden if citaat.tekst.strip()]
    filled = [veld.tekst for veld in onderdeel.velden if veld.tekst.strip()]
    return "\n".join((*words, onderdeel.toelichting, *filled)).strip()


def woorden_in(tekst: str) -> frozenset[str]:
    """The words of a text without accents and capitals; also without the s of `Lina's` and `Linas`."""
    words = frozenset(_WOORD.findall(gevouwen(tekst)))
    return words | {word[:-1] for word in words if word.endswith("s")}


def rijtje(namen: list[str]) -> str:
    """`Lina`, `Lina en Noor`, `Lina, Noor en Sem`."""
    *eerst, laatst = namen
    return f"{', '.join(eerst)} en {laatst}" if eerst else laatst


def kort(tekst: str, hoogstens: int = 40) -> str:
    """The first line of a text, cut where it is long."""
    line = next((regel.strip() for regel in tekst.splitlines() if regel.strip()), "")
    return line if len(line) <= hoogstens else f"{line[: hoogstens - 1].rstrip()}…"
