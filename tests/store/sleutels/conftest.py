"""The same small closed store as for the tests of opening."""

from __future__ import annotations

from tests.store.opening.conftest import kluis, opened, original

__all__ = ["kluis", "opened", "original"]
