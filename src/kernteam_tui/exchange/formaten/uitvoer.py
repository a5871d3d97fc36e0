"""What the plain line mode answers with (contracts 1, 2 and 5): one model per format.

Days are written as JJJJ-MM-DD, moments as ISO 8601 with the offset of Amsterdam.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema

from kernteam_tui.domain.codes import (
    Fase,
    GesprekSoort,
    GesprekStaat,
    JaNeeOnbekend,
    LogSoort,
    NotitieSoort,
    NotitieStaat,
    PersoonRol,
    Rol,
    WisGrond,
)
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.uitnodigen import Methode
from kernteam_tui.domain.wachttijd import Wachtband


def _in_amsterdam(moment: datetime) -> str:
    return moment.astimezone(AMSTERDAM).isoformat(timespec="seconds")


Moment = Annotated[
    datetime,
    PlainSerializer(_in_amsterdam, return_type=str),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
"""An aware moment."""


class Uitvoer(BaseModel):
    """Base of every answer; each format has its own name as the first field."""

    model_config = ConfigDict(frozen=True)

    def gegevens(self) -> dict[str, Any]:
        """The answer as the object that is printed."""
        return self.model_dump(mode="json", by_alias=True)


class NieuwUit(Uitvoer):
    """A store was made; the recovery code is shown this once."""

    schema_: Annotated[Literal["nieuw/1"], Field(alias="schema")] = "nieuw/1"
    map: str
    herstelcode: str


class DemoUit(Uitvoer):
    """A store with a fictional caseload."""

    schema_: Annotated[Literal["demo/1"], Field(alias="schema")] = "demo/1"
    map: str
    wachtwoordzin: str
    casussen: int


class DemodagUit(Uitvoer):
    """What the main job as text left behind: an invitation and a page for parents."""

    schema_: Annotated[Literal["demodag/1"], Field(alias="schema")] = "demodag/1"
    bestanden: tuple[str, ...]
    gedaan: tuple[str, ...]


class FoutUit(Uitvoer):
    """What went wrong (status 1, 3, 4, 5 and 70)."""

    schema_: Annotated[Literal["fout/1"], Field(alias="schema")] = "fout/1"
    code: str
    tekst: str


class TermijnenUit(Uitvoer):
    """Both deadlines of an aanmelding (contract 2)."""

    schema_: Annotated[Literal["termijnen/1"], Field(alias="schema")] = "termijnen/1"
    aangemeld: date
    startgesprek_uiterlijk: date
    schooldagen: tuple[date, ...] | None
    laatste_schooldag: date | None
    eerste_schooldag_erna: date | None
    schoolvakanties_bekend: bool
    kennismaking_uiterlijk: date
    uitleg: tuple[str, ...]


class SignaalUit(Uitvoer):
    """What must be done for a casus."""

    casus: str
    regel: str
    tekst: str
    waarom: str
    uiterlijk: date | None


class AgendaUit(Uitvoer):
    """A talk of the day."""

    casus: str
    gesprek: str
    soort: GesprekSoort
    start: Moment
    plek: str


class VandaagUit(Uitvoer):
    """The first screen; signals most urgent first, talks in order of time."""

    schema_: Annotated[Literal["vandaag/1"], Field(alias="schema")] = "vandaag/1"
    dag: date
    signalen: tuple[SignaalUit, ...]
    gesprekken: tuple[AgendaUit, ...]


class CaseloadRegelUit(Uitvoer):
    """One casus of the list; `signalen` are codes of rules, most urgent first."""

    casus: str
    jongere: str
    school: str
    fase: Fase
    aangemeld: date
    startgesprek_uiterlijk: date
    startgesprek_op: Moment | None
    laatste_contact: date | None
    signalen: tuple[str, ...]


class OverzichtUit(Uitvoer):
    """The caseload."""

    schema_: Annotated[Literal["overzicht/1"], Field(alias="schema")] = "overzicht/1"
    casussen: tuple[CaseloadRegelUit, ...]


class AangemeldUit(Uitvoer):
    """A new casus with its two deadlines."""

    schema_: Annotated[Literal["aangemeld/1"], Field(alias="schema")] = "aangemeld/1"
    casus: str
    startgesprek_uiterlijk: date
    kennismaking_uiterlijk: date


class PersoonUit(Uitvoer):
    """Somebody of the family; `gezag` is null for who is no parent."""

    id: str
    rol: PersoonRol
    naam: str
    gezag: JaNeeOnbekend | None


class GesprekRegelUit(Uitvoer):
    """A talk of a casus."""

    id: str
    soort: GesprekSoort
    staat: GesprekStaat
    start: Moment
    minuten: int
    plek: str


class NotitieRegelUit(Uitvoer):
    """A note of a casus."""

    id: str
    soort: NotitieSoort
    datum: date
    staat: NotitieStaat


class PlanUit(Uitvoer):
    """The last frozen version (`versie`, 0 without one) and whether the plan was changed since.

    `staat` is `in_bewerking` while nothing was frozen yet, null where nothing was written yet.
    """

    versie: int
    staat: Literal["vastgesteld", "in_bewerking"] | None
    gewijzigd: bool


class KernpartnerUit(Uitvoer):
    """A member of the kernteam of the school; the id is for `--wie`."""

    id: str
    rol: Rol
    naam: str
    ik: bool


class WachtUit(Uitvoer):
    """The second clock: how long a family waits, from the kennismaking until the help begins."""

    vanaf: date
    dagen: int
    band: Wachtband


class CasusUit(Uitvoer):
    """One casus. `wacht` is null where nobody waits; `gewacht`: days that were waited before the start."""

    schema_: Annotated[Literal["casus/1"], Field(alias="schema")] = "casus/1"
    casus: str
    id: str
    fase: Fase
    aangemeld: date
    startgesprek_uiterlijk: date
    kennismaking_uiterlijk: date
    kennismaking_aangeboden_op: date | None
    kennismaking_op: date | None
    wacht: WachtUit | None
    gewacht: int | None
    laatste_contact: date | None
    school: str
    klas: str
    mentor: str
    jongeren: tuple[str, ...]
    personen: tuple[PersoonUit, ...]
    kernteam: tuple[KernpartnerUit, ...]
    gesprekken: tuple[GesprekRegelUit, ...]
    notities: tuple[NotitieRegelUit, ...]
    gezinsplan: PlanUit
    signalen: tuple[SignaalUit, ...]


class TrefferUit(Uitvoer):
    """A place where the words stand; `fragment` is plain text."""

    casus: str
    soort: str
    datum: date
    fragment: str


class ZoekUit(Uitvoer):
    """What was found."""

    schema_: Annotated[Literal["zoek/1"], Field(alias="schema")] = "zoek/1"
    treffers: tuple[TrefferUit, ...]


class NotitieUit(Uitvoer):
    """A note that is durable."""

    schema_: Annotated[Literal["notitie/1"], Field(alias="schema")] = "notitie/1"
    notitie: str


class UitnodigingUit(Uitvoer):
    """A file that was written, and for whom it is (ids, or roles)."""

    pad: str
    methode: Methode
    voor: tuple[str, ...]


class GesprekUit(Uitvoer):
    """A talk that was planned or changed, with its invitations."""

    schema_: Annotated[Literal["gesprek/1"], Field(alias="schema")] = "gesprek/1"
    gesprek: str
    bestanden: tuple[UitnodigingUit, ...]


class ControlepuntUit(Uitvoer):
    """One look at a plan; `in_orde` null: not applicable."""

    nr: int
    wat: str
    in_orde: bool | None
    wat_nu: str


class PlancontroleUit(Uitvoer):
    """The fourteen looks at a gezinsplan."""

    schema_: Annotated[Literal["plancontrole/1"], Field(alias="schema")] = "plancontrole/1"
    casus: str
    punten: tuple[ControlepuntUit, ...]


class SamenvattingUit(Uitvoer):
    """A page that was written."""

    schema_: Annotated[Literal["samenvatting/1"], Field(alias="schema")] = "samenvatting/1"
    bestand: str
    voor: str
    versie: int
    weggelaten: tuple[str, ...]
    meldingen: tuple[str, ...]


class BevindingUit(Uitvoer):
    """One check of the store."""

    wat: str
    in_orde: bool
    tekst: str


class ControleUit(Uitvoer):
    """Whether the store is whole."""

    schema_: Annotated[Literal["controle/1"], Field(alias="schema")] = "controle/1"
    in_orde: bool
    punten: tuple[BevindingUit, ...]


class LogBreukUit(Uitvoer):
    """The first line of the log that is not as it was written."""

    nr: int
    tekst: str


class KetenUit(Uitvoer):
    """Whether the log is as it was written; `regels` counts all of it."""

    heel: bool
    regels: int
    breuk: LogBreukUit | None


class LogboekRegelUit(Uitvoer):
    """One line; of an erased casus only number, moment and kind are left."""

    nr: int
    moment: Moment
    soort: LogSoort
    casus: str | None
    wat: str
    voor: str


class LogboekUit(Uitvoer):
    """The log, newest first."""

    schema_: Annotated[Literal["logboek/1"], Field(alias="schema")] = "logboek/1"
    keten: KetenUit
    regels: tuple[LogboekRegelUit, ...]


class WisKopieUit(Uitvoer):
    """A backup that may hold the casus; `vernieuwd`: it no longer does."""

    bestand: str
    vernieuwd: bool


class WissenUit(Uitvoer):
    """The proof that a casus was erased; no name in it."""

    schema_: Annotated[Literal["wissen/1"], Field(alias="schema")] = "wissen/1"
    nummer: str
    gewist_op: Moment
    grond: WisGrond
    notities: int
    gesprekken: int
    bestanden_verwijderd: tuple[str, ...]
    bestanden_over: tuple[str, ...]
    reservekopieen: tuple[WisKopieUit, ...]
    blijft: tuple[str, ...]


class VernietigingUit(Uitvoer):
    """A request to destroy a file, and by when that must be done."""

    schema_: Annotated[Literal["vernietiging/1"], Field(alias="schema")] = "vernietiging/1"
    nummer: str
    gevraagd_op: date
    uiterlijk: date
