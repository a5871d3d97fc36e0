"""The page for parents in a real browser: axe-core, a phone, paper, no network, and words that attack."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kernteam_tui.domain.bladzijde import TALEN, Bladzijde, Kringlid
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.schoontekst import zonder_stuurtekens
from kernteam_tui.exchange.bladzijde import maak_pdf
from kernteam_tui.exchange.bladzijde.html import maak_html
from tests.exchange.bladzijde.bladen import (
    KRING,
    VIJANDIG,
    alle_bladzijden,
    lange_bladzijde,
    vijandige_bladzijde,
)
from tests.exchange.bladzijde.in_browser import (
    ALTIJD_GEWOGEN,
    SMAL,
    Kijker,
    afgekapt,
    bekijk,
    keur,
    te_breed,
    vellen,
    zwak_in_beeld,
)
from tests.greep import beurten

pytestmark = pytest.mark.lang
LANG_WOORD = "Hottentottententententoonstelling" * 151


def lange_bladzijden(taal: str) -> dict[str, Bladzijde]:
    """Every page from left to right (Dutch) and from right to left; of each other language one, in turn.

    All of them in the proofs, and by `tools.bladzijdeweb`.
    """
    bladen = alle_bladzijden(lange_bladzijde(taal))
    if taal in {"nl", "ar"}:
        return bladen
    return {naam: bladen[naam] for van, naam in beurten(TALEN, bladen) if van == taal}


@pytest.mark.parametrize("taal", TALEN)
def test_every_page_passes_every_rule_on_a_phone_a_laptop_and_paper(kijker: Kijker, taal: str) -> None:
    for naam, bladzijde in lange_bladzijden(taal).items():
        for aanblik in bekijk(kijker, maak_html(bladzijde)):
            assert aanblik.gebreken == [], (naam, aanblik.waar)
            assert aanblik.geslaagd >= ALTIJD_GEWOGEN
    assert kijker.vreemd_gevraagd == []


@pytest.mark.parametrize(
    ("fout", "goed", "regel"),
    [
        ("--inkt: #9aa6ad;", "--inkt: #1b2730;", "color-contrast"),
        ("<html>", '<html lang="nl" dir="ltr">', "html-has-lang"),
        ("<div>", "<main>", "region"),
        ('role="img">', 'role="img" aria-label="Nog te doen">', "svg-img-alt"),
    ],
)
def test_a_page_with_a_fault_fails(
    kijker: Kijker, volle_bladzijde: Bladzijde, fout: str, goed: str, regel: str
) -> None:
    html = maak_html(volle_bladzijde)
    assert goed in html
    with kijker.pagina(
        html.replace(goed, fout).replace("</main>", "</div>" if regel == "region" else "</main>")
    ) as pagina:
        assert regel in {gevonden for gevonden, _ in keur(pagina).fouten}


def test_weak_words_in_a_drawing_and_words_that_stick_out_are_seen(
    kijker: Kijker, volle_bladzijde: Bladzijde
) -> None:
    html = maak_html(replace(volle_bladzijde, kring=KRING))
    zwak = html.replace("text-anchor: middle; fill: #1b2730;", "text-anchor: middle; fill: #b0b8bd;")
    with kijker.pagina(zwak) as pagina:
        assert len(zwak_in_beeld(pagina)) > 5
    with kijker.pagina(html.replace("font-size: 14px", "font-size: 400px")) as pagina:
        assert any("buiten beeld" in melding for melding in zwak_in_beeld(pagina))
    with kijker.pagina(html.replace("overflow-wrap: anywhere", "white-space: nowrap"), SMAL) as pagina:
        assert te_breed(pagina) > 0
        assert afgekapt(pagina) != []


@pytest.mark.parametrize("taal", ["nl", "ar"])
@pytest.mark.parametrize("groot", [False, True])
def test_a_word_of_five_thousand_letters_stays_on_the_phone(
    kijker: Kijker, lege_bladzijde: Bladzijde, taal: str, groot: bool
) -> None:
    assert len(LANG_WOORD) >= 4900
    bladzijde = replace(vijandige_bladzijde(lege_bladzijde, LANG_WOORD), taal=taal, groot=groot)
    with kijker.pagina(maak_html(bladzijde), SMAL) as pagina:
        assert te_breed(pagina) <= 0
        assert afgekapt(pagina) == []
        assert pagina.evaluate("() => document.body.textContent").count(LANG_WOORD) >= 8


@pytest.mark.parametrize("taal", TALEN)
def test_it_prints_on_one_sheet_or_two_in_large_letters_and_never_more_than_the_pdf(
    kijker: Kijker, lege_bladzijde: Bladzijde, taal: str
) -> None:
    for bladzijde in (*lange_bladzijden(taal).values(), replace(lege_bladzijde, taal=taal)):
        with kijker.pagina(maak_html(bladzijde)) as pagina:
            gedrukt = vellen(pagina)
            assert len(gedrukt.pages) == (2 if bladzijde.groot else 1)
            assert len(gedrukt.pages) <= maak_pdf(bladzijde).bladzijden
            assert [round(float(maat)) for maat in gedrukt.pages[0].mediabox[2:]] == [595, 842]


def test_what_does_not_fit_goes_on_to_the_next_sheet(kijker: Kijker, volle_bladzijde: Bladzijde) -> None:
    woorden = " ".join(f"woord{nummer}" for nummer in range(900))
    lang = replace(volle_bladzijde, goed=(Citaat("Lina", "nl", woorden),))
    with kijker.pagina(maak_html(lang)) as pagina:
        gedrukt = vellen(pagina)
    assert len(gedrukt.pages) > 1
    tekst = " ".join(blad.extract_text() for blad in gedrukt.pages).split()
    assert {f"woord{nummer}" for nummer in range(900)} <= set(tekst)


@pytest.mark.parametrize("naam", VIJANDIG)
def test_hostile_words_are_shown_letter_for_letter_and_nothing_runs(
    kijker: Kijker, lege_bladzijde: Bladzijde, naam: str
) -> None:
    tekst = " ".join(zonder_stuurtekens(VIJANDIG[naam]).split())
    kijker.vergeet()
    with kijker.pagina(maak_html(vijandige_bladzijde(lege_bladzijde, VIJANDIG[naam]))) as pagina:
        gezien = pagina.evaluate(
            r"""tekst => {
              const kaal = t => t.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
              const blokken = [...document.querySelectorAll("p, dd, li")].map(e => kaal(e.textContent));
              return {aantal: blokken.filter(t => t.includes(kaal(tekst))).length, raak: window.raak ?? null,
                      titel: document.title, scripts: document.scripts.length,
                      beelden: document.images.length, hoog: document.querySelector("main").offsetHeight};
            }""",
            tekst,
        )
        assert gezien["aantal"] >= 8
        assert (gezien["raak"], gezien["titel"], gezien["scripts"], gezien["beelden"]) == (
            None,
            "Ons plan",
            0,
            0,
        )
        assert gezien["hoog"] > 300
        assert te_breed(pagina) <= 0
    assert kijker.vreemd_gevraagd == []
    assert kijker.berichten == []


def test_a_browser_that_runs_and_fetches_is_seen(kijker: Kijker, volle_bladzijde: Bladzijde) -> None:
    """Control: without escaping and without the policy, the same words do their work."""
    html = maak_html(volle_bladzijde)
    kijker.vergeet()
    raak = html.replace("Content-Security-Policy", "x").replace(
        "Ons plan</h1>", '<script>window.raak=1</script><img src="https://voorbeeld.invalid/x.png"></h1>'
    )
    with kijker.pagina(raak) as pagina:
        assert pagina.evaluate("() => window.raak") == 1
    assert kijker.vreemd_gevraagd == ["https://voorbeeld.invalid/x.png"]
    assert kijker.tegengehouden == {"https://voorbeeld.invalid/x.png": "net::ERR_INTERNET_DISCONNECTED"}


def test_the_policy_alone_stops_what_would_slip_through(kijker: Kijker, volle_bladzijde: Bladzijde) -> None:
    """A second wall: also unescaped words neither run nor fetch."""
    kijker.vergeet()
    doorgeglipt = maak_html(volle_bladzijde).replace(
        "Ons plan</h1>",
        "<script>window.raak=1</script>"
        '<img src="https://voorbeeld.invalid/x.png" onerror="window.raak=1"></h1>',
    )
    with kijker.pagina(doorgeglipt) as pagina:
        assert pagina.evaluate("() => window.raak ?? null") is None
    assert kijker.tegengehouden == {"https://voorbeeld.invalid/x.png": "csp"}


def test_a_telephone_number_in_arabic_reads_from_left_to_right(
    kijker: Kijker, volle_bladzijde: Bladzijde
) -> None:
    """By the places of its digits on the screen, in a sentence, a name and the number to call."""
    nummer = "06-12345678"
    arabisch = f"اتصل بي على {nummer} غدا"
    bladzijde = replace(
        volle_bladzijde,
        taal="ar",
        waarom=(Citaat("أم", "ar", arabisch),),
        kring=(Kringlid("علي", nummer, 1),),
    )
    with kijker.pagina(maak_html(bladzijde), SMAL) as pagina:
        rijen = pagina.evaluate(
            r"""nummer => {
              const uit = [], wandel = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (wandel.nextNode()) {
                const stuk = wandel.currentNode, waar = stuk.data.indexOf(nummer);
                if (waar < 0) continue;
                const plekken = [];
                for (let i = waar; i < waar + nummer.length; i++) {
                  const reeks = document.createRange();
                  reeks.setStart(stuk, i); reeks.setEnd(stuk, i + 1);
                  plekken.push(reeks.getBoundingClientRect().left);
                }
                uit.push(plekken);
              }
              return uit;
            }""",
            nummer,
        )
        assert pagina.evaluate("() => getComputedStyle(document.body).direction") == "rtl"
    assert len(rijen) == 3
    assert all(rij == sorted(rij) for rij in rijen)
