"""The checklist before a talk: what still has to be arranged, and each line set with one key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import Code, GesprekSoort, JaNeeOnbekend, LogSoort, Rol
from kernteam_tui.domain.datumtekst import dag_kort
from kernteam_tui.domain.fouten import NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gesprek import Deelnemer, Gesprek
from kernteam_tui.domain.gesprekcheck import (
    is_gezin,
    volgend_akkoord,
    volgende_reactie,
    vraagt_akkoord,
)
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.plancodes import Reactie
from kernteam_tui.domain.plek import is_op_school, ruimte_in
from kernteam_tui.domain.school import School
from kernteam_tui.domain.talen import taal_naam
from kernteam_tui.services.sessie import Sessie


class Checksoort(Code):
    """What a line of the checklist asks."""

    GEVRAAGD = "gevraagd", "gevraagd"
    VERTELD = "verteld", "verteld"
    AKKOORD = "akkoord", "mag erbij van het gezin"
    TOLK = "tolk", "tolk"
    RUIMTE = "ruimte", "kamer"


@dataclass(frozen=True)
class CheckRegel:
    """One line. `deelnemer_id` is empty for what is about the talk itself."""

    soort: Checksoort
    deelnemer_id: str
    wie: str
    rol: str
    klaar: bool
    stand: str
    """Where it stands, in words."""


@dataclass(frozen=True)
class CheckBeeld:
    """The checklist of one talk."""

    gesprek_id: str
    casus_id: str
    casus: str
    jongere: str
    soort: GesprekSoort
    start: datetime
    minuten: int
    plek: str
    open: bool
    """Whether the talk still has to be held."""
    regels: tuple[CheckRegel, ...]
    ruimtes: tuple[str, ...]
    ruimte: str
    let_op: tuple[str, ...]
    """Sentences about who is not at the table."""

    @property
    def te_doen(self) -> int:
        """How many lines are not done."""
        return sum(not regel.klaar for regel in self.regels)


def get_check(sessie: Sessie, gesprek_id: str) -> CheckBeeld:
    """The checklist of a talk. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        return _beeld(uow, uow.gesprekken.get(gesprek_id))


def zet_check(sessie: Sessie, gesprek_id: str, soort: Checksoort, deelnemer_id: str = "") -> CheckBeeld:
    """One step on for that line: asked, comes, does not come; yes, no; arranged or not.

    The room is chosen with `zet_ruimte`. Raises NietGevonden, RegelGeweigerd for a talk that is over.
    """
    with sessie.unit_of_work() as uow:
        gesprek = _open_gesprek(uow, gesprek_id)
        if soort is Checksoort.TOLK:
            gesprek.tolk_geregeld_op = None if gesprek.tolk_geregeld_op else sessie.vandaag()
        elif soort is Checksoort.AKKOORD:
            volgend_akkoord(_deelnemer(gesprek, deelnemer_id))
        else:
            volgende_reactie(_deelnemer(gesprek, deelnemer_id), sessie.vandaag())
        uow.log(LogSoort.GEWIJZIGD, f"{gesprek.soort} voorbereid: {soort}", casus_id=gesprek.casus_id)
        uow.commit()
    return get_check(sessie, gesprek_id)


def noteer_iedereen_gevraagd(sessie: Sessie, gesprek_id: str) -> CheckBeeld:
    """Everybody who was not asked yet was asked or told today. Raises NietGevonden, RegelGeweigerd."""
    with sessie.unit_of_work() as uow:
        gesprek = _open_gesprek(uow, gesprek_id)
        for deelnemer in gesprek.deelnemers:
            deelnemer.gevraagd_op = deelnemer.gevraagd_op or sessie.vandaag()
        uow.log(LogSoort.GEWIJZIGD, f"{gesprek.soort}: iedereen gevraagd", casus_id=gesprek.casus_id)
        uow.commit()
    return get_check(sessie, gesprek_id)


def zet_ruimte(sessie: Sessie, gesprek_id: str, ruimte: str) -> CheckBeeld:
    """Take that room of the school: another place, so the invitation gets the next number.

    Raises NietGevonden for a room that the school does not have, RegelGeweigerd for a talk that is over.
    """
    with sessie.unit_of_work() as uow:
        gesprek = _open_gesprek(uow, gesprek_id)
        school = uow.scholen.get(uow.casussen.get(gesprek.casus_id).school_id)
        if ruimte not in school.ruimtes:
            raise NietGevonden("Deze kamer is niet bekend bij de school.", "Zet hem erbij met F5.")
        if ruimte != _ruimte(gesprek, school):
            plek = f"{school.naam}, kamer {ruimte}"
            gesprek.wijzig_plek(
                plek, ruimte, "andere kamer" if gesprek.ruimte else "kamer gekozen", sessie.nu()
            )
            gesprek.op_school = is_op_school(plek, gesprek.soort, school.naam, school.ruimtes)
            uow.log(LogSoort.GEWIJZIGD, f"kamer {gesprek.soort}", casus_id=gesprek.casus_id)
            uow.commit()
    return get_check(sessie, gesprek_id)


def _open_gesprek(uow: UnitOfWork, gesprek_id: str) -> Gesprek:
    gesprek = uow.gesprekken.get(gesprek_id)
    if not gesprek.staat_open:
        raise RegelGeweigerd("Dit gesprek staat niet meer gepland.", "Er valt niets meer voor te bereiden.")
    return gesprek


def _deelnemer(gesprek: Gesprek, deelnemer_id: str) -> Deelnemer:
    for deelnemer in gesprek.deelnemers:
        if deelnemer.id == deelnemer_id:
            return deelnemer
    raise NietGevonden("Deze genodigde is er niet meer.", "Open het gesprek opnieuw.")


def _beeld(uow: UnitOfWork, gesprek: Gesprek) -> CheckBeeld:
    casus = uow.casussen.get(gesprek.casus_id)
    school = uow.scholen.get(casus.school_id)
    gezin = uow.gezinnen.get(casus.gezin_id)
    return CheckBeeld(
        gesprek_id=gesprek.id,
        casus_id=casus.id,
        casus=casus.nummer,
        jongere=casus.jongere.korte_naam,
        soort=gesprek.soort,
        start=gesprek.start,
        minuten=gesprek.minuten,
        plek=gesprek.plek,
        open=gesprek.staat_open,
        regels=tuple(_regels(gesprek, school, gezin)),
        ruimtes=school.ruimtes,
        ruimte=_ruimte(gesprek, school),
        let_op=tuple(_let_op(gesprek)),
    )


def _regels(gesprek: Gesprek, school: School, gezin: Gezin) -> Iterator[CheckRegel]:
    own = school.ik.id if school.ik else None
    others = [
        d for d in sorted(gesprek.deelnemers, key=lambda d: d.volgorde) if d.wie_id != own or own is None
    ]
    for deelnemer in sorted(others, key=lambda d: not is_gezin(d)):
        soort = Checksoort.VERTELD if is_gezin(deelnemer) else Checksoort.GEVRAAGD
        yield _regel(soort, deelnemer, deelnemer.gevraagd_op is not None, _reactie(deelnemer))
    kernteam = {partner.id for partner in school.kernteam}
    for deelnemer in others:
        if vraagt_akkoord(deelnemer, kernteam):
            yes = deelnemer.akkoord is JaNeeOnbekend.JA
            yield _regel(Checksoort.AKKOORD, deelnemer, yes, _akkoord(deelnemer))
    languages = _talen(gesprek, gezin)
    if languages is not None:
        done = gesprek.tolk_geregeld_op
        stand = f"geregeld {dag_kort(done)}" if done else "nog regelen"
        yield CheckRegel(Checksoort.TOLK, "", languages, "", done is not None, stand)
    if gesprek.op_school and school.ruimtes:
        taken = _ruimte(gesprek, school)
        room = f"kamer {taken}" if taken else "nog kiezen"
        yield CheckRegel(Checksoort.RUIMTE, "", "", "", bool(taken), room)


def _ruimte(gesprek: Gesprek, school: School) -> str:
    """The room; of a talk that was planned before rooms were kept it stands in the place."""
    return gesprek.ruimte or ruimte_in(gesprek.plek, school.ruimtes)


def _regel(soort: Checksoort, deelnemer: Deelnemer, klaar: bool, stand: str) -> CheckRegel:
    return CheckRegel(soort, deelnemer.id, deelnemer.naam, deelnemer.rol, klaar, stand)


def _reactie(deelnemer: Deelnemer) -> str:
    if deelnemer.gevraagd_op is None:
        return "nog niet"
    heard = f", {deelnemer.reactie.label}" if deelnemer.reactie is not Reactie.GEEN else ""
    word = Checksoort.VERTELD if is_gezin(deelnemer) else Checksoort.GEVRAAGD
    return f"{word.label} {dag_kort(deelnemer.gevraagd_op)}{heard}"


def _akkoord(deelnemer: Deelnemer) -> str:
    return {
        JaNeeOnbekend.JA: "ja, dat mag",
        JaNeeOnbekend.NEE: "nee: haal deze partner weg (w)",
        JaNeeOnbekend.ONBEKEND: "nog vragen",
    }[deelnemer.akkoord]


def _talen(gesprek: Gesprek, gezin: Gezin) -> str | None:
    """The languages to interpret, empty where they are not known; None where nobody needs an interpreter."""
    invited = {deelnemer.wie_id for deelnemer in gesprek.deelnemers}
    people = [persoon for persoon in gezin.personen if persoon.id in invited and persoon.tolk]
    if not people:
        return None
    return ", ".join(dict.fromkeys(taal_naam(p.taal) for p in people if p.taal))


def _let_op(gesprek: Gesprek) -> Iterator[str]:
    roles = {deelnemer.rol for deelnemer in gesprek.deelnemers}
    if "ouder" not in roles:
        yield "Er is geen ouder uitgenodigd. Ouders horen het altijd, voor of na het gesprek."
    if "jongere" not in roles:
        yield "De jongere is niet uitgenodigd. Liever praten met de jongere dan over de jongere."
    yield from _wie_niet_komt(gesprek)


def _wie_niet_komt(gesprek: Gesprek) -> Iterator[str]:
    """Who answered not to come, and what can be done about it."""
    parents = [d for d in gesprek.deelnemers if d.is_ouder]
    if parents and all(d.reactie is Reactie.KOMT_NIET for d in parents):
        yield "Er komt geen ouder. Verzet het gesprek, of vertel het ze voor of na het gesprek."
    others = [d for d in gesprek.deelnemers if not is_gezin(d) and d.reactie is Reactie.KOMT_NIET]
    roles = dict.fromkeys(Rol(d.rol).kort if d.rol in set(Rol) else d.rol for d in others)
    if roles:
        yield f"Komt niet: {', '.join(roles)}. Kies met w wie er dan komt, of verzet het gesprek."
