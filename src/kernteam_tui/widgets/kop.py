"""The header line: program, screen, what it is about, the day, the mark and the time until locking."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

TUSSEN = "  ·  "


class Kop(Widget):
    """One line; what does not fit falls away from the right of the left half."""

    DEFAULT_CSS = """
    Kop { dock: top; height: 2; padding: 0 1; border-bottom: solid $secondary; }
    """

    titel: reactive[str] = reactive("")
    onderwerp: reactive[str] = reactive("")
    dag: reactive[str] = reactive("")
    merk: reactive[str] = reactive("")
    slot_tekst: reactive[str] = reactive("")

    def render(self) -> Content:
        breed = self.content_size.width
        rechts = "   ".join(deel for deel in (self.merk, self.slot_tekst) if deel)
        titel = Content.styled(self.titel or "kernteam", "bold $primary")
        rest = "".join(f"{TUSSEN}{deel}" for deel in (self.onderwerp, self.dag) if deel)
        links = (titel + Content(rest)).truncate(max(0, breed - len(rechts) - 2), ellipsis=True)
        gat = max(1, breed - links.cell_length - Content(rechts).cell_length)
        merk = Content.styled(self.merk, "bold $warning") if self.merk else Content("")
        return links + Content(" " * gat) + merk + Content(rechts[len(self.merk) :])
