"""The page for parents as plain text, and its fixed sentences."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from importlib.resources import files
from typing import Any

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
        maak_tekst(replace(volle_bladzijde, taal="tr"))
    assert fout.value.exit_status == 2


def alle_zinnen(waarde: Any) -> list[str]:
    if isinstance(waarde, str):
        return re.split(r"(?<=[.!?:]) ", waarde)
    if isinstance(waarde, dict):
        return [zin for sleutel, deel in waarde.items() if sleutel != "bronnen" for zin in alle_zinnen(deel)]
    if isinstance(waarde, list):
        return [zin for deel in waarde for zin in alle_zinnen(deel)]
    return []


def test_fixed_sentences_are_short_and_address_the_reader_with_u() -> None:
    bron = files("kernteam_tui") / "assets" / "bladzijde" / "zinnen-nl.toml"
    inhoud = tomllib.loads(bron.read_text("utf-8"))
    zinnen = alle_zinnen(inhoud)
    assert len(zinnen) > 40
    assert [zin for zin in zinnen if len(zin.split()) > 12 or zin.count(",") > 1] == []
    assert [zin for zin in zinnen if re.search(r"\b(je|jij|jouw|jullie)\b", zin)] == []
    assert {"taal", "lezer", "datum", "checked_by", "bronnen"} <= inhoud.keys()
