"""The only place that knows every floor: gives the app its clock and its door to the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kernteam_tui.domain.klok import Klok


@dataclass(frozen=True)
class DemoEinde:
    """How the app on a demo store ended."""

    status: int
    """Exit status."""
    geschreven: bool
    """Whether something was written in it."""


def standaard_map() -> Path:
    """The folder of the user's own store: the platform's user data folder."""
    from platformdirs import user_data_path

    return user_data_path("kernteam", appauthor=False)


def start_app(
    kluis_map: Path | None = None, vaste_dag: date | None = None, merk: str = "", wachtwoordzin: str = ""
) -> int:
    """Run the app on the store in that folder (default: the user's own); gives the exit status.

    `merk` and `wachtwoordzin` are the demo's: see `KernteamApp`.
    """
    from kernteam_tui.app import KernteamApp
    from kernteam_tui.services import toegang
    from kernteam_tui.services.klok import SysteemKlok

    app = KernteamApp(kluis_map or standaard_map(), SysteemKlok(vaste_dag), toegang, merk, wachtwoordzin)
    app.run()
    return app.return_code or 0


def open_demo(kluis_map: Path, klok: Klok) -> DemoEinde:
    """Run the app, unlocked and with the mark VOORBEELD, on the demo store in that folder."""
    from kernteam_tui.app import KernteamApp
    from kernteam_tui.services import toegang

    app = KernteamApp(kluis_map, klok, toegang, merk="VOORBEELD", wachtwoordzin="voorbeeld")
    app.run()
    return DemoEinde(app.return_code or 0, app.geschreven)
