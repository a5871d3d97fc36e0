"""The pieces of a gezinsplan for a copy of the file: each frozen version, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.doelmeting import Meting
from kernteam_tui.domain.gezinsplan import Doel, Gezinsplan
from kernteam_tui.domain.ouderszien import wie_sluit
from kernteam_tui.domain.planformaat import ACTIES, DOELEN, EVALUATIE, PlanFormaat, VastOnderdeel
from kernteam_tui.domain.veldwaarde import leesbaar
from kernteam_tui.exchange.formaten.gezinsplan import ActieInvoer
from kernteam_tui.exchange.formaten.planversie import DoelInhoud, PlanInhoud
from kernteam_tui.services.planinhoud import inhoud_van_versie
from kernteam_tui.services.planvorm import formaat_van_versie

NIEMAND = "?"
"""Under words of which nobody wrote down whose they are."""


@dataclass(frozen=True)
class Plandeel:
    """One part of one version: words of somebody, an explanation, a goal, an action."""

    id: str
    kop: str
    regels: tuple[tuple[str, str], ...]
    van: str | None = None
    """The name under words; empty for text of the worker, None for what was agreed by all."""
    belangrijk: bool = False
    wie: str = ""
    """The name with a goal or an action: whose it is, as the family wrote it."""
    is_doel: bool = False
    gesloten_door: frozenset[str] = frozenset()
    """Ids of the jongeren who keep the section closed in which it stands (`domain/ouderszien`)."""


def plandelen(uow: UnitOfWork, plan: Gezinsplan) -> Iterator[Plandeel]:
    """Every part of every frozen version, oldest first, and every look at a goal that is in the plan.

    What is still being written is not in a copy. A look is: of a goal that was reached no later version
    tells.
    """
    for versie in sorted(plan.versies, key=lambda een: een.nummer):
        inhoud = inhoud_van_versie(versie)
        waar = f"versie {versie.nummer}, {dag_met_jaar(versie.vastgesteld_op)}"
        delen = (
            *_onderdelen(inhoud, formaat_van_versie(uow, plan, inhoud), versie.id, waar),
            *_afspraken(inhoud, versie.id, waar, laatste=versie.nummer == plan.versie),
        )
        yield from _gesloten(delen, wie_sluit(plan, inhoud.ouders_zien))
    yield from _gesloten(_nu(plan), wie_sluit(plan, _laatste(plan)))


def _gesloten(
    delen: Iterable[tuple[str, Plandeel]], sluiters: Mapping[str, frozenset[str]]
) -> Iterator[Plandeel]:
    for sleutel, deel in delen:
        yield replace(deel, gesloten_door=sluiters.get(sleutel, frozenset()))


def sluiters_van(plan: Gezinsplan, sleutel: str) -> frozenset[str]:
    """Ids of the jongeren who keep this section of the plan closed, now or in its last version."""
    return wie_sluit(plan, _laatste(plan)).get(sleutel, frozenset())


def _laatste(plan: Gezinsplan) -> Mapping[str, Mapping[str, JaNeeOnbekend]]:
    last = plan.laatste_versie
    return {} if last is None else inhoud_van_versie(last).ouders_zien


def _nu(plan: Gezinsplan) -> Iterator[tuple[str, Plandeel]]:
    for doel in sorted(plan.doelen, key=lambda doel: doel.volgorde):
        for meting in plan.metingen_van(doel.id):
            yield from ((DOELEN, deel) for deel in _meting(doel, meting))
    if plan.evaluatie_uitkomst.strip():
        outcome = (("", plan.evaluatie_uitkomst),)
        yield EVALUATIE, Plandeel(f"evaluatie:{plan.id}", "Hoe we het samen zagen", outcome, van="")


def _onderdelen(
    inhoud: PlanInhoud, formaat: PlanFormaat, versie_id: str, waar: str
) -> Iterator[tuple[str, Plandeel]]:
    """Each with the key of its section, as `_afspraken`."""
    for sleutel, onderdeel in inhoud.onderdelen.items():
        vast = formaat.vind(sleutel)
        kop = f"{vast.titel if vast else 'Onderdeel'}, {waar}"
        for n, woorden in enumerate(onderdeel.woorden):
            said = ((woorden.van, woorden.tekst),)
            yield (
                sleutel,
                Plandeel(f"woorden:{versie_id}:{sleutel}:{n}", kop, said, van=woorden.van or NIEMAND),
            )
        if onderdeel.toelichting.strip():
            own = (("toelichting", onderdeel.toelichting),)
            yield sleutel, Plandeel(f"toelichting:{versie_id}:{sleutel}", kop, own, van="")
        if vast is not None:
            begin = f"veld:{versie_id}:{sleutel}"
            yield from ((sleutel, deel) for deel in _velden(vast, onderdeel.velden, begin, kop))


def _velden(vast: VastOnderdeel, gevuld: Mapping[str, str], begin: str, kop: str) -> Iterator[Plandeel]:
    for veld in vast.velden:
        if gevuld.get(veld.sleutel, "").strip():
            asked = ((veld.vraag, leesbaar(veld.soort, gevuld[veld.sleutel])),)
            yield Plandeel(f"{begin}:{veld.sleutel}", kop, asked, van="")


def _afspraken(
    inhoud: PlanInhoud, versie_id: str, waar: str, *, laatste: bool
) -> Iterator[tuple[str, Plandeel]]:
    for n, doel in enumerate(inhoud.doelen):
        goal = _doel(doel)
        kop = f"Doel, {waar}"
        yield (
            DOELEN,
            Plandeel(f"doel:{versie_id}:{n}", kop, goal, belangrijk=laatste, wie=doel.van, is_doel=True),
        )
    for n, actie in enumerate(inhoud.acties):
        yield ACTIES, Plandeel(f"actie:{versie_id}:{n}", f"Actie, {waar}", _actie(actie), wie=actie.wie)
    if inhoud.evaluatie_op is not None:
        together = (("", dag_met_jaar(inhoud.evaluatie_op)),)
        looked = Plandeel(f"samen:{versie_id}", f"Samen kijken, {waar}", together, belangrijk=laatste)
        yield EVALUATIE, looked


def _meting(doel: Doel, meting: Meting) -> Iterator[Plandeel]:
    """The mark goes as its goal goes; the words said at it are of who said them."""
    kop = f"Gekeken naar een doel, {dag_met_jaar(meting.op)}"
    mark = "" if meting.cijfer is None else str(meting.cijfer)
    came_to = "" if meting.uitkomst is None else meting.uitkomst.label
    looked = (("", doel.wat), ("cijfer", mark), ("wat het werd", came_to))
    yield Plandeel(f"meting:{meting.id}", kop, looked, wie=doel.van, is_doel=True)
    if meting.tekst.strip():
        said = ((meting.van, meting.tekst),)
        yield Plandeel(f"metingwoorden:{meting.id}", kop, said, van=meting.van or NIEMAND)


def _doel(doel: DoelInhoud) -> tuple[tuple[str, str], ...]:
    scale = "" if doel.nu is None or doel.gewenst is None else f"van {doel.nu} naar {doel.gewenst}"
    return (
        ("", doel.wat),
        ("zo zien we het", doel.hoe_zien_we_dat),
        ("cijfer", scale),
        ("doel van school (OPP)", doel.opp_doel),
        ("uit het familiegroepsplan", doel.familiedoel),
    )


def _actie(actie: ActieInvoer) -> tuple[tuple[str, str], ...]:
    when = "" if actie.wanneer is None else dag_met_jaar(actie.wanneer)
    return (("", actie.wat), ("wie", actie.wie), ("wanneer", when), ("", "klaar" if actie.klaar else ""))
