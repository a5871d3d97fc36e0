"""Two processes side by side that have loaded the program and opened nothing."""

from __future__ import annotations

from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context

LANES = 2


def lanes() -> Executor:
    """Each try forks one of these, or is done in it."""
    return ProcessPoolExecutor(LANES, get_context("fork"))
