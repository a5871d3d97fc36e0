"""Rules from aanmelding to the first talk (S24-S34)."""

from __future__ import annotations

from collections.abc import Iterator

from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, JaNeeOnbekend
from kernteam_tui.domain.datumtekst import dag_kort, dag_van, moment_kort
from kernteam_tui.domain.fase import EERSTE_GESPREK, kennismaking_gehad
from kernteam_tui.domain.signalen.beeld import Beeld, Signaal


def startgesprek(beeld: Beeld) -> Iterator[Signaal]:
    """The startgesprek within the week (team agreement, S30): to plan, too late, or late without a reason."""
    feiten = beeld.feiten
    if not _wacht_op_startgesprek(beeld):
        return
    uiterlijk = beeld.startgesprek_uiterlijk
    planned = feiten.gepland(GesprekSoort.STARTGESPREK)
    if planned is not None:
        if dag_van(planned.start) > uiterlijk and not feiten.startgesprek_reden_later:
            yield Signaal.over(
                beeld,
                "startgesprek_te_laat",
                "startgesprek later: reden vastleggen",
                f"gepland {moment_kort(planned.start)}, uiterlijk was {dag_kort(uiterlijk)}",
                uiterlijk,
                "Open het startgesprek en kies de reden.",
                "startgesprek",
            )
        return
    if beeld.vandaag > uiterlijk:
        yield Signaal.over(
            beeld,
            "startgesprek_te_laat",
            "startgesprek plannen, de week is om",
            f"aangemeld {dag_kort(feiten.aangemeld)}, uiterlijk was {dag_kort(uiterlijk)}",
            uiterlijk,
            "Plan het startgesprek en noteer waarom het later is.",
            "startgesprek",
        )
        return
    yield Signaal.over(
        beeld,
        "startgesprek_plannen",
        "startgesprek plannen",
        f"aangemeld {dag_kort(feiten.aangemeld)}, uiterlijk {dag_kort(uiterlijk)}{_over(beeld)}",
        uiterlijk,
        "Kies een voorstel of een eigen moment.",
        "startgesprek",
    )


def _wacht_op_startgesprek(beeld: Beeld) -> bool:
    feiten = beeld.feiten
    return (
        feiten.open
        and not feiten.zorg_zonder_vraag
        and feiten.begeleiding_gestart is None
        and feiten.gehouden(GesprekSoort.STARTGESPREK) is None
    )


def _over(beeld: Beeld) -> str:
    over = beeld.schooldagen_over
    if over is None:
        return ""
    if over == 0:
        return ", geen schooldag meer in deze week"
    return f", nog {over} schooldag{'en' if over != 1 else ''}"


def kennismaking_aanbieden(beeld: Beeld) -> Iterator[Signaal]:
    """The kennismaking is offered within five working days (S26). A planned first talk counts as offered."""
    feiten = beeld.feiten
    offered = feiten.kennismaking_aangeboden_op is not None or any(
        g.soort in EERSTE_GESPREK and g.staat is not GesprekStaat.AFGEZEGD for g in feiten.gesprekken
    )
    if not feiten.open or offered or feiten.zorg_zonder_vraag or feiten.begeleiding_gestart is not None:
        return
    late = beeld.vandaag > beeld.kennismaking_uiterlijk
    yield Signaal.over(
        beeld,
        "kennismaking_te_laat" if late else "kennismaking_aanbieden",
        "kennismaking aanbieden, al te laat" if late else "kennismaking aanbieden",
        f"aangemeld {dag_kort(feiten.aangemeld)}, vijf werkdagen: {dag_kort(beeld.kennismaking_uiterlijk)}",
        beeld.kennismaking_uiterlijk,
        "Bied het gesprek aan en noteer de dag.",
    )


def kennismaking_reden(beeld: Beeld) -> Iterator[Signaal]:
    """Held after the fifth working day: the reason is kept, so a family's wish is no red number (S26)."""
    feiten = beeld.feiten
    held = kennismaking_gehad(feiten)
    if held is None or not feiten.open or feiten.kennismaking_reden_later is not None:
        return
    if feiten.startgesprek_reden_later or dag_van(held.start) <= beeld.kennismaking_uiterlijk:
        return
    yield Signaal.over(
        beeld,
        "kennismaking_reden",
        "noteren waarom de kennismaking later was",
        f"gehouden {dag_kort(dag_van(held.start))}, afspraak was {dag_kort(beeld.kennismaking_uiterlijk)}",
        None,
        "Kies de reden bij de casus.",
    )


def gesprek_vastleggen(beeld: Beeld) -> Iterator[Signaal]:
    """A talk that is over and of which nobody noted how it went."""
    if not beeld.feiten.open:
        return
    for gesprek in beeld.feiten.gesprekken:
        planned = gesprek.staat in (GesprekStaat.GEPLAND, GesprekStaat.VERZET)
        if not planned or gesprek.start > beeld.nu:
            continue
        yield Signaal.over(
            beeld,
            "gesprek_vastleggen",
            f"{gesprek.soort.label} vastleggen",
            f"was {moment_kort(gesprek.start)}",
            dag_van(gesprek.start),
            "Noteer wie er was en wat is afgesproken.",
            "startgesprek" if gesprek.soort is GesprekSoort.STARTGESPREK else "gesprekken",
        )


def gezag_onbekend(beeld: Beeld) -> Iterator[Signaal]:
    """Gezag that nobody established blocks the page for that parent (domain 3.2)."""
    unknown = [ouder for ouder in beeld.feiten.ouders if ouder.gezag is JaNeeOnbekend.ONBEKEND]
    if not beeld.feiten.open or not unknown:
        return
    of_whom = "van een ouder" if len(unknown) == 1 else f"van {len(unknown)} ouders"
    yield Signaal.over(
        beeld,
        "gezag_onbekend",
        f"nagaan wie gezag heeft {of_whom}",
        "zonder gezag krijgt een ouder geen bladzijde",
        None,
        "Vraag ernaar en noteer hoe je het weet.",
        "gezin",
    )


def ouders_informeren(beeld: Beeld) -> Iterator[Signaal]:
    """Praten met, niet over: parents are told (S33, S34)."""
    if not beeld.feiten.open or beeld.feiten.ouders_weten is not False:
        return
    yield Signaal.over(
        beeld,
        "ouders_informeren",
        "ouders vertellen van de aanmelding",
        "bij de aanmelding wisten de ouders het nog niet",
        beeld.startgesprek_uiterlijk,
        "Bel de ouders en zet ‘ouders weten het’ op ja.",
        "gezin",
    )
