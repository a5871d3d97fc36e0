"""Rows of a form: a label, something to fill in, and a line for what is wrong with it.

Every field has a plain JSON value in `waarde`, and posts `Veld.Gewijzigd` when a user changes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea

from kernteam_tui.domain.datumtekst import dag_kort
from kernteam_tui.domain.lesrooster import vind_lesuur
from kernteam_tui.domain.schooltijd import Lesuur
from kernteam_tui.widgets.datumlezen import lees_datum, lees_tijd
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.schrijfvlak import Schrijfvlak
from kernteam_tui.widgets.tekst import Tekst


class Veld(Vertical):
    """One row. A subclass gives the input widget in `invoer()` and reads it in `waarde`."""

    DEFAULT_CSS = """
    Veld { height: auto; }
    /* Textual looks again at what is inside only where a widget itself has such a rule */
    Veld:focus-within { height: auto; }
    Veld .veld-regel { height: auto; }
    Veld .veld-label { width: 24; height: auto; padding-right: 1; color: $text-muted; }
    Veld .veld-fout { display: none; padding-left: 25; color: $error; }
    Veld.-fout .veld-fout { display: block; }
    Veld.-fout .veld-label { color: $error; }
    Veld .veld-uitleg { display: none; padding-left: 25; color: $text-muted; }
    Veld:focus-within .veld-uitleg { display: block; }
    Veld:focus-within .veld-label { color: $primary; }
    """

    class Gewijzigd(Message):
        """The user changed the value."""

        def __init__(self, veld: Veld) -> None:
            super().__init__()
            self.veld = veld

        @property
        def control(self) -> Veld:
            return self.veld

    def __init__(self, id: str, label: str, *, verplicht: bool = False, uitleg: str = "") -> None:
        super().__init__(id=id)
        self.label = label
        self.verplicht = verplicht
        self._uitleg = uitleg
        self._fout_bij: Any = None

    def compose(self) -> ComposeResult:
        with Horizontal(classes="veld-regel"):
            yield Tekst(f"{self.label} *" if self.verplicht else self.label, classes="veld-label")
            yield self.invoer()
        if self._uitleg:
            yield Tekst(self._uitleg, classes="veld-uitleg")
        yield Tekst(classes="veld-fout")

    def on_descendant_focus(self) -> None:
        """The line that explains the row comes into sight with it."""
        self.call_after_refresh(self.scroll_visible, animate=False)

    @property
    def invoer_id(self) -> str:
        """Id of the widget that has the focus."""
        return f"{self.id}-invoer"

    def invoer(self) -> Widget:
        """The widget to fill in; its id is `invoer_id`."""
        raise LookupError(f"{type(self).__name__} has no input widget")

    @property
    def waarde(self) -> Any:
        """The value as plain JSON."""
        return ""

    @waarde.setter
    def waarde(self, waarde: Any) -> None: ...

    @property
    def leeg(self) -> bool:
        """Nothing was filled in."""
        return not (self.waarde.strip() if isinstance(self.waarde, str) else self.waarde)

    def controle(self) -> str:
        """What is wrong with the value, as a sentence; empty when nothing is."""
        return f"Vul dit in: {self.label.lower()}." if self.verplicht and self.leeg else ""

    def fout(self, tekst: str) -> None:
        """Show what is wrong under the row; empty text takes it away."""
        self._fout_bij = self.waarde
        self.set_class(bool(tekst), "-fout")
        self.query_one(".veld-fout", Tekst).update(tekst)

    def focus_invoer(self) -> None:
        """Put the cursor in it."""
        self.query_one(f"#{self.invoer_id}").focus()

    def meld_wijziging(self) -> None:
        """Tell the form; what was wrong is no longer shown, once the value differs."""
        if self.waarde != self._fout_bij:
            self.fout("")
        self.post_message(self.Gewijzigd(self))


class Tekstveld(Veld):
    """One line of text."""

    OPNIEUW: ClassVar[bool] = False
    """Whether what stands there is typed anew, as a day, a time or a number; else one goes on behind it."""

    def __init__(
        self,
        id: str,
        label: str,
        *,
        verplicht: bool = False,
        uitleg: str = "",
        waarde: str = "",
        voorbeeld: str = "",
        wachtwoord: bool = False,
    ) -> None:
        super().__init__(id, label, verplicht=verplicht, uitleg=uitleg)
        self._invoer = Invoer(
            waarde,
            placeholder=voorbeeld,
            password=wachtwoord,
            id=self.invoer_id,
            select_on_focus=wachtwoord or self.OPNIEUW,
        )

    def invoer(self) -> Widget:
        return self._invoer

    @property
    def waarde(self) -> str:
        return self._invoer.value

    @waarde.setter
    def waarde(self, waarde: Any) -> None:
        self._invoer.value = str(waarde or "")

    @on(Invoer.Changed)
    def _veranderd(self, event: Invoer.Changed) -> None:
        event.stop()
        self.meld_wijziging()


class Getalveld(Tekstveld):
    """One number or year, as text; what it may be is for the form to say."""

    OPNIEUW = True


class Periodeveld(Tekstveld):
    """Days or times from and to, as people type them."""

    OPNIEUW = True


class Datumveld(Tekstveld):
    """A day, as people type it; beside it stands how it was understood."""

    OPNIEUW = True
    DEFAULT_CSS = """
    Datumveld Invoer, Tijdveld Invoer { width: 18; }
    Datumveld .veld-gelezen, Tijdveld .veld-gelezen { padding-left: 2; color: $text-muted; }
    """

    def __init__(
        self,
        id: str,
        label: str,
        vandaag: date,
        *,
        verplicht: bool = False,
        uitleg: str = "",
        waarde: str = "",
    ) -> None:
        """`vandaag`: the day from which `morgen` and days without a year are reckoned."""
        super().__init__(
            id, label, verplicht=verplicht, uitleg=uitleg, waarde=waarde, voorbeeld="bv. 24-11 of di"
        )
        self._vandaag = vandaag
        self._gelezen = Tekst(classes="veld-gelezen")

    def invoer(self) -> Widget:
        return Horizontal(self._invoer, self._gelezen, classes="veld-regel")

    @property
    def datum(self) -> date | None:
        """The day; None when empty or not understood."""
        return lees_datum(self.waarde, self._vandaag)

    def controle(self) -> str:
        if not self.leeg and self.datum is None:
            return "Deze datum ken ik niet. Typ bijvoorbeeld 24-11, 24 nov 2026, morgen of di."
        return super().controle()

    @on(Invoer.Changed)
    def _toon_gelezen(self) -> None:
        dag = self.datum
        self._gelezen.update(f"{dag_kort(dag)} {dag.year}" if dag else "")


class Tijdveld(Tekstveld):
    """A time of day, as people type it; at a school with lesson hours also `3e uur`, its beginning."""

    OPNIEUW = True

    def __init__(
        self,
        id: str,
        label: str,
        *,
        verplicht: bool = False,
        uitleg: str = "",
        waarde: str = "",
        lesuren: Sequence[Lesuur] = (),
    ) -> None:
        """`lesuren`: those of the school that the time is about."""
        voorbeeld = "10.30 of 3e uur" if lesuren else "bv. 10.30"
        super().__init__(id, label, verplicht=verplicht, uitleg=uitleg, waarde=waarde, voorbeeld=voorbeeld)
        self._lesuren = lesuren
        self._gelezen = Tekst(classes="veld-gelezen")

    def invoer(self) -> Widget:
        return Horizontal(self._invoer, self._gelezen, classes="veld-regel")

    @property
    def tijd(self) -> time | None:
        """The time; None when empty or not understood."""
        lesuur = vind_lesuur(self.waarde, self._lesuren)
        return lesuur.van if lesuur is not None else lees_tijd(self.waarde)

    @on(Invoer.Changed)
    def _toon_lesuur(self) -> None:
        lesuur = vind_lesuur(self.waarde, self._lesuren)
        self._gelezen.update(f"{lesuur.van:%H:%M}-{lesuur.tot:%H:%M}" if lesuur else "")

    def controle(self) -> str:
        if not self.leeg and self.tijd is None:
            return "Deze tijd ken ik niet. Typ bijvoorbeeld 10.30 of 9 uur."
        return super().controle()


class Tekstvlak(Veld):
    """Several lines of text."""

    DEFAULT_CSS = """
    Tekstvlak Schrijfvlak { width: 1fr; margin-bottom: 1; }
    """

    def __init__(
        self,
        id: str,
        label: str,
        *,
        verplicht: bool = False,
        uitleg: str = "",
        waarde: str = "",
        hoogte: int = 4,
    ) -> None:
        """`hoogte`: visible lines."""
        super().__init__(id, label, verplicht=verplicht, uitleg=uitleg)
        self._invoer = Schrijfvlak(waarde, id=self.invoer_id)
        self._invoer.styles.height = hoogte

    def invoer(self) -> Widget:
        return self._invoer

    @property
    def waarde(self) -> str:
        return self._invoer.text

    @waarde.setter
    def waarde(self, waarde: Any) -> None:
        self._invoer.load_text(str(waarde or ""))

    @on(TextArea.Changed)
    def _veranderd(self, event: TextArea.Changed) -> None:
        event.stop()
        self.meld_wijziging()
