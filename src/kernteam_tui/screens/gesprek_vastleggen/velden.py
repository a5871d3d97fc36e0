"""Rows that only this form has: an action with a proposal, and an agreement to tell a partner."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Select

from kernteam_tui.domain.codes import Niveau, TerugkoppelMoment
from kernteam_tui.domain.datumtekst import dag_kort_op
from kernteam_tui.widgets.datumlezen import lees_datum
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.optielijst import Uitklapveld
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Veld
from kernteam_tui.widgets.vinklijst import Vinklijst

_NIVEAUS = (
    (Niveau.GESTART_GESTOPT, "alleen gestart/gestopt"),
    (Niveau.PROCES, Niveau.PROCES.label),
    (Niveau.INHOUD, Niveau.INHOUD.label),
)

_KLAAR, _STOND = "klaar", "stond"


class _Voorstelinvoer(Invoer):
    """While it is empty, arrow right takes the grey proposal over."""

    def on_key(self, event: events.Key) -> None:
        if event.key == "right" and not self.value and self.placeholder:
            event.stop()
            event.prevent_default()
            self.value = self.placeholder
            self.cursor_position = len(self.value)


class Actieveld(Veld):
    """What a partner does next, and by when. Value: `{"wat": str, "op": str}`, the day as it was typed."""

    DEFAULT_CSS = """
    Actieveld .actie-op { width: 13; margin-left: 1; }
    Actieveld .actie-gelezen { width: 15; padding-left: 1; color: $text-muted; }
    Actieveld _Voorstelinvoer { width: 1fr; }
    """

    def __init__(self, id: str, label: str, vandaag: date, voorstel: str) -> None:
        uitleg = "→ neemt het grijze voorstel over; daarachter vóór welke dag" if voorstel else ""
        super().__init__(id, label, uitleg=uitleg)
        self._vandaag = vandaag
        self._wat = _Voorstelinvoer(placeholder=voorstel, id=self.invoer_id, select_on_focus=False)
        self._op = Invoer(placeholder="vóór dag", id=f"{id}-op", classes="actie-op")
        self._gelezen = Tekst(classes="actie-gelezen")

    def invoer(self) -> Widget:
        return Horizontal(self._wat, self._op, self._gelezen, classes="veld-regel")

    @property
    def waarde(self) -> dict[str, str]:
        return {"wat": self._wat.value, "op": self._op.value}

    @waarde.setter
    def waarde(self, waarde: Any) -> None:
        self._wat.value = waarde.get("wat", "")
        self._op.value = waarde.get("op", "")

    @property
    def leeg(self) -> bool:
        return not any(self.waarde.values())

    @property
    def op(self) -> date | None:
        """The day; None when empty or not understood."""
        return lees_datum(self._op.value, self._vandaag)

    def controle(self) -> str:
        if self._op.value.strip() and self.op is None:
            return "Deze datum ken ik niet. Typ bijvoorbeeld 4-12 of vr."
        if self._op.value.strip() and not self._wat.value.strip():
            return "Vul in wat er gebeurt, of haal de dag weg."
        return ""

    @on(Invoer.Changed)
    def _veranderd(self, event: Invoer.Changed) -> None:
        event.stop()
        self._gelezen.update(dag_kort_op(self.op, self._vandaag) if self.op else "")
        self.meld_wijziging()


class Afvinkveld(Actieveld):
    """An action that was agreed before, with a box for "done". Value: as `Actieveld`, with `klaar` (bool) and
    `stond` (bool: whether it was done when the form was begun).

    The box belongs to the words beside it: with other words it is empty again.
    """

    def __init__(self, id: str, label: str, vandaag: date, voorstel: str) -> None:
        super().__init__(id, label, vandaag, voorstel)
        self._uitleg = "spatie op het vakje zet gedaan aan of uit"
        self._klaar = Vinklijst([("gedaan", _KLAAR)], id=f"{id}-klaar")
        self._klaar_bij = ""
        self._stond = False

    def invoer(self) -> Widget:
        return Vertical(super().invoer(), self._klaar, classes="veld-regel")

    @property
    def klaar(self) -> bool:
        """It is done."""
        return bool(self._klaar.aan)

    @property
    def waarde(self) -> dict[str, Any]:
        return {"wat": self._wat.value, "op": self._op.value, _KLAAR: self.klaar, _STOND: self._stond}

    @waarde.setter
    def waarde(self, waarde: Any) -> None:
        self._wat.value, self._op.value = waarde.get("wat", ""), waarde.get("op", "")
        self._stond = bool(waarde.get(_STOND))
        self._vink(bool(waarde.get(_KLAAR)))

    def staat_nu(self, wat: str, klaar: bool) -> None:
        """What is kept of it now, which may be newer than a half form. That counts, unless the box was
        touched in this form or stands beside other words."""
        if self.klaar == self._stond and self._wat.value.strip() == wat.strip():
            self._vink(klaar)
        self._stond = klaar

    def _vink(self, klaar: bool) -> None:
        self._klaar.zet((_KLAAR,) if klaar else ())
        self._klaar_bij = self._wat.value.strip()

    @on(Vinklijst.Veranderd)
    def _afgevinkt(self, event: Vinklijst.Veranderd) -> None:
        event.stop()
        self._vink(self.klaar)
        self.meld_wijziging()

    @on(Invoer.Changed)
    def _andere_woorden(self) -> None:
        if self.klaar and self._wat.value.strip() != self._klaar_bij:
            self._vink(False)


class Terugkoppelveld(Veld):
    """Who hears what, when (S32).

    Value: `{"niveau": …, "moment": …, "op": str}`; without a niveau nothing was agreed.
    """

    DEFAULT_CSS = """
    Terugkoppelveld Select { width: 1fr; max-width: 32; }
    Terugkoppelveld Select > SelectCurrent { border: none; padding: 0 1; height: 1; background: $surface; }
    Terugkoppelveld Select:focus > SelectCurrent { background: $panel; }
    Terugkoppelveld Select > SelectOverlay { border: solid $secondary; max-height: 8; }
    Terugkoppelveld .-moment { margin-left: 1; }
    Terugkoppelveld .terug-op { display: none; width: 13; margin-left: 1; }
    Terugkoppelveld.-op-datum .terug-op { display: block; }
    Terugkoppelveld.-niets .-moment { display: none; }
    """

    def __init__(self, id: str, label: str, vandaag: date) -> None:
        super().__init__(id, label)
        self._vandaag = vandaag
        self._niveau = _keuze(
            [(tekst, code.value) for code, tekst in _NIVEAUS], "niets afgesproken", self.invoer_id
        )
        self._moment = _keuze([(m.label, m.value) for m in TerugkoppelMoment], "wanneer …", f"{id}-moment")
        self._moment.add_class("-moment")
        self._op = Invoer(placeholder="dag", id=f"{id}-op", classes="terug-op")

    def compose(self) -> ComposeResult:
        yield from super().compose()
        self._schik()

    def invoer(self) -> Widget:
        return Horizontal(self._niveau, self._moment, self._op, classes="veld-regel")

    @property
    def waarde(self) -> dict[str, str]:
        return {"niveau": _gekozen(self._niveau), "moment": _gekozen(self._moment), "op": self._op.value}

    @waarde.setter
    def waarde(self, waarde: Any) -> None:
        self._niveau.value = waarde.get("niveau") or Select.NULL
        self._moment.value = waarde.get("moment") or Select.NULL
        self._op.value = waarde.get("op", "")
        self._schik()

    @property
    def leeg(self) -> bool:
        return not self.waarde["niveau"]

    @property
    def op(self) -> date | None:
        """The day, where the moment is a day; None when not understood."""
        if self.waarde["moment"] != TerugkoppelMoment.OP_DATUM:
            return None
        return lees_datum(self._op.value, self._vandaag)

    def controle(self) -> str:
        if self.leeg:
            return ""
        if not self.waarde["moment"]:
            return "Kies wanneer je dit terugkoppelt."
        if self.waarde["moment"] == TerugkoppelMoment.OP_DATUM and self.op is None:
            return "Vul een dag in, bijvoorbeeld 4-12 of +14."
        return ""

    def _schik(self) -> None:
        self.set_class(self.leeg, "-niets")
        self.set_class(not self.leeg and self.waarde["moment"] == TerugkoppelMoment.OP_DATUM, "-op-datum")

    @on(Select.Changed)
    @on(Invoer.Changed)
    def _veranderd(self, event: Select.Changed | Invoer.Changed) -> None:
        event.stop()
        self._schik()
        self.meld_wijziging()


def _keuze(opties: Sequence[tuple[str, str]], leeg: str, id: str) -> Select[str]:
    return Uitklapveld([(Content(tekst), waarde) for tekst, waarde in opties], prompt=leeg, id=id)


def _gekozen(keuze: Select[str]) -> str:
    return keuze.value if isinstance(keuze.value, str) else ""
