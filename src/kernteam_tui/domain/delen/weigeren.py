"""A refusal of the deel-poort as an error with a sentence and a next step (contract 5 keeps its codes)."""

from __future__ import annotations

from kernteam_tui.domain.delen.deelpoort import Oordeel
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.lezer import GeenGezag, GezagOnbekend, ToestemmingOntbreekt


class GeenToestemming(ToestemmingOntbreekt):
    """Nobody, or not everybody who must, agreed that this reader knows it (Jeugdwet 7.3.11 lid 1)."""

    titel = "Er is geen toestemming"


class DelenGeweigerd(RegelGeweigerd):
    """A rule of sharing forbids this; the sentence names the rule and the article."""

    code = "delen_geweigerd"
    titel = "Dit mag niet worden gedeeld"


_FOUTEN: dict[str, type[RegelGeweigerd]] = {
    "gezag-onbekend": GezagOnbekend,
    "gezag-onbekend-geen-afschrift": GezagOnbekend,
    "ouder-zonder-gezag": GeenGezag,
    "ouder-zonder-gezag-niet-alles": GeenGezag,
    "zonder-gezag-geen-afschrift": GeenGezag,
    "verzorger-zonder-gezag": GeenGezag,
    "jongere-beslist": ToestemmingOntbreekt,
    "jongere-beslist-geen-gezag": ToestemmingOntbreekt,
    "jongere-beslist-afschrift": ToestemmingOntbreekt,
    "volwassen-beslist": ToestemmingOntbreekt,
    "toestemming-ontbreekt": GeenToestemming,
    "partner-alleen-bij-nood": GeenToestemming,
}


def weiger(oordeel: Oordeel) -> RegelGeweigerd:
    """The error for a refusal, for the service to raise: the sentence with its article, and the next step."""
    soort = _FOUTEN.get(oordeel.regel, DelenGeweigerd)
    return soort(f"{oordeel.zin[:-1]} ({oordeel.artikel}).", oordeel.wat_nu)
