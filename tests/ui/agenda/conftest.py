"""The screens of these tests, on a real store with two schools."""

from __future__ import annotations

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.domain.klok import Klok
from kernteam_tui.screens.agenda.inlezen import AgendaInlezenScreen
from kernteam_tui.screens.agenda.lijst import AgendasScreen
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.rooster.scherm import RoosterScreen
from kernteam_tui.screens.school.scherm import SchoolScreen
from kernteam_tui.services.instellingen import save_instellingen
from kernteam_tui.services.school import SchoolBeeld, save_school
from kernteam_tui.services.sessie import Sessie
from tests.ui.hulpmiddel import zet_schermen
from tests.ui.rooster.scholen import KOMPAS, maak_brug


class Vandaag(KernteamScreen):
    NAAM = "vandaag"


@pytest.fixture(autouse=True)
def _schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(
        monkeypatch,
        {
            "vandaag": Vandaag,
            "school": SchoolScreen,
            "rooster": RoosterScreen,
            "agendas": AgendasScreen,
            "agenda_inlezen": AgendaInlezenScreen,
        },
    )


@pytest.fixture
def sessie(store: Store, klok: Klok) -> Sessie:
    sessie = Sessie(store, klok)
    save_instellingen(sessie, naam="Vera", email="vera@example.org")
    return sessie


@pytest.fixture
def school(sessie: Sessie) -> SchoolBeeld:
    """De Brug (Lia, Vera, Jan); Lia and Vera are at Het Kompas too."""
    save_school(sessie, KOMPAS)
    return maak_brug(sessie)
