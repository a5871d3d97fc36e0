"""The format of a gezinsplan: its fixed sections, in their order (S54). Content comes from `assets/`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kernteam_tui.domain.fouten import InhoudOngeldig


class Invul(StrEnum):
    """What a section holds beside words and toelichting."""

    TEKST = "tekst"
    DOELEN = "doelen"
    ACTIES = "acties"
    EVALUATIE = "evaluatie"


@dataclass(frozen=True)
class VastOnderdeel:
    """One fixed section."""

    nr: int
    sleutel: str
    titel: str
    vraag: str
    invul: Invul = Invul.TEKST


@dataclass(frozen=True)
class PlanFormaat:
    """All sections of one version of the format; a plan remembers which version it was written in."""

    naam: str
    onderdelen: tuple[VastOnderdeel, ...]

    @property
    def sleutels(self) -> tuple[str, ...]:
        """The keys, in order."""
        return tuple(onderdeel.sleutel for onderdeel in self.onderdelen)

    def require(self, sleutel: str) -> VastOnderdeel:
        """The section with that key. Raises InhoudOngeldig."""
        for onderdeel in self.onderdelen:
            if onderdeel.sleutel == sleutel:
                return onderdeel
        raise InhoudOngeldig(
            "Dit onderdeel bestaat niet in het gezinsplan.", f"Kies uit: {', '.join(self.sleutels)}."
        )
