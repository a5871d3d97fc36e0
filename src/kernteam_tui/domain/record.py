"""What every stored record has."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from kernteam_tui.domain.ids import new_id


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(kw_only=True, eq=False)
class Record:
    """A stored thing: identity, revision and two moments.

    `revision` is raised by the store at each save; a save with an old revision is refused.
    `created_at` and `updated_at` are UTC and set by the store.
    """

    id: str = field(default_factory=new_id)
    revision: int = 0
    created_at: datetime = field(default_factory=_now)
    updated_at: datetime = field(default_factory=_now)
