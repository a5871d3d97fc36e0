"""Where a talk is held: what an invitation may say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kernteam_tui.domain.codes import GesprekSoort

_OFFICE = re.compile(
    r"\b(school|kamer|lokaal|ruimte|spreekkamer|aula|mediatheek|kantoor|buurtteam|gemeentehuis|stadskantoor|"
    r"college|lyceum|k\.)",
    re.IGNORECASE,
)


def is_op_school(plek: str, soort: GesprekSoort, school: str, ruimtes: Iterable[str] = ()) -> bool:
    """Whether this is a school or an office, so that its name may stand in an invitation (contract 5).

    A place that is not recognised counts as somewhere else: a home address must never leave by accident.
    """
    if soort is GesprekSoort.HUISBEZOEK or not plek.strip():
        return False
    folded = plek.casefold()
    if school and school.casefold() in folded:
        return True
    if any(ruimte and ruimte.casefold() in folded.split() for ruimte in ruimtes):
        return True
    return bool(_OFFICE.search(plek))
