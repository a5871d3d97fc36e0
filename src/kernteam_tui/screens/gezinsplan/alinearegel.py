"""The quiet line about the paragraph under the cursor: what its mark is for, or that it is very long."""

from __future__ import annotations

from kernteam_tui.domain.alineaknip import is_lang
from kernteam_tui.domain.merken import UITLEG, merk_van
from kernteam_tui.widgets.tekst import Tekst

LANG = "Deze alinea is heel lang. ctrl+k knipt hem in tweeën."


class Alinearegel(Tekst):
    """Takes no place while there is nothing to say."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, classes="zacht")
        self._zin = ""
        self.display = False

    def toon(self, regel: str) -> None:
        """Say what there is to say of this paragraph. Called at every key: looks at its length and at its
        beginning only."""
        merk = merk_van(regel)
        zin = LANG if is_lang(regel) else UITLEG[merk] if merk is not None else ""
        if zin != self._zin:
            self._zin = zin
            self.update(zin)
            self.display = bool(zin)
            if zin:
                self.call_after_refresh(self.scroll_visible, animate=False)
