"""The header line of the note: what it is about, and quietly whether it is saved."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive

from kernteam_tui.widgets.kop import TUSSEN, Kop


class Notitiekop(Kop):
    """As Kop, without the day; at the right how the note stands. The time to locking goes first when it
    gets narrow."""

    staat: reactive[str] = reactive("")
    onveilig: reactive[bool] = reactive(False)
    """True while saving fails."""

    def render(self) -> Content:
        breed = self.content_size.width
        links = Content.styled(self.titel, "bold $primary") + Content(
            f"{TUSSEN}{self.onderwerp}" if self.onderwerp else ""
        )
        staat = Content.styled(self.staat, "bold $error" if self.onveilig else "dim")
        merk = Content.styled(self.merk, "bold $warning")
        namen = Content(self.namen_tekst)
        alles = [deel for deel in (merk, namen, staat, Content(self.slot_tekst)) if deel.plain]
        kort = [deel for deel in (merk, namen, staat) if deel.plain]
        rechts = Content("   ").join(alles)
        if links.cell_length + rechts.cell_length + 2 > breed:
            rechts = Content("   ").join(kort)
        links = links.truncate(max(0, breed - rechts.cell_length - 2), ellipsis=True)
        gat = max(1, breed - links.cell_length - rechts.cell_length)
        return links + Content(" " * gat) + rechts
