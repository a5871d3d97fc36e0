"""The folder in which exported calendars are looked for. Its files are only read, never moved or changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from kernteam_tui.data.queries.agendas import AgendaKort, lees_agendas_kort
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.fouten import InhoudOngeldig, KernteamError
from kernteam_tui.exchange.kalenderbestand import Mapnaam, lees_namen
from kernteam_tui.services.agendas import GelezenBestand, bestandsnaam, lees_bestand, neem_alle_aan
from kernteam_tui.services.instellingen import get_instellingen, save_instellingen
from kernteam_tui.services.nazorg import Verslag
from kernteam_tui.services.padtekst import lees_pad
from kernteam_tui.services.planweek import kies_ids
from kernteam_tui.services.school import list_scholen
from kernteam_tui.services.sessie import Sessie

MEESTE_PER_KEER = 50
"""Files that are read in one look; what is left comes the next time."""
KIES_ANDERS = "Zet hem weer neer, of kies een andere map bij Agenda’s (ctrl+r)."


class Koppeling(Enum):
    """What is known of a file in the folder."""

    NIEUW = auto()
    """Never read in: it is not known whose agenda it is."""
    BIJ = auto()
    """Read in, and not written since."""
    NIEUWER = auto()
    """Written after it was read in."""
    VAN_MEER = auto()
    """The same name was read in for more than one person: it is not known whose this is."""


@dataclass(frozen=True)
class Mapbestand:
    """A file in the folder; `partner_id` is who it belongs to, empty where that is not known."""

    naam: str
    pad: str
    geschreven: datetime | None
    koppeling: Koppeling
    partner_id: str = ""


@dataclass(frozen=True)
class Mapbeeld:
    """What lies in the folder. `map` empty: none was chosen; `weg`: it is not there (any more)."""

    map: str = ""
    weg: bool = False
    bestanden: tuple[Mapbestand, ...] = ()

    @property
    def nieuwe(self) -> tuple[Mapbestand, ...]:
        """Files of which it is not known whose agenda they are."""
        return tuple(b for b in self.bestanden if b.koppeling in (Koppeling.NIEUW, Koppeling.VAN_MEER))

    @property
    def nieuwere(self) -> tuple[Mapbestand, ...]:
        """Files that changed since they were read in."""
        return tuple(b for b in self.bestanden if b.koppeling is Koppeling.NIEUWER)


@dataclass(frozen=True)
class Mapgelezen:
    """What a look in the folder gave, before anything of it is kept."""

    beeld: Mapbeeld
    gelezen: tuple[tuple[str, GelezenBestand], ...] = ()
    """Id of the partner, and what the file says."""
    mislukt: tuple[tuple[str, str], ...] = ()
    """Name of a file, and the sentence that says why it could not be read."""


def bekijk_map(sessie: Sessie) -> Mapbeeld:
    """What lies there, without reading a file. For a thread: a folder on a network may take its time."""
    folder = get_instellingen(sessie).agenda_map
    if not folder:
        return Mapbeeld()
    namen = lees_namen(Path(folder))
    if namen is None:
        return Mapbeeld(folder, weg=True)
    who = kies_ids(list_scholen(sessie), "").id_van
    with sessie.lezen() as conn:
        agendas = lees_agendas_kort(conn)
    return Mapbeeld(folder, False, tuple(_bestand(Path(folder), n, agendas, who, sessie.nu()) for n in namen))


def lees_map(sessie: Sessie) -> Mapgelezen:
    """Read every file that changed since it was read in, for the person it was read in for before.

    Nothing is kept yet. A file that cannot be read stops no other. For a thread.
    """
    beeld = bekijk_map(sessie)
    gelezen, mislukt = [], []
    for bestand in beeld.nieuwere[:MEESTE_PER_KEER]:
        if sessie.is_dicht:
            break
        try:
            gelezen.append((bestand.partner_id, lees_bestand(sessie, bestand.partner_id, Path(bestand.pad))))
        except KernteamError as fout:
            mislukt.append((bestand.naam, fout.zin))
    return Mapgelezen(beeld, tuple(gelezen), tuple(mislukt))


def neem_map_aan(sessie: Sessie, uitkomst: Mapgelezen) -> Mapgelezen:
    """Keep what was read, in one transaction; nothing is written where nothing was."""
    if uitkomst.gelezen:
        neem_alle_aan(sessie, uitkomst.gelezen)
    return uitkomst


def kijk_in_map(sessie: Sessie) -> Mapgelezen:
    """Read what is newer, and keep it."""
    return neem_map_aan(sessie, lees_map(sessie))


def kijk_in_agendamap(sessie: Sessie) -> Verslag:
    """After opening: what is newer is read in, and said in a line; nothing where there is no folder."""
    uitkomst = kijk_in_map(sessie)
    return Verslag(meldingen=tuple(_meldingen(uitkomst)))


def lees_mapnaam(tekst: str) -> Path:
    """A folder to look in, out of what was typed. Raises InhoudOngeldig for what is no folder."""
    pad = lees_pad(tekst)
    if not _is_map(pad):
        raise InhoudOngeldig("Deze map is er niet.", "Typ de hele naam van een map die er al is.")
    if str(pad) != str(pad).encode("utf-8", "replace").decode("utf-8"):
        raise InhoudOngeldig("De naam van deze map is niet te bewaren.", "Kies een andere map.")
    return pad


def zet_map(sessie: Sessie, tekst: str) -> str:
    """Look in this folder from now on; an empty text: in none. Answers the folder. Raises InhoudOngeldig."""
    folder = str(lees_mapnaam(tekst)) if tekst.strip() else ""
    save_instellingen(sessie, agenda_map=folder)
    return folder


def _is_map(pad: Path) -> bool:
    try:
        return pad.is_dir()
    except (OSError, ValueError):
        return False


def _bestand(
    folder: Path, gevonden: Mapnaam, agendas: tuple[AgendaKort, ...], who: Mapping[str, str], nu: datetime
) -> Mapbestand:
    naam = bestandsnaam(Path(gevonden.naam))
    same = [agenda for agenda in agendas if agenda.bestand == naam and agenda.partner_id in who]
    people = {who[agenda.partner_id] for agenda in same}
    pad = str(folder / gevonden.naam)
    if not people:
        return Mapbestand(naam, pad, gevonden.geschreven, Koppeling.NIEUW)
    if len(people) > 1:
        return Mapbestand(naam, pad, gevonden.geschreven, Koppeling.VAN_MEER)
    newer = _is_nieuwer(gevonden.geschreven, same[-1].gelezen_op, nu)
    koppeling = Koppeling.NIEUWER if newer else Koppeling.BIJ
    return Mapbestand(naam, pad, gevonden.geschreven, koppeling, same[-1].partner_id)


def _is_nieuwer(geschreven: datetime | None, gelezen_op: datetime, nu: datetime) -> bool:
    """A date in the future is that of a clock that runs ahead: such a file is looked at once a day."""
    if geschreven is None:
        return False
    if geschreven > nu:
        return dag_van(gelezen_op) < dag_van(nu)
    return geschreven > gelezen_op


def _meldingen(uitkomst: Mapgelezen) -> Iterator[str]:
    if uitkomst.beeld.weg:
        yield f"De map met agenda’s is er niet. {KIES_ANDERS}"
    if uitkomst.gelezen:
        aantal = len(uitkomst.gelezen)
        wat = "Er is 1 nieuwere agenda" if aantal == 1 else f"Er zijn {aantal} nieuwere agenda’s"
        yield f"{wat} ingelezen uit je map."
    if uitkomst.mislukt:
        aantal = len(uitkomst.mislukt)
        wat = "1 agenda uit je map is" if aantal == 1 else f"{aantal} agenda’s uit je map zijn"
        yield f"{wat} niet te lezen. Waarom, staat bij Agenda’s (ctrl+r)."
