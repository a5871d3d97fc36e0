"""The glossary points at what is there: every name in its last column exists in the code."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HUIS = ROOT / "src" / "kernteam_tui"
RIJEN = [
    regel.strip("|").split("|")
    for regel in (ROOT / "docs" / "woordenlijst.md").read_text(encoding="utf-8").splitlines()
    if regel.startswith("|")
][2:]
NAMEN = [(rij[0].strip(), naam) for rij in RIJEN for naam in re.findall(r"`([^`]+)`", rij[-1])]


@cache
def alles_wat_heet() -> dict[str, set[str]]:
    """Every class and function of the program -> what a class has: fields, methods, members."""
    gevonden: defaultdict[str, set[str]] = defaultdict(set)
    for bestand in HUIS.rglob("*.py"):
        for deel in ast.walk(ast.parse(bestand.read_text(encoding="utf-8"))):
            if isinstance(deel, ast.FunctionDef):
                gevonden[deel.name].update()
            elif isinstance(deel, ast.ClassDef):
                gevonden[deel.name].update(naam for regel in deel.body for naam in _namen(regel))
    return gevonden


def _namen(regel: ast.stmt) -> list[str]:
    if isinstance(regel, ast.FunctionDef):
        return [regel.name]
    doelen = regel.targets if isinstance(regel, ast.Assign) else [getattr(regel, "target", None)]
    return [doel.id for doel in doelen if isinstance(doel, ast.Name)]


def bestaat(naam: str, code: dict[str, set[str]]) -> bool:
    if "/" in naam:
        return (HUIS / naam).exists()
    klasse, _, deel = naam.partition(".")
    return klasse in code and (not deel or deel in code[klasse])


@pytest.mark.parametrize(("woord", "naam"), NAMEN, ids=lambda deel: str(deel))
def test_each_word_has_its_place_in_the_code(woord: str, naam: str) -> None:
    assert bestaat(naam, alles_wat_heet()), f"{woord}: {naam} is er niet (meer)"


def test_a_name_that_is_not_there_is_seen() -> None:
    for naam in ("domain/dossier.py", "Dossiermap", "Casus.bsn"):
        assert not bestaat(naam, alles_wat_heet())


def test_every_word_says_what_it_means_and_where_it_is() -> None:
    assert len(RIJEN) > 40
    for woord, betekenis, code in RIJEN:
        assert woord.strip()
        assert betekenis.strip()
        assert "`" in code
