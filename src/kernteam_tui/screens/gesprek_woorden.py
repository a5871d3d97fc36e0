"""Words that the screens about talks share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from kernteam_tui.domain.codes import Rol
from kernteam_tui.domain.datumtekst import dag_kort, dag_van, tijd_kort
from kernteam_tui.domain.gespreksloop import Gespreksstap
from kernteam_tui.services.genodigden import GenodigdeBeeld
from kernteam_tui.services.gesprekken import DeelnemerBeeld
from kernteam_tui.widgets.feiten import Feit

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


def loop_feiten(stappen: Iterable[Gespreksstap]) -> Iterator[Feit]:
    """What became of a talk, a line for each step: `verzet naar di 8 dec 09:00` on which day and why."""
    for stap in stappen:
        if stap.op is None:
            continue
        delen = (dag_kort(stap.op), stap.waarom)
        label = _LABEL.get(stap.wat, stap.wat.split(" naar ")[0])
        yield label, "  ·  ".join((*_naar(stap), *(d for d in delen if d)))


_LABEL = {"andere genodigden": "genodigden", "andere plek": "plek"}
"""Steps whose words are too long to stand before the facts."""


def _naar(stap: Gespreksstap) -> tuple[str, ...]:
    if stap.wat in _LABEL:
        return ("gewijzigd",)
    _, _, moment = stap.wat.partition(" naar ")
    return (f"naar {moment}",) if moment else ()


def deelnemer_tekst(deelnemer: DeelnemerBeeld) -> str:
    """`leerplicht (Lia de Vries)`; without a name only the role."""
    return _rol_naam(rol_kort(deelnemer.rol), deelnemer.naam)


def genodigde_tekst(genodigde: GenodigdeBeeld) -> str:
    """`ouder (Fatma Bakker)`, `jij`."""
    return "jij" if genodigde.naam == "jij" else _rol_naam(rol_kort(genodigde.rol), genodigde.naam)


def _rol_naam(rol: str, naam: str) -> str:
    return f"{rol} ({naam})" if naam.strip() else rol
