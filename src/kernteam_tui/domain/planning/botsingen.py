"""What clashes with a moment that the worker chose herself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kernteam_tui.domain.datumtekst import dag_kort
from kernteam_tui.domain.planning.beschikbaarheid import Stand
from kernteam_tui.domain.planning.situatie import Situatie, Tafel, set_table
from kernteam_tui.domain.planning.tijd import Tijdvak, check_year
from kernteam_tui.domain.planning.week import Bezetstaat, Bezetting, Plancasus, Planweek
from kernteam_tui.domain.planning.woorden import (
    afwezig_tekst,
    is_dan,
    met_hoofdletter,
    naam_van,
    rollen_tekst,
)


class Botsingsoort(StrEnum):
    """What kind of clash it is."""

    VERLEDEN = "verleden"
    VOOR_AANMELDING = "voor_aanmelding"
    TE_LAAT = "te_laat"
    SCHOOL_DICHT = "school_dicht"
    NIET_IN_KERNTEAM = "niet_in_kernteam"
    NIET_AANWEZIG = "niet_aanwezig"
    BEZET = "bezet"
    VOORBEHOUD = "voorbehoud"
    RUIMTE = "ruimte"
    OUDERS = "ouders"
    LES = "les"


@dataclass(frozen=True)
class Botsing:
    """One thing that clashes, as a Dutch sentence.

    `wie` is a person's id, a role or "" where it is about nobody. `nodig`: this breaks a rule of
    contract 4, so `voorstellen` would never propose it; else it is only good to know.
    """

    soort: Botsingsoort
    tekst: str
    wie: str = ""
    nodig: bool = True


def botsingen(week: Planweek, casus: Plancasus, start: datetime) -> tuple[Botsing, ...]:
    """Everything that clashes with a talk at this moment (aware, any zone, on or off the grid).

    First what breaks a rule, then what is good to know. Raises PlanweekOngeldig for an unknown id
    or a year in which nothing can be planned.
    """
    check_year(start)
    tafel = set_table(week, casus)
    situatie = tafel.look(start)
    gevonden = [*_dag_botsingen(tafel, situatie), *_mens_botsingen(tafel, situatie)]
    gevonden.extend(_overige_botsingen(tafel, situatie))
    return tuple(sorted(gevonden, key=lambda botsing: not botsing.nodig))


def _dag_botsingen(tafel: Tafel, situatie: Situatie) -> Iterator[Botsing]:
    casus, dag = tafel.casus, situatie.dag
    if tafel.week.vanaf is not None and situatie.gesprek.van < tafel.week.vanaf:
        yield Botsing(Botsingsoort.VERLEDEN, "Dit moment is al voorbij.")
    if dag < casus.aangemeld:
        yield Botsing(
            Botsingsoort.VOOR_AANMELDING, f"Dit is vóór de aanmelding ({dag_kort(casus.aangemeld)})."
        )
    if dag > casus.uiterlijk:
        yield Botsing(
            Botsingsoort.TE_LAAT, f"Dit is te laat: het gesprek moet uiterlijk {dag_kort(casus.uiterlijk)}."
        )
    if situatie.dicht is not None:
        yield Botsing(Botsingsoort.SCHOOL_DICHT, f"De school is op {dag_kort(dag)} dicht ({situatie.dicht}).")


def _mens_botsingen(tafel: Tafel, situatie: Situatie) -> Iterator[Botsing]:
    nodig: set[str] = set()
    for vereiste in tafel.vereisten:
        if vereiste.wie not in situatie.ontbreekt:
            continue
        nodig.update(vereiste.kandidaten)
        if not vereiste.kandidaten:
            rol = rollen_tekst(vereiste.rollen)
            yield Botsing(Botsingsoort.NIET_IN_KERNTEAM, f"Het kernteam heeft geen {rol}.", vereiste.wie)
    for wie in sorted(situatie.standen, key=lambda wie: not tafel.mensen[wie].ik):
        yield from _mens_botsing(tafel, wie, situatie, wie in nodig)


def _mens_botsing(tafel: Tafel, wie: str, situatie: Situatie, nodig: bool) -> Iterator[Botsing]:
    stand, is_ = situatie.standen[wie], met_hoofdletter(is_dan(tafel, wie))
    if stand is Stand.NIET_AANWEZIG:
        if tafel.mensen[wie].ik and (bezig := _bezig(tafel, wie, situatie.gesprek)):
            yield Botsing(Botsingsoort.BEZET, f"{is_} {bezig}.", wie, nodig)
        tekst = f"{is_} niet op school ({afwezig_tekst(tafel, wie, (situatie.dag,))})."
        yield Botsing(Botsingsoort.NIET_AANWEZIG, tekst, wie, nodig)
    elif stand is Stand.BEZET:
        bezig = _bezig(tafel, wie, situatie.gesprek) or "bezet"
        yield Botsing(Botsingsoort.BEZET, f"{is_} {bezig}.", wie, nodig)
    elif stand is Stand.VOORBEHOUD:
        naam = met_hoofdletter(naam_van(tafel, wie))
        kan = "kunt" if tafel.mensen[wie].ik else "kan"
        yield Botsing(Botsingsoort.VOORBEHOUD, f"{naam} {kan} onder voorbehoud.", wie, nodig=False)


def _bezig(tafel: Tafel, wie: str, gesprek: Tijdvak) -> str:
    """What takes somebody's time during this talk: `bezet (2026-029)`, `onderweg (2026-031)`; else empty."""
    blokken = [blok for blok in tafel.mensen[wie].bezet if blok.staat is Bezetstaat.BEZET]
    dan = [blok for blok in blokken if blok.tijdvak.overlaps(gesprek)]
    reis = [blok for blok in blokken if _met_reis(tafel, blok).overlaps(gesprek)]
    if not reis:
        return ""
    wat = ", ".join(dict.fromkeys(blok.wat for blok in dan or reis if blok.wat))
    return ("bezet" if dan else "onderweg") + (f" ({wat})" if wat else "")


def _met_reis(tafel: Tafel, blok: Bezetting) -> Tijdvak:
    return blok.tijdvak.widened(tafel.week.reisminuten(blok.school or tafel.school.id, tafel.school.id))


def _overige_botsingen(tafel: Tafel, situatie: Situatie) -> Iterator[Botsing]:
    if situatie.ruimte is None and tafel.school.ruimtes:
        yield Botsing(Botsingsoort.RUIMTE, "Er is dan geen ruimte vrij op school.")
    if situatie.ouders is None:
        yield Botsing(Botsingsoort.OUDERS, "Dit past niet in de tijden van de ouders.")
    if situatie.tijdens_les:
        yield Botsing(Botsingsoort.LES, "Dit is tijdens een les van de leerling.", nodig=False)
