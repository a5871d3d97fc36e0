"""What every paper on a screen shares, by itself."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from kernteam_tui.exchange.tekstdelen import Alinea, Stuk
from kernteam_tui.exchange.webblad import Bladkop, breek_af, maak_blad, schat_breedte
from kernteam_tui.exchange.webblad.blad import _omgeving


def zet(regel: str, **inhoud: object) -> str:
    """One line of a template, with the pieces at hand."""
    sjabloon = '{% import "webblad/delen.html.jinja" as deel %}' + regel
    return _omgeving().from_string(sjabloon).render(inhoud)


def test_a_paper_without_content_is_a_whole_file() -> None:
    html = maak_blad("webblad/basis.html.jinja", Bladkop("Plan & <b>", "ar", "rtl", groot=True), {})
    assert html.startswith('<!doctype html>\n<html lang="ar" dir="rtl" class="groot">')
    assert "<title>Plan &amp; &lt;b&gt;</title>" in html
    assert html.rstrip().endswith("</html>")


def test_a_forgotten_value_is_an_error_and_not_a_gap() -> None:
    with pytest.raises(UndefinedError):
        zet("{{ niets }}")


def test_a_table_names_its_columns_and_rows() -> None:
    html = zet('{{ deel.tabel("Wie doet wat", ("Wie", "Wat"), (("Oma", "belt <b>"),)) }}')
    assert "<caption>Wie doet wat</caption>" in html
    assert html.count('scope="col"') == 2
    assert '<th scope="row"><bdi>Oma</bdi></th><td><bdi>belt &lt;b&gt;</bdi></td>' in html


def test_labels_stand_with_what_belongs_to_them() -> None:
    html = zet('{{ deel.gegevens((("Datum", ("1 mei", "10 uur")),)) }}')
    assert "<dt>Datum</dt><dd><bdi>1 mei</bdi></dd><dd><bdi>10 uur</bdi></dd>" in html


def test_who_says_it_stands_before_the_words_on_their_line_in_a_language_of_its_own() -> None:
    blad = Bladkop("Plan")
    eigen = zet("{{ deel.stuk(s, b, voor='Moeder:') }}", s=Stuk("tr", (Alinea("İyi.", "ltr"),)), b=blad)
    ander = zet("{{ deel.stuk(s, b, voor='Moeder:') }}", s=Stuk("ar", (Alinea("جيد", "rtl"),)), b=blad)
    assert '<p lang="tr" dir="ltr"><span lang="nl">Moeder:</span> İyi.</p>' in eigen
    assert '<p lang="ar" dir="rtl"><span lang="nl">Moeder:</span> جيد</p>' in ander


@pytest.mark.parametrize("nummer", ["06-12345678", "+31 6 12345678", "0800-2000", "12-01-2027", "9:30-10:30"])
def test_a_number_is_not_broken_over_two_lines(nummer: str) -> None:
    assert zet("{{ t|heel }}", t=f"Bel {nummer}.") == f'Bel <bdi dir="ltr" class="heel">{nummer}</bdi>.'


def test_a_gap_is_filled_without_reading_the_words_in_it() -> None:
    html = zet("{{ zin|vul(van=naam) }}", zin="in woorden van {van} <", naam="{0.__class__} <i>")
    assert html == "in woorden van <bdi>{0.__class__} &lt;i&gt;</bdi> &lt;"


@given(st.text())
def test_no_way_into_the_page_keeps_a_sign_that_steers_or_is_markup(tekst: str) -> None:
    html = zet('<p title="{{ t }}">{{ t }}{{ t|los }}{{ t|heel }}{{ "{a}"|vul(a=t) }}</p>', t=tekst)
    assert set(re.findall(r"<[^>]*>", re.sub(r' title="[^"<>]*"', "", html))) <= {
        "<p>",
        "</p>",
        "<bdi>",
        '<bdi dir="ltr" class="heel">',
        "</bdi>",
    }
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", html)
    assert html.count('"') % 2 == 0


@given(st.text(), st.floats(1, 40))
def test_broken_lines_hold_every_word_and_fit_where_a_word_fits(tekst: str, breedte: float) -> None:
    regels = breek_af(tekst, breedte)
    assert " ".join(regels) == " ".join(tekst.split())
    assert all(schat_breedte(regel) <= breedte for regel in regels if " " in regel)
