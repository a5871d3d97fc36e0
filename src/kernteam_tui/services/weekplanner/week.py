"""One week to look at: each school, the talks, and the startgesprekken that have no moment yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kernteam_tui.data.queries.agenda import AgendaRegel
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat
from kernteam_tui.domain.datumtekst import dag_kort, dag_van
from kernteam_tui.domain.planning.rangorde import rangorde
from kernteam_tui.domain.planning.voorstellen import waarom_niet
from kernteam_tui.domain.roosterweek import schooldagen_van
from kernteam_tui.domain.signalen import Beeld
from kernteam_tui.domain.uitstel import streefdag, waarom_later
from kernteam_tui.services.beelden import lees_beelden
from kernteam_tui.services.moment import Moment
from kernteam_tui.services.planweek import Weekfeiten, lees_weekfeiten
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.weekplanner.beeld import OpenStart, WeekBeeld, Weekgesprek
from kernteam_tui.services.weekplanner.school import schoolweek
from kernteam_tui.services.weekplanner.tafels import Tafels, maak_tafels
from kernteam_tui.services.weekplanner.wachtenden import Wachtende, lees_wachtenden


def get_week(sessie: Sessie, maandag: date, school_id: str | None = None) -> WeekBeeld:
    """The week that begins on this Monday, of one school or of all.

    Raises DatumBuitenBereik for a week so far away that its holidays are not known.
    """
    dagen = schooldagen_van(maandag)
    feiten = lees_weekfeiten(sessie, maandag, dagen[-1])
    wachtenden = lees_wachtenden(sessie, feiten.werkdag, school_id)
    tafels = maak_tafels(feiten, wachtenden)
    vandaag = sessie.vandaag()
    return WeekBeeld(
        maandag,
        vandaag,
        tuple(
            schoolweek(feiten, tafels.mensen, school, dagen, vandaag)
            for school in feiten.werkdag.scholen
            if school_id in (None, school.id)
        ),
        tuple(_gesprekken(sessie, feiten, school_id)),
        tuple(_open(tafels, w, dagen[-1], vandaag) for w in wachtenden if w.gepland is None),
    )


def _gesprekken(sessie: Sessie, feiten: Weekfeiten, school_id: str | None) -> Iterator[Weekgesprek]:
    shown = [
        t
        for t in feiten.alle_gesprekken
        if t.staat is not GesprekStaat.AFGEZEGD and school_id in (None, t.school_id)
    ]
    starts = {t.casus_id for t in shown if t.soort is GesprekSoort.STARTGESPREK}
    beelden = {b.feiten.casus_id: b for b in lees_beelden(sessie, feiten.werkdag)} if starts else {}
    for talk in shown:
        yield Weekgesprek(
            talk.gesprek_id,
            talk.casus_id,
            talk.nummer,
            talk.jongere,
            talk.school_id,
            talk.school,
            talk.soort,
            talk.staat,
            talk.start,
            talk.minuten,
            talk.plek,
            _te_laat(talk, beelden.get(talk.casus_id)),
            feiten.waarom_dicht(talk) if talk.staat.nog_te_houden else "",
        )


def _te_laat(talk: AgendaRegel, beeld: Beeld | None) -> str:
    if beeld is None or talk.soort is not GesprekSoort.STARTGESPREK:
        return ""
    last = streefdag(beeld.feiten, beeld.startgesprek_uiterlijk)
    if last is None or dag_van(talk.start) <= last:
        return ""
    why = waarom_later(beeld.feiten) or "de reden is nog niet vastgelegd"
    return f"uiterlijk was {dag_kort(last)}: {why}"


def _open(tafels: Tafels, wachtende: Wachtende, vrijdag: date, vandaag: date) -> OpenStart:
    voorstel, waarom = _voorstel(tafels, wachtende, vrijdag)
    feiten = wachtende.feiten
    return OpenStart(
        casus_id=feiten.casus_id,
        casus=feiten.nummer,
        jongere=feiten.jongere,
        school_id=feiten.school_id,
        school=feiten.school,
        uiterlijk=wachtende.uiterlijk,
        dagen=(wachtende.uiterlijk - vandaag).days,
        schooldagen=wachtende.beeld.schooldagen_over,
        spoed=feiten.spoed,
        keuze=waarom_later(feiten),
        voorstel=voorstel,
        waarom_niet=waarom,
    )


def _voorstel(tafels: Tafels, wachtende: Wachtende, vrijdag: date) -> tuple[Moment | None, tuple[str, ...]]:
    """The best moment for this casus alone, or why this week has none."""
    if wachtende.dagen.first > vrijdag:
        return None, (f"niet deze week: het gesprek kan vanaf {dag_kort(wachtende.dagen.first)}",)
    if wachtende.dagen.last < tafels.week.van:
        return None, (f"niet deze week: het gesprek moet uiterlijk {dag_kort(wachtende.dagen.last)}",)
    tafel = tafels.tafel(tafels.casus(wachtende, vrijdag))
    if not tafel.mogelijk:
        return None, tuple(een.reden for een in waarom_niet(tafel))
    nummer = rangorde(tafel)[0]
    situatie = tafel.situatie(nummer)
    return tafels.moment(wachtende, tafel, situatie.gesprek.van, situatie.ruimte), ()
