"""Which answers to `mogen mijn ouders dit zien` there are in a gezin, and which belong to this casus."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.gezinsplan import Gezinsplan, Onderdeel
from kernteam_tui.domain.ouderszien import (
    NIEMAND_MEER,
    antwoord_van,
    gesloten_door,
    samen_antwoord,
    vraagt_ouders_zien,
)


@dataclass(frozen=True)
class JongereZegt:
    """What one jongere answered of a section, where that can be changed in this casus."""

    jongere_id: str
    """`ouderszien.NIEMAND_MEER`: a no of somebody who has no casus in this gezin any more."""
    naam: str
    antwoord: JaNeeOnbekend


@dataclass(frozen=True)
class Antwoorders:
    """Who of a gezin is asked in one casus, and who has a casus at all: id -> name."""

    gevraagd: Mapping[str, str]
    """Empty where it is not asked in this casus."""
    bekend: Mapping[str, str]

    @classmethod
    def van(cls, plan: Gezinsplan, casus: Casus, andere: Collection[Casus], op: date) -> Antwoorders:
        """`andere`: the other casussen of the gezin."""
        own = {jongere.id: jongere.korte_naam for jongere in casus.jongeren}
        others = {jongere.id: jongere.korte_naam for ander in andere for jongere in ander.jongeren}
        asked = vraagt_ouders_zien(plan.variant, casus.jongeren, op)
        return cls(own if asked else {}, {**others, **own})

    def samen(self, onderdeel: Onderdeel) -> JaNeeOnbekend | None:
        """What the jongeren of this casus say together; None where they are not asked."""
        said = [antwoord_van(onderdeel, jongere_id) for jongere_id in self.gevraagd]
        return samen_antwoord(said) if said else None

    def antwoorden(self, onderdeel: Onderdeel) -> tuple[JongereZegt, ...]:
        """Each answer that can be changed in this casus."""
        return tuple(self._hier(onderdeel))

    def _hier(self, onderdeel: Onderdeel) -> Iterator[JongereZegt]:
        for jongere_id, naam in self.gevraagd.items():
            yield JongereZegt(jongere_id, naam, antwoord_van(onderdeel, jongere_id))
        if self.is_wees(onderdeel):
            yield JongereZegt(NIEMAND_MEER, "wie er niet meer is", JaNeeOnbekend.NEE)

    def is_wees(self, onderdeel: Onderdeel) -> bool:
        """Whether it was closed by somebody who has no casus in this gezin any more."""
        return bool(gesloten_door(onderdeel) - set(self.bekend))

    def elders(self, onderdeel: Onderdeel) -> tuple[str, ...]:
        """Names of who keeps it closed and cannot be asked in this casus now."""
        closed = gesloten_door(onderdeel) - set(self.gevraagd)
        return tuple(naam for jongere_id, naam in self.bekend.items() if jongere_id in closed)
