"""The checklist before a talk: asked and told, interpreter, the family's yes, room (S31, S33, S35)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol, Rol
from kernteam_tui.domain.gesprek import Deelnemer
from kernteam_tui.domain.plancodes import Reactie

_BUITEN = frozenset({Rol.ZORGCOORDINATOR, Rol.OVERIG})
"""Roles that belong to no kernteam unless the school put somebody in it."""
_NA_AKKOORD = {
    JaNeeOnbekend.ONBEKEND: JaNeeOnbekend.JA,
    JaNeeOnbekend.JA: JaNeeOnbekend.NEE,
    JaNeeOnbekend.NEE: JaNeeOnbekend.ONBEKEND,
}


def is_gezin(deelnemer: Deelnemer) -> bool:
    """A parent, the jongere or somebody else of the family."""
    return deelnemer.rol in set(PersoonRol)


def vraagt_akkoord(deelnemer: Deelnemer, kernteam: Collection[str]) -> bool:
    """Whether the family has to agree that this partner is there: everybody besides family, mentor and who
    has a role of the kernteam (S35). `kernteam` holds the ids of its members, whatever their role."""
    if is_gezin(deelnemer) or deelnemer.wie_id in kernteam:
        return False
    return deelnemer.rol in _BUITEN or deelnemer.rol not in set(Rol)


def volgende_reactie(deelnemer: Deelnemer, vandaag: date) -> None:
    """One step on: not asked, asked today, comes, does not come, and again not asked."""
    if deelnemer.gevraagd_op is None:
        deelnemer.gevraagd_op, deelnemer.reactie = vandaag, Reactie.GEEN
    elif deelnemer.reactie is Reactie.GEEN:
        deelnemer.reactie = Reactie.KOMT
    elif deelnemer.reactie is Reactie.KOMT:
        deelnemer.reactie = Reactie.KOMT_NIET
    else:
        deelnemer.gevraagd_op, deelnemer.reactie = None, Reactie.GEEN


def volgend_akkoord(deelnemer: Deelnemer) -> None:
    """One step on: not asked, yes, no."""
    deelnemer.akkoord = _NA_AKKOORD[deelnemer.akkoord]
