"""Hardening of the process: what it holds in memory and writes to disk is for this user only."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Any

_PR_GET_DUMPABLE, _PR_SET_DUMPABLE = 3, 4
PRIVATE_UMASK = 0o077


def harden_process() -> None:
    """New files for the owner only, no core dump, no other process of this user that reads our memory.

    Called once, first thing. What a platform does not have is left out silently; an administrator can
    always look.
    """
    os.umask(PRIVATE_UMASK)
    if sys.platform == "win32":
        return
    _forbid_core_dumps()
    if sys.platform == "linux":
        _forbid_tracing()


def core_dumps_off() -> bool | None:
    """Whether a crash of this process leaves no picture of its memory on the disk; None where it cannot be
    told (Windows keeps such a setting for the whole computer)."""
    if sys.platform == "win32":
        return None
    import resource

    return resource.getrlimit(resource.RLIMIT_CORE)[0] == 0


def shielded() -> bool | None:
    """Whether other processes of this user are kept out of our memory; None where it cannot be told."""
    if sys.platform != "linux":
        return None
    with contextlib.suppress(OSError, AttributeError):
        return bool(_prctl(_PR_GET_DUMPABLE, 0) == 0)
    return None


def _forbid_core_dumps() -> None:
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forbid_tracing() -> None:
    with contextlib.suppress(OSError, AttributeError):
        _prctl(_PR_SET_DUMPABLE, 0)


def _prctl(option: int, value: int) -> Any:
    import ctypes

    return ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0)
