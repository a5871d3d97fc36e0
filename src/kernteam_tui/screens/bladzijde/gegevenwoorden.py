"""How a paper that was given looked, in words: everything that making it again keeps to."""

from __future__ import annotations

from collections.abc import Iterator

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.gezinsplancodes import Verstrekwijze
from kernteam_tui.domain.talen import TALEN
from kernteam_tui.services.verstrekkingen import VerstrekkingBeeld

NEDERLANDS, TEKST = "nl", "tekst"
_VORMEN = {"pdf": "PDF", "docx": "Word", "html": "webpagina", TEKST: "tekst"}
_PLAN_VAN = {
    PlanVariant.GEZIN: "plan van het gezin",
    PlanVariant.JONGERE: "plan van de jongere",
    PlanVariant.GESCHEIDEN_OUDERS: "plan met elke ouder apart",
}


def in_het_kort(beeld: VerstrekkingBeeld) -> str:
    """`pdf groot, Turks`: for a column."""
    delen = [f"{_als(beeld)} groot" if _is_groot(beeld) else _als(beeld)]
    if beeld.taal != NEDERLANDS:
        delen.append(_taal(beeld))
    return ", ".join(delen)


def hoe_het_was(beeld: VerstrekkingBeeld) -> str:
    """`pdf in het Turks, met Nederlandse kopjes ernaast, in grote letters`."""
    return ", ".join(_delen(beeld))


def _delen(beeld: VerstrekkingBeeld) -> Iterator[str]:
    als = _als(beeld)
    yield f"{als} in het {_taal(beeld)}" if beeld.taal != NEDERLANDS else als
    if beeld.opmaak.variant is not None:
        yield _PLAN_VAN[beeld.opmaak.variant]
    if beeld.opmaak.met_nederlands and beeld.taal != NEDERLANDS:
        yield "met Nederlandse kopjes ernaast"
    if _is_groot(beeld):
        yield "in grote letters"
    if beeld.opmaak.kring:
        yield "met wie er om het gezin heen staan"


def _is_groot(beeld: VerstrekkingBeeld) -> bool:
    return beeld.opmaak.groot and beeld.vorm != TEKST


def _als(beeld: VerstrekkingBeeld) -> str:
    if beeld.hoe is Verstrekwijze.AFGEDRUKT:
        return "afgedrukt"
    return _VORMEN.get(beeld.vorm, beeld.vorm)


def _taal(beeld: VerstrekkingBeeld) -> str:
    return TALEN.get(beeld.taal, beeld.taal)
