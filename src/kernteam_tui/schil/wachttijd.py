"""How long to wait after a wrong passphrase. Longer each time, and never long enough to lock anybody out."""

from __future__ import annotations

import math
from datetime import datetime

WACHTTIJDEN = (0, 1, 2, 4, 8)
"""Seconds to wait after the first, second, … wrong passphrase; the last one stays."""


def wachttijd(pogingen: int) -> int:
    """Seconds to wait after so many wrong ones; 0 without any."""
    return WACHTTIJDEN[min(pogingen, len(WACHTTIJDEN)) - 1] if pogingen > 0 else 0


def nog_te_wachten(pogingen: int, laatste: datetime | None, nu: datetime) -> int:
    """Whole seconds of the wait that are left when the program begins anew.

    A clock that was set back does not make it longer than the wait itself.
    """
    if laatste is None:
        return 0
    rest = wachttijd(pogingen) - (nu - laatste).total_seconds()
    return min(wachttijd(pogingen), max(0, math.ceil(rest)))
