"""The low drawing of who stands around: where a round one does not fit, before it becomes a sentence."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kernteam_tui.domain.bladzijde import TALEN, Bladsoort, Kringlid
from kernteam_tui.exchange.bladzijde import maak_pdf, pdf
from kernteam_tui.exchange.bladzijde.kring import MEESTE_NAMEN, Kaartje, Kaartmaat, Kringkaart
from kernteam_tui.exchange.bladzijde.opbouw import Kringregel, bouw_op
from kernteam_tui.exchange.bladzijde.waaier import TUSSENRUIMTE, plaats_in_waaier, spiegel
from kernteam_tui.exchange.drukwerk import Opschrift, Zetsel
from tests.exchange.bladzijde.paginas import maak_langste, maak_pagina
from tests.exchange.bladzijde.test_pdf import alle_tekst, elementen

MENSEN = st.lists(
    st.tuples(st.integers(1, 3), st.floats(1.5, 8.5), st.floats(1.2, 4.0)),
    min_size=1,
    max_size=MEESTE_NAMEN,
)
IN_EEN_ZIN = {"ar-ouder_apart", "en-jongere", "uk-jongere"}
"""Large print of these is too full for two sheets with any drawing."""


def waaier_van(mensen: list[tuple[int, float, float]], breed: float = 60.0) -> Kringkaart | None:
    gesorteerd = sorted(mensen)
    kring = [Kringregel(f"naam {n}", "", ring) for n, (ring, _, _) in enumerate(gesorteerd)]
    maten = [Kaartmaat((wie.naam,), (), b, h) for wie, (_, b, h) in zip(kring, gesorteerd, strict=True)]
    return plaats_in_waaier(kring, maten, breed)


@settings(deadline=None, max_examples=80)
@given(MENSEN, st.sampled_from([24.0, 28.6, 42.0, 60.0]))
def test_no_card_touches_another_or_the_family_or_leaves_the_drawing(
    mensen: list[tuple[int, float, float]], breed: float
) -> None:
    kaart = waaier_van(mensen, breed)
    if kaart is None:
        return
    for tekening in (kaart, spiegel(kaart)):
        x, y = tekening.hart
        gezin = Kaartje(-1, (), (), 0, 2 * tekening.midden, 2 * tekening.midden, x - 1.5, y - 1.5)
        allen = (*tekening.namen, gezin)
        assert tekening.breed <= breed
        assert [k.naam_regels for k in tekening.namen] == [(f"naam {n}",) for n in range(len(mensen))]
        assert min(min(k.x, k.y) for k in allen) >= 0
        assert max(k.x + k.b for k in allen) <= tekening.breed + 1e-9
        assert max(k.y + k.h for k in allen) <= tekening.hoog + 1e-9
        assert min(een.ruimte(ander) for een, ander in combinations(allen, 2)) >= TUSSENRUIMTE - 1e-9


@settings(deadline=None, max_examples=40)
@given(MENSEN)
def test_who_is_nearer_stands_nearer_to_where_reading_begins(mensen: list[tuple[int, float, float]]) -> None:
    kaart = waaier_van(mensen)
    if kaart is None:
        return
    omgekeerd = spiegel(kaart)
    for een, ander in combinations(range(len(mensen)), 2):
        if kaart.namen[een].ring < kaart.namen[ander].ring:
            assert kaart.namen[een].x < kaart.namen[ander].x
            assert omgekeerd.namen[een].x > omgekeerd.namen[ander].x
    assert spiegel(omgekeerd).hart == pytest.approx(kaart.hart)


def test_more_people_than_a_picture_holds_and_a_name_that_is_too_long_are_a_sentence() -> None:
    assert waaier_van([(1, 3.0, 1.2)] * (MEESTE_NAMEN + 1), 400.0) is None
    assert waaier_van([(1, 80.0, 1.2)]) is None
    assert waaier_van([]) is None


@pytest.mark.parametrize("soort", list(Bladsoort))
@pytest.mark.parametrize("taal", TALEN)
def test_large_print_draws_who_stands_around_on_two_sheets(taal: str, soort: Bladsoort) -> None:
    pagina = maak_pagina(taal, soort, "groot")
    afdruk = maak_pdf(pagina)
    plaatjes = [str(knoop.get("/Alt", "")) for kind, knoop in elementen(afdruk.data) if kind == "/Figure"]
    in_een_zin = f"{taal}-{soort.value}" in IN_EEN_ZIN
    assert (afdruk.bladzijden, afdruk.punten) == (2, 18)
    assert (bouw_op(pagina).kring_uitleg in plaatjes) is not in_een_zin
    assert bool(afdruk.meldingen) is in_een_zin
    tekst = alle_tekst(afdruk.data)
    assert all(woord in tekst for lid in pagina.kring for woord in lid.naam.split())


@pytest.mark.parametrize("vorm", ["gewoon", "tweetalig"])
@pytest.mark.parametrize("soort", list(Bladsoort))
@pytest.mark.parametrize("taal", TALEN)
def test_every_ordinary_page_draws_who_stands_around_on_one_a4(
    taal: str, soort: Bladsoort, vorm: str
) -> None:
    afdruk = maak_pdf(maak_pagina(taal, soort, vorm))
    assert (afdruk.bladzijden, afdruk.meldingen) == (1, ())


def test_a_name_and_who_that_is_stand_together_in_a_sentence_of_the_other_direction() -> None:
    pagina = replace(maak_pagina("ar"), kring=(Kringlid("Oma Hatice", "moeder van mama", 1),))
    assert "\u2068\u2068Oma Hatice\u2069 (\u2068moeder van mama\u2069)\u2069" in bouw_op(pagina).kring_uitleg


def test_of_a_page_that_is_too_long_only_the_largest_and_the_smallest_letters_are_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    groottes: list[float] = []
    eigen = pdf._druk

    def tel(opschrift: Opschrift, zetsel: Zetsel, punten: float) -> pdf.Afdruk:
        groottes.append(punten)
        return eigen(opschrift, zetsel, punten)

    monkeypatch.setattr(pdf, "_druk", tel)
    maak_pdf(maak_langste("nl"))
    assert set(groottes) == {12.0, 10.5}
    groottes.clear()
    assert maak_pdf(maak_pagina("nl")).punten == 11.5
    assert groottes == [12.0, 10.5, 11.5]
