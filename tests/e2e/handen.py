"""What the stories share: a bare home, starting the program, and filling in what stands on the screen."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.toegang import create_kluis
from tests.e2e.terminal import Terminal, omgeving
from tests.geduld import GEDULD

KERNTEAM = (sys.executable, "-m", "kernteam_tui")
MAANDAG = ("--vandaag", "2026-11-23")


def kaal_thuis(tmp_path: Path) -> Path:
    """An empty home with a folder for temporary files."""
    home = tmp_path / "thuis"
    (home / "tmp").mkdir(parents=True)
    return home


def start(home: Path, *woorden: str | Path, **extra: Any) -> Terminal:
    """The program in a terminal; `with` ends it."""
    return Terminal((*KERNTEAM, *woorden), home, **extra)


def vul_in(terminal: Terminal, *waarden: str) -> None:
    """Type each of these in a field and go to the next; an empty one is passed by."""
    for waarde in waarden:
        if waarde:
            terminal.press(waarde)
        terminal.press("tab")


def bevestig(terminal: Terminal, vraag: str) -> None:
    """Say yes to a question: the safe answer has the focus."""
    terminal.wait_for(vraag)
    terminal.press("right", "enter")


def regel(home: Path, kluis: Path, zin: str, *woorden: str | Path) -> tuple[int, dict[str, Any]]:
    """The plain line mode on a store: the exit status and the JSON object."""
    wachtwoord = home / "wachtwoord"
    wachtwoord.write_text(zin)
    opties = ("--map", kluis, "--wachtwoord-bestand", wachtwoord, "--json", *MAANDAG)
    command = [*KERNTEAM, *map(str, (*opties, *woorden))]
    gezien = subprocess.run(command, capture_output=True, env=omgeving(home), cwd=home, timeout=GEDULD)
    wachtwoord.unlink()
    assert b"Traceback" not in gezien.stderr
    return gezien.returncode, json.loads(gezien.stdout or b"{}")


def maak_lege_kluis(kluis: Path, zin: str) -> None:
    """An empty store whose key costs no time; a real one is for test_eigen_kluis and regelmodus."""
    create_kluis(kluis, zin, SysteemKlok(date(2026, 11, 23)), VOORBEELD).sessie.close()


def maak_kluis(home: Path, kluis: Path, zin: str) -> None:
    """A store with one school, made without a screen."""
    maak_lege_kluis(kluis, zin)
    bestand = home / "school.json"
    bestand.write_text(json.dumps(SCHOOL))
    assert regel(home, kluis, zin, "school", "--bestand", bestand)[0] == 0
    bestand.unlink()


DINSDAG = [{"dag": "di", "dagdeel": "ochtend"}]
SCHOOL = {
    "naam": "Het Baken",
    "soort": "vo",
    "regio": "midden",
    "kernteam": [
        {"rol": "gezinswerker", "naam": "Noor Bakker", "ik": True, "aanwezig": DINSDAG},
        {"rol": "leerplichtambtenaar", "naam": "Mo Amrani", "aanwezig": DINSDAG},
    ],
}


def ontgrendel(terminal: Terminal, geheim: str) -> None:
    """Type it on the lock screen; what comes next is for the caller to wait for."""
    terminal.wait_for("Je werkkopie van de caseload")
    terminal.press(geheim, "enter")


def begin_notitie(terminal: Terminal) -> None:
    """From a casus: a new note of a huisbezoek."""
    terminal.wait_for("1 Overzicht")
    terminal.press("k")
    terminal.wait_for("Wat voor notitie")
    terminal.press("enter")
    terminal.wait_for("Hoe gaat het nu")
