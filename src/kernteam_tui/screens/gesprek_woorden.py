"""Words that the screens about talks share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from kernteam_tui.domain.codes import RedenLater, Rol
from kernteam_tui.domain.datumtekst import dag_kort, dag_van, tijd_kort
from kernteam_tui.services.genodigden import GenodigdeBeeld
from kernteam_tui.services.gesprekken import DeelnemerBeeld

REDENEN_TE_LAAT: Sequence[tuple[str, str]] = (
    *((reden.label, reden.label) for reden in RedenLater),
    ("schoolvakantie", "schoolvakantie"),
    ("anders …", ""),
)
"""Why a startgesprek is later than the agreed week (S26), as choices: (text, beginning of the reason)."""

_KORT: dict[str, str] = {rol.value: rol.kort for rol in Rol}


def tijdvak(start: datetime, minuten: int) -> str:
    """`10:00-11:00`, in Amsterdam."""
    return f"{tijd_kort(start)}-{tijd_kort(start + timedelta(minutes=minuten))}"


def wanneer(start: datetime, minuten: int) -> str:
    """`di 24 nov  10:00-11:00`."""
    return f"{dag_kort(dag_van(start))}  {tijdvak(start, minuten)}"


def rol_kort(rol: str) -> str:
    """`leerplicht` for the role of a partner; another role as it is."""
    return _KORT.get(rol, rol)


def deelnemer_tekst(deelnemer: DeelnemerBeeld) -> str:
    """`leerplicht (Lia de Vries)`; without a name only the role."""
    return _rol_naam(rol_kort(deelnemer.rol), deelnemer.naam)


def genodigde_tekst(genodigde: GenodigdeBeeld) -> str:
    """`ouder (Fatma Bakker)`, `jij`."""
    return "jij" if genodigde.naam == "jij" else _rol_naam(genodigde.rol, genodigde.naam)


def _rol_naam(rol: str, naam: str) -> str:
    return f"{rol} ({naam})" if naam.strip() else rol
