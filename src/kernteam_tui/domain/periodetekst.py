"""Dutch words for days in a row: `di 24 t/m do 26 nov`."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.datumtekst import dag_cijfers, dag_kort


def periode_kort(van: date, tot_en_met: date) -> str:
    """`di 24 nov`, `di 24 t/m do 26 nov`, `ma 30 nov t/m di 1 dec`; a year only where the two differ."""
    if van == tot_en_met:
        return dag_kort(van)
    if (van.year, van.month) == (tot_en_met.year, tot_en_met.month):
        return f"{dag_kort(van).rpartition(' ')[0]} t/m {dag_kort(tot_en_met)}"
    if van.year == tot_en_met.year:
        return f"{dag_kort(van)} t/m {dag_kort(tot_en_met)}"
    return f"{dag_kort(van)} {van.year} t/m {dag_kort(tot_en_met)} {tot_en_met.year}"


def periode_met_jaar(van: date, tot_en_met: date) -> str:
    """The same, with the year at its end."""
    kort = periode_kort(van, tot_en_met)
    return kort if van.year != tot_en_met.year else f"{kort} {tot_en_met.year}"


def periode_nu(van: date, tot_en_met: date, vandaag: date) -> str:
    """The same, with the year only where it is another one than today's."""
    lang = van.year == tot_en_met.year == vandaag.year
    return periode_kort(van, tot_en_met) if lang else periode_met_jaar(van, tot_en_met)


def periode_cijfers(van: date, tot_en_met: date) -> str:
    """`24-11-2026`, `24-11-2026 t/m 26-11-2026`: how a form shows days that can be changed."""
    return dag_cijfers(van) if van == tot_en_met else f"{dag_cijfers(van)} t/m {dag_cijfers(tot_en_met)}"
