"""Reads a calendar file: busy times in a window, what could not be read, and how old it is (contract 3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from kernteam_tui.domain.agenda import Agendaprobleem, Bezetblok, GelezenAgenda
from kernteam_tui.exchange.agenda.afspraak import (
    OMGEDRAAID,
    Kop,
    Meld,
    einde,
    lees_periode,
    lees_tijdstip,
)
from kernteam_tui.exchange.agenda.eigenschap import kaal_adres, lees_eigenschap
from kernteam_tui.exchange.agenda.grenzen import (
    MAX_BLOKKEN,
    MAX_WERK_VOOR_ZONES,
    AfspraakOnleesbaar,
    AgendaTeGroot,
    Werk,
)
from kernteam_tui.exchange.agenda.kop import lees_kop, uid_van
from kernteam_tui.exchange.agenda.merk import merk_van
from kernteam_tui.exchange.agenda.onderdelen import Onderdeel, lees_kalenders
from kernteam_tui.exchange.agenda.reeks import Bezet, Venster, bezet_door
from kernteam_tui.exchange.agenda.staat import AFGEZEGD, ANTWOORD, staat_van_periode
from kernteam_tui.exchange.agenda.tekst import logische_regels
from kernteam_tui.exchange.agenda.zone import LOKAAL
from kernteam_tui.exchange.agenda.zones import Zones

_MAX_GETOOND = 1000
"""Signs of a UID that are shown; no program writes so many."""
_BEGIN = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2}))?")


def lees_agenda(data: bytes, van: date, tot: date, bestandsdag: date, ik: str = "") -> GelezenAgenda:
    """The busy times of a calendar file that overlap the days from `van` up to `tot` (not in it).

    `bestandsdag` is the file's own date, for a file that does not say how old it is; `ik` the e-mail address
    of the agenda's owner, whose answers to invitations then count. Nothing of an appointment is kept but its
    times, its state and a hash of its UID. One that cannot be read costs itself only and is named in
    `problemen`.

    Raises AgendaNietHeel for a file that is cut off, empty or no calendar, AgendaTeGroot.
    """
    venster = Venster(
        LOKAAL.naar_utc(datetime.combine(van, time())), LOKAAL.naar_utc(datetime.combine(tot, time()))
    )
    return _Lezing(lees_kalenders(logische_regels(data), ik), venster, kaal_adres(ik)).lees(bestandsdag)


class _Lezing:
    """One reading of one file; `_werk` is shared by all of it, so that no file is read for ever."""

    def __init__(self, kalenders: list[Onderdeel], venster: Venster, ik: str) -> None:
        self._kalenders = kalenders
        self._venster = venster
        self._ik = ik
        self._werk = Werk()
        zonewerk = Werk(MAX_WERK_VOOR_ZONES)
        self._zones = [Zones(kalender.van_soort("VTIMEZONE"), zonewerk) for kalender in kalenders]
        self._blokken: list[Bezetblok] = []
        self._problemen: list[Agendaprobleem] = []

    def lees(self, bestandsdag: date) -> GelezenAgenda:
        for uid, parts in self._afspraken():
            self._lees_afspraak(uid, parts)
        for kalender, zones in self._met_zones():
            if kalender.woord("METHOD") not in AFGEZEGD | ANTWOORD:
                for part in kalender.van_soort("VFREEBUSY"):
                    self._lees_vrijbezet(part, zones)
        return GelezenAgenda(
            tuple(sorted(self._blokken, key=lambda blok: (blok.van, blok.tot, blok.staat, blok.uid_hash))),
            tuple(self._problemen),
            max(self._stempels(), default=bestandsdag),
        )

    def _met_zones(self) -> Iterable[tuple[Onderdeel, Zones]]:
        return zip(self._kalenders, self._zones, strict=True)

    def _afspraken(self) -> Iterator[tuple[str, list[tuple[Onderdeel, str, Zones]]]]:
        """The VEVENTs by UID, over all calendars; one without a UID is alone. An answer to an invitation says
        nothing about this agenda."""
        found: dict[object, list[tuple[Onderdeel, str, Zones]]] = {}
        for kalender, zones in self._met_zones():
            methode = kalender.woord("METHOD")
            if methode in ANTWOORD:
                continue
            for part in kalender.van_soort("VEVENT"):
                found.setdefault(uid_van(part) or id(part), []).append((part, methode, zones))
        for key, parts in found.items():
            yield key if isinstance(key, str) else "", parts

    def _lees_afspraak(self, uid: str, parts: list[tuple[Onderdeel, str, Zones]]) -> None:
        meld = self._melder(uid, _begin_zoals_geschreven(parts[0][0]))
        koppen: list[Kop] = [lees_kop(part, methode, zones, self._ik, meld) for part, methode, zones in parts]
        for bezet in bezet_door(koppen, self._venster, self._werk, meld):
            self._voeg_toe(uid, bezet)

    def _lees_vrijbezet(self, deel: Onderdeel, zones: Zones) -> None:
        """A VFREEBUSY: periods only, no appointments."""
        uid = uid_van(deel)
        meld = self._melder(uid)
        self._werk.begin_reeks()
        for line in deel.regels.get("FREEBUSY", []):
            eigenschap = lees_eigenschap(line)
            staat = staat_van_periode(eigenschap.parameters.get("FBTYPE", ""))
            if staat is None:
                continue
            for periode in filter(None, eigenschap.waarde.split(",")):
                try:
                    self._werk.neem()
                    begin, duur = lees_periode(periode, eigenschap.tzid, zones, meld)
                    first, last = begin.utc(), einde(begin, duur)
                except AfspraakOnleesbaar as fout:
                    meld(fout.tekst)
                    continue
                if last < first:
                    meld(OMGEDRAAID)
                    first, last = last, first
                if first < last and first < self._venster.tot and last > self._venster.van:
                    self._voeg_toe(uid, Bezet(first, last, staat))

    def _voeg_toe(self, uid: str, bezet: Bezet) -> None:
        if len(self._blokken) >= MAX_BLOKKEN:
            raise AgendaTeGroot(
                "In deze periode staan te veel afspraken.", "Kies een kortere periode, of een andere agenda."
            )
        self._blokken.append(Bezetblok(bezet.van, bezet.tot, bezet.staat, merk_van(uid)))

    def _melder(self, uid: str, begin: str = "") -> Meld:
        said: set[str] = set()

        def meld(tekst: str) -> None:
            if tekst not in said:
                said.add(tekst)
                self._problemen.append(Agendaprobleem(uid[:_MAX_GETOOND], tekst, begin))

        return meld

    def _stempels(self) -> Iterator[date]:
        """When the parts of the agenda were last written; a zone's own date says nothing of that."""
        for kalender, zones in self._met_zones():
            for part in kalender.delen:
                if part.soort == "VTIMEZONE":
                    continue
                for naam in ("DTSTAMP", "LAST-MODIFIED"):
                    for line in part.regels.get(naam, []):
                        yield from _dag(line, zones)


def _begin_zoals_geschreven(deel: Onderdeel) -> str:
    """Not reckoned to another zone: this is how it stands in her own calendar."""
    if (gevonden := _BEGIN.match(deel.woord("DTSTART"))) is None:
        return ""
    jaar, maand, dag, uur, minuut = gevonden.groups()
    return f"{int(dag)}-{int(maand)}-{jaar}" + (f" {uur}:{minuut}" if uur else "")


def _dag(regel: str, zones: Zones) -> Iterator[date]:
    try:
        moment = lees_tijdstip(regel, zones, "stempel", lambda _: None)
        yield LOKAAL.naar_lokaal(moment.utc()).date()
    except AfspraakOnleesbaar:
        return
