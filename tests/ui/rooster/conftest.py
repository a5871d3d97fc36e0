"""The screens of these tests, on a real store."""

from __future__ import annotations

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.domain.klok import Klok
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.rooster.afwezigen import AfwezigenScreen
from kernteam_tui.screens.rooster.afwezigheid import AfwezigheidScreen
from kernteam_tui.screens.rooster.scherm import RoosterScreen
from kernteam_tui.screens.rooster.schooldag import SchooldagScreen
from kernteam_tui.screens.rooster.schooldagen import SchooldagenScreen
from kernteam_tui.screens.rooster.schooltijden import SchooltijdenScreen
from kernteam_tui.screens.school.formulier import SchoolformulierScreen
from kernteam_tui.screens.school.scherm import SchoolScreen
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinnen import doelscherm
from tests.ui.hulpmiddel import zet_schermen
from tests.ui.rooster.scholen import maak_brug


class Vandaag(KernteamScreen):
    NAAM = "vandaag"


@pytest.fixture(autouse=True)
def _schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(
        monkeypatch,
        {
            "vandaag": Vandaag,
            "school": SchoolScreen,
            "school_formulier": SchoolformulierScreen,
            "rooster": RoosterScreen,
            "afwezigen": AfwezigenScreen,
            "afwezigheid": AfwezigheidScreen,
            "schooldagen": SchooldagenScreen,
            "schooldag": SchooldagScreen,
            "schooltijden": SchooltijdenScreen,
            "startgesprek": doelscherm("startgesprek"),
            "casus": doelscherm("casus"),
        },
    )


@pytest.fixture
def sessie(store: Store, klok: Klok) -> Sessie:
    return Sessie(store, klok)


@pytest.fixture
def school(sessie: Sessie) -> SchoolBeeld:
    return maak_brug(sessie)
