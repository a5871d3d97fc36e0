"""The plan as a Word file and as a web page: the same words in the same order as on paper."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from html import unescape
from pathlib import Path

import docx
import pypdf
import pytest
from docx.shared import Pt
from docx.styles.style import ParagraphStyle

from kernteam_tui.domain.codes import JaNeeOnbekend, PlanVariant
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.delen.deelvraag import Feit, Geval, Lezer
from kernteam_tui.domain.delen.doorlaat import DoorlaatOngeldig, laat_door
from kernteam_tui.domain.planpapier import VORMEN, Papierwoorden, Planpapier
from kernteam_tui.exchange.planpapier.vormen import EXTENSIES, maak_vorm
from tests.exchange.bladzijde.test_pdfua import keur
from tests.exchange.drukwerk.lezen import alles_wat_er_staat, kaal, mist_voor_schermlezer
from tests.exchange.drukwerk.soorten import mag_op_papier
from tests.exchange.planpapier.bouw import AKKOORD, ARABISCH, maak_plan, vaste_onderdelen
from tests.exchange.word import libreoffice
from tests.ontbreekt import ontbreekt

WOORDEN = (
    Papierwoorden("Fatma", "ar", f"{ARABISCH} 06-12345678"),
    Papierwoorden("Murat", "tr", "Evde çok iyi 😀 你好."),
    Papierwoorden("Lina", "nl", '<b>vet</b> {{ naam }} {% x %} & "aan" #read()'),
)
VOL = replace(
    maak_plan(PlanVariant.GESCHEIDEN_OUDERS, WOORDEN, "Feit: het regende.\nMening van Lina: saai."),
    akkoorden=(AKKOORD,),
    niet_alles=True,
)


def data(plan: Planpapier, vorm: str) -> bytes:
    return maak_vorm(plan, mag_op_papier(), vorm).data


def gelezen(plan: Planpapier, vorm: str) -> str:
    """Everything that a reader finds in this form, without white."""
    made = data(plan, vorm)
    if vorm == "pdf":
        return alles_wat_er_staat(made)
    if vorm == "docx":
        document = docx.Document(io.BytesIO(made))
        texts = "".join(node.text or "" for node in document.element.iter() if node.tag.endswith("}t"))
        return kaal(texts)
    if vorm == "html":
        body = made.decode().partition("<body>")[2]
        return kaal(unescape(re.sub(r"<[^>]*>", "", body)))
    return kaal(made.decode())


def test_every_form_has_an_extension() -> None:
    assert EXTENSIES.keys() == set(VORMEN)


@pytest.mark.parametrize("vorm", VORMEN)
def test_every_section_and_word_is_in_it_in_order(vorm: str) -> None:
    text = gelezen(VOL, vorm)
    koppen = [kaal(f"{o.nr}. {o.titel}") for o in vaste_onderdelen(PlanVariant.GESCHEIDEN_OUDERS)]
    places = [text.index(kop) for kop in koppen]
    assert places == sorted(places)
    assert text.index("Handtekening") > places[-1]
    for said in ("Fatma", "Evdeçokiyi", "Feit:hetregende.", "MeningvanLina:saai.", "Vierdagennaarschool"):
        assert said in text
    assert text.count("Besproken") == 0
    assert "MuratKaya" in text


@pytest.mark.parametrize("vorm", ["docx", "html", "tekst"])
def test_what_looks_like_markup_and_signs_without_a_letter_stay_as_they_are(vorm: str) -> None:
    text = gelezen(VOL, vorm)
    for woorden in WOORDEN[1:]:
        assert kaal(woorden.tekst) in text
    assert "06-12345678" in text


@pytest.mark.parametrize("vorm", VORMEN)
def test_the_same_plan_gives_the_same_bytes(vorm: str) -> None:
    assert data(VOL, vorm) == data(VOL, vorm)


@pytest.mark.parametrize("vorm", VORMEN)
def test_a_plan_in_progress_says_so_in_every_form(vorm: str) -> None:
    assert "CONCEPT" not in gelezen(VOL, vorm)
    assert "CONCEPT" in gelezen(replace(VOL, vastgesteld_op=None), vorm)


@pytest.mark.parametrize("vorm", ["docx", "html", "tekst"])
def test_large_print_says_the_same(vorm: str) -> None:
    assert gelezen(replace(VOL, groot=True), vorm) == gelezen(VOL, vorm)


def test_large_print_is_large_in_each_form() -> None:
    groot = replace(VOL, groot=True)
    assert min(lettergroottes(data(groot, "pdf"))) >= 14
    assert max(lettergroottes(data(VOL, "pdf")), key=lettergroottes(data(VOL, "pdf")).count) < 11
    assert mist_voor_schermlezer(data(groot, "pdf")) == []
    for said in ("Evdeçokiyi", "MeningvanLina:saai.", "Vierdagennaarschool", "Handtekening", "Datum"):
        assert said in gelezen(groot, "pdf")
    normal = docx.Document(io.BytesIO(data(groot, "docx"))).styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    assert normal.font.size == Pt(18)
    assert '<html lang="nl" dir="ltr" class="groot">' in data(groot, "html").decode()
    assert '<html lang="nl" dir="ltr">' in data(VOL, "html").decode()


def lettergroottes(pdf: bytes) -> list[float]:
    """In points, of every piece of text."""
    sizes: list[float] = []

    def bekijk(text: str, _cm: object, tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.append(round(abs(size * tm[3]), 1))

    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(visitor_text=bekijk)
    return sizes


@pytest.mark.parametrize("vorm", ["docx", "html"])
def test_fifty_thousand_words_are_all_there(vorm: str) -> None:
    words = [f"w{n}x" for n in range(50_000)]
    parts = (replace(VOL.onderdelen[0], toelichting=" ".join(words)), *VOL.onderdelen[1:])
    text = gelezen(replace(VOL, onderdelen=parts), vorm)
    assert re.findall(r"w\d+x", text) == words


def test_the_web_page_runs_and_fetches_nothing() -> None:
    page = data(VOL, "html").decode()
    assert "default-src 'none'" in unescape(page)
    assert not re.search(r"<script|<link|<img|<iframe|https?://|url\(|@import|javascript:", page)
    assert '<p lang="ar" dir="rtl">' in page


def test_the_word_file_says_of_itself_what_it_is_and_never_who() -> None:
    with zipfile.ZipFile(io.BytesIO(data(VOL, "docx"))) as packed:
        core = packed.read("docProps/core.xml").decode()
        footer = "".join(packed.read(n).decode() for n in packed.namelist() if "footer" in n)
    assert "Ons gezinsplan" in core
    assert "Fatma" not in core
    assert "versie 3, vastgesteld op 9 november 2026" in re.sub(r"<[^>]*>", "", footer)


@pytest.mark.parametrize("vorm", VORMEN)
def test_no_form_is_made_without_leave_for_a_whole_plan(vorm: str) -> None:
    lezer = Lezer(LezerSoort.OUDER, "moeder", gezag=JaNeeOnbekend.JA)
    geval = Geval(lezer, Uitweg.BLADZIJDE, "kind", Leeftijdsband.VAN_12)
    with pytest.raises(DoorlaatOngeldig):
        maak_vorm(VOL, laat_door([Feit("a", Gegeven.INHOUD)], geval).doorlaat, vorm)


@pytest.mark.lang
def test_the_word_file_opens_in_libreoffice_and_becomes_a_valid_pdf(tmp_path: Path) -> None:
    if not libreoffice.is_er():
        ontbreekt("no LibreOffice (Debian: libreoffice-writer)")
    path = tmp_path / "plan.docx"
    path.write_bytes(data(VOL, "docx"))
    made = libreoffice.zet_om([path], tmp_path)
    assert keur("ua1", *made) == {made[0].name: True}
