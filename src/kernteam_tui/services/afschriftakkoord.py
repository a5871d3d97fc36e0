"""The pieces about who agrees with the plan, and about the familiegroepsplan, for a copy of the file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from kernteam_tui.domain.afschrift.stukken import Hoofdstuk, Regel, Stuk
from kernteam_tui.domain.bijlage import Bijlage
from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.gezinsplancodes import Familieplan
from kernteam_tui.domain.planakkoord import Akkoord
from kernteam_tui.domain.planformaat import AKKOORD
from kernteam_tui.services.afschriftdossier import Bron, Dossier
from kernteam_tui.services.afschriftplan import sluiters_van

DAARNA = "de tekst van het plan is nog veranderd"


def akkoordstukken(dossier: Dossier, plannen: Iterable[Gezinsplan], later: Collection[str]) -> Iterator[Bron]:
    """What each person said of each version: an act of that person, so for that person (`Dossier.daad`). The
    statement of one parent is not for the copy of the other. `later`: ids of what was said before the text
    was changed, as far as this reader may hear that (`services/laterveranderd`)."""
    for plan in plannen:
        sluiters = sluiters_van(plan, AKKOORD)
        for akkoord in sorted(plan.akkoorden, key=lambda een: (een.versie, een.op)):
            for stuk in (_standpunt(akkoord, veranderd=akkoord.id in later), _verklaring(akkoord)):
                bron = dossier.daad(stuk, akkoord.persoon_id)
                yield bron.onthouden() if dossier.houdt_achter(bron, sluiters) else bron


def familieplanstukken(
    dossier: Dossier, plannen: Iterable[Gezinsplan], bijlagen: Iterable[Bijlage]
) -> Iterator[Bron]:
    """What was answered when it was offered, and which files there are. What is in them cannot be read here:
    the worker gives them by hand."""
    for plan in plannen:
        answered = plan.familieplan is not Familieplan.ONBEKEND and plan.familieplan_op
        if answered:
            told = f"{plan.familieplan.label}, {dag_met_jaar(answered)}"
            yield dossier.vrij(
                Stuk(
                    f"familieplan:{plan.id}", Hoofdstuk.PLAN, "Familiegroepsplan", (Regel("antwoord", told),)
                )
            )
    for bijlage in bijlagen:
        regels = (Regel("bestand", bijlage.naam), Regel("ontvangen", dag_met_jaar(bijlage.ontvangen_op)))
        yield dossier.vrij(
            Stuk(f"bijlage:{bijlage.id}", Hoofdstuk.PLAN, "Familiegroepsplan, een eigen bestand", regels)
        )


def _standpunt(akkoord: Akkoord, *, veranderd: bool) -> Stuk:
    signed = "" if akkoord.getekend_op is None else dag_met_jaar(akkoord.getekend_op)
    under = "getekend, voordat dit gezegd is" if akkoord.eerder_getekend else "getekend"
    paren = (
        (akkoord.naam, akkoord.standpunt.label),
        ("omdat", akkoord.omdat),
        ("daarna", DAARNA if veranderd else ""),
        (under, signed),
    )
    return Stuk(f"akkoord:{akkoord.id}", Hoofdstuk.PLAN, f"Akkoord, {_waar(akkoord)}", _regels(*paren))


def _verklaring(akkoord: Akkoord) -> Stuk:
    said = _regels(("", akkoord.verklaring))
    kop = f"Verklaring bij het gezinsplan, {_waar(akkoord)}"
    return Stuk(f"verklaring:{akkoord.id}", Hoofdstuk.VERKLARINGEN, kop, said)


def _waar(akkoord: Akkoord) -> str:
    return f"versie {akkoord.versie}, {dag_met_jaar(akkoord.op)}"


def _regels(*paren: tuple[str, str]) -> tuple[Regel, ...]:
    return tuple(Regel(label, tekst.strip()) for label, tekst in paren if tekst.strip())
