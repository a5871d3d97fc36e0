"""What was asked about a file and is not handled yet: one SELECT for all cases at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kernteam_tui.data.queries.waarden import read_day
from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.domain.feiten import VerzoekFeit

VERZOEKEN = """
SELECT casus.id, verzoek.id, verzoek.soort, verzoek.op
FROM casus JOIN verzoek ON verzoek.casus_id = casus.id AND verzoek.uitkomst IS NULL
{where} ORDER BY verzoek.op, verzoek.rowid
"""
"""`{where}` is the condition on `casus`."""


def verzamel(rows: Iterable[Any]) -> Mapping[str, tuple[VerzoekFeit, ...]]:
    """By id of the casus; one without an open request gets none."""
    found: defaultdict[str, tuple[VerzoekFeit, ...]] = defaultdict(tuple)
    for casus_id, request_id, soort, op in rows:
        day = read_day(op)
        assert day is not None  # the column is NOT NULL
        found[casus_id] += (VerzoekFeit(request_id, VerzoekSoort(soort), day),)
    return found
