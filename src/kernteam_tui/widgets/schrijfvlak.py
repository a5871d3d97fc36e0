"""A plain text area: no languages, no function keys of its own, Tab goes to the next field."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

from kernteam_tui.widgets.invoer import zonder_nul
from kernteam_tui.widgets.regelvoorraad import Regelvoorraad
from kernteam_tui.widgets.vertrek import lege_regels

_WEG = frozenset({"f6", "f7", "ctrl+f"})


class _Stijl(TextAreaTheme):
    """The colours of the stylesheet, looked up when they may have changed and not at every key."""

    gelezen = -1

    def apply_css(self, text_area: TextArea) -> None:
        beurt = text_area.stijlbeurt if isinstance(text_area, Schrijfvlak) else -1
        if beurt != self.gelezen:
            super().apply_css(text_area)
            self.gelezen = beurt


class Schrijfvlak(TextArea, inherit_bindings=False):
    """As Textual's TextArea without its f6, f7 and ctrl+f, which are commands of the program."""

    DEFAULT_CSS = """
    Schrijfvlak { border: none; padding: 0 1; background: $surface; }
    Schrijfvlak:focus { border: none; background: $panel; }
    Schrijfvlak .text-area--cursor-line { background: transparent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            binding
            for binding in TextArea.BINDINGS
            if isinstance(binding, Binding) and not _WEG & set(binding.key.split(","))
        ),
        Binding("ctrl+home", "naar_begin", "begin van de tekst", show=False),
        Binding("ctrl+end", "naar_eind", "eind van de tekst", show=False),
    ]

    def __init__(self, tekst: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        self._voorraad = Regelvoorraad(self)
        self.stijlbeurt = 0
        """How often another style was put on it."""
        super().__init__(tekst, soft_wrap=True, show_line_numbers=False, id=id, classes=classes)
        self.cursor_blink = False
        self.register_theme(_Stijl("kernteam"))
        self.theme = "kernteam"

    def render_lines(self, crop: Region) -> list[Strip]:
        if not self.is_attached:
            return lege_regels(crop)
        self._voorraad.past_bij(self.scrollable_content_region.width)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A line without the cursor looks as it did the last time this text was drawn."""
        sleutel = self._voorraad.sleutel(y)
        if sleutel is None:
            return super().render_line(y)
        return self._voorraad.regel(sleutel, y, super().render_line)

    def notify_style_update(self) -> None:
        """Another focus or theme: other colours."""
        self.stijlbeurt += 1
        self._voorraad.leeg()
        super().notify_style_update()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a text that is only read ctrl+z is the one of the program: the last change."""
        if action == "undo" and self.read_only:
            return False
        return super().check_action(action, parameters)

    def action_naar_begin(self) -> None:
        """Before the first letter of the whole text."""
        self.move_cursor(self.document.start)

    def action_naar_eind(self) -> None:
        """After the last one."""
        self.move_cursor(self.document.end)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Nothing while the cursor stands on a line that an undo just took away; it is moved right after."""
        if self.cursor_location[0] >= self.document.line_count:
            return Offset(0, 0)
        return super().scroll_cursor_visible(center, animate)

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = zonder_nul(event.text)

    def on_resize(self) -> None:
        """A notification takes a line, or the window became smaller: the line being typed stays in view."""
        if self.has_focus:
            self.call_after_refresh(self.scroll_cursor_visible)

    def on_unmount(self) -> None:
        """Undo and drawn lines keep plain text in memory: forget it when the screen goes (locking)."""
        self.history.clear()
        self._voorraad.leeg()
