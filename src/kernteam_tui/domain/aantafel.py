"""Who sits at the table, and what of the plan they may then see together (domain 2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kernteam_tui.domain.codes import JaNeeOnbekend, PlanVariant
from kernteam_tui.domain.delen.herkennen import ouderwoorden

_WOORD = re.compile(r"\w+")
GEZIN, JONGERE, OUDER = "gezin", "jongere", "ouder-"
"""Who: all of them, the jongere alone, or one parent (with the number of that parent)."""


@dataclass(frozen=True)
class AanTafel:
    """Decides what is shown to `wie`; empty is as `GEZIN`.

    With one of two parents who live apart, what the other one said stays away, and so does the toelichting,
    of which nobody knows whom it is about; whose words are not known may be the other's.
    """

    wie: str = GEZIN
    ouders: tuple[str, ...] = ()
    """Names of the parents."""
    mensen: tuple[str, ...] = ()
    """Names of all of the family, parents too."""

    @property
    def ouder(self) -> str:
        """The one parent who looks along; empty where it is not about one."""
        nummer = self.wie.removeprefix(OUDER)
        return self.ouders[int(nummer)] if nummer.isdigit() else ""

    @property
    def met_toelichting(self) -> bool:
        """Whether the toelichting is shown."""
        return not self.ouder

    def mag_onderdeel(self, ouders_zien: JaNeeOnbekend | None) -> bool:
        """What the jongere keeps from the parents is for the jongere alone."""
        return self.wie == JONGERE or ouders_zien is not JaNeeOnbekend.NEE

    def mag_van(self, naam: str) -> bool:
        """Whether words or a goal of this person are shown."""
        if not self.ouder:
            return True
        anderen = _voornamen(self._anderen)
        bekend = _voornamen(mens for mens in self.mensen if mens not in self._anderen)
        return _voornaam(naam) in bekend - anderen

    def mag_tekst(self, tekst: str) -> bool:
        """Whether a goal or an action with this text is shown: not where it names the other parent, who may
        also be `papa`."""
        if not self.ouder:
            return True
        woorden = {woord.casefold() for woord in _WOORD.findall(tekst)}
        woorden |= {woord.removesuffix("s") for woord in woorden}
        return not woorden & _voornamen(self._anderen) and not ouderwoorden(tekst)

    @property
    def _anderen(self) -> tuple[str, ...]:
        return tuple(ouder for ouder in self.ouders if self.ouder and ouder != self.ouder)


def wie_kan(
    variant: PlanVariant,
    jongere: str,
    ouders: tuple[str, ...],
    ouders_zien: JaNeeOnbekend | None,
    *,
    apart: bool = False,
) -> list[tuple[str, str]]:
    """The answers to who is at the table, each with its code; none where it makes no difference.

    In the plan of a jongere who is asked what parents may see (`ouders_zien` is not None) it is asked
    whatever the answers were: the question itself must not tell that something is kept back. Of parents who
    live apart (`apart`, as it is known of the family) each can be there alone, in every variant.
    """
    split = (apart or variant is PlanVariant.GESCHEIDEN_OUDERS) and len(ouders) > 1
    alleen = [(f"Alleen {naam}", f"{OUDER}{nummer}") for nummer, naam in enumerate(ouders)] if split else []
    if ouders_zien is not None:
        together = "Het gezin: ouders kijken mee"
        return [*alleen, (together, GEZIN), (f"Alleen {jongere}", JONGERE)]
    return [*alleen, ("De ouders samen", GEZIN)] if alleen else []


def _voornamen(mensen: Iterable[str]) -> set[str]:
    return {_voornaam(mens) for mens in mensen} - {""}


def _voornaam(naam: str) -> str:
    return naam.split()[0].casefold() if naam.strip() else ""
