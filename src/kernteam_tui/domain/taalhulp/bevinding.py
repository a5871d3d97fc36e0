"""What can be said about a place in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from kernteam_tui.domain.codes import Code


class Taalsoort(Code):
    """What kind of remark it is; `label` for one, `meer` for several. The order is that of the counts."""

    meer: str

    def __new__(cls, code: str, label: str = "", meer: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.meer = meer
        return member

    LANGE_ZIN = "lange_zin", "lange zin", "lange zinnen"
    MOEILIJK_WOORD = "moeilijk_woord", "moeilijk woord", "moeilijke woorden"
    AFKORTING = "afkorting", "afkorting", "afkortingen"
    LIJDENDE_VORM = "lijdende_vorm", "lijdende vorm", "lijdende vormen"
    KOMMAS = "kommas", "zin met veel komma’s", "zinnen met veel komma’s"
    LANGE_ALINEA = "lange_alinea", "lange alinea", "lange alinea’s"
    KAN_KORTER = "kan_korter", "zin die korter kan", "zinnen die korter kunnen"


@dataclass(frozen=True)
class Bevinding:
    """One remark. `begin` and `einde` are places in the text, in characters, as in `tekst[begin:einde]`."""

    soort: Taalsoort
    begin: int
    einde: int
    woorden: str
    """What stands there."""
    advies: str
    """One Dutch sentence that says what to do."""
    vervanging: str = ""
    """What can stand there instead, without touching the rest of the sentence; empty where nothing fits."""
    zin: tuple[int, int] = (0, 0)
    """Begin and end of the sentence in which it stands."""


@dataclass(frozen=True)
class Taalbeeld:
    """Everything that was seen in one text, in the order in which it stands there."""

    bevindingen: tuple[Bevinding, ...] = ()
    leest: str = ""
    """A soft word for the whole (`leest makkelijk`); empty for a short text."""

    @property
    def telling(self) -> str:
        """`2 lange zinnen · 1 moeilijk woord`; after two kinds how many more. Empty where all is well."""
        return tel(self.bevindingen)


def tel(bevindingen: tuple[Bevinding, ...]) -> str:
    """How many of each kind, in one line; empty without findings."""
    aantallen = dict.fromkeys(Taalsoort, 0)
    for bevinding in bevindingen:
        aantallen[bevinding.soort] += 1
    gevonden = [(soort, aantal) for soort, aantal in aantallen.items() if aantal]
    delen = [f"{aantal} {soort.label if aantal == 1 else soort.meer}" for soort, aantal in gevonden[:2]]
    rest = sum(aantal for _soort, aantal in gevonden[2:])
    return " · ".join(delen) + (f" · nog {rest}" if rest else "")
