"""Whether the parents of a jongere live together, as sharing asks it: words of one are then for the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from kernteam_tui.domain.gezin import Gezin, Ouderschap
from kernteam_tui.domain.lezer import wonen_apart


def ouders_leven_apart(gezin: Gezin, bands: Sequence[Ouderschap]) -> bool:
    """Whether these parents of one jongere live apart, or nobody knows; the stricter reading of each fact.

    A child that lives with both of them in turn does not make it one house: households that are on record say
    so, and without those a tie that ended (`gescheiden van`). A secret house of one of them is apart from the
    other, also where an old house of both is still on record.
    """
    if wonen_apart([band.woont_bij for band in bands]):
        return True
    return any(_apart(gezin, een.ouder_id, ander.ouder_id) for een, ander in combinations(bands, 2))


def _apart(gezin: Gezin, een_id: str, ander_id: str) -> bool:
    een, ander = _huizen(gezin, een_id), _huizen(gezin, ander_id)
    if een or ander:
        secret = {huis.id for huis in gezin.huishoudens if huis.geheim}
        return not een & ander or bool((een ^ ander) & secret)
    ties = [tie.soort for tie in gezin.relaties if tie.tussen(een_id, ander_id) and tie.soort.koppel]
    return bool(ties) and all(soort.voorbij for soort in ties)


def _huizen(gezin: Gezin, persoon_id: str) -> set[str]:
    return {bewoner.huishouden_id for bewoner in gezin.bewoners if bewoner.persoon_id == persoon_id}
