"""Damages the files of a store and counts how it is told. Run: python -m bench.faults.damage

Half of the stores were closed in order, half were killed and have a log (`-wal`) beside them. Every try
opens the store with the right passphrase and runs the check that the program runs after opening. Exit
status 1 when damage is missed, told as something else (a wrong passphrase above all) or ends in an
exception without a name, or when a control does not show such a miss.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from random import Random

from bench.faults.killer import Say, run
from bench.faults.lanes import lanes
from bench.faults.plain import missed_in_plain
from bench.faults.spoil import KEY_FILE, STORE, Spoil, forge_key_file
from bench.faults.stores import (
    Manifest,
    copied,
    failed_checks,
    make_store,
    manifest,
    open_as_the_app_does,
)
from bench.faults.work import Autosave
from kernteam_tui.data.fouten import KeyFileDamaged, StoreDamaged, StoreError, WrongSecret
from kernteam_tui.data.opening.bestanden import DATABASE, KEYS, KEYS_COPY
from kernteam_tui.data.sleutels.sleutelbestand import read_key_file
from kernteam_tui.services.sessie import Sessie

LOG, INDEX = f"{DATABASE}-wal", f"{DATABASE}-shm"
CONTROL = 100
WORK_SEED = 1
"""Of the saves that stand in the log."""

REFUSED = "refused at opening"
FOUND = "found by the check"
MENDED = "mended and said"
BY_THE_LOG = "mended by the log"
SHORTENED = "last saves gone"
SHORTENED_SAID = "last saves gone, and said"
SHORTENED_UNSAID = "LAST SAVES GONE UNSAID"
NOT_KEPT = "DAMAGED LOG NOT KEPT"
ALARM = "FALSE ALARM"
UNSEEN = "unseen, nothing differs"
MISSED = "MISSED"
UNSAID = "MENDED UNSAID"
WRONG_SECRET = "WRONG PASSPHRASE"
OTHER = "TOLD AS SOMETHING ELSE"
NAMELESS = "NAMELESS EXCEPTION"
BROKEN = frozenset({UNSEEN, MISSED, UNSAID, WRONG_SECRET, OTHER, NAMELESS, SHORTENED_UNSAID, NOT_KEPT, ALARM})

Outcome = tuple[str, str]
"""One of the words above, and a detail to print where a promise is broken."""


@dataclass(frozen=True)
class Target:
    """A store to damage, what is in it, and whether its last saves stand in a log beside it."""

    source: Path
    room: Path
    content: Manifest
    has_log: bool


@dataclass(frozen=True)
class Damage:
    """One try: what is done to which of the files, and how it must be told when the store is refused."""

    number: str
    name: str
    spoil: Spoil
    hit: tuple[str, ...]
    told_as: str = StoreDamaged.code
    without: tuple[str, ...] = ()
    """Files that are not there either."""

    def apply(self, folder: Path) -> None:
        """Damage each of these files, each at a place of its own."""
        rng = Random(self.number)
        for name in self.without:
            (folder / name).unlink()
        for name in self.hit:
            path = folder / name
            whole = spoilt = path.read_bytes()
            while spoilt == whole:  # a sector that was zero already, two pages alike
                spoilt = self.spoil(whole, rng)
            path.write_bytes(spoilt)


def damage_once(target: Target, damage: Damage) -> Outcome:
    """Damage a copy, open it as the app does, check it, and compare what is in it."""
    with copied(target.source, target.room, f"damage-{damage.number.replace('/', '-')}") as folder:
        damage.apply(folder)
        first = _open_and_look(target, damage, folder)
        if first[0] != REFUSED:
            return first
        again = _open_and_look(target, damage, folder)
        return first if again[0] == REFUSED else (f"{REFUSED}, then {again[0]}", again[1])


def _open_and_look(target: Target, damage: Damage, folder: Path) -> Outcome:
    try:
        sessie = open_as_the_app_does(folder)
    except WrongSecret:
        return WRONG_SECRET, damage.name
    except StoreError as error:
        told = error.code == damage.told_as
        return (REFUSED, error.code) if told else (OTHER, f"{damage.name}: {error.code}")
    except Exception as error:  # what a user would see as a crash
        return NAMELESS, f"{damage.name}: {type(error).__name__}: {error}"
    try:
        return _after_opening(target, damage, sessie)
    except Exception as error:  # the checks report and never raise
        return NAMELESS, f"{damage.name}, after opening: {type(error).__name__}: {error}"
    finally:
        sessie.close()


def _after_opening(target: Target, damage: Damage, sessie: Sessie) -> Outcome:
    if found := failed_checks(sessie):
        return FOUND, found[0]
    if manifest(sessie) != target.content:
        return _shortened(sessie, damage) if LOG in damage.hit else (MISSED, damage.name)
    if sessie.store.log_damaged is not None:
        return ALARM, damage.name
    if LOG in damage.hit:
        return BY_THE_LOG, ""
    if damage.hit != (DATABASE,):
        mended = sessie.meldingen and not read_key_file(sessie.map).to_mend
        return (MENDED, "") if mended else (UNSAID, damage.name)
    return (BY_THE_LOG, "") if target.has_log else (UNSEEN, damage.name)


def _shortened(sessie: Sessie, damage: Damage) -> Outcome:
    """The log ends at its first damaged page: then the store must be as it was after some earlier save.

    What SQLite's own index knew of the log is told in any case; without that index the end is not promised.
    """
    found = Autosave(sessie, WORK_SEED).read()
    stands = [Autosave.expected(WORK_SEED, actions) for actions in range(Autosave.actions)]
    if found not in stands:
        return MISSED, "log"
    if sessie.store.log_damaged is not None:
        kept = sessie.map / sessie.store.log_damaged.apart / LOG
        return (SHORTENED_SAID, "") if kept.exists() else (NOT_KEPT, damage.name)
    return (SHORTENED if damage.without else SHORTENED_UNSAID), damage.name


def make_targets(room: Path) -> tuple[Target, Target]:
    """A store that was closed in order, and one whose program was killed with its saves in the log."""
    closed, killed = make_store(room / "closed"), make_store(room / "killed")
    assert run(lambda say: _work_and_die(killed, say)).killed
    assert (killed / LOG).stat().st_size > 0, "no log was left"
    return _target(closed, room, has_log=False), _target(killed, room, has_log=True)


def _work_and_die(folder: Path, _say: Say) -> None:
    sessie = open_as_the_app_does(folder)
    work = Autosave(sessie, WORK_SEED)
    for number in range(work.actions):
        work.act(number)
    os.kill(os.getpid(), signal.SIGKILL)


def _target(source: Path, room: Path, *, has_log: bool) -> Target:
    with copied(source, room, f"{source.name}-whole") as folder:
        sessie = open_as_the_app_does(folder)
        content = manifest(sessie)
        sessie.close()
    return Target(source, room, content, has_log)


def store_damages(number: int, seed: int, what: str = DATABASE) -> Iterator[Damage]:
    """So many damages of the store (or of the log), the ways in turn."""
    for index, (name, spoil) in enumerate(islice(cycle(STORE), number)):
        yield Damage(f"{seed}/{what}/{index}", name, spoil, (what,))


def log_damages(number: int, seed: int) -> Iterator[Damage]:
    """So many damages of the log, with its index beside it as a killed program leaves it."""
    return store_damages(number, seed, LOG)


def log_damages_alone(number: int, seed: int) -> Iterator[Damage]:
    """The same damages where the index is gone: after a power cut, or in a copy."""
    for damage in log_damages(number, seed):
        yield replace(damage, without=(INDEX,))


def key_damages(number: int, seed: int) -> Iterator[Damage]:
    """So many damages of the key file: the one copy, the other, both."""
    ways = cycle([(KEYS,), (KEYS_COPY,), (KEYS, KEYS_COPY)])
    for index, ((name, spoil), hit) in enumerate(islice(zip(cycle(KEY_FILE), ways, strict=False), number)):
        yield Damage(f"{seed}/keys/{index}", name, spoil, hit, KeyFileDamaged.code)


def forgeries(number: int, seed: int) -> Iterator[Damage]:
    """The control: both copies changed and given a checksum that fits, as no accident does."""
    for index in range(number):
        yield Damage(
            f"{seed}/forged/{index}", "forged", forge_key_file, (KEYS, KEYS_COPY), KeyFileDamaged.code
        )


def damage_many(pool: Executor, target: Target, damages: Iterable[Damage]) -> list[Outcome]:
    """Every damage on a copy of its own."""
    asked = [pool.submit(damage_once, target, damage) for damage in damages]
    return [order.result() for order in asked]


def report(title: str, found: Sequence[Outcome]) -> bool:
    """Print the counts of one file; True when nothing was missed or told as something else."""
    counts = Counter(outcome for outcome, _ in found)
    print(f"{title}: {len(found)} damages")
    for outcome, count in sorted(counts.items()):
        print(f"  {outcome.ljust(24)}{count:6}")
    unsaid = Counter(detail for outcome, detail in found if outcome == SHORTENED)
    for name, count in sorted(unsaid.items()):
        print(f"    unsaid: {name.ljust(20)}{count:6}")
    for outcome, detail in found:
        if _broken(outcome):
            print(f"BROKEN {outcome}: {detail}")
    return not any(_broken(outcome) for outcome in counts)


def _broken(outcome: str) -> bool:
    """Also where only the second try goes wrong."""
    return outcome.removeprefix(f"{REFUSED}, then ") in BROKEN


def main(argv: list[str] | None = None) -> int:
    """Damage, count, and fail where a promise is broken."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--store", type=int, default=1000, help="damages of kluis.db")
    options.add_argument("--keys", type=int, default=2000, help="damages of the key file")
    options.add_argument("--log", type=int, default=200, help="damages of kluis.db-wal")
    options.add_argument("--seed", type=int, default=20261122)
    chosen = options.parse_args(argv)
    seed = chosen.seed
    print(f"seed {seed}; every file hit at a random place")
    with tempfile.TemporaryDirectory() as folder, lanes() as pool:
        room = Path(folder)
        closed, killed = make_targets(room)
        half = chosen.store // 2
        kept = [
            report("kluis.db, closed", damage_many(pool, closed, store_damages(chosen.store - half, seed))),
            report("kluis.db, beside a log", damage_many(pool, killed, store_damages(half, seed + 1))),
            report("key file", damage_many(pool, closed, key_damages(chosen.keys, seed))),
            report("log, beside its index", damage_many(pool, killed, log_damages(chosen.log, seed))),
            report(
                "log alone (its end is not promised)",
                damage_many(pool, killed, log_damages_alone(chosen.log, seed)),
            ),
        ]
        missed = missed_in_plain(closed.source, room, CONTROL, seed)
        forged = damage_many(pool, closed, forgeries(CONTROL // 10, seed))
    called_wrong = sum(outcome == WRONG_SECRET for outcome, _ in forged)
    print(f"control: missed {missed} of {CONTROL} (must be > 0): the same damage on plain SQLite")
    print(
        f"control: called a wrong passphrase {called_wrong} of {len(forged)} (must be > 0): a forged checksum"
    )
    return 0 if all(kept) and missed and called_wrong else 1


if __name__ == "__main__":
    sys.exit(main())
