"""Rows of a form to choose in: a drop-down, options beside each other, a box to tick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import events, on
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Select

from kernteam_tui.widgets.eenkeuze import Eenkeuze, Eenkeuzeveld
from kernteam_tui.widgets.optielijst import Uitklapveld
from kernteam_tui.widgets.velden import Veld
from kernteam_tui.widgets.vinklijst import Opties, Vinklijst


class Keuzeveld(Veld):
    """One of a longer list, in a drop-down."""

    DEFAULT_CSS = """
    Keuzeveld Select { width: 1fr; max-width: 60; }
    Keuzeveld Select > SelectCurrent { border: none; padding: 0 1; height: 1; background: $surface; }
    Keuzeveld Select:focus > SelectCurrent { border: none; background: $panel; }
    Keuzeveld Select > SelectOverlay { border: solid $secondary; max-height: 12; }
    """

    def __init__(
        self,
        id: str,
        label: str,
        opties: Opties,
        *,
        verplicht: bool = False,
        uitleg: str = "",
        waarde: str = "",
        leeg: str = "kies …",
    ) -> None:
        super().__init__(id, label, verplicht=verplicht, uitleg=uitleg)
        self._invoer: Select[str] = Uitklapveld(
            [(Content(tekst), eigen) for tekst, eigen in opties],
            prompt=leeg,
            value=waarde or Select.NULL,
            id=self.invoer_id,
        )

    def invoer(self) -> Widget:
        return self._invoer

    @property
    def waarde(self) -> str:
        gekozen = self._invoer.value
        return gekozen if isinstance(gekozen, str) else ""

    @waarde.setter
    def waarde(self, waarde: Any) -> None:
        """A value that is not among the options becomes empty."""
        bekend = any(eigen == waarde for _, eigen in self._invoer._options)
        self._invoer.value = waarde if waarde and bekend else Select.NULL

    def zet_opties(self, opties: Opties) -> None:
        """Other options; the value stays when it is among them."""
        oud = self.waarde
        self._invoer.set_options([(Content(tekst), eigen) for tekst, eigen in opties])
        self.waarde = oud

    @on(Select.Changed)
    def _veranderd(self, event: Select.Changed) -> None:
        event.stop()
        self.meld_wijziging()


class Optierij(Eenkeuze):
    """Options beside each other; under each other where they do not fit."""

    TUSSEN = 3
    """Cells between two options."""
    DEFAULT_CSS = """
    Optierij { height: auto; width: 1fr; padding: 0 1; }
    Optierij:focus { background: $panel; }
    """

    def __init__(self, teksten: Sequence[str], *, id: str) -> None:
        super().__init__(len(teksten), id=id)
        self._breedten = [Content(f"( ) {tekst}").cell_length for tekst in teksten]
        self._teksten = teksten
        self._onder_elkaar = False

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, or one for each option."""
        del container, viewport
        self._onder_elkaar = sum(self._breedten) + self.TUSSEN * (len(self._breedten) - 1) > width
        return len(self._teksten) if self._onder_elkaar else 1

    def render(self) -> Content:
        delen = [
            Content.styled(f"(•) {tekst}", "bold $primary")
            if nummer == self.gekozen
            else Content(f"( ) {tekst}")
            for nummer, tekst in enumerate(self._teksten)
        ]
        return Content("\n" if self._onder_elkaar else " " * self.TUSSEN).join(delen)

    def on_click(self, event: events.Click) -> None:
        plek = event.get_content_offset_capture(self)
        if self._onder_elkaar:
            self.kies(min(plek.y, len(self._teksten) - 1))
            return
        begin = 0
        for nummer, breed in enumerate(self._breedten):
            if begin <= plek.x < begin + breed:
                self.kies(nummer)
            begin += breed + self.TUSSEN


class Keuzerij(Eenkeuzeveld):
    """One of two to five options, all in sight."""

    def __init__(
        self,
        id: str,
        label: str,
        opties: Opties,
        *,
        verplicht: bool = False,
        uitleg: str = "",
        waarde: str = "",
    ) -> None:
        super().__init__(id, label, verplicht=verplicht, uitleg=uitleg)
        keuze = Optierij([tekst for tekst, _ in opties], id=self.invoer_id)
        self.zet_keuze(keuze, [eigen for _, eigen in opties], waarde)


class Vinkveld(Veld):
    """Yes or no: one box, ticked with space."""

    def __init__(
        self, id: str, label: str, *, tekst: str = "", uitleg: str = "", waarde: bool = False
    ) -> None:
        """`tekst` stands behind the box; default `ja`."""
        super().__init__(id, label, uitleg=uitleg)
        self._invoer = Vinklijst([(tekst or "ja", "ja")], id=self.invoer_id)
        self.waarde = waarde

    def invoer(self) -> Widget:
        return self._invoer

    @property
    def waarde(self) -> bool:
        return bool(self._invoer.aan)

    @waarde.setter
    def waarde(self, waarde: Any) -> None:
        self._invoer.zet({"ja"} if waarde else ())

    @on(Vinklijst.Veranderd)
    def _veranderd(self, event: Vinklijst.Veranderd) -> None:
        event.stop()
        self.meld_wijziging()
