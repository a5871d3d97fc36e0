"""The screen of one casus on a real store; what other screens do is not shown."""

from __future__ import annotations

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.screens.casus.scherm import CasusScreen
from kernteam_tui.screens.casus.wijzigen import CasusWijzigenScreen
from kernteam_tui.screens.gezag import GezagScreen
from kernteam_tui.screens.persoon import PersoonScreen
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok
from tests.ui.casussen import Elders, Thuis, maak_sessie, meld_aan
from tests.ui.hulpmiddel import (
    zet_schermen,
)

ANDERE = (
    "startgesprek",
    "gesprek_vastleggen",
    "gesprek_plannen",
    "uitnodigingen",
    "notitie",
    "gezinsplan",
    "bladzijde",
    "planevaluatie",
    "afsluiten",
)


@pytest.fixture(autouse=True)
def schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(
        monkeypatch,
        {
            "vandaag": Thuis,
            "casus": CasusScreen,
            "casus_wijzigen": CasusWijzigenScreen,
            "persoon": PersoonScreen,
            "gezag": GezagScreen,
            **{naam: _elders(naam) for naam in ANDERE},
        },
    )


def _elders(naam: str) -> type[Elders]:
    return type("Elders", (Elders,), {"NAAM": naam})


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    return maak_sessie(store, klok)


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    return meld_aan(sessie)
