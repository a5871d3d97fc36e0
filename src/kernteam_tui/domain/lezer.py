"""Who may get the page: gezag, two households, age (domain 3.1, 3.2). The full deel-poort builds on this."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.fouten import RegelGeweigerd

ZELF_BESLISSEN = 16
"""From this age the jongere decides who reads along (Jeugdwet 7.3.5; domain 3.1)."""


class GezagOnbekend(RegelGeweigerd):
    """Nobody established whether this parent has gezag."""

    code = "gezag_onbekend"
    titel = "Heeft deze ouder gezag?"


class GeenGezag(RegelGeweigerd):
    """A parent without gezag is informed on request only (BW 1:377c)."""

    code = "geen_gezag"
    titel = "Deze ouder heeft geen gezag"


class ToestemmingOntbreekt(RegelGeweigerd):
    """The jongere is 16 or older and did not agree (Jeugdwet 7.3.5)."""

    code = "toestemming_ontbreekt"
    titel = "De jongere beslist"


class KiesEenOuder(RegelGeweigerd):
    """The parents live apart: each gets a page of their own."""

    code = "kies_een_ouder"
    titel = "Voor welke ouder?"


class GeenPlan(RegelGeweigerd):
    """There is no frozen version to make a page from."""

    code = "geen_plan"
    titel = "Er is nog geen vastgesteld plan"

    def __init__(self) -> None:
        super().__init__(
            "Er is nog geen vastgesteld gezinsplan.", "Stel het plan eerst vast; dan maak je de bladzijde."
        )


@dataclass(frozen=True)
class Ouder:
    """A parent as far as reading the page goes."""

    id: str
    naam: str
    gezag: JaNeeOnbekend
    woont_bij: bool | None


@dataclass(frozen=True)
class Lezer:
    """For whom the page is. `anderen` are the names of parents whose own words are not for this reader."""

    naam: str
    rol: str
    anderen: tuple[str, ...] = ()


def wonen_apart(wonen_bij: Collection[bool | None]) -> bool:
    """Whether the parents do not live together; `wonen_bij` says of each whether the child lives there.

    Not known counts as apart.
    """
    return len(wonen_bij) > 1 and not all(wonen_bij)


def kies_ouder(ouders: Sequence[Ouder]) -> Ouder:
    """Any one parent who may have the page. Raises KiesEenOuder, GezagOnbekend, GeenGezag."""
    if _wonen_apart(ouders):
        raise KiesEenOuder(
            "De ouders wonen niet bij elkaar; ieder krijgt een eigen bladzijde.",
            f"Kies een ouder: {', '.join(sorted(ouder.id for ouder in ouders))}.",
        )
    with_gezag = [ouder for ouder in ouders if ouder.gezag is JaNeeOnbekend.JA]
    if with_gezag:
        return with_gezag[0]
    if any(ouder.gezag is JaNeeOnbekend.ONBEKEND for ouder in ouders):
        raise _gezag_onbekend()
    raise GeenGezag("Er is geen ouder met gezag bekend.", "Voeg een ouder toe bij Gezin.")


def laat_ouder_lezen(
    ouder: Ouder, ouders: Sequence[Ouder], leeftijden: Sequence[int | None], uitzondering: str
) -> Lezer:
    """The reader, where the rules allow it; `uitzondering` is a written reason to pass all but unknown gezag.

    Raises GezagOnbekend, GeenGezag, ToestemmingOntbreekt.
    """
    if ouder.gezag is JaNeeOnbekend.ONBEKEND:
        raise _gezag_onbekend()
    excused = bool(uitzondering.strip())
    if ouder.gezag is JaNeeOnbekend.NEE and not excused:
        raise GeenGezag(
            "Een ouder zonder gezag krijgt alleen op verzoek informatie (BW 1:377c).",
            "Noteer wanneer deze ouder erom vroeg, als reden.",
        )
    if any(age is not None and age >= ZELF_BESLISSEN for age in leeftijden) and not excused:
        raise ToestemmingOntbreekt(
            "De jongere is 16 of ouder en beslist zelf wie dit leest (Jeugdwet 7.3.5).",
            "Vraag het de jongere, en noteer het akkoord als reden.",
        )
    apart = _wonen_apart(ouders)
    return Lezer(ouder.naam, "ouder", tuple(o.naam for o in ouders if apart and o.id != ouder.id))


def _wonen_apart(ouders: Sequence[Ouder]) -> bool:
    return wonen_apart([ouder.woont_bij for ouder in ouders])


def _gezag_onbekend() -> GezagOnbekend:
    return GezagOnbekend(
        "Het is niet bekend of deze ouder gezag heeft.",
        "Ga het na en leg het vast bij Gezin; daarna kan de bladzijde.",
    )


def is_van(citaat_van: str, naam: str) -> bool:
    """Whether words are said to be of the person with this name: the whole name, or a part of it.

    A family name that others share counts too: rather words left out than in the wrong hands.
    """
    said = citaat_van.casefold().split()
    return bool(said) and set(said) <= set(naam.casefold().split())
