"""The invitation on paper: when, where, who by role, whom to call, and nothing that tells why."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pypdf
import pytest

from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.delen.deelvraag import Feit, Geval, Lezer
from kernteam_tui.domain.delen.doorlaat import Doorlaat, DoorlaatOngeldig, laat_door
from kernteam_tui.exchange.gespreksbrief import Gespreksbrief, bouw_op, maak_pdf
from kernteam_tui.exchange.vastewoorden import lees_woorden

BRIEF = Gespreksbrief(
    datum=date(2026, 11, 23),
    start=datetime(2026, 11, 26, 8, tzinfo=UTC),
    minuten=60,
    plek="De Brug, kamer 1.12",
    wie=("de jongere", "de mentor"),
    bellen="06-00000001",
)


def doorlaat(soort: LezerSoort = LezerSoort.OUDER, uitweg: Uitweg = Uitweg.UITNODIGING) -> Doorlaat:
    geval = Geval(Lezer(soort, "p1"), uitweg, "p1", Leeftijdsband.VAN_12)
    return laat_door([Feit("adres:p1", Gegeven.EIGEN_CONTACT, "p1")], geval).doorlaat


def test_a_parent_reads_when_where_and_who() -> None:
    opbouw = bouw_op(BRIEF, doorlaat())
    assert opbouw.regels == (
        ("Wanneer", "donderdag 26 november 2026"),
        ("Hoe laat", "09:00 tot 10:00"),
        ("Hoe lang", "60 minuten"),
        ("Waar", "De Brug, kamer 1.12"),
        ("Wie er zijn", "u, de jongere en de mentor"),
    )
    assert opbouw.zinnen == ("Kunt u dan niet? Bel de gezinswerker: 06-00000001.", "Neem gerust iemand mee.")


def test_a_jongere_is_spoken_to_with_je() -> None:
    opbouw = bouw_op(BRIEF, doorlaat(LezerSoort.JONGERE))
    words = f"{opbouw.inleiding} {' '.join(opbouw.zinnen)} {dict(opbouw.regels)['Wie er zijn']}"
    assert "Je bent uitgenodigd" in words
    assert "jij, de jongere" in words
    assert not {"u", "uw"} & set(words.lower().replace("?", " ").replace(",", " ").split())


def test_without_a_place_or_a_number_it_says_so_and_with_an_interpreter_too() -> None:
    opbouw = bouw_op(replace(BRIEF, plek="", bellen="", tolk=True), doorlaat())
    assert dict(opbouw.regels)["Waar"] == "de plek die we afspraken"
    assert opbouw.zinnen == (
        "Kunt u dan niet? Laat het de gezinswerker weten.",
        "Neem gerust iemand mee.",
        "Er is iemand die voor u vertaalt.",
    )


def test_a_talk_that_is_off_says_only_when_it_would_have_been() -> None:
    opbouw = bouw_op(replace(BRIEF, afgezegd=True), doorlaat())
    assert opbouw.titel == "Het gesprek gaat niet door"
    assert [label for label, _ in opbouw.regels] == ["Wanneer", "Hoe laat"]


@pytest.mark.parametrize("lezer", [LezerSoort.OUDER, LezerSoort.JONGERE])
def test_a_talk_that_moved_says_so_and_when_it_is_not_any_more(lezer: LezerSoort) -> None:
    """Else who has the first letter on the fridge comes twice."""
    opbouw = bouw_op(replace(BRIEF, was=datetime(2026, 11, 25, 9, tzinfo=UTC)), doorlaat(lezer))
    assert opbouw.titel == "Het gesprek is verzet"
    assert opbouw.inleiding == "Het gesprek is op een ander moment."
    assert opbouw.regels[:3] == (
        ("Wanneer", "donderdag 26 november 2026"),
        ("Hoe laat", "09:00 tot 10:00"),
        ("Niet meer", "woensdag 25 november 2026, 10:00"),
    )


def test_a_talk_over_the_change_of_the_clock_ends_at_the_right_hour() -> None:
    night = replace(BRIEF, start=datetime(2026, 10, 25, 0, 30, tzinfo=UTC), minuten=60)
    assert dict(bouw_op(night, doorlaat()).regels)["Hoe laat"] == "02:30 tot 02:30"


def test_on_paper_it_is_one_sheet_and_the_same_bytes_twice() -> None:
    printed = maak_pdf(BRIEF, doorlaat())
    assert printed == maak_pdf(BRIEF, doorlaat())
    (page,) = pypdf.PdfReader(io.BytesIO(printed.data)).pages
    assert "donderdag 26 november 2026" in page.extract_text()


@pytest.mark.parametrize(
    "paper",
    [
        doorlaat(uitweg=Uitweg.BRIEF),
        Doorlaat.zonder_clientgegevens("een uitnodiging met rollen"),
    ],
    ids=["another way out", "for nobody of the family"],
)
def test_without_the_right_leave_there_is_no_letter(paper: Doorlaat) -> None:
    with pytest.raises(DoorlaatOngeldig):
        maak_pdf(BRIEF, paper)


@pytest.mark.parametrize("lezer", ["ouder", "jongere"])
def test_sentences_are_short_and_both_readers_have_them_all(lezer: str) -> None:
    woorden: dict[str, Any] = lees_woorden("gespreksbrief")
    assert woorden[lezer].keys() == woorden["ouder"].keys()
    for text in woorden[lezer].values():
        for sentence in text.replace("?", ".").split("."):
            assert len(sentence.split()) <= 12
            assert sentence.count(",") <= 1
