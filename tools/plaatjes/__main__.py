"""Make the pictures of README and handleiding: every screen, at 80x24 and at 120x40.

usage: python -m tools.plaatjes FOLDER [--alleen ROUTE ...] [--maat 80x24]

Drives the real program in a pseudo-terminal, on the fictional families of `maak_demo`, on Monday 23 November
2026. Each route starts the program once, on its own copy of that store, and takes its pictures on the way.
The printed page is drawn with typst from the same source as the PDF.

Needs pillow and pyte (development tools of this project) and a monospace font (Debian: fonts-dejavu-core).
exit: 0 every picture was made; 1 a text that was waited for never came; 2 something is missing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tools import shoot
from tools.plaatjes.maken import maak
from tools.plaatjes.routes import ROUTES

MATEN = ("80x24", "120x40")


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tools.plaatjes",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("map", type=Path, metavar="FOLDER")
    parser.add_argument("--alleen", choices=sorted(ROUTES), nargs="+", default=list(ROUTES))
    parser.add_argument("--maat", choices=MATEN, nargs="+", default=list(MATEN))
    keuzes = parser.parse_args()
    keuzes.map.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kernteam-") as naam:
        try:
            maak(keuzes.map, Path(naam), keuzes.alleen, keuzes.maat)
        except (ImportError, shoot.Missing) as fout:
            print(f"plaatjes: {fout} (lettertype: het Debian-pakket fonts-dejavu-core)", file=sys.stderr)
            return 2
        except RuntimeError as fout:
            print(f"plaatjes: {fout}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
