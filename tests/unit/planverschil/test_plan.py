"""Two versions of a plan beside each other: what changed since May."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.planformaat import Invul, PlanFormaat, VastOnderdeel
from kernteam_tui.domain.planverschil.plan import (
    NIET_GENOEMD,
    PAREN_HOOGSTENS,
    Actiestand,
    Doelstand,
    Onderdeelstand,
    Planstand,
    toon_plan,
    vergelijk_plannen,
)
from kernteam_tui.domain.planverschil.tekst import Soort, Stuk

FORMAAT = PlanFormaat(
    "proef",
    (
        VastOnderdeel(1, "goed", "Wat gaat goed", "?"),
        VastOnderdeel(2, "doelen", "Wat willen wij", "?", Invul.DOELEN),
        VastOnderdeel(3, "acties", "Wie doet wat", "?", Invul.ACTIES),
        VastOnderdeel(4, "opnieuw", "Wanneer", "?", Invul.EVALUATIE),
    ),
)
MEI = Planstand(
    onderdelen={
        "goed": Onderdeelstand(
            (Citaat("Fatma", "nl", "Hij helpt mij veel."), Citaat("Sami", "nl", "Niks.")),
            "Thuis is het rustig.",
        )
    },
    doelen=(
        Doelstand("Elke dag naar school", "Sami", 3, 7, "Hij staat op."),
        Doelstand("Minder ruzie", "Fatma", 4, 8),
    ),
    acties=(Actiestand("Mentor bellen", "Vera", date(2026, 5, 4)),),
    evaluatie_op=date(2026, 6, 12),
)


def verschil(nieuw: Planstand, oud: Planstand = MEI) -> dict[str, list[tuple[str, str]]]:
    """Section -> its changed lines as (heading, text with marks)."""
    tekens = {Soort.GELIJK: "{}", Soort.WEG: "[-{}]", Soort.NIEUW: "[+{}]"}
    return {
        deel.onderdeel.sleutel: [
            (regel.kop, "".join(tekens[s.soort].format(s.tekst) for s in regel.stukken))
            for regel in deel.regels
        ]
        for deel in vergelijk_plannen(oud, nieuw, FORMAAT)
    }


def test_nothing_changed_is_nothing_to_show() -> None:
    assert verschil(MEI) == {}


def test_words_are_laid_beside_words_of_the_same_person() -> None:
    nieuw = Planstand(
        {
            "goed": Onderdeelstand(
                (Citaat("Sami", "nl", "Gym gaat goed."), Citaat("Fatma", "nl", "Hij helpt mij veel.")),
                "Thuis is het rustig.",
            )
        },
        MEI.doelen,
        MEI.acties,
        MEI.evaluatie_op,
    )
    assert verschil(nieuw) == {"goed": [("In woorden van Sami", "[-Niks][+Gym gaat goed].")]}


def test_words_of_nobody_and_a_second_quote_have_a_line_of_their_own() -> None:
    was = Planstand({"goed": Onderdeelstand((Citaat("Sami", "nl", "Een."),))})
    wordt = Planstand(
        {
            "goed": Onderdeelstand(
                (Citaat("Sami", "nl", "Een."), Citaat("Sami", "nl", "Twee."), Citaat("", "nl", "X"))
            )
        }
    )
    assert verschil(wordt, was) == {"goed": [("In woorden van Sami", "[+Twee.]"), (NIET_GENOEMD, "[+X]")]}


def test_a_goal_in_other_words_is_the_same_goal_and_a_mark_that_rose_is_seen() -> None:
    nieuw = Planstand(
        MEI.onderdelen,
        (
            Doelstand("Elke dag op tijd naar school", "Sami", 5, 7, "Hij staat op."),
            Doelstand("Weer voetballen"),
        ),
        MEI.acties,
        MEI.evaluatie_op,
    )
    doelen = verschil(nieuw)["doelen"]
    assert doelen[0] == (
        "Doel",
        "Elke dag [+op tijd ]naar school\ncijfer nu: [-3][+5], wens: 7\n"
        "zo zien we dat het lukt: Hij staat op.\nin woorden van Sami",
    )
    assert [tekst[:2] for _, tekst in doelen[1:]] == ["[+", "[-"]
    assert "Minder ruzie" in doelen[2][1]


def test_an_action_that_is_done_and_another_day_to_look_again() -> None:
    nieuw = Planstand(
        MEI.onderdelen,
        MEI.doelen,
        (Actiestand("Mentor bellen", "Vera", date(2026, 5, 4), klaar=True),),
        date(2026, 7, 12),
    )
    gezien = verschil(nieuw)
    assert gezien["acties"] == [
        ("Actie", "Mentor bellen\nwie: Vera, wanneer: 4 mei 2026, [-nog te doen][+klaar]")
    ]
    assert gezien["opnieuw"] == [("Opnieuw kijken", "[-12 juni 2026][+12 juli 2026]")]


def test_two_goals_with_the_same_words_are_paired_once_each() -> None:
    was = Planstand(doelen=(Doelstand("Rust", nu=1), Doelstand("Rust", nu=2)))
    wordt = Planstand(doelen=(Doelstand("Rust", nu=1), Doelstand("Rust", nu=3), Doelstand("Rust", nu=4)))
    assert [regel[:2] for regel in verschil(wordt, was)["doelen"]] == [
        ("Doel", "Rust\ncijfer nu: [-2][+3], wens: niet gevraagd"),
        ("Doel", "[+Rust\ncijfer nu: 4, wens: niet gevraagd]"),
    ]


def test_very_many_actions_are_not_tried_against_each_other() -> None:
    aantal = int(PAREN_HOOGSTENS**0.5) + 1
    was = Planstand(acties=tuple(Actiestand(f"actie nummer {n}") for n in range(aantal)))
    wordt = Planstand(acties=tuple(Actiestand(f"actie nummer {n}!") for n in range(aantal)))
    assert len(verschil(wordt, was)["acties"]) == 2 * aantal


def test_one_version_whole_shows_every_filled_section_and_no_marks() -> None:
    delen = toon_plan(MEI, FORMAAT)
    assert [deel.onderdeel.nr for deel in delen] == [1, 2, 3, 4]
    stukken = [stuk for deel in delen for regel in deel.regels for stuk in regel.stukken]
    assert {stuk.soort for stuk in stukken} == {Soort.GELIJK}
    assert Stuk(Soort.GELIJK, "12 juni 2026") in stukken
    assert toon_plan(Planstand(), FORMAAT) == ()
