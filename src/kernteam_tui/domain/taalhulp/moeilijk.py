"""Finds the hard words of the list: whole words, the longest form first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kernteam_tui.domain.taalhulp.bevinding import Bevinding, Taalsoort
from kernteam_tui.domain.taalhulp.lijst import DEEL, Taallijst, Vorm

Deel = tuple[int, int, str]
"""Begin, end, and the word in lower case."""


def delen_van(tekst: str) -> list[Deel]:
    """The words of a text with their places."""
    return [(m.start(), m.end(), m.group().lower()) for m in DEEL.finditer(tekst)]


def moeilijke_woorden(tekst: str, delen: Sequence[Deel], lijst: Taallijst) -> Iterator[Bevinding]:
    """Each hard word where it stands; what is part of a longer form is not named again."""
    vanaf = 0
    for nummer, (begin, _einde, woord) in enumerate(delen):
        if nummer < vanaf or woord not in lijst.eerste:
            continue
        tweede = delen[nummer + 1][2] if nummer + 1 < len(delen) else ""
        for vorm in lijst.vormen(woord, tweede):
            if _staat_er(tekst, delen, nummer, vorm):
                vanaf = nummer + len(vorm.delen)
                einde = delen[vanaf - 1][1]
                yield _bevinding(begin, einde, tekst[begin:einde], vorm)
                break


def _staat_er(tekst: str, delen: Sequence[Deel], nummer: int, vorm: Vorm) -> bool:
    laatste = nummer + len(vorm.delen)
    if laatste > len(delen):
        return False
    for verder, deel in enumerate(vorm.delen[1:], start=nummer + 1):
        begin, _einde, woord = delen[verder]
        tussen = tekst[delen[verder - 1][1] : begin][:3]
        if woord != deel or tussen.strip(" \n\r\t"):
            return False
    return True


def _bevinding(begin: int, einde: int, staat_er: str, vorm: Vorm) -> Bevinding:
    noot = f" {vorm.woord.noot}" if vorm.woord.noot else ""
    past = not (vorm.woord.midden and staat_er[0].isupper())
    vervanging = zoals_geschreven(vorm.wissel, staat_er) if past else ""
    zeg = "’ of ‘".join((vorm.wissel or vorm.woord.zeg).split(", of: "))
    advies = f"Zeg liever: ‘{zeg}’.{noot}"
    return Bevinding(Taalsoort.MOEILIJK_WOORD, begin, einde, staat_er, advies, vervanging)


def zoals_geschreven(nieuw: str, oud: str) -> str:
    """The new words with a capital where the old ones had one."""
    return nieuw[:1].upper() + nieuw[1:] if oud[:1].isupper() else nieuw
