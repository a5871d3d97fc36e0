"""The DOCX in a second program: LibreOffice makes a PDF/UA of it that veraPDF finds no fault in."""

from __future__ import annotations

import io
import re
from itertools import product
from pathlib import Path

import pypdf
import pytest

from kernteam_tui.domain.bladzijde import TALEN, Bladsoort
from kernteam_tui.exchange.bladzijde.docx import maak_docx
from kernteam_tui.exchange.bladzijde.opbouw import bouw_op
from tests.exchange.bladzijde.paginas import maak_langste, maak_pagina
from tests.exchange.bladzijde.test_pdfua import keur
from tests.exchange.word import libreoffice
from tests.exchange.word.lezer import open_docx, zonder_richting
from tests.greep import DIEP, beurten
from tests.ontbreekt import ontbreekt

GROOT = TALEN if DIEP else ("nl", "ar", "en", "ti")
"""Languages whose large print is converted for the reader who has most on it: those that take most room."""

VOL = {(taal, Bladsoort.JONGERE) for taal in ("ar", "en", "pl", "ti", "uk")}
"""Readers and languages whose ordinary page comes nearest to the foot of its sheet."""


def zonder_alt(data: bytes) -> bytes:
    """The control: the same file, and no picture says what it shows."""
    document = open_docx(data)
    for vorm in document.inline_shapes:
        del vorm._inline.docPr.attrib["descr"]
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def alle_docx() -> dict[str, bytes]:
    """Every language and every reader with Dutch headings, the longest, and large print.

    For the family in each language, for the other readers in each in turn, and where it is fullest; in the
    proofs in each too.
    """
    gekozen = {(taal, Bladsoort.GEZIN) for taal in TALEN} | set(beurten(TALEN, Bladsoort)) | VOL
    bladen = {
        f"{taal}-{soort.value}": maak_pagina(taal, soort, "tweetalig")
        for taal, soort in product(TALEN, Bladsoort)
        if (taal, soort) in gekozen
    }
    bladen |= {f"{taal}-langste": maak_langste(taal) for taal in ("nl", "ar", "ti")}
    bladen |= {f"{taal}-groot": maak_pagina(taal, Bladsoort.JONGERE, "groot") for taal in GROOT}
    return {naam: maak_docx(blad).data for naam, blad in bladen.items()}


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every DOCX and the control as a PDF, by name."""
    if not libreoffice.is_er():
        ontbreekt(f"no soffice ({libreoffice.PAKKETTEN})")
    map_ = tmp_path_factory.mktemp("docx")
    inhoud = alle_docx()
    inhoud["controle"] = zonder_alt(inhoud["nl-gezin"])
    for naam, data in inhoud.items():
        (map_ / f"{naam}.docx").write_bytes(data)
    paden = libreoffice.zet_om([map_ / f"{naam}.docx" for naam in inhoud], map_ / "pdf")
    return {pad.stem: pad for pad in paden}


@pytest.mark.lang
def test_every_docx_becomes_a_valid_pdf_ua_and_the_one_without_alt_texts_does_not(
    pdf: dict[str, Path],
) -> None:
    gekeurd = keur("ua1", *pdf.values())
    assert len(gekeurd) == (3 * len(TALEN) if DIEP else 15) + 3 + len(GROOT) + 1
    assert [naam for naam, goed in gekeurd.items() if not goed] == ["controle.pdf"]


@pytest.mark.lang
def test_languages_are_still_there_in_the_pdf(pdf: dict[str, Path]) -> None:
    """A screen reader speaks each part with the voice of its own language."""
    for taal, merk in (
        ("tr", b"tr-TR"),
        ("ar", b"ar-SA"),
        ("ti", b"ti-ER"),
        ("uk", b"uk-UA"),
        ("pl", b"pl-PL"),
    ):
        data = pdf[f"{taal}-gezin"].read_bytes()
        assert {merk, b"nl-NL"} <= set(re.findall(rb"/Lang ?\(([a-z]{2}-[A-Z]{2})\)", data))


@pytest.mark.lang
def test_headings_are_found_again_in_reading_order(pdf: dict[str, Path]) -> None:
    """In the languages whose letters a PDF gives back in their order."""
    for taal in ("nl", "tr", "en", "pl", "uk"):
        tekst = "\n".join(blad.extract_text() for blad in pypdf.PdfReader(pdf[f"{taal}-gezin"]).pages)
        koppen = [
            kop
            for sleutel, kop in bouw_op(maak_pagina(taal)).koppen.items()
            if sleutel not in ("voor", "versie")
        ]
        volgorde = [zonder_richting(tekst).find(kop) for kop in koppen]
        assert -1 not in volgorde
        assert volgorde == sorted(volgorde)


@pytest.mark.lang
def test_an_ordinary_page_fits_on_one_sheet_and_large_print_on_two(pdf: dict[str, Path]) -> None:
    """Arabic, and the fullest page in Tigrinya, take more room where a computer has other letters for them:
    they get a second sheet then."""
    bladen = {naam: len(pypdf.PdfReader(pad).pages) for naam, pad in pdf.items()}
    gewoon = {f"{taal}-{soort.value}" for taal, soort in product(TALEN, Bladsoort)} & bladen.keys()
    ruimer = {naam for naam in gewoon if naam.startswith("ar") or naam == "ti-jongere"}
    assert {f"{taal}-{soort.value}" for taal, soort in VOL} < gewoon
    assert {naam for naam in gewoon if bladen[naam] > (2 if naam in ruimer else 1)} == set()
    assert [bladen[f"{taal}-groot"] for taal in GROOT] == [2] * len(GROOT)
