"""Rules from aanmelding to the first talk (S24-S34)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, JaNeeOnbekend
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.fase import EERSTE_GESPREK, kennismaking_gehad
from kernteam_tui.domain.feiten import GesprekFeit
from kernteam_tui.domain.signalen.beeld import Beeld, Signaal
from kernteam_tui.domain.uitstel import (
    KEUZE_VAN_GEZIN,
    keuze_van_gezin,
    niet_gekomen,
    streefdag,
    waarom_later,
)


def startgesprek(beeld: Beeld) -> Iterator[Signaal]:
    """The startgesprek within the week (team agreement, S30): to plan, too late, or late without a reason.

    What the family itself chose later is never late (S26).
    """
    if not _wacht_op_startgesprek(beeld):
        return
    planned = beeld.feiten.gepland(GesprekSoort.STARTGESPREK)
    if planned is not None:
        yield from _later_zonder_reden(beeld, planned)
        return
    last = streefdag(beeld.feiten, beeld.startgesprek_uiterlijk)
    if last is not None and beeld.vandaag > last:
        yield _week_om(beeld, last)
        return
    yield Signaal.over(
        beeld,
        "startgesprek_plannen",
        "nieuw moment zoeken voor het startgesprek" if _kwam_niet(beeld) else "startgesprek plannen",
        _waarom_plannen(beeld, last),
        last,
        "Kies een voorstel of een eigen moment.",
        "startgesprek",
    )


def _later_zonder_reden(beeld: Beeld, planned: GesprekFeit) -> Iterator[Signaal]:
    feiten, uiterlijk = beeld.feiten, beeld.startgesprek_uiterlijk
    known = feiten.startgesprek_reden_later or feiten.startgesprek_keuze
    if dag_van(planned.start) <= uiterlijk or known or keuze_van_gezin(feiten, uiterlijk):
        return
    yield Signaal.over(
        beeld,
        "startgesprek_te_laat",
        "startgesprek later: reden vastleggen",
        f"gepland {beeld.moment(planned.start)}, uiterlijk was {beeld.dag(uiterlijk)}",
        uiterlijk,
        "Open het startgesprek en kies de reden.",
        "startgesprek",
    )


def _week_om(beeld: Beeld, last: date) -> Signaal:
    feiten = beeld.feiten
    since = feiten.gezin_vanaf if last > beeld.startgesprek_uiterlijk else None
    begin = (
        f"het gezin wilde vanaf {beeld.dag(since)}" if since else f"aangemeld {beeld.dag(feiten.aangemeld)}"
    )
    return Signaal.over(
        beeld,
        "startgesprek_te_laat",
        "startgesprek plannen, de week is om",
        f"{begin}, uiterlijk was {beeld.dag(last)}",
        last,
        "Plan het startgesprek en noteer waarom het later is.",
        "startgesprek",
    )


def _kwam_niet(beeld: Beeld) -> bool:
    return niet_gekomen(beeld.feiten, beeld.startgesprek_uiterlijk)


def _waarom_plannen(beeld: Beeld, last: date | None) -> str:
    feiten = beeld.feiten
    if last == beeld.startgesprek_uiterlijk:
        return f"aangemeld {beeld.dag(feiten.aangemeld)}, uiterlijk {beeld.dag(last)}{_over(beeld)}"
    if _kwam_niet(beeld) and feiten.startgesprek_keuze is None and feiten.gezin_vanaf is None:
        return "er kwam niemand; het stond op tijd"
    by = f"; uiterlijk {beeld.dag(last)}" if last is not None else ""
    return f"{waarom_later(feiten) or 'later, op verzoek van het gezin'}{by}"


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
    """The kennismaking is offered within five working days (S26); the clock stops at the offer. A planned
    first talk counts as offered, and so does a family that said when it wants to come."""
    feiten = beeld.feiten
    offered = (
        feiten.kennismaking_aangeboden_op is not None
        or feiten.startgesprek_aangeboden_op is not None
        or feiten.gezin_vanaf is not None
        or feiten.startgesprek_keuze in KEUZE_VAN_GEZIN
        or any(g.soort in EERSTE_GESPREK and g.staat is not GesprekStaat.AFGEZEGD for g in feiten.gesprekken)
    )
    if not feiten.open or offered or feiten.zorg_zonder_vraag or feiten.begeleiding_gestart is not None:
        return
    late = beeld.vandaag > beeld.kennismaking_uiterlijk
    yield Signaal.over(
        beeld,
        "kennismaking_te_laat" if late else "kennismaking_aanbieden",
        "kennismaking aanbieden, al te laat" if late else "kennismaking aanbieden",
        f"aangemeld {beeld.dag(feiten.aangemeld)}, vijf werkdagen: {beeld.dag(beeld.kennismaking_uiterlijk)}",
        beeld.kennismaking_uiterlijk,
        "Bied het gesprek aan en noteer de dag.",
    )


def kennismaking_reden(beeld: Beeld) -> Iterator[Signaal]:
    """Held after the fifth working day: the reason is kept, so a family's wish is no red number (S26)."""
    feiten = beeld.feiten
    held = kennismaking_gehad(feiten)
    if held is None or not feiten.open or feiten.kennismaking_reden_later is not None:
        return
    known = feiten.startgesprek_reden_later or feiten.startgesprek_keuze or feiten.gezin_vanaf
    if known or dag_van(held.start) <= beeld.kennismaking_uiterlijk:
        return
    yield Signaal.over(
        beeld,
        "kennismaking_reden",
        "noteren waarom de kennismaking later was",
        f"gehouden {beeld.dag(dag_van(held.start))}, afspraak was {beeld.dag(beeld.kennismaking_uiterlijk)}",
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
            f"was {beeld.moment(gesprek.start)}",
            dag_van(gesprek.start),
            "Noteer wie er was en wat is afgesproken.",
            "startgesprek" if gesprek.soort is GesprekSoort.STARTGESPREK else "gesprekken",
        )


def gezag_onbekend(beeld: Beeld) -> Iterator[Signaal]:
    """Gezag that nobody established blocks the page for that parent (domain 3.2)."""
    unknown = [ouder for ouder in beeld.feiten.ouders if ouder.gezag is JaNeeOnbekend.ONBEKEND]
    if not beeld.feiten.open or not unknown:
        return
    of_whom, for_whom = "van een ouder", "die ouder"
    if len(unknown) > 1:
        of_whom, for_whom = f"van {len(unknown)} ouders", "die ouders"
    yield Signaal.over(
        beeld,
        "gezag_onbekend",
        f"gezag nagaan {of_whom}",
        f"zolang dit niet bekend is, komt er voor {for_whom} niets op papier",
        None,
        "Kijk in het gezagsregister en noteer hoe je het weet.",
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
