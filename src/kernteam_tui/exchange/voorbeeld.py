"""The fictional schools, families and texts of the demo, from `assets/voorbeeld/`.

Days are counted from today: -7 is a week ago, 3 is in three days; `services.demo` makes dates of them.
"""

from __future__ import annotations

import tomllib
from datetime import time
from functools import cache
from importlib import resources
from typing import Annotated, Any

from pydantic import BeforeValidator

from kernteam_tui.domain.codes import (
    AanmelderRol,
    AfsluitKenmerk,
    AfsluitSoort,
    Dag,
    Dagdeel,
    GesprekSoort,
    GesprekStaat,
    JaNeeOnbekend,
    Niveau,
    NotitieSoort,
    PersoonRol,
    Reden,
    RedenLater,
    Rol,
    Route,
    SchoolSoort,
    TerugkoppelMoment,
    Vraagstuk,
)
from kernteam_tui.domain.plancodes import Afwezigreden, Weken
from kernteam_tui.domain.planning.week import Bezetstaat
from kernteam_tui.exchange.formaten.basis import Formaat
from kernteam_tui.exchange.voorbeeldplan import VoorbeeldPlan, read_plannen


def _present(value: object) -> object:
    """`di ochtend` or `di ochtend even` as day, part of the day and weeks."""
    return (*value.split(), Weken.ELKE)[:3] if isinstance(value, str) else value


def _busy(value: object) -> object:
    """`wo 11:00-12:00` or `wo 11:00-12:00 voorbehoud` as day, from, until and state."""
    if not isinstance(value, str):
        return value
    dag, uren, *staat = value.split()
    return (dag, *uren.split("-"), *(staat or (Bezetstaat.BEZET,)))


Bezet = Annotated[tuple[Dag, time, time, Bezetstaat], BeforeValidator(_busy)]


class VoorbeeldPartner(Formaat):
    """A member of a kernteam; `aanwezig` is written as `di ochtend` or `di ochtend even`.

    `agenda` holds what a calendar says of every week, as `wo 11:00-12:00` (with `voorbehoud` behind it);
    `agenda_oud` how many days ago it was read in.
    """

    rol: Rol
    naam: str
    email: str = ""
    ik: bool = False
    aanwezig: tuple[Annotated[tuple[Dag, Dagdeel, Weken], BeforeValidator(_present)], ...] = ()
    weg: tuple[int, int] | None = None
    """First and last day of an absence, from today."""
    weg_reden: Afwezigreden = Afwezigreden.SCHOLING
    agenda: tuple[Bezet, ...] = ()
    agenda_oud: int = 1


class VoorbeeldSchool(Formaat):
    """A school; `dicht` and `studiedagen` are days from today, moved to a working day.

    `lessen` hours of `lesminuten` from `eerste_les` on; `pauzes`: after which hour, how many minutes.
    """

    sleutel: str
    naam: str
    soort: SchoolSoort
    ruimtes: tuple[str, ...]
    dicht: tuple[int, ...] = ()
    klassen: tuple[str, ...]
    mentoren: tuple[str, ...]
    zorgcoordinator: str
    studiedagen: tuple[int, ...] = ()
    eerste_les: time
    lesminuten: int
    lessen: int
    pauzes: tuple[tuple[int, int], ...] = ()
    overleg: tuple[Dag, time] | None = None
    kernteam: tuple[VoorbeeldPartner, ...]


class VoorbeeldJongere(Formaat):
    """A young person: one of `roepnaam` is drawn; `jarig_over` days until the next birthday (None: drawn)."""

    roepnaam: tuple[str, ...]
    achternaam: str
    jaren: int
    jarig_over: int | None = None


class VoorbeeldMens(Formaat):
    """A parent or another member of the family."""

    naam: str
    rol: PersoonRol = PersoonRol.OUDER
    gezag: JaNeeOnbekend = JaNeeOnbekend.JA
    gezag_hoe: str = ""
    woont_bij: bool | None = True
    email: bool = False
    taal: str | None = None
    tolk: bool = False


class VoorbeeldTerugkoppeling(Formaat):
    """Who hears what, when; `op` and `gedaan` are days from today."""

    partner: str
    niveau: Niveau = Niveau.GESTART_GESTOPT
    moment: TerugkoppelMoment = TerugkoppelMoment.BIJ_START
    op: int | None = None
    gedaan: int | None = None


class VoorbeeldGesprek(Formaat):
    """A talk in the past (`dag`, days from today) or to come (`over`, counted in days on which it can be)."""

    soort: GesprekSoort
    staat: GesprekStaat = GesprekStaat.GEHOUDEN
    dag: int = 0
    over: int | None = None
    tijd: str
    minuten: int = 60
    plek: str = "school"
    """`school`, `thuis`, or a place."""
    zonder: str = ""
    verslag: str = ""
    weg: tuple[str, ...] = ()
    """Roles that did not come."""
    acties: dict[str, str] = {}
    """Role -> what that person does next."""
    acties_klaar: bool = False
    acties_dagen: int = 14
    reden: str = ""
    """Why it was moved or cancelled."""
    terugkoppelen: tuple[VoorbeeldTerugkoppeling, ...] = ()


class VoorbeeldNotitie(Formaat):
    """A note of so many days ago."""

    soort: NotitieSoort
    dag: int
    tijd: str = "15:30"
    met: str = ""
    bereikt: bool = True
    concept: bool = False
    tekst: str
    aanvulling: str = ""
    onderdelen: tuple[str, ...] = ()
    """Keys of the sections of the plan that it has something for."""


class VoorbeeldAfsluiting(Formaat):
    """How it ended."""

    soort: AfsluitSoort
    dag: int
    kenmerk: AfsluitKenmerk | None = None
    zelfstandig_verder: bool | None = None
    toelichting: str = ""
    cijfer: int | None = None


class VoorbeeldCasus(Formaat):
    """One casus from aanmelding to where it stands today. `{j}` in a text is the roepnaam of the jongere."""

    sleutel: str
    broer_of_zus_van: str = ""
    """Key of an earlier casus whose family and plan this one shares."""
    school: str
    jongeren: tuple[VoorbeeldJongere, ...]
    mensen: tuple[VoorbeeldMens, ...] = ()
    aangemeld: int
    route: Route = Route.SCHOOL
    aanmelder: AanmelderRol = AanmelderRol.ZORGCOORDINATOR
    redenen: tuple[Reden, ...]
    vraagstukken: tuple[Vraagstuk, ...] = ()
    woorden: str
    ouders_weten: bool | None = True
    jongere_weet: bool | None = True
    buurtteam: JaNeeOnbekend = JaNeeOnbekend.NEE
    spoed: bool = False
    aangeboden: int | None = None
    kennismaking_later: RedenLater | None = None
    startgesprek_later: str = ""
    wacht_op_start: bool = False
    """A startgesprek was held, but the help does not start yet."""
    zorg_zonder_vraag: bool = False
    volgende_poging: int | None = None
    regisseur: str = ""
    maatje: str = ""
    woongemeente: str = "Utrecht"
    gesprekken: tuple[VoorbeeldGesprek, ...] = ()
    notities: tuple[VoorbeeldNotitie, ...] = ()
    plan: VoorbeeldPlan | None = None
    afsluiting: VoorbeeldAfsluiting | None = None


class VoorbeeldAanleiding(Formaat):
    """Why a school asks, and what belongs to it in words, goals and actions."""

    reden: Reden
    vraagstuk: Vraagstuk
    woorden: tuple[str, ...]
    waarom: tuple[str, ...]
    moeilijk: tuple[str, ...]
    doel: str
    hoe: str
    acties: tuple[tuple[str, str], ...]
    """(who, what)."""


class VoorbeeldZinnen(Formaat):
    """What generated families are made of. Placeholders: `{j}` the jongere, `{ouder}` a parent."""

    kinderen: tuple[str, ...]
    ouders: tuple[str, ...]
    achternamen: tuple[str, ...]
    goed: tuple[str, ...]
    begin: tuple[str, ...]
    midden: tuple[str, ...]
    woorden: tuple[str, ...]
    slot: tuple[str, ...]
    kort: tuple[str, ...]
    niet_bereikt: tuple[str, ...]
    deels: tuple[str, ...]
    """Why a jongere does not quite agree with a plan."""
    afsluiting: tuple[str, ...]
    aanleidingen: tuple[VoorbeeldAanleiding, ...]


class Voorbeeld(Formaat):
    """Everything of the demo caseload."""

    scholen: tuple[VoorbeeldSchool, ...]
    casussen: tuple[VoorbeeldCasus, ...]
    zinnen: VoorbeeldZinnen


_DELEN = ("casussen-begin", "casussen-begeleiding", "casussen-einde")


@cache
def read_voorbeeld() -> Voorbeeld:
    """The schools, the hand-written cases in the order of the files with their plans, and the sentences."""
    plannen = read_plannen()
    casussen = [casus for deel in _DELEN for casus in _read(deel)["casus"]]
    return Voorbeeld.model_validate(
        {
            "scholen": _read("scholen")["school"],
            "casussen": [casus | {"plan": plannen.get(casus["sleutel"])} for casus in casussen],
            "zinnen": _read("zinnen"),
        }
    )


def _read(naam: str) -> dict[str, Any]:
    pad = resources.files("kernteam_tui.assets").joinpath("voorbeeld", f"{naam}.toml")
    return tomllib.loads(pad.read_text(encoding="utf-8"))
