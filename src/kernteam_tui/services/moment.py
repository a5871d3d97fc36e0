"""A moment for a startgesprek, with the words for a list: who can come, who cannot, and why this one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kernteam_tui.domain.planning.situatie import Tafel
from kernteam_tui.domain.planning.woorden import naam_van


@dataclass(frozen=True)
class Moment:
    """A moment that can be proposed. `start` is UTC."""

    start: datetime
    minuten: int
    ruimte: str
    """The room; empty where the school has none."""
    plek: str
    wie: tuple[str, ...]
    """Ids of who is asked, as `plan_gesprek` takes them: of the kernteam, the mentor and the family."""
    erbij: str
    niet_erbij: str
    kenmerken: tuple[str, ...]
    uitleg: str


def maak_moment(
    tafel: Tafel,
    school: str,
    start: datetime,
    *,
    ruimte: str | None,
    erbij: Iterable[str],
    wie: Iterable[str],
    kenmerken: Iterable[str],
    uitleg: str,
) -> Moment:
    """The moment in words. `erbij` holds the ids of everybody who can come, `school` is its name."""
    komen = set(erbij)
    partners = [lid for lid in tafel.kernteam if lid in tafel.partners]
    return Moment(
        start=start,
        minuten=tafel.casus.minuten,
        ruimte=ruimte or "",
        plek=f"{school}, kamer {ruimte}" if ruimte else school,
        wie=tuple(wie),
        erbij=", ".join(naam_van(tafel, lid) for lid in partners if lid in komen),
        niet_erbij=", ".join(naam_van(tafel, lid) for lid in partners if lid not in komen),
        kenmerken=tuple(kenmerken),
        uitleg=uitleg,
    )
