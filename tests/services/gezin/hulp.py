"""Two households of Sami, and what the stories ask of them."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.codes import Reden
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import PersoonBeeld
from kernteam_tui.services.gezin import (
    BroerZusGegevens,
    PersoonInGezin,
    get_gezin,
    meld_broer_of_zus_aan,
)
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok

REGELS = (
    "huis Laan 1 3531 CJ Utrecht",
    "Sami deels",
    "Fatma",
    "Lina zus 4-5-2014",
    "huis bij vader: Dreef 2 Zeist geheim",
    "Ali Yilmaz vader gezag (register) 0612345678",
    "Sami deels",
    "tante Elif",
)


def persoon(sessie: Sessie, casus_id: str, naam: str) -> PersoonBeeld:
    return next(p for p in get_casus(sessie, casus_id).personen if p.naam.startswith(naam))


def erbij(sessie: Sessie, casus_id: str, naam: str) -> PersoonInGezin:
    id_ = persoon(sessie, casus_id, naam).id
    return next(p for p in get_gezin(sessie, casus_id).personen if p.id == id_)


def meld_aan(sessie: Sessie, casus_id: str, naam: str) -> str:
    """Id of a casus for a child who is in the family already."""
    kind = persoon(sessie, casus_id, naam).id
    gegevens = BroerZusGegevens("De Brug", sessie.vandaag(), (Reden.VERZUIM,), persoon_id=kind, klas="1A")
    return meld_broer_of_zus_aan(sessie, casus_id, gegevens).casus_id


def op(sessie: Sessie, dag: date) -> Sessie:
    """The same store on another day."""
    moment = sessie.nu().replace(year=dag.year, month=dag.month, day=dag.day)
    return Sessie(sessie.store, VasteKlok(moment))
