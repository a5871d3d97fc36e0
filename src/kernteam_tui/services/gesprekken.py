"""Talks: plan, move, cancel, restore, and note how they went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import (
    GesprekSoort,
    GesprekStaat,
    LogSoort,
    Niveau,
    PersoonRol,
    Rol,
    TerugkoppelMoment,
)
from kernteam_tui.domain.datumtekst import dag_van, moment_kort
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gesprek import MINUTEN, Deelnemer, Gesprek, Terugkoppelafspraak
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.leeftijden.ouders import ZonderOuders, noteer_ouder_erbij, noteer_zonder_ouders
from kernteam_tui.domain.plek import is_op_school
from kernteam_tui.domain.school import School
from kernteam_tui.domain.taakverdeling import eigen_taak
from kernteam_tui.domain.termijnen import startgesprek_uiterlijk
from kernteam_tui.services.planweek import MENTOR
from kernteam_tui.services.sessie import Sessie


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


@dataclass(frozen=True)
class DeelnemerBeeld:
    """Somebody at the table."""

    id: str
    wie_id: str
    rol: str
    naam: str
    email: str
    is_ouder: bool
    aanwezig: bool | None
    actie: str
    actie_op: date | None
    voorstel_actie: str
    """A beginning for the action, from the partner's own domain (S6)."""


@dataclass(frozen=True)
class TerugkoppelBeeld:
    """Who hears what, when."""

    partner: str
    niveau: Niveau
    moment: TerugkoppelMoment
    op: date | None
    gedaan_op: date | None = None
    soort: PartnerSoort | None = None
    """Which kind of partner; None where only a name is known."""


@dataclass(frozen=True)
class GesprekBeeld:
    """A whole talk."""

    id: str
    revision: int
    casus_id: str
    casus: str
    jongere: str
    soort: GesprekSoort
    staat: GesprekStaat
    start: datetime
    minuten: int
    plek: str
    op_school: bool
    zonder: str
    verslag: str
    deelnemers: tuple[DeelnemerBeeld, ...]
    terugkoppelafspraken: tuple[TerugkoppelBeeld, ...]
    wijzigingen: tuple[tuple[str, str], ...]
    """(what, why), oldest first."""
    uiterlijk: date | None = None
    """Last day by the team's agreement; of a startgesprek."""
    reden_te_laat: str = ""
    """Why it is later than that, where it was said already."""

    @property
    def te_laat(self) -> bool:
        """It is after the last day."""
        return self.uiterlijk is not None and dag_van(self.start) > self.uiterlijk


@dataclass(frozen=True)
class DeelnemerUitkomst:
    """What is noted of one participant."""

    deelnemer_id: str
    aanwezig: bool
    actie: str = ""
    actie_op: date | None = None


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
    reden_te_laat: str = field(default="")
    ouders: ZonderOuders | None = None
    """No parent was there: why, and when they hear of it (S33, S34)."""


def plan_gesprek(sessie: Sessie, casus_id: str, gegevens: GesprekGegevens) -> GesprekBeeld:
    """Plan a talk. Raises NietGevonden for an unknown id in `wie`, RegelGeweigerd where a startgesprek
    stands planned already or the casus is closed."""
    if gegevens.minuten not in MINUTEN:
        raise InhoudOngeldig(f"Een gesprek duurt {MINUTEN[0]} tot {MINUTEN[-1]} minuten.", "Pas de duur aan.")
    with sessie.unit_of_work() as uow:
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
        )
        gesprek.deelnemers = _deelnemers(casus, school, gezin, gegevens)
        uow.gesprekken.add(gesprek)
        if gegevens.reden_te_laat.strip():
            casus.startgesprek_reden_later = gegevens.reden_te_laat.strip()
        uow.log(LogSoort.GEWIJZIGD, f"{gegevens.soort} gepland", casus_id=casus.id)
        uow.commit()
    return get_gesprek(sessie, gesprek.id)


def get_gesprek(sessie: Sessie, gesprek_id: str) -> GesprekBeeld:
    """A talk. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        gesprek = uow.gesprekken.get(gesprek_id)
        casus = uow.casussen.get(gesprek.casus_id)
        beeld = _beeld(gesprek, casus)
        if gesprek.soort is not GesprekSoort.STARTGESPREK:
            return beeld
        last = startgesprek_uiterlijk(casus.aangemeld, uow.instellingen().startgesprek_dagen)
        return replace(beeld, uiterlijk=last, reden_te_laat=casus.startgesprek_reden_later)


def verzet_gesprek(
    sessie: Sessie, gesprek_id: str, start: datetime, reden: str, plek: str = ""
) -> GesprekBeeld:
    """Move a talk, with a reason; the place stays where none is given."""
    with sessie.unit_of_work() as uow:
        gesprek = uow.gesprekken.get(gesprek_id)
        gesprek.verzet(start, reden, sessie.nu())
        if plek.strip():
            casus = uow.casussen.get(gesprek.casus_id)
            school = uow.scholen.get(casus.school_id)
            gesprek.plek = plek.strip()
            gesprek.op_school = is_op_school(plek, gesprek.soort, school.naam, school.ruimtes)
        uow.log(LogSoort.GEWIJZIGD, f"{gesprek.soort} verzet", casus_id=gesprek.casus_id)
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


def _zet_begin(casus: Casus, gesprek: Gesprek, uitkomst: Uitkomst) -> None:
    if uitkomst.reden_te_laat.strip():
        casus.startgesprek_reden_later = uitkomst.reden_te_laat.strip()
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


def _deelnemers(casus: Casus, school: School, gezin: Gezin, gegevens: GesprekGegevens) -> list[Deelnemer]:
    wanted = gegevens.wie or standaard_wie(gegevens.soort, casus, school, gezin)
    found: list[Deelnemer] = []
    for wie in dict.fromkeys(wanted):
        found.extend(_deelnemer(wie, casus, school, gezin))
    unique = {(d.wie_id or d.rol): d for d in found}
    for volgorde, deelnemer in enumerate(unique.values()):
        deelnemer.volgorde = volgorde
    return list(unique.values())


def standaard_wie(soort: GesprekSoort, casus: Casus, school: School, gezin: Gezin) -> tuple[str, ...]:
    """Who is asked where nobody was named: the family, and at school the kernteam and the mentor too."""
    family = [*(j.id for j in casus.jongeren), *(o.id for o in gezin.ouders_van(casus.jongere.id))]
    if soort is GesprekSoort.STARTGESPREK:
        mentor = [MENTOR] if school.mentor_erbij else []
        return (*(p.id for p in school.kernteam), *mentor, *family)
    own = [school.ik.id] if school.ik else []
    return (*own, *family)


def _deelnemer(wie: str, casus: Casus, school: School, gezin: Gezin) -> list[Deelnemer]:
    if wie == MENTOR:
        return [Deelnemer(rol=Rol.MENTOR, naam=casus.mentor)]
    for partner in school.kernteam:
        if partner.id == wie:
            return [Deelnemer(wie_id=wie, rol=partner.rol, naam=partner.naam, email=partner.email)]
    for persoon in gezin.personen:
        if persoon.id == wie:
            return [
                Deelnemer(
                    wie_id=wie,
                    rol=persoon.rol,
                    naam=persoon.naam,
                    email=persoon.email,
                    is_ouder=persoon.rol is PersoonRol.OUDER,
                )
            ]
    by_role = [p for p in school.kernteam if p.rol == wie]
    if by_role:
        return [d for p in by_role for d in _deelnemer(p.id, casus, school, gezin)]
    if wie in set(Rol):
        return [Deelnemer(rol=wie)]
    raise NietGevonden(
        "Iemand die je uitnodigt is niet bekend.",
        "Gebruik een id uit `kernteam casus`, of een rol zoals leerplichtambtenaar.",
    )


def _beeld(gesprek: Gesprek, casus: Casus) -> GesprekBeeld:
    return GesprekBeeld(
        id=gesprek.id,
        revision=gesprek.revision,
        casus_id=casus.id,
        casus=casus.nummer,
        jongere=casus.jongere.korte_naam,
        soort=gesprek.soort,
        staat=gesprek.staat,
        start=gesprek.start,
        minuten=gesprek.minuten,
        plek=gesprek.plek,
        op_school=gesprek.op_school,
        zonder=gesprek.zonder,
        verslag=gesprek.verslag,
        deelnemers=tuple(
            DeelnemerBeeld(
                id=d.id,
                wie_id=d.wie_id,
                rol=d.rol,
                naam=d.naam,
                email=d.email or "",
                is_ouder=d.is_ouder,
                aanwezig=d.aanwezig,
                actie=d.actie,
                actie_op=d.actie_op,
                voorstel_actie=eigen_taak(d.rol),
            )
            for d in sorted(gesprek.deelnemers, key=lambda d: d.volgorde)
        ),
        terugkoppelafspraken=tuple(
            TerugkoppelBeeld(t.partner, t.niveau, t.moment, t.op, t.gedaan_op, t.soort)
            for t in gesprek.terugkoppelafspraken
        ),
        wijzigingen=tuple((w.wat, w.reden) for w in gesprek.wijzigingen),
    )
