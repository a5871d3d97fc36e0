"""What the signs of a drawing mean: only those that are in it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from kernteam_tui.domain.celtekst import celbreedte
from kernteam_tui.domain.genogram.etiket import GESCHEIDEN, HUIS, OPNIEUW, UIT_ELKAAR, huisletters
from kernteam_tui.domain.genogram.tekening import Lijn, Lijnsoort, Stijl, Tekening
from kernteam_tui.domain.gezinscodes import Geslacht, OuderSoort, RelatieKwaliteit, RelatieSoort

BANDTEKEN = {
    RelatieKwaliteit.HECHT: "════",
    RelatieKwaliteit.GOED: "────",
    RelatieKwaliteit.AFSTANDELIJK: "····",
    RelatieKwaliteit.CONFLICT: "╱╲╱╲",
    RelatieKwaliteit.VERBROKEN: "─┤├─",
}
"""How it is between two people, as a line of text."""


class Uitleg(Enum):
    """One sign: its code for a vector drawing, as text, and in words."""

    MAN = "man", "[ ]", "man"
    VROUW = "vrouw", "( )", "vrouw"
    ANDERS = "anders", "< >", "anders of niet ingevuld"
    JONGERE = "jongere", "[[ ]] (( )) << >>", "om wie het gaat"
    OVERLEDEN = "overleden", "†", "overleden"
    GETROUWD = "getrouwd", "───", "getrouwd (geweest)"
    OUDERS = "ouders", "───", "samen een kind"
    SAMEN = "samen", "╌╌╌", "samenwonend (geweest)"
    RELATIE = "relatie", "┈┈┈", "relatie"
    UIT_ELKAAR = "uit_elkaar", UIT_ELKAAR, "uit elkaar"
    GESCHEIDEN = "gescheiden", GESCHEIDEN, "gescheiden"
    OPNIEUW = "opnieuw", OPNIEUW, "opnieuw samen"
    TWEELING = "tweeling", "╭─┴─╮", "tweeling"
    PLEEG = "pleeg", "╎", "pleegkind"
    ADOPTIE = "adoptie", "╎", "adoptiekind"
    VOOGD = "voogd", "┊", "onder voogdij"
    STIEF = "stief", "┊", "stiefkind"

    def __init__(self, code: str, teken: str, woorden: str) -> None:
        self.code = code
        self.teken = teken
        self.woorden = woorden


_LEVEND = {Geslacht.MAN: Uitleg.MAN, Geslacht.VROUW: Uitleg.VROUW}
_MERK = {
    UIT_ELKAAR: Uitleg.UIT_ELKAAR,
    GESCHEIDEN: Uitleg.GESCHEIDEN,
    OPNIEUW: Uitleg.OPNIEUW,
}
_OUDER = {
    OuderSoort.PLEEG: Uitleg.PLEEG,
    OuderSoort.ADOPTIE: Uitleg.ADOPTIE,
    OuderSoort.VOOGD: Uitleg.VOOGD,
    OuderSoort.STIEF: Uitleg.STIEF,
}


def gebruikte_tekens(tekening: Tekening) -> tuple[Uitleg, ...]:
    """The signs that are in this drawing, in a fixed order."""
    gezien = set(_tekens(tekening))
    return tuple(uitleg for uitleg in Uitleg if uitleg in gezien)


def legenda_regels(tekening: Tekening, breedte: int) -> list[str]:
    """Signs, households and how it is between people, in lines of this many cells where words allow."""
    tekens: dict[str, list[str]] = {}
    for uitleg in gebruikte_tekens(tekening):
        teken = _jongereteken(tekening) if uitleg is Uitleg.JONGERE else uitleg.teken
        tekens.setdefault(teken, []).append(uitleg.woorden)
    stukken = [f"{teken} {' of '.join(woorden)}" for teken, woorden in tekens.items()]
    return [
        *_vouw(stukken, breedte),
        *_vouw(list(_huizen(tekening)), breedte),
        *_vouw(list(_banden(tekening)), breedte),
    ]


def _tekens(tekening: Tekening) -> Iterator[Uitleg]:
    for figuur in tekening.figuren.values():
        yield _LEVEND.get(figuur.lid.geslacht, Uitleg.ANDERS)
        if figuur.lid.jongere:
            yield Uitleg.JONGERE
        if figuur.lid.overleden:
            yield Uitleg.OVERLEDEN
    for lijn in tekening.lijnen:
        yield from _lijntekens(lijn, tekening)
    for merk in tekening.merken:
        yield from (_MERK[tekst] for tekst in merk.teksten)


def _lijntekens(lijn: Lijn, tekening: Tekening) -> Iterator[Uitleg]:
    if lijn.soort is Lijnsoort.KOPPEL:
        yield _koppelteken(lijn, tekening)
        return
    if lijn.soort is Lijnsoort.TWEELING:
        yield Uitleg.TWEELING
    nest = next(nest for nest in tekening.verwanten.nesten_van[lijn.ids[0]] if nest.ouders == lijn.ids[1:])
    soort = nest.soort(lijn.ids[0])
    if soort in _OUDER:
        yield _OUDER[soort]


def _koppelteken(lijn: Lijn, tekening: Tekening) -> Uitleg:
    if lijn.stijl is Stijl.STREEP:
        return Uitleg.SAMEN
    if lijn.stijl is Stijl.STIP:
        return Uitleg.RELATIE
    paar = next(paar for paar in tekening.verwanten.paren if paar.ids == lijn.ids)
    getrouwd = any(
        periode.soort in (RelatieSoort.GEHUWD, RelatieSoort.GESCHEIDEN) for periode in paar.perioden
    )
    return Uitleg.GETROUWD if getrouwd else Uitleg.OUDERS


def _jongereteken(tekening: Tekening) -> str:
    haken = {Geslacht.MAN: "[[ ]]", Geslacht.VROUW: "(( ))"}
    tekens = (
        haken.get(figuur.lid.geslacht, "<< >>") for figuur in tekening.figuren.values() if figuur.lid.jongere
    )
    return " ".join(dict.fromkeys(tekens))


def _huizen(tekening: Tekening) -> Iterator[str]:
    letters = huisletters(tekening.verwanten.stamboom)
    for kring in tekening.verwanten.stamboom.woonkringen:
        if kring.id in letters:
            yield f"{HUIS}{letters[kring.id]} {kring.naam}"


def _banden(tekening: Tekening) -> Iterator[str]:
    namen = {lid: figuur.etiket.naam for lid, figuur in tekening.figuren.items()}
    for band in tekening.verwanten.stamboom.banden:
        teken = BANDTEKEN[band.kwaliteit]
        yield f"{namen[band.a_id]} {teken} {namen[band.b_id]} {band.kwaliteit.label}"


def _vouw(stukken: list[str], breedte: int) -> list[str]:
    """As many pieces on a line as fit, three spaces between."""
    regels: list[str] = []
    for stuk in stukken:
        if regels and celbreedte(regels[-1]) + 3 + celbreedte(stuk) <= breedte:
            regels[-1] += "   " + stuk
        else:
            regels.append(stuk)
    return regels
