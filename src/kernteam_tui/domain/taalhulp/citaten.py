"""Takes the words of others out of a text: what stands between quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from kernteam_tui.domain.merken import Merk, merk_van, merkwoorden

VULLING = "\ufffc"
"""Stands for each character of a quote; no letter, no space, no sign."""
_SLUITERS = {"„": "”“", "“": "”", "«": "»", '"': '"', "”": "”"}
_ENKEL = "‘'’"
_MERKEN = re.compile("[„“”«»\"‘'’]")
_TEKENS = re.compile("[„“”«»\"‘'’]|\n[ \t\r]*+(?=\n)")
_EIND_VAN_ALINEA = "\n"
_WEGLATING = re.compile(r"(?:ns|em|er|[stnkmr])(?![^\W_])", re.IGNORECASE)
"""`’s ochtends`, `’t`: an apostrophe, not the beginning of a quote."""


def citaten(tekst: str) -> list[tuple[int, int]]:
    """Where the quotes are, marks included, in order and not overlapping.

    A double mark that is not closed yet reaches to the end of its paragraph: somebody may be typing it.
    A single one that is not closed is an apostrophe.
    """
    if not _MERKEN.search(tekst):
        return []
    gevonden: list[tuple[int, int]] = []
    enkele = [m.start() for m in _TEKENS.finditer(tekst) if _sluit_enkel(tekst, m.start())]
    alineas = [m.start() for m in _TEKENS.finditer(tekst) if m.group().startswith(_EIND_VAN_ALINEA)]
    begin, sluiters = -1, ""
    for teken in _TEKENS.finditer(tekst):
        plaats = teken.start()
        if tekst[plaats] == _EIND_VAN_ALINEA:
            if begin >= 0:
                gevonden.append((begin, plaats))
            begin = -1
        elif begin < 0:
            sluiters = _sluiters(tekst, plaats, enkele, alineas)
            begin = plaats if sluiters else -1
        elif tekst[plaats] in sluiters and (sluiters != _ENKEL or _sluit_enkel(tekst, plaats)):
            gevonden.append((begin, plaats + 1))
            begin = -1
    return [*gevonden, (begin, len(tekst))] if begin >= 0 else gevonden


def zonder_citaten(tekst: str) -> str:
    """The text, as long as it was, with `VULLING` for each character of a quote.

    The mark at the end of a quoted sentence stays, so that it is known that a sentence ended there.
    """
    return "".join(_stukken(_zonder_citaatalineas(tekst)))


def _zonder_citaatalineas(tekst: str) -> str:
    """A paragraph marked as a quote (`Citaat van Sara: …`) is one, with or without quotation marks."""
    if "citaat" not in tekst.lower():
        return tekst
    return "\n".join(map(_zonder_citaat, tekst.split("\n")))


def _zonder_citaat(regel: str) -> str:
    if merk_van(regel) is not Merk.CITAAT:
        return regel
    kop = merkwoorden(regel)
    binnen = len(regel.rstrip("„“”«»\"‘'’ ")) - len(kop)
    slot = regel[len(kop) + binnen - 1 : len(kop) + binnen] if binnen > 0 else ""
    vol = VULLING * (len(regel) - len(kop))
    return f"{kop}{vol[:-1]}{slot}" if slot in ".!?…" and vol and slot else f"{kop}{vol}"


def _stukken(tekst: str) -> Iterator[str]:
    vorige = 0
    for begin, einde in citaten(tekst):
        yield tekst[vorige:begin]
        binnen = tekst[begin:einde].rstrip("„“”«»\"‘'’ \n")
        slot = binnen[-1] if binnen and binnen[-1] in ".!?…" else VULLING
        yield VULLING * (einde - begin - 1) + slot
        vorige = einde
    yield tekst[vorige:]


def _sluiters(tekst: str, plaats: int, enkele: list[int], alineas: list[int]) -> str:
    """The marks that close the quote that begins here; empty where none begins."""
    teken, ervoor, erna = tekst[plaats], tekst[plaats - 1 : plaats], tekst[plaats + 1 : plaats + 2]
    if teken not in _ENKEL:
        return "" if ervoor.isalnum() and teken in '"”' else _SLUITERS.get(teken, "")
    if ervoor.isalnum() or not erna.isalpha() or _WEGLATING.match(tekst, plaats + 1):
        return ""
    volgende = bisect_left(enkele, plaats + 1)
    if volgende == len(enkele):
        return ""
    eind = bisect_left(alineas, plaats)
    return _ENKEL if eind == len(alineas) or enkele[volgende] < alineas[eind] else ""


def _sluit_enkel(tekst: str, plaats: int) -> bool:
    """Whether a single mark here can close a quote: behind something, and no letter follows."""
    erna = tekst[plaats + 1 : plaats + 2]
    ervoor = tekst[plaats - 1 : plaats] if plaats else ""
    return tekst[plaats] in "'’" and bool(ervoor.strip()) and not erna.isalnum()
