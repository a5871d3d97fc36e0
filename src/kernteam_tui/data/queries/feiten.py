"""The facts of all cases at once: fourteen SELECTs, however many cases there are."""

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

from kernteam_tui.data.queries.deelfeiten import DEELJONGEREN, TOESTEMMINGEN, Deelfeiten, verzamel
from kernteam_tui.data.queries.leeftijdfeiten import JONGEREN, LEEFTIJDEN, Leeftijdfeiten
from kernteam_tui.data.queries.leeftijdfeiten import verzamel as verzamel_leeftijden
from kernteam_tui.data.queries.verzoekfeiten import VERZOEKEN
from kernteam_tui.data.queries.verzoekfeiten import verzamel as verzamel_verzoeken
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
from kernteam_tui.domain.deelcodes import OverdrachtStap
from kernteam_tui.domain.feiten import (
    ActieFeit,
    CasusFeiten,
    GesprekFeit,
    OuderFeit,
    TerugkoppelFeit,
    VerzoekFeit,
)
from kernteam_tui.domain.gezin import korte_naam, zwakste_gezag
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.gezinsplancodes import Familieplan


class Welke(Enum):
    """Of which casussen the facts are read; the value is the condition on `casus`."""

    ALLE = ""
    OPEN = "WHERE NOT EXISTS (SELECT 1 FROM afsluiting WHERE afsluiting.casus_id = casus.id)"
    MET_WERK = f"""{OPEN}
    OR EXISTS (SELECT 1 FROM terugkoppelafspraak AS belofte
        WHERE belofte.casus_id = casus.id AND belofte.gedaan_op IS NULL)
    OR EXISTS (SELECT 1 FROM notitie AS concept
        WHERE concept.casus_id = casus.id AND concept.staat = 'concept')
    OR EXISTS (SELECT 1 FROM gesprek AS zonder WHERE zonder.casus_id = casus.id AND zonder.zonder_ouders = 1
        AND zonder.ouders_geinformeerd_op IS NULL AND zonder.ouders_niet = '')
    OR EXISTS (SELECT 1 FROM verzoek AS gevraagd
        WHERE gevraagd.casus_id = casus.id AND gevraagd.uitkomst IS NULL)
    OR (casus.vernietiging_gevraagd_op IS NOT NULL AND casus.vernietiging_geweigerd IS NULL)"""
    """The open ones, and of the closed ones those that can still ask something: a promise to a partner that
    is not kept, a note that is still a draft, parents who must hear of a talk, a request about the file.
    """


_ONE = "WHERE casus.id = ?"

_CASUSSEN = """
SELECT casus.id, casus.nummer, casus.gezin_id, casus.school_id, school.naam, casus.klas, casus.aangemeld,
    casus.redenen, casus.spoed, casus.ouders_weten, casus.kennismaking_aangeboden_op,
    casus.kennismaking_reden_later, casus.startgesprek_reden_later, casus.begeleiding_gestart,
    casus.zorg_zonder_vraag, casus.volgende_poging, afsluiting.soort, afsluiting.op,
    plan.id, (SELECT max(nummer) FROM planversie WHERE plan_id = plan.id), plan.gewijzigd, plan.created_at,
    plan.evaluatie_op, plan.evaluatie_uitkomst,
    CASE WHEN casus.vernietiging_geweigerd IS NULL THEN casus.vernietiging_gevraagd_op END,
    casus.woongemeente, casus.overdracht, casus.schooljaar, casus.regisseur, casus.maatje,
    casus.startgesprek_keuze, casus.startgesprek_aangeboden_op, casus.gezin_vanaf, casus.wachtcontact,
    nullif(max(
        coalesce(plan.geevalueerd_op, ''),
        coalesce((SELECT max(op) FROM meting WHERE plan_id = plan.id AND uitkomst IS NOT NULL), '')
    ), ''),
    plan.familieplan, plan.familieplan_op, plan.op_papier_gevraagd_op, plan.op_papier_gegeven_op
FROM casus
JOIN school ON school.id = casus.school_id
LEFT JOIN afsluiting ON afsluiting.casus_id = casus.id
LEFT JOIN gezinsplan AS plan ON plan.gezin_id = casus.gezin_id
{where} ORDER BY casus.nummer
"""
_OUDERS = """
SELECT casus.id, ouder.id, ouder.roepnaam, ouder.achternaam, ouderschap.gezag, ouderschap.geinformeerd_op
FROM casus JOIN casus_jongere AS band ON band.casus_id = casus.id
JOIN ouderschap ON ouderschap.jongere_id = band.persoon_id
JOIN persoon AS ouder ON ouder.id = ouderschap.ouder_id AND ouder.overleden = 0
    AND (ouderschap.soort IN ('biologisch', 'adoptie', 'voogd') OR ouderschap.gezag = 'ja')
{where} ORDER BY band.volgorde, ouderschap.rowid
"""
_GESPREKKEN = """
SELECT casus.id, gesprek.id, gesprek.soort, gesprek.staat, gesprek.start, gesprek.minuten, gesprek.plek,
    CASE WHEN gesprek.zonder_ouders = 1 AND gesprek.ouders_geinformeerd_op IS NULL
        AND gesprek.ouders_niet = '' AND gesprek.staat = 'gehouden'
    THEN coalesce(gesprek.ouders_informeren_voor, substr(gesprek.start, 1, 10)) END,
    gesprek.staat IN ('gepland', 'verzet', 'aangeboden') AND gesprek.tolk_geregeld_op IS NULL AND EXISTS (
        SELECT 1 FROM deelnemer JOIN persoon ON persoon.id = deelnemer.wie_id AND persoon.tolk = 1
        WHERE deelnemer.gesprek_id = gesprek.id),
    CASE WHEN gesprek.staat IN ('gepland', 'verzet', 'aangeboden') THEN (
        SELECT count(*) FROM deelnemer WHERE deelnemer.gesprek_id = gesprek.id
        AND deelnemer.gevraagd_op IS NULL AND deelnemer.reactie = 'geen'
        AND deelnemer.wie_id NOT IN (SELECT id FROM kernpartner WHERE ik = 1)) ELSE 0 END,
    gesprek.soort <> 'overleg' OR EXISTS (SELECT 1 FROM deelnemer WHERE deelnemer.gesprek_id = gesprek.id
        AND deelnemer.aanwezig = 1 AND deelnemer.rol IN ('jongere', 'ouder', 'gezinslid'))
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
SELECT casus.id, actie.id, actie.wat, actie.wie, actie.wanneer, ''
FROM casus JOIN gezinsplan ON gezinsplan.gezin_id = casus.gezin_id
JOIN actie ON actie.plan_id = gezinsplan.id AND actie.klaar = 0 {where} ORDER BY actie.volgorde, actie.rowid
"""
_GESPREKACTIES = """
SELECT casus.id, deelnemer.id, deelnemer.actie, deelnemer.rol, deelnemer.actie_op, gesprek.id
FROM casus JOIN gesprek ON gesprek.casus_id = casus.id AND gesprek.staat = 'gehouden'
JOIN deelnemer ON deelnemer.gesprek_id = gesprek.id AND deelnemer.actie <> '' AND deelnemer.actie_klaar = 0
{where} ORDER BY gesprek.start, deelnemer.volgorde
"""
_TERUGKOPPELINGEN = """
SELECT casus.id, afspraak.id, afspraak.partner, afspraak.niveau, afspraak.moment, afspraak.op,
    afspraak.soort
FROM casus JOIN terugkoppelafspraak AS afspraak ON afspraak.casus_id = casus.id AND afspraak.gedaan_op IS NULL
{where} ORDER BY afspraak.rowid
"""


@dataclass
class _Parts:
    """What hangs under one casus, gathered from the smaller queries."""

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
    _gather_parents(parts, rows(_OUDERS))
    _gather_talks(parts, rows(_GESPREKKEN))
    _gather_notes(parts, rows(_CONTACT), rows(_CONCEPTEN), rows(_POGINGEN))
    _gather_promises(parts, rows(_PLANACTIES), rows(_GESPREKACTIES), rows(_TERUGKOPPELINGEN))
    delen = verzamel(rows(DEELJONGEREN), rows(TOESTEMMINGEN))
    jongeren = verzamel_leeftijden(rows(JONGEREN), rows(LEEFTIJDEN))
    asked = verzamel_verzoeken(rows(VERZOEKEN))
    return tuple(
        _facts(row, parts[row[0]], delen[row[0]], jongeren[row[0]], asked[row[0]]) for row in rows(_CASUSSEN)
    )


def _gather_parents(parts: dict[str, _Parts], ouders: Iterable[Any]) -> None:
    for casus_id, ouder_id, roepnaam, achternaam, code, told in ouders:
        found = parts[casus_id].ouders
        gezag, informed = JaNeeOnbekend(code), read_day(told)
        if ouder_id in found:
            gezag = zwakste_gezag((gezag, found[ouder_id].gezag))
            informed = informed and found[ouder_id].geinformeerd_op
        found[ouder_id] = OuderFeit(ouder_id, f"{roepnaam} {achternaam}".strip(), gezag, informed)


def _gather_talks(parts: dict[str, _Parts], talks: Iterable[Any]) -> None:
    for row in talks:
        casus_id, talk_id, soort, staat, start, minuten, plek, horen_voor, tolk, niet_gevraagd, met = row
        part = parts[casus_id]
        talk = GesprekFeit(
            id=talk_id,
            soort=GesprekSoort(soort),
            staat=GesprekStaat(staat),
            start=read_moment(start),
            minuten=minuten,
            plek=plek,
            ouders_horen_voor=read_day(horen_voor),
            tolk_nodig=bool(tolk),
            niet_gevraagd=niet_gevraagd,
        )
        part.gesprekken.append(talk)
        if talk.staat is GesprekStaat.GEHOUDEN and met:  # an overleg about a family is no contact with it
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
        for casus_id, action_id, wat, wie, wanneer, talk_id in rows:
            parts[casus_id].acties.append(ActieFeit(action_id, wat, wie, read_day(wanneer), talk_id))
    for casus_id, telling_id, partner, niveau, moment, op, soort in tellings:
        kind = None if soort is None else PartnerSoort(soort)
        telling = TerugkoppelFeit(
            telling_id, partner, Niveau(niveau), TerugkoppelMoment(moment), read_day(op), kind
        )
        parts[casus_id].terugkoppelingen.append(telling)


def _facts(
    row: Any,
    part: _Parts,
    delen: Deelfeiten,
    van_jongeren: Leeftijdfeiten,
    verzoeken: tuple[VerzoekFeit, ...],
) -> CasusFeiten:
    last = max(part.contacten, default=None)
    names = van_jongeren.namen
    return CasusFeiten(
        casus_id=row[0],
        nummer=row[1],
        gezin_id=row[2],
        school_id=row[3],
        school=row[4],
        jongere=korte_naam(*names[0]) if names else "",
        jongere_naam=" en ".join(f"{roepnaam} {naam}".strip() for roepnaam, naam in names),
        klas=row[5],
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
        deeljongeren=tuple(delen.jongeren.values()),
        toestemmingen=tuple(delen.toestemmingen),
        woongemeente=row[25],
        overdracht=_stappen(row[26]),
        schooljaar=row[27],
        jongeren=tuple(van_jongeren.jongeren),
        regisseur=row[28],
        maatje=row[29],
        verzoeken=verzoeken,
        startgesprek_keuze=None if row[30] is None else RedenLater(row[30]),
        startgesprek_aangeboden_op=read_day(row[31]),
        gezin_vanaf=read_day(row[32]),
        wachtcontact=row[33],
        geevalueerd_op=read_day(row[34]),
        familieplan=Familieplan.ONBEKEND if row[35] is None else Familieplan(row[35]),
        familieplan_op=read_day(row[36]),
        op_papier_gevraagd_op=read_day(row[37]),
        op_papier_gegeven_op=read_day(row[38]),
    )


@lru_cache(maxsize=256)
def _redenen(text: str) -> tuple[Reden, ...]:
    return tuple(Reden(code) for code in json.loads(text))


@lru_cache(maxsize=64)
def _stappen(text: str) -> tuple[OverdrachtStap, ...]:
    return tuple(OverdrachtStap(code) for code in json.loads(text))


def _day(text: str) -> date:
    return date.fromisoformat(text)
