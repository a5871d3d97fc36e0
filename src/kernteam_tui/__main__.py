"""The door: the bare call starts the app at once; every other call goes to the command line."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

ONDERBROKEN = 130
"""Exit status after ctrl+c while the program was still being loaded."""


def main() -> int:
    """Run the program with the arguments of this process; gives the exit status (contract 1)."""
    try:
        return _begin(sys.argv[1:])
    except KeyboardInterrupt:
        return ONDERBROKEN


def _begin(argumenten: list[str]) -> int:
    from kernteam_tui.bootstrap import harden, start_app

    harden()
    kale_aanroep = lees_kale_aanroep(argumenten)
    if kale_aanroep is None:
        from kernteam_tui.cli.main import main as cli_main

        _ruim_op_bij_einde()
        return cli_main(argumenten)
    return start_app(*kale_aanroep)


def _ruim_op_bij_einde() -> None:
    """A shutdown or a closed window ends a command on the way that an error takes: what it was writing, and
    the folder of a demo, goes first. The app has its own way."""
    for naam in ("SIGTERM", "SIGHUP"):
        nummer = getattr(signal, naam, None)  # Windows has no SIGHUP
        if nummer is not None and signal.getsignal(nummer) is signal.SIG_DFL:  # `nohup` stays as it is
            signal.signal(nummer, _beeindig)


def _beeindig(nummer: int, _: object) -> None:
    raise SystemExit(128 + nummer)


def lees_kale_aanroep(argumenten: list[str]) -> tuple[Path | None, date | None] | None:
    """The folder and the day of a call without a command; None when the command line must look.

    Only `--map MAP` and `--vandaag JJJJ-MM-DD`, so that the app starts without a parser.
    """
    from datetime import date
    from pathlib import Path

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
