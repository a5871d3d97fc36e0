"""Hours of a school as people type and read them: `3  10:40-11:30`, `8.30-12.30`, `na 2: 20`. No Textual."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import time

from kernteam_tui.domain.schooltijd import Lesuur
from kernteam_tui.widgets.datumlezen import lees_tijd

_UUR = re.compile(r"(\d{1,2})\s*(?:e|de|ste)?(?:\s*(?:les)?uur)?\s*[:.)]?\s+(\S.*)")
_TUSSEN = re.compile(r"\s*(?:-|–|t/m|tot)\s*")
_PAUZE = re.compile(
    r"(?:na\s*)?(?:het\s*)?(\d{1,2})\s*(?:e|de|ste)?(?:\s*uur)?\s*[:=]?\s+(\d{1,3})(?:\s*min\w*\.?)?"
)
_STUKKEN = re.compile(r"[\n,;]|\ben\b")


def lees_tijdvak(tekst: str) -> tuple[time, time] | None:
    """From and until of `8.30-12.30` or `9 tot 12 uur`; None when it is none."""
    delen = _TUSSEN.split(" ".join(tekst.lower().split()))
    if len(delen) != 2:
        return None
    van, tot = (lees_tijd(deel) for deel in delen)
    return (van, tot) if van is not None and tot is not None else None


def schrijf_tijdvak(van: time, tot: time) -> str:
    """`08:30-12:30`."""
    return f"{van:%H:%M}-{tot:%H:%M}"


def lees_lesuren(tekst: str) -> tuple[tuple[Lesuur, ...], tuple[str, ...]]:
    """The hours of lines such as `3  10:40-11:30`, and the lines that were not understood."""
    uren, vreemd = [], []
    for regel in (" ".join(ruw.split()) for ruw in tekst.splitlines()):
        uur = _lees_lesuur(regel)
        if uur is not None:
            uren.append(uur)
        elif regel:
            vreemd.append(regel)
    return tuple(uren), tuple(vreemd)


def schrijf_lesuren(lesuren: Iterable[Lesuur]) -> str:
    """A line for each hour; `lees_lesuren` reads exactly these back."""
    return "\n".join(f"{uur.nummer}  {schrijf_tijdvak(uur.van, uur.tot)}" for uur in lesuren)


def lees_pauzes(tekst: str) -> dict[int, int] | None:
    """Number of an hour -> minutes after it, of `na 2: 20, na 5: 30`; None when it was not understood."""
    pauzes = {}
    for stuk in (" ".join(ruw.lower().split()) for ruw in _STUKKEN.split(tekst)):
        if not stuk:
            continue
        gevonden = _PAUZE.fullmatch(stuk.replace(":", ": "))
        if gevonden is None:
            return None
        pauzes[int(gevonden[1])] = int(gevonden[2])
    return pauzes


def _lees_lesuur(regel: str) -> Lesuur | None:
    gevonden = _UUR.fullmatch(regel.lower())
    tijdvak = lees_tijdvak(gevonden[2]) if gevonden else None
    return Lesuur(int(gevonden[1]), *tijdvak) if gevonden and tijdvak else None
