"""A casus on a real store, to type a family into."""

from __future__ import annotations

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok
from tests.ui.casussen import maak_sessie, meld_aan


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    return maak_sessie(store, klok)


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    return meld_aan(sessie, ouders=[], ouders_weten=True)
