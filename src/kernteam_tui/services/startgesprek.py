"""Proposals for a startgesprek within the week, and what clashes with a moment of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.planning.botsingen import Botsing, Botsingsoort, botsingen
from kernteam_tui.domain.planning.situatie import Tafel, set_table
from kernteam_tui.domain.planning.vereisten import Vereiste
from kernteam_tui.domain.planning.voorstellen import Voorstel, Voorstellen, voorstellen
from kernteam_tui.domain.planning.woorden import naam_van
from kernteam_tui.domain.plek import is_op_school
from kernteam_tui.domain.school import School
from kernteam_tui.domain.termijnen import startgesprek_uiterlijk
from kernteam_tui.services.deelnemers import familie_van
from kernteam_tui.services.instellingen import beeld_van
from kernteam_tui.services.moment import Moment, maak_moment
from kernteam_tui.services.planweek import MENTOR, Planvraag, lees_planvraag, zonder_rooster
from kernteam_tui.services.sessie import Sessie

__all__ = [
    "Botsing",
    "Moment",
    "StartgesprekBeeld",
    "Voorstel",
    "get_gesprek_botsingen",
    "get_voorstellen",
]


@dataclass(frozen=True)
class StartgesprekBeeld:
    """What the planning screen shows."""

    casus_id: str
    casus: str
    jongere: str
    school: str
    aangemeld: date
    uiterlijk: date
    """Last day by the team's agreement."""
    te_laat: bool
    """The agreed week is over, or was left on purpose."""
    redenen: tuple[str, ...]
    moet_erbij: tuple[str, ...]
    fijn_erbij: tuple[str, ...]
    momenten: tuple[Moment, ...]
    waarom_niet: tuple[str, ...]
    vereisten: tuple[tuple[str, str], ...]
    """What can be lifted with a reason: (id or role, name)."""
    minuten: int
    gepland: str = ""
    """Id of the startgesprek that stands planned already; empty where none does."""


def get_voorstellen(
    sessie: Sessie,
    casus_id: str,
    *,
    later: bool = False,
    zonder: Mapping[str, str] | None = None,
    behalve: str = "",
) -> StartgesprekBeeld:
    """Proposals, best first, each with why; without any, what stands in the way.

    `later` looks past the agreed week, `zonder` lifts requirements with a reason, `behalve` is the talk
    that moves.
    """
    casus, school, vraag, family = _vraag(sessie, casus_id, later=later, zonder=zonder, behalve=behalve)
    tafel = set_table(vraag.week, vraag.casus)
    found: Voorstellen = voorstellen(vraag.week, vraag.casus)
    must = [(v.wie, _naam(tafel, v)) for v in tafel.vereisten]
    required_ids = {k for v in tafel.vereisten for k in v.kandidaten}
    nice = [naam_van(tafel, p) for p in sorted(tafel.partners) if p not in required_ids]
    return StartgesprekBeeld(
        casus_id=casus.id,
        casus=casus.nummer,
        jongere=casus.jongere.korte_naam,
        school=school.naam,
        aangemeld=casus.aangemeld,
        uiterlijk=vraag.afspraak,
        te_laat=vraag.casus.uiterlijk > vraag.afspraak,
        redenen=tuple(reden.label for reden in casus.redenen),
        moet_erbij=(*dict.fromkeys(name for _, name in must), "een ouder"),
        fijn_erbij=tuple(dict.fromkeys(nice)),
        momenten=tuple(_moment(tafel, school, v, family) for v in found.voorstellen),
        waarom_niet=tuple(w.reden for w in found.waarom_niet),
        vereisten=tuple((wie, name) for wie, name in must if wie != vraag.casus.gezinswerker),
        minuten=school.gesprek_minuten,
        gepland=_gepland(sessie, casus_id),
    )


def get_gesprek_botsingen(
    sessie: Sessie,
    casus_id: str,
    soort: GesprekSoort,
    start: datetime,
    *,
    minuten: int,
    plek: str,
    wie: tuple[str, ...],
    zonder: Mapping[str, str] | None = None,
    behalve: str = "",
) -> tuple[Botsing, ...]:
    """What clashes with a talk of any kind of `minuten`.

    For a startgesprek every rule counts. For another kind only the time of the worker and of `wie`
    counts, and only at a school must they be in and must the school be open.
    """
    _, school, vraag, _ = _vraag(sessie, casus_id, zonder=zonder, behalve=behalve, ook=dag_van(start))
    casus = replace(vraag.casus, minuten=minuten)
    if soort is GesprekSoort.STARTGESPREK:
        return botsingen(vraag.week, casus, start)
    casus = replace(casus, redenen=frozenset(), verplicht=())
    at_school = is_op_school(plek, soort, school.naam, school.ruimtes)
    week = vraag.week if at_school else zonder_rooster(vraag.week, school.id)
    kinds = _ALTIJD | _OP_SCHOOL if at_school else _ALTIJD
    asked = {"", casus.gezinswerker, *wie}
    return tuple(b for b in botsingen(week, casus, start) if b.soort in kinds and b.wie in asked)


_ALTIJD = frozenset(
    {Botsingsoort.VERLEDEN, Botsingsoort.VOOR_AANMELDING, Botsingsoort.BEZET, Botsingsoort.VOORBEHOUD}
)
_OP_SCHOOL = frozenset({Botsingsoort.SCHOOL_DICHT, Botsingsoort.NIET_AANWEZIG, Botsingsoort.RUIMTE})


def _gepland(sessie: Sessie, casus_id: str) -> str:
    with sessie.unit_of_work() as uow:
        talks = uow.gesprekken.find(casus_id=casus_id)
        return next((g.id for g in talks if g.soort is GesprekSoort.STARTGESPREK and g.staat_open), "")


def _vraag(
    sessie: Sessie,
    casus_id: str,
    *,
    later: bool = False,
    zonder: Mapping[str, str] | None,
    behalve: str,
    ook: date | None = None,
) -> tuple[Casus, School, Planvraag, tuple[str, ...]]:
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        school = uow.scholen.get(casus.school_id)
        instellingen = beeld_van(uow.instellingen())
        uow.commit()
    vraag = lees_planvraag(
        sessie,
        casus,
        school,
        startgesprek_uiterlijk(casus.aangemeld, instellingen.startgesprek_dagen),
        later=later,
        zonder=zonder,
        behalve=behalve,
        ook=ook,
    )
    return casus, school, vraag, familie_van(casus, gezin)


def _naam(tafel: Tafel, vereiste: Vereiste) -> str:
    if vereiste.rollen:
        return " of ".join(rol.kort for rol in vereiste.rollen)
    return "jij" if vereiste.wie == tafel.casus.gezinswerker else naam_van(tafel, vereiste.wie)


def _moment(tafel: Tafel, school: School, voorstel: Voorstel, family: tuple[str, ...]) -> Moment:
    known = {partner.id for partner in school.kernteam} | {MENTOR}
    return maak_moment(
        tafel,
        school.naam,
        voorstel.start,
        ruimte=voorstel.ruimte,
        erbij=voorstel.erbij,
        wie=(*(wie for wie in voorstel.erbij if wie in known), *family),
        kenmerken=voorstel.kenmerken,
        uitleg=voorstel.uitleg,
    )
