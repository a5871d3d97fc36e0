"""A real store with two schools, and the screens that the planner goes to."""

from __future__ import annotations

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.screens.planner.indeling import IndelingScreen
from kernteam_tui.screens.planner.post import WeekpostScreen
from kernteam_tui.screens.planner.scherm import PlannerScreen
from kernteam_tui.screens.startgesprek.scherm import StartgesprekScreen
from kernteam_tui.screens.uitnodigingen import UitnodigingenScreen
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok
from tests.ui.casussen import Elders, Thuis
from tests.ui.hulpmiddel import zet_schermen


class Casus(Elders):
    """Stands for the screen of a casus."""

    NAAM = "casus"


@pytest.fixture(autouse=True)
def schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(
        monkeypatch,
        {
            "vandaag": Thuis,
            "casus": Casus,
            "planner": PlannerScreen,
            "indeling": IndelingScreen,
            "weekpost": WeekpostScreen,
            "startgesprek": StartgesprekScreen,
            "uitnodigingen": UitnodigingenScreen,
        },
    )


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    return Sessie(store, klok)
