"""The page for parents as HTML in a real Chromium: every check with its count, and pictures for docs.

    .venv/bin/python -m tools.bladzijdeweb [--uit docs/bladzijden] [--zonder-beelden]

Seven languages, five pages each, on a phone, a laptop and paper: every rule of axe-core, words in drawings,
width, sheets beside those of the PDF, requests; then words that attack. Ends with controls that must be seen.
Status 1 where anything is wrong, or where Chromium or axe-core is missing.
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from PIL import Image

from kernteam_tui.domain.bladzijde import TALEN, Bereikbaarheid, Bladzijde
from kernteam_tui.domain.schoontekst import zonder_stuurtekens
from kernteam_tui.exchange.bladzijde import maak_pdf
from kernteam_tui.exchange.bladzijde.html import maak_html
from tests.exchange.bladzijde.bladen import VIJANDIG, alle_bladzijden, lange_bladzijde, vijandige_bladzijde
from tests.exchange.bladzijde.in_browser import (
    BREED,
    SMAL,
    BrowserOntbreekt,
    Kijker,
    bekijk,
    keur,
    open_kijker,
    te_breed,
    vellen,
    zwak_in_beeld,
)

BEELDEN = (("nl", "scherm"), ("ar", "scherm"), ("ti", "laptop"), ("tr", "papier"), ("ar", "papier"))
"""Which pages are kept as a picture."""
KLEUREN = 48


@dataclass
class Telling:
    """What was looked at, and what was wrong."""

    gezien: Counter[str] = field(default_factory=Counter)
    fout: list[str] = field(default_factory=list)
    regels: int = 0
    geslaagd: set[str] = field(default_factory=set)

    def meld(self, waar: str, wat: object) -> None:
        """Something wrong, where there is something."""
        if wat:
            self.fout.append(f"{waar}: {wat}")


def kijk(kijker: Kijker, telling: Telling, naam: str, html: str) -> None:
    """One page on a phone, a laptop and in the style of paper."""
    for aanblik in bekijk(kijker, html):
        telling.meld(f"{naam} {aanblik.waar}", aanblik.gebreken)
        telling.gezien["axe-core"] += 1
        telling.gezien["words in drawings"] += aanblik.woorden_in_beeld
        telling.regels = aanblik.regels
        telling.geslaagd |= aanblik.geslaagd


def tel_vellen(kijker: Kijker, telling: Telling, naam: str, bladzijde: Bladzijde) -> None:
    """Sheets of Chromium: one, or two in large letters, and never more than those of the PDF."""
    with kijker.pagina(maak_html(bladzijde)) as pagina:
        html, pdf = len(vellen(pagina).pages), maak_pdf(bladzijde).bladzijden
    telling.gezien[f"printed on {html}"] += 1
    telling.meld(f"{naam}: sheets", html if html > min(pdf, 2 if bladzijde.groot else 1) else 0)


def val_aan(kijker: Kijker, telling: Telling, naam: str, tekst: str) -> None:
    """Words that attack, in every place that takes words."""
    leeg = Bladzijde(voor="", datum=date(2026, 11, 23), plan_versie=1, bellen=Bereikbaarheid(""))
    schoon = " ".join(zonder_stuurtekens(tekst).split())
    for taal in ("nl", "ar"):
        html = maak_html(replace(vijandige_bladzijde(leeg, tekst), taal=taal))
        with kijker.pagina(html, SMAL) as pagina:
            gelezen = pagina.evaluate("() => document.body.textContent").translate(
                dict.fromkeys(range(0x2066, 0x206A))
            )
            heel = " ".join(gelezen.split()).count(schoon.translate(dict.fromkeys(range(0x2066, 0x206A))))
            telling.meld(f"{naam} {taal}", "not letter for letter" if heel < 8 else "")
            telling.meld(f"{naam} {taal}", pagina.evaluate("() => window.raak || document.scripts.length"))
            telling.meld(f"{naam} {taal}", max(te_breed(pagina), 0))
        telling.gezien["attacks"] += 1
        telling.gezien["found letter for letter"] += heel


def controles(kijker: Kijker) -> list[tuple[str, bool]]:
    """Faults put in on purpose, and whether each was seen."""
    html = maak_html(lange_bladzijde("nl"))
    uit = []
    for naam, goed, kwaad, regel in (
        ("grey letters", "--inkt: #1b2730;", "--inkt: #9aa6ad;", "color-contrast"),
        ("no language", '<html lang="nl" dir="ltr">', "<html>", "html-has-lang"),
        ("no main part", "main>", "div>", "region"),
        ("a picture without words", 'role="img" aria-label="Nog te doen"', 'role="img"', "svg-img-alt"),
    ):
        with kijker.pagina(html.replace(goed, kwaad)) as pagina:
            uit.append((f"{naam} ({regel})", regel in {gevonden for gevonden, _ in keur(pagina).fouten}))
    with kijker.pagina(html.replace("overflow-wrap: anywhere", "white-space: nowrap"), SMAL) as pagina:
        uit.append(("a page too wide for a phone", te_breed(pagina) > 0))
    with kijker.pagina(html.replace("fill: #1b2730;", "fill: #b0b8bd;")) as pagina:
        uit.append(("grey words in a drawing", bool(zwak_in_beeld(pagina))))
    kijker.vergeet()
    plek = "Ons plan</h1>"
    beet = f'<script>window.raak=1</script><img src="https://voorbeeld.invalid/x.png">{plek}'
    with kijker.pagina(html.replace(plek, beet).replace("Content-Security-Policy", "x")) as pagina:
        uit.append(("a script that runs", pagina.evaluate("() => window.raak") == 1))
    uit.append(("a request for a picture", len(kijker.vreemd_gevraagd) == 1))
    kijker.vergeet()
    return uit


def bewaar(kijker: Kijker, map_: Path) -> list[Path]:
    """Pictures of few colours."""
    uit = []
    for taal, soort in BEELDEN:
        html = maak_html(lange_bladzijde(taal))
        breedten = {"scherm": (SMAL, BREED), "laptop": (BREED,), "papier": (BREED,)}[soort]
        for breed in breedten:
            with kijker.pagina(html, breed) as pagina:
                papier = soort == "papier"
                beeld = (
                    _eerste_vel(pagina.pdf(prefer_css_page_size=True))
                    if papier
                    else pagina.screenshot(full_page=True)
                )
            uit.append(map_ / f"web-{taal}-{'papier' if papier else breed}.png")
            _klein(beeld).save(uit[-1], optimize=True)
    return uit


def _eerste_vel(pdf: bytes) -> bytes:
    if shutil.which("pdftoppm") is None:
        raise BrowserOntbreekt("no pdftoppm (Debian: poppler-utils)")
    with tempfile.TemporaryDirectory() as map_:
        bron = Path(map_) / "blad.pdf"
        bron.write_bytes(pdf)
        opdracht = ["pdftoppm", "-r", "90", "-png", "-singlefile", str(bron), str(bron.with_suffix(""))]
        subprocess.run(opdracht, check=True)
        return bron.with_suffix(".png").read_bytes()


def _klein(beeld: bytes) -> Image.Image:
    return Image.open(io.BytesIO(beeld)).convert("RGB").quantize(KLEUREN)


def main() -> int:
    """Run all, print the counts, answer 0 where all is well."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--uit", type=Path, default=Path("docs/bladzijden"))
    parser.add_argument("--zonder-beelden", action="store_true")
    keuzes = parser.parse_args()
    telling = Telling()
    try:
        with open_kijker() as kijker:
            print(f"Chromium {kijker.browser.version}, without a network")
            for taal in TALEN:
                for soort, bladzijde in alle_bladzijden(lange_bladzijde(taal)).items():
                    kijk(kijker, telling, f"{taal} {soort}", maak_html(bladzijde))
                    tel_vellen(kijker, telling, f"{taal} {soort}", bladzijde)
                    telling.gezien["pages"] += 1
            for naam, tekst in VIJANDIG.items():
                val_aan(kijker, telling, naam, tekst)
            telling.meld("requests", kijker.vreemd_gevraagd)
            telling.meld("messages", kijker.berichten)
            gevangen = controles(kijker)
            beelden = [] if keuzes.zonder_beelden else bewaar(kijker, keuzes.uit)
    except BrowserOntbreekt as ontbreekt:
        print(f"FAILED: {ontbreekt}")
        return 1
    schrijf(telling, gevangen, beelden)
    return 1 if telling.fout or not all(gezien for _, gezien in gevangen) else 0


def schrijf(telling: Telling, gevangen: list[tuple[str, bool]], beelden: list[Path]) -> None:
    """The counts, one line each."""
    g = telling.gezien
    kaal = g["printed on 1"] + g["printed on 2"]
    for regel in (
        f"pages: {g['pages']} in {len(TALEN)} languages, each at {SMAL} and {BREED} pixels and as on paper",
        f"axe-core: {g['axe-core']} runs of all {telling.regels} rules, {len(telling.geslaagd)} had a case",
        f"words in drawings: {g['words in drawings']} with a contrast of at least 7 and in their place",
        f"printed: {g['printed on 1']} on one sheet, {g['printed on 2']} on two, {g['pages'] - kaal} on more",
        f"attacks: {g['attacks']} pages, {g['found letter for letter']} times letter for letter",
        f"faults: {len(telling.fout)}",
        *(f"  {fout}" for fout in telling.fout),
        *(f"control, {naam}: {'seen' if gezien else 'NOT SEEN'}" for naam, gezien in gevangen),
        *(f"{beeld} ({beeld.stat().st_size // 1024} kB)" for beeld in beelden),
    ):
        print(regel)


if __name__ == "__main__":
    sys.exit(main())
