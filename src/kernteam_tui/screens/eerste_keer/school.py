"""Steps 6 to 8: the first school, its kernteam, and who is in when. The form of F5, a part at a time."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.eerste_keer.stap import AANTAL
from kernteam_tui.screens.school.formulier import SchoolformulierScreen
from kernteam_tui.services.instellingen import InstellingenBeeld
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Veld
from kernteam_tui.widgets.voet import Voet

DELEN = ("deel-school", "deel-kernteam", "deel-rooster")
NAMEN = ("je school", "het kernteam", "wie er wanneer is")
UITLEG = (
    "Heb je meer scholen? Begin met één; de andere voeg je later toe met F5.",
    "Wie zitten er met jou in het kernteam? Een rij zonder naam telt niet mee. "
    "Tab gaat naar het volgende vakje.",
    "Zet aan wie er in een gewone week op welk dagdeel is. "
    "Daarmee zoekt het programma momenten voor startgesprekken.",
)
LATER = "Later verder? Druk op F5 en dan op t; wat je typte staat er dan nog."


class EersteSchoolScreen(SchoolformulierScreen):
    """`deel`: 0, 1 or 2, the part in sight. Its draft is that of a new school on F5."""

    NAAM = "eerste_school"
    TITEL = "Inrichten"
    OPDRACHTEN = (
        Opdracht("klaar_maken", "ctrl+s", "verder", "Naar de volgende stap"),
        Opdracht("later", "f8", "later", "De school later afmaken, met F5"),
    )

    def __init__(self, deel: int = 0) -> None:
        super().__init__()
        self.argumenten = {"deel": deel}

    @property
    def deel(self) -> int:
        return int(self.argumenten["deel"] or 0)

    def inhoud(self) -> ComposeResult:
        yield Tekst(id="eerste-uitleg")
        yield from super().inhoud()

    def _begin_nieuw(self, instellingen: InstellingenBeeld) -> None:
        super()._begin_nieuw(instellingen)
        self._toon_deel(self.deel)

    def begonnen(self) -> None:
        """The draft is there."""
        self._toon_deel(self.deel)
        self._focus_eerste()

    def _toon_deel(self, deel: int) -> None:
        self.argumenten["deel"] = deel
        for blok in self.query(".deel").results(Vertical):
            blok.display = blok.id == DELEN[deel]
        self.kop(
            titel="Inrichten", onderwerp=f"stap {AANTAL - len(DELEN) + deel + 1} van {AANTAL}: {NAMEN[deel]}"
        )
        self.query_one("#eerste-uitleg", Tekst).update(UITLEG[deel])
        self.query_one(Voet).toon(self.voetopdrachten())

    def eigen_opdrachten(self) -> list[Opdracht]:
        """People are added and taken away in one part only."""
        alle = super().eigen_opdrachten()
        bij_kernteam = DELEN[self.deel] == "deel-kernteam"
        return [op for op in alle if bij_kernteam or not op.id.startswith("iemand")]

    def action_iemand_erbij(self) -> None:
        if DELEN[self.deel] == "deel-kernteam":
            super().action_iemand_erbij()

    @on(Invoer.Submitted)
    def _enter(self) -> None:
        """As in the steps before: Enter goes to the next field."""
        self.focus_next()

    def _focus_eerste(self) -> None:
        next(iter(self._velden_van(self.deel))).focus_invoer()

    def _velden_van(self, deel: int) -> list[Veld]:
        return list(self.query_one(f"#{DELEN[deel]}").query(Veld))

    # --- back and forth -------------------------------------------------------------------------

    def action_klaar_maken(self) -> None:
        van_dit_deel = {veld.id for veld in self._velden_van(self.deel)}
        fouten = {naam: zin for naam, zin in self.ontbrekend().items() if naam in van_dit_deel}
        self.toon_fouten(fouten)
        if fouten:
            return
        if self.deel + 1 < len(DELEN):
            self._toon_deel(self.deel + 1)
            self._focus_eerste()
        else:
            super().action_klaar_maken()

    def toon_fouten(self, fouten: dict[str, str]) -> None:
        """The part with the first fault comes into sight."""
        for deel in range(len(DELEN)):
            if any(veld.id in fouten for veld in self._velden_van(deel)):
                self._toon_deel(deel)
                break
        super().toon_fouten(fouten)

    def action_terug(self) -> None:
        if self.deel:
            self._toon_deel(self.deel - 1)
            self._focus_eerste()
        else:
            self.action_later()

    def action_later(self) -> None:
        """A school with a name is kept as far as it goes; without one only the draft is."""
        if self.waarde.get("naam", "").strip() and not self.ontbrekend():
            self.afronden()
            return
        self.meld(LATER)
        self.terug()
