"""The only place that knows every floor: gives the app its clock and its door to the store."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kernteam_tui.domain.klok import Klok

DOM = frozenset({"", "dumb", "unknown"})
"""Values of TERM for a terminal on which nothing can be drawn."""
GEEN_SCHERM = (
    "Hier kan kernteam geen scherm tekenen. Start het in een gewone terminal.\n"
    "De opdrachten zonder scherm staan in: kernteam --help"
)
GEBRUIK = 2
"""Exit status of wrong usage (contract 1)."""


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


def harden() -> None:
    """Keep what this process holds and writes for this user only; first thing, before anything is typed."""
    from kernteam_tui.data.proces import harden_process

    harden_process()


def op_een_scherm() -> bool:
    """Whether a full screen can be drawn: stdin and stdout are a terminal, and not a dumb one."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        return False
    return os.name == "nt" or os.environ.get("TERM", "") not in DOM


def start_app(kluis_map: Path | None = None, vaste_dag: date | None = None) -> int:
    """Run the app on the store in that folder (default: the user's own); gives the exit status.

    Without a terminal that can show it: one sentence, and status 2.
    """
    if not op_een_scherm():
        print(GEEN_SCHERM, file=sys.stderr)
        return GEBRUIK
    from kernteam_tui.app import KernteamApp
    from kernteam_tui.services import toegang
    from kernteam_tui.services.klok import SysteemKlok

    app = KernteamApp(kluis_map or standaard_map(), SysteemKlok(vaste_dag), toegang)
    app.run()
    return app.return_code or 0


def open_demo(kluis_map: Path, klok: Klok, wachtwoordzin: str) -> DemoEinde:
    """Run the app, unlocked and with the mark VOORBEELD, on the demo store in that folder."""
    from kernteam_tui.app import KernteamApp
    from kernteam_tui.services import toegang

    app = KernteamApp(kluis_map, klok, toegang, merk="VOORBEELD", wachtwoordzin=wachtwoordzin)
    app.run()
    return DemoEinde(app.return_code or 0, app.geschreven)
