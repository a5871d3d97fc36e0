"""Makes the demo store: two schools, hand-written families, and as many generated ones as asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from random import Random

from kernteam_tui.data.bulk import bulk_insert
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.domain.codes import Dagdeel, Regio
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.kalender import DatumBuitenBereik, FeestdagRegels, Kalender
from kernteam_tui.domain.klok import Klok
from kernteam_tui.domain.record import Record
from kernteam_tui.domain.school import Aanwezigheid, Kernpartner, School
from kernteam_tui.exchange.voorbeeld import VoorbeeldCasus, VoorbeeldSchool, read_voorbeeld
from kernteam_tui.services.demo.aanvulling import Kroniek, meer_casussen, meer_notities
from kernteam_tui.services.demo.agendas import agendas
from kernteam_tui.services.demo.dagen import Dagen
from kernteam_tui.services.demo.families import maak_adresboek, verrijk
from kernteam_tui.services.demo.gegeven import TeGeven, geef_bladzijden, te_geven
from kernteam_tui.services.demo.gezinnen import Dossier, Schoolbeeld, maak_dossier
from kernteam_tui.services.demo.schooltijden import afwezigen, vul_tijden
from kernteam_tui.services.demo.verloop import vertel
from kernteam_tui.services.instellingen import save_instellingen
from kernteam_tui.services.kalenders import kalender_voor
from kernteam_tui.services.toegang import create_kluis

WACHTWOORDZIN = "voorbeeld"
_IK = {"naam": "Vera Voorbeeld", "email": "vera@voorbeeld.invalid", "telefoon": "06-00000001"}
_EIGEN_ROOSTER = "kompas"
"""Key of the school that keeps its own holidays when it would otherwise be closed all week."""
_VOORUIT = 7
EERSTE_JAAR, LAATSTE_JAAR = 1970, 2099
"""Public holidays are known from some years before until a year after (`exchange.feestdagen`)."""
_UREN = {Dagdeel.OCHTEND: time(9), Dagdeel.MIDDAG: time(14)}


@dataclass(frozen=True)
class DemoUitkomst:
    """The store that was made; it is closed."""

    map: Path
    wachtwoordzin: str
    casussen: int


def maak_demo(
    kluis_map: Path, klok: Klok, *, zaad: int = 1, casussen: int = 25, notities: int | None = None
) -> DemoUitkomst:
    """Make a store with a fictional caseload in that folder, reckoned from `klok.vandaag()`, and close it.

    The same `zaad` and day give the same content apart from ids, keys and moments of saving. The first 25
    are hand-written, further ones are generated. With `notities` notes are added until there are that many.
    Raises InhoudOngeldig for a number below zero, DatumBuitenBereik for a day outside 1970 to 2099, and a
    named StoreError; the first two before anything is made.
    """
    if casussen < 0 or (notities is not None and notities < 0):
        raise InhoudOngeldig("Een aantal kan niet kleiner zijn dan nul.", "Kies een ander aantal.")
    if not EERSTE_JAAR <= klok.vandaag().year <= LAATSTE_JAAR:
        raise DatumBuitenBereik(
            f"Een voorbeeld kan alleen in de jaren {EERSTE_JAAR} tot en met {LAATSTE_JAAR}.",
            "Kies een andere dag.",
        )
    sessie = create_kluis(kluis_map, WACHTWOORDZIN, klok, VOORBEELD).sessie
    try:
        beeld = save_instellingen(sessie, **_IK)
        caseload = _Caseload(klok.vandaag(), beeld.feestdagregels, Random(zaad))
        bulk_insert(sessie.store, caseload.records(casussen, notities))
        geef_bladzijden(sessie, caseload.bladzijden)
    finally:
        sessie.close()
    return DemoUitkomst(kluis_map, WACHTWOORDZIN, casussen)


class _Caseload:
    """The records of one caseload, in an order in which they can be stored."""

    def __init__(self, vandaag: date, regels: FeestdagRegels, rng: Random) -> None:
        self._vandaag = vandaag
        self._regels = regels
        self._rng = rng
        self._voorbeeld = read_voorbeeld()
        self._scholen = {school.sleutel: self._school(school) for school in self._voorbeeld.scholen}
        self._gezinnen: dict[str, Gezin] = {}
        self.bladzijden: list[TeGeven] = []
        """What is given once the records are stored."""

    def records(self, casussen: int, notities: int | None) -> Iterator[Record]:
        """Schools, then each family with its casus and story, then notes until there are enough."""
        for plaats in self._scholen.values():
            vul_tijden(
                plaats.school, plaats.voorbeeld, [self._werkdag(n) for n in plaats.voorbeeld.studiedagen]
            )
            yield plaats.school
            yield from afwezigen(plaats.school, plaats.voorbeeld, self._vandaag)
            yield from agendas(plaats)
        adresboek = maak_adresboek()
        yield from adresboek.values()
        kronieken: list[Kroniek] = []
        told = 0
        dossiers = list(self._dossiers(casussen))  # all first: a family goes in whole, with later children
        around = {dossier.casus.id: list(verrijk(dossier, adresboek)) for dossier in dossiers}
        for dossier in dossiers:
            kroniek = Kroniek(dossier)
            for record in vertel(dossier):
                told += kroniek.tel(record)
                yield record
            yield from around[dossier.casus.id]
            self.bladzijden.extend(te_geven(dossier))
            kronieken.append(kroniek)
        yield from meer_notities(self._voorbeeld.zinnen, kronieken, (notities or 0) - told, self._rng)

    def _dossiers(self, aantal: int) -> Iterator[Dossier]:
        hand_written = self._voorbeeld.casussen[:aantal]
        generated = meer_casussen(self._voorbeeld.zinnen, aantal - len(hand_written), self._rng)
        beschrijvingen = [*hand_written, *generated]
        for beschrijving, nummer in zip(beschrijvingen, self._nummers(beschrijvingen), strict=True):
            dossier = maak_dossier(
                beschrijving,
                self._scholen[beschrijving.school],
                nummer,
                self._rng,
                self._gezinnen.get(beschrijving.broer_of_zus_van),
            )
            self._gezinnen[beschrijving.sleutel] = dossier.gezin
            yield dossier

    def _nummers(self, beschrijvingen: Sequence[VoorbeeldCasus]) -> list[str]:
        """Numbers by year and day of aanmelding, as if they had been entered one after the other."""
        days = [self._scholen[b.school].dagen.aangemeld(b.aangemeld) for b in beschrijvingen]
        per_year: Counter[int] = Counter()
        nummers = [""] * len(days)
        for index in sorted(range(len(days)), key=lambda index: (days[index], index)):
            year = days[index].year
            per_year[year] += 1
            nummers[index] = f"{year:04d}-{per_year[year]:03d}"
        return nummers

    def _school(self, voorbeeld: VoorbeeldSchool) -> Schoolbeeld:
        aanwezig = frozenset(
            Aanwezigheid(*deel) for partner in voorbeeld.kernteam if partner.ik for deel in partner.aanwezig
        )
        dicht = tuple(sorted({self._werkdag(dagen) for dagen in voorbeeld.dicht}))
        regios = tuple(Regio) if voorbeeld.sleutel == _EIGEN_ROOSTER else (Regio.MIDDEN,)
        options = [Dagen(self._vandaag, self._kalender(regio, dicht), aanwezig) for regio in regios]
        dagen = next((option for option in options if _can_plan(option)), options[0])
        regio = regios[options.index(dagen)]
        gemaakt = dagen.moment(dagen.dag(-1200), time(9))
        school = School(
            naam=voorbeeld.naam,
            soort=voorbeeld.soort,
            regio=regio,
            dicht=dicht,
            ruimtes=voorbeeld.ruimtes,
            created_at=gemaakt,
            updated_at=gemaakt,
        )
        for volgorde, partner in enumerate(voorbeeld.kernteam):
            school.kernteam.append(
                Kernpartner(
                    school_id=school.id,
                    rol=partner.rol,
                    naam=partner.naam,
                    email=partner.email or None,
                    telefoon=f"06-0000001{volgorde}",
                    ik=partner.ik,
                    aanwezig=tuple(Aanwezigheid(*deel) for deel in partner.aanwezig),
                    volgorde=volgorde,
                    created_at=gemaakt,
                    updated_at=gemaakt,
                )
            )
        return Schoolbeeld(school, voorbeeld, dagen)

    def _kalender(self, regio: Regio, dicht: tuple[date, ...]) -> Kalender:
        return kalender_voor(self._regels, regio, dicht)

    def _werkdag(self, dagen: int) -> date:
        return Dagen(self._vandaag, self._kalender(Regio.MIDDEN, ())).volgende_schooldag(dagen)


def _can_plan(dagen: Dagen) -> bool:
    """Whether she is in on a day that the school is open, within the week of an aanmelding of today."""
    last = dagen.aangemeld(0) + timedelta(days=_VOORUIT)
    days = (dagen.vandaag + timedelta(days=n) for n in range(1, (last - dagen.vandaag).days + 1))
    return any(
        dagen.is_open(dag) and any(dagen.is_in(dag, _UREN[dagdeel]) for dagdeel in Dagdeel) for dag in days
    )
