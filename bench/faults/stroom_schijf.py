"""A disk that may lose power: what was synced stays, what was not is dropped, reordered or torn."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TypeVar

from bench.faults.stroom_opname import Opdracht

SECTOR = 512
"""Bytes that a disk writes whole or not at all."""

_Ding = TypeVar("_Ding")


@dataclass
class _Bestand:
    """Content that is on the disk for good, and what was done to it since."""

    vast: bytearray = field(default_factory=bytearray)
    open: list[Opdracht] = field(default_factory=list)


@dataclass
class _Naamgeving:
    """A name that was given, taken away, or both."""

    weg: str
    erbij: str
    bestand: _Bestand

    def doe(self, namen: dict[str, _Bestand]) -> None:
        """The file comes along, also where an earlier naming of it was lost."""
        namen.pop(self.weg, None)
        if self.erbij:
            namen[self.erbij] = self.bestand

    @property
    def mappen(self) -> set[str]:
        return {str(Path(naam).parent) for naam in (self.weg, self.erbij) if naam}


@dataclass
class _Mapnaam(_Naamgeving):
    """A folder that got another name, with all that is in it."""

    def doe(self, namen: dict[str, _Bestand]) -> None:
        for naam in [naam for naam in namen if naam.startswith(f"{self.weg}/")]:
            namen[self.verplaatst(naam)] = namen.pop(naam)

    def verplaatst(self, naam: str) -> str:
        """The name that a file has after the renaming."""
        return self.erbij + naam.removeprefix(self.weg) if naam.startswith(f"{self.weg}/") else naam


class Schijf:
    """Files, and apart from them the folders that name them.

    As a journalling file system keeps them: syncing a file keeps its content, syncing its folder its name.
    """

    def __init__(self, begin: Path, folder: Path) -> None:
        """The disk with the files of `begin`, all of them synced, under their names in `folder`."""
        self._namen = {
            str(folder / path.relative_to(begin)): _Bestand(bytearray(path.read_bytes()))
            for path in begin.rglob("*")
            if path.is_file()
        }
        self._zichtbaar = dict(self._namen)
        self._open: list[_Naamgeving] = []

    def doe(self, opdracht: Opdracht) -> None:
        """The running program did this. What it does to a file without a name cannot be lost."""
        if opdracht.soort in "CRU":
            self._benoem(opdracht)
        elif opdracht.soort == "S":
            self._leg_vast(opdracht.naam)
        elif opdracht.naam in self._zichtbaar:
            self._zichtbaar[opdracht.naam].open.append(opdracht)

    def val_uit(self, toeval: Random) -> dict[str, bytes]:
        """What stands in each file when the power goes now and comes back."""
        namen = dict(self._namen)
        for naamgeving in _some(self._open, toeval):
            naamgeving.doe(namen)
        return {naam: _content(bestand, toeval) for naam, bestand in namen.items()}

    def _benoem(self, opdracht: Opdracht) -> None:
        weg, naar = opdracht.naam, os.fsdecode(opdracht.inhoud)
        bestand = self._zichtbaar.get(weg)
        if opdracht.soort == "C":
            done = _Naamgeving("", weg, _Bestand())
        elif bestand is not None:
            done = _Naamgeving(weg, naar, bestand)
        elif opdracht.soort == "R":
            done = _Mapnaam(weg, naar, _Bestand())
        else:
            return
        done.doe(self._zichtbaar)
        self._open.append(done)

    def _leg_vast(self, naam: str) -> None:
        bestand = self._zichtbaar.get(naam)
        if bestand is not None:
            for opdracht in bestand.open:
                _write(bestand.vast, opdracht)
            bestand.open.clear()
            return
        waiting: list[_Naamgeving] = []
        for naamgeving in self._open:
            if naam not in naamgeving.mappen:
                waiting.append(naamgeving)
                continue
            naamgeving.doe(self._namen)
            if isinstance(naamgeving, _Mapnaam):
                for earlier in waiting:
                    earlier.weg = naamgeving.verplaatst(earlier.weg)
                    earlier.erbij = naamgeving.verplaatst(earlier.erbij)
        self._open = waiting


def _some(done: Sequence[_Ding], toeval: Random) -> list[_Ding]:
    """What of this reached the disk: nothing, all, the first part, or any of it; in order."""
    way = toeval.choice(("niets", "alles", "begin", "los"))
    if way == "niets":
        return []
    if way == "begin":
        return list(done[: toeval.randint(0, len(done))])
    return [item for item in done if way == "alles" or toeval.random() < 0.5]


def _content(bestand: _Bestand, toeval: Random) -> bytes:
    kept = _some(bestand.open, toeval)
    if toeval.random() < 0.5:
        toeval.shuffle(kept)
    torn = toeval.random() < 0.5
    content = bytearray(bestand.vast)
    for opdracht in kept:
        for part in _torn(opdracht, toeval) if torn else (opdracht,):
            _write(content, part)
    return bytes(content)


def _torn(opdracht: Opdracht, toeval: Random) -> Iterable[Opdracht]:
    """The sectors of a write that reached the disk; a cut is whole or not there."""
    if opdracht.soort != "W":
        return (opdracht,)
    start, end = opdracht.plek, opdracht.plek + len(opdracht.inhoud)
    edges = [start, *range(start - start % SECTOR + SECTOR, end, SECTOR), end]
    return [
        Opdracht("W", opdracht.naam, a, opdracht.inhoud[a - start : b - start])
        for a, b in pairwise(edges)
        if toeval.random() < 0.5
    ]


def _write(content: bytearray, opdracht: Opdracht) -> None:
    """Do a write or a cut; what was skipped before it reads as zeros."""
    missing = opdracht.plek - len(content)
    if missing > 0:
        content.extend(bytes(missing))
    if opdracht.soort == "T":
        del content[opdracht.plek :]
    else:
        content[opdracht.plek : opdracht.plek + len(opdracht.inhoud)] = opdracht.inhoud
