"""Write a file that holds personal data: readable by the user only, whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kernteam_tui.domain.delen.doorlaat import Doorlaat, eis_doorlaat
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.exchange.uitmap import HALF

_VOL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


class SchijfVol(KernteamError):
    """Nothing more fits on the disk; no half file is left."""

    code = "schijf_vol"
    titel = "De schijf is vol"


class MapNietSchrijfbaar(KernteamError):
    """The folder does not exist and cannot be made, or this user may not write in it."""

    code = "map_niet_schrijfbaar"
    titel = "Hier kun je niet schrijven"


class GeenGewoonBestand(KernteamError):
    """The path is a folder or a device."""

    code = "geen_gewoon_bestand"
    titel = "Dit is geen bestand"


def schrijf_prive(pad: Path, data: bytes, doorlaat: Doorlaat) -> None:
    """Write a file (mode 0600) that the user named herself, in one step; what stood there is replaced.

    `doorlaat` is the leave of the deel-poort: nothing about a family is written without it.

    Folders that are missing are made with mode 0700. After a power cut the file is old or new, never half.
    Raises SchijfVol, MapNietSchrijfbaar, GeenGewoonBestand, DoorlaatOngeldig.
    """
    eis_doorlaat(doorlaat)
    with _schijffouten():
        if pad.exists() and not pad.is_file():
            raise GeenGewoonBestand("Op deze plek staat een map of apparaat.", "Kies een bestandsnaam.")
        maak_prive_map(pad.parent)
        _schrijf_en_ruil(pad, data)


def proef_map(map_: Path) -> None:
    """Make the folder where it is missing, and see that a file can be written in it: before something is
    done that cannot be taken back. Raises SchijfVol, MapNietSchrijfbaar."""
    with _schijffouten():
        maak_prive_map(map_)
        with tempfile.TemporaryFile(prefix=HALF, dir=map_):
            pass


def maak_prive_map(map_: Path) -> None:
    """Make the folder and its missing parents with mode 0700; a folder that is there stays as it is."""
    if map_.is_dir():
        return
    with _schijffouten():
        maak_prive_map(map_.parent)
        map_.mkdir(mode=0o700, exist_ok=True)


def _schrijf_en_ruil(pad: Path, data: bytes) -> None:
    descriptor, naam = tempfile.mkstemp(prefix=HALF, dir=pad.parent)
    tijdelijk = Path(naam)
    try:
        with os.fdopen(descriptor, "wb") as stroom:
            stroom.write(data)
            stroom.flush()
            os.fsync(stroom.fileno())
        os.replace(tijdelijk, pad)
    except BaseException:
        tijdelijk.unlink(missing_ok=True)
        raise
    _sync_map(pad.parent)


def _sync_map(map_: Path) -> None:
    """Put the new name on the disk for good; Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(map_, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network folders cannot do this; the file itself is safe
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _schijffouten() -> Iterator[None]:
    try:
        yield
    except OSError as fout:
        if fout.errno in _VOL:
            raise SchijfVol(
                "De schijf is vol; het bestand is niet geschreven.",
                "Maak ruimte vrij en probeer het opnieuw.",
            ) from None
        raise MapNietSchrijfbaar(
            "In deze map kan geen bestand geschreven worden.", "Kies een map waarin je mag schrijven."
        ) from None
