"""Rules while the help runs, and at its end (S32, S37, S94)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from kernteam_tui.domain.codes import AfsluitSoort, Niveau, Rol, TerugkoppelMoment
from kernteam_tui.domain.datumtekst import dagen_geleden
from kernteam_tui.domain.fase import evaluatie_bereikt, evaluatie_open, kennismaking_gehad
from kernteam_tui.domain.feiten import ActieFeit, TerugkoppelFeit
from kernteam_tui.domain.gezinsplancodes import Familieplan
from kernteam_tui.domain.plantermijn import papier_vanaf, vaststellen_vanaf
from kernteam_tui.domain.signalen.beeld import Beeld, Signaal
from kernteam_tui.domain.signalen.wachten import heeft_contactafspraak
from kernteam_tui.domain.wissen import vernietigen_uiterlijk

VOORUIT = timedelta(days=7)
"""How far ahead a date is named."""
ACTIE_OVER_DATUM = "actie_over_datum"
"""Code of the rule about what somebody would have done by now."""
_BIJ_HET_GESPREK, _IN_HET_PLAN = "gesprek_vastleggen", "gezinsplan"
"""Where such an action is ticked off."""
CONCEPT_HOUDBAAR = timedelta(days=14)
"""Shelf life of a raw note: uitwerken of wissen (domain 3.1)."""


def terugkoppelen(beeld: Beeld) -> Iterator[Signaal]:
    """What was promised to a partner, from the moment it is due; also after closing."""
    for afspraak in beeld.feiten.terugkoppelingen:
        due = terugkoppelen_op(beeld, afspraak)
        if due is None:
            continue
        level = ", alleen gestart of gestopt" if afspraak.niveau is Niveau.GESTART_GESTOPT else ""
        yield Signaal.over(
            beeld,
            "terugkoppelen",
            f"terugkoppelen aan {afspraak.partner}",
            f"afgesproken: {afspraak.moment.label}{level}",
            due,
            "Laat het weten en vink het af.",
            "delen",
        )


def terugkoppelen_op(beeld: Beeld, afspraak: TerugkoppelFeit) -> date | None:
    """The day on which this became due (or will, within a week); None while its moment has not come."""
    feiten = beeld.feiten
    if afspraak.moment is TerugkoppelMoment.BIJ_START:
        return feiten.begeleiding_gestart
    if afspraak.moment is TerugkoppelMoment.BIJ_AFSLUITEN:
        return feiten.afgesloten_op
    if afspraak.moment is TerugkoppelMoment.BIJ_WEIGERING:
        refused = feiten.zorg_zonder_vraag or feiten.afsluiting is AfsluitSoort.NIET_GESTART
        return (feiten.afgesloten_op or beeld.vandaag) if refused else None
    if afspraak.op is not None and afspraak.op <= beeld.vandaag + VOORUIT:
        return afspraak.op
    return None


def actie_over_datum(beeld: Beeld) -> Iterator[Signaal]:
    """Actions whose day is past: one line for those of the plan, one for each talk that left some."""
    late = [a for a in beeld.feiten.acties if a.wanneer is not None and a.wanneer < beeld.vandaag]
    if not beeld.feiten.open:
        return
    for talk_id in dict.fromkeys(actie.gesprek_id for actie in late):
        yield _over_datum(beeld, [actie for actie in late if actie.gesprek_id == talk_id])


def _over_datum(beeld: Beeld, late: Sequence[ActieFeit]) -> Signaal:
    first = min(late, key=lambda actie: actie.wanneer or date.max)
    waarom = f"{_wie(first.wie)}: {first.wat}{_voor(beeld, first.wanneer)}"
    if first.gesprek_id:
        wat, stap = "gespreksactie", "Vink af, of kies een nieuwe dag."
        doel, over_id = _BIJ_HET_GESPREK, first.gesprek_id
    else:
        wat, stap = "actie", "Vink af, of kies samen een nieuwe dag."
        doel, over_id = _IN_HET_PLAN, first.id
    tekst = f"1 {wat} is over de datum" if len(late) == 1 else f"{len(late)} {wat}s zijn over de datum"
    return Signaal.over(beeld, ACTIE_OVER_DATUM, tekst, waarom, first.wanneer, stap, doel, over_id)


def is_gespreksactie(signaal: Signaal | None) -> bool:
    """Whether it is about what was agreed at a talk: such a signal is ticked off where it stands."""
    return signaal is not None and (signaal.regel, signaal.doel) == (ACTIE_OVER_DATUM, _BIJ_HET_GESPREK)


def _voor(beeld: Beeld, dag: date | None) -> str:
    return f" ({beeld.dag(dag)})" if dag is not None else ""


def _wie(wie: str) -> str:
    """Of a talk the role is kept as a code; a plan has what was typed."""
    return next((rol.kort for rol in Rol if rol == wie), wie) or "niemand genoemd"


def evaluatie(beeld: Beeld) -> Iterator[Signaal]:
    """The evaluation date is near or past without an outcome (S94)."""
    day = beeld.feiten.evaluatie_op
    if day is None or not beeld.feiten.open or not evaluatie_open(beeld.feiten):
        return
    if day > beeld.vandaag + VOORUIT:
        return
    past = evaluatie_bereikt(beeld.feiten, beeld.vandaag)
    yield Signaal.over(
        beeld,
        "evaluatie",
        "plan evalueren" if past else "evaluatie komt eraan",
        f"afgesproken voor {beeld.dag(day)}",
        day,
        "Loop samen de doelen na en kies een nieuwe dag." if past else "Kijk samen of de dag nog past.",
        "planevaluatie" if past else "gezinsplan",
    )


def stil(beeld: Beeld) -> Iterator[Signaal]:
    """No contact for some time, in begeleiding or waiting for it without an agreement of its own (S62)."""
    feiten = beeld.feiten
    running = feiten.begeleiding_gestart is not None or kennismaking_gehad(feiten) is not None
    if not feiten.open or not running or feiten.zorg_zonder_vraag or heeft_contactafspraak(beeld):
        return
    last = feiten.laatste_contact or feiten.begeleiding_gestart or feiten.aangemeld
    due = last + timedelta(days=beeld.stil_na_dagen)
    if beeld.vandaag <= due:
        return
    tries = f", {feiten.pogingen} keer geprobeerd" if feiten.pogingen else ""
    yield Signaal.over(
        beeld,
        "stil",
        "contact zoeken",
        f"laatste contact {dagen_geleden(last, beeld.vandaag)}{tries}",
        due,
        "Bel of ga langs en schrijf een notitie.",
        "notities",
    )


def concept_uitwerken(beeld: Beeld) -> Iterator[Signaal]:
    """A raw note lies too long: work it out or erase it."""
    oldest = beeld.feiten.oudste_concept
    if oldest is None or beeld.vandaag < oldest + CONCEPT_HOUDBAAR - VOORUIT:
        return
    yield Signaal.over(
        beeld,
        "notitie_uitwerken",
        "notitie uitwerken of wissen",
        f"concept van {beeld.dag(oldest)}",
        oldest + CONCEPT_HOUDBAAR,
        "Werk de notitie uit en rond hem af, of wis hem.",
        "notities",
    )


def vernietigen(beeld: Beeld) -> Iterator[Signaal]:
    """A request to destroy the file: within three months (Jeugdwet 7.3.9 lid 1); also after closing."""
    asked = beeld.feiten.vernietigen_gevraagd_op
    if asked is None:
        return
    due = vernietigen_uiterlijk(asked)
    yield Signaal.over(
        beeld,
        "vernietigen",
        f"vernietigen uiterlijk {beeld.dag(due)}",
        f"gevraagd op {beeld.dag(asked)}; binnen drie maanden (Jeugdwet 7.3.9)",
        due,
        "Wis de casus, of leg vast waarom hij bewaard moet blijven.",
        "afsluiten",
    )


def plan_vaststellen(beeld: Beeld) -> Iterator[Signaal]:
    """A plan is fixed within six weeks (Jeugdwet 4.1.3 lid 5), by the day that the law lets them end on.

    They run from the day on which it is clear that no familiegroepsplan will be made, else from the start of
    the help. A family that makes a plan of its own is not hurried: the article is about the plan that we make
    with them when they do not (4.1.3 lid 2), so there is no signal (`plantermijn.vaststellen_vanaf`).
    """
    feiten = beeld.feiten
    due = beeld.plan_uiterlijk
    since = vaststellen_vanaf(feiten.familieplan, feiten.familieplan_op, feiten.begeleiding_gestart)
    if not feiten.open or since is None or due is None or feiten.plan_versie > 0:
        return
    if beeld.vandaag < due - 2 * VOORUIT:
        return
    declined = feiten.familieplan is Familieplan.WIL_NIET and feiten.familieplan_op is not None
    begin = "geen familiegroepsplan sinds" if declined else "hulp gestart"
    yield Signaal.over(
        beeld,
        "plan_vaststellen",
        "gezinsplan vaststellen",
        f"{begin} {beeld.dag(since)}, zes weken: {beeld.dag(due)}",
        due,
        "Loop het plan na met het gezin en stel het vast.",
        "gezinsplan",
    )


def plan_op_papier(beeld: Beeld) -> Iterator[Signaal]:
    """The family asked for the plan on paper: within fourteen days (Jeugdwet 4.1.3 lid 4)."""
    feiten = beeld.feiten
    asked = papier_vanaf(feiten.op_papier_gevraagd_op, feiten.op_papier_gegeven_op)
    if not feiten.open or asked is None:
        return
    yield Signaal.over(
        beeld,
        "plan_op_papier",
        "gezinsplan op papier geven",
        f"gevraagd {beeld.dag(asked)}; binnen 14 dagen (Jeugdwet 4.1.3)",
        beeld.papier_uiterlijk,
        "Druk het plan af en geef het. Deed je dat al, noteer dan de dag bij Akkoord.",
        "gezinsplan",
    )


def volgende_poging(beeld: Beeld) -> Iterator[Signaal]:
    """School worries, the family has no question yet: keep a light line open (S37)."""
    feiten = beeld.feiten
    if not feiten.open or not feiten.zorg_zonder_vraag:
        return
    day = feiten.volgende_poging
    if day is not None and day > beeld.vandaag + VOORUIT:
        return
    yield Signaal.over(
        beeld,
        "volgende_poging",
        "opnieuw contact proberen" if day else "kiezen wanneer je weer contact zoekt",
        "zorg van school, het gezin heeft nog geen vraag",
        day,
        "Probeer het opnieuw en kies de volgende dag.",
    )
