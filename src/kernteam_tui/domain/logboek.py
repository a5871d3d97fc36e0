"""Who opened, changed, exported: names of fields, never their content."""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.record import Record


@dataclass(kw_only=True, eq=False)
class LogRegel(Record):
    """One line of the log; `created_at` is its moment. Lines are only ever added."""

    soort: LogSoort
    casus_id: str | None = None
    wat: str = ""
    """What was opened or exported, or which fields changed; no content, no names."""
    voor: str = ""
    """To whom it went: a role, never a name."""
