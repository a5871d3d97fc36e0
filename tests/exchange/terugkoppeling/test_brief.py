"""The message to a partner: a role, a day, one sentence, and nothing else; on paper and as text."""

from __future__ import annotations

import io
import re
from datetime import date
from importlib.resources import files
from typing import Any

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.delen.deelvraag import Feit, Geval, Lezer
from kernteam_tui.domain.delen.doorlaat import Doorlaat, DoorlaatOngeldig, laat_door
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.terugkoppeling import Aanleiding, Nieuws, bestandsnaam, initialen, over_wie
from kernteam_tui.exchange.terugkoppeling import Brief, maak_pdf, maak_tekst
from kernteam_tui.exchange.terugkoppeling.brief import lees_zinnen

DAG = date(2026, 11, 23)
BRIEF = Brief("leerplicht", ("S.Y., klas 3B",), DAG, Nieuws(Aanleiding.GESTART, date(2026, 11, 2)))
NAMEN = st.text(st.characters(codec="utf-8", categories=("Ll", "Lu")), min_size=3, max_size=12)
PARTNERS = st.sampled_from(tuple(PartnerSoort))


def doorlaat(uitweg: Uitweg = Uitweg.TERUGKOPPELING) -> Doorlaat:
    lezer = Lezer(LezerSoort.KERNPARTNER)
    geval = Geval(lezer, uitweg, "j1", Leeftijdsband.VAN_12, toestemming=Niveau.GESTART_GESTOPT)
    return laat_door([Feit("hulp", Gegeven.GESTART_GESTOPT)], geval).doorlaat


def test_as_text_it_is_four_lines_and_one_sentence() -> None:
    assert maak_tekst(BRIEF, doorlaat()) == (
        "Van:    de gezinswerker\n"
        "Aan:    leerplicht\n"
        "Datum:  23 november 2026\n"
        "Over:   S.Y., klas 3B\n"
        "\n"
        "De hulp van de gezinswerker is gestart op 2 november 2026.\n"
    )


def test_on_paper_it_says_the_same_and_the_file_knows_nobody() -> None:
    druk = maak_pdf(BRIEF, doorlaat())
    reader = pypdf.PdfReader(io.BytesIO(druk.data))
    assert len(reader.pages) == 1
    paper = re.sub(r"\s", "", reader.pages[0].extract_text())
    for line in maak_tekst(BRIEF, doorlaat()).replace(":", "").splitlines():
        assert re.sub(r"\s", "", line) in paper
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Bericht", "de gezinswerker")
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert druk.data == maak_pdf(BRIEF, doorlaat()).data
    assert druk.meldingen == ()


def test_without_leave_of_the_deel_poort_there_is_no_message() -> None:
    for other in (doorlaat(Uitweg.BRIEF), Doorlaat.zonder_clientgegevens("een proef")):
        with pytest.raises(DoorlaatOngeldig):
            maak_tekst(BRIEF, other)
        with pytest.raises(DoorlaatOngeldig):
            maak_pdf(BRIEF, other)


def test_every_sentence_is_short_and_says_no_why() -> None:
    zinnen = lees_zinnen().zinnen
    for aanleiding in Aanleiding:
        assert len(zinnen[aanleiding].format(dag="2 november 2026").split()) <= 12
        assert not re.search(r"omdat|want|reden|wil|ouder", zinnen[aanleiding])


def test_the_decision_about_the_name_stands_with_its_source() -> None:
    bron = (files("kernteam_tui") / "assets" / "terugkoppeling" / "zinnen-nl.toml").read_text("utf-8")
    assert "initialen" in bron
    assert "AVG artikel 5 lid 1 onder c" in bron


@given(NAMEN, NAMEN, PARTNERS, st.uuids())
def test_neither_message_nor_file_name_holds_a_name(
    roepnaam: str, achternaam: str, partner: PartnerSoort, afspraak: object
) -> None:
    over = (over_wie(roepnaam, achternaam, "3B", partner),)
    brief = Brief(partner.label, over, DAG, Nieuws(Aanleiding.GESTOPT, DAG))
    own_words = maak_tekst(Brief("", ("",), DAG, brief.nieuws), doorlaat()).casefold() + partner.label
    text = maak_tekst(brief, doorlaat()).casefold()
    name = bestandsnaam(partner, DAG, str(afspraak), "pdf")
    for word in (roepnaam.casefold(), achternaam.casefold()):
        assert word in own_words.casefold() or word not in text
    assert re.fullmatch(r"terugkoppeling-[a-z-]+-20261123-k[0-9a-f]{6}\.pdf", name)


@pytest.mark.parametrize(
    ("roepnaam", "achternaam", "verwacht"),
    [
        ("Sami", "Yilmaz", "S.Y."),
        ("Milan", "de Ruiter", "M.R."),
        ("Noor", "", "N."),
        ("élise", "van 't hof", "É.V."),
        ("", "", ""),
    ],
)
def test_initials(roepnaam: str, achternaam: str, verwacht: str) -> None:
    assert initialen(roepnaam, achternaam) == verwacht


def test_the_klas_is_for_who_works_at_the_school() -> None:
    assert over_wie("Sami", "Yilmaz", "3B", PartnerSoort.JGZ) == "S.Y., klas 3B"
    assert over_wie("Sami", "Yilmaz", "3B", PartnerSoort.HUISARTS) == "S.Y."
    assert over_wie("", "", "", PartnerSoort.HUISARTS) == "een leerling"
