"""Whether the store is whole, and whether the computer around it keeps what the store relies on."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kernteam_tui.data import proces
from kernteam_tui.data.controle import Bevinding
from kernteam_tui.data.fouten import StoreClosing, StoreError
from kernteam_tui.data.omgeving.schijfversleuteling import Staat, schijfversleuteling, wisselgeheugen
from kernteam_tui.data.opening.bestanden import BACKUPS, DATABASE, KEYS
from kernteam_tui.data.sleutels.beleid import FLOOR_ITERATIONS, MEMORY_STEPS_KIB
from kernteam_tui.data.sleutels.kop import Slot
from kernteam_tui.data.sleutels.sleutelbestand import read_key_file
from kernteam_tui.services import omgeving
from kernteam_tui.services.sessie import Sessie

__all__ = [
    "ONBEKEND",
    "Bevinding",
    "aandacht",
    "controleer",
    "is_beschadigd",
    "is_heel",
    "kijk_kluis_na",
    "oordeel",
    "weiger_beschadigd",
]

OUD = timedelta(days=7)
"""An older newest backup is said to be old: one is made every day that the store is opened."""
NIEUW = timedelta(days=1)
RUIMTE_BYTES = 200_000_000
"""Room for a backup and a day of work besides."""
SCHADE = ("versleuteling", "opbouw", "verwijzingen")
POGINGEN = 3
ONBEKEND = "Niet vast te stellen op deze computer."


def controleer(sessie: Sessie) -> tuple[Bevinding, ...]:
    """Every check with its outcome: first of the store, then of the computer around it.

    At most some seconds; raises StoreClosing when the store is closed meanwhile.
    """
    return (*kijk_kluis_na(sessie), *_kijk_rond(sessie))


def kijk_kluis_na(sessie: Sessie) -> tuple[Bevinding, ...]:
    """The checks of the store alone. Raises StoreClosing.

    While others save, a page may be read half written, so a finding of damage has to come back to count.
    """
    for _ in range(POGINGEN - 1):
        bevindingen = sessie.store.controle()
        if not is_beschadigd(bevindingen):
            return bevindingen
    return sessie.store.controle()


def is_beschadigd(bevindingen: tuple[Bevinding, ...]) -> bool:
    """Whether what was written cannot all be read back. A full disk, a broken log or an index that does not
    fit its text is something else."""
    return any(not bevinding.in_orde for bevinding in bevindingen if bevinding.wat in SCHADE)


def is_heel(bevindingen: tuple[Bevinding, ...]) -> bool:
    """Whether the store is whole; what is about the computer does not count."""
    return all(bevinding.in_orde for bevinding in bevindingen if bevinding.van_de_kluis)


def oordeel(bevindingen: tuple[Bevinding, ...]) -> str:
    """Whether the store is whole, in a sentence, and what to do when it is not."""
    if is_beschadigd(bevindingen):
        return (
            "De kluis is niet heel. Maak een kopie van de hele map en zet dan de laatste reservekopie terug "
            "met ‘kernteam terugzetten’."
        )
    if not is_heel(bevindingen):
        return "De kluis is leesbaar, maar kijk naar wat niet in orde is."
    return "De kluis is heel."


def aandacht(bevindingen: tuple[Bevinding, ...]) -> str:
    """How much of the computer around the store asks for attention; empty when nothing does."""
    aantal = sum(not bevinding.in_orde and not bevinding.van_de_kluis for bevinding in bevindingen)
    if aantal <= 1:
        return "Eén punt van deze computer vraagt aandacht." * aantal
    return f"{aantal} punten van deze computer vragen aandacht."


def weiger_beschadigd(sessie: Sessie) -> None:
    """Look at every page of the store before it is used. Raises StoreDamaged."""
    sessie.store.refuse_damaged()


def _kijk_rond(sessie: Sessie) -> tuple[Bevinding, ...]:
    map_, nu = sessie.map, datetime.now(UTC)
    return (
        _van(omgeving.over_de_rechten(map_), "rechten", "Alleen jij kunt bij de map en de bestanden."),
        _van(omgeving.over_de_schijf(map_), "plek", "De kluis staat op een schijf van deze computer."),
        _van(omgeving.over_de_map(map_), "synchronisatie", "Geen clouddienst gevonden die de map meeneemt."),
        _klok(sessie),
        _ruimte(map_),
        _reservekopie(map_, nu),
        _sleutelkosten(map_),
        _geheugenafdruk(),
        _afscherming(),
        _schijfversleuteling(schijfversleuteling(map_)),
        _wisselgeheugen(wisselgeheugen()),
    )


def _punt(wat: str, in_orde: bool, tekst: str) -> Bevinding:
    return Bevinding(wat, in_orde, tekst, van_de_kluis=False)


def _van(waarschuwing: omgeving.Waarschuwing | None, wat: str, goed: str) -> Bevinding:
    return _punt(wat, waarschuwing is None, goed if waarschuwing is None else waarschuwing.zin)


def _klok(sessie: Sessie) -> Bevinding:
    try:
        waarschuwing = omgeving.over_de_klok(sessie)
    except StoreClosing:
        raise
    except StoreError:  # what it would be compared with cannot be read: that is told above
        return _punt("klok", True, ONBEKEND)
    return _van(waarschuwing, "klok", "De klok loopt niet achter op wat er bewaard is.")


def _ruimte(map_: Path) -> Bevinding:
    try:
        vrij, kluis = shutil.disk_usage(map_).free, (map_ / DATABASE).stat().st_size
    except OSError:
        return _punt("ruimte", True, ONBEKEND)
    genoeg = vrij >= RUIMTE_BYTES + 3 * kluis
    tekst = f"Vrij op de schijf: {_grootte(vrij)}."
    return _punt("ruimte", genoeg, tekst if genoeg else f"{tekst} Dat is weinig: maak ruimte vrij.")


def _reservekopie(map_: Path, nu: datetime) -> Bevinding:
    """By the time of the file: what stands in it can only be read with its key."""
    try:
        tijden = [pad.stat().st_mtime for pad in (map_ / BACKUPS).glob("*.kluis")]
    except OSError:
        tijden = []
    if not tijden:
        return _nog_geen_reservekopie(map_, nu)
    dagen = max(0, (nu - datetime.fromtimestamp(max(tijden), UTC)).days)
    wanneer = {0: "van vandaag of gisteren", 1: "een dag oud"}.get(dagen, f"{dagen} dagen oud")
    tekst = f"De nieuwste reservekopie is {wanneer}; er zijn er {len(tijden)}."
    return _punt("reservekopie", dagen <= OUD.days, tekst)


def _nog_geen_reservekopie(map_: Path, nu: datetime) -> Bevinding:
    """A store of today has none yet."""
    try:
        gemaakt = datetime.fromtimestamp((map_ / KEYS).stat().st_mtime, UTC)
    except OSError:
        gemaakt = nu - OUD
    if nu - gemaakt < NIEUW:
        return _punt("reservekopie", True, "Nog geen reservekopie; die komt vanzelf als je het scherm opent.")
    return _punt("reservekopie", False, "Er is geen reservekopie. Maak er een met ‘kernteam reservekopie’.")


def _sleutelkosten(map_: Path) -> Bevinding:
    """Against the floor for new keys (RFC 9106, second choice): what an attacker pays for one guess."""
    try:
        vakken = read_key_file(map_).header.slots
    except StoreError:
        return _punt("sleutelkosten", True, ONBEKEND)
    met_kosten = [vak for vak in vakken if isinstance(vak, Slot)]
    if not met_kosten:
        return _punt("sleutelkosten", True, ONBEKEND)
    vak = min(met_kosten, key=lambda vak: (vak.kdf.memory_kib, vak.kdf.iterations))
    lichtste = vak.kdf
    zwaar = lichtste.memory_kib >= MEMORY_STEPS_KIB[-1] and lichtste.iterations >= FLOOR_ITERATIONS
    tekst = f"Raden kost per poging {lichtste.memory_kib // 1024} MB geheugen, {lichtste.iterations} keer."
    wat = "maak een nieuwe herstelcode" if vak.kind == "recovery" else "kies een nieuwe wachtwoordzin"
    advies = f" Dat is lichter dan nu gebruikelijk; {wat} (ctrl+g)."
    return _punt("sleutelkosten", zwaar, tekst if zwaar else tekst + advies)


def _geheugenafdruk() -> Bevinding:
    return _ja_nee(
        "geheugenafdruk",
        proces.core_dumps_off(),
        "Als het programma omvalt, komt er geen afdruk van het geheugen op de schijf.",
        "Als het programma omvalt, kan het systeem een afdruk van het geheugen maken.",
    )


def _afscherming() -> Bevinding:
    return _ja_nee(
        "afscherming",
        proces.shielded(),
        "Andere programma’s van jou kunnen niet in het geheugen kijken.",
        "Andere programma’s van jou kunnen in het geheugen kijken.",
    )


def _ja_nee(wat: str, uitkomst: bool | None, ja: str, nee: str) -> Bevinding:
    return _punt(wat, uitkomst is not False, ONBEKEND if uitkomst is None else ja if uitkomst else nee)


_SCHIJF: dict[Staat, str] = {
    Staat.AAN: "De schijf is versleuteld.",
    Staat.UIT: "De schijf van deze computer is niet versleuteld. Vraag je beheerder dit aan te zetten.",
    Staat.ONBEKEND: f"{ONBEKEND} Vraag je beheerder of de schijf versleuteld is.",
}


def _schijfversleuteling(staat: Staat) -> Bevinding:
    return _punt("schijfversleuteling", staat is not Staat.UIT, _SCHIJF[staat])


_WISSEL: dict[Staat | None, str] = {
    None: "Er gaat geen geheugen naar de schijf.",
    Staat.AAN: "Wat van het geheugen naar de schijf gaat, is versleuteld.",
    Staat.UIT: "Wat van het geheugen naar de schijf gaat, is niet versleuteld. Vraag je beheerder ernaar.",
    Staat.ONBEKEND: ONBEKEND,
}


def _wisselgeheugen(staat: Staat | None) -> Bevinding:
    return _punt("wisselgeheugen", staat is not Staat.UIT, _WISSEL[staat])


def _grootte(aantal: int) -> str:
    return f"{aantal / 1e9:.1f} GB".replace(".", ",") if aantal >= 1e9 else f"{aantal // 1_000_000} MB"
