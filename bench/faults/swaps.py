"""Kills changes of a whole store and looks which side it is on. Run: python -m bench.faults.swaps

Each change is killed at random moments over its whole run, once before each thing it does to a file, and
twice: in the change and again in the opening that has to carry it through.
Exit status 1 when a store is found that is neither wholly old nor wholly new, when a change that returned
is not there, or when the control, which has no journal, is never found mixed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

from bench.faults.changes import (
    NEW,
    OLD,
    Change,
    Finding,
    KeyRotation,
    Migration,
    NaiveSwap,
    Passphrase,
    Restore,
    Scene,
)
from bench.faults.interrupt import DONE, before_operation, count_operations
from bench.faults.killer import Job, Run, Say, run
from bench.faults.lanes import lanes
from bench.faults.stores import copied

CHANGES: tuple[Change, ...] = (Passphrase(), KeyRotation(), Restore(), Migration())
REHEARSALS = 4
TRIES = 20
LATE = 2 / 3
REOPENING = 12
"""The next opening is killed before one of so many of its file operations."""


@dataclass(frozen=True)
class Stage:
    """One change with its store, and room for copies of it."""

    change: Change
    scene: Scene
    room: Path
    seed: int

    @property
    def prefix(self) -> str:
        """Begin of the names of its copies."""
        return self.change.name.replace(" ", "-")


@dataclass(frozen=True)
class Verdict:
    """What one kill left."""

    acknowledged: bool
    finding: Finding

    @property
    def broken(self) -> str:
        """Why a promise was not kept; empty when it was."""
        if self.finding.wrong:
            return self.finding.wrong
        return "acknowledged, and undone" if self.acknowledged and self.finding.side == OLD else ""


def whole_run(change: Change, folder: Path) -> Job:
    """The change, with a line when the program tells that it is done."""

    def job(say: Say) -> None:
        change.act(folder, lambda: say(DONE))

    return job


def rehearse(stage: Stage, number: int) -> float:
    """Seconds of a change that nobody disturbs. Raises AssertionError when that is not the new side."""
    with copied(stage.scene.source, stage.room, f"{stage.prefix}-rehearsal-{number}") as folder:
        done = run(whole_run(stage.change, folder))
        verdict = judge(stage, folder, done)
    assert verdict.finding == Finding(NEW), (
        f"undisturbed, {stage.change.name} gives {verdict}, {done.failure}"
    )
    return done.seconds


def kill_at_random(stage: Stage, number: int, seconds: float) -> Verdict:
    """One kill: anywhere in the change, or every second time in its last third, where it begins to count."""
    rng = Random(f"{stage.seed}/{stage.change.name}/{number}")
    earliest = LATE if number % 2 else 0
    for attempt in range(TRIES):
        with copied(stage.scene.source, stage.room, f"{stage.prefix}-{number}-{attempt}") as folder:
            ended = run(whole_run(stage.change, folder), rng.uniform(earliest, 1) * seconds)
            if ended.killed or ended.failure:
                return judge(stage, folder, ended)
            seconds = ended.seconds  # it was done before its kill: so long does it take now
    raise AssertionError(f"{stage.change.name} was always done before its kill")


def kill_before_operation(stage: Stage, count: int) -> Verdict:
    """One kill right before the operation of that number."""
    with copied(stage.scene.source, stage.room, f"{stage.prefix}-operation-{count}") as folder:
        ended = run(before_operation(count, folder, partial(stage.change.act, folder)))
        return judge(stage, folder, ended)


def kill_twice(stage: Stage, operations: int, number: int) -> Verdict:
    """One kill before an operation of the change, and one in the opening that has to carry it through."""
    rng = Random(f"{stage.seed}/{stage.change.name}/twice/{number}")
    with copied(stage.scene.source, stage.room, f"{stage.prefix}-twice-{number}") as folder:
        first = rng.randint(operations // 2, operations)
        run(before_operation(first, folder, partial(stage.change.act, folder)))
        again = before_operation(rng.randint(1, REOPENING), folder, partial(_reopen, stage, folder))
        return judge(stage, folder, run(again))


def _reopen(stage: Stage, folder: Path, _done: Callable[[], None]) -> None:
    stage.change.reopen(stage.scene, folder)


def operations_of(stage: Stage) -> int:
    """How many things the change does to files."""
    with copied(stage.scene.source, stage.room, f"{stage.prefix}-count") as folder:
        return count_operations(folder, partial(stage.change.act, folder))


def judge(stage: Stage, folder: Path, ended: Run) -> Verdict:
    """Which side the store is on now."""
    acknowledged = DONE in ended.lines
    if ended.failure:
        return Verdict(acknowledged, Finding("none", f"stopped by itself: {ended.failure}"))
    try:
        return Verdict(acknowledged, stage.change.look(stage.scene, folder))
    except Exception as error:  # whatever it is, the store did not open
        return Verdict(acknowledged, Finding("none", f"{type(error).__name__}: {error}"))


def set_stage(change: Change, room: Path, seed: int) -> Stage:
    """Make the store of one change."""
    own = room / change.name.replace(" ", "-")
    own.mkdir()
    return Stage(change, change.set_up(own), own, seed)


def kill_many(pool: Executor, stage: Stage, number: int) -> dict[str, list[Verdict]]:
    """So many kills at random moments, one before each operation (or as many, spread evenly), and a third as
    many that strike twice."""
    runs = min(REHEARSALS, 1 + number // 10)
    seconds = median(pool.map(rehearse, [stage] * runs, range(runs)))
    at_random = [pool.submit(kill_at_random, stage, n, seconds) for n in range(number)]
    operations = pool.submit(operations_of, stage).result()
    step = max(1, operations // number)
    exact = [pool.submit(kill_before_operation, stage, n) for n in range(1, operations + 1, step)]
    twice = [pool.submit(kill_twice, stage, operations, n) for n in range(-(-number // 3))]
    ways = {
        "at a random moment": at_random,
        "before a file operation": exact,
        "and again while opening": twice,
    }
    return {way: [order.result() for order in orders] for way, orders in ways.items()}


def report(name: str, way: str, found: Sequence[Verdict]) -> bool:
    """Print one line of counts; True when every store is wholly on one side."""
    sides = Counter(verdict.finding.side for verdict in found)
    broken = [verdict.broken for verdict in found if verdict.broken]
    said = sum(verdict.acknowledged for verdict in found)
    print(
        f"{name.ljust(18)}{way.ljust(28)}kills {len(found):4}  old {sides[OLD]:4}  new {sides[NEW]:4}"
        f"  acknowledged {said:3}  mixed or wrong {len(broken):3}"
    )
    for reason, times in Counter(broken).items():
        print(f"BROKEN {name}, {times} times: {reason}")
    return not broken


def control(pool: Executor, room: Path, seed: int) -> int:
    """Stores that a swap without a journal leaves mixed: the judge must see them."""
    stage = set_stage(NaiveSwap(), room, seed)
    operations = pool.submit(operations_of, stage).result()
    found = pool.map(kill_before_operation, [stage] * operations, range(1, operations + 1))
    mixed = sum(bool(verdict.broken) for verdict in found)
    print(f"control: mixed {mixed} (must be > 0): files replaced one by one, without a journal")
    return mixed


def main(argv: list[str] | None = None) -> int:
    """Kill, look, and fail where a store is neither old nor new."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--n", type=int, default=120, help="kills of each change at random moments")
    options.add_argument("--change", choices=[c.name for c in CHANGES], action="append", help="only this one")
    options.add_argument("--control", action=argparse.BooleanOptionalAction, default=True)
    options.add_argument("--seed", type=int, default=20261122)
    chosen = options.parse_args(argv)
    print(f"seed {chosen.seed}; after each kill the store must be wholly old or wholly new")
    kept = []
    with tempfile.TemporaryDirectory() as folder, lanes() as pool:
        room = Path(folder)
        for change in (c for c in CHANGES if not chosen.change or c.name in chosen.change):
            for way, found in kill_many(pool, set_stage(change, room, chosen.seed), chosen.n).items():
                kept.append(report(change.name, way, found))
        mixed = control(pool, room, chosen.seed) if chosen.control else None
    return 0 if all(kept) and mixed != 0 else 1


if __name__ == "__main__":
    sys.exit(main())
