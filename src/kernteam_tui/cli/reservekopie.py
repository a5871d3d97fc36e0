"""The command `kernteam reservekopie`: a backup now, beside the store or in another folder."""

from __future__ import annotations

from argparse import Namespace

from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.services.formaten import ReservekopieUit
from kernteam_tui.services.reservekopie import NieuweKopie, maak_reservekopie


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`reservekopie/1`, printed only when the backup was read back and opened.

    Raises BackupFolderUnusable, BackupInvalid, DiskFull, DiskError.
    """
    with open_kluis(keuzes) as sessie:
        kopie = maak_reservekopie(sessie, keuzes.doel)
    uit = ReservekopieUit(
        bestand=str(kopie.pad), gemaakt=kopie.gemaakt, geverifieerd=True, opgeruimd=kopie.opgeruimd
    )
    return Antwoord(uit.gegevens(), _tekst(kopie))


def _tekst(kopie: NieuweKopie) -> tuple[str, ...]:
    regels = [
        f"Reservekopie gemaakt: {kopie.pad}",
        "Hij is teruggelezen en gaat open met je wachtwoordzin en met je herstelcode.",
    ]
    if kopie.opgeruimd:
        regels.append(f"Opgeruimd, omdat er nieuwere zijn: {', '.join(kopie.opgeruimd)}")
    return tuple(regels)
