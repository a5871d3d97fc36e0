"""A calendar that receives invitations by RFC 5546, written from the rules without a look at the program."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tests.services.uitnodigingen.bericht import Bericht

GEEN_ORGANISATOR = "no ORGANIZER"
Tijd = tuple[datetime, datetime]


@dataclass(frozen=True)
class _Bekend:
    versie: tuple[int, datetime]
    organisator: str | None
    tijd: Tijd | None
    """None: it was here, and was cancelled."""


class Agenda:
    """The calendar of one address; None for somebody who opens files by hand and is named in none."""

    def __init__(self, adres: str | None) -> None:
        self._adres = adres
        self._bekend: dict[str, _Bekend] = {}

    @property
    def gesprekken(self) -> dict[str, Tijd]:
        """UID -> begin and end (UTC) of what stands."""
        return {uid: known.tijd for uid, known in self._bekend.items() if known.tijd is not None}

    def ontvang_alle(self, berichten: Iterable[Bericht]) -> None:
        """Each in this order."""
        for bericht in berichten:
            self.ontvang(bericht)

    def ontvang(self, bericht: Bericht) -> None:
        """Apply a message, or leave it where the rules say so."""
        known = self._bekend.get(bericht.uid)
        version = (bericht.volgnummer, bericht.dtstamp)
        if known is not None and version <= known.versie:  # 2.1.5: SEQUENCE first, then DTSTAMP
            return
        if known is not None and bericht.organisator != known.organisator:  # 3.2.5: only the organizer
            return
        if not self._is_voor_mij(bericht):
            return
        gone = bericht.methode == "CANCEL"
        tijd = None if gone else (bericht.begin, bericht.einde)
        self._bekend[bericht.uid] = _Bekend(version, bericht.organisator, tijd)

    def _is_voor_mij(self, bericht: Bericht) -> bool:
        if bericht.methode == "REQUEST":
            return self._adres in bericht.genodigden
        if bericht.methode == "CANCEL":  # of the whole talk, or of me alone
            return bericht.staat == "CANCELLED" or self._adres in bericht.genodigden
        return bericht.methode == "PUBLISH"


def afwijkingen(bericht: Bericht) -> list[str]:
    """What differs from the tables of RFC 5546: 3.2.1 PUBLISH, 3.2.2 REQUEST, 3.2.5 CANCEL."""
    found: list[str] = []
    if bericht.organisator is None:
        found.append(GEEN_ORGANISATOR)
    if bericht.methode == "PUBLISH" and bericht.genodigden:
        found.append("PUBLISH with ATTENDEE")
    if bericht.methode == "REQUEST" and not bericht.genodigden:
        found.append("REQUEST without ATTENDEE")
    if bericht.methode != "CANCEL" and bericht.staat not in ("CONFIRMED", "TENTATIVE"):
        found.append("STATUS of a talk that goes on")
    if bericht.methode == "CANCEL" and not _mag_afzeggen(bericht):
        found.append("CANCEL that says neither for whom nor that all is off")
    if bericht.methode == "REQUEST" and any(
        (p.get("PARTSTAT"), p.get("RSVP")) != ("NEEDS-ACTION", "TRUE") for p in bericht.parameters
    ):
        found.append("REQUEST that asks no answer")
    return found


def _mag_afzeggen(bericht: Bericht) -> bool:
    """STATUS:CANCELLED for the whole talk; without STATUS it is for the ATTENDEEs in it."""
    return bericht.staat == "CANCELLED" or (bericht.staat is None and bool(bericht.genodigden))
