"""The words that a line may hold, each with what it means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from kernteam_tui.domain.gezinscodes import (
    Geslacht,
    OuderSoort,
    RelatieKwaliteit,
    RelatieSoort,
    VeiligBereiken,
)

MAN, VROUW, ONBEKEND = Geslacht.MAN, Geslacht.VROUW, Geslacht.ONBEKEND


class Band(Enum):
    """How the person of a line belongs to the one it names (without a name: the jongere)."""

    OUDER = auto()
    BRUS = auto()
    """A full brother or sister: the same parents."""
    HALF = auto()
    """A half brother or sister: one parent, who has to be named with `via`."""
    GROOTOUDER = auto()
    OOM_TANTE = auto()
    KIND = auto()
    KOPPEL = auto()
    FAMILIE = auto()
    """Another tie, called by its own word."""
    JONGERE = auto()
    """The jongere of the casus: nobody else is added by this word."""


@dataclass(frozen=True)
class Rol:
    """What a word such as `stiefvader` says of somebody."""

    woord: str
    band: Band
    geslacht: Geslacht = ONBEKEND
    ouder: OuderSoort = OuderSoort.BIOLOGISCH
    koppel: RelatieSoort | None = None


def _ouders() -> list[Rol]:
    kinds = {
        "": OuderSoort.BIOLOGISCH,
        "stief": OuderSoort.STIEF,
        "pleeg": OuderSoort.PLEEG,
        "adoptie": OuderSoort.ADOPTIE,
    }
    sexes = {"moeder": VROUW, "vader": MAN, "ouder": ONBEKEND}
    return [
        Rol(voor + woord, Band.OUDER, geslacht, soort)
        for voor, soort in kinds.items()
        for woord, geslacht in sexes.items()
    ]


ROLLEN: dict[str, Rol] = {
    rol.woord: rol
    for rol in (
        *_ouders(),
        Rol("voogd", Band.OUDER, ONBEKEND, OuderSoort.VOOGD),
        Rol("broer", Band.BRUS, MAN),
        Rol("zus", Band.BRUS, VROUW),
        Rol("halfbroer", Band.HALF, MAN),
        Rol("halfzus", Band.HALF, VROUW),
        Rol("zoon", Band.KIND, MAN),
        Rol("dochter", Band.KIND, VROUW),
        Rol("kind", Band.KIND),
        Rol("opa", Band.GROOTOUDER, MAN),
        Rol("oma", Band.GROOTOUDER, VROUW),
        Rol("oom", Band.OOM_TANTE, MAN),
        Rol("tante", Band.OOM_TANTE, VROUW),
        Rol("jongere", Band.JONGERE),
        Rol("partner", Band.KOPPEL, koppel=RelatieSoort.RELATIE),
        Rol("ex", Band.KOPPEL, koppel=RelatieSoort.UIT_ELKAAR),
        Rol("echtgenoot", Band.KOPPEL, MAN, koppel=RelatieSoort.GEHUWD),
        Rol("echtgenote", Band.KOPPEL, VROUW, koppel=RelatieSoort.GEHUWD),
        *(Rol(woord, Band.FAMILIE, MAN) for woord in ("neef", "stiefbroer", "pleegbroer", "zwager")),
        *(Rol(woord, Band.FAMILIE, VROUW) for woord in ("nicht", "stiefzus", "pleegzus", "schoonzus")),
        *(Rol(woord, Band.FAMILIE, MAN) for woord in ("buurman", "vriend")),
        *(Rol(woord, Band.FAMILIE, VROUW) for woord in ("buurvrouw", "vriendin")),
    )
}
"""The word as it is kept -> what it means."""

ANDERS_GEZEGD = {
    "mama": "moeder",
    "mam": "moeder",
    "ma": "moeder",
    "papa": "vader",
    "pap": "vader",
    "pa": "vader",
    "stiefmama": "stiefmoeder",
    "stiefpapa": "stiefvader",
    "broertje": "broer",
    "zusje": "zus",
    "zuster": "zus",
    "halfbroertje": "halfbroer",
    "halfzusje": "halfzus",
    "stiefbroertje": "stiefbroer",
    "stiefzusje": "stiefzus",
    "pleegbroertje": "pleegbroer",
    "pleegzusje": "pleegzus",
    "grootvader": "opa",
    "grootmoeder": "oma",
    "dochtertje": "dochter",
    "zoontje": "zoon",
    "neefje": "neef",
    "nichtje": "nicht",
}
"""Another word for the same."""

GESLACHT = {
    "man": MAN,
    "jongen": MAN,
    "vrouw": VROUW,
    "meisje": VROUW,
}

KOPPELS = {
    "getrouwd": RelatieSoort.GEHUWD,
    "gehuwd": RelatieSoort.GEHUWD,
    "samenwonend": RelatieSoort.SAMENWONEND,
    "samen": RelatieSoort.SAMENWONEND,
    "relatie": RelatieSoort.RELATIE,
    "verkering": RelatieSoort.RELATIE,
    "gescheiden": RelatieSoort.GESCHEIDEN,
    "uit elkaar": RelatieSoort.UIT_ELKAAR,
    "tweeling": RelatieSoort.TWEELING,
}
"""Between two people, in a line of its own."""

KWALITEIT = {
    "hecht": RelatieKwaliteit.HECHT,
    "goed": RelatieKwaliteit.GOED,
    "op afstand": RelatieKwaliteit.AFSTANDELIJK,
    "afstandelijk": RelatieKwaliteit.AFSTANDELIJK,
    "ruzie": RelatieKwaliteit.CONFLICT,
    "conflict": RelatieKwaliteit.CONFLICT,
    "geen contact": RelatieKwaliteit.VERBROKEN,
}

BELLEN = {
    "niet bellen": VeiligBereiken.NEE,
    "bellen mag": VeiligBereiken.JA,
    "bellen kan": VeiligBereiken.JA,
}

POST = {
    "geen post": VeiligBereiken.NEE,
    "post mag": VeiligBereiken.JA,
    "post kan": VeiligBereiken.JA,
}


def rol_van(woord: str) -> Rol | None:
    """The role that this word names; None when it is none."""
    kaal = woord.casefold()
    return ROLLEN.get(ANDERS_GEZEGD.get(kaal, kaal))
