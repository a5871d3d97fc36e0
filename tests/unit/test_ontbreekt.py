"""A program that is missing is skipped by name in `make test`, and is never a proof."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests import ontbreekt as gemis
from tests.exchange.bladzijde import lezen
from tests.exchange.bladzijde.test_pdfua import keur

TESTS = Path(__file__).parents[1]
POORT = ("exchange/bladzijde", "exchange/planpapier", "exchange/conftest.py")
"""Tests of which the proofs of plan and page are made."""
ZELF_OVERSLAAN = re.compile(r"pytest\.skip\(|mark\.skip")


def test_make_test_skips_and_says_what_is_missing() -> None:
    with pytest.raises(pytest.skip.Exception, match="no Java"):
        gemis.ontbreekt("no Java", diep=False)


def test_a_proof_fails_on_it() -> None:
    with pytest.raises(pytest.fail.Exception, match="missing here: no Java"):
        gemis.ontbreekt("no Java", diep=True)


def test_without_java_or_poppler_the_page_is_not_called_checked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    for kijk in (
        lambda: keur("ua1", tmp_path / "blad.pdf"),
        lambda: lezen.lees_met_pdftotext(b""),
        lambda: lezen.lees_etiketten(b""),
    ):
        with pytest.raises((pytest.skip.Exception, pytest.fail.Exception), match=r"no (Java|pdf\w+)"):
            kijk()


def test_no_test_of_plan_and_page_goes_round_it() -> None:
    bestanden = [
        pad
        for plek in POORT
        for pad in ([TESTS / plek] if plek.endswith(".py") else (TESTS / plek).rglob("*.py"))
    ]
    assert len(bestanden) > 20
    assert [pad.name for pad in bestanden if ZELF_OVERSLAAN.search(pad.read_text("utf-8"))] == []
    assert ZELF_OVERSLAAN.search('pytest.skip("no soffice")'), "control"
