"""The planner: proposals for one case, a week of 8 cases, 400 cases on 28 schools, and how it grows.

    python -m bench.planner

Absolute goals (100 ms for the week of 8 with everything that it loads, 2 s for the 400) are printed beside
what was measured, never asserted. The two sides of a ratio run in turns in one process.
"""

from __future__ import annotations

import subprocess
import sys
import time

from bench.opstelling.planweken import make_one_worker, make_week
from bench.opstelling.tweeling import Side, Stopwatch, alternate
from kernteam_tui.domain.planning.indeling import Indeling
from kernteam_tui.domain.planning.puzzel import gretig
from kernteam_tui.domain.planning.voorstellen import voorstellen
from kernteam_tui.domain.planning.week import Plancasus, Planweek
from kernteam_tui.services.weekindeling import deel_in, stel_weekvraag

Week = tuple[Planweek, tuple[Plancasus, ...]]
SEEDS, ROUNDS = 5, 5
_FIRST = """
import time
from bench.opstelling.planweken import {maak}
week, cases = {maak}({argumenten})
begin = time.perf_counter()
from kernteam_tui.services.weekindeling import deel_in
uit = deel_in(week, cases)
ms = (time.perf_counter() - begin) * 1000
import sys
print(f"{{ms:.0f}} {{'highspy' in sys.modules}} {{uit.bewezen}} {{len(uit.geplaatst)}}")
"""


def main() -> None:
    """Every promise of speed of the planner."""
    one_case()
    first_week("8 casussen, gewone week", "make_week", "3, cases=8, schools=2, people=8")
    first_week("24 gesprekken van één gezinswerker, met HiGHS", "make_one_worker", "1, 24, 40")
    whole_city()
    one_worker()
    growth()


def one_case() -> None:
    """Proposals while one edits."""
    week, (case, *_) = make_week(1, cases=1)
    kaal, (kale, *_) = make_week(1, cases=1, schools=1, people=2, blocks=0)
    outcome = alternate(20, _timed_call(week, case), _timed_call(kaal, kale))
    print(
        f"voorstellen voor een casus ({len(voorstellen(week, case).voorstellen)}): {outcome.ours_ms:.2f} ms, "
        f"in een week met een school {outcome.theirs_ms:.2f} ms, x{outcome.ratio:.2f}"
    )


def _timed_call(week: Planweek, case: Plancasus) -> Side:
    def side(watch: Stopwatch) -> None:
        with watch.running():
            voorstellen(week, case)

    return side


def first_week(what: str, maak: str, argumenten: str) -> None:
    """In a new process, so with all that is loaded for it."""
    opdracht = _FIRST.format(maak=maak, argumenten=argumenten)
    regels = [
        subprocess.run(
            [sys.executable, "-c", opdracht], check=True, capture_output=True, text=True
        ).stdout.split()
        for _ in range(ROUNDS)
    ]
    ms = sorted(int(regel[0]) for regel in regels)[ROUNDS // 2]
    _, highs, proven, placed = regels[0]
    print(
        f"eerste indeling, {what}: {ms} ms (doel 100: {'gehaald' if ms <= 100 else 'NIET gehaald'}); "
        f"HiGHS geladen: {highs}, geplaatst {placed}, bewezen {proven}"
    )


def whole_city() -> None:
    """400 cases on 28 schools with 56 people: how long, how many proven, how many more than greedy."""
    proven = more = 0
    seconds = []
    for seed in range(SEEDS):
        week = make_week(seed, cases=400)
        ours, taken, greedy = _divide(week)
        seconds.append(taken)
        proven += ours.bewezen
        more += len(ours.geplaatst) - greedy
        print(
            f"  zaad {seed}: {taken:.2f} s, minstens {_fewest(week)} voorstellen, geplaatst "
            f"{len(ours.geplaatst)} (gretig {greedy}), kosten {ours.kosten}, bewezen {ours.bewezen}"
        )
    midden = sorted(seconds)[SEEDS // 2]
    print(
        f"400 casussen op 28 scholen met 56 mensen: {midden:.2f} s (doel 2: "
        f"{'gehaald' if midden <= 2 else 'NIET gehaald'}), bewezen {proven} van {SEEDS}, "
        f"{more} meer geplaatst dan gretig"
    )


def _fewest(week: Week) -> int:
    return min(len(voorstellen(week[0], case).voorstellen) for case in week[1])


def _divide(week: Week) -> tuple[Indeling, float, int]:
    """The answer, how long it took, and how many a greedy one places."""
    begin = time.perf_counter()
    answer = deel_in(*week)
    seconds = time.perf_counter() - begin
    greedy = gretig(stel_weekvraag(*week).opgave.puzzel)
    return answer, seconds, sum(gekozen is not None for gekozen in greedy)


def one_worker() -> None:
    """The worst case for a search by hand: 24 talks of one person with 40 places each."""
    proven = [deel_in(*make_one_worker(seed, 24, 40)).bewezen for seed in range(SEEDS)]
    print(f"een gezinswerker, 24 gesprekken met 40 plekken: bewezen {sum(proven)} van {SEEDS}")


def growth() -> None:
    """Each number against half of it: what twice as much costs."""
    for naam, groot, klein in (
        ("400 casussen tegen 200", {"cases": 400}, {"cases": 200}),
        ("112 mensen tegen 56", {"cases": 200, "people": 112}, {"cases": 200}),
        ("40 bezette blokken tegen 20", {"cases": 200, "blocks": 40}, {"cases": 200, "blocks": 20}),
    ):
        veel, minder = make_week(1, **groot), make_week(1, **klein)
        outcome = alternate(ROUNDS, _timed_week(veel), _timed_week(minder))
        print(f"{naam}: {outcome.ours_ms:.0f} ms tegen {outcome.theirs_ms:.0f} ms, x{outcome.ratio:.2f}")


def _timed_week(week: Week) -> Side:
    def side(watch: Stopwatch) -> None:
        with watch.running():
            deel_in(*week)

    return side


if __name__ == "__main__":
    main()
