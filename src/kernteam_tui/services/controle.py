"""Whether the store is whole."""

from __future__ import annotations

from kernteam_tui.data.controle import Bevinding
from kernteam_tui.services.sessie import Sessie

__all__ = ["Bevinding", "controleer"]


def controleer(sessie: Sessie) -> tuple[Bevinding, ...]:
    """Every check of the store with its outcome."""
    return sessie.store.controle()
