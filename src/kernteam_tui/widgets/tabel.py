"""A list of things with columns; at most 300 rows at a time, because a full table makes each key slow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import DataTable
from textual.widgets.data_table import RowKey

from kernteam_tui.widgets.regelplek import plek_na
from kernteam_tui.widgets.tekst import Tekst

PER_BLADZIJDE = 300


@dataclass(frozen=True)
class Kolom:
    """A column: key, heading, and width in cells (None: as wide as its widest cell)."""

    sleutel: str
    kop: str
    breedte: int | None = None


@dataclass(frozen=True)
class Rij:
    """A row: the key by which the screen knows it, and a cell for each column, shown as it is."""

    sleutel: str
    cellen: Sequence[str | Text]


class _Rijen(DataTable[Text]):
    """Home and End go to the first and the last row that is shown, as in every list; Textual's go along the
    columns."""

    BINDINGS = [
        Binding("home", "scroll_top", "eerste", show=False),
        Binding("end", "scroll_bottom", "laatste", show=False),
    ]


class Tabel(Vertical):
    """A table with an empty state. Refilling keeps the cursor on its place."""

    DEFAULT_CSS = """
    Tabel { height: 1fr; }
    Tabel DataTable { height: 1fr; background: $background; scrollbar-size-vertical: 1; }
    Tabel DataTable:focus { background-tint: transparent; }
    Tabel DataTable > .datatable--header { background: $background; color: $text-muted; text-style: none; }
    Tabel DataTable > .datatable--cursor {
        background: $block-cursor-blurred-background; color: $foreground; text-style: none;
    }
    Tabel DataTable:focus > .datatable--cursor {
        background: $block-cursor-background; color: $foreground; text-style: bold;
    }
    Tabel .tabel-leeg, Tabel .tabel-meer { display: none; height: auto; padding: 1 1; color: $text-muted; }
    Tabel .tabel-meer { padding: 0 1; }
    Tabel.-leeg DataTable { display: none; }
    Tabel.-leeg .tabel-leeg { display: block; }
    Tabel.-meer .tabel-meer { display: block; }
    """
    BINDINGS = [
        Binding("greater_than_sign", "blader(1)", "volgende 300", show=False, id="tabel_volgende"),
        Binding("less_than_sign", "blader(-1)", "vorige 300", show=False, id="tabel_vorige"),
    ]

    class Bericht(Message):
        """About one row. Gekozen and Gemarkeerd are siblings: Textual also calls handlers of a base class."""

        def __init__(self, tabel: Tabel, sleutel: str) -> None:
            super().__init__()
            self.tabel = tabel
            self.sleutel = sleutel

        @property
        def control(self) -> Tabel:
            return self.tabel

    class Gekozen(Bericht):
        """Enter on a row, or a click on the row that was already marked."""

    class Gemarkeerd(Bericht):
        """The cursor moved to a row."""

    def __init__(self, kolommen: Sequence[Kolom], leeg: str, *, id: str) -> None:
        """`leeg`: what stands there when there is nothing, and what to do."""
        super().__init__(id=id)
        self._kolommen = kolommen
        self._leeg = leeg
        self._rijen: Sequence[Rij] = ()
        self._sleutels: Sequence[str] = ()
        self._bladzijde = 0
        self._onthouden: str | None = None
        self._tabel = _Rijen(id=f"{id}-tabel", cursor_type="row", zebra_stripes=False)

    def on_resize(self) -> None:
        """The row under the cursor stays in view: the one of that moment, rows may change before it."""
        self.call_after_refresh(lambda: self._tabel.move_cursor(row=self._tabel.cursor_row, animate=False))

    def compose(self) -> ComposeResult:
        for kolom in self._kolommen:
            self._tabel.add_column(Text(kolom.kop), width=kolom.breedte, key=kolom.sleutel)
        yield self._tabel
        yield Tekst(self._leeg, classes="tabel-leeg")
        yield Tekst(classes="tabel-meer")

    @property
    def sleutel(self) -> str | None:
        """Key of the row under the cursor; None in an empty table."""
        if not self._tabel.row_count:
            return None
        return self._zichtbaar()[self._tabel.cursor_row].sleutel

    def vul(self, rijen: Sequence[Rij]) -> None:
        """Show these rows; the cursor stays on the same key, or goes to what took its place (`plek_na`)."""
        oud = self.sleutel or self._onthouden
        self._onthouden = None
        self._rijen = rijen
        sleutels = [rij.sleutel for rij in rijen]
        plaats, self._sleutels = plek_na(oud, self._sleutels, sleutels), sleutels
        self._bladzijde = plaats // PER_BLADZIJDE
        self._teken(plaats % PER_BLADZIJDE)

    def markeer(self, sleutel: str) -> None:
        """Put the cursor on this row, when it is there."""
        plaats = next((nummer for nummer, rij in enumerate(self._rijen) if rij.sleutel == sleutel), None)
        if plaats is None:
            return
        bladzijde, rij_nummer = divmod(plaats, PER_BLADZIJDE)
        if bladzijde != self._bladzijde:
            self._bladzijde = bladzijde
            self._teken(rij_nummer)
        else:
            self._tabel.move_cursor(row=rij_nummer, animate=False)

    def zet_kolommen(self, kolommen: Sequence[Kolom]) -> None:
        """Other columns; empties the table, so `vul` it afterwards. The cursor stays where it was."""
        self._kolommen = kolommen
        self._onthouden = self.sleutel or self._onthouden
        self._rijen = ()
        self._tabel.clear(columns=True)
        for kolom in kolommen:
            self._tabel.add_column(Text(kolom.kop), width=kolom.breedte, key=kolom.sleutel)

    def zet_leeg(self, tekst: str) -> None:
        """Another text for when there is nothing (nothing found, say)."""
        self.query_one(".tabel-leeg", Tekst).update(tekst)

    def action_blader(self, stap: int) -> None:
        """A page of 300 further or back."""
        nieuw = self._bladzijde + stap
        if 0 <= nieuw * PER_BLADZIJDE < len(self._rijen):
            self._bladzijde = nieuw
            self._teken(0)

    def _zichtbaar(self) -> Sequence[Rij]:
        begin = self._bladzijde * PER_BLADZIJDE
        return self._rijen[begin : begin + PER_BLADZIJDE]

    def _teken(self, cursor: int) -> None:
        with self.prevent(DataTable.RowHighlighted):
            self._tabel.clear()
            for rij in self._zichtbaar():
                self._tabel.add_row(
                    *(
                        cel if isinstance(cel, Text) else Text(cel, no_wrap=True, overflow="ellipsis")
                        for cel in rij.cellen
                    ),
                    key=rij.sleutel,
                )
            if self._tabel.row_count:
                self._tabel.move_cursor(row=cursor, animate=False)
        self.set_class(not self._rijen, "-leeg")
        self.set_class(len(self._rijen) > PER_BLADZIJDE, "-meer")
        begin = self._bladzijde * PER_BLADZIJDE
        self.query_one(".tabel-meer", Tekst).update(
            f"{begin + 1}-{begin + len(self._zichtbaar())} van {len(self._rijen)}"
            f"   > volgende {PER_BLADZIJDE}   < vorige {PER_BLADZIJDE}"
        )

    @on(DataTable.RowSelected)
    def _gekozen(self, event: DataTable.RowSelected) -> None:
        event.stop()
        if sleutel := _sleutel_van(event):
            self.post_message(self.Gekozen(self, sleutel))

    @on(DataTable.RowHighlighted)
    def _gemarkeerd(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        if sleutel := _sleutel_van(event):
            self.post_message(self.Gemarkeerd(self, sleutel))


def _sleutel_van(event: DataTable.RowSelected | DataTable.RowHighlighted) -> str | None:
    """Key of the row; None where Textual has none: the rows were replaced while the event was on its way."""
    sleutel: RowKey | None = event.row_key
    return sleutel.value if sleutel is not None else None
