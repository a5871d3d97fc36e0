"""The command `kernteam vandaag`: what must be done, most urgent first, and the talks of the day."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.domain.datumtekst import dag_kort, dag_lang, tijd_kort
from kernteam_tui.domain.signalen import Signaal
from kernteam_tui.services.formaten import AgendaUit, SignaalUit, VandaagUit
from kernteam_tui.services.vandaag import VandaagBeeld, get_vandaag


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`vandaag/1`."""
    with open_kluis(keuzes) as sessie:
        beeld = get_vandaag(sessie)
    uit = VandaagUit(
        dag=beeld.dag,
        signalen=signalen_uit(beeld.signalen),
        gesprekken=tuple(
            AgendaUit(casus=g.nummer, gesprek=g.gesprek_id, soort=g.soort, start=g.start, plek=g.plek)
            for g in beeld.gesprekken
        ),
    )
    return Antwoord(uit.gegevens(), vandaag_tekst(beeld))


def signalen_uit(signalen: Iterable[Signaal]) -> tuple[SignaalUit, ...]:
    """Signals as they stand in the formats."""
    return tuple(
        SignaalUit(casus=s.casus, regel=s.regel, tekst=s.tekst, waarom=s.waarom, uiterlijk=s.uiterlijk)
        for s in signalen
    )


def vandaag_tekst(beeld: VandaagBeeld) -> tuple[str, ...]:
    """The day for a reader."""
    return (
        f"Vandaag is het {dag_lang(beeld.dag)}.",
        _te_doen(len(beeld.signalen)),
        *(regel for signaal in beeld.signalen for regel in signaal_tekst(signaal, met_casus=True)),
        "Gesprekken vandaag:" if beeld.gesprekken else "Er zijn vandaag geen gesprekken.",
        *(
            f"  {tijd_kort(g.start)} {g.soort.label}, {g.jongere}, casus {g.nummer}"
            + (f", {g.plek}" if g.plek else "")
            for g in beeld.gesprekken
        ),
    )


def signaal_tekst(signaal: Signaal, *, met_casus: bool) -> tuple[str, ...]:
    """One signal: what and by when, then why, then what to do."""
    who = f"{signaal.jongere}, casus {signaal.casus}: " if met_casus else ""
    by = f" Uiterlijk {dag_kort(signaal.uiterlijk)}." if signaal.uiterlijk else ""
    lines = [f"- {who}{signaal.tekst.rstrip('.')}.{by}"]
    if signaal.waarom:
        lines.append(f"  Waarom: {signaal.waarom}")
    if signaal.stap:
        lines.append(f"  Stap: {signaal.stap}")
    return tuple(lines)


def _te_doen(aantal: int) -> str:
    if not aantal:
        return "Er is niets dat nu moet."
    return "Er is één ding te doen." if aantal == 1 else f"Er zijn {aantal} dingen te doen."
