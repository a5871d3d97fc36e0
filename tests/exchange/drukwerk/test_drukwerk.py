"""What holds for every PDF: one suite over all kinds of paper, so that a new kind is held to it too."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from kernteam_tui.exchange.drukwerk import (
    Opschrift,
    Papier,
    PdfMislukt,
    druk,
    pers,
    zet,
    zetsel,
)
from tests.exchange.bladzijde.test_pdfua import keur
from tests.exchange.drukwerk.lezen import (
    alles_wat_er_staat,
    eigenschappen,
    kaal,
    lettertypen,
    mist_voor_schermlezer,
)
from tests.exchange.drukwerk.soorten import DAG, NAAM, SOORTEN, Soort
from tests.geduld import GEDULD

ASSETS = Path(str(files("kernteam_tui") / "assets"))
BRON = Path(str(files("kernteam_tui")))
VIJANDIG = (
    '#read("/etc/passwd") #panic() #include "x.typ"',
    '#import "@preview/cetz:0.3.0": *',
    "$x^2$ <b>vet</b> {{ naam }} \\u{41} @ref // geen commentaar",
    "*ster* _streep_ `code` = kop - punt + som /term: ~ -- ---",
    "[/]x [red]rood[/red] ${HOME} %s %n 'aan' \"haal\"",
    "]]) #let x = 1; } ) \\ # \\# </b> {nummer} {totaal}",
    "ffi ffl fi fl: affiche, koffie, schrift",
)
ARABISCH = "أريد أن تذهب ابنتي إلى المدرسة"
SCHRIFTEN_DOORELKAAR = st.text(
    st.one_of(
        st.characters(min_codepoint=0x20, max_codepoint=0x7E),
        st.characters(min_codepoint=0x300, max_codepoint=0x36F),
        st.characters(min_codepoint=0x600, max_codepoint=0x6FF),
        st.characters(min_codepoint=0x1200, max_codepoint=0x137F),
        st.sampled_from("\n\u200c\u200d\u2066\u2067\u2068\u2069\ufe37\ufe72□"),
    ),
    max_size=40,
)
"""Accents of one font on signs of another."""
_JE_MOGEN = re.compile(r'#import "/(drukwerk/huisstijl|bladzijde/beelden)\.typ": \*')

elke_soort = pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.naam)


def ongetagd() -> bytes:
    """The control: a PDF that says nothing to who cannot see it."""
    data = typst.compile(b"= Kop\nZonder etiketten.", format="pdf", pdf_tags=False)
    assert isinstance(data, bytes)
    return data


def test_every_kind_of_paper_is_in_this_suite_and_only_one_module_knows_typst() -> None:
    makers = {pad.parent.name for pad in BRON.glob("exchange/*/pdf.py")}
    assert makers == {soort.naam for soort in SOORTEN}
    bronnen = {str(pad.relative_to(BRON)): pad.read_text("utf-8") for pad in BRON.rglob("*.py")}
    kenners = [naam for naam, bron in bronnen.items() if re.search(r"^\s*(import|from) typst", bron, re.M)]
    assert kenners == ["exchange/drukwerk/pers.py"]


@elke_soort
def test_the_same_paper_gives_the_same_bytes(soort: Soort) -> None:
    eerste = soort.maak(NAAM).data
    for andere in SOORTEN:
        andere.maak("Iemand anders")
    assert soort.maak(NAAM).data == eerste
    assert soort.maak("Iemand anders").data != eerste


def test_another_process_elsewhere_makes_the_same_bytes_and_leaves_no_file(tmp_path: Path) -> None:
    hier = {soort.naam: hashlib.sha256(soort.maak(NAAM).data).hexdigest() for soort in SOORTEN}
    code = (
        "import hashlib; from tests.exchange.drukwerk.soorten import NAAM, SOORTEN\n"
        "for s in SOORTEN: print(s.naam, hashlib.sha256(s.maak(NAAM).data).hexdigest())"
    )
    wortel = Path(__file__).parents[3]
    plekken = dict.fromkeys(("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME"), str(tmp_path))
    omgeving = {
        **os.environ,
        **plekken,
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "7",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": f"{wortel}{os.pathsep}{BRON.parent}",
    }
    uit = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=omgeving,
        capture_output=True,
        text=True,
        timeout=GEDULD,
        check=True,
    )
    assert dict(regel.split() for regel in uit.stdout.splitlines()) == hier
    assert list(tmp_path.rglob("*")) == []


def test_papers_printed_at_the_same_time_are_not_mixed_up() -> None:
    werk = [(soort, NAAM * lengte) for lengte in (1, 15) for soort in SOORTEN] * 3
    alleen = {(soort.naam, woorden): soort.maak(woorden) for soort, woorden in werk}
    with ThreadPoolExecutor(8) as draden:
        samen = list(draden.map(lambda deel: deel[0].maak(deel[1]), werk))
    assert samen == [alleen[soort.naam, woorden] for soort, woorden in werk]


def test_no_font_of_the_machine_or_of_the_printer_is_used() -> None:
    paden = {str(letter.path) for letter in pers._letters().fonts()}
    assert {Path(pad).parent for pad in paden} == {ASSETS / "lettertypen"}
    assert set(pers._letters().families()) == {"Noto Sans", "Amiri", "Noto Sans Ethiopic"}


@elke_soort
@pytest.mark.parametrize("tekst", VIJANDIG)
def test_what_looks_like_markup_comes_out_letter_for_letter(soort: Soort, tekst: str) -> None:
    gedrukt = soort.maak(tekst)
    assert kaal(tekst) in alles_wat_er_staat(gedrukt.data)
    assert gedrukt.meldingen == ()


@elke_soort
@pytest.mark.parametrize(
    ("tekst", "genoemd"),
    [
        ("Top 😀👍🏽 你好", "5 tekens kunnen niet op papier: 😀 👍 🏽 你 好 Daar staat nu □."),
        ("nieuw \U0001fae8 teken", "1 teken kan niet op papier: \U0001fae8 Daar staat nu □."),
        ("שלום", "4 tekens kunnen niet op papier: ש ל ו ם Daar staat nu □."),
        ("toets 1\ufe0f\u20e3", "1 teken kan niet op papier: U+20E3 Daar staat nu □."),
    ],
)
def test_signs_that_no_font_has_become_a_box_and_are_named(soort: Soort, tekst: str, genoemd: str) -> None:
    gedrukt = soort.maak(tekst)
    assert gedrukt.meldingen == (genoemd,)
    assert "□" in alles_wat_er_staat(gedrukt.data)


@elke_soort
def test_control_signs_and_turned_text_have_no_power(soort: Soort) -> None:
    gedrukt = soort.maak("Sam\x00\x07\x1b[2J\u202egnp\u2028\ud800\ufffe\r\nEinde")
    assert gedrukt.meldingen == ()
    assert "Sam[2Jgnp" in alles_wat_er_staat(gedrukt.data)


@elke_soort
def test_a_very_long_word_is_kept_whole(soort: Soort) -> None:
    gedrukt = soort.maak("q" * 3000)
    assert alles_wat_er_staat(gedrukt.data).count("q") >= 3000
    assert not any("papier" in melding for melding in gedrukt.meldingen)


@elke_soort
def test_arabic_ethiopic_and_cyrillic_are_printed_in_our_own_fonts_only(soort: Soort) -> None:
    gedrukt = soort.maak(f"{ARABISCH} ሰላም щоб 06-12345678")
    assert gedrukt.meldingen == ()
    assert lettertypen(gedrukt.data) <= {"NotoSans", "Amiri", "NotoSansEthiopic"}
    assert "Amiri" in lettertypen(gedrukt.data)
    assert "06-12345678" in alles_wat_er_staat(gedrukt.data)


@elke_soort
@settings(max_examples=200, deadline=None)
@given(tekst=st.one_of(st.text(max_size=120), SCHRIFTEN_DOORELKAAR))
def test_any_text_can_be_printed(soort: Soort, tekst: str) -> None:
    assert soort.maak(tekst).data.startswith(b"%PDF-")


def test_the_letters_that_are_not_looked_at_are_in_our_fonts() -> None:
    gewoon = {chr(code) for code in range(128) if chr(code).isprintable()}
    assert {ord(teken) for teken in gewoon} <= zetsel.lees_dekking()
    assert zet({"tekst": "".join(gewoon)}).inhoud == {"tekst": "".join(gewoon)}


def test_two_sets_of_values_together_name_the_signs_of_both_once() -> None:
    samen = zet({"een": "a\U0001f600", "twee": "b"}).samen_met(zet({"twee": "\u4e2d\U0001f600"}))
    assert samen.inhoud == {"een": "a□", "twee": "□□"}
    assert samen.vervangen == ("\U0001f600", "\u4e2d")


@elke_soort
@pytest.mark.parametrize("tekst", ["(\u06106", "\u06ac\u2068\u035c7", "م\u035c7"])
def test_an_accent_without_a_letter_is_named_and_does_not_stop_the_paper(soort: Soort, tekst: str) -> None:
    accent = next(teken for teken in tekst if unicodedata.category(teken) == "Mn")
    assert f"U+{ord(accent):04X}" in soort.maak(tekst).meldingen[0]


@elke_soort
@pytest.mark.parametrize("tekst", ["", " ", "\u200e", "\n\u06ec"])
def test_a_text_in_which_nothing_can_be_seen_does_not_stop_the_paper(soort: Soort, tekst: str) -> None:
    assert mist_voor_schermlezer(soort.maak(tekst).data) == []


@elke_soort
def test_a_file_says_of_itself_what_it_is_and_never_who(soort: Soort) -> None:
    gedrukt = soort.maak(NAAM)
    assert kaal(NAAM) in alles_wat_er_staat(gedrukt.data)
    zelf = eigenschappen(gedrukt.data)
    assert [naam for naam in NAAM.split() if naam.casefold() in zelf.casefold()] == []
    assert "gezinswerker" in zelf
    assert "D:20261123" in zelf


def test_a_name_in_the_title_of_a_file_would_be_found() -> None:
    """Control of the test above."""
    papier = SOORTEN[-1].papier
    leeg = zet({"titel": "Bericht", "regels": [], "zin": "Niets."})
    assert NAAM in eigenschappen(druk(papier, Opschrift(f"Brief over {NAAM}", "x", DAG), leeg).data)


@elke_soort
def test_a_screen_reader_finds_its_way(soort: Soort) -> None:
    assert mist_voor_schermlezer(soort.maak(NAAM).data) == []


def test_a_pdf_without_tags_is_refused() -> None:
    """Control of the test above."""
    assert {"etiketten", "boom", "PDF/UA-1"} <= set(mist_voor_schermlezer(ongetagd()))


@pytest.mark.lang
@pytest.mark.parametrize("norm", ["ua1", "2a"])
def test_every_kind_complies_and_the_untagged_control_does_not(norm: str, tmp_path: Path) -> None:
    data = {f"{soort.naam}.pdf": soort.maak(NAAM).data for soort in SOORTEN}
    data |= {f"{soort.naam}-ar.pdf": soort.maak(f"{ARABISCH} 06-12345678 😀").data for soort in SOORTEN}
    verwacht = {**dict.fromkeys(data, True), "controle.pdf": False}
    for naam, inhoud in {**data, "controle.pdf": ongetagd()}.items():
        (tmp_path / naam).write_bytes(inhoud)
    assert keur(norm, *(tmp_path / naam for naam in verwacht)) == verwacht


@elke_soort
def test_a_fault_of_the_printer_names_the_paper_and_never_the_words(
    soort: Soort, monkeypatch: pytest.MonkeyPatch
) -> None:
    dekking = zetsel.lees_dekking()
    monkeypatch.setattr(zetsel, "lees_dekking", lambda: {*dekking, ord("中")})
    with pytest.raises(PdfMislukt) as fout:
        soort.maak("geheim 中")
    assert fout.value.zin.startswith(soort.papier.mislukt)
    assert "geheim" not in f"{fout.value!r} {fout.value} {fout.value.zin}"


@pytest.mark.parametrize("pad", sorted(ASSETS.rglob("*.typ")), ids=lambda pad: pad.stem)
def test_no_template_reads_a_file_or_fetches_a_package(pad: Path) -> None:
    code = "\n".join(regel.split("//")[0] for regel in _JE_MOGEN.sub("", pad.read_text("utf-8")).splitlines())
    assert not re.search(r"import|include|read\(|eval\(|plugin\(|image\(|link\(|@", code)


@elke_soort
@pytest.mark.parametrize(
    "sjabloon",
    ['#import "@local/weg:1.0.0": x', '#read("/etc/passwd")', '#read("../__init__.py")', "#sys.inputs.naam"],
)
def test_even_a_template_that_asked_would_get_nothing_from_outside(soort: Soort, sjabloon: str) -> None:
    with pytest.raises(typst.TypstError):
        pers._pers.__wrapped__(soort.papier.sjabloon).compile(
            input=sjabloon.encode(), format="pdf", sys_inputs={}
        )


def test_what_is_missing_is_counted_where_it_is_too_much_to_name() -> None:
    veel = zet({"tekst": "".join(map(chr, range(0x4E00, 0x4E00 + 25)))})
    assert veel.meldingen[0].startswith("25 tekens kunnen niet op papier: 一 丁")
    assert "en nog 5." in veel.meldingen[0]
    assert zet({"tekst": "gewoon"}).meldingen == ()


@pytest.mark.parametrize(
    ("tekst", "nummer"),
    [
        ("Bel أحمد 06-12345678 nu", "06-12345678"),
        ("أحمد +31 6 12 34 56 78", "+31 6 12 34 56 78"),
        ("أحمد: 12-01-2027, 9:30-10:30", "9:30-10:30"),
    ],
)
def test_a_number_beside_arabic_keeps_its_order(tekst: str, nummer: str) -> None:
    uit = zet({"tekst": tekst}).inhoud["tekst"]
    assert f"\u2066{nummer}\u2069" in uit
    assert zet({"tekst": uit}).inhoud["tekst"] == uit, "not isolated twice"


def test_a_text_without_arabic_is_not_touched() -> None:
    tekst = "Bel 06-12345678 op 12-01-2027"
    assert zet({"tekst": tekst, "cijfer": 4, "leeg": None}).inhoud == {
        "tekst": tekst,
        "cijfer": 4,
        "leeg": None,
    }


def test_a_sixth_paper_costs_a_template_and_its_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nieuw = tmp_path / "assets"
    for map_ in ("drukwerk", "lettertypen"):
        (nieuw / map_).mkdir(parents=True)
        for bestand in (ASSETS / map_).iterdir():
            (nieuw / map_ / bestand.name).write_bytes(bestand.read_bytes())
    (nieuw / "brief.typ").write_text(
        '#import "/drukwerk/huisstijl.typ": *\n#show: huisstijl\n= #d.titel\n#par(d.tekst)\n', "utf-8"
    )
    monkeypatch.setattr(pers, "_assets", lambda: nieuw)
    monkeypatch.setattr(pers, "_pers", pers._pers.__wrapped__)
    gedrukt = druk(
        Papier("brief.typ", "De brief is niet gemaakt."),
        Opschrift("Brief", "de gezinswerker", date(2026, 11, 23)),
        zet({"titel": "Brief", "tekst": "Dag allemaal. " * 900}),
    )
    assert mist_voor_schermlezer(gedrukt.data) == []
    assert gedrukt.bladzijden > 1
    assert f"bladzijde1van{gedrukt.bladzijden}" in alles_wat_er_staat(gedrukt.data)
