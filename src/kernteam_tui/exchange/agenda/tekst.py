"""From the bytes of a calendar file to its logical lines, whatever program wrote it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from kernteam_tui.exchange.agenda.grenzen import MAX_BYTES, AgendaTeGroot

_REGEL = re.compile(r"[^\n]+")


def logische_regels(data: bytes) -> Iterator[str]:
    """The lines, folded ones joined (RFC 5545 3.1), without line ends, BOMs, NULs and empty lines.

    UTF-8, with or without BOM; UTF-16 with BOM; else Windows-1252, as old exports are. Raises AgendaTeGroot.
    """
    if len(data) > MAX_BYTES:
        raise AgendaTeGroot(
            f"Dit bestand is te groot voor een agenda (meer dan {MAX_BYTES // 1_000_000} MB).",
            "Exporteer een kortere periode.",
        )
    text = _decodeer(_vouw_uit(_als_bytes(data)))
    for found in _REGEL.finditer(text):
        yield found.group()


def _als_bytes(data: bytes) -> bytes:
    """Joining is done before decoding: a fold may stand within a letter."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode("utf-8", "replace")
    return data


def _vouw_uit(data: bytes) -> bytes:
    one_end = data.replace(b"\0", b"").replace(b"\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    while b"\n\n" in one_end:  # an empty line may even stand between a line and its fold
        one_end = one_end.replace(b"\n\n", b"\n")
    return one_end.replace(b"\n ", b"").replace(b"\n\t", b"")


def _decodeer(data: bytes) -> str:
    try:
        return data.decode("utf-8").replace("\ufeff", "")
    except UnicodeDecodeError:
        return data.removeprefix(codecs.BOM_UTF8).decode("cp1252", "replace")
