"""`gezinsplan/1`: the content of a plan, as a file and as a frozen version (contract 5)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.exchange.formaten.basis import Datum, Formaat, JaNee, LangeTekst, Tekst

Schaal = Annotated[int, Field(strict=True, ge=0, le=10)]
"""A scale from 0 to 10."""


class WoordenInvoer(Formaat):
    """Words of the family, letter for letter."""

    van: Tekst = ""
    taal: Annotated[str, Field(max_length=20)] = "nl"
    tekst: LangeTekst


class OnderdeelInvoer(Formaat):
    """One fixed section."""

    woorden: tuple[WoordenInvoer, ...] = ()
    toelichting: LangeTekst = ""


class DoelInvoer(Formaat):
    """A goal."""

    wat: Annotated[LangeTekst, Field(min_length=1)]
    van: Tekst = ""
    nu: Schaal | None = None
    gewenst: Schaal | None = None
    hoe_zien_we_dat: LangeTekst = ""


class ActieInvoer(Formaat):
    """Who does what, when."""

    wat: Annotated[LangeTekst, Field(min_length=1)]
    wie: Tekst = ""
    wanneer: Datum | None = None
    klaar: JaNee = False


class GezinsplanInvoer(Formaat):
    """A whole plan; keys of `onderdelen` are those of the plan format."""

    schema_: Annotated[Literal["gezinsplan/1"], Field(alias="schema")] = "gezinsplan/1"
    variant: PlanVariant = PlanVariant.GEZIN
    onderdelen: dict[str, OnderdeelInvoer] = Field(default_factory=dict)
    doelen: tuple[DoelInvoer, ...] = ()
    acties: tuple[ActieInvoer, ...] = ()
    evaluatie_op: Datum | None = None
