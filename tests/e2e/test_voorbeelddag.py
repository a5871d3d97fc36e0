"""A worker's day on the demo store: from Vandaag to a page for the parents, and closed."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.handen import MAANDAG, bevestig, kaal_thuis, start, vul_in
from tests.e2e.terminal import Terminal

WOORD = "kruidnagelkoek"
"""A word that stands nowhere in the demo, to be found again."""


def test_a_whole_day_by_keys_alone(tmp_path: Path) -> None:
    home = kaal_thuis(tmp_path)
    with start(home, "demo", *MAANDAG) as terminal:
        terminal.wait_for(r"Nu doen\s+\d+")
        assert "VOORBEELD" in terminal.text
        meld_aan(terminal)
        vind_in_de_caseload(terminal)
        plan_startgesprek(terminal)
        schrijf_notitie(terminal)
        schrijf_plan(terminal)
def meld_aan(terminal: Terminal) -> None:
    """A new aanmelding; both deadlines are on the screen."""
    terminal.press("n")
    terminal.wait_for(r"kennismaking ma 30 nov")
    vul_in(terminal, "Jesse", "de Vries", "14-3-2011")
    terminal.wait_for(r"Roepnaam \*\s+Jesse")
    terminal.press("enter")
    terminal.wait_for("Het Kompas")
    terminal.press("down", "enter")
    terminal.wait_for(r"School \*\s+Voorbeeld")
    terminal.press("tab")
    vul_in(terminal, "3B", "mevrouw Post", "", )
    terminal.press("space")
    terminal.wait_for(r"\[[xX✓■]\] thuiszitten")
    terminal.press("tab", "tab")
    vul_in(terminal, "Anna de Vries")
    terminal.wait_for(r"Ouder 1\s+Anna de Vries")

    terminal.press("ctrl+s")
    (terminal.wait_for("Aangemeld. Startgesprek uiterlijk ma 30 nov"))


def vind_in_de_caseload(terminal: Terminal) -> None:
    terminal.press("f3")
    terminal.wait_for("26 casussen")
    terminal.press("f", "jesse")
    terminal.wait_for("1 van")
    terminal.press("enter", "enter")
    terminal.wait_for("1 Overzicht")
    assert "Jesse de Vries" in terminal.text


def plan_startgesprek(terminal: Terminal) -> None:
    terminal.press("s")
    terminal.wait_for(r"Startgesprek plannen[^\n]+Jesse")
    terminal.wait_for("eigen moment kiezen")
    terminal.press("enter")
    (terminal.wait_for(r"[Uu]itnodiging"))
    terminal.press("esc")
    terminal.wait_for("1 Overzicht")


def schrijf_notitie(terminal: Terminal) -> None:
    terminal.press("k")
    terminal.wait_for("Wat voor notitie")
    terminal.press("enter")
    terminal.wait_for("Hoe gaat het nu")
    terminal.press(f"Jesse bakte {WOORD} met zijn moeder.")
    terminal.wait_for(WOORD)
    terminal.press("f8")
    bevestig(terminal, "Notitie afronden")
    terminal.wait_for(r"afgerond ma 23 nov|afgerond")
    terminal.press("esc")
    terminal.wait_for("1 Overzicht")


def schrijf_plan(terminal: Terminal) -> None:
    terminal.press("5")
    terminal.wait_for("nog geen gezinsplan")
    terminal.press("enter")
    terminal.wait_for(r"1  Wie zijn wij")
    terminal.press("down", "down")
    terminal.wait_for(r"3  Wat gaat goed")
    terminal.press("tab", "Jesse kookt graag voor zijn zusje.", "tab", "Anna")
    terminal.wait_for(r"van\s+Anna")
    print(terminal.settle())
    for _ in range(6):
        terminal.press("f6")
    terminal.wait_for(r"9  Wat willen")
    print(terminal.settle())
    terminal.press("enter")
    print(terminal.settle())
    vul_in(terminal, "Jesse is elke ochtend op school", "Jesse", "3", "7")
    print(terminal.settle())
    terminal.press("ctrl+s")
    print(terminal.settle())
    print(terminal.wait_for(r"9  Wat willen"))
    terminal.press("f6")
    print(terminal.wait_for(r"10  Wie doet wat"))
    terminal.press("enter")
    print(terminal.settle())
