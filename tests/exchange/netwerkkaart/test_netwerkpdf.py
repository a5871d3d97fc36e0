"""The netwerkkaart on paper: one A4, tagged, in words too, and the same bytes for the same facts."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest
import typst

from kernteam_tui.domain.gezinscodes import Netwerkgroep
from kernteam_tui.domain.netwerkkaart.kaart import Kaart
from kernteam_tui.exchange.netwerkkaart.opbouw import bouw_op
from kernteam_tui.exchange.netwerkkaart.pdf import maak_netwerkpdf
from tests.exchange.bladzijde.test_pdf import VIJANDIG, alle_tekst, elementen, lees, zonder_wit
from tests.exchange.bladzijde.test_pdfua import keur
from tests.unit.netwerkkaart.mensen import kaart, mens, volle_kaart

DAG = date(2026, 11, 23)


def test_a_full_map_fits_on_one_a4_with_everybody_twice() -> None:
    druk = maak_netwerkpdf(volle_kaart(), DAG)
    assert druk.meldingen == ()
    bladen = lees(druk.data).pages
    assert len(bladen) == 1
    assert (round(float(bladen[0].mediabox.width)), round(float(bladen[0].mediabox.height))) == (595, 842)
    tekst = zonder_wit(alle_tekst(druk.data))
    for wie in volle_kaart().mensen:
        assert tekst.count(zonder_wit(wie.naam)) >= 2, f"{wie.naam}: in the drawing and in the list"
    assert "23-11-2026" in alle_tekst(druk.data)


def test_the_drawing_is_one_figure_that_says_in_words_what_it_shows() -> None:
    figuren = [
        element
        for soort, element in elementen(maak_netwerkpdf(volle_kaart(), DAG).data)
        if soort == "/Figure"
    ]
    assert len(figuren) == 1
    woorden = str(figuren[0]["/Alt"])
    assert "Oma Ans: geeft steun; praktische hulp, gezelschap, een luisterend oor; dichtbij" in woorden
    koppen = [
        soort for soort, _ in elementen(maak_netwerkpdf(volle_kaart(), DAG).data) if soort in ("/H1", "/H2")
    ]
    assert koppen == ["/H1", *["/H2"] * 7]


def test_the_same_map_gives_the_same_bytes() -> None:
    eerste = maak_netwerkpdf(volle_kaart(), DAG).data
    assert maak_netwerkpdf(volle_kaart(), DAG).data == eerste
    assert maak_netwerkpdf(volle_kaart(), date(2026, 11, 24)).data != eerste


def test_a_name_is_never_read_as_markup_and_unknown_signs_become_a_box() -> None:
    vijanden = [mens(naam, groep) for naam, groep in zip(VIJANDIG, Netwerkgroep, strict=True)]
    druk = maak_netwerkpdf(kaart([*vijanden, mens("日本 ሰላም يسرى", Netwerkgroep.BUREN)], VIJANDIG[0]), DAG)
    tekst = zonder_wit(alle_tekst(druk.data))
    for naam in VIJANDIG:
        assert zonder_wit(naam)[:8] in tekst
    assert druk.meldingen
    assert "日" in druk.meldingen[0]


def test_a_number_stands_there_only_when_the_map_has_one() -> None:
    arts = mens("M. Bakker", Netwerkgroep.PROFESSIONALS)
    zonder = alle_tekst(maak_netwerkpdf(kaart([arts]), DAG).data)
    met = alle_tekst(maak_netwerkpdf(kaart([replace(arts, telefoon="030-0000055")]), DAG).data)
    assert "030-0000055" not in zonder
    assert "030-0000055" in met


def test_nothing_of_the_machine_and_no_name_stands_in_what_the_file_says_of_itself() -> None:
    eigenschappen: Any = pypdf.PdfReader(io.BytesIO(maak_netwerkpdf(volle_kaart(), DAG).data)).metadata
    assert eigenschappen["/Author"] == "gezinswerker"
    assert eigenschappen["/Title"] == "Netwerkkaart"
    assert not any("Noor" in str(waarde) for waarde in eigenschappen.values())
    assert str(eigenschappen["/CreationDate"]).startswith("D:2026")


def test_places_are_within_the_drawing() -> None:
    opbouw = bouw_op(volle_kaart())
    for wie in opbouw["mensen"]:
        assert 0 <= wie["x"] <= wie["x"] + wie["b"] <= opbouw["maat"]
        assert 0 <= wie["y"] <= wie["y"] + wie["h"] <= opbouw["maat"]


@pytest.mark.lang
@pytest.mark.parametrize("norm", ["ua1", "2a"])
def test_every_map_complies_and_the_untagged_control_does_not(norm: str, tmp_path: Path) -> None:
    kaarten: dict[str, Kaart] = {
        "vol": volle_kaart(),
        "leeg": kaart([]),
        "talen": kaart([mens("يسرى", Netwerkgroep.GEZIN), mens("ሰላም", Netwerkgroep.BUREN)]),
    }
    paden = [tmp_path / f"{naam}.pdf" for naam in kaarten]
    for pad, getekend in zip(paden, kaarten.values(), strict=True):
        pad.write_bytes(maak_netwerkpdf(getekend, DAG).data)
    controle = tmp_path / "controle.pdf"
    zonder = typst.compile(b"= Kop\nZonder etiketten.", format="pdf", pdf_tags=False)
    assert isinstance(zonder, bytes)
    controle.write_bytes(zonder)
    verwacht = {"vol.pdf": True, "leeg.pdf": True, "talen.pdf": True, "controle.pdf": False}
    assert keur(norm, *paden, controle) == verwacht
