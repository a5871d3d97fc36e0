"""The agenda on paper: its lines, and that nothing is made without leave for an overleg."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime

import pypdf
import pytest

from kernteam_tui.domain.deelcodes import LezerSoort, Uitweg
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.delen.deelvraag import Geval, Lezer
from kernteam_tui.domain.delen.doorlaat import Doorlaat, DoorlaatOngeldig, laat_door
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.exchange.overleg import Agendablad, Bladpunt, maak_pdf, maak_tekst

BLAD = Agendablad(
    school="De Brug",
    start=datetime(2026, 11, 23, 9, tzinfo=AMSTERDAM),
    minuten=60,
    voor="",
    datum=date(2026, 11, 23),
    punten=(Bladpunt("S.Y., klas 3B", ("de hulp is nog niet gestart",)), Bladpunt("een leerling")),
)


def leave(uitweg: Uitweg = Uitweg.OVERLEG) -> Doorlaat:
    """A paper of the deel-poort without facts."""
    return laat_door([], Geval(Lezer(LezerSoort.KERNPARTNER), uitweg, "", Leeftijdsband.ONBEKEND)).doorlaat


def test_the_text_reads_as_it_is() -> None:
    assert maak_tekst(BLAD, (leave(),)) == (
        "Agenda kernpartneroverleg\n"
        "\n"
        "Wanneer: maandag 23 november 2026, 09:00 tot 10:00\n"
        "School:  De Brug\n"
        "Voor:    iedereen aan tafel\n"
        "\n"
        "1. S.Y., klas 3B\n"
        "   de hulp is nog niet gestart\n"
        "\n"
        "2. een leerling\n"
    )


def test_the_pdf_holds_the_same_and_is_the_same_twice() -> None:
    made = maak_pdf(BLAD, (leave(),))
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.data)).pages)
    for part in ("S.Y., klas 3B", "de hulp is nog niet gestart", "een leerling", "09:00 tot 10:00"):
        assert part in text
    assert maak_pdf(BLAD, (leave(),)).data == made.data


@pytest.mark.parametrize("doorlaten", [(), (leave(Uitweg.BRIEF),), (leave(), leave(Uitweg.PLAN))])
def test_each_reader_needs_leave_for_an_overleg(doorlaten: tuple[Doorlaat, ...]) -> None:
    for make in (maak_tekst, maak_pdf):
        with pytest.raises(DoorlaatOngeldig):
            make(BLAD, doorlaten)


def test_signs_that_steer_a_terminal_are_gone() -> None:
    blad = replace(BLAD, punten=(Bladpunt("een\x1b[31m punt", ("met\neen regel",)),))
    text = maak_tekst(blad, (leave(),))
    assert "\x1b" not in text
    assert "met een regel" in text


def test_a_long_agenda_takes_more_sheets() -> None:
    blad = replace(BLAD, punten=tuple(Bladpunt("een leerling", ("regel " * 30,)) for _ in range(40)))
    assert maak_pdf(blad, (leave(),)).bladzijden > 1
    assert "Er staan geen punten" in maak_tekst(replace(BLAD, punten=()), (leave(),))
