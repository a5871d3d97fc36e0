"""Damaged files are told or mended: the short form of `python -m bench.faults.damage`."""

from __future__ import annotations

from random import Random

import pytest

from bench.faults.spoil import KEY_FILE, STORE, Spoil
from tests.store.faults.test_doden import run_bench


@pytest.mark.lang
def test_every_damage_is_found_or_mended_and_the_controls_are_missed() -> None:
    told = run_bench("damage", "--store", "40", "--keys", "24", "--log", "13")
    assert "mended and said             16" in told
    assert "refused at opening           8" in told
    assert "log, beside its index: 13 damages\n  last saves gone, and said    12\n" in told


@pytest.mark.parametrize(("name", "spoil"), [*STORE, *KEY_FILE])
def test_every_way_to_damage_a_file_changes_it_and_is_the_same_for_the_same_seed(
    name: str, spoil: Spoil
) -> None:
    assert name
    whole = Random(1).randbytes(40_960)
    assert spoil(whole, Random(2)) == spoil(whole, Random(2)) != whole
