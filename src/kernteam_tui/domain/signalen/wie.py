"""Who does what, and parents who were not there (S16, S18, S33, S34)."""

from __future__ import annotations

from collections.abc import Iterator

from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.signalen.beeld import Beeld, Signaal
from kernteam_tui.domain.wie_pakt import is_een_naam

OUDERS_NA_GESPREK = "ouders_na_gesprek"
GEEN_REGISSEUR = "geen_regisseur"


def ouders_na_gesprek(beeld: Beeld) -> Iterator[Signaal]:
    """A talk without parents: they are told afterwards, also when the casus was closed since (S34)."""
    for gesprek in beeld.feiten.gesprekken:
        if gesprek.ouders_horen_voor is None:
            continue
        day = beeld.dag(dag_van(gesprek.start))
        yield Signaal.over(
            beeld,
            OUDERS_NA_GESPREK,
            f"ouders vertellen van {day}",
            f"{gesprek.soort.label} op {day} was zonder ouders",
            gesprek.ouders_horen_voor,
            "Vertel het ze en noteer de dag.",
            over_id=gesprek.id,
        )


def geen_regisseur(beeld: Beeld) -> Iterator[Signaal]:
    """While the help runs there is exactly one regisseur; a missing maatje is named along (S18)."""
    feiten = beeld.feiten
    if not feiten.open or feiten.begeleiding_gestart is None or is_een_naam(feiten.regisseur):
        return
    yield Signaal.over(
        beeld,
        GEEN_REGISSEUR,
        "regisseur afspreken" if feiten.maatje.strip() else "regisseur afspreken en maatje zoeken",
        "precies één iemand houdt het overzicht",
        None,
        "Spreek het af met het gezin en vul het in.",
        "wie_doet_wat",
    )
