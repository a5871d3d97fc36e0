"""What a genogram is made of: people, who is whose child, couples, households, how it is between people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from kernteam_tui.domain.gezinscodes import Geslacht, OuderSoort, RelatieKwaliteit, RelatieSoort


@dataclass(frozen=True)
class Lid:
    """One person. `leeftijd` is in years on the day of the drawing; of the dead, the age they reached."""

    id: str
    naam: str
    geslacht: Geslacht = Geslacht.ONBEKEND
    geboortejaar: int | None = None
    leeftijd: int | None = None
    overleden: bool = False
    sterfjaar: int | None = None
    jongere: bool = False
    """Whether the drawing is about this person; there may be more than one (siblings)."""


@dataclass(frozen=True)
class Kindschap:
    """`ouder_id` is a parent of `kind_id`, in this way."""

    kind_id: str
    ouder_id: str
    soort: OuderSoort = OuderSoort.BIOLOGISCH


@dataclass(frozen=True)
class Koppel:
    """Two people are or were a couple, in years. Who came together again has two of these."""

    a_id: str
    b_id: str
    soort: RelatieSoort
    sinds: int | None = None
    tot: int | None = None


@dataclass(frozen=True)
class Tweeling:
    """Two or more children of one birth."""

    kind_ids: tuple[str, ...]


@dataclass(frozen=True)
class Band:
    """How it is between two people."""

    a_id: str
    b_id: str
    kwaliteit: RelatieKwaliteit


@dataclass(frozen=True)
class Verwantschap:
    """`van_id` is this to `naar_id`, where nothing is drawn that says so: `oma`, of nobody knows
    which side."""

    van_id: str
    naar_id: str
    woord: str


@dataclass(frozen=True)
class Woonkring:
    """A household; a child may live in two."""

    id: str
    naam: str
    leden: tuple[str, ...]


@dataclass(frozen=True)
class Stamboom:
    """The facts of one family.

    Their order counts where ages do not: who was added later stands later. Raises ValueError for an id that
    is used twice or is of nobody in `leden`, for somebody with themselves, for a koppel that is none, and for
    a child of two births.
    """

    leden: tuple[Lid, ...]
    kindschappen: tuple[Kindschap, ...] = ()
    koppels: tuple[Koppel, ...] = ()
    tweelingen: tuple[Tweeling, ...] = ()
    banden: tuple[Band, ...] = ()
    woonkringen: tuple[Woonkring, ...] = ()
    verwantschappen: tuple[Verwantschap, ...] = ()

    def __post_init__(self) -> None:
        ids = {lid.id for lid in self.leden}
        if len(ids) != len(self.leden):
            raise ValueError("the same person twice")
        if not ids.issuperset(chain.from_iterable(self._genoemd())):
            raise ValueError("a relation of somebody who is not there")
        if any(eerste == tweede for eerste, tweede in self._paren()):
            raise ValueError("a relation of somebody with themselves")
        if any(koppel.soort not in _KOPPELSOORTEN for koppel in self.koppels):
            raise ValueError("not a couple")
        together = [kind for tweeling in self.tweelingen for kind in set(tweeling.kind_ids)]
        if len(together) != len(set(together)):
            raise ValueError("one child of two births")

    def lid(self, lid_id: str) -> Lid:
        """The person with this id. Raises KeyError."""
        for lid in self.leden:
            if lid.id == lid_id:
                return lid
        raise KeyError(lid_id)

    def _paren(self) -> Iterator[tuple[str, str]]:
        yield from ((kind.kind_id, kind.ouder_id) for kind in self.kindschappen)
        yield from ((koppel.a_id, koppel.b_id) for koppel in self.koppels)
        yield from ((band.a_id, band.b_id) for band in self.banden)
        yield from ((tie.van_id, tie.naar_id) for tie in self.verwantschappen)

    def _genoemd(self) -> Iterator[tuple[str, ...]]:
        yield from self._paren()
        yield from (tweeling.kind_ids for tweeling in self.tweelingen)
        yield from (kring.leden for kring in self.woonkringen)


_KOPPELSOORTEN = frozenset(soort for soort in RelatieSoort if soort.koppel)
