"""What was filled in at a field of a plan: whether it fits its kind, and how it reads."""

from __future__ import annotations

import re
from datetime import date

from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.planformaat import Veldsoort

HOOGSTE_CIJFER = 10
_DAG = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def leesbaar(soort: Veldsoort, tekst: str) -> str:
    """To show and to print: a day in words, anything else as it was written."""
    dag = dag_van(tekst) if soort is Veldsoort.DAG else None
    return tekst if dag is None else dag_met_jaar(dag)


def past(soort: Veldsoort, tekst: str) -> bool:
    """Whether it is what the field asks; what does not fit is kept all the same."""
    if not tekst.strip() or soort is Veldsoort.TEKST:
        return True
    if soort is Veldsoort.DAG:
        return dag_van(tekst) is not None
    return tekst.isascii() and tekst.isdigit() and len(tekst) <= 2 and int(tekst) <= HOOGSTE_CIJFER


def dag_van(tekst: str) -> date | None:
    """The day of a value as it is kept, `2026-11-22`; None where it is none."""
    if not _DAG.fullmatch(tekst):
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None
