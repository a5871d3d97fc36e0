"""Where people of a family live: one household or two, and whether an address may be used."""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.gezinscodes import VeiligBereiken
from kernteam_tui.domain.record import Record


@dataclass(kw_only=True, eq=False)
class Huishouden(Record):
    """One front door (S14)."""

    gezin_id: str = ""
    naam: str
    """What the family calls it: `bij moeder`."""
    straat: str = ""
    """Street and number."""
    postcode: str = ""
    plaats: str = ""
    wijk: str = ""
    geheim: bool = False
    """The other parent may not have this address: it never leaves the store but to who lives there."""
    post: VeiligBereiken = VeiligBereiken.ONBEKEND
    let_op: str = ""
    """What to mind at the door or with post, in the worker's words."""
    volgorde: int = 0


@dataclass(kw_only=True, eq=False)
class Bewoner(Record):
    """Somebody lives there, wholly or for a part; a child of parents apart may live in two households."""

    gezin_id: str = ""
    huishouden_id: str
    persoon_id: str
    deels: bool = False
