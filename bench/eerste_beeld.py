"""First full frame of the lock screen, against a Textual app with one Static. Goal: at most 1.3x."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from bench.opstelling import een_static
from bench.opstelling.tweeling import Outcome, report
from kernteam_tui.services.demo import maak_demo
from kernteam_tui.services.klok import SysteemKlok

ROUNDS = 15
GAUGE = Path(__file__).parents[1] / "tools" / "first_frame.py"
KERNTEAM = Path(sys.executable).parent / "kernteam"


def main() -> None:
    """Start both programs in turns in a terminal of 120x40, until the screen is drawn and quiet."""
    with tempfile.TemporaryDirectory() as folder:
        demo = maak_demo(Path(folder) / "kluis", SysteemKlok(date(2026, 11, 23)))
        ours = [str(KERNTEAM), "--map", str(demo.map)]
        theirs = [sys.executable, str(een_static.__file__)]
        command = [sys.executable, str(GAUGE), "--runs", str(ROUNDS), "--", *ours, "--and", *theirs]
        gauged = subprocess.run(command, capture_output=True, text=True, check=True)
    report("eerste beeld", _outcome(gauged.stdout), 1.3, "één Static")


def _outcome(printed: str) -> Outcome:
    """The medians and the median of the rounds' ratios, as the gauge prints them: see its table."""
    lines = printed.splitlines()
    ours, theirs = (json.loads(line)["median"]["last_byte"] * 1000 for line in lines if line[0] == "{")
    columns = next(line for line in lines if line.split()[:1] == ["first_byte"]).split()
    ratios = lines[-1].split()[-len(columns) :]
    return Outcome(ours, theirs, float(ratios[columns.index("last_byte")].removeprefix("x")))


if __name__ == "__main__":
    main()
