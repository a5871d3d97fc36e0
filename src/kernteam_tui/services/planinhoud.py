"""A plan as `gezinsplan/1` and back: the same for a file and for a frozen version."""

from __future__ import annotations

from kernteam_tui.domain.gezinsplan import Actie, Citaat, Doel, Gezinsplan, PlanVersie
from kernteam_tui.exchange.formaten.gezinsplan import (
    ActieInvoer,
    DoelInvoer,
    GezinsplanInvoer,
    OnderdeelInvoer,
    WoordenInvoer,
)


def inhoud_van(plan: Gezinsplan) -> GezinsplanInvoer:
    """The content of the plan in progress; goals that are not active any more stay out."""
    return GezinsplanInvoer(
        variant=plan.variant,
        onderdelen={
            o.sleutel: OnderdeelInvoer(
                woorden=tuple(WoordenInvoer(van=c.van, taal=c.taal, tekst=c.tekst) for c in o.woorden),
                toelichting=o.toelichting,
            )
            for o in plan.onderdelen
            if o.woorden or o.toelichting.strip()
        },
        doelen=tuple(
            DoelInvoer(wat=d.wat, van=d.van, nu=d.nu, gewenst=d.gewenst, hoe_zien_we_dat=d.hoe_zien_we_dat)
            for d in plan.actieve_doelen
        ),
        acties=tuple(
            ActieInvoer(wat=a.wat, wie=a.wie, wanneer=a.wanneer, klaar=a.klaar)
            for a in sorted(plan.acties, key=lambda a: a.volgorde)
        ),
        evaluatie_op=plan.evaluatie_op,
    )


def inhoud_van_versie(versie: PlanVersie) -> GezinsplanInvoer:
    """The content of a frozen version."""
    return GezinsplanInvoer.model_validate_json(versie.inhoud)


def neem_inhoud_over(plan: Gezinsplan, invoer: GezinsplanInvoer) -> None:
    """Replace what is in progress by this content; frozen versions stay."""
    plan.variant = invoer.variant
    for onderdeel in plan.onderdelen:
        if onderdeel.sleutel not in invoer.onderdelen:
            onderdeel.woorden, onderdeel.toelichting = (), ""
    for sleutel, inhoud in invoer.onderdelen.items():
        onderdeel = plan.onderdeel(sleutel)
        onderdeel.woorden = tuple(Citaat(w.van, w.taal, w.tekst) for w in inhoud.woorden)
        onderdeel.toelichting = inhoud.toelichting
    plan.doelen[:] = [
        Doel(
            plan_id=plan.id,
            wat=d.wat,
            van=d.van,
            nu=d.nu,
            gewenst=d.gewenst,
            hoe_zien_we_dat=d.hoe_zien_we_dat,
            volgorde=volgorde,
        )
        for volgorde, d in enumerate(invoer.doelen)
    ]
    plan.acties[:] = [
        Actie(plan_id=plan.id, wat=a.wat, wie=a.wie, wanneer=a.wanneer, klaar=a.klaar, volgorde=volgorde)
        for volgorde, a in enumerate(invoer.acties)
    ]
    plan.evaluatie_op = invoer.evaluatie_op
