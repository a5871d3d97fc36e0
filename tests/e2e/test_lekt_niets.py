"""What is typed into the program stands in no file in a readable form, whatever happens."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.e2e.handen import (
    MAANDAG,
    begin_notitie,
    bevestig,
    kaal_thuis,
    maak_kluis,
    ontgrendel,
    start,
    vul_in,
)
from tests.e2e.terminal import Terminal

ZIN = "gordijn fiets komkommer lantaarn zeef"
NAAM, WOORDEN, NOTITIE, PLAN, CONCEPT = MERKEN = (
    "Zwàluwstaart",
    "Kérsebloesem",
    "Pírouettedans",
    "Ankèrplaatsje",
    "Vlínderslagje",
)
MAG_IN = {".pdf": {NAAM, PLAN}, ".txt": {NAAM, PLAN}}
"""A page for the parents is meant to be read; it stands in `uit`. An invitation holds no text at all."""


def test_five_texts_are_in_no_file_while_open_locked_closed_or_killed(tmp_path: Path) -> None:
    home = kaal_thuis(tmp_path)
    kluis = home / "kluis"
    maak_kluis(home, kluis, ZIN)
    with start(home, "--map", kluis, *MAANDAG) as terminal:
        ontgrendel(terminal, ZIN)
        terminal.wait_for("Nog geen casussen")
        typ_alles(terminal)
        assert {"kluis.db-wal", "uit"} <= {pad.name for pad in kluis.iterdir()}
        assert {pad.suffix for pad in (kluis / "uit").iterdir()} == {".ics", ".pdf", ".txt"}
        assert gelekt(home, kluis) == {}
        getekend = len(terminal.raw)
        terminal.press("ctrl+l")
        terminal.wait_for("Enter openen")
        assert gelekt(home, kluis) == {}
        de_terminal_zwijgt(bytes(terminal.raw), getekend)
        ontgrendel(terminal, ZIN)
        terminal.wait_for(CONCEPT)
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0
    assert gelekt(home, kluis) == {}
    with start(home, "--map", kluis, *MAANDAG) as terminal:
        ontgrendel(terminal, ZIN)
        terminal.wait_for("Nu doen")
        terminal.press("n")
        terminal.wait_for(CONCEPT)
        terminal.press("tab", f"van {NOTITIE}")
        terminal.kill()
    assert gelekt(home, kluis) == {}
    een_gewone_database_zou_alles_laten_zien(home, kluis)


def de_terminal_zwijgt(stroom: bytes, getekend: int) -> None:
    """Nothing of the texts was sent to the terminal once the lock key was pressed; before it, they were."""
    assert leesbaar(stroom[:getekend]) == set(MERKEN)
    assert leesbaar(stroom[getekend:]) == set()


def een_gewone_database_zou_alles_laten_zien(home: Path, kluis: Path) -> None:
    """The control: the same texts in plain SQLite in the same home are all found, each in each form."""
    for merk in MERKEN:
        gewoon = home / "gewoon.db"
        with sqlite3.connect(gewoon) as verbinding:
            verbinding.execute("CREATE VIRTUAL TABLE zoek USING fts5(tekst)")
            verbinding.execute("INSERT INTO zoek VALUES (?)", (f"iets over {merk} en meer",))
        verbinding.close()
        assert gelekt(home, kluis) == {"gewoon.db": {merk}}
        for vorm in vormen(merk):
            assert leesbaar(b"\0" + vorm + b"\0") == {merk}
        gewoon.unlink()


def typ_alles(terminal: Terminal) -> None:
    """Four of the texts are finished, the fifth is half typed."""
    terminal.press("n")
    terminal.wait_for("Ouder 2")
    vul_in(terminal, "Jesse", NAAM, "", "", "3B", WOORDEN, "")
    terminal.press("space", "tab", "tab")
    vul_in(terminal, f"Anna {NAAM}")
    terminal.press("left")
    terminal.wait_for(r"gezag +\(•\) ja")
    terminal.press("ctrl+s")
    terminal.wait_for("Aangemeld. Startgesprek uiterlijk")
    plan_startgesprek(terminal)
    begin_notitie(terminal)
    terminal.press(f"Over {NOTITIE}.", "f8")
    bevestig(terminal, "Notitie afronden")
    terminal.wait_for("afgerond")
    terminal.press("esc")
    schrijf_plan(terminal)
    terminal.press("f3")
    terminal.wait_for("1 casus")
    terminal.press("n")
    terminal.wait_for("Ouder 2")
    terminal.press(CONCEPT)
    terminal.wait_for(r"bewaard \d\d:")


def plan_startgesprek(terminal: Terminal) -> None:
    """Its invitations are files outside the store."""
    terminal.wait_for("1 Overzicht")
    terminal.press("s")
    terminal.wait_for("eigen moment kiezen")
    terminal.press("enter")
    terminal.wait_for(r"uitnodiging-\S+\.ics")
    terminal.press("esc")
    terminal.wait_for("1 Overzicht")


def schrijf_plan(terminal: Terminal) -> None:
    """A section in words, a version, and the page for a parent as PDF and as text."""
    terminal.wait_for("1 Overzicht")
    terminal.press("5")
    terminal.wait_for("nog geen gezinsplan")
    terminal.press("enter")
    terminal.wait_for("1  Wie zijn wij")
    terminal.press("down", "down", "tab", f"Het is een {PLAN}.", "f8")
    bevestig(terminal, r"Versie 1 vaststellen\?")
    bevestig(terminal, "bladzijde voor de ouders maken")
    terminal.wait_for("Voor wie is de bladzijde")
    terminal.press("enter")
    terminal.wait_for(PLAN)
    for toets in ("p", "t"):
        terminal.press(toets)
        terminal.wait_for("De bladzijde is opgeslagen")
        terminal.press("enter")
        terminal.wait_for(PLAN)


def gelekt(home: Path, kluis: Path) -> Mapping[str, set[str]]:
    """Which of the texts stand readable in which file under the home, its temp and log folders included."""
    gevonden = {}
    bestanden = [pad for pad in home.rglob("*") if pad.is_file()]
    for pad in bestanden:
        mag = MAG_IN.get(pad.suffix, set()) if pad.parent == kluis / "uit" else set()
        hier = (leesbaar(pad.read_bytes()) - mag) | leesbaar(str(pad).encode())
        if hier:
            gevonden[str(pad.relative_to(home))] = hier
    octetten = sum(pad.stat().st_size for pad in bestanden)
    print(f"{len(bestanden)} files, {octetten} bytes, five texts: readable in {len(gevonden)} files")
    return gevonden


def leesbaar(inhoud: bytes) -> set[str]:
    """The texts that stand in there, in whatever form."""
    inhoud += inhoud.lower()
    return {merk for merk in MERKEN if any(vorm in inhoud for vorm in vormen(merk))}


def vormen(merk: str) -> Iterator[bytes]:
    """As typed, in lower case, decomposed, and as a search index folds it; in the encodings of a disk."""
    kaal = "".join(t for t in unicodedata.normalize("NFD", merk) if not unicodedata.combining(t))
    for tekst in {merk, merk.lower(), unicodedata.normalize("NFD", merk), kaal, kaal.lower()}:
        for codering in ("utf-8", "utf-16-le", "utf-16-be"):
            yield tekst.encode(codering)
        if tekst.isascii() or tekst == merk:
            yield tekst.encode("cp1252")
