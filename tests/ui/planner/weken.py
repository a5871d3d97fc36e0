"""Made-up weeks for the planner, and a real store with two schools."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from kernteam_tui.domain.codes import Dagdeel, GesprekSoort, GesprekStaat, Rol
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.planning.week import Bezetstaat
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.weekplanner import (
    Bezetstuk,
    Dagkop,
    Gedeeldstuk,
    Moment,
    OpenStart,
    PartnerWeek,
    SchoolWeek,
    Stuk,
    WeekBeeld,
    Weekgesprek,
)

MAANDAG = date(2026, 11, 23)
DAGEN = tuple(MAANDAG + timedelta(days=n) for n in range(5))
OCHTEND = Stuk(time(8, 30), time(12, 30))
BRUG, KOMPAS = "Voorbeeldcollege De Brug", "Voorbeeldschool Het Kompas"
LEEG: tuple[Any, ...] = ((), (), (), (), ())


def op(dag: int, klok: str) -> datetime:
    """A moment of the week; 0 is Monday."""
    uur, minuut = klok.split(":")
    return datetime.combine(DAGEN[dag], time(int(uur), int(minuut)), AMSTERDAM)


def gesprek(dag: int, klok: str, minuten: int = 60, **anders: Any) -> Weekgesprek:
    """A startgesprek of Noor."""
    velden: dict[str, Any] = {
        "gesprek_id": f"g-{dag}-{klok}",
        "casus_id": "c-1",
        "casus": "2026-029",
        "jongere": "Noor B.",
        "school_id": "s-0",
        "school": BRUG,
        "soort": GesprekSoort.STARTGESPREK,
        "staat": GesprekStaat.GEPLAND,
        "start": op(dag, klok),
        "minuten": minuten,
        "plek": f"{BRUG}, kamer 1.12",
        "te_laat": "",
    }
    return Weekgesprek(**{**velden, **anders})


def partner(rol: Rol, *dagen: int, **anders: Any) -> PartnerWeek:
    """In on the mornings of these days."""
    velden: dict[str, Any] = {
        "partner_id": rol.value,
        "rol": rol,
        "naam": f"{rol.label} X",
        "ik": rol is Rol.GEZINSWERKER,
        "aanwezig": tuple((OCHTEND,) if nr in dagen else () for nr in range(5)),
        "bezet": LEEG,
        "weg": ("",) * 5,
        "agenda": "",
    }
    return PartnerWeek(**{**velden, **anders})


def school(
    nummer: int = 0,
    partners: Iterable[PartnerWeek] = (),
    dicht: dict[int, str] | None = None,
    samen: tuple[Any, ...] = LEEG,
    **dagkop: Any,
) -> SchoolWeek:
    """A school; `dicht`: number of a day -> why it is closed."""
    koppen = tuple(
        Dagkop(dag, (dicht or {}).get(nr, ""), **{"bekend": True, "toetsen": False, **dagkop})
        for nr, dag in enumerate(DAGEN)
    )
    naam = (BRUG, KOMPAS)[nummer] if nummer < 2 else f"School {nummer}"
    return SchoolWeek(f"s-{nummer}", naam, koppen, tuple(partners), samen)


def week(
    *gesprekken: Weekgesprek, scholen: Iterable[SchoolWeek] = (), open_: Iterable[OpenStart] = ()
) -> WeekBeeld:
    """The week of 23 November 2026."""
    return WeekBeeld(MAANDAG, MAANDAG, tuple(scholen) or (school(),), gesprekken, tuple(open_))


def samen_op(dag: int, aantal: int, *, met_mij: bool) -> tuple[Any, ...]:
    """Together on the morning of one day."""
    stuk = Gedeeldstuk(OCHTEND.van, OCHTEND.tot, aantal, met_mij)
    return tuple((stuk,) if nr == dag else () for nr in range(5))


def bezet(van: str, tot: str) -> Bezetstuk:
    """No time, by a calendar."""
    return Bezetstuk(time.fromisoformat(van), time.fromisoformat(tot), Bezetstaat.BEZET)


def moment(dag: int = 1, klok: str = "10:00", **anders: Any) -> Moment:
    """A proposal with leerplicht."""
    velden: dict[str, Any] = {
        "start": op(dag, klok),
        "minuten": 60,
        "ruimte": "1.12",
        "plek": f"{BRUG}, kamer 1.12",
        "wie": (),
        "erbij": "leerplicht",
        "niet_erbij": "JGZ",
        "kenmerken": (),
        "uitleg": "di 24 nov 10:00: leerplicht erbij",
    }
    return Moment(**{**velden, **anders})


def open_start(**anders: Any) -> OpenStart:
    """A casus with a proposal."""
    velden: dict[str, Any] = {
        "casus_id": "c-9",
        "casus": "2026-031",
        "jongere": "Sami Y.",
        "school_id": "s-0",
        "school": BRUG,
        "uiterlijk": date(2026, 11, 27),
        "dagen": 4,
        "schooldagen": 4,
        "spoed": False,
        "keuze": "",
        "voorstel": moment(),
        "waarom_niet": (),
    }
    return OpenStart(**{**velden, **anders})


# --- a real store --------------------------------------------------------------------------------


def maak_scholen(sessie: Sessie) -> tuple[str, str]:
    """De Brug on Monday and Tuesday, Het Kompas on Thursday, with leerplicht and JGZ at both; their ids."""
    return (
        save_school(sessie, _school(BRUG, "1.12", "ma", "di")).id,
        save_school(sessie, _school(KOMPAS, "0.04", "do")).id,
    )


def _school(naam: str, kamer: str, *dagen: str) -> dict[str, Any]:
    aanwezig = [{"dag": dag, "dagdeel": deel.value} for dag in dagen for deel in Dagdeel]
    rollen = (Rol.GEZINSWERKER, Rol.LEERPLICHTAMBTENAAR, Rol.JEUGDVERPLEEGKUNDIGE)
    namen = ("Ik", "Lia", "Jo")
    kernteam = [
        {"rol": rol.value, "naam": wie, "aanwezig": aanwezig, "ik": wie == "Ik"}
        for rol, wie in zip(rollen, namen, strict=True)
    ]
    return {"naam": naam, "ruimtes": [kamer], "kernteam": kernteam}


def meld_aan(sessie: Sessie, roepnaam: str, waar: str = BRUG, reden: str = "thuiszitten") -> str:
    """A casus of Friday; answers its id."""
    return register_aanmelding(
        sessie,
        {
            "jongere": {"roepnaam": roepnaam, "achternaam": "Bakker", "geboortedatum": "2011-03-01"},
            "ouders": [{"naam": f"Fatma {roepnaam}ma", "gezag": "ja", "woont_bij": True}],
            "school": waar,
            "mentor": f"M. {roepnaam}",
            "aangemeld": "2026-11-20",
            "redenen": [reden],
        },
        toch=True,
    ).casus_id
