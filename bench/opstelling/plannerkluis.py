"""A city in a store: schools with a kernteam, calendars that were read in, families that wait, and talks."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.agenda import Bezetblok
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import Dag, Dagdeel, GesprekSoort, PersoonRol, Reden, Rol
from kernteam_tui.domain.gesprek import Deelnemer, Gesprek
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinstijd import Gezinstijd
from kernteam_tui.domain.instellingen import Reistijd
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.partneragenda import Partneragenda
from kernteam_tui.domain.planning.week import Bezetstaat
from kernteam_tui.domain.school import Aanwezigheid, Kernpartner, School
from kernteam_tui.services.sessie import Sessie

MAANDAG = date(2026, 11, 23)
WERKDAGEN = (Dag.MA, Dag.DI, Dag.WO, Dag.DO, Dag.VR)
PARTNERS = (Rol.LEERPLICHTAMBTENAAR, Rol.JEUGDVERPLEEGKUNDIGE, Rol.BEGELEIDER_PASSEND_ONDERWIJS)
REDENEN = (Reden.PESTEN, Reden.OPVOEDING, Reden.CONFLICT, Reden.VERZUIM, Reden.GEDRAG, Reden.ZIEKTE)
BLOKKEN = 40
"""Times in each calendar."""


def vul_stad(
    sessie: Sessie, *, scholen: int = 28, mensen: int = 56, casussen: int = 400, gepland: int = 12
) -> None:
    """Half of the people are gezinswerkers of one school each, the others partners at some schools each; the
    first `gepland` casussen have a startgesprek in the week of MAANDAG."""
    chance = Random(1)
    partners = [(PARTNERS[n % len(PARTNERS)], f"Partner {n}") for n in range(mensen // 2)]
    with sessie.unit_of_work() as uow:
        made = [_school(chance, n, partners, scholen) for n in range(scholen)]
        for school in made:
            uow.scholen.add(school)
        for school in made:
            for partner in school.kernteam[:2]:
                uow.agendas.add(_agenda(chance, partner, sessie.nu()))
        for number in range(casussen):
            _familie(uow, chance, number, made[number % scholen], gepland=number < gepland)
        uow.instellingen().reistijden = tuple(
            Reistijd(een.id, ander.id, 20) for een in made for ander in made if een.id < ander.id
        )
        uow.commit()


def _school(chance: Random, number: int, partners: list[tuple[Rol, str]], scholen: int) -> School:
    school = School(naam=f"School {number:02}", ruimtes=("1.12", "1.14"))
    own = [(Rol.GEZINSWERKER, f"Werker {number}")]
    team = [*own, *(partners[(number + step * scholen // 4) % len(partners)] for step in range(3))]
    school.kernteam = [
        Kernpartner(
            school_id=school.id,
            rol=rol,
            naam=naam,
            ik=not number and not place,
            aanwezig=_aanwezig(chance),
            volgorde=place,
        )
        for place, (rol, naam) in enumerate(dict.fromkeys(team))
    ]
    return school


def _aanwezig(chance: Random) -> tuple[Aanwezigheid, ...]:
    vakken = [(dag, deel) for dag in WERKDAGEN for deel in Dagdeel]
    return tuple(sorted(Aanwezigheid(*vak) for vak in chance.sample(vakken, 6)))


def _agenda(chance: Random, partner: Kernpartner, nu: datetime) -> Partneragenda:
    starts = (_moment(chance) + timedelta(weeks=n % 8) for n in range(BLOKKEN))
    return Partneragenda(
        partner_id=partner.id,
        bestand="agenda.ics",
        peildatum=MAANDAG,
        gelezen_op=nu,
        van=MAANDAG,
        tot=MAANDAG + timedelta(weeks=26),
        blokken=tuple(
            Bezetblok(start, start + timedelta(hours=1), Bezetstaat.BEZET, f"{n:064x}")
            for n, start in enumerate(sorted(starts))
        ),
    )


def _moment(chance: Random) -> datetime:
    day = MAANDAG + timedelta(days=chance.randrange(5))
    return datetime.combine(day, time(8 + chance.randrange(8)), AMSTERDAM)


def _familie(uow: UnitOfWork, chance: Random, number: int, school: School, *, gepland: bool) -> None:
    gezin = Gezin()
    jongere = Persoon(gezin_id=gezin.id, rol=PersoonRol.JONGERE, roepnaam=f"Kind{number}", achternaam="Proef")
    ouder = Persoon(gezin_id=gezin.id, rol=PersoonRol.OUDER, roepnaam=f"Ouder{number}", achternaam="Proef")
    gezin.personen = [jongere, ouder]
    gezin.ouderschappen = [Ouderschap(gezin_id=gezin.id, jongere_id=jongere.id, ouder_id=ouder.id)]
    casus = Casus(
        nummer=f"2026-{number + 1:03}",
        gezin_id=gezin.id,
        school_id=school.id,
        jongeren=[jongere],
        mentor=f"Mentor {number % 97}",
        aangemeld=MAANDAG - timedelta(days=chance.randrange(3)),
        redenen=(chance.choice(REDENEN),),
        oudertijden=(Gezinstijd(chance.choice(WERKDAGEN), time(8, 30), time(17)),) if number % 3 == 0 else (),
    )
    uow.gezinnen.add(gezin)
    uow.casussen.add(casus)
    if gepland:
        team = [
            Deelnemer(wie_id=p.id, rol=p.rol, naam=p.naam, volgorde=n) for n, p in enumerate(school.kernteam)
        ]
        uow.gesprekken.add(
            Gesprek(
                casus_id=casus.id,
                soort=GesprekSoort.STARTGESPREK,
                start=_moment(chance),
                plek=school.naam,
                deelnemers=[
                    *team,
                    Deelnemer(wie_id=ouder.id, rol="ouder", naam=ouder.naam, is_ouder=True, volgorde=9),
                ],
            )
        )
