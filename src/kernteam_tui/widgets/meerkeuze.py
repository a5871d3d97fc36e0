"""Several of a list: arrows move, space ticks."""

from __future__ import annotations

from typing import Any

from textual import on
from textual.widget import Widget

from kernteam_tui.widgets.velden import Veld
from kernteam_tui.widgets.vinklijst import Opties, Vinklijst


class Meerkeuze(Veld):
    """A row in which several options can be ticked; the value is a list in the order of the options."""

    def __init__(
        self,
        id: str,
        label: str,
        opties: Opties,
        *,
        verplicht: bool = False,
        uitleg: str = "",
        waarde: list[str] | None = None,
    ) -> None:
        super().__init__(
            id, label, verplicht=verplicht, uitleg=uitleg or "pijltjes kiezen, spatie zet aan of uit"
        )
        self._invoer = Vinklijst(opties, id=self.invoer_id)
        self.waarde = waarde or []

    def invoer(self) -> Widget:
        return self._invoer

    @property
    def waarde(self) -> list[str]:
        return [waarde for waarde in self._invoer.waarden if waarde in self._invoer.aan]

    @waarde.setter
    def waarde(self, waarde: Any) -> None:
        self._invoer.zet(waarde or ())

    @on(Vinklijst.Veranderd)
    def _veranderd(self, event: Vinklijst.Veranderd) -> None:
        event.stop()
        self.meld_wijziging()
