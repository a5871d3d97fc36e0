"""The command `kernteam demo`: fictional families to look at, to work with, or as a day in text."""

from __future__ import annotations

import shutil
import tempfile
from argparse import Namespace
from pathlib import Path

from kernteam_tui.bootstrap import op_een_scherm, open_demo
from kernteam_tui.cli.kluis import klok, vraag
from kernteam_tui.cli.uitvoer import Antwoord, meld
from kernteam_tui.domain.fouten import GebruikOnjuist


def voer_uit(keuzes: Namespace) -> Antwoord | int:
    """With `--maak` only the store; without a terminal or with `--tekst` a day as text; else the app."""
    if keuzes.maak is not None:
        return _maak(keuzes)
    folder = Path(tempfile.mkdtemp(prefix="kernteam-voorbeeld-"))
    keep = False
    try:
        wachtwoordzin = _maak_kluis(keuzes, folder)
        if keuzes.tekst or keuzes.json or not op_een_scherm():
            from kernteam_tui.cli.demodag import doe_een_dag

            return doe_een_dag(folder, klok(keuzes), wachtwoordzin)
        einde = open_demo(folder, klok(keuzes), wachtwoordzin)
        keep = einde.geschreven and _wil_bewaren(folder, wachtwoordzin)
        return einde.status
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)


def _maak(keuzes: Namespace) -> Antwoord:
    from kernteam_tui.services.formaten import DemoUit

    wachtwoordzin = _maak_kluis(keuzes, keuzes.maak)
    uit = DemoUit(map=str(keuzes.maak), wachtwoordzin=wachtwoordzin, casussen=keuzes.casussen)
    return Antwoord(
        uit.gegevens(),
        (
            f"Het voorbeeld staat in: {keuzes.maak}",
            f"Wachtwoordzin: {wachtwoordzin}",
            f"Aantal casussen: {keuzes.casussen}",
            "Alle gezinnen zijn verzonnen.",
        ),
    )


def _maak_kluis(keuzes: Namespace, folder: Path) -> str:
    """Gives the passphrase of the store that was made."""
    from kernteam_tui.services.demo import maak_demo

    made = maak_demo(
        folder, klok(keuzes), zaad=keuzes.zaad, casussen=keuzes.casussen, notities=keuzes.notities
    )
    return made.wachtwoordzin


def _wil_bewaren(folder: Path, wachtwoordzin: str) -> bool:
    try:
        answer = vraag("Je hebt iets geschreven in het voorbeeld. Wil je het bewaren? (j/n, anders n) ")
    except GebruikOnjuist:
        return False
    if answer.casefold() not in ("j", "ja"):
        return False
    meld(
        f"Het voorbeeld staat in: {folder}\nOpen het met: kernteam --map {folder}\n"
        f"Wachtwoordzin: {wachtwoordzin}"
    )
    return True
