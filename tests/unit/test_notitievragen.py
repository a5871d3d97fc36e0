"""Questions in a note: where the answer stands, and what is left of them when the note is finished."""

from __future__ import annotations

from kernteam_tui.domain.codes import NotitieSoort
from kernteam_tui.domain.notitievragen import (
    Antwoordplek,
    begintekst,
    zoek_antwoordplek,
    zoek_eerste_lege,
    zonder_lege_vragen,
)
from kernteam_tui.exchange.notitievragen import read_notitievragen

VRAGEN = ("Hoe gaat het nu?", "Wat ging goed?", "Veilig thuis?")


def regels(tekst: str) -> list[str]:
    return tekst.split("\n")


def test_a_new_note_has_a_line_to_answer_on_under_each_question() -> None:
    nieuw = regels(begintekst(VRAGEN))

    plekken = [zoek_antwoordplek(nieuw, VRAGEN, rij, 1) for rij in (-1, 0, 3)]

    assert plekken == [Antwoordplek(1, 0), Antwoordplek(4, 0), Antwoordplek(7, 0)]
    assert all(nieuw[plek.rij] == "" for plek in plekken if plek is not None)


def test_going_on_ends_at_the_last_question_and_going_back_at_the_first() -> None:
    nieuw = regels(begintekst(VRAGEN))

    assert zoek_antwoordplek(nieuw, VRAGEN, 7, 1) is None
    assert zoek_antwoordplek(nieuw, VRAGEN, 1, -1) is None
    assert zoek_antwoordplek(nieuw, VRAGEN, 4, -1) == Antwoordplek(1, 0)


def test_the_cursor_goes_behind_what_was_answered_already() -> None:
    tekst = regels("Hoe gaat het nu?\nbeter\nslaapt weer\n\nWat ging goed?\n")

    assert zoek_antwoordplek(tekst, VRAGEN, 4, -1) == Antwoordplek(2, len("slaapt weer"))
    assert zoek_eerste_lege(tekst, VRAGEN) == Antwoordplek(5, 0)


def test_a_question_without_a_line_under_it_asks_for_one() -> None:
    tekst = regels("Hoe gaat het nu?\nWat ging goed?")

    assert zoek_antwoordplek(tekst, VRAGEN, 1, -1) == Antwoordplek(0, len("Hoe gaat het nu?"), True)
    assert zoek_antwoordplek(tekst, VRAGEN, 0, 1) == Antwoordplek(1, len("Wat ging goed?"), True)


def test_finishing_drops_only_the_questions_without_an_answer() -> None:
    tekst = "vooraf\n\nHoe gaat het nu?\n\n\nWat ging goed?\noma belde\n\nVeilig thuis?\n   \n"

    assert zonder_lege_vragen(tekst, VRAGEN) == "vooraf\n\nWat ging goed?\noma belde"


def test_a_text_without_questions_stays_as_it_is() -> None:
    tekst = "gebeld\n\n\nVoicemail ingesproken. Wat ging goed? Niets.\n"

    assert zonder_lege_vragen(tekst, VRAGEN) == tekst
    assert zonder_lege_vragen(tekst, ()) == tekst


def test_a_home_visit_asks_whether_it_is_safe_and_a_phone_note_asks_nothing() -> None:
    assert "Veilig thuis?" in read_notitievragen(NotitieSoort.HUISBEZOEK)
    assert read_notitievragen(NotitieSoort.TELEFOON) == ()
