"""Every route at every size, one after the other, each on its own copy of the demo store."""

from __future__ import annotations

import asyncio
import shutil
import time
from pathlib import Path

from tools.plaatjes.fotograaf import DAG, Fotograaf
from tools.plaatjes.papier import maak_bladzijde
from tools.plaatjes.routes import ROUTES
from tools.plaatjes.stap import Route


def maak(doel: Path, werkmap: Path, routes: list[str], maten: list[str]) -> None:
    """Write the pictures of these routes into `doel`. Raises RuntimeError when a text never came."""
    from kernteam_tui.services.demo import maak_demo
    from kernteam_tui.services.klok import SysteemKlok

    voorbeeld = werkmap / "voorbeeld"
    maak_demo(voorbeeld, SysteemKlok(DAG))
    for naam in routes:
        for maat in maten:
            begin = time.monotonic()
            aantal = _loop(ROUTES[naam], maat, voorbeeld, werkmap, doel)
            print(f"{naam} {maat}: {aantal} plaatjes in {time.monotonic() - begin:.0f} s", flush=True)
    if "bladzijde" in routes:
        maak_bladzijde(voorbeeld, doel)


def _loop(route: Route, maat: str, voorbeeld: Path, werkmap: Path, doel: Path) -> int:
    thuis, kluis = werkmap / "thuis", werkmap / "kluis"
    thuis.mkdir()
    if route.kluis:
        shutil.copytree(voorbeeld, kluis)
    if not route.schrijven:
        (kluis / "uit").touch()
    for naam, inhoud in route.bestanden:
        (thuis / naam).write_text(inhoud, "utf-8", newline="")
    try:
        return asyncio.run(Fotograaf(kluis, thuis, maat, doel).loop(route.stappen))
    finally:
        shutil.rmtree(thuis)
        shutil.rmtree(kluis, ignore_errors=True)
