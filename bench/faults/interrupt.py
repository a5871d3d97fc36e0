"""Kills a process by itself right before the k-th thing it does to the files of a folder.

Python tells an audit hook of every opening, renaming and removing before it happens, so between two of these
nothing is skipped; what SQLite does inside its own files the kills at random moments must hit.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from bench.faults.killer import Job, Say, run

FILE_EVENTS = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate"})
COUNTED = "COUNTED "
DONE = "ACK done"


Act = Callable[[Callable[[], None]], None]
"""Does something, and calls what it gets when the program has told that it is done."""


def before_operation(count: int, folder: Path, act: Act) -> Job:
    """A job that is killed before its operation of that number (from 1); at its end it says how many."""

    def job(say: Say) -> None:
        seen = 0

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            if event not in FILE_EVENTS or not _inside(folder, arguments):
                return
            seen += 1
            if seen == count:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        act(lambda: say(DONE))
        say(f"{COUNTED}{seen}")

    return job


def count_operations(folder: Path, act: Act) -> int:
    """How many operations `act` takes, undisturbed. Raises AssertionError when it does not end well."""
    done = run(before_operation(0, folder, act))
    assert done.lines, "undisturbed, it did not come to its end"
    assert not done.failure, done.failure
    return int(done.lines[-1].removeprefix(COUNTED))


def _inside(folder: Path, arguments: tuple[object, ...]) -> bool:
    return any(
        isinstance(part, str | os.PathLike) and Path(part).is_relative_to(folder) for part in arguments
    )
