"""The list of hard words: our own, big enough, without double words, and no swap that is hard itself."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib import resources

import pytest

from kernteam_tui.domain.taalhulp.bevinding import Taalsoort
from kernteam_tui.domain.taalhulp.kijken import bekijk
from kernteam_tui.domain.taalhulp.lijst import DEEL, Afkorting, Taallijst, Woord
from kernteam_tui.exchange.taallijst import BESTAND, GROEPEN, read_taallijst

LIJST = read_taallijst()
RUW = tomllib.loads(resources.files("kernteam_tui.assets").joinpath(BESTAND).read_text("utf-8"))
LIDWOORDEN = {"de", "het", "een", "dit", "deze"}


def moeilijk(tekst: str) -> list[str]:
    soorten = (Taalsoort.MOEILIJK_WOORD, Taalsoort.AFKORTING)
    return [b.woorden for b in bekijk(tekst, LIJST).bevindingen if b.soort in soorten]


def test_the_list_is_long_enough() -> None:
    assert len(LIJST.woorden) >= 240
    assert len(LIJST.afkortingen) >= 50
    assert sum(not a.lopend for a in LIJST.afkortingen) >= 50
    assert all(len(RUW[groep]) >= 30 for groep in GROEPEN)


def test_each_fact_has_a_source_and_the_list_a_day() -> None:
    assert RUW["datum"]
    assert all(bron["wat"] and bron["bron"] for bron in RUW["bronnen"])


def test_nothing_stands_in_it_twice() -> None:
    vormen = Counter(vorm for woord in LIJST.woorden for vorm in woord.alle_vormen)
    assert [vorm for vorm, aantal in vormen.items() if aantal > 1] == []
    assert [w for w, n in Counter(woord.woord for woord in LIJST.woorden).items() if n > 1] == []
    korte = Counter(vorm for a in LIJST.afkortingen for vorm in (a.kort, *a.vormen))
    assert [vorm for vorm, aantal in korte.items() if aantal > 1] == []
    assert set(korte) & LIJST.bekend == set()


@pytest.mark.parametrize("woord", LIJST.woorden, ids=lambda woord: woord.woord)
def test_what_is_said_instead_is_plain(woord: Woord) -> None:
    """Neither a word of the list nor an abbreviation; short; and each form is found in a sentence."""
    for zeg in (woord.zeg, *woord.wissel.values()):
        assert moeilijk(f"Wij {zeg} nu.") == [], zeg
        assert len(zeg) <= 70
        assert zeg == zeg.strip()
    assert woord.alle_vormen
    for vorm in woord.alle_vormen:
        assert vorm == vorm.lower()
        assert moeilijk(f"Nu {vorm} hier.") == [vorm]
        assert " ".join(DEEL.findall(vorm)) == vorm, "only words, with one space between"


@pytest.mark.parametrize("afkorting", LIJST.afkortingen, ids=lambda a: a.kort)
def test_an_abbreviation_is_found_and_written_in_plain_words(afkorting: Afkorting) -> None:
    for kort in (afkorting.kort, *afkorting.vormen):
        assert moeilijk(f"Met {kort} school.") == [kort]
    assert not re.search(r"[A-Z]{3}", afkorting.voluit)
    if afkorting.lopend:
        assert moeilijk(f"Met {afkorting.voluit} school.") == []
    else:
        assert moeilijk(f"Met {afkorting.voluit} ({afkorting.kort}) school.") in ([], [afkorting.voluit])


def test_a_swap_keeps_the_article_in_step() -> None:
    """A form with an article gets one back, or none; a form without never gets one."""
    for woord in LIJST.woorden:
        for oud, nieuw in woord.wissel.items():
            if oud.split()[0] in LIDWOORDEN:
                continue
            assert nieuw.split()[0] not in LIDWOORDEN, (oud, nieuw)


def test_a_double_word_and_a_hard_swap_are_seen() -> None:
    """Control: the finder that the tests above lean on."""
    lijst = Taallijst(
        [
            Woord("casus", "situatie", {"casus": "indicatie"}),
            Woord("indicatie", "besluit", {}, ("indicatie",)),
        ],
        [],
    )
    (b,) = bekijk("De casus.", lijst).bevindingen
    assert bekijk(f"De {b.vervanging}.", lijst).bevindingen


def test_no_level_is_ever_named() -> None:
    tekst = resources.files("kernteam_tui.assets").joinpath(BESTAND).read_text("utf-8")
    assert "B1" not in tekst
    assert "taalniveau" not in tekst
