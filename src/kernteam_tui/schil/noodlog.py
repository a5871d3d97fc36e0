"""What is written down when the program itself fails: where, never what was in it."""

from __future__ import annotations

import contextlib
import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

from kernteam_tui import __version__

MAX_BYTES = 200_000


def regels(fout: BaseException) -> list[str]:
    """Types and places of a failure and its causes: no message, no source line, no local variable."""
    uit: list[str] = []
    gezien: set[int] = set()
    huidig: BaseException | None = fout
    while huidig is not None and id(huidig) not in gezien:
        gezien.add(id(huidig))
        uit.append(type(huidig).__qualname__)
        uit.extend(
            f"  {_kort(frame.f_code.co_filename)}:{regel} {frame.f_code.co_name}"
            for frame, regel in traceback.walk_tb(huidig.__traceback__)
        )
        huidig = huidig.__cause__ or huidig.__context__
    return uit


def schrijf(fout: BaseException, bestand: Path) -> bool:
    """Add the failure to the log; False when that is impossible (a full disk), never an exception."""
    with contextlib.suppress(OSError):
        bestand.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if bestand.exists() and bestand.stat().st_size > MAX_BYTES:
            bestand.replace(bestand.with_suffix(".oud"))
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        alleen_ik = os.open(bestand, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o600)
        with os.fdopen(alleen_ik, "a", encoding="utf-8") as log:
            log.write("\n".join([f"{moment} kernteam {__version__}", *regels(fout), "", ""]))
        return True
    return False


def noteer(fout: BaseException, bestand: Path | None = None) -> str:
    """As `schrijf`, by default into the platform's log folder; gives where it stands, to tell the user."""
    with contextlib.suppress(RuntimeError):  # no home folder to write in
        pad = bestand or _standaard_bestand()
        if schrijf(fout, pad):
            return str(pad)
    return "(geen bestand gemaakt)"


def _standaard_bestand() -> Path:
    from platformdirs import user_log_path

    return user_log_path("kernteam", appauthor=False) / "fouten.log"


def _kort(bestand: str) -> str:
    """The last three parts of a path: a home folder may hold a name."""
    return "/".join(Path(bestand).parts[-3:])
