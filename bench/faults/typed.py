"""Kills the app itself while a note is typed in a terminal. Run: python -m bench.faults.typed

What had stood on the screen for a second when the process was killed must be in the store (the promise of
`docs/privacy.md`), and what is there must be what was typed, from its beginning. Exit status 1 when it is
not, or when the control, which promises every word at once, loses none.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from random import Random
from string import ascii_lowercase
from threading import Timer

from bench.faults.lanes import lanes
from bench.faults.stores import PASSPHRASE, copied, failed_checks, make_store, open_as_the_app_does
from kernteam_tui.services.sessie import Sessie
from tests.e2e.handen import begin_notitie, kaal_thuis, ontgrendel, start
from tests.e2e.terminal import Terminal

SAFE_AFTER = 1.0
"""Seconds on the screen after which a word may not be lost."""
TYPING = (0.2, 6.0)
"""Seconds between the first key and the kill."""
NEXT_DAY = ("--vandaag", "2026-11-24")
"""The demo's own day has moments that are yet to come."""
CASELOAD = r"(?m)^ Caseload(.|\n)+2026-\d\d\d"


@dataclass(frozen=True)
class Typed:
    """One kill: what of the typed text is there, against how long it had been on the screen."""

    ages: tuple[float, ...]
    """Of each word that was seen, seconds from its appearance to the kill; oldest first."""
    kept: int
    """Words that are in the store."""
    wrong: str = ""

    @property
    def lost(self) -> int:
        """Words that were promised and are gone."""
        return sum(age >= SAFE_AFTER for age in self.ages[self.kept :])

    @property
    def oldest_gone(self) -> float:
        """Seconds that the oldest word that is gone had been on the screen."""
        return max(self.ages[self.kept :], default=0.0)


def type_and_kill(source: Path, room: Path, seed: int, number: int) -> Typed:
    """Open the app in a terminal, begin a note, type until the plug is pulled, and read the note."""
    rng = Random(f"{seed}/typed/{number}")
    words = ["".join(rng.choices(ascii_lowercase, k=7)) for _ in range(200)]
    with copied(source, room, f"typed-{number}") as folder:
        place = room / f"typed-place-{number}"
        place.mkdir()
        with start(kaal_thuis(place), "--map", folder, *NEXT_DAY) as terminal:
            _open_a_note(terminal)
            ages = _type_until_killed(terminal, words, rng.uniform(*TYPING))
        return _read_back(folder, words, ages)


def _open_a_note(terminal: Terminal) -> None:
    ontgrendel(terminal, PASSPHRASE)
    terminal.wait_for(r"Nu doen\s+\d+")
    terminal.press("f3")
    terminal.wait_for(CASELOAD)
    terminal.press("enter")
    begin_notitie(terminal)


def _type_until_killed(terminal: Terminal, words: Sequence[str], after: float) -> tuple[float, ...]:
    seen: list[float] = []
    killed: list[float] = []

    def kill() -> None:
        os.killpg(terminal.process.pid, signal.SIGKILL)
        killed.append(time.monotonic())

    timer = Timer(after, kill)
    timer.start()
    for word in words:
        try:
            terminal.press(f"{word} ")
        except OSError:  # nobody listens any more
            break
        if killed or word not in terminal.text:
            break
        seen.append(time.monotonic())
    timer.join()
    return tuple(killed[0] - moment for moment in seen if moment <= killed[0])


def _read_back(folder: Path, words: Sequence[str], ages: tuple[float, ...]) -> Typed:
    try:
        sessie = open_as_the_app_does(folder)
    except Exception as error:  # whatever it is, the store did not open
        return Typed(ages, 0, f"{type(error).__name__}: {error}")
    try:
        checks, stored = failed_checks(sessie), _typed_text(sessie, words[0])
    finally:
        sessie.close()
    whole = f"{' '.join(words)} "
    if checks or not whole.startswith(stored):
        return Typed(ages, 0, f"checks {checks}, text {stored!r}")
    return Typed(ages, len(stored.split()))


def _typed_text(sessie: Sessie, first: str) -> str:
    """What follows on the first word, up to the end of its line; empty when nothing is there yet."""
    with sessie.unit_of_work() as uow:
        texts = [note.tekst for casus in uow.casussen.find() for note in uow.notities.find(casus_id=casus.id)]
    found = [line for text in texts for line in text.splitlines() if line.startswith(first[:1])]
    return next((line for line in found if line[: len(first)] == first[: len(line)]), "")


def type_many(pool: Executor, source: Path, room: Path, seed: int, number: int) -> list[Typed]:
    """So many times the app in a terminal, each killed while typing."""
    asked = [pool.submit(type_and_kill, source, room, seed, n) for n in range(number)]
    return [order.result() for order in asked]


def report(found: Sequence[Typed]) -> bool:
    """Print the counts; True when nothing that was promised is gone, and the control lost something."""
    lost, wrong = sum(typed.lost for typed in found), [typed.wrong for typed in found if typed.wrong]
    promised = sum(age >= SAFE_AFTER for typed in found for age in typed.ages)
    seen = sum(len(typed.ages) for typed in found)
    print(f"the app in a terminal, killed while typing: {len(found)} kills; words seen {seen}")
    print(f"seen for {SAFE_AFTER} s: {promised}; of these lost: {lost}; wrong or not opened: {len(wrong)}")
    print(f"the oldest word that is gone stood there for {max(t.oldest_gone for t in found):.2f} s")
    for reason in wrong:
        print(f"BROKEN {reason}")
    at_once = sum(len(typed.ages) - min(typed.kept, len(typed.ages)) for typed in found)
    print(f"control: lost {at_once} (must be > 0): if every word were promised as soon as it is seen")
    return not lost and not wrong and bool(at_once)


def main(argv: list[str] | None = None) -> int:
    """Type, kill, read, and fail where something promised is gone."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--n", type=int, default=24, help="kills")
    options.add_argument("--seed", type=int, default=20261122)
    chosen = options.parse_args(argv)
    print(f"seed {chosen.seed}")
    with tempfile.TemporaryDirectory() as folder, lanes() as pool:
        room = Path(folder)
        found = type_many(pool, make_store(room / "demo"), room, chosen.seed, chosen.n)
    return 0 if report(found) else 1


if __name__ == "__main__":
    sys.exit(main())
