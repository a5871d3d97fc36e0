"""Erasing a casus for good, and the proof of it. What it would do: `wisvoorbeeld`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kernteam_tui.data.fouten import StoreError
from kernteam_tui.data.queries.wissingen import lees_wissing
from kernteam_tui.data.wissen import Wissing, clean_pages, erase_casus, note_beside
from kernteam_tui.domain.codes import LogSoort, WisGrond
from kernteam_tui.domain.datumtekst import dag_met_jaar, dag_van, tijd_kort
from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.exchange.bestand import schrijf_prive
from kernteam_tui.exchange.uitmap import UIT, halve_bestanden, verwijder
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.wisvoorbeeld import WisVoorbeeld, bereid_wissen_voor, hoeveel, vervangen_kluizen

__all__ = [
    "WisBewijs",
    "WisVoorbeeld",
    "Wissing",
    "bereid_wissen_voor",
    "bewaar_bewijs",
    "bewijs_tekst",
    "get_wissing",
    "wis_casus",
]

_KENMERK = 16
"""Digits of the mark on the proof: enough to tell two erasures apart."""


@dataclass(frozen=True)
class WisBewijs:
    """What was done, and the proof of it; names nobody."""

    wissing: Wissing
    bestanden_verwijderd: tuple[Path, ...]
    bestanden_over: tuple[Path, ...]
    """Could not be taken away, or stand where the worker saved them."""
    blijft: tuple[str, ...]
    meldingen: tuple[str, ...]
    """What is not finished yet, and when it will be."""

    @property
    def tekst(self) -> str:
        """The proof as a worker may hand it over."""
        return bewijs_tekst(self.wissing)


def wis_casus(sessie: Sessie, casus: str, grond: WisGrond) -> WisBewijs:
    """Erase a casus for good, with the files it left in `uit/`, and whatever was written there by halves, of
    which nobody knows whose it is; logged without a name. Not to be taken back.

    The files go first: when the program ends in between they can be made again, the other way round nobody
    would know of them. Raises NietGevonden and the errors of a commit; then the casus is still there.
    """
    voorbeeld = bereid_wissen_voor(sessie, casus)
    weg = (*voorbeeld.bestanden, *halve_bestanden(sessie.map))
    verwijderd = tuple(pad for pad in weg if verwijder(pad))
    wissing = erase_casus(sessie.store.engine, voorbeeld.casus_id, grond, sessie.nu())
    return WisBewijs(
        wissing=wissing,
        bestanden_verwijderd=verwijderd,
        bestanden_over=(
            *(pad for pad in weg if pad not in verwijderd),
            *voorbeeld.elders,
        ),
        blijft=voorbeeld.blijft,
        meldingen=(*_ruim_na(sessie), *vervangen_kluizen(sessie.map)),
    )


def get_wissing(sessie: Sessie, nummer: str) -> Wissing:
    """The proof of an erasure, by the number that the casus had. Raises NietGevonden."""
    with sessie.lezen() as conn:
        found = lees_wissing(conn, nummer)
    if found is None:
        raise NietGevonden(
            "Van deze casus is geen bewijs van wissen.", "Kijk in het logboek welk nummer het was."
        )
    return found


def bewaar_bewijs(sessie: Sessie, nummer: str) -> Path:
    """The proof as a text file in `uit/`, to hand over; logged. Raises NietGevonden and those of writing."""
    wissing = get_wissing(sessie, nummer)
    path = sessie.map / UIT / f"bewijs-{nummer}.txt"
    doorlaat = Doorlaat.zonder_clientgegevens("een bewijs van wissen: nummer, dag en grond, geen naam")
    schrijf_prive(path, f"{bewijs_tekst(wissing)}\n".encode(), doorlaat)
    with sessie.unit_of_work() as uow:
        uow.log(LogSoort.GEEXPORTEERD, f"bewijs van wissen {nummer}")
        uow.commit()
    return path


def bewijs_tekst(wissing: Wissing) -> str:
    """The proof as a text to hand over: number, moment and ground, no name."""
    day, time = dag_met_jaar(dag_van(wissing.gewist_op)), tijd_kort(wissing.gewist_op)
    return (
        f"De werkkopie van dossier {wissing.nummer} is op {day} om {time} definitief gewist: "
        f"{_wat_er_was(wissing)}.\n"
        f"Grond: {wissing.grond.label}.\n"
        "Dit gaat over de werkkopie van de gezinswerker, niet over het dossier van de organisatie.\n"
        f"Kenmerk van dit bewijs: {wissing.merk[:_KENMERK]}"
    )


def _wat_er_was(wissing: Wissing) -> str:
    counts = (
        (wissing.notities, "notitie", "notities"),
        (wissing.gesprekken, "gesprek", "gesprekken"),
    )
    named = [hoeveel(number, one, more) for number, one, more in counts if number]
    return f"{', '.join(named)} en alles wat daarbij hoorde" if named else "alles wat erin stond"


def _ruim_na(sessie: Sessie) -> tuple[str, ...]:
    """What comes after the commit. Opening the store does it again where it does not work now."""
    told = []
    try:
        note_beside(sessie.map, sessie.store.engine)
    except StoreError as error:
        told.append(
            f"Het bewijs naast de kluis is nog niet bijgewerkt; dat gebeurt bij het openen. {error.tekst}"
        )
    try:
        clean_pages(sessie.store.engine)
    except StoreError as error:
        told.append(error.zin)
    return tuple(told)
