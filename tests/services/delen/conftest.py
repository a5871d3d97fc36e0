"""Sami of fourteen, with two parents who have gezag; his startgesprek was held and the help began."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest

from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, Niveau, TerugkoppelMoment
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gesprekken import (
    GesprekGegevens,
    TerugkoppelBeeld,
    Uitkomst,
    leg_gesprek_vast,
    plan_gesprek,
)
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toestemmingbeeld import ToestemmingGegevens
from kernteam_tui.services.toestemmingen import geef_toestemming
from tests.services.conftest import AANMELDING

GESPREK = datetime(2026, 11, 23, 8, 30, tzinfo=AMSTERDAM)
OP = date(2026, 11, 23)


@dataclass(frozen=True)
class Thuis:
    """One family, with the ids that a test asks for."""

    sessie: Sessie
    casus_id: str
    sami: str
    fatma: str
    mehmet: str

    def geef(self, *gevers: str, **anders: Any) -> None:
        """These people agree that leerplicht knows whether the help runs."""
        gegevens: dict[str, Any] = {
            "jongere_id": self.sami,
            "gevers": gevers,
            "partner": PartnerSoort.LEERPLICHT,
            "niveau": Niveau.GESTART_GESTOPT,
            "op": OP,
            "tot": date(2027, 11, 23),
            **anders,
        }
        geef_toestemming(self.sessie, self.casus_id, ToestemmingGegevens(**gegevens))

    @property
    def allen(self) -> tuple[str, str, str]:
        """Everybody who must agree."""
        return self.sami, self.fatma, self.mehmet

    def afspraak(self, partner: str = "leerplicht") -> str:
        """Id of the agreement with this partner."""
        casus = get_casus(self.sessie, self.casus_id)
        return next(t.id for t in casus.terugkoppelingen if t.partner == partner)


@pytest.fixture
def thuis(sessie: Sessie, school: SchoolBeeld) -> Thuis:
    assert school.kernteam
    return meld_gezin_aan(sessie)


def meld_gezin_aan(sessie: Sessie, geboren: str = "2012-05-04") -> Thuis:
    """The family; the help began this morning, and leerplicht hears that it did."""
    ouders = [
        {"naam": "Fatma Yilmaz", "gezag": "ja", "woont_bij": True},
        {"naam": "Mehmet Yilmaz", "gezag": "ja"},
    ]
    jongere = {"roepnaam": "Sami", "achternaam": "Yilmaz", "geboortedatum": geboren}
    casus_id = register_aanmelding(
        sessie, {**AANMELDING, "jongere": jongere, "ouders": ouders}, toch=True
    ).casus_id
    talk = plan_gesprek(sessie, casus_id, GesprekGegevens(GesprekSoort.STARTGESPREK, GESPREK, 60))
    afspraak = TerugkoppelBeeld(
        "leerplicht",
        Niveau.GESTART_GESTOPT,
        TerugkoppelMoment.BIJ_START,
        None,
        soort=PartnerSoort.LEERPLICHT,
    )
    leg_gesprek_vast(
        sessie, talk.id, talk.revision, Uitkomst(GesprekStaat.GEHOUDEN, terugkoppelafspraken=(afspraak,))
    )
    people = {p.naam.split()[0]: p.id for p in get_casus(sessie, casus_id).personen}
    return Thuis(sessie, casus_id, people["Sami"], people["Fatma"], people["Mehmet"])
