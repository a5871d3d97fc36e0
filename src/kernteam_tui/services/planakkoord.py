"""Who agrees with the gezinsplan: per person and per version, with their own statement (S92)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.akkoordlijst import Gevraagde, jongeren_van, wie_gevraagd
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.domain.lezer import weiger_overleden
from kernteam_tui.domain.planakkoord import Akkoord, is_opnieuw_gezegd, laatst_achter
from kernteam_tui.domain.planverschil.laatst import laatst_geschreven
from kernteam_tui.services.akkoordtekst import tekst_bij_akkoord, veranderd_na_akkoord
from kernteam_tui.services.inzage import noteer_inzage
from kernteam_tui.services.planbeeld import plan_om_te_schrijven, plan_van
from kernteam_tui.services.plantermijnen import Plantermijnen, termijnen_van
from kernteam_tui.services.planvorm import formaat_van_plan
from kernteam_tui.services.sessie import Sessie

ANDER = "ander"
"""Why somebody is on the list who is not asked by the rules."""


@dataclass(frozen=True)
class AkkoordGegevens:
    """What is noted of one person."""

    standpunt: Standpunt
    op: date
    persoon_id: str = ""
    """Of the family; empty for somebody else, who goes by `naam`."""
    naam: str = ""
    omdat: str = ""
    """Why not, or not quite; asked for where somebody does not quite agree."""
    verklaring: str = ""
    """Their own statement, kept letter for letter."""
    getekend_op: date | None = None
    """Day of the signature on paper; may be noted later."""


@dataclass(frozen=True)
class AkkoordRegel:
    """One person on the list of one version."""

    sleutel: str
    """Id of the person, or of what was noted where that is nobody of the family."""
    akkoord_id: str
    """Empty: said nothing yet."""
    persoon_id: str
    naam: str
    waarom: str
    """Why this one is on the list: `ouder met gezag`; ANDER for who was added."""
    standpunt: Standpunt | None = None
    omdat: str = ""
    verklaring: str = ""
    op: date | None = None
    getekend_op: date | None = None
    veranderd: tuple[str, ...] = ()
    """Titles of the sections that say something else than what this was said of; empty: nothing to ask."""
    eerder_getekend: bool = False
    """Signed on paper on an earlier day than this was said."""

    @property
    def oudere_tekst(self) -> bool:
        """The plan was changed after this was said: it is worth asking again."""
        return bool(self.veranderd)


@dataclass(frozen=True)
class AkkoordVersie:
    """What was said of one version."""

    nummer: int
    vastgesteld_op: date | None
    """None: still in progress."""
    open: bool
    """Whether something can be noted: of the last frozen version and the one in progress."""
    regels: tuple[AkkoordRegel, ...]
    geschreven_op: date | None = None
    """Day on which it was written in last, today at the latest; None where nothing tells."""

    def is_later_geschreven(self, sleutel: str, standpunt: Standpunt | None, op: date) -> bool:
        """Whether this answer, that somebody stood behind on `op` at last, would count as said of a text that
        was written in since. What only corrects an answer stays about the text of then
        (`is_opnieuw_gezegd`). `sleutel` empty: somebody who is not on the list."""
        if self.geschreven_op is None or op >= self.geschreven_op:
            return False
        regel = next((een for een in self.regels if een.sleutel == sleutel), None)
        if regel is None or regel.standpunt is None or regel.op is None:
            return True
        before = (regel.standpunt, laatst_achter(regel.op, regel.getekend_op))
        return is_opnieuw_gezegd(before, (standpunt or regel.standpunt, op))

    def regel(self, sleutel: str) -> AkkoordRegel:
        """Raises NietGevonden."""
        found = next((regel for regel in self.regels if regel.sleutel == sleutel), None)
        if found is None:
            raise NietGevonden("Dit staat niet meer op de lijst.", "Open de lijst opnieuw.")
        return found


@dataclass(frozen=True)
class AkkoordBeeld:
    """Who said what, of every version; the newest first."""

    casus_id: str
    casus: str
    jongere: str
    versies: tuple[AkkoordVersie, ...]
    anderen: tuple[tuple[str, str], ...]
    """(id of the person or empty, name) of whom the worker can add: family, network, school."""
    termijnen: Plantermijnen

    def versie(self, nummer: int) -> AkkoordVersie:
        """That version; the newest where it is not there."""
        return next((versie for versie in self.versies if versie.nummer == nummer), self.versies[0])


def get_akkoord(sessie: Sessie, casus_id: str) -> AkkoordBeeld:
    """Who agrees with the plan of the family of this casus. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        return _beeld(sessie, uow, uow.casussen.get(casus_id))


def open_akkoord(sessie: Sessie, casus_id: str) -> AkkoordBeeld:
    """As `get_akkoord`, for somebody who is going to read it: that is logged."""
    beeld = get_akkoord(sessie, casus_id)
    noteer_inzage(sessie, "gezinsplan: akkoord", casus_id)
    return beeld


def bewaar_akkoord(
    sessie: Sessie, casus_id: str, versie: int, gegevens: AkkoordGegevens, akkoord_id: str = ""
) -> AkkoordBeeld:
    """Note what somebody says of a version; who said something of it before, says this instead.

    It is no change of the plan: a frozen version stays the last one. What is new is said of the plan as it is
    now; a correction of what was noted stays about the text of then (`is_opnieuw_gezegd`). Who signs, says
    it: what is noted for the first time was said on the day of the signature at the latest.

    Raises InhoudOngeldig (nobody, no reason, a version that is not there), RegelGeweigerd (a day that is yet
    to come, a version that was replaced), LezerOverleden, NietGevonden.
    """
    _controleer(gegevens, sessie.vandaag())
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        plan = plan_om_te_schrijven(uow, casus)
        _weiger_oude_versie(plan, versie)
        naam = gegevens.naam.strip()
        if gegevens.persoon_id:
            persoon = gezin.persoon(gegevens.persoon_id)
            weiger_overleden(persoon)
            naam = persoon.naam
        akkoord = _vind_of_maak(plan, versie, gegevens, naam, akkoord_id)
        before = (akkoord.standpunt, akkoord.laatst_op)
        is_new = akkoord not in plan.akkoorden
        akkoord.persoon_id, akkoord.naam, akkoord.standpunt = gegevens.persoon_id, naam, gegevens.standpunt
        akkoord.omdat, akkoord.verklaring = gegevens.omdat.strip(), gegevens.verklaring
        akkoord.op, akkoord.getekend_op = gegevens.op, gegevens.getekend_op
        if is_new or is_opnieuw_gezegd(before, (akkoord.standpunt, akkoord.laatst_op)):
            akkoord.tekst_toen = tekst_bij_akkoord(plan, versie)
        if is_new:
            akkoord.op = min(akkoord.op, akkoord.getekend_op or akkoord.op)
            plan.akkoorden.append(akkoord)
        uow.log(LogSoort.GEWIJZIGD, f"gezinsplan versie {versie}: akkoord", casus_id=casus_id)
        uow.commit()
    return get_akkoord(sessie, casus_id)


def bevestig_akkoord(sessie: Sessie, casus_id: str, akkoord_id: str) -> AkkoordBeeld:
    """This person was asked again today and still thinks the same, of the plan as it is now. A signature from
    before keeps its day, and says that it came first.

    Raises NietGevonden, LezerOverleden, RegelGeweigerd for an older version.
    """
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        plan = plan_van(uow, casus)
        akkoord = _vind(plan, akkoord_id)
        _weiger_oude_versie(plan, akkoord.versie)
        if akkoord.persoon_id:
            weiger_overleden(uow.gezinnen.get(casus.gezin_id).persoon(akkoord.persoon_id))
        akkoord.op, akkoord.tekst_toen = sessie.vandaag(), tekst_bij_akkoord(plan, akkoord.versie)
        uow.log(LogSoort.GEWIJZIGD, f"gezinsplan versie {akkoord.versie}: akkoord", casus_id=casus_id)
        uow.commit()
    return get_akkoord(sessie, casus_id)


def verwijder_akkoord(sessie: Sessie, casus_id: str, akkoord_id: str) -> AkkoordBeeld:
    """Take away what was noted by mistake. Raises NietGevonden, RegelGeweigerd for an older version."""
    with sessie.unit_of_work() as uow:
        plan = plan_van(uow, uow.casussen.get(casus_id))
        akkoord = _vind(plan, akkoord_id)
        _weiger_oude_versie(plan, akkoord.versie)
        plan.akkoorden.remove(akkoord)
        uow.log(LogSoort.GEWIJZIGD, f"gezinsplan versie {akkoord.versie}: akkoord weg", casus_id=casus_id)
        uow.commit()
    return get_akkoord(sessie, casus_id)


# --- reading -----------------------------------------------------------------------------------


def _beeld(sessie: Sessie, uow: UnitOfWork, casus: Casus) -> AkkoordBeeld:
    gezin, plan = uow.gezinnen.get(casus.gezin_id), plan_van(uow, casus)
    andere = [ander for ander in uow.casussen.find(gezin_id=gezin.id) if ander.id != casus.id]
    gevraagd = wie_gevraagd(gezin, jongeren_van(plan, casus, andere), sessie.vandaag())
    frozen = {versie.nummer: versie.vastgesteld_op for versie in plan.versies}
    numbers = sorted({*frozen, plan.versie_in_wording}, reverse=True)
    return AkkoordBeeld(
        casus_id=casus.id,
        casus=casus.nummer,
        jongere=casus.naam,
        versies=tuple(
            AkkoordVersie(
                nummer,
                frozen.get(nummer),
                _is_open(plan, nummer),
                tuple(_regels(uow, plan, nummer, gevraagd if _is_open(plan, nummer) else ())),
                _geschreven_op(plan, nummer, sessie.vandaag()),
            )
            for nummer in numbers
        ),
        anderen=tuple(_anderen(casus, gezin, {een.persoon_id for een in gevraagd})),
        termijnen=termijnen_van(plan, casus),
    )


def _geschreven_op(plan: Gezinsplan, nummer: int, vandaag: date) -> date | None:
    day = laatst_geschreven(plan, nummer)
    return None if day is None else min(day, vandaag)


def _regels(
    uow: UnitOfWork, plan: Gezinsplan, nummer: int, gevraagd: Iterable[Gevraagde]
) -> Iterator[AkkoordRegel]:
    """Who is asked first, in the order of the rules; then who was added."""
    said, changed = plan.akkoorden_bij(nummer), _veranderd(uow, plan, nummer)
    by_person = {akkoord.persoon_id: akkoord for akkoord in said if akkoord.persoon_id}
    asked = {een.persoon_id: een for een in gevraagd}
    for een in asked.values():
        akkoord = by_person.get(een.persoon_id)
        if akkoord is None:
            yield AkkoordRegel(een.persoon_id, "", een.persoon_id, een.naam, een.waarom)
        else:
            yield _regel(akkoord, een.waarom, changed.get(akkoord.id, ()))
    for akkoord in said:
        if akkoord.persoon_id not in asked:
            yield _regel(akkoord, ANDER, changed.get(akkoord.id, ()))


def _veranderd(uow: UnitOfWork, plan: Gezinsplan, nummer: int) -> dict[str, tuple[str, ...]]:
    """Id of an akkoord -> titles of the sections that changed since, in the order of the plan."""
    found = veranderd_na_akkoord(plan, nummer)
    if not found:
        return {}
    sections = {sleutel for gone in found.values() for sleutel in gone}
    vormen = formaat_van_plan(uow, plan, ook=sorted(sections)).onderdelen
    return {
        akkoord_id: tuple(vast.titel for vast in vormen if vast.sleutel in gone)
        for akkoord_id, gone in found.items()
    }


def _regel(akkoord: Akkoord, waarom: str, veranderd: tuple[str, ...]) -> AkkoordRegel:
    return AkkoordRegel(
        sleutel=akkoord.persoon_id or akkoord.id,
        akkoord_id=akkoord.id,
        persoon_id=akkoord.persoon_id,
        naam=akkoord.naam,
        waarom=waarom,
        standpunt=akkoord.standpunt,
        omdat=akkoord.omdat,
        verklaring=akkoord.verklaring,
        op=akkoord.op,
        getekend_op=akkoord.getekend_op,
        veranderd=veranderd,
        eerder_getekend=akkoord.eerder_getekend,
    )


def _anderen(casus: Casus, gezin: Gezin, asked: set[str]) -> Iterator[tuple[str, str]]:
    for persoon in gezin.personen:
        if persoon.id not in asked and not persoon.overleden:
            yield persoon.id, persoon.naam
    names = [lid.naam or lid.relatie for lid in gezin.netwerk if not lid.persoon_id]
    for naam in dict.fromkeys((*names, casus.mentor)):
        if naam.strip():
            yield "", naam.strip()


def _is_open(plan: Gezinsplan, nummer: int) -> bool:
    return nummer in (plan.versie, plan.versie_in_wording) and nummer > 0


# --- writing -----------------------------------------------------------------------------------


def _controleer(gegevens: AkkoordGegevens, vandaag: date) -> None:
    if not gegevens.persoon_id and not gegevens.naam.strip():
        raise InhoudOngeldig("Er staat niet bij van wie dit is.", "Kies wie het zegt, of vul een naam in.")
    because = gegevens.omdat.strip() or gegevens.verklaring.strip()
    if gegevens.standpunt is not Standpunt.EENS and not because:
        raise InhoudOngeldig("Er staat niet bij waarom niet.", "Schrijf het op in hun eigen woorden.")
    if any(dag is not None and dag > vandaag for dag in (gegevens.op, gegevens.getekend_op)):
        raise RegelGeweigerd("Die dag ligt in de toekomst.", "Kies vandaag of een eerdere dag.")


def _weiger_oude_versie(plan: Gezinsplan, nummer: int) -> None:
    if nummer < 1 or nummer > plan.versie_in_wording:
        raise InhoudOngeldig("Die versie van het plan is er niet.", "Open de lijst opnieuw.")
    if not _is_open(plan, nummer):
        raise RegelGeweigerd(
            f"Versie {nummer} is vervangen door versie {plan.versie}; wat daarvan gezegd is, blijft zo.",
            f"Noteer het bij versie {plan.versie_in_wording}.",
        )


def _vind_of_maak(
    plan: Gezinsplan, versie: int, gegevens: AkkoordGegevens, naam: str, akkoord_id: str
) -> Akkoord:
    if akkoord_id:
        found = _vind(plan, akkoord_id)
        if found.versie != versie:
            raise NietGevonden("Dit hoort bij een andere versie.", "Open de lijst opnieuw.")
        return found
    for akkoord in plan.akkoorden_bij(versie):
        same_name = not (gegevens.persoon_id or akkoord.persoon_id) and (
            akkoord.naam.casefold() == naam.casefold()
        )
        if same_name or (gegevens.persoon_id and akkoord.persoon_id == gegevens.persoon_id):
            return akkoord
    return Akkoord(plan_id=plan.id, versie=versie, naam=naam, standpunt=gegevens.standpunt, op=gegevens.op)


def _vind(plan: Gezinsplan, akkoord_id: str) -> Akkoord:
    for akkoord in plan.akkoorden:
        if akkoord.id == akkoord_id:
            return akkoord
    raise NietGevonden("Dit staat niet meer op de lijst.", "Open de lijst opnieuw.")
