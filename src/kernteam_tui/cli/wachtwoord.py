"""The command `kernteam wachtwoord`: who gets into the store.

One change a call. Stopped at any moment (Ctrl+C too) the store opens with exactly the old or the new.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kernteam_tui.cli.kluis import (
    is_terminal,
    klok,
    kluis_map,
    lees_geheim,
    lees_wachtwoordzin,
    vraag,
    vraag_geheim,
)
from kernteam_tui.cli.nieuw import POGINGEN, vraag_nieuwe_zin, waarschuw_zwak
from kernteam_tui.cli.uitvoer import Antwoord, meld
from kernteam_tui.domain.fouten import GebruikOnjuist, KernteamError
from kernteam_tui.services import sleutels, toegang
from kernteam_tui.services.formaten import WachtwoordUit

if TYPE_CHECKING:
    from kernteam_tui.services.sessie import Sessie
    from kernteam_tui.services.sleutels import NieuweHerstelcode, NieuweSleutel

    Geheim = str | sleutels.OrganisationKey
    Werk = Callable[[Sessie, Namespace, Geheim], Antwoord]

_KEUZES = ("herstelcode", "gelekt", "organisatie_erbij", "organisatie_weg", "maak_organisatiesleutel")
BEWAAR = "Schrijf de herstelcode op papier en bewaar hem niet bij je laptop: je ziet hem alleen nu."


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`wachtwoord/1`. Raises GebruikOnjuist, WrongSecret, WeakSecret, OrganisatiesleutelOngeldig."""
    wat = _keuze(keuzes)
    if wat == "maak_organisatiesleutel":
        return _maak_paar(keuzes)
    folder = kluis_map(keuzes)
    geheim = _geheim(keuzes, folder)
    sessie = toegang.unlock(folder, geheim, klok(keuzes))
    try:
        for melding in sessie.meldingen:
            meld(melding)
        return _WERK[wat](sessie, keuzes, geheim)
    finally:
        sessie.close()


def _keuze(keuzes: Namespace) -> str:
    """Which of the changes; the passphrase when none was named."""
    gekozen = [naam for naam in _KEUZES if getattr(keuzes, naam)]
    alleen_opruimen = keuzes.oude_kopieen_weg and not gekozen and keuzes.nieuw_bestand is None
    if len(gekozen) > 1 or (keuzes.nieuw_bestand is not None and gekozen not in ([], ["gelekt"])):
        raise GebruikOnjuist("Deze opties gaan niet samen.", "Doe één wijziging tegelijk.")
    if keuzes.oude_kopieen_weg and not alleen_opruimen and gekozen != ["gelekt"]:
        raise GebruikOnjuist(
            "De optie --oude-kopieen-weg hoort bij --gelekt of staat alleen.", "Doe één wijziging tegelijk."
        )
    return "oude_kopieen_weg" if alleen_opruimen else (gekozen or ["wachtwoordzin"])[0]


# --- what is asked --------------------------------------------------------------------------------


def _geheim(keuzes: Namespace, folder: Path) -> Geheim:
    if keuzes.organisatiesleutel is None:
        return lees_geheim(keuzes, folder)
    try:
        return sleutels.lees_organisatiesleutel(keuzes.organisatiesleutel, _sleutel_wachtwoord(keuzes))
    except KernteamError as fout:
        if fout.code != "wachtwoord_onjuist" or keuzes.sleutel_wachtwoord_bestand or not is_terminal():
            raise
    return sleutels.lees_organisatiesleutel(
        keuzes.organisatiesleutel, vraag_geheim("Wachtwoord van het sleutelbestand: ")
    )


def _sleutel_wachtwoord(keuzes: Namespace) -> str:
    bestand = keuzes.sleutel_wachtwoord_bestand
    return "" if bestand is None else lees_wachtwoordzin(bestand, "--sleutel-wachtwoord-bestand")


def _nieuwe_zin(keuzes: Namespace) -> tuple[str, sleutels.Sleutelbeleid]:
    """The new passphrase, and how strong it has to be: a file asks no questions, so there it is only told."""
    if keuzes.nieuw_bestand is not None:
        zin = lees_wachtwoordzin(keuzes.nieuw_bestand, "--nieuw-bestand")
        waarschuw_zwak(zin)
        return zin, sleutels.BEHEERDER
    if not is_terminal():
        raise GebruikOnjuist(
            "Er is geen nieuwe wachtwoordzin opgegeven.",
            "Zet hem in een bestand en geef dat op met --nieuw-bestand.",
        )
    return vraag_nieuwe_zin(), sleutels.STANDAARD


def _bevestig(keuzes: Namespace, nieuw: NieuweHerstelcode | NieuweSleutel) -> tuple[str, ...]:
    """Have the new code typed back; a script is taken at its word."""
    if keuzes.wachtwoord_bestand is not None or keuzes.nieuw_bestand is not None or not is_terminal():
        return nieuw.bevestig(nieuw.herstelcode)
    meld(f"Je nieuwe herstelcode: {nieuw.herstelcode}")
    meld("Schrijf hem op papier. Hij geldt pas als je hem hebt overgetypt.")
    for _ in range(POGINGEN):
        try:
            return nieuw.bevestig(vraag("Typ de herstelcode over: "))
        except KernteamError as fout:
            if fout.code != "wachtwoord_onjuist":
                raise
            meld("Dit is nog niet de code van net.")
    nieuw.laat()
    raise GebruikOnjuist("De herstelcode is niet overgetypt; er is niets veranderd.", "Probeer het opnieuw.")


# --- what is done ---------------------------------------------------------------------------------


def _wachtwoordzin(sessie: Sessie, keuzes: Namespace, geheim: Geheim) -> Antwoord:
    nieuw, beleid = _nieuwe_zin(keuzes)
    _meld_alle(sleutels.wijzig_wachtwoordzin(sessie, geheim, nieuw, beleid))
    return _antwoord(
        sessie,
        WachtwoordUit(gedaan="wachtwoordzin"),
        "Je nieuwe wachtwoordzin geldt vanaf nu. Je herstelcode blijft dezelfde.",
    )


def _herstelcode(sessie: Sessie, keuzes: Namespace, geheim: Geheim) -> Antwoord:
    nieuw = sleutels.begin_herstelcode(sessie, geheim)
    _meld_alle(_bevestig(keuzes, nieuw))
    return _antwoord(
        sessie,
        WachtwoordUit(gedaan="herstelcode", herstelcode=nieuw.herstelcode),
        f"Je nieuwe herstelcode: {nieuw.herstelcode}",
        "De oude herstelcode opent de kluis niet meer.",
        BEWAAR,
    )


def _gelekt(sessie: Sessie, keuzes: Namespace, geheim: Geheim) -> Antwoord:
    zin, beleid = _nieuwe_zin(keuzes)
    nieuw = sleutels.begin_nieuwe_sleutel(sessie, geheim, zin, beleid)
    code = nieuw.herstelcode
    _bevestig(keuzes, nieuw)
    if keuzes.oude_kopieen_weg:
        sleutels.wis_oude_kopieen(sessie)
    return _antwoord(
        sessie,
        WachtwoordUit(gedaan="gelekt", herstelcode=code),
        "De kluis is opnieuw versleuteld; de oude wachtwoordzin en herstelcode openen hem niet meer.",
        f"Je nieuwe herstelcode: {code}",
        BEWAAR,
    )


def _organisatie_erbij(sessie: Sessie, keuzes: Namespace, geheim: Geheim) -> Antwoord:
    _meld_alle(sleutels.zet_organisatie(sessie, geheim, keuzes.organisatie_erbij))
    return _antwoord(
        sessie,
        WachtwoordUit(gedaan="organisatie_erbij"),
        "De organisatie heeft nu een slot op je kluis.",
        "Vergelijk de vingerafdruk met de organisatie, bijvoorbeeld door te bellen.",
    )


def _organisatie_weg(sessie: Sessie, _keuzes: Namespace, geheim: Geheim) -> Antwoord:
    _meld_alle(sleutels.verwijder_organisatie(sessie, geheim))
    return _antwoord(
        sessie, WachtwoordUit(gedaan="organisatie_weg"), "De organisatie heeft geen slot meer op je kluis."
    )


def _oude_kopieen_weg(sessie: Sessie, _keuzes: Namespace, _geheim: Geheim) -> Antwoord:
    weg = sleutels.wis_oude_kopieen(sessie)
    zin = f"Weggehaald: {weg}." if weg else "Er waren geen kopieën met een oude sleutel."
    return _antwoord(sessie, WachtwoordUit(gedaan="oude_kopieen_weg"), zin)


_WERK: dict[str, Werk] = {
    "wachtwoordzin": _wachtwoordzin,
    "herstelcode": _herstelcode,
    "gelekt": _gelekt,
    "organisatie_erbij": _organisatie_erbij,
    "organisatie_weg": _organisatie_weg,
    "oude_kopieen_weg": _oude_kopieen_weg,
}


def _maak_paar(keuzes: Namespace) -> Antwoord:
    geheim, openbaar = sleutels.maak_organisatiesleutel(
        keuzes.maak_organisatiesleutel, _sleutel_wachtwoord(keuzes)
    )
    afdruk = sleutels.lees_vingerafdruk(openbaar)
    uit = WachtwoordUit(
        gedaan="organisatiesleutel_gemaakt", organisatie=afdruk, bestanden=(str(geheim), str(openbaar))
    )
    regels = (
        f"Geheime sleutel: {geheim}",
        f"Openbare sleutel: {openbaar}",
        f"Vingerafdruk: {afdruk}",
        "Bewaar de geheime sleutel in de organisatie, nooit op de laptop van een gezinswerker.",
    )
    return Antwoord(uit.gegevens(), regels)


def _antwoord(sessie: Sessie, uit: WachtwoordUit, *regels: str) -> Antwoord:
    """The answer with how the keys stand now."""
    beeld = sleutels.get_sleutels(sessie)
    vol = uit.model_copy(update={"organisatie": beeld.organisatie, "oude_kopieen": beeld.oude_kopieen})
    extra = [f"Vingerafdruk van de organisatie: {beeld.organisatie}"] if beeld.organisatie else []
    if beeld.oude_kopieen:
        extra += [
            f"Reservekopieën die met een oude wachtwoordzin opengaan: {beeld.oude_kopieen}.",
            "Weg ermee: kernteam wachtwoord --oude-kopieen-weg. Kopieën op een stick haal je zelf weg.",
        ]
    return Antwoord(vol.gegevens(), (*regels, *extra))


def _meld_alle(meldingen: tuple[str, ...]) -> None:
    for melding in meldingen:
        meld(melding)
