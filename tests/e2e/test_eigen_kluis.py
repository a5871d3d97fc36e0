"""A store of one's own: made by keys, the plug pulled while typing, opened again, everything still there."""

from __future__ import annotations

import re
import time
from pathlib import Path

from tests.e2e.handen import MAANDAG, begin_notitie, kaal_thuis, ontgrendel, regel, start, vul_in
from tests.e2e.terminal import Terminal
from tests.e2e.test_sleutels import CODE

BEWAARD_NA = 5.0
"""Seconds: what was typed longer ago is safe on any machine. Of one second speaks test_binnen_een_seconde."""
VOORSTEL = r"│ +(\S+(?: \S+){4}) +│"
ZIN = "Moeder zegt: vanmorgen ging het goed, tot de fiets kapot was."


def test_everything_typed_in_a_new_store_survives_a_dead_battery(tmp_path: Path) -> None:
    home = kaal_thuis(tmp_path)
    with start(home, *MAANDAG) as terminal:
        zin, code = richt_in(terminal)
        meld_aan(terminal)
        begin_notitie(terminal)
        terminal.press(ZIN)
        terminal.wait_for("kapot was")
        time.sleep(BEWAARD_NA)
        terminal.finish_work()
        terminal.kill()
    kluis = home / ".local/share/kernteam"
    assert regel(home, kluis, zin, "controle")[1]["in_orde"]
    with start(home, *MAANDAG) as terminal:
        ontgrendel(terminal, "vijf heel andere losse woorden")
        terminal.wait_for("Deze wachtwoordzin|klopt niet")
        ontgrendel(terminal, zin)
        terminal.wait_for(r"Nu doen\s+\d+")
        lees_alles_terug(terminal)
        een_tweede_venster_wordt_geweigerd(home, kluis, zin)
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0
    with start(home, *MAANDAG) as terminal:
        ontgrendel(terminal, code)
        terminal.wait_for(r"Nu doen\s+\d+")


def richt_in(terminal: Terminal) -> tuple[str, str]:
    """The eight steps of the first run; gives the passphrase and the recovery code."""
    terminal.wait_for("stap 1 van 8")
    terminal.wait_for("Wachtwoordzin én herstelcode kwijt is alles kwijt")
    terminal.press("enter")
    terminal.wait_for("stap 2 van 8")
    terminal.press("Noor Bakker", "enter", "noor@voorbeeld.invalid", "enter", "0612345678", "enter")
    zin = kies_wachtwoordzin(terminal)
    code = typ_herstelcode_over(terminal)
    terminal.wait_for("stap 6 van 8")
    terminal.press("Het Baken")
    terminal.wait_for(r"Naam \*\s+Het Baken")
    terminal.press("ctrl+s")
    terminal.wait_for("stap 7 van 8")
    terminal.press("Mo Amrani")
    terminal.wait_for(r"leerplichtambtenaar[ ▼]+Mo Amrani")
    terminal.press("ctrl+s")
    terminal.wait_for(r"stap 8 van 8(.|\n)+Mo Amrani")
    terminal.press("space", "right", "space", "down", "space")
    terminal.wait_for(r"jij +■ +■")
    terminal.press("ctrl+s")
    terminal.wait_for("Nog geen casussen")
    terminal.wait_for(r"leerplicht +□■")
    return zin, code


def kies_wachtwoordzin(terminal: Terminal) -> str:
    """The five words that are offered, read off the screen."""
    terminal.wait_for("stap 3 van 8")
    voorstel = re.search(VOORSTEL, terminal.wait_for(VOORSTEL))
    assert voorstel is not None
    terminal.press("f7")
    terminal.wait_for("sterk")
    terminal.press(voorstel[1], "enter")
    return voorstel[1]


def typ_herstelcode_over(terminal: Terminal) -> str:
    """Shown once; a slip of the pen is told; then typed back without the dashes."""
    scherm = terminal.wait_for(CODE.pattern)
    code = "".join(re.findall(r"\w+", " ".join(re.findall(r"│ +((?:\w+  -  )+\w+) +│", scherm))))
    assert len(code) == 27
    terminal.press("enter")
    terminal.wait_for("stap 5 van 8")
    terminal.press(code[:-1], "enter")
    terminal.wait_for("nog niet de code|tikfout|klopt niet")
    terminal.press(code[-1].lower(), "enter")
    return code


def meld_aan(terminal: Terminal) -> None:
    """The only school is filled in already."""
    terminal.press("n")
    terminal.wait_for(r"School \*\s+Het Baken")
    terminal.wait_for("Ouder 2")
    vul_in(terminal, "Zoë", "Öztürk", "14-3-2011", "", "3B", "", "")
    terminal.press("space")
    terminal.wait_for(r"\[x\] thuiszitten")
    terminal.press("ctrl+s")
    terminal.wait_for("Aangemeld. Startgesprek uiterlijk ma 30 nov")


def lees_alles_terug(terminal: Terminal) -> None:
    """What stood on the screen before the plug was pulled, letter for letter."""
    terminal.press("f3")
    terminal.wait_for("Zoë Öztürk")
    terminal.press("enter")
    terminal.wait_for("1 Overzicht")
    terminal.wait_for("Het Baken · 3B")
    terminal.wait_for("redenen +thuiszitten")
    terminal.press("2")
    terminal.wait_for("14 mrt 2011|14-3-2011|15 jaar")
    terminal.press("4")
    terminal.wait_for("huisbezoek")
    terminal.press("enter")
    terminal.wait_for("Hoe gaat het nu")
    terminal.wait_for(re.escape(ZIN))
    terminal.press("esc")


def een_tweede_venster_wordt_geweigerd(home: Path, kluis: Path, zin: str) -> None:
    """In the line mode and on a second screen."""
    status, antwoord = regel(home, kluis, zin, "caseload")
    assert (status, antwoord["code"]) == (5, "kluis_in_gebruik")
    with start(home, *MAANDAG) as tweede:
        ontgrendel(tweede, zin)
        tweede.wait_for("al open|in gebruik")
        assert "Zoë" not in tweede.text
