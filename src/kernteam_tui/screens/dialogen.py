"""Small screens that ask or tell one thing: a failure, a yes or no, a reason, a choice."""

from __future__ import annotations

import contextlib
from abc import abstractmethod
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, OptionList, TextArea
from textual.widgets.option_list import Option

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.draad import in_draad
from kernteam_tui.schil.wekker import Wekker
from kernteam_tui.screens.bewaarder import Bewaarder
from kernteam_tui.screens.vragen import Gebrek
from kernteam_tui.widgets.optielijst import Optielijst
from kernteam_tui.widgets.schrijfvlak import Schrijfvlak
from kernteam_tui.widgets.tekst import Tekst

if TYPE_CHECKING:
    from kernteam_tui.app import KernteamApp

T = TypeVar("T")


class _Knop(Button):
    """Space presses it too, as it ticks a box."""

    BINDINGS: ClassVar[list[Any]] = [Binding("space", "press", "kiezen", show=False)]


def knop(tekst: str, id: str, *, hoofd: bool = False) -> Button:
    """A button whose text is shown as it is."""
    return _Knop(Content(tekst), id=id, variant="primary" if hoofd else "default", compact=True)


class Dialoog(Wekker, ModalScreen[T]):
    """A titled box over the screen; Esc closes it without an answer."""

    CSS_PATH = [Path(__file__).parent.parent / "styles" / "dialogen.tcss"]
    VERTICAL_BREAKPOINTS = [(0, "-laag"), (30, "-hoog")]
    BINDINGS: ClassVar[list[Any]] = [
        Binding("escape", "sluit", "terug", show=False, id="dialoog_terug"),
        Binding("left", "app.focus_previous", "vorige", show=False),
        Binding("right", "app.focus_next", "volgende", show=False),
    ]

    def __init__(self, titel: str) -> None:
        super().__init__()
        self._titel = titel

    @property
    def kernteam(self) -> KernteamApp:
        return cast("KernteamApp", self.app)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialoog"):
            yield Tekst(self._titel, classes="dialoog-titel")
            yield from self.inhoud()

    def inhoud(self) -> ComposeResult:
        """What stands under the title."""
        yield from ()

    def action_sluit(self) -> None:
        self.dismiss(None)


class Foutdialoog(Dialoog[None]):
    """What is wrong and what to do."""

    def __init__(self, titel: str, tekst: str, stap: str) -> None:
        super().__init__(titel)
        self._tekst = tekst
        self._stap = stap

    def inhoud(self) -> ComposeResult:
        with VerticalScroll(classes="dialoog-tekst", can_focus=False):
            yield Tekst(self._tekst)
            if self._stap:
                yield Tekst(self._stap, classes="dialoog-stap")
        with Horizontal(classes="dialoog-knoppen"):
            yield knop("Goed", "goed", hoofd=True)

    @on(Button.Pressed)
    def _gedrukt(self) -> None:
        self.dismiss(None)


class Bevestiging(Dialoog[bool]):
    """Yes or no; the focus is on no."""

    def __init__(self, titel: str, tekst: str, ja: str, nee: str) -> None:
        super().__init__(titel)
        self._tekst = tekst
        self._ja = ja
        self._nee = nee

    def inhoud(self) -> ComposeResult:
        with VerticalScroll(classes="dialoog-tekst", can_focus=False):
            yield Tekst(self._tekst)
        with Horizontal(classes="dialoog-knoppen"):
            yield knop(self._nee, "nee")
            yield knop(self._ja, "ja", hoofd=True)

    @on(Button.Pressed)
    def _gedrukt(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "ja")


class Conceptdialoog(Dialoog[str]):
    """Asks for a text that is kept as a draft, where it has a `sleutel`: it is there when asked again. Who
    asked forgets that draft when the answer was used."""

    VELD: ClassVar[str] = "tekst"
    """The name of the text in the draft."""

    def __init__(self, titel: str, sleutel: str) -> None:
        super().__init__(titel)
        self._sleutel = sleutel
        self._bewaarder: Bewaarder[dict[str, object]] | None = None
        self._begonnen = False
        """There was text: an emptied field is then what the user wants, and no field that is just made."""

    @property
    @abstractmethod
    def tekst(self) -> str:
        """What is typed now."""

    @abstractmethod
    def zet_tekst(self, tekst: str) -> None:
        """Put this text in the field, with the cursor behind it."""

    def zeg(self, tekst: str) -> None:
        """Say something about the text, beside it."""

    def on_mount(self) -> None:
        if not self._sleutel:
            return
        concepten, sessie = self.kernteam.concepten, self.kernteam.sessie
        self._bewaarder = Bewaarder(
            self,
            lambda: {self.VELD: self.tekst},
            partial(concepten.save_concept, sessie, self._sleutel),
            self.zeg,
        )
        self.run_worker(self._laad_concept(), group="concept", exit_on_error=False)

    async def _laad_concept(self) -> None:
        try:
            concept = await in_draad(
                partial(self.kernteam.concepten.load_concept, self.kernteam.sessie, self._sleutel)
            )
        except Exception as fout:  # the border with the services: shown and logged, never swallowed
            self.kernteam.toon(fout)
            return
        if concept and not self.tekst:
            self.zet_tekst(str(concept.get(self.VELD, "")))

    def getypt(self) -> None:
        """The text was changed."""
        self._begonnen = self._begonnen or bool(self.tekst)
        if self._bewaarder is not None and self._begonnen:
            self._bewaarder.gewijzigd()

    def antwoord(self, tekst: str) -> None:
        """Close with this answer; the draft stays until the write that follows."""
        with contextlib.suppress(KernteamError):  # the write that follows will say what is wrong
            self.bewaar_nu()
        self.dismiss(tekst)

    def action_sluit(self) -> None:
        self.bewaar_nu()
        self.dismiss(None)

    def bewaar_nu(self) -> None:
        """Save what is half typed."""
        if self._bewaarder is not None:
            self._bewaarder.nu()

    def concept(self) -> dict[str, dict[str, object]]:
        """The draft by its key, to keep in memory when saving failed at locking."""
        return {self._sleutel: {self.VELD: self.tekst}} if self._sleutel else {}


class Redendialoog(Conceptdialoog):
    """Asks for a text of a line or more; choices can be taken over."""

    BINDINGS = [Binding("ctrl+s", "goed", "goed", show=False, id="reden_goed", priority=True)]

    def __init__(
        self,
        titel: str,
        vraag: str,
        sleutel: str,
        keuzes: Sequence[tuple[str, str]],
        gebrek: Gebrek | None = None,
    ) -> None:
        super().__init__(titel, sleutel)
        self._gebrek = gebrek
        self._vraag = vraag
        self._keuzes = keuzes

    def inhoud(self) -> ComposeResult:
        yield Tekst(self._vraag)
        if self._keuzes:
            yield Optielijst(*(Option(Content(tekst)) for tekst, _ in self._keuzes), id="reden-keuzes")
        yield Schrijfvlak(self._gebrek.tekst if self._gebrek else "", id="reden-tekst")
        if self._gebrek:
            yield Tekst(self._gebrek.zin, id="reden-fout", classes="fout")
        yield Tekst(id="reden-staat", classes="zacht")
        with Horizontal(classes="dialoog-knoppen"):
            yield knop("Terug", "terug")
            yield knop("Goed (ctrl+s)", "goed", hoofd=True)

    def on_mount(self) -> None:
        super().on_mount()
        vlak = self._vlak
        if self._gebrek or not self._keuzes:
            vlak.move_cursor(vlak.document.end)
            vlak.focus()

    @property
    def _vlak(self) -> Schrijfvlak:
        return self.query_one("#reden-tekst", Schrijfvlak)

    @property
    def tekst(self) -> str:
        return self._vlak.text

    def zet_tekst(self, tekst: str) -> None:
        self._vlak.load_text(tekst)
        self._vlak.move_cursor(self._vlak.document.end)

    def zeg(self, tekst: str) -> None:
        self.query_one("#reden-staat", Tekst).update(tekst)

    def on_key(self, event: events.Key) -> None:
        """Who types at once, while the choices have the focus, means the field below them."""
        if event.character and event.is_printable and isinstance(self.focused, Optielijst):
            event.stop()
            self.set_focus(self._vlak)
            self._vlak.insert(event.character)

    @on(TextArea.Changed)
    def _getypt(self) -> None:
        if self._gebrek is not None and self.tekst != self._gebrek.tekst:
            self.query("#reden-fout").remove()
        self.getypt()

    @on(OptionList.OptionSelected)
    def _gekozen(self, event: OptionList.OptionSelected) -> None:
        self.zet_tekst(self._keuzes[event.option_index][1])
        self._vlak.focus()

    @on(Button.Pressed)
    def _gedrukt(self, event: Button.Pressed) -> None:
        if event.button.id == "goed":
            self.action_goed()
        else:
            self.action_sluit()

    def action_goed(self) -> None:
        tekst = self.tekst.strip()
        if not tekst:
            self.zeg("Vul dit eerst in; één zin is genoeg.")
            self._vlak.focus()
            return
        self.antwoord(tekst)


class Keuzedialoog(Dialoog[int]):
    """One of a list; answers with its index."""

    def __init__(self, titel: str, teksten: Sequence[str]) -> None:
        super().__init__(titel)
        self._teksten = teksten

    def inhoud(self) -> ComposeResult:
        yield Optielijst(*(Option(Content(tekst)) for tekst in self._teksten), id="keuzes")
        yield Tekst("Enter kiezen   Esc terug", classes="zacht")

    @on(OptionList.OptionSelected)
    def _gekozen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)
