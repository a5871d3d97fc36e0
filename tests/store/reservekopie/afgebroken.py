"""Kills a restore at every step that reaches the disk, or at some of them, and looks what is left.

`python -m tests.store.reservekopie.afgebroken FOLDER BACKUP SECRET KILLS` prints one JSON object. Each
kill is a SIGKILL of a process of its own (a fork, so that Python starts once) on a fresh copy of FOLDER.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.reservekopie.terugzetten import prepare_restore
from kernteam_tui.data.store import open_store

STEPS = ("fsync", "rename", "replace", "unlink", "rmdir", "mkdir")
NU = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def count_steps(kill_at: int) -> Callable[[], int]:
    """Count every call that changes the disk; at number `kill_at` (0: never) the process is gone."""
    done = 0

    def counted(original: Callable[..., Any]) -> Callable[..., Any]:
        def step(*args: Any, **kw: Any) -> Any:
            nonlocal done
            done += 1
            if done == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)
            return original(*args, **kw)

        return step

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))
    return lambda: done


def restore(folder: Path, backup: Path, secret: str) -> None:
    with prepare_restore(folder, backup, secret) as ready:
        ready.carry_out(NU)


def run(folder: Path, backup: Path, secret: str, kill_at: int) -> int:
    """Restore in a process of its own; answers how many steps it took, 0 when it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            steps = count_steps(kill_at)
            restore(folder, backup, secret)
            os.write(writing, str(steps()).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        answer = stream.read()
    os.waitpid(child, 0)
    return int(answer or 0)


def found(folder: Path, secret: str, notes: dict[str, str]) -> str:
    """Which of the two stores opens, whole; anything else raises."""
    with_log = any(folder.glob("kluis.db-wal"))
    store = open_store(folder, secret)
    try:
        wrong = [finding.tekst for finding in store.controle() if not finding.in_orde]
        with driver_connection(store.engine) as connection:
            texts = " ".join(row[0] for row in connection.execute("SELECT tekst FROM notitie ORDER BY tekst"))
        if wrong:
            raise AssertionError(f"{wrong} (log: {with_log})")
        return notes[texts]
    finally:
        store.close()


def main(folder: Path, backup: Path, secret: str, kills: int) -> dict[str, Any]:
    outcome: Counter[str] = Counter()
    notes = {"ervoor": "nieuw", "erna ervoor": "oud"}
    with tempfile.TemporaryDirectory() as place:
        total = run(_copied(folder, Path(place) / "heel"), backup, secret, 0)
        points = [1 + number * (total - 1) // max(1, kills - 1) for number in range(kills)]
        for number, point in enumerate(points):
            copy = _copied(folder, Path(place) / f"kluis{number}")
            if run(copy, backup, secret, point):
                raise AssertionError("it was not killed")
            outcome[found(copy, secret, notes)] += 1
            outcome["apart"] += bool(list(copy.glob("oud/*/kluis.db")))
            shutil.rmtree(copy)
    return {"kills": kills, "stappen": total, **outcome}


def _copied(folder: Path, target: Path) -> Path:
    shutil.copytree(folder, target)
    return target


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))))
