"""Taking out who was entered by mistake: the same on the tab Gezin and in the genogram."""

from __future__ import annotations

from collections.abc import Callable

from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.services.gezin import verwijder_persoon

GEZAG_WEG = "Deze persoon had gezag; zijn of haar ja is nu niet meer nodig."


def haal_persoon_weg(
    scherm: KernteamScreen, casus_id: str, persoon_id: str, daarna: Callable[[], None]
) -> None:
    """Take this person out of the family; ctrl+z puts them back. Where gezag went with them it says so."""

    def klaar(gezag_weg: bool) -> None:
        if gezag_weg:
            scherm.meld(GEZAG_WEG)
        daarna()

    scherm.doe(verwijder_persoon, casus_id, persoon_id, bij_klaar=klaar, ongedaan="Persoon weggehaald")
