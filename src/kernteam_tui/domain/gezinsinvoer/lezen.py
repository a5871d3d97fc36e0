"""From the text of one line to what stands in it."""

from __future__ import annotations

import re
from datetime import date

from kernteam_tui.domain.gezinsinvoer import stukken
from kernteam_tui.domain.gezinsinvoer.persoonlezer import lees_persoon
from kernteam_tui.domain.gezinsinvoer.regels import (
    Bandregel,
    Eldersregel,
    Foutregel,
    Huisregel,
    Leegregel,
    Regel,
)
from kernteam_tui.domain.gezinsinvoer.woorden import KOPPELS, KWALITEIT, POST, rol_van

_HUIS = re.compile(r"(?:huis|huishouden|thuis|adres)\b[:,]?\s*", re.IGNORECASE)
_BIJ = re.compile(r"((?:bij|van) ([^\W\d_]+)(?: en ([^\W\d_]+))?)(?=[\s,]|$),?\s*", re.IGNORECASE)
_BIJ_MEER = frozenset({"ouders", "pleegouders", "grootouders"})
_TUSSEN = re.compile(r"\s+(?:en|met|x|\+|&)\s+", re.IGNORECASE)
_WIJK = re.compile(r"(?<!\S)wijk ([^,]+?)(?=,|$| geheim\b| geen post\b| post (?:mag|kan)\b)", re.IGNORECASE)
_GEHEIM = re.compile(r"(?<!\S)geheim(?: adres)?(?!\S)", re.IGNORECASE)
_JAREN = re.compile(r"(?<!\S)(?:sinds |tot )?((?:19|20)\d\d)(?:\s?-\s?((?:19|20)\d\d))?(?!\S)")


def lees_regel(tekst: str, vandaag: date) -> Regel:
    """One line. `vandaag`: a day of birth lies before it."""
    schoon = " ".join("".join(sign if sign.isprintable() else " " for sign in tekst).split())
    if not schoon:
        return Leegregel()
    if schoon.casefold() in ("elders", "ergens anders"):
        return Eldersregel()
    if huis := _HUIS.match(schoon):
        return _lees_huis(schoon[huis.end() :])
    return _lees_band(schoon) or lees_persoon(schoon, vandaag)


def _lees_huis(tekst: str) -> Huisregel | Foutregel:
    regel = Huisregel()
    if let_op := stukken.LET_OP.search(tekst):
        regel.let_op = let_op[1]
        tekst = tekst[: let_op.start()]
    if _GEHEIM.search(tekst):
        regel.geheim = True
        tekst = _GEHEIM.sub(" ", tekst)
    for woorden, post in POST.items():
        if woorden in tekst.casefold():
            regel.post = post
            tekst = re.sub(woorden, " ", tekst, flags=re.IGNORECASE)
    if wijk := _WIJK.search(tekst):
        regel.wijk = wijk[1].strip()
        tekst = tekst[: wijk.start()] + tekst[wijk.end() :]
    naam, dubbel, rest = tekst.partition(":")
    if dubbel:
        regel.naam, tekst = naam.strip(), rest
    elif bij := _huis_bij(tekst.strip()):
        regel.naam, tekst = bij[1], tekst.strip()[bij.end() :]
    return _lees_adres(regel, " ".join(tekst.split()).strip(" ,"))


def _huis_bij(tekst: str) -> re.Match[str] | None:
    """`bij moeder Kerkstraat 12`: what the house is called, before its address. A street may begin so too."""
    bij = _BIJ.match(tekst)
    if bij is None:
        return None
    woorden = [woord.casefold() for woord in bij.groups()[1:] if woord]
    return bij if all(woord in _BIJ_MEER or rol_van(woord) for woord in woorden) else None


def _lees_adres(regel: Huisregel, tekst: str) -> Huisregel | Foutregel:
    if postcode := stukken.POSTCODE.search(tekst):
        regel.postcode = f"{postcode[1]} {postcode[2].upper()}"
        regel.straat = tekst[: postcode.start()].strip(" ,")
        regel.plaats = tekst[postcode.end() :].strip(" ,")
        return regel
    if straat := stukken.HUISNUMMER.match(tekst):
        regel.straat = straat[1].strip()
        regel.plaats = tekst[straat.end(1) :].strip(" ,")
        return regel
    if not tekst or regel.naam:
        regel.plaats = tekst
        return regel
    regel.naam = tekst
    return regel


def _lees_band(tekst: str) -> Bandregel | None:
    """Two people and a word for what is between them; None where the line is something else."""
    tussen = _TUSSEN.search(tekst)
    if tussen is None:
        return None
    een, rest = tekst[: tussen.start()].strip(), tekst[tussen.end() :]
    regel = Bandregel(een=een, ander="")
    if jaren := _JAREN.search(rest):
        regel.sinds, regel.tot = int(jaren[1]), int(jaren[2]) if jaren[2] else None
        rest = rest[: jaren.start()] + rest[jaren.end() :]
    rest = _neem_woord(rest, regel)
    if regel.soort is None and regel.kwaliteit is None:
        return None
    if regel.soort is not None and regel.soort.voorbij and regel.tot is None:
        regel.sinds, regel.tot = None, regel.sinds
    regel.ander = rest.strip(" ,:")
    return regel if regel.ander and not regel.een.casefold().startswith("gezag") else None


def _neem_woord(tekst: str, regel: Bandregel) -> str:
    """Take the words for the tie out of the text."""
    for woord, soort in KOPPELS.items():
        nieuw = re.sub(rf"(?<!\S){woord}(?!\S)", "", tekst, flags=re.IGNORECASE)
        if nieuw != tekst:
            regel.soort, tekst = soort, nieuw
    for woord, kwaliteit in KWALITEIT.items():
        nieuw = re.sub(rf"(?<!\S){woord}(?!\S)", "", tekst, flags=re.IGNORECASE)
        if nieuw != tekst:
            regel.kwaliteit, tekst = kwaliteit, nieuw
    return " ".join(tekst.split())
