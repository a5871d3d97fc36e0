"""A store with one school and one casus, and the command line called as a user would."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.cli.main import main
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.instellingen import save_instellingen
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.school import save_school
from kernteam_tui.services.toegang import create_kluis

ZIN = "een zin voor de proef"
SCHOOL: dict[str, Any] = {
    "naam": "Trajectum",
    "ruimtes": ["1.12"],
    "kernteam": [
        {
            "rol": "gezinswerker",
            "naam": "Vera",
            "ik": True,
            "aanwezig": [{"dag": "di", "dagdeel": "ochtend"}],
        },
        {
            "rol": "leerplichtambtenaar",
            "naam": "Lia",
            "email": "lia@voorbeeld.invalid",
            "aanwezig": [{"dag": "di", "dagdeel": "ochtend"}],
        },
    ],
}
AANMELDING: dict[str, Any] = {
    "jongere": {"roepnaam": "Sami", "achternaam": "Kaya", "geboortedatum": "2013-05-01"},
    "ouders": [{"naam": "Fatma Kaya", "gezag": "ja", "woont_bij": True}],
    "school": "trajectum",
    "aangemeld": "2026-11-23",
    "redenen": ["thuiszitten"],
    "woorden": "Komt sinds de herfst niet meer",
}
PLAN: dict[str, Any] = {
    "onderdelen": {"wat_gaat_goed": {"woorden": [{"van": "Sami", "tekst": "Ik ga weer drie dagen"}]}},
    "doelen": [{"wat": "Elke dag naar school", "nu": 4, "gewenst": 7}],
    "acties": [{"wat": "bellen", "wie": "oma", "wanneer": "2026-12-01"}],
    "evaluatie_op": "2027-01-11",
}


@dataclass(frozen=True)
class Uitkomst:
    """What a call did."""

    status: int
    uit: str
    fout: str

    @property
    def json(self) -> dict[str, Any]:
        """The one object on stdout."""
        gelezen: dict[str, Any] = json.loads(self.uit)
        return gelezen


Roep = Callable[..., Uitkomst]


@pytest.fixture
def roep(capsys: pytest.CaptureFixture[str]) -> Roep:
    """Call the command line with these words."""

    def call(*woorden: str | Path) -> Uitkomst:
        capsys.readouterr()
        status = main([str(woord) for woord in woorden])
        gezien = capsys.readouterr()
        return Uitkomst(status, gezien.out, gezien.err)

    return call


@dataclass(frozen=True)
class Kluis:
    """A store on disk, and the file with its passphrase."""

    map: Path
    wachtwoord: Path
    nummer: str
    opties: tuple[str, ...]


@pytest.fixture(scope="session")
def kluis_met_casus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with casus 2026-001, made once to be copied."""
    folder = tmp_path_factory.mktemp("kluis-met-casus") / "kluis"
    sessie = create_kluis(folder, ZIN, SysteemKlok(date(2026, 11, 23)), VOORBEELD).sessie
    save_instellingen(sessie, email="vera@voorbeeld.invalid")
    save_school(sessie, SCHOOL)
    register_aanmelding(sessie, AANMELDING)
    sessie.close()
    return folder


@pytest.fixture
def kluis(kluis_met_casus: Path, kluis_map: Path, tmp_path: Path) -> Kluis:
    """A closed store with casus 2026-001; `opties` open it on Monday 23 November 2026."""
    shutil.copytree(kluis_met_casus, kluis_map)
    wachtwoord = tmp_path / "wachtwoord"
    wachtwoord.write_text(ZIN + "\n")
    wachtwoord.chmod(0o600)
    opties = ("--map", str(kluis_map), "--wachtwoord-bestand", str(wachtwoord), "--vandaag", "2026-11-23")
    return Kluis(kluis_map, wachtwoord, "2026-001", opties)


@pytest.fixture
def kernteam(roep: Roep, kluis: Kluis) -> Roep:
    """Call a command on that store."""
    return lambda *woorden: roep(*kluis.opties, *woorden)


@pytest.fixture
def bestand(tmp_path: Path) -> Callable[[object], Path]:
    """Write an object as a JSON file."""

    def schrijf(gegevens: object) -> Path:
        pad = tmp_path / f"invoer-{len(list(tmp_path.glob('invoer-*')))}.json"
        pad.write_text(json.dumps(gegevens), encoding="utf-8")
        return pad

    return schrijf
