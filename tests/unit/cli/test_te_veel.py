"""What is read in is bounded in size, depth and time: a refusal in words, never a machine that hangs."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from kernteam_tui.exchange.formaten import basis
from tests.unit.cli.conftest import AANMELDING, Kluis, Roep

OPDRACHTEN = {
    "school": ("school", "--bestand"),
    "aanmelden": ("aanmelden", "--bestand"),
    "gezinsplan": ("gezinsplan", "2026-001", "--bestand"),
    "notitie": ("notitie", "2026-001", "--soort", "telefoon", "--tekst-bestand"),
}
INHOUD = {
    "honderdduizend diep": b"[" * 100_000 + b"]" * 100_000,
    "diep in een veld": b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
    "een miljoen waarden": b"[" + b"1," * 999_999 + b"1]",
    "een lang getal": b'{"naam": ' + b"9" * 1_000_000 + b"}",
    "geen getal": b'{"naam": NaN}',
    "geen utf-8": b'{"naam": "\xff\xfe"}',
    "half teken": b'{"naam": "\\ud800"}',
    "nul": b'{"naam": "a\x00b"}',
    "nul als teken": b'{"naam": "a\\u0000b", "soort": "vo"}',
    "leeg": b"",
    "utf-16": '{"naam": "De Brug"}'.encode("utf-16"),
    "dubbel veld": b'{"naam": "a", "naam": 5}',
    "tweehonderdduizend fouten": json.dumps({"ouders": [1] * 200_000}).encode(),
}


@pytest.mark.parametrize("wat", INHOUD)
@pytest.mark.parametrize("opdracht", ["school", "aanmelden", "gezinsplan"])
def test_a_strange_file_is_refused_in_words_and_soon(
    kernteam: Roep, tmp_path: Path, opdracht: str, wat: str
) -> None:
    (tmp_path / "in.json").write_bytes(INHOUD[wat])
    start = time.process_time()
    gezien = kernteam(*OPDRACHTEN[opdracht], tmp_path / "in.json", "--json")
    assert gezien.status == 1, gezien
    assert gezien.json["schema"] == "fout/1"
    assert len(gezien.uit) < 20_000
    assert time.process_time() - start < 5


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_a_file_of_a_hundred_megabytes_is_not_read(kernteam: Roep, tmp_path: Path, opdracht: str) -> None:
    with (tmp_path / "groot").open("wb") as stroom:
        stroom.truncate(100_000_000)
    gezien = kernteam(*OPDRACHTEN[opdracht], tmp_path / "groot", "--json")
    assert (gezien.status, gezien.json["code"]) == (1, "inhoud_ongeldig")
    assert "te groot" in gezien.json["tekst"]


@pytest.mark.skipif(os.name != "posix", reason="a device without an end")
def test_a_file_without_an_end_is_not_read_to_it(kernteam: Roep, kluis: Kluis) -> None:
    for woorden in (
        ("notitie", kluis.nummer, *OPDRACHTEN["notitie"][2:], "/dev/zero"),
        ("vandaag", "--wachtwoord-bestand", "/dev/zero"),
    ):
        gezien = kernteam(*woorden)
        assert (gezien.status, gezien.uit) == (2, "")
        assert gezien.fout.startswith("Dit is een apparaat")


def test_what_real_content_needs_is_far_below_the_bounds() -> None:
    """The bounds are no hindrance: a full aanmelding is a thousandth of them."""
    gelezen = basis.read_json(json.dumps(AANMELDING))
    assert gelezen == AANMELDING
    assert len(json.dumps(AANMELDING)) * 1_000 < 5_000_000


def test_just_within_the_bounds_is_read() -> None:
    diep: object = 1
    for _ in range(basis.MAX_DIEPTE - 1):
        diep = [diep]
    assert basis.read_json(json.dumps(diep)) == diep
    assert len(basis.read_json(json.dumps([0] * (basis.MAX_DELEN - 1)))) == basis.MAX_DELEN - 1
