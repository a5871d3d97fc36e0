"""Who a VEVENT is, also where the rest of it cannot be read: UID, revision, instance and state."""

from __future__ import annotations

from kernteam_tui.exchange.agenda.afspraak import Kop, Meld, Tijdstip, lees_tijdstip
from kernteam_tui.exchange.agenda.eigenschap import lees_eigenschap
from kernteam_tui.exchange.agenda.grenzen import AfspraakOnleesbaar
from kernteam_tui.exchange.agenda.onderdelen import Onderdeel
from kernteam_tui.exchange.agenda.staat import AFGEZEGD, staat_van
from kernteam_tui.exchange.agenda.zones import Zones


def uid_van(deel: Onderdeel) -> str:
    """The UID as it stands in the file; empty without one."""
    line = deel.eerste("UID")
    return "" if line is None else line.partition(":")[2].strip()


def lees_kop(deel: Onderdeel, methode: str, zones: Zones, ik: str, meld: Meld) -> Kop:
    """Never fails: an instance that cannot be told is said, and the VEVENT then stands by itself."""
    staat = staat_van(deel, methode, ik)
    return Kop(
        deel=deel,
        zones=zones,
        staat=staat,
        afgezegd=methode in AFGEZEGD or deel.woord("STATUS").startswith("CANCEL"),
        herziening=(_nummer(deel.woord("SEQUENCE")), deel.woord("DTSTAMP"), deel.woord("LAST-MODIFIED")),
        instantie=_instantie(deel, zones, meld if staat is not None else _zwijg),
        volgend=_volgend(deel),
    )


def _zwijg(_: str) -> None:
    """What takes no time has nothing to say."""


def _instantie(deel: Onderdeel, zones: Zones, meld: Meld) -> Tijdstip | None:
    line = deel.eerste("RECURRENCE-ID")
    if line is None:
        return None
    try:
        return lees_tijdstip(line, zones, "verwijzing naar een reeks", meld)
    except AfspraakOnleesbaar as fout:
        meld(fout.tekst)
        return None


def _volgend(deel: Onderdeel) -> bool:
    line = deel.eerste("RECURRENCE-ID")
    return line is not None and lees_eigenschap(line).parameters.get("RANGE", "").upper() == "THISANDFUTURE"


def _nummer(tekst: str) -> int:
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 10 else 0
