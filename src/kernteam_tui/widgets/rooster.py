"""Weekly presence: people down, ma-vr with ochtend and middag across."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import events, on
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from kernteam_tui.domain.datumtekst import SCHOOLDAGEN
from kernteam_tui.widgets.tekst import ZACHT
from kernteam_tui.widgets.velden import Veld

DAGDELEN = ("ochtend", "middag")
VAKKEN = tuple(f"{dag}-{deel}" for dag in SCHOOLDAGEN for deel in DAGDELEN)
NAAM_BREED = 22
DAG_BREED = 8
AAN, UIT = "■", "·"


class Roosterblok(Widget, can_focus=True):
    """The grid itself. Arrows move, space toggles; `d` toggles the whole day."""

    DEFAULT_CSS = """
    Roosterblok { height: auto; width: auto; padding: 0 1; }
    """

    rij: reactive[int] = reactive(0)
    kolom: reactive[int] = reactive(0)

    class Veranderd(Message):
        """A dagdeel was set or cleared."""

    def __init__(self, rijen: Sequence[tuple[str, str]], *, id: str) -> None:
        super().__init__(id=id)
        self.rijen: list[tuple[str, str]] = list(rijen)
        self.aan: dict[str, set[str]] = {}

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual's signature
        return NAAM_BREED + DAG_BREED * len(SCHOOLDAGEN)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - as above
        return len(self.rijen) + 2

    def render(self) -> Content:
        dagen = Content(" " * NAAM_BREED + "".join(f"{dag:^{DAG_BREED}}" for dag in SCHOOLDAGEN)).stylize(
            "bold"
        )
        delen = Content(" " * NAAM_BREED + f"{'o  m':^{DAG_BREED}}" * len(SCHOOLDAGEN)).stylize(ZACHT)
        return Content("\n").join([dagen, delen, *(self._regel(nummer) for nummer in range(len(self.rijen)))])

    def _regel(self, nummer: int) -> Content:
        sleutel, naam = self.rijen[nummer]
        hier = self.has_focus and nummer == self.rij
        regel = Content(naam).truncate(NAAM_BREED - 1, ellipsis=True)
        regel = regel.pad_right(NAAM_BREED - regel.cell_length)
        if hier:
            regel = regel.stylize("bold $primary")
        for plaats, vak in enumerate(VAKKEN):
            aan = vak in self.aan.get(sleutel, ())
            teken = Content(f" {AAN if aan else UIT} ")
            if hier and plaats == self.kolom:
                teken = teken.stylize("reverse")
            elif aan:
                teken = teken.stylize("$primary")
            regel = regel + (Content(" ") + teken if plaats % 2 == 0 else teken + Content(" "))
        return regel

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        beweging = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}.get(event.key)
        if beweging is not None:
            self._beweeg(*beweging)
        elif event.key in ("home", "end"):
            self.kolom = 0 if event.key == "home" else len(VAKKEN) - 1
        elif event.key == "space":
            self._wissel([VAKKEN[self.kolom]])
        elif event.key == "d":
            eerste = self.kolom - self.kolom % 2
            self._wissel(list(VAKKEN[eerste : eerste + 2]))
        else:
            return
        event.stop()
        event.prevent_default()

    def _beweeg(self, omlaag: int, opzij: int) -> None:
        self.rij = min(max(0, len(self.rijen) - 1), max(0, self.rij + omlaag))
        self.kolom = min(len(VAKKEN) - 1, max(0, self.kolom + opzij))

    def on_click(self, event: events.Click) -> None:
        plek = event.get_content_offset_capture(self)
        rij, x = plek.y - 2, plek.x - NAAM_BREED
        if not 0 <= rij < len(self.rijen) or not 0 <= x < DAG_BREED * len(SCHOOLDAGEN):
            return
        self.rij = rij
        self.kolom = x // DAG_BREED * 2 + (x % DAG_BREED >= DAG_BREED // 2)
        self._wissel([VAKKEN[self.kolom]])

    def _wissel(self, vakken: list[str]) -> None:
        """All of them on, or all off when they were on already."""
        if not self.rijen:
            return
        mijn = self.aan.setdefault(self.rijen[self.rij][0], set())
        if mijn.issuperset(vakken):
            mijn.difference_update(vakken)
        else:
            mijn.update(vakken)
        self.refresh()
        self.post_message(self.Veranderd())


class Aanwezigheidsrooster(Veld):
    """A form row with the grid. The value: key of a person -> list of `di-ochtend`, in week order."""

    DEFAULT_CSS = """
    Aanwezigheidsrooster > .veld-regel { layout: vertical; }
    Aanwezigheidsrooster .veld-label { width: 1fr; }
    Aanwezigheidsrooster .veld-uitleg, Aanwezigheidsrooster .veld-fout { padding-left: 1; }
    """

    def __init__(
        self,
        id: str,
        rijen: Sequence[tuple[str, str]],
        *,
        label: str = "Aanwezig op school",
        uitleg: str = "pijltjes bewegen, spatie zet een dagdeel aan of uit, d de hele dag",
        waarde: dict[str, list[str]] | None = None,
    ) -> None:
        """`rijen`: (key, name) of each person."""
        super().__init__(id, label, uitleg=uitleg)
        self._invoer = Roosterblok(rijen, id=self.invoer_id)
        self.waarde = waarde or {}

    def invoer(self) -> Widget:
        return self._invoer

    def zet_rijen(self, rijen: Sequence[tuple[str, str]]) -> None:
        """Other people; what was set for who stays is kept."""
        self._invoer.rijen = list(rijen)
        self._invoer.rij = min(self._invoer.rij, max(0, len(rijen) - 1))
        self._invoer.refresh(layout=True)

    @property
    def waarde(self) -> dict[str, list[str]]:
        aan = self._invoer.aan
        return {
            sleutel: [vak for vak in VAKKEN if vak in aan.get(sleutel, ())]
            for sleutel, _ in self._invoer.rijen
        }

    @waarde.setter
    def waarde(self, waarde: Any) -> None:
        self._invoer.aan = {sleutel: set(vakken) & set(VAKKEN) for sleutel, vakken in (waarde or {}).items()}
        self._invoer.refresh()

    @on(Roosterblok.Veranderd)
    def _veranderd(self, event: Roosterblok.Veranderd) -> None:
        event.stop()
        self.meld_wijziging()
