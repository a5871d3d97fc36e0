"""Small weeks for the tests of planning: who is there when, what is taken, one casus."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from kernteam_tui.domain.codes import Dag, Dagdeel, Reden, Rol
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.planning.tijd import Tijdvak, moment
from kernteam_tui.domain.planning.voorstellen import Voorstel, Voorstellen
from kernteam_tui.domain.planning.week import (
    AanwezigOp,
    Bezetstaat,
    Bezetting,
    Plancasus,
    Planmens,
    Planschool,
    Planweek,
)

MAANDAG = date(2026, 11, 23)
ROLLEN = {
    "gw1": Rol.GEZINSWERKER,
    "lp1": Rol.LEERPLICHTAMBTENAAR,
    "jgz1": Rol.JEUGDVERPLEEGKUNDIGE,
    "bpo1": Rol.BEGELEIDER_PASSEND_ONDERWIJS,
}


def op(wat: str, dag: int = 24, maand: int = 11) -> datetime:
    return moment(date(2026, maand, dag), time.fromisoformat(wat))


def blok(van: str, tot: str, dag: int = 24, **meer: Any) -> Bezetting:
    return Bezetting(Tijdvak(op(van, dag), op(tot, dag)), **meer)


def aanwezig(*wanneer: str, school: str = "s1") -> tuple[AanwezigOp, ...]:
    """`di ochtend` -> present then; `di` -> both dagdelen."""
    paren = []
    for tekst in wanneer:
        dag, *rest = tekst.split()
        paren += [AanwezigOp(school, Dag(dag), deel) for deel in rest or list(Dagdeel)]
    return tuple(paren)


def mens(wie: str, *wanneer: str, **meer: Any) -> Planmens:
    return Planmens(wie, meer.pop("rol", ROLLEN.get(wie, Rol.MENTOR)), aanwezig(*wanneer), **meer)


def week(*mensen: Planmens, kernteam: Iterable[str] = (), school: Any = None, **meer: Any) -> Planweek:
    scholen = (Planschool("s1", tuple(kernteam), **(school or {})), Planschool("s2"))
    return Planweek(MAANDAG, MAANDAG + timedelta(days=5), scholen, mensen, **meer)


def casus(*redenen: Reden, **meer: Any) -> Plancasus:
    vast = {"aangemeld": MAANDAG, "uiterlijk": MAANDAG + timedelta(days=7), **meer}
    return Plancasus("c1", "s1", "gw1", redenen=frozenset(redenen), **vast)


def tijden(antwoord: Voorstellen) -> list[str]:
    return [f"{v.start.astimezone(AMSTERDAM):%d %H:%M}" for v in antwoord.voorstellen]


def best(antwoord: Voorstellen) -> Voorstel:
    return antwoord.voorstellen[0]


def wie_niet(antwoord: Voorstellen) -> list[str]:
    assert antwoord.voorstellen == ()
    return [waarom.wie for waarom in antwoord.waarom_niet]


DI_OCHTEND = mens("gw1", "di ochtend")
UUR = casus()
TEAM = tuple(mens(wie, "di") for wie in ROLLEN)
VOORBEHOUD = Bezetstaat.VOORBEHOUD
