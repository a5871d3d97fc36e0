"""Who sits at the table, and what of the plan they may then see together (domain 2.3)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.delen.herkennen import ouderwoorden
from kernteam_tui.domain.ouderszien import is_dicht_voor

_WOORD = re.compile(r"\w+")
GEZIN, JONGERE, OUDER = "gezin", "jongere-", "ouder-"
"""Who: all of them, one jongere alone, or one parent (each with the number of that one)."""


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
    jongeren: tuple[str, ...] = ()
    """Ids of the jongeren of the casus."""

    @property
    def ouder(self) -> str:
        """The one parent who looks along; empty where it is not about one."""
        return _de_zoveelste(self.wie, OUDER, self.ouders)

    @property
    def jongere(self) -> str:
        """Id of the one jongere who looks alone; empty where others look along."""
        return _de_zoveelste(self.wie, JONGERE, self.jongeren)

    @property
    def met_toelichting(self) -> bool:
        """Whether the toelichting is shown."""
        return not self.ouder

    def mag_onderdeel(self, gesloten_door: Collection[str]) -> bool:
        """What a jongere keeps from the parents is for that jongere alone; not for a brother or sister."""
        return not is_dicht_voor(gesloten_door, self.jongere)

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
    gevraagd: tuple[str, ...],
    ouders: tuple[str, ...],
    *,
    apart: bool = False,
) -> list[tuple[str, str]]:
    """The answers to who is at the table, each with its code; none where it makes no difference.

    With jongeren who are asked what parents may see (`gevraagd`: their names) it is asked whatever the
    answers were: the question itself must not tell that something is kept back. Of parents who
    live apart (`apart`, as it is known of the family) each can be there alone, in every variant.
    """
    split = (apart or variant is PlanVariant.GESCHEIDEN_OUDERS) and len(ouders) > 1
    alleen = [(f"Alleen {naam}", f"{OUDER}{nummer}") for nummer, naam in enumerate(ouders)] if split else []
    if gevraagd:
        together = ("Het gezin: ouders kijken mee", GEZIN)
        own = [(f"Alleen {naam}", f"{JONGERE}{nummer}") for nummer, naam in enumerate(gevraagd)]
        return [*alleen, together, *own]
    return [*alleen, ("De ouders samen", GEZIN)] if alleen else []


def _de_zoveelste(wie: str, soort: str, mensen: tuple[str, ...]) -> str:
    nummer = wie.removeprefix(soort)
    return mensen[int(nummer)] if nummer.isdecimal() and int(nummer) < len(mensen) else ""


def _voornamen(mensen: Iterable[str]) -> set[str]:
    return {_voornaam(mens) for mens in mensen} - {""}


def _voornaam(naam: str) -> str:
    return naam.split()[0].casefold() if naam.strip() else ""
