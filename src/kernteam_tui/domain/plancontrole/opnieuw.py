"""What is said of somebody who agreed with a text that is not the text of now (S92)."""

from __future__ import annotations

from collections.abc import Sequence

from kernteam_tui.domain.plancontrole.punten import rijtje


def vraag_opnieuw(namen: Sequence[str]) -> str:
    """That the plan changed after these said something of it, and what to do; empty where nobody did."""
    return f"{_na_wat_ze_zeiden(namen)} is het plan veranderd. Vraag het nog eens." if namen else ""


def anders_vastgesteld(namen: Sequence[str]) -> str:
    """The same of a version that was replaced: nothing can be asked any more."""
    if not namen:
        return ""
    return f"{_na_wat_ze_zeiden(namen)} is deze versie nog veranderd voordat die vaststond."


def _na_wat_ze_zeiden(namen: Sequence[str]) -> str:
    return f"Na wat {rijtje(list(namen))} {'zei' if len(namen) == 1 else 'zeiden'},"
