"""From a failure to an exit status and one Dutch sentence (contract 1). Never a traceback."""

from __future__ import annotations

import json

from kernteam_tui.cli.uitvoer import Antwoord, NietGeschreven, meld, toon, zwijg
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil import noodlog

GEBRUIK = 2
PROGRAMMAFOUT = 70
ONDERBROKEN = 130
"""Ctrl+c, as every shell counts it (128 and the signal's number)."""


def meld_fout(fout: KernteamError, *, als_json: bool) -> int:
    """Tell what is wrong; with `--json` as `fout/1` on stdout, except wrong usage. Gives the exit status."""
    if als_json and fout.exit_status != GEBRUIK:
        _toon_fout(fout.code, fout.zin)
    else:
        if isinstance(fout, NietGeschreven):
            zwijg()
        meld(fout.zin)
    return fout.exit_status


def meld_programmafout(fout: Exception, *, als_json: bool) -> int:
    """Apologise for a fault of the program, and note where it happened (never what was in it)."""
    sentence = (
        "Er ging iets mis in het programma; dat ligt niet aan jou. Probeer het nog eens. "
        f"Gebeurt het vaker? Geef dan dit bestand door, er staan geen namen in: {noodlog.noteer(fout)}"
    )
    if als_json:
        _toon_fout("programmafout", sentence)
    else:
        meld(sentence)
    return PROGRAMMAFOUT


def _toon_fout(code: str, tekst: str) -> None:
    gegevens: dict[str, object] = {"schema": "fout/1", "code": code, "tekst": tekst}
    try:
        toon(Antwoord(gegevens, ()), als_json=True)
    except (OSError, KernteamError):
        zwijg()
        meld(json.dumps(gegevens, ensure_ascii=False))
