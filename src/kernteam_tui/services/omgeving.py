"""What around the store asks for attention each time it is opened: where it lies, and what the clock says."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kernteam_tui.data.omgeving.netwerkschijf import netwerkschijf
from kernteam_tui.data.omgeving.wolkmap import wolkdienst
from kernteam_tui.data.opening.rechten import open_to_others
from kernteam_tui.data.queries.tijd import jongste_moment
from kernteam_tui.domain.datumtekst import dag_lang
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.sessie import Sessie

SPELING = timedelta(hours=2)
"""What was saved this much later than now was saved by another clock; less is a clock that mends itself."""


@dataclass(frozen=True)
class Waarschuwing:
    """One thing to know before going to work, as an error says it: a title, what is so, and what to do."""

    code: str
    titel: str
    tekst: str
    stap: str
    dringend: bool
    """True for what can cost work or a deadline: told in a dialog, not in passing."""

    @property
    def zin(self) -> str:
        """As one line."""
        return f"{self.tekst} {self.stap}"


def waarschuwingen(sessie: Sessie) -> tuple[Waarschuwing, ...]:
    """What to say at this opening, the worst first; a few milliseconds."""
    gevonden = (
        over_het_logbestand(sessie),
        over_de_klok(sessie),
        over_de_schijf(sessie.map),
        over_de_map(sessie.map),
        over_de_rechten(sessie.map),
    )
    return tuple(sorted((w for w in gevonden if w is not None), key=lambda w: not w.dringend))


def over_het_logbestand(sessie: Sessie) -> Waarschuwing | None:
    """The last saves of an earlier session are gone with its log; what is there is whole."""
    lost = sessie.store.log_damaged
    if lost is None:
        return None
    return Waarschuwing(lost.code, lost.titel, lost.tekst, lost.stap, dringend=True)


def over_de_klok(sessie: Sessie, nu: datetime | None = None) -> Waarschuwing | None:
    """A clock that was set back makes every deadline look further off than it is.

    `nu`: what the clock of the computer says, UTC. A day that was asked for (`--vandaag`) counts as now when
    it is later.
    """
    klok = max(nu or datetime.now(UTC), sessie.nu())
    with sessie.lezen() as lezing:
        jongste = jongste_moment(lezing)
    if jongste is None or jongste - klok <= SPELING:
        return None
    bewaard, vandaag = (moment.astimezone(AMSTERDAM).date() for moment in (jongste, klok))
    if bewaard <= vandaag:
        return None  # hours do not matter: deadlines are days
    return Waarschuwing(
        "klok_terug",
        "De klok van je computer staat terug",
        f"Het laatste in deze kluis is bewaard op {dag_lang(bewaard)}, maar je computer denkt dat het "
        f"{dag_lang(vandaag)} is: termijnen kloppen nu niet.",
        "Zet de datum en tijd van je computer goed en start kernteam opnieuw.",
        dringend=True,
    )


def over_de_schijf(map_: Path) -> Waarschuwing | None:
    """A store on a drive that several computers share can be spoilt by two of them at once."""
    soort = netwerkschijf(map_)
    if not soort:
        return None
    return Waarschuwing(
        "netwerkschijf",
        "De kluis staat op een netwerkschijf",
        f"De map van de kluis staat op een netwerkschijf ({soort}); als de verbinding hapert kan de kluis "
        "stukgaan.",
        "Verplaats de hele map naar deze computer zelf, met het programma dicht; alleen reservekopieën mogen "
        "daar staan.",
        dringend=True,
    )


def over_een_doel(map_: Path) -> tuple[str, ...]:
    """What to know of a folder in which a readable file is put: a sentence where a cloud service takes it."""
    dienst = wolkdienst(map_)
    if not dienst:
        return ()
    return (f"Deze map gaat vanzelf naar {dienst}: het bestand staat dan niet alleen op deze computer.",)


def over_de_map(map_: Path, omgeving: Mapping[str, str] = os.environ) -> Waarschuwing | None:
    """A cloud service copies files while they change, and takes what is readable off the laptop."""
    dienst = wolkdienst(map_, omgeving)
    if not dienst:
        return None
    return Waarschuwing(
        "wolkmap",
        "De kluis staat in een gedeelde map",
        f"De map van de kluis wordt door {dienst} gesynchroniseerd: bladzijden in de map ‘uit’ gaan mee naar "
        f"buiten, en {dienst} kan een oude kluis terugzetten.",
        "Verplaats de hele map, met het programma dicht, naar een map die niet wordt gesynchroniseerd.",
        dringend=False,
    )


def over_de_rechten(map_: Path) -> Waarschuwing | None:
    """A folder that others on this computer may look into; its files are closed to them all the same."""
    namen = open_to_others(map_)
    if not namen:
        return None
    waar = "in de map van de kluis" if "." in namen else f"bij {', '.join(namen)}"
    return Waarschuwing(
        "rechten",
        "Anderen kunnen bij de map",
        f"Andere gebruikers van deze computer mogen {waar} kijken; lezen kunnen ze de kluis niet.",
        "Zet de kluis in een eigen map, of haal de rechten van anderen op deze map weg.",
        dringend=False,
    )
