"""What a DOCX says, read again with python-docx: every text in reading order, pictures by their words."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

RICHTINGTEKENS = re.compile("[\u200e\u200f\u2066-\u2069]")


@dataclass(frozen=True)
class Stukje:
    """One run of words."""

    tekst: str
    taal: str
    rtl: bool


def open_docx(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def alineas(data: bytes) -> Iterator[Paragraph]:
    """Every paragraph of the body from top to bottom, those of a table row by row."""
    for deel in open_docx(data).iter_inner_content():
        if isinstance(deel, Table):
            yield from (alinea for rij in deel.rows for cel in rij.cells for alinea in cel.paragraphs)
        else:
            yield deel


def regels(data: bytes) -> list[tuple[str, str]]:
    """Style and words of every paragraph with something in it; a picture gives its words."""
    uit = []
    for alinea in alineas(data):
        tekst = zonder_richting(alinea.text + " ".join(beelden(alinea)))
        if tekst.strip():
            uit.append((alinea.style.name if alinea.style and alinea.style.name else "", tekst.strip()))
    return uit


def beelden(alinea: Paragraph) -> list[str]:
    return [str(beeld.get("descr", "")) for beeld in alinea._p.iter(qn("wp:docPr"))]


def stukjes(data: bytes) -> list[Stukje]:
    """Every run of the body with its language and direction."""
    uit = []
    for alinea in alineas(data):
        for loop in alinea.runs:
            lang = loop._r.find(f"{qn('w:rPr')}/{qn('w:lang')}")
            taal = "" if lang is None else str(lang.get(qn("w:val")))
            uit.append(Stukje(loop.text, taal, bool(loop.font.rtl)))
    return uit


def zonder_richting(tekst: str) -> str:
    """Without the marks that only say which way words run."""
    return RICHTINGTEKENS.sub("", tekst)
