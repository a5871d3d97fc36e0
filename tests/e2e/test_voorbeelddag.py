"""A worker's day on the demo store: from Vandaag to a page for the parents, and closed."""

from __future__ import annotations

import re
from pathlib import Path

from tests.e2e.handen import MAANDAG, bevestig, kaal_thuis, start, vul_in
from tests.e2e.terminal import Terminal

WOORD = "kruidnagelkoek"
"""A word that stands nowhere in the demo, to be found again."""


def test_a_whole_day_by_keys_alone(tmp_path: Path) -> None:
    home = kaal_thuis(tmp_path)
    with start(home, "demo", *MAANDAG) as terminal:
        terminal.wait_for(r"Nu doen\s+\d+")
        terminal.wait_for("VOORBEELD")
        meld_aan(terminal)
        vind_in_de_caseload(terminal)
        plan_startgesprek(terminal)
        schrijf_notitie(terminal)
        schrijf_plan(terminal)
        maak_bladzijde(terminal, home)
        vergrendel_midden_in_een_zin(terminal)
        sluit_af(terminal)
        zoek_terug(terminal)
        stop(terminal, home)


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
    vul_in(terminal, "3B", "mevrouw Post", "")
    terminal.press("space")
    terminal.wait_for(r"\[x\] thuiszitten")
    terminal.press("tab", "tab")
    vul_in(terminal, "Anna de Vries")
    terminal.wait_for(r"Ouder 1\s+Anna de Vries")
    terminal.press("ctrl+s")
    terminal.wait_for("Aangemeld. Startgesprek uiterlijk ma 30 nov")


def vind_in_de_caseload(terminal: Terminal) -> None:
    terminal.press("f3")
    terminal.wait_for("26 casussen")
    terminal.press("f", "jesse")
    terminal.wait_for("1 van")
    terminal.press("enter", "enter")
    terminal.wait_for("1 Overzicht")
    terminal.wait_for("Jesse de Vries")


def plan_startgesprek(terminal: Terminal) -> None:
    terminal.press("s")
    terminal.wait_for(r"Startgesprek plannen[^\n]+Jesse")
    terminal.wait_for("eigen moment kiezen")
    terminal.press("enter")
    terminal.wait_for(r"uitnodiging-\S+\.ics")
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
    terminal.wait_for("afgerond")
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
    for _ in range(6):
        terminal.press("f6")
    vul_lijst_aan(
        terminal, r"9  Wat willen", "Jesse is elke ochtend op school", "Jesse", "3", "7", "De mentor ziet hem"
    )
    terminal.wait_for("cijfer 3 → wens 7")
    terminal.press("f6")
    vul_lijst_aan(terminal, r"10  Wie doet wat", "Loopt samen naar school", "Anna", "di")
    terminal.wait_for("Anna")
    for _ in range(3):
        terminal.press("f6")
    vul_lijst_aan(terminal, r"13  Wanneer kijken", "5-1-2027")
    terminal.press("f8")
    bevestig(terminal, r"Versie 1 vaststellen\?")


def vul_lijst_aan(terminal: Terminal, kop: str, *waarden: str) -> None:
    """Enter on the list of a section; the form; back."""
    terminal.wait_for(kop)
    terminal.press("enter")
    terminal.wait_for("ctrl\\+s klaar")
    vul_in(terminal, *waarden)
    terminal.press("ctrl+s")
    terminal.wait_for(kop)


def maak_bladzijde(terminal: Terminal, home: Path) -> None:
    terminal.wait_for("bladzijde voor de ouders maken")
    terminal.press("right", "enter")
    terminal.wait_for("Voor wie is de bladzijde")
    terminal.press("enter")
    terminal.wait_for("Heeft Anna de Vries gezag")
    terminal.press("left")
    terminal.press("tab", "gezagsregister bekeken op 23 november", "ctrl+s")
    terminal.wait_for("Samen|koelkast|kookt graag")
    terminal.press("p")
    terminal.wait_for("De bladzijde is opgeslagen")
    (pdf,) = home.rglob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    terminal.press("enter")
    assert not re.search("jesse|vries|anna", pdf.name, re.IGNORECASE)


def vergrendel_midden_in_een_zin(terminal: Terminal) -> None:
    terminal.press("f3")
    terminal.wait_for("26 casussen")
    terminal.press("f", "jesse")
    terminal.wait_for("1 van")
    terminal.press("enter", "enter")
    terminal.wait_for("1 Overzicht")
    terminal.press("k")
    terminal.wait_for("Wat voor notitie")
    terminal.press("enter")
    terminal.wait_for("Hoe gaat het nu")
    terminal.press("Halverwege deze zi", "ctrl+l")
    terminal.wait_for("Wachtwoordzin")
    assert "Halverwege" not in terminal.text
    terminal.press("voorbeeld", "enter")
    terminal.wait_for("Halverwege deze zi")
    terminal.press("n is er niets weg.")
    terminal.wait_for("Halverwege deze zin is er niets weg.")
    terminal.press("esc")


def sluit_af(terminal: Terminal) -> None:
    """The kenmerk stands there with what it means."""
    terminal.wait_for("1 Overzicht")
    terminal.press("7")
    terminal.wait_for("Deze casus loopt nog")
    terminal.press("enter")
    terminal.wait_for("De doelen zijn bereikt of de afgesproken tijd is om")
    terminal.press("tab", "tab", "down", "tab", "left")
    terminal.wait_for(r"\(•\) volgens plan")
    terminal.wait_for(r"Zelfstandig verder \*\s+\(•\) ja")
    terminal.press("ctrl+s")
    terminal.wait_for(r"(?m)^ afgesloten ·")


def zoek_terug(terminal: Terminal) -> None:
    """A word of the note is found from anywhere; Enter opens the note."""
    terminal.press("f2")
    terminal.wait_for(r"Nu doen\s+\d+")
    terminal.press("/", WOORD)
    terminal.wait_for("1 plaats gevonden")
    terminal.press("enter")
    terminal.wait_for(r"Huisbezoek[^\n]+Jesse")
    terminal.wait_for(f"Jesse bakte {WOORD}")


def stop(terminal: Terminal, home: Path) -> None:
    """The demo asks before its folder goes, because something was typed; nothing stays behind."""
    terminal.press("ctrl+q")
    terminal.wait_for("Wil je het bewaren")
    terminal.press("n", "enter")
    assert terminal.wait_for_exit() == 0
    assert not [pad for pad in (home / "tmp").rglob("*") if pad.is_file()]
