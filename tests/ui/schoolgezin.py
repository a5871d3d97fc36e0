"""One school with its kernteam, and families of it, in a real store."""

from __future__ import annotations

from typing import Any

from kernteam_tui.domain.codes import Rol
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie

SCHOOL = "Voorbeeldcollege"


def maak_school(sessie: Sessie) -> None:
    """Worker on Tuesday and Thursday morning; leerplicht on Tuesday, JGZ on Thursday."""
    save_school(
        sessie,
        {
            "naam": SCHOOL,
            "ruimtes": ["1.12"],
            "kernteam": [
                _lid(Rol.GEZINSWERKER, "Ik", "di", "do", ik=True),
                _lid(Rol.LEERPLICHTAMBTENAAR, "Lia", "di", email="lia@voorbeeld.nl"),
                _lid(Rol.JEUGDVERPLEEGKUNDIGE, "Jo", "do"),
            ],
        },
    )


def _lid(rol: Rol, naam: str, *dagen: str, **meer: Any) -> dict[str, Any]:
    aanwezig = [{"dag": dag, "dagdeel": "ochtend"} for dag in dagen]
    return {"rol": rol.value, "naam": naam, "aanwezig": aanwezig, **meer}


def maak_casus(sessie: Sessie, *redenen: str, roepnaam: str = "Noor", aangemeld: str = "2026-11-20") -> str:
    """A casus with one parent; answers its id."""
    return register_aanmelding(
        sessie,
        {
            "jongere": {"roepnaam": roepnaam, "achternaam": "Bakker", "geboortedatum": "2011-03-01"},
            "ouders": [{"naam": "Fatma Bakker", "gezag": "ja", "woont_bij": True}],
            "school": SCHOOL,
            "mentor": "De Wit",
            "aangemeld": aangemeld,
            "redenen": list(redenen or ("thuiszitten",)),
        },
    ).casus_id
