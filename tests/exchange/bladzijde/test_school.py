"""What school knows stands under what it knows, and what it does not under the other, in every form."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from kernteam_tui.domain.bladzijde import TALEN, VORMEN, Bladzijde
from kernteam_tui.exchange.bladzijde.vormen import maak_vorm
from kernteam_tui.exchange.bladzijde.zinnen import lees_zinnen
from tests.exchange.bladzijde.lezen import lees_met_pdftotext
from tests.exchange.bladzijde.paginas import maak_pagina
from tests.exchange.drukwerk.lezen import kaal
from tests.exchange.word.lezer import regels

WEL, NIET = "weetditwel", "weetditniet"
"""Words that no form folds or joins."""


def blad(taal: str = "nl") -> Bladzijde:
    return replace(maak_pagina(taal), school_weet=(WEL,), school_weet_niet=(NIET,))


def gelezen(vorm: str, bladzijde: Bladzijde) -> str:
    data = maak_vorm(bladzijde, vorm).data
    if vorm == "pdf":
        return lees_met_pdftotext(data, "-raw")
    if vorm == "docx":
        return "\n".join(tekst for _, tekst in regels(data))
    return unescape(re.sub(r"<[^>]*>", "\n", data.decode())) if vorm == "html" else data.decode()


def staan_goed(tekst: str, vorm: str = "tekst", taal: str = "nl") -> bool:
    """One list after the other; in Word two columns, of which the heads are read first."""
    zinnen = lees_zinnen(taal).zinnen
    stukken = [zinnen["school_weet"], WEL, zinnen["school_weet_niet"], NIET]
    if vorm == "docx":
        stukken[1:3] = stukken[2:0:-1]
    plekken = [kaal(tekst).index(kaal(stuk)) for stuk in stukken]
    return plekken == sorted(plekken)


@pytest.mark.parametrize("vorm", VORMEN)
def test_each_stands_under_its_own_words(vorm: str) -> None:
    assert staan_goed(gelezen(vorm, blad()), vorm)
    om = replace(blad(), school_weet=(NIET,), school_weet_niet=(WEL,))
    assert not staan_goed(gelezen(vorm, om), vorm), "control"


@pytest.mark.parametrize("taal", TALEN)
def test_in_every_language(taal: str) -> None:
    assert staan_goed(gelezen("tekst", blad(taal)), taal=taal)
