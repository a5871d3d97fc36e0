"""What stands above the drawn week: the days with their marks, and the letters of the strip."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from textual.content import Content

from kernteam_tui.domain.datumtekst import SCHOOLDAGEN, dag_kort
from kernteam_tui.screens.planner.weektekening import AS_BREED, Weektekening
from kernteam_tui.services.weekplanner import WeekBeeld
from kernteam_tui.widgets.tekst import ZACHT


def dagkoppen(week: WeekBeeld, dagen: Sequence[int], tekening: Weektekening) -> Content:
    """One line: per day the letters of its strip, its name, and whether it is closed or has tests."""
    regel = Content(" " * AS_BREED)
    for dag in dagen:
        datum = week.maandag + timedelta(days=dag)
        naam = f"{SCHOOLDAGEN[dag]} {datum.day}" if len(dagen) > 1 else dag_kort(datum)
        stijl = "bold underline $primary" if datum == week.vandaag else "bold"
        waar = f"  {tekening.strook.waar(dag)}" if len(dagen) == 1 else ""
        delen = Content.assemble(
            (f" {tekening.strook.kop()} ", ZACHT),
            (naam, stijl),
            (f" {_merken(week, dag)}".rstrip(), "$warning"),
            (waar.rstrip(), ZACHT),
        )
        regel += delen.truncate(tekening.kolom, ellipsis=True, pad=True)
    return regel


def _merken(week: WeekBeeld, dag: int) -> str:
    koppen = [school.dagen[dag] for school in week.scholen]
    if koppen and all(kop.dicht for kop in koppen):
        return "dicht"
    delen = ["deels dicht" if any(kop.dicht for kop in koppen) else ""]
    delen.append("toetsen" if any(kop.toetsen for kop in koppen) else "")
    return ", ".join(deel for deel in delen if deel)
