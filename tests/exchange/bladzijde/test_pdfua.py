"""veraPDF on the pages: PDF/UA-1 and PDF/A-2a, with an untagged PDF that must fail."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import typst

from kernteam_tui.domain.bladzijde import Bladzijde
from kernteam_tui.exchange.bladzijde import maak_pdf
from tests.geduld import GEDULD

PDFUA = Path(__file__).parents[3] / "tools" / "pdfua"
PAKKETTEN = "Debian: openjdk-17-jdk-headless libjaxb-java; then once, with a network: tools/pdfua --setup"


def keur(norm: str, *paden: Path) -> dict[str, bool]:
    """Which files comply, by file name. Skips where the checker cannot set itself up."""
    if shutil.which("java") is None or shutil.which("javac") is None or shutil.which("bash") is None:
        pytest.skip(f"no Java for veraPDF ({PAKKETTEN})")
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
        pytest.skip(f"veraPDF cannot be set up here ({PAKKETTEN})")
    regels = [regel for regel in uitkomst.stdout.splitlines() if f" {norm} compliant=" in regel]
    assert len(regels) == len(paden), uitkomst.stdout + uitkomst.stderr
    return {Path(regel.split(f" {norm} ")[0]).name: "compliant=true" in regel for regel in regels}


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
    controle = tmp_path / "controle.pdf"
    zonder = typst.compile(b"= Kop\nZonder etiketten.", format="pdf", pdf_tags=False)
    assert isinstance(zonder, bytes)
    controle.write_bytes(zonder)
    assert keur(norm, *paden, controle) == {
        "vol.pdf": True,
        "leeg.pdf": True,
        "veeltalig.pdf": True,
        "controle.pdf": False,
    }
