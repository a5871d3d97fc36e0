"""A paper for one reader, looked at before it goes: the readers, the paper itself, and what stays out of it.

What stays out is read by the worker, who may let a part go along where the rules leave that to her.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.widgets.tabel import Tabel
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.voet import Voet

LEZERS, BLAD, WEG = "lezers", "blad", "weg"


class Weggelaten(Protocol):
    """A part that is not on the paper, as a service tells of it."""

    @property
    def id(self) -> str: ...

    @property
    def vrij(self) -> bool: ...

    @property
    def vrij_te_geven(self) -> bool: ...


class Leesscherm(KernteamScreen):
    """Three faces of one screen; the commands follow the one that is shown."""

    IN_VLAK: ClassVar[Mapping[str, frozenset[str]]]
    """Face -> its commands."""
    GELEZEN: ClassVar[str]
    """Name of the argument that holds the ids of parts that go along, with a comma between."""

    def __init__(self, casus_id: str, **argumenten: Any) -> None:
        super().__init__(casus_id=casus_id, **argumenten)
        self._casus_id = casus_id
        self._vlak = LEZERS

    # --- what each paper fills in ---------------------------------------------------------------

    @abstractmethod
    def lijst(self) -> Sequence[Weggelaten] | None:
        """What stays out of the paper that is shown; None while none is."""

    @abstractmethod
    def te_lezen(self, sleutel: str) -> Content:
        """The part with that id, for the worker."""

    @abstractmethod
    def vergeet(self) -> None:
        """No paper is shown any more."""

    @abstractmethod
    def probeer_weer(self) -> None:
        """Make the paper again for the same reader."""

    @abstractmethod
    def bewaar(self, vorm: str) -> None:
        """As a file in this form."""

    # --- for whom ---------------------------------------------------------------------------------

    def vlak_van_het_blad(self) -> ComposeResult:
        """The paper itself."""
        with Vertical(id="blad-vlak"):
            yield Tekst(id="blad-regel", classes="zacht")
            with VerticalScroll(id="blad"):
                yield Tekst(id="blad-tekst")

    def on_mount(self) -> None:
        self.query_one("#blad", VerticalScroll).can_focus = True
        self.toon_vlak(LEZERS)

    @property
    def voor(self) -> str:
        """Who was chosen; empty: nobody yet."""
        return str(self.argumenten["voor"] or "")

    @property
    def gelezen(self) -> tuple[str, ...]:
        """Ids of the parts that go along."""
        return tuple(id_ for id_ in str(self.argumenten[self.GELEZEN] or "").split(",") if id_)

    def action_bekijk(self) -> None:
        """Enter, also from the footer."""
        self.query_one("#lezers", OptionList).action_select()

    # --- what is shown ----------------------------------------------------------------------------

    def toon_vlak(self, vlak: str) -> None:
        """Show one of the three, with its commands."""
        self._vlak = vlak
        for naam in (LEZERS, BLAD, WEG):
            self.query_one(f"#{naam}-vlak").display = naam == vlak
        for voet in self.query(Voet):
            voet.toon(self.voetopdrachten())
        self.query_one({LEZERS: "#lezers", BLAD: "#blad", WEG: "#weg-tabel"}[vlak]).focus()

    def toon_na_lezen(self) -> None:
        """The paper was made: stay at what stays out where that was being read."""
        self.toon_vlak(WEG if self._vlak == WEG else BLAD)

    def eigen_opdrachten(self) -> list[Opdracht]:
        fits = self.IN_VLAK[self._vlak]
        return [op for op in super().eigen_opdrachten() if op.id in fits]

    @on(Tabel.Gemarkeerd)
    def toon_gemarkeerd(self) -> None:
        """Beside the list: the part itself."""
        regel = self._regel
        self.query_one("#weg-tekst", Tekst).update("" if regel is None else self.te_lezen(regel.id))
        self.query_one("#weg-lezen").scroll_home(animate=False)

    @property
    def _regel(self) -> Weggelaten | None:
        sleutel = self.query_one("#weg", Tabel).sleutel
        return next((regel for regel in self.lijst() or () if regel.id == sleutel), None)

    # --- going through what stays out -------------------------------------------------------------

    def action_weg(self) -> None:
        if self.lijst() is not None:
            self.toon_vlak(WEG)

    def action_blad(self) -> None:
        if self.lijst() is not None:
            self.toon_vlak(BLAD)

    @on(Tabel.Gekozen)
    def action_meegeven(self) -> None:
        regel = self._regel
        if regel is None or self._vlak != WEG:
            return
        if not regel.vrij_te_geven:
            self.meld("Dit mag niet mee: de regel laat het niet toe.")
            return
        ids = [id_ for id_ in self.gelezen if id_ != regel.id]
        self.argumenten[self.GELEZEN] = ",".join(ids if regel.vrij else [*ids, regel.id])
        self.probeer_weer()

    def action_andere_lezer(self) -> None:
        self.vergeet()
        self.argumenten |= {"voor": "", self.GELEZEN: ""}
        self.toon_vlak(LEZERS)

    def action_terug(self) -> None:
        if self._vlak == WEG:
            self.action_blad()
        elif self._vlak == BLAD:
            self.action_andere_lezer()
        else:
            self.terug()

    # --- out ----------------------------------------------------------------------------------------

    def action_bewaar_pdf(self) -> None:
        self.bewaar("pdf")

    def action_bewaar_tekst(self) -> None:
        self.bewaar("tekst")

    def action_bewaar_word(self) -> None:
        self.bewaar("docx")

    def action_bewaar_web(self) -> None:
        self.bewaar("html")
