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
        self.query_one("#formulier", VerticalScroll).mount_all(rijen)
        self.call_after_refresh(self.begin_met, begin)
