"""The command `kernteam termijnen`: the deadlines of an aanmelding, without a store (contract 2)."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from datetime import date

from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.domain.codes import Bevrijdingsdag, Regio
from kernteam_tui.domain.datumtekst import dag_lang
from kernteam_tui.domain.fouten import GebruikOnjuist
from kernteam_tui.domain.kalender import DatumBuitenBereik, FeestdagRegels
from kernteam_tui.domain.termijnen import Termijnen
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.termijnen import bereken_termijnen


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`kernteam termijnen`. Raises GebruikOnjuist."""
    gegevens, regels = run(
        aangemeld=keuzes.aangemeld,
        vandaag=SysteemKlok(keuzes.vandaag).vandaag(),
        goede_vrijdag_vrij=keuzes.goede_vrijdag_vrij == "ja",
        bevrijdingsdag=keuzes.bevrijdingsdag,
        regio=keuzes.regio,
        dicht=keuzes.dicht,
    )
    return Antwoord(gegevens, tuple(regels))


def run(
    *,
    aangemeld: date,
    vandaag: date,
    goede_vrijdag_vrij: bool = False,
    bevrijdingsdag: Bevrijdingsdag = Bevrijdingsdag.ELK_JAAR,
    regio: Regio = Regio.MIDDEN,
    dicht: Iterable[date] = (),
) -> tuple[dict[str, object], list[str]]:
    """The answer as the JSON object of contract 2 and as lines of text.

    Raises GebruikOnjuist for a date that cannot be reckoned with.
    """
    regels = FeestdagRegels(goede_vrijdag_vrij, bevrijdingsdag)
    try:
        termijnen = bereken_termijnen(aangemeld, vandaag, regels, regio, dicht)
    except DatumBuitenBereik as fout:
        raise GebruikOnjuist(fout.tekst, fout.stap) from None
    return termijnen_json(termijnen), termijnen_tekst(termijnen)


def termijnen_json(t: Termijnen) -> dict[str, object]:
    """The object `termijnen/1`; dates as JJJJ-MM-DD."""
    return {
        "schema": "termijnen/1",
        "aangemeld": t.aangemeld.isoformat(),
        "startgesprek_uiterlijk": t.startgesprek_uiterlijk.isoformat(),
        "schooldagen": None if t.schooldagen is None else [dag.isoformat() for dag in t.schooldagen],
        "laatste_schooldag": _iso(t.laatste_schooldag),
        "eerste_schooldag_erna": _iso(t.eerste_schooldag_erna),
        "schoolvakanties_bekend": t.schoolvakanties_bekend,
        "kennismaking_uiterlijk": t.kennismaking_uiterlijk.isoformat(),
        "uitleg": list(t.uitleg),
    }


def termijnen_tekst(t: Termijnen) -> list[str]:
    """The same for a reader: one fact a line."""
    return [
        f"Aangemeld: {dag_lang(t.aangemeld)}",
        f"Startgesprek uiterlijk: {dag_lang(t.startgesprek_uiterlijk)}",
        f"Kennismaking aanbieden uiterlijk: {dag_lang(t.kennismaking_uiterlijk)}",
        f"Schooldagen: {_schooldagen_tekst(t)}",
        f"Laatste schooldag: {_dag_of(t.laatste_schooldag, _onbekend(t, 'geen'))}",
        f"Eerste schooldag erna: {_dag_of(t.eerste_schooldag_erna, 'niet bekend')}",
        *t.uitleg,
    ]


def _schooldagen_tekst(t: Termijnen) -> str:
    if not t.schooldagen:
        return _onbekend(t, "geen")
    return ", ".join(dag_lang(dag) for dag in t.schooldagen)


def _onbekend(t: Termijnen, anders: str) -> str:
    return anders if t.schoolvakanties_bekend else "niet bekend"


def _dag_of(dag: date | None, anders: str) -> str:
    return anders if dag is None else dag_lang(dag)


def _iso(dag: date | None) -> str | None:
    return None if dag is None else dag.isoformat()
