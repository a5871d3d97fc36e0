"""Lina of fourteen with two parents who live apart, and her file before a stranger opens it."""

from __future__ import annotations

import pytest

from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie

SCHOOL = {"naam": "De Linde", "kernteam": []}
AANMELDING = {
    "jongere": {"roepnaam": "Lina", "achternaam": "Kaya", "geboortedatum": "2012-01-01"},
    "ouders": [
        {"naam": "Fatma Kaya", "gezag": "ja", "woont_bij": True},
        {"naam": "Mehmet Demir", "gezag": "ja", "woont_bij": False},
    ],
    "school": "De Linde",
    "mentor": "Meester Bos",
    "aangemeld": "2026-09-21",
    "redenen": ["thuiszitten"],
}


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    save_school(sessie, SCHOOL)
    return register_aanmelding(sessie, AANMELDING).casus_id


def id_van(sessie: Sessie, casus_id: str, naam: str) -> str:
    """Of the person whose name begins so."""
    return next(p.id for p in get_casus(sessie, casus_id).personen if p.naam.startswith(naam))
