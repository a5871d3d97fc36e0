"""How hard a new key slot is made, in one place: the cost of a guess and the strength of a passphrase."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from kernteam_tui.data.sleutels.afleiding import measure_once
from kernteam_tui.data.sleutels.kop import ITERATIONS, KdfParameters

TARGET_SECONDS = 1.0
MEMORY_STEPS_KIB = (256 * 1024, 128 * 1024, 64 * 1024)
"""Tried from the most memory down; the last one with three passes is RFC 9106's second choice, the floor."""
FLOOR_ITERATIONS = 3
DEFAULT_LANES = 2
MINIMUM_STRENGTH = 3
"""On zxcvbn's scale 0-4."""


def calibrated() -> KdfParameters:
    """Parameters that cost about one second on this machine, never below 64 MiB and three passes."""
    for memory in MEMORY_STEPS_KIB:
        probe = KdfParameters(memory, FLOOR_ITERATIONS, DEFAULT_LANES)
        seconds = _seconds_for(probe)
        if seconds is not None and (seconds <= TARGET_SECONDS or memory == MEMORY_STEPS_KIB[-1]):
            passes = int(FLOOR_ITERATIONS * TARGET_SECONDS / max(seconds, 0.001))
            return KdfParameters(memory, min(max(passes, FLOOR_ITERATIONS), ITERATIONS[-1]), DEFAULT_LANES)
    return KdfParameters(MEMORY_STEPS_KIB[-1], FLOOR_ITERATIONS, DEFAULT_LANES)


def lightest() -> KdfParameters:
    """The least that is accepted on reading (OWASP's 19 MiB and two passes), for demonstrations and tests."""
    return KdfParameters(19 * 1024, 2, 1)


@dataclass(frozen=True)
class Sleutelbeleid:
    """What a new store asks of its keys."""

    kdf: Callable[[], KdfParameters]
    minimale_sterkte: int
    """A passphrase with a lower score is refused; 0 refuses nothing."""


STANDAARD = Sleutelbeleid(calibrated, MINIMUM_STRENGTH)
BEHEERDER = Sleutelbeleid(calibrated, 0)
"""For a store that a script makes: the cost of a guess stays, the strength is told and not refused."""
VOORBEELD = Sleutelbeleid(lightest, 0)
"""For a store with fictional data only: its passphrase stands on the lock screen."""


def _seconds_for(parameters: KdfParameters) -> float | None:
    """How long one derivation takes; None when the machine has not that much memory."""
    start = time.perf_counter()
    try:
        measure_once(parameters)
    except MemoryError:
        return None
    return time.perf_counter() - start
