"""A family with a gezinsplan that is printed for each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gezinsplan import lees_plan, stel_plan_vast
from kernteam_tui.services.planpapier import bereid_planpapier_voor
from kernteam_tui.services.sessie import Sessie
from tests.services.conftest import AANMELDING

VADERS_NUMMER = "06-87654321"
PLAN: dict[str, Any] = {
    "onderdelen": {
        "wie_zijn_wij": {"toelichting": "Rustig begin."},
        "waarom_dit_plan": {
            "woorden": [
                {"van": "Fatma", "tekst": "Ik slaap er slecht van."},
                {"van": "Mehmet", "tekst": "Ik wil hem vaker zien."},
                {"van": "Sami", "tekst": "Gym is leuk."},
            ],
            "toelichting": "Feit: drie weken niet op school.\nMening van Mehmet: school dramt.\nEet goed.",
        },
        "veiligheid": {"toelichting": "Mehmet was er niet bij."},
        "eerder_geprobeerd": {"toelichting": f"Bel Mehmet op {VADERS_NUMMER}."},
    },
    "doelen": [{"wat": "vier dagen naar school", "nu": 4, "gewenst": 7}],
    "acties": [{"wat": "belt Sami wakker", "wie": "Fatma", "wanneer": "2026-12-01"}],
    "evaluatie_op": "2027-01-18",
}


@dataclass(frozen=True)
class Gezin:
    """One family of which the parents live apart, with the ids that a test asks for."""

    sessie: Sessie
    casus_id: str
    sami: str
    fatma: str
    mehmet: str

    def tekst(self, voor: str, versie: int | None = None, **rest: Any) -> str:
        return bereid_planpapier_voor(self.sessie, self.casus_id, voor, versie, **rest).tekst

    def log(self) -> list[tuple[LogSoort, str, str]]:
        with self.sessie.lezen() as conn:
            return [(item.soort, item.wat, item.voor) for item in lees_log(conn, self.casus_id)]


def maak_gezin(sessie: Sessie, geboren: str = "2012-05-04", **bij_vader: Any) -> Gezin:
    """Sami of this birthday and both parents, with a first version of the plan; the school must be there."""
    ouders = [
        {"naam": "Fatma Yilmaz", "gezag": "ja", "woont_bij": True},
        {"naam": "Mehmet Yilmaz", "gezag": "ja", "woont_bij": False, "telefoon": VADERS_NUMMER} | bij_vader,
    ]
    jongere = AANMELDING["jongere"] | {"geboortedatum": geboren}
    casus_id = register_aanmelding(sessie, AANMELDING | {"jongere": jongere, "ouders": ouders}).casus_id
    people = {persoon.naam: persoon.id for persoon in get_casus(sessie, casus_id).personen}
    lees_plan(sessie, casus_id, PLAN)
    stel_plan_vast(sessie, casus_id)
    return Gezin(sessie, casus_id, people["Sami Yilmaz"], people["Fatma Yilmaz"], people["Mehmet Yilmaz"])
