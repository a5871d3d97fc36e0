"""`planweek/1`: a week to plan in and the casussen to plan (contract 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from kernteam_tui.domain.codes import Dag, Reden, Rol
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.planning.tijd import PlanweekOngeldig, Tijdvak
from kernteam_tui.domain.planning.week import (
    DAGDELEN,
    AanwezigOp,
    Bezetstaat,
    Bezetting,
    Optie,
    Oudertijd,
    Plancasus,
    Planmens,
    Planschool,
    Planweek,
    Ruimte,
    Voorkeur,
    Weektijd,
)
from kernteam_tui.exchange.formaten.basis import (
    ZIN,
    Datum,
    Formaat,
    JaNee,
    Tekst,
    VeldenOngeldig,
    read_json,
    read_model,
)

MAX_WAARDEN = 2_000_000
"""Values in one file: 400 casussen with 50 choices each are half a million."""
MAX_DAGEN = 100
MAX_STARTS = 1_500_000
"""Starts of all casussen together; a week of 400 on a grid of 15 minutes has 270 thousand."""
MAX_MINUTEN = 24 * 60
_NOEM = 5
"""So many faults are named; after that it is the file that is wrong."""

_JAREN = range(1900, 9999)
"""Of a busy time: whoever left for good is busy for very long."""

_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?"
)
_KLOK = re.compile(r"[0-9]{2}:[0-9]{2}")


def _lees_moment(waarde: object) -> datetime:
    """In UTC; without offset it is the clock in Amsterdam, and an hour that comes twice is the first."""
    if isinstance(waarde, str) and _MOMENT.fullmatch(waarde):
        try:
            moment = datetime.fromisoformat(waarde)
        except ValueError:
            pass
        else:
            if moment.year in _JAREN:
                return (moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)).astimezone(UTC)
    raise PydanticCustomError(ZIN, "moet een moment zijn als 2026-11-24T09:00")


def _lees_klok(waarde: object) -> time:
    if isinstance(waarde, str) and _KLOK.fullmatch(waarde):
        try:
            return time.fromisoformat(waarde)
        except ValueError:
            pass
    raise PydanticCustomError(ZIN, "moet een tijd zijn van 00:00 tot en met 23:59")


Id = Annotated[str, StringConstraints(min_length=1, max_length=100, strip_whitespace=False)]
Moment = Annotated[
    datetime,
    BeforeValidator(_lees_moment),
    WithJsonSchema({"type": "string", "pattern": f"^{_MOMENT.pattern}$"}),
]
Klok = Annotated[
    time, BeforeValidator(_lees_klok), WithJsonSchema({"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}$"})
]
Minuten = Annotated[int, Field(strict=True, ge=1, le=MAX_MINUTEN)]
Reisminuten = Annotated[int, Field(strict=True, ge=0, le=MAX_MINUTEN)]
Kosten = Annotated[int, Field(strict=True, ge=0, le=1_000_000_000_000)]


class BezetInvoer(Formaat):
    """A time at which somebody, or a room, is taken; `school` where it is at one."""

    van: Moment
    tot: Moment
    staat: Bezetstaat = Bezetstaat.BEZET
    school: Id | None = None


class RuimteInvoer(Formaat):
    """A room of a school."""

    id: Id
    bezet: Annotated[tuple[BezetInvoer, ...], Field(max_length=20_000)] = ()


class PlanschoolInvoer(Formaat):
    """A school; `dicht` holds the days from Monday to Friday on which it is closed."""

    id: Id
    dicht: Annotated[tuple[Datum, ...], Field(max_length=5_000)] = ()
    ruimtes: Annotated[tuple[RuimteInvoer, ...], Field(max_length=500)] = ()


class ReistijdInvoer(Formaat):
    """Minutes from one school to another, and back."""

    tussen: Annotated[tuple[Id, ...], Field(min_length=2, max_length=2)]
    minuten: Reisminuten


class AanwezigInvoer(Formaat):
    """One dagdeel of every week at a school."""

    school: Id
    dag: Dag
    dagdeel: Id


class PlanmensInvoer(Formaat):
    """Somebody who works with families."""

    id: Id
    rol: Rol
    aanwezig: Annotated[tuple[AanwezigInvoer, ...], Field(max_length=1_000)] = ()
    bezet: Annotated[tuple[BezetInvoer, ...], Field(max_length=20_000)] = ()


class KernteamInvoer(Formaat):
    """Who is in the kernteam of a school."""

    school: Id
    leden: Annotated[tuple[Id, ...], Field(max_length=500)]


class ZonderInvoer(Formaat):
    """A requirement that is lifted: the id of a person or a role, and why."""

    wie: Id
    reden: Annotated[Tekst, Field(min_length=1)]


class WeektijdInvoer(Formaat):
    """A time of every week."""

    dag: Dag
    van: Klok
    tot: Klok


class OudertijdInvoer(WeektijdInvoer):
    """A time at which at least one parent can come."""

    voorkeur: Voorkeur = Voorkeur.KAN


class OptieInvoer(Formaat):
    """A talk as it is fixed or offered; without `minuten` as long as that of the casus."""

    start: Moment
    minuten: Minuten | None = None
    ruimte: Id | None = None
    mensen: Annotated[tuple[Id, ...], Field(max_length=500)] = ()
    kosten: Kosten = 0


class PlancasusInvoer(Formaat):
    """The talk to plan for one casus."""

    id: Id
    school: Id
    redenen: Annotated[tuple[Reden, ...], Field(max_length=100)] = ()
    gezinswerker: Id
    aangemeld: Datum
    uiterlijk: Datum
    spoed: JaNee = False
    minuten: Minuten = 60
    verplicht: Annotated[tuple[Id, ...], Field(max_length=100)] = ()
    zonder: Annotated[tuple[ZonderInvoer, ...], Field(max_length=100)] = ()
    ouders: Annotated[tuple[OudertijdInvoer, ...], Field(max_length=200)] = ()
    lessen: Annotated[tuple[WeektijdInvoer, ...], Field(max_length=500)] = ()
    vast: OptieInvoer | None = None
    opties: Annotated[tuple[OptieInvoer, ...], Field(max_length=10_000)] | None = None


class PlanweekInvoer(Formaat):
    """The days to plan in (`tot` is not one of them), the schools, the people and the casussen."""

    schema_: Annotated[Literal["planweek/1"], Field(alias="schema")] = "planweek/1"
    tijdzone: Literal["Europe/Amsterdam"] = "Europe/Amsterdam"
    van: Datum
    tot: Datum
    raster_minuten: Minuten = 15
    dagdelen: Annotated[dict[Id, tuple[Klok, Klok]], Field(max_length=50)] | None = None
    scholen: Annotated[tuple[PlanschoolInvoer, ...], Field(max_length=500)]
    reistijd: Annotated[tuple[ReistijdInvoer, ...], Field(max_length=100_000)] = ()
    mensen: Annotated[tuple[PlanmensInvoer, ...], Field(max_length=2_000)]
    kernteams: Annotated[tuple[KernteamInvoer, ...], Field(max_length=500)] = ()
    casussen: Annotated[tuple[PlancasusInvoer, ...], Field(max_length=2_000)] = ()


def read_planweek(tekst: str) -> tuple[Planweek, tuple[Plancasus, ...]]:
    """The week and its casussen, the casussen sorted by id; nothing depends on the order of the lists.

    Raises InhoudOngeldig where the text is no JSON, PlanweekOngeldig for whatever cannot be planned with.
    """
    try:
        invoer = read_model(PlanweekInvoer, read_json(tekst, MAX_WAARDEN))
    except VeldenOngeldig as fout:
        raise PlanweekOngeldig(_first_few(fout.velden), fout.stap) from None
    _weiger_te_groot(invoer)
    casussen = tuple(_casus(casus) for casus in sorted(invoer.casussen, key=lambda casus: casus.id))
    return _week(invoer), casussen


def _first_few(velden: dict[str, str]) -> str:
    genoemd = "; ".join(f"{veld}: {zin}" for veld, zin in list(velden.items())[:_NOEM])
    rest = len(velden) - _NOEM
    return f"{genoemd}; en nog {rest}." if rest > 0 else f"{genoemd}."


def _weiger_te_groot(invoer: PlanweekInvoer) -> None:
    dagen = (invoer.tot - invoer.van).days
    if dagen < 0:
        raise PlanweekOngeldig("De week eindigt voordat die begint.", "Draai van en tot om.")
    if dagen > MAX_DAGEN:
        raise PlanweekOngeldig(
            f"Deze week heeft {dagen} dagen.", f"Plan hoogstens {MAX_DAGEN} dagen in één keer."
        )
    per_dag = -(-MAX_MINUTEN // invoer.raster_minuten)
    if dagen * per_dag * len(invoer.casussen) > MAX_STARTS:
        raise PlanweekOngeldig(
            "Er zijn te veel momenten om in één keer na te gaan.",
            "Neem een grover raster, minder dagen of minder casussen.",
        )


def _week(invoer: PlanweekInvoer) -> Planweek:
    kernteams: dict[str, tuple[str, ...]] = {}
    for team in invoer.kernteams:
        if team.school in kernteams:
            raise PlanweekOngeldig(f"Het kernteam van school {team.school} komt twee keer voor.")
        kernteams[team.school] = tuple(sorted(set(team.leden)))
    genoemd = {blok.school for s in invoer.scholen for ruimte in s.ruimtes for blok in ruimte.bezet}
    onbekend = {*kernteams, *genoemd} - {school.id for school in invoer.scholen} - {None}
    if onbekend:
        raise PlanweekOngeldig(f"Er is geen school met het id {min(map(str, onbekend))}.")
    return Planweek(
        van=invoer.van,
        tot=invoer.tot,
        scholen=tuple(_school(school, kernteams.get(school.id, ())) for school in invoer.scholen),
        mensen=tuple(_mens(mens) for mens in invoer.mensen),
        reistijd=_reistijd(invoer.reistijd),
        raster_minuten=invoer.raster_minuten,
        dagdelen=DAGDELEN if invoer.dagdelen is None else _dagdelen(invoer.dagdelen),
    )


def _dagdelen(dagdelen: dict[str, tuple[time, time]]) -> dict[str, tuple[time, time]]:
    for naam, (van, tot) in dagdelen.items():
        if tot <= van:
            raise PlanweekOngeldig(
                f"Het dagdeel {naam} eindigt voordat het begint.", "Draai begin en eind om."
            )
    return dict(sorted(dagdelen.items(), key=lambda dagdeel: (dagdeel[1], dagdeel[0])))


def _school(school: PlanschoolInvoer, kernteam: tuple[str, ...]) -> Planschool:
    ids = [ruimte.id for ruimte in school.ruimtes]
    if len(set(ids)) < len(ids):
        dubbel = min(id_ for id_ in ids if ids.count(id_) > 1)
        raise PlanweekOngeldig(f"Ruimte {dubbel} van school {school.id} komt twee keer voor.")
    return Planschool(
        id=school.id,
        kernteam=kernteam,
        ruimtes=tuple(
            Ruimte(ruimte.id, _bezet(f"ruimte {ruimte.id}", ruimte.bezet)) for ruimte in school.ruimtes
        ),
        dicht=dict.fromkeys(sorted(school.dicht), ""),
    )


def _mens(mens: PlanmensInvoer) -> Planmens:
    return Planmens(
        id=mens.id,
        rol=mens.rol,
        aanwezig=tuple(AanwezigOp(plek.school, plek.dag, plek.dagdeel) for plek in mens.aanwezig),
        bezet=_bezet(mens.id, mens.bezet),
    )


def _bezet(van_wie: str, blokken: Iterable[BezetInvoer]) -> tuple[Bezetting, ...]:
    with _bij(van_wie):
        return tuple(Bezetting(Tijdvak(blok.van, blok.tot), blok.staat, blok.school) for blok in blokken)


def _reistijd(paren: Iterable[ReistijdInvoer]) -> dict[frozenset[str], int]:
    reistijd: dict[frozenset[str], int] = {}
    for paar in paren:
        een, ander = sorted(paar.tussen)
        if een == ander:
            raise PlanweekOngeldig(f"Er staat reistijd van school {een} naar zichzelf.")
        if reistijd.setdefault(frozenset(paar.tussen), paar.minuten) != paar.minuten:
            raise PlanweekOngeldig(f"De reistijd tussen {een} en {ander} staat er twee keer, en anders.")
    return reistijd


def _casus(casus: PlancasusInvoer) -> Plancasus:
    with _bij(casus.id):
        return Plancasus(
            id=casus.id,
            school=casus.school,
            gezinswerker=casus.gezinswerker,
            aangemeld=casus.aangemeld,
            uiterlijk=casus.uiterlijk,
            redenen=frozenset(casus.redenen),
            minuten=casus.minuten,
            verplicht=tuple(sorted(set(casus.verplicht))),
            zonder={regel.wie: regel.reden for regel in casus.zonder},
            ouders=tuple(Oudertijd(t.dag, t.van, t.tot, t.voorkeur) for t in casus.ouders),
            lessen=tuple(Weektijd(t.dag, t.van, t.tot) for t in casus.lessen),
            spoed=casus.spoed,
            vast=None if casus.vast is None else _optie(casus.vast, casus.minuten),
            opties=None if casus.opties is None else tuple(_optie(o, casus.minuten) for o in casus.opties),
        )


def _optie(optie: OptieInvoer, minuten: int) -> Optie:
    return Optie(
        start=optie.start,
        minuten=optie.minuten or minuten,
        ruimte=optie.ruimte,
        mensen=tuple(sorted(set(optie.mensen))),
        kosten=optie.kosten,
    )


@contextmanager
def _bij(wat: str) -> Iterator[None]:
    """Say of which part of the file a refusal is."""
    try:
        yield
    except PlanweekOngeldig as fout:
        raise PlanweekOngeldig(f"Bij {wat}: {fout.tekst[:1].lower()}{fout.tekst[1:]}", fout.stap) from None
