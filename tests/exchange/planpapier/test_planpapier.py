"""The whole plan on paper: everything of it, as long as it is, with its version on every sheet."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kernteam_tui.domain.afschrift.stukken import Aanspreekvorm
from kernteam_tui.domain.codes import JaNeeOnbekend, PlanVariant
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.delen.deelvraag import Feit, Geval, Lezer
from kernteam_tui.domain.delen.doorlaat import DoorlaatOngeldig, laat_door
from kernteam_tui.domain.planpapier import (
    Papierdoel,
    Papieronderdeel,
    Papierwoorden,
    Planpapier,
    Tekenaar,
    bestandsnaam,
)
from kernteam_tui.exchange.planpapier import maak_pdf, maak_tekst
from kernteam_tui.exchange.vouwen import BREEDTE
from tests.exchange.drukwerk.lezen import alles_wat_er_staat, kaal
from tests.exchange.drukwerk.soorten import mag_op_papier
from tests.exchange.planpapier.bouw import AKKOORD, ARABISCH, DAG, maak_plan, vaste_onderdelen

TWEE_OUDERS = (
    Papierwoorden("Fatma", "nl", "Ik slaap slecht."),
    Papierwoorden("Murat", "tr", "Evde çok iyi."),
    Papierwoorden("Fatma", "nl", "Lina huilt vaak."),
)


def tekst(plan: Planpapier) -> str:
    return maak_tekst(plan, mag_op_papier())


def vellen(plan: Planpapier) -> list[str]:
    """What stands on each sheet, without white."""
    data = maak_pdf(plan, mag_op_papier()).data
    return [kaal(vel.extract_text()) for vel in pypdf.PdfReader(io.BytesIO(data)).pages]


@pytest.mark.parametrize("variant", list(PlanVariant))
def test_every_section_stands_on_it_in_the_order_and_words_of_the_variant(variant: PlanVariant) -> None:
    plan = maak_plan(variant)
    text = tekst(plan)
    expected = [f"{o.nr}. {o.titel}" for o in vaste_onderdelen(variant)]
    assert re.findall(r"^(\d+\. .+)\n-+$", text, re.MULTILINE) == expected
    printed = "".join(vellen(plan))
    places = [printed.index(kaal(kop)) for kop in expected]
    assert places == sorted(places)
    assert text.count("Hier staat niets.") == 11, "an empty section is printed too"


def test_goals_actions_and_the_day_stand_in_their_own_sections() -> None:
    text = tekst(maak_plan())
    assert (
        "1. Vier dagen naar school\n   (in woorden van Lina)\n   Cijfer van 0 tot 10. Nu: 4. Wens: 7." in text
    )
    assert "Zo zien we dat het lukt: Ze staat zelf op." in text
    assert "Doel van school: rust in de klas" in text
    assert "[ ] oma: belt Lina wakker\n    (1 december 2026)" in text
    assert "[x] Fatma: praat met de mentor\n    (klaar)" in text
    assert "We kijken weer samen op 18 januari 2027." in text


def test_the_version_its_day_and_its_format_stand_on_every_sheet() -> None:
    sheets = vellen(maak_plan(toelichting="Besproken aan tafel. " * 60))
    assert len(sheets) > 4
    for nummer, sheet in enumerate(sheets, 1):
        line = f"versie 3, vastgesteld op 9 november 2026 · gezinsplan-2026-2 · bladzijde {nummer} van "
        assert kaal(f"{line}{len(sheets)}") in sheet
        assert "CONCEPT" not in sheet


def test_a_plan_in_progress_says_so_on_every_sheet_and_in_the_text() -> None:
    plan = maak_plan(toelichting="Besproken aan tafel. " * 60, vastgesteld_op=None)
    sheets = vellen(plan)
    assert len(sheets) > 4
    assert all(sheet.count(kaal("CONCEPT, nog niet vastgesteld")) == 2 for sheet in sheets)
    text = tekst(plan)
    assert "Versie: 3, in bewerking" in text
    assert text.index("CONCEPT. Dit plan is nog niet vastgesteld.") < text.index("1. Wie zijn wij")
    assert text.splitlines()[-1] == "CONCEPT, nog niet vastgesteld, 23 november 2026 · gezinsplan-2026-2"


def test_parents_who_live_apart_have_a_column_each_and_others_a_line_each() -> None:
    apart = tekst(maak_plan(PlanVariant.GESCHEIDEN_OUDERS, TWEE_OUDERS))
    section = apart.partition("2. Waarom dit plan")[2].partition("3. Wat gaat goed")[0]
    words = ("Fatma:\n", "Ik slaap slecht.", "Lina huilt vaak.", "Murat:\n", "Evde çok iyi.")
    places = [section.index(word) for word in words]
    assert places == sorted(places)
    together = tekst(maak_plan(PlanVariant.GEZIN, TWEE_OUDERS))
    assert "Fatma: Ik slaap slecht.\n\nMurat: Evde çok iyi.\n\nFatma: Lina huilt vaak." in together


def test_the_columns_stand_side_by_side_on_paper() -> None:
    def hoogte(plan: Planpapier, woord: str) -> float:
        hoogtes: list[float] = []

        def kijk(text: str, cm: list[float], tm: list[float], *_rest: object) -> None:
            if woord in text:
                hoogtes.append(tm[5] * cm[3] + cm[5])

        data = maak_pdf(plan, mag_op_papier()).data
        pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text(visitor_text=kijk)
        return hoogtes[0]

    said = (Papierwoorden("Fatma", "nl", "Ochtend"), Papierwoorden("Murat", "nl", "Avond"))
    part = Papieronderdeel(1, "Waarom", per_ouder=True, woorden=said)
    apart = replace(maak_plan(), onderdelen=(part,))
    samen = replace(apart, onderdelen=(replace(part, per_ouder=False),))
    assert hoogte(apart, "Ochtend") == hoogte(apart, "Avond")
    assert hoogte(samen, "Ochtend") != hoogte(samen, "Avond")


def test_each_has_room_to_sign_and_what_was_said_before_stands_above_it() -> None:
    text = tekst(replace(maak_plan(), akkoorden=(AKKOORD,)))
    assert "Murat Kaya: niet eens, op 9 november 2026\n  omdat: te snel" in text
    assert "  eigen verklaring: Niemand vroeg het mij.\n  op papier getekend op 23 november 2026" in text
    assert text.index("Murat Kaya: niet eens") < text.index("Fatma Yilmaz (ouder)")
    for wie in ("Fatma Yilmaz (ouder)", "Lina Yilmaz (jongere)"):
        assert f"{wie}\n  [ ] eens\n  [ ] deels eens\n  [ ] niet eens, omdat:\n" in text
    assert text.count("Handtekening: ___") == text.count("Datum: ___") == 2
    assert "U mag een eigen verklaring bij het plan laten doen." in text
    assert "Jeugdwet 7.3.8" in text


@pytest.mark.parametrize("regels", range(0, 60, 3))
def test_the_lines_to_sign_are_never_torn_from_the_name(regels: int) -> None:
    plan = replace(maak_plan(), onderdelen=(Papieronderdeel(1, "Vooraf", toelichting="regel\n" * regels),))
    plan = replace(plan, tekenaars=(Tekenaar("Fatma", "ouder"), Tekenaar("Lina", "jongere")))
    for wie in ("Fatma(ouder)", "Lina(jongere)"):
        sheet = next(sheet for sheet in vellen(plan) if wie in sheet)
        after = sheet.partition(wie)[2]
        assert all(word in after for word in ("nieteens,omdat:", "Handtekening", "Datum"))


def test_what_the_worker_prints_for_herself_is_not_signed_and_says_so() -> None:
    text = tekst(replace(maak_plan(), tekenaars=(), eigen_werk=True, niet_alles=True))
    assert "Voor het eigen werk van de gezinswerker. Geef deze afdruk niet mee." in text
    assert "Handtekening" not in text
    assert "niet alles uit het plan" not in text


def test_the_reader_hears_that_not_everything_is_on_it() -> None:
    assert "niet alles uit het plan" not in tekst(maak_plan())
    u, je = (
        tekst(replace(maak_plan(), niet_alles=True, aanspreekvorm=vorm)).replace("\n", " ")
        for vorm in (Aanspreekvorm.U, Aanspreekvorm.JE)
    )
    assert "In deze afdruk staat niet alles uit het plan. Bent u het daar niet mee eens?" in u
    assert "Ben je het daar niet mee eens?" in je
    assert "Jouw eigen verklaring" in je


def test_fifty_thousand_words_are_all_there() -> None:
    words = [f"w{n}" for n in range(50_000)]
    share = len(words) // 14 + 1
    parts = tuple(
        replace(part, toelichting=" ".join(words[n * share : (n + 1) * share]))
        for n, part in enumerate(maak_plan().onderdelen)
    )
    plan = replace(maak_plan(), onderdelen=parts)
    printed = maak_pdf(plan, mag_op_papier())
    sheets = [vel.extract_text() for vel in pypdf.PdfReader(io.BytesIO(printed.data)).pages]
    assert printed.meldingen == ()
    assert re.findall(r"\bw\d+\b", " ".join(sheets)) == words
    assert re.findall(r"\bw\d+\b", tekst(plan)) == words


VIJANDIG = (
    '#read("/etc/passwd") #panic() #include "x.typ"',
    "$x^2$ <b>vet</b> {{ naam }} \\u{41} @ref // geen commentaar",
    "*ster* _streep_ `code` = kop - punt + som {nummer} {totaal} {van} {naam}",
    "[/]x [red]rood[/red] ${HOME} %s %n 'aan' \"haal\"",
)


@pytest.mark.parametrize("woorden", VIJANDIG)
def test_what_looks_like_markup_comes_out_letter_for_letter(woorden: str) -> None:
    plan = maak_plan(PlanVariant.GESCHEIDEN_OUDERS, (Papierwoorden(woorden, woorden, woorden),), woorden)
    plan = replace(plan, voor=woorden, doelen=(Papierdoel(woorden, woorden),))
    plan = replace(plan, tekenaars=(Tekenaar(woorden, woorden),))
    assert kaal(woorden) in kaal(tekst(plan))
    assert kaal(f"{woorden} ({woorden})") in kaal(tekst(plan))
    printed = maak_pdf(plan, mag_op_papier())
    assert alles_wat_er_staat(printed.data).count(kaal(woorden)) >= 25
    assert printed.meldingen == ()


def test_signs_that_no_font_has_are_named() -> None:
    plan = maak_plan(toelichting="goed 😀 你")
    assert maak_pdf(plan, mag_op_papier()).meldingen == (
        "2 tekens kunnen niet op papier: 😀 你 Daar staat nu □.",
    )
    assert "goed 😀 你" in tekst(plan)


def test_arabic_words_keep_their_numbers_in_order() -> None:
    plan = maak_plan(woorden=(Papierwoorden("Fatma", "ar", f"{ARABISCH} 06-12345678"),))
    assert "06-12345678" in "".join(vellen(plan))


@settings(max_examples=100, deadline=None)
@given(woorden=st.text(max_size=400))
def test_the_text_has_seventy_two_columns_where_words_allow_it(woorden: str) -> None:
    plan = maak_plan(woorden=(Papierwoorden(woorden, "nl", woorden, woorden),), toelichting=woorden)
    plan = replace(plan, voor=woorden, akkoorden=(replace(AKKOORD, naam=woorden, verklaring=woorden),))
    for line in tekst(plan).split("\n"):
        longest = max((len(word) for word in line.split()), default=0)
        assert len(line) <= max(BREEDTE, longest + 8)


def test_the_same_plan_gives_the_same_bytes() -> None:
    plan = maak_plan(woorden=TWEE_OUDERS)
    assert maak_pdf(plan, mag_op_papier()).data == maak_pdf(plan, mag_op_papier()).data


def test_nothing_is_printed_without_leave_for_a_whole_plan() -> None:
    lezer = Lezer(LezerSoort.OUDER, "moeder", gezag=JaNeeOnbekend.JA)
    geval = Geval(lezer, Uitweg.BLADZIJDE, "kind", Leeftijdsband.VAN_12)
    leave = laat_door([Feit("a", Gegeven.INHOUD)], geval).doorlaat
    for maak in (maak_pdf, maak_tekst):
        with pytest.raises(DoorlaatOngeldig):
            maak(maak_plan(), leave)


def test_the_name_of_the_file_says_which_version_and_never_who() -> None:
    id_ = "01a203a3-1a3e-76db-8513-d99285c97f3a"
    assert bestandsnaam(id_, maak_plan(), "pdf", "04c1e9") == "gezinsplan-p7f3a-v3-k04c1e9.pdf"
    concept = maak_plan(vastgesteld_op=None)
    assert bestandsnaam(id_, concept, "txt", "04c1e9") == "gezinsplan-p7f3a-concept-k04c1e9.txt"
    assert concept.datum == DAG
