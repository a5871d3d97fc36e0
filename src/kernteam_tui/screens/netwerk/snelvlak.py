"""One line in which somebody is put on the map; what is read from it and who is known already stand above."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from kernteam_tui.domain.gezinscodes import Netwerkgroep
from kernteam_tui.domain.netwerkkaart.snel import UITLEG, Snelregel, lees_snelregel
from kernteam_tui.services.contacten import past_bij
from kernteam_tui.services.netwerk import Koppeling, LidGegevens
from kernteam_tui.widgets.invoer import Invoer, Lijstinvoer
from kernteam_tui.widgets.lijst import Lijst
from kernteam_tui.widgets.tekst import ZACHT, Tekst

MEESTE = 3
MINSTE_LETTERS = 2
EERSTE_GROEP = Netwerkgroep.FAMILIE
"""Where somebody stands when nothing was said, at first; after that where the last one came."""


class Snelinvoer(Lijstinvoer):
    """While something is typed, ctrl+z takes nobody off the map."""

    async def action_niets(self) -> None:  # type: ignore[override]  # as above it
        if not self.value:
            await super().action_niets()


class Snelvlak(Vertical):
    """Hidden until `begin()`. Enter sends `Toevoegen` and stays open for the next one."""

    DEFAULT_CSS = """
    Snelvlak { display: none; height: auto; }
    Snelvlak.-open { display: block; }
    Snelvlak Lijst { height: auto; }
    Snelvlak #snel-uitleg { color: $text-muted; }
    """
    BINDINGS = [
        Binding("down", "stap(1)", "omlaag", show=False),
        Binding("up", "stap(-1)", "omhoog", show=False),
    ]

    class Toevoegen(Message):
        """Put this one on the map."""

        def __init__(self, gegevens: LidGegevens) -> None:
            super().__init__()
            self.gegevens = gegevens

    class Getypt(Message):
        """The text changed: the screen keeps it for after locking."""

        def __init__(self, tekst: str) -> None:
            super().__init__()
            self.tekst = tekst

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._koppelbaar: Sequence[Koppeling] = ()
        self._groep = EERSTE_GROEP

    def compose(self) -> ComposeResult:
        keuzes = Lijst[Koppeling | None](self._regel, id="snel-keuzes")
        keuzes.can_focus = False
        yield keuzes
        yield Snelinvoer(
            placeholder="naam (wie dit is), groep en wat deze persoon geeft: Ans (oma), f+pg1", id="snel"
        )
        yield Tekst(id="snel-gelezen")
        yield Tekst(UITLEG, id="snel-uitleg")

    @property
    def is_open(self) -> bool:
        """Whether the line is in sight."""
        return self.has_class("-open")

    @property
    def _keuzes(self) -> Lijst[Koppeling | None]:
        return self.query_one("#snel-keuzes", Lijst)

    def begin(self, koppelbaar: Sequence[Koppeling], tekst: str = "") -> None:
        """Show the line, with this text in it."""
        self._koppelbaar = koppelbaar
        self.add_class("-open")
        veld = self.query_one("#snel", Invoer)
        veld.value = tekst
        veld.focus()
        self._lees(tekst)

    def sluit(self) -> None:
        """Hide it again; what stood there is gone."""
        self.query_one("#snel", Invoer).value = ""
        self.remove_class("-open")

    def volgende(self) -> None:
        """The last one stands on the map: ready for another."""
        self.query_one("#snel", Invoer).value = ""

    def action_stap(self, stap: int) -> None:
        self._keuzes.action_stap(stap)
        self._toon_gelezen()

    @on(Invoer.Changed, "#snel")
    def _veranderd(self, event: Invoer.Changed) -> None:
        event.stop()
        self._lees(event.value)
        if self.is_open:
            self.post_message(self.Getypt(event.value))

    @on(Invoer.Submitted, "#snel")
    def _klaar(self, event: Invoer.Submitted) -> None:
        event.stop()
        self.zet_erbij()

    def zet_erbij(self) -> None:
        """As Enter does; without a name nothing happens."""
        gegevens = self._gegevens()
        if gegevens is not None:
            self._groep = gegevens.groep
            self.post_message(self.Toevoegen(gegevens))

    def _lees(self, tekst: str) -> None:
        naam = lees_snelregel(tekst).naam
        bekend = (
            [k for k in self._koppelbaar if past_bij(naam, k.naam, k.wat)]
            if len(naam) >= MINSTE_LETTERS
            else []
        )
        keuzes: list[tuple[str, Koppeling | None]] = [(k.id, k) for k in bekend[:MEESTE]]
        self._keuzes.vul([("nieuw", None), *keuzes] if keuzes else [])
        self._keuzes.action_naar(0)
        self._toon_gelezen()

    def _toon_gelezen(self) -> None:
        regel = lees_snelregel(self.query_one("#snel", Invoer).value)
        gegevens, gekozen = self._gegevens(), self._keuzes.item
        if gegevens is None:
            self.query_one("#snel-gelezen", Tekst).update("")
            return
        zin = Snelregel(
            gekozen.naam if gekozen else regel.naam,
            gekozen.wat if gekozen else regel.relatie,
            gegevens.groep,
            regel.gevoel,
            regel.hulp,
            regel.nabij,
        ).zin
        fout = f"   ? {regel.onbekend}" if regel.onbekend else ""
        self.query_one("#snel-gelezen", Tekst).update(Content.assemble((zin, "$primary"), (fout, "$warning")))

    def _gegevens(self) -> LidGegevens | None:
        regel, gekozen = lees_snelregel(self.query_one("#snel", Invoer).value), self._keuzes.item
        if not regel.naam:
            return None
        groep = regel.groep or (gekozen.groep if gekozen else self._groep)
        return LidGegevens(
            groep,
            naam="" if gekozen else regel.naam,
            relatie=regel.relatie,
            hulp=regel.hulp,
            gevoel=regel.gevoel,
            nabij=regel.nabij,
            persoon_id=gekozen.id if gekozen and not gekozen.contact else None,
            contact_id=gekozen.id if gekozen and gekozen.contact else None,
        )

    def _regel(self, keuze: Koppeling | None, _breed: int) -> tuple[Content, ...]:
        if keuze is None:
            return (Content.styled("iemand die er nog niet in staat", ZACHT),)
        waar = "adresboek" if keuze.contact else "gezin"
        return (Content.assemble((keuze.naam, "bold"), f"   {keuze.wat}", (f"   {waar}", ZACHT)),)
