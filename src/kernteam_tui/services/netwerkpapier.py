"""The netwerkkaart as a file, for one reader: every person on it passes the deel-poort."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.bladzijde import lezercode
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.deelpoort import Oordeel
from kernteam_tui.domain.delen.deelvraag import Feit, Geval, Lezer
from kernteam_tui.domain.delen.doorlaat import Doorgelaten, laat_door
from kernteam_tui.domain.delen.melding import STIL, noemt_melding
from kernteam_tui.domain.gezinscodes import Netwerkgroep
from kernteam_tui.domain.netwerkkaart.kaart import Kaart, Mens
from kernteam_tui.domain.netwerkkaart.woorden import lijst_regels
from kernteam_tui.domain.ouderszien import dicht_voor, waarom_dicht, wie_sluit
from kernteam_tui.domain.planformaat import BELANGRIJK
from kernteam_tui.exchange.bestand import schrijf_prive
from kernteam_tui.exchange.netwerkkaart.pdf import maak_netwerkpdf
from kernteam_tui.exchange.uitmap import UIT
from kernteam_tui.services.deelpoort import Poort, eis, lees_poort
from kernteam_tui.services.netwerk import kaart_van
from kernteam_tui.services.omgeving import over_een_doel
from kernteam_tui.services.sessie import Sessie

VORMEN = {"pdf": "pdf", "tekst": "txt"}
"""Kind of file -> extension."""


@dataclass(frozen=True)
class NetwerkUitkomst:
    """The file that was written, how many people it leaves out, and what the worker should know of it."""

    bestand: Path
    weggelaten: int
    meldingen: tuple[str, ...]


def maak_netwerkkaart(
    sessie: Sessie,
    casus_id: str,
    rond_id: str | None,
    voor: str = "",
    vorm: str = "pdf",
    uit: Path | None = None,
    *,
    met_nummers: bool = False,
) -> NetwerkUitkomst:
    """Write the map as a file, by default into `uit/` beside the store; the export is logged.

    `voor` is the id of a person of the family, or empty for the worker's own work; `vorm` is `pdf` or
    `tekst`. Private numbers never stand on it; those of professionals only `met_nummers`.

    Raises NietGevonden, PdfMislukt, the refusals of the deel-poort and the errors of writing a file.
    """
    with sessie.unit_of_work() as uow:
        poort = lees_poort(uow, casus_id, sessie.vandaag())
        gevallen = poort.gevallen(voor, Uitweg.TEKENING) if voor else poort.eigen_werk(Uitweg.TEKENING)
        eis(gevallen)
        heel = kaart_van(uow, poort.casus, poort.gezin, rond_id)
        dicht = bool(voor) and _houdt_een_jongere_dicht(uow, poort, voor)
        feiten = [_feit_op_papier(poort, mens, gevallen, dicht=dicht) for mens in heel.mensen]
        door = laat_door(feiten, *gevallen)
        kaart = _op_papier(heel, door, met_nummers, gevallen[0].lezer, dicht=dicht)
        data, meldingen = _druk(kaart, vorm, sessie.vandaag())
        pad = uit or sessie.map / UIT / _bestandsnaam(poort.gezin.id, rond_id, voor, VORMEN[vorm])
        schrijf_prive(pad, data, door.doorlaat)
        wat, rol = f"netwerkkaart ({vorm})", gevallen[0].lezer.soort.value
        uow.note_uitvoer(casus_id, str(pad), wat, rol)
        uow.log(LogSoort.GEEXPORTEERD, wat, casus_id=casus_id, voor=rol)
        uow.commit()
    niet = (*_waarom_niet(door, gevallen[0].lezer), *_wat_niet(kaart, gevallen[0].lezer))
    return NetwerkUitkomst(pad, len(door.weggelaten), (*niet, *meldingen, *over_een_doel(pad.parent)))


def feit_van_mens(poort: Poort, mens: Mens, gevallen: Sequence[Geval]) -> Feit:
    """What this person on the map is to the reader: about the jongere, or of somebody they do not live with.

    A map around a brother or sister is about that one. A parent who lives elsewhere, a new partner, and what
    the jongere says of them, is no business of the other parent (Jeugdwet 7.3.10). Where parents live apart,
    a friend or relative around the whole family can be of either, so stands on the map of neither. Who is
    there for safety is a matter of the meldcode, which is on nobody's map (domain 3.4).
    """
    if gevallen[0].lezer.soort is not LezerSoort.GEZINSWERKER and _is_voor_veiligheid(mens):
        return Feit(mens.id, Gegeven.MELDCODE)
    jongeren = {geval.jongere_id for geval in gevallen}
    if mens.rond_id is not None and mens.rond_id not in jongeren:
        return Feit(mens.id, Gegeven.INHOUD, mens.rond_id)
    lezer = gevallen[0].lezer
    vrij = (LezerSoort.GEZINSWERKER, LezerSoort.JONGERE)
    if lezer.soort in vrij or _is_vrij_voor(poort, mens, lezer, jongeren):
        return Feit(mens.id, Gegeven.INHOUD)
    return Feit(mens.id, Gegeven.NETWERK_ANDER, mens.persoon_id or "")


def _houdt_een_jongere_dicht(uow: UnitOfWork, poort: Poort, lezer_id: str) -> bool:
    """Whether a jongere keeps from this reader who is important (S54), as on the page."""
    plannen = uow.plannen.find(gezin_id=poort.gezin.id)
    return any(BELANGRIJK in dicht_voor(wie_sluit(plan, {}), lezer_id) for plan in plannen)


def _feit_op_papier(poort: Poort, mens: Mens, gevallen: Sequence[Geval], *, dicht: bool) -> Feit:
    fact = feit_van_mens(poort, mens, gevallen)
    return replace(fact, onthouden=dicht and _is_dicht(mens, gevallen[0].lezer) and not _van_het_gezin(mens))


def _is_dicht(mens: Mens, lezer: Lezer) -> bool:
    """What the reader told of the own circle stays the reader's."""
    return not lezer.id or mens.rond_id != lezer.id


def _van_het_gezin(mens: Mens) -> bool:
    """Their names are known in the house; what a jongere said of them is what is kept closed."""
    return mens.groep is Netwerkgroep.GEZIN


def _is_voor_veiligheid(mens: Mens) -> bool:
    return mens.soort in STIL or noemt_melding(f"{mens.naam} {mens.relatie}")


def _is_vrij_voor(poort: Poort, mens: Mens, lezer: Lezer, jongeren: Collection[str]) -> bool:
    if mens.persoon_id is not None:
        return mens.persoon_id in {lezer.id, *lezer.huisgenoten, *jongeren}
    called = f"{mens.naam} {mens.relatie}"
    if poort.verraadt_een_ander(called, lezer) or poort.noemt_een_ouder_elders(called, lezer):
        return False
    if poort.zegt_iets_van_de_lezer(mens.relatie, lezer):
        return False
    of_the_child = mens.rond_id is not None or not mens.groep.eigen_kring
    return of_the_child or not poort.een_ouder_elders(lezer)


def _op_papier(kaart: Kaart, door: Doorgelaten, met_nummers: bool, lezer: Lezer, *, dicht: bool) -> Kaart:
    """Who may stand on it, without private numbers and without what to mind when calling. Of the reader only
    the name: what somebody else said of the reader is the other's (Jeugdwet 7.3.10); of the others in the
    gezin too, where a jongere keeps closed who is important."""
    return replace(
        kaart,
        mensen=tuple(
            replace(
                mens.verzwegen() if _is_lezer(mens, lezer) or (dicht and _is_dicht(mens, lezer)) else mens,
                let_op="",
                telefoon=mens.telefoon if met_nummers and _is_professional(mens) else "",
            )
            for mens in kaart.mensen
            if mens.id in door.ids
        ),
    )


def _is_lezer(mens: Mens, lezer: Lezer) -> bool:
    return bool(lezer.id) and mens.persoon_id == lezer.id


def _is_professional(mens: Mens) -> bool:
    return not mens.groep.eigen_kring and mens.persoon_id is None


def _waarom_niet(door: Doorgelaten, lezer: Lezer) -> tuple[str, ...]:
    if not door.weggelaten:
        return ()
    aantal = len(door.weggelaten)
    wie = "1 mens staat er niet op" if aantal == 1 else f"{aantal} mensen staan er niet op"
    waarom = dict.fromkeys(_zin(fact, oordeel, lezer) for fact, oordeel in door.weggelaten)
    return (f"{wie}: {' '.join(waarom)}",)


def _zin(fact: Feit, oordeel: Oordeel, lezer: Lezer) -> str:
    return f"{waarom_dicht(lezer.soort)}." if fact.onthouden else oordeel.zin


def _wat_niet(kaart: Kaart, lezer: Lezer) -> tuple[str, ...]:
    if not any(mens.stil and _is_lezer(mens, lezer) for mens in kaart.mensen):
        return ()
    return ("Wat een ander over de lezer zelf zei, staat er niet op: dat zijn woorden van die ander.",)


def _druk(kaart: Kaart, vorm: str, vandaag: date) -> tuple[bytes, tuple[str, ...]]:
    if vorm == "tekst":
        return ("\n".join(lijst_regels(kaart)) + "\n").encode(), ()
    druk = maak_netwerkpdf(kaart, vandaag)
    return druk.data, druk.meldingen


def _bestandsnaam(gezin_id: str, rond_id: str | None, voor: str, vorm: str) -> str:
    return f"netwerk-k{lezercode(gezin_id, f'{rond_id}:{voor}')}.{vorm}"
