"""`planversie/2`: a frozen version of a gezinsplan as the store keeps it, with all that was agreed around it.

It is of the program itself: the file that others write is `gezinsplan/1`, which knows less. Versions that
were frozen before schema 5 are `gezinsplan/1`, and are read as this with nothing in what that did not know.
"""

from __future__ import annotations

import json
from typing import Annotated, Literal

from pydantic import Field

from kernteam_tui.domain.codes import JaNeeOnbekend, PlanVariant
from kernteam_tui.domain.gezinsplancodes import Doeluitkomst, Familieplan, Oppstand, Standpunt
from kernteam_tui.exchange.formaten.basis import Datum, Formaat, JaNee, LangeTekst, Tekst
from kernteam_tui.exchange.formaten.gezinsplan import ActieInvoer, DoelInvoer, Schaal, WoordenInvoer

SCHEMA = "planversie/2"


class WoordenInhoud(WoordenInvoer):
    """Words of the family, and whether they may stand on the page."""

    op_bladzijde: JaNee = True


class OnderdeelInhoud(Formaat):
    """One fixed section; `velden` by their key in the plan format."""

    woorden: tuple[WoordenInhoud, ...] = ()
    toelichting: LangeTekst = ""
    velden: dict[str, LangeTekst] = Field(default_factory=dict)
    ouders_zien: dict[str, JaNeeOnbekend] = Field(default_factory=dict)
    """Id of a jongere -> what that one answered; an empty id is of somebody who was erased since."""


class MetingInhoud(Formaat):
    """One look at a goal."""

    op: Datum
    cijfer: Schaal | None = None
    uitkomst: Doeluitkomst | None = None
    tekst: LangeTekst = ""
    van: Tekst = ""


class DoelInhoud(DoelInvoer):
    """A goal with what it goes along with, and its marks, oldest first."""

    opp_doel: LangeTekst = ""
    opp_afgestemd_op: Datum | None = None
    familiedoel: LangeTekst = ""
    metingen: tuple[MetingInhoud, ...] = ()


class AkkoordInhoud(Formaat):
    """What one person said of this version before it was frozen."""

    persoon_id: Annotated[str, Field(max_length=40)] = ""
    naam: Tekst
    standpunt: Standpunt
    omdat: LangeTekst = ""
    verklaring: LangeTekst = ""
    op: Datum


class PlanInhoud(Formaat):
    """A whole plan as it was; keys of `onderdelen` are those of the plan format `formaat`."""

    schema_: Annotated[Literal["planversie/2"], Field(alias="schema")] = "planversie/2"
    formaat: Tekst = ""
    """Empty in a version from before schema 5: that of the plan."""
    variant: PlanVariant = PlanVariant.GEZIN
    onderdelen: dict[str, OnderdeelInhoud] = Field(default_factory=dict)
    doelen: tuple[DoelInhoud, ...] = ()
    acties: tuple[ActieInvoer, ...] = ()
    evaluatie_op: Datum | None = None
    evaluatie_uitkomst: LangeTekst = ""
    opp: Oppstand = Oppstand.ONBEKEND
    familieplan: Familieplan = Familieplan.ONBEKEND
    familieplan_op: Datum | None = None
    akkoorden: tuple[AkkoordInhoud, ...] = ()

    @property
    def ouders_zien(self) -> dict[str, dict[str, JaNeeOnbekend]]:
        """Key of a section -> jongere -> whether that one wanted the parents to see it."""
        return {sleutel: onderdeel.ouders_zien for sleutel, onderdeel in self.onderdelen.items()}


def lees_planversie(inhoud: str) -> PlanInhoud:
    """A frozen version, of this format or of `gezinsplan/1`."""
    gegevens = json.loads(inhoud)
    return PlanInhoud.model_validate({**gegevens, "schema": SCHEMA})


def schrijf_planversie(stand: PlanInhoud) -> str:
    """As it is kept."""
    return stand.model_dump_json(by_alias=True)
