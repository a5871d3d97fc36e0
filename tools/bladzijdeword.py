"""Prove the page in Word: each DOCX becomes a PDF/UA in LibreOffice, and veraPDF looks at it; with pictures.

    .venv/bin/python -m tools.bladzijdeword [--plaatjes docs/bladzijden]

Ends with 1 where something is wrong, and where soffice, pdftoppm or the checker is missing.
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pypdf

from kernteam_tui.exchange.bladzijde.docx import maak_docx
from tests.exchange.bladzijde.paginas import alle_paginas
from tests.exchange.word import libreoffice
from tests.exchange.word.lezer import open_docx

PDFUA = Path(__file__).parent / "pdfua"
CONTROLE = "controle"
GETOOND = {
    "nl": "nl-gezin-gewoon",
    "tr": "tr-gezin-tweetalig",
    "ar": "ar-gezin-gewoon",
    "ar-groot": "ar-jongere-groot",
    "ti-groot": "ti-jongere-groot",
}
"""What is kept as a picture, by the end of its name."""
SOORTEN = {
    "ordinary pages": ("-gewoon", "-tweetalig"),
    "in large print": ("-groot",),
    "the longest pages": ("-langste",),
}
"""How the names of pages end that are counted together."""
PPI = "66"


def alle_docx() -> dict[str, bytes]:
    """Every page of every language, reader and form: the one that fits and the longest; made twice."""
    uit = {}
    for naam, gewoon, langste in alle_paginas():
        for soort, blad in (("", gewoon), ("-langste", langste)):
            uit[naam + soort] = maak_docx(blad).data
            if maak_docx(blad).data != uit[naam + soort]:
                raise SystemExit(f"{naam}{soort}: the same page gave another file")
    return uit


def zonder_alt(data: bytes) -> bytes:
    """The control: the same file, and no picture says what it shows."""
    document = open_docx(data)
    for vorm in document.inline_shapes:
        del vorm._inline.docPr.attrib["descr"]
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def keur(paden: list[Path]) -> dict[str, bool]:
    """Which files veraPDF finds in order, by name."""
    uitkomst = subprocess.run([str(PDFUA), *map(str, paden)], capture_output=True, text=True, check=False)
    regels = [regel for regel in uitkomst.stdout.splitlines() if " ua1 compliant=" in regel]
    if len(regels) != len(paden):
        raise SystemExit(f"veraPDF did not look at all files: {uitkomst.stderr.strip()}")
    return {Path(regel.split(" ua1 ")[0]).stem: "compliant=true" in regel for regel in regels}


def teken(pdf: Path, naam: Path) -> list[Path]:
    """Every sheet as a picture of its own."""
    uit = []
    for blad in range(1, len(pypdf.PdfReader(pdf).pages) + 1):
        doel = naam.with_name(naam.name + (f"-{blad}" if blad > 1 else ""))
        keuze = ["-f", str(blad), "-l", str(blad), "-singlefile"]
        subprocess.run(["pdftoppm", "-r", PPI, "-png", *keuze, str(pdf), str(doel)], check=True)
        uit.append(doel.with_name(doel.name + ".png"))
    return uit


def bewijs(werk: Path, plaatjes: Path | None) -> int:
    """Print the counts; answers how much is wrong."""
    inhoud = alle_docx()
    inhoud[CONTROLE] = zonder_alt(inhoud[GETOOND["nl"]])
    for naam, data in inhoud.items():
        (werk / f"{naam}.docx").write_bytes(data)
    paden = libreoffice.zet_om([werk / f"{naam}.docx" for naam in inhoud], werk / "pdf")
    gekeurd = keur(paden)
    bladen = {pad.stem: len(pypdf.PdfReader(pad).pages) for pad in paden}
    fout = [naam for naam, goed in gekeurd.items() if not goed and naam != CONTROLE]
    print(f"documents: {len(inhoud) - 1}, each made twice with the same bytes")
    for wat, einde in SOORTEN.items():
        geteld = Counter(aantal for naam, aantal in bladen.items() if naam.endswith(einde))
        print(
            f"{wat}: " + ", ".join(f"{geteld[aantal]} on {aantal}" for aantal in sorted(geteld)) + " sheets"
        )
    print(f"PDF/UA-1 by LibreOffice, failures: {len(fout)} {' '.join(fout)}".rstrip())
    print(f"control, pictures without words, failures: {int(not gekeurd[CONTROLE])}")
    if plaatjes is not None:
        plaatjes.mkdir(parents=True, exist_ok=True)
        for taal, naam in GETOOND.items():
            for plaatje in teken(werk / "pdf" / f"{naam}.pdf", plaatjes / f"docx-{taal}"):
                print(f"picture: {plaatje} ({plaatje.stat().st_size // 1000} kB)")
    return len(fout) + int(gekeurd[CONTROLE])


def main() -> None:
    """Look whether the programs are there, and prove."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--plaatjes", type=Path, help="where to write the pictures; none without it")
    keuzes = parser.parse_args()
    mist = [programma for programma in ("soffice", "pdftoppm", "java") if shutil.which(programma) is None]
    if mist:
        raise SystemExit(f"missing: {', '.join(mist)} ({libreoffice.PAKKETTEN}; Java for tools/pdfua)")
    with tempfile.TemporaryDirectory() as werk:
        sys.exit(min(bewijs(Path(werk), keuzes.plaatjes), 1))


if __name__ == "__main__":
    main()
