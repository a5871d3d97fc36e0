"""What tests of every kind of paper may ask for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.exchange.bladzijde.in_browser import BrowserOntbreekt, Kijker, open_kijker


@pytest.fixture(scope="module")
def kijker() -> Iterator[Kijker]:
    """A browser without a network. Skips where something is missing here."""
    try:
        with open_kijker() as open_:
            yield open_
    except BrowserOntbreekt as ontbreekt:
        pytest.skip(str(ontbreekt))
