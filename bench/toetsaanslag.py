"""What a keystroke costs in a long note, against a bare TextArea with the same text.

    .venv/bin/python bench/toetsaanslag.py [--toetsen 400] [--kB 100]

Both editors have the same size, wrapping and text, and are typed in by turns in one run: a block of
keys here, a block there. A keystroke ends when the screen that it changes has been painted. The note
saves itself meanwhile, durably and encrypted, as it does in the program.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import TextArea

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.domain.codes import NotitieSoort
from kernteam_tui.screens.notitie.scherm import NotitieScreen
from kernteam_tui.services import toegang
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.notities import get_notitie, start_notitie
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie

DOEL = 1.2
GROOTTE = (120, 40)
BLOK = 20
RUST = 0.02
"""Seconds between two keys: fast typing, so that saves fall among the keys as they do for a user."""
ALINEA = (
    "Moeder vertelt dat het deze week beter ging. Hij sliep door, stond zelf op en is drie dagen naar school "
    "geweest. Zondag was er ruzie over de telefoon; oma belde hem maandag wakker. Afgesproken dat de mentor "
    "elke vrijdag belt, en dat moeder het zegt als het te veel wordt.\n"
)


class KaalApp(App[None]):
    """A bare TextArea, as large as the one of the note."""

    CSS = "TextArea { border: none; padding: 0 3; height: 1fr; margin: 3 0 2 0; }"

    def __init__(self, tekst: str) -> None:
        super().__init__()
        self._tekst = tekst

    def compose(self) -> ComposeResult:
        yield TextArea(self._tekst, soft_wrap=True, show_line_numbers=False)


@dataclass
class Kant:
    """One of the two: its app, and what its keys cost in seconds."""

    naam: str
    app: App[Any]
    vlak: TextArea
    wachttijd: list[float] = field(default_factory=list)
    """From key to painted screen."""
    rekentijd: list[float] = field(default_factory=list)
    """Processor time of the thread that draws."""
    geverfd: asyncio.Event = field(default_factory=asyncio.Event)

    def luister(self) -> None:
        """Notice each painting of the screen."""
        scherm: Any = self.app.screen
        schilder = scherm._compositor_refresh

        def met_sein() -> None:
            schilder()
            self.geverfd.set()

        scherm._compositor_refresh = met_sein

    async def toets(self) -> None:
        """One letter; done when it has been painted."""
        self.geverfd.clear()
        begin, cpu = time.perf_counter(), time.thread_time()
        self.app.post_message(events.Key("e", "e"))
        await self.geverfd.wait()
        self.wachttijd.append(time.perf_counter() - begin)
        self.rekentijd.append(time.thread_time() - cpu)
        await asyncio.sleep(RUST)


def maak_notitie(map_: Path, tekst: str) -> tuple[Sessie, str]:
    """A store with one note of that text; answers the session and the note's id."""
    sessie = toegang.create_kluis(map_, "een zin voor de meting", SysteemKlok(), VOORBEELD).sessie
    save_school(sessie, {"naam": "Voorbeeldcollege", "kernteam": []})
    gegevens = {
        "jongere": {"roepnaam": "Noor"},
        "school": "Voorbeeldcollege",
        "aangemeld": date.today().isoformat(),  # noqa: DTZ011 - any day will do
        "redenen": ["verzuim"],
    }
    casus = register_aanmelding(sessie, gegevens)
    return sessie, start_notitie(sessie, casus.casus_id, NotitieSoort.TELEFOON, tekst=tekst).id


async def meet(toetsen: int, kilobytes: int) -> tuple[Kant, Kant, int]:
    """Type in both by turns; answers both sides and how often the note was saved."""
    tekst = (ALINEA * (kilobytes * 1000 // len(ALINEA) + 1))[: kilobytes * 1000]
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk) / "kluis"
        sessie, notitie_id = maak_notitie(map_, tekst)
        eerst = get_notitie(sessie, notitie_id).revision
        kaal_app = KaalApp(tekst)
        app = KernteamApp(map_, SysteemKlok(), toegang, logbestand=Path(tijdelijk) / "log")
        async with kaal_app.run_test(size=GROOTTE), app.run_test(size=GROOTTE) as pilot:
            app.neem_sessie(sessie, 30)
            while not app.is_open:
                await pilot.pause(0.05)
            app.push_screen(NotitieScreen(notitie_id))
            await pilot.pause(0.5)
            kaal = Kant("kale TextArea", kaal_app, kaal_app.screen.query_one(TextArea))
            notitie = Kant("notitie", app, app.screen.query_one("#tekst", TextArea))
            for kant in (kaal, notitie):
                kant.vlak.focus()
                kant.vlak.move_cursor((len(kant.vlak.document.lines) // 2, 10))
                await asyncio.sleep(0.2)
                kant.luister()
            assert kaal.vlak.size == notitie.vlak.size, (kaal.vlak.size, notitie.vlak.size)
            await typ_om_en_om(kaal, notitie, toetsen)
            app.screen.bewaar_nu()  # type: ignore[attr-defined]  # NotitieScreen
            saves = get_notitie(sessie, notitie_id).revision - eerst
            app.sluit_kluis()
    return kaal, notitie, saves


async def typ_om_en_om(kaal: Kant, notitie: Kant, toetsen: int) -> None:
    """Blocks by turns, the first one as warm-up; garbage is collected between blocks, not within."""
    gc.disable()
    for nummer in range(-(-toetsen // BLOK) + 1):
        for kant in (kaal, notitie) if nummer % 2 else (notitie, kaal):
            gc.collect()
            for _ in range(BLOK):
                await kant.toets()
        if nummer == 0:
            for kant in (kaal, notitie):
                kant.wachttijd.clear()
                kant.rekentijd.clear()
    gc.enable()


def main() -> int:
    """Measure and print; exit status 1 where the goal is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--toetsen", type=int, default=400)
    parser.add_argument("--kB", dest="kilobytes", type=int, default=100)
    keuzes = parser.parse_args()
    kaal, notitie, saves = asyncio.run(meet(keuzes.toetsen, keuzes.kilobytes))
    aantal = len(kaal.wachttijd)
    print(f"{aantal} toetsen per kant in {keuzes.kilobytes} kB, {saves} keer bewaard, mediaan in ms")
    print(f"{'':<16}{'toets tot beeld':>18}{'rekentijd':>12}{'p95 tot beeld':>16}")
    for kant in (kaal, notitie):
        p95 = statistics.quantiles(kant.wachttijd, n=20)[18] * 1000
        mediaan, cpu = (statistics.median(reeks) * 1000 for reeks in (kant.wachttijd, kant.rekentijd))
        print(f"{kant.naam:<16}{mediaan:>18.2f}{cpu:>12.2f}{p95:>16.2f}")
    wacht = statistics.median(notitie.wachttijd) / statistics.median(kaal.wachttijd)
    cpu = statistics.median(notitie.rekentijd) / statistics.median(kaal.rekentijd)
    print(f"verhouding: {wacht:.2f} (rekentijd {cpu:.2f}); doel: hoogstens {DOEL}")
    return 0 if wacht <= DOEL else 1


if __name__ == "__main__":
    raise SystemExit(main())
