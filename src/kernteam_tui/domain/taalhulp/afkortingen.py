"""Finds abbreviations that the text does not explain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kernteam_tui.domain.taalhulp.bevinding import Bevinding, Taalsoort
from kernteam_tui.domain.taalhulp.lijst import Afkorting, Taallijst
from kernteam_tui.domain.taalhulp.moeilijk import Deel, zoals_geschreven

_MET_PUNT = re.compile(r"(?<![\w.])(?:[^\W\d_]{1,5}+[./])++(?:[^\W\d_]{1,4}(?![\w.]))?")
"""`bijv.`, `o.a`, `t/m`; also the last word of many a sentence, which is then not in the list."""
_ONBEKEND = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]{3,5}\Z")
"""Capitals without a vowel: no word, so an abbreviation. Two capitals can be anybody's initials."""
_ROMEINS = frozenset("IVXLCDM")
_TUSSEN_HAAKJES = re.compile(r"[ ]?\(([^()\n]{3,80})\)")
_BETEKENT = 80
"""Characters behind an abbreviation in which its meaning may follow (`OPP betekent …`)."""


def afkortingen(tekst: str, delen: Sequence[Deel], lijst: Taallijst) -> Iterator[Bevinding]:
    """The running ones (`i.v.m.`) each time; of any other the first, where nothing explains it."""
    plekken: dict[str, list[tuple[int, int, Afkorting | None]]] = {}
    for begin, einde, afkorting in _letterwoorden(tekst, delen, lijst):
        kort = afkorting.kort if afkorting else tekst[begin:einde]
        plekken.setdefault(kort, []).append((begin, einde, afkorting))
    laag = tekst.lower()
    for kort, gevonden in plekken.items():
        begin, einde, afkorting = gevonden[0]
        if any(_uitgelegd_met_haakjes(tekst, b, e) for b, e, _ in gevonden):
            continue
        if afkorting is None or not _betekenis_staat_er(laag, begin, afkorting):
            yield _bevinding(tekst, begin, einde, kort, afkorting)
    yield from _lopende(tekst, delen, lijst)


def _lopende(tekst: str, delen: Sequence[Deel], lijst: Taallijst) -> Iterator[Bevinding]:
    """With a stop or a stroke inside, and without (`ivm`)."""
    for begin, einde, woord in delen:
        if woord not in lijst.klein or tekst[einde : einde + 1] in (".", "/"):
            continue
        afkorting = lijst.afkorting(woord)
        if afkorting is not None and afkorting.lopend:
            yield _lopend(begin, tekst[begin:einde], afkorting)
    for gevonden in _MET_PUNT.finditer(tekst):
        for kort in (gevonden.group(), gevonden.group().rstrip(".")):
            afkorting = lijst.afkorting(kort.lower())
            if afkorting is not None and afkorting.lopend:
                yield _lopend(gevonden.start(), kort, afkorting)
                break


def _lopend(begin: int, staat_er: str, afkorting: Afkorting) -> Bevinding:
    past = afkorting.past and not (afkorting.midden and staat_er[0].isupper())
    vervanging = zoals_geschreven(afkorting.voluit, staat_er) if past else ""
    advies = f"Schrijf het uit: ‘{afkorting.voluit}’."
    return Bevinding(Taalsoort.AFKORTING, begin, begin + len(staat_er), staat_er, advies, vervanging)


def _letterwoorden(
    tekst: str, delen: Sequence[Deel], lijst: Taallijst
) -> Iterator[tuple[int, int, Afkorting | None]]:
    for nummer, (begin, einde, laag) in enumerate(delen):
        geschreven = tekst[begin:einde]
        if geschreven == laag and "-" not in laag and laag not in lijst.klein:
            continue
        for stuk in re.split("['’-]", geschreven):
            afkorting = lijst.afkorting(stuk)
            lopend = afkorting is not None and afkorting.lopend
            telt = (afkorting is not None or _is_onbekend(stuk, lijst)) and not lopend
            if telt and not (stuk.isupper() and _wordt_geroepen(tekst, delen, nummer, lijst)):
                yield begin, begin + len(stuk), afkorting
                break
            begin += len(stuk) + 1


def _is_onbekend(deel: str, lijst: Taallijst) -> bool:
    return _ONBEKEND.match(deel) is not None and deel not in lijst.bekend and not _ROMEINS.issuperset(deel)


def _wordt_geroepen(tekst: str, delen: Sequence[Deel], nummer: int, lijst: Taallijst) -> bool:
    """A neighbour is in capitals too and is no abbreviation: somebody writes a line in capitals."""
    plekken = [delen[n][:2] for n in (nummer - 1, nummer + 1) if 0 <= n < len(delen)]
    buren = [tekst[begin:einde] for begin, einde in plekken]
    return any(
        len(buur) > 1
        and buur.isalpha()
        and buur.isupper()
        and lijst.afkorting(buur) is None
        and buur not in lijst.bekend
        and not _ONBEKEND.match(buur)
        for buur in buren
    )


def _uitgelegd_met_haakjes(tekst: str, begin: int, einde: int) -> bool:
    """`samenwerkingsverband (SWV)`, or `SWV (samenwerkingsverband)`."""
    ervoor = tekst[max(0, begin - 4) : begin].rstrip("“„‘'\"")
    if ervoor.endswith("(") and tekst[einde : einde + 2].lstrip("”’'\"").startswith(")"):
        return any(teken.isalpha() for teken in tekst[max(0, begin - 6) : begin])
    erna = _TUSSEN_HAAKJES.match(tekst, einde)
    return erna is not None and any(len(woord) > 3 and woord.isalpha() for woord in erna.group(1).split())


def _betekenis_staat_er(laag: str, begin: int, afkorting: Afkorting) -> bool:
    for uitleg in (afkorting.betekenis, afkorting.gewoon):
        if uitleg and 0 <= laag.find(uitleg.lower()) < begin + _BETEKENT:
            return True
    return False


def _bevinding(tekst: str, begin: int, einde: int, kort: str, afkorting: Afkorting | None) -> Bevinding:
    staat_er = tekst[begin:einde]
    if afkorting is None:
        advies = f"Schrijf de eerste keer voluit wat ‘{kort}’ is."
        return Bevinding(Taalsoort.AFKORTING, begin, einde, staat_er, advies)
    voluit = f"{afkorting.voluit} ({kort})"
    los = tekst[einde : einde + 1] not in ("-", "'", "’") and tekst[max(0, begin - 1) : begin] != "-"
    vervanging = zoals_geschreven(voluit, _begin_van_zin(tekst, begin)) if los and afkorting.past else ""
    return Bevinding(
        Taalsoort.AFKORTING,
        begin,
        einde,
        staat_er,
        f"Niet iedereen kent ‘{kort}’. Schrijf: ‘{voluit}’.",
        vervanging,
    )


def _begin_van_zin(tekst: str, begin: int) -> str:
    """A capital or a small letter, as the word here would begin if it were no abbreviation."""
    ervoor = tekst[max(0, begin - 3) : begin].rstrip(" \t")
    return "A" if not ervoor or ervoor[-1] in ".!?\n" else "a"
