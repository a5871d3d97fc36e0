"""The command `kernteam controle`: whether the store is whole, and what the computer around it does."""

from __future__ import annotations

from argparse import Namespace

from kernteam_tui.cli.kluis import open_kluis_onbekeken
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.services.controle import ONBEKEND, Bevinding, aandacht, controleer, is_heel, oordeel
from kernteam_tui.services.formaten import BevindingUit, ControleUit


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`controle/1`: every check with its outcome; `in_orde` of the whole is about the store alone."""
    with open_kluis_onbekeken(keuzes) as sessie:
        punten = controleer(sessie)
    uit = ControleUit(
        in_orde=is_heel(punten),
        punten=tuple(BevindingUit(wat=p.wat, in_orde=p.in_orde, tekst=p.tekst) for p in punten),
    )
    return Antwoord(
        uit.gegevens(), (*map(_regel, punten), *filter(None, (aandacht(punten), oordeel(punten))))
    )


def _regel(punt: Bevinding) -> str:
    if punt.tekst.startswith(ONBEKEND):
        return f"Onbekend, {punt.wat}: {punt.tekst}"
    staat = "In orde" if punt.in_orde else "Niet in orde" if punt.van_de_kluis else "Let op"
    return f"{staat}, {punt.wat}: {punt.tekst}"
