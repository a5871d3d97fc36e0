"""For whom a paper is: what was chosen or typed, as the id of one living person of the family."""

from __future__ import annotations

from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.domain.lezer import weiger_overleden
from kernteam_tui.services.deelpoort import Poort

JONGERE = "jongere"
"""As a reader: the jongere of the casus."""


def kies_lezer(poort: Poort, voor: str, *ook: str) -> str:
    """The id of `voor`: `jongere`, or the id of somebody of the family. `ook` are other words that may be
    typed for this paper; they are named where nobody is found. Raises NietGevonden, LezerOverleden."""
    voor_id = poort.casus.jongere.id if voor == JONGERE else voor
    found = next((persoon for persoon in poort.gezin.personen if persoon.id == voor_id), None)
    if found is None:
        words = ", ".join(f"‘{woord}’" for woord in (JONGERE, *ook))
        raise NietGevonden(
            "Deze lezer hoort niet bij de casus.", f"Kies {words} of een id uit ‘kernteam casus’."
        )
    weiger_overleden(found)
    return voor_id
