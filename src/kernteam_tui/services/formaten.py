"""The file formats of the contracts: the models that answers are made of, and their JSON Schema."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel

from kernteam_tui.exchange.formaten.aanmelding import AanmeldingInvoer
from kernteam_tui.exchange.formaten.agenda import AgendaprobleemUit, BezetblokUit, BezetUit
from kernteam_tui.exchange.formaten.basis import read_json
from kernteam_tui.exchange.formaten.dossier import AfschriftUit, VerzoekUit, WeggelatenUit
from kernteam_tui.exchange.formaten.familie import (
    BandUit,
    FamilielidUit,
    GenogramUit,
    HuishoudenUit,
    KoppelUit,
    MensUit,
    NetwerkUit,
    OuderbandUit,
)
from kernteam_tui.exchange.formaten.gezinsplan import GezinsplanInvoer
from kernteam_tui.exchange.formaten.planning import IndelingUit, VoorstellenUit
from kernteam_tui.exchange.formaten.planuitvoer import (
    PlanformaatUit,
    PlanformatenUit,
    VerstrekkingenUit,
    VerstrekkingUit,
)
from kernteam_tui.exchange.formaten.planweek import PlanweekInvoer
from kernteam_tui.exchange.formaten.reservekopie import KluisinhoudUit, ReservekopieUit, TerugzettenUit
from kernteam_tui.exchange.formaten.school import SchoolInvoer
from kernteam_tui.exchange.formaten.sleutels import WachtwoordUit
from kernteam_tui.exchange.formaten.uitvoer import (
    AangemeldUit,
    AgendaUit,
    BevindingUit,
    CaseloadRegelUit,
    CasusUit,
    ControlepuntUit,
    ControleUit,
    DemodagUit,
    DemoUit,
    FoutUit,
    GesprekRegelUit,
    GesprekUit,
    KernpartnerUit,
    KetenUit,
    LogboekRegelUit,
    LogboekUit,
    LogBreukUit,
    NieuwUit,
    NotitieRegelUit,
    NotitieUit,
    OverzichtUit,
    PersoonUit,
    PlancontroleUit,
    PlanUit,
    SamenvattingUit,
    SignaalUit,
    TermijnenUit,
    TrefferUit,
    UitnodigingUit,
    VandaagUit,
    VernietigingUit,
    WachtUit,
    WisKopieUit,
    WissenUit,
    ZoekUit,
)

__all__ = [
    "FORMATEN",
    "AangemeldUit",
    "AfschriftUit",
    "AgendaUit",
    "AgendaprobleemUit",
    "BandUit",
    "BevindingUit",
    "BezetUit",
    "BezetblokUit",
    "CaseloadRegelUit",
    "CasusUit",
    "ControleUit",
    "ControlepuntUit",
    "DemoUit",
    "DemodagUit",
    "FamilielidUit",
    "FoutUit",
    "GenogramUit",
    "GesprekRegelUit",
    "GesprekUit",
    "HuishoudenUit",
    "IndelingUit",
    "KernpartnerUit",
    "KetenUit",
    "KluisinhoudUit",
    "KoppelUit",
    "LogBreukUit",
    "LogboekRegelUit",
    "LogboekUit",
    "MensUit",
    "NetwerkUit",
    "NieuwUit",
    "NotitieRegelUit",
    "NotitieUit",
    "OuderbandUit",
    "OverzichtUit",
    "PersoonUit",
    "PlanUit",
    "PlancontroleUit",
    "PlanformaatUit",
    "PlanformatenUit",
    "ReservekopieUit",
    "SamenvattingUit",
    "SignaalUit",
    "TermijnenUit",
    "TerugzettenUit",
    "TrefferUit",
    "UitnodigingUit",
    "VandaagUit",
    "VernietigingUit",
    "VerstrekkingUit",
    "VerstrekkingenUit",
    "VerzoekUit",
    "VoorstellenUit",
    "WachtUit",
    "WachtwoordUit",
    "WeggelatenUit",
    "WisKopieUit",
    "WissenUit",
    "ZoekUit",
    "namen",
    "read_json",
    "schema",
]

_INVOER: tuple[type[BaseModel], ...] = (AanmeldingInvoer, GezinsplanInvoer, PlanweekInvoer, SchoolInvoer)
_UITVOER: tuple[type[BaseModel], ...] = (
    AangemeldUit,
    AfschriftUit,
    BezetUit,
    CasusUit,
    ControleUit,
    DemodagUit,
    DemoUit,
    FoutUit,
    GenogramUit,
    GesprekUit,
    IndelingUit,
    LogboekUit,
    NetwerkUit,
    NieuwUit,
    NotitieUit,
    OverzichtUit,
    PlancontroleUit,
    PlanformatenUit,
    ReservekopieUit,
    SamenvattingUit,
    TermijnenUit,
    TerugzettenUit,
    VandaagUit,
    WachtwoordUit,
    VernietigingUit,
    VerstrekkingenUit,
    VerzoekUit,
    VoorstellenUit,
    WissenUit,
    ZoekUit,
)


def _naam(model: type[BaseModel]) -> str:
    return str(model.model_fields["schema_"].default)


FORMATEN: dict[str, tuple[type[BaseModel], Literal["validation", "serialization"]]] = {
    **{_naam(model): (model, "validation") for model in _INVOER},
    **{_naam(model): (model, "serialization") for model in _UITVOER},
}
"""Every format that the program reads or writes today, by name (`school/1`)."""


def namen() -> tuple[str, ...]:
    """The names, sorted."""
    return tuple(sorted(FORMATEN))


def schema(naam: str) -> dict[str, Any] | None:
    """The JSON Schema (2020-12) of a format, by `school/1` or `school`; None for a name that is not one."""
    found = FORMATEN.get(naam if "/" in naam else f"{naam}/1")
    if found is None:
        return None
    model, mode = found
    return model.model_json_schema(by_alias=True, mode=mode)
