"""The command `kernteam planformaat`: the formats of the gezinsplan, and reading in an own one."""

from __future__ import annotations

from argparse import Namespace

from kernteam_tui.cli.invoer import lees_bytes
from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.fouten import GebruikOnjuist
from kernteam_tui.services.formaten import PlanformaatUit, PlanformatenUit
from kernteam_tui.services.planformaten import (
    MAX_BYTES,
    FormaatBeeld,
    kies_formaat,
    lees_formaat_in,
    lees_inhoud,
    list_formaten,
)


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`planformaten/1`, as they are after what was asked. Raises NietGevonden, InhoudOngeldig."""
    _weiger_half(keuzes)
    if keuzes.toon is not None:
        return _toon(keuzes)
    data = None if keuzes.bestand is None else lees_bytes(keuzes.bestand, MAX_BYTES)
    with open_kluis(keuzes) as sessie:
        if data is not None:
            formaten = lees_formaat_in(sessie, data, in_gebruik=keuzes.in_gebruik)
        elif keuzes.kies is not None:
            formaten = kies_formaat(sessie, keuzes.kies)
        else:
            formaten = list_formaten(sessie)
    uit = PlanformatenUit(formaten=tuple(_uit(formaat) for formaat in formaten))
    return Antwoord(uit.gegevens(), tuple(_regel(formaat) for formaat in formaten))


def _toon(keuzes: Namespace) -> Antwoord:
    """The file itself, line by line."""
    with open_kluis(keuzes) as sessie:
        inhoud = lees_inhoud(sessie, keuzes.toon)
        formaten = list_formaten(sessie)
    uit = PlanformatenUit(formaten=tuple(_uit(formaat) for formaat in formaten), inhoud=inhoud)
    return Antwoord(uit.gegevens(), tuple(inhoud.rstrip("\n").split("\n")))


def _weiger_half(keuzes: Namespace) -> None:
    if sum(keuze is not None for keuze in (keuzes.bestand, keuzes.kies, keuzes.toon)) > 1:
        raise GebruikOnjuist(
            "Een bestand inlezen, een formaat kiezen en een formaat tonen gaan niet samen.",
            "Zet --in-gebruik achter het bestand om het meteen te gebruiken.",
        )
    if keuzes.in_gebruik and keuzes.bestand is None:
        raise GebruikOnjuist("--in-gebruik hoort bij een bestand.", "Kies een bekend formaat met --kies.")


def _uit(formaat: FormaatBeeld) -> PlanformaatUit:
    return PlanformaatUit(
        naam=formaat.naam,
        eigen=formaat.ingelezen_op is not None,
        ingelezen_op=formaat.ingelezen_op,
        in_gebruik=formaat.in_gebruik,
        onderdelen=formaat.onderdelen,
        velden=formaat.velden,
        plannen=formaat.plannen,
    )


def _regel(formaat: FormaatBeeld) -> str:
    dag = formaat.ingelezen_op
    van = "van het programma" if dag is None else f"ingelezen op {dag_met_jaar(dag)}"
    plannen = "1 plan" if formaat.plannen == 1 else f"{formaat.plannen} plannen"
    gebruik = ", nieuwe plannen beginnen hierin" if formaat.in_gebruik else ""
    return f"{formaat.naam}: {van}, {formaat.onderdelen} onderdelen, {plannen}{gebruik}"
