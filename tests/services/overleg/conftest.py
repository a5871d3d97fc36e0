"""A school with a fixed overleg on Monday at nine, and families that a partner may hear of or not."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from kernteam_tui.domain.codes import Dag, Niveau
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.schooltijd import Overlegmoment
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.schooltijden import Schooltijden, save_schooltijden
from kernteam_tui.services.sessie import Sessie

MAANDAG_NEGEN = datetime(2026, 11, 23, 9, tzinfo=AMSTERDAM)


@pytest.fixture
def overlegschool(sessie: Sessie, school: SchoolBeeld) -> SchoolBeeld:
    """De Brug, that meets each Monday at nine."""
    save_schooltijden(sessie, school.id, Schooltijden(overleg=Overlegmoment(Dag.MA, time(9), 60)))
    return school


def meld_aan(sessie: Sessie, roepnaam: str, **anders: Any) -> str:
    """A casus of De Brug; its id."""
    gegevens = {
        "jongere": {"roepnaam": roepnaam, "achternaam": "Yilmaz", "geboortedatum": "2012-05-04"},
        "ouders": [{"naam": "Fatma Yilmaz", "gezag": "ja", "woont_bij": True}],
        "school": "De Brug",
        "klas": "3B",
        "aangemeld": "2026-11-20",
        "redenen": ["thuiszitten"],
    }
    return register_aanmelding(sessie, gegevens | anders).casus_id


def geef_toestemming(
    sessie: Sessie, casus_id: str, partner: PartnerSoort, niveau: Niveau, naam: str = ""
) -> None:
    """Everybody of the family agrees that this partner knows so much."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        for jongere in casus.jongeren:
            for gever in gezin.personen:
                uow.toestemmingen.add(
                    Toestemming(
                        casus_id=casus_id,
                        jongere_id=jongere.id,
                        gever_id=gever.id,
                        partner=partner,
                        partner_naam=naam,
                        niveau=niveau,
                        op=date(2026, 11, 20),
                    )
                )
        uow.commit()


def van_rol(school: SchoolBeeld, rol: str) -> str:
    """Id of the member with that role."""
    return next(partner.id for partner in school.kernteam if partner.rol == rol)
