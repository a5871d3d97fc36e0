"""Proposals for one talk, best first, or why there is none (contract 4, `voorstellen`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kernteam_tui.domain.datumtekst import dag_kort, moment_kort
from kernteam_tui.domain.planning.rangorde import rangorde
from kernteam_tui.domain.planning.raster import Starts, nummers
from kernteam_tui.domain.planning.situatie import (
    OUDERS,
    RUIMTE,
    SCHOOL,
    Situatie,
    Tafel,
    set_table,
    waarom_dicht,
)
from kernteam_tui.domain.planning.tijd import Tijdvak, moment
from kernteam_tui.domain.planning.vereisten import Vereiste
from kernteam_tui.domain.planning.week import Plancasus, Planweek, Voorkeur
from kernteam_tui.domain.planning.weekbeeld import Weekbeeld
from kernteam_tui.domain.planning.woorden import (
    afwezig_tekst,
    is_dan,
    naam_van,
    namen_van,
    opsomming,
    rollen_tekst,
    rooster_tekst,
    waarom_niet_tekst,
    zonder_wie,
)

TIJDENS_LES, ONDER_VOORBEHOUD = "tijdens les", "onder voorbehoud"


@dataclass(frozen=True)
class Voorstel:
    """A moment at which the talk can be held; `start` and `eind` in UTC.

    `erbij` holds everybody who can come, `niet_erbij` the members of the kernteam who cannot: ids,
    sorted by code point. `ruimte` is None where the school has no rooms.
    """

    start: datetime
    eind: datetime
    ruimte: str | None
    erbij: tuple[str, ...]
    niet_erbij: tuple[str, ...]
    kenmerken: tuple[str, ...]
    _tafel: Tafel = field(repr=False, compare=False)
    _nummer: int = field(repr=False, compare=False)

    @property
    def uitleg(self) -> str:
        """Who comes and who does not, in one Dutch line."""
        return moment_uitleg(self._tafel, self._tafel.situatie(self._nummer))


@dataclass(frozen=True)
class WaaromNiet:
    """A requirement that stands in the way: a person's id, a role, `ruimte`, `ouders` or `school`."""

    wie: str
    reden: str


@dataclass(frozen=True)
class Voorstellen:
    """Proposals best first; without any, what stands in the way."""

    voorstellen: tuple[Voorstel, ...]
    waarom_niet: tuple[WaaromNiet, ...]


def voorstellen(week: Planweek, casus: Plancasus) -> Voorstellen:
    """Every moment at which this casus alone can be held, best first, or why there is none.

    Ranked by: most partners of the kernteam, what the parents like, nobody under voorbehoud, not
    during lessons, earliest. Raises PlanweekOngeldig where something unknown is named.
    """
    return _answer(set_table(week, casus))


def alle_voorstellen(week: Planweek, casussen: Iterable[Plancasus]) -> tuple[Voorstellen, ...]:
    """`voorstellen` for each casus, as if it were the only one; much faster than one by one.

    Raises PlanweekOngeldig where something unknown is named.
    """
    beeld = Weekbeeld(week)
    return tuple(_answer(set_table(week, casus, beeld)) for casus in casussen)


def _answer(tafel: Tafel) -> Voorstellen:
    if not tafel.mogelijk:
        return Voorstellen((), waarom_niet(tafel))
    return Voorstellen(tuple(_voorstel(tafel, nummer) for nummer in rangorde(tafel)), ())


def _voorstel(tafel: Tafel, nummer: int) -> Voorstel:
    start, bit = tafel.raster.starts[nummer], 1 << nummer
    erbij = tuple(wie for wie, komst in tafel.komst.items() if komst.kan & bit)
    kenmerken = ((TIJDENS_LES, tafel.lessen), (ONDER_VOORBEHOUD, tafel.voorbehoud))
    return Voorstel(
        start=start,
        eind=start + tafel.raster.duur,
        ruimte=next((id_ for id_, vrij in tafel.ruimtes.items() if vrij & bit), None),
        erbij=erbij,
        niet_erbij=tuple(lid for lid in tafel.kernteam if lid not in erbij),
        kenmerken=tuple(kenmerk for kenmerk, starts in kenmerken if starts & bit),
        _tafel=tafel,
        _nummer=nummer,
    )


def moment_uitleg(tafel: Tafel, situatie: Situatie) -> str:
    """Who comes to a talk at a moment and who does not, in one Dutch line."""
    gezinswerker, erbij = tafel.casus.gezinswerker, situatie.erbij
    anderen = [wie for wie in erbij if wie != gezinswerker]
    delen = [f"{namen_van(tafel, anderen)} erbij"] if anderen else []
    ik = tafel.mensen[gezinswerker].ik
    if gezinswerker not in erbij:
        delen.append("zonder jou" if ik else "zonder de gezinswerker")
    elif not anderen:
        delen.append("alleen jij erbij" if ik else "alleen de gezinswerker erbij")
    afwezig = [wie for wie in tafel.kernteam if wie not in erbij and wie != gezinswerker]
    if afwezig:
        delen.append(", ".join(_niet(tafel, situatie, wie) for wie in afwezig))
    if tafel.casus.ouders:
        delen.append("ouders liefst dan" if situatie.ouders is Voorkeur.LIEFST else "ouders kunnen")
    if situatie.onder_voorbehoud:
        delen.append(f"{namen_van(tafel, situatie.onder_voorbehoud)} {ONDER_VOORBEHOUD}")
    if situatie.tijdens_les:
        delen.append(TIJDENS_LES)
    return f"{moment_kort(situatie.gesprek.van)}: {'; '.join(delen)}"


def _niet(tafel: Tafel, situatie: Situatie, wie: str) -> str:
    return (
        f"{naam_van(tafel, wie)} niet ({waarom_niet_tekst(tafel, wie, situatie.standen[wie], situatie.dag)})"
    )


def waarom_niet(tafel: Tafel) -> tuple[WaaromNiet, ...]:
    """Of a talk that cannot be held at any start: each requirement that alone stands in the way, else the
    smallest set that together does."""
    if not tafel.dagen:
        return (WaaromNiet(SCHOOL, _geen_dagen(tafel)),)
    groepen = _by_gemis(tafel)
    kleinste = min(len(gemis) for gemis in groepen)
    gekozen = sorted(gemis for gemis in groepen if len(gemis) == kleinste)
    return tuple(
        WaaromNiet(wie, _reden(tafel, wie, gemis, groepen[gemis]))
        for gemis in (gekozen if kleinste == 1 else gekozen[:1])
        for wie in gemis
    )


def _by_gemis(tafel: Tafel) -> Mapping[tuple[str, ...], Starts]:
    """The starts on the days that will do, by the requirements that are not met there, sorted."""
    groepen: dict[tuple[str, ...], Starts] = {(): tafel.dagen}
    for wie, gehaald in sorted(tafel.eisen.items()):
        verdeeld = {gemis: starts & gehaald for gemis, starts in groepen.items()}
        verdeeld |= {(*gemis, wie): starts & ~gehaald for gemis, starts in groepen.items()}
        groepen = {gemis: starts for gemis, starts in verdeeld.items() if starts}
    return groepen


def _geen_dagen(tafel: Tafel) -> str:
    casus = tafel.casus
    return (
        "er is geen moment om te plannen in deze week "
        f"van {dag_kort(casus.aangemeld)} tot en met {dag_kort(casus.uiterlijk)}"
    )


def _reden(tafel: Tafel, wie: str, gemis: tuple[str, ...], starts: Starts) -> str:
    """Why this requirement is not met at the starts (at least one) at which it stands in the way."""
    if wie == SCHOOL:
        dagen = (dag for dag, op_dag in tafel.raster.per_dag.items() if op_dag & starts)
        dicht = [f"{dag_kort(dag)} ({waarom_dicht(tafel.school, dag)})" for dag in dagen]
        waarom = f"de school is dicht: {', '.join(dicht)}"
    elif wie == RUIMTE:
        waarom = "er is geen ruimte vrij"
    elif wie == OUDERS:
        waarom = "de ouders kunnen dan niet"
    else:
        vereiste = next(v for v in tafel.vereisten if v.wie == wie)
        waarom = _mens_reden(tafel, vereiste, starts)
    ook = [_eis(tafel, ander) for ander in gemis if ander != wie]
    ik = wie in tafel.mensen and tafel.mensen[wie].ik
    zonder = "als je dan toch kunt" if ik else "zonder deze eis"
    zonder = f"{zonder}, en zonder {opsomming(ook)}," if ook else f"{zonder}," if ik else zonder
    first = next(nummers(starts & _schooltijd(tafel) or starts))
    return f"{waarom}; {zonder} kan het op {moment_kort(tafel.raster.starts[first])}"


def _schooltijd(tafel: Tafel) -> Starts:
    """The starts within a dagdeel: where nobody else is asked, a talk could be held at night."""
    return tafel.raster.binnen(
        Tijdvak(moment(dag, van), moment(dag, tot))
        for dag in tafel.raster.per_dag
        for van, tot in tafel.week.dagdelen.values()
    )


def _eis(tafel: Tafel, wie: str) -> str:
    """A requirement in words: somebody's role, never an id."""
    if wie in tafel.mensen:
        return zonder_wie(tafel, wie)
    vereiste = next((v for v in tafel.vereisten if v.wie == wie), None)
    return rollen_tekst(vereiste.rollen) if vereiste is not None else wie


def _mens_reden(tafel: Tafel, vereiste: Vereiste, starts: Starts) -> str:
    if not vereiste.kandidaten:
        return f"het kernteam van deze school heeft geen {rollen_tekst(vereiste.rollen)}"
    return ", ".join(_kan_niet(tafel, wie, starts) for wie in vereiste.kandidaten)


def _kan_niet(tafel: Tafel, wie: str, starts: Starts) -> str:
    aanwezig = starts & tafel.komst[wie].aanwezig
    is_ = is_dan(tafel, wie)
    if aanwezig == starts:
        return f"{is_} bezet"
    if aanwezig:
        return f"{is_} bezet of niet op school ({rooster_tekst(tafel, wie)})"
    dagen = [dag for dag, op_dag in tafel.raster.per_dag.items() if op_dag & starts]
    return f"{is_} niet op school ({afwezig_tekst(tafel, wie, dagen)})"
