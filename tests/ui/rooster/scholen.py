"""Two schools and a family with a planned startgesprek, for the tests of these screens."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.school import SchoolBeeld, save_school
from kernteam_tui.services.sessie import Sessie

RAAR = "[/]x [b]vet"
BRUG: dict[str, Any] = {
    "naam": "De Brug",
    "dicht": ["2026-12-03", "2026-12-04"],
    "kernteam": [
        {
            "rol": "leerplichtambtenaar",
            "naam": f"Lia {RAAR}",
            "aanwezig": [{"dag": "ma", "dagdeel": "ochtend"}, {"dag": "di", "dagdeel": "ochtend"}],
        },
        {
            "rol": "gezinswerker",
            "naam": "Vera",
            "ik": True,
            "aanwezig": [{"dag": "di", "dagdeel": "ochtend"}],
        },
        {
            "rol": "jeugdarts",
            "naam": "Jan",
            "aanwezig": [{"dag": "di", "dagdeel": "ochtend"}, {"dag": "do", "dagdeel": "middag"}],
        },
    ],
}
KOMPAS: dict[str, Any] = {
    "naam": "Het Kompas",
    "regio": "noord",
    "kernteam": [
        {"rol": "gezinswerker", "naam": "Vera", "ik": True},
        {"rol": "leerplichtambtenaar", "naam": f"Lia {RAAR}"},
    ],
}


def maak_brug(sessie: Sessie) -> SchoolBeeld:
    """De Brug: Lia, Vera (the user) and Jan."""
    return save_school(sessie, BRUG)


def plan_startgesprek(sessie: Sessie, school: SchoolBeeld, dag: int, uur: int, roepnaam: str = "Sami") -> str:
    """A startgesprek with Lia on that day of November 2026; answers the id of the casus."""
    gezin = {"jongere": {"roepnaam": roepnaam, "achternaam": "Yilmaz"}, "school": school.naam}
    feiten = {**gezin, "aangemeld": "2026-11-20", "redenen": ["verzuim"]}
    casus_id = register_aanmelding(sessie, feiten).casus_id
    lia = next(p for p in school.kernteam if p.naam.startswith("Lia"))
    start = datetime(2026, 11, dag, uur, tzinfo=AMSTERDAM)
    plan_gesprek(sessie, casus_id, GesprekGegevens(GesprekSoort.STARTGESPREK, start, wie=(lia.id,)))
    return casus_id
