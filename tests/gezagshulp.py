"""Note gezag in a story, for every child of a parent at once."""

from __future__ import annotations

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.services.gezin import get_gezag, save_gezag
from kernteam_tui.services.sessie import Sessie


def leg_gezag_vast(
    sessie: Sessie, casus_id: str, ouder_id: str, gezag: JaNeeOnbekend, hoe: str = "gezagsregister"
) -> None:
    children = get_gezag(sessie, casus_id, ouder_id).kinderen
    save_gezag(sessie, casus_id, ouder_id, {kind.jongere_id: gezag for kind in children}, hoe)
