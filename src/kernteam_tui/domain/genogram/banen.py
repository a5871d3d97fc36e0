"""Lanes between two rows: which horizontal line lies above which, so that they never lie on each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Net:
    """Lines that belong together between two rows: columns that come from above and columns that go down."""

    naam: str
    boven: tuple[int, ...]
    onder: tuple[int, ...]
    na: frozenset[str] = field(default_factory=frozenset)
    """Nets that have to lie above this one."""

    @property
    def van(self) -> int:
        """Leftmost column."""
        return min((*self.boven, *self.onder))

    @property
    def tot(self) -> int:
        """Rightmost column."""
        return max((*self.boven, *self.onder))

    @property
    def recht(self) -> bool:
        """Whether it goes straight down and needs no lane."""
        return self.van == self.tot


def verdeel_banen(netten: Sequence[Net]) -> Mapping[str, int]:
    """The lane of each net, 0 on top; nets that share columns get different lanes, with few crossings."""
    banen: dict[str, int] = {}
    gelegd: list[Net] = []
    for net in _op_volgorde(netten):
        onder = [banen[ander.naam] for ander in gelegd if ander.naam in net.na]
        if net.recht:
            banen[net.naam] = max(onder, default=-1)
        else:
            raakt = [banen[ander.naam] for ander in gelegd if _raakt(net, ander)]
            banen[net.naam] = max((*onder, *raakt), default=-1) + 1
        gelegd.append(net)
    return banen


def _op_volgorde(netten: Sequence[Net]) -> list[Net]:
    """From top to bottom: each time the one that crosses the others least when it lies above them."""
    over, uit = list(netten), []
    while over:
        namen = {net.naam for net in over}
        vrij = [net for net in over if not net.na & namen] or over
        keus = min(vrij, key=lambda net: sum(_kost(net, ander) for ander in over if ander is not net))
        over.remove(keus)
        uit.append(keus)
    return uit


def _kost(boven: Net, onder: Net) -> int:
    """Crossings with `boven` above `onder`, less those the other way round."""
    return _kruist(boven, onder) - _kruist(onder, boven)


def _kruist(boven: Net, onder: Net) -> int:
    neer = sum(onder.van <= kolom <= onder.tot for kolom in boven.onder)
    op = sum(boven.van <= kolom <= boven.tot for kolom in onder.boven)
    return neer + op


def _raakt(een: Net, ander: Net) -> bool:
    return not ander.recht and een.van <= ander.tot + 1 and ander.van <= een.tot + 1
