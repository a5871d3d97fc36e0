"""A copy as headings and lines, the same on paper and as text; words from `assets/afschrift`."""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.afschrift.stukken import Aanspreekvorm, Afschrift, Hoofdstuk, Stuk
from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.deelcodes import Uitweg
from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.domain.schoontekst import een_regel, zonder_stuurtekens
from kernteam_tui.exchange.vastewoorden import lees_woorden


@dataclass(frozen=True)
class Zinnen:
    """The fixed words of a copy."""

    taal: str
    checked_by: str
    """The reader who checked these words; empty: nobody yet."""
    koppen: dict[str, str]
    zinnen: dict[str, str]
    rechten: tuple[str, ...]


@dataclass(frozen=True)
class Blok:
    """One piece: its heading, and lines of a label (may be empty) with paragraphs."""

    kop: str
    regels: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Deel:
    """One part of the copy."""

    kop: str
    blokken: tuple[Blok, ...]


@dataclass(frozen=True)
class Opbouw:
    """Everything that is printed, ready."""

    taal: str
    titel: str
    van_wie: str
    kop: tuple[tuple[str, str], ...]
    delen: tuple[Deel, ...]
    weggelaten_kop: str
    weggelaten_zin: str
    weggelaten: tuple[str, ...]
    rechten_kop: str
    rechten: tuple[str, ...]
    bladzijde_van: str


def bouw_op(afschrift: Afschrift, doorlaat: Doorlaat) -> Opbouw:
    """The ready lines. Raises DoorlaatOngeldig where the deel-poort did not give leave for this copy."""
    doorlaat.eis(Uitweg.BRIEF if afschrift.belangrijk else Uitweg.AFSCHRIFT)
    woorden = lees_zinnen(afschrift.aanspreekvorm)
    koppen, zinnen = woorden.koppen, woorden.zinnen
    out = tuple(weg.zin for weg in afschrift.weggelaten)
    asked = afschrift.gevraagd_op
    return Opbouw(
        taal=woorden.taal,
        titel=koppen["titel_belangrijk" if afschrift.belangrijk else "titel"],
        van_wie=zinnen["van_wie"],
        kop=(
            (koppen["voor"], _regel(afschrift.voor)),
            (koppen["casus"], afschrift.casus),
            (koppen["gemaakt"], dag_met_jaar(afschrift.datum)),
            *(((koppen["gevraagd"], dag_met_jaar(asked)),) if asked is not None else ()),
        ),
        delen=tuple(
            Deel(hoofdstuk.label, tuple(_blok(stuk) for stuk in afschrift.van(hoofdstuk)))
            for hoofdstuk in Hoofdstuk
            if afschrift.van(hoofdstuk)
        ),
        weggelaten_kop=koppen["weggelaten"],
        weggelaten_zin=zinnen["waarom_weg" if out else "niets_weg"],
        weggelaten=out,
        rechten_kop=koppen["rechten"],
        rechten=woorden.rechten,
        bladzijde_van=zinnen["bladzijde_van"],
    )


def lees_zinnen(vorm: Aanspreekvorm = Aanspreekvorm.U) -> Zinnen:
    """The fixed words: those of `u`, with those that differ for this way of speaking."""
    woorden = lees_woorden("afschrift", vorm)
    rights = tuple(woorden["rechten"].values())
    return Zinnen(woorden["taal"], woorden["checked_by"], woorden["koppen"], woorden["zinnen"], rights)


def _blok(stuk: Stuk) -> Blok:
    return Blok(_regel(stuk.kop), tuple((regel.label, _alineas(regel.tekst)) for regel in stuk.regels))


def _alineas(tekst: str) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in zonder_stuurtekens(tekst).split("\n"))
    return tuple(line for line in lines if line)


def _regel(tekst: str) -> str:
    clean = een_regel(tekst)
    return clean[:1].upper() + clean[1:]
