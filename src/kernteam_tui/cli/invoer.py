"""From what was typed after the command to values: days, moments, codes, files. Each refusal is one sentence.

What was typed is never repeated: it can be a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

from kernteam_tui.cli.bron import lees_begin, lees_stdin
from kernteam_tui.domain.codes import Code
from kernteam_tui.domain.fouten import GebruikOnjuist, InhoudOngeldig
from kernteam_tui.domain.klok import AMSTERDAM

C = TypeVar("C", bound=Code)

_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?")
_EERSTE_JAAR, _LAATSTE_JAAR = 1970, 2099
"""Years that can be today or the day of a talk: those whose public holidays are known."""

MAX_BYTES = 5_000_000
"""Of one file that is read in: a thousand pages of text. What is larger was not meant."""


def lees_datum(tekst: str) -> date:
    """A day, `JJJJ-MM-DD`. Raises GebruikOnjuist."""
    if _DATUM.fullmatch(tekst):
        try:
            return date.fromisoformat(tekst)
        except ValueError:
            raise GebruikOnjuist(
                "Deze datum bestaat niet.", "Kijk in de kalender welke dag het is."
            ) from None
    raise GebruikOnjuist("Dit is geen datum.", "Schrijf een datum als 2026-11-23 (JJJJ-MM-DD).")


def lees_dag(tekst: str) -> date:
    """A day to reckon from. Raises GebruikOnjuist, also where no calendar is known for it."""
    dag = lees_datum(tekst)
    _weiger_ver_weg(dag)
    return dag


def lees_moment(tekst: str) -> datetime:
    """The start of a talk, in UTC. A time without offset is that of the clock in Amsterdam.

    An hour that comes twice (the clock goes back) is the first one; a time that the clock skips is refused.
    Raises GebruikOnjuist.
    """
    if not _MOMENT.fullmatch(tekst):
        raise GebruikOnjuist(
            "Dit is geen dag met een tijd.", "Schrijf het als 2026-11-26T10:30 (JJJJ-MM-DDTUU:MM)."
        )
    lees_dag(tekst[:10])
    try:
        moment = datetime.fromisoformat(tekst)
    except ValueError:
        raise GebruikOnjuist(
            "Deze tijd bestaat niet.", "Een tijd loopt van 00:00 tot en met 23:59."
        ) from None
    if moment.tzinfo is not None:
        return moment.astimezone(UTC)
    found = moment.replace(tzinfo=AMSTERDAM).astimezone(UTC)
    if found.astimezone(AMSTERDAM).replace(tzinfo=None) != moment:
        raise GebruikOnjuist(
            "Deze tijd bestaat niet: dan gaat de klok een uur vooruit.", "Kies een tijd na 03:00."
        )
    return found


def keuze(codes: type[C]) -> Callable[[str], C]:
    """A reader of one of these codes. It raises GebruikOnjuist with the codes to choose from."""

    def lees(tekst: str) -> C:
        try:
            return codes(tekst)
        except ValueError:
            raise _geen_keuze(tuple(code.value for code in codes)) from None

    return lees


def een_van(*woorden: str) -> Callable[[str], str]:
    """A reader of one of these words. It raises GebruikOnjuist with the words to choose from."""

    def lees(tekst: str) -> str:
        if tekst not in woorden:
            raise _geen_keuze(woorden)
        return tekst

    return lees


def getal(laagste: int, hoogste: int) -> Callable[[str], int]:
    """A reader of a whole number within bounds. It raises GebruikOnjuist."""

    def lees(tekst: str) -> int:
        if re.fullmatch(r"[0-9]{1,9}", tekst) and laagste <= int(tekst) <= hoogste:
            return int(tekst)
        raise GebruikOnjuist(
            "Dit getal kan niet.", f"Kies een heel getal van {laagste} tot en met {hoogste}."
        )

    return lees


def lees_woord(tekst: str) -> str:
    """What was typed; bytes that are no UTF-8 become a question mark."""
    return tekst.encode("utf-8", "replace").decode("utf-8")


def lees_pad(tekst: str) -> Path:
    """A path, whole, with `~` filled in. Raises GebruikOnjuist for an empty one."""
    if not tekst.strip() or "\0" in tekst:
        raise GebruikOnjuist("Er is een lege map of bestandsnaam opgegeven.", "Vul de naam in.")
    try:
        return Path(tekst).expanduser().absolute()
    except RuntimeError:  # `~naam` of somebody who has no home folder here
        return Path(tekst).absolute()


def lees_tekst(bestand: str, hoogstens: int = MAX_BYTES) -> str:
    """The text of a file, or of stdin for `-`, of at most so many bytes; UTF-8, a BOM is allowed.

    Raises GebruikOnjuist where there is no such file, InhoudOngeldig where it is not UTF-8 or too large.
    """
    try:
        return lees_bytes(bestand, hoogstens).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InhoudOngeldig("Dit bestand is geen UTF-8-tekst.", "Sla het op als UTF-8.") from None


def lees_bytes(bestand: str, hoogstens: int = MAX_BYTES) -> bytes:
    """The content of a file, of a pipe, or of stdin for `-`. Reads no more than it takes to see that it is
    too much, and waits no longer than `cli.bron` says.

    Raises GebruikOnjuist where it cannot be read, InhoudOngeldig for more than `hoogstens` bytes.
    """
    inhoud = lees_stdin(hoogstens + 1) if bestand == "-" else lees_begin(lees_pad(bestand), hoogstens + 1)
    if len(inhoud) > hoogstens:
        raise InhoudOngeldig(
            f"Dit bestand is te groot (meer dan {max(1, hoogstens // 1_000_000)} MB).",
            "Kijk of dit het goede bestand is; kort het anders in.",
        )
    return inhoud


def lees_json(bestand: str) -> Any:
    """The JSON in a file. Raises GebruikOnjuist, InhoudOngeldig."""
    from kernteam_tui.services.formaten import read_json

    return read_json(lees_tekst(bestand))


def _weiger_ver_weg(dag: date) -> None:
    if not _EERSTE_JAAR <= dag.year <= _LAATSTE_JAAR:
        raise GebruikOnjuist(
            "Deze datum ligt te ver weg.", f"Kies een jaar van {_EERSTE_JAAR} tot en met {_LAATSTE_JAAR}."
        )


def _geen_keuze(woorden: tuple[str, ...]) -> GebruikOnjuist:
    return GebruikOnjuist("Dit woord hoort niet bij de keuzes.", f"Kies uit: {', '.join(woorden)}.")
