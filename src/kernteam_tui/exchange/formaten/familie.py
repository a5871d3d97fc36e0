"""What the line mode answers about who stands around a family, and how it belongs together (contract 5)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kernteam_tui.domain.gezinscodes import (
    Geslacht,
    Gevoel,
    Hulpsoort,
    Netwerkgroep,
    OuderSoort,
    RelatieKwaliteit,
    RelatieSoort,
)
from kernteam_tui.exchange.formaten.uitvoer import Uitvoer


class MensUit(Uitvoer):
    """Somebody on the netwerkkaart. `op_kaart` false: only because they live in the house; `id` is then that
    of the person. `nabij` 1 is close, 3 far; `rond` is the jongere, null for the whole family."""

    id: str
    naam: str
    wie: str
    groep: Netwerkgroep
    gevoel: Gevoel
    hulp: tuple[Hulpsoort, ...]
    nabij: int
    telefoon: str
    let_op: str
    jim: bool
    jim_afgesproken: bool
    op_kaart: bool
    rond: str | None
    persoon: str | None
    contact: str | None


class NetwerkUit(Uitvoer):
    """The netwerkkaart around one jongere; `rond` null: around the whole family."""

    schema_: Annotated[Literal["netwerk/1"], Field(alias="schema")] = "netwerk/1"
    casus: str
    rond: str | None
    mensen: tuple[MensUit, ...]


class FamilielidUit(Uitvoer):
    """Somebody in the genogram; `leeftijd` is that of the day, of the dead the age they reached."""

    id: str
    naam: str
    geslacht: Geslacht
    geboortejaar: int | None
    leeftijd: int | None
    overleden: bool
    sterfjaar: int | None
    jongere: bool


class OuderbandUit(Uitvoer):
    """Who is whose parent, in this way (ids)."""

    kind: str
    ouder: str
    soort: OuderSoort


class KoppelUit(Uitvoer):
    """Two who are or were a couple (ids), in years."""

    een: str
    ander: str
    soort: RelatieSoort
    sinds: int | None
    tot: int | None


class BandUit(Uitvoer):
    """How it is between two people (ids)."""

    een: str
    ander: str
    kwaliteit: RelatieKwaliteit


class HuishoudenUit(Uitvoer):
    """Who live together (ids)."""

    id: str
    naam: str
    leden: tuple[str, ...]


class GenogramUit(Uitvoer):
    """The facts of a genogram."""

    schema_: Annotated[Literal["genogram/1"], Field(alias="schema")] = "genogram/1"
    casus: str
    leden: tuple[FamilielidUit, ...]
    ouders: tuple[OuderbandUit, ...]
    koppels: tuple[KoppelUit, ...]
    tweelingen: tuple[tuple[str, ...], ...]
    banden: tuple[BandUit, ...]
    huishoudens: tuple[HuishoudenUit, ...]
