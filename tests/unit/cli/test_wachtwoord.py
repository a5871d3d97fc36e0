"""`kernteam wachtwoord`: one change a call, and afterwards exactly the old or the new opens the store."""

from __future__ import annotations

from pathlib import Path

import pytest

from kernteam_tui.cli import wachtwoord
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.services import sleutels
from tests.unit.cli.conftest import ZIN, Kluis, Roep

NIEUW = "blauwe tractor zingt onder water"


@pytest.fixture(autouse=True)
def zonder_wachten(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cost of a slot is for `tests/store`; here it would only take time."""
    for naam in ("BEHEERDER", "STANDAARD"):
        monkeypatch.setattr(sleutels, naam, VOORBEELD)


@pytest.fixture
def nieuw(tmp_path: Path) -> Path:
    bestand = tmp_path / "nieuw"
    bestand.write_text(NIEUW + "\n")
    bestand.chmod(0o600)
    return bestand


def opent(roep: Roep, kluis: Kluis, geheim: str, tmp_path: Path) -> bool:
    bestand = tmp_path / "probeer"
    bestand.write_text(geheim)
    status = roep("caseload", "--map", kluis.map, "--wachtwoord-bestand", bestand).status
    assert status in (0, 3)
    return status == 0


def test_een_nieuwe_wachtwoordzin(roep: Roep, kluis: Kluis, nieuw: Path, tmp_path: Path) -> None:
    gezien = roep("wachtwoord", *kluis.opties, "--nieuw-bestand", nieuw, "--json")
    assert (gezien.status, gezien.fout) == (0, "")
    assert gezien.json == {
        "schema": "wachtwoord/1",
        "gedaan": "wachtwoordzin",
        "herstelcode": "",
        "organisatie": "",
        "oude_kopieen": 0,
        "bestanden": [],
    }
    assert opent(roep, kluis, NIEUW, tmp_path)
    assert not opent(roep, kluis, ZIN, tmp_path)


def test_een_nieuwe_herstelcode(roep: Roep, kluis: Kluis, tmp_path: Path) -> None:
    code = roep("wachtwoord", *kluis.opties, "--herstelcode", "--json").json["herstelcode"]
    assert opent(roep, kluis, code, tmp_path)
    assert opent(roep, kluis, ZIN, tmp_path)


def test_gelekt_en_de_oude_kopieen_weg(roep: Roep, kluis: Kluis, nieuw: Path, tmp_path: Path) -> None:
    roep("reservekopie", *kluis.opties)
    gezien = roep("wachtwoord", *kluis.opties, "--gelekt", "--nieuw-bestand", nieuw)
    assert gezien.status == 0
    assert "opengaan: 1." in gezien.uit
    assert not opent(roep, kluis, ZIN, tmp_path)
    opties = ("--map", kluis.map, "--wachtwoord-bestand", nieuw, "--vandaag", "2026-11-24")
    weg = roep("wachtwoord", *opties, "--oude-kopieen-weg", "--json")
    assert weg.json["gedaan"] == "oude_kopieen_weg"
    assert weg.json["oude_kopieen"] == 0


def test_de_organisatie_van_begin_tot_eind(roep: Roep, kluis: Kluis, nieuw: Path, tmp_path: Path) -> None:
    slot = tmp_path / "slot"
    slot.write_text("van de kluisbeheerder\n")
    paar = roep(
        "wachtwoord",
        "--maak-organisatiesleutel",
        tmp_path / "org",
        "--sleutel-wachtwoord-bestand",
        slot,
        "--json",
    )
    geheim, openbaar = paar.json["bestanden"]
    erbij = roep("wachtwoord", *kluis.opties, "--organisatie-erbij", openbaar, "--json").json
    assert erbij["organisatie"] == paar.json["organisatie"] != ""
    zonder = roep("wachtwoord", "--map", kluis.map, "--organisatiesleutel", geheim, "--nieuw-bestand", nieuw)
    assert zonder.status == 3
    met = roep(
        "wachtwoord",
        "--map",
        kluis.map,
        "--organisatiesleutel",
        geheim,
        "--sleutel-wachtwoord-bestand",
        slot,
        "--nieuw-bestand",
        nieuw,
    )
    assert met.status == 0
    assert opent(roep, kluis, NIEUW, tmp_path)
    opties = ("--map", kluis.map, "--wachtwoord-bestand", nieuw)
    assert roep("wachtwoord", *opties, "--organisatie-weg", "--json").json["organisatie"] == ""


def test_een_verkeerde_zin_verandert_niets(roep: Roep, kluis: Kluis, nieuw: Path, tmp_path: Path) -> None:
    fout = tmp_path / "fout"
    fout.write_text("iets heel anders")
    voor = (kluis.map / "kluis.keys").read_bytes()
    opties = ("--map", kluis.map, "--wachtwoord-bestand", fout)
    assert roep("wachtwoord", *opties, "--nieuw-bestand", nieuw).status == 3
    assert (kluis.map / "kluis.keys").read_bytes() == voor


@pytest.mark.parametrize(
    "opties",
    [
        ("--herstelcode", "--gelekt"),
        ("--organisatie-weg", "--herstelcode"),
        ("--herstelcode", "--oude-kopieen-weg"),
        ("--herstelcode", "--nieuw-bestand", "x"),
    ],
)
def test_een_wijziging_tegelijk(roep: Roep, kluis: Kluis, opties: tuple[str, ...]) -> None:
    assert roep("wachtwoord", *kluis.opties, *opties).status == 2


def test_zonder_iemand_om_te_vragen_zegt_hij_hoe_het_wel_kan(roep: Roep, kluis: Kluis) -> None:
    gezien = roep("wachtwoord", *kluis.opties)
    assert gezien.status == 2
    assert "--nieuw-bestand" in gezien.fout


def test_in_een_terminal_geldt_de_code_pas_als_hij_is_overgetypt(
    roep: Roep, kluis: Kluis, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(wachtwoord, "is_terminal", lambda: True)
    monkeypatch.setattr(wachtwoord, "lees_geheim", lambda *_: ZIN)
    monkeypatch.setattr(wachtwoord, "vraag", lambda _: "18GX-CMYD-791D-HPY5-RK54-AE2K-0TS")
    gezien = roep("wachtwoord", "--map", kluis.map, "--herstelcode")
    assert gezien.status == 2
    assert "niet overgetypt" in gezien.fout
    code = next(regel for regel in gezien.fout.splitlines() if "herstelcode: " in regel).split(": ")[1]
    assert not opent(roep, kluis, code, tmp_path)
    assert opent(roep, kluis, ZIN, tmp_path)
