"""The look at extra help: what the judge wants to find in a plan (12).

The steps are those of CRvB 1 May 2017, ECLI:NL:CRVB:2017:1477: which help of what nature and size, for how
long, why own strength and the network are not enough, and which expertise that asks for.
"""

from __future__ import annotations

import re

from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.plancontrole.punten import Oordeel, onderdeel_van, rijtje, tekst_van

ONDERDEEL = "hulp_die_erbij_komt"
VELDEN = {
    "welke_hulp": "welke hulp",
    "omvang": "hoe vaak en hoe veel",
    "duur": "hoe lang",
    "waarom_niet_zelf": "waarom het niet lukt met wat het gezin en hun mensen zelf kunnen",
    "deskundige": "welke deskundigheid ervoor nodig is",
}
"""Key of a field in the plan format -> what is asked in it."""
_MINSTE_ZINNEN = len(VELDEN)
_GEEN_HULP = re.compile(
    r"(?:nee|nvt|n\.v\.t|niet nodig|niet van toepassing|geen|geen (?:extra |andere )?hulp(?: nodig)?|"
    r"er (?:komt|is)(?: nu| op dit moment)? geen (?:extra |andere )?hulp(?: bij| nodig)?)\.?",
    re.IGNORECASE,
)
"""A whole text that says that no help comes."""


def hulp_erbij(plan: Gezinsplan) -> Oordeel:
    """12: by the fields where one of them was filled in, else by the text, at least a sentence for each. No
    extra help, or a text that says so: does not apply."""
    filled = {veld.sleutel for veld in onderdeel_van(plan, ONDERDEEL).velden if veld.tekst.strip()}
    missing = [wat for sleutel, wat in VELDEN.items() if sleutel not in filled]
    text = tekst_van(plan, ONDERDEEL)
    if filled & VELDEN.keys():
        in_order: bool | None = not missing
        what_now = f"Er mist nog: {rijtje(missing)}." if missing else ""
    else:
        in_order = _zegt_genoeg(text) if text and not _GEEN_HULP.fullmatch(text) else None
        what_now = f"Schrijf op {rijtje(list(VELDEN.values()))}."
    return Oordeel(
        "Bij hulp die erbij komt staat welke, hoe vaak, hoe lang en waarom", in_order, what_now, ONDERDEEL
    )


def _zegt_genoeg(text: str) -> bool:
    """As many sentences or lines as things that are asked: what they say a person judges."""
    return len([part for part in re.split(r"[.\n;]", text) if part.strip()]) >= _MINSTE_ZINNEN
