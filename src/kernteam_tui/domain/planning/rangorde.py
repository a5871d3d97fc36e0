"""Which moment is best for one talk (contract 4, `voorstellen`): step by step, each only where the step
before it does not decide."""

from __future__ import annotations

from collections.abc import Iterable

from kernteam_tui.domain.planning.raster import Starts, nummers
from kernteam_tui.domain.planning.situatie import Tafel


def rangorde(tafel: Tafel) -> tuple[int, ...]:
    """The numbers of all starts at which the talk can be held, best first: most partners of the kernteam,
    what the parents like, nobody under voorbehoud, not during lessons, earliest."""
    groepen = _by_partners(tafel)
    groepen = _eerst(groepen, tafel.liefst)
    groepen = _eerst(groepen, ~tafel.voorbehoud)
    groepen = _eerst(groepen, ~tafel.lessen)
    return tuple(nummer for groep in groepen for nummer in nummers(groep))


def _by_partners(tafel: Tafel) -> list[Starts]:
    minstens = [tafel.mogelijk]
    for partner in tafel.partners:
        kan = tafel.komst[partner].kan
        minstens.append(0)
        for aantal in range(len(minstens) - 1, 0, -1):
            minstens[aantal] |= minstens[aantal - 1] & kan
    minstens.append(0)
    precies = [minstens[n] & ~minstens[n + 1] for n in range(len(minstens) - 1)]
    return [groep for groep in reversed(precies) if groep]


def _eerst(groepen: Iterable[Starts], beter: Starts) -> list[Starts]:
    """Each group in two: the better starts before the rest."""
    return [deel for groep in groepen for deel in (groep & beter, groep & ~beter) if deel]
