"""What `kernteam wachtwoord` answers with."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kernteam_tui.exchange.formaten.uitvoer import Uitvoer

Gedaan = Literal[
    "wachtwoordzin",
    "herstelcode",
    "gelekt",
    "organisatie_erbij",
    "organisatie_weg",
    "oude_kopieen_weg",
    "organisatiesleutel_gemaakt",
]


class WachtwoordUit(Uitvoer):
    """A change of the keys. `herstelcode` is shown this once, empty where none was made.

    `organisatie` is the fingerprint of the key that the store is sealed to, empty without one (or of the
    pair that was made, with its files in `bestanden`); `oude_kopieen` counts what an old passphrase opens.
    """

    schema_: Annotated[Literal["wachtwoord/1"], Field(alias="schema")] = "wachtwoord/1"
    gedaan: Gedaan
    herstelcode: str = ""
    organisatie: str = ""
    oude_kopieen: int = 0
    bestanden: tuple[str, ...] = ()
