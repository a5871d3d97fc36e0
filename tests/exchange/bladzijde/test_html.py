"""The page for parents as one HTML file: what stands in it, and what can never stand in it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from dataclasses import dataclass, field, replace
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.bladzijde import (
    TALEN,
    Bereikbaarheid,
    Bladzijde,
    BladzijdeActie,
    BladzijdeDoel,
    Kringlid,
)
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.schoontekst import zonder_stuurtekens
from kernteam_tui.exchange.bladzijde import maak_tekst
from kernteam_tui.exchange.bladzijde.html import html_van, maak_html
from kernteam_tui.exchange.bladzijde.opbouw import Kringregel, Opbouw, bouw_op
from kernteam_tui.exchange.bladzijde.zinnen import lees_zinnen
from kernteam_tui.exchange.tekstdelen import Alinea, Stuk
from kernteam_tui.exchange.webblad import CSP
from tests.exchange.bladzijde.bladen import VIJANDIG, lange_bladzijde, vijandige_bladzijde

SRC = Path(__file__).parents[3] / "src" / "kernteam_tui"
LEEG = {"meta", "br", "path", "circle", "rect", "ellipse"}
"""Elements without an end."""


@dataclass
class Blad(HTMLParser):
    """What a reader of the file finds: elements with their attributes, and the words in each."""

    elementen: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    tekst: str = ""
    koppen: list[str] = field(default_factory=list)
    _in: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementen.append((tag, dict(attrs)))
        if tag == "h2":
            self.koppen.append("")
        if tag not in LEEG:
            self._in.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._in.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self._in:
            return
        self.tekst += data
        if "h2" in self._in:
            self.koppen[-1] += data

    @property
    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elementen]

    def met(self, **eigenschappen: str) -> list[dict[str, str | None]]:
        """Elements with these attributes."""
        return [e for _, e in self.elementen if eigenschappen.items() <= e.items()]


def lees(html: str) -> Blad:
    blad = Blad()
    blad.feed(html)
    blad.close()
    return blad


def zonder_isolaten(tekst: str) -> str:
    return re.sub("[\u2066-\u2069]", "", tekst)


def test_it_has_the_same_parts_in_the_same_order_as_the_text(volle_bladzijde: Bladzijde) -> None:
    for bladzijde, delen in ((volle_bladzijde, 9), (lange_bladzijde("nl"), 10)):
        koppen = re.findall(r"^(.+)\n-+$", maak_tekst(bladzijde), re.MULTILINE)
        assert len(koppen) == delen
        assert lees(maak_html(bladzijde)).koppen == koppen


def test_the_same_page_gives_the_same_file(volle_bladzijde: Bladzijde) -> None:
    assert maak_html(volle_bladzijde) == maak_html(replace(volle_bladzijde))


def test_it_is_one_file_that_runs_and_fetches_nothing(volle_bladzijde: Bladzijde) -> None:
    html = maak_html(volle_bladzijde)
    blad = lees(html)
    assert html.startswith("<!doctype html>\n<html ")
    assert {"content": CSP, "http-equiv": "Content-Security-Policy"} in blad.met(content=CSP)
    assert CSP.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    verboden = {"script", "link", "img", "iframe", "object", "embed", "base", "form", "a", "image", "use"}
    assert verboden.isdisjoint(blad.tags)
    namen = {naam for _, eigen in blad.elementen for naam in eigen}
    assert namen.isdisjoint({"src", "href", "srcset", "action", "xlink:href", "style"})
    assert not [naam for naam in namen if naam.startswith("on")]
    assert not re.search(r"url\(|@import|https?:", html)


def test_the_window_is_named_after_the_kind_of_paper_and_nobody(volle_bladzijde: Bladzijde) -> None:
    titel = re.findall(r"<title>(.*)</title>", maak_html(volle_bladzijde))
    assert titel == ["Ons plan"]


def test_gaps_are_shown(lege_bladzijde: Bladzijde) -> None:
    assert lees(maak_html(lege_bladzijde)).tekst.count("Dit vullen we nog samen in.") == 5


def test_every_word_of_a_family_has_its_language_and_direction(veeltalige_bladzijde: Bladzijde) -> None:
    blad = lees(maak_html(veeltalige_bladzijde))
    assert [
        len(blad.met(lang=taal, dir=kant)) for taal, kant in (("ar", "rtl"), ("ti", "ltr"), ("tr", "ltr"))
    ] == [
        1,
        1,
        1,
    ]
    assert "اتصل بي 06-12345678." in zonder_isolaten(blad.tekst)


def test_pictures_and_boxes_have_words(volle_bladzijde: Bladzijde) -> None:
    blad = lees(maak_html(volle_bladzijde))
    woorden = [beeld["aria-label"] for beeld in blad.met(role="img")]
    assert woorden == [
        "Cijfer van 0 tot 10. Nu: 4. Wens: 7.",
        "Cijfer van 0 tot 10. Wens: 8.",
        "Cijfer van 0 tot 10. Nu: 3. Wens: 8.",
        *["Nog te doen"] * 3,
        "klaar",
    ]
    assert len(woorden) == blad.tags.count("svg")


@pytest.mark.parametrize("nu", [None, 0, 5, 10])
@pytest.mark.parametrize("gewenst", [None, 0, 5, 10])
def test_a_scale_shows_each_number_once(
    lege_bladzijde: Bladzijde, nu: int | None, gewenst: int | None
) -> None:
    html = maak_html(
        replace(lege_bladzijde, doelen=(BladzijdeDoel("Elke dag naar school.", "", nu, gewenst),))
    )
    getoond = re.findall(r"<text[^>]*>(\d+)</text>", html)
    assert len(getoond) == len(set(getoond))
    verwacht = {str(cijfer) for cijfer in (nu, gewenst) if cijfer is not None}
    assert set(getoond) == (verwacht | {"0", "10"} if verwacht else set())


def met_kring(bladzijde: Bladzijde, *kring: Kringregel) -> Opbouw:
    opbouw = bouw_op(bladzijde)
    koppen = {**opbouw.koppen, "kring": "Wie er om ons heen staan"}
    return replace(opbouw, koppen=koppen, kring=kring, kring_uitleg="Om ons heen: oma, mentor.")


def test_who_stands_around_us_is_a_picture_with_the_same_in_words(volle_bladzijde: Bladzijde) -> None:
    html = html_van(
        met_kring(volle_bladzijde, Kringregel("Oma Fatma", "oma", 1), Kringregel("علي", "mentor", 3))
    )
    blad = lees(html)
    assert len(blad.met(role="img", **{"aria-label": "Om ons heen: oma, mentor."})) == 1
    woorden = " ".join(re.findall(r"<text[^>]*>(\D*?)</text>", html))
    assert all(woord in woorden for woord in ("Oma Fatma", "oma", "علي", "mentor"))
    assert blad.koppen[2] == "Wie er om ons heen staan"


def test_names_that_no_picture_can_hold_are_a_list_with_every_letter(volle_bladzijde: Bladzijde) -> None:
    lang = "X" * 5000
    blad = lees(html_van(met_kring(volle_bladzijde, Kringregel(lang, "tante", 1), Kringregel("Ali", "", 2))))
    assert f"{lang} (tante)" in blad.tekst
    assert blad.met(role="img", **{"aria-label": "Om ons heen: oma, mentor."}) == []


def test_messages_dutch_headings_and_large_letters(volle_bladzijde: Bladzijde) -> None:
    opbouw = bouw_op(volle_bladzijde)
    gewoon = lees(html_van(opbouw))
    vol = replace(
        opbouw,
        concept=(Stuk("nl", (Alinea("Concept-vertaling.", "ltr"),)),),
        apart="De andere ouder heeft er zelf een.",
        groot=True,
        koppen={**opbouw.koppen, "goed": "İyi gidenler"},
        koppen_nl={"goed": "Wat goed gaat"},
    )
    blad = lees(html_van(vol))
    assert blad.elementen[0][1]["class"] == "groot"
    assert "class" not in gewoon.elementen[0][1]
    assert "Concept-vertaling." in blad.tekst
    assert "De andere ouder heeft er zelf een." in blad.tekst
    assert "İyi gidenler Wat goed gaat" in blad.koppen
    assert len(blad.met(lang="nl", dir="ltr")) == len(gewoon.met(lang="nl", dir="ltr")) + 2


@pytest.mark.parametrize("taal", [taal for taal in TALEN if taal != "nl"])
def test_the_dutch_half_of_the_draft_sentence_is_read_out_in_dutch(taal: str) -> None:
    """WCAG 3.1.2."""
    html = maak_html(lange_bladzijde(taal))
    kant = "rtl" if taal == "ar" else "ltr"
    eigen = f'<bdi lang="{taal}" dir="{kant}">{escape(lees_zinnen(taal).zinnen["concept"])}</bdi>'
    nederlands = f'<bdi lang="nl" dir="ltr">{lees_zinnen("nl").zinnen["concept"]}</bdi>'
    assert f'<p class="bericht">{eigen}<br>{nederlands}</p>' in html


@pytest.mark.parametrize("woorden", VIJANDIG, ids=list(VIJANDIG))
def test_hostile_words_are_there_letter_for_letter_and_are_no_markup(
    woorden: str, lege_bladzijde: Bladzijde
) -> None:
    tekst = VIJANDIG[woorden]
    blad = lees(maak_html(vijandige_bladzijde(lege_bladzijde, tekst)))
    gewoon = lees(maak_html(vijandige_bladzijde(lege_bladzijde, "gewoon")))
    schoon = zonder_isolaten(" ".join(zonder_stuurtekens(tekst).split()))
    gevonden = zonder_isolaten(" ".join(blad.tekst.split()))
    assert gevonden.count(schoon) >= 8
    assert set(blad.tags) <= set(gewoon.tags)


@given(st.text(), st.text(max_size=90))
def test_any_words_make_the_same_page_around_them(woorden: str, naam: str) -> None:
    from datetime import date

    bladzijde = Bladzijde(
        voor=naam,
        datum=date(2026, 11, 23),
        plan_versie=1,
        goed=(Citaat(naam, "nl", woorden),),
        acties=(BladzijdeActie(woorden, naam),),
        kring=(Kringlid(naam, woorden[:40]),),
        bellen=Bereikbaarheid(naam, woorden, naam),
    )
    blad = lees(maak_html(bladzijde))
    assert blad.tags.count("section") in (9, 10)
    assert not {naam for _, eigen in blad.elementen for naam in eigen if naam.startswith("on")}
    kaal = zonder_isolaten(blad.tekst)
    for alinea in zonder_stuurtekens(woorden).split("\n"):
        assert zonder_isolaten(alinea.strip()) in kaal


def test_jinja_is_loaded_with_the_first_page_and_not_before() -> None:
    program = (
        "import sys\n"
        "from kernteam_tui.exchange.bladzijde import html\n"
        "from kernteam_tui.exchange import webblad\n"
        "print('jinja2' in sys.modules)\n"
        "webblad.maak_blad('webblad/basis.html.jinja', webblad.Bladkop('Proef'), {})\n"
        "print('jinja2' in sys.modules)\n"
    )
    gezegd = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    assert gezegd.split() == ["False", "True"]


def test_no_template_switches_escaping_off() -> None:
    """`safe` and `autoescape false` are nowhere; `Markup` is made in one file, of our own words only."""
    sjablonen = sorted((SRC / "assets").rglob("*.jinja"))
    assert len(sjablonen) >= 3
    for sjabloon in sjablonen:
        assert not re.search(r"\|\s*safe|autoescape|xmlattr", sjabloon.read_text("utf-8")), sjabloon
    makers = [
        bestand.relative_to(SRC).as_posix()
        for bestand in sorted(SRC.rglob("*.py"))
        if any(
            isinstance(knoop, ast.ImportFrom) and knoop.module in ("jinja2", "markupsafe")
            for knoop in ast.walk(ast.parse(bestand.read_text("utf-8")))
        )
    ]
    assert makers == ["exchange/webblad/blad.py"]


def test_templates_and_styles_go_along_in_the_package() -> None:
    """hatchling takes what is under src/kernteam_tui and not ignored."""
    hatchling = pytest.importorskip("hatchling.builders.wheel", reason="no hatchling")
    bouwer = hatchling.WheelBuilder(str(SRC.parents[1]))
    mee = {bestand.distribution_path for bestand in bouwer.recurse_included_files()}
    eigen = [*(SRC / "assets").rglob("*.jinja"), *(SRC / "assets").rglob("*.css")]
    assert len(eigen) >= 5
    assert {bestand.relative_to(SRC.parent).as_posix() for bestand in eigen} <= mee
