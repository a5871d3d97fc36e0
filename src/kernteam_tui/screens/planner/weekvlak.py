"""The drawn week with one talk marked; a talk can be lifted and moved with the arrows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from textual.message import Message

from kernteam_tui.domain.celtekst import Stuk as Celstuk
from kernteam_tui.domain.roosterweek import SCHOOLDAGEN_PER_WEEK
from kernteam_tui.screens.planner.blokken import Opgetild, blokken_van, verschuif
from kernteam_tui.screens.planner.weektekening import Tekenbeeld, Weektekening, plaats_van
from kernteam_tui.services.weekplanner import OpenStart, WeekBeeld, Weekgesprek
from kernteam_tui.widgets.tekenvlak import Tekenvlak

KWARTIER = 15
STAPPEN = {"boven": (0, -KWARTIER), "onder": (0, KWARTIER), "links": (-1, 0), "rechts": (1, 0)}
HELE_WEEK = tuple(range(SCHOOLDAGEN_PER_WEEK))


class Weekvlak(Tekenvlak[Tekenbeeld]):
    """The week, or one day of it. It changes nothing itself."""

    @dataclass
    class Bladeren(Message):
        """An arrow went over the edge of the one day that is shown."""

        stap: int

    class Verplaatst(Message):
        """The lifted talk stands somewhere else."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._week: WeekBeeld | None = None
        self._dagen: tuple[int, ...] = HELE_WEEK
        self._open: OpenStart | None = None
        self.opgetild: Opgetild | None = None
        """The talk that is being moved."""
        self.tekening: Weektekening | None = None
        """How the week was drawn last."""

    # --- what the screen uses -------------------------------------------------------------

    def vul(self, week: WeekBeeld, dagen: Sequence[int]) -> None:
        """Show these days (numbers from Monday) of this week; the mark stays on the same talk."""
        self._week, self._dagen = week, tuple(dagen)
        self.teken()

    def wijs_aan(self, open_start: OpenStart | None) -> None:
        """Draw where the proposal of this casus would come."""
        if open_start != self._open:
            self._open = open_start
            self.teken()

    @property
    def gesprek(self) -> Weekgesprek | None:
        """The marked talk; None where none is shown."""
        gesprekken = self._week.gesprekken if self._week is not None else ()
        getoond = self.beeld.plekken if self.beeld is not None else {}
        return next((g for g in gesprekken if g.gesprek_id == self.sleutel and self.sleutel in getoond), None)

    def til_op(self, gesprek: Weekgesprek) -> None:
        """From now on the arrows move this talk."""
        self.opgetild = Opgetild(gesprek, gesprek.start)
        self.teken()

    def laat_los(self) -> None:
        """The lifted talk stands where it was again."""
        self.opgetild = None
        self.teken()

    # --- drawing ----------------------------------------------------------------------------

    def maak_beeld(self, breedte: int, hoogte: int) -> Tekenbeeld | None:
        del hoogte
        if self._week is None:
            return None
        blokken = [b for b in blokken_van(self._week, self.opgetild, self._open) if b.dag in self._dagen]
        school = self.opgetild.gesprek.school_id if self.opgetild is not None else ""
        ruimte = breedte - self.scrollbar_size_vertical
        self.tekening = Weektekening(self._week, self._dagen, blokken, ruimte, school)
        return self.tekening.teken()

    def teken(self) -> None:
        super().teken()
        if self.beeld is not None and not self.beeld.plekken:
            self.sleutel = None

    def stukken(self, sleutel: str) -> Sequence[Celstuk]:
        return self.beeld.plekken[sleutel] if self.beeld is not None else ()

    def kleuren(self) -> Iterator[tuple[Celstuk, str]]:
        if self.beeld is not None:
            yield from self.beeld.vlekken

    # --- keys ---------------------------------------------------------------------------------

    def action_loop(self, richting: str) -> None:
        if self.opgetild is not None:
            self._verplaats(self.opgetild, *STAPPEN[richting])
        elif len(self._dagen) == 1 and richting in ("links", "rechts"):
            self.post_message(self.Bladeren(STAPPEN[richting][0]))
        elif self.sleutel is None:
            self.scroll_relative(y=2 * (STAPPEN[richting][1] // KWARTIER), animate=False)
        else:
            super().action_loop(richting)

    def action_naar(self, nummer: int) -> None:
        if self.opgetild is None:
            super().action_naar(nummer)

    def _verplaats(self, opgetild: Opgetild, dagen: int, minuten: int) -> None:
        if self._week is None or self.tekening is None:
            return
        dag, van = plaats_van(opgetild.start, self._week.maandag)
        lang = timedelta(minutes=opgetild.gesprek.minuten).seconds // 60
        past = self.tekening.begin <= van + minuten and van + minuten + lang <= self.tekening.eind
        if dag + dagen not in HELE_WEEK or not past:
            return
        self.opgetild = verschuif(opgetild, dagen, minuten)
        if len(self._dagen) == 1:
            self._dagen = (dag + dagen,)
        self.sleutel = opgetild.gesprek.gesprek_id
        self.teken()
        self.post_message(self.Verplaatst())
