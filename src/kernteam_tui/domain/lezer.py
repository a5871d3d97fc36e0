"""Why somebody may not have the page yet, whether parents live apart, and whose a name under words is."""

from __future__ import annotations

from collections.abc import Collection

from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.gezin import Persoon


class GezagOnbekend(RegelGeweigerd):
    """Nobody established whether this parent has gezag."""

    code = "gezag_onbekend"
    titel = "Heeft deze ouder gezag?"


class GeenGezag(RegelGeweigerd):
    """A parent without gezag is informed on request only (BW 1:377c)."""

    code = "geen_gezag"
    titel = "Deze ouder heeft geen gezag"


class ToestemmingOntbreekt(RegelGeweigerd):
    """The jongere is 16 or older and did not agree (Jeugdwet 7.3.5)."""

    code = "toestemming_ontbreekt"
    titel = "De jongere beslist"


class LezerOverleden(RegelGeweigerd):
    """Nothing is made for somebody who died."""

    code = "lezer_overleden"
    titel = "Deze persoon is overleden"

    def __init__(self) -> None:
        super().__init__(
            "Deze persoon staat als overleden bij het gezin.",
            "Kies iemand anders. Vraagt een nabestaande hierom, overleg dan met de functionaris "
            "gegevensbescherming.",
        )


class KiesEenOuder(RegelGeweigerd):
    """The parents live apart: each gets a page of their own."""

    code = "kies_een_ouder"
    titel = "Voor welke ouder?"


class GeenPlan(RegelGeweigerd):
    """There is no frozen version to make a page from."""

    code = "geen_plan"
    titel = "Er is nog geen vastgesteld plan"

    def __init__(self) -> None:
        super().__init__(
            "Er is nog geen vastgesteld gezinsplan.", "Stel het plan eerst vast; dan maak je de bladzijde."
        )


def weiger_overleden(persoon: Persoon) -> None:
    """Raises LezerOverleden for somebody who died."""
    if persoon.overleden:
        raise LezerOverleden()


def wonen_apart(wonen_bij: Collection[bool | None]) -> bool:
    """Whether the parents do not live together; `wonen_bij` says of each whether the child lives there.

    Not known counts as apart.
    """
    return len(wonen_bij) > 1 and not all(wonen_bij)


def is_van(citaat_van: str, naam: str) -> bool:
    """Whether words are said to be of the person with this name: the whole name, or a part of it.

    A family name that others share counts too: rather words left out than in the wrong hands.
    """
    said = citaat_van.casefold().split()
    return bool(said) and set(said) <= set(naam.casefold().split())
