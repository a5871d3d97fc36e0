"""The fast way in: a whole family, one line a person, with what was understood beside each line."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Input

from kernteam_tui.domain.gezinsinvoer import Duiding, proef
from kernteam_tui.domain.gezinsinvoer.duiding import Regelsoort
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.screens.gezin.regelbeeld import Regelbeeld, gelezen
from kernteam_tui.services.gezin import Invoerbasis, bewaar_invoer, get_invoerbasis
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.tekst import ZACHT, Tekst

REGELS = "regels"
"""Key of the draft: the lines as they were typed."""
NAMEN = "naam"
"""Key of the draft: names that are not in the store yet, so that F9 hides them too."""

VOORBEELDEN = (
    ("huis Laan 12 3531 CJ Utrecht", "wie eronder staat, woont hier"),
    ("Ayşe Yıldız moeder 12-3-1981 gezag", "naam eerst, dan wat je weet"),
    ('Lina " zus 2014 Turks tolk', '" is de achternaam van de jongere'),
    ("Sami jongere 14-1-2012", "vult de jongere zelf aan"),
    ("Mark Bos stiefvader 06-12345678", "ook e-mail; na ‘let op’ vrije tekst"),
    ("oma via moeder overleden 2019", "via wie iemand familie is"),
    ("Bep (buurvrouw)", "tussen haakjes: wie het is"),
    ("huis bij vader Dreef 3 Utrecht geheim", "een tweede huis, adres geheim"),
    ("Sami deels", "woont ook hier, voor een deel"),
    ("moeder en vader gescheiden 2019", "of: samen, tweeling, ruzie, hecht"),
)


class GezinInvoerScreen(FormulierScreen):
    """Lines above, as they were understood; the line that is typed below. Saved all at once."""

    NAAM = "gezin_invoer"
    TITEL = "Gezin invoeren"
    UITLEG = (
        "Typ één regel per persoon, in de volgorde waarin je het hoort. Onder je regel zie je meteen wat "
        "het programma ervan begrijpt. Een regel die met ‘huis’ begint is een adres: wie eronder staat, "
        "woont er. Wat je weglaat, blijft open. Pas met ctrl+s komt alles in het gezin."
    )
    CSS_PATH = stijl("gezin")
    OPDRACHTEN = (
        Opdracht("volgende", "enter", "volgende regel", "Deze regel is klaar, verder met de volgende"),
        Opdracht("omhoog", "up", "vorige", "Terug naar de regel hierboven, om die te wijzigen"),
        Opdracht("omlaag", "down", "verder", "Naar de regel hieronder", in_voet=False),
        Opdracht("ertussen", "f6", "regel ertussen", "Een lege regel onder deze regel zetten"),
        Opdracht("regel_weg", "f4", "regel weg", "Deze regel weghalen"),
    )

    def __init__(self, casus_id: str) -> None:
        super().__init__(casus_id=casus_id)
        self._basis: Invoerbasis | None = None
        self._plaats = 0
        self._duidingen: tuple[Duiding, ...] = ()

    def concept_sleutel(self) -> str:
        return f"gezin_invoer:{self.argumenten['casus_id']}"

    def inhoud(self) -> ComposeResult:
        with VerticalScroll(id="regels-vak", can_focus=False):
            yield Tekst(id="voorbeelden")
            yield Regelbeeld(id="regels")
        with Vertical(id="schrijf"):
            with Horizontal(id="schrijfregel"):
                yield Tekst("›", id="pijl")
                yield Invoer(placeholder="naam, wie dit is, en wat je weet", id="regel")
            yield Tekst(id="gelezen")
            yield Tekst(id="staat", classes="zacht")

    def laad(self) -> None:
        self.lees(get_invoerbasis, self.argumenten["casus_id"], bij_klaar=self._begin)

    def _begin(self, basis: Invoerbasis) -> None:
        self._basis = basis
        self.kop(onderwerp=f"{basis.nummer} {basis.jongere}")
        self.query_one("#voorbeelden", Tekst).update(_voorbeelden())
        self.begin_met({REGELS: []})

    def begonnen(self) -> None:
        self._plaats = len(self._regels)
        self._toon_invoer()
        self._duid()

    # --- the lines -------------------------------------------------------------------------------

    @property
    def _regels(self) -> list[str]:
        regels: list[str] = self.waarde.setdefault(REGELS, [])
        return regels

    @property
    def _invoer(self) -> Invoer:
        return self.query_one("#regel", Invoer)

    def _toon_invoer(self) -> None:
        """The line that is typed stands in the field."""
        tekst = self._regels[self._plaats] if self._plaats < len(self._regels) else ""
        with self.prevent(Input.Changed):
            self._invoer.value = tekst
        self._invoer.cursor_position = len(tekst)
        self._invoer.focus()

    def _neem_regel_over(self) -> bool:
        """What stands in the field goes into the lines; answers whether that changed anything."""
        tekst = self._invoer.value
        if self._plaats < len(self._regels):
            anders = self._regels[self._plaats] != tekst
            self._regels[self._plaats] = tekst
            return anders
        if tekst.strip():
            self._regels.append(tekst)
            return True
        return False

    def _ga_naar(self, plaats: int) -> None:
        """To another line; an empty one that is left falls away."""
        self._neem_regel_over()
        if self._plaats < len(self._regels) and not self._regels[self._plaats].strip():
            del self._regels[self._plaats]
            plaats -= plaats > self._plaats
        self._plaats = max(0, min(plaats, len(self._regels)))
        self._toon_invoer()
        self._typ()
        self._duid()

    @on(Input.Changed, "#regel")
    def _getypt(self) -> None:
        if self._begonnen and self._neem_regel_over():
            self._typ()
            self._duid()

    def _neem_laatste_over(self) -> None:
        if self._begonnen and self._neem_regel_over():
            self._typ()

    def _kopie(self) -> dict[str, object]:
        regels = [regel for regel in self._regels if regel.strip()]
        return {REGELS: regels, NAMEN: " ".join(sorted(_namen(self._duidingen, regels)))}

    # --- what was understood -------------------------------------------------------------------------

    def _duid(self) -> None:
        if self._basis is None:
            return
        basis, vandaag = self._basis, self.kernteam.klok.vandaag()
        self._duidingen = proef(basis.gezin, basis.jongere_ids, self._regels, vandaag)
        self.kernteam.namen.hoor(" ".join(_namen(self._duidingen, self._regels)))
        klaar = self._duidingen[: self._plaats] + self._duidingen[self._plaats + 1 :]
        self.query_one("#voorbeelden").display = not self._regels
        beeld = self.query_one("#regels", Regelbeeld)
        beeld.display = bool(self._regels)
        beeld.zet(self._duidingen, self._regels, self._plaats)
        hier = self._duidingen[self._plaats] if self._plaats < len(self._duidingen) else None
        self.query_one("#gelezen", Tekst).update(
            gelezen(hier) if hier and hier.soort else self._hoeveel(klaar)
        )
        self.call_after_refresh(self._in_beeld)

    def _hoeveel(self, klaar: tuple[Duiding, ...]) -> Content:
        fouten = sum(bool(duiding.fout) for duiding in klaar)
        if fouten:
            woord = "regel klopt" if fouten == 1 else "regels kloppen"
            return Content.styled(f"{fouten} {woord} nog niet: ga er met ↑ naartoe.", "$error")
        return Content.styled("Klaar? ctrl+s zet dit in het gezin.", ZACHT) if klaar else Content("")

    def _in_beeld(self) -> None:
        if not self.is_attached or not self._regels:
            return
        beeld = self.query_one("#regels", Regelbeeld)
        begin, hoog = beeld.hoogte_tot(min(self._plaats, len(self._regels) - 1), beeld.content_size.width)
        vak = self.query_one("#regels-vak", VerticalScroll)
        vak.scroll_to_region(Region(0, begin, 1, hoog), animate=False, force=True)

    # --- commands ------------------------------------------------------------------------------------

    @on(Input.Submitted, "#regel")
    def action_volgende(self) -> None:
        self._ga_naar(self._plaats + 1)

    def action_omhoog(self) -> None:
        self._ga_naar(self._plaats - 1)

    def action_omlaag(self) -> None:
        self._ga_naar(self._plaats + 1)

    def action_ertussen(self) -> None:
        self._neem_regel_over()
        if self._plaats < len(self._regels):
            self._regels.insert(self._plaats + 1, "")
        self._plaats = min(self._plaats + 1, len(self._regels))
        self._toon_invoer()
        self._duid()

    def action_regel_weg(self) -> None:
        self._invoer.value = ""
        self._ga_naar(self._plaats)

    def ontbrekend(self) -> dict[str, str]:
        """The first line that is not understood comes into the field."""
        self._ga_naar(len(self._regels))
        for nummer, duiding in enumerate(self._duidingen):
            if duiding.fout:
                self._ga_naar(nummer)
                self.meld(f"Regel {nummer + 1}: {duiding.fout}")
                return {"regel": duiding.fout}
        return {}

    def afronden(self) -> None:
        if not self._regels:
            self.meld("Er staat nog niets om te bewaren.")
            return
        self.rond_af(
            bewaar_invoer,
            self.argumenten["casus_id"],
            tuple(self._regels),
            bij_klaar=lambda _: self._klaar(),
            ongedaan="Gezin ingevoerd",
        )

    def _klaar(self) -> None:
        self.klaar()
        self.terug()


def _namen(duidingen: Sequence[Duiding], regels: Sequence[str]) -> set[str]:
    """Every word that may be of a name or an address, with a capital: so none is taken for another word."""
    wie = {woord for d in duidingen if d.soort is Regelsoort.PERSOON for woord in d.wie.split()}
    getypt = {woord for regel in regels for woord in regel.split() if woord[:1].isupper()}
    return {f"{woord[:1].upper()}{woord[1:]}" for woord in wie | getypt}


def _voorbeelden() -> Content:
    """How a family is typed, for who has typed nothing yet."""
    kolom = max(len(voorbeeld) for voorbeeld, _ in VOORBEELDEN) + 2
    regels = [Content.styled("Typ één regel per persoon. Zo kan het:", ZACHT), Content("")]
    for voorbeeld, uitleg in VOORBEELDEN:
        regels.append(Content(f"  {voorbeeld:<{kolom}}") + Content.styled(uitleg, ZACHT))
    return Content("\n").join(regels)
