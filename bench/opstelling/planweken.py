"""Made-up weeks of any size: schools with a kernteam, partners who are shared, cases of one worker each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from kernteam_tui.domain.codes import Dag, Reden, Rol
from kernteam_tui.domain.planning.tijd import Tijdvak, moment
from kernteam_tui.domain.planning.voorstellen import alle_voorstellen
from kernteam_tui.domain.planning.week import (
    AanwezigOp,
    Bezetting,
    Optie,
    Plancasus,
    Planmens,
    Planschool,
    Planweek,
    Ruimte,
)

MAANDAG = date(2026, 11, 23)
WERKDAGEN = (Dag.MA, Dag.DI, Dag.WO, Dag.DO, Dag.VR)
PARTNERS = (Rol.LEERPLICHTAMBTENAAR, Rol.JEUGDVERPLEEGKUNDIGE, Rol.BEGELEIDER_PASSEND_ONDERWIJS)
REDENEN = (Reden.PESTEN, Reden.OPVOEDING, Reden.CONFLICT, Reden.VERZUIM, Reden.GEDRAG, Reden.ZIEKTE)
REISTIJD = 20


def make_week(
    seed: int, *, cases: int, schools: int = 28, people: int = 56, blocks: int = 4, minstens: int = 20
) -> tuple[Planweek, tuple[Plancasus, ...]]:
    """Half of the people are gezinswerkers of one school each, the rest partners of some schools each.

    `blocks` is how often each is taken for an hour. A case that would have fewer than `minstens` proposals
    asks for nobody but its worker.
    """
    chance = Random(seed)
    ids = [f"s{number:02}" for number in range(schools)]
    staff = [_gezinswerker(chance, n, ids[n % schools], blocks) for n in range(people // 2)]
    partners = [
        _partner(chance, n, people - people // 2, ids, staff, blocks) for n in range(people - people // 2)
    ]
    everybody = (*staff, *partners)
    week = Planweek(
        van=MAANDAG,
        tot=MAANDAG + timedelta(days=5),
        scholen=tuple(
            Planschool(school, _team(everybody, school), (Ruimte("1.12"), Ruimte("1.14"))) for school in ids
        ),
        mensen=everybody,
        reistijd={frozenset((a, b)): REISTIJD for a in ids for b in ids if a < b},
    )
    made = tuple(_case(chance, n, week, staff) for n in range(cases))
    return week, tuple(
        case if len(found.voorstellen) >= minstens else replace(case, redenen=frozenset({Reden.PESTEN}))
        for case, found in zip(made, alle_voorstellen(week, made), strict=True)
    )


def make_one_worker(seed: int, cases: int, options: int) -> tuple[Planweek, tuple[Plancasus, ...]]:
    """One worker in one week: the case in which a search by hand gives up."""
    chance = Random(seed)
    worker = Planmens("gw1", Rol.GEZINSWERKER)
    week = Planweek(MAANDAG, MAANDAG + timedelta(days=5), (Planschool("s1"),), (worker,))

    def option(kosten: int) -> Optie:
        start = moment(MAANDAG + timedelta(days=chance.randrange(5)), time(8)) + timedelta(
            minutes=15 * chance.randrange(29)
        )
        return Optie(start, 60, None, ("gw1",), kosten)

    return week, tuple(
        Plancasus(
            f"c{n:02}",
            "s1",
            "gw1",
            MAANDAG,
            MAANDAG + timedelta(days=7),
            opties=tuple(option(kosten) for kosten in range(options)),
        )
        for n in range(cases)
    )


def _gezinswerker(chance: Random, number: int, school: str, blocks: int) -> Planmens:
    wanneer = tuple(AanwezigOp(school, dag, deel) for dag, deel in chance.sample(_dagdelen(), 8))
    return Planmens(f"gw{number:02}", Rol.GEZINSWERKER, wanneer, _blocks(chance, blocks))


def _partner(
    chance: Random, number: int, aantal: int, schools: list[str], staff: list[Planmens], blocks: int
) -> Planmens:
    """Comes to each of her schools on dagdelen on which a gezinswerker is there."""
    group, groups = number // len(PARTNERS), max(1, aantal // len(PARTNERS))
    wanneer: set[AanwezigOp] = set()
    bezet: set[tuple[Dag, str]] = set()
    for school in schools[group::groups]:
        samen = [a for mens in staff for a in mens.aanwezig if a.school == school]
        vrij = [a for a in samen if (a.dag, a.dagdeel) not in bezet]
        for aanwezig in chance.sample(vrij, min(3, len(vrij))):
            wanneer.add(aanwezig)
            bezet.add((aanwezig.dag, aanwezig.dagdeel))
    rol = PARTNERS[number % len(PARTNERS)]
    return Planmens(f"{rol[:2]}{number:02}", rol, tuple(sorted(wanneer, key=str)), _blocks(chance, blocks))


def _team(everybody: tuple[Planmens, ...], school: str) -> tuple[str, ...]:
    return tuple(mens.id for mens in everybody if any(a.school == school for a in mens.aanwezig))


def _dagdelen() -> list[tuple[Dag, str]]:
    return [(dag, deel) for dag in WERKDAGEN for deel in ("ochtend", "middag")]


def _blocks(chance: Random, aantal: int) -> tuple[Bezetting, ...]:
    def block() -> Bezetting:
        dag = MAANDAG + timedelta(days=chance.randrange(5))
        van: datetime = moment(dag, time(chance.randrange(8, 17), chance.choice((0, 30))))
        return Bezetting(Tijdvak(van, van + timedelta(minutes=60)))

    return tuple(block() for _ in range(aantal))


def _case(chance: Random, number: int, week: Planweek, staff: list[Planmens]) -> Plancasus:
    worker = staff[number % len(staff)]
    school = worker.aanwezig[0].school
    rollen = {week.mens(lid).rol for lid in week.school(school).kernteam}
    redenen = [r for r in REDENEN[:3] if r] + [
        reden
        for reden, rol in zip(REDENEN[3:], (PARTNERS[0], PARTNERS[2], PARTNERS[1]), strict=True)
        if rol in rollen
    ]
    return Plancasus(
        id=f"c{number:03}",
        school=school,
        gezinswerker=worker.id,
        aangemeld=MAANDAG - timedelta(days=chance.randrange(3)),
        uiterlijk=MAANDAG + timedelta(days=chance.randrange(4, 7)),
        redenen=frozenset({chance.choice(redenen)}),
        spoed=chance.random() < 0.1,
    )
