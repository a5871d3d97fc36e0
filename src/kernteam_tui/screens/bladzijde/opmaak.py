"""How a reader wants the page: language, letter size, Dutch headings, a picture of who stands around them."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Button, OptionList
from textual.widgets.option_list import Option

from kernteam_tui.domain.bladzijde import TALEN, Bladwens
from kernteam_tui.domain.talen import TALEN as TAALNAMEN
from kernteam_tui.screens.dialogen import Dialoog, knop
from kernteam_tui.services.samenvatting import BladzijdeBeeld
from kernteam_tui.widgets.optielijst import Optielijst
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.vinklijst import Vinklijst

NEDERLANDS = "nl"
_EXTRA = (
    ("Nederlandse kopjes ernaast", "nederlands"),
    ("Grote letters", "groot"),
    ("Tekening: wie er om het gezin heen staan", "kring"),
)


class Opmaakdialoog(Dialoog[Bladwens | None]):
    """One list of languages, three boxes; Enter chooses and is done, wherever it is pressed."""

    DEFAULT_CSS = """
    Opmaakdialoog #talen { height: auto; max-height: 9; border: none; padding: 0; margin-bottom: 1; }
    Opmaakdialoog #talen-uitleg { margin-bottom: 1; }
    Opmaakdialoog Vinklijst { margin: 0 0 1 0; padding: 0; }
    Opmaakdialoog #opmaak-onder { height: 1; }
    Opmaakdialoog #opmaak-toetsen { width: 1fr; }
    """

    BINDINGS: ClassVar[list[Any]] = [Binding("enter", "klaar", "kiezen", show=False)]

    def __init__(self, wens: Bladwens, lezerstaal: str) -> None:
        super().__init__("Taal en vorm van de bladzijde")
        self._wens = wens
        self._lezerstaal = lezerstaal
        self._talen = _eerst(lezerstaal)

    def inhoud(self) -> ComposeResult:
        yield Tekst("Wat het gezin zelf zei, blijft in hun eigen taal.", id="talen-uitleg", classes="zacht")
        yield Optielijst(*(Option(_taalregel(taal, self._lezerstaal)) for taal in self._talen), id="talen")
        yield Vinklijst(_EXTRA, id="extra")
        with Horizontal(id="opmaak-onder"):
            yield Tekst(
                "Enter kiezen   Tab en spatie aanvinken   Esc terug", id="opmaak-toetsen", classes="zacht"
            )
            yield knop("Goed", "goed", hoofd=True)

    def on_mount(self) -> None:
        lijst = self.query_one("#talen", OptionList)
        lijst.highlighted = self._talen.index(self._wens.taal)
        self.query_one(Vinklijst).zet(schrijf_opmaak(self._wens).split(","))
        lijst.focus()

    @on(OptionList.OptionSelected, "#talen")
    @on(Button.Pressed)
    def action_klaar(self) -> None:
        """Take the language that is marked, with what is ticked; also from a box."""
        taal = self._talen[self.query_one("#talen", OptionList).highlighted or 0]
        self.dismiss(lees_opmaak(",".join((taal, *sorted(self.query_one(Vinklijst).aan)))))


def bladregel(blad: BladzijdeBeeld, wens: Bladwens) -> str:
    """From which version and in which language, how much to mind, and another language where that helps; and
    large letters, which the screen does not show."""
    delen = [f"uit versie {blad.versie}"]
    if wens.taal != NEDERLANDS:
        delen.append(TAALNAMEN[wens.taal])
    elif blad.lezerstaal != NEDERLANDS and blad.lezerstaal in TALEN:
        delen.append(f"o: ook in het {TAALNAMEN[blad.lezerstaal]}")
    if wens.groot:
        delen.append("grote letters")
    let_op = f", {len(blad.meldingen)} om op te letten" if blad.meldingen else ""
    delen.append(f"i: {len(blad.weggelaten)} weggelaten{let_op}")
    return " · ".join(delen)


def lees_opmaak(opmaak: str) -> Bladwens:
    """A wish as text (`tr,nederlands,groot`); what is not known falls away."""
    delen = opmaak.split(",")
    taal = delen[0] if delen[0] in TALEN else NEDERLANDS
    dutch_too = "nederlands" in delen and taal != NEDERLANDS
    return Bladwens(taal, dutch_too, "groot" in delen, "kring" in delen)


def schrijf_opmaak(wens: Bladwens) -> str:
    """A wish as `lees_opmaak` reads it."""
    keuzes = ((wens.met_nederlands, "nederlands"), (wens.groot, "groot"), (wens.kring, "kring"))
    return ",".join((wens.taal, *(naam for aan, naam in keuzes if aan)))


def _eerst(lezerstaal: str) -> tuple[str, ...]:
    """Dutch first, then the language of the reader, then the others."""
    eigen = (lezerstaal,) if lezerstaal in TALEN else ()
    return tuple(dict.fromkeys((NEDERLANDS, *eigen, *TALEN)))


def _taalregel(taal: str, lezerstaal: str) -> str:
    eigen = taal == lezerstaal and taal != NEDERLANDS
    return f"{TAALNAMEN[taal]}{'   taal van de lezer' if eigen else ''}"
