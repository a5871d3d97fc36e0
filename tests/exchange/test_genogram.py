"""The genogram on paper: one A4 on its side, for everybody to read, with nothing through anybody."""

from __future__ import annotations

import io
import math
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from kernteam_tui.domain.genogram.omschrijving import beschrijf
from kernteam_tui.domain.genogram.stamboom import Kindschap, Lid, Stamboom
from kernteam_tui.domain.genogram.tekenaar import maak_tekening
from kernteam_tui.domain.gezinscodes import Geslacht, RelatieKwaliteit
from kernteam_tui.exchange.drukwerk import PdfMislukt, zetsel
from kernteam_tui.exchange.genogram import maak_genogram
from kernteam_tui.exchange.genogram import pdf as drukkerij
from kernteam_tui.exchange.genogram.banden import Vlak, slinger, trek_boog
from kernteam_tui.exchange.genogram.opbouw import bouw_op
from tests.exchange.bladzijde.test_pdfua import keur
from tests.unit.genogram.gezinnen import Gezin, alle_gezinnen, gezin

DAG = date(2026, 11, 22)
GEZINNEN = alle_gezinnen()
VIJANDIG = '#read("/etc/passwd") $x$ [/]'


@pytest.fixture(params=GEZINNEN, ids=lambda deel: deel.naam)
def deel(request: pytest.FixtureRequest) -> Gezin:
    uit: Gezin = request.param
    return uit


def lees(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def alt_teksten(data: bytes) -> list[str]:
    """Every alternative text in the structure tree."""
    uit: list[str] = []

    def loop(knoop: Any) -> None:
        knoop = knoop.get_object()
        if isinstance(knoop, list):
            for kind in knoop:
                loop(kind)
        elif isinstance(knoop, dict):
            if "/Alt" in knoop:
                uit.append(str(knoop["/Alt"]))
            if "/K" in knoop:
                loop(knoop["/K"])

    wortel: Any = lees(data).trailer["/Root"]
    loop(wortel["/StructTreeRoot"])
    return uit


def test_every_family_is_one_a4_on_its_side_with_all_names(deel: Gezin) -> None:
    druk = maak_genogram(deel.stamboom, "Genogram", DAG)
    (blad,) = lees(druk.data).pages
    assert (round(float(blad.mediabox.width)), round(float(blad.mediabox.height))) == (842, 595)
    tekst = blad.extract_text()
    for figuur in maak_tekening(deel.stamboom, drukkerij.NAAM_BREED).figuren.values():
        assert figuur.etiket.naam in tekst
    assert druk.meldingen == ()


def test_the_whole_family_is_said_to_who_cannot_see_the_drawing(deel: Gezin) -> None:
    alt = alt_teksten(maak_genogram(deel.stamboom, "Genogram", DAG).data)
    assert " ".join(beschrijf(deel.stamboom)) in alt


def test_the_drawing_fits_the_paper(deel: Gezin) -> None:
    opbouw = bouw_op(maak_tekening(deel.stamboom, drukkerij.NAAM_BREED), drukkerij.VLAK)
    assert opbouw.breedte * opbouw.schaal <= drukkerij.VLAK[0] + 0.01
    assert opbouw.hoogte * opbouw.schaal <= drukkerij.VLAK[1] + 0.01
    for vorm in opbouw.vormen:
        for x, y in vorm.get("punten", ()):
            assert -1 <= x <= opbouw.breedte + 1
            assert -1 <= y <= opbouw.hoogte + 1
    assert opbouw.schaal >= 0.6, "letters of 9 points may not become unreadable"


def test_how_it_is_between_people_is_drawn_around_everybody_else(deel: Gezin) -> None:
    opbouw = bouw_op(maak_tekening(deel.stamboom, drukkerij.NAAM_BREED), drukkerij.VLAK)
    assert [(boog.a_id, boog.b_id, boog.kwaliteit) for boog in opbouw.bogen] == [
        (band.a_id, band.b_id, band.kwaliteit) for band in deel.stamboom.banden
    ]
    assert all(boog.vrij for boog in opbouw.bogen)


def test_a_curve_that_cannot_pass_says_so() -> None:
    """Control: behind a wall on all sides there is no free way; beside one person there is."""
    a, b = ("a", (0.0, 0.0)), ("b", (60.0, 0.0))
    tussen = Vlak("c", 26.0, -4.0, 34.0, 4.0)
    boog = trek_boog(a, b, RelatieKwaliteit.GOED, 5.0, [tussen])
    assert boog.vrij
    assert not any(tussen.raakt(x, y) for x, y in boog.punten)
    muur = Vlak("c", 26.0, -500.0, 34.0, 500.0)
    assert not trek_boog(a, b, RelatieKwaliteit.GOED, 5.0, [muur]).vrij


def test_a_zigzag_begins_and_ends_where_the_curve_does() -> None:
    recht = [(float(x), 0.0) for x in range(23)]
    golf = slinger(recht, 0.8, 1.3)
    assert golf[0] == pytest.approx((0.0, 0.0))
    assert golf[-1] == pytest.approx((22.0, 0.0))
    assert max(abs(y) for _, y in golf) == pytest.approx(0.8)
    assert max(math.dist(p, q) for p, q in pairwise(golf)) < 2.5


def test_the_same_facts_give_the_same_bytes() -> None:
    stamboom = gezin("vijfentwintig mensen")
    assert maak_genogram(stamboom, "Genogram", DAG).data == maak_genogram(stamboom, "Genogram", DAG).data


def test_names_of_a_family_are_never_read_as_markup() -> None:
    stamboom = Stamboom((Lid("a", VIJANDIG), Lid("b", "ليلى", Geslacht.VROUW)), (Kindschap("b", "a"),))
    druk = maak_genogram(stamboom, VIJANDIG, DAG, naam_breed=40)
    tekst = lees(druk.data).pages[0].extract_text()
    assert tekst.replace(" ", "").count(VIJANDIG.replace(" ", "")) == 2
    assert druk.meldingen == ()


def test_signs_that_cannot_be_printed_become_a_box_and_are_reported() -> None:
    druk = maak_genogram(Stamboom((Lid("a", "Li 李"),)), "Genogram", DAG)
    assert "Li □" in lees(druk.data).pages[0].extract_text()
    assert druk.meldingen == ("1 teken kan niet op papier: 李 Daar staat nu □.",)


def test_a_fault_of_the_printer_says_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zetsel, "lees_dekking", lambda: {*map(ord, "Li 李 -0123456789"), *range(97, 123)})
    with pytest.raises(PdfMislukt) as fout:
        maak_genogram(Stamboom((Lid("a", "Li"),)), "Li 李", DAG)
    assert "李" not in f"{fout.value} {fout.value.zin}"


def test_an_empty_family_is_an_empty_page() -> None:
    assert len(lees(maak_genogram(Stamboom(()), "Genogram", DAG).data).pages) == 1


def test_a_drawing_of_more_people_than_thirty_still_fits() -> None:
    basis = gezin("vijfentwintig mensen")
    erbij = tuple(Lid(f"e{nummer}", f"Erbij{nummer}", Geslacht.MAN, 2015, 11) for nummer in range(12))
    groot = replace(
        basis,
        leden=(*basis.leden, *erbij),
        kindschappen=(*basis.kindschappen, *(Kindschap(lid.id, "a4") for lid in erbij)),
    )
    assert len(lees(maak_genogram(groot, "Genogram", DAG).data).pages) == 1


@pytest.mark.lang
@pytest.mark.parametrize("norm", ["ua1", "2a"])
def test_the_drawing_complies_with_pdf_ua_and_pdf_a(norm: str, tmp_path: Path) -> None:
    namen = ("zes mensen, twee huizen", "vijfentwintig mensen", "oma is pleegouder en voogd")
    paden = []
    for nummer, naam in enumerate(namen):
        paden.append(tmp_path / f"{nummer}.pdf")
        paden[-1].write_bytes(maak_genogram(gezin(naam), "Genogram", DAG).data)
    assert keur(norm, *paden) == {"0.pdf": True, "1.pdf": True, "2.pdf": True}
