"""Locking by a new process: what the old one held in memory goes with it.

On POSIX the process replaces itself, under the same number. Windows has no such call: there a bare
parent (nothing of the program but this file) starts the program again each time it locks. Standard
library only.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, MutableSequence
from contextlib import contextmanager, suppress
from enum import Enum
from typing import Any

OPNIEUW = 93
"""Exit status by which the program asks its parent to start it again; never seen by a user."""
KIND = "KERNTEAM_KIND"
"""Environment: there is a parent that starts the program again."""
MELDING = "KERNTEAM_MELDING"
"""Environment: what the process before this one wants to be said; no name stands in it."""
BRIEFJE = "KERNTEAM_BRIEFJE"
"""Environment: the file in which a child leaves that sentence for its parent, which cannot see what a child
puts into its environment."""
MELDING_LANG = 2_000
"""Characters of such a sentence at most."""
TERMINAL = "KERNTEAM_TERMINAL"
"""Environment: `iflag,lflag` of the terminal before the first start."""
NIET_OPNIEUW = "Je kluis is vergrendeld en alles is bewaard. Start kernteam opnieuw om verder te gaan."
_IFLAG, _LFLAG = 0, 3
"""Places in what `termios.tcgetattr` gives."""


class Slotwijze(Enum):
    """What locking does with the memory of the process."""

    BINNEN = "binnen"
    """The process goes on: the demo, and tests."""
    NIEUW_PROCES = "nieuw proces"


def heeft_ouder_nodig() -> bool:
    """This process has to become the parent: the system cannot replace a process by another."""
    return sys.platform == "win32" and KIND not in os.environ


def opdracht() -> list[str]:
    """The call that started this process."""
    return [sys.executable, *sys.orig_argv[1:]]


def waak(aanroep: list[str] | None = None) -> int:
    """Be the parent: run the program, again after each lock; gives its last exit status."""
    import subprocess

    signal.signal(signal.SIGINT, _negeer)
    status, zin = OPNIEUW, ""
    with _briefje() as briefje:
        omgeving = {**os.environ, KIND: "1", BRIEFJE: briefje}
        while status == OPNIEUW:
            kind = {**omgeving, MELDING: zin} if zin else omgeving
            status = subprocess.run(aanroep or opdracht(), env=kind, check=False).returncode
            zin = _neem(briefje)
    return status


def zeg_straks(zin: str) -> None:
    """Have the next process say this sentence, in which no name stands (`neem_melding`)."""
    os.environ[MELDING] = zin[:MELDING_LANG]
    briefje = os.environ.get(BRIEFJE, "")
    if briefje:
        with suppress(OSError), open(briefje, "w", encoding="utf-8") as stroom:
            stroom.write(zin[:MELDING_LANG])


def neem_melding() -> str:
    """What the process before this one wanted to be said; empty when asked again."""
    return os.environ.pop(MELDING, "")


@contextmanager
def _briefje() -> Iterator[str]:
    """An empty file of this user alone, for as long as the parent lives; empty where none can be made: then
    locking works as ever, and only the sentence is lost."""
    import tempfile

    try:
        nummer, pad = tempfile.mkstemp(prefix="kernteam-")
    except OSError:
        yield ""
        return
    os.close(nummer)
    try:
        yield pad
    finally:
        with suppress(OSError):
            os.unlink(pad)


def _neem(briefje: str) -> str:
    """What a child left there, once: the next child finds an empty file."""
    if not briefje:
        return ""
    try:
        with open(briefje, "r+", encoding="utf-8", errors="replace") as stroom:
            zin = stroom.read(MELDING_LANG)
            stroom.truncate(0)
    except OSError:
        return ""
    return zin.replace("\0", "")


def begin_opnieuw() -> int:
    """Start the program again in the place of this one; what this process held is gone then.

    Returns only where a parent does it (the exit status to end with), or where the program is no longer
    there to be started: that is said, with status 0, since all was saved before locking.
    """
    if KIND in os.environ:
        return OPNIEUW
    try:
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(sys.executable, opdracht())
    except OSError:
        print(NIET_OPNIEUW, file=sys.stderr)
        return 0


def houd_stil(attrs: MutableSequence[Any] | None) -> None:
    """Between two processes no key may be echoed: it may be the first letter of the passphrase.

    `attrs`: what the terminal will be set to when the screen is left (`termios.tcgetattr`), changed in
    place; None: there is no terminal.
    """
    if attrs is None or sys.platform == "win32":
        return
    import termios

    os.environ.setdefault(TERMINAL, f"{attrs[_IFLAG]},{attrs[_LFLAG]}")
    attrs[_IFLAG] &= ~(termios.ICRNL | termios.IXON)
    attrs[_LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN)


def weer_gewoon(attrs: MutableSequence[Any] | None) -> None:
    """The new process leaves the terminal as the first one found it. `attrs` as in `houd_stil`."""
    vlaggen = os.environ.pop(TERMINAL, "").split(",")
    if attrs is not None and len(vlaggen) == 2 and all(vlag.isdecimal() for vlag in vlaggen):
        attrs[_IFLAG], attrs[_LFLAG] = map(int, vlaggen)


def _negeer(*_: object) -> None:
    """A handler and not SIG_IGN, which the program would inherit."""
