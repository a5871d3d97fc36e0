"""This week's presence of the kernteam: who is in on which dagdeel, in signs that need no colour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Protocol

from textual.content import Content

from kernteam_tui.domain.datumtekst import SCHOOLDAGEN
from kernteam_tui.widgets.tekst import ZACHT, Tekst

NAAM_BREED = 19
DAG_BREED = 4
BREED = NAAM_BREED + DAG_BREED * len(SCHOOLDAGEN)
AAN, UIT, WEG, NIET, DICHT = "■", "□", "×", "··", "──"
LEGENDA = "■□ ochtend   □■ middag   ·· niet"
LEGENDA_WEG = "× afwezig"


class Rij(Protocol):
    """One person: per day whether in the morning and in the afternoon."""

    @property
    def naam(self) -> str: ...
    @property
    def ik(self) -> bool: ...
    @property
    def dagen(self) -> Sequence[tuple[bool, bool]]: ...
    @property
    def weg(self) -> Sequence[tuple[bool, bool]]: ...


class Dichtweek(Protocol):
    """The days of a week, and per day why the school is closed."""

    @property
    def dagen(self) -> Sequence[date]: ...
    @property
    def dicht(self) -> Sequence[str]: ...


class Weg(Protocol):
    """Somebody who is away, in a line."""

    @property
    def zin(self) -> str: ...


class Week(Protocol):
    """One week, Monday to Friday, at one school; `dicht` says per day why the school is closed, `agendas`
    which calendars are too old to plan by."""

    @property
    def school(self) -> str: ...
    @property
    def dagen(self) -> Sequence[date]: ...
    @property
    def dicht(self) -> Sequence[str]: ...
    @property
    def rijen(self) -> Sequence[Rij]: ...
    @property
    def weg(self) -> Sequence[Weg]: ...
    @property
    def agendas(self) -> Sequence[str]: ...


class Weekrooster(Tekst):
    """The weeks of one or more schools below each other, with a legend."""

    def toon(self, weken: Sequence[Week], vandaag: date) -> None:
        """Show these weeks; `vandaag` stands out in the row of days."""
        blokken = [week_tekst(week, vandaag) for week in weken]
        blokken.append(Content.styled(legenda(weken), ZACHT))
        self.update(Content("\n\n").join(blokken))


def legenda(weken: Sequence[Week]) -> str:
    """What the signs mean; that of somebody away only where it is used."""
    iemand_weg = any(any(dag) for week in weken for rij in week.rijen for dag in rij.weg)
    return f"{LEGENDA}   {LEGENDA_WEG}" if iemand_weg else LEGENDA


def week_tekst(week: Week, vandaag: date) -> Content:
    """The block of one school: its name, the days, a line per person, and which days are closed."""
    kop = Content(week.school).truncate(BREED, ellipsis=True).stylize("bold")
    if all(week.dicht):
        redenen = ", ".join(dict.fromkeys(week.dicht))
        return Content("\n").join([kop, Content.styled(f"hele week dicht: {redenen}", ZACHT)])
    if not week.rijen:
        return Content("\n").join([kop, Content.styled("nog geen kernteam ingevuld (F5)", ZACHT)])
    regels = [kop, _dagen(week, vandaag), *(_rij(rij, week.dicht) for rij in week.rijen)]
    zinnen = [*dicht_zinnen(week), *(regel.zin for regel in week.weg)]
    regels += [Content.styled(zin, ZACHT) for zin in zinnen]
    regels += [Content.styled(f"! {zin}", "$warning") for zin in week.agendas]
    return Content("\n").join(regels)


def dicht_zinnen(week: Dichtweek) -> list[str]:
    """`wo 25 dicht: vrije dag`; days after each other with the same reason in one line."""
    zinnen = []
    genummerd = [(dag, reden) for dag, reden in zip(week.dagen, week.dicht, strict=True)]
    for reden, groep in groupby(genummerd, key=lambda paar: paar[1]):
        dagen = [dag for dag, _ in groep]
        if reden:
            tot = f" t/m {_dag(dagen[-1])}" if len(dagen) > 1 else ""
            zinnen.append(f"{_dag(dagen[0])}{tot} dicht: {reden}")
    return zinnen


def _dag(dag: date) -> str:
    return f"{SCHOOLDAGEN[dag.weekday()]} {dag.day}"


def _dagen(week: Week, vandaag: date) -> Content:
    regel = Content.styled(f"{f'week {week.dagen[0].isocalendar().week}':{NAAM_BREED}}", ZACHT)
    for dag, naam in zip(week.dagen, SCHOOLDAGEN, strict=True):
        stijl = "bold underline $primary" if dag == vandaag else ZACHT
        regel = regel + Content.styled(naam, stijl) + Content(" " * (DAG_BREED - len(naam)))
    return regel


def _rij(rij: Rij, dicht: Sequence[str]) -> Content:
    naam = Content(rij.naam).truncate(NAAM_BREED - 1, ellipsis=True)
    regel = naam.stylize("bold") if rij.ik else naam
    regel = regel.pad_right(NAAM_BREED - naam.cell_length)
    for vak in vakken(rij, dicht):
        regel = regel + vak + Content(" " * (DAG_BREED - 2))
    return regel


def vakken(rij: Rij, dicht: Sequence[str]) -> list[Content]:
    """The sign of each day: in the morning, in the afternoon, away, not in, or school closed."""
    weg = rij.weg or [(False, False)] * len(dicht)
    return [
        Content.styled(DICHT, ZACHT) if reden else _vak(aanwezig, afwezig)
        for aanwezig, afwezig, reden in zip(rij.dagen, weg, dicht, strict=True)
    ]


def _vak(aanwezig: tuple[bool, bool], weg: tuple[bool, bool]) -> Content:
    if not (any(aanwezig) or any(weg)):
        return Content.styled(NIET, ZACHT)
    delen = [
        Content.styled(WEG, "bold $warning") if deel_weg else Content.styled(AAN if hier else UIT, "$primary")
        for hier, deel_weg in zip(aanwezig, weg, strict=True)
    ]
    return Content("").join(delen)
