"""The versions of a gezinsplan: reading one as it was, and what changed between any two."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.datumtekst import dag_met_jaar, dag_van
from kernteam_tui.domain.doelmeting import Meting
from kernteam_tui.domain.doelverloop import KLAAR, cijfer_op
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.domain.gezinsplan import Doel, Gezinsplan
from kernteam_tui.domain.gezinsplancodes import Familieplan, Oppstand
from kernteam_tui.domain.planakkoord import Akkoord
from kernteam_tui.domain.planformaat import PlanFormaat, VastOnderdeel
from kernteam_tui.domain.planverschil.akkoord import Akkoordstand
from kernteam_tui.domain.planverschil.plan import (
    Doelstand,
    Onderdeelverschil,
    Planstand,
    toon_plan,
    vergelijk_plannen,
)
from kernteam_tui.domain.veldwaarde import leesbaar
from kernteam_tui.exchange.formaten.planversie import PlanInhoud
from kernteam_tui.services.akkoordtekst import inhoud_toen, inhoud_van_nummer, veranderd_na_akkoord
from kernteam_tui.services.inzage import noteer_inzage
from kernteam_tui.services.planstand import stand_van, terugblik
from kernteam_tui.services.planvorm import formaat_van_versie
from kernteam_tui.services.sessie import Sessie

Namen = Mapping[str, str]
"""Id of a person -> roepnaam."""
_OUDERS_ZIEN = {JaNeeOnbekend.JA: "ja", JaNeeOnbekend.NEE: "nee, niet zien"}
NIET_MEER_HIER = "een jongere die hier niet meer staat"
IN_BEWERKING = 0
"""Number of what is being written now; frozen versions count from 1."""


@dataclass(frozen=True)
class PlanversieBeeld:
    """One version. `vastgesteld_op` None: in progress, or what somebody saw of it."""

    nummer: int
    vastgesteld_op: date | None
    akkoord_id: str = ""
    """Only of what somebody saw who agreed, before the text was changed."""
    gezien_door: str = ""
    gezien_op: date | None = None


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
    gezien: tuple[PlanversieBeeld, ...] = ()
    """What people saw who agreed with `tot` when it said something else: to compare with."""


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
        return _beeld(uow, casus, _plan(uow, casus), tot, van)


def open_verschil_sinds(sessie: Sessie, casus_id: str, akkoord_id: str) -> PlanverschilBeeld:
    """As `get_verschil_sinds`, for somebody who is going to read it; logged."""
    beeld = get_verschil_sinds(sessie, casus_id, akkoord_id)
    noteer_inzage(sessie, "gezinsplan: versies", casus_id)
    return beeld


def get_verschil_sinds(sessie: Sessie, casus_id: str, akkoord_id: str) -> PlanverschilBeeld:
    """What changed after somebody agreed: from what was in the plan then to what that version says (frozen)
    or says now. Nothing where it was said of the text as it is. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        plan = _plan(uow, casus)
        akkoord = _zoek_akkoord(plan, akkoord_id)
        frozen = akkoord.versie <= plan.versie
        tot = _zoek(versies_van(plan), akkoord.versie if frozen else IN_BEWERKING)
        return _verschil(uow, casus, plan, tot, _gezien(akkoord))


def _plan(uow: UnitOfWork, casus: Casus) -> Gezinsplan:
    plannen = uow.plannen.find(gezin_id=casus.gezin_id)
    if not plannen:
        raise NietGevonden("Er is nog geen gezinsplan.", "Begin er samen met het gezin een.")
    return plannen[0]


def _beeld(
    uow: UnitOfWork, casus: Casus, plan: Gezinsplan, tot: int | None, van: int | None
) -> PlanverschilBeeld:
    versies = versies_van(plan)
    nieuw = versies[0] if tot is None else _zoek(versies, tot)
    eerder = versies[versies.index(nieuw) + 1 :]
    oud = _zoek(versies, van) if van is not None else next(iter(eerder), nieuw)
    return _verschil(uow, casus, plan, nieuw, oud)


def _verschil(
    uow: UnitOfWork, casus: Casus, plan: Gezinsplan, nieuw: PlanversieBeeld, oud: PlanversieBeeld
) -> PlanverschilBeeld:
    formaat = formaat_van_versie(uow, plan, _inhoud(plan, nieuw), _inhoud(plan, oud))
    wie = {persoon.id: persoon.roepnaam for persoon in uow.gezinnen.get(casus.gezin_id).personen}
    stand = _stand(plan, nieuw, formaat, wie)
    toen = replace(stand, variant="") if oud == nieuw else _stand(plan, oud, formaat, wie)
    if oud.akkoord_id:  # it is one version: who agrees with it did not change
        toen = replace(toen, akkoorden=stand.akkoorden)
    return PlanverschilBeeld(
        casus=casus.nummer,
        jongere=casus.jongere.korte_naam,
        versies=versies_van(plan),
        van=None if oud == nieuw else oud,
        tot=nieuw,
        onderdelen=toon_plan(toen, formaat) if oud == nieuw else vergelijk_plannen(toen, stand, formaat),
        gezien=tuple(_gezien_van(plan, nieuw)),
    )


def _gezien_van(plan: Gezinsplan, versie: PlanversieBeeld) -> Iterator[PlanversieBeeld]:
    nummer = versie.nummer or plan.versie + 1
    later = veranderd_na_akkoord(plan, nummer)
    yield from (_gezien(akkoord) for akkoord in plan.akkoorden_bij(nummer) if akkoord.id in later)


def _gezien(akkoord: Akkoord) -> PlanversieBeeld:
    return PlanversieBeeld(akkoord.versie, None, akkoord.id, akkoord.naam, akkoord.laatst_op)


def _zoek_akkoord(plan: Gezinsplan, akkoord_id: str) -> Akkoord:
    for akkoord in plan.akkoorden:
        if akkoord.id == akkoord_id:
            return akkoord
    raise NietGevonden("Dit staat niet meer op de lijst van wie het eens is.", "Open die lijst opnieuw.")


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


def _inhoud(plan: Gezinsplan, versie: PlanversieBeeld) -> PlanInhoud:
    """What stood in it; of a moment before a version: what somebody saw who agreed then."""
    if versie.akkoord_id:
        akkoord = _zoek_akkoord(plan, versie.akkoord_id)
        return inhoud_toen(akkoord) or inhoud_van_nummer(plan, akkoord.versie)
    return inhoud_van_nummer(plan, versie.nummer)


def _stand(plan: Gezinsplan, versie: PlanversieBeeld, formaat: PlanFormaat, wie: Namen) -> Planstand:
    inhoud = _inhoud(plan, versie)
    stand = stand_van(inhoud)
    return replace(
        stand,
        onderdelen={
            sleutel: replace(
                deel,
                velden=_velden(formaat.vind(sleutel), deel.velden),
                ouders_zien=_ouders_zien(inhoud.onderdelen[sleutel].ouders_zien, wie),
            )
            for sleutel, deel in stand.onderdelen.items()
        },
        rustend=tuple(_rustend(plan, versie, {doel.wat for doel in inhoud.doelen})),
        variant=inhoud.variant.label,
        opp="" if inhoud.opp is Oppstand.ONBEKEND else inhoud.opp.label,
        familieplan=_familieplan(inhoud),
        akkoorden=tuple(_akkoorden(plan, versie)),
    )


def _velden(vast: VastOnderdeel | None, gevuld: Mapping[str, str]) -> dict[str, str]:
    """As they read: a day in words."""
    velden = vast.velden if vast else ()
    return {een.sleutel: leesbaar(een.soort, gevuld[een.sleutel]) for een in velden if een.sleutel in gevuld}


def _ouders_zien(antwoorden: Mapping[str, JaNeeOnbekend], wie: Namen) -> str:
    """`nee, niet zien`; with names where more than one jongere answered."""
    said = {jongere_id: een for jongere_id, een in antwoorden.items() if een in _OUDERS_ZIEN}
    if len(said) == 1:
        return _OUDERS_ZIEN[next(iter(said.values()))]
    delen = sorted((wie.get(jongere_id, NIET_MEER_HIER), een) for jongere_id, een in said.items())
    return ", ".join(f"{naam}: {_OUDERS_ZIEN[een]}" for naam, een in delen)


def _familieplan(inhoud: PlanInhoud) -> str:
    if inhoud.familieplan is Familieplan.ONBEKEND:
        return ""
    op = inhoud.familieplan_op
    return inhoud.familieplan.label if op is None else f"{inhoud.familieplan.label}, {dag_met_jaar(op)}"


def _akkoorden(plan: Gezinsplan, versie: PlanversieBeeld) -> Iterator[Akkoordstand]:
    """Who said what of it, also when that was noted after it was frozen."""
    if versie.akkoord_id:
        return
    nummer = versie.nummer or plan.versie + 1
    later = veranderd_na_akkoord(plan, nummer)
    for een in plan.akkoorden_bij(nummer):
        yield Akkoordstand(
            een.persoon_id or een.naam.casefold(),
            een.naam,
            een.standpunt,
            een.op,
            een.omdat,
            een.verklaring,
            een.getekend_op,
            oudere_tekst=een.id in later,
        )


def _rustend(plan: Gezinsplan, versie: PlanversieBeeld, erin: Collection[str]) -> Iterator[Doelstand]:
    """Goals that are in the plan still and rested then: a version holds only those that counted."""
    op = versie.gezien_op or versie.vastgesteld_op
    for doel in plan.doelen:
        looks = plan.metingen_van(doel.id)
        if doel.wat in erin or not (not doel.actief if op is None else _rustte(doel, looks, op)):
            continue
        toen = [look for look in looks if op is None or look.op <= op]
        nu = doel.nu if op is None else cijfer_op(looks, op)
        yield Doelstand(doel.wat, nu=nu, gewenst=doel.gewenst, terugblik=terugblik(toen))


def _rustte(doel: Doel, looks: Iterable[Meting], op: date) -> bool:
    """It was there before that day, or was found done by then."""
    return dag_van(doel.created_at) < op or any(m.uitkomst in KLAAR and m.op <= op for m in looks)
