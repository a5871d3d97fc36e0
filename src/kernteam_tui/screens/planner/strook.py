"""The strip beside each day: who of the kernteam is in and has time, and when they are together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase
from typing import Protocol

from kernteam_tui.domain.codes import Rol
from kernteam_tui.services.weekplanner import Gedeeldstuk, PartnerWeek, SchoolWeek, Stuk, WeekBeeld

AAN, BEZET, WEG, NIET = "■", "▒", "×", "·"
LETTERS: Mapping[Rol, str] = {
    Rol.GEZINSWERKER: "G",
    Rol.LEERPLICHTAMBTENAAR: "L",
    Rol.JEUGDVERPLEEGKUNDIGE: "V",
    Rol.JEUGDARTS: "A",
    Rol.BEGELEIDER_PASSEND_ONDERWIJS: "P",
    Rol.MENTOR: "M",
    Rol.ZORGCOORDINATOR: "Z",
    Rol.OVERIG: "O",
}
JIJ = "j"
MEESTE_MENSEN = 5
SAMEN_BREED = 3
SAMEN = 2
"""From this number of partners on they are together."""
OPVALLEND, ZACHT_SAMEN, AANWEZIG, WAARSCHUWING = "bold $primary", "", "$primary 70%", "$warning"
Gekleurd = list[tuple[int, int, str]]
"""(first cell, cells, style)"""


class Strook(Protocol):
    """How presence is drawn beside a day."""

    breed: int

    def rij(self, dag: int, minuut: int, lang: int) -> tuple[str, Gekleurd]:
        """The cells of one line, which begins at `minuut` and is `lang` minutes long."""
        ...

    def kop(self) -> str:
        """The letters above it."""
        ...

    def legenda(self) -> tuple[str, ...]:
        """What letters and signs mean, the most needed first."""
        ...

    def waar(self, dag: int) -> str:
        """Where the worker is on this day; empty where that needs no saying."""
        ...

    def dicht(self, dag: int) -> str:
        """Why all that is shown is closed on this day; empty where something is open."""
        ...


def maak_strook(week: WeekBeeld, school_id: str = "") -> Strook:
    """Of one school (the only one, or that one) everybody; of several where the worker is, with how many."""
    een = [school for school in week.scholen if len(week.scholen) == 1 or school.school_id == school_id]
    return MensenStrook(een[0]) if een else ScholenStrook(week.scholen)


class MensenStrook:
    """One cell a person, and how many are together: `■▒·· [3]`."""

    def __init__(self, school: SchoolWeek) -> None:
        self._school = school
        self._mensen = sorted(school.partners, key=lambda mens: not mens.ik)[:MEESTE_MENSEN]
        self.breed = len(self._mensen) + SAMEN_BREED

    def rij(self, dag: int, minuut: int, lang: int) -> tuple[str, Gekleurd]:
        tekens = [_teken(mens, dag, minuut, lang) for mens in self._mensen]
        kleuren = [(nr, 1, AANWEZIG) for nr, teken in enumerate(tekens) if teken == AAN]
        kleuren += [(nr, 1, WAARSCHUWING) for nr, teken in enumerate(tekens) if teken == WEG]
        samen, stijl = _samen(self._school.samen[dag], minuut, lang)
        if stijl:
            kleuren.append((len(tekens), SAMEN_BREED, stijl))
        return "".join(tekens) + samen, kleuren

    def kop(self) -> str:
        letters = "".join(JIJ if mens.ik else LETTERS[mens.rol] for mens in self._mensen)
        return f"{letters:{self.breed}}"

    def legenda(self) -> tuple[str, ...]:
        wie = dict.fromkeys(
            f"{JIJ} jij" if mens.ik else f"{LETTERS[mens.rol]} {mens.rol.kort}" for mens in self._mensen
        )
        return (*wie, "[3] samen met jou", f"{AAN} op school", f"{BEZET} bezet", f"{WEG} afwezig")

    def waar(self, dag: int) -> str:
        del dag
        return ""

    def dicht(self, dag: int) -> str:
        return self._school.dagen[dag].dicht


@dataclass(frozen=True)
class _Plaats:
    letter: str
    school: SchoolWeek
    jij: PartnerWeek | None


class ScholenStrook:
    """The letter of the school where the worker is, and with how many: `A[3]`."""

    def __init__(self, scholen: Sequence[SchoolWeek]) -> None:
        self._plaatsen = [
            _Plaats(schoolletter(nr), school, next((mens for mens in school.partners if mens.ik), None))
            for nr, school in enumerate(scholen)
        ]
        self.breed = 1 + SAMEN_BREED

    def rij(self, dag: int, minuut: int, lang: int) -> tuple[str, Gekleurd]:
        tekens = [
            _teken(plaats.jij, dag, minuut, lang) if plaats.jij is not None else NIET
            for plaats in self._plaatsen
        ]
        for plaats, teken in zip(self._plaatsen, tekens, strict=True):
            if teken in (AAN, BEZET):
                samen, stijl = _samen(plaats.school.samen[dag], minuut, lang)
                opvallend = [(1, SAMEN_BREED, stijl)] if stijl else []
                return plaats.letter + samen, [(0, 1, AANWEZIG), *opvallend]
        if WEG in tekens:
            return f"{WEG}{'':{SAMEN_BREED}}", [(0, 1, WAARSCHUWING)]
        return f"{NIET}{'':{SAMEN_BREED}}", []

    def kop(self) -> str:
        return f"{'waar':{self.breed}}"

    def legenda(self) -> tuple[str, ...]:
        scholen = [f"{plaats.letter} {plaats.school.naam}" for plaats in self._plaatsen]
        return (*scholen[:2], "[3] partners samen met jou", f"{WEG} afwezig", *scholen[2:])

    def waar(self, dag: int) -> str:
        hier = [plaats for plaats in self._plaatsen if plaats.jij is not None and plaats.jij.aanwezig[dag]]
        return ", ".join(f"{plaats.letter} {plaats.school.naam}" for plaats in hier)

    def dicht(self, dag: int) -> str:
        redenen = [plaats.school.dagen[dag].dicht for plaats in self._plaatsen]
        return ", ".join(dict.fromkeys(redenen)) if redenen and all(redenen) else ""


def schoolletter(nummer: int) -> str:
    """`A` for the first school, `a` for the 27th, `z` for the 52nd and those after it."""
    return (ascii_uppercase + ascii_lowercase)[min(nummer, 51)]


def overlap(stukken: Iterable[Stuk], minuut: int, lang: int) -> bool:
    """Whether one of them takes at least half of the line."""
    return any(_samenvallend(stuk, minuut, lang) * 2 >= lang for stuk in stukken)


def _samenvallend(stuk: Stuk, minuut: int, lang: int) -> int:
    van, tot = (grens.hour * 60 + grens.minute for grens in (stuk.van, stuk.tot))
    return min(tot, minuut + lang) - max(van, minuut)


def _teken(mens: PartnerWeek, dag: int, minuut: int, lang: int) -> str:
    """Who is away for half a day is in for the other half."""
    if not overlap(mens.aanwezig[dag], minuut, lang):
        return WEG if mens.weg[dag] else NIET
    return BEZET if overlap(mens.bezet[dag], minuut, lang) else AAN


def _samen(stukken: Sequence[Gedeeldstuk], minuut: int, lang: int) -> tuple[str, str]:
    hier = [stuk for stuk in stukken if overlap((stuk,), minuut, lang) and stuk.aantal >= SAMEN]
    if not hier:
        return " " * SAMEN_BREED, ZACHT_SAMEN
    beste = max(hier, key=lambda stuk: (stuk.met_mij, stuk.aantal))
    if beste.met_mij:
        return f"[{min(9, beste.aantal)}]", OPVALLEND
    return f" {min(9, beste.aantal)} ", ZACHT_SAMEN
