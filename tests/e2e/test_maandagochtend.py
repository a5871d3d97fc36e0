"""Monday morning in the real program: six aanmeldingen, a partner ill, a day closed, every key counted."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.handen import MAANDAG, kaal_thuis, maak_lege_kluis, ontgrendel, regel, start
from tests.e2e.maandagweek import (
    DAGEN,
    DI,
    DICHT,
    DUUR,
    KINDEREN,
    ZIEK,
    ZIEK_GETYPT,
    Post,
    Start,
    aanmelding,
    agenda,
    fouten,
    school,
)
from tests.e2e.terminal import Terminal
from tests.e2e.test_gezin_invoeren import Tellend
from tests.services.uitnodigingen.bericht import lees_bestand

ZIN = "vijf losse woorden op rij"
MINDER_DAN = 25
"""Keys after the agenda was read, noting who is ill among them, up to and including the last file."""


@pytest.fixture(scope="module")
def begin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two schools and six aanmeldingen, made by the line mode; every story takes a copy."""
    home = kaal_thuis(tmp_path_factory.mktemp("maandag"))
    kluis = home / "kluis"
    maak_lege_kluis(kluis, ZIN)
    for naam in DAGEN:
        voer_in(home, kluis, "school", school(naam, *([DICHT[naam]] if naam in DICHT else [])))
    for kind in KINDEREN:
        voer_in(home, kluis, "aanmelden", aanmelding(kind))
    return home


@pytest.fixture
def home(begin: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(begin, tmp_path / "thuis"))


def test_six_startgesprekken_are_planned_and_invited_in_under_25_keys(home: Path) -> None:
    kluis, bestand = home / "kluis", leg_agenda_klaar(home)
    with start(home, "--map", kluis, *MAANDAG) as terminal:
        open_kluis(terminal)
        lees_agenda_in(terminal, bestand)
        ziek = meld_ziek(terminal)
        planning = plan_alles(terminal) + nodig_uit(terminal)
        stop(terminal)
    gesprekken, post = lees_gesprekken(home, kluis), lees_post(kluis)
    print(
        f"{len(gesprekken)} gesprekken op {len(DAGEN)} scholen, {len(post)} bestanden; toetsen na de agenda: "
        f"{ziek} voor de zieke + {planning} voor plannen en uitnodigen = {ziek + planning} "
        f"(minder dan {MINDER_DAN})"
    )
    assert len(gesprekken) == len(KINDEREN)
    assert fouten(gesprekken, post) == set()
    assert ziek + planning < MINDER_DAN
    assert any(gesprek.op is not None and gesprek.op.date() == DI for gesprek in gesprekken)  # without Bas
    elke_fout_wordt_gezien(gesprekken, post)


def test_a_plan_that_knows_of_nothing_breaks_on_all_of_it(home: Path) -> None:
    """The control: without the agenda, the absence and the closed day the same keys go wrong on each."""
    kluis = home / "kluis"
    for naam in DAGEN:
        voer_in(home, kluis, "school", school(naam))
    with start(home, "--map", kluis, *MAANDAG) as terminal:
        open_kluis(terminal)
        plan_alles(terminal)
        stop(terminal)
    gesprekken, post = lees_gesprekken(home, kluis), lees_post(kluis)
    gevonden = fouten(gesprekken, post)
    aantal = Counter(wat for wat, _ in gevonden)
    print(f"controle, zonder agenda, zieke en dichte dag: {dict(sorted(aantal.items()))}")
    assert set(aantal) == {
        "bezet",
        "ziek",
        "school dicht",
        "moeder niet uitgenodigd",
        "partner niet uitgenodigd",
    }
    assert ("ziek", "Finn") in gevonden
    assert not post


# --- before the program opens ------------------------------------------------------------------------


def voer_in(home: Path, kluis: Path, opdracht: str, gegevens: dict[str, Any]) -> None:
    """One file, read by the line mode."""
    bestand = home / "invoer.json"
    bestand.write_text(json.dumps(gegevens))
    status, uitkomst = regel(home, kluis, ZIN, opdracht, "--bestand", bestand)
    assert status == 0, uitkomst
    bestand.unlink()


def leg_agenda_klaar(home: Path) -> Path:
    """The calendar that the leerplichtambtenaar mailed on Sunday."""
    bestand = home / "agenda.ics"
    bestand.write_bytes(agenda("mo@voorbeeld.invalid"))
    zondag = datetime(2026, 11, 22, 20, 0, tzinfo=UTC).timestamp()
    os.utime(bestand, (zondag, zondag))
    return bestand


# --- at the keys ---------------------------------------------------------------------------------------


def open_kluis(terminal: Terminal) -> None:
    ontgrendel(terminal, ZIN)
    terminal.wait_for(r"Nu doen\s+12")


def lees_agenda_in(terminal: Terminal, bestand: Path) -> None:
    """Up to the line that says what was read: from there the keys count."""
    terminal.press("ctrl+r")
    terminal.wait_for(r"Mo Amrani\s+leerplicht\s+nog geen agenda")
    terminal.press("down", "enter")
    terminal.wait_for("Bestand")
    terminal.press(str(bestand))
    terminal.wait_for(re.escape(bestand.name))
    terminal.press("enter")
    terminal.wait_for("4 tijden gelezen")


def meld_ziek(terminal: Terminal) -> int:
    """Bas Kramer rings: ill today, and tomorrow as well. Answers how many keys that took."""
    handen = Tellend(terminal)
    handen.press("f5")
    terminal.wait_for("Bas Kramer")
    handen.press("r")
    terminal.wait_for("Samen op school: ")
    handen.press("down", "down")
    terminal.wait_for(r"› Bas Kramer")
    handen.press("a")
    terminal.wait_for(r"\(•\) ziek")
    handen.press(ZIEK_GETYPT)
    terminal.wait_for("ma 23 t/m di 24 nov 2026")
    handen.press("ctrl+s")
    terminal.wait_for("Afwezig gezet")
    return handen.toetsen


def plan_alles(terminal: Terminal) -> int:
    """The planner, a plan for all of them, and taking it. Answers how many keys that took."""
    handen = Tellend(terminal)
    handen.press("f4")
    terminal.wait_for(r"Nog te plannen\s+6")
    handen.press("i")
    terminal.wait_for("neemt alle 6 aan")
    handen.press("enter")
    terminal.wait_for("6 startgesprekken gepland")
    return handen.toetsen


def nodig_uit(terminal: Terminal) -> int:
    """The files for everybody's agenda. Answers how many keys that took."""
    handen = Tellend(terminal)
    handen.press("u")
    terminal.wait_for("maakt de bestanden van 6 van de 6")
    handen.press("s")
    terminal.wait_for("Alles staat in de map")
    return handen.toetsen


def stop(terminal: Terminal) -> None:
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 0


# --- what is there afterwards ----------------------------------------------------------------------------


def lees_gesprekken(home: Path, kluis: Path) -> list[Start]:
    """The startgesprekken in the store, as the line mode says them."""
    status, overzicht = regel(home, kluis, ZIN, "caseload")
    assert status == 0
    kinderen = {f"{kind.roepnaam} {kind.achternaam}": kind for kind in KINDEREN}
    return [
        Start(
            kinderen[casus["jongere"]],
            datetime.fromisoformat(casus["startgesprek_op"]) if casus["startgesprek_op"] else None,
        )
        for casus in overzicht["casussen"]
    ]


def lees_post(kluis: Path) -> list[Post]:
    """The invitations in `uit/`, as another program than ours reads them."""
    gelezen = [(pad.name, lees_bestand(pad)) for pad in sorted((kluis / "uit").glob("*.ics"))]
    return [Post(naam, bericht.begin, bericht.einde, bericht.genodigden) for naam, bericht in gelezen]


def elke_fout_wordt_gezien(gesprekken: Sequence[Start], post: Sequence[Post]) -> None:
    """The control of what no plan of this program gets wrong: each thing spoiled is seen."""
    eerste, tweede, *rest = gesprekken
    assert tweede.op is not None
    half_uur = replace(eerste, op=tweede.op + DUUR / 2)
    op_zaterdag = replace(eerste, op=datetime(2026, 11, 28, 10, tzinfo=UTC))
    een_week_later = replace(eerste, op=tweede.op + timedelta(weeks=1))
    for wat, anders in (
        ("tegelijk", half_uur),
        ("niemand op school", op_zaterdag),
        ("te laat", een_week_later),
        ("niet gepland", replace(eerste, op=None)),
    ):
        assert wat in {fout for fout, _ in fouten([anders, tweede, *rest], post)}, wat
    een = next(brief for brief in post if brief.begin == tweede.op)
    op_dinsdag = next(brief for brief in post if brief.begin.date() == DI)
    for wat, brief in (
        ("naam", replace(een, naam=f"uitnodiging-{tweede.kind.achternaam.lower()}.ics")),
        ("ander gezin uitgenodigd", replace(een, adressen=(eerste.kind.adres,))),
        ("zieke uitgenodigd", replace(op_dinsdag, adressen=tuple(ZIEK))),
        ("andere duur", replace(een, einde=een.einde + timedelta(minutes=15))),
    ):
        assert wat in {fout for fout, _ in fouten(gesprekken, [*post, brief])}, wat
