"""A gezinsplan as it is shown: its sections in the words of its variant, its goals and its actions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import JaNeeOnbekend, PlanVariant
from kernteam_tui.domain.delen.huizen import ouders_leven_apart
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinsplan import Citaat, Doel, Gezinsplan, Onderdeel
from kernteam_tui.domain.gezinsplancodes import Doeluitkomst
from kernteam_tui.domain.ouderszien import gesloten_door
from kernteam_tui.domain.planformaat import Invul, VastOnderdeel, Veld
from kernteam_tui.domain.planstaat import Staat, bepaal_staat
from kernteam_tui.domain.talen import taal_code
from kernteam_tui.services.bladfeiten import OP_DE_BLADZIJDE
from kernteam_tui.services.ouderantwoorden import Antwoorders, JongereZegt
from kernteam_tui.services.planvorm import formaat_van_plan, nieuw_plan

NEDERLANDS = "nl"


@dataclass(frozen=True)
class VeldBeeld:
    """A field of a section and what was filled in at it; empty: nothing yet."""

    veld: Veld
    tekst: str


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
    op_bladzijde: bool
    """Quotes of this section can stand on the page for parents."""
    ouders_zien: JaNeeOnbekend | None
    """What the jongeren of this casus answered; None where it is not asked (`domain/ouderszien`)."""
    antwoorden: tuple[JongereZegt, ...] = ()
    """Each answer that can be changed in this casus."""
    gesloten_door: frozenset[str] = frozenset()
    """Ids of all jongeren of the gezin who keep it closed, also where it is not asked in this casus."""
    ook_dicht_door: tuple[str, ...] = ()
    """Names of those whose answer can only be changed elsewhere, or in another variant of the plan."""
    velden: tuple[VeldBeeld, ...] = ()
    herkomst: str = ""
    """Why it is here though the format or the variant of the plan does not have it; often empty."""


@dataclass(frozen=True)
class MetingBeeld:
    """One look at a goal; `uitkomst` only at an evaluation."""

    op: date
    cijfer: int | None
    uitkomst: Doeluitkomst | None
    tekst: str
    van: str


@dataclass(frozen=True)
class DoelBeeld:
    """A goal with the looks at it, oldest first."""

    id: str
    wat: str
    van: str
    nu: int | None
    gewenst: int | None
    hoe_zien_we_dat: str
    actief: bool
    opp_doel: str = ""
    opp_afgestemd_op: date | None = None
    familiedoel: str = ""
    metingen: tuple[MetingBeeld, ...] = ()

    @property
    def uitkomst(self) -> MetingBeeld | None:
        """The last look that says what came of it."""
        return next((meting for meting in reversed(self.metingen) if meting.uitkomst is not None), None)


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
    vandaag: date
    """The day of this look."""
    vastgesteld_op: date | None
    ouders: tuple[str, ...]
    """Names of the parents of the jongeren of this casus."""
    mensen: tuple[str, ...]
    """Names of the family, to choose from for whose words these are."""
    doeners: tuple[str, ...]
    """Names to choose from for who does something: the family, who stands around it, the kernteam."""
    talen: tuple[str, ...]
    """Codes of the languages that this family speaks, Dutch first."""
    jongeren: tuple[tuple[str, str], ...] = ()
    """Id and name of each jongere of this casus."""
    ouders_apart: bool = False
    """Two parents by law live apart, or nobody knows: each reads it without the words of the other."""

    def onderdeel(self, sleutel: str) -> OnderdeelBeeld:
        """The section with that key."""
        return next(o for o in self.onderdelen if o.sleutel == sleutel)

    def met_onderdeel_van(self, eerder: PlanBeeld, sleutel: str) -> PlanBeeld:
        """With that section as it was called in `eerder`, empty, where this one does not have it any more."""
        if any(o.sleutel == sleutel for o in self.onderdelen):
            return self
        was = eerder.onderdeel(sleutel)
        empty = replace(
            was,
            woorden=(),
            toelichting="",
            gevuld=False,
            velden=tuple(replace(veld, tekst="") for veld in was.velden),
            herkomst=was.herkomst or "staat niet meer in dit plan",
        )
        return replace(self, onderdelen=(*self.onderdelen, empty))

    def onderdeel_met(self, item_id: str) -> str:
        """Key of the section with that goal or action in its list; empty where it is in none."""
        lists = ((Invul.DOELEN, self.doelen), (Invul.ACTIES, self.acties))
        here = {invul for invul, items in lists if any(item.id == item_id for item in items)}
        return next((o.sleutel for o in self.onderdelen if o.invul in here), "")


def plan_om_te_schrijven(uow: UnitOfWork, casus: Casus) -> Gezinsplan:
    """The active plan of the family, in the store from the commit on where there was none."""
    plan = plan_van(uow, casus)
    if plan.revision == 0:
        uow.plannen.add(plan)
    return plan


def plan_van(uow: UnitOfWork, casus: Casus) -> Gezinsplan:
    """The active plan of the family; a new one, not yet in the store, where there is none (S52)."""
    found = uow.plannen.find(gezin_id=casus.gezin_id)
    return found[0] if found else nieuw_plan(uow, casus.gezin_id)


def beeld_van(uow: UnitOfWork, casus: Casus, plan: Gezinsplan, vandaag: date) -> PlanBeeld:
    """The plan of the family of this casus on this day."""
    gezin = uow.gezinnen.get(casus.gezin_id)
    andere = [other for other in uow.casussen.find(gezin_id=casus.gezin_id) if other.id != casus.id]
    laatste = plan.laatste_versie
    return PlanBeeld(
        casus_id=casus.id,
        casus=casus.nummer,
        jongere=casus.jongere.korte_naam,
        gezin_id=casus.gezin_id,
        ook_van=tuple(other.nummer for other in andere),
        revision=plan.revision,
        variant=plan.variant,
        versie=plan.versie,
        gewijzigd=plan.gewijzigd,
        onderdelen=_onderdelen(uow, plan, Antwoorders.van(plan, casus, andere, vandaag), vandaag),
        doelen=tuple(_doel(plan, doel) for doel in sorted(plan.doelen, key=lambda d: d.volgorde)),
        acties=tuple(
            ActieBeeld(a.id, a.wat, a.wie, a.wanneer, a.klaar)
            for a in sorted(plan.acties, key=lambda a: a.volgorde)
        ),
        evaluatie_op=plan.evaluatie_op,
        evaluatie_uitkomst=plan.evaluatie_uitkomst,
        vandaag=vandaag,
        vastgesteld_op=laatste.vastgesteld_op if laatste else None,
        ouders=tuple(gezin.persoon(ouder_id).roepnaam for ouder_id in ouders_van(gezin, casus)),
        mensen=tuple(persoon.roepnaam for persoon in gezin.personen),
        doeners=_doeners(uow, gezin, casus),
        talen=_talen(gezin),
        jongeren=tuple((jongere.id, jongere.korte_naam) for jongere in casus.jongeren),
        ouders_apart=_apart(gezin, casus),
    )


def _doel(plan: Gezinsplan, doel: Doel) -> DoelBeeld:
    return DoelBeeld(
        doel.id,
        doel.wat,
        doel.van,
        doel.nu,
        doel.gewenst,
        doel.hoe_zien_we_dat,
        doel.actief,
        doel.opp_doel,
        doel.opp_afgestemd_op,
        doel.familiedoel,
        tuple(MetingBeeld(m.op, m.cijfer, m.uitkomst, m.tekst, m.van) for m in plan.metingen_van(doel.id)),
    )


def _doeners(uow: UnitOfWork, gezin: Gezin, casus: Casus) -> tuple[str, ...]:
    """Everybody once; somebody of the address book on the map goes by the name that stands there."""
    around = []
    for lid in sorted(gezin.netwerk, key=lambda lid: lid.volgorde):
        contact = uow.contacten.get(lid.contact_id) if lid.contact_id and not lid.naam.strip() else None
        around.append(lid.naam.strip() or (contact.naam if contact else "") or lid.relatie.strip())
    team = sorted(uow.scholen.get(casus.school_id).kernteam, key=lambda partner: partner.volgorde)
    names = (*(p.roepnaam for p in gezin.personen), *around, *(partner.naam for partner in team))
    return tuple(dict.fromkeys(name for name in names if name))


def ouders_van(gezin: Gezin, casus: Casus) -> tuple[str, ...]:
    """Ids of the parents of the jongeren of this casus, in the order of `PlanBeeld.ouders`."""
    jongeren = {jongere.id for jongere in casus.jongeren}
    ouders = {band.ouder_id for band in gezin.ouderschappen if band.jongere_id in jongeren}
    return tuple(persoon.id for persoon in gezin.personen if persoon.id in ouders)


def _apart(gezin: Gezin, casus: Casus) -> bool:
    return any(
        ouders_leven_apart(
            gezin,
            [
                band
                for band in gezin.ouderschappen_van(jongere.id)
                if band.soort.juridisch and not gezin.persoon(band.ouder_id).overleden
            ],
        )
        for jongere in casus.jongeren
    )


def _talen(gezin: Gezin) -> tuple[str, ...]:
    gesproken = (taal_code(persoon.taal) for persoon in gezin.personen if persoon.taal)
    return tuple(dict.fromkeys((NEDERLANDS, *filter(None, gesproken))))


def _onderdelen(
    uow: UnitOfWork, plan: Gezinsplan, antwoorders: Antwoorders, vandaag: date
) -> tuple[OnderdeelBeeld, ...]:
    written = {onderdeel.sleutel: onderdeel for onderdeel in plan.onderdelen}
    beelden = []
    for vast in formaat_van_plan(uow, plan).onderdelen:
        onderdeel = written.get(vast.sleutel) or Onderdeel(sleutel=vast.sleutel)
        velden = _velden(vast, onderdeel)
        gevuld = bool(
            onderdeel.woorden
            or onderdeel.toelichting.strip()
            or any(veld.tekst for veld in velden)
            or _lijst_gevuld(plan, vast.invul)
        )
        staat, hint = bepaal_staat(plan, vast.invul, gevuld, vandaag)
        beelden.append(
            OnderdeelBeeld(
                nr=vast.nr,
                sleutel=vast.sleutel,
                titel=vast.titel,
                vraag=vast.vraag,
                hulp=vast.hulp,
                invul=vast.invul,
                woorden=onderdeel.woorden,
                toelichting=onderdeel.toelichting,
                gevuld=gevuld,
                staat=staat,
                hint=hint or vast.herkomst,
                per_ouder=vast.per_ouder,
                op_bladzijde=vast.sleutel in OP_DE_BLADZIJDE,
                ouders_zien=antwoorders.samen(onderdeel),
                antwoorden=antwoorders.antwoorden(onderdeel),
                gesloten_door=gesloten_door(onderdeel),
                ook_dicht_door=antwoorders.elders(onderdeel),
                velden=velden,
                herkomst=vast.herkomst,
            )
        )
    return tuple(beelden)


def _velden(vast: VastOnderdeel, onderdeel: Onderdeel) -> tuple[VeldBeeld, ...]:
    filled = {waarde.sleutel: waarde.tekst for waarde in onderdeel.velden if waarde.tekst.strip()}
    return tuple(VeldBeeld(veld, filled.get(veld.sleutel, "")) for veld in vast.velden)


def _lijst_gevuld(plan: Gezinsplan, invul: Invul) -> bool:
    filled = {
        Invul.DOELEN: bool(plan.doelen),
        Invul.ACTIES: bool(plan.acties),
        Invul.EVALUATIE: plan.evaluatie_op is not None,
    }
    return filled.get(invul, False)
