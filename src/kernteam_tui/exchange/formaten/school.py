"""`school/1`: a school with its kernteam (contract 5)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kernteam_tui.domain.codes import Dag, Dagdeel, Regio, Rol, SchoolSoort
from kernteam_tui.exchange.formaten.basis import Datum, Formaat, JaNee, Tekst


class AanwezigheidInvoer(Formaat):
    """One weekly dagdeel."""

    dag: Dag
    dagdeel: Dagdeel


class KernpartnerInvoer(Formaat):
    """A member of the kernteam; the user herself is a gezinswerker with `ik` true."""

    rol: Rol
    naam: Annotated[Tekst, Field(min_length=1)]
    email: Tekst | None = None
    telefoon: Tekst | None = None
    ik: JaNee = False
    aanwezig: tuple[AanwezigheidInvoer, ...] = ()


class SchoolInvoer(Formaat):
    """A whole school; one of the same name is replaced."""

    schema_: Annotated[Literal["school/1"], Field(alias="schema")] = "school/1"
    naam: Annotated[Tekst, Field(min_length=1)]
    soort: SchoolSoort = SchoolSoort.VO
    regio: Regio = Regio.MIDDEN
    dicht: tuple[Datum, ...] = ()
    ruimtes: tuple[Tekst, ...] = ()
    kernteam: tuple[KernpartnerInvoer, ...] = ()


class KernpartnerBewerking(KernpartnerInvoer):
    """A member of the kernteam in the form: one with an `id` may get another name or role."""

    id: str | None = None


class SchoolBewerking(SchoolInvoer):
    """A school as the form of the app edits it: the file's content and the agreements about talks."""

    kernteam: tuple[KernpartnerBewerking, ...] = ()
    mentor_erbij: bool = True
    gesprek_minuten: Annotated[int, Field(ge=15, le=240)] = 60
