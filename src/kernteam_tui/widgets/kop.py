"""The header line: screen, what it is about, the day, the mark, the store, and the time until locking."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from kernteam_tui.domain.datumtekst import dag_kort, dag_lang

TUSSEN = "  ·  "
BESCHADIGD = "kluis beschadigd"
LUCHT = 2
"""Cells that stay empty between left and right."""
Dagwoord = Callable[[date], str]


class Kop(Widget):
    """One line. Where it gets narrow the day is written short, then what is well with the store goes, then
    the day; at last a `…` ends the left. That the store is damaged always stands there."""

    DEFAULT_CSS = """
    Kop { dock: top; height: 2; padding: 0 1; border-bottom: solid $secondary; }
    """

    titel: reactive[str] = reactive("")
    onderwerp: reactive[str] = reactive("")
    dag: reactive[date | None] = reactive(None)
    merk: reactive[str] = reactive("")
    kluis: reactive[str] = reactive("")
    """`kluis heel`, `kluis beschadigd`, or nothing yet."""
    slot_tekst: reactive[str] = reactive("")
    namen_tekst: reactive[str] = reactive("")

    def render(self) -> Content:
        breed = self.content_size.width
        titel = Content.styled(self.titel or "kernteam", "bold $primary")
        links, rechts = self._links(titel, _geen_dag), self._rechts("")
        for rechts, dag in self._mogelijk():
            links = self._links(titel, dag)
            if links.cell_length + rechts.cell_length + LUCHT <= breed:
                break
        else:
            links = links.truncate(max(0, breed - rechts.cell_length - LUCHT), ellipsis=True)
        return links + Content(" " * max(1, breed - links.cell_length - rechts.cell_length)) + rechts

    def _mogelijk(self) -> Iterator[tuple[Content, Dagwoord]]:
        """What can stand on the right, with how the day is written; the fullest first."""
        if self.kluis and self.kluis != BESCHADIGD:
            yield from ((self._rechts(self.kluis), dag) for dag in (dag_lang, dag_kort))
        altijd = self._rechts(self.kluis if self.kluis == BESCHADIGD else "")
        yield from ((altijd, dag) for dag in (dag_lang, dag_kort, _geen_dag))

    def _rechts(self, kluis: str) -> Content:
        delen = (
            Content.styled(self.merk, "bold $warning"),
            Content(self.namen_tekst),
            Content.styled(kluis, "bold $error" if kluis == BESCHADIGD else "$text-muted"),
            Content(self.slot_tekst),
        )
        return Content("   ").join(deel for deel in delen if deel.plain)

    def _links(self, titel: Content, schrijf: Dagwoord) -> Content:
        delen = (self.onderwerp, schrijf(self.dag) if self.dag else "")
        return titel + Content("".join(f"{TUSSEN}{deel}" for deel in delen if deel))


def _geen_dag(_: date) -> str:
    return ""
