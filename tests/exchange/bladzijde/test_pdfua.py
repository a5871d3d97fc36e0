"""veraPDF on the pages: PDF/UA-1 and PDF/A-2a, with an untagged PDF that must fail."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
import typst

from kernteam_tui.domain.bladzijde import TALEN, Bladsoort, Bladzijde
from kernteam_tui.exchange.bladzijde import maak_pdf
from tests.exchange.bladzijde.paginas import VORMEN, alle_paginas
from tests.geduld import GEDULD
from tests.greep import DIEP, paren
from tests.ontbreekt import ontbreekt

PDFUA = Path(__file__).parents[3] / "tools" / "pdfua"
PAKKETTEN = "Debian: openjdk-17-jdk-headless libjaxb-java; then once, with a network: tools/pdfua --setup"


def keur(norm: str, *paden: Path) -> dict[str, bool]:
    """Which files comply, by file name. Leaves the test (`ontbreekt`) where the checker cannot be set up."""
    if shutil.which("java") is None or shutil.which("javac") is None or shutil.which("bash") is None:
        ontbreekt(f"no Java for veraPDF ({PAKKETTEN})")
    omgeving = {**os.environ, "PIP_RETRIES": "0", "PIP_DEFAULT_TIMEOUT": "15"}
    uitkomst = subprocess.run(
        [str(PDFUA), "--flavour", norm, *map(str, paden)],
        capture_output=True,
        text=True,
        env=omgeving,
        timeout=GEDULD,
        check=False,
    )
    if uitkomst.returncode == 2 and "cannot set up" in uitkomst.stderr:
        ontbreekt(f"veraPDF cannot be set up here ({PAKKETTEN})")
    regels = [regel for regel in uitkomst.stdout.splitlines() if f" {norm} compliant=" in regel]
    assert len(regels) == len(paden), uitkomst.stdout + uitkomst.stderr
    return {Path(regel.split(f" {norm} ")[0]).name: "compliant=true" in regel for regel in regels}


def langste_paginas() -> dict[str, Bladzijde]:
    """Every language, reader and form, each beside each other one, with as much on it as there can be.

    By file name; in the proofs every combination.
    """
    gekozen = {f"{taal}-{soort.value}-{vorm}" for taal, soort, vorm in paren(TALEN, Bladsoort, VORMEN)}
    return {f"{naam}.pdf": langste for naam, _, langste in alle_paginas() if naam in gekozen}


@cache
def gedrukt(naam: str) -> bytes:
    """Printed once, for both norms."""
    return maak_pdf(langste_paginas()[naam]).data


def ongetagd(pad: Path) -> Path:
    """The control: a PDF that says nothing to who cannot see it."""
    zonder = typst.compile(b"= Kop\nZonder etiketten.", format="pdf", pdf_tags=False)
    assert isinstance(zonder, bytes)
    pad.write_bytes(zonder)
    return pad


@pytest.mark.lang
@pytest.mark.parametrize("norm", ["ua1", "2a"])
def test_the_longest_page_complies_in_every_language_for_every_reader_in_every_form(
    norm: str, tmp_path: Path
) -> None:
    paden = []
    for naam in langste_paginas():
        paden.append(tmp_path / naam)
        paden[-1].write_bytes(gedrukt(naam))
    assert len(paden) == (60 if DIEP else 20)
    uitkomst = keur(norm, *paden, ongetagd(tmp_path / "controle.pdf"))
    assert [naam for naam, voldoet in uitkomst.items() if not voldoet] == ["controle.pdf"]


@pytest.mark.lang
@pytest.mark.parametrize("norm", ["ua1", "2a"])
def test_every_page_complies_and_the_untagged_control_does_not(
    norm: str,
    volle_bladzijde: Bladzijde,
    lege_bladzijde: Bladzijde,
    veeltalige_bladzijde: Bladzijde,
    tmp_path: Path,
) -> None:
    bladzijden = {"vol": volle_bladzijde, "leeg": lege_bladzijde, "veeltalig": veeltalige_bladzijde}
    paden = []
    for naam, bladzijde in bladzijden.items():
        paden.append(tmp_path / f"{naam}.pdf")
        paden[-1].write_bytes(maak_pdf(bladzijde).data)
    assert keur(norm, *paden, ongetagd(tmp_path / "controle.pdf")) == {
        "vol.pdf": True,
        "leeg.pdf": True,
        "veeltalig.pdf": True,
        "controle.pdf": False,
    }
