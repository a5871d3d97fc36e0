"""The content of one version as a value that can be laid beside that of another."""

from __future__ import annotations

from collections.abc import Iterable

from kernteam_tui.domain.doelmeting import Meting
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.planverschil.plan import (
    Actiestand,
    Blikstand,
    Doelstand,
    Onderdeelstand,
    Planstand,
    Terugblik,
)
from kernteam_tui.exchange.formaten.planversie import DoelInhoud, MetingInhoud, OnderdeelInhoud, PlanInhoud


def stand_van(inhoud: PlanInhoud) -> Planstand:
    """What stands in the sections, goals and actions; fields as they are kept."""
    return Planstand(
        onderdelen={sleutel: _onderdeel(deel) for sleutel, deel in inhoud.onderdelen.items()},
        doelen=tuple(_doel(doel) for doel in inhoud.doelen),
        acties=tuple(Actiestand(a.wat, a.wie, a.wanneer, a.klaar) for a in inhoud.acties),
        evaluatie_op=inhoud.evaluatie_op,
        evaluatie_uitkomst=inhoud.evaluatie_uitkomst,
    )


def terugblik(metingen: Iterable[Meting | MetingInhoud]) -> Terugblik | None:
    """The last look of these that says what came of the goal."""
    looks = [Terugblik(m.op, m.uitkomst, m.tekst, m.van) for m in metingen if m.uitkomst is not None]
    return max(looks, key=lambda look: look.op, default=None)


def _onderdeel(deel: OnderdeelInhoud) -> Onderdeelstand:
    woorden = tuple(Citaat(w.van, w.taal, w.tekst, w.op_bladzijde) for w in deel.woorden)
    return Onderdeelstand(woorden, deel.toelichting, dict(deel.velden))


def _doel(doel: DoelInhoud) -> Doelstand:
    return Doelstand(
        wat=doel.wat,
        van=doel.van,
        nu=doel.nu,
        gewenst=doel.gewenst,
        hoe_zien_we_dat=doel.hoe_zien_we_dat,
        opp_doel=doel.opp_doel,
        opp_afgestemd_op=doel.opp_afgestemd_op,
        familiedoel=doel.familiedoel,
        terugblik=terugblik(doel.metingen),
        blikken=tuple(
            Blikstand(m.op, m.cijfer, m.tekst, m.van) for m in sorted(doel.metingen, key=lambda m: m.op)
        ),
    )
