"""The command `kernteam nieuw`: an empty store."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from kernteam_tui.cli.kluis import klok, kluis_map, lees_wachtwoordzin, vraag, vraag_geheim
from kernteam_tui.cli.uitvoer import Antwoord, meld
from kernteam_tui.domain.fouten import GebruikOnjuist
from kernteam_tui.domain.uitnodigen import is_adres
from kernteam_tui.services import toegang
from kernteam_tui.services.formaten import NieuwUit
from kernteam_tui.services.instellingen import save_instellingen
from kernteam_tui.services.omgeving import waarschuwingen

STERK_GENOEG = 3
"""Score from which a passphrase is accepted when it is asked; the store refuses a weaker one as well."""
POGINGEN = 5


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`nieuw/1`. Raises StoreAlreadyExists, WeakSecret, GebruikOnjuist where there is nobody to ask."""
    folder = kluis_map(keuzes)
    toegang.weiger_bestaande(folder)
    if keuzes.wachtwoord_bestand is not None:
        wachtwoordzin, waarden = lees_wachtwoordzin(keuzes.wachtwoord_bestand), {"naam": "Gezinswerker"}
        waarschuw_zwak(wachtwoordzin)
        made = toegang.create_kluis_voor_script(folder, wachtwoordzin, klok(keuzes))
    else:
        waarden = {"naam": vraag("Je naam: ") or "Gezinswerker", "email": _vraag_email()}
        made = toegang.create_kluis(folder, vraag_nieuwe_zin(), klok(keuzes))
    try:
        save_instellingen(made.sessie, **waarden)
        for waarschuwing in waarschuwingen(made.sessie):
            meld(f"Let op: {waarschuwing.zin}")
    finally:
        made.sessie.close()
    uit = NieuwUit(map=str(folder), herstelcode=made.herstelcode)
    return Antwoord(uit.gegevens(), _tekst(folder, made.herstelcode))


def waarschuw_zwak(wachtwoordzin: str) -> None:
    """A file asks no questions (contract 1), so a weak passphrase is named and not refused."""
    score, oordeel = toegang.beoordeel(wachtwoordzin)
    if score < STERK_GENOEG:
        meld(f"Let op: {oordeel}")


def _vraag_email() -> str:
    for _ in range(POGINGEN):
        email = vraag("Je e-mailadres, voor uitnodigingen (mag leeg blijven): ")
        if not email or is_adres(email):
            return email
        meld("Dit is geen e-mailadres.")
    return ""


def vraag_nieuwe_zin() -> str:
    """Ask for a passphrase twice, until it is strong enough. Raises GebruikOnjuist."""
    meld(f"Kies een wachtwoordzin, bijvoorbeeld vijf losse woorden: {toegang.stel_wachtwoordzin_voor()}")
    for _ in range(POGINGEN):
        zin = vraag_geheim("Wachtwoordzin: ")
        score, oordeel = toegang.beoordeel(zin)
        if score < STERK_GENOEG:
            meld(oordeel)
        elif vraag_geheim("Nog een keer dezelfde wachtwoordzin: ") == zin:
            return zin
        else:
            meld("De twee wachtwoordzinnen zijn niet gelijk.")
    raise GebruikOnjuist(
        "Er is geen wachtwoordzin gekozen; er is niets gemaakt.", "Typ ‘kernteam nieuw’ nog eens."
    )


def _tekst(folder: Path, herstelcode: str) -> tuple[str, ...]:
    return (
        f"Je kluis staat in: {folder}",
        f"Je herstelcode: {herstelcode}",
        "Schrijf de herstelcode op papier en bewaar hem niet bij je laptop: je ziet hem alleen nu.",
        "Ben je de wachtwoordzin en de herstelcode allebei kwijt, dan zijn je gegevens weg.",
    )
