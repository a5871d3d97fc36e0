"""What a command answers, and how it reaches the terminal or another program."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.schoontekst import zonder_stuurtekens


class NietGeschreven(KernteamError):
    """The answer could not be written where the shell sent it."""

    code = "uitvoer_mislukt"
    titel = "Het antwoord kon niet worden geschreven"


@dataclass(frozen=True)
class Antwoord:
    """The same answer twice: the object for `--json`, and lines with one fact each."""

    gegevens: dict[str, object]
    regels: tuple[str, ...]


def toon(antwoord: Antwoord, *, als_json: bool) -> None:
    """Print an answer. Raises NietGeschreven for a full disk, BrokenPipeError when nobody reads on."""
    if als_json:
        _schrijf(sys.stdout, json.dumps(antwoord.gegevens, ensure_ascii=False) + "\n")
    else:
        toon_regels(antwoord.regels)


def toon_regels(regels: Iterable[str]) -> None:
    """Print lines of text; signs that could move a terminal's cursor stay out. Raises as `toon`."""
    _schrijf(sys.stdout, "".join(f"{zonder_stuurtekens(regel)}\n" for regel in regels))


def meld(tekst: str) -> None:
    """Say something beside the answer, on stderr; silent where nobody can read it."""
    try:
        _schrijf(sys.stderr, f"{zonder_stuurtekens(tekst)}\n")
    except (OSError, NietGeschreven):
        zwijg(sys.stderr)


def zwijg(stroom: TextIO | None = None) -> None:
    """Send what is still in a stream (stdout) nowhere, so that closing the program does not fail on it."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, (stroom or sys.stdout).fileno())
        os.close(nowhere)


def _schrijf(stroom: TextIO | None, tekst: str) -> None:
    if stroom is None:  # closed by the caller (`>&-`)
        return
    try:
        buffer = getattr(stroom, "buffer", None)
        if buffer is None or (sys.platform == "win32" and stroom.isatty()):
            stroom.write(tekst)
        else:
            stroom.flush()
            # a name of a file that is not UTF-8 becomes \udcNN, which JSON reads back
            buffer.write(tekst.encode("utf-8", "backslashreplace"))
        stroom.flush()
    except BrokenPipeError:
        raise
    except OSError:
        raise NietGeschreven(
            "Het antwoord kon niet worden geschreven.", "Kijk of de schijf vol is en probeer het opnieuw."
        ) from None
