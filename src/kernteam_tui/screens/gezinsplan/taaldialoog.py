"""The places a family may stumble over, each in its sentence, with what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kernteam_tui.domain.taalhulp.bevinding import Bevinding, Taalbeeld
from kernteam_tui.screens.dialogen import Dialoog
from kernteam_tui.widgets.optielijst import Optielijst
from kernteam_tui.widgets.tekst import ZACHT, Tekst

MEEST = 100
"""As many places are shown; who has mended those looks again."""
_RONDOM = 44
"""Characters of the sentence on each side of the words it is about."""
_TOETSEN = "Enter ernaartoe   w vervangen   Esc terug"
_NIET_LOS = "Hier verandert de hele zin mee. Enter brengt je ernaartoe."
_UITLEG = "Dit gaat alleen over jouw toelichting. Citaten en woorden van het gezin blijven zoals ze zijn."


@dataclass(frozen=True)
class Taalkeuze:
    """What to do with which finding."""

    nummer: int
    vervangen: bool = False


class Taaldialoog(Dialoog[Taalkeuze]):
    """Answers with the place to go to, or to swap the words in. `nummer`: where the cursor begins."""

    BINDINGS: ClassVar[list[Any]] = [Binding("w", "vervang", "vervangen", show=False, id="taal_vervang")]

    def __init__(self, tekst: str, beeld: Taalbeeld, nummer: int = 0) -> None:
        super().__init__(_titel(beeld))
        self._tekst = tekst
        self._beeld = beeld
        self._getoond = beeld.bevindingen[:MEEST]
        self._nummer = min(nummer, len(self._getoond) - 1)

    def inhoud(self) -> ComposeResult:
        if self._getoond:
            yield Optielijst(*(Option(_regel(self._tekst, b)) for b in self._getoond), id="taal-lijst")
            yield Tekst(_TOETSEN, id="taal-toetsen", classes="zacht")
        yield Tekst(_slot(self._beeld), id="taal-slot", classes="zacht")

    def on_mount(self) -> None:
        for lijst in self.query(Optielijst):
            lijst.highlighted = self._nummer

    @on(OptionList.OptionSelected)
    def _gekozen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(Taalkeuze(event.option_index))

    def action_vervang(self) -> None:
        for lijst in self.query(Optielijst):
            nummer = lijst.highlighted
            if nummer is None:
                return
            if self._getoond[nummer].vervanging:
                self.dismiss(Taalkeuze(nummer, vervangen=True))
            else:
                self.query_one("#taal-toetsen", Tekst).update(_NIET_LOS)

    @on(OptionList.OptionHighlighted)
    def _andere(self) -> None:
        self.query_one("#taal-toetsen", Tekst).update(_TOETSEN)


def _titel(beeld: Taalbeeld) -> str:
    aantal = len(beeld.bevindingen)
    if not aantal:
        return "Jouw toelichting: niets om naar te kijken"
    dingen = "één plek" if aantal == 1 else f"{aantal} plekken"
    return f"Jouw toelichting: {dingen} om naar te kijken"


def _slot(beeld: Taalbeeld) -> str:
    meer = len(beeld.bevindingen) - MEEST
    eerst = f"De eerste {MEEST} staan hier; er zijn er nog {meer}. " if meer > 0 else ""
    leest = f" Als geheel: {beeld.leest}." if beeld.leest else ""
    return f"{eerst}{_UITLEG}{leest}"


def _regel(tekst: str, bevinding: Bevinding) -> Content:
    """The words underlined in their sentence, cut where it is long; then what to do."""
    begin, einde = bevinding.zin
    ervoor, erna = tekst[begin : bevinding.begin], tekst[bevinding.einde : einde]
    if len(ervoor) > _RONDOM:
        ervoor = "… " + (ervoor[-_RONDOM:].partition(" ")[2] or ervoor[-_RONDOM:])
    if len(erna) > _RONDOM:
        erna = (erna[:_RONDOM].rpartition(" ")[0] or erna[:_RONDOM]) + " …"
    woorden = bevinding.woorden
    if len(woorden) > 2 * _RONDOM:
        woorden = (woorden[: 2 * _RONDOM].rpartition(" ")[0] or woorden[: 2 * _RONDOM]) + " …"
    nadruk = "underline" if ervoor or erna else ""
    zin = Content(_op_een_regel(ervoor)) + Content.styled(_op_een_regel(woorden), nadruk)
    zin += Content(_op_een_regel(erna))
    toets = "  (w)" if bevinding.vervanging else ""
    return zin + Content.styled(f"\n  {bevinding.advies}{toets}", ZACHT)


def _op_een_regel(tekst: str) -> str:
    return tekst.replace("\r", "").replace("\n", " ")
