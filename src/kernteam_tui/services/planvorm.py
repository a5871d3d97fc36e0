"""In which format a gezinsplan is read: one of the program, or one of the organisation, kept in the store.

Everything that stands in a plan has a place in what this gives, also after the plan went over to a format or
a variant that does not ask it any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.domain.gezinsplan import Gezinsplan, Onderdeel
from kernteam_tui.domain.planformaat import PlanFormaat
from kernteam_tui.exchange.formaten.planformaat import lees_planformaat
from kernteam_tui.exchange.formaten.planversie import PlanInhoud
from kernteam_tui.exchange.planformaat import HUIDIG, VAN_HET_PROGRAMMA, read_planformaat

Geschreven = Mapping[str, tuple[str, ...]]
"""Key of a section -> keys of its fields in which something stands."""


def formaat_met_naam(uow: UnitOfWork, naam: str) -> PlanFormaat:
    """That format. Raises NietGevonden where neither the program nor the store has it."""
    own = () if naam in VAN_HET_PROGRAMMA else uow.formaten.find(naam=naam)
    return formaat_uit(naam, {eigen.naam: eigen.inhoud for eigen in own})


def formaat_uit(naam: str, eigen: Mapping[str, str]) -> PlanFormaat:
    """That format, of the program or of `eigen` (name -> the whole file). Raises NietGevonden."""
    if naam in VAN_HET_PROGRAMMA:
        return read_planformaat(naam)
    if naam in eigen:
        return _lees(eigen[naam])
    raise NietGevonden(
        "Het planformaat waarin dit plan is geschreven, staat niet in deze kluis.",
        "Lees het formaatbestand opnieuw in: F12, planformaten.",
    )


def formaat_in_gebruik(uow: UnitOfWork) -> str:
    """Name of the format in which new plans are begun."""
    return next((eigen.naam for eigen in uow.formaten.find(in_gebruik=True)), HUIDIG)


def nieuw_plan(uow: UnitOfWork, gezin_id: str) -> Gezinsplan:
    """An empty plan, not yet in the store."""
    return Gezinsplan(gezin_id=gezin_id, formaat=formaat_in_gebruik(uow))


def formaat_van_plan(uow: UnitOfWork, plan: Gezinsplan, ook: Iterable[str] = ()) -> PlanFormaat:
    """In the variant of the plan as it is now, with all in which something stands, and sections `ook`."""
    written: dict[str, tuple[str, ...]] = dict.fromkeys(ook, ())
    written |= {o.sleutel: _gevuld(o) for o in plan.onderdelen}
    return _in_vorm(uow, plan.formaat, plan.variant, written)


def formaat_van_versie(
    uow: UnitOfWork, plan: Gezinsplan, inhoud: PlanInhoud, naast: PlanInhoud | None = None
) -> PlanFormaat:
    """In the format and the variant in which that version was made; also with what stands only in `naast`."""
    written: dict[str, tuple[str, ...]] = {}
    for een in (inhoud, naast or inhoud):
        for sleutel, deel in een.onderdelen.items():
            filled = (veld for veld, tekst in deel.velden.items() if tekst.strip())
            written[sleutel] = tuple(dict.fromkeys((*written.get(sleutel, ()), *filled)))
    return _in_vorm(uow, inhoud.formaat or plan.formaat, inhoud.variant, written)


def eis_onderdeel(uow: UnitOfWork, plan: Gezinsplan, sleutel: str) -> None:
    """Raises InhoudOngeldig for a section that neither the format of the plan nor the plan itself has."""
    if all(onderdeel.sleutel != sleutel for onderdeel in plan.onderdelen):
        formaat_met_naam(uow, plan.formaat).require(sleutel)


def alle_formaten(uow: UnitOfWork) -> Iterator[PlanFormaat]:
    """Those of the program, the newest first, and those of the organisation, the last read in first."""
    yield from map(read_planformaat, VAN_HET_PROGRAMMA)
    yield from (_lees(eigen.inhoud) for eigen in reversed(uow.formaten.find()))


def laat_lege_los(plan: Gezinsplan, formaat: PlanFormaat) -> None:
    """Take away sections in which nothing stands and that this format does not have."""
    known = set(formaat.in_variant(plan.variant).sleutels)
    plan.onderdelen[:] = [o for o in plan.onderdelen if o.sleutel in known or _staat_er_iets(o)]


def _in_vorm(uow: UnitOfWork, naam: str, variant: PlanVariant, written: Geschreven) -> PlanFormaat:
    formaat = formaat_met_naam(uow, naam)
    shown = formaat.in_variant(variant)
    return shown if shown.toont(written) else formaat.met_alles(variant, written, tuple(alle_formaten(uow)))


def _gevuld(onderdeel: Onderdeel) -> tuple[str, ...]:
    return tuple(veld.sleutel for veld in onderdeel.velden if veld.tekst.strip())


def _staat_er_iets(onderdeel: Onderdeel) -> bool:
    written = onderdeel.woorden or onderdeel.toelichting.strip() or _gevuld(onderdeel)
    return bool(written or onderdeel.ouders_zien)


@lru_cache(maxsize=16)
def _lees(inhoud: str) -> PlanFormaat:
    """Kept by its text: a format in the store is read again and again and never changes."""
    return lees_planformaat(inhoud)
