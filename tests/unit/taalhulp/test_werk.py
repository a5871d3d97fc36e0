"""The work grows with the length of a text and no faster, whatever somebody pastes into it."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from kernteam_tui.domain.taalhulp import afkortingen, citaten, kijken, leesmaat, lijdend, lijst, zinnen
from kernteam_tui.domain.taalhulp.kijken import bekijk
from kernteam_tui.exchange.taallijst import read_taallijst

VIJANDIG = {
    "haakjes": "(" * 40,
    "open dubbel": "„" * 40,
    "recht dubbel": '"a ' * 13,
    "open enkel": "'a " * 13,
    "enkel met sluiter": "'a' 'b " * 6,
    "punten": "." * 40,
    "letters en punten": "a.a.a.a.a.a.a.a.a.a.a.a.a.",
    "initialen": "A. B. C. D. E. F. G. H. ",
    "afkortingen": "o.a. i.v.m. d.w.z. bijv. ",
    "letterwoorden": "OPP SWV XKCD BRTZ LPA ",
    "unieke letterwoorden": "",
    "worden": "wordt werd zijn is worden was ",
    "deelwoorden": "gemaakt besproken geheugen ",
    "hebben": "heeft zijn had zijn hebben ",
    "komma's": "a,b,c,d,e,f,g,h,i,j,k,l,m,",
    "regels": "\n\n \n\t\n\r\n \n",
    "witte regels": "\n" + " " * 38,
    "lijst": "- a\n* b\n1. c\na) d\n",
    "streepjes": "-'-'-'-'-'-'-'-'-'-'-'-",
    "een lang woord": "gebevergebevergebevergebever",
    "een woord met streepjes": "a-a'a-a'a-a'a-a'a-a'a-a'",
    "begin van een vorm": "met het in het kader ten aanzien ",
    "harde woorden": "derhalve casus middels conform ",
    "getallen": "1,5 13.30 030 286 3-12-2026 ",
    "hoofdletters": "DIT IS HEEL HARD GEROEPEN ",
    "vulling": "\ufffc" * 40,
}


def stappen(tekst: str) -> int:
    """Lines of Python that run while this text is looked at."""
    aantal = 0

    def tel(_frame: FrameType, gebeurtenis: str, _arg: Any) -> Callable[..., Any]:
        nonlocal aantal
        aantal += gebeurtenis == "line"
        return tel

    lijst_ = read_taallijst()
    bekijk(tekst, lijst_)  # what is made ready once is no work of this text
    eerder = sys.gettrace()
    gc.disable()  # what it clears up would be counted too
    sys.settrace(tel)
    try:
        bekijk(tekst, lijst_)
    finally:
        sys.settrace(eerder)
        gc.enable()
    return aantal


@pytest.mark.parametrize("soort", VIJANDIG)
def test_a_text_twice_as_long_takes_at_most_twice_the_work(soort: str) -> None:
    stuk = VIJANDIG[soort]
    if not stuk:
        letters = "BCDFGHJKLMNPQRSTVWXZ"
        woorden = [f"{a}{b}{c}" for a in letters for b in letters for c in letters]
        kort, lang = " ".join(woorden[:400]), " ".join(woorden[:800])
    else:
        kort, lang = stuk * 50, stuk * 100
    assert stappen(lang) <= 2.2 * stappen(kort) + 500


def test_the_work_on_a_long_section_is_small() -> None:
    """Ten thousand characters of ordinary Dutch: some steps a character, not hundreds."""
    tekst = "Lina woont bij haar oma. Zij gaat elke dag naar school, en dat gaat goed. " * 135
    assert len(tekst) > 9_900
    assert stappen(tekst) < 12 * len(tekst)


def test_a_step_counter_sees_work_that_grows_too_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: a rule that looks at everything before each word is seen."""

    def traag(_tekst: str, delen: Any, _lijst: Any) -> Any:
        for nummer in range(len(delen)):
            for _eerder in range(nummer):
                pass
        return iter(())

    monkeypatch.setattr(kijken, "afkortingen", traag)
    assert stappen("casus " * 400) > 2.2 * stappen("casus " * 200) + 500


@pytest.mark.parametrize("module", [afkortingen, citaten, leesmaat, lijdend, lijst, zinnen])
def test_no_pattern_can_go_back_without_bound(module: Any) -> None:
    """Every repeat in a pattern is possessive or bounded: a match costs no more than its length."""
    for naam, patroon in vars(module).items():
        if isinstance(patroon, re.Pattern):
            assert losse_herhalingen(patroon.pattern) == [], f"{module.__name__}.{naam}"


def losse_herhalingen(patroon: str) -> list[str]:
    """What repeats without an end and can be tried again shorter."""
    kaal = re.sub(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", "x", patroon)
    return re.findall(r"(?:\w|\))[*+](?!\+)", kaal)


def test_a_pattern_that_goes_back_is_seen() -> None:
    assert losse_herhalingen(r"[a-z]*x") == ["x*"]
    assert losse_herhalingen(r"(?:a|b)+c\s+") == [")+", "x+"]
    assert losse_herhalingen(r"[a-z]*+(?:b)++c{1,5}") == []
