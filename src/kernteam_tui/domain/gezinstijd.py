"""When a family can come, and when the jongere has lessons: weekly times, by the clock in Amsterdam."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from kernteam_tui.domain.codes import Dag


@dataclass(frozen=True, order=True)
class Lestijd:
    """A lesson of every week; `tot` is not in it."""

    dag: Dag
    van: time
    tot: time


@dataclass(frozen=True, order=True)
class Gezinstijd:
    """A time at which at least one parent can come; `liefst` above times that only can."""

    dag: Dag
    van: time
    tot: time
    liefst: bool = False
