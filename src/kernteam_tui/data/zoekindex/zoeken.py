"""Full-text search: any text is a valid query, the last word counts as a beginning, accents do not matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from kernteam_tui.data.zoekindex.fragment import Markeringen, cut, inside_pattern, words_pattern
from kernteam_tui.data.zoekindex.letters import same_name_key
from kernteam_tui.data.zoekindex.woordenlijst import woordenlijst_van
from kernteam_tui.data.zoekindex.zoekrijen import clean, flatten
from kernteam_tui.domain.gezin import korte_naam

MOST_WORDS = 16
"""Words of a query beyond this number are left out."""
LONGEST_WORD = 80
COMPOUND_LETTERS = 4
"""A single word of this length is also looked for inside longer words (`gezin` in `pleeggezin`)."""

_HITS = """
SELECT hit.bron_id, casus.id, casus.nummer, persoon.roepnaam, persoon.achternaam, hit.soort, hit.onderdeel,
    hit.datum, hit.titel, hit.tekst
FROM ({found} ORDER BY bron.soort <> 'casus', bron.datum DESC, bron.nr DESC LIMIT ?2) AS gevonden
JOIN zoektekst AS hit ON hit.nr = gevonden.nr
JOIN casus ON casus.id = coalesce(hit.casus_id, (
    SELECT eigen.id FROM casus AS eigen LEFT JOIN afsluiting ON afsluiting.casus_id = eigen.id
    WHERE eigen.gezin_id = hit.gezin_id
    ORDER BY afsluiting.id IS NOT NULL, eigen.aangemeld DESC, eigen.nummer DESC LIMIT 1))
LEFT JOIN persoon ON persoon.id = (
    SELECT persoon_id FROM casus_jongere WHERE casus_id = casus.id ORDER BY volgorde LIMIT 1)
ORDER BY hit.soort <> 'casus', hit.datum DESC, hit.nr DESC
"""
_BY_WORDS = _HITS.format(
    found="""SELECT bron.nr FROM zoekindex
    CROSS JOIN zoektekst AS bron INDEXED BY ix_zoektekst_nr ON bron.nr = zoekindex.rowid
    WHERE zoekindex MATCH ?1"""
)


@dataclass(frozen=True)
class Treffer:
    """One place where the words stand. `soort` is casus, notitie, gesprek or plan.

    What is found in a plan names the newest open casus of its gezin. `fragment` is plain text on one
    line; `markeringen` are the (begin, eind) of what was found in it.
    """

    casus_id: str
    nummer: str
    jongere: str
    """Short name of the (first) jongere, `Sami Y.`"""
    soort: str
    bron_id: str
    """Id of the casus, notitie, gesprek, or of the onderdeel, doel or actie of a plan."""
    datum: date
    titel: str
    fragment: str
    markeringen: Markeringen
    onderdeel: str
    """For a plan: the key of the section, or `doelen` or `acties`; else empty."""


def zoek(conn: Connection, woorden: str, aantal: int = 20) -> tuple[Treffer, ...]:
    """Where all these words stand: casussen first, then the newest; nothing without a letter or digit."""
    words = _words(woorden)
    if not words or aantal < 1:
        return ()
    pattern = words_pattern(words)
    rows = conn.exec_driver_sql(_BY_WORDS, (_match(words), aantal))
    hits = [_hit(row, pattern) for row in rows]
    if len(hits) < aantal and len(words) == 1 and len(words[0]) >= COMPOUND_LETTERS:
        known = {hit.bron_id for hit in hits}
        more = _inside(conn, words[0], aantal + len(known))
        hits += [hit for hit in more if hit.bron_id not in known]
    return tuple(hits[:aantal])


def _words(text: str) -> list[str]:
    found = [word[:LONGEST_WORD] for word in clean(text).split()]
    return [word for word in found if any(letter.isalnum() for letter in word)][:MOST_WORDS]


def _match(words: Sequence[str]) -> str:
    """The query for FTS5: each word quoted, so that nothing in it is read as an operator."""
    *whole, last = words
    return " AND ".join([*(_term(word, "") for word in whole), _term(last, "*")])


def _term(word: str, star: str) -> str:
    ways = dict.fromkeys([word, *flatten(word).split()])
    quoted = ['"' + way.replace('"', '""') + '"' + star for way in ways]
    return "(" + " OR ".join(quoted) + ")"


def _inside(conn: Connection, word: str, aantal: int) -> list[Treffer]:
    """Hits of a word within longer words: first which words those are, then where they stand."""
    words = woordenlijst_van(conn.engine).met(same_name_key(word), conn)
    if not words:
        return []
    query = " OR ".join(f'"{found}"' for found in words)
    pattern = inside_pattern(word)
    return [_hit(row, pattern) for row in conn.exec_driver_sql(_BY_WORDS, (query, aantal))]


def _hit(row: Any, pattern: re.Pattern[str]) -> Treffer:
    fragment = cut(row[9], pattern)
    return Treffer(
        casus_id=row[1],
        nummer=row[2],
        jongere=korte_naam(row[3] or "", row[4] or ""),
        soort=row[5],
        bron_id=row[0],
        datum=date.fromisoformat(row[7]),
        titel=row[8],
        fragment=fragment.tekst,
        markeringen=fragment.markeringen,
        onderdeel=row[6],
    )
