"""The fixed sentences of the page, read from `assets/bladzijde/zinnen-<taal>.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from kernteam_tui.domain.bladzijde import TALEN
from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.fouten import GebruikOnjuist


class TaalOnbekend(GebruikOnjuist):
    """The page does not exist in this language (yet)."""

    code = "taal_onbekend"
    titel = "Deze taal is er nog niet"


@dataclass(frozen=True)
class Zinnen:
    """Headings and sentences of one language, by key."""

    taal: str
    richting: str
    checked_by: str
    """The reader who checked these words; empty: nobody yet."""
    koppen: dict[str, str]
    zinnen: dict[str, str]
    schaal: dict[str, str]
    bellen: tuple[tuple[str, str], ...]
    """What it is about and whom to call, for everybody."""
    oneens: tuple[str, ...]
    school: dict[str, str]
    """What school always and never knows (`altijd`, `nooit`), and what by each Niveau."""
    dagen: tuple[str, ...]
    maanden: tuple[str, ...]

    def volle_datum(self, dag: date) -> str:
        """`23 november 2026`."""
        return f"{dag.day} {self.maanden[dag.month - 1]} {dag.year}"

    def dag(self, dag: date, gelezen_op: date) -> str:
        """`vrijdag 11 december`, with the year where it is not that of `gelezen_op`."""
        tekst = f"{self.dagen[dag.weekday()]} {dag.day} {self.maanden[dag.month - 1]}"
        return tekst if dag.year == gelezen_op.year else f"{tekst} {dag.year}"


def wat_school_weet(niveaus: Collection[Niveau], taal: str = "nl") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What school knows and what it does not, where partners there were promised this much (S32, S35).

    Raises TaalOnbekend.
    """
    school = lees_zinnen(taal).school
    return (school["altijd"], *(school[niveau] for niveau in Niveau if niveau in niveaus)), (school["nooit"],)


@cache
def lees_zinnen(taal: str) -> Zinnen:
    """The sentences of a language. Raises TaalOnbekend."""
    if taal not in TALEN:
        raise TaalOnbekend(
            "De bladzijde voor ouders is er nog niet in deze taal.", f"Kies een van: {', '.join(TALEN)}."
        )
    bron = files("kernteam_tui") / "assets" / "bladzijde" / f"zinnen-{taal}.toml"
    inhoud = tomllib.loads(bron.read_text("utf-8"))
    zinnen, school = inhoud["zinnen"], inhoud["school"]
    return Zinnen(
        taal=inhoud["taal"],
        richting=inhoud["richting"],
        checked_by=inhoud["checked_by"],
        koppen=inhoud["koppen"],
        zinnen={sleutel: zin for sleutel, zin in zinnen.items() if isinstance(zin, str)},
        schaal=zinnen["schaal"],
        bellen=tuple((regel["wat"], regel["wie"]) for regel in inhoud["bellen"]),
        oneens=tuple(inhoud["oneens"]["zinnen"]),
        school={"altijd": school["altijd"], "nooit": school["nooit"], **school["niveaus"]},
        dagen=tuple(inhoud["kalender"]["dagen"]),
        maanden=tuple(inhoud["kalender"]["maanden"]),
    )
