"""What a keystroke costs in the toelichting of a gezinsplan, against a bare TextArea with the same text.

    .venv/bin/python -m bench.plan_toetsaanslag [--toetsen 400] [--kB 2 100]

As `toetsaanslag.py` does for a note: both editors have the same size, wrapping and text, and are typed in by
turns in one run. The plan saves itself meanwhile, and looks at its own quality after each save, as in the
program. For a text of so many kB the goal is 1.5 times the bare one, for a long text (from 50 kB) 1.2 times.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
from pathlib import Path

from textual.widgets import TextArea

from bench.toetsaanslag import ALINEA, GROOTTE, KaalApp, Kant, maak_notitie, typ_om_en_om
from kernteam_tui.app import KernteamApp
from kernteam_tui.screens.gezinsplan.scherm import GezinsplanScreen
from kernteam_tui.services import toegang
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.notities import get_notitie

DOEL, DOEL_LANG, LANG = 1.5, 1.2, 50
"""Goals, and the kB from which a text is long."""
ONDERDEEL = "wat_gaat_goed"


def neem_maat(kaal: TextArea, plan: TextArea) -> None:
    """Make the bare one as large as the toelichting is in a window of this size."""
    kaal.styles.margin = 0
    kaal.styles.padding = (0, 1)
    kaal.styles.width, kaal.styles.height = plan.outer_size


async def meet(toetsen: int, kilobytes: int) -> tuple[Kant, Kant, int]:
    """Type in both by turns; answers both sides and how often the plan was saved."""
    tekst = (ALINEA * (kilobytes * 1000 // len(ALINEA) + 1))[: kilobytes * 1000]
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk) / "kluis"
        sessie, notitie_id = maak_notitie(map_, "")
        casus_id = get_notitie(sessie, notitie_id).casus_id
        save_onderdeel(sessie, casus_id, 0, ONDERDEEL, (), tekst)
        eerst = get_plan(sessie, casus_id).revision
        kaal_app = KaalApp(tekst)
        app = KernteamApp(map_, SysteemKlok(), toegang, logbestand=Path(tijdelijk) / "log")
        async with kaal_app.run_test(size=GROOTTE), app.run_test(size=GROOTTE) as pilot:
            app.neem_sessie(sessie, 30)
            while not app.is_open:
                await pilot.pause(0.05)
            app.push_screen(GezinsplanScreen(casus_id, ONDERDEEL))
            while not (vlakken := app.screen.query("#toelichting")) or not vlakken.first(TextArea).text:
                await pilot.pause(0.05)
            kaal = Kant("kale TextArea", kaal_app, kaal_app.screen.query_one(TextArea))
            plan = Kant("toelichting", app, vlakken.first(TextArea))
            neem_maat(kaal.vlak, plan.vlak)
            for kant in (kaal, plan):
                kant.vlak.focus()
                kant.vlak.move_cursor((len(kant.vlak.document.lines) // 2, 10))
                await asyncio.sleep(0.5)
                kant.luister()
            assert kaal.vlak.size == plan.vlak.size, (kaal.vlak.size, plan.vlak.size)
            await typ_om_en_om(kaal, plan, toetsen)
            app.screen.bewaar_nu()  # type: ignore[attr-defined]  # GezinsplanScreen
            saves = get_plan(sessie, casus_id).revision - eerst
            app.sluit_kluis()
    return kaal, plan, saves


def druk_af(kaal: Kant, plan: Kant, kilobytes: int, saves: int) -> None:
    """Print both sides, and whether the goal was met."""
    doel = DOEL_LANG if kilobytes >= LANG else DOEL
    print(f"{len(kaal.wachttijd)} toetsen per kant in {kilobytes} kB, {saves} keer bewaard, mediaan in ms")
    print(f"{'':<16}{'toets tot beeld':>18}{'rekentijd':>12}{'p95 tot beeld':>16}")
    for kant in (kaal, plan):
        p95 = statistics.quantiles(kant.wachttijd, n=20)[18] * 1000
        mediaan, cpu = (statistics.median(reeks) * 1000 for reeks in (kant.wachttijd, kant.rekentijd))
        print(f"{kant.naam:<16}{mediaan:>18.2f}{cpu:>12.2f}{p95:>16.2f}")
    wacht = statistics.median(plan.wachttijd) / statistics.median(kaal.wachttijd)
    cpu = statistics.median(plan.rekentijd) / statistics.median(kaal.rekentijd)
    reached = "gehaald" if wacht <= doel else "niet gehaald"
    print(f"verhouding: {wacht:.2f} (rekentijd {cpu:.2f}); doel: hoogstens {doel}, {reached}\n")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--toetsen", type=int, default=400)
    parser.add_argument("--kB", dest="kilobytes", type=int, nargs="+", default=[2, 100])
    keuzes = parser.parse_args()
    for kilobytes in keuzes.kilobytes:
        kaal, plan, saves = asyncio.run(meet(keuzes.toetsen, kilobytes))
        druk_af(kaal, plan, kilobytes, saves)


if __name__ == "__main__":
    main()
