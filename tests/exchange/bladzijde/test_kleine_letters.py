"""The page is meant to be in 12 points or more; where it had to be smaller, the worker hears how small."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kernteam_tui.domain.bladzijde import Bladzijde
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.exchange.bladzijde import maak_pdf, vormen
from tests.exchange.bladzijde.paginas import maak_langste, maak_pagina

NEXT_STEP = "Kort de tekst in, of kies grote letters."


def sentence(points: str) -> str:
    small = f"Om op één vel te passen staan de letters op {points} punten; 12 of meer leest makkelijker."
    return f"{small} {NEXT_STEP}"


@pytest.mark.parametrize(("taal", "points"), [("nl", "11,5"), ("en", "11"), ("uk", "10,5"), ("ar", "10,5")])
def test_the_worker_hears_how_small_the_letters_became_and_what_to_do(taal: str, points: str) -> None:
    page = maak_pagina(taal)
    assert vormen.maak_vorm(page, "pdf").meldingen == (sentence(points),)
    assert f"{maak_pdf(page).punten:g}" == points.replace(",", ".")


def test_a_page_in_twelve_points_says_nothing_of_letters(lege_bladzijde: Bladzijde) -> None:
    assert maak_pdf(lege_bladzijde).punten == 12
    assert vormen.maak_vorm(lege_bladzijde, "pdf").meldingen == ()


def test_large_letters_are_never_smaller_and_say_nothing() -> None:
    made = vormen.maak_vorm(maak_pagina("nl", vorm="groot"), "pdf")
    assert not any(NEXT_STEP in melding for melding in made.meldingen)


def test_what_goes_on_to_a_next_sheet_is_in_twelve_points_and_says_only_that() -> None:
    [melding] = vormen.maak_vorm(maak_langste("nl"), "pdf").meldingen[-1:]
    assert melding.startswith("Dit past niet op één A4")
    assert not any(NEXT_STEP in zin for zin in vormen.maak_vorm(maak_langste("nl"), "pdf").meldingen)


def test_signs_that_became_a_box_are_named_before_it() -> None:
    page = maak_pagina("nl")
    page = replace(page, goed=(*page.goed, Citaat("Lina", "nl", "Top 😀")))
    boxed, small, *_ = vormen.maak_vorm(page, "pdf").meldingen
    assert "😀" in boxed
    assert small.startswith("Om op één vel te passen")


@pytest.mark.parametrize("vorm", ["docx", "html", "tekst"])
def test_forms_without_letters_of_their_own_say_nothing(vorm: str) -> None:
    assert vormen.maak_vorm(maak_pagina("uk"), vorm).meldingen == ()
