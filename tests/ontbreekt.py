"""What a check needs and this machine lacks: `make test` skips the check by name, a proof fails on it."""

from __future__ import annotations

from typing import NoReturn

import pytest

from tests.greep import DIEP


def ontbreekt(wat: str, *, diep: bool = DIEP) -> NoReturn:
    """Leave the test that needs it: `wat` says what is missing, and which package brings it.

    Skips; fails with KERNTEAM_DIEP=1, as in `make bewijs`, where nothing is proved by what was not looked at.
    """
    if diep:
        pytest.fail(f"missing here: {wat}", pytrace=False)
    pytest.skip(wat)
