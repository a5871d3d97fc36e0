"""The command `kernteam caseload`: all cases, filtered by school and fase."""

from __future__ import annotations

from argparse import Namespace

from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.domain.datumtekst import dag_kort, moment_kort
from kernteam_tui.services.caseload import CaseloadRegel, get_caseload
from kernteam_tui.services.formaten import CaseloadRegelUit, OverzichtUit


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`overzicht/1`."""
    with open_kluis(keuzes) as sessie:
        found = get_caseload(sessie, school=keuzes.school, fase=keuzes.fase or "")
    uit = OverzichtUit(casussen=tuple(_regel(regel) for regel in found))
    return Antwoord(uit.gegevens(), (_hoeveel(len(found)), *(t for r in found for t in _tekst(r))))


def _regel(regel: CaseloadRegel) -> CaseloadRegelUit:
    return CaseloadRegelUit(
        casus=regel.nummer,
        jongere=regel.jongere,
        school=regel.school,
        fase=regel.fase,
        aangemeld=regel.aangemeld,
        startgesprek_uiterlijk=regel.startgesprek_uiterlijk,
        startgesprek_op=regel.startgesprek_op,
        laatste_contact=regel.laatste_contact,
        signalen=tuple(dict.fromkeys(signaal.regel for signaal in regel.signalen)),
    )


def _tekst(regel: CaseloadRegel) -> tuple[str, ...]:
    start = (
        f"startgesprek {moment_kort(regel.startgesprek_op)}"
        if regel.startgesprek_op
        else f"startgesprek uiterlijk {dag_kort(regel.startgesprek_uiterlijk)}"
    )
    contact = (
        f"laatste contact {dag_kort(regel.laatste_contact)}" if regel.laatste_contact else "nog geen contact"
    )
    school = " ".join(part for part in (regel.school, regel.klas) if part)
    return (
        f"{regel.nummer} {regel.jongere}, {school}: {regel.fase.label}",
        f"  aangemeld {dag_kort(regel.aangemeld)}, {start}, {contact}",
        *(f"  {signaal.tekst}" for signaal in regel.signalen),
    )


def _hoeveel(aantal: int) -> str:
    if not aantal:
        return "Er zijn geen casussen die hierbij passen."
    return "Eén casus." if aantal == 1 else f"{aantal} casussen."
