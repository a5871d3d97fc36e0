"""Arabic words can be found, copied and read aloud from the paper: at least nine of ten stand in it whole."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kernteam_tui.domain.bladzijde import Bladsoort
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.exchange.bladzijde import maak_pdf
from kernteam_tui.exchange.bladzijde.opbouw import bouw_op
from kernteam_tui.exchange.drukwerk import zetsel
from tests.exchange.bladzijde.lezen import (
    gevonden_deel,
    in_leesvolgorde,
    lees_etiketten,
    lees_met_pdftotext,
    wat_mist,
)
from tests.exchange.bladzijde.paginas import MOEDER_VERTELT, VORMEN, maak_langste, maak_pagina
from tests.greep import beurten

GENOEG = 0.9


def test_the_words_are_two_hundred_or_more() -> None:
    assert len(re.findall(r"[\u0620-\u06d3]{2,}", MOEDER_VERTELT)) >= 200


@pytest.mark.parametrize(("soort", "vorm"), beurten(Bladsoort, VORMEN))
def test_nine_of_ten_words_of_a_mother_are_found_whole(soort: Bladsoort, vorm: str) -> None:
    tekst = lees_met_pdftotext(maak_pdf(maak_langste("ar", soort, vorm)).data)
    assert gevonden_deel(MOEDER_VERTELT, tekst) >= GENOEG


def test_also_between_other_languages_on_a_dutch_page() -> None:
    pagina = replace(maak_pagina("nl"), waarom=(Citaat("Moeder", "ar", MOEDER_VERTELT.replace("\n", " ")),))
    tekst = lees_met_pdftotext(maak_pdf(pagina).data)
    assert gevonden_deel(MOEDER_VERTELT, tekst) >= GENOEG
    assert "Moeder:" in tekst


def test_the_fixed_words_are_found_too() -> None:
    opbouw = bouw_op(maak_pagina("ar"))
    tekst = lees_met_pdftotext(maak_pdf(maak_pagina("ar")).data)
    vast = " ".join([*opbouw.koppen.values(), *opbouw.oneens, *opbouw.school_weet, opbouw.evaluatie])
    assert gevonden_deel(vast, tekst) >= GENOEG


@pytest.mark.parametrize(("soort", "vorm"), beurten(Bladsoort, VORMEN))
def test_headings_goals_and_actions_are_read_in_their_order(soort: Bladsoort, vorm: str) -> None:
    """As a screen reader goes through it. Each Arabic line has a word that is found whole."""
    pagina = maak_pagina("ar", soort, vorm)
    tekst = lees_etiketten(maak_pdf(pagina).data)
    volgorde = [_zoekwoord(stuk, tekst) for stuk in in_leesvolgorde(bouw_op(pagina))]
    assert len(volgorde) >= 25
    assert wat_mist(volgorde, tekst) == []
    assert len(wat_mist(reversed(volgorde), tekst)) > 10


def _zoekwoord(stuk: str, tekst: str) -> str:
    """The Dutch words as they are, or of Arabic the longest word that is whole, as it is drawn."""
    woorden: list[str] = [woord[::-1] for woord in re.findall(r"[\u0620-\u06d3]+", stuk)]
    if not woorden:
        return stuk
    return max((woord for woord in woorden if woord in tekst), key=len)


def test_words_that_are_turned_round_would_not_be_found() -> None:
    achterstevoren = " ".join(woord[::-1] for woord in MOEDER_VERTELT.split())
    pagina = replace(maak_pagina("ar"), waarom=(Citaat("", "ar", achterstevoren),), goed=())
    assert gevonden_deel(MOEDER_VERTELT, lees_met_pdftotext(maak_pdf(pagina).data)) < 0.5


def test_words_without_a_font_would_not_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    alleen_latijn = frozenset(teken for teken in zetsel.lees_dekking() if not 0x600 <= teken <= 0x6FF)
    monkeypatch.setattr(zetsel, "lees_dekking", lambda: alleen_latijn)
    afdruk = maak_pdf(maak_langste("ar"))
    assert gevonden_deel(MOEDER_VERTELT, lees_met_pdftotext(afdruk.data)) < 0.05
    assert any("papier" in melding for melding in afdruk.meldingen)
