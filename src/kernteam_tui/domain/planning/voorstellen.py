"""Proposals for one talk, best first, or why there is none (contract 4, `voorstellen`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from kernteam_tui.domain.datumtekst import dag_kort, moment_kort
from kernteam_tui.domain.planning.beschikbaarheid import Stand
from kernteam_tui.domain.planning.situatie import OUDERS, RUIMTE, SCHOOL, Situatie, Tafel, set_table
from kernteam_tui.domain.planning.vereisten import Vereiste
from kernteam_tui.domain.planning.week import Plancasus, Planweek, Voorkeur
from kernteam_tui.domain.planning.woorden import (
    naam_van,
    namen_van,
    opsomming,
    rollen_tekst,
    rooster_tekst,
    waarom_niet_tekst,
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
    uitleg: str


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
    tafel = set_table(week, casus)
    situaties = [tafel.look(start) for start in tafel.starts()]
    mogelijk = [situatie for situatie in situaties if not situatie.ontbreekt]
    if not mogelijk:
        return Voorstellen((), _waarom_niet(tafel, situaties))
    mogelijk.sort(key=lambda situatie: _rank(tafel, situatie))
    return Voorstellen(tuple(_voorstel(tafel, situatie) for situatie in mogelijk), ())


def _rank(tafel: Tafel, situatie: Situatie) -> tuple[int, bool, bool, bool, datetime]:
    return (
        -len(tafel.partners.intersection(situatie.erbij)),
        situatie.ouders is not Voorkeur.LIEFST,
        bool(situatie.onder_voorbehoud),
        situatie.tijdens_les,
        situatie.gesprek.van,
    )


def _voorstel(tafel: Tafel, situatie: Situatie) -> Voorstel:
    erbij = situatie.erbij
    kenmerken = [TIJDENS_LES] if situatie.tijdens_les else []
    if situatie.onder_voorbehoud:
        kenmerken.append(ONDER_VOORBEHOUD)
    return Voorstel(
        start=situatie.gesprek.van,
        eind=situatie.gesprek.tot,
        ruimte=situatie.ruimte,
        erbij=erbij,
        niet_erbij=tuple(sorted(set(tafel.school.kernteam).difference(erbij))),
        kenmerken=tuple(kenmerken),
        uitleg=_uitleg(tafel, situatie),
    )


def _uitleg(tafel: Tafel, situatie: Situatie) -> str:
    anderen = [wie for wie in situatie.erbij if wie != tafel.casus.gezinswerker]
    delen = [f"{namen_van(tafel, anderen)} erbij" if anderen else "alleen de gezinswerker erbij"]
    if tafel.casus.gezinswerker not in situatie.erbij:
        delen.append("zonder de gezinswerker")
    afwezig = sorted(set(tafel.school.kernteam).difference(situatie.erbij, [tafel.casus.gezinswerker]))
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
    return f"{naam_van(tafel, wie)} niet ({waarom_niet_tekst(tafel, wie, situatie.standen[wie])})"


def _waarom_niet(tafel: Tafel, situaties: Sequence[Situatie]) -> tuple[WaaromNiet, ...]:
    """Each requirement that alone stands in the way, else the smallest set that together does."""
    if not situaties:
        return (WaaromNiet(SCHOOL, _geen_dagen(tafel)),)
    kleinste = min(len(situatie.ontbreekt) for situatie in situaties)
    groepen = {tuple(sorted(s.ontbreekt)) for s in situaties if len(s.ontbreekt) == kleinste}
    gekozen = sorted(groepen) if kleinste == 1 else [min(groepen)]
    return tuple(
        WaaromNiet(wie, _reden(tafel, wie, [s for s in situaties if s.ontbreekt == set(groep)]))
        for groep in gekozen
        for wie in groep
    )


def _geen_dagen(tafel: Tafel) -> str:
    casus = tafel.casus
    return (
        "er is geen moment om te plannen in deze week "
        f"van {dag_kort(casus.aangemeld)} tot en met {dag_kort(casus.uiterlijk)}"
    )


def _reden(tafel: Tafel, wie: str, situaties: Sequence[Situatie]) -> str:
    """Why this requirement is not met at the moments (at least one) at which it stands in the way."""
    if wie == SCHOOL:
        dicht = dict.fromkeys(f"{dag_kort(s.dag)} ({s.dicht})" for s in situaties)
        waarom = f"de school is dicht: {', '.join(dicht)}"
    elif wie == RUIMTE:
        waarom = "er is geen ruimte vrij"
    elif wie == OUDERS:
        waarom = "de ouders kunnen dan niet"
    else:
        vereiste = next(v for v in tafel.vereisten if v.wie == wie)
        waarom = _mens_reden(tafel, vereiste, situaties)
    ook = [_eis(tafel, ander) for ander in sorted(situaties[0].ontbreekt) if ander != wie]
    zonder = f"zonder deze eis, en zonder {opsomming(ook)}," if ook else "zonder deze eis"
    return f"{waarom}; {zonder} kan het op {moment_kort(situaties[0].gesprek.van)}"


def _eis(tafel: Tafel, wie: str) -> str:
    """A requirement in words: somebody's role, never an id."""
    if wie in tafel.mensen:
        return naam_van(tafel, wie)
    vereiste = next((v for v in tafel.vereisten if v.wie == wie), None)
    return rollen_tekst(vereiste.rollen) if vereiste is not None else wie


def _mens_reden(tafel: Tafel, vereiste: Vereiste, situaties: Iterable[Situatie]) -> str:
    if not vereiste.kandidaten:
        return f"het kernteam van deze school heeft geen {rollen_tekst(vereiste.rollen)}"
    return ", ".join(_kan_niet(tafel, wie, situaties) for wie in vereiste.kandidaten)


def _kan_niet(tafel: Tafel, wie: str, situaties: Iterable[Situatie]) -> str:
    standen = {situatie.standen[wie] for situatie in situaties}
    naam = naam_van(tafel, wie)
    if standen == {Stand.BEZET}:
        return f"{naam} is dan bezet"
    if Stand.BEZET in standen:
        return f"{naam} is dan bezet of niet op school ({rooster_tekst(tafel, wie)})"
    return f"{naam} is dan niet op school ({rooster_tekst(tafel, wie)})"
