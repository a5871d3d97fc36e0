"""How the caseload stands in its table: orders, columns for a width, and cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from kernteam_tui.domain.codes import Fase
from kernteam_tui.domain.datumtekst import dag_kaal, termijn_kort
from kernteam_tui.domain.optijd import Optijd
from kernteam_tui.services.caseload import CaseloadRegel
from kernteam_tui.widgets.tabel import Kolom, Rij

AFGESLOTEN = "afgesloten"
"""Key of the row between the open and the closed casussen."""
_FASEN = tuple(Fase)
_ZACHT = "#8c8c8c"


@dataclass(frozen=True)
class Volgorde:
    """An order of the list: under which column it shows, in words, and what it sorts by."""

    kolom: str
    woorden: str
    sleutel: Callable[[CaseloadRegel], Any]


VOLGORDEN: dict[str, Volgorde] = {
    "aangemeld": Volgorde("dagen", "nieuwste aanmelding eerst", lambda r: -r.aangemeld.toordinal()),
    "wacht": Volgorde("dagen", "langst geleden aangemeld eerst", lambda r: r.aangemeld),
    "volgende": Volgorde("volgende", "eerstvolgende datum eerst", lambda r: r.volgende or date.max),
    "contact": Volgorde("contact", "langst geen contact eerst", lambda r: r.laatste_contact or date.min),
    "signalen": Volgorde("signalen", "meeste signalen eerst", lambda r: -len(r.signalen)),
    "jongere": Volgorde("jongere", "op naam", lambda r: r.jongere.casefold()),
    "school": Volgorde("school", "op school en klas", lambda r: (r.school.casefold(), r.klas.casefold())),
    "fase": Volgorde("fase", "op fase", lambda r: _FASEN.index(r.fase)),
    "nummer": Volgorde("nummer", "op nummer", lambda r: r.nummer),
}
"""In the order in which one key walks through them."""

_VAST = {"nummer": 8, "klas": 5, "fase": 14, "dagen": 6, "volgende": 9, "contact": 8}
_DELEN = {"jongere": 5, "school": 3, "signalen": 4}
"""How these columns share what is left."""
_KOPPEN = {
    "nummer": "Nummer",
    "jongere": "Jongere",
    "school": "School",
    "klas": "Klas",
    "fase": "Fase",
    "dagen": "Dagen",
    "volgende": "Volgende",
    "contact": "Contact",
    "signalen": "Signalen",
}
_SMAL = frozenset({"nummer", "jongere", "fase", "dagen", "volgende", "signalen"})
_BREED_GENOEG = 100
_RUIMTE = 2
"""Cells that a table adds to each column."""


def volgende_volgorde(naam: str) -> str:
    """The order after this one; after the last the first."""
    namen = list(VOLGORDEN)
    return namen[(namen.index(naam) + 1) % len(namen)] if naam in VOLGORDEN else namen[0]


def sorteer(regels: Iterable[CaseloadRegel], volgorde: str) -> list[CaseloadRegel]:
    """In that order; closed casussen always after the open ones."""
    gekozen = VOLGORDEN.get(volgorde, VOLGORDEN["aangemeld"])
    return sorted(regels, key=lambda regel: (not regel.open, gekozen.sleutel(regel)))


def kolommen(breed: int, volgorde: str, scholen: int = 2) -> list[Kolom]:
    """The columns that fit in `breed` cells, the sorted one with ▾; for one school no column."""
    namen = [naam for naam in _KOPPEN if breed >= _BREED_GENOEG or naam in _SMAL]
    if scholen < 2 and "school" in namen:
        namen.remove("school")
    rest = max(20, breed - sum(_VAST.get(naam, 0) + _RUIMTE for naam in namen))
    samen = sum(_DELEN.get(naam, 0) for naam in namen)
    gesorteerd = VOLGORDEN.get(volgorde, VOLGORDEN["aangemeld"]).kolom
    return [
        Kolom(
            naam,
            _KOPPEN[naam] + ("▾" if naam == gesorteerd else ""),
            _VAST.get(naam) or rest * _DELEN[naam] // samen,
        )
        for naam in namen
    ]


def rijen(regels: Iterable[CaseloadRegel], hoe: Sequence[Kolom], vandaag: date) -> list[Rij]:
    """A row for each casus, and one that says where the closed ones begin."""
    lijst: list[Rij] = []
    gesloten_begonnen = False
    for regel in regels:
        if not regel.open and not gesloten_begonnen:
            gesloten_begonnen = True
            lijst.append(Rij(AFGESLOTEN, _scheiding(hoe)))
        lijst.append(Rij(regel.casus_id, [_cel(regel, kolom, vandaag) for kolom in hoe]))
    return lijst


def _scheiding(hoe: Iterable[Kolom]) -> list[Text]:
    return [Text("─ afgesloten" if kolom.sleutel == "jongere" else "", style=_ZACHT) for kolom in hoe]


_CELLEN: dict[str, Callable[[CaseloadRegel, date], str]] = {
    "nummer": lambda regel, _: regel.nummer,
    "jongere": lambda regel, _: regel.jongere,
    "school": lambda regel, _: regel.school,
    "klas": lambda regel, _: regel.klas,
    "fase": lambda regel, _: fase_tekst(regel),
    "dagen": lambda regel, _: f"{regel.dagen:>5}",
    "volgende": lambda regel, vandaag: termijn_kort(regel.volgende, vandaag) if regel.volgende else "",
    "contact": lambda regel, vandaag: (
        dag_kaal(regel.laatste_contact, vandaag) if regel.laatste_contact else "–"
    ),
    "signalen": lambda regel, _: signaal_woorden(regel),
}


def fase_tekst(regel: CaseloadRegel) -> str:
    """The fase; of who waits the days on the second clock: `wacht 34 dagen`."""
    if regel.wacht is None or regel.fase is not Fase.WACHT_OP_START:
        return regel.fase.label
    return f"wacht {regel.wacht.dagen} dag{'' if regel.wacht.dagen == 1 else 'en'}"


def _cel(regel: CaseloadRegel, kolom: Kolom, vandaag: date) -> str | Text:
    """Plain where it can be: making a Text for each of thousands of cells takes long."""
    breed = kolom.breedte or 1
    woorden = _CELLEN[kolom.sleutel](regel, vandaag)
    if cell_len(woorden) > breed:
        woorden = f"{set_cell_size(woorden, breed - 1)}…"
    return woorden if regel.open else Text(woorden, style=_ZACHT, no_wrap=True)


def signaal_woorden(regel: CaseloadRegel) -> str:
    """`3  startgesprek plannen`; empty when nothing must be done."""
    spoed = "spoed  " if regel.spoed and regel.open else ""
    if not regel.signalen:
        return spoed.strip()
    return f"{spoed}{len(regel.signalen)}  {regel.signalen[0].tekst}"


def telling(alle: Iterable[CaseloadRegel], getoond: int) -> str:
    """`23 casussen, 4 afgesloten`; with how many are shown where that are fewer."""
    lijst = list(alle)
    gesloten = sum(not regel.open for regel in lijst)
    casussen = "1 casus" if len(lijst) == 1 else f"{len(lijst)} casussen"
    geheel = f"{casussen}, {gesloten} afgesloten" if gesloten else casussen
    return geheel if getoond == len(lijst) else f"{getoond} van {geheel}"


def optijd_tekst(optijd: Optijd, vandaag: date) -> str:
    """`Op tijd sinds 1 aug: 14 van 20 startgesprekken (70%); het gezin koos later: 3`; empty at the start."""
    if optijd.procent is None:
        return f"Startgesprekken die het gezin later koos: {optijd.gezin}" if optijd.gezin else ""
    sinds = dag_kaal(optijd.sinds, vandaag)
    apart = f"; het gezin koos later: {optijd.gezin}" if optijd.gezin else ""
    woord = "startgesprek" if optijd.samen == 1 else "startgesprekken"
    return f"Op tijd sinds {sinds}: {optijd.op_tijd} van {optijd.samen} {woord} ({optijd.procent}%){apart}"
