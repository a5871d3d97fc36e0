"""The formats of the gezinsplan: reading in one of the organisation, choosing in which new plans are begun.

A format that was read in is kept as it was, for ever: plans are written in it. What changes gets a new name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kernteam_tui.data.queries.planformaten import tel_plannen
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.eigenformaat import EigenFormaat
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
from kernteam_tui.domain.planformaat import VEREIST, PlanFormaat
from kernteam_tui.exchange.formaten.planformaat import MAX_BYTES, lees_formaattekst, lees_planformaat
from kernteam_tui.exchange.planformaat import VAN_HET_PROGRAMMA, VOORVOEGSEL, formaattekst
from kernteam_tui.services.padtekst import lees_pad
from kernteam_tui.services.planvorm import formaat_in_gebruik, formaat_met_naam
from kernteam_tui.services.sessie import Sessie

__all__ = [
    "MAX_BYTES",
    "FormaatBeeld",
    "kies_formaat",
    "lees_formaat_in",
    "lees_formaatbestand",
    "lees_inhoud",
    "list_formaten",
]


@dataclass(frozen=True)
class FormaatBeeld:
    """One format. `ingelezen_op` None: of the program itself."""

    naam: str
    onderdelen: int
    velden: int
    ingelezen_op: date | None
    in_gebruik: bool
    plannen: int
    """How many plans are written in it now."""


def list_formaten(sessie: Sessie) -> tuple[FormaatBeeld, ...]:
    """All formats: those of the organisation, the last read in first, then those of the program."""
    with sessie.lezen() as conn:
        plans = tel_plannen(conn)
    with sessie.unit_of_work() as uow:
        used = formaat_in_gebruik(uow)
        own = {eigen.naam: eigen for eigen in reversed(uow.formaten.find())}
        return tuple(
            _beeld(formaat_met_naam(uow, naam), own.get(naam), naam == used, plans.get(naam, 0))
            for naam in (*own, *VAN_HET_PROGRAMMA)
        )


def lees_formaat_in(sessie: Sessie, data: bytes, *, in_gebruik: bool = False) -> tuple[FormaatBeeld, ...]:
    """Keep a copy of a format file, and begin new plans in it where asked. The same file twice is kept once.

    Raises InhoudOngeldig, which says where in the file something is wrong; also for a name of the program,
    and for a name that is here already with another content.
    """
    tekst = lees_formaattekst(data)
    formaat = lees_planformaat(tekst, VEREIST)
    _weiger_naam_van_het_programma(formaat.naam)
    with sessie.unit_of_work() as uow:
        known = uow.formaten.find(naam=formaat.naam)
        if known and known[0].inhoud != tekst:
            raise InhoudOngeldig(
                f"Er is al een planformaat ‘{formaat.naam}’ met een andere inhoud; plannen blijven zoals ze "
                "begonnen zijn.",
                "Geef dit bestand een nieuwe naam bij formaat, bijvoorbeeld met een ander jaar of nummer.",
            )
        if not known:
            uow.formaten.add(EigenFormaat(naam=formaat.naam, inhoud=tekst, ingelezen_op=sessie.vandaag()))
            uow.log(LogSoort.GEWIJZIGD, "planformaat: ingelezen")
        if in_gebruik:
            _neem_in_gebruik(uow, formaat.naam)
        if in_gebruik or not known:
            uow.commit()
    return list_formaten(sessie)


def lees_formaatbestand(sessie: Sessie, pad: str, *, in_gebruik: bool = False) -> tuple[FormaatBeeld, ...]:
    """As `lees_formaat_in`, from a path as it was typed. Raises InhoudOngeldig where it cannot be read."""
    return lees_formaat_in(sessie, _lees_bytes(lees_pad(pad)), in_gebruik=in_gebruik)


def kies_formaat(sessie: Sessie, naam: str) -> tuple[FormaatBeeld, ...]:
    """Begin new plans in this format; plans that were begun stay in theirs. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        if naam not in _namen(uow):
            raise _is_er_niet(_namen(uow))
        _neem_in_gebruik(uow, naam)
        uow.commit()
    return list_formaten(sessie)


def lees_inhoud(sessie: Sessie, naam: str) -> str:
    """The whole file of a format, to begin a new one with. Raises NietGevonden."""
    if naam in VAN_HET_PROGRAMMA:
        return formaattekst(naam)
    with sessie.unit_of_work() as uow:
        for eigen in uow.formaten.find(naam=naam):
            return eigen.inhoud
        raise _is_er_niet((*_namen(uow), *VAN_HET_PROGRAMMA[1:]))


def _is_er_niet(namen: tuple[str, ...]) -> NietGevonden:
    return NietGevonden("Dit planformaat is er niet.", f"Kies uit: {', '.join(namen)}.")


def _neem_in_gebruik(uow: UnitOfWork, naam: str) -> None:
    """Of the program only the newest begins plans; choosing an older one is refused by `_namen`."""
    for eigen in uow.formaten.find():
        eigen.in_gebruik = eigen.naam == naam
    uow.log(LogSoort.GEWIJZIGD, "planformaat: in gebruik")


def _namen(uow: UnitOfWork) -> tuple[str, ...]:
    """Those that new plans can be begun in."""
    return (*(eigen.naam for eigen in uow.formaten.find()), VAN_HET_PROGRAMMA[0])


def _weiger_naam_van_het_programma(naam: str) -> None:
    if naam.startswith(VOORVOEGSEL):
        raise InhoudOngeldig(
            f"Een naam die met {VOORVOEGSEL} begint, is van het programma zelf.",
            "Geef het een eigen naam bij formaat, bijvoorbeeld wijkteam-2026-1.",
        )


def _lees_bytes(pad: Path) -> bytes:
    """No more than it takes to see that it is too much."""
    try:
        if not pad.is_file():
            raise InhoudOngeldig(
                "Daar staat geen bestand.",
                "Kijk of de map en de naam (.toml) kloppen.",
            )
        with pad.open("rb") as bestand:
            return bestand.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        raise InhoudOngeldig(
            "Dit bestand kan niet worden gelezen.", "Kijk of je het zelf kunt openen."
        ) from None


def _beeld(formaat: PlanFormaat, eigen: EigenFormaat | None, in_use: bool, plans: int) -> FormaatBeeld:
    return FormaatBeeld(
        naam=formaat.naam,
        onderdelen=len(formaat.onderdelen),
        velden=sum(len(onderdeel.velden) for onderdeel in formaat.onderdelen),
        ingelezen_op=eigen.ingelezen_op if eigen else None,
        in_gebruik=in_use,
        plannen=plans,
    )
