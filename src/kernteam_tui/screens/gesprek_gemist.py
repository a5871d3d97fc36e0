"""Nobody came: noted with one key, and then the next step is offered."""

from __future__ import annotations

from collections.abc import Callable

from kernteam_tui.domain.codes import GesprekSoort, NotitieSoort
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.services.gesprekken import GesprekBeeld, meld_niet_verschenen
from kernteam_tui.services.notities import NotitieBeeld, start_notitie

NIEUW, BELLEN, LATER = "nieuw", "bellen", "later"


def noteer_niet_verschenen(scherm: KernteamScreen, gesprek_id: str, bij_klaar: Callable[[], None]) -> None:
    """Note it (ctrl+z takes it back), show what changed, and ask what comes next."""

    def na(gesprek: GesprekBeeld) -> None:
        bij_klaar()
        _vraag_stap(scherm, gesprek)

    scherm.doe(meld_niet_verschenen, gesprek_id, bij_klaar=na, ongedaan="Genoteerd: niemand kwam")


def _vraag_stap(scherm: KernteamScreen, gesprek: GesprekBeeld) -> None:
    stappen = [
        ("Bellen: een notitie beginnen", BELLEN),
        ("Een nieuw moment zoeken", NIEUW),
        ("Later: het blijft op Vandaag staan", LATER),
    ]
    scherm.kies("Niemand kwam. Wat nu?", stappen, lambda stap: _ga(scherm, gesprek, stap))


def _ga(scherm: KernteamScreen, gesprek: GesprekBeeld, stap: str) -> None:
    if stap == BELLEN:
        scherm.doe(
            start_notitie,
            gesprek.casus_id,
            NotitieSoort.TELEFOON,
            bij_klaar=lambda notitie: _open_notitie(scherm, notitie),
        )
    elif stap == NIEUW and gesprek.soort is GesprekSoort.STARTGESPREK:
        scherm.open("startgesprek", casus_id=gesprek.casus_id)
    elif stap == NIEUW:
        scherm.open("gesprek_plannen", casus_id=gesprek.casus_id, soort=gesprek.soort.value)


def _open_notitie(scherm: KernteamScreen, notitie: NotitieBeeld) -> None:
    scherm.open("notitie", notitie_id=notitie.id)
