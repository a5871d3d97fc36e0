"""What a map says in numbers."""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.gezinscodes import Gevoel, Netwerkgroep
from kernteam_tui.domain.netwerkkaart.kaart import Kaart

LEEG = "Nog niemand op de kaart."
ALLEEN_NAMEN = "Hier staat alleen wie het is."


@dataclass(frozen=True)
class Telling:
    """How many people give what. Each person counts in one of the four."""

    steun: int
    spanning: int
    beide: int
    onbekend: int
    steun_eigen: int
    """Of who gives steun (`steun` and `beide`): own people, no professionals and nobody of school."""
    steun_school: int
    """Of who gives steun: people of school."""
    stil: int = 0
    """Who is on the map only by name; in none of the four."""

    @property
    def mensen(self) -> int:
        """Everybody on the map."""
        return self.steun + self.spanning + self.beide + self.onbekend

    @property
    def zin(self) -> str:
        """The numbers as one sentence: `4 mensen geven steun, 1 spanning.`"""
        if not self.mensen:
            return ALLEEN_NAMEN if self.stil else LEEG
        delen = [_steun(self.steun)]
        delen += [f"{self.spanning} spanning"] if self.spanning else []
        delen += [f"{self.beide} allebei"] if self.beide else []
        zin = ", ".join(delen) + self._alleen_betaald()
        return f"{zin}; {self.onbekend} nog niet besproken." if self.onbekend else f"{zin}."

    def _alleen_betaald(self) -> str:
        """Steun that ends when the help ends: worth talking about (S60)."""
        if self.steun_eigen or not self.steun + self.beide:
            return ""
        return f"; niemand buiten {'school en ' if self.steun_school else ''}de professionals"


def tel(kaart: Kaart) -> Telling:
    """Count who is on this map, but for those of whom nothing is told."""
    told = [mens for mens in kaart.mensen if not mens.stil]
    per = {gevoel: sum(mens.gevoel is gevoel for mens in told) for gevoel in Gevoel}
    gevers = [mens for mens in kaart.mensen if mens.gevoel in (Gevoel.STEUN, Gevoel.BEIDE)]
    return Telling(
        steun=per[Gevoel.STEUN],
        spanning=per[Gevoel.SPANNING],
        beide=per[Gevoel.BEIDE],
        onbekend=per[Gevoel.ONBEKEND],
        steun_eigen=sum(mens.groep.eigen_kring for mens in gevers),
        steun_school=sum(mens.groep is Netwerkgroep.SCHOOL for mens in gevers),
        stil=len(kaart.mensen) - len(told),
    )


def _steun(aantal: int) -> str:
    if not aantal:
        return "Niemand geeft steun"
    return "1 mens geeft steun" if aantal == 1 else f"{aantal} mensen geven steun"
