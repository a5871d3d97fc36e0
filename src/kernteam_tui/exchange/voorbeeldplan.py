"""The fictional gezinsplannen of the demo, from `assets/voorbeeld/plannen.toml`.

Days are counted from today, as in `voorbeeld`. What has a day `sinds` (or `tot`) stands in the plan from (or
until) that day, so that every version of the plan holds what was in it then.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from kernteam_tui.domain.codes import JaNeeOnbekend, PlanVariant
from kernteam_tui.domain.gezinsplancodes import (
    Doeluitkomst,
    Familieplan,
    Oppstand,
    Standpunt,
    Verstrekwijze,
)
from kernteam_tui.exchange.formaten.basis import Formaat


class VoorbeeldCitaat(Formaat):
    """Words of the family."""

    van: str
    tekst: str
    taal: str = "nl"
    op_bladzijde: bool = True
    sinds: int | None = None
    tot: int | None = None


class VoorbeeldAlinea(Formaat):
    """A paragraph that came into a toelichting later."""

    tekst: str
    sinds: int
    tot: int | None = None


class VoorbeeldOnderdeel(Formaat):
    """A section of a plan; `velden` by their key in the plan format."""

    woorden: tuple[VoorbeeldCitaat, ...] = ()
    toelichting: str = ""
    erbij: tuple[VoorbeeldAlinea, ...] = ()
    velden: dict[str, str] = {}
    velden_sinds: int | None = None
    ouders_zien: JaNeeOnbekend = JaNeeOnbekend.ONBEKEND


class VoorbeeldMeting(Formaat):
    """A look at a goal; with an outcome it is that of an evaluation."""

    dag: int
    cijfer: int
    uitkomst: Doeluitkomst | None = None
    van: str = ""
    tekst: str = ""


class VoorbeeldDoel(Formaat):
    """A goal. With `metingen` (oldest first) it stands in the plan from the first of them on, and the last is
    that of now; without them it was always there, with `nu`."""

    wat: str
    van: str = ""
    nu: int | None = None
    gewenst: int
    hoe: str
    metingen: tuple[VoorbeeldMeting, ...] = ()
    opp: str = ""
    """Goal in the OPP of school that it goes along with; `opp_op`: day of the last alignment."""
    opp_op: int | None = None
    familiedoel: str = ""


class VoorbeeldActie(Formaat):
    """An action by a day from today; what is done was done on that day, or before it where it lies ahead."""

    wat: str
    wie: str
    dag: int
    klaar: bool = False
    sinds: int | None = None
    tot: int | None = None


class VoorbeeldAkkoord(Formaat):
    """What somebody said of a version on a day; `wie` is a name of the family, or of anybody else."""

    versie: int
    wie: str
    dag: int
    standpunt: Standpunt = Standpunt.EENS
    omdat: str = ""
    verklaring: str = ""
    getekend: int | None = None


class VoorbeeldFamilieplan(Formaat):
    """What the family answered about a familiegroepsplan, and the file that they gave."""

    stand: Familieplan
    dag: int
    bestand: str = ""
    """Name of the file; it came on the day `gekregen`."""
    gekregen: int = 0
    tekst: str = ""


class VoorbeeldVerstrekking(Formaat):
    """A page that was given of the last version."""

    aan: str
    dag: int
    hoe: Verstrekwijze = Verstrekwijze.AFGEDRUKT
    vorm: str = "pdf"
    taal: str = "nl"
    gevraagd_door: str = ""


class VoorbeeldPlan(Formaat):
    """A plan: `versies` are the days on which it was vastgesteld."""

    begonnen: int
    variant: PlanVariant = PlanVariant.GEZIN
    versies: tuple[int, ...] = ()
    evaluatie: int | None = None
    uitkomsten: tuple[tuple[int, str], ...] = ()
    """(day, what came out of looking back on that day), oldest first."""
    op_papier: int | None = None
    """Day on which the family asked for it on paper; they have not got it yet."""
    opp: Oppstand = Oppstand.ONBEKEND
    onderdelen: dict[str, VoorbeeldOnderdeel] = {}
    doelen: tuple[VoorbeeldDoel, ...] = ()
    acties: tuple[VoorbeeldActie, ...] = ()
    akkoorden: tuple[VoorbeeldAkkoord, ...] = ()
    familieplan: VoorbeeldFamilieplan | None = None
    gegeven: tuple[VoorbeeldVerstrekking, ...] = ()


@cache
def read_plannen() -> dict[str, VoorbeeldPlan]:
    """The plans, by the key of their casus."""
    path = resources.files("kernteam_tui.assets").joinpath("voorbeeld", "plannen.toml")
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    return {sleutel: VoorbeeldPlan.model_validate(value) for sleutel, value in found.items()}
