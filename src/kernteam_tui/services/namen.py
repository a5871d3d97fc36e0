"""The words by which a bystander could know a family, for hiding them on the screen (F9)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from kernteam_tui.data.queries.namen import lees_alle_namen, lees_concepten, lees_omschrijvingen
from kernteam_tui.domain.namen import woorden_van_half_getypt, woorden_van_naam, woorden_van_omschrijving
from kernteam_tui.services.sessie import Sessie

_FORMULIEREN_MET_NAMEN = (
    *("aanmelding:", "persoon:", "gezin_invoer:", "broer_of_zus:", "netwerklid:", "genogram_naam:"),
)
"""Keys of drafts in which somebody's name is typed who is not in the store yet."""
_AKKOORD = "akkoord:"
"""Of the draft in which it may also be `mentor van Zeynep`."""


def lees_namen(sessie: Sessie) -> frozenset[str]:
    """Each word of each name of every family, also of one whose aanmelding is half typed."""
    with sessie.lezen() as conn:
        namen = list(lees_alle_namen(conn))
        omschrijvingen = list(lees_omschrijvingen(conn))
        concepten = list(lees_concepten(conn))
    found = {w for naam in namen for w in woorden_van_naam(naam.tekst, achternaam=naam.achternaam)}
    found.update(w for omschrijving in omschrijvingen for w in woorden_van_omschrijving(omschrijving))
    for sleutel, inhoud in concepten:
        if sleutel.startswith(_FORMULIEREN_MET_NAMEN):
            found.update(_woorden_van_concept(inhoud))
        if sleutel.startswith(_AKKOORD):
            found.update(woorden_van_omschrijving(_naam_in(inhoud)))
    return frozenset(found)


def _naam_in(inhoud: str) -> str:
    loaded = json.loads(inhoud)
    naam = loaded.get("naam") if isinstance(loaded, dict) else None
    return naam if isinstance(naam, str) else ""


def _woorden_van_concept(inhoud: str) -> Iterator[str]:
    loaded = json.loads(inhoud)
    for veld, waarde in loaded.items() if isinstance(loaded, dict) else ():
        if veld.endswith("naam") and isinstance(waarde, str):
            yield from woorden_van_half_getypt(waarde, achternaam=veld == "achternaam")
        if veld == "relatie" and isinstance(waarde, str):
            yield from woorden_van_omschrijving(waarde)
