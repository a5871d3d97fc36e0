#!/usr/bin/env python3
"""Build the six fonts of the page for parents and the list of signs they can print.

Run it only when a font changes; the outcome is committed, so a user or a test never needs it:

    python3 -m venv /tmp/letters
    /tmp/letters/bin/pip install fonttools==4.68.0 fontpkg-noto-sans==2.15 fontpkg-amiri==1.2 \\
        justmytype-intl-africa==0.1.0
    /tmp/letters/bin/python tools/bouw_lettertypen.py src/kernteam_tui/assets/lettertypen

Sources (all SIL Open Font License 1.1, none with a Reserved Font Name):
    Noto Sans 2.015           PyPI fontpkg-noto-sans 2.15         github.com/notofonts/latin-greek-cyrillic
    Amiri 1.002               PyPI fontpkg-amiri 1.2              github.com/aliftype/amiri
    Noto Sans Ethiopic 2.102  PyPI justmytype-intl-africa 0.1.0   github.com/notofonts/ethiopic

What is done: instances at weight 400 and 700 and width 100, a subset of signs, and in Noto Sans one glyph
of our own (U+25A1, the box that stands for a sign that cannot be printed; Noto Sans has none).
Not Noto Sans Arabic: from 2.012 on its text cannot be copied out of a PDF (notofonts/arabic issue 284).
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

DOOS = 0x25A1
GEWICHTEN = {"Regular": 400, "Bold": 700}

LATIJN_CYRILLISCH = (
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x2B0, 0x36F),
    (0x3A9, 0x3A9),  # what U+2126, the ohm sign, becomes in NFC
    (0x400, 0x52F),
    (0x1E00, 0x1EFF),
    (0x2000, 0x2027),
    (0x202F, 0x206F),
    (0x2070, 0x214F),
    (0x2190, 0x22FF),
    (0x25A0, 0x25FF),
    (0xFB00, 0xFB06),
    (0xFFFD, 0xFFFD),
)
ARABISCH = (
    (0x20, 0x20),
    (0x600, 0x6FF),
    (0x750, 0x77F),
    (0x8A0, 0x8FF),
    (0x200B, 0x200F),
    (0x2066, 0x2069),
    (0xFD3E, 0xFD3F),
)
ETHIOPISCH = ((0x20, 0x20), (0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F))


@dataclass(frozen=True)
class Bron:
    """One family: the PyPI package, the file per weight inside it, its licence, and the signs we keep."""

    familie: str
    pakket: str
    bestanden: dict[str, str]
    licentie: str
    tekens: tuple[tuple[int, int], ...]


BRONNEN = (
    Bron(
        "NotoSans",
        "fontpkg-noto-sans",
        dict.fromkeys(GEWICHTEN, "fontpkg_noto_sans/files/NotoSans[wdth,wght].ttf"),
        "fontpkg_noto_sans/LICENSE",
        LATIJN_CYRILLISCH,
    ),
    Bron(
        "Amiri",
        "fontpkg-amiri",
        {gewicht: f"fontpkg_amiri/files/Amiri-{gewicht}.ttf" for gewicht in GEWICHTEN},
        "fontpkg_amiri/LICENSE",
        ARABISCH,
    ),
    Bron(
        "NotoSansEthiopic",
        "justmytype-intl-africa",
        dict.fromkeys(
            GEWICHTEN, "justmytype_intl_africa/fonts/ofl/notosansethiopic/NotoSansEthiopic[wdth,wght].ttf"
        ),
        "justmytype_intl_africa/fonts/ofl/notosansethiopic/OFL.txt",
        ETHIOPISCH,
    ),
)


def add_doos(font: TTFont) -> None:
    """Draw U+25A1, an open square between baseline and cap height."""
    hoogte = font["OS/2"].sCapHeight
    rand, lijn, breedte = 60, 60, hoogte + 120
    pen = TTGlyphPen(None)
    buiten = ((rand, 0), (rand, hoogte), (breedte - rand, hoogte), (breedte - rand, 0))
    binnen = (
        (rand + lijn, lijn),
        (breedte - rand - lijn, lijn),
        (breedte - rand - lijn, hoogte - lijn),
        (rand + lijn, hoogte - lijn),
    )
    for hoeken in (buiten, binnen):
        pen.moveTo(hoeken[0])
        for hoek in hoeken[1:]:
            pen.lineTo(hoek)
        pen.closePath()
    font.setGlyphOrder([*font.getGlyphOrder(), "uni25A1"])
    font["glyf"]["uni25A1"] = pen.glyph()
    font["hmtx"]["uni25A1"] = (breedte, rand)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[DOOS] = "uni25A1"


def build(bron: Bron, gewicht: str) -> TTFont:
    """One static font with only the signs of `bron`."""
    pad = distribution(bron.pakket).locate_file(bron.bestanden[gewicht])
    font = TTFont(str(pad), recalcTimestamp=False)
    if "fvar" in font:
        instantiateVariableFont(
            font, {"wght": GEWICHTEN[gewicht], "wdth": 100}, inplace=True, updateFontNames=True
        )
    if bron.familie == "NotoSans":
        add_doos(font)
    opties = Options()
    opties.layout_features = ["*"]
    opties.name_IDs = ["*"]
    opties.notdef_outline = True
    opties.hinting = False
    knippen = Subsetter(opties)
    knippen.populate(unicodes=[teken for van, tot in bron.tekens for teken in range(van, tot + 1)])
    knippen.subset(font)
    return font


def as_ranges(tekens: set[int]) -> list[list[int]]:
    """Sorted [first, last] pairs, both included."""
    ranges: list[list[int]] = []
    for teken in sorted(tekens):
        if ranges and teken == ranges[-1][1] + 1:
            ranges[-1][1] = teken
        else:
            ranges.append([teken, teken])
    return ranges


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("map", type=Path, help="folder for the fonts, their licences and dekking.json")
    doel: Path = parser.parse_args().map
    doel.mkdir(parents=True, exist_ok=True)
    gedekt: set[int] = set()
    for bron in BRONNEN:
        try:
            licentie = Path(str(distribution(bron.pakket).locate_file(bron.licentie))).read_text("utf-8")
        except PackageNotFoundError:
            print(f"install {bron.pakket} first (see --help)", file=sys.stderr)
            return 2
        (doel / f"OFL-{bron.familie}.txt").write_text(licentie, "utf-8")
        per_gewicht = {gewicht: build(bron, gewicht) for gewicht in GEWICHTEN}
        for gewicht, font in per_gewicht.items():
            pad = doel / f"{bron.familie}-{gewicht}.ttf"
            font.save(pad)
            print(f"{pad.name:28} {pad.stat().st_size:>8} bytes")
        gedekt |= set.intersection(*(set(font.getBestCmap()) for font in per_gewicht.values()))
    versies = {bron.pakket: distribution(bron.pakket).version for bron in BRONNEN}
    dekking = {"bronnen": versies, "aantal": len(gedekt), "reeksen": as_ranges(gedekt)}
    (doel / "dekking.json").write_text(json.dumps(dekking) + "\n", "utf-8")
    print(f"dekking.json: {len(gedekt)} signs in {len(dekking['reeksen'])} ranges")
    return 0


if __name__ == "__main__":
    sys.exit(main())
