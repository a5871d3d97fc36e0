"""A family for tests of rules: Sami, and whoever a test adds."""

from __future__ import annotations

from datetime import date
from typing import Any

from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import OuderSoort
from kernteam_tui.domain.gezinsinvoer import Duiding, neem_op

VANDAAG = date(2026, 11, 23)


def sami(**anders: Any) -> tuple[Gezin, Persoon]:
    """A family of one jongere of fourteen."""
    gezin = Gezin()
    velden: dict[str, Any] = {"achternaam": "Yıldız", "geboortedatum": date(2012, 1, 14), **anders}
    jongere = Persoon(rol=PersoonRol.JONGERE, roepnaam="Sami", **velden)
    gezin.personen.append(jongere)
    return gezin, jongere


def ouder(
    gezin: Gezin,
    jongere: Persoon,
    naam: str,
    gezag: JaNeeOnbekend = JaNeeOnbekend.JA,
    soort: OuderSoort = OuderSoort.BIOLOGISCH,
    **anders: Any,
) -> Persoon:
    """A parent of this jongere; `hoe` says how gezag is known."""
    hoe = anders.pop("hoe", "register")
    persoon = Persoon(rol=PersoonRol.OUDER, roepnaam=naam, **anders)
    gezin.personen.append(persoon)
    gezin.ouderschappen.append(
        Ouderschap(jongere_id=jongere.id, ouder_id=persoon.id, gezag=gezag, soort=soort, gezag_hoe=hoe)
    )
    return persoon


def typ(gezin: Gezin, *regels: str) -> tuple[Duiding, ...]:
    """These lines into the family of Sami."""
    ids = tuple(p.id for p in gezin.personen if p.rol is PersoonRol.JONGERE)
    return neem_op(gezin, ids, regels, VANDAAG)


def heet(gezin: Gezin, roepnaam: str) -> Persoon:
    """The one person with that name."""
    [gevonden] = [persoon for persoon in gezin.personen if persoon.roepnaam == roepnaam]
    return gevonden
