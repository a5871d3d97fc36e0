"""Writing down what a process does to the files of a folder: a shim in C, compiled here, and its log."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SHIM = Path(__file__).with_name("stroom_schrijflog.c")
_HEAD = struct.Struct("=IIQQ")


class GeenCompiler(RuntimeError):
    """There is no C compiler here (`cc` or `gcc`), or no Linux: power cuts cannot be simulated."""


@dataclass(frozen=True)
class Opdracht:
    """One thing that a process did to a file.

    `soort` is C (made), W (written), T (cut to `plek` bytes), S (synced), R (renamed to `inhoud`) or
    U (unlinked).
    """

    soort: str
    naam: str
    plek: int
    inhoud: bytes


def compileer_shim(folder: Path) -> Path:
    """Compile the shim into that folder. Raises GeenCompiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not Path("/proc/self/fd").exists():
        raise GeenCompiler(
            "geen C-compiler (cc of gcc) of geen Linux: stroomuitval is hier niet na te spelen"
        )
    target = folder / "schrijflog.so"
    command = [compiler, "-O2", "-shared", "-fPIC", "-o", str(target), str(SHIM), "-ldl", "-lpthread"]
    subprocess.run(command, check=True, capture_output=True)
    return target


def neem_op(shim: Path, command: list[str], folder: Path, log: Path, uitvoer: Path) -> None:
    """Run a command and log what it does under `folder` (a resolved path); its stdout goes to `uitvoer`."""
    environment = os.environ | {
        "LD_PRELOAD": str(shim),
        "SCHRIJFLOG_MAP": str(folder),
        "SCHRIJFLOG": str(log),
    }
    with uitvoer.open("ab", buffering=0) as lines:
        subprocess.run(command, check=True, env=environment, stdout=lines)


def lees_log(log: Path) -> Iterator[Opdracht]:
    """The log in the order in which things were done."""
    with log.open("rb") as stream:
        while head := stream.read(_HEAD.size):
            kind, name_length, offset, length = _HEAD.unpack(head)
            name = os.fsdecode(stream.read(name_length))
            content = stream.read(length) if chr(kind) in "WR" else b""
            yield Opdracht(chr(kind), name, offset, content)
