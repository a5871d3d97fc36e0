"""A plan as its frozen version and as a file: what stands in it, and taking over what others wrote."""

from __future__ import annotations

from kernteam_tui.domain.gezinsplan import Actie, Citaat, Doel, Gezinsplan, Onderdeel, PlanVersie
from kernteam_tui.exchange.formaten.gezinsplan import ActieInvoer, DoelInvoer, GezinsplanInvoer
from kernteam_tui.exchange.formaten.planversie import (
    AkkoordInhoud,
    DoelInhoud,
    MetingInhoud,
    OnderdeelInhoud,
    PlanInhoud,
    WoordenInhoud,
    lees_planversie,
)


def inhoud_van(plan: Gezinsplan) -> PlanInhoud:
    """The plan in progress as a version; goals that are not active any more stay out."""
    return PlanInhoud(
        formaat=plan.formaat,
        variant=plan.variant,
        onderdelen={o.sleutel: _onderdeel(o) for o in plan.onderdelen if _staat_er_iets(o)},
        doelen=tuple(_doel(plan, doel) for doel in plan.actieve_doelen),
        acties=tuple(
            ActieInvoer(wat=a.wat, wie=a.wie, wanneer=a.wanneer, klaar=a.klaar)
            for a in sorted(plan.acties, key=lambda a: a.volgorde)
        ),
        evaluatie_op=plan.evaluatie_op,
        evaluatie_uitkomst=plan.evaluatie_uitkomst,
        opp=plan.opp,
        familieplan=plan.familieplan,
        familieplan_op=plan.familieplan_op,
        akkoorden=tuple(
            AkkoordInhoud(
                persoon_id=a.persoon_id,
                naam=a.naam,
                standpunt=a.standpunt,
                omdat=a.omdat,
                verklaring=a.verklaring,
                op=a.op,
            )
            for a in plan.akkoorden_bij(plan.versie_in_wording)
        ),
    )


def inhoud_van_versie(versie: PlanVersie) -> PlanInhoud:
    """The content of a frozen version."""
    return lees_planversie(versie.inhoud)


def neem_inhoud_over(plan: Gezinsplan, invoer: GezinsplanInvoer) -> None:
    """Replace what is in progress by this content; frozen versions stay, and what the file cannot say."""
    plan.variant = invoer.variant
    for onderdeel in plan.onderdelen:
        if onderdeel.sleutel not in invoer.onderdelen:
            onderdeel.woorden, onderdeel.toelichting = (), ""
    for sleutel, inhoud in invoer.onderdelen.items():
        onderdeel = plan.onderdeel(sleutel)
        hidden = {(c.van, c.tekst) for c in onderdeel.woorden if not c.op_bladzijde}
        onderdeel.woorden = tuple(
            Citaat(w.van, w.taal, w.tekst, (w.van, w.tekst) not in hidden) for w in inhoud.woorden
        )
        onderdeel.toelichting = inhoud.toelichting
    _neem_doelen_over(plan, invoer.doelen)
    plan.acties[:] = [
        Actie(plan_id=plan.id, wat=a.wat, wie=a.wie, wanneer=a.wanneer, klaar=a.klaar, volgorde=volgorde)
        for volgorde, a in enumerate(invoer.acties)
    ]
    plan.evaluatie_op = invoer.evaluatie_op


def _neem_doelen_over(plan: Gezinsplan, doelen: tuple[DoelInvoer, ...]) -> None:
    """A goal in the same words is the same goal: its marks and its links stay."""
    known = {doel.wat.strip(): doel for doel in plan.doelen}
    kept = []
    for volgorde, said in enumerate(doelen):
        doel = known.pop(said.wat.strip(), None) or Doel(plan_id=plan.id, wat=said.wat)
        doel.wat, doel.van, doel.nu, doel.gewenst = said.wat, said.van, said.nu, said.gewenst
        doel.hoe_zien_we_dat, doel.actief, doel.volgorde = said.hoe_zien_we_dat, True, volgorde
        kept.append(doel)
    for doel in [doel for doel in plan.doelen if doel not in kept]:
        plan.verwijder_doel(doel)
    plan.doelen[:] = kept


def _staat_er_iets(onderdeel: Onderdeel) -> bool:
    written = onderdeel.woorden or onderdeel.toelichting.strip() or onderdeel.velden
    return bool(written or onderdeel.ouders_zien)


def _onderdeel(onderdeel: Onderdeel) -> OnderdeelInhoud:
    return OnderdeelInhoud(
        woorden=tuple(
            WoordenInhoud(van=c.van, taal=c.taal, tekst=c.tekst, op_bladzijde=c.op_bladzijde)
            for c in onderdeel.woorden
        ),
        toelichting=onderdeel.toelichting,
        velden={veld.sleutel: veld.tekst for veld in onderdeel.velden},
        ouders_zien={een.jongere_id: een.antwoord for een in onderdeel.ouders_zien},
    )


def _doel(plan: Gezinsplan, doel: Doel) -> DoelInhoud:
    return DoelInhoud(
        wat=doel.wat,
        van=doel.van,
        nu=doel.nu,
        gewenst=doel.gewenst,
        hoe_zien_we_dat=doel.hoe_zien_we_dat,
        opp_doel=doel.opp_doel,
        opp_afgestemd_op=doel.opp_afgestemd_op,
        familiedoel=doel.familiedoel,
        metingen=tuple(
            MetingInhoud(op=m.op, cijfer=m.cijfer, uitkomst=m.uitkomst, tekst=m.tekst, van=m.van)
            for m in plan.metingen_van(doel.id)
        ),
    )
