"""Words that attack, or that no printer likes, come out letter for letter or are named; nothing gets out."""

from __future__ import annotations

import os
import re
import socket
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kernteam_tui.domain.bladzijde import Bereikbaarheid, Bladzijde, BladzijdeActie, BladzijdeDoel, Kringlid
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.exchange.bladzijde import maak_pdf
from kernteam_tui.exchange.bladzijde.beeld import heeft_kringbeeld, kringbeeld
from kernteam_tui.exchange.bladzijde.opbouw import bouw_op
from tests.exchange.bladzijde.lezen import lees_met_pdftotext
from tests.exchange.bladzijde.paginas import maak_pagina
from tests.exchange.drukwerk.lezen import alles_wat_er_staat, kaal

LETTERLIJK = (
    '#read("/etc/passwd") #include "x.typ" #panic()',
    '#import "@preview/cetz:0.3.0": *',
    '#set page(width: 1pt) ; #sys.inputs.data #eval("1")',
    "$x^2$ *vet* _schuin_ `code` <label> @verwijzing = kop - punt + som",
    "// geen commentaar /* ook niet */ \\u{41} ~ -- --- \\",
    "{van} {nummer} {namen} {{ naam }} {% if %} %s ${HOME}",
    "]] ) } #let x = 1 [[ ( { \"aan\" 'haal'",
)
MET_NAAM = {
    "een 😀 en 👍🏽 einde": ("😀", "👍", "🏽"),
    "我们希望她每天去上学": ("我", "学"),
    "שלום וברכה": ("ש",),
    "हिन्दी": ("ह",),
}
ONZICHTBAAR = {
    "nul\x00bel\x07esc\x1b[31m einde": "nulbelesc[31m einde",
    "naam\u202egnp.exe": "naamgnp.exe",
    "\u2067open \u2066dicht": "open dicht",
    "eigen \ue000 teken": "eigen  teken",
    "regel\u2028nieuw\u2029nog\x85een": "regel nieuw nog een",
}


@pytest.fixture(autouse=True)
def geen_netwerk(monkeypatch: pytest.MonkeyPatch) -> None:
    def dicht(*_: object, **__: object) -> NoReturn:
        raise AssertionError("no page may use a network")

    monkeypatch.setattr(socket, "socket", dicht)
    monkeypatch.setattr(socket, "create_connection", dicht)
    monkeypatch.setattr(socket, "getaddrinfo", dicht)


@pytest.fixture
def lege_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def overal(woorden: str, taal: str = "nl", vorm: str = "gewoon") -> Bladzijde:
    """The same words in each place that takes words of people."""
    return replace(
        maak_pagina(taal, vorm=vorm),
        voor=woorden,
        kring=(Kringlid(woorden, woorden, 1), Kringlid("Oma", woorden, 2)),
        waarom=(Citaat(woorden, taal, woorden),),
        goed=(Citaat("", "nl", woorden),),
        doelen=(BladzijdeDoel(woorden, woorden, 2, 5, woorden),),
        acties=(BladzijdeActie(woorden, woorden),),
        school_weet=(woorden,),
        bellen=Bereikbaarheid(woorden, woorden, woorden),
    )


@pytest.mark.parametrize("vorm", ["gewoon", "groot"])
@pytest.mark.parametrize("woorden", LETTERLIJK)
def test_markup_comes_out_letter_for_letter_in_every_place(woorden: str, vorm: str) -> None:
    afdruk = maak_pdf(overal(woorden, vorm=vorm))
    assert alles_wat_er_staat(afdruk.data).count(kaal(woorden)) >= 10
    assert not any("papier" in melding for melding in afdruk.meldingen)


@pytest.mark.parametrize("woorden", LETTERLIJK)
def test_markup_has_no_power_on_a_page_from_right_to_left(woorden: str) -> None:
    letters = set(re.findall(r"[a-zA-Z]{4,}", woorden))
    tekst = alles_wat_er_staat(maak_pdf(overal(woorden, "ar", "tweetalig")).data)
    assert [letter for letter in letters if letter not in tekst] == []


@pytest.mark.parametrize("woorden", MET_NAAM)
def test_what_cannot_be_printed_is_named(woorden: str) -> None:
    afdruk = maak_pdf(overal(woorden))
    melding = next(melding for melding in afdruk.meldingen if "papier" in melding)
    assert [teken for teken in MET_NAAM[woorden] if teken not in melding] == []
    assert "□" in alles_wat_er_staat(afdruk.data)


@pytest.mark.parametrize("woorden", ONZICHTBAAR)
def test_what_nobody_sees_has_no_power_and_takes_no_letter_away(woorden: str) -> None:
    tekst = alles_wat_er_staat(maak_pdf(overal(woorden)).data)
    assert tekst.count(kaal(ONZICHTBAAR[woorden])) >= 8


def test_a_word_of_five_thousand_letters_is_whole_and_stays_on_the_paper() -> None:
    afdruk = maak_pdf(replace(maak_pagina("nl"), goed=(Citaat("Lina", "nl", "w" * 5000),)))
    regels = lees_met_pdftotext(afdruk.data, "-bbox")
    gevonden = re.findall(r'xMax="([\d.]+)"[^>]*>(w+)<', regels)
    assert sum(len(letters) for _, letters in gevonden) == 5000
    assert max(float(rechts) for rechts, _ in gevonden) <= 595 - 40


def test_the_names_of_people_cannot_break_the_picture() -> None:
    for woorden in (*LETTERLIJK, *MET_NAAM, *ONZICHTBAAR, "w" * 400, " ", "\u200b", "\u0301"):
        opbouw = bouw_op(overal(woorden))
        if heeft_kringbeeld(opbouw):
            assert kringbeeld(opbouw).startswith(b"\x89PNG")


def test_telephone_numbers_and_times_in_arabic_stay_in_their_order() -> None:
    woorden = "اتصل بي على 06-12345678 يوم 12-01-2027 بين 9:30-10:30 في الغرفة 1.12"
    pagina = replace(maak_pagina("ar"), goed=(Citaat("", "ar", woorden),))
    gezien = set(re.findall(r">([^<]+)</word>", lees_met_pdftotext(maak_pdf(pagina).data, "-bbox")))
    assert {"06-12345678", "12-01-2027", "9:30-10:30", "1.12"} <= {woord.strip() for woord in gezien}


def test_nothing_is_written_and_the_same_bytes_come_out_of_an_empty_folder(lege_map: Path) -> None:
    pagina = maak_pagina("uk", vorm="tweetalig")
    assert maak_pdf(pagina).data == maak_pdf(pagina).data
    assert list(lege_map.iterdir()) == []
    assert os.getcwd() == str(lege_map)


@settings(deadline=None, max_examples=40)
@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.text(max_size=25), st.text(max_size=25), st.integers(-3, 9)), max_size=12),
    st.sampled_from(["nl", "ar", "ti"]),
    st.booleans(),
)
def test_any_words_can_be_printed_in_any_form(
    woorden: str, kring: list[tuple[str, str, int]], taal: str, groot: bool
) -> None:
    leden = tuple(Kringlid(naam, wie, ring) for naam, wie, ring in kring)
    pagina = replace(overal(woorden, taal, "tweetalig"), kring=leden, groot=groot)
    assert maak_pdf(pagina).data.startswith(b"%PDF-")
