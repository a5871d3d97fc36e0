"""A list of options that takes every key, also before it has a place on the screen."""

from __future__ import annotations

from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Optielijst(OptionList):
    """As Textual's OptionList, with markup off.

    Textual's page keys fail in a list that has no lines yet: just made, or in a window too small for it.
    """

    def __init__(self, *opties: Option, id: str) -> None:
        super().__init__(*opties, id=id, markup=False)

    def action_page_up(self) -> None:
        if self._heeft_regels:
            super().action_page_up()

    def action_page_down(self) -> None:
        if self._heeft_regels:
            super().action_page_down()

    @property
    def _heeft_regels(self) -> bool:
        return bool(self.scrollable_content_region)
