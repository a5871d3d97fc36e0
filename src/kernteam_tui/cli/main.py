"""The door of the plain line mode: reads the call, runs one command, gives the exit status."""

from __future__ import annotations

import sys
from argparse import Namespace
from importlib import import_module
from typing import TYPE_CHECKING, cast

from kernteam_tui.cli import fouten
from kernteam_tui.cli.aanroep import ontleed
from kernteam_tui.cli.ontleder import UitlegGevraagd
from kernteam_tui.cli.uitvoer import Antwoord, toon, toon_regels, zwijg
from kernteam_tui.domain.fouten import KernteamError

if TYPE_CHECKING:
    from collections.abc import Callable


def main(argv: list[str]) -> int:
    """Run one command with these arguments (without the program's own name); gives the exit status.

    Never raises and never prints a traceback.
    """
    als_json = "--json" in argv
    try:
        return _run(argv)
    except KernteamError as fout:
        return fouten.meld_fout(fout, als_json=als_json)
    except BrokenPipeError:
        zwijg()
        return 0
    except KeyboardInterrupt:
        return fouten.ONDERBROKEN
    except Exception as fout:  # the last net: whatever failed, the user gets a sentence
        return fouten.meld_programmafout(fout, als_json=als_json)


def _run(argv: list[str]) -> int:
    try:
        keuzes = ontleed(argv)
    except UitlegGevraagd as vraag:
        toon_regels(vraag.tekst.splitlines())
        return 0
    if keuzes.opdracht is None:
        from kernteam_tui.bootstrap import start_app

        return start_app(keuzes.map, keuzes.vandaag)
    antwoord = _command(keuzes)(keuzes)
    if isinstance(antwoord, int):
        return antwoord
    toon(antwoord, als_json=keuzes.json)
    return 0


def _command(keuzes: Namespace) -> Callable[[Namespace], Antwoord | int]:
    """Only the module of the command that was asked is loaded."""
    module = import_module(f"kernteam_tui.cli.{keuzes.opdracht}")
    return cast("Callable[[Namespace], Antwoord | int]", module.voer_uit)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
