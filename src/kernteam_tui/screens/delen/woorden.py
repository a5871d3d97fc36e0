"""How consents are written on a screen. Wording only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.datumtekst import dag_kaal
from kernteam_tui.domain.deelcodes import Onderwerp
from kernteam_tui.services.toestemmingbeeld import GeverRegel, HistorieRegel, ToestemmingRegel

NIVEAU_KORT = {
    Niveau.GESTART_GESTOPT: "gestart/gestopt",
    Niveau.PROCES: Niveau.PROCES.label,
    Niveau.INHOUD: "inhoud",
}
"""Levels as short as a column or a row of options asks for."""


def rijcellen(regel: ToestemmingRegel, vandaag: date, meer_jongeren: bool) -> tuple[str, str, str, str]:
    """The cells of a line; with the name of the jongere where there are more."""
    wie = f"{regel.wie} · {regel.jongere}" if meer_jongeren else regel.wie
    niveau = NIVEAU_KORT[regel.niveau] if regel.niveau is not None else "nog niets"
    if regel.onderwerp is not Onderwerp.HULP:
        niveau = f"{niveau}, {regel.onderwerp.label}"
    tot = dag_kaal(regel.tot, vandaag) if regel.tot else ("–" if regel.gevers else "")
    return wie, niveau, tot, voornamen(regel.ontbreekt) or ("" if regel.niveau else "zie onder")


def voornamen(namen: Iterable[str]) -> str:
    """`Fatma, Sami`: for a narrow column."""
    return ", ".join(naam.split()[0] for naam in namen if naam.split())


def uitleg(regel: ToestemmingRegel, vandaag: date) -> str:
    """Who gave it and how, who must, and the next step."""
    return "\n".join(_uitlegregels(regel, vandaag))


def _uitlegregels(regel: ToestemmingRegel, vandaag: date) -> Iterator[str]:
    groepen: dict[str, list[str]] = {}
    for gever in regel.gevers:
        groepen.setdefault(_hoe(gever, regel.niveau, vandaag), []).append(gever.naam.split()[0])
    if regel.let_op:
        yield regel.let_op
    gaven = "; ".join(f"{', '.join(namen)} ({hoe})" for hoe, namen in groepen.items())
    yield f"Gegeven: {gaven}." if gaven else "Nog door niemand gegeven."
    yield f"{regel.wat_nu} {regel.zin[:-1]} ({regel.artikel}).".strip()


def _hoe(gever: GeverRegel, staat: Niveau | None, vandaag: date) -> str:
    """How and when; how far, where that is not what stands already."""
    delen = (
        "" if gever.niveau is staat else NIVEAU_KORT[gever.niveau],
        gever.hoe.label,
        dag_kaal(gever.op, vandaag),
        "" if gever.telt else "telt nu niet mee",
    )
    return ", ".join(deel for deel in delen if deel)


def historiezin(regel: HistorieRegel, vandaag: date) -> str:
    """`Fatma Yilmaz: leerplicht, alleen gestart of gestopt · ruzie`."""
    reden = f" · {regel.reden}" if regel.reden else ""
    over = "" if regel.onderwerp is Onderwerp.HULP else f", {regel.onderwerp.label}"
    return (
        f"{dag_kaal(regel.op, vandaag)}  {regel.wat} door {regel.wie}: "
        f"{regel.partner}, {regel.niveau.label}{over}{reden}"
    )
