"""Text from notes for the gezinsplan: linking a note to sections, and taking paragraphs over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import LogSoort, NotitieSoort, NotitieStaat
from kernteam_tui.domain.delen.melding import noemt_meldcode
from kernteam_tui.domain.gezinsplan import Citaat, Onderdeel
from kernteam_tui.domain.merken import Alinea, lees_alineas, verdeel, zonder_aanhaling
from kernteam_tui.domain.notitie import Notitie
from kernteam_tui.exchange.notitievragen import read_notitievragen
from kernteam_tui.services.gezinsplan import get_plan
from kernteam_tui.services.inzage import noteer_inzage
from kernteam_tui.services.notities import NotitieBeeld, get_notitie
from kernteam_tui.services.planbeeld import PlanBeeld, plan_van
from kernteam_tui.services.planvorm import eis_onderdeel, formaat_van_plan
from kernteam_tui.services.sessie import Sessie

MEEST = 60
"""As many notes are offered, newest first; of those that belong to the section all."""


@dataclass(frozen=True)
class Bronalinea:
    """A paragraph of a note; `staat_er_al`: its words stand in this section already."""

    alinea: Alinea
    staat_er_al: bool = False


@dataclass(frozen=True)
class Bronnotitie:
    """A note with something to take over. Questions of the note itself are no paragraphs."""

    id: str
    soort: NotitieSoort
    moment: datetime
    met_wie: str
    concept: bool
    hoort_erbij: bool
    """It was linked to this section."""
    alineas: tuple[Bronalinea, ...]


@dataclass(frozen=True)
class Notitiebron:
    """The notes of a casus for one section: first those linked to it, then the others; newest first."""

    notities: tuple[Bronnotitie, ...]
    over_meldcode: int
    """Notes that are not here because they name the meldcode or Veilig Thuis (domain 3.4)."""
    ouder: int
    """Older notes that are not here; search finds them."""


@dataclass(frozen=True)
class Onderdeelkeuze:
    """A section that a note can be linked to."""

    sleutel: str
    titel: str
    gekozen: bool


def lees_notitiebron(sessie: Sessie, casus_id: str, sleutel: str) -> Notitiebron:
    """What the notes of this casus have for a section; logged as looking into notes. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        onderdeel = plan_van(uow, uow.casussen.get(casus_id)).onderdeel(sleutel)
        notities = [n for n in uow.notities.find(casus_id=casus_id) if _hele_tekst(n).strip()]
        veilig = [notitie for notitie in notities if not noemt_meldcode(_hele_tekst(notitie))]
        veilig.sort(key=lambda n: (sleutel in n.onderdelen, n.moment), reverse=True)
        erbij = sum(1 for notitie in veilig if sleutel in notitie.onderdelen)
        getoond = veilig[: max(MEEST, erbij)]
        bron = Notitiebron(
            tuple(beeld for n in getoond if (beeld := _beeld(n, sleutel, onderdeel)).alineas),
            over_meldcode=len(notities) - len(veilig),
            ouder=len(veilig) - len(getoond),
        )
    noteer_inzage(sessie, "notities, voor het gezinsplan", casus_id)
    return bron


def neem_over(sessie: Sessie, casus_id: str, sleutel: str, alineas: tuple[Alinea, ...]) -> PlanBeeld:
    """Put these paragraphs in the section: `Citaat van Sara: …` as words of Sara, the rest under the
    toelichting. What stood there stays."""
    woorden, tekst = verdeel(alineas)
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        plan = plan_van(uow, casus)
        eis_onderdeel(uow, plan, sleutel)
        if plan.revision == 0:
            uow.plannen.add(plan)
        onderdeel = plan.onderdeel(sleutel)
        nieuw = tuple(Citaat(a.van, "nl", zonder_aanhaling(a.tekst)) for a in woorden)
        onderdeel.woorden = (*onderdeel.woorden, *(c for c in nieuw if c not in onderdeel.woorden))
        delen = (onderdeel.toelichting.rstrip("\n"), tekst)
        onderdeel.toelichting = "\n".join(deel for deel in delen if deel.strip())
        plan.gewijzigd = True
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: uit notities overgenomen", casus_id=casus_id)
        uow.commit()
    return get_plan(sessie, casus_id)


def list_onderdelen(sessie: Sessie, notitie_id: str) -> tuple[Onderdeelkeuze, ...]:
    """The sections of the plan of this family, with whether the note belongs to them; also those that it
    belongs to and that the plan does not have any more. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        notitie = uow.notities.get(notitie_id)
        plan = plan_van(uow, uow.casussen.get(notitie.casus_id))
        vast = formaat_van_plan(uow, plan, notitie.onderdelen).onderdelen
        return tuple(Onderdeelkeuze(o.sleutel, o.titel, o.sleutel in notitie.onderdelen) for o in vast)


def koppel_notitie(sessie: Sessie, notitie_id: str, sleutels: tuple[str, ...]) -> NotitieBeeld:
    """The sections that a note belongs to, instead of those of before; also of a finished note, whose text
    stays as it is. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        notitie = uow.notities.get(notitie_id)
        _eis_onderdelen(uow, notitie, sleutels)
        notitie.onderdelen = tuple(dict.fromkeys(sleutels))
        uow.log(LogSoort.GEWIJZIGD, "notitie: onderdelen van het plan", casus_id=notitie.casus_id)
        uow.commit()
    return get_notitie(sessie, notitie_id)


def _eis_onderdelen(uow: UnitOfWork, notitie: Notitie, sleutels: tuple[str, ...]) -> None:
    plan = plan_van(uow, uow.casussen.get(notitie.casus_id))
    for sleutel in set(sleutels) - set(notitie.onderdelen):
        eis_onderdeel(uow, plan, sleutel)


def _hele_tekst(notitie: Notitie) -> str:
    return "\n".join([notitie.tekst, *(addendum.tekst for addendum in notitie.addenda)])


def _beeld(notitie: Notitie, sleutel: str, onderdeel: Onderdeel) -> Bronnotitie:
    vragen = set(read_notitievragen(notitie.soort))
    alineas = (a for a in lees_alineas(_hele_tekst(notitie)) if a.met_merk not in vragen)
    return Bronnotitie(
        notitie.id,
        notitie.soort,
        notitie.moment,
        notitie.met_wie,
        notitie.staat is NotitieStaat.CONCEPT,
        sleutel in notitie.onderdelen,
        tuple(Bronalinea(alinea, _staat_in(alinea, onderdeel)) for alinea in alineas),
    )


def _staat_in(alinea: Alinea, onderdeel: Onderdeel) -> bool:
    tekst = zonder_aanhaling(alinea.tekst)
    uitgelegd = (ander.tekst for ander in lees_alineas(onderdeel.toelichting))
    return any(tekst == woorden.tekst for woorden in onderdeel.woorden) or alinea.tekst in uitgelegd
