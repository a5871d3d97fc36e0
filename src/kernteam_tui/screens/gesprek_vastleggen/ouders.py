"""The rows that ask why no parent was there, and when they hear of it (S33, S34)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from textual.widget import Widget

from kernteam_tui.domain.datumtekst import dag_cijfers
from kernteam_tui.services.gesprekken import GesprekBeeld
from kernteam_tui.services.zonder_ouders import OudersBijGesprek, ZonderOuders
from kernteam_tui.widgets.datumlezen import lees_datum
from kernteam_tui.widgets.keuzes import Keuzerij
from kernteam_tui.widgets.tekst import Kopregel
from kernteam_tui.widgets.velden import Datumveld, Tekstveld

RIJ = "zonder-ouders"
"""Class of every row here."""
NOG, AL, NIET = "nog", "al", "niet"
_ANTWOORD = {"ouders_voor": NOG, "ouders_op": AL, "ouders_niet": NIET}
"""Row -> the answer with which it is asked."""


def ouder_rijen(bij: OudersBijGesprek, vandaag: date) -> Iterator[Widget]:
    """A heading and the rows; none where every jongere is an adult."""
    if not bij.vragen:
        return
    yield Kopregel("Zonder ouders", classes=RIJ)
    antwoorden = [("ik vertel het ze nog", NOG), ("ze weten het al", AL)]
    if bij.mag_niet:
        antwoorden.append(("de jongere (16+) wil dit niet", NIET))
    rijen = (
        Tekstveld("ouders_waarom", "Waarom niet?", verplicht=True, voorbeeld="in een paar woorden"),
        Keuzerij("ouders_horen", "Ouders horen het", antwoorden, verplicht=True, uitleg=_uitleg(bij)),
        Datumveld("ouders_voor", "Vertellen vóór", vandaag, verplicht=True, uitleg="Binnen vijf werkdagen."),
        Datumveld("ouders_op", "Verteld op", vandaag, verplicht=True),
        Tekstveld("ouders_niet", "Jongere zegt", verplicht=True),
    )
    for rij in rijen:
        rij.add_class(RIJ)
        yield rij


def _uitleg(bij: OudersBijGesprek) -> str:
    if bij.mag_niet:
        return "Vanaf 16 beslist een jongere dit zelf (Jeugdwet 7.3.5)."
    return "Ouders horen het altijd. Pas vanaf 16 kan een jongere zeggen dat dit niet mag (Jeugdwet 7.3.5)."


def ouder_waarde(gesprek: GesprekBeeld, bij: OudersBijGesprek, vandaag: date) -> dict[str, str]:
    """What was noted before; else the day within five working days stands ready."""
    if not bij.vragen:
        return {}
    eerder = bij.zonder or ZonderOuders(gesprek.zonder, informeren_voor=bij.uiterlijk)
    horen = NIET if eerder.ouders_niet else AL if eerder.geinformeerd_op else NOG
    return {
        "ouders_waarom": eerder.waarom,
        "ouders_horen": horen,
        "ouders_voor": dag_cijfers(eerder.informeren_voor or bij.uiterlijk),
        "ouders_op": dag_cijfers(eerder.geinformeerd_op or vandaag),
        "ouders_niet": eerder.ouders_niet,
    }


def ouders_gevraagd(gesprek: GesprekBeeld, aanwezig: Collection[str]) -> bool:
    """Whether nobody who was there is a parent."""
    return not any(d.is_ouder and d.id in aanwezig for d in gesprek.deelnemers)


def zichtbaar(rij: str, horen: str) -> bool:
    """Whether that row is asked with this answer."""
    return _ANTWOORD.get(rij, horen) == horen


def als_zonder_ouders(waarde: Mapping[str, Any], vandaag: date) -> ZonderOuders:
    """What the rows hold."""
    horen = waarde["ouders_horen"]
    return ZonderOuders(
        waarom=waarde["ouders_waarom"],
        informeren_voor=lees_datum(waarde["ouders_voor"], vandaag) if horen == NOG else None,
        geinformeerd_op=lees_datum(waarde["ouders_op"], vandaag) if horen == AL else None,
        ouders_niet=waarde["ouders_niet"] if horen == NIET else "",
    )
