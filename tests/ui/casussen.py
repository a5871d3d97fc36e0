"""What the tests of a casus share: a school, a family, and screens on a real store."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from textual.widgets import Static

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.store import Store
from kernteam_tui.domain.klok import AMSTERDAM, Klok
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from tests.ui.hulpmiddel import open_app

SCHOOL = "Voorbeeldcollege"


class Thuis(KernteamScreen):
    """The screen below."""

    NAAM = "vandaag"
    TITEL = "Vandaag"


class Elders(KernteamScreen):
    """Stands for a screen of somebody else; remembers with what it was opened."""

    NAAM = "elders"

    def __init__(self, **argumenten: Any) -> None:
        super().__init__(**argumenten)

    def inhoud(self) -> Any:
        yield Static("elders")


def maak_sessie(store: Store, klok: Klok) -> Sessie:
    """A session with one school."""
    sessie = Sessie(store, klok)
    save_school(
        sessie,
        {
            "naam": SCHOOL,
            "ruimtes": ["1.12"],
            "kernteam": [
                {"rol": "gezinswerker", "naam": "Ik", "ik": True},
                {"rol": "leerplichtambtenaar", "naam": "Lia"},
            ],
        },
    )
    return sessie


def meld_aan(sessie: Sessie, **anders: Any) -> str:
    """A casus of Sami Yilmaz and his parents; answers its id."""
    gegevens = {
        "jongere": {"roepnaam": "Sami", "achternaam": "Yilmaz", "geboortedatum": "2012-01-14"},
        "ouders": [
            {"naam": "Fatma [/]x", "telefoon": "06 1234 5678", "taal": "tr", "woont_bij": True},
            {"naam": "Mehmet Yilmaz", "gezag": "ja"},
        ],
        "school": SCHOOL,
        "klas": "3B",
        "mentor": "J. de Wit",
        "aangemeld": "2026-11-20",
        "redenen": ["thuiszitten"],
        "ouders_weten": False,
        "woorden": "Sami komt al drie weken niet.",
        **anders,
    }
    return register_aanmelding(sessie, gegevens, toch=True).casus_id


@asynccontextmanager
async def open_scherm(
    app: KernteamApp, scherm: str, size: tuple[int, int] = (80, 24), **argumenten: Any
) -> AsyncIterator[Any]:
    """As `open_app`; typed loosely, because a test looks at many kinds of screens."""
    async with open_app(app, scherm, size, **argumenten) as pilot:
        yield pilot


def op(maand: int, dag: int, uur: int) -> datetime:
    """A moment in 2026, in Amsterdam."""
    return datetime(2026, maand, dag, uur, 0, tzinfo=AMSTERDAM)
