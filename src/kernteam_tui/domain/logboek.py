"""Who opened, changed, exported: names of fields, never their content."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from kernteam_tui.domain.codes import LogSoort


@dataclass(frozen=True)
class LogRegel:
    """One line for the log. Lines are only ever added."""

    soort: LogSoort
    wat: str = ""
    """What was opened or exported, or which fields changed; no content, no names."""
    casus_id: str | None = None
    voor: str = ""
    """To whom it went: a role, never a name."""


def velden_die_verschillen(oud: Any, nieuw: Any) -> str:
    """Names of the fields in which two values of one dataclass differ, as a line of the log names them."""
    names = (veld.name for veld in fields(nieuw))
    changed = [name for name in names if getattr(oud, name) != getattr(nieuw, name)]
    return ", ".join(name.replace("_", " ") for name in changed)
