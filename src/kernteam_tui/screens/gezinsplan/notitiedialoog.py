"""Paragraphs of the notes of this casus, to take over in a section of the plan."""

from __future__ import annotations

import textwrap
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kernteam_tui.domain.datumtekst import moment_kort
from kernteam_tui.domain.merken import Alinea, is_citaat
from kernteam_tui.screens.dialogen import Dialoog
from kernteam_tui.services.notitiebron import Bronalinea, Bronnotitie, Notitiebron
from kernteam_tui.widgets.optielijst import Optielijst
from kernteam_tui.widgets.tekst import ZACHT, Tekst

_BREED = 62
"""Cells of a line in the list, past the box to tick."""
_REGELS = 4
"""A longer paragraph is shown so far; all of it is taken over."""
_INSPRING = " " * 4
_TOETSEN = "spatie aanvinken   Enter overnemen   Esc terug"
_UITLEG = "‘Citaat van …’ komt in hun woorden, de rest in jouw toelichting."


class Notitiedialoog(Dialoog[tuple[Alinea, ...]]):
    """Answers with the paragraphs that were ticked, in their order; with the marked one where none was."""

    BINDINGS: ClassVar[list[Any]] = [Binding("space", "vink", "aanvinken", show=False, id="bron_vink")]

    def __init__(self, onderdeel: str, bron: Notitiebron) -> None:
        super().__init__(f"Uit notities: {onderdeel}")
        self._bron = bron
        self._alineas: list[Bronalinea | None] = []
        """What stands on each line of the list; None for the heading of a note."""
        self._gekozen: set[int] = set()

    def inhoud(self) -> ComposeResult:
        opties = []
        for notitie in self._bron.notities:
            self._alineas.append(None)
            opties.append(Option(_kop(notitie), disabled=True))
            for alinea in notitie.alineas:
                self._alineas.append(alinea)
                opties.append(Option(_regel(alinea, gekozen=False)))
        yield Optielijst(*opties, id="bron-lijst")
        yield Tekst(_TOETSEN, classes="zacht")
        yield Tekst(_UITLEG, classes="zacht")
        rest = _niet_hier(self._bron)
        if rest:
            yield Tekst(rest, classes="zacht")

    @property
    def _lijst(self) -> Optielijst:
        return self.query_one("#bron-lijst", Optielijst)

    def on_mount(self) -> None:
        self._lijst.highlighted = 1

    def action_vink(self) -> None:
        nummer = self._lijst.highlighted
        alinea = self._alineas[nummer] if nummer is not None else None
        if nummer is None or alinea is None:
            return
        self._gekozen ^= {nummer}
        regel = _regel(alinea, gekozen=nummer in self._gekozen)
        self._lijst.replace_option_prompt_at_index(nummer, regel)

    @on(OptionList.OptionSelected)
    def _overnemen(self, event: OptionList.OptionSelected) -> None:
        nummers = sorted(self._gekozen) or [event.option_index]
        gekozen = (self._alineas[nummer] for nummer in nummers)
        self.dismiss(tuple(bron.alinea for bron in gekozen if bron is not None))


def _kop(notitie: Bronnotitie) -> Content:
    delen = [notitie.soort.label, moment_kort(notitie.moment)]
    delen += [notitie.met_wie] if notitie.met_wie.strip() else []
    delen += ["concept"] if notitie.concept else []
    kop = Content.styled(" · ".join(delen), "bold $primary")
    return kop + Content.styled("  hoort bij dit onderdeel", ZACHT) if notitie.hoort_erbij else kop


def _regel(bron: Bronalinea, *, gekozen: bool) -> Content:
    regels = textwrap.wrap(bron.alinea.met_merk, _BREED, max_lines=_REGELS, placeholder=" …") or [""]
    tekst = Content(f"[{'x' if gekozen else ' '}] " + f"\n{_INSPRING}".join(regels))
    zacht = [f"wordt een citaat van {bron.alinea.van}"] if is_citaat(bron.alinea) else []
    zacht += ["staat er al"] if bron.staat_er_al else []
    return tekst + Content.styled(f"\n{_INSPRING}({', '.join(zacht)})", ZACHT) if zacht else tekst


def _niet_hier(bron: Notitiebron) -> str:
    """Says of a note that is not here only that it is not: the family may look along."""
    delen = []
    if bron.over_meldcode:
        aantal = bron.over_meldcode
        delen.append(
            "Eén notitie staat er niet bij." if aantal == 1 else f"{aantal} notities staan er niet bij."
        )
    if bron.ouder:
        delen.append(f"Nog {bron.ouder} oudere: die vind je met zoeken.")
    return " ".join(delen)
