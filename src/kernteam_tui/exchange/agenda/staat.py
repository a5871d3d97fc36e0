"""Whether an appointment takes time, and how surely (contract 3)."""

from __future__ import annotations

from kernteam_tui.domain.planning.week import Bezetstaat
from kernteam_tui.exchange.agenda.eigenschap import lees_adres
from kernteam_tui.exchange.agenda.onderdelen import Onderdeel

AFGEZEGD = frozenset({"CANCEL"})
ANTWOORD = frozenset({"REPLY", "COUNTER"})
"""METHODs of a file: takes something back; says what somebody else thinks of it."""
_VRIJ = frozenset({"FREE", "WORKINGELSEWHERE"})
_BEZET = frozenset({"BUSY", "OOF"})
_TWIJFEL = frozenset({"TENTATIVE", "NEEDS-ACTION"})


def staat_van(deel: Onderdeel, methode: str, ik: str) -> Bezetstaat | None:
    """How busy a VEVENT makes the owner of the agenda; None: not at all.

    `methode` is the METHOD of its calendar, `ik` the owner's bare address (empty: answers do not count).
    """
    if methode in AFGEZEGD | ANTWOORD or deel.woord("STATUS") in ("CANCELLED", "CANCELED"):
        return None
    eigen = _eigen_woord(deel)
    antwoord = _antwoord(deel, ik) if ik else ""
    if eigen is None or antwoord == "DECLINED":
        return None
    return Bezetstaat.VOORBEHOUD if antwoord in _TWIJFEL else eigen


def staat_van_periode(soort: str) -> Bezetstaat | None:
    """How busy an FBTYPE of a VFREEBUSY makes; without one it is BUSY (RFC 5545 3.2.9)."""
    if soort.upper() == "FREE":
        return None
    return Bezetstaat.VOORBEHOUD if soort.upper() == "BUSY-TENTATIVE" else Bezetstaat.BEZET


def _eigen_woord(deel: Onderdeel) -> Bezetstaat | None:
    busystatus = deel.woord("X-MICROSOFT-CDO-BUSYSTATUS")
    if busystatus in _VRIJ:
        return None
    if busystatus == "TENTATIVE":
        return Bezetstaat.VOORBEHOUD
    if busystatus in _BEZET:
        return Bezetstaat.BEZET
    if deel.woord("TRANSP") == "TRANSPARENT":
        return None
    return Bezetstaat.VOORBEHOUD if deel.woord("STATUS") == "TENTATIVE" else Bezetstaat.BEZET


def _antwoord(deel: Onderdeel, ik: str) -> str:
    """What the owner answered, in capitals; empty where she was not asked."""
    for line in deel.regels.get("ATTENDEE", []):
        adressen, parameters = lees_adres(line)
        if ik in adressen:
            return parameters.get("PARTSTAT", "").upper() or _zonder_antwoord(deel, ik)
    return ""


def _zonder_antwoord(deel: Onderdeel, ik: str) -> str:
    """Without PARTSTAT nothing was answered (RFC 5545 3.2.12), except by whoever called the meeting."""
    line = deel.eerste("ORGANIZER")
    return "" if line is not None and ik in lees_adres(line)[0] else "NEEDS-ACTION"
