"""Plain language in the gezinsplan: looks at the toelichting when typing rests, and goes to what was seen."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on
from textual.widgets.text_area import Selection

from kernteam_tui.domain.taalhulp.bevinding import Bevinding, Taalbeeld, Taalsoort
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.gezinsplan.planbasis import Planbasis
from kernteam_tui.screens.gezinsplan.taaldialoog import Taaldialoog, Taalkeuze
from kernteam_tui.screens.gezinsplan.taalregel import Taalregel
from kernteam_tui.services.taalhulp import bekijk_tekst
from kernteam_tui.widgets.schrijfvlak import Schrijfvlak

_LOSSE_WOORDEN = (Taalsoort.MOEILIJK_WOORD, Taalsoort.AFKORTING)


class Plantaal(Planbasis):
    """The quiet line, ctrl+t, and what follows from it. Only ever about the toelichting."""

    OPDRACHTEN: ClassVar[tuple[Opdracht, ...]] = (
        Opdracht(
            "taal",
            "ctrl+t",
            "taal",
            "Of het gezin jouw toelichting goed kan lezen; in een citaat: de taal ervan",
            in_voet=False,
        ),
    )

    @property
    def _toelichting(self) -> Schrijfvlak:
        return self.query_one("#toelichting", Schrijfvlak)

    @on(Taalregel.Bekijken)
    def _bekijk(self) -> None:
        tekst = self._toelichting.text
        self.lees(bekijk_tekst, tekst, bij_klaar=partial(self._toon_taal, tekst), groep="taal")

    def _toon_taal(self, tekst: str, beeld: Taalbeeld) -> None:
        if self._toelichting.text == tekst:
            self.query_one(Taalregel).toon(beeld)

    def action_taal(self) -> None:
        self._open_taal(0)

    def _open_taal(self, nummer: int) -> None:
        tekst = self._toelichting.text
        na = partial(self._toon_dialoog, tekst, nummer)
        self.lees(bekijk_tekst, tekst, bij_klaar=na, groep="taaldialoog")

    def _toon_dialoog(self, tekst: str, nummer: int, beeld: Taalbeeld) -> None:
        self._toon_taal(tekst, beeld)
        if self._toelichting.text == tekst and self.app.screen is self:
            self.app.push_screen(Taaldialoog(tekst, beeld, nummer), partial(self._na_dialoog, tekst, beeld))

    def _na_dialoog(self, tekst: str, beeld: Taalbeeld, keuze: Taalkeuze | None) -> None:
        if keuze is None or self._toelichting.text != tekst:
            return
        bevinding = beeld.bevindingen[keuze.nummer]
        if keuze.vervangen:
            self._vervang(bevinding)
            self._open_taal(keuze.nummer)
        else:
            self._ga_naar(bevinding)

    def _vervang(self, bevinding: Bevinding) -> None:
        """One edit of the text field, so that its own ctrl+z takes it back."""
        vlak = self._toelichting
        begin, einde = _plaats(vlak, bevinding)
        vlak.replace(bevinding.vervanging, begin, einde, maintain_selection_offset=False)
        vlak.focus()

    def _ga_naar(self, bevinding: Bevinding) -> None:
        """A word is selected, to type another over it; of a sentence the cursor goes to the beginning."""
        vlak = self._toelichting
        begin, einde = _plaats(vlak, bevinding)
        vlak.selection = Selection(begin, einde if bevinding.soort in _LOSSE_WOORDEN else begin)
        vlak.focus()
        self.call_after_refresh(vlak.scroll_cursor_visible)


def _plaats(vlak: Schrijfvlak, bevinding: Bevinding) -> tuple[tuple[int, int], tuple[int, int]]:
    document = vlak.document
    return (
        document.get_location_from_index(bevinding.begin),  # type: ignore[attr-defined]  # a Document
        document.get_location_from_index(bevinding.einde),  # type: ignore[attr-defined]  # a Document
    )
