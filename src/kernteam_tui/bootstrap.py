"""The only place that knows every floor: gives the app its clock and its door to the store."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kernteam_tui.schil import herstart

if TYPE_CHECKING:
    from kernteam_tui.domain.klok import Klok
    from kernteam_tui.services.nazorg import Stap

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

    Locking ends the process: it begins anew in its place (`schil.herstart`). Without a terminal that can
    show the app: one sentence, and status 2.
    """
    if not op_een_scherm():
        print(GEEN_SCHERM, file=sys.stderr)
        return GEBRUIK
    if herstart.heeft_ouder_nodig():
        return herstart.waak()
    from kernteam_tui.app import KernteamApp
    from kernteam_tui.services import toegang
    from kernteam_tui.services.klok import SysteemKlok

    wijze = herstart.Slotwijze.NIEUW_PROCES
    klok = SysteemKlok(vaste_dag)
    app = KernteamApp(kluis_map or standaard_map(), klok, toegang, slotwijze=wijze, nazorg=_nazorg)
    app.run()
    return herstart.begin_opnieuw() if app.return_code == herstart.OPNIEUW else app.return_code or 0


def open_demo(kluis_map: Path, klok: Klok, wachtwoordzin: str) -> DemoEinde:
    """Run the app, unlocked and with the mark VOORBEELD, on the demo store in that folder."""
    from kernteam_tui.app import KernteamApp
    from kernteam_tui.services import toegang

    app = KernteamApp(
        kluis_map, klok, toegang, merk="VOORBEELD", wachtwoordzin=wachtwoordzin, nazorg=_nazorg_voorbeeld
    )
    app.run()
    return DemoEinde(app.return_code or 0, app.geschreven)


def _nazorg() -> Sequence[Stap]:
    """What follows every opening; loaded then, as it knows the store."""
    from kernteam_tui.services.nazorg import stappen

    return stappen()


def _nazorg_voorbeeld() -> Sequence[Stap]:
    from kernteam_tui.services.nazorg import stappen_voorbeeld

    return stappen_voorbeeld()
