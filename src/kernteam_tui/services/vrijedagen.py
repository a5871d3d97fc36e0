"""Her own days: free days, public holidays that she swapped, and the way between her schools."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.instellingen import Reistijd, Vrijedag
from kernteam_tui.domain.kalender import DatumBuitenBereik, FeestdagRegels, is_weekend
from kernteam_tui.exchange.feestdagen import feestdagen_van
from kernteam_tui.services.instellingen import InstellingenBeeld, beeld_van, get_instellingen
from kernteam_tui.services.school import list_scholen
from kernteam_tui.services.sessie import Sessie

LANGSTE = timedelta(days=366)
LANGSTE_REIS = 240
"""Minutes."""
LANGSTE_TEKST = 60
VOORUIT = timedelta(days=366)


@dataclass(frozen=True)
class Feestdag:
    """A public holiday that falls on a Monday up to and including a Friday."""

    dag: date
    naam: str


@dataclass(frozen=True)
class Schoolpaar:
    """Two of her schools, and the minutes between them; None where not known."""

    een: str
    ander: str
    naam_een: str
    naam_ander: str
    minuten: int | None


@dataclass(frozen=True)
class EigenDagenBeeld:
    """The settings, with what can be chosen from."""

    instellingen: InstellingenBeeld
    feestdagen: tuple[Feestdag, ...]
    """From the first day of this month until a year from now, and those swapped before."""
    paren: tuple[Schoolpaar, ...]


def get_eigen_dagen(sessie: Sessie) -> EigenDagenBeeld:
    """Her settings, the holidays that she can swap, and each pair of schools once."""
    beeld = get_instellingen(sessie)
    known = {frozenset((reis.een, reis.ander)): reis.minuten for reis in beeld.reistijden}
    paren = tuple(
        Schoolpaar(een.id, ander.id, een.naam, ander.naam, known.get(frozenset((een.id, ander.id))))
        for een, ander in combinations(list_scholen(sessie), 2)
    )
    return EigenDagenBeeld(beeld, _feestdagen(sessie.vandaag(), beeld), paren)


def zet_vrije_dagen(sessie: Sessie, vrije_dagen: Iterable[Vrijedag]) -> InstellingenBeeld:
    """These are her free days, and no others. Raises InhoudOngeldig."""
    dagen = tuple(sorted(vrije_dagen))
    for vrij in dagen:
        if vrij.tot_en_met < vrij.van:
            raise InhoudOngeldig("De laatste vrije dag ligt vóór de eerste.", "Verbeter een van de twee.")
        if vrij.tot_en_met - vrij.van > LANGSTE:
            raise InhoudOngeldig("Zo lang kan niet in één regel.", "Kies hooguit een jaar.")
    schoon = tuple(Vrijedag(v.van, v.tot_en_met, " ".join(v.wat.split())[:LANGSTE_TEKST]) for v in dagen)
    with sessie.unit_of_work() as uow:
        instellingen = uow.instellingen()
        instellingen.vrije_dagen = schoon
        uow.log(LogSoort.GEWIJZIGD, "instellingen: vrije dagen")
        beeld = beeld_van(instellingen)
        uow.commit()
    return beeld


def zet_ruildagen(sessie: Sessie, dagen: Iterable[date]) -> InstellingenBeeld:
    """On these public holidays she works (cao Sociaal Werk 5.9). Raises InhoudOngeldig for another day."""
    with sessie.unit_of_work() as uow:
        instellingen = uow.instellingen()
        regels = beeld_van(instellingen).feestdagregels
        ruildagen = tuple(sorted(set(dagen)))
        for dag in ruildagen:
            # one that was swapped stays, also where a setting made it a working day since
            if dag not in instellingen.ruildagen and not _is_feestdag(dag, regels):
                raise InhoudOngeldig("Ruilen kan alleen een feestdag door de week.", "Kies een feestdag.")
        instellingen.ruildagen = ruildagen
        uow.log(LogSoort.GEWIJZIGD, "instellingen: ruildagen")
        beeld = beeld_van(instellingen)
        uow.commit()
    return beeld


def zet_reistijd(sessie: Sessie, een: str, ander: str, minuten: int | None) -> InstellingenBeeld:
    """The minutes between two schools, both ways; None: not known.

    Raises InhoudOngeldig, and NietGevonden for a school that is not there.
    """
    if een == ander or (minuten is not None and not 0 <= minuten <= LANGSTE_REIS):
        raise InhoudOngeldig(f"Kies een getal van 0 tot en met {LANGSTE_REIS} minuten.")
    with sessie.unit_of_work() as uow:
        pair = {uow.scholen.get(een).id, uow.scholen.get(ander).id}
        instellingen = uow.instellingen()
        rest = [reis for reis in instellingen.reistijden if {reis.een, reis.ander} != pair]
        rest += [Reistijd(een, ander, minuten)] if minuten is not None else []
        instellingen.reistijden = tuple(rest)
        uow.log(LogSoort.GEWIJZIGD, "instellingen: reistijden")
        beeld = beeld_van(instellingen)
        uow.commit()
    return beeld


def _feestdagen(vandaag: date, beeld: InstellingenBeeld) -> tuple[Feestdag, ...]:
    begin = vandaag.replace(day=1)
    gevonden: dict[date, str] = {}
    eind = vandaag + VOORUIT
    jaren = {vandaag.year, eind.year, *(dag.year for dag in beeld.ruildagen)}
    for jaar in sorted(jaren):
        for dag, naam in _van_jaar(jaar, beeld.feestdagregels).items():
            if not is_weekend(dag) and (begin <= dag <= eind or dag in beeld.ruildagen):
                gevonden[dag] = naam
    gevonden.update({dag: "ruildag" for dag in beeld.ruildagen if dag not in gevonden})
    return tuple(Feestdag(dag, naam) for dag, naam in sorted(gevonden.items()))


def _van_jaar(jaar: int, regels: FeestdagRegels) -> dict[date, str]:
    try:
        return dict(feestdagen_van(jaar, regels))
    except DatumBuitenBereik:
        return {}


def _is_feestdag(dag: date, regels: FeestdagRegels) -> bool:
    return not is_weekend(dag) and dag in _van_jaar(dag.year, regels)
