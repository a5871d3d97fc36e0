"""The invitations of several talks at once: what lies ready, and one step that writes all files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.services.gesprekken import GesprekBeeld, get_gesprek
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.uitnodigingen import (
    UitnodigingUitkomst,
    get_uitnodigingen,
    schrijf_uitnodigingen,
)


@dataclass(frozen=True)
class Weekpost:
    """A talk and its invitations."""

    gesprek: GesprekBeeld
    uitnodigingen: UitnodigingUitkomst

    @property
    def nog_schrijven(self) -> bool:
        """A file of it does not stand on the disk."""
        return any(not bestand.geschreven for bestand in self.uitnodigingen.bestanden)


def nog_te_houden(sessie: Sessie, gesprek_ids: Iterable[str]) -> tuple[str, ...]:
    """Those of these talks that are still there and still have to be held, in the same order."""
    return tuple(gesprek.id for gesprek in _die_er_zijn(sessie, gesprek_ids) if gesprek.staat.nog_te_houden)


def lees_weekpost(sessie: Sessie, gesprek_ids: Iterable[str]) -> tuple[Weekpost, ...]:
    """The invitations of these talks, by start. A talk that is gone by now is left out."""
    post = (
        Weekpost(gesprek, get_uitnodigingen(sessie, gesprek.id))
        for gesprek in _die_er_zijn(sessie, gesprek_ids)
    )
    return tuple(sorted(post, key=lambda een: (een.gesprek.start, een.gesprek.casus)))


def schrijf_weekpost(sessie: Sessie, gesprek_ids: Iterable[str]) -> tuple[Weekpost, ...]:
    """Write the files of these talks that are not on the disk yet.

    Raises MapNietSchrijfbaar, SchijfVol; what was written before stays.
    """
    ids = tuple(gesprek_ids)
    for post in lees_weekpost(sessie, ids):
        if post.nog_schrijven:
            schrijf_uitnodigingen(sessie, post.gesprek.id)
    return lees_weekpost(sessie, ids)


def _die_er_zijn(sessie: Sessie, gesprek_ids: Iterable[str]) -> Iterator[GesprekBeeld]:
    for gesprek_id in gesprek_ids:
        try:
            yield get_gesprek(sessie, gesprek_id)
        except NietGevonden:  # taken back, or its casus was erased
            continue
