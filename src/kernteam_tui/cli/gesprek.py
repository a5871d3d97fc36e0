"""The command `kernteam gesprek`: plan, move, cancel, restore; and the invitations of it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord, meld
from kernteam_tui.domain.datumtekst import moment_kort
from kernteam_tui.domain.fouten import GebruikOnjuist
from kernteam_tui.domain.uitnodigen import Methode
from kernteam_tui.services.casus import vind_casus
from kernteam_tui.services.formaten import GesprekUit, UitnodigingUit
from kernteam_tui.services.gesprekken import (
    GesprekBeeld,
    GesprekGegevens,
    herstel_gesprek,
    plan_gesprek,
    verzet_gesprek,
    zeg_gesprek_af,
)
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.uitnodigingen import UitnodigingUitkomst, proef_doel, schrijf_uitnodigingen

GEEN_BESTANDEN = UitnodigingUitkomst((), (), "")


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`gesprek/1`. Raises NietGevonden, RegelGeweigerd, and the errors of writing files."""
    _weiger_bestand_als_map(keuzes.ics)
    with open_kluis(keuzes) as sessie:
        if keuzes.ics is not None:
            proef_doel(keuzes.ics)
        beeld = _doe(sessie, keuzes)
        files = GEEN_BESTANDEN if keuzes.ics is None else schrijf_uitnodigingen(sessie, beeld.id, keuzes.ics)
    for melding in files.meldingen:
        meld(melding)
    uit = GesprekUit(
        gesprek=beeld.id,
        bestanden=tuple(
            UitnodigingUit(pad=str(b.pad), methode=Methode(b.methode), voor=tuple(sorted(b.voor)))
            for b in files.bestanden
        ),
    )
    return Antwoord(uit.gegevens(), (*_tekst(beeld), *(f"Bestand: {b.pad}" for b in files.bestanden)))


def _doe(sessie: Sessie, keuzes: Namespace) -> GesprekBeeld:
    if keuzes.wat == "plannen":
        gegevens = GesprekGegevens(
            soort=keuzes.soort,
            start=keuzes.op,
            minuten=keuzes.minuten,
            plek=keuzes.plek,
            wie=tuple(keuzes.wie),
        )
        return plan_gesprek(sessie, vind_casus(sessie, keuzes.casus), gegevens)
    if keuzes.wat == "verzetten":
        return verzet_gesprek(sessie, keuzes.gesprek, keuzes.op, keuzes.reden, keuzes.plek, wie=keuzes.wie)
    if keuzes.wat == "afzeggen":
        return zeg_gesprek_af(sessie, keuzes.gesprek, keuzes.reden)
    return herstel_gesprek(sessie, keuzes.gesprek)


def _tekst(beeld: GesprekBeeld) -> tuple[str, ...]:
    return (
        f"{beeld.soort.label.capitalize()} van casus {beeld.casus}: {beeld.staat.label}",
        f"Wanneer: {moment_kort(beeld.start)}, {beeld.minuten} minuten",
        *([f"Waar: {beeld.plek}"] if beeld.plek else []),
        *(f"Erbij: {d.naam or d.rol}" for d in beeld.deelnemers),
        f"Id van het gesprek: {beeld.id}",
    )


def _weiger_bestand_als_map(ics: Path | None) -> None:
    """Before anything is planned: the talk must not stand while its files cannot."""
    if ics is not None and ics.exists() and not ics.is_dir():
        raise GebruikOnjuist("Op de plek van --ics staat een bestand.", "Geef een map op.")
