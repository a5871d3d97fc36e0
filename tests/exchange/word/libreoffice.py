"""LibreOffice as the second program that reads our DOCX: to a tagged PDF, with our own letters in reach.

zet_om([Path("a.docx"), Path("b.docx")], map_)      # map_/a.pdf, map_/b.pdf
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from tests.geduld import GEDULD

LETTERTYPEN = Path(__file__).parents[3] / "src/kernteam_tui/assets/lettertypen"
PAKKETTEN = "Debian: libreoffice-writer-nogui, fonts-liberation, poppler-utils"
_UITVOER = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"SelectPdfVersion":{"type":"long","value":"0"}}'
)


class OmzettingMislukt(Exception):
    """LibreOffice did not make all files."""


def is_er() -> bool:
    """Whether LibreOffice is on this machine."""
    return shutil.which("soffice") is not None


def zet_om(docx: Sequence[Path], map_: Path) -> list[Path]:
    """Every DOCX as a PDF/UA in `map_`, in one run with a profile of its own. Raises OmzettingMislukt."""
    profiel = map_ / "profiel"
    profiel.mkdir(parents=True)
    omgeving = {**os.environ, "FONTCONFIG_FILE": str(_letters(profiel)), "HOME": str(profiel)}
    opdracht = ["soffice", f"-env:UserInstallation={profiel.as_uri()}", "--headless", "--norestore"]
    uitkomst = subprocess.run(
        [*opdracht, "--convert-to", _UITVOER, "--outdir", str(map_), *map(str, docx)],
        capture_output=True,
        text=True,
        env=omgeving,
        timeout=GEDULD,
        check=False,
    )
    shutil.rmtree(profiel, ignore_errors=True)
    pdf = [map_ / f"{pad.stem}.pdf" for pad in docx]
    gemist = [pad.name for pad in pdf if not pad.exists()]
    if gemist:
        raise OmzettingMislukt(f"{gemist}: {uitkomst.stdout}{uitkomst.stderr}")
    return pdf


def _letters(map_: Path) -> Path:
    """Our letters before those of the machine, so that a page looks the same everywhere."""
    instelling = map_ / "fonts.conf"
    instelling.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
        f"<dir>{escape(str(LETTERTYPEN))}</dir>"
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<cachedir>{escape(str(map_ / 'letters'))}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return instelling
