"""What stands at one person in the drawing: the sign with the age, the name, the letters of households."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kernteam_tui.domain.celtekst import celbreedte, kort
from kernteam_tui.domain.genogram.nesten import Paar, Verwanten
from kernteam_tui.domain.genogram.stamboom import Lid, Stamboom
from kernteam_tui.domain.gezinscodes import Geslacht, RelatieSoort

NAAM_BREED = 12
HUIS = "⌂"
KRUIS = "†"
UIT_ELKAAR, GESCHEIDEN, OPNIEUW = "/", "//", "∞"
"""Marks on a couple line, in order of time."""

_HAKEN = {Geslacht.MAN: ("[", "]"), Geslacht.VROUW: ("(", ")")}
_RUIT = ("<", ">")


@dataclass(frozen=True)
class Etiket:
    """Three short texts that stand under each other, each centred; `huis` may be empty."""

    teken: str
    naam: str
    huis: str = ""

    @cached_property
    def breedte(self) -> int:
        """Cells that the widest of the three takes."""
        return max(celbreedte(regel) for regel in (self.teken, self.naam, self.huis))

    @cached_property
    def teken_breed(self) -> int:
        """Cells that the sign takes."""
        return celbreedte(self.teken)


def maak_etiketten(stamboom: Stamboom, naam_breed: int = NAAM_BREED) -> dict[str, Etiket]:
    """The label of everybody, names cut to `naam_breed` cells."""
    letters = huisletters(stamboom)
    uit: dict[str, Etiket] = {}
    for lid in stamboom.leden:
        in_huis = "".join(letters[kring.id] for kring in stamboom.woonkringen if lid.id in kring.leden)
        uit[lid.id] = Etiket(teken(lid), kort(lid.naam, naam_breed), HUIS + in_huis if in_huis else "")
    return uit


def huisletters(stamboom: Stamboom) -> Mapping[str, str]:
    """A letter for each household with people in it: A, B, C…"""
    bewoond = [kring for kring in stamboom.woonkringen if kring.leden]
    return {kring.id: chr(ord("A") + nummer % 26) for nummer, kring in enumerate(bewoond)}


def teken(lid: Lid) -> str:
    """The sign with the age: `[45]` a man, `(45)` a woman, `<45>` otherwise; doubled for the jongere."""
    links, rechts = _HAKEN.get(lid.geslacht, _RUIT)
    keer = 2 if lid.jongere else 1
    leeftijd = "" if lid.leeftijd is None else str(lid.leeftijd)
    binnen = f"{KRUIS if lid.overleden else ''}{leeftijd}" or " "
    return f"{links * keer}{binnen}{rechts * keer}"


def merken(paar: Paar, verwanten: Verwanten) -> tuple[str, ...]:
    """What happened to a couple, in order: apart `/`, divorced `//`, together again `∞`."""
    weduwe = any(verwanten.lid[lid].overleden for lid in paar.ids)
    uit: list[str] = []
    for nummer, periode in enumerate(paar.perioden):
        if nummer:
            uit.append(OPNIEUW)
        eindigt = periode.tot is not None and (not weduwe or periode is not paar.perioden[-1])
        if periode.soort.voorbij or eindigt:
            getrouwd = periode.soort in (RelatieSoort.GEHUWD, RelatieSoort.GESCHEIDEN)
            uit.append(GESCHEIDEN if getrouwd else UIT_ELKAAR)
    return tuple(uit)
