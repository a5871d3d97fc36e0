"""Power cuts on one recording: cut at random points, open what is left, compare it with what was told."""

from __future__ import annotations

import shutil
import sys
from bisect import bisect_left
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any
from unittest.mock import patch

from bench.faults import stroom_bijwerker
from bench.faults.stroom_opname import Opdracht, compileer_shim, lees_log, neem_op
from bench.faults.stroom_schijf import Schijf
from bench.faults.stroom_werker import SCHOOL, WACHTWOORDZIN
from kernteam_tui.data.sleutels import vakken
from kernteam_tui.data.sleutels.afleiding import derive_wrapping_key
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.school import save_school
from kernteam_tui.services.toegang import create_kluis, unlock

_AANMELDING = {
    "jongere": {"roepnaam": "Noor", "achternaam": "Proef"},
    "ouders": [{"naam": "Hanna Proef"}],
    "school": SCHOOL,
    "redenen": ["verzuim"],
}


@dataclass(frozen=True)
class Opname:
    """What a worker did to the disk, and after which operation it told what."""

    begin: Path
    """The folder as it was before the worker began, with the same name as during the work."""
    opdrachten: tuple[Opdracht, ...]
    bevestigd: tuple[tuple[int, str, str], ...]
    """Number of operations done at that moment, what was told, and its fingerprint."""

    def zonder_vastleggen(self) -> Opname:
        """The same work by a program that never waits for the disk: a control."""
        nothing = Opdracht("S", "", 0, b"")
        return replace(self, opdrachten=tuple(nothing if o.soort == "S" else o for o in self.opdrachten))

    def tot(self, point: int) -> Beloofd:
        """What had been told after so many operations."""
        index = bisect_left(self.bevestigd, point + 1, key=lambda told: told[0])
        told = [(what, value) for _, what, value in self.bevestigd]
        return Beloofd(f"na {point} schrijfopdrachten", dict(told[:index]), dict(told[index : index + 1]))


@dataclass(frozen=True)
class Beloofd:
    """What must be there after a power cut, and what may be."""

    punt: str
    bevestigd: dict[str, str]
    """What was told, and the fingerprint under which it must be found."""
    onderweg: dict[str, str]
    """What would have been told next: it may be there."""


@dataclass
class Uitkomst:
    """Counts of a series of power cuts."""

    keren: int = 0
    bevestigd: int = 0
    """Saves that had been told at the cut, added up over the cuts."""
    verloren: int = 0
    """Of those, how many were not there (all of them, where the store did not open)."""
    keren_verlies: int = 0
    niet_open: int = 0
    niet_heel: int = 0
    vals_alarm: int = 0
    """Cuts after which the log was called damaged: a power cut is no damage."""
    meer: int = 0
    """Cuts after which a save was there that had not been told yet: allowed."""
    fouten: list[str] = field(default_factory=list)
    """Failures, with the number of the cut."""

    def reken(self, beloofd: Beloofd, found: dict[str, str]) -> None:
        """Count what was promised and is not there, and what is there already."""
        self.bevestigd += len(beloofd.bevestigd)
        lost = [
            what
            for what, value in beloofd.bevestigd.items()
            if found.get(what) != value and found.get(what, "") != beloofd.onderweg.get(what)
        ]
        ahead = {what for what, value in beloofd.onderweg.items() if found.get(what) == value}
        self.meer += any(beloofd.bevestigd.get(what) != beloofd.onderweg[what] for what in ahead)
        if lost:
            self.verloren += len(lost)
            self.keren_verlies += 1
            self.meld(beloofd, f"{lost[0].partition(':')[0]} weg of ouder")

    def meld(self, beloofd: Beloofd, why: str) -> None:
        """Note what went wrong."""
        self.fouten.append(f"keer {self.keren}, {beloofd.punt}: {why}")


Oordeel = Callable[[Beloofd, Path, Uitkomst], None]
"""Opens the store in a folder, looks whether it keeps its promises, and counts."""


def maak_opname(folder: Path, werker: ModuleType, *keuzes: str) -> Opname:
    """Make a store and let a worker work in it, in a process of its own. Raises GeenCompiler."""
    sessie = create_kluis(_kluis_in(folder), WACHTWOORDZIN, SysteemKlok(), VOORBEELD).sessie
    save_school(sessie, {"naam": SCHOOL, "kernteam": []})
    aangemeld = {**_AANMELDING, "aangemeld": date.today().isoformat()}  # noqa: DTZ011 - any day will do
    casus_id = register_aanmelding(sessie, aangemeld).casus_id
    sessie.close()
    return _neem_werk_op(folder, werker, casus_id, *keuzes)


def maak_bijwerkopname(folder: Path) -> Opname:
    """Let a worker bring a copy of an old store up to date. Raises GeenCompiler."""
    trial = shutil.copytree(stroom_bijwerker.OUDE_KLUIS, folder / "proef")
    sessie = unlock(trial, stroom_bijwerker.WACHTWOORDZIN, SysteemKlok())
    content = stroom_bijwerker.inhoud_van(sessie)
    sessie.close()
    shutil.copytree(stroom_bijwerker.OUDE_KLUIS, _kluis_in(folder))
    return _neem_werk_op(folder, stroom_bijwerker, content)


def _kluis_in(folder: Path) -> Path:
    return folder.resolve() / "schijf" / "kluis"


def _neem_werk_op(folder: Path, werker: ModuleType, *keuzes: str) -> Opname:
    folder = folder.resolve()
    disk, lines, log = folder / "schijf", folder / "schijf" / "bevestigd", folder / "log"
    begin = shutil.copytree(disk, folder / "begin")
    command = [sys.executable, "-m", werker.__name__, str(_kluis_in(folder)), *keuzes]
    neem_op(compileer_shim(folder), command, disk, log, lines)
    return _ontleed(begin, log, lines)


def _ontleed(begin: Path, log: Path, lines: Path) -> Opname:
    """Tell apart what was done to the store and what was told; told is what has its line end."""
    done: list[Opdracht] = []
    told: list[tuple[int, str, str]] = []
    rest = ""
    for opdracht in lees_log(log):
        if opdracht.naam != str(lines):
            done.append(opdracht)
            continue
        *whole, rest = (rest + opdracht.inhoud.decode()).split("\n")
        for line in whole:
            what, value = line.split()
            told.append((len(done), what, value))
    return Opname(begin, tuple(done), tuple(told))


def laat_uitvallen(opname: Opname, oordeel: Oordeel, keren: int, zaad: str, echt: int) -> Uitkomst:
    """Let the power go at so many random points, and judge what is left each time.

    `echt` of them, spread over the run, derive the key from the passphrase with the real Argon2id; the
    others remember what came out of it. All of them read the key file and unwrap the key.
    """
    toeval, uitkomst = Random(zaad), Uitkomst()
    points = sorted(toeval.randint(0, len(opname.opdrachten)) for _ in range(keren))
    every = max(1, keren // echt) if echt else keren + 1
    work = opname.begin.with_name("schijf")
    schijf = Schijf(opname.begin, work)
    done = 0
    for number, point in enumerate(points):
        for opdracht in opname.opdrachten[done:point]:
            schijf.doe(opdracht)
        done = point
        after = schijf.val_uit(Random(f"{zaad}/{number}"))
        with ExitStack() as stack:
            if number % every:
                stack.enter_context(patch.object(vakken, "derive_wrapping_key", _remembered))
            uitkomst.keren += 1
            oordeel(opname.tot(point), _zet_neer(work, after), uitkomst)
    return uitkomst


def _zet_neer(work: Path, after: dict[str, bytes]) -> Path:
    shutil.rmtree(work)
    for name, content in after.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(content)
    return work / "kluis"


_KNOWN: dict[tuple[bytes, bytes], bytes] = {}


def _remembered(secret: bytearray, parameters: Any, salt: bytes) -> bytearray:
    """What the real derivation gave for this passphrase and salt."""
    asked = (bytes(secret), salt)
    if asked not in _KNOWN:
        _KNOWN[asked] = bytes(derive_wrapping_key(secret, parameters, salt))
    return bytearray(_KNOWN[asked])


def samen(uitkomsten: Sequence[Uitkomst]) -> Uitkomst:
    """The counts of several series together."""
    total = Uitkomst()
    for part in uitkomsten:
        for name, value in vars(part).items():
            setattr(total, name, getattr(total, name) + value)
    return total
