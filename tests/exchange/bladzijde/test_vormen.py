"""Every language, reader and form of the page on paper."""

from __future__ import annotations

import io
import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from functools import cache
from typing import Any

import pypdf
import pytest

from kernteam_tui.domain.bladzijde import TALEN, Bladsoort, Bladzijde, BladzijdeActie
from kernteam_tui.exchange.bladzijde import Afdruk, maak_pdf
from kernteam_tui.exchange.bladzijde.opbouw import bouw_op
from tests.exchange.bladzijde.lezen import in_leesvolgorde, lees_met_pdftotext, wat_mist
from tests.exchange.bladzijde.paginas import DAG, VORMEN, alle_paginas, maak_langste, maak_pagina
from tests.exchange.bladzijde.test_pdf import alle_tekst, elementen, lees, zonder_wit
from tests.exchange.drukwerk.lezen import kaal, woorden_in
from tests.greep import paren

PAGINAS = {naam: (gewoon, langste) for naam, gewoon, langste in alle_paginas()}
GEKOZEN = [
    naam
    for naam in (f"{taal}-{soort.value}-{vorm}" for taal, soort, vorm in paren(TALEN, Bladsoort, VORMEN))
    if naam in PAGINAS
]
"""Each language, reader and form beside each other one; in the proofs every combination."""
VERTAALD = [taal for taal in TALEN if taal != "nl"]


@cache
def gedrukt(naam: str) -> Afdruk:
    return maak_pdf(PAGINAS[naam][0])


def letters(data: bytes) -> dict[str, float]:
    """Where each word first begins, in points from the left of the first sheet; as they are seen."""
    regels = lees_met_pdftotext(data, "-bbox", "-l", "1")
    plekken: dict[str, float] = {}
    for x, woord in re.findall(r'<word xMin="([\d.]+)"[^>]*>([^<]*)</word>', regels):
        plekken.setdefault(woord.strip(), float(x))
    return plekken


def test_a_page_exists_for_seven_languages_three_readers_and_three_forms() -> None:
    assert set(TALEN) == {"nl", "tr", "ar", "en", "pl", "uk", "ti"}
    assert len(PAGINAS) == 7 * 3 * 3 - 3


@pytest.mark.parametrize("naam", GEKOZEN)
def test_a_page_of_ordinary_length_fits_on_its_sheets(naam: str) -> None:
    afdruk = gedrukt(naam)
    groot = naam.endswith("groot")
    assert afdruk.bladzijden == (2 if groot else 1)
    assert afdruk.punten == 18 if groot else afdruk.punten >= 10.5
    assert all("past niet" not in melding for melding in afdruk.meldingen)


@pytest.mark.parametrize("naam", [naam for naam in GEKOZEN if not naam.startswith("ar")])
def test_every_part_is_read_back_in_reading_order(naam: str) -> None:
    opbouw = bouw_op(PAGINAS[naam][0])
    tekst = lees_met_pdftotext(gedrukt(naam).data, "-raw")
    assert wat_mist(in_leesvolgorde(opbouw), tekst) == []
    assert wat_mist(reversed(in_leesvolgorde(opbouw)), tekst) != []


@pytest.mark.parametrize("naam", GEKOZEN)
def test_large_print_and_bilingual_headings_say_the_same(naam: str) -> None:
    """Every string of the page stands on it, whatever its form."""
    opbouw = bouw_op(PAGINAS[naam][0])
    plaatjes = [str(knoop.get("/Alt", "")) for _, knoop in elementen(gedrukt(naam).data)]
    tekst = zonder_wit(alle_tekst(gedrukt(naam).data) + " ".join(plaatjes))
    teksten = [opbouw.apart, *(wie.naam for wie in opbouw.kring), *(regel.wat for regel in opbouw.bellen)]
    concept = [regel for zin in opbouw.concept for regel in zin.teksten]
    if not naam.startswith("ar"):
        assert [t for t in (*teksten, *concept, *opbouw.oneens) if zonder_wit(t) not in tekst] == []
    assert opbouw.kring_uitleg in plaatjes or any("zin" in melding for melding in gedrukt(naam).meldingen)
    assert [doel.schaal for doel in opbouw.doelen if doel.schaal not in plaatjes] == []


@pytest.mark.parametrize("taal", VERTAALD)
def test_a_bilingual_heading_is_one_heading_in_two_languages(taal: str) -> None:
    een, twee = (gedrukt(f"{taal}-gezin-{vorm}").data for vorm in ("gewoon", "tweetalig"))
    koppen = [[soort for soort, _ in elementen(data) if re.fullmatch(r"/H\d", soort)] for data in (een, twee)]
    assert koppen[0] == koppen[1] == ["/H1", *["/H2"] * 10]
    nederlands = bouw_op(PAGINAS[f"{taal}-gezin-tweetalig"][0]).koppen_nl
    for deel in ("titel", "waarom", "goed", "kring", "doelen", "acties", "evaluatie", "school", "oneens"):
        assert zonder_wit(nederlands[deel]) in zonder_wit(alle_tekst(twee))
    assert talen_van(twee) >= {taal, "nl"}
    assert zonder_wit(nederlands["waarom"]) not in zonder_wit(alle_tekst(een))


def talen_van(data: bytes) -> set[str]:
    """Of the elements and of the marked words within them."""
    talen = {str(knoop["/Lang"]) for _, knoop in elementen(data) if "/Lang" in knoop}
    for blad in lees(data).pages:
        inhoud = blad.get_contents()
        assert inhoud is not None
        talen |= {taal.decode() for taal in re.findall(rb"/Lang ?\(([a-z]+)", inhoud.get_data())}
    wortel: Any = lees(data).trailer["/Root"]
    return talen | {str(wortel["/Lang"])[:2]}


@pytest.mark.parametrize("naam", [naam for naam in GEKOZEN if naam.endswith("-groot")])
def test_every_sheet_of_two_says_day_version_and_number(naam: str) -> None:
    opbouw = bouw_op(PAGINAS[naam][0])
    bladen = lees(gedrukt(naam).data).pages
    for nummer, blad in enumerate(bladen, 1):
        tekst = zonder_wit(blad.extract_text())
        voet = opbouw.zinnen["bladzijde_van"].format(nummer=nummer, totaal=len(bladen))
        if not naam.startswith("ar"):
            assert zonder_wit(voet) in tekst
            assert zonder_wit(opbouw.datum + opbouw.zinnen["komma"] + opbouw.versie) in tekst
        assert {str(nummer), str(len(bladen)), "2026"} <= set(re.findall(r"\d+", blad.extract_text()))


def test_a_page_of_one_sheet_has_no_foot() -> None:
    assert "bladzijde 1 van 1" not in alle_tekst(gedrukt("nl-gezin-gewoon").data)


def test_a_sheet_of_a_page_that_does_not_fit_says_of_which_version_it_is() -> None:
    bladen = lees(maak_pdf(maak_langste("nl")).data).pages
    assert len(bladen) > 1
    for nummer, blad in enumerate(bladen, 1):
        assert f"bladzijde {nummer} van {len(bladen)}" in blad.extract_text()
        assert "23 november 2026, versie 3" in blad.extract_text()


def test_large_print_is_large() -> None:
    def grootste(naam: str) -> dict[str, float]:
        maten: dict[str, float] = {}

        def bekijk(tekst: str, _cm: object, tm: list[float], _font: object, grootte: float) -> None:
            for woord in tekst.split():
                maten[woord] = round(abs(grootte * tm[3]) if tm[3] else grootte, 1)

        for blad in lees(gedrukt(naam).data).pages:
            blad.extract_text(visitor_text=bekijk)
        return maten

    gewoon, groot = grootste("nl-gezin-gewoon"), grootste("nl-gezin-groot")
    assert groot["Zeg"] == 18
    assert groot["Ons"] > groot["Waarom"] > groot["Zeg"] > gewoon["Zeg"] >= 10.5
    assert min(groot.values()) >= 16


@pytest.mark.parametrize("soort", Bladsoort)
def test_each_reader_is_spoken_to(soort: Bladsoort) -> None:
    tekst = zonder_wit(alle_tekst(gedrukt(f"nl-{soort.value}-gewoon").data))
    assert ("Wiejekuntbellen" in tekst) == (soort is Bladsoort.JONGERE)
    assert ("Elkeouderkrijgteeneigenbladzijde." in tekst) == (soort is Bladsoort.OUDER_APART)


@pytest.mark.parametrize("taal", TALEN)
def test_words_that_nobody_checked_are_called_a_draft(taal: str) -> None:
    assert [zin.taal for zin in bouw_op(maak_pagina(taal)).concept] == ([taal, "nl"] if taal != "nl" else [])
    tekst = zonder_wit(alle_tekst(gedrukt(f"{taal}-gezin-gewoon").data))
    assert ("Concept-vertaling:" in tekst) == (taal != "nl")


@pytest.mark.parametrize("taal", VERTAALD)
def test_the_dutch_half_of_the_draft_sentence_is_read_out_in_dutch(taal: str) -> None:
    """WCAG 3.1.2: in the PDF it is marked as Dutch, its own half as the language of the page."""
    eigen, nederlands = (kaal(zin.teksten[0]) for zin in bouw_op(maak_pagina(taal)).concept)
    data = gedrukt(f"{taal}-gezin-gewoon").data
    assert nederlands in woorden_in(data, "nl")
    assert nederlands not in woorden_in(data, taal)
    if taal != "ar":
        assert eigen not in woorden_in(data, "nl")
        assert eigen in kaal(alle_tekst(data))


def test_an_arabic_page_runs_right_to_left_and_its_drawings_do_not() -> None:
    midden = 595 / 2
    woorden = letters(gedrukt("ar-gezin-gewoon").data)
    assert woorden["خطتنا"[::-1]] > midden
    assert 40 < woorden["0"] < 70
    assert woorden["0"] < woorden["4"] < woorden["7"] < woorden["10"] < midden
    assert woorden["belt"] < woorden["ochtend"] < woorden["wakker"]
    for heel in ("06-12345678", "fatma@voorbeeld.invalid", "0800-2000", "112", "7:30"):
        assert heel in woorden
    nederlands = letters(gedrukt("nl-gezin-gewoon").data)
    assert nederlands["Ons"] < midden
    assert midden < nederlands["0"] < nederlands["4"]
    stap, eigen_stap = (
        (plekken["10"] - plekken["0"]) / maak_pdf(PAGINAS[naam][0]).punten
        for plekken, naam in ((woorden, "ar-gezin-gewoon"), (nederlands, "nl-gezin-gewoon"))
    )
    assert stap == pytest.approx(eigen_stap, rel=0.02)


@pytest.mark.parametrize("vorm", ["gewoon", "groot"])
def test_a_dutch_action_on_an_arabic_page_begins_right_with_who_does_it(vorm: str) -> None:
    """The line runs as the page does, in Word and on the web too; the Dutch words in it run as ours do."""
    wat = "belt 06-87654321 om 8:15 (mentor)"
    acties = (BladzijdeActie(wat, "Oma", DAG), BladzijdeActie("komt mee", "عمتي فاطمة", DAG))
    pagina = replace(maak_pagina("ar", vorm=vorm), kring=(), doelen=(), acties=acties)
    plekken = letters(maak_pdf(pagina).data)
    volgorde = (*wat.split(), "Oma")
    assert sorted(volgorde, key=plekken.__getitem__) == list(volgorde)
    assert plekken["komt"] < plekken["mee"] < plekken["فاطمة"[::-1]] < plekken["عمتي"[::-1]]


def test_an_arabic_action_on_a_dutch_page_begins_left_with_who_does_it() -> None:
    actie = BladzijdeActie("تتصل بها", "Oma", DAG, taal="ar")
    plekken = letters(maak_pdf(replace(maak_pagina("nl"), kring=(), goed=(), acties=(actie,))).data)
    assert plekken["Oma:"] < plekken["بها"[::-1]] < plekken["تتصل"[::-1]] < 595 / 2


def test_pages_printed_at_the_same_time_are_those_printed_alone() -> None:
    namen = ["nl-gezin-gewoon", "ar-gezin-tweetalig", "ti-jongere-gewoon", "tr-gezin-groot"] * 3
    with ThreadPoolExecutor(4) as wachtrij:
        samen = list(wachtrij.map(lambda naam: maak_pdf(PAGINAS[naam][0]).data, namen))
    assert samen == [gedrukt(naam).data for naam in namen]


def test_nothing_of_the_longest_page_is_left_out() -> None:
    for naam in ("nl-gezin-gewoon", "tr-jongere-groot", "uk-ouder_apart-tweetalig"):
        pagina: Bladzijde = PAGINAS[naam][1]
        tekst = lees_met_pdftotext(maak_pdf(pagina).data, "-raw")
        voet = re.compile(r"^.*(?:\d+ \D+ \d+|\d+ / \d+)$", re.M)
        heel = zonder_wit(voet.sub("", tekst))
        opbouw = bouw_op(pagina)
        zinnen = [z for g in opbouw.waarom for a in g.stuk.teksten for z in re.split(r"(?<=\.) ", a)]
        assert [zin for zin in zinnen if zonder_wit(zin) not in zonder_wit(tekst)] == [], naam
        assert heel.count(zonder_wit(zinnen[-1])) >= zinnen.count(zinnen[-1]) - 2


def test_what_goes_to_the_printer_is_plain_data() -> None:
    json.dumps(asdict(bouw_op(maak_langste("ar"))))
    assert len(pypdf.PdfReader(io.BytesIO(maak_pdf(maak_langste("ar")).data)).pages) == 2
