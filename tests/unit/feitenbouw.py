"""Facts of a casus for tests of rules: an ordinary one, of which a test says only what matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, JaNeeOnbekend, Reden
from kernteam_tui.domain.feiten import CasusFeiten, GesprekFeit, JongereFeit, OuderFeit
from kernteam_tui.domain.plantermijn import papier_vanaf, vaststellen_vanaf
from kernteam_tui.domain.signalen import Beeld
from kernteam_tui.domain.wettelijk import PLAN_OP_PAPIER, PLAN_VASTGESTELD, Wettermijn, wettelijk_uiterlijk
from kernteam_tui.exchange.kalender import build_atw_kalender

MAANDAG = date(2026, 11, 23)

NIEUW = CasusFeiten(
    casus_id="c1",
    nummer="2026-031",
    gezin_id="g1",
    school_id="s1",
    school="De Brug",
    jongere="Sami Y.",
    jongere_naam="Sami Yilmaz",
    klas="3B",
    aangemeld=date(2026, 11, 20),
    redenen=(Reden.THUISZITTEN,),
    spoed=False,
    ouders_weten=True,
    ouders=(OuderFeit("o1", "Fatma Yilmaz", JaNeeOnbekend.JA),),
    kennismaking_aangeboden_op=None,
    kennismaking_reden_later=None,
    startgesprek_reden_later="",
    begeleiding_gestart=None,
    zorg_zonder_vraag=False,
    volgende_poging=None,
    afsluiting=None,
    afgesloten_op=None,
    gesprekken=(),
    laatste_contact=None,
    pogingen=0,
    oudste_concept=None,
    plan_id=None,
    plan_versie=0,
    plan_gewijzigd=False,
    plan_gemaakt_op=None,
    evaluatie_op=None,
    evaluatie_uitkomst="",
    acties=(),
    terugkoppelingen=(),
    jongeren=(JongereFeit("j1", "Sami", date(2012, 5, 4)),),
    regisseur="Fatma Yilmaz",
    maatje="Tom",
)
"""Came in on Friday; nothing has happened yet."""


def feiten(**anders: Any) -> CasusFeiten:
    """The new casus, with these facts different."""
    return replace(NIEUW, **anders)


def geboren(dag: date, roepnaam: str = "Sami", **anders: Any) -> JongereFeit:
    """A jongere born on that day."""
    return JongereFeit("j1", roepnaam, dag, **anders)


def gesprek(soort: GesprekSoort, staat: GesprekStaat, dag: date, uur: int = 9) -> GesprekFeit:
    """A talk of an hour; `uur` in UTC."""
    start = datetime(dag.year, dag.month, dag.day, uur, tzinfo=UTC)
    return GesprekFeit(f"{soort}-{dag}", soort, staat, start, 60, "")


def beeld(facts: CasusFeiten, vandaag: date = MAANDAG, **anders: Any) -> Beeld:
    """As the rules look at it: the week ends on Friday 27 November."""
    values: dict[str, Any] = {
        "feiten": facts,
        "vandaag": vandaag,
        "nu": datetime(vandaag.year, vandaag.month, vandaag.day, 12, tzinfo=UTC),
        "startgesprek_uiterlijk": date(2026, 11, 27),
        "kennismaking_uiterlijk": date(2026, 11, 27),
        "schooldagen_over": 5,
        "plan_uiterlijk": _uiterlijk(
            vaststellen_vanaf(facts.familieplan, facts.familieplan_op, facts.begeleiding_gestart),
            PLAN_VASTGESTELD,
        ),
        "papier_uiterlijk": _uiterlijk(
            papier_vanaf(facts.op_papier_gevraagd_op, facts.op_papier_gegeven_op), PLAN_OP_PAPIER
        ),
    }
    return Beeld(**{**values, **anders})


def _uiterlijk(vanaf: date | None, termijn: Wettermijn) -> date | None:
    return None if vanaf is None else wettelijk_uiterlijk(vanaf, termijn, build_atw_kalender())
