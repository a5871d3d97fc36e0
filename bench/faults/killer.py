"""Runs a piece of work in a process of its own and kills it after so many seconds.

The process is forked from one that has loaded the program but opened nothing, so that a kill costs
milliseconds and not a start of Python. What it does from there on is the program's own code.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass

Say = Callable[[str], None]
"""Writes one line to whoever watches; it has left the process when this returns."""
Job = Callable[[Say], None]

PATIENCE = 60.0
"""Seconds after which a run that was not to be killed counts as hanging."""
FAILED = "FAILED "
"""Start of the line of a job that ended in an exception."""


@dataclass(frozen=True)
class Run:
    """How a process went: its whole lines, whether SIGKILL ended it, and the seconds it lived."""

    lines: tuple[str, ...]
    killed: bool
    seconds: float

    @property
    def failure(self) -> str:
        """The exception that ended it by itself; empty when there was none."""
        return next((line.removeprefix(FAILED) for line in self.lines if line.startswith(FAILED)), "")


def run(job: Job, kill_after: float | None = None) -> Run:
    """Do the job in a fork; after `kill_after` seconds (None: never) it gets a SIGKILL."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be_the_child(job, writing)
    os.close(writing)
    deadline = start + (PATIENCE if kill_after is None else kill_after)
    output = _read_until(reading, deadline)
    killed_in_time = _kill(child)
    seconds = time.monotonic() - start
    output += _read_until(reading, time.monotonic() + PATIENCE)
    os.close(reading)
    whole = output[: output.rfind(b"\n") + 1].decode()
    return Run(tuple(whole.splitlines()), killed_in_time, seconds)


def _be_the_child(job: Job, writing: int) -> None:
    def say(line: str) -> None:
        os.write(writing, f"{line}\n".encode())

    try:
        job(say)
    except BaseException as error:
        say(f"{FAILED}{type(error).__name__} {traceback.format_exc(limit=-3)!r}")
    finally:
        os._exit(0)


def _read_until(descriptor: int, deadline: float) -> bytes:
    """All that comes until the other side closes or the moment is there."""
    output = b""
    while (patience := deadline - time.monotonic()) > 0:
        ready, _, _ = select.select([descriptor], [], [], patience)
        data = os.read(descriptor, 65_536) if ready else b""
        if not data:
            break
        output += data
    return output


def _kill(child: int) -> bool:
    """Whether it was still alive; a process that has ended cannot be killed any more."""
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
