"""Talks: plan, move, cancel, restore, and note how they went."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, LogSoort, RedenLater
from kernteam_tui.domain.datumtekst import dag_van, moment_kort
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd
from kernteam_tui.domain.gesprek import MINUTEN, Gesprek, Terugkoppelafspraak, Vervallen
from kernteam_tui.domain.leeftijden.ouders import ZonderOuders, noteer_ouder_erbij, noteer_zonder_ouders
from kernteam_tui.domain.plek import is_op_school, ruimte_in
from kernteam_tui.domain.termijnen import startgesprek_uiterlijk
from kernteam_tui.services.deelnemers import (
    maak_deelnemers,
    sleutel_van,
    standaard_wie,
    vervang_deelnemers,
)
from kernteam_tui.services.gesprekbeeld import (
    DeelnemerBeeld,
    GesprekBeeld,
    TerugkoppelBeeld,
    maak_beeld,
)
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.uitstel import Uitstel, noteer_aanbod, noteer_uitstel

__all__ = [
    "DeelnemerBeeld",
    "DeelnemerUitkomst",
    "GesprekBeeld",
    "GesprekGegevens",
    "TerugkoppelBeeld",
    "Uitkomst",
    "Uitstel",
    "get_gesprek",
    "herstel_gesprek",
    "leg_gesprek_vast",
    "meld_niet_verschenen",
    "plan_gesprek",
    "standaard_wie",
    "verzet_gesprek",
    "wijzig_genodigden",
    "zeg_gesprek_af",
]


@dataclass(frozen=True)
class GesprekGegevens:
    """What planning a talk asks. `start` is aware; `wie` holds ids, roles of the kernteam or `mentor`."""

    soort: GesprekSoort
    start: datetime
    minuten: int = 60
    plek: str = ""
    wie: tuple[str, ...] = ()
    zonder: str = ""
    reden_te_laat: str = ""
    keuze: RedenLater | None = None
    """Whose choice it was that it is later than agreed (S26)."""
    gezin_vanaf: date | None = None
    """The family wants it on this day or later; None: nothing new."""
    aangeboden_op: date | None = None
    """The day on which it was offered; None: today."""


@dataclass(frozen=True)
class DeelnemerUitkomst:
    """What is noted of one participant."""

    deelnemer_id: str
    aanwezig: bool
    actie: str = ""
    actie_op: date | None = None
    klaar: bool = False
    """The action is done; counts for nothing without one."""


@dataclass(frozen=True)
class Uitkomst:
    """What is noted after a talk. `begeleiding_gestart` None: the day of a held startgesprek."""

    staat: GesprekStaat
    deelnemers: tuple[DeelnemerUitkomst, ...] = ()
    terugkoppelafspraken: tuple[TerugkoppelBeeld, ...] = ()
    verslag: str = ""
    begeleiding_gestart: date | None = None
    start_niet: bool = False
    """The worker says that the help does not start yet."""
    reden_te_laat: str = ""
    keuze: RedenLater | None = None
    """Whose choice it was that it was later than agreed."""
    ouders: ZonderOuders | None = None
    """No parent was there: why, and when they hear of it (S33, S34)."""


def plan_gesprek(sessie: Sessie, casus_id: str, gegevens: GesprekGegevens) -> GesprekBeeld:
    """Plan a talk. Raises NietGevonden for an unknown id in `wie`, RegelGeweigerd where a startgesprek
    stands planned already or the casus is closed."""
    with sessie.unit_of_work() as uow:
        gesprek_id = plan_in(uow, casus_id, gegevens, sessie.vandaag())
        uow.commit()
    return get_gesprek(sessie, gesprek_id)


def plan_in(uow: UnitOfWork, casus_id: str, gegevens: GesprekGegevens, vandaag: date) -> str:
    """Plan a talk within this change; answers its id. Raises as `plan_gesprek`."""
    if gegevens.minuten not in MINUTEN:
        raise InhoudOngeldig(f"Een gesprek duurt {MINUTEN[0]} tot {MINUTEN[-1]} minuten.", "Pas de duur aan.")
    casus = uow.casussen.get(casus_id)
    _weiger_dubbel(uow, casus, gegevens.soort)
    school = uow.scholen.get(casus.school_id)
    gezin = uow.gezinnen.get(casus.gezin_id)
    gesprek = Gesprek(
        casus_id=casus.id,
        soort=gegevens.soort,
        start=gegevens.start,
        minuten=gegevens.minuten,
        plek=gegevens.plek.strip(),
        op_school=is_op_school(gegevens.plek, gegevens.soort, school.naam, school.ruimtes),
        zonder=gegevens.zonder.strip(),
        ruimte=ruimte_in(gegevens.plek, school.ruimtes),
        aangeboden_op=gegevens.aangeboden_op or vandaag,
    )
    wie = gegevens.wie or standaard_wie(gegevens.soort, casus, school, gezin)
    gesprek.deelnemers = maak_deelnemers(wie, casus, school, gezin)
    uow.gesprekken.add(gesprek)
    noteer_aanbod(casus, gesprek)
    noteer_uitstel(
        casus, gegevens.soort, Uitstel(gegevens.keuze, gegevens.gezin_vanaf, gegevens.reden_te_laat)
    )
    uow.log(LogSoort.GEWIJZIGD, f"{gegevens.soort} gepland", casus_id=casus.id)
    return gesprek.id


def get_gesprek(sessie: Sessie, gesprek_id: str) -> GesprekBeeld:
    """A talk. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        gesprek = uow.gesprekken.get(gesprek_id)
        casus = uow.casussen.get(gesprek.casus_id)
        beeld = maak_beeld(gesprek, casus)
        if gesprek.soort is not GesprekSoort.STARTGESPREK:
            return beeld
        last = startgesprek_uiterlijk(casus.aangemeld, uow.instellingen().startgesprek_dagen)
        return replace(
            beeld,
            uiterlijk=last,
            reden_te_laat=casus.startgesprek_reden_later,
            keuze=casus.startgesprek_keuze,
        )


def verzet_gesprek(
    sessie: Sessie,
    gesprek_id: str,
    start: datetime,
    reden: str,
    plek: str = "",
    *,
    wie: Sequence[str] | None = None,
    uitstel: Uitstel | None = None,
) -> GesprekBeeld:
    """Move a talk, with a reason; place and people stay where none are given.

    `uitstel` says whose choice it was, where the move goes past the agreed week. Raises RegelGeweigerd,
    NietGevonden, InhoudOngeldig.
    """
    with sessie.unit_of_work() as uow:
        verzet_in(uow, gesprek_id, Verzetting(start, reden, plek, wie, uitstel), sessie.nu())
        uow.commit()
    return get_gesprek(sessie, gesprek_id)


@dataclass(frozen=True)
class Verzetting:
    """Where a talk goes and why; place and people stay where none are given."""

    start: datetime
    reden: str
    plek: str = ""
    wie: Sequence[str] | None = None
    uitstel: Uitstel | None = None


def verzet_in(uow: UnitOfWork, gesprek_id: str, naar: Verzetting, nu: datetime) -> None:
    """Move a talk within this change. Raises as `verzet_gesprek`."""
    gesprek = uow.gesprekken.get(gesprek_id)
    casus = uow.casussen.get(gesprek.casus_id)
    school = uow.scholen.get(casus.school_id)
    gone: tuple[Vervallen, ...] = ()
    if naar.wie is not None:
        gezin = uow.gezinnen.get(casus.gezin_id)
        gone = vervang_deelnemers(gesprek, naar.wie, casus, school, gezin)
    keuze = naar.uitstel.keuze if naar.uitstel is not None else None
    gesprek.verzet(naar.start, naar.reden, nu, keuze.value if keuze is not None else "", gone)
    if naar.uitstel is not None:
        noteer_uitstel(casus, gesprek.soort, naar.uitstel)
    if naar.plek.strip():
        gesprek.plek = naar.plek.strip()
        gesprek.op_school = is_op_school(naar.plek, gesprek.soort, school.naam, school.ruimtes)
        gesprek.ruimte = ruimte_in(naar.plek, school.ruimtes)
    uow.log(LogSoort.GEWIJZIGD, f"{gesprek.soort} verzet", casus_id=gesprek.casus_id)


def wijzig_genodigden(sessie: Sessie, gesprek_id: str, wie: Sequence[str], reden: str) -> GesprekBeeld:
    """Ask other people to the same talk at the same moment, with a reason.

    Who is no longer invited gets a CANCEL, everybody else the next number. Nothing changes where the list is
    the same. Raises RegelGeweigerd, NietGevonden, InhoudOngeldig.
    """
    with sessie.unit_of_work() as uow:
        gesprek = uow.gesprekken.get(gesprek_id)
        casus = uow.casussen.get(gesprek.casus_id)
        school = uow.scholen.get(casus.school_id)
        before = [sleutel_van(d) for d in gesprek.deelnemers]
        gone = vervang_deelnemers(gesprek, wie, casus, school, uow.gezinnen.get(casus.gezin_id))
        if set(before) != {sleutel_van(d) for d in gesprek.deelnemers}:
            gesprek.wijzig_genodigden(reden, sessie.nu(), gone)
            uow.log(LogSoort.GEWIJZIGD, f"genodigden {gesprek.soort}", casus_id=casus.id)
            uow.commit()
    return get_gesprek(sessie, gesprek_id)


def zeg_gesprek_af(sessie: Sessie, gesprek_id: str, reden: str) -> GesprekBeeld:
    """Cancel a talk, with a reason."""
    with sessie.unit_of_work() as uow:
        gesprek = uow.gesprekken.get(gesprek_id)
        gesprek.zeg_af(reden, sessie.nu())
        uow.log(LogSoort.GEWIJZIGD, f"{gesprek.soort} afgezegd", casus_id=gesprek.casus_id)
        uow.commit()
    return get_gesprek(sessie, gesprek_id)


def herstel_gesprek(sessie: Sessie, gesprek_id: str) -> GesprekBeeld:
    """Take a cancellation back."""
    with sessie.unit_of_work() as uow:
        gesprek = uow.gesprekken.get(gesprek_id)
        gesprek.herstel(sessie.nu())
        uow.log(LogSoort.GEWIJZIGD, f"{gesprek.soort} hersteld", casus_id=gesprek.casus_id)
        uow.commit()
    return get_gesprek(sessie, gesprek_id)


def leg_gesprek_vast(sessie: Sessie, gesprek_id: str, revision: int, uitkomst: Uitkomst) -> GesprekBeeld:
    """Note who came, what each does next, and who hears what (S6, S31, S32).

    A held startgesprek sets `begeleiding_gestart` to its day unless the worker says otherwise.
    Raises VerouderdeVersie, RegelGeweigerd.
    """
    with sessie.unit_of_work() as uow:
        gesprek = uow.gesprekken.get(gesprek_id, revision=revision)
        if gesprek.start > sessie.nu():
            raise RegelGeweigerd(
                f"Dit gesprek is pas {moment_kort(gesprek.start)}.", "Verzet het eerst als het eerder was."
            )
        casus = uow.casussen.get(gesprek.casus_id)
        gesprek.leg_vast(uitkomst.staat)
        gesprek.verslag = uitkomst.verslag
        _noteer_deelnemers(gesprek, uitkomst.deelnemers)
        _noteer_ouders(gesprek, casus, uitkomst, sessie.vandaag())
        gesprek.terugkoppelafspraken[:] = [
            Terugkoppelafspraak(
                gesprek_id=gesprek.id,
                casus_id=casus.id,
                partner=t.partner,
                niveau=t.niveau,
                moment=t.moment,
                op=t.op,
                gedaan_op=t.gedaan_op,
                soort=t.soort,
            )
            for t in uitkomst.terugkoppelafspraken
        ]
        _zet_begin(casus, gesprek, uitkomst)
        uow.log(LogSoort.GEWIJZIGD, f"{gesprek.soort} vastgelegd", casus_id=casus.id)
        uow.commit()
    return get_gesprek(sessie, gesprek_id)


def meld_niet_verschenen(sessie: Sessie, gesprek_id: str) -> GesprekBeeld:
    """Nobody came. What was agreed to do stays; the signal for a new moment comes by itself.

    Raises RegelGeweigerd for a talk that has not begun, or that does not stand planned.
    """
    with sessie.unit_of_work() as uow:
        gesprek = uow.gesprekken.get(gesprek_id)
        if gesprek.start > sessie.nu():
            raise RegelGeweigerd(
                f"Dit gesprek is pas {moment_kort(gesprek.start)}.", "Zeg het af als het niet doorgaat."
            )
        if not gesprek.staat_open:
            raise RegelGeweigerd("Dit gesprek staat niet meer gepland.", "Open het om te zien hoe het ging.")
        gesprek.leg_vast(GesprekStaat.NIET_VERSCHENEN)
        for deelnemer in gesprek.deelnemers:
            deelnemer.aanwezig = False
        uow.log(LogSoort.GEWIJZIGD, f"{gesprek.soort}: niemand kwam", casus_id=gesprek.casus_id)
        uow.commit()
    return get_gesprek(sessie, gesprek_id)


def _zet_begin(casus: Casus, gesprek: Gesprek, uitkomst: Uitkomst) -> None:
    noteer_uitstel(casus, gesprek.soort, Uitstel(uitkomst.keuze, None, uitkomst.reden_te_laat))
    held = gesprek.soort is GesprekSoort.STARTGESPREK and uitkomst.staat is GesprekStaat.GEHOUDEN
    if not held or uitkomst.start_niet or casus.begeleiding_gestart is not None:
        return
    casus.begeleiding_gestart = uitkomst.begeleiding_gestart or dag_van(gesprek.start)


def _noteer_ouders(gesprek: Gesprek, casus: Casus, uitkomst: Uitkomst, vandaag: date) -> None:
    if uitkomst.ouders is not None:
        noteer_zonder_ouders(gesprek, uitkomst.ouders, casus.jongeren, vandaag)
    elif any(deelnemer.is_ouder and deelnemer.aanwezig for deelnemer in gesprek.deelnemers):
        noteer_ouder_erbij(gesprek)


def _noteer_deelnemers(gesprek: Gesprek, uitkomsten: Iterable[DeelnemerUitkomst]) -> None:
    noted = {uitkomst.deelnemer_id: uitkomst for uitkomst in uitkomsten}
    for deelnemer in gesprek.deelnemers:
        uitkomst = noted.get(deelnemer.id)
        if uitkomst is not None:
            deelnemer.aanwezig = uitkomst.aanwezig
            deelnemer.actie, deelnemer.actie_op = uitkomst.actie.strip(), uitkomst.actie_op
            deelnemer.actie_klaar = uitkomst.klaar and bool(deelnemer.actie)


def _weiger_dubbel(uow: UnitOfWork, casus: Casus, soort: GesprekSoort) -> None:
    if casus.afsluiting is not None:
        raise RegelGeweigerd("Deze casus is afgesloten.", "Heropen de casus als er weer gesprekken komen.")
    if soort is not GesprekSoort.STARTGESPREK:
        return
    for gesprek in uow.gesprekken.find(casus_id=casus.id):
        if gesprek.soort is soort and gesprek.staat_open:
            raise RegelGeweigerd(
                f"Er staat al een startgesprek op {moment_kort(gesprek.start)}.",
                "Verzet dat gesprek, of zeg het eerst af.",
            )
