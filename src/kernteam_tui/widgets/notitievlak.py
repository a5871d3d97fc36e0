"""The text area of a note: questions stand out, Tab goes from answer to answer.

A key in a long note must stay as cheap as in a bare TextArea: nothing here looks at the whole text
while the user types.
"""

from __future__ import annotations

from rich.style import Style
from rich.text import Text

from kernteam_tui.domain.notitievragen import Antwoordplek, zoek_antwoordplek, zoek_eerste_lege
from kernteam_tui.widgets.schrijfvlak import Schrijfvlak


class Notitievlak(Schrijfvlak):
    """As Schrijfvlak, with `vragen`: lines that are exactly such a question are headings."""

    DEFAULT_CSS = """
    Notitievlak { height: 1fr; background: $background; padding: 0 1; }
    Notitievlak:focus { background: $background; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._vragen: tuple[str, ...] = ()
        self._kopstijl = Style(bold=True)
        self.highlight_cursor_line = False

    def on_mount(self) -> None:
        kleur = self.app.theme_variables.get("primary")
        self._kopstijl = Style(bold=True, color=kleur)

    def toon(self, tekst: str, vragen: tuple[str, ...]) -> None:
        """Replace the whole text."""
        self._vragen = vragen
        self.load_text(tekst)

    def get_line(self, line_index: int) -> Text:
        regel = super().get_line(line_index)
        if regel.plain in self._vragen:
            regel.stylize(self._kopstijl)
        return regel

    def ga_naar_vraag(self, stap: int) -> None:
        """Put the cursor under the next (1) or previous (-1) question, where there is one."""
        self._ga_naar(zoek_antwoordplek(self._regels(), self._vragen, self.cursor_location[0], stap))

    def naar_begin(self) -> None:
        """Under the first question that has no answer yet, else behind the last word."""
        self.move_cursor(self.document.end)
        self._ga_naar(zoek_eerste_lege(self._regels(), self._vragen))

    def _regels(self) -> list[str]:
        return [self.document.get_line(nummer) for nummer in range(self.document.line_count)]

    def _ga_naar(self, plek: Antwoordplek | None) -> None:
        if plek is None:
            return
        self.move_cursor((plek.rij, plek.kolom))
        if plek.nieuwe_regel:
            self.insert("\n")
