"""The jongeren of the casussen with the birthdays and domains that were talked about: two SELECTs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kernteam_tui.data.queries.waarden import read_day
from kernteam_tui.domain.deelcodes import Leeftijdsgrens, Toekomstdomein
from kernteam_tui.domain.feiten import JongereFeit, LeeftijdstapFeit

JONGEREN = """
SELECT casus.id, persoon.id, persoon.roepnaam, persoon.achternaam, persoon.geboortedatum
FROM casus JOIN casus_jongere AS band ON band.casus_id = casus.id JOIN persoon ON persoon.id = band.persoon_id
{where} ORDER BY band.volgorde
"""
LEEFTIJDEN = """
SELECT casus.id, stap.jongere_id, stap.grens, stap.domein, stap.jongere, stap.ouders
FROM casus JOIN (
    SELECT casus_id, jongere_id, grens, NULL AS domein, jongere_verteld_op IS NOT NULL AS jongere,
        ouders_verteld_op IS NOT NULL OR trim(ouders_niet) <> '' AS ouders
    FROM leeftijdstap
    UNION ALL
    SELECT casus_id, jongere_id, NULL, domein, NULL, NULL FROM toekomst WHERE besproken_op IS NOT NULL
) AS stap ON stap.casus_id = casus.id {where}
"""
"""A birthday (`grens`) or a domain of the plan for 16 to 27 (`domein`) in each row."""


@dataclass
class Leeftijdfeiten:
    """The jongeren of one casus, in order."""

    jongeren: list[JongereFeit] = field(default_factory=list)
    namen: list[tuple[str, str]] = field(default_factory=list)
    """Roepnaam and achternaam."""


def verzamel(jongeren: Iterable[Any], stappen: Iterable[Any]) -> Mapping[str, Leeftijdfeiten]:
    """By id of the casus; an unknown one is empty."""
    told: defaultdict[tuple[str, str], list[LeeftijdstapFeit]] = defaultdict(list)
    discussed: defaultdict[tuple[str, str], set[Toekomstdomein]] = defaultdict(set)
    for casus_id, jongere_id, grens, domein, jongere, ouders in stappen:
        if grens is None:
            discussed[casus_id, jongere_id].add(Toekomstdomein(domein))
        else:
            step = LeeftijdstapFeit(Leeftijdsgrens(grens), bool(jongere), bool(ouders))
            told[casus_id, jongere_id].append(step)
    found: defaultdict[str, Leeftijdfeiten] = defaultdict(Leeftijdfeiten)
    for casus_id, jongere_id, roepnaam, achternaam, born in jongeren:
        key = casus_id, jongere_id
        fact = JongereFeit(jongere_id, roepnaam, read_day(born), tuple(told[key]), frozenset(discussed[key]))
        found[casus_id].jongeren.append(fact)
        found[casus_id].namen.append((roepnaam, achternaam))
    return found
