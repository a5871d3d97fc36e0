"""A family of six at the table, typed in the real program in a real terminal, with every key counted."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from kernteam_tui.services.casus import get_casus, vind_casus
from kernteam_tui.services.gezin import get_gezin
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.toegang import unlock
from tests.e2e.handen import MAANDAG, SCHOOL, kaal_thuis, maak_kluis, ontgrendel, regel, start
from tests.e2e.terminal import KEYS, Terminal

ZIN = "vijf losse woorden op rij"
HOOGSTENS = 1.3
"""Keys for each letter of what was told."""

VERTELD = (
    ("Kanaalstraat 12", "3531 CJ", "Utrecht"),
    ("Sami Yıldız", "14-1-2012", "deels"),
    ("Ayşe Yıldız", "moeder", "12-3-1981", "gezag", "Turks", "tolk", "0612345678"),
    ("Lina Yıldız", "zus", "4-5-2014", "deels"),
    ("Mark de Vries", "stiefvader", "1979"),
    ("Vleutenseweg 300", "3532 HJ", "Utrecht", "geheim"),
    ("Kemal Yıldız", "vader", "2-8-1978", "gezag", "0687654321"),
    ("Sami", "deels"),
    ("Lina", "deels"),
    ("Fatma Yıldız", "oma", "vader"),
)
"""What the family tells: six people, two households, gezag. No word of it is about the program."""
GETYPT = (
    "huis Kanaalstraat 12 3531CJ Utrecht",
    "Sami Yıldız 14-1-2012 deels",
    "Ayşe Yıldız moeder 12-3-1981 gezag Turks tolk 0612345678",
    "Lina Yıldız zus 4-5-2014 deels",
    "Mark de Vries stiefvader 1979",
    "huis Vleutenseweg 300 3532HJ Utrecht geheim",
    "Kemal Yıldız vader 2-8-1978 gezag 0687654321",
    "Sami deels",
    "Lina deels",
    "Fatma Yıldız oma via vader",
)


class Tellend:
    """Hands that count: a named key is one, a text is as many as it has signs."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self.toetsen = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.toetsen += 1 if key in KEYS or key.startswith("ctrl+") else len(key)
            self._terminal.press(key)


def test_a_family_of_six_costs_little_more_than_its_own_letters(tmp_path: Path) -> None:
    home = kaal_thuis(tmp_path)
    kluis = home / "kluis"
    maak_kluis(home, kluis, ZIN)
    nummer = meld_aan(home, kluis)
    with start(home, "--map", kluis, *MAANDAG) as terminal:
        ontgrendel(terminal, ZIN)
        terminal.wait_for(r"Nu doen\s+\d+")
        terminal.press("f3", "enter")
        terminal.wait_for("1 Overzicht")
        terminal.press("2")
        terminal.wait_for("i invoeren")
        toetsen = typ_gezin(terminal)
        terminal.wait_for("Gezin ingevoerd")
        terminal.wait_for("Sami: gezamenlijk, Ayşe en Kemal; de ouders wonen apart")
        terminal.press("ctrl+q")
        terminal.wait_for_exit()
    letters = sum(teken.isalnum() for deel in VERTELD for feit in deel for teken in feit)
    print(f"toetsen {toetsen}, letters {letters}, verhouding {toetsen / letters:.2f} (hoogstens {HOOGSTENS})")
    staat_er(kluis, nummer)
    assert toetsen <= HOOGSTENS * letters


def meld_aan(home: Path, kluis: Path) -> str:
    """The casus of Sami, of whom only the first name is known yet; its number."""
    bestand = home / "aanmelding.json"
    gegevens = {
        "jongere": {"roepnaam": "Sami"},
        "school": SCHOOL["naam"],
        "aangemeld": "2026-11-20",
        "redenen": ["verzuim"],
    }
    bestand.write_text(json.dumps(gegevens))
    status, uitkomst = regel(home, kluis, ZIN, "aanmelden", "--bestand", bestand)
    assert status == 0
    bestand.unlink()
    return str(uitkomst["casus"])


def typ_gezin(terminal: Terminal) -> int:
    """From the tab Gezin and back to it; answers how many keys that took."""
    handen = Tellend(terminal)
    handen.press("i")
    terminal.wait_for("Typ één regel per persoon")
    for nummer, tekst in enumerate(GETYPT):
        if nummer:
            handen.press("enter")
        handen.press(tekst)
        terminal.wait_for("= ")
    handen.press("ctrl+s")
    return handen.toetsen


def staat_er(kluis: Path, nummer: str) -> None:
    """Everything that was told stands in the store, and nothing that was not."""
    sessie = unlock(kluis, ZIN, SysteemKlok(date(2026, 11, 23)))
    try:
        casus_id = vind_casus(sessie, nummer)
        casus, gezin = get_casus(sessie, casus_id), get_gezin(sessie, casus_id)
    finally:
        sessie.close()
    mensen = {persoon.naam: persoon for persoon in casus.personen}
    assert list(mensen) == [
        "Sami Yıldız",
        "Ayşe Yıldız",
        "Lina Yıldız",
        "Mark de Vries",
        "Kemal Yıldız",
        "Fatma Yıldız",
    ]
    ayse = mensen["Ayşe Yıldız"]
    assert (ayse.geboortedatum, ayse.taal, ayse.tolk) == (date(1981, 3, 12), "tr", True)
    assert ayse.telefoon == "0612345678"
    assert [p.wie for p in gezin.personen] == ["", "moeder", "zus", "stiefvader", "vader", "oma"]
    assert [(huis.geheim, huis.bewoners) for huis in gezin.huizen] == [
        (False, ("Sami (deels)", "Ayşe", "Lina (deels)", "Mark")),
        (True, ("Kemal", "Sami (deels)", "Lina (deels)", "Fatma")),
    ]
