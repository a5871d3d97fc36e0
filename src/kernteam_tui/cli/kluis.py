"""The store behind a command: which folder, which passphrase, and closing it again."""

from __future__ import annotations

import contextlib
import getpass
import sys
import warnings
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kernteam_tui.bootstrap import standaard_map
from kernteam_tui.cli.bron import leesbaar_voor_anderen
from kernteam_tui.cli.invoer import lees_bytes, lees_pad
from kernteam_tui.cli.uitvoer import meld
from kernteam_tui.domain.fouten import GebruikOnjuist
from kernteam_tui.services import toegang
from kernteam_tui.services.klok import SysteemKlok

if TYPE_CHECKING:
    from kernteam_tui.services.sessie import Sessie

OPEN_VOOR_ANDEREN = (
    "Let op: het bestand bij {optie} staat open voor anderen op deze computer; "
    "maak het alleen van jou met: chmod 600 BESTAND"
)


def kluis_map(keuzes: Namespace) -> Path:
    """The folder of `--map`, or the user's own."""
    return keuzes.map or standaard_map()


def klok(keuzes: Namespace) -> SysteemKlok:
    """The clock, standing on the day of `--vandaag` where that was given."""
    return SysteemKlok(keuzes.vandaag)


@contextlib.contextmanager
def open_kluis(keuzes: Namespace) -> Iterator[Sessie]:
    """Unlock the store for one command, and close it after. What was mended is said on stderr.

    Raises GebruikOnjuist where there is nobody to ask, and the named errors of the store; StoreDamaged also
    for damage in a place that this command would not read.
    """
    from kernteam_tui.services.controle import weiger_beschadigd
    from kernteam_tui.services.omgeving import waarschuwingen

    with open_kluis_onbekeken(keuzes) as sessie:
        weiger_beschadigd(sessie)
        for waarschuwing in waarschuwingen(sessie):
            meld(f"Let op: {waarschuwing.zin}")
        yield sessie


@contextlib.contextmanager
def open_kluis_onbekeken(keuzes: Namespace) -> Iterator[Sessie]:
    """As `open_kluis`, for a command that looks at the damage itself."""
    folder = kluis_map(keuzes)
    sessie = toegang.unlock(folder, lees_geheim(keuzes, folder), klok(keuzes))
    try:
        for melding in sessie.meldingen:
            meld(melding)
        yield sessie
    finally:
        sessie.close()


def lees_wachtwoordzin(bestand: str, optie: str = "--wachtwoord-bestand") -> str:
    """The first line of a file, of a pipe, or of stdin for `-`, without its end of line.

    A file that is open to other users of this computer is read, and on stderr it is said of which `optie`
    it is. Raises GebruikOnjuist.
    """
    if bestand != "-" and leesbaar_voor_anderen(lees_pad(bestand)):
        meld(OPEN_VOOR_ANDEREN.format(optie=optie))
    first, *_ = lees_bytes(bestand).split(b"\n", maxsplit=1)
    try:
        return first.decode("utf-8-sig").rstrip("\r")
    except UnicodeDecodeError:
        raise GebruikOnjuist("Het wachtwoordbestand is geen UTF-8-tekst.", "Sla het op als UTF-8.") from None


def vraag_geheim(vraag: str) -> str:
    """Ask on the terminal, without showing what is typed; never on stdout. Raises GebruikOnjuist."""
    if not is_terminal():
        raise _niemand()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(vraag)
    except (EOFError, OSError, getpass.GetPassWarning):
        raise _niemand() from None


def vraag(tekst: str) -> str:
    """Ask something that may be seen, on stderr. Raises GebruikOnjuist where nobody answers."""
    if not is_terminal():
        raise _niemand()
    sys.stderr.write(tekst)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise _niemand()
    return line.strip()


def is_terminal() -> bool:
    """Whether somebody sits at the other end: stdin may hold a text while the terminal is still there."""
    return any(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def stdin_is_terminal() -> bool:
    """Whether what is read from stdin is typed by somebody, who then has to be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def lees_geheim(keuzes: Namespace, folder: Path) -> str:
    """What opens the store, from the file or asked on the terminal. Raises GebruikOnjuist."""
    if keuzes.wachtwoord_bestand is not None:
        return lees_wachtwoordzin(keuzes.wachtwoord_bestand)
    if toegang.kluis_staat(folder) is toegang.KluisStaat.ONTBREEKT:
        return ""  # nothing to ask: opening says that there is no store
    return vraag_geheim("Wachtwoordzin: ")


def _niemand() -> GebruikOnjuist:
    return GebruikOnjuist(
        "Er is geen terminal om de wachtwoordzin aan te vragen.",
        "Zet de wachtwoordzin in een bestand en geef dat op met --wachtwoord-bestand.",
    )
