"""What stands in one line, before it is known who is meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.gezinscodes import Geslacht, RelatieKwaliteit, RelatieSoort, VeiligBereiken
from kernteam_tui.domain.gezinsinvoer.woorden import Rol

ZELFDE_NAAM = '"'
"""In the place of a last name: that of the jongere."""


@dataclass
class Persoonregel:
    """A person: who, what to whom, and the facts that the line adds."""

    naam: tuple[str, ...] = ()
    rol: Rol | None = None
    van: tuple[str, ...] = ()
    """To whom the role is, as typed; nobody: the jongere."""
    via: str = ""
    """Through whom: `oma via moeder`."""
    omschrijving: str = ""
    """Between brackets: who this is, where no word of ours says it."""
    geslacht: Geslacht = Geslacht.ONBEKEND
    geboren: date | None = None
    geboortejaar: int | None = None
    overleden: bool = False
    overleden_jaar: int | None = None
    telefoon: str = ""
    email: str = ""
    taal: str = ""
    tolk: bool = False
    gezag: JaNeeOnbekend | None = None
    gezag_over: tuple[str, ...] = ()
    """Of which children, as typed; nobody: all of them."""
    gezag_hoe: str = ""
    geinformeerd: date | None = None
    bellen: VeiligBereiken | None = None
    let_op: str = ""
    deels: bool = False
    tweeling_met: str = ""


@dataclass
class Huisregel:
    """A front door; those in the lines after it live there."""

    naam: str = ""
    straat: str = ""
    postcode: str = ""
    plaats: str = ""
    wijk: str = ""
    geheim: bool = False
    post: VeiligBereiken | None = None
    let_op: str = ""


@dataclass
class Eldersregel:
    """Those in the lines after it live somewhere that is not known."""


@dataclass
class Bandregel:
    """How it is between two people."""

    een: str
    ander: str
    soort: RelatieSoort | None = None
    kwaliteit: RelatieKwaliteit | None = None
    sinds: int | None = None
    tot: int | None = None


@dataclass
class Leegregel:
    """Nothing was typed."""


@dataclass
class Foutregel:
    """A line that cannot be read, with what to do in a sentence; `over` is the piece that it is about."""

    fout: str
    over: str = ""


Regel = Persoonregel | Huisregel | Eldersregel | Bandregel | Leegregel | Foutregel
