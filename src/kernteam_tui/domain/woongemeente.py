"""The woongemeente of a jongere: who lives outside Utrecht, and what that changes (S19)."""

from __future__ import annotations

EIGEN_GEMEENTE = "utrecht"

BESCHIKKING = (
    "Utrecht kan geen beschikking geven aan wie in een andere gemeente woont. Is er meer hulp nodig, dan "
    "besluit de woongemeente (woonplaatsbeginsel)."
)
"""Woonplaatsbeginsel since 1 January 2022: where the jeugdige is registered decides (domain 3)."""


def woont_elders(woongemeente: str) -> bool:
    """Whether this is certainly another municipality than Utrecht; empty says nothing."""
    naam = woongemeente.strip().casefold().removeprefix("gemeente ").strip()
    return bool(naam) and naam != EIGEN_GEMEENTE
