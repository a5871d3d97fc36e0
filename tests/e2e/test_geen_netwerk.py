"""A whole day of work in one process in which every step towards a network fails, and is written down."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.e2e.handen import kaal_thuis
from tests.e2e.terminal import omgeving
from tests.geduld import GEDULD

BEWAKING = """
import os, sys

def _kijk(gebeurtenis, args):
    if not gebeurtenis.startswith("socket."):
        return
    binnen = gebeurtenis == "socket.__new__" and args[1] not in (2, 10, 23, 30)
    if binnen or gebeurtenis in ("socket.gethostname",):
        return  # a pair of pipes within the process
    with open(os.environ["NETWERK_LOG"], "a") as log:
        log.write(gebeurtenis + "\\n")
    raise OSError(101, "geen netwerk in deze proef")

sys.addaudithook(_kijk)
"""
DAG = """
import asyncio, json, sys
from datetime import date
from pathlib import Path
from kernteam_tui.bootstrap import harden
harden()
from kernteam_tui.app import KernteamApp
from kernteam_tui.cli.main import main
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.services import toegang
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.nazorg import stappen_voorbeeld
from tests.unit.cli.conftest import AANMELDING, PLAN, SCHOOL

thuis, zin, klok = Path.cwd(), "een zin voor de proef", SysteemKlok(date(2026, 11, 23))
kluis = thuis / "kluis"
toegang.create_kluis(kluis, zin, klok, VOORBEELD).sessie.close()
(thuis / "wachtwoord").write_text(zin)
for naam, inhoud in (("school", SCHOOL), ("kind", AANMELDING), ("plan", PLAN)):
    (thuis / f"{naam}.json").write_text(json.dumps(inhoud))
(thuis / "notitie.txt").write_text("Sami was er.")

def k(*woorden):
    opties = ["--map", str(kluis), "--wachtwoord-bestand", "wachtwoord", "--vandaag", "2026-11-23"]
    status = main([*opties, *woorden])
    assert status == 0, (status, woorden)

k("school", "--bestand", "school.json")
k("aanmelden", "--bestand", "kind.json")
k("notitie", "2026-001", "--soort", "huisbezoek", "--tekst-bestand", "notitie.txt")
k("gesprek", "plannen", "2026-001", "--soort", "overleg", "--op", "2026-11-26T10:30", "--ics", "uit")
k("gezinsplan", "2026-001", "--bestand", "plan.json", "--vaststellen")
k("samenvatting", "2026-001", "--voor", "ouder", "--vorm", "pdf", "--uit", "uit/bladzijde.pdf")
k("zoek", "sami")
for woord in ("vandaag", "caseload", "controle", "reservekopie"):
    k(woord)

async def dag():
    app = KernteamApp(kluis, klok, toegang, nazorg=stappen_voorbeeld)
    async with app.run_test(size=(120, 40)) as pilot:
        app.screen.query_one("#slot-geheim").value = zin
        await pilot.press("enter")
        while not app.nazorg.staat:
            await pilot.pause(0.05)
        for toets in ("f3", "enter", "f12", "escape", "f1", "escape"):
            await pilot.press(toets)
            await pilot.pause(0.1)
        assert app.nazorg.staat == "kluis heel"
        await pilot.press("ctrl+q")

asyncio.run(dag())
print("DE DAG IS OM")
"""
BUITEN = """
import urllib.request
try:
    urllib.request.urlopen("http://127.0.0.1:9/", timeout=1)
except OSError:
    pass
"""


def in_bewaking(tmp_path: Path, programma: str) -> tuple[str, list[str], int]:
    """Run it with the guard; its output, what it did towards a network, and its status."""
    home = kaal_thuis(tmp_path)
    (tmp_path / "bewaking").mkdir()
    (tmp_path / "bewaking" / "sitecustomize.py").write_text(BEWAKING)
    wortel = Path(__file__).parents[2]
    extra = {
        "PYTHONPATH": f"{tmp_path / 'bewaking'}:{wortel}",
        "NETWERK_LOG": str(tmp_path / "netwerk.log"),
    }
    gezien = subprocess.run(
        [sys.executable, "-c", programma],
        capture_output=True,
        text=True,
        env={**omgeving(home), **extra},
        cwd=home,
        timeout=GEDULD,
        check=False,
    )
    log = tmp_path / "netwerk.log"
    return gezien.stdout + gezien.stderr, log.read_text().split() if log.exists() else [], gezien.returncode


def test_a_day_of_work_never_reaches_for_a_network(tmp_path: Path) -> None:
    uitvoer, pogingen, status = in_bewaking(tmp_path, DAG)
    assert pogingen == []
    assert "DE DAG IS OM" in uitvoer, uitvoer[-2000:]
    assert status == 0


def test_the_guard_sees_a_program_that_does(tmp_path: Path) -> None:
    """Control."""
    _, pogingen, _ = in_bewaking(tmp_path, BUITEN)
    assert pogingen
