"""The command `kernteam terugzetten`: look into a backup, put it back, or take only its keys."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from kernteam_tui.cli.bron import weiger_geen_bestand
from kernteam_tui.cli.kluis import is_terminal, klok, kluis_map, lees_wachtwoordzin, vraag, vraag_geheim
from kernteam_tui.cli.uitvoer import Antwoord, meld
from kernteam_tui.domain.fouten import GebruikOnjuist
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.formaten import KluisinhoudUit, TerugzettenUit
from kernteam_tui.services.terugzetten import (
    Inhoud,
    Inzage,
    Teruggezet,
    bekijk_reservekopie,
    bereid_terugzetten_voor,
    herstel_sleutelbestand,
)

JA = ("ja", "j")


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`terugzetten/1`. On a terminal it shows what is in the backup and asks; with a passphrase file it goes
    on, as a script expects.

    Raises GebruikOnjuist, and the named errors of backup and store; then nothing has changed.
    """
    bestand: Path = keuzes.bestand
    if not bestand.exists():
        raise GebruikOnjuist("Deze reservekopie is er niet.", "Kijk of de naam klopt.")
    weiger_geen_bestand(bestand)
    geheim = _geheim(keuzes)
    if keuzes.alleen_sleutels:
        return _alleen_sleutels(keuzes, geheim)
    if keuzes.bekijk:
        return _antwoord(bekijk_reservekopie(kluis_map(keuzes), bestand, geheim), None)
    with bereid_terugzetten_voor(kluis_map(keuzes), bestand, geheim, klok(keuzes)) as klaar:
        if _vragen(keuzes) and not _akkoord(klaar.inzage):
            return _antwoord(klaar.inzage, None)
        return _antwoord(klaar.inzage, klaar.doe())


def _geheim(keuzes: Namespace) -> str:
    if keuzes.wachtwoord_bestand is not None:
        return lees_wachtwoordzin(keuzes.wachtwoord_bestand)
    return vraag_geheim("Wachtwoordzin of herstelcode van de reservekopie: ")


def _vragen(keuzes: Namespace) -> bool:
    return keuzes.wachtwoord_bestand is None and is_terminal()


def _akkoord(inzage: Inzage) -> bool:
    for regel in _wat_erin_staat(inzage):
        meld(regel)
    return vraag("Terugzetten? Wat er nu staat wordt apart bewaard. Typ ja: ").lower() in JA


def _alleen_sleutels(keuzes: Namespace, geheim: str) -> Antwoord:
    gemaakt = herstel_sleutelbestand(kluis_map(keuzes), geheim, klok(keuzes), keuzes.bestand)
    uit = TerugzettenUit(bestand=str(keuzes.bestand), gemaakt=gemaakt, alleen_sleutels=True, teruggezet=True)
    return Antwoord(
        uit.gegevens(),
        (
            f"Het sleutelbestand is terug, uit de reservekopie van {_dag(gemaakt)}.",
            "Je kluis zelf is niet veranderd; hij gaat open met de wachtwoordzin en de herstelcode van toen.",
        ),
    )


def _antwoord(inzage: Inzage, gedaan: Teruggezet | None) -> Antwoord:
    uit = TerugzettenUit(
        bestand=str(inzage.bestand),
        gemaakt=inzage.gemaakt,
        alleen_sleutels=False,
        teruggezet=gedaan is not None,
        reden=inzage.reden,
        programma=inzage.programma,
        inhoud=_uit(inzage.inhoud),
        huidig=None if inzage.huidig is None else _uit(inzage.huidig),
        apart=None if gedaan is None or gedaan.apart is None else str(gedaan.apart),
        opnieuw_gewist=0 if gedaan is None else gedaan.opnieuw_gewist,
    )
    slot = ("Er is niets teruggezet.",) if gedaan is None else _gedaan(gedaan)
    return Antwoord(uit.gegevens(), (*_wat_erin_staat(inzage), *slot))


def _uit(inhoud: Inhoud) -> KluisinhoudUit:
    return KluisinhoudUit(
        casussen=inhoud.casussen,
        gesprekken=inhoud.gesprekken,
        notities=inhoud.notities,
        plannen=inhoud.plannen,
        laatst_gewijzigd=inhoud.laatst,
        kluisvorm=inhoud.schema,
    )


def _wat_erin_staat(inzage: Inzage) -> tuple[str, ...]:
    nu = "gaat met deze wachtwoordzin niet open, of staat er niet"
    return (
        f"Reservekopie van {_dag(inzage.gemaakt)} ({inzage.reden}), gemaakt met kernteam {inzage.programma}.",
        f"In de reservekopie: {_tel(inzage.inhoud)}.",
        f"In de kluis van nu: {nu if inzage.huidig is None else _tel(inzage.huidig)}.",
    )


def _tel(inhoud: Inhoud) -> str:
    laatst = "nooit" if inhoud.laatst is None else _dag(inhoud.laatst)
    return (
        f"casussen {inhoud.casussen}, gesprekken {inhoud.gesprekken}, notities {inhoud.notities}, "
        f"gezinsplannen {inhoud.plannen}, laatst gewijzigd {laatst}"
    )


def _gedaan(gedaan: Teruggezet) -> tuple[str, ...]:
    apart = () if gedaan.apart is None else (f"Wat er stond is apart bewaard in: {gedaan.apart}",)
    gewist = (
        (f"Opnieuw gewist, omdat dat na de reservekopie was gedaan: casussen {gedaan.opnieuw_gewist}.",)
        if gedaan.opnieuw_gewist
        else ()
    )
    return ("De reservekopie is teruggezet. Open de kluis met de wachtwoordzin van toen.", *gewist, *apart)


def _dag(moment: datetime) -> str:
    return moment.astimezone(AMSTERDAM).strftime("%d-%m-%Y %H:%M")
