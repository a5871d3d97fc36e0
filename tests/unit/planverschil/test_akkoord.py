"""Who agreed with two versions beside each other, and what belongs to no section; word by word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.domain.planformaat import Invul, PlanFormaat, VastOnderdeel
from kernteam_tui.domain.planverschil.akkoord import NIETS_GEZEGD, Akkoordstand
from kernteam_tui.domain.planverschil.plan import (
    OUDERS_ZIEN,
    Blikstand,
    Doelstand,
    Onderdeelstand,
    Planstand,
    toon_plan,
    vergelijk_plannen,
)
from kernteam_tui.domain.planverschil.tekst import Soort

FORMAAT = PlanFormaat(
    "proef",
    (
        VastOnderdeel(1, "goed", "Wat gaat goed", "?"),
        VastOnderdeel(2, "doelen", "Wat willen wij", "?", Invul.DOELEN),
        VastOnderdeel(3, "akkoord", "Wie is het eens", "?"),
    ),
)
APRIL, MEI, JUNI, JULI = date(2026, 4, 12), date(2026, 5, 12), date(2026, 6, 12), date(2026, 7, 12)
FATMA = Akkoordstand("p1", "Fatma Kaya", Standpunt.NIET, MEI, "Het gaat te snel.", "Ik was er niet bij.")
MEHMET = Akkoordstand("p2", "Mehmet Demir", Standpunt.EENS, MEI, getekend_op=JUNI)
TEKENS = {Soort.GELIJK: "{}", Soort.WEG: "[-{}]", Soort.NIEUW: "[+{}]"}


def verschil(oud: Planstand, nieuw: Planstand) -> dict[str, dict[str, tuple[str, str]]]:
    """Section -> heading -> (what happened in short, text with marks)."""
    return {
        deel.onderdeel.sleutel: {
            regel.kop: (regel.kort, "".join(TEKENS[s.soort].format(s.tekst) for s in regel.stukken))
            for regel in deel.regels
        }
        for deel in vergelijk_plannen(oud, nieuw, FORMAAT)
    }


def van(*akkoorden: Akkoordstand) -> Planstand:
    return Planstand(akkoorden=akkoorden)


def test_a_mother_who_came_round_reads_word_by_word() -> None:
    later = replace(
        FATMA,
        standpunt=Standpunt.DEELS,
        op=JULI,
        omdat="Het gaat nog te snel.",
        verklaring="Ik was er deze keer bij.",
        getekend_op=JULI,
    )
    assert verschil(van(FATMA), van(later)) == {
        "akkoord": {
            "Fatma Kaya": ("", "[-niet eens, op 12 mei 2026][+deels eens, op 12 juli 2026]"),
            "Fatma Kaya, omdat": ("", "Het gaat [+nog ]te snel."),
            "Fatma Kaya, eigen verklaring": ("", "Ik was er [-niet ][+deze keer ]bij."),
            "Fatma Kaya, handtekening op papier": ("", "[+12 juli 2026]"),
        }
    }


def test_who_was_not_asked_again_is_not_shown_as_if_the_words_were_taken_back() -> None:
    assert verschil(van(FATMA, MEHMET), van(MEHMET)) == {
        "akkoord": {"Fatma Kaya": (NIETS_GEZEGD, "[-niet eens, op 12 mei 2026]")}
    }
    assert verschil(van(), van(MEHMET))["akkoord"] == {
        "Mehmet Demir": ("", "[+eens, op 12 mei 2026]"),
        "Mehmet Demir, handtekening op papier": ("", "[+12 juni 2026]"),
    }
    assert verschil(van(FATMA, MEHMET), van(MEHMET, FATMA)) == {}


def test_that_the_text_changed_after_it_is_said_with_it() -> None:
    [een] = verschil(van(), van(replace(MEHMET, getekend_op=None, oudere_tekst=True)))["akkoord"].values()
    assert een[1] == "[+eens, op 12 mei 2026; daarna is de tekst nog veranderd]"


def test_one_version_whole_shows_who_agreed_with_it() -> None:
    [deel] = toon_plan(van(FATMA), FORMAAT)
    assert [(regel.kop, regel.stukken[0].tekst) for regel in deel.regels] == [
        ("Fatma Kaya", "niet eens, op 12 mei 2026"),
        ("Fatma Kaya, omdat", "Het gaat te snel."),
        ("Fatma Kaya, eigen verklaring", "Ik was er niet bij."),
    ]


@pytest.mark.parametrize(
    ("later", "kort"),
    [
        (Citaat("Sami", "nl", "Gym.", op_bladzijde=False), "niet meer op de bladzijde"),
        (Citaat("Sami", "tr", "Gym."), "taal Nederlands → Turks"),
        (
            Citaat("Sami", "", "Gym.", op_bladzijde=False),
            "taal Nederlands → niet genoteerd, niet meer op de bladzijde",
        ),
    ],
)
def test_words_that_stayed_say_what_changed_around_them(later: Citaat, kort: str) -> None:
    was, wordt = (
        Planstand({"goed": Onderdeelstand((een,))}) for een in (Citaat("Sami", "nl", "Gym."), later)
    )
    assert verschil(was, wordt) == {"goed": {"In woorden van Sami": (kort, "Gym.")}}
    [terug] = verschil(wordt, was)["goed"].values()
    assert ("nu wel op de bladzijde" in terug[0]) is not later.op_bladzijde


def test_a_section_that_was_closed_and_what_belongs_to_no_section() -> None:
    was = Planstand({"goed": Onderdeelstand()}, variant="gezin", opp="niet bekeken")
    wordt = Planstand(
        {"goed": Onderdeelstand(ouders_zien="nee, niet zien")},
        variant="jongere",
        opp="bekeken",
        familieplan="wil het niet, 12 mei 2026",
    )
    assert verschil(was, wordt) == {
        "rond_het_plan": {
            "Van wie het plan is": ("", "[-gezin][+jongere]"),
            "Familiegroepsplan": ("", "[+wil het niet, 12 mei 2026]"),
            "Plan van school (OPP)": ("", "[-niet bekeken][+bekeken]"),
        },
        "goed": {OUDERS_ZIEN: ("", "[+nee, niet zien]")},
    }


def test_the_marks_between_and_what_was_said_at_them() -> None:
    eerste = Blikstand(MEI, 3)
    was = Doelstand("Elke dag naar school", nu=3, gewenst=7, blikken=(eerste,))
    tussen = (Blikstand(JUNI, 2, "Ik ging terug.", "Sami"), Blikstand(JULI, 5))
    wordt = replace(was, nu=5, blikken=(eerste, *tussen))
    regels = verschil(Planstand(doelen=(was,)), Planstand(doelen=(wordt,)))["doelen"]
    assert regels["Doel"][0] == "cijfer 3 → 2 → 5"
    assert regels["Gekeken op 12 juni 2026 naar ‘Elke dag naar school’"] == (
        "",
        "[+Sami: Ik ging terug. (cijfer 2)]",
    )
    veel = tuple(Blikstand(date(2026, 5, dag), dag % 10) for dag in range(13, 30))
    lang = replace(was, nu=9, blikken=(eerste, *veel))
    for slot in (9, 3):
        later = Planstand(doelen=(replace(lang, nu=slot),))
        assert verschil(Planstand(doelen=(was,)), later)["doelen"]["Doel"][0] == f"cijfer 3 → … → {slot}"


def test_without_marks_of_then_only_begin_and_end_are_known() -> None:
    was = Doelstand("Rust", nu=3)
    wordt = Doelstand("Rust", nu=6, blikken=(Blikstand(APRIL, 5), Blikstand(MEI, 3), Blikstand(JUNI, 6)))
    assert (
        verschil(Planstand(doelen=(was,)), Planstand(doelen=(wordt,)))["doelen"]["Doel"][0] == "cijfer 3 → 6"
    )
