"""The pages that the demo already gave: made as any page is, through the deel-poort, of the last version."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.bladzijde import Bladwens
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.gezinsplancodes import Verstrekwijze
from kernteam_tui.exchange.bladzijde.vormen import maak_vorm
from kernteam_tui.exchange.voorbeeldplan import VoorbeeldVerstrekking
from kernteam_tui.services.bladzijde import maak_opdracht
from kernteam_tui.services.demo.gezinnen import Dossier
from kernteam_tui.services.demo.plannen import vind_persoon
from kernteam_tui.services.planbeeld import NEDERLANDS
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.verstrekkingen import noteer_bladzijde

_GELOGD = {Verstrekwijze.AFGEDRUKT: LogSoort.AFGEDRUKT, Verstrekwijze.BESTAND: LogSoort.GEEXPORTEERD}


@dataclass(frozen=True)
class TeGeven:
    """One page, for one reader, on one day."""

    casus_id: str
    lezer_id: str
    op: date
    wat: VoorbeeldVerstrekking


def te_geven(dossier: Dossier) -> Iterable[TeGeven]:
    """The pages that were given in this casus."""
    plan = dossier.beschrijving.plan
    for wat in plan.gegeven if plan is not None else ():
        lezer = vind_persoon(dossier, wat.aan)
        if lezer is not None:
            yield TeGeven(dossier.casus.id, lezer.id, dossier.dag(wat.dag), wat)


def geef_bladzijden(sessie: Sessie, bladzijden: Iterable[TeGeven]) -> None:
    """Note that these pages were given, as they were made on their days; no file is left. Logged.

    Raises the refusals of the deel-poort.
    """
    with sessie.unit_of_work() as uow:
        for een in bladzijden:
            wens = Bladwens(taal=een.wat.taal, met_nederlands=een.wat.taal != NEDERLANDS)
            opdracht = maak_opdracht(uow, een.casus_id, een.lezer_id, een.op, "", wens)
            noteer_bladzijde(
                uow,
                een.casus_id,
                een.lezer_id,
                opdracht.rol,
                opdracht.bladzijde,
                hoe=een.wat.hoe,
                vorm=een.wat.vorm,
                data=maak_vorm(opdracht.bladzijde, een.wat.vorm).data,
                gevraagd_door=een.wat.gevraagd_door,
            )
            what = f"bladzijde versie {opdracht.bladzijde.plan_versie}"
            uow.log(_GELOGD[een.wat.hoe], what, casus_id=een.casus_id, voor=opdracht.rol)
        uow.commit()
