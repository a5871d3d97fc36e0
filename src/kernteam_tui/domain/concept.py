"""What is half typed: bound to one form or record, so it never shows up in another."""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.record import Record

PLEKKEN = "plekken"
"""Key of the draft that holds where the user was when the app locked: also what was being searched for."""

DELEN_VAN_PLAN = ("doel:", "actie:")
"""How the keys of drafts begin that are of one part of a shared plan; they end with its id, or with NIEUW."""
HEEL_PLAN = "planevaluatie:"
"""How the key of a draft begins that holds words about every goal of a shared plan."""
NIEUW = "nieuw"


@dataclass(kw_only=True, eq=False)
class Concept(Record):
    """A draft. `sleutel` is unique: the form and the record it belongs to."""

    sleutel: str
    inhoud: str
    """JSON text of the form's draft value."""
