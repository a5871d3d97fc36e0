"""docs/delen.md is the tables of today, printed."""

from __future__ import annotations

from pathlib import Path

from tools.delen import pagina

from tests.unit.delen.tabel import delen_rijen, lees_kop, tel_gevallen, toestemming_rijen

PAGINA = Path(__file__).parents[3] / "docs" / "delen.md"


def test_the_page_is_up_to_date() -> None:
    """Print it anew with `python -m tools.delen > docs/delen.md`."""
    assert PAGINA.read_text(encoding="utf-8") == pagina()


def test_the_page_holds_every_row_and_says_the_state_of_the_law() -> None:
    tekst = PAGINA.read_text(encoding="utf-8")
    for rij in (*delen_rijen(), *toestemming_rijen()):
        assert f"{rij.antwoord['zin']} | {rij.antwoord['artikel']}" in tekst
    assert lees_kop()["stand"] in tekst
    assert f"{tel_gevallen():,}".replace(",", ".") in tekst
