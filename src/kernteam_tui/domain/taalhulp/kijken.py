"""Looks at one text of the worker and says what a family may stumble over (domain 5.1)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kernteam_tui.domain.taalhulp.afkortingen import afkortingen
from kernteam_tui.domain.taalhulp.bevinding import Bevinding, Taalbeeld, Taalsoort
from kernteam_tui.domain.taalhulp.citaten import VULLING, zonder_citaten
from kernteam_tui.domain.taalhulp.leesmaat import PRIJST, hoe_het_leest, tel_lettergrepen
from kernteam_tui.domain.taalhulp.lijdend import lijdende_vormen
from kernteam_tui.domain.taalhulp.lijst import Taallijst
from kernteam_tui.domain.taalhulp.moeilijk import delen_van, moeilijke_woorden
from kernteam_tui.domain.taalhulp.zinnen import Zin, begint_lijstregel, splits_zinnen, tel_woorden

KAN_KORTER, TE_LANG = 15, 20
"""Words in a sentence above which it could be shorter, and above which it should be."""
LANGE_ALINEA = 90
"""Words in a paragraph, about six lines of print (Direct Duidelijk)."""
KOMMAS = 1
"""Commas in a sentence (Direct Duidelijk)."""
_RANG = {soort: nummer for nummer, soort in enumerate(Taalsoort)}
_OPSOMMING = 3
"""Words between two commas up to which it is an item of a row (`brood, melk en kaas`)."""


def bekijk(tekst: str, lijst: Taallijst) -> Taalbeeld:
    """Everything that can be said of this text. Never of what stands in it between quotation marks.

    The work grows with the length of the text and no faster, whatever stands in it.
    """
    eigen = zonder_citaten(tekst)
    zinnen = splits_zinnen(eigen)
    delen = delen_van(eigen)
    gevonden = [
        *_lengten(tekst, eigen, zinnen),
        *moeilijke_woorden(eigen, delen, lijst),
        *afkortingen(eigen, delen, lijst),
        *lijdende_vormen(eigen, delen, zinnen),
        *_alineas(tekst, eigen),
    ]
    gevonden.sort(key=lambda b: (b.begin, _RANG[b.soort], b.einde))
    return Taalbeeld(tuple(_in_hun_zin(gevonden, zinnen)), _leest(eigen, zinnen, gevonden))


def langste_zin(tekst: str) -> int:
    """Words in the longest sentence; 0 for a text without words. Quotes do not count."""
    return max((zin.woorden for zin in splits_zinnen(zonder_citaten(tekst))), default=0)


def _in_hun_zin(gevonden: Iterable[Bevinding], zinnen: Sequence[Zin]) -> Iterator[Bevinding]:
    begins = [zin.begin for zin in zinnen]
    for bevinding in gevonden:
        nummer = bisect_right(begins, bevinding.begin) - 1
        zin = zinnen[nummer] if nummer >= 0 else None
        plek = (bevinding.begin, bevinding.einde)
        if zin is not None and bevinding.soort is not Taalsoort.LANGE_ALINEA and plek[0] < zin.einde:
            plek = (zin.begin, max(zin.einde, plek[1]))
        yield replace(bevinding, zin=plek)


def _leest(eigen: str, zinnen: Sequence[Zin], gevonden: Sequence[Bevinding]) -> str:
    """The formula calls short jargon easy: it praises no text with hard words in it."""
    leest = hoe_het_leest(sum(zin.woorden for zin in zinnen), len(zinnen), tel_lettergrepen(eigen))
    jargon = any(b.soort in (Taalsoort.MOEILIJK_WOORD, Taalsoort.AFKORTING) for b in gevonden)
    return "" if jargon and leest in PRIJST else leest


def _lengten(tekst: str, eigen: str, zinnen: Sequence[Zin]) -> Iterator[Bevinding]:
    for zin in zinnen:
        staat_er = tekst[zin.begin : zin.einde]
        if zin.woorden > TE_LANG:
            advies = f"{zin.woorden} woorden. Maak er twee zinnen van."
            yield Bevinding(Taalsoort.LANGE_ZIN, zin.begin, zin.einde, staat_er, advies)
            continue
        kommas = _kommas(eigen[zin.begin : zin.einde])
        if kommas > KOMMAS:
            advies = f"{kommas} komma’s in één zin. Maak er twee zinnen van, of een lijstje."
            yield Bevinding(Taalsoort.KOMMAS, zin.begin, zin.einde, staat_er, advies)
        elif zin.woorden > KAN_KORTER:
            advies = f"{zin.woorden} woorden. Kan het korter?"
            yield Bevinding(Taalsoort.KAN_KORTER, zin.begin, zin.einde, staat_er, advies)


def _kommas(zin: str) -> int:
    """Commas that part clauses; 0 where those between them stand in a row of short items."""
    if zin.count(",") <= KOMMAS:
        return 0
    stukken = _met_getallen(zin.replace(VULLING, "x").split(","))
    tussen = stukken[1:-1]
    return len(stukken) - 1 if any(tel_woorden(stuk) > _OPSOMMING for stuk in tussen) else 0


def _met_getallen(stukken: list[str]) -> list[str]:
    """The comma of `1,5` parts nothing."""
    samen = stukken[:1]
    for vorige, stuk in pairwise(stukken):
        if vorige[-1:].isdigit() and stuk[:1].isdigit():
            samen[-1] += f",{stuk}"
        else:
            samen.append(stuk)
    return samen


def _alineas(tekst: str, eigen: str) -> Iterator[Bevinding]:
    """Paragraphs: lines behind each other, without a white line or a line of a list between them."""
    begin, aantal, plaats = 0, 0, 0
    for regel in [*eigen.split("\n"), ""]:
        if not regel.strip() or begint_lijstregel(regel, 0):
            if aantal > LANGE_ALINEA:
                yield _lange_alinea(tekst, eigen, begin, plaats - 1, aantal)
            aantal = 0
        if regel.strip():
            begin = begin if aantal else plaats
            aantal += tel_woorden(regel)
        plaats += len(regel) + 1


def _lange_alinea(tekst: str, eigen: str, begin: int, einde: int, aantal: int) -> Bevinding:
    weg = f" \t\r\n{VULLING}"
    alinea = eigen[begin:einde]
    begin += len(alinea) - len(alinea.lstrip(weg))
    alinea = alinea.strip(weg)
    advies = f"{aantal} woorden achter elkaar. Zet er een witregel tussen."
    einde = begin + len(alinea)
    return Bevinding(Taalsoort.LANGE_ALINEA, begin, einde, tekst[begin:einde], advies)
