"""F9: no name, phone number, address or e-mail of a family is readable, on any screen, while work goes on.

Every line of every widget passes the filters of the app on its way to the terminal. The filter here
replaces letters by dots of the same width, so nothing moves. It is only there while names are hidden:
otherwise a line costs nothing more.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from rich.cells import get_character_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from kernteam_tui.domain.namen import Naamwoorden, woorden_van_half_getypt
from kernteam_tui.schil.draad import in_draad

if TYPE_CHECKING:
    from kernteam_tui.app.basis import BasisApp

PUNT = "·"
VERBORGEN = "namen verborgen"
"""What the header says meanwhile."""


class Namenfilter(LineFilter):
    """Hides the known words; without them (still being read) every letter and digit."""

    def __init__(self, woorden: Naamwoorden | None, getypt: Naamwoorden | None = None) -> None:
        super().__init__()
        self._woorden = woorden
        self._getypt = getypt

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """The same segments and widths; a name may lie over several of them."""
        regel = "".join(segment.text for segment in segments if not segment.control)
        plekken = [(0, len(regel))] if self._woorden is None else list(self._woorden.plekken(regel))
        if self._getypt is not None:
            plekken += self._getypt.plekken(regel)
        if not plekken:
            return segments
        tekens = list(regel)
        for begin, eind in plekken:
            tekens[begin:eind] = map(_verberg, regel[begin:eind])
        return _verdeel(tekens, segments)


def _verberg(teken: str) -> str:
    if teken.isalnum():
        return PUNT * get_character_cell_size(teken)
    return "" if unicodedata.combining(teken) else teken


def _verdeel(tekens: list[str], segments: list[Segment]) -> list[Segment]:
    nieuw: list[Segment] = []
    plek = 0
    for segment in segments:
        if segment.control:
            nieuw.append(segment)
            continue
        eind = plek + len(segment.text)
        nieuw.append(Segment("".join(tekens[plek:eind]), segment.style))
        plek = eind
    return nieuw


class Namenwacht:
    """Whether names are hidden, and the words to hide: in memory only, and only while the store is open.

    Until the words were read once, hiding covers all text. Whether names are hidden outlives a lock.
    """

    def __init__(self, app: BasisApp) -> None:
        self._app = app
        self.verborgen = False
        self._woorden: Naamwoorden | None = None
        self._getypt: Naamwoorden | None = None
        self._filter = Namenfilter(None)
        self._lezend = False
        self._nog_eens = False

    @property
    def filters(self) -> Sequence[LineFilter]:
        """For each line now. New words come with a new filter: Textual keeps what one made of a line."""
        return (self._filter,) if self.verborgen and self._app.is_open else ()

    @property
    def tekst(self) -> str:
        """For the header; empty while names are shown."""
        return VERBORGEN if self.verborgen else ""

    def wissel(self) -> None:
        """Hide the names, or show them; the next picture is drawn so."""
        self.verborgen = not self.verborgen
        self._teken()
        if self.verborgen:
            self.lees()

    def hoor(self, naam: str) -> None:
        """Hide this name too, which is being typed and stands in no store yet; until the next is typed."""
        self._getypt = Naamwoorden(woorden_van_half_getypt(naam))
        self._filter = Namenfilter(self._woorden, self._getypt)
        if self.verborgen:
            self._teken()

    def vergeet(self) -> None:
        """The store is closed: the words go."""
        self._getypt = None
        self._zet(None)

    def lees(self) -> None:
        """Read the words, now or, when that is under way, once more after it."""
        if not self._app.is_open:
            return
        if self._lezend:
            self._nog_eens = True
            return
        self._lezend = True
        self._app.run_worker(self._lees(self._app.sessie), group="namen", exit_on_error=False)

    async def _lees(self, sessie: Any) -> None:
        try:
            woorden = await in_draad(partial(_lees_woorden, sessie))
        except Exception as fout:  # the border with the services; until it works all text stays covered
            self._niet_gelezen(fout, sessie)
        else:
            if self._is_nu(sessie):
                self._zet(woorden)
        finally:
            self._lezend = False
        if self._nog_eens:
            self._nog_eens = False
            self.lees()

    def _niet_gelezen(self, fout: Exception, sessie: Any) -> None:
        if self.verborgen and self._woorden is None and self._is_nu(sessie):
            self._app.toon(fout)

    def _is_nu(self, sessie: Any) -> bool:
        return self._app.is_open and self._app.sessie is sessie

    def _zet(self, woorden: Naamwoorden | None) -> None:
        self._woorden = woorden
        self._filter = Namenfilter(woorden, self._getypt)
        if self.verborgen and woorden is not None:
            self._teken()

    def _teken(self) -> None:
        """Draw every line of the screen anew, and tell its header."""
        for scherm in self._app.screen_stack:
            for kop in scherm.query("Kop"):
                kop.namen_tekst = self.tekst  # type: ignore[attr-defined]  # Kop, by name: not loaded at start
            scherm.refresh()


def _lees_woorden(sessie: Any) -> Naamwoorden:
    from kernteam_tui.services.namen import lees_namen  # in the thread: it loads the store

    return Naamwoorden(lees_namen(sessie))
