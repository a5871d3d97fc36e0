"""Write the page for parents as pictures for docs: every language, reader and form, and what does not fit.

    .venv/bin/python -m tools.bladzijdeplaatjes [--uit docs/bladzijden] [NAAM...]

NAAM is the beginning of a name: `ar`, `tr-jongere`. Both sheets of large print stand in one picture.
Needs pdftoppm (Debian: poppler-utils). The same pages give the same pictures.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from kernteam_tui.domain.bladzijde import Bladzijde
from kernteam_tui.exchange.bladzijde import maak_pdf
from tests.exchange.bladzijde.paginas import alle_paginas, maak_langste

PPI = 70
KLEUREN = 16
NAAD = 8
"""Pixels between two sheets."""


def alle_plaatjes() -> dict[str, Bladzijde]:
    """The pages by name of their picture."""
    paginas = {naam: pagina for naam, pagina, _ in alle_paginas()}
    return paginas | {f"{taal}-past-niet": maak_langste(taal) for taal in ("nl", "ar")}


def maak_plaatje(bladzijde: Bladzijde) -> bytes:
    """All sheets of a page beside each other, as a small PNG."""
    with tempfile.TemporaryDirectory() as map_:
        stam = Path(map_) / "blad"
        subprocess.run(
            ["pdftoppm", "-r", str(PPI), "-png", "-", str(stam)], input=maak_pdf(bladzijde).data, check=True
        )
        vellen = [Image.open(pad).convert("RGB") for pad in sorted(Path(map_).glob("blad*.png"))]
    breed = sum(vel.width for vel in vellen) + NAAD * (len(vellen) - 1)
    samen = Image.new("RGB", (breed, max(vel.height for vel in vellen)), "#8a979e")
    links = 0
    for vel in vellen:
        samen.paste(vel, (links, 0))
        links += vel.width + NAAD
    uit = io.BytesIO()
    samen.quantize(KLEUREN, dither=Image.Dither.NONE).save(uit, "PNG", optimize=True)
    return uit.getvalue()


def main() -> None:
    """Write and say what was written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--uit", type=Path, default=Path("docs/bladzijden"))
    parser.add_argument("namen", nargs="*", default=[""])
    keuzes = parser.parse_args()
    keuzes.uit.mkdir(parents=True, exist_ok=True)
    for naam, bladzijde in alle_plaatjes().items():
        if naam.startswith(tuple(keuzes.namen)):
            bestand = keuzes.uit / f"{naam}.png"
            bestand.write_bytes(maak_plaatje(bladzijde))
            print(bestand)


if __name__ == "__main__":
    main()
