"""Anything through the doors of the store, the short form of `python -m bench.faults.fuzz`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.faults.fuzz import gooi, val_om
from bench.faults.fuzz_deuren import (
    Deur,
    proefkluis,
    reservekopiedeur,
    sleuteldeur,
    vaste_klok,
    zoekdeur,
)
from kernteam_tui.services.sessie import Sessie


@pytest.fixture(scope="module")
def sessie(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sessie]:
    """An example caseload of 25."""
    with proefkluis(tmp_path_factory.mktemp("fuzz"), vaste_klok()) as opened:
        yield opened


@pytest.fixture
def deur(request: pytest.FixtureRequest, sessie: Sessie, tmp_path: Path) -> Deur:
    """The door that the test names."""
    doors = {
        "zoeken": lambda: zoekdeur(sessie),
        "sleutels": lambda: sleuteldeur(sessie, tmp_path),
        "reservekopie": lambda: reservekopiedeur(sessie, tmp_path),
    }
    return doors[request.param]()


@pytest.mark.parametrize(
    ("deur", "keren"), [("zoeken", 80), ("sleutels", 80), ("reservekopie", 40)], indirect=["deur"]
)
def test_nothing_unexpected_comes_out(deur: Deur, keren: int) -> None:
    counts, fault = gooi(deur, keren, zaad=1)
    assert fault is None
    assert counts.total() >= keren


@pytest.mark.parametrize("deur", ["zoeken", "sleutels", "reservekopie"], indirect=True)
def test_the_same_cases_make_a_careless_door_fall_over(deur: Deur) -> None:
    assert val_om(deur, 40, zaad=1) > 0
