"""Contract 4, `indelen`: the four goals in their order; written from the contract."""

from __future__ import annotations

from itertools import permutations

from tests.planner.indelen_bouw import deel_in, niet, open_, optie, plekken, van_opties


def test_urgent_talks_go_before_more_talks() -> None:
    """One long urgent talk, or two others: the urgent one."""
    casussen = [
        open_("c1", optie("09:00", "gw1", minuten=120), spoed=True, uiterlijk="2026-12-30"),
        open_("c2", optie("09:00", "gw1")),
        open_("c3", optie("10:00", "gw1")),
    ]
    assert niet(deel_in(van_opties(*casussen))) == ["c2", "c3"]


def test_more_talks_go_before_an_earlier_last_day() -> None:
    casussen = [
        open_("c1", optie("09:00", "gw1", minuten=120), uiterlijk="2026-11-24"),
        open_("c2", optie("09:00", "gw1")),
        open_("c3", optie("10:00", "gw1")),
    ]
    assert niet(deel_in(van_opties(*casussen))) == ["c1"]


def test_an_earlier_last_day_goes_before_the_cost() -> None:
    casussen = [
        open_("c1", optie("09:00", "gw1"), uiterlijk="2026-11-30"),
        open_("c2", optie("09:00", "gw1", kosten=1000), uiterlijk="2026-11-27"),
    ]
    assert niet(deel_in(van_opties(*casussen))) == ["c1"]


def test_the_last_days_left_out_are_compared_from_the_earliest_up() -> None:
    """Leaving out 26 and 26 is better than 25 and 30: the first day that differs decides."""
    samen = [
        open_("a", optie("09:00", "gw1", "gw2"), uiterlijk="2026-11-25"),
        open_("b", optie("10:00", "gw1", "gw2"), uiterlijk="2026-11-30"),
        open_("c", optie("09:30", "gw1", kosten=0), uiterlijk="2026-11-26"),
        open_("d", optie("09:30", "gw2", kosten=0), uiterlijk="2026-11-26"),
    ]
    assert niet(deel_in(van_opties(*samen))) == ["c", "d"]


def test_the_lowest_cost_of_all_together_not_of_each_in_turn() -> None:
    casussen = [
        open_("c1", optie("09:00", "gw1"), optie("10:00", "gw1", kosten=1)),
        open_("c2", optie("09:00", "gw1"), optie("11:00", "gw1", kosten=9)),
    ]
    antwoord = deel_in(van_opties(*casussen))
    assert (plekken(antwoord), antwoord["kosten"]) == ({"c1": "24 10:00", "c2": "24 09:00"}, 1)


def test_a_greedy_choice_would_lose_a_talk() -> None:
    casussen = [
        open_("c1", optie("09:00", "gw1"), optie("10:00", "gw1", kosten=50)),
        open_("c2", optie("09:30", "gw1", minuten=30)),
    ]
    assert niet(deel_in(van_opties(*casussen))) == []


def test_costs_that_differ_by_one_in_a_million_are_told_apart() -> None:
    def kosten(n: int, uur: int) -> int:
        return 999_000 + (n * uur * uur) % 11

    uren = range(9, 15)
    casussen = [
        open_(f"c{n}", *(optie(f"{uur:02}:00", "gw1", kosten=kosten(n, uur)) for uur in uren))
        for n in range(1, 7)
    ]
    antwoord = deel_in(van_opties(*casussen))
    assert antwoord["bewezen"] is True
    assert antwoord["kosten"] == min(
        sum(kosten(n, uur) for n, uur in enumerate(volgorde, start=1)) for volgorde in permutations(uren)
    )
