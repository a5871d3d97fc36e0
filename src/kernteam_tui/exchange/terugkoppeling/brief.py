"""The message to a partner: its lines and its one sentence, from `assets/terugkoppeling/zinnen-nl.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.deelcodes import Uitweg
from kernteam_tui.domain.delen.doorlaat import Doorlaat, DoorlaatOngeldig
from kernteam_tui.domain.schoontekst import een_regel
from kernteam_tui.domain.terugkoppeling import Nieuws
from kernteam_tui.exchange.vastewoorden import lees_woorden

LABEL_BREED = 8


@dataclass(frozen=True)
class Brief:
    """Everything that a message holds. There is no field for more."""

    aan: str
    """A role: `leerplicht`."""
    over: tuple[str, ...]
    """Each jongere as `over_wie` says it."""
    datum: date
    nieuws: Nieuws


@dataclass(frozen=True)
class Zinnen:
    """The fixed words of a message."""

    taal: str
    checked_by: str
    """The reader who checked these words; empty: nobody yet."""
    koppen: dict[str, str]
    zinnen: dict[str, str]


@dataclass(frozen=True)
class Opbouw:
    """A message as lines, the same on paper and as text."""

    taal: str
    titel: str
    van_wie: str
    regels: tuple[tuple[str, str], ...]
    zin: str


def bouw_op(brief: Brief, doorlaat: Doorlaat) -> Opbouw:
    """The ready lines. Raises DoorlaatOngeldig where the deel-poort did not give leave for this."""
    doorlaat.eis(Uitweg.TERUGKOPPELING)
    if not doorlaat.oordelen:
        raise DoorlaatOngeldig("Dit bericht mag niet weg.", "Er is niets geschreven.")
    woorden = lees_zinnen()
    koppen, zinnen = woorden.koppen, woorden.zinnen
    zin = zinnen[brief.nieuws.aanleiding].format(dag=dag_met_jaar(brief.nieuws.op))
    return Opbouw(
        taal=woorden.taal,
        titel=koppen["titel"],
        van_wie=zinnen["van_wie"],
        regels=(
            (koppen["van"], zinnen["van_wie"]),
            (koppen["aan"], een_regel(brief.aan)),
            (koppen["datum"], dag_met_jaar(brief.datum)),
            (koppen["over"], een_regel(" en ".join(brief.over))),
        ),
        zin=zin,
    )


def maak_tekst(brief: Brief, doorlaat: Doorlaat) -> str:
    """The message as plain text, ending in one newline. Raises DoorlaatOngeldig."""
    opbouw = bouw_op(brief, doorlaat)
    kop = [f"{label + ':':<{LABEL_BREED}}{waarde}" for label, waarde in opbouw.regels]
    return "\n".join([*kop, "", opbouw.zin]) + "\n"


def lees_zinnen() -> Zinnen:
    """The fixed words."""
    woorden = lees_woorden("terugkoppeling")
    return Zinnen(woorden["taal"], woorden["checked_by"], woorden["koppen"], woorden["zinnen"])
