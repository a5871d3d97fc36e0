"""What stands in a section that a jongere closed (S54), for one reader: one rule for every paper.

All of it is kept back, but for what is of the reader: what the reader said, and of a jongere what stands
under the own name. What a parent thinks of the plan is of that parent, and no jongere closes it.
"""

from __future__ import annotations

from collections.abc import Collection

from kernteam_tui.domain.codes import PersoonRol
from kernteam_tui.domain.delen.deelvraag import Lezer
from kernteam_tui.domain.ouderszien import is_dicht_voor
from kernteam_tui.services.deelpoort import Poort


def houdt_achter(
    poort: Poort, lezer: Lezer, sluiters: Collection[str], naam: str, *, van_id: str = ""
) -> bool:
    """Whether something in a section that these (`sluiters`) closed is kept from this reader. `naam`: what
    stands under it (words, a goal, an action); empty: nothing. `van_id`: who said it, where that is known."""
    own = bool(van_id) and van_id == lezer.id
    return is_dicht_voor(sluiters, lezer.id) and not (own or poort.is_eigen(naam, lezer))


def houdt_akkoord_achter(
    poort: Poort, lezer: Lezer, sluiters: Collection[str], naam: str, van_id: str
) -> bool:
    """The same of what somebody thinks of the plan; `van_id` empty: of nobody of the family."""
    children = {persoon.id for persoon in poort.gezin.personen if persoon.rol is PersoonRol.JONGERE}
    if van_id and van_id not in children:
        return False
    return houdt_achter(poort, lezer, sluiters, naam, van_id=van_id)
