"""One typed line that puts somebody on the map: `Oma Ans, f+pg1`."""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.gezinscodes import Gevoel, Hulpsoort, Netwerkgroep
from kernteam_tui.domain.netwerkkaart.kaart import NABIJ_WOORDEN

GROEPLETTERS = {groep.value[0]: groep for groep in Netwerkgroep}
"""The first letter after the comma."""
HULPLETTERS = {soort.letter.lower(): soort for soort in Hulpsoort}
UITLEG = (
    "Na de komma de eerste letter van: gezin, familie, vrienden, kennissen, buren, school, professionals. "
    "Dan + - (steun, spanning), p g a e (hulp) en 1 2 3 (afstand)."
)
"""How to type it."""


@dataclass(frozen=True)
class Snelregel:
    """What was read from the line. `onbekend` are the letters after the comma that mean nothing."""

    naam: str
    relatie: str = ""
    groep: Netwerkgroep | None = None
    gevoel: Gevoel = Gevoel.ONBEKEND
    hulp: tuple[Hulpsoort, ...] = ()
    nabij: int = 2
    onbekend: str = ""

    @property
    def zin(self) -> str:
        """How the line was understood, in words."""
        if not self.naam:
            return ""
        delen = [self.naam + (f" ({self.relatie})" if self.relatie else "")]
        delen += [self.groep.label] if self.groep else []
        delen += [self.gevoel.label] if self.gevoel is not Gevoel.ONBEKEND else []
        delen += [soort.label for soort in self.hulp]
        delen += [NABIJ_WOORDEN[self.nabij]]
        return " · ".join(delen)


def lees_snelregel(tekst: str) -> Snelregel:
    """Read `naam (relatie), codes`; any text is read.

    What stands after the last comma are codes only when it is one word of at most ten signs, so that a name
    may hold a comma.
    """
    voor, komma, codes = tekst.rpartition(",")
    codes = codes.strip().lower()
    if not komma or len(codes.split()) > 1 or len(codes) > 10:
        voor, codes = tekst, ""
    naam, relatie = _naam(voor)
    groep = GROEPLETTERS.get(codes[:1])
    rest = codes[1:] if groep else codes
    return Snelregel(
        naam,
        relatie,
        groep,
        _gevoel(rest),
        tuple(soort for letter, soort in HULPLETTERS.items() if letter in rest),
        next((int(teken) for teken in reversed(rest) if teken in "123"), 2),
        "".join(dict.fromkeys(teken for teken in rest if teken not in _BEKEND)),
    )


_BEKEND = frozenset("+-±123 ") | frozenset(HULPLETTERS)


def _naam(tekst: str) -> tuple[str, str]:
    naam, haak, relatie = " ".join(tekst.split()).partition("(")
    return naam.strip(), relatie.rstrip(") ").strip() if haak else ""


def _gevoel(codes: str) -> Gevoel:
    steun, spanning = bool({"+", "±"} & set(codes)), bool({"-", "±"} & set(codes))
    if steun and spanning:
        return Gevoel.BEIDE
    return Gevoel.STEUN if steun else Gevoel.SPANNING if spanning else Gevoel.ONBEKEND
