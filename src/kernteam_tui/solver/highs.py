"""The only door to HiGHS: a model in, values of the columns and a proven bound out.

It is loaded when a week is too hard for `zoeken`, never before: loading takes longer than most weeks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

from kernteam_tui.solver.model import Rij

MEESTE_KNOPEN = 5_000
"""How many branches are looked at for one goal: the bound of the work, the same on every machine."""


@dataclass(frozen=True)
class Vondst:
    """Values of the columns (None: nothing found), and a number that no answer goes below."""

    waarden: Sequence[float] | None
    ondergrens: float


@dataclass(frozen=True)
class Ontspanning:
    """The model without the rule that columns are whole: no answer goes below `ondergrens`, and one that has
    a column goes no lower than that and the number of that column in `meer` together. `mate` is how much of
    each column the answer has that reaches it."""

    ondergrens: float
    meer: Sequence[float]
    mate: Sequence[float]


class Highs:
    """One model that is asked for the lowest value of one goal after another.

    One thread, no chance, nothing on the screen: the same questions get the same answers.
    """

    def __init__(self, kolommen: int, rijen: Sequence[Rij]) -> None:
        import highspy

        self._highspy = highspy
        self._kolommen = kolommen
        self._rijen = list(rijen)
        maak: Any = highspy.Highs
        self._highs: Any = maak()
        for naam, waarde in _INSTELLINGEN.items():
            self._highs.setOptionValue(naam, waarde)
        self._highs.passModel(self._lp())

    def minimize(self, doel: Mapping[int, int], begin: Sequence[float], seconden: float) -> Vondst:
        """The lowest value of the sum of these columns, from an answer that is known."""
        self._ask(doel, seconden)
        oplossing = self._highspy.HighsSolution()
        oplossing.col_value = list(begin)
        oplossing.value_valid = True
        self._highs.setSolution(oplossing)
        self._highs.run()
        return self._found()

    def relax(self, doel: Mapping[int, int], seconden: float) -> Ontspanning | None:
        """What is known without whole columns; None where that takes too long."""
        self._ask(doel, seconden)
        self._highs.setOptionValue("solve_relaxation", True)
        self._highs.run()
        self._highs.setOptionValue("solve_relaxation", False)
        if self._highs.getModelStatus() != self._highspy.HighsModelStatus.kOptimal:
            return None
        gevonden = self._highs.getSolution()
        waarde = self._highs.getInfo().objective_function_value
        return Ontspanning(waarde, list(gevonden.col_dual), list(gevonden.col_value))

    def _ask(self, doel: Mapping[int, int], seconden: float) -> None:
        import numpy

        kosten = numpy.zeros(self._kolommen)
        kosten[list(doel)] = list(doel.values())
        alle = numpy.arange(self._kolommen, dtype=numpy.int32)
        self._highs.changeColsCost(self._kolommen, alle, kosten)
        self._highs.setOptionValue("time_limit", max(seconden, 0.001))

    def hold(self, rij: Rij) -> None:
        """One more rule for every question that follows."""
        self._rijen.append(rij)
        self._highs.addRow(rij.laagst, rij.hoogst, len(rij.kolommen), list(rij.kolommen), list(rij.getallen))

    def allow_only(self, kolommen: Collection[int]) -> None:
        """Every other column is 0 from now on."""
        import numpy

        alle = numpy.arange(self._kolommen, dtype=numpy.int32)
        hoogst = numpy.zeros(self._kolommen)
        hoogst[list(kolommen)] = 1.0
        self._highs.changeColsBounds(self._kolommen, alle, numpy.zeros(self._kolommen), hoogst)

    def narrowed(self, kolommen: Collection[int]) -> Highs:
        """The same model and rules with these columns only; what is left of a rule may be nothing."""
        mag = frozenset(kolommen)
        kleiner = Highs(self._kolommen, list(dict.fromkeys(_shortened(self._rijen, mag))))
        kleiner.allow_only(mag)
        return kleiner

    def _found(self) -> Vondst:
        status = self._highspy.HighsModelStatus
        info = self._highs.getInfo()
        uit = self._highs.getModelStatus()
        if info.primal_solution_status != self._highspy.SolutionStatus.kSolutionStatusFeasible:
            return Vondst(None, -inf)
        bekend = uit in (status.kOptimal, status.kTimeLimit, status.kSolutionLimit, status.kIterationLimit)
        grens = info.mip_dual_bound if bekend else -inf
        return Vondst(list(self._highs.getSolution().col_value), grens)

    def _lp(self) -> Any:
        import numpy

        lp = self._highspy.HighsLp()
        lp.num_col_, lp.num_row_ = self._kolommen, len(self._rijen)
        lp.col_cost_ = numpy.zeros(self._kolommen)
        lp.col_lower_, lp.col_upper_ = numpy.zeros(self._kolommen), numpy.ones(self._kolommen)
        lp.row_lower_ = numpy.array([rij.laagst for rij in self._rijen], dtype=float)
        lp.row_upper_ = numpy.array([rij.hoogst for rij in self._rijen], dtype=float)
        lp.integrality_ = [self._highspy.HighsVarType.kInteger] * self._kolommen
        lp.a_matrix_.format_ = self._highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = numpy.cumsum(
            [0, *(len(rij.kolommen) for rij in self._rijen)], dtype=numpy.int32
        )
        lp.a_matrix_.index_ = numpy.array([k for rij in self._rijen for k in rij.kolommen], dtype=numpy.int32)
        lp.a_matrix_.value_ = numpy.array([g for rij in self._rijen for g in rij.getallen], dtype=float)
        return lp


def _shortened(rijen: Iterable[Rij], mag: frozenset[int]) -> Iterator[Rij]:
    for rij in rijen:
        paren = [(k, g) for k, g in zip(rij.kolommen, rij.getallen, strict=True) if k in mag]
        altijd = rij.laagst <= 0 and all(g > 0 for _, g in paren) and sum(g for _, g in paren) <= rij.hoogst
        if not altijd:
            yield Rij(tuple(k for k, _ in paren), tuple(g for _, g in paren), rij.laagst, rij.hoogst)


_INSTELLINGEN: Mapping[str, object] = {
    "output_flag": False,
    "log_to_console": False,
    "threads": 1,
    "parallel": "off",
    "random_seed": 0,
    "presolve": "off",
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.5,
    "mip_max_nodes": MEESTE_KNOPEN,
}
"""All goals are whole numbers: an answer within half of the bound is the best.

`presolve` is off: with it HiGHS 1.15.1 called an answer of 7 the best where 5 could be had
(`test_an_answer_that_presolve_loses_is_found`).
"""
