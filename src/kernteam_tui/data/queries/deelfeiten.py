"""The facts that the rules of consent ask of all cases at once: two SELECTs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kernteam_tui.data.queries.waarden import read_day
from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau
from kernteam_tui.domain.deelcodes import Onderwerp
from kernteam_tui.domain.delen.beslissers import Gezagsdrager
from kernteam_tui.domain.feiten import DeelJongereFeit, ToestemmingFeit
from kernteam_tui.domain.gezinscodes import OuderSoort, PartnerSoort

DEELJONGEREN = """
SELECT casus.id, jongere.id, jongere.geboortedatum, jongere.geboortejaar, jongere.wilsonbekwaam,
    jongere.gezagsconflict, ouder.id, ouderschap.soort, ouderschap.gezag
FROM casus JOIN casus_jongere AS band ON band.casus_id = casus.id
    AND (EXISTS (SELECT 1 FROM toestemming WHERE toestemming.casus_id = casus.id)
        OR EXISTS (SELECT 1 FROM terugkoppelafspraak AS belooft
            WHERE belooft.casus_id = casus.id AND belooft.gedaan_op IS NULL))
JOIN persoon AS jongere ON jongere.id = band.persoon_id
LEFT JOIN ouderschap ON ouderschap.jongere_id = jongere.id
LEFT JOIN persoon AS ouder ON ouder.id = ouderschap.ouder_id AND ouder.overleden = 0
{where} ORDER BY band.volgorde, ouderschap.rowid
"""
"""`{where}` is the condition on `casus`."""
TOESTEMMINGEN = """
SELECT casus.id, rij.id, rij.jongere_id, rij.gever_id, rij.gever_naam, rij.partner, rij.partner_naam,
    rij.partner_id, rij.onderwerp, rij.niveau, rij.op, rij.tot
FROM casus JOIN toestemming AS rij ON rij.casus_id = casus.id AND rij.ingetrokken_op IS NULL
{where} ORDER BY rij.rowid
"""


@dataclass
class Deelfeiten:
    """What hangs under one casus, gathered from both queries."""

    jongeren: dict[str, DeelJongereFeit] = field(default_factory=dict)
    toestemmingen: list[ToestemmingFeit] = field(default_factory=list)


def verzamel(jongeren: Iterable[Any], toestemmingen: Iterable[Any]) -> Mapping[str, Deelfeiten]:
    """The rows of both queries by id of the casus; one that has none gets an empty value."""
    found: defaultdict[str, Deelfeiten] = defaultdict(Deelfeiten)
    for casus_id, *row in jongeren:
        _neem_jongere(found[casus_id].jongeren, row)
    for casus_id, *row in toestemmingen:
        found[casus_id].toestemmingen.append(_toestemming(row))
    return found


def _neem_jongere(jongeren: dict[str, DeelJongereFeit], row: list[Any]) -> None:
    jongere_id, born, year, unable, conflict, ouder_id, soort, gezag = row
    jongere = jongeren.get(jongere_id) or DeelJongereFeit(
        jongere_id, read_day(born), year, bool(unable), bool(conflict), ()
    )
    if ouder_id is not None:
        drager = Gezagsdrager(ouder_id, OuderSoort(soort), JaNeeOnbekend(gezag))
        jongere = replace(jongere, dragers=(*jongere.dragers, drager))
    jongeren[jongere_id] = jongere


def _toestemming(row: list[Any]) -> ToestemmingFeit:
    id_, jongere_id, gever_id, gever_naam, partner, partner_naam, partner_id, onderwerp, niveau, op, tot = row
    day = read_day(op)
    assert day is not None  # the column is NOT NULL
    return ToestemmingFeit(
        id=id_,
        jongere_id=jongere_id,
        gever_id=gever_id,
        gever_naam=gever_naam,
        partner=PartnerSoort(partner),
        partner_naam=partner_naam,
        partner_id=partner_id,
        onderwerp=Onderwerp(onderwerp),
        niveau=Niveau(niveau),
        op=day,
        tot=read_day(tot),
    )
