"""What somebody agreed with: what counts as another plan, and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.gezinsplancodes import Doeluitkomst
from kernteam_tui.domain.planverschil.kern import veranderd
from kernteam_tui.domain.planverschil.plan import (
    Actiestand,
    Blikstand,
    Doelstand,
    Onderdeelstand,
    Planstand,
    Terugblik,
)

GOED, DOELEN, ACTIES = "wat_gaat_goed", "wat_willen_wij_bereiken", "wie_doet_wat"
OPNIEUW = "wanneer_kijken_we_opnieuw"
SCHOOL = Doelstand("Elke dag naar school", "Sami", 3, 7, "Hij staat op.")
RUZIE = Doelstand("Minder ruzie", "Fatma", 4, 8)
BELLEN = Actiestand("Mentor bellen", "Vera", date(2026, 5, 4))
ETEN = Actiestand("Samen eten", "iedereen")
FATMA, SAMI = Citaat("Fatma", "tr", "Hij helpt mij veel."), Citaat("Sami", "nl", "Gym.")
DEEL = Onderdeelstand((FATMA, SAMI), "Thuis is het rustig.", {"cijfer": "6"})
TOEN = Planstand(
    onderdelen={GOED: DEEL, "akkoord": Onderdeelstand((), "Fatma is het eens.")},
    doelen=(SCHOOL, RUZIE),
    acties=(BELLEN, ETEN),
    evaluatie_op=date(2026, 6, 12),
)


def met(deel: Onderdeelstand) -> Planstand:
    return replace(TOEN, onderdelen={**TOEN.onderdelen, GOED: deel})


@pytest.mark.parametrize(
    "nu",
    [
        TOEN,
        met(replace(DEEL, woorden=(SAMI, FATMA))),
        met(replace(DEEL, woorden=(replace(FATMA, op_bladzijde=False), replace(SAMI, taal="ar")))),
        met(replace(DEEL, toelichting=" Thuis  is het\nrustig. ")),
        met(replace(DEEL, ouders_zien="nee, niet zien")),
        met(replace(DEEL, velden={"cijfer": "6", "dag": " "})),
        replace(TOEN, onderdelen={GOED: DEEL, "akkoord": Onderdeelstand((), "Fatma en Sami zijn het eens.")}),
        replace(TOEN, onderdelen={**TOEN.onderdelen, "veiligheid": Onderdeelstand((), " \n")}),
        replace(TOEN, doelen=(RUZIE, SCHOOL), acties=(ETEN, BELLEN)),
        replace(TOEN, doelen=(replace(SCHOOL, nu=6, blikken=(Blikstand(date(2026, 6, 1), 6),)), RUZIE)),
        replace(TOEN, doelen=(replace(SCHOOL, opp_afgestemd_op=date(2026, 6, 1)), RUZIE)),
        replace(
            TOEN, doelen=(replace(SCHOOL, terugblik=Terugblik(date(2026, 6, 1), Doeluitkomst.DEELS)), RUZIE)
        ),
        replace(TOEN, acties=(replace(BELLEN, klaar=True), ETEN)),
        replace(TOEN, variant="jongere", opp="bekeken", familieplan="wil het niet, 12 mei 2026"),
    ],
)
def test_what_goes_on_around_the_text_is_nothing_new_to_agree_with(nu: Planstand) -> None:
    assert veranderd(TOEN, nu) == frozenset()


@pytest.mark.parametrize(
    ("nu", "waar"),
    [
        (met(replace(DEEL, woorden=(FATMA, replace(SAMI, tekst="Gym!")))), {GOED}),
        (met(replace(DEEL, woorden=(FATMA, replace(SAMI, van="Emre")))), {GOED}),
        (met(replace(DEEL, woorden=(FATMA,))), {GOED}),
        (met(replace(DEEL, toelichting="Mening: thuis is het rustig.")), {GOED}),
        (met(replace(DEEL, velden={"cijfer": "7"})), {GOED}),
        (replace(TOEN, onderdelen={}), {GOED}),
        (replace(TOEN, doelen=(SCHOOL,)), {DOELEN}),
        (replace(TOEN, doelen=(replace(SCHOOL, gewenst=8), RUZIE)), {DOELEN}),
        (replace(TOEN, doelen=(replace(SCHOOL, familiedoel="De wekker"), RUZIE)), {DOELEN}),
        (replace(TOEN, acties=(BELLEN, ETEN, Actiestand("Zwemmen"))), {ACTIES}),
        (replace(TOEN, acties=(replace(BELLEN, wanneer=date(2026, 5, 5)), ETEN)), {ACTIES}),
        (replace(TOEN, evaluatie_op=date(2026, 7, 12)), {OPNIEUW}),
        (replace(TOEN, evaluatie_uitkomst="We gaan door.", doelen=()), {OPNIEUW, DOELEN}),
    ],
)
def test_another_word_goal_or_day_is(nu: Planstand, waar: set[str]) -> None:
    assert veranderd(TOEN, nu) == waar
    assert veranderd(nu, TOEN) == waar, "taken back is a change as well"


def test_the_same_words_twice_are_more_than_once() -> None:
    assert veranderd(TOEN, met(replace(DEEL, woorden=(FATMA, SAMI, SAMI)))) == {GOED}


_TEKST = st.text(max_size=12)
_DELEN = st.builds(
    Onderdeelstand,
    st.lists(st.builds(Citaat, _TEKST, st.just("nl"), _TEKST), max_size=3).map(tuple),
    _TEKST,
    st.dictionaries(st.sampled_from(["cijfer", "dag"]), _TEKST, max_size=2),
)
_STANDEN = st.builds(
    Planstand,
    st.dictionaries(st.sampled_from([GOED, "veiligheid", ACTIES, "akkoord"]), _DELEN, max_size=3),
    st.lists(st.builds(Doelstand, _TEKST, _TEKST, st.none(), st.none() | st.integers(0, 10)), max_size=3).map(
        tuple
    ),
    st.lists(st.builds(Actiestand, _TEKST, _TEKST, st.none() | st.dates()), max_size=3).map(tuple),
    st.none() | st.dates(),
    _TEKST,
)


@given(_STANDEN, _STANDEN)
def test_it_never_matters_which_of_the_two_came_first(een: Planstand, ander: Planstand) -> None:
    assert veranderd(een, ander) == veranderd(ander, een)
    assert veranderd(een, een) == frozenset()
    assert "akkoord" not in veranderd(een, ander)


@given(_STANDEN, st.data())
def test_order_is_never_a_change(een: Planstand, keuze: st.DataObject) -> None:
    geschud = replace(
        een,
        onderdelen={
            sleutel: replace(deel, woorden=tuple(keuze.draw(st.permutations(deel.woorden))))
            for sleutel, deel in een.onderdelen.items()
        },
        doelen=tuple(keuze.draw(st.permutations(een.doelen))),
        acties=tuple(keuze.draw(st.permutations(een.acties))),
    )
    assert veranderd(een, geschud) == frozenset()
