"""Looks at a store after its process was killed: opened as the app does, checked, and read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bench.faults.killer import Job, Run, Say
from bench.faults.stores import Manifest, failed_checks, leftovers, manifest, open_as_the_app_does
from bench.faults.work import Content, Work
from kernteam_tui.services.sessie import Sessie

ACK = "ACK"
"""Start of the line that the program prints when a service has returned: what it did is promised."""


@dataclass(frozen=True)
class Verdict:
    """What was found after one kill. The texts are empty where all is well."""

    acks: int
    phase: str
    """What the process was doing: opening, working or closing."""
    lost: int = 0
    """Actions that were acknowledged and are not there."""
    half: str = ""
    """What is there in part, changed beside the work, or cannot be found by search."""
    failed_open: str = ""
    failed_check: str = ""
    false_alarm: bool = False
    """The program says that the log is damaged, while it was only killed."""
    extra: bool = False
    """The action under way is there wholly, though nothing was acknowledged."""

    @property
    def broken(self) -> bool:
        """A promise was not kept."""
        return bool(self.lost or self.half or self.failed_open or self.failed_check or self.false_alarm)


def work_through(kind: type[Work], folder: Path, seed: int) -> Job:
    """Open the store, do every action and say so after each, close it: as the program is used."""

    def job(say: Say) -> None:
        sessie = open_as_the_app_does(folder)
        work = kind(sessie, seed)
        for number in range(kind.actions):
            work.act(number)
            say(f"{ACK} {kind.name} {number}")
        sessie.close()

    return job


def boast_through(kind: type[Work], folder: Path, seed: int) -> Job:
    """The control: says so before it is done."""

    def job(say: Say) -> None:
        sessie = open_as_the_app_does(folder)
        work = kind(sessie, seed)
        for number in range(kind.actions):
            say(f"{ACK} {kind.name} {number}")
            work.act(number)
        sessie.close()

    return job


def acknowledged(run: Run) -> int:
    """How many actions the process promised."""
    return sum(line.startswith(f"{ACK} ") for line in run.lines)


def judge(kind: type[Work], folder: Path, seed: int, run: Run, before: Manifest) -> Verdict:
    """Whether everything acknowledged is there, complete and searchable, and nothing half."""
    acks = acknowledged(run)
    phase = "closing" if acks == kind.actions else "working" if acks else "opening"
    if run.failure:
        return Verdict(acks, phase, half=f"the program stopped by itself: {run.failure}")
    seen = kind.look_before_opening(folder, acks)
    try:
        sessie = open_as_the_app_does(folder)
    except Exception as error:  # whatever it is, the store did not open
        return Verdict(acks, phase, failed_open=f"{type(error).__name__}: {error}")
    try:
        alarm = sessie.store.log_damaged is not None
        checks = ", ".join(failed_checks(sessie))
        lost, half, extra = _compare(kind, sessie, seed, acks, before)
    finally:
        sessie.close()
    wrong = (seen, half, *(f"left over: {name}" for name in leftovers(folder)))
    return Verdict(acks, phase, lost, ", ".join(filter(None, wrong)), "", checks, alarm, extra)


def _compare(
    kind: type[Work], sessie: Sessie, seed: int, acks: int, before: Manifest
) -> tuple[int, str, bool]:
    """Lost actions, what is half, and whether the action under way is there."""
    work = kind(sessie, seed)
    found = work.read()
    there = _actions_there(kind, seed, acks, found)
    if there is None:
        return 0, f"neither {acks} nor {acks + 1} actions: {sorted(found)}", False
    now = manifest(sessie)
    changed = {name for name in now | before if now.get(name) != before.get(name)} - kind.touches
    unsearchable = work.unsearchable(found, there)
    changes = (f"changed: {name}" for name in sorted(changed))
    half = [*changes, *(f"search: {lost}" for lost in unsearchable), work.remains(found)]
    return max(0, acks - there), ", ".join(filter(None, half)), there > acks


def _actions_there(kind: type[Work], seed: int, acks: int, found: Content) -> int | None:
    """After how many actions the store looks like this; None when it never should."""
    likely_first: list[int] = [acks, acks + 1, *range(acks - 1, -1, -1)]
    possible = [actions for actions in likely_first if actions <= kind.actions]
    return next((actions for actions in possible if found == kind.expected(seed, actions)), None)
