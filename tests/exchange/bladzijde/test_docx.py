"""The page for parents as a DOCX."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.bladzijde import TALEN, Bladsoort, Bladzijde, Kringlid
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.schoontekst import zonder_stuurtekens
from kernteam_tui.exchange.bladzijde import maak_tekst
from kernteam_tui.exchange.bladzijde.docx import maak_docx
from kernteam_tui.exchange.bladzijde.opbouw import bouw_op
from tests.exchange.bladzijde.bladen import KRING, VIJANDIG, vijandige_bladzijde
from tests.exchange.bladzijde.paginas import maak_langste, maak_pagina
from tests.exchange.word.lezer import alineas, beelden, open_docx, regels, stukjes, zonder_richting


def alle_tekst(bladzijde: Bladzijde) -> str:
    return "\n".join(tekst for _, tekst in regels(maak_docx(bladzijde).data))


def woorden(tekst: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", zonder_richting(tekst)))


def zonder_wit(tekst: str) -> str:
    return re.sub(r"\s", "", tekst)


def test_the_parts_stand_in_their_order_as_headings_words_and_lists(volle_bladzijde: Bladzijde) -> None:
    assert regels(maak_docx(volle_bladzijde).data) == [
        ("Heading 1", "Ons plan"),
        ("Twee kanten", "Voor: mevrouw Kaya, moeder van Lina\t23 november 2026, versie 3"),
        ("Heading 2", "Waarom we elkaar spreken"),
        ("Citaat", "Lina: Ik durf de school bijna niet meer in. Op maandag is het het ergst."),
        ("Citaat", "Moeder: Ik wil dat zij weer lacht."),
        ("Heading 2", "Wat goed gaat"),
        ("Citaat", "Lina: Oma belde me elke ochtend wakker."),
        ("Heading 2", "Wat we willen bereiken"),
        ("List Number", "Lina gaat elke dag naar school. (in woorden van Lina)"),
        ("List Continue", "Zo zien we dat het lukt: Vier weken elke dag geweest."),
        ("Beeld", "Cijfer van 0 tot 10. Nu: 4. Wens: 7."),
        ("List Number", "Thuis is er minder ruzie. (in woorden van moeder)"),
        ("List Continue", "Zo zien we dat het lukt: Hoogstens één keer per week."),
        ("Beeld", "Cijfer van 0 tot 10. Wens: 8."),
        ("List Number", "Lina heeft iemand om mee te praten. (in woorden van Lina)"),
        ("List Continue", "Zo zien we dat het lukt: Zij praat met de mentor."),
        ("Beeld", "Cijfer van 0 tot 10. Nu: 3. Wens: 8."),
        ("Heading 2", "Wie doet wat, en wanneer"),
        ("Afspraak", "☐\tOma: belt Lina elke ochtend wakker (dinsdag 24 november)"),
        ("Afspraak", "☐\tFatma: gaat mee naar de jeugdarts (vrijdag 8 januari 2027)"),
        ("Afspraak", "☐\tMoeder: praat met vader over zondag (dag volgt nog)"),
        ("Afspraak", "☑\tMoeder: heeft de mentor gebeld (klaar)"),
        ("Heading 2", "Wanneer we weer praten"),
        ("Kader", "We praten weer op maandag 18 januari 2027."),
        ("Heading 2", "Wat school weet en niet weet"),
        ("Normal", "School weet:"),
        ("Normal", "School weet niet:"),
        ("List Bullet", "dat er hulp is gestart"),
        ("List Bullet", "wat er thuis speelt"),
        ("Heading 2", "Wie u kunt bellen"),
        ("Normal", "Uw gezinswerker: Fatma el Amrani\n06-12345678\nfatma@voorbeeld.invalid"),
        ("Normal", "Bij gevaar of spoed: 112"),
        ("Normal", "Geweld thuis of zorgen daarover:\nVeilig Thuis 0800-2000"),
        ("Heading 2", "Niet eens?"),
        ("Normal", "Zeg het ons. We praten er samen over."),
        ("Normal", "U mag uw eigen verhaal bij het dossier laten doen."),
        ("Normal", "U mag een klacht indienen. Vraag ons hoe dat gaat."),
        ("Normal", "U kunt ook praten met een vertrouwenspersoon van Jeugdstem. Die werkt niet voor ons."),
        ("Heading 2", "In uw eigen woorden"),
        ("Aanloop", "Wat hebben wij afgesproken?"),
    ]


@pytest.mark.parametrize("soort", list(Bladsoort))
@pytest.mark.parametrize("taal", TALEN)
def test_it_says_the_same_words_as_the_plain_text(taal: str, soort: Bladsoort) -> None:
    """Every word as often, for every reader; people around are a list here, as drawings tell it otherwise."""
    for kring in ((), KRING * 3):
        blad = replace(maak_pagina(taal, soort, "tweetalig"), kring=kring)
        genummerd = Counter(str(nummer) for nummer, _ in enumerate(blad.doelen, 1))
        vakjes = Counter("x" * sum(actie.klaar for actie in blad.acties))
        assert woorden(alle_tekst(blad)) == woorden(maak_tekst(blad)) - genummerd - vakjes


def test_gaps_are_shown(lege_bladzijde: Bladzijde) -> None:
    stijlen = Counter(stijl for stijl, _ in regels(maak_docx(lege_bladzijde).data))
    assert stijlen["Leeg vak"] == 5
    assert "De dag spreken we nog met u af." in alle_tekst(lege_bladzijde)


def test_every_text_is_in_its_own_language(veeltalige_bladzijde: Bladzijde) -> None:
    blad = replace(veeltalige_bladzijde, taal="tr", met_nederlands=True)
    taal_van = {
        zonder_richting(stukje.tekst).strip(): stukje.taal for stukje in stukjes(maak_docx(blad).data)
    }
    assert taal_van["Neden görüşüyoruz"] == "tr-TR"
    assert taal_van["Waarom we elkaar spreken"] == "nl-NL"
    assert taal_van[bouw_op(blad).concept[1].teksten[0]] == "nl-NL"
    for citaat, merk in zip(blad.waarom[1:], ("ti-ER", "tr-TR", "uk-UA", "pl-PL", "en-GB"), strict=True):
        assert taal_van[citaat.tekst] == merk
    arabisch = [stukje for stukje in stukjes(maak_docx(blad).data) if "أريد" in stukje.tekst]
    assert [(stukje.taal, stukje.rtl) for stukje in arabisch] == [("ar-SA", True)]


def test_a_number_in_arabic_words_is_a_left_to_right_run_of_its_own(veeltalige_bladzijde: Bladzijde) -> None:
    nummers = [
        stukje for stukje in stukjes(maak_docx(veeltalige_bladzijde).data) if "06-12345678" in stukje.tekst
    ]
    assert [(stukje.rtl, stukje.tekst[0]) for stukje in nummers[:1]] == [(False, "\u200e")]


def test_an_arabic_page_runs_from_right_to_left_and_dutch_words_in_it_do_not() -> None:
    data = maak_docx(maak_pagina("ar", vorm="tweetalig")).data
    document = open_docx(data)
    kant = {
        zonder_richting(alinea.text).strip(): bool(alinea._p.xpath("./w:pPr/w:bidi"))
        for alinea in alineas(data)
    }
    assert kant["خطتنا / Ons plan"]
    assert not kant["Lina: Ik durf de school bijna niet meer in."]
    assert document.sections[0]._sectPr.xpath("./w:bidi")


def test_numbers_and_boxes_of_an_arabic_page_stand_at_the_right_whatever_the_words_beside_them() -> None:
    """The words are a left-to-right run of their own within that line, with their full stop at their end."""
    data = maak_docx(maak_pagina("ar")).data
    van_rechts = {
        zonder_richting(alinea.text): alinea for alinea in alineas(data) if alinea._p.xpath("./w:pPr/w:bidi")
    }
    for regel in (
        "Lina gaat elke dag naar school. (بكلمات Lina)",
        "هكذا نرى أننا ننجح: Vier weken elke dag geweest.",
        "☐\tOma: belt Lina elke ochtend wakker (الثلاثاء 24 تشرين الثاني، 24/11)",
    ):
        assert regel in van_rechts
    loop = next(loop for loop in van_rechts[regel].runs if "belt" in loop.text)
    assert (loop.text, bool(loop.font.rtl)) == ("belt Lina elke ochtend wakker", False)
    doel = van_rechts["Lina gaat elke dag naar school. (بكلمات Lina)"]
    assert "Lina gaat elke dag naar school.\u200e" in [loop.text for loop in doel.runs]


def test_a_page_apart_and_an_unchecked_translation_say_so_at_the_top() -> None:
    blad = maak_pagina("uk", Bladsoort.OUDER_APART)
    opbouw = bouw_op(blad)
    kaders = [tekst for stijl, tekst in regels(maak_docx(blad).data) if stijl == "Kader"][:-1]
    assert kaders == [opbouw.apart, " ".join(regel for zin in opbouw.concept for regel in zin.teksten)]
    taal = {stukje.tekst: stukje.taal for stukje in stukjes(maak_docx(blad).data)}
    assert [taal[zin.teksten[0]] for zin in opbouw.concept] == ["uk-UA", "nl-NL"]


@pytest.mark.parametrize(("vorm", "alineas", "klein"), [("gewoon", 1, True), ("groot", 2, False)])
def test_an_unchecked_translation_is_said_in_one_small_paragraph_but_never_small_in_large_print(
    vorm: str, alineas: int, klein: bool
) -> None:
    blad = maak_pagina("ar", vorm=vorm)
    gevonden = [
        alinea
        for alinea in open_docx(maak_docx(blad).data).paragraphs
        if any(
            zonder_richting(zin.teksten[0]) in zonder_richting(alinea.text) for zin in bouw_op(blad).concept
        )
    ]
    loops = [loop for alinea in gevonden for loop in alinea.runs if loop.text.strip()]
    assert len(gevonden) == alineas
    assert {loop.style.name == "Bijschrift" for loop in loops if loop.style} == {klein}


def test_whom_to_call_leaves_the_room_that_long_sentences_beside_it_need() -> None:
    """In Tigrinya nearly every sentence of not agreed took a second line, and the page a second sheet."""

    def breedte(taal: str) -> int:
        tabel = open_docx(maak_docx(maak_pagina(taal, Bladsoort.JONGERE)).data).tables[-1]
        return round(float(tabel.columns[0].width.mm))

    assert (breedte("ti"), breedte("tr")) == (70, 74)


def test_pictures_tell_who_cannot_see_them(volle_bladzijde: Bladzijde) -> None:
    blad = replace(volle_bladzijde, kring=KRING)
    opbouw = bouw_op(blad)
    getoond = [beeld for alinea in alineas(maak_docx(blad).data) for beeld in beelden(alinea)]
    assert getoond == [opbouw.kring_uitleg, *(doel.schaal for doel in opbouw.doelen)]


def test_a_name_that_a_drawing_cannot_show_stands_in_a_list(volle_bladzijde: Bladzijde) -> None:
    blad = replace(volle_bladzijde, kring=(*KRING, Kringlid("李娜 👍", "mentor", 2)))
    assert ("List Bullet", "李娜 👍 (mentor)") in regels(maak_docx(blad).data)
    assert len(open_docx(maak_docx(blad).data).inline_shapes) == 3


def test_in_large_print_who_stands_around_is_a_sentence(volle_bladzijde: Bladzijde) -> None:
    """In a drawing as wide as the paper their names would be 12 points."""
    blad = replace(volle_bladzijde, kring=KRING, groot=True)
    assert ("Normal", zonder_richting(bouw_op(blad).kring_uitleg)) in regels(maak_docx(blad).data)
    assert len(open_docx(maak_docx(blad).data).inline_shapes) == 3


def test_large_print_is_eighteen_points_and_its_drawings_grow_along(volle_bladzijde: Bladzijde) -> None:
    klein, groot = (
        open_docx(maak_docx(replace(volle_bladzijde, groot=groot)).data) for groot in (False, True)
    )
    maten = [document.styles.element.xpath("./w:docDefaults//w:sz/@w:val") for document in (klein, groot)]
    assert maten == [["22"], ["36"]]
    breedtes = [document.inline_shapes[0].width for document in (klein, groot)]
    assert breedtes[1] / breedtes[0] == pytest.approx(18 / 11, rel=0.01)


def test_a_long_name_gets_a_line_of_its_own(volle_bladzijde: Bladzijde) -> None:
    lang = "mevrouw " + "Van den Heuvel-Rietveld " * 4
    assert ("Normal", "23 november 2026, versie 3") in regels(
        maak_docx(replace(volle_bladzijde, voor=lang)).data
    )


@pytest.mark.parametrize("naam", VIJANDIG)
def test_words_that_attack_come_out_letter_for_letter(naam: str, lege_bladzijde: Bladzijde) -> None:
    """In each of the sixteen places that take words of people; signs that steer are gone."""
    schoon = zonder_richting(zonder_stuurtekens(VIJANDIG[naam]))
    gelezen = alle_tekst(vijandige_bladzijde(lege_bladzijde, VIJANDIG[naam]))
    assert zonder_wit(gelezen).count(zonder_wit(schoon)) == 16
    assert not set(gelezen) & set("\x00\x07\x1b\u202e\u202d\u202c\ufffe")


@given(st.text(), st.text(max_size=40), st.sampled_from(TALEN))
def test_any_words_can_be_written_and_read_again(tekst: str, naam: str, taal: str) -> None:
    from datetime import date

    from kernteam_tui.domain.bladzijde import Bereikbaarheid

    blad = Bladzijde(
        voor=naam,
        datum=date(2026, 11, 23),
        plan_versie=1,
        taal=taal,
        goed=(Citaat("", "nl", tekst),),
        bellen=Bereikbaarheid(naam, tekst, naam),
    )
    alineas_ = [zonder_richting(alinea) for gezegd in bouw_op(blad).goed for alinea in gezegd.stuk.teksten]
    citaten = [tekst for stijl, tekst in regels(maak_docx(blad).data) if stijl == "Citaat"]
    assert citaten == [alinea.strip() for alinea in alineas_ if alinea.strip()]


def test_the_longest_page_loses_nothing() -> None:
    blad = maak_langste("ar")
    gelezen = alle_tekst(blad)
    assert all(zonder_richting(alinea) in gelezen for g in bouw_op(blad).waarom for alinea in g.stuk.teksten)
    assert len(gelezen) > 2000


@pytest.mark.parametrize("taal", TALEN)
def test_the_same_page_is_the_same_file(taal: str) -> None:
    assert maak_docx(maak_pagina(taal)).data == maak_docx(maak_pagina(taal)).data


def test_the_file_names_no_one(volle_bladzijde: Bladzijde) -> None:
    kern = open_docx(maak_docx(volle_bladzijde).data).core_properties
    assert (kern.title, kern.author) == ("Ons plan", "Uw gezinswerker")
    assert (
        "Kaya" not in f"{kern.comments}{kern.subject}{kern.keywords}{kern.last_modified_by}{kern.identifier}"
    )
