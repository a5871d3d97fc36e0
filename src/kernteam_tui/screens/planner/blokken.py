"""Blocks of the drawn week: talks, the proposal that is being looked at, and the talk that is lifted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto

from kernteam_tui.domain.celtekst import celbreedte
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.weekplanner import OpenStart, WeekBeeld, Weekgesprek

TEKENS = {GesprekStaat.GEHOUDEN: "✓", GesprekStaat.NIET_VERSCHENEN: "×"}
LET_OP = "!"
STREEP, STIPPEL = "▌", "┆"
VOORSTEL = "voorstel"


class Bloksoort(Enum):
    """What a block stands for."""

    START = auto()
    ANDER = auto()
    VOORSTEL = auto()
    OPGETILD = auto()


@dataclass(frozen=True)
class Blok:
    """A stretch of one day (0 is Monday), in minutes after midnight, with what is written in it."""

    sleutel: str
    dag: int
    van: int
    tot: int
    soort: Bloksoort
    casus: str
    jongere: str
    waar: str
    merk: str = ""


@dataclass(frozen=True)
class Opgetild:
    """A talk that is being moved, and where it would go now (aware, Amsterdam)."""

    gesprek: Weekgesprek
    start: datetime

    @property
    def verplaatst(self) -> bool:
        """It does not stand where it was."""
        return self.start != self.gesprek.start


def blokken_van(
    week: WeekBeeld, opgetild: Opgetild | None = None, open_start: OpenStart | None = None
) -> Iterator[Blok]:
    """Every block of a week; a lifted talk stands where it would go, a proposal where it would come."""
    for gesprek in week.gesprekken:
        if opgetild is not None and gesprek.gesprek_id == opgetild.gesprek.gesprek_id:
            yield _blok(week.maandag, gesprek, opgetild.start, Bloksoort.OPGETILD)
        else:
            start = gesprek.soort is GesprekSoort.STARTGESPREK
            yield _blok(week.maandag, gesprek, gesprek.start, Bloksoort.START if start else Bloksoort.ANDER)
    if open_start is not None and open_start.voorstel is not None:
        moment = open_start.voorstel
        dag, van = _plaats(moment.start, week.maandag)
        yield Blok(
            VOORSTEL,
            dag,
            van,
            van + moment.minuten,
            Bloksoort.VOORSTEL,
            open_start.casus,
            open_start.jongere,
            moment.ruimte,
        )


def _blok(maandag: date, gesprek: Weekgesprek, start: datetime, soort: Bloksoort) -> Blok:
    dag, van = _plaats(start, maandag)
    is_start = gesprek.soort is GesprekSoort.STARTGESPREK
    waar = kamer(gesprek.plek, gesprek.school) if is_start else gesprek.soort.label
    merk = TEKENS.get(gesprek.staat, LET_OP if gesprek.te_laat or gesprek.dicht else "")
    return Blok(
        gesprek.gesprek_id,
        dag,
        van,
        van + gesprek.minuten,
        soort,
        gesprek.casus,
        gesprek.jongere,
        waar,
        merk,
    )


def _plaats(start: datetime, maandag: date) -> tuple[int, int]:
    lokaal = start.astimezone(AMSTERDAM)
    return (lokaal.date() - maandag).days, lokaal.hour * 60 + lokaal.minute


def kamer(plek: str, school: str) -> str:
    """`1.12` of `Voorbeeldcollege, kamer 1.12`; another place as it is."""
    return plek.removeprefix(school).lstrip(", ").removeprefix("kamer ")


def verschuif(opgetild: Opgetild, dagen: int, minuten: int) -> Opgetild:
    """The same talk elsewhere, by the clock on the wall."""
    lokaal = opgetild.start.astimezone(AMSTERDAM)
    dag = lokaal.date() + timedelta(days=dagen)
    klok = lokaal.hour * 60 + lokaal.minute + minuten
    start = datetime(dag.year, dag.month, dag.day, klok // 60, klok % 60, tzinfo=AMSTERDAM)
    return Opgetild(opgetild.gesprek, start)


def blokregels(blok: Blok, hoog: int, breed: int) -> list[str]:
    """What is written in a block, a line for each of its `hoog` lines."""
    tijd = f"{blok.van // 60:02}:{blok.van % 60:02}{blok.merk}"
    wie = f"{blok.jongere}?" if blok.soort is Bloksoort.VOORSTEL else blok.jongere
    rand = STIPPEL if blok.soort is Bloksoort.VOORSTEL else STREEP
    nummer = _volgnummer(blok.casus)
    kop = _eerste_die_past(breed - 1, f"{tijd} {blok.casus}", f"{tijd} {nummer}", tijd, nummer)
    if hoog == 1:
        teksten = [f"{kop} {wie}"]
    elif hoog == 2:
        teksten = [kop, _eerste_die_past(breed - 1, f"{wie} {blok.waar}", wie)]
    else:
        teksten = [kop, wie, blok.waar]
    return [rand + tekst for tekst in [*teksten, *[""] * hoog][:hoog]]


def _volgnummer(casus: str) -> str:
    return casus.rpartition("-")[2]


def _eerste_die_past(breed: int, *teksten: str) -> str:
    return next((tekst for tekst in teksten if celbreedte(tekst) <= breed), teksten[-1])
