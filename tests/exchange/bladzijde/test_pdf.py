"""The page for parents on paper."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pypdf
import pytest

from kernteam_tui.domain.bladzijde import Bladzijde, BladzijdeDoel
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.exchange.bladzijde import maak_pdf
from kernteam_tui.exchange.drukwerk import PdfMislukt, zetsel

VIJANDIG = (
    '#import "@preview/cetz:0.3.0": *',
    '#read("/etc/passwd") #panic()',
    "$x^2$ <b>vet</b> {{ naam }} \\u{41} @ref // geen commentaar",
    "*ster* _streep_ `code` = kop - punt + som /term: ~ -- ---",
    "[/]x [red]rood[/red] ${HOME} %s %n 'aan' \"haal\"",
    "]]) #let x = 1; } ) \\ # \\#",
    "ffi ffl fi fl: affiche, koffie, schrift",
)


def lees(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def alle_tekst(data: bytes) -> str:
    return "\n".join(blad.extract_text() for blad in lees(data).pages)


def zonder_wit(tekst: str) -> str:
    return re.sub(r"[\s\u200b]", "", tekst)


def elementen(data: bytes) -> list[tuple[str, dict[str, Any]]]:
    """Every element of the structure tree in reading order: its kind and its dictionary."""

    def loop(knoop: Any) -> Iterator[tuple[str, dict[str, Any]]]:
        knoop = knoop.get_object()
        if isinstance(knoop, list):
            for kind in knoop:
                yield from loop(kind)
        elif isinstance(knoop, dict):
            if "/S" in knoop:
                yield str(knoop["/S"]), knoop
            if "/K" in knoop:
                yield from loop(knoop["/K"])

    wortel: Any = lees(data).trailer["/Root"]
    return list(loop(wortel["/StructTreeRoot"]))


def test_an_ordinary_plan_fits_on_one_a4_in_at_least_eleven_points(volle_bladzijde: Bladzijde) -> None:
    afdruk = maak_pdf(volle_bladzijde)
    blad = lees(afdruk.data).pages[0].mediabox
    assert afdruk.bladzijden == len(lees(afdruk.data).pages) == 1
    assert afdruk.punten >= 11
    assert afdruk.meldingen == ()
    assert (round(float(blad.width)), round(float(blad.height))) == (595, 842)


def test_the_ten_parts_stand_in_their_order(volle_bladzijde: Bladzijde) -> None:
    tekst = alle_tekst(maak_pdf(volle_bladzijde).data)
    volgorde = [
        "Ons plan",
        "mevrouw Kaya",
        "Waarom we elkaar spreken",
        "Ik durf de school",
        "Wat goed gaat",
        "Wat we willen bereiken",
        "Lina gaat elke dag",
        "Wie doet wat, en wanneer",
        "dinsdag 24 november",
        "vrijdag 8 januari 2027",
        "dag volgt nog",
        "Wanneer we weer praten",
        "maandag 18 januari 2027",
        "Wat school weet en niet weet",
        "Wie u kunt bellen",
        "06-12345678",
        "112",
        "0800-2000",
        "Niet eens?",
        "Jeugdstem",
        "In uw eigen woorden",
    ]
    plekken = [tekst.index(stuk) for stuk in volgorde]
    assert plekken == sorted(plekken)


def test_an_empty_plan_shows_its_gaps_honestly(lege_bladzijde: Bladzijde) -> None:
    tekst = alle_tekst(maak_pdf(lege_bladzijde).data)
    assert tekst.count("Dit vullen we nog samen in.") == 5
    assert "De dag spreken we nog met u af." in tekst
    assert "Vraag ons om het nummer." in tekst


@pytest.mark.parametrize("tekst", VIJANDIG)
def test_markup_in_the_words_of_a_family_comes_out_letter_for_letter(
    volle_bladzijde: Bladzijde, tekst: str
) -> None:
    afdruk = maak_pdf(replace(volle_bladzijde, goed=(Citaat("Lina", "nl", tekst),), voor=tekst))
    assert zonder_wit(alle_tekst(afdruk.data)).count(zonder_wit(tekst)) == 2


def test_signs_without_a_glyph_become_a_box_and_are_reported(volle_bladzijde: Bladzijde) -> None:
    afdruk = maak_pdf(replace(volle_bladzijde, goed=(Citaat("Lina", "nl", "Top 😀👍🏽 你好\x00\x07 einde"),)))
    assert "Top □□□ □□ einde" in alle_tekst(afdruk.data)
    assert "5 tekens kunnen niet op papier: 😀 👍 🏽 你 好" in afdruk.meldingen[0]


def test_every_sign_we_say_we_can_print_is_really_printed(
    volle_bladzijde: Bladzijde, monkeypatch: pytest.MonkeyPatch
) -> None:
    dekking = sorted(teken for teken in zetsel.lees_dekking() if chr(teken).isprintable())
    assert len(dekking) > 2000
    alles = " ".join(map(chr, dekking))
    afdruk = maak_pdf(replace(volle_bladzijde, goed=(Citaat("", "nl", alles),)))
    assert not any("papier" in melding for melding in afdruk.meldingen)
    monkeypatch.setattr(zetsel, "lees_dekking", lambda: {*dekking, ord("中")})
    with pytest.raises(PdfMislukt) as fout:
        maak_pdf(replace(volle_bladzijde, goed=(Citaat("", "nl", "中"),)))
    assert "中" not in f"{fout.value} {fout.value.zin}"


def test_long_words_of_a_family_are_never_cut(volle_bladzijde: Bladzijde) -> None:
    lang = "Op maandag is het het ergst. " * 200
    woord = "x" * 3000
    citaten = (Citaat("Lina", "nl", lang), Citaat("Moeder", "nl", woord))
    afdruk = maak_pdf(replace(volle_bladzijde, waarom=citaten))
    voet = re.compile(r"23 november 2026, versie 3|bladzijde \d+ van \d+")
    tekst = zonder_wit(voet.sub("", alle_tekst(afdruk.data)))
    assert afdruk.bladzijden > 1
    assert afdruk.punten == 12
    assert f"het zijn nu {afdruk.bladzijden} vellen." in afdruk.meldingen[0]
    assert zonder_wit(lang) in tekst
    assert tekst.count("x") >= 3000


def test_a_bit_too_much_gets_smaller_letters_instead_of_a_second_sheet(volle_bladzijde: Bladzijde) -> None:
    langer = replace(volle_bladzijde, waarom=volle_bladzijde.waarom * 3)
    afdruk = maak_pdf(langer)
    assert (afdruk.bladzijden, afdruk.meldingen) == (1, ())
    assert 10.5 <= afdruk.punten < maak_pdf(volle_bladzijde).punten


def test_the_same_page_gives_the_same_bytes(volle_bladzijde: Bladzijde, lege_bladzijde: Bladzijde) -> None:
    eerste = maak_pdf(volle_bladzijde).data
    maak_pdf(lege_bladzijde)
    assert maak_pdf(volle_bladzijde).data == eerste
    assert maak_pdf(replace(volle_bladzijde, plan_versie=4)).data != eerste


def test_a_screen_reader_finds_title_language_headings_and_pictures(volle_bladzijde: Bladzijde) -> None:
    data = maak_pdf(volle_bladzijde).data
    wortel: Any = lees(data).trailer["/Root"]
    boom = elementen(data)
    soorten = [soort for soort, _ in boom]
    plaatjes = [str(knoop.get("/Alt", "")) for soort, knoop in boom if soort == "/Figure"]
    info = lees(data).metadata
    assert str(wortel["/Lang"]) in ("nl", "nl-NL")
    assert info is not None
    assert (info.title, info.author) == ("Ons plan", "Uw gezinswerker")
    assert info.creation_date == datetime(2026, 11, 23, tzinfo=UTC)
    assert soorten.count("/H1") == 1
    assert soorten.count("/H2") == 9
    assert soorten.count("/L") >= 3
    assert plaatjes == [
        "Cijfer van 0 tot 10. Nu: 4. Wens: 7.",
        "Cijfer van 0 tot 10. Wens: 8.",
        "Cijfer van 0 tot 10. Nu: 3. Wens: 8.",
        *["Nog te doen"] * 3,
        "klaar",
    ]


def test_each_text_keeps_its_own_language_and_direction(veeltalige_bladzijde: Bladzijde) -> None:
    afdruk = maak_pdf(veeltalige_bladzijde)
    talen = {str(knoop["/Lang"]) for _, knoop in elementen(afdruk.data) if "/Lang" in knoop}
    for blad in lees(afdruk.data).pages:
        inhoud = blad.get_contents()
        assert inhoud is not None
        talen |= {taal.decode() for taal in re.findall(rb"/Lang ?\(([a-z]+)", inhoud.get_data())}
    tekst = alle_tekst(afdruk.data)
    assert {"ar", "ti", "tr", "uk", "pl", "en"} <= talen
    assert afdruk.meldingen == ()
    for stuk in ("Kızım her gün okula", "щоб вона знову", "żeby było dobrze", "ትምህርቲ", "06-12345678"):
        assert stuk in tekst


def test_a_language_code_from_a_file_never_breaks_the_page(volle_bladzijde: Bladzijde) -> None:
    for code in ("", "NL", "nl-NL", "onbekend", "#x", "zz"):
        assert maak_pdf(replace(volle_bladzijde, goed=(Citaat("", code, "Goed."),))).bladzijden == 1


def test_a_number_off_the_scale_draws_nothing(volle_bladzijde: Bladzijde) -> None:
    doelen = (BladzijdeDoel("Doel", nu=11, gewenst=-1), BladzijdeDoel("Ander doel", nu=0, gewenst=0))
    data = maak_pdf(replace(volle_bladzijde, doelen=doelen, acties=())).data
    plaatjes = [str(knoop["/Alt"]) for soort, knoop in elementen(data) if soort == "/Figure"]
    assert plaatjes == ["Cijfer van 0 tot 10. Nu: 0. Wens: 0."]


def test_only_our_own_fonts_are_in_the_file(veeltalige_bladzijde: Bladzijde) -> None:
    namen = set(re.findall(rb"/FontName ?/[A-Z]{6}\+([A-Za-z]+)", maak_pdf(veeltalige_bladzijde).data))
    assert namen == {b"NotoSans", b"Amiri", b"NotoSansEthiopic"}
    letters = Path(str(files("kernteam_tui") / "assets" / "lettertypen"))
    assert sum(pad.stat().st_size for pad in letters.iterdir()) < 2_000_000
    assert len(list(letters.glob("OFL-*.txt"))) == 3
