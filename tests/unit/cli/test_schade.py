"""Every way in which the files of a store get spoiled: a status, a code and a sentence, and nothing changed.

Through the command line, as a script meets it (contract 1); the lock screen says the same words.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.data.store import create_store, open_store
from tests.unit.cli.conftest import ZIN, Kluis, Roep

PAGE = 4096
BESCHADIGD = (4, "kluis_beschadigd")
SLEUTELS_STUK = (4, "sleutelbestand_beschadigd")
HEEL = (0, "")
Bederf = Callable[[Path], object]


def omgezet(naam: str, plek: float) -> Bederf:
    """One bit turned over, at this part of the file."""

    def bederf(map_: Path) -> None:
        inhoud = bytearray((map_ / naam).read_bytes())
        inhoud[min(len(inhoud) - 1, int(plek * len(inhoud)))] ^= 0x10
        (map_ / naam).write_bytes(inhoud)

    return bederf


def afgekapt(naam: str, lengte: Callable[[int], int]) -> Bederf:
    return lambda map_: os.truncate(map_ / naam, lengte((map_ / naam).stat().st_size))


def vervangen(naam: str, inhoud: bytes) -> Bederf:
    return lambda map_: (map_ / naam).write_bytes(inhoud)


def weg(*namen: str) -> Bederf:
    def bederf(map_: Path) -> None:
        for naam in namen:
            (map_ / naam).unlink()

    return bederf


def map_in_de_plaats(naam: str) -> Bederf:
    def bederf(map_: Path) -> None:
        (map_ / naam).unlink()
        (map_ / naam).mkdir()

    return bederf


def overschreven(plek: int, inhoud: bytes) -> Bederf:
    def bederf(map_: Path) -> None:
        with (map_ / "kluis.db").open("r+b") as stroom:
            stroom.seek(plek)
            stroom.write(inhoud)

    return bederf


def bladzijden_verwisseld(map_: Path) -> None:
    inhoud = bytearray((map_ / "kluis.db").read_bytes())
    inhoud[PAGE : 2 * PAGE], inhoud[-PAGE:] = inhoud[-PAGE:], inhoud[PAGE : 2 * PAGE]
    (map_ / "kluis.db").write_bytes(inhoud)


def gewone_database(map_: Path) -> None:
    (map_ / "kluis.db").unlink()
    with sqlite3.connect(map_ / "kluis.db") as verbinding:
        verbinding.execute("CREATE TABLE casus (naam TEXT)")
    verbinding.close()


def beide(bederf: Callable[[str], Bederf]) -> Bederf:
    return lambda map_: [bederf(naam)(map_) for naam in ("kluis.keys", "kluis.keys.bak")]


def van_later(map_: Path) -> None:
    store = open_store(map_, ZIN)
    with driver_connection(store.engine) as verbinding:
        (nummer,) = verbinding.execute("PRAGMA user_version").fetchone()
        verbinding.execute(f"PRAGMA user_version = {nummer + 1}")
    store.close()


def van_een_ander(*namen: str) -> Bederf:
    """Files of another store, made with the same passphrase."""

    def bederf(map_: Path) -> None:
        ander = map_.parent / "ander"
        create_store(ander, ZIN, VOORBEELD)[0].close()
        for naam in namen:
            shutil.copy(ander / naam, map_ / naam)

    return bederf


DB, KEYS, BAK, WAL, SHM = "kluis.db", "kluis.keys", "kluis.keys.bak", "kluis.db-wal", "kluis.db-shm"
PER_KOPIE: dict[str, Callable[[str], Bederf]] = {
    "weg": weg,
    "leeg": lambda naam: vervangen(naam, b""),
    "omgezet": lambda naam: omgezet(naam, 0.6),
    "afgekapt": lambda naam: afgekapt(naam, lambda n: n - 1),
}
GEVALLEN: dict[str, tuple[Bederf, tuple[int, str]]] = {
    "db weg": (weg(DB), (4, "kluis_ontbreekt")),
    "db en sleutels weg": (weg(DB, KEYS, BAK), (4, "kluis_ontbreekt")),
    "db leeg": (vervangen(DB, b""), BESCHADIGD),
    "db een byte": (vervangen(DB, b"\x00"), BESCHADIGD),
    "db net geen bladzijde": (afgekapt(DB, lambda _: PAGE - 1), BESCHADIGD),
    "db alleen de eerste bladzijde": (afgekapt(DB, lambda _: PAGE), BESCHADIGD),
    "db half": (afgekapt(DB, lambda n: n // 2 // PAGE * PAGE), BESCHADIGD),
    "db midden in een bladzijde": (afgekapt(DB, lambda n: n - 1000), BESCHADIGD),
    "db laatste bladzijde weg": (afgekapt(DB, lambda n: n - PAGE), BESCHADIGD),
    "db tekst": (vervangen(DB, b"dit is geen kluis " * 2000), BESCHADIGD),
    "db nullen": (vervangen(DB, bytes(40 * PAGE)), BESCHADIGD),
    "db gewone sqlite": (gewone_database, BESCHADIGD),
    "db een map": (map_in_de_plaats(DB), BESCHADIGD),
    "db bit in het begin": (omgezet(DB, 0.0), BESCHADIGD),
    "db bit in bladzijde een": (overschreven(200, b"\x00\x01\x02"), BESCHADIGD),
    "db bit in het midden": (omgezet(DB, 0.5), BESCHADIGD),
    "db bit aan het eind": (omgezet(DB, 1.0), BESCHADIGD),
    "db sector nullen": (overschreven(6 * PAGE, bytes(512)), BESCHADIGD),
    "db bladzijden verwisseld": (bladzijden_verwisseld, BESCHADIGD),
    "db van een andere kluis": (van_een_ander(DB), BESCHADIGD),
    "sleutels van een andere kluis": (van_een_ander(KEYS, BAK), BESCHADIGD),
    "db van later": (van_later, (4, "kluis_te_nieuw")),
    "log onzin": (vervangen(WAL, b"onzin" * 5000), HEEL),
    "log leeg": (vervangen(WAL, b""), HEEL),
    "log nullen": (vervangen(WAL, bytes(9000)), HEEL),
    "index van het log onzin": (vervangen(SHM, b"onzin" * 5000), HEEL),
    "sleutels weg": (weg(KEYS, BAK), (4, "sleutelbestand_ontbreekt")),
    "sleutels leeg": (beide(lambda naam: vervangen(naam, b"")), SLEUTELS_STUK),
    "sleutels omgezet": (beide(lambda naam: omgezet(naam, 0.4)), SLEUTELS_STUK),
    "sleutels afgekapt": (beide(lambda naam: afgekapt(naam, lambda n: n // 2)), SLEUTELS_STUK),
    "sleutels nullen": (beide(lambda naam: vervangen(naam, bytes(700))), SLEUTELS_STUK),
    "sleutels veel te groot": (beide(lambda naam: vervangen(naam, b"[" * 3_000_000)), SLEUTELS_STUK),
    "sleutels een map": (beide(map_in_de_plaats), SLEUTELS_STUK),
    **{f"{naam} {wat}": (bederf(naam), HEEL) for naam in (KEYS, BAK) for wat, bederf in PER_KOPIE.items()},
}


@pytest.mark.parametrize("geval", GEVALLEN)
def test_spoiled_files_are_named_and_left_as_they_are(kernteam: Roep, kluis: Kluis, geval: str) -> None:
    bederf, verwacht = GEVALLEN[geval]
    bederf(kluis.map)
    voor = inhoud_van(kluis.map)
    gezien = kernteam("vandaag", "--json")
    assert (gezien.status, gezien.json.get("code", "")) == verwacht
    if verwacht == HEEL:
        assert kernteam("controle", "--json").json["in_orde"] is True
        return
    assert gezien.json["tekst"].count(".") >= 2, "what is wrong, and what to do"
    assert "wachtwoord" not in gezien.json["code"]
    assert inhoud_van(kluis.map) == voor


@pytest.mark.parametrize("namen", [(DB,), (KEYS, BAK)], ids=["db", "sleutels"])
def test_files_of_two_stores_are_said_to_be_perhaps_that(
    kernteam: Roep, kluis: Kluis, namen: tuple[str, ...]
) -> None:
    van_een_ander(*namen)(kluis.map)
    tekst = kernteam("vandaag", "--json").json["tekst"]
    assert "hoort bij een andere kluis" in tekst
    assert "zet dan kluis.db en kluis.keys van dezelfde kluis bij elkaar" in tekst


@pytest.mark.parametrize("naam", [KEYS, BAK])
def test_one_copy_of_another_store_is_no_reason_to_stay_shut(kernteam: Roep, kluis: Kluis, naam: str) -> None:
    van_een_ander(naam)(kluis.map)
    gezien = kernteam("vandaag", "--json")
    assert gezien.status in (0, 4)
    assert gezien.json.get("code", "") in ("", "kluis_beschadigd")


def test_junk_behind_the_store_is_found_or_harmless(kernteam: Roep, kluis: Kluis) -> None:
    with (kluis.map / DB).open("ab") as stroom:
        stroom.write(bytes(PAGE))
    gezien = kernteam("vandaag", "--json")
    assert (gezien.status, gezien.json.get("code", "")) in (HEEL, BESCHADIGD)


def inhoud_van(map_: Path) -> dict[str, bytes]:
    """What the files of the store itself hold."""
    return {naam: (map_ / naam).read_bytes() for naam in (DB, KEYS, BAK) if (map_ / naam).is_file()}
