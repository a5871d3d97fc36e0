"""Whether the store is whole."""

from __future__ import annotations

from kernteam_tui.data.controle import Bevinding
from kernteam_tui.services.sessie import Sessie

__all__ = ["Bevinding", "controleer", "weiger_beschadigd"]


def controleer(sessie: Sessie) -> tuple[Bevinding, ...]:
    """Every check of the store with its outcome."""
    return sessie.store.controle()


def weiger_beschadigd(sessie: Sessie) -> None:
    """Look at every page of the store before it is used. Raises StoreDamaged."""
    sessie.store.refuse_damaged()
