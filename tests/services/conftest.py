"""A store with one school, a full kernteam and one family that came in on Friday."""

from __future__ import annotations

from typing import Any

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.domain.klok import Klok
from kernteam_tui.services.aanmelding import AanmeldingUitkomst, register_aanmelding
from kernteam_tui.services.instellingen import save_instellingen
from kernteam_tui.services.school import SchoolBeeld, save_school
from kernteam_tui.services.sessie import Sessie

SCHOOL: dict[str, Any] = {
    "naam": "De Brug",
    "ruimtes": ["1.12"],
    "kernteam": [
        {
            "rol": "gezinswerker",
            "naam": "Vera",
            "ik": True,
            "aanwezig": [{"dag": "di", "dagdeel": "ochtend"}, {"dag": "do", "dagdeel": "ochtend"}],
        },
        {
            "rol": "leerplichtambtenaar",
            "naam": "Lia",
            "email": "lia@example.org",
            "aanwezig": [{"dag": "di", "dagdeel": "ochtend"}],
        },
        {"rol": "jeugdarts", "naam": "Jan", "aanwezig": [{"dag": "do", "dagdeel": "ochtend"}]},
    ],
}
AANMELDING: dict[str, Any] = {
    "jongere": {"roepnaam": "Sami", "achternaam": "Yilmaz", "geboortedatum": "2012-05-04"},
    "ouders": [
        {"naam": "Fatma Yilmaz", "gezag": "ja", "woont_bij": True, "email": "fatma@example.org", "taal": "tr"}
    ],
    "school": "De Brug",
    "klas": "3B",
    "mentor": "Meester Bos",
    "aangemeld": "2026-11-20",
    "route": "school",
    "aanmelder": {"naam": "Zora", "rol": "zorgcoordinator"},
    "redenen": ["thuiszitten"],
    "woorden": "Sami komt al drie weken niet.",
    "ouders_weten": True,
}


@pytest.fixture
def sessie(store: Store, klok: Klok) -> Sessie:
    """An opened store on Monday 23 November 2026."""
    sessie = Sessie(store, klok)
    save_instellingen(sessie, naam="Vera Voorbeeld", email="vera@example.org", telefoon="06-00000001")
    return sessie


@pytest.fixture
def school(sessie: Sessie) -> SchoolBeeld:
    """De Brug, with its kernteam."""
    return save_school(sessie, SCHOOL)


@pytest.fixture
def casus(sessie: Sessie, school: SchoolBeeld) -> AanmeldingUitkomst:
    """Sami, who came in on Friday 20 November."""
    assert school.kernteam
    return register_aanmelding(sessie, AANMELDING)
