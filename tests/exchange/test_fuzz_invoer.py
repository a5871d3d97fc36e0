"""Any file through the door of the command line, the short form of `python -m bench.faults.fuzz`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.faults.fuzz import gooi, val_om
from bench.faults.fuzz_deuren import Deur, alle_deuren, proefkluis, vaste_klok
from kernteam_tui.services.controle import is_heel, kijk_kluis_na
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vandaag import get_vandaag

KEREN = 60
FORMATEN = ("aanmelding/1", "school/1", "gezinsplan/1")


@pytest.fixture(scope="module")
def sessie(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sessie]:
    """An example caseload of 25."""
    with proefkluis(tmp_path_factory.mktemp("fuzz"), vaste_klok()) as opened:
        yield opened


@pytest.fixture
def deur(request: pytest.FixtureRequest, sessie: Sessie, tmp_path: Path) -> Deur:
    """The door for that format."""
    return next(door for door in alle_deuren(sessie, tmp_path) if door.naam == request.param)


@pytest.mark.parametrize("deur", FORMATEN, indirect=True)
def test_nothing_unexpected_comes_out_and_the_store_stays_whole(deur: Deur, sessie: Sessie) -> None:
    counts, fault = gooi(deur, KEREN, zaad=1)
    assert fault is None
    assert counts.total() >= KEREN
    assert counts["gelezen"] > 0, "some of it must get past the first look"
    get_vandaag(sessie)
    assert is_heel(kijk_kluis_na(sessie))


@pytest.mark.parametrize("deur", FORMATEN, indirect=True)
def test_the_same_files_make_a_careless_door_fall_over(deur: Deur) -> None:
    assert val_om(deur, 30, zaad=1) > 0
