"""On which text somebody agreed with the plan, and what was changed in it since (S92).

What stood in the plan in progress goes along with an akkoord, until the version is frozen with the same text.
Nothing is kept of a frozen version: that is its own text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.planakkoord import Akkoord
from kernteam_tui.domain.planverschil.kern import veranderd
from kernteam_tui.exchange.formaten.planversie import PlanInhoud, lees_planversie, schrijf_planversie
from kernteam_tui.services.planinhoud import inhoud_van, inhoud_van_versie
from kernteam_tui.services.planstand import stand_van

Veranderd = Mapping[str, frozenset[str]]
"""Id of an akkoord -> keys of the sections that say something else since; only of who agreed before that."""


def tekst_bij_akkoord(plan: Gezinsplan, nummer: int) -> str:
    """What to keep with what somebody says of this version now; empty of a frozen one."""
    if nummer <= plan.versie:
        return ""
    return schrijf_planversie(zonder_akkoorden(inhoud_van(plan)))


def veranderd_na_akkoord(plan: Gezinsplan, nummer: int) -> Veranderd:
    """Of everybody who said something of this version when it said something else than it does (frozen) or
    than it says now (in progress)."""
    older = [akkoord for akkoord in plan.akkoorden_bij(nummer) if akkoord.tekst_toen]
    return dict(_veranderd(older, inhoud_van_nummer(plan, nummer))) if older else {}


def laat_gelijke_tekst_los(plan: Gezinsplan, nummer: int) -> None:
    """A version was frozen: who agreed with its very text needs no copy of it any more."""
    later = veranderd_na_akkoord(plan, nummer)
    for akkoord in plan.akkoorden_bij(nummer):
        if akkoord.id not in later:
            akkoord.tekst_toen = ""


def inhoud_toen(akkoord: Akkoord) -> PlanInhoud | None:
    """What stood in the plan when this was said; None where that is the text of the version itself."""
    return lees_planversie(akkoord.tekst_toen) if akkoord.tekst_toen else None


def inhoud_van_nummer(plan: Gezinsplan, nummer: int) -> PlanInhoud:
    """Of that frozen version; else of the plan in progress."""
    frozen = next((versie for versie in plan.versies if versie.nummer == nummer), None)
    return inhoud_van(plan) if frozen is None else inhoud_van_versie(frozen)


def zonder_akkoorden(inhoud: PlanInhoud) -> PlanInhoud:
    """What stands in it but for who agrees, which is about it."""
    return inhoud.model_copy(update={"akkoorden": ()})


def _veranderd(akkoorden: list[Akkoord], inhoud: PlanInhoud) -> Iterator[tuple[str, frozenset[str]]]:
    as_kept, now = schrijf_planversie(zonder_akkoorden(inhoud)), stand_van(inhoud)
    kept = {akkoord.tekst_toen for akkoord in akkoorden} - {as_kept}  # each is read once, what is equal never
    changed = {tekst: veranderd(stand_van(lees_planversie(tekst)), now) for tekst in kept}
    yield from ((een.id, changed[een.tekst_toen]) for een in akkoorden if changed.get(een.tekst_toen))
