"""Sami of fourteen: his mother and father have gezag and live apart; both spoke with the worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from kernteam_tui.data.queries.log import LogItem, lees_log
from kernteam_tui.domain.codes import JaNeeOnbekend, NotitieSoort
from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel, stel_plan_vast
from kernteam_tui.services.notities import rond_notitie_af, start_notitie
from kernteam_tui.services.plandoelen import DoelGegevens, save_doel
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.verzoeken import VerzoekGegevens, VerzoekRegel, list_verzoeken, noteer_verzoek
from tests.gezagshulp import leg_gezag_vast
from tests.services.conftest import AANMELDING

MAANDAG = date(2026, 11, 23)
VADERS_NUMMER = "06-87654321"


@dataclass(frozen=True)
class Thuis:
    """One family, with the ids that a test asks for."""

    sessie: Sessie
    casus_id: str
    sami: str
    fatma: str
    mehmet: str

    def vraag(
        self, wie: str, soort: VerzoekSoort = VerzoekSoort.INZAGE, tekst: str = "", dagen: int = 0
    ) -> VerzoekRegel:
        """Somebody asks, so many days ago; the request as the list shows it."""
        gegevens = VerzoekGegevens(soort, MAANDAG - timedelta(days=dagen), van_id=wie, tekst=tekst)
        before = {regel.id for regel in list_verzoeken(self.sessie, self.casus_id).regels}
        after = noteer_verzoek(self.sessie, self.casus_id, gegevens).regels
        return next(regel for regel in after if regel.id not in before)

    def notitie(
        self,
        tekst: str,
        met_wie: str = "de mentor",
        *,
        af: bool = True,
        soort: NotitieSoort = NotitieSoort.GESPREK_SCHOOL,
    ) -> str:
        """A note of today; its id."""
        made = start_notitie(self.sessie, self.casus_id, soort, tekst=tekst, met_wie=met_wie).id
        if af:
            rond_notitie_af(self.sessie, made)
        return made

    def gezag(self, wie: str, antwoord: JaNeeOnbekend) -> None:
        leg_gezag_vast(self.sessie, self.casus_id, wie, antwoord)

    def log(self) -> tuple[LogItem, ...]:
        """Newest first."""
        with self.sessie.lezen() as conn:
            return lees_log(conn, self.casus_id)


@pytest.fixture
def thuis(sessie: Sessie, school: SchoolBeeld) -> Thuis:
    assert school.kernteam
    ouders = [
        {"naam": "Fatma Yilmaz", "gezag": "ja", "woont_bij": True, "telefoon": "06-11112222"},
        {"naam": "Mehmet Yilmaz", "gezag": "ja", "woont_bij": False, "telefoon": VADERS_NUMMER},
    ]
    aangemeld = {"aangemeld": "2026-09-01", "woorden": "Hij komt al drie weken niet."}
    casus_id = register_aanmelding(sessie, AANMELDING | {"ouders": ouders} | aangemeld).casus_id
    people = {persoon.naam: persoon.id for persoon in get_casus(sessie, casus_id).personen}
    thuis = Thuis(sessie, casus_id, people["Sami Yilmaz"], people["Fatma Yilmaz"], people["Mehmet Yilmaz"])
    plan = get_plan(sessie, casus_id)
    said = (
        Citaat("Fatma", "nl", "Ik slaap er slecht van."),
        Citaat("Mehmet", "nl", "Ik wil hem vaker zien."),
        Citaat("Sami", "nl", "Gym is leuk."),
    )
    save_onderdeel(
        sessie, casus_id, plan.revision, "waarom_dit_plan", woorden=said, toelichting="Rustig begin."
    )
    save_doel(sessie, casus_id, None, DoelGegevens("vier dagen naar school"))
    stel_plan_vast(sessie, casus_id)
    return thuis
