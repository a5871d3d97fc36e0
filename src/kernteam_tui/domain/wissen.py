"""Erasing a casus for good: what goes with it, what stays with the family, and when it must be done.

A gezin may hold more than one casus. Then only what this jongere alone has goes: the jongere, a parent of no
other child here, and in the gezinsplan the words, goals and actions that stand under that name, in the frozen
versions too. What somebody else wrote stays, also where it names the jongere: that is counted and said.
"""

from __future__ import annotations

import calendar
import hashlib
import hmac
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import JaNeeOnbekend, WisGrond
from kernteam_tui.domain.delen.schrijfwijze import gevouwen
from kernteam_tui.domain.doelmeting import Meting
from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinsplan import Actie, Citaat, Doel, Gezinsplan
from kernteam_tui.domain.lezer import is_van
from kernteam_tui.domain.ouderszien import NIEMAND_MEER, vergeet_jongeren
from kernteam_tui.domain.planakkoord import Akkoord

VERNIETIGEN_MAANDEN = 3
"""Jeugdwet 7.3.9 lid 1: within three months after the request."""
GRONDEN = (WisGrond.OP_VERZOEK, WisGrond.OVERGEDRAGEN, WisGrond.TERMIJN, WisGrond.VERGISSING)
"""What a worker may choose; `opnieuw` is only for what came back with a backup."""

IsEigen = Callable[[str], bool]
"""Whether the name under words, a goal or an action is of somebody who goes, and of nobody who stays."""


def vernietigen_uiterlijk(gevraagd_op: date) -> date:
    """The last day to destroy the file: three calendar months on, at most the last day of that month.

    From 30 November that is 28 (or 29) February: never later than the law asks.
    """
    maand = gevraagd_op.month - 1 + VERNIETIGEN_MAANDEN
    jaar, maand = gevraagd_op.year + maand // 12, maand % 12 + 1
    return date(jaar, maand, min(gevraagd_op.day, calendar.monthrange(jaar, maand)[1]))


def merk_van(geheim: bytes, casus_id: str) -> str:
    """The mark under which an erasure is proved: 64 hex digits that cannot be guessed back to a casus."""
    return hmac.new(geheim, casus_id.encode("ascii"), hashlib.sha256).hexdigest()


def eigen_personen(gezin: Gezin, casus: Casus, andere: Collection[Casus]) -> tuple[Persoon, ...]:
    """Who stands in the store for this casus only; everybody where the gezin has no other casus."""
    if not andere:
        return tuple(gezin.personen)
    blijven = {jongere.id for ander in andere for jongere in ander.jongeren}
    weg = {jongere.id for jongere in casus.jongeren} - blijven
    while meer := {
        p.id for p in gezin.personen if p.id not in weg | blijven and _hoort_alleen_bij(gezin, p, weg)
    }:
        weg |= meer
    return tuple(persoon for persoon in gezin.personen if persoon.id in weg)


def _hoort_alleen_bij(gezin: Gezin, persoon: Persoon, weg: Collection[str]) -> bool:
    """A parent of these children and of no other; else somebody whose every tie is with who goes."""
    kinderen = [band.jongere_id for band in gezin.ouderschappen if band.ouder_id == persoon.id]
    if kinderen:
        return all(kind in weg for kind in kinderen)
    banden = [band.ouder_id for band in gezin.ouderschappen if band.jongere_id == persoon.id]
    banden += [relatie.ander(persoon.id) for relatie in gezin.relaties if relatie.betreft(persoon.id)]
    return bool(banden) and all(ander in weg for ander in banden)


def alleen_van(gaan: Iterable[Persoon], blijven: Iterable[Persoon]) -> IsEigen:
    """A name that could be of somebody who stays is not theirs alone."""
    weg, rest = [gevouwen(p.naam) for p in gaan], [gevouwen(p.naam) for p in blijven]

    def is_eigen(naam: str) -> bool:
        said = gevouwen(naam)
        return any(is_van(said, een) for een in weg) and not any(is_van(said, een) for een in rest)

    return is_eigen


@dataclass(frozen=True)
class EigenInPlan:
    """What in the plan in progress stands under a name that goes."""

    citaten: int
    doelen: tuple[Doel, ...]
    acties: tuple[Actie, ...]
    akkoorden: tuple[Akkoord, ...]
    metingen: tuple[Meting, ...]
    """Looks at goals that stay; those at a goal that goes, go with it."""

    @property
    def ids(self) -> frozenset[str]:
        """Of the goals, actions, looks and akkoorden that go."""
        going = (*self.doelen, *self.acties, *self.akkoorden, *self.metingen)
        return frozenset(record.id for record in going)

    def __bool__(self) -> bool:
        return bool(self.citaten or self.doelen or self.acties or self.akkoorden or self.metingen)


def eigen_in_plan(plan: Gezinsplan, is_eigen: IsEigen, weg: Collection[str] = ()) -> EigenInPlan:
    """Look without changing. `weg`: ids of who goes; an akkoord knows its person also by a former name."""
    goals = tuple(doel for doel in plan.doelen if is_eigen(doel.van))
    gone = {doel.id for doel in goals}
    return EigenInPlan(
        citaten=sum(is_eigen(citaat.van) for onderdeel in plan.onderdelen for citaat in onderdeel.woorden),
        doelen=goals,
        acties=tuple(actie for actie in plan.acties if is_eigen(actie.wie)),
        akkoorden=tuple(a for a in plan.akkoorden if a.persoon_id in weg or is_eigen(a.naam)),
        metingen=tuple(m for m in plan.metingen if m.doel_id not in gone and is_eigen(m.van)),
    )


def snoei_plan(plan: Gezinsplan, is_eigen: IsEigen, weg: Collection[str] = ()) -> None:
    """Take those parts out of the plan in progress and out of every frozen version."""
    eigen = eigen_in_plan(plan, is_eigen, weg)
    for onderdeel in plan.onderdelen:
        woorden = tuple(citaat for citaat in onderdeel.woorden if not is_eigen(citaat.van))
        if woorden != onderdeel.woorden:
            onderdeel.woorden = woorden
        vergeet_jongeren(onderdeel, weg)
    for doel in eigen.doelen:
        plan.verwijder_doel(doel)
    for actie in eigen.acties:
        plan.acties.remove(actie)
    for meting in eigen.metingen:
        plan.metingen.remove(meting)
    for akkoord in eigen.akkoorden:
        plan.akkoorden.remove(akkoord)
    for versie in plan.versies:
        versie.inhoud = snoei_versie(versie.inhoud, is_eigen, weg)
    for akkoord in plan.akkoorden:
        if akkoord.tekst_toen:
            akkoord.tekst_toen = snoei_versie(akkoord.tekst_toen, is_eigen, weg)


def snoei_versie(inhoud: str, is_eigen: IsEigen, weg: Collection[str] = ()) -> str:
    """A frozen version without those parts; the very same text where there are none."""
    gegevens: dict[str, Any] = json.loads(inhoud)
    geraakt = [
        _houd(deel, "woorden", "van", is_eigen) for deel in (gegevens.get("onderdelen") or {}).values()
    ]
    geraakt += [_vergeet_antwoorden(deel, weg) for deel in (gegevens.get("onderdelen") or {}).values()]
    geraakt.append(_houd(gegevens, "akkoorden", "persoon_id", lambda een: een in weg))
    for lijst, naam in (("doelen", "van"), ("acties", "wie"), ("akkoorden", "naam")):
        geraakt.append(_houd(gegevens, lijst, naam, is_eigen))
    geraakt += [_houd(doel, "metingen", "van", is_eigen) for doel in gegevens.get("doelen") or []]
    return json.dumps(gegevens, ensure_ascii=False) if any(geraakt) else inhoud


def _vergeet_antwoorden(deel: dict[str, Any], weg: Collection[str]) -> bool:
    """As `vergeet_jongeren`, in a frozen version."""
    said: dict[str, str] = deel.get("ouders_zien") or {}
    gone = [een for een in said if een in weg]
    if not gone:
        return False
    closed = any(said[een] == JaNeeOnbekend.NEE for een in gone)
    blijft = {een: antwoord for een, antwoord in said.items() if een not in weg}
    deel["ouders_zien"] = blijft | ({NIEMAND_MEER: JaNeeOnbekend.NEE.value} if closed else {})
    return True


def _houd(houder: dict[str, Any], lijst: str, naam: str, is_eigen: IsEigen) -> bool:
    oud = houder.get(lijst) or []
    blijft = [item for item in oud if not is_eigen(item.get(naam) or "")]
    if len(blijft) == len(oud):
        return False
    houder[lijst] = blijft
    return True


def nog_genoemd(plan: Gezinsplan, gaan: Iterable[Persoon], is_eigen: IsEigen) -> int:
    """In how many texts of the plan that stays the first name of somebody who goes still stands."""
    noemt = _noemt(gaan)
    return sum(noemt(tekst) for tekst in _blijvende_teksten(plan, is_eigen))


def nog_genoemd_in_versies(
    plan: Gezinsplan, gaan: Collection[Persoon], is_eigen: IsEigen, weg: Collection[str] = ()
) -> tuple[int, int]:
    """In how many frozen versions, and texts kept with an akkoord that stays, that name still stands after
    `snoei_plan`: nobody can write in those."""
    noemt = _noemt(gaan)
    going = eigen_in_plan(plan, is_eigen, weg).akkoorden
    kept = [a.tekst_toen for a in plan.akkoorden if a.tekst_toen and a not in going]
    versions = [versie.inhoud for versie in plan.versies]
    named, beside = (
        sum(noemt(snoei_versie(inhoud, is_eigen, weg)) for inhoud in inhouden)
        for inhouden in (versions, kept)
    )
    return named, beside


def _noemt(gaan: Iterable[Persoon]) -> Callable[[str], bool]:
    """Whether a text holds the first name of one of these."""
    namen = {word for persoon in gaan for word in persoon.roepnaam.split()[:1]}
    if not namen:
        return lambda _: False
    found = re.compile(rf"\b({'|'.join(map(re.escape, sorted(namen)))})\b", re.IGNORECASE)
    return lambda tekst: found.search(tekst) is not None


def namen_in_plan(plan: Gezinsplan) -> frozenset[str]:
    """Every name under words, a goal, an action, a look or an akkoord; in frozen versions and in what people
    agreed with too."""
    names = {said.van for onderdeel in plan.onderdelen for said in onderdeel.woorden}
    names |= {doel.van for doel in plan.doelen} | {actie.wie for actie in plan.acties}
    names |= {meting.van for meting in plan.metingen} | {akkoord.naam for akkoord in plan.akkoorden}
    kept = (*(versie.inhoud for versie in plan.versies), *(akkoord.tekst_toen for akkoord in plan.akkoorden))
    for inhoud in filter(None, kept):
        names |= set(_namen_in_versie(json.loads(inhoud)))
    return frozenset(name for name in names if name.strip())


def _namen_in_versie(gegevens: dict[str, Any]) -> Iterator[str]:
    delen = (gegevens.get("onderdelen") or {}).values()
    yield from (said.get("van") or "" for deel in delen for said in deel.get("woorden") or [])
    for doel in gegevens.get("doelen") or []:
        yield doel.get("van") or ""
        yield from (meting.get("van") or "" for meting in doel.get("metingen") or [])
    yield from (actie.get("wie") or "" for actie in gegevens.get("acties") or [])
    yield from (akkoord.get("naam") or "" for akkoord in gegevens.get("akkoorden") or [])


def _blijvende_teksten(plan: Gezinsplan, is_eigen: IsEigen) -> Iterator[str]:
    def blijft(citaat: Citaat) -> bool:
        return not is_eigen(citaat.van)

    for onderdeel in plan.onderdelen:
        yield onderdeel.toelichting
        yield from (veld.tekst for veld in onderdeel.velden)
        yield from (f"{citaat.van}: {citaat.tekst}" for citaat in onderdeel.woorden if blijft(citaat))
    for doel in plan.doelen:
        if not is_eigen(doel.van):
            yield f"{doel.wat} {doel.hoe_zien_we_dat} {doel.van} {doel.opp_doel} {doel.familiedoel}"
    for actie in plan.acties:
        if not is_eigen(actie.wie):
            yield f"{actie.wat} {actie.wie}"
    yield from (meting.tekst for meting in plan.metingen if not is_eigen(meting.van))
    yield from (f"{a.naam} {a.omdat} {a.verklaring}" for a in plan.akkoorden if not is_eigen(a.naam))
    yield plan.evaluatie_uitkomst
