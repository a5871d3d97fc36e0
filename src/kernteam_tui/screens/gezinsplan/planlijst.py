"""What a section holds beside text: the goals, the actions, or when the family looks again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kernteam_tui.domain.datumtekst import dag_kort_op, dag_lang, dag_met_jaar
from kernteam_tui.domain.gezinsplan import MAX_DOELEN
from kernteam_tui.domain.planformaat import Invul
from kernteam_tui.screens.gezinsplan.inspringen import ONBEKEND, met_inspring
from kernteam_tui.screens.gezinsplan.verlooptekst import schaalregel
from kernteam_tui.services.planbeeld import ActieBeeld, DoelBeeld, PlanBeeld
from kernteam_tui.widgets.optielijst import Optielijst
from kernteam_tui.widgets.tekst import ZACHT, Tekst

_LET_OP = "$warning"
_NUMMER, _VAKJE = 3, 4
"""How far the words stand in after the number of a goal and after the box of an action."""


@dataclass(frozen=True)
class _Soort:
    """Words of one kind of list."""

    nieuw: str
    hulp: str
    regels: Callable[[PlanBeeld, int], list[tuple[str, Content]]]
    """Id and words of each line, for a list of so many cells."""
    raad: Callable[[PlanBeeld], str]


class Planlijst(Vertical):
    """A short list; Enter changes a line, its last line adds one."""

    DEFAULT_CSS = """
    Planlijst { height: auto; margin-top: 1; }
    Planlijst OptionList {
        height: auto; max-height: 100%; border: none; padding: 0; background: $background;
    }
    Planlijst OptionList:focus { border: none; background-tint: $background 0%; }
    Planlijst OptionList > .option-list--option-highlighted { background: $background; color: $foreground; }
    Planlijst OptionList:focus > .option-list--option-highlighted { background: $block-cursor-background; }
    Planlijst .planlijst-raad { color: $warning; }
    Planlijst .planlijst-hulp { color: $text-muted; }
    """

    BINDINGS = [
        Binding("space", "boodschap('afvinken')", "afvinken", show=False),
        Binding("delete", "boodschap('weghalen')", "weghalen", show=False),
    ]

    class Bericht(Message):
        """About one line."""

        def __init__(self, invul: Invul, sleutel: str) -> None:
            super().__init__()
            self.invul = invul
            self.sleutel = sleutel

    class Gekozen(Bericht):
        """Change this line; an empty key asks for a new one."""

    class Afvinken(Bericht):
        """Space on a line."""

    class Weghalen(Bericht):
        """Delete on a line."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._invul = Invul.TEKST
        self._sleutels: list[str] = []
        self._plan: PlanBeeld | None = None
        self._breed = ONBEKEND

    def compose(self) -> ComposeResult:
        yield Optielijst(id="planlijst-regels")
        yield Tekst(classes="planlijst-raad")
        yield Tekst(classes="planlijst-hulp")

    def toon(self, invul: Invul, plan: PlanBeeld) -> None:
        """Show the list of this kind; nothing for a section of text. The cursor stays where it was."""
        soort = _SOORTEN.get(invul)
        self.display = soort is not None
        if soort is None:
            self._invul, self._sleutels = invul, []
            return
        lijst = self.query_one("#planlijst-regels", OptionList)
        plaats = (lijst.highlighted or 0) if invul is self._invul else 0
        self._invul = invul
        self._plan = plan
        self._breed = lijst.scrollable_content_region.width
        regels = soort.regels(plan, self._breed)
        self._sleutels = [sleutel for sleutel, _ in regels]
        lijst.clear_options()
        lijst.add_options(Option(regel) for _, regel in regels)
        if soort.nieuw:
            lijst.add_option(Option(Content.styled(f"+ {soort.nieuw}", "$primary")))
        lijst.highlighted = min(plaats, lijst.option_count - 1)
        raad = soort.raad(plan)
        self.query_one(".planlijst-raad", Tekst).update(raad)
        self.query_one(".planlijst-raad").display = bool(raad)
        self.query_one(".planlijst-hulp", Tekst).update(soort.hulp)

    @on(events.Resize)
    def _andere_breedte(self) -> None:
        breed = self.query_one("#planlijst-regels").scrollable_content_region.width
        if self._plan is not None and self.display and breed != self._breed:
            self.toon(self._invul, self._plan)

    def focus_lijst(self) -> None:
        """Put the focus on it."""
        self.query_one("#planlijst-regels").focus()

    def markeer(self, sleutel: str) -> None:
        """Go to the line of this goal or action, where it is in the list."""
        if sleutel in self._sleutels:
            self.query_one("#planlijst-regels", OptionList).highlighted = self._sleutels.index(sleutel)
            self.focus_lijst()

    @property
    def invul(self) -> Invul:
        """What the list holds now."""
        return self._invul

    @property
    def sleutel(self) -> str:
        """Id of what is marked; empty on the line that adds one."""
        gemarkeerd = self.query_one("#planlijst-regels", OptionList).highlighted
        return "" if gemarkeerd is None else self._sleutel(gemarkeerd)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Gekozen(self._invul, self._sleutel(event.option_index)))

    def action_boodschap(self, naam: str) -> None:
        """Space or delete on a line; the line that adds one has neither."""
        if self.sleutel:
            soort = self.Afvinken if naam == "afvinken" else self.Weghalen
            self.post_message(soort(self._invul, self.sleutel))

    def _sleutel(self, nummer: int) -> str:
        return self._sleutels[nummer] if nummer < len(self._sleutels) else ""


def _doelen(plan: PlanBeeld, breed: int) -> list[tuple[str, Content]]:
    return [(doel.id, _doel(nummer, doel, breed)) for nummer, doel in enumerate(plan.doelen, 1)]


def _doel(nummer: int, doel: DoelBeeld, breed: int) -> Content:
    delen = (doel.van.strip(), schaalregel(doel))
    lukt = f"het lukt als: {doel.hoe_zien_we_dat}" if doel.hoe_zien_we_dat.strip() else ""
    regel = Content(f"{nummer}  {met_inspring(doel.wat, breed, _NUMMER)}")
    for zacht in (" · ".join(deel for deel in delen if deel), _rust(doel), lukt):
        regel += _onder(zacht, breed)
    if doel.actief and not lukt:
        regel += Content.styled("\n   ! hoe zien we dat het lukt?", _LET_OP)
    return regel + _onder(_opp(doel), breed) + _onder(_familieplan(doel), breed)


def _onder(tekst: str, breed: int) -> Content:
    return Content.styled(f"\n   {met_inspring(tekst, breed, _NUMMER)}", ZACHT) if tekst else Content("")


def _rust(doel: DoelBeeld) -> str:
    """What came of it the last time; of a goal that rests that it does."""
    vorige = doel.uitkomst
    uitkomst = vorige.uitkomst.label if vorige is not None and vorige.uitkomst is not None else ""
    if doel.actief:
        return f"vorige keer: {uitkomst}" if uitkomst else ""
    return f"rust nu, {uitkomst}" if uitkomst else "rust nu"


def _opp(doel: DoelBeeld) -> str:
    if not doel.opp_doel.strip():
        return ""
    dag = doel.opp_afgestemd_op
    afgestemd = f"afgestemd {dag_met_jaar(dag)}" if dag else "nog niet afgestemd"
    return f"OPP: {doel.opp_doel.strip()} ({afgestemd})"


def _familieplan(doel: DoelBeeld) -> str:
    return f"familiegroepsplan: {doel.familiedoel.strip()}" if doel.familiedoel.strip() else ""


def _te_veel(plan: PlanBeeld) -> str:
    aantal = sum(1 for doel in plan.doelen if doel.actief)
    if aantal <= MAX_DOELEN:
        return ""
    return (
        f"{aantal} doelen tegelijk is veel. Kies er samen hoogstens {MAX_DOELEN}; "
        f"op de bladzijde staan de eerste {MAX_DOELEN}."
    )


def _acties(plan: PlanBeeld, breed: int) -> list[tuple[str, Content]]:
    return [(actie.id, _actie(actie, plan.vandaag, breed)) for actie in plan.acties]


def _actie(actie: ActieBeeld, vandaag: date, breed: int) -> Content:
    wat = met_inspring(actie.wat, breed, _VAKJE)
    regel = Content.styled(f"[{'x' if actie.klaar else ' '}] {wat}", ZACHT if actie.klaar else "$foreground")
    wie = Content.styled(actie.wie, ZACHT) if actie.wie.strip() else Content.styled("! zonder naam", _LET_OP)
    return regel + Content("\n    ") + wie + Content.styled(" · ", ZACHT) + _dag(actie.wanneer, vandaag)


def _dag(dag: date | None, vandaag: date) -> Content:
    return (
        Content.styled(dag_kort_op(dag, vandaag), ZACHT) if dag else Content.styled("! zonder dag", _LET_OP)
    )


def _evaluatie(plan: PlanBeeld, _breed: int) -> list[tuple[str, Content]]:
    dag = dag_lang(plan.evaluatie_op) if plan.evaluatie_op else "nog geen dag gekozen"
    regel = Content(f"Weer kijken: {dag}")
    uitkomst = plan.evaluatie_uitkomst.strip() or "nog niets opgeschreven"
    return [("evaluatie", regel + Content.styled(f"\nDe vorige keer: {uitkomst}", ZACHT))]


def _geen_raad(_plan: PlanBeeld) -> str:
    return ""


_SOORTEN = {
    Invul.DOELEN: _Soort(
        "doel toevoegen", "Enter wijzigen   l verloop   e evaluatie   Del weg", _doelen, _te_veel
    ),
    Invul.ACTIES: _Soort("actie toevoegen", "Enter wijzigen   spatie klaar   Del weg", _acties, _geen_raad),
    Invul.EVALUATIE: _Soort("", "Enter wijzigen   e samen terugkijken", _evaluatie, _geen_raad),
}
