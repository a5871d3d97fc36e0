"""The versions of a gezinsplan: reading one as it was, and what changed between any two."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.doelmeting import Meting
from kernteam_tui.domain.doelverloop import KLAAR, cijfer_op
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.domain.gezinsplan import Citaat, Doel, Gezinsplan
from kernteam_tui.domain.planformaat import PlanFormaat, VastOnderdeel
from kernteam_tui.domain.planverschil.plan import (
    Actiestand,
    Doelstand,
    Onderdeelstand,
    Onderdeelverschil,
    Planstand,
    Terugblik,
    toon_plan,
    vergelijk_plannen,
)
from kernteam_tui.domain.veldwaarde import leesbaar
from kernteam_tui.exchange.formaten.planversie import DoelInhoud, MetingInhoud, PlanInhoud
from kernteam_tui.services.inzage import noteer_inzage
from kernteam_tui.services.planinhoud import inhoud_van, inhoud_van_versie
from kernteam_tui.services.planvorm import formaat_van_versie
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
        return _beeld(uow, casus, plannen[0], tot, van)


def _beeld(
    uow: UnitOfWork, casus: Casus, plan: Gezinsplan, tot: int | None, van: int | None
) -> PlanverschilBeeld:
    versies = versies_van(plan)
    nieuw = versies[0] if tot is None else _zoek(versies, tot)
    eerder = versies[versies.index(nieuw) + 1 :]
    oud = _zoek(versies, van) if van is not None else next(iter(eerder), nieuw)
    inhoud, toen = _inhoud(plan, nieuw.nummer), _inhoud(plan, oud.nummer)
    formaat = formaat_van_versie(uow, plan, inhoud, toen)
    stand = _stand(plan, nieuw, formaat)
    return PlanverschilBeeld(
        casus=casus.nummer,
        jongere=casus.jongere.korte_naam,
        versies=versies,
        van=None if oud == nieuw else oud,
        tot=nieuw,
        onderdelen=toon_plan(stand, formaat)
        if oud == nieuw
        else vergelijk_plannen(_stand(plan, oud, formaat), stand, formaat),
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


def _stand(plan: Gezinsplan, versie: PlanversieBeeld, formaat: PlanFormaat) -> Planstand:
    inhoud = _inhoud(plan, versie.nummer)
    return Planstand(
        onderdelen={
            sleutel: Onderdeelstand(
                tuple(Citaat(w.van, w.taal, w.tekst) for w in deel.woorden),
                deel.toelichting,
                _velden(formaat.vind(sleutel), deel.velden),
            )
            for sleutel, deel in inhoud.onderdelen.items()
        },
        doelen=tuple(_doelstand(doel) for doel in inhoud.doelen),
        acties=tuple(Actiestand(a.wat, a.wie, a.wanneer, a.klaar) for a in inhoud.acties),
        evaluatie_op=inhoud.evaluatie_op,
        evaluatie_uitkomst=inhoud.evaluatie_uitkomst,
        rustend=tuple(_rustend(plan, versie, {doel.wat for doel in inhoud.doelen})),
    )


def _velden(vast: VastOnderdeel | None, gevuld: Mapping[str, str]) -> dict[str, str]:
    """As they read: a day in words."""
    velden = vast.velden if vast else ()
    return {een.sleutel: leesbaar(een.soort, gevuld[een.sleutel]) for een in velden if een.sleutel in gevuld}


def _doelstand(doel: DoelInhoud) -> Doelstand:
    return Doelstand(
        wat=doel.wat,
        van=doel.van,
        nu=doel.nu,
        gewenst=doel.gewenst,
        hoe_zien_we_dat=doel.hoe_zien_we_dat,
        opp_doel=doel.opp_doel,
        opp_afgestemd_op=doel.opp_afgestemd_op,
        familiedoel=doel.familiedoel,
        terugblik=_terugblik(doel.metingen),
    )


def _terugblik(metingen: Iterable[Meting | MetingInhoud]) -> Terugblik | None:
    """The last look of these that says what came of the goal."""
    looks = [Terugblik(m.op, m.uitkomst, m.tekst, m.van) for m in metingen if m.uitkomst is not None]
    return max(looks, key=lambda look: look.op, default=None)


def _rustend(plan: Gezinsplan, versie: PlanversieBeeld, erin: Collection[str]) -> Iterator[Doelstand]:
    """Goals that are in the plan still and rested then: a version holds only those that counted."""
    op = versie.vastgesteld_op
    for doel in plan.doelen:
        looks = plan.metingen_van(doel.id)
        if doel.wat in erin or not (not doel.actief if op is None else _rustte(doel, looks, op)):
            continue
        toen = [look for look in looks if op is None or look.op <= op]
        nu = doel.nu if op is None else cijfer_op(looks, op)
        yield Doelstand(doel.wat, nu=nu, gewenst=doel.gewenst, terugblik=_terugblik(toen))


def _rustte(doel: Doel, looks: Iterable[Meting], op: date) -> bool:
    """It was there before that day, or was found done by then."""
    return dag_van(doel.created_at) < op or any(m.uitkomst in KLAAR and m.op <= op for m in looks)
