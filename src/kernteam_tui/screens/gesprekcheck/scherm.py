"""Before a talk: who was asked and told, the interpreter, the family's yes, the room. One key a line."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.gesprek_wie import vraag_andere_genodigden
from kernteam_tui.screens.gesprek_woorden import wanneer
from kernteam_tui.screens.gesprekcheck.regels import check_regel, samen, uitleg
from kernteam_tui.services.gesprekcheck import (
    CheckBeeld,
    CheckRegel,
    Checksoort,
    get_check,
    noteer_iedereen_gevraagd,
    zet_check,
    zet_ruimte,
)
from kernteam_tui.services.gesprekken import GesprekBeeld
from kernteam_tui.widgets.lijst import Lijst
from kernteam_tui.widgets.tekst import Kopregel, Tekst
from kernteam_tui.widgets.voet import Voet

_ALLEEN_OPEN = frozenset({"zet", "iedereen", "wie"})


class GesprekcheckScreen(KernteamScreen):
    """The checklist of one talk."""

    NAAM = "gesprekcheck"
    TITEL = "Voor het gesprek"
    UITLEG = (
        "Loop dit na vóór het gesprek. Enter zet de regel een stap verder; ctrl+z neemt dat terug. "
        "Wat twee schooldagen van tevoren nog open staat, komt vanzelf op Vandaag."
    )
    CSS_PATH = stijl("gesprekcheck")
    OPDRACHTEN = (
        Opdracht("zet", "enter", "volgende stap", "De gemarkeerde regel een stap verder zetten"),
        Opdracht("iedereen", "a", "iedereen gevraagd", "Noteren dat iedereen vandaag gevraagd is"),
        Opdracht("wie", "w", "wie erbij", "Iemand erbij vragen, of eraf halen"),
        Opdracht("uitnodigingen", "u", "uitnodigingen", "De uitnodigingen en brieven van dit gesprek"),
    )
    AUTO_FOCUS = "#check"

    def __init__(self, gesprek_id: str) -> None:
        super().__init__(gesprek_id=gesprek_id)
        self._beeld: CheckBeeld | None = None

    @property
    def gesprek_id(self) -> str:
        return str(self.argumenten["gesprek_id"])

    def inhoud(self) -> ComposeResult:
        yield Tekst(id="check-wanneer", classes="vet")
        yield Kopregel(id="check-samen")
        yield Lijst[CheckRegel](check_regel, "Alleen jij staat bij dit gesprek.", id="check")
        with VerticalScroll(id="check-meer", can_focus=False):
            yield Tekst(id="check-uitleg", classes="zacht")

    def laad(self) -> None:
        self.lees(get_check, self.gesprek_id, bij_klaar=self._toon)

    def _toon(self, beeld: CheckBeeld) -> None:
        self._beeld = beeld
        self.kop(onderwerp=f"{beeld.casus} {beeld.jongere}  ·  {beeld.soort.label}")
        plek = f"  ·  {beeld.plek}" if beeld.plek else ""
        self.query_one("#check-wanneer", Tekst).update(f"{wanneer(beeld.start, beeld.minuten)}{plek}")
        self.query_one("#check-samen", Kopregel).update(samen(beeld))
        self._lijst.vul([(f"{regel.soort}:{regel.deelnemer_id}", regel) for regel in beeld.regels])
        self._toon_uitleg()
        for voet in self.query(Voet):
            voet.toon(self.voetopdrachten())

    @property
    def _lijst(self) -> Lijst[CheckRegel]:
        return self.query_one("#check", Lijst)

    @on(Lijst.Gemarkeerd)
    def _toon_uitleg(self) -> None:
        if self._beeld is not None:
            self.query_one("#check-uitleg", Tekst).update(uitleg(self._lijst.item, self._beeld))

    def eigen_opdrachten(self) -> list[Opdracht]:
        return [op for op in super().eigen_opdrachten() if self._past(op.id)]

    def _past(self, opdracht_id: str) -> bool:
        return opdracht_id not in _ALLEEN_OPEN or (self._beeld is not None and self._beeld.open)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in _ALLEEN_OPEN:
            return self._past(action)
        return super().check_action(action, parameters)

    # --- commands ----------------------------------------------------------------------------

    @on(Lijst.Gekozen)
    def action_zet(self) -> None:
        regel, beeld = self._lijst.item, self._beeld
        if regel is None or beeld is None or not beeld.open:
            return
        if regel.soort is Checksoort.RUIMTE:
            kamers = [(f"kamer {ruimte}", ruimte) for ruimte in beeld.ruimtes]
            self.kies("Welke kamer?", kamers, self._neem_kamer)
            return
        self.doe(
            zet_check,
            self.gesprek_id,
            regel.soort,
            regel.deelnemer_id,
            bij_klaar=self._toon,
            ongedaan="Checklist bijgewerkt",
        )

    def _neem_kamer(self, ruimte: str) -> None:
        if self._beeld is None or ruimte == self._beeld.ruimte:
            return
        self.doe(zet_ruimte, self.gesprek_id, ruimte, bij_klaar=self._kamer_genomen)

    def _kamer_genomen(self, beeld: CheckBeeld) -> None:
        self._toon(beeld)
        self._toon_uitnodigingen()

    def action_iedereen(self) -> None:
        self.doe(
            noteer_iedereen_gevraagd,
            self.gesprek_id,
            bij_klaar=self._toon,
            ongedaan="Genoteerd: iedereen is gevraagd",
        )

    def action_wie(self) -> None:
        vraag_andere_genodigden(self, self.gesprek_id, self._andere_genodigden)

    def _andere_genodigden(self, _: GesprekBeeld) -> None:
        self._toon_uitnodigingen()

    def _toon_uitnodigingen(self) -> None:
        self.open("uitnodigingen", gesprek_id=self.gesprek_id, schrijf=True)

    def action_uitnodigingen(self) -> None:
        self.open("uitnodigingen", gesprek_id=self.gesprek_id)
