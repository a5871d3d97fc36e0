"""A form for a record that exists: only what the user changed is kept, sent and compared."""

from __future__ import annotations

from typing import Any

from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.screens.register import Argument


class Wijzigformulier(FormulierScreen):
    """The draft holds the changed fields only, so that it never hides what was saved elsewhere since."""

    REVISIE = "revision"
    """Key beside the fields: the revision on which the changes were made."""

    def __init__(self, **argumenten: Argument) -> None:
        super().__init__(**argumenten)
        self._begin: dict[str, Any] = {}

    def begin_met(self, begin: dict[str, Any]) -> None:
        """`begin` names every field, and the revision where the record has one to guard."""
        self._begin = {naam: waarde for naam, waarde in begin.items() if naam != self.REVISIE}
        super().begin_met(begin)

    def veranderd(self) -> dict[str, Any]:
        """Field -> value, of what differs from the record as it was opened."""
        return {
            naam: waarde
            for naam, waarde in self.waarde.items()
            if naam != self.REVISIE and waarde != self._begin.get(naam)
        }

    def _kopie(self) -> dict[str, Any]:
        veranderd = self.veranderd()
        if self.REVISIE in self.waarde:
            veranderd[self.REVISIE] = self.waarde[self.REVISIE]
        return veranderd
