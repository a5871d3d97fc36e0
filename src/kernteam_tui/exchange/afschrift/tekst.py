"""A copy of the file as plain text: 72 columns, for a message, an e-mail or a screen reader."""

from __future__ import annotations

from collections.abc import Iterator

from kernteam_tui.domain.afschrift.stukken import Afschrift
from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.exchange.afschrift.opbouw import Blok, Deel, bouw_op
from kernteam_tui.exchange.vouwen import vouw


def maak_tekst(afschrift: Afschrift, doorlaat: Doorlaat) -> str:
    """The copy as lines of `vouwen.BREEDTE` columns at most, and one newline. Raises DoorlaatOngeldig."""
    opbouw = bouw_op(afschrift, doorlaat)
    lines = [opbouw.titel, "=" * len(opbouw.titel)]
    for label, waarde in opbouw.kop:
        lines += vouw(f"{label}: {waarde}")
    for deel in opbouw.delen:
        lines += _deel(deel)
    lines += _kop(opbouw.weggelaten_kop)
    lines += vouw(opbouw.weggelaten_zin)
    for zin in opbouw.weggelaten:
        lines += vouw(zin, "- ", "  ")
    lines += _kop(opbouw.rechten_kop)
    for zin in opbouw.rechten:
        lines += vouw(zin, "- ", "  ")
    return "\n".join(lines) + "\n"


def _deel(deel: Deel) -> Iterator[str]:
    yield from _kop(deel.kop)
    for nummer, blok in enumerate(deel.blokken):
        if nummer:
            yield ""
        yield from _blok(blok)


def _blok(blok: Blok) -> Iterator[str]:
    yield from vouw(blok.kop)
    for label, alineas in blok.regels:
        begin = f"  {label}: " if label else "  "
        for alinea in alineas or ("",):
            yield from vouw(alinea, begin, "  ")
            begin = "  "


def _kop(kop: str) -> tuple[str, ...]:
    return ("", "", kop, "-" * len(kop))
