"""Families for the tests of screens: typed in through the services, on a real store."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from kernteam_tui.domain.codes import AfsluitKenmerk, AfsluitSoort, GesprekSoort, GesprekStaat
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.afsluiting import AfsluitGegevens, sluit_casus
from kernteam_tui.services.gesprekken import GesprekGegevens, Uitkomst, leg_gesprek_vast, plan_gesprek
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie

SCHOOL = "Voorbeeldcollege"


def dagdelen(*namen: str) -> list[dict[str, str]]:
    """`di-ochtend` as in `school/1`."""
    return [dict(zip(("dag", "dagdeel"), naam.split("-"), strict=True)) for naam in namen]


def maak_school(sessie: Sessie, naam: str = SCHOOL, **anders: Any) -> None:
    """A school where leerplicht is in on Tuesday morning, and the worker on Tuesday and Thursday."""
    ik = {"rol": "gezinswerker", "naam": "Ik", "ik": True}
    save_school(
        sessie,
        {
            "naam": naam,
            "kernteam": [
                ik | {"aanwezig": dagdelen("di-ochtend", "di-middag", "do-middag")},
                {"rol": "leerplichtambtenaar", "naam": "Lia", "aanwezig": dagdelen("di-ochtend")},
            ],
        }
        | anders,
    )


def meld_aan(sessie: Sessie, roepnaam: str, dagen: int = 0, **anders: Any) -> str:
    """A casus, aangemeld so many days ago; its id."""
    achternaam = anders.pop("achternaam", "Yıldız")
    return register_aanmelding(
        sessie,
        {
            "jongere": {"roepnaam": roepnaam, "achternaam": achternaam},
            "ouders": [{"naam": "Fatma", "gezag": "ja"}],
            "school": SCHOOL,
            "klas": "3B",
            "aangemeld": (sessie.vandaag() - timedelta(days=dagen)).isoformat(),
            "redenen": ["thuiszitten"],
        }
        | anders,
    ).casus_id


def plan(
    sessie: Sessie, casus_id: str, soort: GesprekSoort, dag: date, uur: int, plek: str = "k. 1.12"
) -> str:
    """A talk of an hour; its id."""
    start = datetime(dag.year, dag.month, dag.day, uur, tzinfo=AMSTERDAM)
    return plan_gesprek(sessie, casus_id, GesprekGegevens(soort, start, plek=plek)).id


def houd_startgesprek(sessie: Sessie, casus_id: str, dag: date) -> None:
    """The startgesprek was held and the help began that day."""
    start = datetime(dag.year, dag.month, dag.day, 8, tzinfo=AMSTERDAM)
    gesprek = plan_gesprek(sessie, casus_id, GesprekGegevens(GesprekSoort.STARTGESPREK, start))
    leg_gesprek_vast(
        sessie, gesprek.id, gesprek.revision, Uitkomst(GesprekStaat.GEHOUDEN, begeleiding_gestart=dag)
    )


def sluit(sessie: Sessie, casus_id: str) -> None:
    """Closed today, according to plan."""
    sluit_casus(
        sessie,
        casus_id,
        AfsluitGegevens(AfsluitSoort.AFGESLOTEN, sessie.vandaag(), AfsluitKenmerk.VOLGENS_PLAN, True),
    )


def doelscherm(naam: str) -> type[KernteamScreen]:
    """A screen that shows nothing: to see in `argumenten` what another screen asked of it."""
    return type(f"Doel{naam.title()}", (KernteamScreen,), {"NAAM": naam, "TITEL": naam})


def geopend(app: Any) -> tuple[str, dict[str, Any]]:
    """Name and arguments of the screen on top."""
    return app.screen.NAAM, app.screen.argumenten
