"""The genogram of a family: look at it, put somebody in it, save it for one's own work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.bladzijde import lezercode
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.deelcodes import Gegeven, Uitweg
from kernteam_tui.domain.delen.deelvraag import Feit
from kernteam_tui.domain.delen.doorlaat import laat_door
from kernteam_tui.domain.delen.naamgenoten import namen_van
from kernteam_tui.domain.genogram.erbij import Verwant, voeg_verwant_toe
from kernteam_tui.domain.genogram.omschrijving import beschrijf, beschrijf_lid
from kernteam_tui.domain.genogram.stamboom import Stamboom
from kernteam_tui.domain.genogram.uit_gezin import stamboom_van
from kernteam_tui.exchange.bestand import schrijf_prive
from kernteam_tui.exchange.genogram import maak_genogram
from kernteam_tui.exchange.uitmap import UIT
from kernteam_tui.services.deelpoort import eis, lees_poort
from kernteam_tui.services.inzage import noteer_inzage
from kernteam_tui.services.omgeving import over_een_doel
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toestemmingnamen import laat_toestemmingen_volgen

VORMEN = {"pdf": "pdf", "tekst": "txt"}
"""Kind of file -> extension."""


@dataclass(frozen=True)
class GenogramBeeld:
    """The family of one casus as a genogram."""

    nummer: str
    jongere: str
    stamboom: Stamboom
    jongere_ids: tuple[str, ...]

    @property
    def omschrijving(self) -> tuple[str, ...]:
        """The same in words, one line per person."""
        return beschrijf(self.stamboom)

    def zin_over(self, lid_id: str) -> str:
        """The line of this one person; two may have the same name. Raises KeyError."""
        return beschrijf_lid(self.stamboom, lid_id)


@dataclass(frozen=True)
class GenogramUitkomst:
    """The file that was written, and what the worker should know of it."""

    bestand: Path
    meldingen: tuple[str, ...]


def get_genogram(sessie: Sessie, casus_id: str) -> GenogramBeeld:
    """Everybody of the family, and how they belong together. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        return _beeld(uow, sessie, casus_id)


def open_genogram(sessie: Sessie, casus_id: str) -> GenogramBeeld:
    """As `get_genogram`; the log notes that it was opened."""
    beeld = get_genogram(sessie, casus_id)
    noteer_inzage(sessie, "genogram", casus_id)
    return beeld


def voeg_toe(sessie: Sessie, casus_id: str, bij_id: str, als: Verwant, naam: str) -> str:
    """Put somebody in, as what they are to a person who is there; answers the id.

    Raises InhoudOngeldig without a name, NietGevonden.
    """
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        namen = namen_van(gezin)
        nieuw = voeg_verwant_toe(gezin, bij_id, als, naam, [jongere.id for jongere in casus.jongeren])
        uow.log(LogSoort.GEWIJZIGD, "gezin: iemand erbij", casus_id=casus_id)
        laat_toestemmingen_volgen(uow, gezin, namen, sessie.vandaag())
        uow.commit()
        return nieuw.id


def maak_genogrambestand(
    sessie: Sessie, casus_id: str, vorm: str = "pdf", uit: Path | None = None
) -> GenogramUitkomst:
    """Write the genogram for the worker's own work, by default into `uit/` beside the store; it is logged.

    Everybody of the family stands on it, so it is for nobody else: who gets one, gets it drawn together.
    Raises NietGevonden, PdfMislukt and the errors of writing a file.
    """
    with sessie.unit_of_work() as uow:
        poort = lees_poort(uow, casus_id, sessie.vandaag())
        gevallen = poort.eigen_werk(Uitweg.TEKENING)
        eis(gevallen)
        door = laat_door([Feit("genogram", Gegeven.INHOUD)], *gevallen)
        beeld = _beeld(uow, sessie, casus_id)
        data, meldingen = _druk(beeld, vorm, sessie)
        code = lezercode(poort.gezin.id, "genogram")
        pad = uit or sessie.map / UIT / f"genogram-k{code}.{VORMEN[vorm]}"
        schrijf_prive(pad, data, door.doorlaat)
        wat = f"genogram ({vorm})"
        uow.note_uitvoer(casus_id, str(pad), wat, gevallen[0].lezer.soort.value)
        uow.log(LogSoort.GEEXPORTEERD, wat, casus_id=casus_id, voor=gevallen[0].lezer.soort.value)
        uow.commit()
    return GenogramUitkomst(pad, (*meldingen, *over_een_doel(pad.parent)))


def _beeld(uow: UnitOfWork, sessie: Sessie, casus_id: str) -> GenogramBeeld:
    casus = uow.casussen.get(casus_id)
    gezin = uow.gezinnen.get(casus.gezin_id)
    ids = tuple(jongere.id for jongere in casus.jongeren)
    return GenogramBeeld(
        casus.nummer, casus.jongere.korte_naam, stamboom_van(gezin, ids, sessie.vandaag()), ids
    )


def _druk(beeld: GenogramBeeld, vorm: str, sessie: Sessie) -> tuple[bytes, tuple[str, ...]]:
    if vorm == "tekst":
        return ("\n".join(beeld.omschrijving) + "\n").encode(), ()
    druk = maak_genogram(beeld.stamboom, f"Genogram {beeld.nummer}", sessie.vandaag())
    return druk.data, druk.meldingen
