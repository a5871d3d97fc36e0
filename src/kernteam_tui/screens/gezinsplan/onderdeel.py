"""The open section: its question, its list where it has one, in hun woorden, and the toelichting."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.screens.gezinsplan.alinearegel import Alinearegel
from kernteam_tui.screens.gezinsplan.citaatvak import LEEG, NEDERLANDS, Citaatvak
from kernteam_tui.screens.gezinsplan.meelopen import Meelopend
from kernteam_tui.screens.gezinsplan.ouderregel import ouderregel
from kernteam_tui.screens.gezinsplan.planlijst import Planlijst
from kernteam_tui.screens.gezinsplan.schrijver import Inhoud
from kernteam_tui.screens.gezinsplan.taalregel import Taalregel
from kernteam_tui.screens.gezinsplan.veldenvak import Veldenvak
from kernteam_tui.services.planbeeld import OnderdeelBeeld, PlanBeeld
from kernteam_tui.widgets.schrijfvlak import Schrijfvlak
from kernteam_tui.widgets.tekst import Tekst

CITAAT_HULP = "ctrl+n nog een citaat"
IN_CITAAT, IN_CITAAT_OP_BLADZIJDE = "ctrl+t taal  ctrl+n erbij", "ctrl+t taal  ctrl+b blad"
HUN_WOORDEN, EIGEN_WOORDEN, MIJN_WOORDEN = "In hun woorden", "In eigen woorden", "Mijn woorden"
"""To the worker, to who sits at the table, and in the plan of a jongere, which speaks in the ik-vorm."""
TOELICHTING_HULP, IN_TOELICHTING = "van jou", "ctrl+e feit, mening, citaat"


class OnderdeelVak(Meelopend):
    """Writes nothing itself: tells its screen `Gewijzigd`, and has what is written in `inhoud`."""

    class Gewijzigd(Message, bubble=False):
        """Perhaps something was typed; compare `inhoud`."""

    class CursorVerplaatst(Message, bubble=False):
        """The cursor of the toelichting went to another place."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, can_focus=False)
        self.kopje = HUN_WOORDEN
        """Stands over what was said."""
        self.sleutel = ""
        self._namen: tuple[str, ...] = ()
        self._vakken: list[Citaatvak] = []
        self._op_bladzijde = False
        """Quotes of this section can stand on the page."""

    def compose(self) -> ComposeResult:
        with Vertical(id="onderdeel-boven"):
            yield Tekst(id="onderdeel-titel")
            yield Tekst(id="onderdeel-vraag", classes="zacht")
            yield Tekst(id="onderdeel-ouders", classes="zacht")
            yield Veldenvak(id="velden")
            yield Planlijst(id="planlijst")
            with Horizontal(classes="onderdeel-kop"):
                yield Tekst(HUN_WOORDEN, id="woorden-kopje", classes="onderdeel-kopje")
                yield Tekst(CITAAT_HULP, id="citaat-hulp")
            yield Vertical(id="citaten")
            with Horizontal(classes="onderdeel-kop toelichting-kop"):
                yield Tekst("Toelichting", classes="onderdeel-kopje")
                yield Tekst(TOELICHTING_HULP, id="toelichting-hulp")
        yield Schrijfvlak(id="toelichting")
        with Vertical(id="onderdeel-onder"):
            yield Alinearegel(id="alinearegel")
            yield Taalregel(id="taalregel")

    def toon(self, onderdeel: OnderdeelBeeld, inhoud: Inhoud, plan: PlanBeeld) -> None:
        """Open a section with this in it. What is there already stays as it is, with its cursor."""
        ander = self.sleutel != onderdeel.sleutel
        citaten = _citaten(onderdeel, inhoud, plan)
        velden = self.query_one(Veldenvak)
        gelijk = not ander and velden.toont(onderdeel.velden) and self.inhoud == inhoud
        gelijk = gelijk and len(self._zichtbaar()) >= len(citaten)
        self.sleutel = onderdeel.sleutel
        self._namen = plan.mensen
        self._op_bladzijde = onderdeel.op_bladzijde
        self.toon_lijst(onderdeel, plan)
        for vak in self._vakken:
            vak.toon_bladmerk(onderdeel.op_bladzijde)
        self._toon_vraag(onderdeel)
        van_mij = plan.variant is PlanVariant.JONGERE
        self.query_one("#woorden-kopje", Tekst).update(MIJN_WOORDEN if van_mij else self.kopje)
        if gelijk:
            return
        velden.toon(onderdeel.velden, inhoud.velden, plan.vandaag)
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
        """Show the goals, actions or evaluation as they are in the plan, and what parents may see."""
        self.query_one("#planlijst", Planlijst).toon(onderdeel.invul, plan)
        self._toon_ouders(ouderregel(onderdeel, plan))

    def _toon_ouders(self, tekst: str) -> None:
        regel = self.query_one("#onderdeel-ouders", Tekst)
        regel.display = bool(tekst)
        regel.update(tekst)

    def toon_hulp(self, focus: Widget | None) -> None:
        """The keys that do something where the cursor is now."""
        in_citaat = focus is not None and any(isinstance(node, Citaatvak) for node in focus.ancestors)
        toetsen = IN_CITAAT_OP_BLADZIJDE if self._op_bladzijde else IN_CITAAT
        self.query_one("#citaat-hulp", Tekst).update(toetsen if in_citaat else CITAAT_HULP)
        in_toelichting = focus is not None and focus.id == "toelichting"
        hulp = IN_TOELICHTING if in_toelichting else TOELICHTING_HULP
        self.query_one("#toelichting-hulp", Tekst).update(hulp)

    @property
    def inhoud(self) -> Inhoud:
        """What is written now; a quote without text does not count."""
        woorden = tuple(vak.citaat for vak in self._zichtbaar() if vak.tekst.text.strip())
        velden = self.query_one(Veldenvak).waarden
        return Inhoud(self.sleutel, woorden, self.query_one("#toelichting", Schrijfvlak).text, velden)

    def voeg_citaat_toe(self) -> None:
        """An empty quote at the end, with the cursor in it."""
        zichtbaar = self._zichtbaar()
        if zichtbaar and not zichtbaar[-1].tekst.text.strip():
            vak = zichtbaar[-1]
        else:
            vak = self._zet_vak(len(zichtbaar), LEEG)
        self.call_after_refresh(vak.tekst.focus)

    def focus_eerste(self) -> None:
        """Where one begins to write: the first field, the list, or the first quote."""
        velden, lijst = self.query_one(Veldenvak), self.query_one("#planlijst", Planlijst)
        if velden.display:
            velden.focus_eerste()
        elif lijst.display:
            lijst.focus_lijst()
        else:
            self.focus_woorden()

    def focus_woorden(self) -> None:
        """Into the first quote, to write."""
        vak = next((vak for vak in self._zichtbaar() if not vak.is_stil), None)
        if vak is None:
            self.voeg_citaat_toe()
        else:
            vak.tekst.focus()

    def verstil(self, mag_van: Callable[[str], bool], *, velden: bool) -> None:
        """Show only these quotes to who looks along, and the fields or not; the others stay in `inhoud`. An
        empty quote is for all."""
        self.query_one(Veldenvak).verstil(not velden)
        for vak in self._zichtbaar():
            vak.verstil(vak.citaat != LEEG and not mag_van(vak.van.value))

    def _zichtbaar(self) -> list[Citaatvak]:
        return [vak for vak in self._vakken if vak.display]

    def _toon_citaten(self, woorden: Sequence[Citaat]) -> None:
        """Boxes are used again and hidden, never removed: their ids stay, so that a cursor can return."""
        for vak in self._vakken[len(woorden) :]:
            vak.display = False
            vak.vul(LEEG, self._namen)
        for nummer, citaat in enumerate(woorden):
            self._zet_vak(nummer, citaat)

    def _zet_vak(self, nummer: int, citaat: Citaat) -> Citaatvak:
        if nummer < len(self._vakken):
            vak = self._vakken[nummer]
            vak.vul(citaat, self._namen)
            vak.display = True
            return vak
        vak = Citaatvak(nummer, self._namen, citaat)
        vak.toon_bladmerk(self._op_bladzijde)
        self._vakken.append(vak)
        self.query_one("#citaten", Vertical).mount(vak)
        return vak

    @on(Citaatvak.Anders)
    def _merk_gewisseld(self, event: Citaatvak.Anders) -> None:
        event.stop()
        self.screen.post_message(self.Gewijzigd())

    @on(TextArea.SelectionChanged)
    def _elders(self, event: TextArea.SelectionChanged) -> None:
        """At every key, so told to the screen at once, and not to each box on the way."""
        event.stop()
        if event.text_area.id == "toelichting":
            self.screen.post_message(self.CursorVerplaatst())

    @on(TextArea.Changed)
    @on(Input.Changed)
    def _getypt(self, event: TextArea.Changed | Input.Changed) -> None:
        event.stop()
        self.screen.post_message(self.Gewijzigd())
        if isinstance(event, TextArea.Changed) and event.text_area.id == "toelichting":
            self.query_one(Taalregel).straks()


def _citaten(onderdeel: OnderdeelBeeld, inhoud: Inhoud, plan: PlanBeeld) -> tuple[Citaat, ...]:
    """What was said, with room for who has not spoken yet: each parent apart, or anybody."""
    gesproken = {citaat.van for citaat in inhoud.woorden}
    wachten = [naam for naam in plan.ouders if naam not in gesproken] if onderdeel.per_ouder else []
    ruimte = tuple(Citaat(naam, NEDERLANDS, "") for naam in wachten)
    return (*inhoud.woorden, *ruimte) or (LEEG,)
