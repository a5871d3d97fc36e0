"""A form that holds one draft value and saves it by itself, encrypted, while the user types."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens import plekken
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.bewaarder import Bewaarder
from kernteam_tui.screens.register import Argument
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Veld

T = TypeVar("T")

KLAAR = Opdracht("klaar_maken", "ctrl+s", "klaar", "Dit formulier afronden")


class FormulierScreen(KernteamScreen):
    """A subclass gives `concept_sleutel()`, `velden()` and `afronden()`.

    `waarde` is the truth: id of a field -> plain JSON value. The widgets follow it.
    """

    OPDRACHTEN: ClassVar[tuple[Opdracht, ...]] = (KLAAR,)
    VERDER: ClassVar[str] = "verder waar je gebleven was"
    """Said where a draft is opened again."""
    TYPEN = True
    LETTERS_OVERAL = False

    def __init__(self, **argumenten: Argument) -> None:
        super().__init__(**argumenten)
        self.waarde: dict[str, Any] = {}
        self._begonnen = False
        self._bewaarder: Bewaarder[dict[str, Any]] | None = None

    # --- what a subclass defines --------------------------------------------------------

    def concept_sleutel(self) -> str:
        """Key of the draft, bound to form and record (`aanmelding:nieuw`); empty: nothing is kept."""
        return ""

    def velden(self) -> ComposeResult:
        """The rows."""
        yield from ()

    def beginwaarde(self) -> dict[str, Any]:
        """The value of an untouched form."""
        return {}

    def afronden(self) -> None:
        """Send the command with `rond_af`; called when nothing required is missing. End with `klaar()`."""

    def begonnen(self) -> None:
        """Begin value and draft stand in the fields: the place to add rows that the value asks for."""

    def gewijzigd(self, veld_id: str) -> None:
        """A user changed that field: the place to show or hide rows."""

    # --- the form -----------------------------------------------------------------------

    def inhoud(self) -> ComposeResult:
        with VerticalScroll(id="formulier", can_focus=False):
            yield from self.velden()
        yield Tekst(id="staat", classes="zacht")

    def laad(self) -> None:
        """Begin with `beginwaarde()`; override to ask a service first, and end with `begin_met`."""
        self.begin_met(self.beginwaarde())

    def ververs(self) -> None:
        """Nothing: what the user is typing stays."""

    def begin_met(self, begin: dict[str, Any]) -> None:
        """Show `begin`, and over it the draft when there is one."""
        sleutel = self.concept_sleutel()
        if not sleutel:
            self._toon_begin(begin, None)
            return
        concepten = self.kernteam.concepten
        sessie = self.kernteam.sessie
        self._bewaarder = Bewaarder(
            self, self._kopie, partial(concepten.save_concept, sessie, sleutel), self._toon_staat
        )
        self.lees(
            concepten.load_concept,
            sleutel,
            bij_klaar=lambda concept: self._toon_begin(begin, concept),
            groep="concept",
        )

    def _toon_begin(self, begin: dict[str, Any], concept: dict[str, Any] | None) -> None:
        onbewaard = self.te_herstellen.niet_bewaard if self.te_herstellen is not None else None
        getypt = {} if self._begonnen else self.waarde  # what was typed while the draft was on its way
        self.waarde = {**begin, **(concept or {}), **(onbewaard or {}), **getypt}
        self._begonnen = True
        for veld in self.query(Veld):
            if veld.id in self.waarde:
                veld.waarde = self.waarde[veld.id]
            else:
                self.waarde[veld.id or ""] = veld.waarde
            self.gewijzigd(veld.id or "")
        if onbewaard or getypt:
            self._typ()
        elif concept:
            self._toon_staat(self.VERDER)
        self.begonnen()
        if self.focused is None or not plekken.kan_focus(self.focused):  # or its row has just been hidden
            self._focus_eerste()

    def _focus_eerste(self) -> None:
        eerste = next((veld for veld in self.query(Veld) if veld.display), None)
        if eerste is not None:
            eerste.focus_invoer()

    def _kopie(self) -> dict[str, Any]:
        return dict(self.waarde)

    @on(Veld.Gewijzigd)
    def _veld_gewijzigd(self, event: Veld.Gewijzigd) -> None:
        naam = event.veld.id or ""
        waarde = event.veld.waarde
        if self._begonnen and self.waarde.get(naam) == waarde:
            return  # the form itself set it
        if not self._begonnen and event.veld.leeg:
            return  # the event of an empty field being made
        self.waarde[naam] = waarde
        self.gewijzigd(naam)
        self._typ()

    def _typ(self) -> None:
        if self._bewaarder is not None:
            self._bewaarder.gewijzigd()

    def veld(self, veld_id: str) -> Veld:
        """The row with that id."""
        return self.query_one(f"#{veld_id}", Veld)

    def zet(self, veld_id: str, waarde: Any) -> None:
        """Set a value and show it."""
        self.waarde[veld_id] = waarde
        self.veld(veld_id).waarde = waarde
        self._typ()

    def ontbrekend(self) -> dict[str, str]:
        """What keeps the form from being finished: id of a shown field -> Dutch sentence."""
        return {veld.id or "": zin for veld in self.query(Veld) if veld.display and (zin := veld.controle())}

    def toon_fouten(self, fouten: dict[str, str]) -> None:
        """Show a sentence under each of these fields and put the cursor in the first."""
        for veld in self.query(Veld):
            veld.fout(fouten.get(veld.id or "", ""))
        eerste = next((veld for veld in self.query(Veld) if veld.id in fouten), None)
        if eerste is not None:
            eerste.focus_invoer()
            eerste.call_after_refresh(eerste.scroll_visible, animate=False)  # with the sentence under it

    def action_klaar_maken(self) -> None:
        """After the letters typed just before: they may still be on their way to their field."""
        veld = self.focused or self
        veld.call_later(self.call_later, self._maak_klaar)

    def _maak_klaar(self) -> None:
        self._neem_laatste_over()
        fouten = self.ontbrekend()
        self.toon_fouten(fouten)
        if not fouten:
            self.afronden()

    def rond_af(self, functie: Callable[..., T], *args: Any, **kw: Any) -> None:
        """As `doe`, for the write that finishes the form: it forgets the draft in the same transaction."""
        self.rondt_af(self.concept_sleutel())
        self.doe(self._bewaarder.sluitend(functie) if self._bewaarder else functie, *args, **kw)

    def klaar(self) -> None:
        """The form was finished: the draft is forgotten, unless `rond_af` did so already."""
        if self._bewaarder is None or self._bewaarder.gesloten:
            return
        self._bewaarder.sluit()
        self.doe(self.kernteam.concepten.drop_concept, self.concept_sleutel())

    def _toon_staat(self, tekst: str) -> None:
        for regel in self.query("#staat"):
            regel.update(tekst)  # type: ignore[attr-defined]  # a Tekst; query, because the screen may be closing

    # --- locking ------------------------------------------------------------------------------

    def bewaar_nu(self) -> None:
        self._neem_laatste_over()
        if self._bewaarder is not None:
            self._bewaarder.nu()

    def _neem_laatste_over(self) -> None:
        """A key pressed just now may still be on its way as a message."""
        if not self._begonnen:
            return
        for veld in self.query(Veld):
            if self.waarde.get(veld.id or "") != veld.waarde:
                self.waarde[veld.id or ""] = veld.waarde
                self._typ()

    def onbewaard(self) -> dict[str, Any]:
        return self._kopie()
