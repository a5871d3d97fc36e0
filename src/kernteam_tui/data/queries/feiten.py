"""The facts of all cases at once: ten SELECTs, however many cases there are."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from kernteam_tui.data.queries.waarden import day_of, read_day, read_flag, read_moment
from kernteam_tui.domain.codes import (
    AfsluitSoort,
    GesprekSoort,
    GesprekStaat,
    JaNeeOnbekend,
    Niveau,
    Reden,
    RedenLater,
    TerugkoppelMoment,
)
from kernteam_tui.domain.feiten import ActieFeit, CasusFeiten, GesprekFeit, OuderFeit, TerugkoppelFeit
from kernteam_tui.domain.gezin import korte_naam, zwakste_gezag


class Welke(Enum):
    """Of which casussen the facts are read; the value is the condition on `casus`."""

    ALLE = ""
    OPEN = "WHERE NOT EXISTS (SELECT 1 FROM afsluiting WHERE afsluiting.casus_id = casus.id)"
    MET_WERK = f"""{OPEN}
    OR EXISTS (SELECT 1 FROM terugkoppelafspraak AS belofte
        WHERE belofte.casus_id = casus.id AND belofte.gedaan_op IS NULL)
    OR EXISTS (SELECT 1 FROM notitie AS concept
        WHERE concept.casus_id = casus.id AND concept.staat = 'concept')
    OR (casus.vernietiging_gevraagd_op IS NOT NULL AND casus.vernietiging_geweigerd IS NULL)"""
    """The open ones, and of the closed ones those that can still ask something: a promise to a partner that
    is not kept, a note that is still a draft, a request to destroy the file."""


_ONE = "WHERE casus.id = ?"

_CASUSSEN = """
SELECT casus.id, casus.nummer, casus.gezin_id, casus.school_id, school.naam, casus.klas, casus.aangemeld,
    casus.redenen, casus.spoed, casus.ouders_weten, casus.kennismaking_aangeboden_op,
    casus.kennismaking_reden_later, casus.startgesprek_reden_later, casus.begeleiding_gestart,
    casus.zorg_zonder_vraag, casus.volgende_poging, afsluiting.soort, afsluiting.op,
    plan.id, (SELECT max(nummer) FROM planversie WHERE plan_id = plan.id), plan.gewijzigd, plan.created_at,
    plan.evaluatie_op, plan.evaluatie_uitkomst,
    CASE WHEN casus.vernietiging_geweigerd IS NULL THEN casus.vernietiging_gevraagd_op END
FROM casus
JOIN school ON school.id = casus.school_id
LEFT JOIN afsluiting ON afsluiting.casus_id = casus.id
LEFT JOIN gezinsplan AS plan ON plan.gezin_id = casus.gezin_id
{where} ORDER BY casus.nummer
"""
_JONGEREN = """
SELECT casus.id, persoon.roepnaam, persoon.achternaam, persoon.geboortedatum
FROM casus JOIN casus_jongere AS band ON band.casus_id = casus.id JOIN persoon ON persoon.id = band.persoon_id
{where} ORDER BY band.volgorde
"""
_OUDERS = """
SELECT casus.id, ouder.id, ouder.roepnaam, ouder.achternaam, ouderschap.gezag
FROM casus JOIN casus_jongere AS band ON band.casus_id = casus.id
JOIN ouderschap ON ouderschap.jongere_id = band.persoon_id
JOIN persoon AS ouder ON ouder.id = ouderschap.ouder_id AND ouder.overleden = 0
    AND (ouderschap.soort IN ('biologisch', 'adoptie', 'voogd') OR ouderschap.gezag = 'ja')
{where} ORDER BY band.volgorde, ouderschap.rowid
"""
_GESPREKKEN = """
SELECT casus.id, gesprek.id, gesprek.soort, gesprek.staat, gesprek.start, gesprek.minuten, gesprek.plek
FROM casus JOIN gesprek ON gesprek.casus_id = casus.id {where} ORDER BY gesprek.start
"""
_CONTACT = """
SELECT casus.id, (SELECT max(moment) FROM notitie
    WHERE casus_id = casus.id AND staat = 'afgerond' AND bereikt = 1)
FROM casus {where}
"""
_CONCEPTEN = """
SELECT casus.id, notitie.moment, notitie.bereikt, notitie.tekst <> ''
FROM casus JOIN notitie ON notitie.casus_id = casus.id AND notitie.staat = 'concept' {where}
"""
_POGINGEN = """
SELECT casus.id, notitie.moment
FROM casus JOIN notitie ON notitie.casus_id = casus.id
    AND notitie.bereikt = 0 {where}
"""
_PLANACTIES = """
SELECT casus.id, actie.id, actie.wat, actie.wie, actie.wanneer
FROM casus JOIN gezinsplan ON gezinsplan.gezin_id = casus.gezin_id
JOIN actie ON actie.plan_id = gezinsplan.id AND actie.klaar = 0 {where} ORDER BY actie.volgorde, actie.rowid
"""
_GESPREKACTIES = """
SELECT casus.id, deelnemer.id, deelnemer.actie, deelnemer.rol, deelnemer.actie_op
FROM casus JOIN gesprek ON gesprek.casus_id = casus.id AND gesprek.staat = 'gehouden'
JOIN deelnemer ON deelnemer.gesprek_id = gesprek.id AND deelnemer.actie <> '' AND deelnemer.actie_klaar = 0
{where} ORDER BY gesprek.start, deelnemer.volgorde
"""
_TERUGKOPPELINGEN = """
SELECT casus.id, afspraak.id, afspraak.partner, afspraak.niveau, afspraak.moment, afspraak.op
FROM casus JOIN terugkoppelafspraak AS afspraak ON afspraak.casus_id = casus.id AND afspraak.gedaan_op IS NULL
{where} ORDER BY afspraak.rowid
"""


@dataclass
class _Parts:
    """What hangs under one casus, gathered from the smaller queries."""

    jongeren: list[tuple[str, str, str | None]] = field(default_factory=list)
    ouders: dict[str, OuderFeit] = field(default_factory=dict)
    gesprekken: list[GesprekFeit] = field(default_factory=list)
    contacten: list[str] = field(default_factory=list)
    """Moments (column text, UTC) of held talks and notes with somebody reached."""
    pogingen: list[str] = field(default_factory=list)
    concepten: list[str] = field(default_factory=list)
    acties: list[ActieFeit] = field(default_factory=list)
    terugkoppelingen: list[TerugkoppelFeit] = field(default_factory=list)


def lees_feiten(
    conn: Connection, casus_id: str | None = None, *, welke: Welke = Welke.ALLE
) -> tuple[CasusFeiten, ...]:
    """The facts of one casus (none for an unknown id), or else of `welke`, by nummer."""
    where, values = (welke.value, ()) if casus_id is None else (_ONE, (casus_id,))

    def rows(sql: str) -> Iterable[Any]:
        return conn.exec_driver_sql(sql.format(where=where), values).all()

    parts: defaultdict[str, _Parts] = defaultdict(_Parts)
    _gather_people(parts, rows(_JONGEREN), rows(_OUDERS))
    _gather_talks(parts, rows(_GESPREKKEN))
    _gather_notes(parts, rows(_CONTACT), rows(_CONCEPTEN), rows(_POGINGEN))
    _gather_promises(parts, rows(_PLANACTIES), rows(_GESPREKACTIES), rows(_TERUGKOPPELINGEN))
    return tuple(_facts(row, parts[row[0]]) for row in rows(_CASUSSEN))


def _gather_people(parts: dict[str, _Parts], jongeren: Iterable[Any], ouders: Iterable[Any]) -> None:
    for casus_id, roepnaam, achternaam, born in jongeren:
        parts[casus_id].jongeren.append((roepnaam, achternaam, born))
    for casus_id, ouder_id, roepnaam, achternaam, code in ouders:
        found = parts[casus_id].ouders
        gezag = JaNeeOnbekend(code)
        if ouder_id in found:
            gezag = zwakste_gezag((gezag, found[ouder_id].gezag))
        found[ouder_id] = OuderFeit(ouder_id, f"{roepnaam} {achternaam}".strip(), gezag)


def _gather_talks(parts: dict[str, _Parts], talks: Iterable[Any]) -> None:
    for casus_id, talk_id, soort, staat, start, minuten, plek in talks:
        part = parts[casus_id]
        talk = GesprekFeit(
            talk_id, GesprekSoort(soort), GesprekStaat(staat), read_moment(start), minuten, plek
        )
        part.gesprekken.append(talk)
        if talk.staat is GesprekStaat.GEHOUDEN:
            part.contacten.append(start)


def _gather_notes(
    parts: dict[str, _Parts], contacts: Iterable[Any], drafts: Iterable[Any], tries: Iterable[Any]
) -> None:
    for casus_id, moment in contacts:
        if moment is not None:
            parts[casus_id].contacten.append(moment)
    for casus_id, moment, reached, has_text in drafts:
        parts[casus_id].concepten.append(moment)
        if reached and has_text:
            parts[casus_id].contacten.append(moment)
    for casus_id, moment in tries:
        parts[casus_id].pogingen.append(moment)


def _gather_promises(
    parts: dict[str, _Parts], plan: Iterable[Any], talks: Iterable[Any], tellings: Iterable[Any]
) -> None:
    for rows in (plan, talks):
        for casus_id, action_id, wat, wie, wanneer in rows:
            parts[casus_id].acties.append(ActieFeit(action_id, wat, wie, read_day(wanneer)))
    for casus_id, telling_id, partner, niveau, moment, op in tellings:
        telling = TerugkoppelFeit(
            telling_id, partner, Niveau(niveau), TerugkoppelMoment(moment), read_day(op)
        )
        parts[casus_id].terugkoppelingen.append(telling)


def _facts(row: Any, part: _Parts) -> CasusFeiten:
    last = max(part.contacten, default=None)
    first = part.jongeren[0] if part.jongeren else ("", "", None)
    return CasusFeiten(
        casus_id=row[0],
        nummer=row[1],
        gezin_id=row[2],
        school_id=row[3],
        school=row[4],
        jongere=korte_naam(first[0], first[1]),
        jongere_naam=" en ".join(f"{roepnaam} {naam}".strip() for roepnaam, naam, _ in part.jongeren),
        klas=row[5],
        geboortedatums=tuple(born for *_, text in part.jongeren if (born := read_day(text))),
        aangemeld=_day(row[6]),
        redenen=_redenen(row[7]),
        spoed=bool(row[8]),
        ouders_weten=read_flag(row[9]),
        ouders=tuple(part.ouders.values()),
        kennismaking_aangeboden_op=read_day(row[10]),
        kennismaking_reden_later=None if row[11] is None else RedenLater(row[11]),
        startgesprek_reden_later=row[12],
        begeleiding_gestart=read_day(row[13]),
        zorg_zonder_vraag=bool(row[14]),
        volgende_poging=read_day(row[15]),
        afsluiting=None if row[16] is None else AfsluitSoort(row[16]),
        afgesloten_op=read_day(row[17]),
        gesprekken=tuple(part.gesprekken),
        laatste_contact=None if last is None else day_of(last),
        pogingen=sum(moment > (last or "") for moment in part.pogingen),
        oudste_concept=day_of(min(part.concepten)) if part.concepten else None,
        plan_id=row[18],
        plan_versie=row[19] or 0,
        plan_gewijzigd=bool(row[20]),
        plan_gemaakt_op=None if row[21] is None else day_of(row[21]),
        evaluatie_op=read_day(row[22]),
        evaluatie_uitkomst=row[23] or "",
        acties=tuple(part.acties),
        terugkoppelingen=tuple(part.terugkoppelingen),
        vernietigen_gevraagd_op=read_day(row[24]),
    )


@lru_cache(maxsize=256)
def _redenen(text: str) -> tuple[Reden, ...]:
    return tuple(Reden(code) for code in json.loads(text))


def _day(text: str) -> date:
    return date.fromisoformat(text)
