"""The week as lines of letters: hours down, days side by side, talks as blocks. No widgets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from kernteam_tui.domain.celtekst import Stuk as Celstuk
from kernteam_tui.domain.celtekst import celbreedte, kort
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.screens.planner.blokken import Blok, Bloksoort, blokregels
from kernteam_tui.screens.planner.strook import Strook, maak_strook
from kernteam_tui.services.weekplanner import Bezetstuk, WeekBeeld

PER_RIJ = 30
"""Minutes of one line; the time in a block tells the quarter."""
AS_BREED = 6
SMALSTE_VAK = 6
VROEG, LAAT = 8 * 60 + 30, 16 * 60 + 30
"""A week shows at least these hours, in minutes after midnight."""
STIJLEN: Mapping[Bloksoort, str] = {
    Bloksoort.START: "bold $primary",
    Bloksoort.ANDER: "$foreground",
    Bloksoort.VOORSTEL: "italic $success",
    Bloksoort.OPGETILD: "bold $background on $warning",
}
BEZET = "░"


@dataclass(frozen=True)
class Tekenbeeld:
    """The drawn week, for `Tekenvlak`. Items are talks, in the order of their start."""

    regels: tuple[str, ...]
    plekken: Mapping[str, tuple[Celstuk, ...]]
    vlekken: tuple[tuple[Celstuk, str], ...]
    """Pieces with a style; what they say is said by letters too."""
    blokken: tuple[Blok, ...]
    """Blocks with a place in `plekken`."""

    def buur(self, sleutel: str, richting: str, /) -> str:
        """The talk before or after it on that day, or the nearest in time on the next day that has one."""
        hier = next(blok for blok in self.blokken if blok.sleutel == sleutel)
        if richting in ("boven", "onder"):
            rij = [blok for blok in self.blokken if blok.dag == hier.dag]
            plaats = rij.index(hier) + (1 if richting == "onder" else -1)
            return rij[plaats].sleutel if 0 <= plaats < len(rij) else sleutel
        kant = 1 if richting == "rechts" else -1
        ginds = [blok for blok in self.blokken if (blok.dag - hier.dag) * kant > 0]
        if not ginds:
            return sleutel
        return min(ginds, key=lambda b: (abs(b.dag - hier.dag), abs(b.van - hier.van))).sleutel


def klokminuten(moment: time) -> int:
    """Minutes after midnight."""
    return moment.hour * 60 + moment.minute


def plaats_van(start: datetime, maandag: date) -> tuple[int, int]:
    """(day from Monday, minutes after midnight) of a moment, in Amsterdam."""
    lokaal = start.astimezone(AMSTERDAM)
    return (lokaal.date() - maandag).days, klokminuten(lokaal.time())


def grenzen(week: WeekBeeld, blokken: Sequence[Blok]) -> tuple[int, int]:
    """First and last minute of the grid: whole lines that hold all that is in this week."""
    stukken = [
        stuk for school in week.scholen for mens in school.partners for dag in mens.aanwezig for stuk in dag
    ]
    vroegst = min([VROEG, *(klokminuten(s.van) for s in stukken), *(blok.van for blok in blokken)])
    laatst = max([LAAT, *(klokminuten(s.tot) for s in stukken), *(blok.tot for blok in blokken)])
    return vroegst // PER_RIJ * PER_RIJ, min(24 * 60, -(-laatst // PER_RIJ) * PER_RIJ)


class Weektekening:
    """Draws the days `dagen` (numbers from Monday) of a week in so many cells."""

    def __init__(
        self,
        week: WeekBeeld,
        dagen: Sequence[int],
        blokken: Sequence[Blok],
        breedte: int,
        school_id: str = "",
    ) -> None:
        """`school_id`: the school of which everybody is shown, though there are more."""
        self._week = week
        self._dagen = tuple(dagen)
        self._alle = tuple(blokken)
        self.strook: Strook = maak_strook(week, school_id)
        self.kolom = max(self.strook.breed + SMALSTE_VAK + 2, (breedte - AS_BREED) // max(1, len(dagen)))
        self.begin, self.eind = grenzen(week, blokken)

    @property
    def _vak(self) -> int:
        """Cells for talks in a day."""
        return self.kolom - self.strook.breed - 2

    def teken(self) -> Tekenbeeld:
        """The lines, and where each talk stands."""
        rijen = range(self.begin, self.eind, PER_RIJ)
        regels = [self._as(minuut) for minuut in rijen]
        plekken: dict[str, tuple[Celstuk, ...]] = {}
        vlekken: list[tuple[Celstuk, str]] = []
        for nummer, dag in enumerate(self._dagen):
            links = AS_BREED + nummer * self.kolom
            vakken, plaatsen = self._dagvakken(dag)
            for rij, minuut in enumerate(rijen):
                strook, gekleurd = self.strook.rij(dag, minuut, PER_RIJ)
                regels[rij] += f"│{strook} {vakken[rij]}"
                vlekken += [(Celstuk(rij, links + 1 + plek, lang), stijl) for plek, lang, stijl in gekleurd]
            for blok, stukken in plaatsen:
                verschoven = tuple(
                    Celstuk(s.rij, links + 2 + self.strook.breed + s.kolom, s.lengte) for s in stukken
                )
                vlekken += [(stuk, STIJLEN[blok.soort]) for stuk in verschoven]
                if blok.soort is not Bloksoort.VOORSTEL:
                    plekken[blok.sleutel] = verschoven
        echte = tuple(sorted((b for b in self._alle if b.sleutel in plekken), key=lambda b: (b.dag, b.van)))
        volgorde = {blok.sleutel: plekken[blok.sleutel] for blok in echte}
        return Tekenbeeld(tuple(regels), volgorde, tuple(vlekken), echte)

    def _as(self, minuut: int) -> str:
        heel = f"{minuut // 60:02}:{minuut % 60:02}"
        return f"{heel:{AS_BREED}}" if minuut % 60 == 0 or minuut == self.begin else " " * AS_BREED

    def _dagvakken(self, dag: int) -> tuple[list[str], list[tuple[Blok, tuple[Celstuk, ...]]]]:
        """The part of one day in which talks stand, line by line, and the pieces of each block in it."""
        hoog = (self.eind - self.begin) // PER_RIJ
        banen = list(naast_elkaar([blok for blok in self._alle if blok.dag == dag]))
        leeg = self._achtergrond(dag, hoog)
        delen: list[list[tuple[int, int, str]]] = [[] for _ in range(hoog)]
        plaatsen = []
        for blok, baan, aantal in banen:
            breed = max(4, self._vak // aantal)
            links = min(baan * breed, max(0, self._vak - breed))
            van, tot = (blok.van - self.begin) // PER_RIJ, -(-(blok.tot - self.begin) // PER_RIJ)
            rijen = range(max(0, van), min(hoog, max(van + 1, tot)))
            teksten = blokregels(blok, len(rijen), breed)
            for rij, tekst in zip(rijen, teksten, strict=True):
                delen[rij].append((links, breed, tekst))
            plaatsen.append((blok, tuple(Celstuk(rij, links, breed) for rij in rijen)))
        return [_leg_op(leeg[rij], delen[rij], self._vak) for rij in range(hoog)], plaatsen

    def _achtergrond(self, dag: int, hoog: int) -> list[str]:
        """What stands where no talk is: why the day is closed, or when the worker has no time."""
        dicht = self.strook.dicht(dag)
        if dicht:
            woorden = list(_breek(f"dicht: {dicht}", self._vak))
            return [*woorden, *[""] * hoog][:hoog]
        bezet = [stuk for stuk in self._eigen_bezet(dag) if not stuk.gesprek_id]
        return [_bezet_tekst(bezet, self.begin + rij * PER_RIJ, self._vak) for rij in range(hoog)]

    def _eigen_bezet(self, dag: int) -> Iterator[Bezetstuk]:
        for school in self._week.scholen:
            for mens in school.partners:
                if mens.ik:
                    yield from mens.bezet[dag]


def naast_elkaar(blokken: Sequence[Blok]) -> Iterator[tuple[Blok, int, int]]:
    """Each block of one day with its lane, and how many lanes there are where it shares lines."""
    groep: list[tuple[Blok, int]] = []
    einden: list[int] = []
    for blok in sorted(blokken, key=lambda b: (b.van, b.sleutel)):
        begin, eind = blok.van // PER_RIJ, -(-blok.tot // PER_RIJ)
        if groep and begin >= max(einden):
            yield from ((b, baan, len(einden)) for b, baan in groep)
            groep, einden = [], []
        baan = next((nr for nr, tot in enumerate(einden) if tot <= begin), len(einden))
        einden[baan : baan + 1] = [eind]
        groep.append((blok, baan))
    yield from ((b, baan, len(einden)) for b, baan in groep)


def pas(tekst: str, breed: int) -> str:
    """The text in exactly so many cells; what is cut ends in an ellipsis."""
    if celbreedte(tekst) > breed:
        tekst = kort(tekst, breed)
    return tekst + " " * (breed - celbreedte(tekst))


def _leg_op(leeg: str, delen: Sequence[tuple[int, int, str]], breed: int) -> str:
    if not delen:
        return pas(leeg, breed)
    regel, plaats = "", 0
    for links, lang, tekst in sorted(delen):
        regel += " " * (links - plaats) + pas(tekst, lang)
        plaats = links + lang
    return pas(regel, breed)


def _bezet_tekst(bezet: Sequence[Bezetstuk], minuut: int, breed: int) -> str:
    hier = [s for s in bezet if klokminuten(s.van) < minuut + PER_RIJ and klokminuten(s.tot) > minuut]
    if not hier:
        return ""
    begint = any(klokminuten(stuk.van) // PER_RIJ * PER_RIJ == minuut for stuk in hier)
    woorden = (hier[0].staat.label, hier[0].staat.label.rpartition(" ")[2]) if begint else ()
    woord = next((f"{BEZET} {woord} " for woord in woorden if len(woord) + 3 <= breed), "")
    return (woord + BEZET * breed)[:breed]


def _breek(tekst: str, breed: int) -> Iterator[str]:
    regel = ""
    for woord in tekst.split():
        if regel and celbreedte(f"{regel} {woord}") > breed:
            yield regel
            regel = woord
        else:
            regel = f"{regel} {woord}".strip()
    yield regel
