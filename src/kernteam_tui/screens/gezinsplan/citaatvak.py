"""One quote: what was said, by whom, in which language, and whether it may stand on the page."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.talen import taal_naam
from kernteam_tui.screens.gezinsplan.naamveld import Naaminvoer
from kernteam_tui.widgets.schrijfvlak import Schrijfvlak
from kernteam_tui.widgets.tekst import Tekst

NEDERLANDS = "nl"
LEEG = Citaat("", NEDERLANDS, "")
"""A quote that nobody has said yet."""
_KAN, _STIL = "-kan", "-stil"
_OP, _NIET_OP = "op de bladzijde", "niet op de bladzijde"


class Citaatvak(Vertical):
    """The text letter for letter, and below it whose it is. Posts `Anders` when a key changes its marks."""

    DEFAULT_CSS = """
    Citaatvak { height: auto; margin-bottom: 1; }
    Citaatvak Schrijfvlak { height: auto; min-height: 3; max-height: 12; }
    Citaatvak .citaat-van { height: 1; }
    Citaatvak Naaminvoer { width: 1fr; }
    Citaatvak .citaat-label { width: 6; padding-left: 1; color: $text-muted; }
    Citaatvak .citaat-blad { display: none; width: auto; padding: 0 1; color: $text-muted; }
    Citaatvak .citaat-blad.-kan { display: block; }
    Citaatvak.-stil { height: 0; margin: 0; }
    Citaatvak .citaat-taal { padding: 0 1; color: $text-muted; }
    """

    class Anders(Message):
        """The language or the mark for the page is another one."""

    def __init__(self, nummer: int, namen: Sequence[str], citaat: Citaat) -> None:
        super().__init__(id=f"citaat-{nummer}")
        self.tekst = Schrijfvlak(citaat.tekst, id=f"citaat-{nummer}-tekst")
        self.van = Naaminvoer(id=f"citaat-{nummer}-van")
        self.van.zet_namen(namen)
        self.van.value = citaat.van
        self._taal = NEDERLANDS
        self._op_bladzijde = True
        self._taaltekst = Tekst(classes="citaat-taal")
        self._bladtekst = Tekst(classes="citaat-blad")
        self._zet_merken(citaat)

    def compose(self) -> ComposeResult:
        yield self.tekst
        with Horizontal(classes="citaat-van"):
            yield Tekst("van", classes="citaat-label")
            yield self.van
            yield self._bladtekst
        yield self._taaltekst

    @property
    def citaat(self) -> Citaat:
        """As it is now."""
        return Citaat(self.van.value, self._taal, self.tekst.text, self._op_bladzijde)

    def vul(self, citaat: Citaat, namen: Sequence[str]) -> None:
        """Show another quote."""
        self.van.zet_namen(namen)
        self.van.value = citaat.van
        self._zet_merken(citaat)
        self.tekst.load_text(citaat.tekst)

    def verstil(self, stil: bool) -> None:
        """Not to be seen and not to be written in, though it stays in the plan: not for who looks along."""
        self.set_class(stil, _STIL)
        self.disabled = stil

    @property
    def is_stil(self) -> bool:
        """Whether it cannot be seen now."""
        return self.has_class(_STIL)

    def toon_bladmerk(self, kan: bool) -> None:
        """Whether the section is on the page: only there the mark says something."""
        self._bladtekst.set_class(kan, _KAN)

    @property
    def kan_op_bladzijde(self) -> bool:
        """Whether the section is on the page."""
        return self._bladtekst.has_class(_KAN)

    def wissel_bladzijde(self) -> bool:
        """On the page, or not any more. Answers which of the two it is now."""
        self._op_bladzijde = not self._op_bladzijde
        self._schrijf_merken()
        self.post_message(self.Anders())
        return self._op_bladzijde

    def zet_taal(self, taal: str) -> None:
        """The code of the language in which it was said."""
        self._taal = taal
        self._schrijf_merken()
        self.post_message(self.Anders())

    def _zet_merken(self, citaat: Citaat) -> None:
        self._taal, self._op_bladzijde = citaat.taal, citaat.op_bladzijde
        self._schrijf_merken()

    def _schrijf_merken(self) -> None:
        """Dutch needs no word."""
        self._bladtekst.update(_OP if self._op_bladzijde else _NIET_OP)
        self._taaltekst.update(f"gezegd in het {taal_naam(self._taal)}")
        self._taaltekst.display = self._taal not in ("", NEDERLANDS)
