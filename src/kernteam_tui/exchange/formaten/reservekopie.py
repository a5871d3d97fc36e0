"""What the commands about backups answer with."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kernteam_tui.exchange.formaten.uitvoer import Moment, Uitvoer


class ReservekopieUit(Uitvoer):
    """A backup that was made, read back and opened; `opgeruimd` holds names of older ones that went."""

    schema_: Annotated[Literal["reservekopie/1"], Field(alias="schema")] = "reservekopie/1"
    bestand: str
    gemaakt: Moment
    geverifieerd: bool
    opgeruimd: tuple[str, ...]


class KluisinhoudUit(Uitvoer):
    """How much is in a store; `kluisvorm` is the number of the form of its tables."""

    casussen: int
    gesprekken: int
    notities: int
    plannen: int
    laatst_gewijzigd: Moment | None
    kluisvorm: int


class TerugzettenUit(Uitvoer):
    """What is in a backup, and whether it was put back.

    `huidig` is null where the present store does not open with the same passphrase. With `alleen_sleutels`
    only the key file was put back, and nothing was counted.
    """

    schema_: Annotated[Literal["terugzetten/1"], Field(alias="schema")] = "terugzetten/1"
    bestand: str
    gemaakt: Moment
    alleen_sleutels: bool
    teruggezet: bool
    reden: str | None = None
    programma: str | None = None
    inhoud: KluisinhoudUit | None = None
    huidig: KluisinhoudUit | None = None
    apart: str | None = None
    opnieuw_gewist: int = 0
