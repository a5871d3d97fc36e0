"""How a keystroke is timed: in one of our editors against a bare TextArea with the same text.

Both have the same size, wrapping and text, and are typed in by turns in one run: a block of keys here, a
block there. A keystroke ends when the screen that it changes has been painted. Ours saves itself meanwhile,
durably and encrypted, as in the program.
"""

from __future__ import annotations

import asyncio
import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import TextArea

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.domain.codes import NotitieSoort
from kernteam_tui.services import toegang
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.notities import start_notitie
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie

GROOTTE = (120, 40)
BLOK = 20
RUSTIG = 0.05
"""Seconds between two looks whether the screen is there."""
RUST = 0.02
"""Seconds between two keys: fast typing, so that saves fall among the keys as they do for a user."""
ALINEA = (
    "Moeder vertelt dat het deze week beter ging. Hij sliep door, stond zelf op en is drie dagen naar school "
    "geweest. Zondag was er ruzie over de telefoon; oma belde hem maandag wakker. Afgesproken dat de mentor "
    "elke vrijdag belt, en dat moeder het zegt als het te veel wordt.\n"
)


@dataclass(frozen=True)
class Proef:
    """One of our editors, in a store that holds its text."""

    naam: str
    sessie: Sessie
    scherm: Callable[[], Screen[Any]]
    """Makes the screen that it is on."""
    vlak: str
    """Its selector there."""
    revisie: Callable[[], int]
    """How often its record was saved until now."""


class KaalApp(App[None]):
    """A bare TextArea."""

    CSS = "TextArea { border: none; }"

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


@dataclass(frozen=True)
class Uitslag:
    """What was measured: both sides, and how often ours was saved meanwhile."""

    kaal: Kant
    onze: Kant
    kilobytes: int
    bewaard: int

    @property
    def wacht(self) -> float:
        """How many times as long ours takes from key to painted screen, by the median."""
        return _mediaan(self.onze.wachttijd) / _mediaan(self.kaal.wachttijd)

    @property
    def rekent(self) -> float:
        """How many times as much processor time ours takes."""
        return _mediaan(self.onze.rekentijd) / _mediaan(self.kaal.rekentijd)

    def druk_af(self, doel: float) -> None:
        """Print both sides, and whether the goal was met."""
        aantal = len(self.kaal.wachttijd)
        print(f"{aantal} toetsen per kant in {self.kilobytes} kB, {self.bewaard} keer bewaard, mediaan in ms")
        print(f"{'':<16}{'toets tot beeld':>18}{'rekentijd':>12}{'p95 tot beeld':>16}")
        for kant in (self.kaal, self.onze):
            p95 = statistics.quantiles(kant.wachttijd, n=20)[18]
            print(
                f"{kant.naam:<16}{_mediaan(kant.wachttijd) * 1000:>18.2f}"
                f"{_mediaan(kant.rekentijd) * 1000:>12.2f}{p95 * 1000:>16.2f}"
            )
        gehaald = "gehaald" if self.wacht <= doel else "niet gehaald"
        print(
            f"verhouding: {self.wacht:.2f} (rekentijd {self.rekent:.2f}); doel: hoogstens {doel}, {gehaald}\n"
        )


async def meet(begin: Callable[[Path, str], Proef], toetsen: int, kilobytes: int) -> Uitslag:
    """Type so many keys on either side, in a text of so many kB; `begin` makes the store in a new folder."""
    tekst = (ALINEA * (kilobytes * 1000 // len(ALINEA) + 1))[: kilobytes * 1000]
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk) / "kluis"
        proef = begin(map_, tekst)
        eerst = proef.revisie()
        kaal_app = KaalApp(tekst)
        app = KernteamApp(map_, SysteemKlok(), toegang, logbestand=Path(tijdelijk) / "log")
        async with kaal_app.run_test(size=GROOTTE), app.run_test(size=GROOTTE) as pilot:
            app.neem_sessie(proef.sessie, 30)
            while not app.is_open:
                await pilot.pause(RUSTIG)
            app.push_screen(proef.scherm())
            while not (vlakken := app.screen.query(proef.vlak)) or not vlakken.first(TextArea).text:
                await pilot.pause(RUSTIG)
            kaal = Kant("kale TextArea", kaal_app, kaal_app.screen.query_one(TextArea))
            onze = Kant(proef.naam, app, vlakken.first(TextArea))
            for kant in (kaal, onze):
                kant.vlak.focus()
                kant.vlak.move_cursor((len(kant.vlak.document.lines) // 2, 10))
                await asyncio.sleep(0.5)
            while kaal.vlak.size != onze.vlak.size:
                _maak_even_groot(kaal.vlak, onze.vlak)
                await asyncio.sleep(0.5)
            for kant in (kaal, onze):
                kant.luister()
            assert kaal.vlak.size == onze.vlak.size, (kaal.vlak.size, onze.vlak.size)
            await _typ_om_en_om(kaal, onze, toetsen)
            app.screen.bewaar_nu()  # type: ignore[attr-defined]  # both screens save themselves
            bewaard = proef.revisie() - eerst
            app.sluit_kluis()
    return Uitslag(kaal, onze, kilobytes, bewaard)


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


async def _typ_om_en_om(kaal: Kant, onze: Kant, toetsen: int) -> None:
    """Blocks by turns, the first one as warm-up; garbage is collected between blocks, not within."""
    gc.disable()
    for nummer in range(-(-toetsen // BLOK) + 1):
        for kant in (kaal, onze) if nummer % 2 else (onze, kaal):
            gc.collect()
            for _ in range(BLOK):
                await kant.toets()
        if nummer == 0:
            for kant in (kaal, onze):
                kant.wachttijd.clear()
                kant.rekentijd.clear()
    gc.enable()


def _maak_even_groot(kaal: TextArea, onze: TextArea) -> None:
    kaal.styles.margin = 0
    kaal.styles.padding = onze.styles.padding
    kaal.styles.width, kaal.styles.height = onze.outer_size


def _mediaan(reeks: list[float]) -> float:
    return statistics.median(reeks)
