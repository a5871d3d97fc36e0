"""The lines typed so far, as they were understood: a name, and beside it what is noted of it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from kernteam_tui.domain.gezinsinvoer import Duiding
from kernteam_tui.domain.gezinsinvoer.duiding import Regelsoort
from kernteam_tui.widgets.tekst import ZACHT

NAAM_SMAL, NAAM_BREED = 20, 28
BREED_VANAF = 110
HIER = "› "
STAAT_ER_AL = "staat er al"


class Regelbeeld(Widget):
    """One block a line. People stand indented under the household in which they live."""

    DEFAULT_CSS = """
    Regelbeeld { height: auto; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._regels: tuple[tuple[Duiding, str, bool], ...] = ()
        self._plaats = 0

    def zet(self, duidingen: Sequence[Duiding], teksten: Sequence[str], plaats: int) -> None:
        """Show these, with how they were typed; `plaats` is the line that is being typed."""
        onder_huis = False
        regels = []
        for duiding, tekst in zip(duidingen, teksten, strict=True):
            onder_huis = onder_huis or duiding.soort is Regelsoort.HUIS
            regels.append((duiding, tekst, onder_huis and duiding.soort is Regelsoort.PERSOON))
        self._regels, self._plaats = tuple(regels), plaats
        self.refresh(layout=True)

    def hoogte_tot(self, plaats: int, breed: int) -> tuple[int, int]:
        """First line and number of lines of that block."""
        blokken = [self._blok(nummer, breed) for nummer in range(len(self._regels))]
        begin = sum(len(blok) for blok in blokken[:plaats])
        return begin, len(blokken[plaats]) if plaats < len(blokken) else 1

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        return sum(len(self._blok(nummer, width)) for nummer in range(len(self._regels))) or 1

    def render(self) -> Content:
        breed = self.content_size.width
        regels = [regel for nummer in range(len(self._regels)) for regel in self._blok(nummer, breed)]
        return Content("\n").join(regels)

    def _blok(self, nummer: int, breed: int) -> list[Content]:
        duiding, tekst, ingesprongen = self._regels[nummer]
        naam_breed = NAAM_BREED if breed >= BREED_VANAF else NAAM_SMAL
        merk = HIER if nummer == self._plaats else "  "
        wie = f"{merk}{'  ' if ingesprongen else ''}{duiding.wie or '…'}"
        stijl = "bold $primary" if duiding.soort is Regelsoort.HUIS else "bold"
        kop = Content.styled(wie, stijl).truncate(naam_breed, ellipsis=True, pad=True)
        wat = _genoteerd(duiding, tekst) if nummer == self._plaats else _wat(duiding, tekst)
        stukken = wat.wrap(max(20, breed - naam_breed - 1)) or [Content("")]
        leeg = Content(" " * naam_breed)
        return [(kop if nr == 0 else leeg) + Content(" ") + stuk for nr, stuk in enumerate(stukken)]


def _genoteerd(duiding: Duiding, getypt: str) -> Content:
    """What is noted, or the line itself where it cannot be read. Of a line that is still being typed no more:
    what is wrong with it stands below, softly."""
    delen = list(duiding.wat) if duiding.wie else [getypt]
    if duiding.bekend and duiding.soort is Regelsoort.PERSOON:
        delen.insert(0, STAAT_ER_AL)
    return Content(" · ".join(delen))


def _wat(duiding: Duiding, getypt: str) -> Content:
    """What is noted, and behind it what is wrong or open."""
    tekst = _genoteerd(duiding, getypt)
    if duiding.fout:
        fout = Content.styled(f"! {duiding.foutzin}", "bold $error")
        return tekst + Content("  ") + fout if tekst.plain else fout
    if duiding.vraag:
        vraag = Content.styled(f"? {duiding.vraag}", "$warning")
        return tekst + Content("  ") + vraag if tekst.plain else vraag
    return tekst


def gelezen(duiding: Duiding) -> Content:
    """The line that is being typed, as it is understood now; not loud, since it is not finished."""
    if duiding.fout:
        voor = f"{duiding.zin}   " if duiding.wie else ""
        return Content(voor) + Content.styled(duiding.foutzin, ZACHT)
    tekst = Content.styled("= ", "bold $primary") + Content(duiding.zin)
    if duiding.bekend and duiding.soort is Regelsoort.PERSOON:
        tekst += Content.styled(f"   ({STAAT_ER_AL})", ZACHT)
    return tekst + Content.styled(f"   {duiding.vraag}", ZACHT) if duiding.vraag else tekst
