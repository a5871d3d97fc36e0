"""The fields of the open section: each a question and a line to write on, which grows with the text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import TextArea

from kernteam_tui.domain.datumtekst import dag_kort
from kernteam_tui.domain.gezinsplan import Veldwaarde
from kernteam_tui.domain.planformaat import Veld, Veldsoort
from kernteam_tui.domain.veldwaarde import dag_van, past
from kernteam_tui.services.planbeeld import VeldBeeld
from kernteam_tui.widgets.datumlezen import lees_datum
from kernteam_tui.widgets.schrijfvlak import Schrijfvlak
from kernteam_tui.widgets.tekst import Tekst

PAST_NIET = {
    Veldsoort.DAG: "Dit is nog geen dag; typ bijvoorbeeld 24-11 of di.",
    Veldsoort.CIJFER: "Dit is nog geen cijfer van 0 tot en met 10.",
}
"""Said under a field; what is written there is kept all the same."""


class Veldvlak(Schrijfvlak):
    """A day or a mark is one line: Enter goes on to the next field."""

    een_regel = False

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and self.een_regel:
            event.stop()
            event.prevent_default()
            self.screen.focus_next()
            return
        await super()._on_key(event)


class Veldregel(Horizontal):
    """One field."""

    def __init__(self, nummer: int) -> None:
        super().__init__(id=f"veld-{nummer}", classes="plan-veld")
        self.vlak = Veldvlak(id=f"veld-{nummer}-tekst")
        self._vraag = Tekst(classes="plan-veld-vraag")
        self._gelezen = Tekst(classes="plan-veld-gelezen")
        self._veld = Veld("", "")
        self._vandaag = date.min

    def compose(self) -> ComposeResult:
        yield self._vraag
        with Vertical(classes="plan-veld-rechts"):
            yield self.vlak
            yield self._gelezen

    def toon(self, veld: Veld, tekst: str, vandaag: date) -> None:
        """Ask this. `vandaag`: the day from which a day without a year is reckoned."""
        self._veld, self._vandaag = veld, vandaag
        self._vraag.update(veld.vraag)
        self.vlak.placeholder = veld.hulp
        self.vlak.een_regel = veld.soort is not Veldsoort.TEKST
        self.vlak.load_text(_om_te_lezen(veld, tekst))
        self._toon_gelezen()

    @property
    def waarde(self) -> Veldwaarde:
        """As it is kept: a day as `2026-11-22`, what is no day as it was written."""
        tekst = self.vlak.text.strip()
        dag = lees_datum(tekst, self._vandaag) if self._veld.soort is Veldsoort.DAG else None
        return Veldwaarde(self._veld.sleutel, tekst if dag is None else dag.isoformat())

    @on(TextArea.Changed)
    def _toon_gelezen(self) -> None:
        """The message goes on to the section, which saves."""
        tekst = self.waarde.tekst
        dag = dag_van(tekst) if self._veld.soort is Veldsoort.DAG else None
        delen = [f"{dag_kort(dag)} {dag.year}"] if dag else []
        delen += [] if past(self._veld.soort, tekst) else [PAST_NIET[self._veld.soort]]
        delen += [self._veld.herkomst] if self._veld.herkomst else []
        self._gelezen.update(" · ".join(delen))
        self._gelezen.display = bool(delen)


class Veldenvak(Vertical):
    """All fields of a section; not there where the section has none."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._regels: list[Veldregel] = []
        self._velden: tuple[Veld, ...] = ()

    def toont(self, velden: Sequence[VeldBeeld]) -> bool:
        """Whether it asks just this."""
        return self._velden == tuple(beeld.veld for beeld in velden)

    def toon(self, velden: Sequence[VeldBeeld], waarden: Sequence[Veldwaarde], vandaag: date) -> None:
        """Ask this, with this filled in. Lines are used again: their ids stay, for a cursor to return to."""
        self._velden = tuple(beeld.veld for beeld in velden)
        self.display = bool(velden)
        teksten = {waarde.sleutel: waarde.tekst for waarde in waarden}
        for veld, regel in zip(self._velden, self._genoeg_regels(), strict=False):
            regel.toon(veld, teksten.get(veld.sleutel, ""), vandaag)
        for nummer, regel in enumerate(self._regels):
            regel.display = nummer < len(self._velden)

    def verstil(self, stil: bool) -> None:
        """Not to be seen and not to be written in, though it stays in the plan: not for who looks along."""
        self.display = bool(self._velden) and not stil
        self.disabled = stil

    def focus_eerste(self) -> None:
        """Into the first field; `display` says whether there is one."""
        self.call_after_refresh(self._regels[0].vlak.focus)

    @property
    def waarden(self) -> tuple[Veldwaarde, ...]:
        """What is filled in, in the order of the fields."""
        shown = (regel.waarde for regel, _ in zip(self._regels, self._velden, strict=False))
        return tuple(waarde for waarde in shown if waarde.tekst)

    def _genoeg_regels(self) -> list[Veldregel]:
        extra = [Veldregel(nummer) for nummer in range(len(self._regels), len(self._velden))]
        self._regels += extra
        if extra:
            self.mount(*extra)
        return self._regels


def _om_te_lezen(veld: Veld, tekst: str) -> str:
    """A day as people write it: `22-11-2026`."""
    dag = dag_van(tekst) if veld.soort is Veldsoort.DAG else None
    return tekst if dag is None else f"{dag.day}-{dag.month}-{dag.year}"
