"""Who is asked what they think of a gezinsplan: the jongeren of 12 and older, and who has gezag (S92)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import JaNeeOnbekend, PlanVariant
from kernteam_tui.domain.delen.beslissers import telt_mee
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.delen.leeftijd import band_van
from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinscodes import OuderSoort
from kernteam_tui.domain.gezinsplan import Gezinsplan


@dataclass(frozen=True)
class Gevraagde:
    """Somebody who should say something of the plan, and why."""

    persoon_id: str
    naam: str
    waarom: str
    """`jongere, 12 tot en met 15`, `ouder met gezag`."""


def jongeren_van(plan: Gezinsplan, casus: Casus, andere: Iterable[Casus] = ()) -> tuple[Persoon, ...]:
    """Whom the plan is for: the jongeren of this casus, and those of `andere` open casussen of the family,
    for they have one plan (S52). The plan of a jongere is for that jongere (S54)."""
    found = {jongere.id: jongere for jongere in casus.jongeren}
    if plan.variant is not PlanVariant.JONGERE:
        opened = (ander for ander in andere if ander.afsluiting is None)
        found |= {jongere.id: jongere for ander in opened for jongere in ander.jongeren}
    return tuple(jongere for jongere in found.values() if not jongere.overleden)


def wie_gevraagd(gezin: Gezin, jongeren: Iterable[Persoon], op: date) -> tuple[Gevraagde, ...]:
    """The jongeren first, each person once. Of 16 and older the parents are asked too: their consent is not
    needed, what they think of the plan still is. Over somebody of 18 nobody has gezag any more.

    A jongere of whom the age is not known is asked, and so is a parent of whom the gezag is not known.
    """
    people = tuple(jongeren)
    found = {een.persoon_id: een for een in (*_jongeren(people, op), *_ouders(gezin, people, op))}
    return tuple(found.values())


def _jongeren(people: Iterable[Persoon], op: date) -> Iterator[Gevraagde]:
    for jongere in people:
        band = band_van(jongere, op)
        if band is not Leeftijdsband.TOT_12 and not jongere.wilsonbekwaam:
            yield Gevraagde(jongere.id, jongere.naam, f"jongere, {band.label}")


def _ouders(gezin: Gezin, people: Iterable[Persoon], op: date) -> Iterator[Gevraagde]:
    minors = [jongere for jongere in people if band_van(jongere, op) is not Leeftijdsband.VAN_18]
    bands = [band for jongere in minors for band in gezin.ouderschappen_van(jongere.id)]
    known = sorted(bands, key=lambda band: band.gezag is JaNeeOnbekend.JA)  # the last word counts: with gezag
    for band in known:
        if telt_mee(gezin, band) and band.gezag is not JaNeeOnbekend.NEE:
            who = "voogd" if band.soort is OuderSoort.VOOGD else "ouder"
            gezag = f"{who} met gezag" if band.gezag is JaNeeOnbekend.JA else f"{who}, gezag niet bekend"
            yield Gevraagde(band.ouder_id, gezin.persoon(band.ouder_id).naam, gezag)
