"""A copy speaks to a jongere with `je`, and to a parent with `u`."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdf
import pytest

from kernteam_tui.domain.afschrift.stukken import Aanspreekvorm
from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.exchange.afschrift.opbouw import lees_zinnen
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.afschrift import bereid_afschrift_voor, maak_afschrift
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.verzoeken import VerzoekGegevens, noteer_verzoek
from tests.services.conftest import AANMELDING
from tests.services.inzage.conftest import MAANDAG, Thuis

U = re.compile(r"\b(u|uw|uzelf)\b", re.IGNORECASE)
JE = re.compile(r"\b(je|jij|jou|jouw|jezelf)\b", re.IGNORECASE)


def vaste_zinnen(tekst: str) -> str:
    """The end of the copy, which is ours: what was said in the family is not spoken to anybody."""
    return tekst[tekst.index("Wat er niet in staat") :]


@pytest.mark.parametrize("geboren", ["2012-05-04", "2009-05-04", "2008-01-04"], ids=["14", "17", "18"])
def test_a_jongere_is_spoken_to_with_je(sessie: Sessie, school: SchoolBeeld, geboren: str) -> None:
    assert school.kernteam
    jongere = {"roepnaam": "Lina", "achternaam": "Kaya", "geboortedatum": geboren}
    casus_id = register_aanmelding(sessie, AANMELDING | {"jongere": jongere}).casus_id
    lina = get_casus(sessie, casus_id).jongeren[0]
    noteer_verzoek(sessie, casus_id, VerzoekGegevens(VerzoekSoort.INZAGE, MAANDAG, van_id=lina))
    text = vaste_zinnen(bereid_afschrift_voor(sessie, casus_id, lina).tekst)
    assert JE.search(text)
    assert not U.search(text)


def test_a_parent_is_spoken_to_with_u(thuis: Thuis) -> None:
    thuis.vraag(thuis.fatma)
    text = vaste_zinnen(bereid_afschrift_voor(thuis.sessie, thuis.casus_id, thuis.fatma).tekst)
    assert U.search(text)
    assert not JE.search(text)


def test_on_paper_too(thuis: Thuis, tmp_path: Path) -> None:
    thuis.vraag(thuis.sami)
    made = maak_afschrift(thuis.sessie, thuis.casus_id, thuis.sami, "pdf", tmp_path / "uit.pdf")
    pages = pypdf.PdfReader(io.BytesIO(made.bestand.read_bytes())).pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert "Wat jij kunt doen" in text
    assert not U.search(vaste_zinnen(text))


def test_every_sentence_is_there_in_both_ways_and_only_in_its_own() -> None:
    u, je = (lees_zinnen(vorm) for vorm in (Aanspreekvorm.U, Aanspreekvorm.JE))
    assert (u.koppen.keys(), u.zinnen.keys(), len(u.rechten)) == (
        je.koppen.keys(),
        je.zinnen.keys(),
        len(je.rechten),
    )
    for words, other in ((u, JE), (je, U)):
        for zin in (*words.koppen.values(), *words.zinnen.values(), *words.rechten):
            assert not other.search(zin), zin
