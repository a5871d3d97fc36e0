"""The doors through which text and files come in, each with what may come out of it and a careless twin."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from bench.faults.fuzz_gevallen import bestanden, pakken, sleutelbestanden, zoekvragen
from kernteam_tui.cli.invoer import lees_json
from kernteam_tui.data.fouten import (
    BackupInvalid,
    KeyFileDamaged,
    KeyFileTampered,
    StoreTooNew,
    WrongSecret,
)
from kernteam_tui.data.opening.bestanden import KEYS, KEYS_COPY
from kernteam_tui.data.reservekopie.inzien import look_inside
from kernteam_tui.data.reservekopie.maken import make_backup
from kernteam_tui.data.reservekopie.pak import MANIFEST, check_whole, read_pack
from kernteam_tui.data.sleutels.kop import Header, KdfParameters, Slot
from kernteam_tui.data.sleutels.sleutelbestand import read_key_file
from kernteam_tui.data.sleutels.vakken import unlock as unlock_header
from kernteam_tui.domain.fouten import InhoudOngeldig, KernteamError, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.kalender import DatumBuitenBereik
from kernteam_tui.domain.klok import Klok
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.demo import maak_demo
from kernteam_tui.services.gezinsplan import lees_plan
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toegang import unlock
from kernteam_tui.services.zoeken import zoek

DAG = date(2026, 11, 23)
SCHOOL = "Voorbeeldcollege"
AANMELDING: dict[str, Any] = {
    "schema": "aanmelding/1",
    "jongere": {"roepnaam": "Noor", "achternaam": "Proef", "geboortedatum": "2012-02-29"},
    "ouders": [
        {"naam": "Hanna", "gezag": "ja", "woont_bij": True, "email": None, "taal": "tr", "tolk": True}
    ],
    "school": SCHOOL,
    "klas": "3B",
    "aangemeld": "2026-11-09",
    "route": "school",
    "aanmelder": {"naam": "Joris", "rol": "mentor"},
    "redenen": ["verzuim"],
    "vraagstukken": [],
    "woorden": "Komt niet meer.",
    "ouders_weten": True,
    "spoed": False,
}
SCHOOLBESTAND: dict[str, Any] = {
    "schema": "school/1",
    "naam": "De Koningslinde",
    "soort": "vo",
    "regio": "midden",
    "dicht": ["2026-12-01"],
    "ruimtes": ["1.12"],
    "kernteam": [
        {
            "rol": "gezinswerker",
            "naam": "Vera",
            "ik": True,
            "aanwezig": [{"dag": "di", "dagdeel": "ochtend"}],
        },
        {"rol": "leerplichtambtenaar", "naam": "Ineke", "email": "i@voorbeeld.invalid", "telefoon": None},
    ],
}
GEZINSPLAN: dict[str, Any] = {
    "schema": "gezinsplan/1",
    "variant": "gezin",
    "onderdelen": {
        "wie_zijn_wij": {"woorden": [{"van": "Hanna", "taal": "nl", "tekst": "Wij."}], "toelichting": "x"}
    },
    "doelen": [{"wat": "Naar school", "van": "Noor", "nu": 3, "gewenst": 7, "hoe_zien_we_dat": "elke dag"}],
    "acties": [{"wat": "Bellen", "wie": "mentor", "wanneer": "2026-12-01", "klaar": False}],
    "evaluatie_op": "2027-01-15",
}


_VAN_SLEUTELS = (KeyFileDamaged, KeyFileTampered, StoreTooNew, WrongSecret)
_VAN_INVOER = (InhoudOngeldig, NietGevonden, RegelGeweigerd, DatumBuitenBereik)


@dataclass(frozen=True)
class Deur:
    """One way in. `open` answers what came of it and lets nothing but the unexpected out."""

    naam: str
    gevallen: st.SearchStrategy[Any]
    open: Callable[[Any], str]
    zorgeloos: Callable[[Any], object]
    """The control: the same done without care. It must fall over."""


def met_naam(work: Callable[[], object], *namen: type[KernteamError]) -> str:
    """`gelezen`, or the code of the error that came out: of these names, others are unexpected."""
    try:
        work()
    except namen as error:
        return error.code
    return "gelezen"


@contextmanager
def proefkluis(folder: Path, klok: Klok) -> Iterator[Sessie]:
    """An example caseload of 25, open, with one school more."""
    demo = maak_demo(folder / "kluis", klok)
    sessie = unlock(demo.map, demo.wachtwoordzin, klok)
    save_school(sessie, {"naam": SCHOOL, "kernteam": []})
    try:
        yield sessie
    finally:
        sessie.close()


def alle_deuren(sessie: Sessie, folder: Path) -> tuple[Deur, ...]:
    """Every door, on an open store; `folder` is for the files that are thrown."""
    return (
        zoekdeur(sessie),
        sleuteldeur(sessie, folder),
        invoerdeur("aanmelding/1", AANMELDING, folder, _aanmelder(sessie)),
        invoerdeur("school/1", SCHOOLBESTAND, folder, lambda found: save_school(sessie, found)),
        invoerdeur("gezinsplan/1", GEZINSPLAN, folder, _planlezer(sessie)),
        reservekopiedeur(sessie, folder),
    )


def zoekdeur(sessie: Sessie) -> Deur:
    """Searching: any text is a valid query, so not even a named error may come out."""

    def open_door(words: str) -> str:
        hits = zoek(sessie, words)
        for hit in hits:
            assert all(0 <= begin < eind <= len(hit.fragment) for begin, eind in hit.markeringen), (
                hit.markeringen
            )
        return "gevonden" if hits else "niets gevonden"

    def careless(words: str) -> object:
        with sessie.lezen() as conn:
            sql = "SELECT count(*) FROM zoekindex WHERE zoekindex MATCH ?"
            return conn.exec_driver_sql(sql, (words,)).fetchone()

    return Deur("zoekvragen", zoekvragen, open_door, careless)


def sleuteldeur(sessie: Sessie, folder: Path) -> Deur:
    """The key file and its copy: read, and unlocked where it still costs what it cost."""
    real = (sessie.map / KEYS).read_bytes()
    thrown = folder / "sleutels"
    thrown.mkdir(exist_ok=True)
    costs = _kosten(_header(sessie.map))

    def read(contents: tuple[bytes, bytes]) -> None:
        for name, content in zip((KEYS, KEYS_COPY), contents, strict=True):
            (thrown / name).write_bytes(content)
        header = _header(thrown)
        if _kosten(header) <= costs:
            unlock_header(header, "een andere zin").wipe()

    cases = sleutelbestanden(real)
    both = st.one_of(cases.map(lambda one: (one, one)), st.tuples(cases, cases))
    return Deur(
        "sleutelbestanden",
        both,
        lambda contents: met_naam(lambda: read(contents), *_VAN_SLEUTELS),
        lambda contents: [slot["kdf"]["m"] // 1024 for slot in json.loads(contents[0])["slots"]],
    )


def _kosten(header: Header) -> set[KdfParameters]:
    return {slot.kdf for slot in header.slots if isinstance(slot, Slot)}


def _header(folder: Path) -> Header:
    return read_key_file(folder).header


def invoerdeur(naam: str, voorbeeld: dict[str, Any], folder: Path, read: Callable[[Any], object]) -> Deur:
    """A file to read in, by the door of the command line and into the store."""
    path = folder / f"{naam.partition('/')[0]}.json"

    def open_door(content: bytes) -> str:
        path.write_bytes(content)
        return met_naam(lambda: read(lees_json(str(path))), *_VAN_INVOER)

    def careless(content: bytes) -> object:
        found = json.loads(content)
        return found["schema"], [found[name] for name in voorbeeld]

    return Deur(naam, bestanden(voorbeeld), open_door, careless)


def _aanmelder(sessie: Sessie) -> Callable[[Any], object]:
    return lambda found: get_casus(sessie, register_aanmelding(sessie, found, toch=True).casus_id)


def _planlezer(sessie: Sessie) -> Callable[[Any], object]:
    casus_id = register_aanmelding(sessie, AANMELDING, toch=True).casus_id
    return lambda found: lees_plan(sessie, casus_id, found)


def reservekopiedeur(sessie: Sessie, folder: Path) -> Deur:
    """A backup that comes from elsewhere: its form, its digests, and what is in it."""
    real = make_backup(sessie.store.opened, "proef", datetime.now(UTC)).read_bytes()
    path = folder / "van_elders.kluis"

    def look() -> None:
        pack = read_pack(path)
        check_whole(pack)
        look_inside(pack, sessie.store.opened.key, folder)

    def open_door(content: bytes) -> str:
        path.write_bytes(content)
        return met_naam(look, BackupInvalid, StoreTooNew)

    def careless(content: bytes) -> object:
        path.write_bytes(content)
        with zipfile.ZipFile(path) as pack:
            return json.loads(pack.read(MANIFEST))["sha256"]["kluis.db"]

    return Deur("reservekopieën", pakken(real), open_door, careless)


def vaste_klok() -> Klok:
    """The day on which the thrown files are read in."""
    return SysteemKlok(DAG)
