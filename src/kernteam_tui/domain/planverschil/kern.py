"""What somebody agrees with: what a plan says, without what may change around it (S92).

What is agreed is what stands there: words, explanations, goals, actions and the day to look again. Not the
order of it, white space, a mark on a scale, an action that is ticked, whether words stand on the page, who
may read a section, what school was asked. Nor the section in which it is written who agrees: that is about
the plan and would make every second akkoord one with an older text.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from kernteam_tui.domain.planformaat import AKKOORD, VEREIST, Invul
from kernteam_tui.domain.planverschil.plan import Actiestand, Doelstand, Onderdeelstand, Planstand

_WAAR: dict[Invul, str] = {
    eis.invul: sleutel for sleutel, eis in VEREIST.items() if eis.invul is not Invul.TEKST
}
"""Where goals, actions and the evaluation stand, in every format."""


def veranderd(toen: Planstand, nu: Planstand) -> frozenset[str]:
    """Keys of the sections that say something else now than then; empty where there is nothing new to agree
    with."""
    was, wordt = (dict(_kern(stand)) for stand in (toen, nu))
    return frozenset(waar[0] for waar in {*was, *wordt} if was.get(waar) != wordt.get(waar))


def _kern(stand: Planstand) -> Iterator[tuple[tuple[str, str], Hashable]]:
    """(key of the section, which part of it) -> what it says; what says nothing is not there."""
    for sleutel, deel in stand.onderdelen.items():
        if sleutel != AKKOORD and (tekst := _onderdeel(deel)):
            yield (sleutel, "tekst"), tekst
    lijsten: tuple[tuple[Invul, Hashable], ...] = (
        (Invul.DOELEN, tuple(sorted(map(_doel, stand.doelen)))),
        (Invul.ACTIES, tuple(sorted(map(_actie, stand.acties)))),
        (Invul.EVALUATIE, (stand.evaluatie_op, _kaal(stand.evaluatie_uitkomst))),
    )
    for invul, said in lijsten:
        yield (_WAAR[invul], invul.value), said


def _onderdeel(deel: Onderdeelstand) -> tuple[Hashable, ...]:
    woorden = sorted((_kaal(citaat.van), _kaal(citaat.tekst)) for citaat in deel.woorden)
    velden = sorted((sleutel, _kaal(tekst)) for sleutel, tekst in deel.velden.items() if tekst.strip())
    said = (tuple(woorden), _kaal(deel.toelichting), tuple(velden))
    return said if any(said) else ()


def _doel(doel: Doelstand) -> tuple[str, ...]:
    wens = "" if doel.gewenst is None else str(doel.gewenst)
    said = (doel.wat, doel.van, doel.hoe_zien_we_dat, doel.opp_doel, doel.familiedoel, wens)
    return tuple(map(_kaal, said))


def _actie(actie: Actiestand) -> tuple[str, ...]:
    return _kaal(actie.wat), _kaal(actie.wie), actie.wanneer.isoformat() if actie.wanneer else ""


def _kaal(tekst: str) -> str:
    return " ".join(tekst.split())
