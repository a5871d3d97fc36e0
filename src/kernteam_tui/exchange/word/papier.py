"""A Word paper that is written from top to bottom, in reading order."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from kernteam_tui.exchange.drukwerk import Opschrift
from kernteam_tui.exchange.word.alinea import maak_rtl, schrijf, schrijf_veld
from kernteam_tui.exchange.word.inpakken import pak_opnieuw
from kernteam_tui.exchange.word.sjabloon import PUNTEN, leeg_papier
from kernteam_tui.exchange.word.woorden import (
    Stijl,
    Tabelsoort,
    Teken,
    Woorden,
    is_te_zien,
    kant_van,
    regels,
    taalmerk,
)

TEKSTBREEDTE = 174.0
"""Millimetres between the margins of the A4."""
LETTERS_OP_MM = 4.9
"""So many letters times their size in points stand on a millimetre, on the safe side."""
_PNG_BREEDTE = slice(16, 20)
"""Where a PNG says how many dots it is wide."""
_MM_PER_INCH = 25.4
_HANGT = {
    Stijl.NUMMER.value: (19.85, 19.85),
    Stijl.VERVOLG.value: (19.85, 0.0),
    Stijl.PUNT.value: (14.2, 14.2),
}
"""Of lists, as their styles have it in points: where their lines begin, and how far the first hangs out."""
_ERBIJ = 9.0
"""More in a line from right to left: LibreOffice sets a number there just outside of where it hangs."""


class Wordpapier:
    """One paper. Every text is cleaned (`domain.schoontekst`) and set as words only, never as markup.

    A paragraph runs as its first letter does, and as the paper does where it has none; `richting` says
    otherwise.
    """

    def __init__(self, opschrift: Opschrift, punten: float) -> None:
        self._opschrift = opschrift
        self._punten = punten
        self._document: Document = docx.Document(io.BytesIO(leeg_papier(punten)))
        self._nummers: int | None = None
        self._na_tabel = False
        self._cel: _Cell | None = None
        self._beelden = 0
        self._stijlen = {stijl.name: stijl.style_id for stijl in self._document.styles}
        self._beschrijf()
        self._zet_richting_van_papier()

    def kop(self, niveau: int, *stukken: Woorden, richting: str = "") -> None:
        """A heading of level 1 to 3. One in which nothing can be seen is left out."""
        if any(is_te_zien(stuk.tekst) for stuk in stukken):
            self._nieuw(f"Heading {niveau}", stukken, richting)

    def alinea(self, *stukken: Woorden, stijl: Stijl = Stijl.GEWOON, richting: str = "") -> None:
        """One paragraph; a line end within it becomes a space."""
        self._nieuw(stijl, stukken, richting)

    def tekst(self, woorden: Woorden, stijl: Stijl = Stijl.GEWOON) -> None:
        """Somebody's own words: a paragraph for each line with something in it."""
        for regel in _gevuld(woorden):
            self._nieuw(stijl, (regel,), "")

    def gegeven(self, label: Woorden, *waarden: Woorden) -> None:
        """`Voor: mevrouw Kaya`, the value in bold; more values, and a long one, on a line of their own."""
        kant = kant_van((label, *waarden), self._opschrift.richting)
        naast = bool(waarden) and self._past_op_regel(f"{label.tekst}: {waarden[0].tekst}")
        begin = f"{label.tekst}: " if naast else f"{label.tekst}:"
        alinea = self._nieuw(Stijl.GEWOON, (Woorden(begin, label.taal),), kant)
        for nummer, waarde in enumerate(waarden):
            if nummer or not naast:
                alinea.add_run().add_break()
            self._schrijf(alinea, replace(waarde, teken=Teken.VET), kant)

    def opsomming(self, punten: Sequence[Woorden]) -> None:
        """A list of points; those without a word are left out."""
        for punt in punten:
            if is_te_zien(punt.tekst):
                self.alinea(punt, stijl=Stijl.PUNT)

    def begin_nummers(self) -> None:
        """The next paragraph of `Stijl.NUMMER` is number 1."""
        numbering = self._document.part.numbering_part.element
        soort = numbering.xpath('//w:num[@w:numId="2"]/w:abstractNumId/@w:val')[0]
        num = numbering.add_num(int(soort))
        num.add_lvlOverride(ilvl=0).add_startOverride(1)
        self._nummers = int(num.numId)

    def schrijflijnen(self, aantal: int) -> None:
        """Empty lines to write on with a pen; they stay together, and with the paragraph before them."""
        for voor in self._document.paragraphs[-1:]:
            voor.paragraph_format.keep_with_next = True
        for nummer in range(1, aantal + 1):
            alinea = self._nieuw(Stijl.SCHRIJFLIJN, (), "")
            alinea.add_run("\t")
            if nummer == aantal:
                alinea.paragraph_format.keep_with_next = False

    def naast_elkaar(
        self, rijen: Sequence[tuple[Callable[[], None], Callable[[], None]]], verdeling: tuple[float, float]
    ) -> None:
        """Two columns for the looks: what the first of each pair writes, and beside it what the second does.

        It is read row by row, so it may only hold what is understood that way.
        """
        tabel = self._nieuwe_tabel(len(rijen), Tabelsoort.OPEN, verdeling)
        for rij, schrijvers in zip(tabel.rows, rijen, strict=True):
            for cel, schrijver in zip(rij.cells, schrijvers, strict=True):
                self._cel = cel
                schrijver()
        self._cel = None
        self._na_tabel = True

    def tabel(
        self,
        koppen: Sequence[Woorden],
        rijen: Sequence[Sequence[Woorden]],
        verdeling: Sequence[float] = (),
        *,
        soort: Tabelsoort = Tabelsoort.RASTER,
        stijl: Stijl = Stijl.GEWOON,
    ) -> None:
        """A table whose first row is a header on every sheet; a row is never cut in two.

        Every line of a cell is a paragraph in `stijl`. `verdeling` says how the width is shared out over the
        columns; without it evenly.
        """
        tabel = self._nieuwe_tabel(1 + len(rijen), soort, verdeling or [1.0] * len(koppen))
        koprij = [Woorden(kop.tekst, kop.taal, Teken.VET) for kop in koppen]
        for nummer, (rij, cellen) in enumerate(zip(tabel.rows, (koprij, *rijen), strict=True)):
            for self._cel, woorden in zip(rij.cells, cellen, strict=True):
                self.tekst(woorden, stijl if nummer else Stijl.GEWOON)
        tabel.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        self._cel = None
        self._na_tabel = True

    def beeld(self, png: bytes, woorden: str, ppi: float, stijl: Stijl = Stijl.BEELD) -> None:
        """A picture on a line of its own, with what it shows in words for who cannot see it.

        As large as its dots are at `ppi` an inch, and never wider than the paper.
        """
        breedte = min(int.from_bytes(png[_PNG_BREEDTE], "big") / ppi * _MM_PER_INCH, TEKSTBREEDTE)
        alinea = self._nieuw(stijl, (), "")
        vorm = alinea.add_run().add_picture(io.BytesIO(png), width=Mm(breedte))
        for kant in "TBLR":
            vorm._inline.set(f"dist{kant}", "0")  # LibreOffice thinks of 3 mm where nothing is said
        self._beelden += 1
        beschrijving = vorm._inline.docPr
        beschrijving.set("name", f"Afbeelding {self._beelden}")
        beschrijving.set("descr", " ".join(" ".join(regels(woorden)).split()))

    def voet(self, *stukken: Woorden) -> None:
        """Under every sheet: these words, then which sheet it is of how many."""
        alinea = self._document.sections[0].footer.paragraphs[0]
        eigen = self._opschrift
        if eigen.richting == "rtl":
            maak_rtl(alinea)
        for stuk in stukken:
            schrijf(alinea, stuk, eigen.richting)
        schrijf(alinea, Woorden("  ·  ", eigen.taal), eigen.richting)
        voor, _, rest = eigen.bladzijde_van.partition("{nummer}")
        midden, _, na = rest.partition("{totaal}")
        for vast, veld in ((voor, "PAGE"), (midden, "NUMPAGES"), (na, "")):
            schrijf(alinea, Woorden(vast, eigen.taal), eigen.richting)
            if veld:
                schrijf_veld(alinea, veld, eigen.taal)

    def maak(self) -> bytes:
        """The file. The same paper gives the same bytes."""
        uit = io.BytesIO()
        self._document.save(uit)
        return pak_opnieuw(uit.getvalue(), self._opschrift.dag)

    def _nieuw(self, stijl: str, stukken: tuple[Woorden, ...], richting: str) -> Paragraph:
        kant = richting or kant_van(stukken, self._opschrift.richting)
        alinea = self._lege_alinea()
        self._na_tabel = False
        self._vul(alinea, stukken, kant, stijl)
        if kant == "rtl" and stijl in _HANGT:
            self._schuif_in(alinea, stijl)
        if stijl == Stijl.NUMMER and self._nummers is not None:
            alinea._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = self._nummers
        return alinea

    def _schuif_in(self, alinea: Paragraph, stijl: str) -> None:
        maat = self._punten / PUNTEN
        begin, hangt = _HANGT[stijl]
        alinea.paragraph_format.left_indent = Pt((begin + _ERBIJ) * maat)
        if hangt:
            alinea.paragraph_format.first_line_indent = Pt(-hangt * maat)

    def _past_op_regel(self, tekst: str) -> bool:
        breedte = TEKSTBREEDTE if self._cel is None else self._cel.width.mm
        return len(tekst) * self._punten <= breedte * LETTERS_OP_MM

    def _lege_alinea(self) -> Paragraph:
        """The next one; a cell has one from the start."""
        if self._cel is None:
            return self._document.add_paragraph()
        eerste: Paragraph = self._cel.paragraphs[0]
        return self._cel.add_paragraph() if len(eerste._p) else eerste

    def _nieuwe_tabel(self, rijen: int, soort: Tabelsoort, verdeling: Sequence[float]) -> Table:
        """With fixed widths in every cell, and rows that are never cut in two."""
        if self._na_tabel:
            self._nieuw("Tussen tabellen", (), "")  # without anything between them Word makes one of two
        tabel: Table = self._document.add_table(rows=rijen, cols=len(verdeling), style=soort)
        tabel.autofit = False
        if self._opschrift.richting == "rtl":
            tabel._tblPr.get_or_add_bidiVisual()
        breedtes = [Mm(TEKSTBREEDTE * deel / sum(verdeling)) for deel in verdeling]
        for kolom, breedte in zip(tabel.columns, breedtes, strict=True):
            kolom.width = breedte
        for rij in tabel.rows:
            rij._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for cel, breedte in zip(rij.cells, breedtes, strict=True):
                cel.width = breedte
        return tabel

    def _vul(self, alinea: Paragraph, stukken: Sequence[Woorden], kant: str, stijl: str) -> None:
        alinea._p.style = self._stijlen[stijl]
        if kant == "rtl":
            maak_rtl(alinea)
        tab_na = {Stijl.AFSPRAAK.value: 0, Stijl.TWEE_KANTEN.value: len(stukken) - 2}.get(stijl)
        for nummer, stuk in enumerate(stukken):
            self._schrijf(alinea, stuk, kant)
            if nummer == tab_na:
                alinea.add_run("\t")

    def _schrijf(self, alinea: Paragraph, woorden: Woorden, kant: str) -> None:
        schrijf(alinea, woorden, kant, self._stijlen[woorden.teken] if woorden.teken else None)

    def _zet_richting_van_papier(self) -> None:
        merk = taalmerk(self._opschrift.taal)
        taal = self._document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
        taal.set(qn("w:val"), merk)
        taal.set(qn("w:eastAsia"), merk)
        if self._opschrift.richting == "rtl":
            self._document.sections[0]._sectPr.append(OxmlElement("w:bidi"))

    def _beschrijf(self) -> None:
        """What the file says of itself: no name of anybody, and the day of the paper for every date."""
        eigen, kern = self._opschrift, self._document.core_properties
        dag = datetime(eigen.dag.year, eigen.dag.month, eigen.dag.day)  # noqa: DTZ001 the file has no zone
        kern.title, kern.author, kern.language = eigen.titel, eigen.van_wie, taalmerk(eigen.taal)
        kern.last_modified_by = ""
        kern.created = kern.modified = dag
        kern.revision = 1


def _gevuld(woorden: Woorden) -> list[Woorden]:
    """The lines with something in them."""
    kaal = (regel.strip() for regel in regels(woorden.tekst))
    return [Woorden(regel, woorden.taal, woorden.teken) for regel in kaal if regel]
