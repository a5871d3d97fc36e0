"""What is wrong with a store is told apart: the same in the line mode and on the lock screen."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.data.store import create_store, open_store
from tests.e2e.handen import MAANDAG, kaal_thuis, ontgrendel, regel, start
from tests.e2e.terminal import PATIENCE

ZIN = "gordijn fiets komkommer lantaarn zeef"


@pytest.fixture(scope="module")
def hele_kluis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that is whole, with a key that costs no time; each story spoils its own copy."""
    folder = tmp_path_factory.mktemp("heel") / "kluis"
    store, _ = create_store(folder, ZIN, VOORBEELD)
    store.close()
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return kaal_thuis(tmp_path)


@pytest.fixture
def kluis(home: Path, hele_kluis: Path) -> Path:
    return Path(shutil.copytree(hele_kluis, home / "kluis"))


def beschadig(bestand: Path) -> None:
    """Turn over one byte in the middle."""
    inhoud = bytearray(bestand.read_bytes())
    inhoud[len(inhoud) // 2] ^= 0xFF
    bestand.write_bytes(inhoud)


def beide_sleutels_beschadigd(kluis: Path) -> None:
    beschadig(kluis / "kluis.keys")
    beschadig(kluis / "kluis.keys.bak")


def sleutels_weg(kluis: Path) -> None:
    (kluis / "kluis.keys").unlink()
    (kluis / "kluis.keys.bak").unlink()


def afgekapt(kluis: Path) -> None:
    inhoud = (kluis / "kluis.db").read_bytes()
    (kluis / "kluis.db").write_bytes(inhoud[: len(inhoud) // 2 // 4096 * 4096])


def midden_in_een_blok_afgekapt(kluis: Path) -> None:
    inhoud = (kluis / "kluis.db").read_bytes()
    (kluis / "kluis.db").write_bytes(inhoud[:-1000])


def leeg(kluis: Path) -> None:
    (kluis / "kluis.db").write_bytes(b"")


def bestand_weg(kluis: Path) -> None:
    (kluis / "kluis.db").unlink()


def van_later(kluis: Path) -> None:
    """As a newer version of the program would leave it."""
    store = open_store(kluis, ZIN)
    with driver_connection(store.engine) as verbinding:
        (nummer,) = verbinding.execute("PRAGMA user_version").fetchone()
        verbinding.execute(f"PRAGMA user_version = {nummer + 1}")
    store.close()


FOUTEN = [
    (beide_sleutels_beschadigd, "sleutelbestand_beschadigd"),
    (sleutels_weg, "sleutelbestand_ontbreekt"),
    (afgekapt, "kluis_beschadigd"),
    (midden_in_een_blok_afgekapt, "kluis_beschadigd"),
    (leeg, "kluis_beschadigd"),
    (bestand_weg, "kluis_ontbreekt"),
    (van_later, "kluis_te_nieuw"),
]


@pytest.mark.parametrize(("bederf", "code"), FOUTEN, ids=[bederf.__name__ for bederf, _ in FOUTEN])
def test_a_spoiled_store_is_named_and_left_as_it_is(
    home: Path, kluis: Path, bederf: Callable[[Path], None], code: str
) -> None:
    bederf(kluis)
    voor = inhoud_van(kluis)
    status, antwoord = regel(home, kluis, ZIN, "vandaag")
    assert (status, antwoord["schema"], antwoord["code"]) == (4, "fout/1", code)
    assert op_het_slot(home, kluis, ZIN, antwoord["tekst"])
    assert inhoud_van(kluis) == voor


def test_a_wrong_passphrase_is_status_3_and_nothing_else(home: Path, kluis: Path) -> None:
    status, antwoord = regel(home, kluis, "vijf heel andere losse woorden", "vandaag")
    assert (status, antwoord["code"]) == (3, "wachtwoord_onjuist")
    assert op_het_slot(home, kluis, "vijf heel andere losse woorden", antwoord["tekst"])


@pytest.mark.parametrize("kopie", ["kluis.keys", "kluis.keys.bak"])
def test_one_damaged_copy_of_the_key_file_is_mended_and_said(home: Path, kluis: Path, kopie: str) -> None:
    heel = (kluis / kopie).read_bytes()
    beschadig(kluis / kopie)
    with start(home, "--map", kluis, *MAANDAG) as terminal:
        ontgrendel(terminal, ZIN)
        terminal.wait_for("sleutelbestand")
        terminal.wait_for("Nog geen casussen")
    assert (kluis / kopie).read_bytes() == heel
    beschadig(kluis / kopie)
    assert regel(home, kluis, ZIN, "controle")[0] == 0
    assert (kluis / kopie).read_bytes() == heel


def test_a_store_that_is_open_elsewhere_is_status_5(home: Path, kluis: Path) -> None:
    with start(home, "--map", kluis, *MAANDAG) as terminal:
        ontgrendel(terminal, ZIN)
        terminal.wait_for("Nog geen casussen")
        status, antwoord = regel(home, kluis, ZIN, "vandaag")
        assert (status, antwoord["code"]) == (5, "kluis_in_gebruik")
        assert op_het_slot(home, kluis, ZIN, antwoord["tekst"])
    assert regel(home, kluis, ZIN, "vandaag")[0] == 0


def wacht_op(voorwaarde: Callable[[], bool]) -> None:
    """Until something is true that the screen does not tell."""
    eind = time.monotonic() + PATIENCE
    while not voorwaarde():
        assert time.monotonic() < eind
        time.sleep(0.05)


def op_het_slot(home: Path, kluis: Path, geheim: str, tekst: str) -> bool:
    """Whether the lock screen says the same words as the line mode."""
    zin = tekst.split(". ")[0]
    with start(home, "--map", kluis, *MAANDAG) as terminal:
        ontgrendel(terminal, geheim)
        terminal.wait_for(r"\s+".join(map(re.escape, zin.split())))
        return "Nu doen" not in terminal.text


def inhoud_van(kluis: Path) -> dict[str, bytes]:
    """What the three files of a store hold."""
    return {
        pad.name: pad.read_bytes()
        for pad in kluis.iterdir()
        if pad.name.startswith("kluis.k") or pad.suffix == ".db"
    }


def test_a_store_that_opens_is_looked_through_behind_the_work(home: Path, kluis: Path) -> None:
    with start(home, "--map", kluis, *MAANDAG) as terminal:
        ontgrendel(terminal, ZIN)
        terminal.wait_for("kluis heel")
        wacht_op(lambda: len(list(kluis.glob("reserve/*.kluis"))) == 1)
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0


def bladzijde_van(kluis: Path, tabel: str) -> int:
    """Where in the file the first page of this table begins."""
    store = open_store(kluis, ZIN)
    with driver_connection(store.engine) as connection:
        [page] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (tabel,)).fetchone()
        [size] = connection.execute("PRAGMA page_size").fetchone()
    store.close()
    return (int(page) - 1) * int(size)


def test_damage_that_sleeps_is_found_and_said_and_no_copy_is_made_of_it(home: Path, kluis: Path) -> None:
    """One bit, in a page that opening does not read."""
    begin = bladzijde_van(kluis, "addendum")
    with (kluis / "kluis.db").open("r+b") as stroom:
        stroom.seek(begin + 2_000)
        byte = stroom.read(1)
        stroom.seek(-1, 1)
        stroom.write(bytes([byte[0] ^ 1]))
    with start(home, "--map", kluis, *MAANDAG) as terminal:
        ontgrendel(terminal, ZIN)
        terminal.wait_for("De kluis is beschadigd")
        terminal.wait_for("kluis beschadigd +slot over")
    assert not list(kluis.glob("reserve/*.kluis"))
    status, antwoord = regel(home, kluis, ZIN, "controle")
    assert (status, antwoord["in_orde"]) == (0, False)
