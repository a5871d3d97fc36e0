"""That a plan was changed after somebody agreed, as far as one reader may hear it.

Whose words changed may be no business of the reader (Jeugdwet 7.3.10), nor that they did: it is told only
where what this reader reads of the plan says something else.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort
from kernteam_tui.domain.delen.deelvraag import Feit, Geval
from kernteam_tui.domain.delen.doorlaat import Doorgelaten, laat_door
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.planakkoord import Akkoord
from kernteam_tui.domain.planformaat import Invul
from kernteam_tui.services.afschriftdossier import Bron
from kernteam_tui.services.akkoordtekst import inhoud_toen
from kernteam_tui.services.deelpoort import Poort
from kernteam_tui.services.planpapierdelen import Versie, als_versie, bronnen, papierdelen

_LIJSTEN = (Invul.DOELEN, Invul.ACTIES, Invul.EVALUATIE)
"""Sections of which more counts than a part shows: a day, a wish."""
_Gelezen = Mapping[str, frozenset[tuple[tuple[str, str], ...]]]
"""Key of a section -> what this reader reads in it."""


@dataclass(frozen=True)
class Weging:
    """What of a plan passes, and which parts wait until the worker read them."""

    passed: Doorgelaten
    held: frozenset[str]


def weeg(alles: Collection[Bron], gevallen: tuple[Geval, ...], gelezen: Collection[str] | None) -> Weging:
    """Let the parts pass the deel-poort. `gelezen`: ids of what the worker read and lets go; None: all of
    it."""
    allowed = laat_door((bron.feit for bron in alles), *gevallen).ids
    held = frozenset(bron.stuk.id for bron in alles if bron.eerst_lezen and bron.stuk.id in allowed)
    waits = frozenset[str]() if gelezen is None else held - set(gelezen)
    return Weging(laat_door((_feit(bron, waits, gevallen) for bron in alles), *gevallen), held)


def later_veranderd(
    poort: Poort, gevallen: tuple[Geval, ...], versie: Versie, gelezen: Collection[str] | None
) -> frozenset[str]:
    """Ids of the akkoorden with this version of which this reader may hear that the text changed after it."""
    changed = [een for een in versie.akkoorden if een.id in versie.veranderd]
    if gevallen[0].lezer.soort is LezerSoort.GEZINSWERKER:
        return frozenset(een.id for een in changed)
    nu = _gelezen(poort, gevallen, versie, gelezen) if changed else {}
    return frozenset(
        een.id
        for een in changed
        if _anders(nu, _gelezen(poort, gevallen, _toen(versie, een), gelezen), versie, een)
    )


def later_veranderd_in(
    uow: UnitOfWork, poort: Poort, gevallen: tuple[Geval, ...], plannen: Collection[Gezinsplan]
) -> frozenset[str]:
    """As `later_veranderd`, of every version of these plans; what waits to be read counts as read."""
    found: set[str] = set()
    for plan in plannen:
        frozen = {versie.nummer: versie for versie in plan.versies}
        for nummer in {akkoord.versie for akkoord in plan.akkoorden if akkoord.tekst_toen}:
            found |= later_veranderd(poort, gevallen, als_versie(uow, plan, frozen.get(nummer)), None)
    return frozenset(found)


def _toen(versie: Versie, akkoord: Akkoord) -> Versie:
    return replace(versie, inhoud=inhoud_toen(akkoord) or versie.inhoud, akkoorden=(), veranderd={})


def _gelezen(
    poort: Poort, gevallen: tuple[Geval, ...], versie: Versie, gelezen: Collection[str] | None
) -> _Gelezen:
    passed = weeg(bronnen(poort, gevallen, versie), gevallen, gelezen).passed.ids
    read: dict[str, set[tuple[tuple[str, str], ...]]] = {}
    for een in papierdelen(versie):
        if een.deel.id in passed:
            read.setdefault(een.sleutel, set()).add(een.deel.regels)
    return {sleutel: frozenset(said) for sleutel, said in read.items()}


def _anders(nu: _Gelezen, toen: _Gelezen, versie: Versie, akkoord: Akkoord) -> bool:
    lists = {versie.sleutel_van(invul) for invul in _LIJSTEN}
    for sleutel in versie.veranderd[akkoord.id]:
        if sleutel in lists and (sleutel in nu or sleutel in toen):
            return True
        if nu.get(sleutel) != toen.get(sleutel):
            return True
    return False


def _feit(bron: Bron, held: Collection[str], gevallen: tuple[Geval, ...]) -> Feit:
    """What may name another counts as the words of another until it was read; for the worker herself as a
    note of the meldcode, the only thing that is held from her own print."""
    if bron.stuk.id not in held:
        return bron.feit
    own = gevallen[0].lezer.soort is LezerSoort.GEZINSWERKER
    kept = Gegeven.MELDCODE if own else Gegeven.WOORDEN_ANDER
    return replace(bron.feit, gegeven=kept, over_id="")
