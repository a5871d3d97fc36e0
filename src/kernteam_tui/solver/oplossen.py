"""A week of talks placed as well as can be proven: part by part, small parts by hand, the rest by HiGHS."""

from __future__ import annotations

import time
from collections.abc import Iterator

from kernteam_tui.domain.planning.puzzel import Gekozen, Oplossing, Puzzel, filled_up, gretig
from kernteam_tui.solver.doelen import Uitkomst, reach_goals
from kernteam_tui.solver.groepen import Deel, delen, narrower
from kernteam_tui.solver.verbeteren import verbeter
from kernteam_tui.solver.zoeken import zoek

SECONDEN = 2.8
"""The last net, just under the three of contract 4; `WERK` and `MEESTE_KNOPEN` bound the work before."""
WERK = 60_000
"""How many steps the search by hand may take for one part; some 25 ms, less than loading the solver."""
MEESTE_STUKKEN = 16
"""A part with more pieces goes to the solver at once."""


def los_op(puzzel: Puzzel, seconden: float = SECONDEN, werk: int = WERK) -> Uitkomst:
    """The best answer and whether it is proven; at least as good as `gretig`.

    With `werk` 0 every part that is not settled at a glance goes to HiGHS.

    The same puzzle gives the same answer whenever it is proven.
    """
    tot = time.monotonic() + seconden
    antwoord: list[Gekozen | None] = [None] * len(puzzel.stukken)
    bewezen = True
    stapel = sorted(_parts(puzzel), key=lambda paar: (len(paar[0].nummers), paar[0].nummers))
    for plaats, (deel, begin) in enumerate(stapel):
        nu = time.monotonic()
        eerlijk = (tot - nu) * min(1.0, max(0.4, 2 / (len(stapel) - plaats)))
        uitkomst = _solve_part(deel.puzzel, begin, nu + eerlijk, werk)
        bewezen = bewezen and uitkomst.bewezen
        for nummer, gekozen in deel.whole(uitkomst.oplossing):
            antwoord[nummer] = gekozen
    klaar = tuple(antwoord)
    if bewezen:
        return Uitkomst(klaar, bewezen=True)
    beste = min((klaar, gretig(puzzel)), key=puzzel.waarde)
    return Uitkomst(filled_up(puzzel, beste), bewezen=False)


def _parts(puzzel: Puzzel) -> Iterator[tuple[Deel, Oplossing]]:
    """The parts with an answer to begin from: what an answer rules out can make the parts smaller again."""
    stapel = [(deel, _begin(deel.puzzel)) for deel in delen(puzzel)]
    while stapel:
        deel, begin = stapel.pop()
        kleiner = narrower(deel.puzzel, deel.puzzel.waarde(begin))
        if kleiner is None:
            yield deel, begin
            continue
        stapel += [(stuk.within(deel), stuk.of(begin) or _begin(stuk.puzzel)) for stuk in kleiner]


def _begin(puzzel: Puzzel) -> Oplossing:
    return verbeter(puzzel, gretig(puzzel))


def _solve_part(puzzel: Puzzel, begin: Oplossing, tot: float, werk: int) -> Uitkomst:
    if puzzel.waarde(begin) == puzzel.ondergrens():
        return Uitkomst(begin, bewezen=True)
    if werk and len(puzzel.stukken) <= MEESTE_STUKKEN:
        gevonden = zoek(puzzel, werk, puzzel.waarde(begin))
        if gevonden is not None:
            return Uitkomst(gevonden, bewezen=True)
    return reach_goals(puzzel, begin, tot)
