"""Dutch words for days and moments: the one source of their names."""

from __future__ import annotations

from datetime import date, datetime

from kernteam_tui.domain.codes import Dag
from kernteam_tui.domain.klok import AMSTERDAM

DAGEN = tuple(dag.label for dag in Dag)
"""Names of the days, in the order of `date.weekday()`."""
SCHOOLDAGEN = tuple(dag.value for dag in Dag)[:5]
"""`ma` up to and including `vr`."""
MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
MAANDEN_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def dag_kort(dag: date) -> str:
    """`di 24 nov`."""
    return f"{DAGEN[dag.weekday()][:2]} {dag.day} {MAANDEN_KORT[dag.month - 1]}"


def dag_kort_op(dag: date, vandaag: date) -> str:
    """`di 24 nov`; with the year, `di 24 nov 2026`, where it is another one than now."""
    return dag_kort(dag) if dag.year == vandaag.year else f"{dag_kort(dag)} {dag.year}"


def dag_lang(dag: date) -> str:
    """`dinsdag 24 november 2026`."""
    return f"{DAGEN[dag.weekday()]} {dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def dag_met_jaar(dag: date) -> str:
    """`24 november 2026`."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def dag_cijfers(dag: date) -> str:
    """`24-11-2026`: how a form shows a day that can be changed."""
    return f"{dag:%d-%m-%Y}"


def moment_kort(moment: datetime) -> str:
    """`di 24 nov 10:00`, in Amsterdam."""
    lokaal = moment.astimezone(AMSTERDAM)
    return f"{dag_kort(lokaal.date())} {lokaal:%H:%M}"


def moment_kort_op(moment: datetime, vandaag: date) -> str:
    """`di 24 nov 10:00`, in Amsterdam; with the year where it is another one than now."""
    return f"{dag_kort_op(dag_van(moment), vandaag)} {tijd_kort(moment)}"


def tijd_kort(moment: datetime) -> str:
    """`10:00`, in Amsterdam."""
    return f"{moment.astimezone(AMSTERDAM):%H:%M}"


def dag_van(moment: datetime) -> date:
    """The day in Amsterdam on which a moment falls."""
    return moment.astimezone(AMSTERDAM).date()


def dagen_geleden(dag: date, vandaag: date) -> str:
    """`vandaag`, `gisteren` or `12 dagen geleden`."""
    dagen = (vandaag - dag).days
    if dagen == 0:
        return "vandaag"
    if dagen == 1:
        return "gisteren"
    return f"{dagen} dagen geleden"


def termijn_kort(dag: date, vandaag: date) -> str:
    """A last day as briefly as can be: `te laat`, `vandaag`, `di 24` within a week, else `1 dec`."""
    dagen = (dag - vandaag).days
    if dagen < 0:
        return "te laat"
    if dagen == 0:
        return "vandaag"
    if dagen < 7:
        return f"{DAGEN[dag.weekday()][:2]} {dag.day}"
    return f"{dag.day} {MAANDEN_KORT[dag.month - 1]}"


def dag_kaal(dag: date, vandaag: date) -> str:
    """`9 nov`; with the year, `9 nov 2025`, where it is another one."""
    jaar = "" if dag.year == vandaag.year else f" {dag.year}"
    return f"{dag.day} {MAANDEN_KORT[dag.month - 1]}{jaar}"
