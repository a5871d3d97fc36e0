"""The versions of a gezinsplan: reading one as it was, and what changed between any two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.domain.gezinsplan import Citaat, Gezinsplan
from kernteam_tui.domain.planverschil.plan import (
    Actiestand,
    Doelstand,
    Onderdeelstand,
    Onderdeelverschil,
    Planstand,
    toon_plan,
    vergelijk_plannen,
)
from kernteam_tui.exchange.formaten.planversie import PlanInhoud
from kernteam_tui.exchange.planformaat import read_planformaat
from kernteam_tui.services.inzage import noteer_inzage
from kernteam_tui.services.planinhoud import inhoud_van, inhoud_van_versie
from kernteam_tui.services.sessie import Sessie

IN_BEWERKING = 0
"""Number of what is being written now; frozen versions count from 1."""


@dataclass(frozen=True)
class PlanversieBeeld:
    """One version. `vastgesteld_op` None: in progress."""

    nummer: int
    vastgesteld_op: date | None


@dataclass(frozen=True)
class PlanverschilBeeld:
    """What changed from `van` to `tot`; without `van` the whole of `tot` as it was."""

    casus: str
    jongere: str
    versies: tuple[PlanversieBeeld, ...]
    """All there are, the newest first."""
    van: PlanversieBeeld | None
    tot: PlanversieBeeld
    onderdelen: tuple[Onderdeelverschil, ...]


def open_planverschil(
    sessie: Sessie, casus_id: str, tot: int | None = None, van: int | None = None
) -> PlanverschilBeeld:
    """As `get_planverschil`, for somebody who is going to read it; logged."""
    beeld = get_planverschil(sessie, casus_id, tot, van)
    noteer_inzage(sessie, "gezinsplan: versies", casus_id)
    return beeld


def get_planverschil(
    sessie: Sessie, casus_id: str, tot: int | None = None, van: int | None = None
) -> PlanverschilBeeld:
    """What changed from version `van` to version `tot`.

    Without `tot` the newest there is, without `van` the one before it. `van` equal to `tot`, or nothing
    before it: the whole of that version as it was. Raises NietGevonden without a plan or that version.
    """
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        plannen = uow.plannen.find(gezin_id=casus.gezin_id)
        if not plannen:
            raise NietGevonden("Er is nog geen gezinsplan.", "Begin er samen met het gezin een.")
        return _beeld(casus, plannen[0], tot, van)


def _beeld(casus: Casus, plan: Gezinsplan, tot: int | None, van: int | None) -> PlanverschilBeeld:
    versies = versies_van(plan)
    nieuw = versies[0] if tot is None else _zoek(versies, tot)
    eerder = versies[versies.index(nieuw) + 1 :]
    oud = _zoek(versies, van) if van is not None else next(iter(eerder), nieuw)
    inhoud = _inhoud(plan, nieuw.nummer)
    formaat, stand = read_planformaat(plan.formaat).in_variant(inhoud.variant), _stand(inhoud)
    return PlanverschilBeeld(
        casus=casus.nummer,
        jongere=casus.jongere.korte_naam,
        versies=versies,
        van=None if oud == nieuw else oud,
        tot=nieuw,
        onderdelen=toon_plan(stand, formaat)
        if oud == nieuw
        else vergelijk_plannen(_stand(_inhoud(plan, oud.nummer)), stand, formaat),
    )


def versies_van(plan: Gezinsplan) -> tuple[PlanversieBeeld, ...]:
    """All versions of a plan, the newest first; what is in progress where that differs."""
    vastgesteld = sorted(plan.versies, key=lambda versie: versie.nummer, reverse=True)
    nu = (PlanversieBeeld(IN_BEWERKING, None),) if plan.gewijzigd or not vastgesteld else ()
    return (*nu, *(PlanversieBeeld(versie.nummer, versie.vastgesteld_op) for versie in vastgesteld))


def _zoek(versies: tuple[PlanversieBeeld, ...], nummer: int) -> PlanversieBeeld:
    for versie in versies:
        if versie.nummer == nummer:
            return versie
    raise NietGevonden("Deze versie van het gezinsplan is er niet.", "Kies een andere versie.")


def _inhoud(plan: Gezinsplan, nummer: int) -> PlanInhoud:
    if nummer == IN_BEWERKING:
        return inhoud_van(plan)
    return inhoud_van_versie(next(v for v in plan.versies if v.nummer == nummer))


def _stand(inhoud: PlanInhoud) -> Planstand:
    return Planstand(
        onderdelen={
            sleutel: Onderdeelstand(
                tuple(Citaat(w.van, w.taal, w.tekst) for w in deel.woorden), deel.toelichting
            )
            for sleutel, deel in inhoud.onderdelen.items()
        },
        doelen=tuple(Doelstand(d.wat, d.van, d.nu, d.gewenst, d.hoe_zien_we_dat) for d in inhoud.doelen),
        acties=tuple(Actiestand(a.wat, a.wie, a.wanneer, a.klaar) for a in inhoud.acties),
        evaluatie_op=inhoud.evaluatie_op,
    )
