"""Which parent may read the plan at the table: the deel-poort says it, as for the plan on paper."""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.codes import Gezagstand
from kernteam_tui.domain.delen.deelpoort import beslis
from kernteam_tui.domain.delen.deelvraag import Deelvraag, Feit
from kernteam_tui.domain.delen.weigeren import weiger
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.services.deelpoort import Poort, lees_poort
from kernteam_tui.services.planbeeld import ouders_van
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class Tafelouder:
    """A parent before the plan is opened with them; in the order of `PlanBeeld.ouders`."""

    id: str
    juridisch: bool
    """A living parent by law: one of those who sit there when the parents are there together."""
    gezag_onbekend: bool
    """Of one jongere or more: nothing is shown before that is known."""
    bezwaar: RegelGeweigerd | None
    """Why this parent may not read it; None where nothing stands in the way."""


def get_tafelouders(sessie: Sessie, casus_id: str) -> tuple[Tafelouder, ...]:
    """What gezag says of each parent. With gezag nothing stands in the way: what a jongere of 16 or older
    keeps back is decided for each section (`domain/ouderszien`). Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        poort = lees_poort(uow, casus_id, sessie.vandaag())
        return tuple(_tafelouder(poort, ouder_id) for ouder_id in ouders_van(poort.gezin, poort.casus))


def _tafelouder(poort: Poort, ouder_id: str) -> Tafelouder:
    bezwaar = None
    onbekend = False
    for geval in poort.gevallen(ouder_id, Uitweg.PLAN):
        oordeel = beslis(Deelvraag(geval, Feit("plan", Gegeven.INHOUD)))
        if oordeel.mag or geval.lezer.stand is Gezagstand.JA:
            continue
        decides = geval.lezer.soort in (LezerSoort.OUDER, LezerSoort.VOOGD)
        onbekend = onbekend or (decides and geval.lezer.stand is Gezagstand.ONBEKEND)
        bezwaar = bezwaar or weiger(oordeel)
    juridisch = any(band.ouder_id == ouder_id for band in poort.ouders())
    return Tafelouder(ouder_id, juridisch, onbekend, bezwaar)
