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
from kernteam_tui.domain.netwerkkaart.dubbel import zelfde_mens, zelfde_naam
from kernteam_tui.domain.netwerkkaart.kaart import HEEL_GEZIN, Kaart, Mens
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

    async def action_zet_terug(self) -> None:  # type: ignore[override]  # as above it
        if not self.value:
            await super().action_zet_terug()


class Snelvlak(Vertical):
    """Hidden until `begin()`. Enter sends `Toevoegen` and stays open for the next one.

    For a name that stands on the map already it sends `StaatEr` first; once more Enter is one more person.
    """

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

    class StaatEr(Message):
        """Show this one, who stands on the map already."""

        def __init__(self, mens_id: str) -> None:
            super().__init__()
            self.mens_id = mens_id

    class Getypt(Message):
        """The text changed: the screen keeps it for after locking."""

        def __init__(self, tekst: str) -> None:
            super().__init__()
            self.tekst = tekst

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._kaart = Kaart(HEEL_GEZIN, None, ())
        self._koppelbaar: Sequence[Koppeling] = ()
        self._groep = EERSTE_GROEP
        self._gewezen = ""
        """The text for which was said that this person stands there already."""

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

    def vul(self, kaart: Kaart, koppelbaar: Sequence[Koppeling]) -> None:
        """Who stands on the map now, and who is known."""
        self._kaart, self._koppelbaar = kaart, koppelbaar

    def begin(self, tekst: str = "") -> None:
        """Show the line, with this text in it."""
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
        if gegevens is None:
            return
        dubbel = self._dubbel(gegevens)
        if dubbel is not None and (_is_bekend(gegevens) or not self._is_gewezen):
            self._gewezen = self._getypt
            self._toon_gelezen()
            self.post_message(self.StaatEr(dubbel.id))
            return
        self._groep = gegevens.groep
        self.post_message(self.Toevoegen(gegevens))

    @property
    def _getypt(self) -> str:
        return self.query_one("#snel", Invoer).value

    @property
    def _is_gewezen(self) -> bool:
        return bool(self._gewezen) and self._gewezen == self._getypt

    def _dubbel(self, gegevens: LidGegevens) -> Mens | None:
        if _is_bekend(gegevens):
            return zelfde_mens(self._kaart, gegevens.persoon_id, gegevens.contact_id)
        return zelfde_naam(self._kaart, gegevens.naam, gegevens.relatie)

    def _lees(self, tekst: str) -> None:
        self._gewezen = ""
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
        gegevens = self._gegevens()
        dubbel = self._dubbel(gegevens) if gegevens is not None else None
        if gegevens is None:
            gelezen = Content("")
        elif dubbel is not None and self._is_gewezen:
            nog_een = "" if _is_bekend(gegevens) else " Nog een keer Enter: toch een tweede."
            zin = f"{dubbel.naam} staat al op de kaart ({dubbel.groep.label}).{nog_een}"
            gelezen = Content.styled(zin, "$warning")
        else:
            gelezen = self._gelezen(gegevens, "   staat al op de kaart" if dubbel is not None else "")
        self.query_one("#snel-gelezen", Tekst).update(gelezen)

    def _gelezen(self, gegevens: LidGegevens, erbij: str) -> Content:
        """How the line is understood, and what to mind."""
        regel, gekozen = lees_snelregel(self._getypt), self._keuzes.item
        zin = Snelregel(
            gekozen.naam if gekozen else regel.naam,
            gekozen.wat if gekozen else regel.relatie,
            gegevens.groep,
            regel.gevoel,
            regel.hulp,
            regel.nabij,
        ).zin
        fout = f"   ? {regel.onbekend}" if regel.onbekend else ""
        return Content.assemble((zin, "$primary"), (fout + erbij, "$warning"))

    def _gegevens(self) -> LidGegevens | None:
        regel, gekozen = lees_snelregel(self._getypt), self._keuzes.item
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


def _is_bekend(gegevens: LidGegevens) -> bool:
    """From the family or the address book, who stands on a map only once."""
    return gegevens.persoon_id is not None or gegevens.contact_id is not None
