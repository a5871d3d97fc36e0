"""The command `kernteam logboek`: what the log says, and whether its chain holds."""

from __future__ import annotations

from argparse import Namespace

from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord, meld
from kernteam_tui.domain.datumtekst import moment_kort
from kernteam_tui.services.formaten import KetenUit, LogboekRegelUit, LogboekUit, LogBreukUit
from kernteam_tui.services.logboek import WAT_NU, Keten, LogBeeld, LogboekRegel, get_logboek


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`logboek/1`. A broken chain is an answer, not a refusal: status 0, and said on stderr too."""
    with open_kluis(keuzes) as sessie:
        beeld = get_logboek(sessie, keuzes.casus or "", keuzes.aantal)
    if beeld.keten.breuk is not None:
        meld(f"{beeld.keten.breuk.tekst} {WAT_NU}")
    uit = LogboekUit(keten=_keten(beeld.keten), regels=tuple(_regel(regel) for regel in beeld.regels))
    regels = tuple(_tekst(regel) for regel in beeld.regels) or (_leeg(beeld),)
    return Antwoord(uit.gegevens(), (_kop(beeld.keten), *regels))


def _keten(keten: Keten) -> KetenUit:
    breuk = LogBreukUit(nr=keten.breuk.nr, tekst=keten.breuk.tekst) if keten.breuk else None
    return KetenUit(heel=keten.heel, regels=keten.regels, breuk=breuk)


def _regel(regel: LogboekRegel) -> LogboekRegelUit:
    return LogboekRegelUit(
        nr=regel.nr,
        moment=regel.moment,
        soort=regel.soort,
        casus=regel.casus or None,
        wat=regel.wat,
        voor=regel.voor,
    )


def _kop(keten: Keten) -> str:
    lines = "1 regel" if keten.regels == 1 else f"{keten.regels} regels"
    return f"Keten heel: {lines}." if keten.breuk is None else f"KETEN NIET HEEL: {keten.breuk.tekst}"


def _leeg(beeld: LogBeeld) -> str:
    if beeld.casus:
        return f"Over casus {beeld.casus} staat er nog niets in het logboek."
    return "Er staat nog niets in het logboek."


def _tekst(regel: LogboekRegel) -> str:
    what = "de casus is gewist" if regel.leeg else regel.wat
    told = "; ".join(part for part in (regel.soort.label, what, regel.voor and f"voor {regel.voor}") if part)
    return f"{moment_kort(regel.moment)} {regel.casus or '-'} {told}"
