"""Every error says what is wrong and what to do, in its own words; none sends somebody back to nothing."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

from kernteam_tui.data.fouten import StoreError
from kernteam_tui.domain.fouten import KernteamError

HUIS = Path(__file__).parents[2] / "src" / "kernteam_tui"
OPNIEUW_BEGINNEN = re.compile(
    r"begin(t|nen)? (helemaal |weer )?(overnieuw|opnieuw)|opnieuw beginnen|start opnieuw|"
    r"(maak|begin) (dan |eerst )?een nieuwe kluis|gooi .*kluis.* weg|verwijder .*kluis",
    re.IGNORECASE,
)
"""Words that have cost people their history: an empty store in the place of a damaged one."""
ENGELS = re.compile(
    r"\b(error|failed|file|please|invalid|password|store|database|try again)\b", re.IGNORECASE
)


def soorten(soort: type[KernteamError]) -> list[type[KernteamError]]:
    return [soort, *(onder for directe in soort.__subclasses__() for onder in soorten(directe))]


def van_het_programma() -> list[type[KernteamError]]:
    """Every class of error, wherever it is written."""
    for pad in sorted(HUIS.rglob("*.py")):
        if re.search(
            r"class \w+\((KernteamError|StoreError|RegelGeweigerd|InhoudOngeldig)\)", pad.read_text()
        ):
            import_module(".".join(pad.relative_to(HUIS.parent).with_suffix("").parts))
    return [s for s in soorten(KernteamError) if s.__module__.startswith("kernteam_tui.")]


ALLE = van_het_programma()
VAN_DE_KLUIS = [soort for soort in ALLE if issubclass(soort, StoreError)]


@pytest.mark.parametrize("soort", VAN_DE_KLUIS, ids=lambda soort: soort.__name__)
def test_an_error_of_the_store_says_what_is_wrong_and_what_to_do(soort: type[StoreError]) -> None:
    fout = soort()
    for zin in (fout.tekst, fout.stap, fout.titel):
        assert zin[0].isupper() or zin.startswith("'")
        assert not ENGELS.search(zin), zin
        assert not OPNIEUW_BEGINNEN.search(zin), zin
    assert fout.tekst.endswith(".")
    assert fout.stap.endswith(".")
    assert fout.exit_status in (1, 3, 4, 5)


def test_every_error_of_the_store_has_words_of_its_own() -> None:
    for deel in ("tekst", "stap"):
        zinnen = [getattr(soort(), deel) for soort in VAN_DE_KLUIS]
        dubbel = {zin for zin in zinnen if zinnen.count(zin) > 1}
        assert all(deel == "stap" for _ in dubbel), dubbel


def test_a_code_means_one_thing() -> None:
    """A subclass may share the code of what it is a kind of."""
    eerste: dict[str, type[KernteamError]] = {}
    for soort in ALLE:
        bekend = eerste.setdefault(soort.code, soort)
        assert issubclass(soort, bekend) or soort.code == "schijf_vol", (soort, bekend)


def test_no_sentence_in_the_program_offers_to_begin_anew() -> None:
    gevonden = [
        (pad.name, deel.value)
        for pad in HUIS.rglob("*.py")
        for deel in ast.walk(ast.parse(pad.read_text(encoding="utf-8")))
        if isinstance(deel, ast.Constant)
        and isinstance(deel.value, str)
        and OPNIEUW_BEGINNEN.search(deel.value)
    ]
    in_docstrings = ("none of them offers", "begin opnieuw")
    assert [paar for paar in gevonden if not any(stuk in paar[1] for stuk in in_docstrings)] == []


def test_the_forbidden_words_are_seen() -> None:
    """Control."""
    for zin in ("Begin opnieuw.", "Maak een nieuwe kluis.", "Verwijder de kluis en start."):
        assert OPNIEUW_BEGINNEN.search(zin)
    assert not OPNIEUW_BEGINNEN.search("Open de kluis opnieuw.")


def test_every_code_of_the_store_stands_in_the_manual_of_the_command_line() -> None:
    boek = (HUIS.parents[1] / "docs" / "openformaat.md").read_text(encoding="utf-8")
    nooit_gezien = {"kluis_fout", "kluis_gaat_dicht"}
    assert {soort.code for soort in VAN_DE_KLUIS if f"`{soort.code}`" not in boek} - nooit_gezien == set()
