"""The header line: program, screen, what it is about, the day, the mark and the time until locking."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from kernteam_tui.domain.datumtekst import dag_kort, dag_lang

TUSSEN = "  ·  "


class Kop(Widget):
    """One line. Where it gets narrow the day is written short, then left out; at last a `…` ends the left."""

    DEFAULT_CSS = """
    Kop { dock: top; height: 2; padding: 0 1; border-bottom: solid $secondary; }
    """

    titel: reactive[str] = reactive("")
    onderwerp: reactive[str] = reactive("")
    dag: reactive[date | None] = reactive(None)
    merk: reactive[str] = reactive("")
    slot_tekst: reactive[str] = reactive("")

    def render(self) -> Content:
        breed = self.content_size.width
        rechts = "   ".join(deel for deel in (self.merk, self.slot_tekst) if deel)
        titel = Content.styled(self.titel or "kernteam", "bold $primary")
        ruimte = max(0, breed - Content(rechts).cell_length - 2)
        mogelijk = (self._links(titel, dag) for dag in (dag_lang, dag_kort, _geen_dag))
        links = next((links for links in mogelijk if links.cell_length <= ruimte), None)
        if links is None:
            links = self._links(titel, _geen_dag).truncate(ruimte, ellipsis=True)
        gat = max(1, breed - links.cell_length - Content(rechts).cell_length)
        merk = Content.styled(self.merk, "bold $warning") if self.merk else Content("")
        return links + Content(" " * gat) + merk + Content(rechts[len(self.merk) :])

    def _links(self, titel: Content, schrijf: Callable[[date], str]) -> Content:
        delen = (self.onderwerp, schrijf(self.dag) if self.dag else "")
        return titel + Content("".join(f"{TUSSEN}{deel}" for deel in delen if deel))


def _geen_dag(_: date) -> str:
    return ""
