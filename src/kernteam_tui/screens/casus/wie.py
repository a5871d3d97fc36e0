"""Who takes a casus and who does what in it, as its screen says it. Wording only."""

from __future__ import annotations

from collections.abc import Iterator

from kernteam_tui.domain.deelcodes import WiePakt
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.wie_doet_wat import is_een_regisseur, uitkomst_van
from kernteam_tui.widgets.feiten import Feit


def wie_zin(casus: CasusBeeld) -> str:
    """For the line right after the aanmelding; empty where the rule says nothing."""
    wie = uitkomst_van(casus).wie
    return "" if wie is WiePakt.ONBEKEND else f"Wie pakt dit op: {wie.label}. "


def wie_feiten(casus: CasusBeeld) -> Iterator[Feit]:
    """The rule with its outcome first: right after the aanmelding that is what has to be known."""
    uitkomst = uitkomst_van(casus)
    yield "wie pakt dit op", uitkomst.wie.label
    yield "", f"{uitkomst.zin} {uitkomst.stap}".strip()
    if uitkomst.uitzondering:
        yield "hier anders, want", casus.wie_pakt_reden or "nog geen reden genoteerd"
    yield "regisseur", casus.regisseur
    yield "maatje", casus.maatje
    team = f"buurtteam {casus.duo_team}" if casus.duo_team else ""
    yield "duo in de wijk", ", ".join(deel for deel in (casus.duo_partner, team) if deel)


def wie_mist(casus: CasusBeeld) -> str:
    """That a regisseur or a maatje is missing; empty where nobody is, and after closing."""
    if casus.afsluiting is not None:
        return ""
    mist = [
        wie
        for wie, er in (("regisseur", is_een_regisseur(casus.regisseur)), ("maatje", bool(casus.maatje)))
        if not er
    ]
    return f"Nog geen {' en geen '.join(mist)}. Druk op d om dat in te vullen." if mist else ""
