"""The door: the bare call starts the app at once; every other call goes to the command line."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path


def main() -> int:
    """Run the program with the arguments of this process; gives the exit status (contract 1)."""
    from kernteam_tui.bootstrap import harden, start_app

    harden()
    argumenten = sys.argv[1:]
    kale_aanroep = lees_kale_aanroep(argumenten)
    if kale_aanroep is None:
        from kernteam_tui.cli.main import main as cli_main

        return cli_main(argumenten)
    return start_app(*kale_aanroep)


def lees_kale_aanroep(argumenten: list[str]) -> tuple[Path | None, date | None] | None:
    """The folder and the day of a call without a command; None when the command line must look.

    Only `--map MAP` and `--vandaag JJJJ-MM-DD`, so that the app starts without a parser.
    """
    if len(argumenten) % 2:
        return None
    waarden = dict(zip(argumenten[::2], argumenten[1::2], strict=True))
    if len(waarden) * 2 != len(argumenten) or not waarden.keys() <= {"--map", "--vandaag"}:
        return None
    kluis_map = Path(waarden["--map"]).expanduser() if "--map" in waarden else None
    if "--vandaag" not in waarden:
        return kluis_map, None
    try:
        return kluis_map, date.fromisoformat(waarden["--vandaag"])
    except ValueError:
        return None


if __name__ == "__main__":
    sys.exit(main())
