"""The screens of the overleg on a real store."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import Dag, Niveau
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.klok import Klok
from kernteam_tui.domain.schooltijd import Overlegmoment
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.screens.overleg.aanwezig import OverlegAanwezigScreen
from kernteam_tui.screens.overleg.agenda import OverlegScreen
from kernteam_tui.screens.overleg.eerdere import OverlegEerdereScreen
from kernteam_tui.screens.overleg.eigen import OverlegEigenScreen
from kernteam_tui.screens.overleg.moment import OverlegMomentScreen
from kernteam_tui.screens.overleg.papier import OverlegPapierScreen
from kernteam_tui.screens.overleg.punt import OverlegPuntScreen
from kernteam_tui.screens.school.scherm import SchoolScreen
from kernteam_tui.screens.vandaag import VandaagScreen
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.school import SchoolBeeld, list_scholen
from kernteam_tui.services.schooltijden import Schooltijden, save_schooltijden
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinnen import doelscherm
from tests.ui.hulpmiddel import zet_schermen
from tests.ui.schoolgezin import SCHOOL, maak_school


@pytest.fixture(autouse=True)
def _schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(
        monkeypatch,
        {
            "vandaag": VandaagScreen,
            "school": SchoolScreen,
            "overleg": OverlegScreen,
            "overleg_aanwezig": OverlegAanwezigScreen,
            "overleg_eerdere": OverlegEerdereScreen,
            "overleg_eigen": OverlegEigenScreen,
            "overleg_moment": OverlegMomentScreen,
            "overleg_papier": OverlegPapierScreen,
            "overleg_punt": OverlegPuntScreen,
            "casus": doelscherm("casus"),
        },
    )


@pytest.fixture
def sessie(store: Store, klok: Klok) -> Sessie:
    return Sessie(store, klok)


@pytest.fixture
def school(sessie: Sessie) -> SchoolBeeld:
    """Ik, Lia (leerplicht) and Jo (JGZ), who meet on Monday at nine."""
    maak_school(sessie)
    (school,) = list_scholen(sessie)
    save_schooltijden(sessie, school.id, Schooltijden(overleg=Overlegmoment(Dag.MA, time(9), 60)))
    return school


def maak_casus(sessie: Sessie, roepnaam: str, achternaam: str = "Bakker", **anders: Any) -> str:
    """A casus; its id."""
    gegevens = {
        "jongere": {"roepnaam": roepnaam, "achternaam": achternaam, "geboortedatum": "2012-03-01"},
        "ouders": [{"naam": f"Fatma {achternaam}", "gezag": "ja", "woont_bij": True}],
        "school": SCHOOL,
        "klas": "3B",
        "aangemeld": "2026-11-20",
        "redenen": ["thuiszitten"],
    }
    return register_aanmelding(sessie, gegevens | anders).casus_id


def geef_toestemming(sessie: Sessie, casus_id: str, niveau: Niveau, *partners: PartnerSoort) -> None:
    """Everybody of the family agrees that these partners know so much."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        for soort in partners:
            for gever in uow.gezinnen.get(casus.gezin_id).personen:
                uow.toestemmingen.add(
                    Toestemming(
                        casus_id=casus_id,
                        jongere_id=casus.jongere.id,
                        gever_id=gever.id,
                        partner=soort,
                        niveau=niveau,
                        op=date(2026, 11, 20),
                    )
                )
        uow.commit()
