"""A choice out of many combinations leaves nothing out that it promises."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from tests.greep import beurten, paren

TALEN, SOORTEN, VORMEN = "abcdefg", (1, 2, 3), ("klein", "groot", "twee")


def ontmoetingen(keuzes: Sequence[tuple[object, ...]]) -> set[object]:
    return {paar for keus in keuzes for paar in combinations(enumerate(keus), 2)}


def test_every_two_values_meet_in_far_fewer_combinations() -> None:
    alles = list(product(TALEN, SOORTEN, VORMEN))
    gekozen = paren(TALEN, SOORTEN, VORMEN, diep=False)
    assert ontmoetingen(gekozen) == ontmoetingen(alles)
    assert len(gekozen) < len(alles) / 2
    assert ontmoetingen(gekozen[1:]) != ontmoetingen(alles)


def test_every_value_has_its_turn() -> None:
    gekozen = beurten(TALEN, SOORTEN, VORMEN, diep=False)
    assert len(gekozen) == len(TALEN)
    assert [set(kant) for kant in zip(*gekozen, strict=True)] == [set(TALEN), set(SOORTEN), set(VORMEN)]


def test_the_proofs_look_at_all_of_them() -> None:
    alles = list(product(TALEN, SOORTEN, VORMEN))
    assert paren(TALEN, SOORTEN, VORMEN, diep=True) == alles
    assert beurten(TALEN, SOORTEN, VORMEN, diep=True) == alles
