"""The command `kernteam wissen`: erase a casus for good, or note that the family asked for it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from kernteam_tui.cli.kluis import open_kluis, vraag
from kernteam_tui.cli.uitvoer import Antwoord, meld
from kernteam_tui.domain.codes import WisGrond
from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.services.casus import vind_casus
from kernteam_tui.services.formaten import VernietigingUit, WisKopieUit, WissenUit
from kernteam_tui.services.reservekopie import vernieuw_reservekopieen
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vernietiging import vraag_vernietiging
from kernteam_tui.services.wissen import WisBewijs, WisVoorbeeld, bereid_wissen_voor, wis_casus


class NietGewist(KernteamError):
    """The number that was typed back is another one."""

    code = "niet_gewist"
    titel = "Niet gewist"


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`wissen/1`, or with `--verzoek` `vernietiging/1`. Raises NietGewist, NietGevonden."""
    with open_kluis(keuzes) as sessie:
        if keuzes.verzoek is not None:
            return _verzoek(sessie, keuzes)
        voorbeeld = bereid_wissen_voor(sessie, keuzes.casus)
        if keuzes.wachtwoord_bestand is None:
            _bevestig(voorbeeld)
        bewijs = wis_casus(sessie, voorbeeld.casus_id, WisGrond(keuzes.grond))
        for melding in bewijs.meldingen:
            meld(melding)
        kopieen = _kopieen(sessie, voorbeeld, opnieuw=keuzes.reservekopieen_opnieuw)
    return _antwoord(bewijs, kopieen)


def _verzoek(sessie: Sessie, keuzes: Namespace) -> Antwoord:
    casus_id = vind_casus(sessie, keuzes.casus)
    nummer = bereid_wissen_voor(sessie, casus_id).nummer
    verzoek = vraag_vernietiging(sessie, casus_id, keuzes.verzoek)
    uit = VernietigingUit(nummer=nummer, gevraagd_op=verzoek.gevraagd_op, uiterlijk=verzoek.uiterlijk)
    return Antwoord(
        uit.gegevens(),
        (f"Casus {nummer}: vernietigen uiterlijk {dag_met_jaar(verzoek.uiterlijk)} (Jeugdwet 7.3.9).",),
    )


def _bevestig(voorbeeld: WisVoorbeeld) -> None:
    """On a terminal: show what goes, and let the number be typed back. On stderr, beside the answer."""
    for line in _uitleg(voorbeeld):
        meld(line)
    typed = vraag(f"Typ {voorbeeld.nummer} om definitief te wissen: ")
    if typed != voorbeeld.nummer:
        raise NietGewist("Er is niets gewist.", "Het nummer dat je typte is een ander.")


def _uitleg(voorbeeld: WisVoorbeeld) -> Iterator[str]:
    yield f"Casus {voorbeeld.nummer} definitief wissen. Dit kan niet ongedaan worden gemaakt."
    yield from (f"Let op: {wat}" for wat in voorbeeld.let_op)
    yield from (f"Weg: {wat}" for wat in voorbeeld.weg)
    yield from (f"Blijft: {wat}" for wat in voorbeeld.blijft)
    yield from (f"Blijft staan: {pad}" for pad in voorbeeld.elders)
    yield from (f"Reservekopie waar de casus nog in kan staan: {k.naam}" for k in voorbeeld.reservekopieen)


def _kopieen(sessie: Sessie, voorbeeld: WisVoorbeeld, *, opnieuw: bool) -> tuple[WisKopieUit, ...]:
    """Each backup that may hold the casus, and whether it no longer does."""
    names = [kopie.naam for kopie in voorbeeld.reservekopieen]
    clean: set[str] = set()
    if opnieuw and names:
        try:
            done = vernieuw_reservekopieen(sessie)
        except KernteamError as error:  # the casus is gone: that answer must not be lost with this one
            meld(error.zin)
        else:
            clean = {*done.vernieuwd, *done.schoon}
    return tuple(WisKopieUit(bestand=name, vernieuwd=name in clean) for name in names)


def _antwoord(bewijs: WisBewijs, kopieen: tuple[WisKopieUit, ...]) -> Antwoord:
    wissing = bewijs.wissing
    uit = WissenUit(
        nummer=wissing.nummer,
        gewist_op=wissing.gewist_op,
        grond=wissing.grond,
        notities=wissing.notities,
        gesprekken=wissing.gesprekken,
        bestanden_verwijderd=_paden(bewijs.bestanden_verwijderd),
        bestanden_over=_paden(bewijs.bestanden_over),
        reservekopieen=kopieen,
        blijft=bewijs.blijft,
    )
    return Antwoord(
        uit.gegevens(),
        (
            *bewijs.tekst.splitlines(),
            *(f"Bestand weggehaald: {pad}" for pad in bewijs.bestanden_verwijderd),
            *(f"Bestand dat er nog staat: {pad}" for pad in bewijs.bestanden_over),
            *(f"Blijft: {wat}" for wat in bewijs.blijft),
            *(
                f"Reservekopie {kopie.bestand}: "
                + ("zonder deze casus" if kopie.vernieuwd else "de casus kan er nog in staan")
                for kopie in kopieen
            ),
        ),
    )


def _paden(paden: tuple[Path, ...]) -> tuple[str, ...]:
    return tuple(str(pad) for pad in paden)
