"""The facts of one person that a line names: only those are touched."""

from __future__ import annotations

from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.gezinscodes import Geslacht
from kernteam_tui.domain.gezinsinvoer.duiding import Verslag
from kernteam_tui.domain.gezinsinvoer.regels import Persoonregel
from kernteam_tui.domain.talen import taal_naam


def zet_feiten(persoon: Persoon, regel: Persoonregel, verslag: Verslag) -> None:
    """Put them on the person; what was different before is said."""
    if regel.geslacht is not Geslacht.ONBEKEND:
        verslag.feiten.append(regel.geslacht.label)
    _zet_geboorte(persoon, regel, verslag)
    if regel.overleden:
        persoon.overleden = True
        persoon.overleden_jaar = regel.overleden_jaar or persoon.overleden_jaar
        verslag.feiten.append(f"overleden {regel.overleden_jaar or ''}".strip())
    if regel.taal:
        persoon.taal = None if regel.taal == "nl" else regel.taal
        verslag.feiten.append(f"spreekt {taal_naam(regel.taal)}")
    if regel.tolk:
        persoon.tolk = True
        verslag.feiten.append("tolk nodig")
    if regel.telefoon:
        verslag.feiten.append(f"{regel.telefoon}{_was(persoon.telefoon, regel.telefoon)}")
        persoon.telefoon = regel.telefoon
    if regel.email:
        verslag.feiten.append(f"{regel.email}{_was(persoon.email, regel.email)}")
        persoon.email = regel.email
    if regel.bellen is not None:
        persoon.bellen = regel.bellen
        verslag.feiten.append(f"bellen: {regel.bellen.label}")
    if regel.let_op:
        persoon.let_op = regel.let_op
        verslag.feiten.append(f"let op: {regel.let_op}")


def zet_geslacht(persoon: Persoon, regel: Persoonregel) -> None:
    """As the line says, or the word for who this is: a `zus` is a girl or a woman."""
    van_rol = regel.rol.geslacht if regel.rol else Geslacht.ONBEKEND
    geslacht = regel.geslacht if regel.geslacht is not Geslacht.ONBEKEND else van_rol
    if geslacht is not Geslacht.ONBEKEND:
        persoon.geslacht = geslacht


def _zet_geboorte(persoon: Persoon, regel: Persoonregel, verslag: Verslag) -> None:
    if regel.geboren is not None:
        oud = dag_met_jaar(persoon.geboortedatum) if persoon.geboortedatum else None
        nieuw = dag_met_jaar(regel.geboren)
        verslag.feiten.append(f"geboren {nieuw}{_was(oud, nieuw)}")
        persoon.geboortedatum = regel.geboren
    elif regel.geboortejaar is not None:
        verslag.feiten.append(f"geboren in {regel.geboortejaar}")
        persoon.geboortejaar = regel.geboortejaar


def _was(oud: str | None, nieuw: str) -> str:
    return f" (was {oud})" if oud and oud != nieuw else ""
