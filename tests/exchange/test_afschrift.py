"""A copy on paper and as text: only with the leave of the deel-poort, and words are never markup."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pypdf
import pytest

from kernteam_tui.domain.afschrift.stukken import Afschrift, Hoofdstuk, Regel, Stuk, Weggelaten, bestandsnaam
from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.delen.deelvraag import Feit, Geval, Lezer
from kernteam_tui.domain.delen.doorlaat import Doorlaat, DoorlaatOngeldig, laat_door
from kernteam_tui.exchange.afschrift import maak_pdf, maak_tekst

DAG = date(2026, 11, 23)


def leave(uitweg: Uitweg = Uitweg.AFSCHRIFT) -> Doorlaat:
    lezer = Lezer(LezerSoort.OUDER, "o", gezag=JaNeeOnbekend.JA, gevraagd_op=DAG)
    return laat_door([Feit("a", Gegeven.INHOUD)], Geval(lezer, uitweg, "j", Leeftijdsband.VAN_12)).doorlaat


def afschrift(*stukken: Stuk, belangrijk: bool = False, weg: tuple[Weggelaten, ...] = ()) -> Afschrift:
    return Afschrift("Fatma Kaya", "2026-001", DAG, DAG, belangrijk, stukken, weg)


def notitie(tekst: str, n: int = 1) -> Stuk:
    return Stuk(f"notitie:{n}", Hoofdstuk.NOTITIES, "telefoon, 20 november 2026", (Regel("", tekst),))


def pdf_tekst(data: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


@pytest.mark.parametrize("maak", [maak_tekst, maak_pdf])
@pytest.mark.parametrize(
    ("verkeerd", "belangrijk"),
    [(leave(Uitweg.BLADZIJDE), False), (leave(), True), (leave(Uitweg.BRIEF), False)],
)
def test_no_copy_without_leave_for_this_way(maak: Any, verkeerd: Doorlaat, belangrijk: bool) -> None:
    with pytest.raises(DoorlaatOngeldig):
        maak(afschrift(notitie("x"), belangrijk=belangrijk), verkeerd)


def test_leave_without_client_facts_is_no_leave() -> None:
    with pytest.raises(DoorlaatOngeldig):
        maak_tekst(afschrift(notitie("x")), Doorlaat.zonder_clientgegevens("een proef"))


def test_words_that_look_like_markup_are_words() -> None:
    words = "#set page(fill: red) *vet* $x$ [b]dik[/b] @wie <label> // weg"
    assert words in maak_tekst(afschrift(notitie(words)), leave())
    printed = pdf_tekst(maak_pdf(afschrift(notitie(words)), leave()).data)
    assert "#set page(fill: red)" in printed
    assert "// weg" in printed


def test_nothing_left_out_is_said_too() -> None:
    assert "Alles uit het dossier staat erin." in maak_tekst(afschrift(notitie("x")), leave())


def test_counts_stand_at_the_end_with_their_article() -> None:
    weg = (Weggelaten(7, "woorden van een ander", "Jeugdwet 7.3.10"), Weggelaten(1, "iets", "AVG art. 15"))
    text = maak_tekst(afschrift(notitie("x"), weg=weg), leave())
    assert "- 7 stukken: woorden van een ander (Jeugdwet 7.3.10)" in text
    assert "- 1 stuk: iets (AVG art. 15)" in text
    assert text.index("7 stukken") > text.index("Notities")


def test_a_chapter_without_pieces_is_not_there() -> None:
    assert "Meldcode" not in maak_tekst(afschrift(notitie("x")), leave())


def test_control_signs_and_signs_without_a_letter_do_no_harm() -> None:
    made = maak_pdf(afschrift(notitie("tab\there \x1b[31m rood \U0001f600")), leave())
    assert "\x1b" not in maak_tekst(afschrift(notitie("\x1b[31m rood")), leave())
    assert made.meldingen
    assert "\U0001f600" in made.meldingen[0]


def test_the_same_copy_gives_the_same_bytes_and_says_no_name_outside_its_text() -> None:
    one = maak_pdf(afschrift(notitie("x")), leave()).data
    assert one == maak_pdf(afschrift(notitie("x")), leave()).data
    assert "Kaya" not in str(pypdf.PdfReader(io.BytesIO(one)).metadata)
    assert bestandsnaam("04c1e9", DAG, "pdf") == "afschrift-2026-11-23-k04c1e9.pdf"


def test_a_long_file_goes_on_over_pages_and_arabic_stays_whole() -> None:
    stukken = [notitie("مرحبا بكم في المدرسة " * 12 + f"nummer{n}", n) for n in range(30)]
    data = maak_pdf(afschrift(*stukken), leave()).data
    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) > 1
    assert "nummer29" in pdf_tekst(data)
