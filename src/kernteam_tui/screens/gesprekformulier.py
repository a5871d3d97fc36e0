"""A form whose rows are only known after asking a service: who was invited, who can be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.containers import VerticalScroll
from textual.widget import Widget

from kernteam_tui.screens.formulier import FormulierScreen


class GesprekFormulier(FormulierScreen):
    """`laad()` asks the service and ends with `toon_rijen`."""

    def toon_rijen(self, rijen: Iterable[Widget], begin: dict[str, Any]) -> None:
        """Put these rows in the form, then show `begin` and the draft over it."""
        self.call_next(self._zet_rijen, tuple(rijen), begin)

    async def _zet_rijen(self, rijen: tuple[Widget, ...], begin: dict[str, Any]) -> None:
        """A row can be given its value once all that is in it stands."""
        if not self.is_attached:
            return
        self._vlak.visible = False
        await self._vlak.mount_all(rijen)
        self.begin_met(begin)

    def _toon_begin(self, begin: dict[str, Any], concept: dict[str, Any] | None) -> None:
        """Rows are seen with their values in them: a tick set in an empty row would be all that is kept."""
        self._vlak.visible = True
        super()._toon_begin(begin, concept)

    @property
    def _vlak(self) -> VerticalScroll:
        return self.query_one("#formulier", VerticalScroll)
