"""A gezinsplan as it is shown: its sections in the words of its variant, its goals and its actions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinsplan import Citaat, Gezinsplan
from kernteam_tui.domain.planformaat import Invul
from kernteam_tui.domain.planstaat import Staat, bepaal_staat
from kernteam_tui.exchange.planformaat import read_planformaat


@dataclass(frozen=True)
class OnderdeelBeeld:
    """One fixed section with what was written in it."""

    nr: int
    sleutel: str
    titel: str
    vraag: str
    hulp: str
    """For the worker; empty in a plan of an older format."""
    invul: Invul
    woorden: tuple[Citaat, ...]
    toelichting: str
    gevuld: bool
    staat: Staat
    hint: str
    """A few words about the state: `2 zonder dag`; often empty."""
    per_ouder: bool
    """Each parent has words of their own here."""


@dataclass(frozen=True)
class DoelBeeld:
    """A goal."""

    id: str
    wat: str
    van: str
    nu: int | None
    gewenst: int | None
    hoe_zien_we_dat: str
    actief: bool


@dataclass(frozen=True)
class ActieBeeld:
    """An action."""

    id: str
    wat: str
    wie: str
    wanneer: date | None
    klaar: bool


@dataclass(frozen=True)
class PlanBeeld:
    """The plan in progress. `revision` is 0 where nothing was written yet."""

    casus_id: str
    casus: str
    jongere: str
    gezin_id: str
    ook_van: tuple[str, ...]
    """Numbers of other casussen of this family: they share the plan (S52)."""
    revision: int
    variant: PlanVariant
    versie: int
    gewijzigd: bool
    onderdelen: tuple[OnderdeelBeeld, ...]
    doelen: tuple[DoelBeeld, ...]
    acties: tuple[ActieBeeld, ...]
    evaluatie_op: date | None
    evaluatie_uitkomst: str
    vastgesteld_op: date | None
    ouders: tuple[str, ...]
    """Names of the parents of the jongeren of this casus."""
    mensen: tuple[str, ...]
    """Names to choose from for whose words and who does what."""

    def onderdeel(self, sleutel: str) -> OnderdeelBeeld:
        """The section with that key."""
        return next(o for o in self.onderdelen if o.sleutel == sleutel)


def plan_van(uow: UnitOfWork, casus: Casus) -> Gezinsplan:
    """The active plan of the family; a new one, not yet in the store, where there is none (S52)."""
    found = uow.plannen.find(gezin_id=casus.gezin_id)
    return found[0] if found else Gezinsplan(gezin_id=casus.gezin_id)


def beeld_van(uow: UnitOfWork, casus: Casus, plan: Gezinsplan, vandaag: date) -> PlanBeeld:
    """The plan of the family of this casus on this day."""
    gezin = uow.gezinnen.get(casus.gezin_id)
    laatste = plan.laatste_versie
    return PlanBeeld(
        casus_id=casus.id,
        casus=casus.nummer,
        jongere=casus.jongere.korte_naam,
        gezin_id=casus.gezin_id,
        ook_van=tuple(
            other.nummer for other in uow.casussen.find(gezin_id=casus.gezin_id) if other.id != casus.id
        ),
        revision=plan.revision,
        variant=plan.variant,
        versie=plan.versie,
        gewijzigd=plan.gewijzigd,
        onderdelen=_onderdelen(plan, vandaag),
        doelen=tuple(
            DoelBeeld(d.id, d.wat, d.van, d.nu, d.gewenst, d.hoe_zien_we_dat, d.actief)
            for d in sorted(plan.doelen, key=lambda d: d.volgorde)
        ),
        acties=tuple(
            ActieBeeld(a.id, a.wat, a.wie, a.wanneer, a.klaar)
            for a in sorted(plan.acties, key=lambda a: a.volgorde)
        ),
        evaluatie_op=plan.evaluatie_op,
        evaluatie_uitkomst=plan.evaluatie_uitkomst,
        vastgesteld_op=laatste.vastgesteld_op if laatste else None,
        ouders=_ouders(gezin, casus),
        mensen=tuple(persoon.roepnaam for persoon in gezin.personen),
    )


def _ouders(gezin: Gezin, casus: Casus) -> tuple[str, ...]:
    jongeren = {jongere.id for jongere in casus.jongeren}
    ouders = {band.ouder_id for band in gezin.ouderschappen if band.jongere_id in jongeren}
    return tuple(persoon.roepnaam for persoon in gezin.personen if persoon.id in ouders)


def _onderdelen(plan: Gezinsplan, vandaag: date) -> tuple[OnderdeelBeeld, ...]:
    written = {onderdeel.sleutel: onderdeel for onderdeel in plan.onderdelen}
    beelden = []
    for vast in read_planformaat(plan.formaat).in_variant(plan.variant).onderdelen:
        onderdeel = written.get(vast.sleutel)
        woorden = onderdeel.woorden if onderdeel else ()
        toelichting = onderdeel.toelichting if onderdeel else ""
        gevuld = bool(woorden or toelichting.strip() or _lijst_gevuld(plan, vast.invul))
        staat, hint = bepaal_staat(plan, vast.invul, gevuld, vandaag)
        beelden.append(
            OnderdeelBeeld(
                vast.nr,
                vast.sleutel,
                vast.titel,
                vast.vraag,
                vast.hulp,
                vast.invul,
                woorden,
                toelichting,
                gevuld,
                staat,
                hint,
                vast.per_ouder,
            )
        )
    return tuple(beelden)


def _lijst_gevuld(plan: Gezinsplan, invul: Invul) -> bool:
    filled = {
        Invul.DOELEN: bool(plan.doelen),
        Invul.ACTIES: bool(plan.acties),
        Invul.EVALUATIE: plan.evaluatie_op is not None,
    }
    return filled.get(invul, False)
