"""How the facts of a casus are written on its screen. Wording only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kernteam_tui.domain.codes import Code, Fase, PersoonRol
from kernteam_tui.domain.datumtekst import dag_kort_op
from kernteam_tui.services.casusbeeld import CasusBeeld, PersoonBeeld, TerugkoppelRegel


def ja_nee(waarde: bool | None) -> str:
    """`ja`, `nee`, or that it is not known yet."""
    if waarde is None:
        return "weet ik nog niet"
    return "ja" if waarde else "nee"


def labels(codes: Iterable[Code]) -> str:
    """Labels beside each other."""
    return ", ".join(code.label for code in codes)


def dag(waarde: date | None, vandaag: date) -> str:
    """`di 24 nov`, with the year where it is another one; empty for None."""
    return dag_kort_op(waarde, vandaag) if waarde is not None else ""


def kopdelen(casus: CasusBeeld, vandaag: date, breed: bool) -> tuple[str, ...]:
    """What stands under the name, from left to right."""
    mentor = f"mentor {casus.mentor}" if casus.mentor else ""
    spoed = "spoed" if casus.spoed else ""
    lang = "" if casus.afsluiting else _dagen(casus, vandaag, breed)
    delen = (spoed, _fase(casus), lang, casus.school.naam, casus.klas, mentor)
    return tuple(deel for deel in delen if deel)


def _fase(casus: CasusBeeld) -> str:
    """The fase; of who waits how long: `wacht 20 dagen op de start`."""
    if casus.wacht is None or casus.fase is not Fase.WACHT_OP_START:
        return casus.fase.label
    dagen = casus.wacht.dagen
    return f"wacht {dagen} dag{'' if dagen == 1 else 'en'} op de start"


def _dagen(casus: CasusBeeld, vandaag: date, breed: bool) -> str:
    """How long ago the aanmelding was."""
    dagen = (vandaag - casus.aangemeld).days
    if dagen < 1:
        return "vandaag" if dagen == 0 else ""
    woord = f"{dagen} dag{'en' if dagen > 1 else ''}"
    return f"{woord} sinds de aanmelding" if breed else woord


def leeftijd(persoon: PersoonBeeld, vandaag: date) -> str:
    """`14 maart 2011, 15 jaar`."""
    if persoon.geboortedatum is None:
        return ""
    geboren = persoon.geboortedatum
    tekst = f"{dag(geboren, vandaag)[3:]}"
    return tekst if persoon.leeftijd is None else f"{tekst}, {persoon.leeftijd} jaar"


def gezag(persoon: PersoonBeeld, vandaag: date) -> str:
    """Gezag of a parent, and how and when that was established."""
    if persoon.gezag is None:
        return ""
    op = dag(persoon.gezag_op, vandaag)
    hoe = ", ".join(deel for deel in (persoon.gezag_hoe, op) if deel)
    return f"{persoon.gezag.label}   ({hoe})" if hoe else persoon.gezag.label


def gezag_kort(persoon: PersoonBeeld) -> str:
    """For a column: `ja`, `nee`, `onbekend`; a dash for who is no parent."""
    return str(persoon.gezag) if persoon.rol is PersoonRol.OUDER and persoon.gezag else "–"


def wanneer(regel: TerugkoppelRegel, vandaag: date) -> str:
    """When a partner hears it."""
    return dag(regel.op, vandaag) if regel.op else regel.moment
