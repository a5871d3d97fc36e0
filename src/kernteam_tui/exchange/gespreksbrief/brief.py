"""The lines of an invitation on paper, from `assets/gespreksbrief/zinnen-nl.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kernteam_tui.domain.datumtekst import dag_lang
from kernteam_tui.domain.deelcodes import LezerSoort, Uitweg
from kernteam_tui.domain.delen.doorlaat import Doorlaat, DoorlaatOngeldig
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.schoontekst import een_regel
from kernteam_tui.domain.uitnodigen import eind
from kernteam_tui.exchange.vastewoorden import lees_woorden


@dataclass(frozen=True)
class Gespreksbrief:
    """Everything that a letter holds. There is no field for a name or a reason."""

    datum: date
    start: datetime
    """Aware."""
    minuten: int
    plek: str
    """A school or office; empty where it is elsewhere."""
    wie: tuple[str, ...]
    """Who is there besides the reader, as roles: `de mentor`."""
    bellen: str = ""
    """The worker's number; empty where she has none."""
    tolk: bool = False
    """The reader needs an interpreter and one was arranged."""
    afgezegd: bool = False
    was: datetime | None = None
    """The moment that the reader was told before, aware; None where the talk did not move."""


@dataclass(frozen=True)
class Opbouw:
    """A letter as lines."""

    taal: str
    titel: str
    aanhef: str
    inleiding: str
    regels: tuple[tuple[str, str], ...]
    zinnen: tuple[str, ...]
    groet: str
    van_wie: str


def bouw_op(brief: Gespreksbrief, doorlaat: Doorlaat) -> Opbouw:
    """The ready lines; `je` to the jongere, `u` to everybody else.

    Raises DoorlaatOngeldig where the deel-poort gave no leave for an invitation to a person of the family.
    """
    doorlaat.eis(Uitweg.UITNODIGING)
    if doorlaat.lezer is None:
        raise DoorlaatOngeldig("Deze brief mag niet weg.", "Er is niets geschreven.")
    woorden = lees_woorden("gespreksbrief")
    koppen = woorden["koppen"]
    zinnen = woorden["jongere" if doorlaat.lezer is LezerSoort.JONGERE else "ouder"]
    af = "_af" if brief.afgezegd else ""
    soort = "_verzet" if brief.was is not None and not brief.afgezegd else af
    return Opbouw(
        taal=woorden["taal"],
        titel=koppen[f"titel{soort}"],
        aanhef=zinnen["aanhef"],
        inleiding=zinnen[f"inleiding{soort}"],
        regels=tuple(_regels(brief, koppen, zinnen)),
        zinnen=tuple(_zinnen(brief, zinnen, af)),
        groet=koppen["groet"],
        van_wie=koppen["van_wie"],
    )


def _regels(
    brief: Gespreksbrief, koppen: dict[str, str], zinnen: dict[str, str]
) -> Iterator[tuple[str, str]]:
    van, tot = brief.start.astimezone(AMSTERDAM), eind(brief.start, brief.minuten)
    yield koppen["wanneer"], dag_lang(van.date())
    yield koppen["tijd"], f"{van:%H:%M} tot {tot:%H:%M}"
    if brief.afgezegd:
        return
    if brief.was is not None:
        was = brief.was.astimezone(AMSTERDAM)
        yield koppen["was"], f"{dag_lang(was.date())}, {was:%H:%M}"
    yield koppen["duur"], koppen["duur_minuten"].format(minuten=brief.minuten)
    yield koppen["waar"], een_regel(brief.plek) or koppen["niet_op_papier"]
    yield koppen["wie"], _opsomming((zinnen["u"], *brief.wie))


def _zinnen(brief: Gespreksbrief, zinnen: dict[str, str], af: str) -> Iterator[str]:
    bellen = een_regel(brief.bellen)
    yield zinnen[f"bellen{af}"].format(telefoon=bellen) if bellen else zinnen[f"niet_bellen{af}"]
    if brief.afgezegd:
        return
    yield zinnen["iemand_mee"]
    if brief.tolk:
        yield zinnen["tolk"]


def _opsomming(delen: tuple[str, ...]) -> str:
    """`u, de mentor en de leerplichtambtenaar`."""
    return ", ".join(delen[:-1]) + f" en {delen[-1]}" if len(delen) > 1 else delen[0]
