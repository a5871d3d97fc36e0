"""Kills the program at random moments and counts what was lost. Run: python -m bench.faults.kills

Per kind of work the demo's store is copied, worked in through the services by a process that is killed
(SIGKILL) anywhere between its start and its end, opened again and judged. Exit status 1 when an
acknowledged action is lost or half, a store does not open, a check finds something, a log is called damaged
that is not, or a control sees no loss. After that the app itself is killed in a terminal
(`bench.faults.typed`).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median

from bench.faults.erasing import Erasing
from bench.faults.judge import Verdict, boast_through, judge, work_through
from bench.faults.killer import run
from bench.faults.lanes import lanes
from bench.faults.migrating import Migrating
from bench.faults.stores import Manifest, copied, make_store, manifest, open_as_the_app_does
from bench.faults.typed import report as typing_kept
from bench.faults.typed import type_many
from bench.faults.work import Autosave, Finalising, Planning, Work

REHEARSALS = 6
"""Runs that are not killed: how long the kind of work takes, with both lanes busy."""
BUSY = 0.4
"""Part of the time after which the control is killed, while it works."""
CONTROL_ROUNDS = 6
"""Times that the control may try to lose something."""
TRIES = 20
"""A process that was done before its kill does not count; it is tried again at most so often."""


@dataclass(frozen=True)
class Stage:
    """Where the kills take place: which store each kind copies, what is in it, and room for the copies."""

    sources: dict[str, Path]
    before: dict[str, Manifest]
    room: Path
    seed: int

    def copy(self, kind: str, name: str) -> AbstractContextManager[Path]:
        """A store for one try of this kind."""
        return copied(self.sources[kind], self.room, f"{kind}-{name}")


@dataclass(frozen=True)
class Order:
    """One kill that is asked for."""

    kind: str
    number: int
    seconds: float
    """How long the whole work takes; the kill falls somewhere within."""
    boast: bool = False


KINDS: dict[str, type[Work]] = {
    kind.name: kind for kind in (Autosave, Planning, Finalising, Erasing, Migrating)
}


def set_stage(room: Path, seed: int, kinds: Iterable[str] = tuple(KINDS)) -> Stage:
    """Make the stores that the tries of these kinds copy."""
    made = make_store(room / "demo")
    sources = {kind: KINDS[kind].make_source(made, room) for kind in kinds}
    before = {kind: _content(source, room) for kind, source in sources.items()}
    return Stage(sources, before, room, seed)


def _content(source: Path, room: Path) -> Manifest:
    with copied(source, room, "undisturbed") as folder:
        sessie = open_as_the_app_does(folder)
        content = manifest(sessie)
        sessie.close()
    return content


def rehearse(stage: Stage, kind: str, number: int) -> float:
    """Seconds of a whole run that nobody disturbs. Raises AssertionError when it does not succeed."""
    with stage.copy(kind, f"rehearsal-{number}") as folder:
        done = run(work_through(KINDS[kind], folder, stage.seed))
        verdict = judge(KINDS[kind], folder, stage.seed, done, stage.before[kind])
    assert not done.killed, "a run that nobody killed hangs"
    assert verdict.acks == KINDS[kind].actions, f"undisturbed, {kind} gives {verdict}"
    assert not verdict.broken, f"undisturbed, {kind} gives {verdict}"
    return done.seconds


def kill_once(stage: Stage, order: Order) -> Verdict:
    """One kill and what was found after it."""
    kind = KINDS[order.kind]
    rng = Random(f"{stage.seed}/{order.kind}/{order.number}/{order.boast}")
    through = boast_through if order.boast else work_through
    earliest = BUSY if order.boast else 0
    seconds = order.seconds
    for attempt in range(TRIES):
        plan = rng.randrange(1_000_000)
        with stage.copy(order.kind, f"{order.number}-{attempt}") as folder:
            ended = run(through(kind, folder, plan), rng.uniform(earliest, 1) * seconds)
            if ended.killed or ended.failure:
                return judge(kind, folder, plan, ended, stage.before[order.kind])
            seconds = ended.seconds  # it was done before its kill: so long does it take now
    raise AssertionError(f"{order.kind} was always done before its kill")


def kill_many(pool: Executor, stage: Stage, kinds: Iterable[str], each: int) -> dict[str, list[Verdict]]:
    """So many kills of each kind, in the order of the kinds."""
    asked = {}
    for kind in kinds:
        runs = min(REHEARSALS, 1 + each // 10)
        seconds = median(pool.map(rehearse, [stage] * runs, [kind] * runs, range(runs)))
        asked[kind] = [pool.submit(kill_once, stage, Order(kind, n, seconds)) for n in range(each)]
    return {kind: [order.result() for order in orders] for kind, orders in asked.items()}


def control(pool: Executor, stage: Stage, kills: int) -> int:
    """Acknowledged actions that a program which speaks too early loses: the judge must see them.

    A kill is random and may miss the moment between word and deed: so many kills again, a few times.
    """
    seconds = pool.submit(rehearse, stage, Autosave.name, REHEARSALS).result()
    lost = done = 0
    while not lost and done < kills * CONTROL_ROUNDS:
        orders = [Order(Autosave.name, done + number, seconds, boast=True) for number in range(kills)]
        lost = sum(verdict.lost for verdict in pool.map(kill_once, [stage] * kills, orders))
        done += kills
    print(f"control: lost {lost} in {done} kills (must be > 0): a program that speaks before it has saved")
    return lost


COLUMNS: tuple[tuple[str, Callable[[list[Verdict]], int]], ...] = (
    ("kills", len),
    ("opening", lambda found: _phases(found)["opening"]),
    ("working", lambda found: _phases(found)["working"]),
    ("closing", lambda found: _phases(found)["closing"]),
    ("acknowledged", lambda found: sum(verdict.acks for verdict in found)),
    ("lost", lambda found: sum(verdict.lost for verdict in found)),
    ("half", lambda found: sum(bool(verdict.half) for verdict in found)),
    ("failed opens", lambda found: sum(bool(verdict.failed_open) for verdict in found)),
    ("failed checks", lambda found: sum(bool(verdict.failed_check) for verdict in found)),
    ("false alarms", lambda found: sum(verdict.false_alarm for verdict in found)),
    ("there unsaid", lambda found: sum(verdict.extra for verdict in found)),
)


def report(found: dict[str, list[Verdict]]) -> bool:
    """Print the counts per kind and all together; True when every promise was kept."""
    print("kind".ljust(12) + "".join(f"  {name}" for name, _ in COLUMNS))
    everything = [verdict for verdicts in found.values() for verdict in verdicts]
    for kind, verdicts in {**found, "all": everything}.items():
        print(kind.ljust(12) + "".join(f"{count(verdicts):{len(name) + 2}}" for name, count in COLUMNS))
    for kind, verdicts in found.items():
        for verdict in (v for v in verdicts if v.broken):
            print(f"BROKEN {kind}: {verdict}")
    return not any(verdict.broken for verdict in everything)


def _phases(found: list[Verdict]) -> Counter[str]:
    return Counter(verdict.phase for verdict in found)


def main(argv: list[str] | None = None) -> int:
    """Kill, count, and fail where a promise is broken."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--n", type=int, default=500, help="kills, spread evenly over the kinds of work")
    options.add_argument("--kind", choices=tuple(KINDS), action="append", help="only this kind of work")
    options.add_argument("--control", type=int, default=40, help="kills of the control; 0: none")
    options.add_argument("--typed", type=int, default=24, help="kills of the app in a terminal, besides")
    options.add_argument("--seed", type=int, default=20261122)
    chosen = options.parse_args(argv)
    print(f"seed {chosen.seed}; each kill anywhere between the start and the end of a process")
    with tempfile.TemporaryDirectory() as room:
        kinds = chosen.kind or tuple(KINDS)
        stage = set_stage(Path(room), chosen.seed, {*kinds, Autosave.name})
        with lanes() as pool:
            kept = report(kill_many(pool, stage, kinds, -(-chosen.n // len(kinds))))
            lost = control(pool, stage, chosen.control) if chosen.control else None
            source = stage.sources[Autosave.name]
            typed = type_many(pool, source, stage.room, chosen.seed, chosen.typed) if chosen.typed else []
    safe = typing_kept(typed) if typed else True
    return 0 if kept and safe and lost != 0 else 1


if __name__ == "__main__":
    sys.exit(main())
