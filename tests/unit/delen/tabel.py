"""The decision tables of `assets/delen`, read as a lawyer reads them: the topmost row that fits holds."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import prod
from pathlib import Path
from typing import Any

from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.codes import Gezagsbeeld, Gezagstand, Leeftijdsband, Verzocht

MAP = Path(__file__).parents[3] / "src" / "kernteam_tui" / "assets" / "delen"
ALLES = "*"
NVT = "nvt"
"""Value of a column that is not asked of this reader; only `*` fits it."""
JA_NEE = ("ja", "nee")
GEEN = "geen"

DELEN_KOLOMMEN: dict[str, tuple[str, ...]] = {
    "lezer": tuple(LezerSoort),
    "gezag": tuple(Gezagstand),
    "leeftijd": tuple(Leeftijdsband),
    "wilsonbekwaam": JA_NEE,
    "verzoek": tuple(Verzocht),
    "onthouden": JA_NEE,
    "uitweg": tuple(Uitweg),
    "gegeven": tuple(Gegeven),
    "toestemming": (GEEN, *Niveau),
}
TOESTEMMING_KOLOMMEN: dict[str, tuple[str, ...]] = {
    "leeftijd": tuple(Leeftijdsband),
    "gezag": tuple(Gezagsbeeld),
    "wilsonbekwaam": JA_NEE,
    "conflict": JA_NEE,
}
_GEZAG_VAN = {
    LezerSoort.OUDER: tuple(Gezagstand),
    LezerSoort.VOOGD: (Gezagstand.JA, Gezagstand.NEE_VERZORGER, Gezagstand.ONBEKEND),
}

Geval = dict[str, str]


@dataclass(frozen=True)
class Rij:
    """One row: what it asks of each column (None: anything), and what it answers."""

    nummer: int
    voorwaarden: Mapping[str, frozenset[str] | None]
    antwoord: Mapping[str, str]

    def past(self, geval: Mapping[str, str]) -> bool:
        return all(mag is None or geval[kolom] in mag for kolom, mag in self.voorwaarden.items())


def lees_csv(naam: str) -> list[dict[str, str]]:
    with (MAP / naam).open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


@cache
def lees_kop() -> dict[str, Any]:
    """delen.toml as it stands."""
    with (MAP / "delen.toml").open("rb") as bestand:
        return tomllib.load(bestand)


def lees_rijen(naam: str, kolommen: Iterable[str]) -> list[Rij]:
    """The rows of a table, from the top."""
    asked = tuple(kolommen)
    return [
        Rij(
            nummer,
            {kolom: None if rij[kolom] == ALLES else frozenset(rij[kolom].split("|")) for kolom in asked},
            {kolom: waarde for kolom, waarde in rij.items() if kolom not in asked},
        )
        for nummer, rij in enumerate(lees_csv(naam), start=2)
    ]


def delen_rijen() -> list[Rij]:
    return lees_rijen("delen.csv", DELEN_KOLOMMEN)


def toestemming_rijen() -> list[Rij]:
    return lees_rijen("toestemming.csv", TOESTEMMING_KOLOMMEN)


def zoeker(rijen: Sequence[Rij]) -> Callable[[Mapping[str, str]], Rij | None]:
    """A search for the topmost row that fits; rows that cannot fit the first columns are set apart once."""
    vast = tuple(kolom for kolom in ("lezer", "gezag", "uitweg", "gegeven") if kolom in rijen[0].voorwaarden)

    @cache
    def kandidaten(waarden: tuple[str, ...]) -> tuple[Rij, ...]:
        deel = dict(zip(vast, waarden, strict=True))
        return tuple(
            rij
            for rij in rijen
            if all((mag := rij.voorwaarden[kolom]) is None or deel[kolom] in mag for kolom in vast)
        )

    def zoek(geval: Mapping[str, str]) -> Rij | None:
        over = kandidaten(tuple(geval[kolom] for kolom in vast))
        return next((rij for rij in over if rij.past(geval)), None)

    return zoek


def delen_gevallen(lezers: Iterable[LezerSoort] = tuple(LezerSoort)) -> Iterator[Geval]:
    """Every combination of the columns; gezag is asked of an ouder and a voogd only."""
    rest = {kolom: waarden for kolom, waarden in DELEN_KOLOMMEN.items() if kolom not in ("lezer", "gezag")}
    for lezer in lezers:
        for gezag in _GEZAG_VAN.get(lezer, (NVT,)):
            for waarden in product(*rest.values()):
                yield {"lezer": lezer, "gezag": gezag, **dict(zip(rest, waarden, strict=True))}


def toestemming_gevallen() -> Iterator[Geval]:
    for waarden in product(*TOESTEMMING_KOLOMMEN.values()):
        yield dict(zip(TOESTEMMING_KOLOMMEN, waarden, strict=True))


def tel_gevallen() -> int:
    """How many combinations `delen_gevallen` holds."""
    rest = prod(len(waarden) for kolom, waarden in DELEN_KOLOMMEN.items() if kolom not in ("lezer", "gezag"))
    return rest * sum(len(_GEZAG_VAN.get(lezer, (NVT,))) for lezer in LezerSoort)
