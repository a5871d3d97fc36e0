"""Where a sentence ends: a stop is often no end, and a new line often is."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.taalhulp.kijken import langste_zin
from kernteam_tui.domain.taalhulp.zinnen import splits_zinnen, tel_woorden


def zinnen(tekst: str) -> list[str]:
    return [tekst[zin.begin : zin.einde] for zin in splits_zinnen(tekst)]


@pytest.mark.parametrize(
    ("tekst", "delen"),
    [
        ("", []),
        (" \n\n ", []),
        ("...", []),
        ("Zij slaapt", ["Zij slaapt"]),
        ("Zij slaapt. Hij eet!", ["Zij slaapt.", "Hij eet!"]),
        ("Zij slaapt. hij eet", ["Zij slaapt.", "hij eet"]),
        ("Om 13.30 uur op 3-12-2026.", ["Om 13.30 uur op 3-12-2026."]),
        ("Dat kost 1.250 euro. Veel!", ["Dat kost 1.250 euro.", "Veel!"]),
        ("Zij wil bijv. fietsen.", ["Zij wil bijv. fietsen."]),
        ("Dat is d.w.z. Lina en o.a. Sami.", ["Dat is d.w.z. Lina en o.a. Sami."]),
        ("Brood, melk enz. Daarna naar huis.", ["Brood, melk enz.", "Daarna naar huis."]),
        ("Wij bellen dhr. J. Jansen van Dam.", ["Wij bellen dhr. J. Jansen van Dam."]),
        ("Met Lina K. Zij fietst.", ["Met Lina K.", "Zij fietst."]),
        ("Op 3 dec. Dat is snel.", ["Op 3 dec.", "Dat is snel."]),
        ("Op 3 dec. komt zij.", ["Op 3 dec. komt zij."]),
        ("Hij wilde wel… maar niet nu.", ["Hij wilde wel… maar niet nu."]),
        ("Hij wilde... Toen niet.", ["Hij wilde...", "Toen niet."]),
        ("Echt?! Ja.", ["Echt?!", "Ja."]),
        ("Zij slaapt (goed.) Hij niet.", ["Zij slaapt (goed.)", "Hij niet."]),
        ("- Zij slaapt\n- Hij eet", ["Zij slaapt", "Hij eet"]),
        ("1. Zij slaapt\n2) Hij eet\na) Oma belt", ["Zij slaapt", "Hij eet", "Oma belt"]),
        ("[ ] bellen\n[x] mailen\n☐ praten", ["bellen", "mailen", "praten"]),
        ("Afspraken:\nOma belt\nSchool mailt", ["Afspraken:", "Oma belt", "School mailt"]),
        ("Zij gaat naar\nschool en slaapt.", ["Zij gaat naar\nschool en slaapt."]),
        ("Zij gaat naar school.Hij niet.", ["Zij gaat naar school.", "Hij niet."]),
        ("Mail j.jansen@school.nl of www.school.nl.", ["Mail j.jansen@school.nl of www.school.nl."]),
        ("Zij slaapt.\r\nHij eet.\r\n", ["Zij slaapt.", "Hij eet."]),
    ],
)
def test_a_text_falls_apart_in_its_sentences(tekst: str, delen: list[str]) -> None:
    assert zinnen(tekst) == delen


@pytest.mark.parametrize(
    ("tekst", "aantal"),
    [
        ("Zij slaapt - en eet.", 4),
        ("Bel 030 286 00 00 nu.", 3),
        ("Op 3 december 2026 om 13.30 uur", 7),
        ("z'n foto's en/of 's ochtends", 5),
        ("* * *", 0),
    ],
)
def test_words_are_counted_as_a_reader_does(tekst: str, aantal: int) -> None:
    assert tel_woorden(tekst) == aantal


def test_the_longest_sentence_leaves_out_what_others_say() -> None:
    assert (
        langste_zin("Oma belt. Zij zegt: „Ik wil dat hij elke dag gewoon naar school gaat.” Dat is goed.")
        == 3
    )
    assert langste_zin("") == 0
