"""A page in a real Chromium: what it shows, what axe-core says of it, how many sheets it prints on.

`BrowserOntbreekt` says what is missing here; a test skips by its name, a proof fails by it.
"""

from __future__ import annotations

import importlib.util
import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlparse

from pypdf import PdfReader

from tests.geduld import GEDULD

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LETTERTYPEN = Path(__file__).parents[3] / "src" / "kernteam_tui" / "assets" / "lettertypen"
VLAGGEN = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--font-render-hinting=none",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SMAL, BREED = 360, 1280
"""Pixels: a phone and a laptop."""
AANBLIKKEN = ((SMAL, "screen"), (BREED, "screen"), (BREED, "print"))
"""How every paper is looked at."""
ALTIJD_GEWOGEN = frozenset({"color-contrast", "color-contrast-enhanced", "region", "html-has-lang"})
"""Rules of axe-core for which every paper has a case: not to have failed them is to have passed them."""
ALLES_AAN = """async () => {
  const rules = Object.fromEntries(axe.getRules().map(regel => [regel.ruleId, {enabled: true}]));
  const uit = await axe.run(document, {rules, resultTypes: ["violations", "incomplete"]});
  const kort = lijst => lijst.map(r => [r.id, r.nodes.map(n => n.html.slice(0, 160)).join(" | ")]);
  const los = lijst => lijst.map(r => [r.id, r.nodes.map(n => n.html.slice(0, 160))]);
  return {violations: kort(uit.violations), incomplete: los(uit.incomplete),
          passes: uit.passes.map(r => r.id), regels: Object.keys(rules).length};
}"""
"""Every rule that axe-core has, also those for AAA and the experimental ones."""


class BrowserOntbreekt(Exception):
    """What is missing, with the packages that bring it."""


@dataclass(frozen=True)
class Axe:
    """What axe-core found: rules with the piece of the page, and how many rules it has and passed.

    `onzeker` is what it could not tell, without the words in drawings: those are for `zwak_in_beeld`.
    """

    fouten: list[tuple[str, str]]
    onzeker: list[tuple[str, str]]
    geslaagd: frozenset[str]
    regels: int


@dataclass(frozen=True)
class Aanblik:
    """One look at a paper: where (`360 screen`), all that is wrong, and what was weighed."""

    waar: str
    gebreken: list[object]
    geslaagd: frozenset[str]
    regels: int
    woorden_in_beeld: int


@dataclass
class Kijker:
    """A browser without a network, and every request that it was asked for."""

    browser: Browser
    map: Path
    gevraagd: list[str] = field(default_factory=list)
    berichten: list[str] = field(default_factory=list)
    tegengehouden: dict[str, str] = field(default_factory=dict)
    """What did not come, and why: `csp` is the policy of the page."""

    @contextmanager
    def pagina(self, html: str, breed: int = BREED, hoog: int = 900) -> Iterator[Page]:
        """The file opened as a reader opens it: from disk."""
        bestand = self.map / "blad.html"
        bestand.write_text(html, encoding="utf-8")
        context = self.browser.new_context(viewport={"width": breed, "height": hoog}, offline=True)
        try:
            pagina = context.new_page()
            pagina.set_default_timeout(GEDULD * 1000)
            pagina.on("request", lambda vraag: self.gevraagd.append(vraag.url))
            pagina.on(
                "requestfailed", lambda vraag: self.tegengehouden.update({vraag.url: vraag.failure or ""})
            )
            pagina.on("console", lambda bericht: self.berichten.append(bericht.text))
            pagina.on("dialog", lambda venster: self._dialoog(venster))
            pagina.goto(bestand.as_uri())
            yield pagina
        finally:
            context.close()

    def vergeet(self) -> None:
        """Begin with no requests and no messages."""
        self.gevraagd.clear()
        self.berichten.clear()
        self.tegengehouden.clear()

    def _dialoog(self, venster: Any) -> None:
        self.berichten.append(f"dialog: {venster.message}")
        venster.dismiss()

    @property
    def vreemd_gevraagd(self) -> list[str]:
        """Requests for anything but the file itself."""
        eigen = self.map / "blad.html"
        return [adres for adres in self.gevraagd if Path(unquote(urlparse(adres).path)) != eigen]


def keur(pagina: Page) -> Axe:
    """Run every rule of axe-core on an open page."""
    pagina.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    uit = pagina.evaluate(ALLES_AAN)
    return Axe(
        [(regel, waar) for regel, waar in uit["violations"]],
        [
            (regel, waar)
            for regel, delen in uit["incomplete"]
            for waar in delen
            if not waar.startswith("<text ")
        ],
        frozenset(uit["passes"]),
        uit["regels"],
    )


def bekijk(kijker: Kijker, html: str) -> Iterator[Aanblik]:
    """The paper on a phone, a laptop and in the style of paper: every rule, words in drawings, its width."""
    for breed, drager in AANBLIKKEN:
        with kijker.pagina(html, breed) as pagina:
            pagina.emulate_media(media="print" if drager == "print" else "screen")
            uit = keur(pagina)
            te_ver = te_breed(pagina)
            gebreken: list[object] = [*uit.fouten, *uit.onzeker, *zwak_in_beeld(pagina), *afgekapt(pagina)]
            if te_ver > 0:
                gebreken.append(f"{te_ver} pixels too wide")
            in_beeld = pagina.locator("svg text").count()
        yield Aanblik(f"{breed} {drager}", gebreken, uit.geslaagd, uit.regels, in_beeld)


def te_breed(pagina: Page) -> int:
    """By how many pixels the page is wider than its window."""
    breedte: int = pagina.evaluate(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return breedte


def afgekapt(pagina: Page) -> list[str]:
    """Pieces of text that stick out of the page at its sides or that something hides."""
    gevonden: list[str] = pagina.evaluate(
        """() => {
          const uit = [], breed = document.documentElement.clientWidth;
          const tekst = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (tekst.nextNode()) {
            const stuk = tekst.currentNode;
            if (!stuk.data.trim()) continue;
            const reeks = document.createRange();
            reeks.selectNodeContents(stuk);
            for (const vak of reeks.getClientRects())
              if (vak.left < -0.5 || vak.right > breed + 0.5) { uit.push(stuk.data.slice(0, 40)); break; }
          }
          for (const e of document.body.querySelectorAll("*"))
            if (getComputedStyle(e).overflow !== "visible" && e.scrollWidth > e.clientWidth + 1
                && !e.closest("svg")) uit.push(e.tagName);
          return uit;
        }"""
    )
    return gevonden


ZWAK_IN_BEELD = """grens => {
  const licht = kleur => {
    const [r, g, b] = kleur.match(/[0-9.]+/g).slice(0, 3).map(Number).map(w => w / 255)
      .map(w => w <= 0.04045 ? w / 12.92 : ((w + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const uit = [], meld = (tekst, wat) => uit.push(`${tekst.textContent}: ${wat}`);
  for (const tekst of document.querySelectorAll("svg text")) {
    tekst.scrollIntoView({block: "center"});
    const vak = tekst.getBoundingClientRect();
    const onder = document.elementsFromPoint(vak.x + vak.width / 2, vak.y + vak.height / 2)
      .find(e => /^(circle|rect|ellipse)$/.test(e.tagName));
    const een = licht(getComputedStyle(tekst).fill);
    const twee = onder ? licht(getComputedStyle(onder).fill) : 1;
    const verschil = (Math.max(een, twee) + 0.05) / (Math.min(een, twee) + 0.05);
    if (verschil < grens) meld(tekst, verschil.toFixed(1));
    const beeld = tekst.closest("svg").getBoundingClientRect();
    if (vak.left < beeld.left - 0.5 || vak.right > beeld.right + 0.5
        || vak.top < beeld.top - 0.5 || vak.bottom > beeld.bottom + 0.5) meld(tekst, "buiten beeld");
    const kaart = tekst.closest(".kring") && onder && onder.getBoundingClientRect();
    if (kaart && (vak.left < kaart.left || vak.right > kaart.right)) meld(tekst, "over de rand");
  }
  return uit;
}"""


def zwak_in_beeld(pagina: Page, grens: float = 7.0) -> list[str]:
    """Words in drawings, whose ground axe-core cannot tell: with too little contrast, or out of place."""
    gevonden: list[str] = pagina.evaluate(ZWAK_IN_BEELD, grens)
    return gevonden


def vellen(pagina: Page) -> PdfReader:
    """The page as Chromium prints it."""
    return PdfReader(io.BytesIO(pagina.pdf(prefer_css_page_size=True)))


@contextmanager
def open_kijker() -> Iterator[Kijker]:
    """A browser with the letters of this project as letters of the machine. Raises BrowserOntbreekt."""
    chromium = shutil.which("chromium")
    if chromium is None:
        raise BrowserOntbreekt("no Chromium (Debian: chromium)")
    if importlib.util.find_spec("axe_playwright_python") is None:
        raise BrowserOntbreekt("no axe-playwright-python (pip install -r requirements/proef.txt)")
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as map_, sync_playwright() as spel:
        eigen = Path(map_).resolve()
        browser = spel.chromium.launch(
            executable_path=chromium,
            args=VLAGGEN,
            env={**os.environ, "FONTCONFIG_FILE": str(_letters(eigen)), "HOME": str(eigen)},
            timeout=GEDULD * 1000,
        )
        try:
            yield Kijker(browser, eigen)
        finally:
            browser.close()


def _letters(map_: Path) -> Path:
    """Fontconfig that knows our six files, so that a picture is the same on every machine."""
    instelling = map_ / "fonts.conf"
    instelling.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{LETTERTYPEN}</dir>'
        f"<dir>/usr/share/fonts</dir><cachedir>{map_ / 'cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return instelling
