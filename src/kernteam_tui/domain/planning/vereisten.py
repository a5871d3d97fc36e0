"""Who must be there (contract 4): the gezinswerker, whoever is named, and by reason one of the kernteam."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kernteam_tui.domain.codes import Reden, Rol
from kernteam_tui.domain.planning.tijd import PlanweekOngeldig
from kernteam_tui.domain.planning.week import Plancasus, Planweek

ROLLEN_BIJ_REDEN: Mapping[Reden, tuple[Rol, ...]] = {
    Reden.THUISZITTEN: (Rol.LEERPLICHTAMBTENAAR,),
    Reden.VERZUIM: (Rol.LEERPLICHTAMBTENAAR,),
    Reden.ZIEKTE: (Rol.JEUGDARTS, Rol.JEUGDVERPLEEGKUNDIGE),
    Reden.LEREN: (Rol.BEGELEIDER_PASSEND_ONDERWIJS,),
    Reden.SCHOOLLOOPBAAN: (Rol.BEGELEIDER_PASSEND_ONDERWIJS,),
    Reden.GEDRAG: (Rol.BEGELEIDER_PASSEND_ONDERWIJS,),
}
"""For a reason any one of these roles will do; a reason that is not here asks for nobody more."""


@dataclass(frozen=True)
class Vereiste:
    """One of the `kandidaten` must be there; `wie` is the id of a person or the (first) role asked.

    `rollen` is empty where a person is asked. Without kandidaten it cannot be met.
    """

    wie: str
    kandidaten: tuple[str, ...]
    rollen: tuple[Rol, ...] = ()


def vereisten(week: Planweek, casus: Plancasus) -> tuple[Vereiste, ...]:
    """Who must be there, without what `zonder` lifts; parents, room and school are not in it.

    Raises PlanweekOngeldig for an unknown id or role.
    """
    alle = (*_persoonlijk(week, casus), *_by_reden(week, casus))
    opgeheven = {vereiste for wie in casus.zonder for vereiste in _lifted(wie, alle, week)}
    return tuple(vereiste for vereiste in alle if vereiste not in opgeheven)


def aan_tafel(week: Planweek, casus: Plancasus) -> tuple[str, ...]:
    """Everybody who may come, sorted: the gezinswerker, whoever is named, the whole kernteam."""
    kernteam = week.school(casus.school).kernteam
    return tuple(sorted({casus.gezinswerker, *casus.verplicht, *kernteam}))


def _persoonlijk(week: Planweek, casus: Plancasus) -> tuple[Vereiste, ...]:
    ids = dict.fromkeys((casus.gezinswerker, *casus.verplicht))
    return tuple(Vereiste(week.mens(wie).id, (wie,)) for wie in ids)


def _by_reden(week: Planweek, casus: Plancasus) -> tuple[Vereiste, ...]:
    kernteam = week.school(casus.school).kernteam
    gevraagd = {ROLLEN_BIJ_REDEN[reden] for reden in casus.redenen if reden in ROLLEN_BIJ_REDEN}
    return tuple(
        Vereiste(rollen[0], tuple(lid for lid in kernteam if week.mens(lid).rol in rollen), rollen)
        for rollen in sorted(gevraagd)
    )


def _lifted(wie: str, alle: tuple[Vereiste, ...], week: Planweek) -> tuple[Vereiste, ...]:
    """What one line of `zonder` lifts: a person's own requirement goes before that of the role."""
    if week.kent(wie):
        eigen = tuple(vereiste for vereiste in alle if not vereiste.rollen and vereiste.wie == wie)
        return eigen or tuple(vereiste for vereiste in alle if wie in vereiste.kandidaten)
    if wie not in set(Rol):
        raise PlanweekOngeldig(f"Er is niemand met het id of de rol {wie}.")
    van_rol = tuple(vereiste for vereiste in alle if wie in vereiste.rollen)
    return van_rol or tuple(
        vereiste for vereiste in alle if not vereiste.rollen and week.mens(vereiste.wie).rol == wie
    )
