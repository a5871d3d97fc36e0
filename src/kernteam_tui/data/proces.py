"""Hardening of the process: what it holds in memory and writes to disk is for this user only."""

from __future__ import annotations

import contextlib
import os
import sys

_PR_SET_DUMPABLE = 4
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


def _forbid_core_dumps() -> None:
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forbid_tracing() -> None:
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
