"""The plan of Lina, by the hands of her gezinswerker: writing in it, who agrees, what goes out."""

from __future__ import annotations

from datetime import date, timedelta

from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.services.afschrift import bereid_afschrift_voor
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel, stel_plan_vast
from kernteam_tui.services.planakkoord import AkkoordGegevens, AkkoordRegel, bewaar_akkoord, get_akkoord
from kernteam_tui.services.plancontrole import controleer
from kernteam_tui.services.plandoelen import ActieGegevens, DoelGegevens, save_actie, save_doel
from kernteam_tui.services.planpapier import ZELF, bereid_planpapier_voor
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.verzoeken import VerzoekGegevens, noteer_verzoek
from tests.services.gezinsplan.conftest import id_van

MAANDAG = date(2026, 11, 23)
DINSDAG = MAANDAG + timedelta(days=1)
GOED, VEILIG = "wat_gaat_goed", "veiligheid"
SLAAPT = Citaat("Lina", "nl", "Ik slaap weer.")


class Plan:
    """The plan of Lina, by the hands of her gezinswerker."""

    def __init__(self, sessie: Sessie, casus_id: str) -> None:
        self.sessie, self.casus_id = sessie, casus_id
        self._vroegen: set[str] = set()

    def schrijf(self, tekst: str, sleutel: str = GOED, *woorden: Citaat) -> None:
        revision = get_plan(self.sessie, self.casus_id).revision
        save_onderdeel(self.sessie, self.casus_id, revision, sleutel, woorden, tekst)

    def zegt(
        self,
        naam: str,
        standpunt: Standpunt = Standpunt.EENS,
        versie: int = 1,
        op: date = MAANDAG,
        omdat: str = "",
        verklaring: str = "",
        getekend_op: date | None = None,
    ) -> None:
        wie = id_van(self.sessie, self.casus_id, naam)
        gegevens = AkkoordGegevens(standpunt, op, wie, "", omdat, verklaring, getekend_op)
        bewaar_akkoord(self.sessie, self.casus_id, versie, gegevens)

    def regel(self, naam: str, versie: int = 1) -> AkkoordRegel:
        regels = get_akkoord(self.sessie, self.casus_id).versie(versie).regels
        return next(regel for regel in regels if regel.naam.startswith(naam))

    def veranderd(self, naam: str, versie: int = 1) -> tuple[str, ...]:
        return self.regel(naam, versie).veranderd

    def vast(self) -> None:
        stel_plan_vast(self.sessie, self.casus_id)

    def punt(self) -> tuple[bool | None, str]:
        punt = next(p for p in controleer(self.sessie, self.casus_id) if p.nr == 10)
        return punt.in_orde, punt.wat_nu

    def papier(self, wie: str, versie: int | None = None) -> str:
        voor = wie if wie == ZELF else id_van(self.sessie, self.casus_id, wie)
        return " ".join(bereid_planpapier_voor(self.sessie, self.casus_id, voor, versie).tekst.split())

    def schrijf_en_terug(self) -> None:
        """The text of the fixture as another one, and as it was."""
        self.schrijf("Oma belt soms.", GOED, SLAAPT)
        self.schrijf("Oma belt elke dag.", GOED, SLAAPT)

    def afschrift(self, naam: str) -> str:
        """The copy of the file for this person, who asks for it here unless that was done before."""
        wie = id_van(self.sessie, self.casus_id, naam)
        if wie not in self._vroegen:
            gegevens = VerzoekGegevens(VerzoekSoort.INZAGE, MAANDAG, van_id=wie)
            noteer_verzoek(self.sessie, self.casus_id, gegevens)
            self._vroegen.add(wie)
        return " ".join(bereid_afschrift_voor(self.sessie, self.casus_id, wie).tekst.split())


def begin_plan(sessie: Sessie, casus_id: str) -> Plan:
    """In progress, with words, a goal and an action; nobody said anything of it yet."""
    een = Plan(sessie, casus_id)
    een.schrijf("Oma belt elke dag.", GOED, SLAAPT)
    save_doel(sessie, casus_id, None, DoelGegevens("naar school", "Lina", 4, 7))
    save_actie(sessie, casus_id, None, ActieGegevens("belt de mentor", "Fatma"))
    return een
