"""The page for parents as plain text; in other languages: test_talen.py."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.bladzijde import Bereikbaarheid, Bladzijde, BladzijdeActie
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.exchange.bladzijde import TaalOnbekend, maak_pdf, maak_tekst


def test_every_line_has_at_most_72_columns(volle_bladzijde: Bladzijde) -> None:
    tekst = maak_tekst(volle_bladzijde)
    assert max(map(len, tekst.splitlines())) == 72
    assert tekst.endswith("_\n")


def test_text_and_paper_say_the_same_parts_in_the_same_order(volle_bladzijde: Bladzijde) -> None:
    tekst = maak_tekst(volle_bladzijde)
    koppen = re.findall(r"^(.+)\n-+$", tekst, re.MULTILINE)
    assert koppen == [
        "Waarom we elkaar spreken",
        "Wat goed gaat",
        "Wat we willen bereiken",
        "Wie doet wat, en wanneer",
        "Wanneer we weer praten",
        "Wat school weet en niet weet",
        "Wie u kunt bellen",
        "Niet eens?",
        "In uw eigen woorden",
    ]
    assert "[ ] Oma: belt Lina elke ochtend wakker (dinsdag 24 november)" in tekst
    assert "[x] Moeder: heeft de mentor gebeld (klaar)" in tekst
    assert "Cijfer van 0 tot 10. Nu: 4. Wens: 7." in tekst


def test_gaps_are_shown_and_told_to_the_worker(lege_bladzijde: Bladzijde) -> None:
    assert maak_tekst(lege_bladzijde).count("Dit vullen we nog samen in.") == 5
    assert "Er staat nog geen doel op." in lege_bladzijde.meldingen
    assert any("telefoonnummer" in melding for melding in lege_bladzijde.meldingen)


def test_no_sign_that_steers_a_terminal_comes_through(volle_bladzijde: Bladzijde) -> None:
    tekst = maak_tekst(replace(volle_bladzijde, voor="x\x1b[31mrood\u202egnp", goed=()))
    assert "\x1b" not in tekst
    assert "\u202e" not in tekst
    assert "Voor: x[31mroodgnp" in tekst


def test_names_of_any_length_keep_to_the_columns(volle_bladzijde: Bladzijde) -> None:
    naam = "Els de Vries van der Meer, mentor van Lina op de school aan de overkant van het plein"
    bladzijde = replace(
        volle_bladzijde,
        goed=(Citaat(naam, "nl", "Zij komt elke dag."),),
        acties=(BladzijdeActie("belt op maandagochtend", naam),),
        bellen=Bereikbaarheid(naam, "06-12345678"),
    )
    tekst = maak_tekst(bladzijde)
    assert max(map(len, tekst.splitlines())) == 72
    assert " ".join(tekst.split()).count(naam) == 3


def test_arabic_words_of_a_mother_stand_apart_from_her_name(volle_bladzijde: Bladzijde) -> None:
    zin = "أريد أن تذهب ابنتي إلى المدرسة."
    tekst = maak_tekst(replace(volle_bladzijde, goed=(Citaat("Moeder", "ar", zin),), doelen=()))
    assert f"Moeder: \u2068{zin}\u2069\n" in tekst
    assert f"\n{zin}\n" in maak_tekst(replace(volle_bladzijde, goed=(Citaat("", "ar", zin),)))


def test_an_arabic_page_lets_words_behind_a_latin_name_choose_their_own_side(
    volle_bladzijde: Bladzijde,
) -> None:
    woorden = (Citaat("Moeder", "ar", "أريد ذلك."), Citaat("Oma", "nl", "Dat is goed."))
    tekst = maak_tekst(replace(volle_bladzijde, taal="ar", goed=woorden))
    assert "\n\u2068Moeder\u2069: أريد ذلك.\n\u2068Oma\u2069: Dat is goed.\n" in tekst


def test_a_number_behind_arabic_in_a_dutch_sentence_keeps_its_order(volle_bladzijde: Bladzijde) -> None:
    tekst = maak_tekst(replace(volle_bladzijde, goed=(Citaat("", "nl", "Mama zei: اتصل 06-1234"),)))
    assert "Mama zei: اتصل \u206606-1234\u2069" in tekst


def test_words_set_apart_a_hundred_times_do_not_break_a_line(volle_bladzijde: Bladzijde) -> None:
    diep = "\u2068een \u2069" + "\u2066twee drie " * 100
    tekst = maak_tekst(replace(volle_bladzijde, goed=(Citaat("Lina", "nl", diep),)))
    assert "Lina: een twee drie twee drie" in tekst
    assert max(map(len, tekst.splitlines())) == 72


def test_a_web_address_stays_whole(volle_bladzijde: Bladzijde) -> None:
    adres = "https://voorbeeld.invalid/" + "a-b/" * 30
    assert adres in maak_tekst(replace(volle_bladzijde, goed=(Citaat("Lina", "nl", f"Kijk op {adres}"),)))


@given(st.text(), st.text(max_size=90))
def test_any_words_can_be_written_and_printed(woorden: str, naam: str) -> None:
    from datetime import date

    bladzijde = Bladzijde(
        voor=naam,
        datum=date(2026, 11, 23),
        plan_versie=1,
        goed=(Citaat(naam, "nl", woorden),),
        acties=(BladzijdeActie(woorden, naam),),
        bellen=Bereikbaarheid(naam, woorden, naam),
    )
    assert maak_tekst(bladzijde).startswith("Ons plan\n")
    assert maak_pdf(bladzijde).data.startswith(b"%PDF-")


def test_a_language_that_is_not_there_is_refused_as_wrong_usage(volle_bladzijde: Bladzijde) -> None:
    with pytest.raises(TaalOnbekend) as fout:
        maak_tekst(replace(volle_bladzijde, taal="so"))
    assert fout.value.exit_status == 2
