"""Zoeken: full text over cases, notes, talks and plans, as you type; Enter opens the place."""

from __future__ import annotations

from datetime import date
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.timer import Timer

from kernteam_tui.domain.datumtekst import dag_kaal
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.services.zoeken import Treffer, zoek
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.lijst import Lijst
from kernteam_tui.widgets.tekst import ZACHT, Tekst

WACHT = 0.1
"""Seconds after the last key before the search begins."""
MINSTE_LETTERS = 2
MEESTE = 50
NUMMER_BREED, NAAM_BREED, DATUM_BREED = 10, 14, 13
LEEG = (
    "Typ minstens twee letters.\n\n"
    "Je zoekt in casussen, gesprekken, notities en gezinsplannen.\n"
    "Het begin van een woord is genoeg, en é of e maakt niet uit.\n\n"
    "Bijvoorbeeld: een naam, een casusnummer, een telefoonnummer, of: oma school"
)
NIETS = (
    "Niets gevonden met ‘{woorden}’.\n\n"
    "Probeer het begin van een woord, minder woorden, of een andere schrijfwijze.\n"
    "Een plaats telt alleen als alle woorden er staan."
)


class ZoekenScreen(KernteamScreen):
    """The cursor stays in the field; up and down walk through what was found.

    The words stay in `argumenten`, so that they and their hits are there again after locking.
    """

    NAAM = "zoeken"
    TITEL = "Zoeken"
    UITLEG = (
        "Typ, en wat je zoekt staat eronder: nieuwste boven. Met ↑ en ↓ kies je, met Enter open je de plek."
    )
    CSS_PATH = stijl("zoeken")
    TYPEN = True
    OPDRACHTEN = (Opdracht("openen", "enter", "openen", "De plek openen waar dit staat"),)
    BINDINGS = [
        Binding("down", "stap(1)", "omlaag", show=False),
        Binding("up", "stap(-1)", "omhoog", show=False),
        Binding("pagedown", "blader(1)", "bladzijde omlaag", show=False),
        Binding("pageup", "blader(-1)", "bladzijde omhoog", show=False),
    ]
    AUTO_FOCUS = "#zoeken-woorden"

    def __init__(self, woorden: str = "") -> None:
        super().__init__(woorden=woorden)
        self._wacht: Timer | None = None
        self._getoond = ""

    def inhoud(self) -> ComposeResult:
        yield Invoer(self._woorden, placeholder="naam, nummer of woorden", id="zoeken-woorden")
        yield Tekst(id="zoeken-telling", classes="zacht")
        lijst = Lijst[Treffer](self._regels, LEEG, id="zoeken-treffers")
        lijst.can_focus = False
        yield lijst

    def laad(self) -> None:
        self._zoek()

    @property
    def _woorden(self) -> str:
        return str(self.argumenten["woorden"] or "")

    @property
    def _lijst(self) -> Lijst[Treffer]:
        return self.query_one("#zoeken-treffers", Lijst)

    # --- searching ---------------------------------------------------------------------------

    @on(Invoer.Changed, "#zoeken-woorden")
    def _getypt(self, event: Invoer.Changed) -> None:
        if event.value == self._woorden:
            return
        self.argumenten["woorden"] = event.value
        if self._wacht is not None:
            self._wacht.stop()
        self._wacht = self.set_timer(WACHT, self._zoek)

    def _zoek(self) -> None:
        woorden = self._woorden.strip()
        if len(woorden) < MINSTE_LETTERS:
            self._toon("", ())
        else:
            self.lees(zoek, woorden, MEESTE, bij_klaar=partial(self._toon, woorden))

    def _toon(self, woorden: str, treffers: tuple[Treffer, ...]) -> None:
        if woorden != (self._woorden.strip() if woorden else ""):
            return
        self._lijst.zet_leeg(
            NIETS.format(woorden=woorden if len(woorden) <= 40 else f"{woorden[:39]}…") if woorden else LEEG
        )
        self._lijst.vul([(f"{t.soort} {t.bron_id}", t) for t in treffers])
        if woorden != self._getoond:
            self._lijst.action_naar(0)
        self._getoond = woorden
        self.query_one("#zoeken-telling", Tekst).update(_telling(len(treffers)))

    def _regels(self, treffer: Treffer, breed: int) -> tuple[Content, ...]:
        return treffer_regels(treffer, breed, self.kernteam.klok.vandaag())

    # --- choosing ------------------------------------------------------------------------------

    def action_stap(self, stap: int) -> None:
        self._lijst.action_stap(stap)

    def action_blader(self, stap: int) -> None:
        self._lijst.action_blader(stap)

    @on(Invoer.Submitted, "#zoeken-woorden")
    @on(Lijst.Gekozen)
    def action_openen(self) -> None:
        treffer = self._lijst.item
        if treffer is None:
            return
        if treffer.soort == "notitie":
            self.open("notitie", notitie_id=treffer.bron_id)
        elif treffer.soort == "plan":
            self.open("gezinsplan", casus_id=treffer.casus_id, onderdeel=treffer.onderdeel)
        elif treffer.soort == "gesprek":
            self.open("casus", casus_id=treffer.casus_id, tab="gesprekken")
        else:
            self.open("casus", casus_id=treffer.casus_id)


def _telling(aantal: int) -> str:
    if not aantal:
        return ""
    if aantal >= MEESTE:
        return f"De eerste {MEESTE} plaatsen. Typ een woord erbij om te kiezen."
    return "1 plaats gevonden" if aantal == 1 else f"{aantal} plaatsen gevonden"


def treffer_regels(treffer: Treffer, breed: int, vandaag: date) -> tuple[Content, ...]:
    """Casus, who, when, kind and title; then the fragment with what was found in it; then an empty line."""
    titel = treffer.titel.removeprefix(treffer.soort).strip(" ·")
    boven = Content.assemble(
        f"{treffer.nummer:{NUMMER_BREED}}",
        Content(treffer.jongere).truncate(NAAM_BREED - 1, ellipsis=True).truncate(NAAM_BREED, pad=True),
        (f"{dag_kaal(treffer.datum, vandaag):{DATUM_BREED}}", ZACHT),
        (_SOORTEN.get(treffer.soort, treffer.soort), "bold"),
        (f"  ·  {titel}" if titel and treffer.soort != "casus" else "", ""),
    )
    return boven, fragment_regel(treffer, breed), Content("")


_SOORTEN = {"plan": "gezinsplan"}


def fragment_regel(treffer: Treffer, breed: int) -> Content:
    """The fragment on one line, cut at the left where what was found would fall outside `breed`."""
    fragment = Content(treffer.fragment, strip_control_codes=False).stylize(ZACHT)
    for begin, eind in treffer.markeringen:
        fragment = fragment.stylize("bold underline $primary", begin, eind)
    if not treffer.markeringen:
        return fragment
    begin, eind = treffer.markeringen[0]
    if eind <= breed - 1:
        return fragment
    return Content.styled("…", ZACHT) + fragment[max(0, begin - breed // 3) :]
