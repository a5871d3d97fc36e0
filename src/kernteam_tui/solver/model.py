"""A puzzle as columns and rows: one column for each place of each piece, and one for each choice of means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kernteam_tui.domain.planning.puzzel import Gekozen, Oplossing, Puzzel, Zet
from kernteam_tui.solver.rijen import Greep, at_once, rows_of_one


@dataclass(frozen=True)
class Rij:
    """Columns and their numbers; the sum lies between `laagst` and `hoogst`."""

    kolommen: tuple[int, ...]
    getallen: tuple[int, ...]
    laagst: float
    hoogst: float


@dataclass
class Model:
    """`zetten` gives for each piece the columns of its places; `middelen` the column of a chosen means."""

    puzzel: Puzzel
    zetten: list[list[int]] = field(default_factory=list)
    middelen: dict[tuple[int, int], int] = field(default_factory=dict)
    rijen: list[Rij] = field(default_factory=list)
    kolommen: int = 0

    def new_column(self) -> int:
        """One more column, 0 or 1."""
        self.kolommen += 1
        return self.kolommen - 1

    def read(self, waarden: Iterable[float]) -> Oplossing:
        """The answer that these values of the columns stand for."""
        aan = {kolom for kolom, waarde in enumerate(waarden) if waarde > 0.5}
        return tuple(self._read_piece(nummer, aan) for nummer in range(len(self.zetten)))

    def _read_piece(self, nummer: int, aan: set[int]) -> Gekozen | None:
        z = next((z for z, kolom in enumerate(self.zetten[nummer]) if kolom in aan), None)
        if z is None:
            return None
        zet, kolom = self.puzzel.stukken[nummer].zetten[z], self.zetten[nummer][z]
        middelen = set(zet.nodig)
        for groep in zet.een_van:
            if not middelen.intersection(groep):
                middelen.update([m for m in groep if self._is_taken(kolom, groep, m, aan)][:1])
        return Gekozen(z, tuple(sorted(middelen)))

    def _is_taken(self, kolom: int, groep: tuple[int, ...], middel: int, aan: set[int]) -> bool:
        return len(groep) == 1 or self.middelen[kolom, middel] in aan

    def values(self, oplossing: Oplossing) -> list[float]:
        """The columns of an answer, to start from."""
        waarden = [0.0] * self.kolommen
        for nummer, gekozen in enumerate(oplossing):
            if gekozen is None:
                continue
            kolom = self.zetten[nummer][gekozen.zet]
            waarden[kolom] = 1.0
            for middel in gekozen.middelen:
                if (kolom, middel) in self.middelen:
                    waarden[self.middelen[kolom, middel]] = 1.0
        return waarden


def build(puzzel: Puzzel) -> Model:
    """The model: each piece at most once, and no means more often than there is of it."""
    model = Model(puzzel)
    grepen: dict[int, list[Greep]] = {}
    for stuk in puzzel.stukken:
        kolommen = [model.new_column() for _ in stuk.zetten]
        model.zetten.append(kolommen)
        if kolommen:
            model.rijen.append(Rij(tuple(kolommen), (1,) * len(kolommen), 0, 1))
        for zet, kolom in zip(stuk.zetten, kolommen, strict=True):
            _add_place(model, zet, kolom, grepen)
    for middel in sorted(grepen):
        aantal = puzzel.aantal[middel]
        rijen = rows_of_one(puzzel, grepen[middel]) if aantal == 1 else set(at_once(grepen[middel]))
        for rij in sorted(rijen):
            if len(rij) > aantal:
                model.rijen.append(Rij(rij, (1,) * len(rij), 0, aantal))
    return model


def _add_place(model: Model, zet: Zet, kolom: int, grepen: dict[int, list[Greep]]) -> None:
    def take(middel: int, wat: int) -> None:
        grepen.setdefault(middel, []).append(Greep(zet.van, zet.tot, zet.plek, wat))

    for middel in zet.nodig:
        take(middel, kolom)
    for groep in zet.een_van:
        if set(groep).intersection(zet.nodig):
            continue
        if len(groep) == 1:
            take(groep[0], kolom)
            continue
        for middel in groep:
            if (kolom, middel) not in model.middelen:
                model.middelen[kolom, middel] = model.new_column()
                take(middel, model.middelen[kolom, middel])
        leden = tuple(model.middelen[kolom, middel] for middel in groep)
        model.rijen.append(Rij((*leden, kolom), (*(1,) * len(leden), -1), 0, float("inf")))
