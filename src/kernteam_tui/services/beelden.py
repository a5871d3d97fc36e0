"""From facts to what a rule looks at: the deadlines and the day added (one place for every list)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kernteam_tui.data.queries.feiten import Welke, lees_feiten
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.feiten import CasusFeiten
from kernteam_tui.domain.kalender import Kalender
from kernteam_tui.domain.nadert import nadert
from kernteam_tui.domain.plantermijn import papier_vanaf, vaststellen_vanaf
from kernteam_tui.domain.signalen import Beeld
from kernteam_tui.domain.termijnen import kennismaking_uiterlijk, startgesprek_uiterlijk
from kernteam_tui.domain.wettelijk import PLAN_OP_PAPIER, PLAN_VASTGESTELD
from kernteam_tui.services.instellingen import InstellingenBeeld, get_instellingen
from kernteam_tui.services.kalenders import kalender_van, wettermijn_uiterlijk
from kernteam_tui.services.school import SchoolBeeld, list_scholen
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class Werkdag:
    """What holds for every casus today: settings, schools and their calendars."""

    instellingen: InstellingenBeeld
    scholen: tuple[SchoolBeeld, ...]
    kalenders: dict[str, Kalender]
    """Calendar by id of the school."""


def lees_werkdag(sessie: Sessie) -> Werkdag:
    """Settings, schools and calendars."""
    instellingen = get_instellingen(sessie)
    scholen = list_scholen(sessie)
    kalenders = {school.id: kalender_van(instellingen, school) for school in scholen}
    return Werkdag(instellingen, scholen, kalenders)


def lees_beelden(
    sessie: Sessie, werkdag: Werkdag, casus_id: str | None = None, *, welke: Welke = Welke.ALLE
) -> tuple[Beeld, ...]:
    """One casus, or else `welke`, as the rules look at them."""
    with sessie.lezen() as conn:
        feiten = lees_feiten(conn, casus_id, welke=welke)
    vandaag, nu = sessie.vandaag(), sessie.nu()
    return tuple(_beeld(werkdag, een, vandaag, nu) for een in feiten)


def _beeld(werkdag: Werkdag, feiten: CasusFeiten, vandaag: date, nu: datetime) -> Beeld:
    kalender = werkdag.kalenders[feiten.school_id]
    uiterlijk = startgesprek_uiterlijk(feiten.aangemeld, werkdag.instellingen.startgesprek_dagen)
    days = [vandaag + timedelta(days=n) for n in range((uiterlijk - vandaag).days + 1)][:60]
    known = all(kalender.is_bekend(day) for day in days)
    return Beeld(
        feiten=feiten,
        vandaag=vandaag,
        nu=nu,
        startgesprek_uiterlijk=uiterlijk,
        kennismaking_uiterlijk=kennismaking_uiterlijk(
            feiten.aangemeld, kalender, werkdag.instellingen.kennismaking_werkdagen
        ),
        schooldagen_over=sum(kalender.is_schooldag(day) for day in days) if known else None,
        stil_na_dagen=werkdag.instellingen.stil_na_dagen,
        straks=frozenset(
            g.id
            for g in feiten.gesprekken
            if g.staat.nog_te_houden and g.start > nu and nadert(dag_van(g.start), vandaag, kalender)
        ),
        plan_uiterlijk=wettermijn_uiterlijk(
            vaststellen_vanaf(feiten.familieplan, feiten.familieplan_op, feiten.begeleiding_gestart),
            PLAN_VASTGESTELD,
        ),
        papier_uiterlijk=wettermijn_uiterlijk(
            papier_vanaf(feiten.op_papier_gevraagd_op, feiten.op_papier_gegeven_op), PLAN_OP_PAPIER
        ),
    )
