"""Who of a kernteam is in on a day: the weekly pattern, minus who is away, plus who comes instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from kernteam_tui.domain.codes import Dagdeel, Rol
from kernteam_tui.domain.instellingen import Vrijedag
from kernteam_tui.domain.plancodes import Afwezigreden
from kernteam_tui.domain.school import Aanwezigheid

IK = "ik"
"""Who the user is in every kernteam."""


class Partner(Protocol):
    """A member of a kernteam: the record, or a frozen value of it."""

    @property
    def id(self) -> str: ...
    @property
    def rol(self) -> Rol: ...
    @property
    def naam(self) -> str: ...
    @property
    def ik(self) -> bool: ...
    @property
    def aanwezig(self) -> tuple[Aanwezigheid, ...]: ...


class Kernteam(Protocol):
    """Whatever holds a kernteam: a School, or a frozen value of one."""

    @property
    def kernteam(self) -> Sequence[Partner]: ...


class Weg(Protocol):
    """Somebody is away: an Afwezigheid, or a frozen value of one."""

    @property
    def partner_id(self) -> str: ...
    @property
    def vervanger_id(self) -> str | None: ...
    @property
    def reden(self) -> Afwezigreden: ...
    def geldt_op(self, dag: date, dagdeel: Dagdeel) -> bool: ...


def zelfde_mens(partner: Partner) -> str:
    """A key that is equal for one person in the kernteams of two schools.

    The user is one everywhere. Somebody else is known by role and name; without a name nobody can tell, and
    then everybody is somebody else.
    """
    if partner.ik:
        return IK
    naam = " ".join(partner.naam.split()).casefold()
    return f"{partner.rol}:{naam}" if naam else partner.id


class Rooster:
    """Who is in, for the kernteams of all schools together.

    Somebody who is away is away at every school. A replacement is in when the one replaced would have been,
    at that school only.
    """

    def __init__(
        self,
        scholen: Iterable[Kernteam],
        afwezigheden: Iterable[Weg] = (),
        vrije_dagen: Iterable[Vrijedag] = (),
    ) -> None:
        self._partners = {p.id: p for school in scholen for p in school.kernteam}
        self._weg: dict[str, list[Weg]] = {}
        self._invallers: dict[str, list[Weg]] = {}
        self._vrij = tuple(vrije_dagen)
        for afwezigheid in afwezigheden:
            partner = self._partners.get(afwezigheid.partner_id)
            if partner is None:
                continue
            self._weg.setdefault(zelfde_mens(partner), []).append(afwezigheid)
            if afwezigheid.vervanger_id:
                self._invallers.setdefault(afwezigheid.vervanger_id, []).append(afwezigheid)

    def dagdelen(self, partner: Partner, dag: date) -> tuple[Dagdeel, ...]:
        """The parts of this day on which somebody is in at the school of this kernteam."""
        deel = {d for d in self._volgens_patroon(partner, dag) if self.waarom_weg(partner, dag, d) is None}
        deel |= {d for d in self._als_invaller(partner, dag) if self.waarom_weg(partner, dag, d) is None}
        return tuple(d for d in Dagdeel if d in deel)

    def waarom_weg(self, partner: Partner, dag: date, dagdeel: Dagdeel) -> str | None:
        """Why somebody is away then, in a few Dutch words; None where nothing is known."""
        if partner.ik and any(vrij.van <= dag <= vrij.tot_en_met for vrij in self._vrij):
            return "vrij"
        for afwezigheid in self._weg.get(zelfde_mens(partner), ()):
            if afwezigheid.geldt_op(dag, dagdeel):
                return afwezigheid.reden.label
        return None

    def _volgens_patroon(self, partner: Partner, dag: date) -> Iterator[Dagdeel]:
        return (deel.dagdeel for deel in partner.aanwezig if deel.geldt_op(dag))

    def _als_invaller(self, partner: Partner, dag: date) -> Iterator[Dagdeel]:
        for afwezigheid in self._invallers.get(partner.id, ()):
            vervangen = self._partners[afwezigheid.partner_id]
            for dagdeel in self._volgens_patroon(vervangen, dag):
                if afwezigheid.geldt_op(dag, dagdeel):
                    yield dagdeel


def samen(school: Kernteam, rooster: Rooster, dag: date) -> dict[Dagdeel, int]:
    """How many of the kernteam other than gezinswerkers are in, per part of the day (S11)."""
    aantal = dict.fromkeys(Dagdeel, 0)
    for partner in school.kernteam:
        if partner.rol is Rol.GEZINSWERKER:
            continue
        for dagdeel in rooster.dagdelen(partner, dag):
            aantal[dagdeel] += 1
    return aantal
