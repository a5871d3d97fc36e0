"""The two deadlines of a new aanmelding (contract 2; S26 and S30) and what they mean for school days.

Both are agreements of the team, not legal terms: the Algemene termijnenwet does not move them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.datumtekst import dag_kort, dag_lang
from kernteam_tui.domain.kalender import Kalender, plus_dagen

STARTGESPREK_DAGEN = 7
KENNISMAKING_WERKDAGEN = 5


@dataclass(frozen=True)
class Termijnen:
    """The deadlines of one aanmelding.

    `startgesprek_uiterlijk` and `kennismaking_uiterlijk` are the last days that still are in time.
    The three school-day fields are None where school holidays in the window are not known
    (`schoolvakanties_bekend` False); `laatste_schooldag` is also None where the window holds no
    school day, and `eerste_schooldag_erna` where it lies beyond what is known.
    `uitleg` holds Dutch sentences, reckoned from the day that was passed in as today.
    """

    aangemeld: date
    startgesprek_uiterlijk: date
    schooldagen: tuple[date, ...] | None
    laatste_schooldag: date | None
    eerste_schooldag_erna: date | None
    schoolvakanties_bekend: bool
    kennismaking_uiterlijk: date
    uitleg: tuple[str, ...] = ()


def startgesprek_uiterlijk(aangemeld: date, dagen: int = STARTGESPREK_DAGEN) -> date:
    """The last day for the startgesprek: `dagen` calendar days on; it never moves (S30).

    Raises DatumBuitenBereik where the calendar ends.
    """
    return plus_dagen(aangemeld, dagen)


def kennismaking_uiterlijk(
    aangemeld: date, kalender: Kalender, werkdagen: int = KENNISMAKING_WERKDAGEN
) -> date:
    """The last day to offer the kennismaking: the n-th working day, aanmelding not counted (S26).

    Raises DatumBuitenBereik where public holidays are not known.
    """
    dag = aangemeld
    for _ in range(werkdagen):
        dag = plus_dagen(dag, 1)
        while not kalender.is_werkdag(dag):
            dag = plus_dagen(dag, 1)
    return dag


def bereken_termijnen(
    aangemeld: date,
    vandaag: date,
    kalender: Kalender,
    dagen: int = STARTGESPREK_DAGEN,
    werkdagen: int = KENNISMAKING_WERKDAGEN,
) -> Termijnen:
    """Both deadlines, the school days in the window and what a worker must know about them.

    Raises DatumBuitenBereik where public holidays are not known or the calendar ends.
    """
    uiterlijk = startgesprek_uiterlijk(aangemeld, dagen)
    kennismaking = kennismaking_uiterlijk(aangemeld, kalender, werkdagen)
    venster = tuple(_days(aangemeld, uiterlijk))
    bekend = all(kalender.is_bekend(dag) for dag in venster)
    schooldagen = tuple(dag for dag in venster if kalender.is_schooldag(dag)) if bekend else None
    kaal = Termijnen(
        aangemeld=aangemeld,
        startgesprek_uiterlijk=uiterlijk,
        schooldagen=schooldagen,
        laatste_schooldag=schooldagen[-1] if schooldagen else None,
        eerste_schooldag_erna=_first_schooldag_after(uiterlijk, kalender) if bekend else None,
        schoolvakanties_bekend=bekend,
        kennismaking_uiterlijk=kennismaking,
    )
    uitleg = (
        *_startgesprek_zinnen(kaal, vandaag, kalender, dagen),
        *_kennismaking_zinnen(kaal, kalender, werkdagen),
    )
    return Termijnen(**{**vars(kaal), "uitleg": uitleg})


def _days(van: date, tot_en_met: date) -> Iterator[date]:
    for nummer in range(van.toordinal(), tot_en_met.toordinal() + 1):
        yield date.fromordinal(nummer)


def _first_schooldag_after(uiterlijk: date, kalender: Kalender) -> date | None:
    dag = plus_dagen(uiterlijk, 1)
    while kalender.is_bekend(dag):
        if kalender.is_schooldag(dag):
            return dag
        dag = plus_dagen(dag, 1)
    return None


def _startgesprek_zinnen(t: Termijnen, vandaag: date, kalender: Kalender, dagen: int) -> Iterator[str]:
    uiterlijk = dag_lang(t.startgesprek_uiterlijk)
    yield (
        f"Startgesprek uiterlijk {uiterlijk}: {dagen} dagen na de aanmelding. "
        "Dat is een afspraak van het team, geen wettelijke termijn."
    )
    if vandaag < t.aangemeld:
        yield f"De aanmelddatum {dag_lang(t.aangemeld)} ligt na vandaag. Klopt dat?"
    if t.schooldagen is None:
        yield (
            "De schoolvakanties zijn voor deze dagen niet bekend. "
            "Vraag de school op welke dagen zij open is; er zijn geen schooldagen berekend."
        )
    if vandaag > t.startgesprek_uiterlijk:
        yield f"De tijd voor het startgesprek is voorbij: {uiterlijk} was de laatste dag."
    elif t.schooldagen is not None:
        yield from _schooldag_zinnen(t, t.schooldagen, vandaag, kalender)


def _schooldag_zinnen(
    t: Termijnen, schooldagen: tuple[date, ...], vandaag: date, kalender: Kalender
) -> Iterator[str]:
    over = tuple(dag for dag in schooldagen if dag >= vandaag)
    if not over:
        yield from _uitwegen(t, vandaag, kalender)
    elif schooldagen == (vandaag,):
        yield f"Let op: alleen vandaag nog schooldag.{_erna(t)}"
    elif over == (vandaag,):
        yield f"Vandaag is de laatste schooldag voor het startgesprek.{_erna(t)}"
    elif len(over) == 1:
        yield f"Er is nog maar één schooldag: {dag_lang(over[0])}.{_erna(t)}"
    elif over[-1] != t.startgesprek_uiterlijk:
        yield (
            f"Op {dag_lang(t.startgesprek_uiterlijk)} is de school dicht "
            f"({kalender.waarom_dicht(t.startgesprek_uiterlijk)}); "
            f"de laatste schooldag daarvoor is {dag_lang(over[-1])}."
        )


def _erna(t: Termijnen) -> str:
    if t.eerste_schooldag_erna is None:
        return " Wanneer de school daarna weer open is, is niet bekend."
    pas = "" if t.eerste_schooldag_erna == plus_dagen(t.startgesprek_uiterlijk, 1) else "pas "
    return f" Daarna is de school {pas}op {dag_lang(t.eerste_schooldag_erna)} weer open."


def _uitwegen(t: Termijnen, vandaag: date, kalender: Kalender) -> Iterator[str]:
    """No school day is left in the window: the three ways out."""
    tot = dag_lang(t.startgesprek_uiterlijk)
    if t.schooldagen:
        yield f"Tot en met {tot} is er geen schooldag meer; de laatste was {dag_lang(t.schooldagen[-1])}."
    else:
        yield f"Tot en met {tot} is er geen schooldag. De termijn schuift niet op."
        yield from _eerder(t, vandaag, kalender)
    over = _days(max(t.aangemeld, vandaag), t.startgesprek_uiterlijk)
    werkdagen = [dag_kort(dag) for dag in over if kalender.is_werkdag(dag)]
    if werkdagen:
        yield f"Het kan buiten school, thuis of bij het buurtteam, op een werkdag: {', '.join(werkdagen)}."
    else:
        yield "Ook buiten school kan het niet op een werkdag: die zijn er niet meer."
    if t.eerste_schooldag_erna is None:
        yield "De eerste schooldag daarna is niet bekend; vraag het de school."
    else:
        vakantie = any(map(kalender.vakantie, _days(t.aangemeld, t.startgesprek_uiterlijk)))
        yield (
            f"Of op de eerste schooldag daarna, {dag_lang(t.eerste_schooldag_erna)}, "
            f'met als reden "te laat: {"vakantie" if vakantie else "school dicht"}".'
        )


def _eerder(t: Termijnen, vandaag: date, kalender: Kalender) -> Iterator[str]:
    """The last school day before the aanmelding where it is past: no talk comes before its aanmelding."""
    dag = plus_dagen(t.aangemeld, -1)
    while kalender.is_bekend(dag):
        if kalender.is_schooldag(dag):
            if dag < vandaag:
                yield f"De laatste schooldag daarvoor, {dag_lang(dag)}, is al voorbij."
            return
        dag = plus_dagen(dag, -1)


def _kennismaking_zinnen(t: Termijnen, kalender: Kalender, werkdagen: int) -> Iterator[str]:
    uiterlijk = t.kennismaking_uiterlijk
    overgeslagen = [
        f"{naam} ({dag_kort(dag)})"
        for dag in _days(plus_dagen(t.aangemeld, 1), uiterlijk)
        if (naam := kalender.feestdag(dag)) and dag.weekday() < 5
    ]
    yield (
        f"Kennismaking aanbieden uiterlijk {dag_lang(uiterlijk)}: {werkdagen} werkdagen, "
        "de dag van aanmelding telt niet mee."
    )
    if overgeslagen:
        yield f"Geen werkdag: {', '.join(overgeslagen)}."
    reden = kalender.waarom_dicht(uiterlijk)
    if reden is not None:
        yield (
            f"Die dag is de school dicht ({reden}), maar jij werkt: "
            "denk aan een huisbezoek of een andere plek."
        )
