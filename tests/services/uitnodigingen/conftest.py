"""A family of secret words, in a store whose clock goes on by a minute at every look."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.instellingen import save_instellingen
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from tests.services.uitnodigingen.gezin_met_geheimen import (
    AANMELDING,
    EIGEN_EMAIL,
    OUDER_EEN,
    OUDER_TWEE,
    PARTNER_EEN,
    PARTNER_TWEE,
    SCHOOL,
)


@dataclass
class LopendeKlok:
    """Monday 23 November 2026, ten o'clock in Amsterdam, and a minute later each time."""

    _minuten: count[int] = field(default_factory=count)

    def nu(self) -> datetime:
        start = datetime(2026, 11, 23, 10, tzinfo=AMSTERDAM).astimezone(UTC)
        return start + timedelta(minutes=next(self._minuten))

    def vandaag(self) -> date:
        return date(2026, 11, 23)


@dataclass(frozen=True)
class Tafel:
    """A casus, and by which id each is invited."""

    sessie: Sessie
    casus_id: str
    jongere: str
    ouders: tuple[str, str]
    ik: str
    partners: tuple[str, str, str]
    """Leerplicht and passend onderwijs with an address, the jeugdarts without."""

    @property
    def allen(self) -> tuple[str, ...]:
        """Everybody, in the order in which they are asked."""
        return (self.ik, *self.partners, "mentor", self.jongere, *self.ouders)

    @property
    def adressen(self) -> dict[str, str]:
        """Id -> address of who has one."""
        family = zip(self.ouders, (OUDER_EEN, OUDER_TWEE), strict=True)
        partners = zip(self.partners, (PARTNER_EEN, PARTNER_TWEE), strict=False)
        return {self.ik: EIGEN_EMAIL, **dict(family), **dict(partners)}


@pytest.fixture
def tafel(store: Store) -> Tafel:
    """Both parents with an address each, the jongere and the mentor without."""
    sessie = Sessie(store, LopendeKlok())
    save_instellingen(sessie, naam="Hadewych Pietersma", email=EIGEN_EMAIL, telefoon="06-55500001")
    school = save_school(sessie, SCHOOL)
    casus_id = register_aanmelding(sessie, AANMELDING).casus_id
    jongere, een, twee = (persoon.id for persoon in get_casus(sessie, casus_id).personen)
    ik, *partners = (partner.id for partner in school.kernteam)
    return Tafel(sessie, casus_id, jongere, (een, twee), ik, (partners[0], partners[1], partners[2]))
