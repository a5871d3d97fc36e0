"""What the planner says with ids, said with numbers and roles."""

from __future__ import annotations

import re

from kernteam_tui.domain.planning.week import Planmens
from kernteam_tui.services.weekplanner.tafels import Tafels
from kernteam_tui.services.weekplanner.wachtenden import Wachtende


class Naamlijst:
    """The word for each id of a week: the number of a casus, the role and name of a partner."""

    def __init__(self, tafels: Tafels, wachtenden: tuple[Wachtende, ...]) -> None:
        words = {mens.id: _woord(mens) for mens in tafels.week.mensen}
        words |= {wachtende.casus.id: wachtende.feiten.nummer for wachtende in wachtenden}
        words |= {wachtende.school.id: wachtende.school.naam for wachtende in wachtenden}
        self._words = words
        longest_first = sorted(words, key=len, reverse=True)
        self._ids = re.compile("|".join(map(re.escape, longest_first)) or "(?!)")

    def in_woorden(self, zin: str) -> str:
        """The sentence with each id in words."""
        return self._ids.sub(lambda found: self._words[found[0]], zin)


def _woord(mens: Planmens) -> str:
    return "jij" if mens.ik else " ".join(filter(None, (mens.rol.kort, mens.naam)))
