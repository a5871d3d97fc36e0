"""The format of a gezinsplan: its fixed sections, in their order (S54). Content comes from `assets/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.fouten import InhoudOngeldig


class Invul(StrEnum):
    """What a section holds beside words and toelichting."""

    TEKST = "tekst"
    DOELEN = "doelen"
    ACTIES = "acties"
    EVALUATIE = "evaluatie"


@dataclass(frozen=True)
class VastOnderdeel:
    """One fixed section, as it is shown in one variant."""

    nr: int
    sleutel: str
    titel: str
    vraag: str
    """To the family."""
    invul: Invul = Invul.TEKST
    hulp: str = ""
    """To the worker: what belongs here and what does not; empty in a format that has none."""
    per_ouder: bool = False
    """Each parent has words of their own here (parents who live apart)."""


@dataclass(frozen=True)
class Woordkeus:
    """Other words for a section in one variant; empty: those of the section itself."""

    titel: str = ""
    vraag: str = ""


@dataclass(frozen=True)
class Variantvorm:
    """What one variant does differently."""

    eerst: tuple[str, ...] = ()
    """Keys of the sections that come first, in this order; the others follow in theirs."""
    per_ouder: frozenset[str] = frozenset()
    woorden: Mapping[str, Woordkeus] = field(default_factory=dict)


GEWOON = Variantvorm()


@dataclass(frozen=True)
class PlanFormaat:
    """All sections of one version of the format; a plan remembers which version it was written in."""

    naam: str
    onderdelen: tuple[VastOnderdeel, ...]
    varianten: Mapping[PlanVariant, Variantvorm] = field(default_factory=dict)

    @property
    def sleutels(self) -> tuple[str, ...]:
        """The keys, in order."""
        return tuple(onderdeel.sleutel for onderdeel in self.onderdelen)

    @property
    def titels(self) -> Mapping[str, str]:
        """Key -> title."""
        return {onderdeel.sleutel: onderdeel.titel for onderdeel in self.onderdelen}

    def require(self, sleutel: str) -> VastOnderdeel:
        """The section with that key. Raises InhoudOngeldig."""
        for onderdeel in self.onderdelen:
            if onderdeel.sleutel == sleutel:
                return onderdeel
        raise InhoudOngeldig(
            "Dit onderdeel bestaat niet in het gezinsplan.", f"Kies uit: {', '.join(self.sleutels)}."
        )

    def in_variant(self, variant: PlanVariant) -> PlanFormaat:
        """The same sections in the order, the numbers and the words of a variant (domain 2.3)."""
        vorm = self.varianten.get(variant, GEWOON)
        rang = {sleutel: plaats for plaats, sleutel in enumerate(vorm.eerst)}
        volgorde = sorted(self.onderdelen, key=lambda o: (rang.get(o.sleutel, len(rang)), o.nr))
        return replace(
            self,
            onderdelen=tuple(
                _in_vorm(onderdeel, vorm, nummer) for nummer, onderdeel in enumerate(volgorde, start=1)
            ),
            varianten={},
        )


def _in_vorm(onderdeel: VastOnderdeel, vorm: Variantvorm, nummer: int) -> VastOnderdeel:
    anders = vorm.woorden.get(onderdeel.sleutel, Woordkeus())
    return replace(
        onderdeel,
        nr=nummer,
        titel=anders.titel or onderdeel.titel,
        vraag=anders.vraag or onderdeel.vraag,
        per_ouder=onderdeel.sleutel in vorm.per_ouder,
    )
