"""What every Word paper shares: real styles, languages, tables, pictures, and the same file each time."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from kernteam_tui.exchange.word import (
    GROOT,
    Opschrift,
    Stijl,
    Tabelsoort,
    Teken,
    Woorden,
    nieuw_papier,
)
from kernteam_tui.exchange.word.papier import Wordpapier
from tests.exchange.word.lezer import alineas, open_docx, regels, stukjes

DAG = date(2026, 11, 23)
OPSCHRIFT = Opschrift("Proef", "de gezinswerker", DAG)
ARABISCH = Opschrift("تجربة", "x", DAG, "ar", "rtl", "صفحة {nummer} من {totaal}")


def png(breed: int) -> bytes:
    """A white picture, one dot high."""

    def deel(soort: bytes, inhoud: bytes) -> bytes:
        rest = soort + inhoud
        return struct.pack(">I", len(inhoud)) + rest + struct.pack(">I", zlib.crc32(rest))

    kop = struct.pack(">IIBBBBB", breed, 1, 8, 0, 0, 0, 0)
    dots = zlib.compress(b"\0" + b"\xff" * breed)
    return b"\x89PNG\r\n\x1a\n" + deel(b"IHDR", kop) + deel(b"IDAT", dots) + deel(b"IEND", b"")


VOLGORDE_ALINEA = [
    "pStyle",
    "keepNext",
    "keepLines",
    "numPr",
    "shd",
    "tabs",
    "bidi",
    "spacing",
    "ind",
    "jc",
    "outlineLvl",
    "rPr",
]
VOLGORDE_LOOP = ["rStyle", "rFonts", "b", "bCs", "color", "sz", "szCs", "rtl", "lang"]


def alles(opschrift: Opschrift = OPSCHRIFT) -> Wordpapier:
    """A paper with one of everything."""
    papier = nieuw_papier(opschrift)
    papier.kop(1, Woorden("Proef"))
    papier.kop(2, Woorden("Neden", "tr"), Woorden(" / Waarom", "nl", Teken.NIET_VET))
    for stijl in Stijl:
        papier.alinea(Woorden("links", "nl", Teken.VET), Woorden(" اتصل 06-1", "ar"), stijl=stijl)
    papier.gegeven(Woorden("Voor"), Woorden("mevrouw Kaya"))
    papier.opsomming([Woorden("een"), Woorden(" "), Woorden("twee")])
    papier.tabel([Woorden("wie"), Woorden("wat")], [[Woorden("Oma"), Woorden("belt\nen komt")]], (1, 2))
    papier.tabel([Woorden("a")], [[Woorden("b")]], soort=Tabelsoort.OPEN, stijl=Stijl.PUNT)
    papier.beeld(png(2), "Een\x00 beeld.", 200)
    papier.schrijflijnen(2)
    papier.voet(Woorden("versie 3"))
    return papier


def test_headings_lists_and_tables_are_real() -> None:
    stijlen = [stijl for stijl, _ in regels(alles().maak())]
    assert stijlen[:2] == ["Heading 1", "Heading 2"]
    assert {"List Bullet", "List Number", "Citaat", "Kader", "Afspraak"} <= set(stijlen)
    tabel = open_docx(alles().maak()).tables[0]
    assert tabel.style
    assert tabel.style.name == "Table Grid"
    assert [len(rij._tr.xpath("./w:trPr/w:tblHeader")) for rij in tabel.rows] == [1, 0]
    assert all(rij._tr.xpath("./w:trPr/w:cantSplit") for rij in tabel.rows)
    assert [cel.text for rij in tabel.rows for cel in rij.cells] == ["wie", "wat", "Oma", "belt\nen komt"]
    breedtes = [cel.width for rij in tabel.rows for cel in rij.cells]
    assert breedtes[:2] == breedtes[2:]
    assert sum(int(breedte or 0) for breedte in breedtes[:2]) == pytest.approx(Mm(174), rel=0.01)


def test_two_tables_behind_each_other_do_not_become_one() -> None:
    delen = [type(deel).__name__ for deel in open_docx(alles().maak()).iter_inner_content()]
    plekken = [nummer for nummer, soort in enumerate(delen) if soort == "Table"]
    assert plekken[1] - plekken[0] == 2


def test_each_list_begins_at_one_again() -> None:
    papier = nieuw_papier(OPSCHRIFT)
    for _ in range(2):
        papier.begin_nummers()
        papier.alinea(Woorden("doel"), stijl=Stijl.NUMMER)
    nummers = [alinea._p.xpath("./w:pPr/w:numPr/w:numId/@w:val")[0] for alinea in alineas(papier.maak())]
    assert len(set(nummers)) == 2


def test_every_run_has_its_language_and_an_arabic_one_its_direction() -> None:
    gevonden = {(stukje.taal, stukje.rtl) for stukje in stukjes(alles().maak()) if stukje.tekst.strip()}
    assert gevonden == {("nl-NL", False), ("tr-TR", False), ("ar-SA", True), ("ar-SA", False)}


def test_a_right_to_left_paper_runs_that_way_everywhere() -> None:
    document = open_docx(alles(ARABISCH).maak())
    assert document.sections[0]._sectPr.find(qn("w:bidi")) is not None
    assert all(tabel._tblPr.find(qn("w:bidiVisual")) is not None for tabel in document.tables)
    voet = document.sections[0].footer.paragraphs[0]
    assert voet._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    leeg = [alinea for alinea in document.paragraphs if alinea.style and alinea.style.name == "Schrijflijn"]
    assert all(alinea._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for alinea in leeg[1:])


@pytest.mark.parametrize("opschrift", [OPSCHRIFT, ARABISCH], ids=["nl", "ar"])
def test_the_parts_of_a_paragraph_stand_in_the_order_that_word_asks(opschrift: Opschrift) -> None:
    """ECMA-376 part 1, 17.3.1.26 and 17.3.2.28: Word refuses a file with another order."""
    document = open_docx(alles(opschrift).maak())
    for onderdeel in (document.element, document.styles.element, document.sections[0].footer._element):
        for soort, volgorde in (("pPr", VOLGORDE_ALINEA), ("rPr", VOLGORDE_LOOP)):
            for eigenschappen in onderdeel.iter(qn(f"w:{soort}")):
                namen = [kind.tag.partition("}")[2] for kind in eigenschappen]
                assert namen == sorted(namen, key=volgorde.index)


def test_a_picture_says_what_it_shows_and_is_never_wider_than_the_paper() -> None:
    papier = nieuw_papier(OPSCHRIFT)
    papier.beeld(png(2), "Een\x00 beeld\nin twee regels.", 200)
    papier.beeld(png(2), "Te breed.", 0.1)
    klein, breed = open_docx(papier.maak()).inline_shapes
    assert [vorm._inline.docPr.get("descr") for vorm in (klein, breed)] == [
        "Een beeld in twee regels.",
        "Te breed.",
    ]
    assert klein.width == pytest.approx(Mm(0.254), abs=1)
    assert breed.width == Mm(174)


def test_the_foot_counts_the_sheets_by_itself() -> None:
    voet = open_docx(alles().maak()).sections[0].footer.paragraphs[0]
    velden = [veld.get(qn("w:instr")) for veld in voet._p.iter(qn("w:fldSimple"))]
    assert velden == ["PAGE", "NUMPAGES"]
    assert "".join(tekst.text or "" for tekst in voet._p.iter(qn("w:t"))) == "versie 3  ·  bladzijde 1 van 1"


def test_the_file_names_a_role_and_the_day_of_the_paper_and_nothing_else() -> None:
    kern = open_docx(alles().maak()).core_properties
    assert (kern.title, kern.author, kern.language) == ("Proef", "de gezinswerker", "nl-NL")
    assert kern.comments == kern.last_modified_by == kern.keywords == kern.subject == kern.category == ""
    assert {kern.created.date(), kern.modified.date()} == {date(2026, 11, 23)}
    assert kern.created.time() == kern.modified.time() == time()
    with zipfile.ZipFile(io.BytesIO(alles().maak())) as pak:
        assert {deel.date_time[:3] for deel in pak.infolist()} == {(2026, 11, 23)}
        assert not [naam for naam in pak.namelist() if "thumbnail" in naam or "app.xml" in naam]
        assert b"theme" not in pak.read("word/styles.xml").lower()
        assert b"removePersonalInformation" in pak.read("word/settings.xml")


def test_the_sheet_is_an_a4_and_large_letters_are_large() -> None:
    sectie = open_docx(alles().maak()).sections[0]
    assert [round(int(maat or 0) / Mm(1)) for maat in (sectie.page_width, sectie.page_height)] == [210, 297]
    stijlen = open_docx(nieuw_papier(OPSCHRIFT, GROOT).maak()).styles
    gewoon = stijlen.element.find(f".//{qn('w:rPrDefault')}//{qn('w:sz')}")
    assert gewoon.get(qn("w:val")) == "36"
    assert stijlen["Heading 1"].font.size > Pt(GROOT)


@pytest.mark.parametrize("onzichtbaar", ["", "  ", "\u200d\u2069", "\x00"])
def test_a_heading_without_words_is_left_out(onzichtbaar: str) -> None:
    papier = nieuw_papier(OPSCHRIFT)
    papier.kop(2, Woorden(onzichtbaar))
    assert regels(papier.maak()) == []


def test_the_same_paper_is_the_same_file() -> None:
    assert alles().maak() == alles().maak()
    assert alles().maak() != alles(ARABISCH).maak()


PROEF = """
import sys
from datetime import date
geladen = lambda: {"docx", "lxml"} & {naam.partition(".")[0] for naam in sys.modules}
import kernteam_tui.exchange.word
import kernteam_tui.exchange.bladzijde.docx
assert not geladen(), geladen()

def kijk(gebeurtenis, args):
    if gebeurtenis.startswith("socket.") or gebeurtenis == "subprocess.Popen":
        raise OSError(gebeurtenis)
    if gebeurtenis == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+"):
        raise OSError(f"schrijft {args[0]}")
    if gebeurtenis in ("os.mkdir", "os.rename", "tempfile.mkstemp", "tempfile.mkdtemp"):
        raise OSError(gebeurtenis)

sys.dont_write_bytecode = True
sys.addaudithook(kijk)
WERK
print(sorted(geladen()))
"""
MAAK = """
from kernteam_tui.domain.bladzijde import Bereikbaarheid, Bladzijde, BladzijdeDoel, Kringlid
from kernteam_tui.exchange.bladzijde.docx import maak_docx
bladzijde = Bladzijde(
    voor="x", datum=date(2026, 11, 23), plan_versie=1, bellen=Bereikbaarheid("Fatma"),
    doelen=(BladzijdeDoel("naar school", "", 3, 8),), kring=(Kringlid("Oma"),),
)
assert maak_docx(bladzijde).data[:2] == b"PK"
"""


def draai(werk: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROEF.replace("WERK", werk)], capture_output=True, text=True, check=False
    )


def test_python_docx_is_loaded_when_a_docx_is_made_and_nothing_is_written_or_fetched() -> None:
    uitkomst = draai(MAAK)
    assert uitkomst.stderr == ""
    assert uitkomst.stdout.strip() == "['docx', 'lxml']"


@pytest.mark.parametrize("werk", ["open('/dev/null', 'w')", "import socket; socket.socket()"])
def test_the_watch_sees_a_file_and_a_socket(werk: str) -> None:
    """Control."""
    assert "OSError" in draai(werk).stderr


def _onbekend(papier: Wordpapier) -> Any:
    return papier.alinea(Woorden("x"), stijl="Bestaat niet")  # type: ignore[arg-type]  # what a slip would pass


@pytest.mark.parametrize("fout", [_onbekend])
def test_a_style_that_is_not_there_is_a_fault_at_once(fout: Callable[[Wordpapier], Any]) -> None:
    with pytest.raises(KeyError):
        fout(nieuw_papier(OPSCHRIFT))


def test_every_looks_that_can_be_asked_for_is_in_the_file() -> None:
    namen = {stijl.name for stijl in open_docx(alles().maak()).styles}
    assert {*map(str, Stijl), *map(str, Tabelsoort), *(str(teken) for teken in Teken if teken)} <= namen
