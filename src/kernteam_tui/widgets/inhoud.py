"""What stands between header and footer."""

from __future__ import annotations

from textual.containers import Vertical


class Inhoud(Vertical):
    """Gives way when a notification needs a line; the field with the focus stays in view."""

    def on_resize(self) -> None:
        self.call_after_refresh(self._houd_focus_in_beeld)

    def _houd_focus_in_beeld(self) -> None:
        focus = self.screen.focused if self.is_attached else None
        if focus is not None and self in focus.ancestors:
            focus.scroll_visible(animate=False)
