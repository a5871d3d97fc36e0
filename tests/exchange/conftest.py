"""What tests of every kind of paper may ask for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.exchange.bladzijde.in_browser import BrowserOntbreekt, Kijker, open_kijker
from tests.ontbreekt import ontbreekt


@pytest.fixture(scope="module")
def kijker() -> Iterator[Kijker]:
    """A browser without a network. Leaves the test where something is missing here."""
    try:
        with open_kijker() as open_:
            yield open_
    except BrowserOntbreekt as gemis:
        ontbreekt(str(gemis))
