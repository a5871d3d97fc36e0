"""The fourteen sections, each with a sign that is readable without colour."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kernteam_tui.domain.planstaat import Staat
from kernteam_tui.screens.gezinsplan.ouderregel import ouderhints
from kernteam_tui.services.planbeeld import OnderdeelBeeld
from kernteam_tui.widgets.optielijst import Optielijst
from kernteam_tui.widgets.tekst import ZACHT

_TEKENS = {Staat.GEVULD: ("✓", "$success"), Staat.LEEG: ("–", ZACHT), Staat.MIST: ("!", "$warning")}
_INSPRING = " " * 5


class Onderdelenlijst(Optielijst):
    """The section under the cursor is the one that is open; Enter goes into it."""

    DEFAULT_CSS = """
    Onderdelenlijst { border: none; padding: 0; background: $background; scrollbar-size-vertical: 1; }
    Onderdelenlijst:focus { border: none; background-tint: $background 0%; }
    """

    class Bericht(Message):
        """About one section."""

        def __init__(self, sleutel: str) -> None:
            super().__init__()
            self.sleutel = sleutel

    class Gemarkeerd(Bericht):
        """The user moved to another section."""

    class Gekozen(Bericht):
        """The user wants to write in it."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._sleutels: list[str] = []
        self._open = ""

    def toon(self, onderdelen: Sequence[OnderdeelBeeld], open_sleutel: str) -> None:
        """Show these; the cursor goes to the open one."""
        self._sleutels = [onderdeel.sleutel for onderdeel in onderdelen]
        self._open = open_sleutel
        prompts = [_regel(onderdeel) for onderdeel in onderdelen]
        if self.option_count != len(prompts):
            self.clear_options()
            self.add_options(Option(prompt) for prompt in prompts)
        else:
            for nummer, prompt in enumerate(prompts):
                if self.get_option_at_index(nummer).prompt != prompt:
                    self.replace_option_prompt_at_index(nummer, prompt)
        self.markeer(open_sleutel)

    def markeer(self, sleutel: str) -> None:
        """Put the cursor on the section that is open."""
        self._open = sleutel
        self.highlighted = self._sleutels.index(sleutel)

    def buur(self, sleutel: str, stap: int) -> str:
        """The section so many steps further; after the last comes the first."""
        return self._sleutels[(self._sleutels.index(sleutel) + stap) % len(self._sleutels)]

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        sleutel = self._sleutels[event.option_index]
        if sleutel != self._open and self.highlighted == event.option_index:
            self.post_message(self.Gemarkeerd(sleutel))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Gekozen(self._sleutels[event.option_index]))


def _regel(onderdeel: OnderdeelBeeld) -> Content:
    teken, kleur = _TEKENS[onderdeel.staat]
    regel = Content(f"{onderdeel.nr:>2} ") + Content.styled(teken, kleur) + Content(f" {onderdeel.titel}")
    hints = []
    if onderdeel.hint:
        let_op = onderdeel.staat is Staat.MIST
        hints.append(Content.styled(onderdeel.hint, "$warning" if let_op else ZACHT))
    hints += [Content.styled(hint, ZACHT) for hint in ouderhints(onderdeel)]
    return Content(f"\n{_INSPRING}").join([regel, *hints])
