"""What an evaluation changed, beside each other: marks, outcomes, words, the OPP, and what began to rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kernteam_tui.domain.gezinsplancodes import Doeluitkomst
from kernteam_tui.domain.planformaat import Invul, PlanFormaat, VastOnderdeel
from kernteam_tui.domain.planverschil.plan import (
    Doelstand,
    Planstand,
    Terugblik,
    toon_plan,
    vergelijk_plannen,
)
from kernteam_tui.domain.planverschil.regel import Regelverschil
from kernteam_tui.domain.planverschil.tekst import Soort

FORMAAT = PlanFormaat(
    "proef",
    (
        VastOnderdeel(1, "doelen", "Wat willen wij", "?", Invul.DOELEN),
        VastOnderdeel(2, "opnieuw", "Wanneer", "?", Invul.EVALUATIE),
    ),
)
MEI, JUNI = date(2026, 5, 4), date(2026, 6, 12)
SCHOOL = Doelstand("Elke dag naar school", "Sami", 4, 7, "Hij staat op.")
DEELS = Terugblik(JUNI, Doeluitkomst.DEELS, "De wekker hielp.", "Sami")


def regels(oud: Planstand, nieuw: Planstand) -> list[Regelverschil]:
    return [regel for deel in vergelijk_plannen(oud, nieuw, FORMAAT) for regel in deel.regels]


def doelen(*stand: Doelstand, rustend: tuple[Doelstand, ...] = ()) -> Planstand:
    return Planstand(doelen=stand, rustend=rustend)


def erbij(regel: Regelverschil) -> str:
    return " ".join(stuk.tekst.strip() for stuk in regel.stukken if stuk.soort is Soort.NIEUW)


def weg(regel: Regelverschil) -> str:
    return " ".join(stuk.tekst.strip() for stuk in regel.stukken if stuk.soort is Soort.WEG)


@pytest.mark.parametrize(
    ("later", "kort"),
    [
        (replace(SCHOOL, nu=6), "cijfer 4 → 6"),
        (replace(SCHOOL, nu=2, terugblik=DEELS), "cijfer 4 → 2, deels bereikt"),
        (replace(SCHOOL, terugblik=DEELS), "deels bereikt"),
        (replace(SCHOOL, nu=None), ""),
        (replace(SCHOOL, gewenst=8), ""),
        (replace(SCHOOL, opp_doel="volgt alle lessen"), ""),
    ],
)
def test_what_happened_to_a_goal_is_said_in_a_few_words(later: Doelstand, kort: str) -> None:
    [regel] = regels(doelen(SCHOOL), doelen(later))
    assert regel.kort == kort


def test_the_outcome_and_the_words_stand_with_the_goal() -> None:
    [regel] = regels(doelen(SCHOOL), doelen(replace(SCHOOL, terugblik=DEELS)))
    assert "bij het terugkijken op 12 juni 2026: deels bereikt" in erbij(regel)
    assert "Sami: De wekker hielp." in erbij(regel)


def test_an_outcome_that_stood_there_already_is_no_news() -> None:
    was = replace(SCHOOL, terugblik=DEELS)
    [regel] = regels(doelen(was), doelen(replace(was, nu=5)))
    assert regel.kort == "cijfer 4 → 5"


def test_the_link_with_the_opp_and_the_familiegroepsplan_is_seen() -> None:
    gekoppeld = replace(SCHOOL, opp_doel="volgt alle lessen", familiedoel="weer samen eten")
    [regel] = regels(doelen(SCHOOL), doelen(gekoppeld))
    assert "doel in het OPP: volgt alle lessen\nnog niet afgestemd" in erbij(regel)
    assert "uit het familiegroepsplan: weer samen eten" in erbij(regel)
    [later] = regels(doelen(gekoppeld), doelen(replace(gekoppeld, opp_afgestemd_op=MEI)))
    assert (weg(later), erbij(later)) == ("nog niet afgestemd", "afgestemd op 4 mei 2026")


def test_a_goal_that_was_reached_rests_and_is_not_simply_gone() -> None:
    bereikt = replace(SCHOOL, nu=7, terugblik=Terugblik(JUNI, Doeluitkomst.BEREIKT))
    [regel] = regels(doelen(SCHOOL), doelen(rustend=(bereikt,)))
    assert regel.kort == "cijfer 4 → 7, bereikt, rust nu"
    assert (weg(regel), erbij(regel)) == ("4", "7 bij het terugkijken op 12 juni 2026: bereikt")
    [terug] = regels(doelen(rustend=(bereikt,)), doelen(replace(SCHOOL, nu=5)))
    assert terug.kort == "cijfer 7 → 5, loopt weer"
    assert erbij(terug) == "5"
    [stil] = regels(doelen(SCHOOL), doelen(rustend=(SCHOOL,)))
    assert stil.kort == "rust nu", "also where nothing else changed"


def test_a_goal_that_is_really_gone_or_new_has_no_more_to_say() -> None:
    assert [regel.kort for regel in regels(doelen(SCHOOL), doelen(Doelstand("Voetballen")))] == ["", ""]


def test_the_outcome_as_a_whole_is_laid_beside_that_of_the_last_time() -> None:
    was = Planstand(evaluatie_op=MEI, evaluatie_uitkomst="Het gaat beter.")
    wordt = Planstand(evaluatie_op=JUNI, evaluatie_uitkomst="Het gaat goed.")
    opnieuw, uitkomst = regels(was, wordt)
    assert (opnieuw.kop, uitkomst.kop) == ("Opnieuw kijken", "Wat eruit kwam")
    assert (weg(uitkomst), erbij(uitkomst)) == ("beter", "goed")


def test_an_old_version_without_any_of_it_still_compares() -> None:
    oud = doelen(Doelstand("Elke dag naar school", "Sami", 4, 7, "Hij staat op."))
    assert regels(oud, oud) == []
    nieuw = replace(SCHOOL, nu=6, opp_doel="alle lessen", terugblik=DEELS)
    [regel] = regels(oud, doelen(nieuw))
    assert regel.kort == "cijfer 4 → 6, deels bereikt"


def test_one_version_whole_says_nothing_of_changes() -> None:
    stand = doelen(replace(SCHOOL, terugblik=DEELS))
    [deel] = toon_plan(stand, FORMAAT)
    assert [regel.kort for regel in deel.regels] == [""]
    assert "deels bereikt" in "".join(stuk.tekst for stuk in deel.regels[0].stukken)
