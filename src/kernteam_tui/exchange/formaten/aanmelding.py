"""`aanmelding/1`: a new case, from a file or from the form on the screen (contract 5)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kernteam_tui.domain.codes import AanmelderRol, JaNeeOnbekend, Reden, Route, Vraagstuk
from kernteam_tui.exchange.formaten.basis import Datum, Formaat, JaNee, LangeTekst, Tekst

Naam = Annotated[Tekst, Field(min_length=1)]


class JongereInvoer(Formaat):
    """The child."""

    roepnaam: Naam
    achternaam: Tekst = ""
    geboortedatum: Datum | None = None


class OuderInvoer(Formaat):
    """A parent; gezag is asked for each of them."""

    naam: Naam
    gezag: JaNeeOnbekend = JaNeeOnbekend.ONBEKEND
    woont_bij: JaNee | None = None
    telefoon: Tekst | None = None
    email: Tekst | None = None
    taal: Annotated[str, Field(max_length=20)] | None = None
    tolk: JaNee = False


class AanmelderInvoer(Formaat):
    """Who brought the signal."""

    naam: Tekst = ""
    rol: AanmelderRol = AanmelderRol.OVERIG


class AanmeldingInvoer(Formaat):
    """Required: jongere.roepnaam, school, aangemeld, redenen. Everything else may come later."""

    schema_: Annotated[Literal["aanmelding/1"], Field(alias="schema")] = "aanmelding/1"
    jongere: JongereInvoer
    ouders: tuple[OuderInvoer, ...] = ()
    school: Naam
    klas: Tekst = ""
    mentor: Tekst = ""
    aangemeld: Datum
    route: Route = Route.ONBEKEND
    aanmelder: AanmelderInvoer = AanmelderInvoer()
    redenen: Annotated[tuple[Reden, ...], Field(min_length=1)]
    vraagstukken: tuple[Vraagstuk, ...] = ()
    woorden: LangeTekst = ""
    ouders_weten: JaNee | None = None
    jongere_weet: JaNee | None = None
    spoed: JaNee = False
    buurtteam_betrokken: JaNeeOnbekend = JaNeeOnbekend.ONBEKEND
