"""A school's own list of days, and beside it what is known of the region."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kernteam_tui.domain.codes import LogSoort, Regio
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
from kernteam_tui.domain.kalender import Periode, Schoolvakantie, is_weekend, plus_dagen
from kernteam_tui.domain.plancodes import Schooldagsoort
from kernteam_tui.domain.school import School
from kernteam_tui.domain.schooljaar import begin_van_schooljaar
from kernteam_tui.domain.schooltijd import Schooldag
from kernteam_tui.exchange.schoolvakanties import read_schoolvakanties, read_vakantiebron
from kernteam_tui.services.beelden import lees_werkdag
from kernteam_tui.services.rooster import school_met
from kernteam_tui.services.school import SchoolBeeld, get_school
from kernteam_tui.services.sessie import Sessie

LANGSTE = timedelta(days=92)
"""A longer holiday or week of tests is a slip."""
LANGSTE_TEKST = 80
_VRIJ = "vrije dag van de school"


@dataclass(frozen=True)
class Dagregel:
    """Days in the list of a school. `sleutel` is the id of a Schooldag; of single closed days it begins
    with `dicht:`."""

    sleutel: str
    van: date
    tot_en_met: date
    soort: Schooldagsoort
    wat: str

    @property
    def oud(self) -> bool:
        """It comes from the single closed dates of `school/1`."""
        return self.sleutel.startswith(_DICHT)


@dataclass(frozen=True)
class SchooldagenBeeld:
    """One schooljaar of one school."""

    school_id: str
    school: str
    regio: Regio
    jaar: Periode
    eigen: tuple[Dagregel, ...]
    eerder: int
    """How many of its own days lie before this schooljaar, and later: how many after it."""
    later: int
    vakanties: tuple[Schoolvakantie, ...]
    bekend: Periode | None
    """Of which days the region's holidays are known; None: of none."""
    jaar_bekend: bool
    """Whether the whole schooljaar is."""
    bron: str
    bijgewerkt: date


@dataclass(frozen=True)
class SchooldagGegevens:
    """Days that are alike: one or more periods, of one kind."""

    periodes: tuple[Periode, ...]
    soort: Schooldagsoort = Schooldagsoort.STUDIEDAG
    wat: str = ""


_DICHT = "dicht:"


def schooljaar_van(dag: date) -> Periode:
    """The schooljaar in which this day lies, from 1 August up to and including 31 July."""
    begin = begin_van_schooljaar(dag)
    return Periode(begin, begin.replace(year=begin.year + 1) - timedelta(days=1))


def get_schooldagen(sessie: Sessie, school_id: str, dag: date) -> SchooldagenBeeld:
    """The schooljaar in which this day lies. Raises NietGevonden."""
    school = school_met(lees_werkdag(sessie), school_id)
    jaar = schooljaar_van(dag)
    region, source = read_schoolvakanties(school.regio), read_vakantiebron()
    regels = dagregels(school)
    return SchooldagenBeeld(
        school.id,
        school.naam,
        school.regio,
        jaar,
        tuple(r for r in regels if r.van <= jaar.tot_en_met and r.tot_en_met >= jaar.van),
        sum(r.tot_en_met < jaar.van for r in regels),
        sum(r.van > jaar.tot_en_met for r in regels),
        tuple(sorted((v for v in region.vakanties if _raakt(v.periode, jaar)), key=lambda v: v.periode.van)),
        region.bekend,
        region.bekend is not None and _jaar_bekend(region.bekend, jaar),
        source.bron,
        source.bijgewerkt,
    )


def get_schooldag(sessie: Sessie, school_id: str, sleutel: str) -> Dagregel:
    """One line of the list of a school. Raises NietGevonden."""
    regels = dagregels(get_school(sessie, school_id))
    found = next((regel for regel in regels if regel.sleutel == sleutel), None)
    if found is None:
        raise _weg()
    return found


def dagregels(school: SchoolBeeld) -> tuple[Dagregel, ...]:
    """The whole list of a school, in order: its own days, and the single closed dates by days in a row."""
    eigen = [Dagregel(d.id, d.van, d.tot_en_met, d.soort, d.wat) for d in school.dagen]
    eigen += [
        Dagregel(f"{_DICHT}{p.van}:{p.tot_en_met}", p.van, p.tot_en_met, Schooldagsoort.STUDIEDAG, _VRIJ)
        for p in _reeksen(school.dicht)
    ]
    return tuple(sorted(eigen, key=lambda r: (r.van, r.tot_en_met, r.sleutel)))


def zet_schooldagen(sessie: Sessie, school_id: str, gegevens: SchooldagGegevens) -> tuple[str, ...]:
    """Add days to the list; answers their ids. Raises InhoudOngeldig, NietGevonden."""
    _controleer(gegevens)
    with sessie.unit_of_work() as uow:
        nieuw = _erbij(uow.scholen.get(school_id), gegevens)
        uow.log(LogSoort.GEWIJZIGD, "school: eigen dagen erbij")
        uow.commit()
    return nieuw


def wijzig_schooldag(
    sessie: Sessie, school_id: str, sleutel: str, gegevens: SchooldagGegevens
) -> tuple[str, ...]:
    """Put other days in the place of one line of the list; answers their ids.

    Single closed dates become a line of the list that way. Raises InhoudOngeldig, NietGevonden.
    """
    _controleer(gegevens)
    with sessie.unit_of_work() as uow:
        school = uow.scholen.get(school_id)
        dag = next((dag for dag in school.dagen if dag.id == sleutel), None)
        if dag is None or len(gegevens.periodes) != 1:
            _haal_weg(school, sleutel)
            ids = _erbij(school, gegevens)
        else:
            [periode] = gegevens.periodes
            dag.van, dag.tot_en_met = periode.van, periode.tot_en_met
            dag.soort, dag.wat = gegevens.soort, _schoon(gegevens.wat)
            ids = (dag.id,)
        uow.log(LogSoort.GEWIJZIGD, "school: eigen dagen gewijzigd")
        uow.commit()
    return ids


def haal_schooldag_weg(sessie: Sessie, school_id: str, sleutel: str) -> None:
    """Take one line off the list. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        _haal_weg(uow.scholen.get(school_id), sleutel)
        uow.log(LogSoort.GEWIJZIGD, "school: eigen dagen weggehaald")
        uow.commit()


def _erbij(school: School, gegevens: SchooldagGegevens) -> tuple[str, ...]:
    dagen = [
        Schooldag(
            school_id=school.id,
            van=periode.van,
            tot_en_met=periode.tot_en_met,
            soort=gegevens.soort,
            wat=_schoon(gegevens.wat),
        )
        for periode in gegevens.periodes
    ]
    school.dagen.extend(dagen)
    return tuple(dag.id for dag in dagen)


def _haal_weg(school: School, sleutel: str) -> None:
    dag = next((dag for dag in school.dagen if dag.id == sleutel), None)
    if dag is not None:
        school.dagen.remove(dag)
        return
    van, _, tot = sleutel.removeprefix(_DICHT).partition(":")
    over = tuple(d for d in school.dicht if not van <= d.isoformat() <= tot)
    if not sleutel.startswith(_DICHT) or len(over) == len(school.dicht):
        raise _weg()
    school.dicht = over


def _weg() -> NietGevonden:
    return NietGevonden("Deze dag staat niet (meer) in de lijst.", "Kijk wat er nu staat.")


def _controleer(gegevens: SchooldagGegevens) -> None:
    if not gegevens.periodes:
        raise InhoudOngeldig("Er staat nog geen dag.", "Typ een dag, bijvoorbeeld 24 nov.")
    for periode in gegevens.periodes:
        if periode.tot_en_met < periode.van:
            raise InhoudOngeldig("De laatste dag ligt vóór de eerste.", "Verbeter een van de twee.")
        if periode.tot_en_met - periode.van > LANGSTE:
            raise InhoudOngeldig("Dat zijn meer dan drie maanden achter elkaar.", "Verbeter de datum.")


def _schoon(wat: str) -> str:
    return " ".join(wat.split())[:LANGSTE_TEKST]


def _reeksen(dagen: Iterable[date]) -> list[Periode]:
    """Dates in a row, weekends between them not counted."""
    reeksen: list[Periode] = []
    for dag in sorted(set(dagen)):
        if reeksen and _alleen_weekend_tussen(reeksen[-1].tot_en_met, dag):
            reeksen[-1] = Periode(reeksen[-1].van, dag)
        else:
            reeksen.append(Periode(dag, dag))
    return reeksen


def _alleen_weekend_tussen(eerder: date, later: date) -> bool:
    tussen: Sequence[date] = [plus_dagen(eerder, n) for n in range(1, min((later - eerder).days, 4))]
    return (later - eerder).days <= len(tussen) + 1 and all(is_weekend(dag) for dag in tussen)


def _raakt(een: Periode, ander: Periode) -> bool:
    return een.van <= ander.tot_en_met and een.tot_en_met >= ander.van


def _jaar_bekend(bekend: Periode, jaar: Periode) -> bool:
    """Data of a year begin in September and end with its summer: that covers the year."""
    return bekend.van <= date(jaar.van.year, 9, 30) and bekend.tot_en_met >= date(jaar.tot_en_met.year, 7, 1)
