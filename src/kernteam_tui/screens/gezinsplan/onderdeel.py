"""The open section: its question, its list where it has one, in hun woorden, and the toelichting."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Input, TextArea

from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.screens.gezinsplan.naamveld import Naaminvoer
from kernteam_tui.screens.gezinsplan.planlijst import Planlijst
from kernteam_tui.screens.gezinsplan.schrijver import Inhoud
from kernteam_tui.screens.gezinsplan.taalregel import Taalregel
from kernteam_tui.services.planbeeld import OnderdeelBeeld, PlanBeeld
from kernteam_tui.widgets.schrijfvlak import Schrijfvlak
from kernteam_tui.widgets.tekst import Tekst

NEDERLANDS = "nl"


class Citaatvak(Vertical):
    """One quote: what was said, letter for letter, and by whom."""

    DEFAULT_CSS = """
    Citaatvak { height: auto; margin-bottom: 1; }
    Citaatvak Schrijfvlak { height: auto; min-height: 3; max-height: 12; }
    Citaatvak .citaat-van { height: 1; }
    Citaatvak Naaminvoer { width: 1fr; }
    Citaatvak .citaat-label { width: 6; padding-left: 1; color: $text-muted; }
    Citaatvak .citaat-taal { width: auto; padding: 0 1; color: $text-muted; }
    """

    def __init__(self, nummer: int, namen: Sequence[str], citaat: Citaat) -> None:
        super().__init__(id=f"citaat-{nummer}")
        self.tekst = Schrijfvlak(citaat.tekst, id=f"citaat-{nummer}-tekst")
        self.van = Naaminvoer(id=f"citaat-{nummer}-van")
        self.van.zet_namen(namen)
        self.van.value = citaat.van
        self._taal = NEDERLANDS
        self._taaltekst = Tekst(classes="citaat-taal")
        self._zet_taal(citaat.taal)

    def compose(self) -> ComposeResult:
        yield self.tekst
        with Horizontal(classes="citaat-van"):
            yield Tekst("van", classes="citaat-label")
            yield self.van
            yield self._taaltekst

    @property
    def citaat(self) -> Citaat:
        return Citaat(self.van.value, self._taal, self.tekst.text)

    def vul(self, citaat: Citaat, namen: Sequence[str]) -> None:
        """Show another quote."""
        self.van.zet_namen(namen)
        self.van.value = citaat.van
        self._zet_taal(citaat.taal)
        self.tekst.load_text(citaat.tekst)

    def _zet_taal(self, taal: str) -> None:
        """The language stays with the quote; Dutch needs no word."""
        self._taal = taal
        self._taaltekst.update(f"taal: {taal}")
        self._taaltekst.display = taal not in ("", NEDERLANDS)


class OnderdeelVak(VerticalScroll):
    """Writes nothing itself: posts `Gewijzigd`, and has what is written in `inhoud`."""

    class Gewijzigd(Message):
        """Perhaps something was typed; compare `inhoud`."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, can_focus=False)
        self.sleutel = ""
        self._namen: tuple[str, ...] = ()
        self._vakken: list[Citaatvak] = []

    def compose(self) -> ComposeResult:
        yield Tekst(id="onderdeel-titel")
        yield Tekst(id="onderdeel-vraag", classes="zacht")
        yield Planlijst(id="planlijst")
        with Horizontal(classes="onderdeel-kop"):
            yield Tekst("In hun woorden", classes="onderdeel-kopje")
            yield Tekst("ctrl+n nog een citaat", id="citaat-hulp")
        yield Vertical(id="citaten")
        with Horizontal(classes="onderdeel-kop toelichting-kop"):
            yield Tekst("Toelichting", classes="onderdeel-kopje")
            yield Tekst("van jou", id="toelichting-hulp")
        yield Schrijfvlak(id="toelichting")
        yield Taalregel(id="taalregel")

    def toon(self, onderdeel: OnderdeelBeeld, inhoud: Inhoud, plan: PlanBeeld) -> None:
        """Open a section with this in it. What is there already stays as it is, with its cursor."""
        ander = self.sleutel != onderdeel.sleutel
        citaten = _citaten(onderdeel, inhoud, plan)
        gelijk = not ander and self.inhoud == inhoud and len(self._zichtbaar()) >= len(citaten)
        self.sleutel = onderdeel.sleutel
        self._namen = plan.mensen
        self.toon_lijst(onderdeel, plan)
        self._toon_vraag(onderdeel)
        if gelijk:
            return
        self.query_one("#toelichting", Schrijfvlak).load_text(inhoud.toelichting)
        self.query_one(Taalregel).nu()
        self._toon_citaten(citaten)
        if ander:
            self.scroll_home(animate=False)

    def _toon_vraag(self, onderdeel: OnderdeelBeeld) -> None:
        self.query_one("#onderdeel-titel", Tekst).update(f"{onderdeel.nr}  {onderdeel.titel}")
        self.query_one("#onderdeel-vraag", Tekst).update(onderdeel.vraag)
        self.query_one("#toelichting", Schrijfvlak).placeholder = onderdeel.hulp

    def toon_lijst(self, onderdeel: OnderdeelBeeld, plan: PlanBeeld) -> None:
        """Show the goals, actions or evaluation as they are in the plan."""
        self.query_one("#planlijst", Planlijst).toon(onderdeel.invul, plan)

    @property
    def inhoud(self) -> Inhoud:
        """What is written now; a quote without text does not count."""
        woorden = tuple(vak.citaat for vak in self._zichtbaar() if vak.tekst.text.strip())
        return Inhoud(self.sleutel, woorden, self.query_one("#toelichting", Schrijfvlak).text)

    def voeg_citaat_toe(self) -> None:
        """An empty quote at the end, with the cursor in it."""
        zichtbaar = self._zichtbaar()
        if zichtbaar and not zichtbaar[-1].tekst.text.strip():
            vak = zichtbaar[-1]
        else:
            vak = self._zet_vak(len(zichtbaar), Citaat("", NEDERLANDS, ""))
        self.call_after_refresh(vak.tekst.focus)

    def focus_eerste(self) -> None:
        """Into the list where there is one, else into the first quote."""
        lijst = self.query_one("#planlijst", Planlijst)
        if lijst.display:
            lijst.focus_lijst()
        elif self._vakken:
            self._vakken[0].tekst.focus()

    def _zichtbaar(self) -> list[Citaatvak]:
        return [vak for vak in self._vakken if vak.display]

    def _toon_citaten(self, woorden: Sequence[Citaat]) -> None:
        """Boxes are used again and hidden, never removed: their ids stay, so that a cursor can return."""
        for vak in self._vakken[len(woorden) :]:
            vak.display = False
            vak.vul(Citaat("", NEDERLANDS, ""), self._namen)
        for nummer, citaat in enumerate(woorden):
            self._zet_vak(nummer, citaat)

    def _zet_vak(self, nummer: int, citaat: Citaat) -> Citaatvak:
        if nummer < len(self._vakken):
            vak = self._vakken[nummer]
            vak.vul(citaat, self._namen)
            vak.display = True
            return vak
        vak = Citaatvak(nummer, self._namen, citaat)
        self._vakken.append(vak)
        self.query_one("#citaten", Vertical).mount(vak)
        return vak

    @on(TextArea.Changed)
    @on(Input.Changed)
    def _getypt(self, event: TextArea.Changed | Input.Changed) -> None:
        event.stop()
        self.post_message(self.Gewijzigd())
        if isinstance(event, TextArea.Changed) and event.text_area.id == "toelichting":
            self.query_one(Taalregel).straks()


def _citaten(onderdeel: OnderdeelBeeld, inhoud: Inhoud, plan: PlanBeeld) -> tuple[Citaat, ...]:
    """What was said, with room for who has not spoken yet: each parent apart, or anybody."""
    gesproken = {citaat.van for citaat in inhoud.woorden}
    wachten = [naam for naam in plan.ouders if naam not in gesproken] if onderdeel.per_ouder else []
    ruimte = tuple(Citaat(naam, NEDERLANDS, "") for naam in wachten)
    return (*inhoud.woorden, *ruimte) or (Citaat("", NEDERLANDS, ""),)
