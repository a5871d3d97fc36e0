"""The search itself, on puzzles in whole numbers: exact with huge kosten, honest about what it knows."""

from __future__ import annotations

import subprocess
import sys
import time
from random import Random

import pytest

from kernteam_tui.domain.planning.puzzel import Gekozen, Puzzel, Stuk, Zet, gretig, klopt
from kernteam_tui.solver import doelen, oplossen
from kernteam_tui.solver.oplossen import los_op
from kernteam_tui.solver.verbeteren import verbeter
from kernteam_tui.solver.zoeken import zoek
from tests.geduld import GEDULD

KWARTIER = 15
RUIM = 10_000_000
"""More steps than any of these small puzzles takes."""


def willekeurig(zaad: int, stukken: int, *, zetten: int = 5, kosten: int = 9, plekken: int = 2) -> Puzzel:
    """Pieces for four people, one of whom can be chosen now and then, and three rooms; with travel."""
    toeval = Random(zaad)

    def zet() -> Zet:
        van = KWARTIER * toeval.randrange(12)
        return Zet(
            kosten=toeval.randrange(kosten),
            van=van,
            tot=van + KWARTIER * toeval.randint(1, 4),
            plek=toeval.randrange(plekken),
            nodig=tuple(sorted(toeval.sample(range(3), toeval.choice([0, 1, 1, 2])))),
            een_van=toeval.choice([(), (), ((3, 4),), ((5,),), ((3, 4), (5,)), ((3, 4), (4, 6))]),
        )

    return Puzzel(
        tuple(
            Stuk(
                tuple(zet() for _ in range(toeval.randint(0, zetten))),
                toeval.random() < 0.3,
                toeval.randrange(4),
            )
            for _ in range(stukken)
        ),
        {0: 1, 1: 1, 2: 1, 3: 1, 4: 1, 5: toeval.choice([1, 2, 3]), 6: 1},
        {(0, 1): toeval.choice([0, 15, 40])},
    )


def een_werker(aantal: int, zetten: int, zaad: int) -> Puzzel:
    """One person in one week of five days: the case in which a search by hand gives up."""
    toeval = Random(zaad)

    def zet() -> Zet:
        van = 24 * 60 * toeval.randrange(5) + KWARTIER * toeval.randrange(29)
        return Zet(toeval.randrange(40), van, van + 60, 0, (0,))

    stukken = tuple(
        Stuk(tuple(zet() for _ in range(zetten)), toeval.random() < 0.2, toeval.randrange(5))
        for _ in range(aantal)
    )
    return Puzzel(stukken, {0: 1}, {})


@pytest.mark.parametrize("zaad", range(60))
def test_the_solver_and_the_search_by_hand_agree(zaad: int) -> None:
    puzzel = willekeurig(zaad, stukken=6)
    met_de_hand = zoek(puzzel, RUIM)
    assert met_de_hand is not None
    uitkomst = los_op(puzzel, werk=0)
    assert klopt(puzzel, uitkomst.oplossing)
    assert klopt(puzzel, met_de_hand)
    assert uitkomst.bewezen
    assert puzzel.waarde(uitkomst.oplossing) == puzzel.waarde(met_de_hand)


def test_an_answer_that_presolve_loses_is_found() -> None:
    """With its presolve on, HiGHS 1.15.1 calls a dearer answer to this one the best."""
    puzzel = willekeurig(5027, stukken=10, zetten=7, plekken=3)
    beste = zoek(puzzel, RUIM)
    assert beste is not None
    uitkomst = los_op(puzzel, werk=0)
    assert uitkomst.bewezen
    assert puzzel.waarde(uitkomst.oplossing) == puzzel.waarde(beste)


@pytest.mark.parametrize("zaad", range(20))
def test_huge_costs_are_exact_or_not_called_proven(zaad: int) -> None:
    puzzel = willekeurig(zaad, stukken=5, kosten=10**17)
    beste = zoek(puzzel, RUIM)
    assert beste is not None
    assert puzzel.waarde(los_op(puzzel).oplossing) == puzzel.waarde(beste)
    alleen_highs = los_op(puzzel, werk=0)
    if alleen_highs.bewezen:
        assert puzzel.waarde(alleen_highs.oplossing) == puzzel.waarde(beste)


@pytest.mark.parametrize("kosten", [2_000_001, 10**9, 10**12])
@pytest.mark.parametrize("zaad", range(12))
def test_costs_above_what_a_double_can_tell_apart_are_proven(zaad: int, kosten: int) -> None:
    puzzel = willekeurig(zaad, stukken=7, zetten=6, kosten=kosten)
    beste = zoek(puzzel, RUIM)
    assert beste is not None
    uitkomst = los_op(puzzel, werk=0, seconden=60)
    assert uitkomst.bewezen
    assert puzzel.waarde(uitkomst.oplossing) == puzzel.waarde(beste)


@pytest.mark.parametrize("zaad", [*range(20), 27, 40, 42, 44, 51, 53, 56])
def test_kosten_in_two_digits_give_the_best(zaad: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With digits of three at most, so that both of them count, and nothing but the solver to find it."""
    puzzel = willekeurig(zaad, stukken=7 + zaad % 2 * 2, zetten=6)
    beste = zoek(puzzel, RUIM)
    assert beste is not None
    monkeypatch.setattr(doelen, "GROOTSTE_KOSTEN", 3)
    monkeypatch.setattr(doelen, "like", lambda puzzel, _: (None,) * len(puzzel.stukken))
    monkeypatch.setattr(oplossen, "verbeter", lambda _, begin: begin)
    uitkomst = los_op(puzzel, werk=0, seconden=60)
    assert uitkomst.bewezen
    assert puzzel.waarde(uitkomst.oplossing) == puzzel.waarde(beste)


@pytest.mark.parametrize("zaad", range(20))
def test_moving_pieces_keeps_the_rules_and_is_never_worse(zaad: int) -> None:
    puzzel = willekeurig(zaad, stukken=25)
    begin = gretig(puzzel)
    beter = verbeter(puzzel, begin)
    assert klopt(puzzel, begin)
    assert klopt(puzzel, beter)
    assert puzzel.waarde(beter) <= puzzel.waarde(begin)


@pytest.mark.lang
@pytest.mark.parametrize("zaad", range(3))
def test_one_worker_with_twenty_four_talks_of_forty_places_is_proven(zaad: int) -> None:
    puzzel = een_werker(24, 40, zaad)
    uitkomst = los_op(puzzel, seconden=60)
    assert uitkomst.bewezen
    assert all(uitkomst.oplossing)


def test_without_time_the_answer_is_at_least_greedy_and_not_called_proven() -> None:
    puzzel = een_werker(60, 40, 1)
    uitkomst = los_op(puzzel, seconden=0)
    assert klopt(puzzel, uitkomst.oplossing)
    assert puzzel.waarde(uitkomst.oplossing) <= puzzel.waarde(gretig(puzzel))
    assert not uitkomst.bewezen


def test_the_last_net_holds_where_the_proof_takes_too_long() -> None:
    puzzel = willekeurig(5, stukken=400, zetten=30, plekken=2)
    begin = time.process_time()
    uitkomst = los_op(puzzel, seconden=1)
    assert time.process_time() - begin < 15
    assert klopt(puzzel, uitkomst.oplossing)
    assert puzzel.waarde(uitkomst.oplossing) <= puzzel.waarde(gretig(puzzel))


def test_too_big_a_number_for_the_solver_is_not_called_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doelen, "GROOTSTE_KOSTEN", 1)
    puzzel = een_werker(16, 12, 3)
    assert not los_op(puzzel, werk=0).bewezen
    monkeypatch.undo()
    assert los_op(puzzel, werk=0).bewezen


def test_an_easy_week_does_not_load_the_solver() -> None:
    """Loading it takes longer than the week."""
    opdracht = (
        "import json, sys\n"
        "from tests.planner.indelen_bouw import deel_in\n"
        "from tests.planner.indelen_weken import drukke_week\n"
        "assert deel_in(drukke_week(6, casussen=8))['bewezen']\n"
        "assert 'highspy' not in sys.modules and 'numpy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", opdracht], check=True, timeout=GEDULD)


def test_the_solver_says_nothing_on_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    los_op(een_werker(30, 10, 1), werk=0)
    assert capfd.readouterr() == ("", "")


def test_the_same_bytes_whatever_the_hashes_are() -> None:
    opdracht = (
        "import kernteam_tui.solver.oplossen as oplossen\n"
        "from tests.planner.indelen_bouw import bytes_van\n"
        "from tests.planner.indelen_weken import drukke_week\n"
        "weken = [drukke_week(z, casussen=9) for z in (2, 6, 11, 30, 36)]\n"
        "print([bytes_van(week) for week in weken])\n"
        "oplossen.zoek = lambda *_: None\n"
        "print([bytes_van(week) for week in weken])\n"
    )
    uit = {
        subprocess.run(
            [sys.executable, "-c", opdracht],
            env={"PYTHONHASHSEED": hash_, "PYTHONPATH": "src:."},
            check=True,
            capture_output=True,
            timeout=GEDULD,
        ).stdout
        for hash_ in ("0", "1", "4242")
    }
    assert len(uit) == 1


def test_control_an_answer_that_takes_somebody_twice_is_seen() -> None:
    puzzel = een_werker(2, 1, 0)
    zet = puzzel.stukken[0].zetten[0]
    dubbel = Puzzel((Stuk((zet,), False, 1), Stuk((zet,), False, 1)), {0: 1}, {})
    een = Gekozen(0, (0,))
    assert not klopt(dubbel, (een, een))
    assert klopt(dubbel, (een, None))
