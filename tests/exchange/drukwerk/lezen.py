"""What a reader, a screen reader and a computer find in a PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.generic import ContentStream, NameObject

_ONZICHTBAAR = re.compile(r"[\s\u200b\u200c\u200d\u200e\u200f\u2066-\u2069\u00ad]")


def kaal(tekst: str) -> str:
    """Without white and what nobody sees."""
    return _ONZICHTBAAR.sub("", tekst)


def alles_wat_er_staat(data: bytes) -> str:
    """The text of all sheets and the alternative texts of the pictures, `kaal`."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    bladen = [blad.extract_text() for blad in reader.pages]
    return kaal(" ".join([*bladen, *(str(knoop.get("/Alt", "")) for knoop in _knopen(reader))]))


def eigenschappen(data: bytes) -> str:
    """All that the file says of itself: the properties, the XMP packet and its name in the title bar."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    wortel: Any = reader.trailer["/Root"]
    info: dict[str, Any] = dict(reader.metadata or {})
    xmp = wortel["/Metadata"].get_object().get_data().decode() if "/Metadata" in wortel else ""
    return " ".join([*(f"{sleutel}={waarde}" for sleutel, waarde in info.items()), xmp])


def mist_voor_schermlezer(data: bytes) -> list[str]:
    """What a tagged PDF must have and this one has not: seen without Java, so always tested."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    wortel: Any = reader.trailer["/Root"]
    eisen = {
        "etiketten": bool(wortel.get("/MarkInfo", {}).get("/Marked")),
        "boom": any("/S" in knoop for knoop in _knopen(reader)),
        "taal": bool(wortel.get("/Lang")),
        "titel": bool(reader.metadata and reader.metadata.title),
        "titel in de balk": bool(wortel.get("/ViewerPreferences", {}).get("/DisplayDocTitle")),
        "PDF/UA-1": "pdfuaid" in eigenschappen(data),
        "PDF/A-2a": "pdfaid" in eigenschappen(data),
        "kop": any(knoop.get("/S") == "/H1" for knoop in _knopen(reader)),
    }
    return [eis for eis, voldaan in eisen.items() if not voldaan]


def lettertypen(data: bytes) -> set[str]:
    """The families that are in the file."""
    return {naam.decode() for naam in re.findall(rb"/FontName ?/[A-Z]{6}\+([A-Za-z]+)", data)}


def woorden_in(data: bytes, taal: str) -> str:
    """The words that are marked by themselves as being in this language, `kaal`; those of the language of the
    paper have no mark."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    uit = []
    for blad in reader.pages:
        stroom = ContentStream(blad.get_contents(), reader, "bytes")
        stroom.operations = list(_alleen_in(taal, stroom.operations))
        blad[NameObject("/Contents")] = stroom
        uit.append(blad.extract_text())
    return kaal(" ".join(uit))


def _alleen_in(taal: str, stappen: list[tuple[Any, bytes]]) -> Iterator[tuple[Any, bytes]]:
    """The content of a sheet without the letters outside words marked so."""
    merken: list[bytes] = []
    for operanden, stap in stappen:
        if stap in (b"BDC", b"BMC"):
            merken.append(bytes(operanden[1].get("/Lang", b"")) if stap == b"BDC" else b"")
        elif stap == b"EMC":
            merken.pop()
        if taal.encode() in merken or stap not in (b"Tj", b"TJ"):
            yield operanden, stap


def _knopen(reader: pypdf.PdfReader) -> Iterator[dict[str, Any]]:
    wortel: Any = reader.trailer["/Root"]
    if "/StructTreeRoot" in wortel:
        yield from _loop(wortel["/StructTreeRoot"])


def _loop(knoop: Any) -> Iterator[dict[str, Any]]:
    knoop = knoop.get_object()
    if isinstance(knoop, list):
        for kind in knoop:
            yield from _loop(kind)
    elif isinstance(knoop, dict):
        if "/S" in knoop:
            yield knoop
        if "/K" in knoop:
            yield from _loop(knoop["/K"])
