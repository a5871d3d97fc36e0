"""School (F5): the schools, and of each one the kernteam, this week and what was agreed."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content

from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.school import kaart
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.vandaag import SchoolWeek, list_schoolweken
from kernteam_tui.widgets.feiten import Feiten
from kernteam_tui.widgets.lijst import Lijst
from kernteam_tui.widgets.tekst import Kopregel, Tekst

MetWeek = tuple[SchoolBeeld, SchoolWeek]


class SchoolScreen(KernteamScreen):
    """A list of schools and the card of the marked one."""

    NAAM = "school"
    TITEL = "School"
    UITLEG = (
        "Je scholen, met wie er in het kernteam zit en wie er deze week wanneer is. Op dit scherm staan geen "
        "namen van gezinnen: school mag meekijken."
    )
    CSS_PATH = stijl("school")
    OPDRACHTEN = (
        Opdracht("wijzigen", "enter,w", "wijzigen", "Deze school wijzigen", "school_formulier"),
        Opdracht("toevoegen", "t", "toevoegen", "Een school toevoegen", "school_formulier"),
        Opdracht(
            "rooster", "r", "wie wanneer", "Wie er wanneer is: het vaste patroon en echte weken", "rooster"
        ),
        Opdracht("afwezigen", "a", "afwezig", "Wie er afwezig is, en wie er invalt", "afwezigen"),
        Opdracht("dagen", "d", "dagen", "Eigen dagen van deze school en de vakanties", "schooldagen"),
        Opdracht("overleg", "o", "overleg", "De agenda van het kernpartneroverleg", "overleg"),
        Opdracht("uren", "u", "uren", "Lesuren, ochtend en middag, het vaste overleg", "schooltijden"),
        Opdracht("kernagendas", "g", "agenda’s", "De agenda’s van dit kernteam inlezen", "agendas"),
    )
    AUTO_FOCUS = "#scholen"

    def inhoud(self) -> ComposeResult:
        with Container(id="school"):
            yield Lijst[MetWeek](self._regels, id="scholen")
            with VerticalScroll(id="school-kaart"):
                yield Kopregel(id="school-naam")
                yield Tekst(id="school-kernteam")
                yield Kopregel("Afspraken")
                yield Feiten(id="school-feiten")
        yield Tekst(kaart.LEEG, id="school-leeg")
        yield Tekst(kaart.NIET_OPZOEKEN, id="school-zwijgen", classes="zacht")

    def laad(self) -> None:
        self.lees(list_schoolweken, bij_klaar=self._toon)

    def _toon(self, scholen: tuple[MetWeek, ...]) -> None:
        self.set_class(not scholen, "-leeg")
        self._lijst.vul([(school.id, (school, week)) for school, week in scholen])
        self._toon_kaart()

    def _regels(self, item: MetWeek, breed: int) -> tuple[Content, ...]:
        return kaart.lijst_regels(item[0], breed)

    @property
    def _lijst(self) -> Lijst[MetWeek]:
        return self.query_one("#scholen", Lijst)

    @on(Lijst.Gemarkeerd, "#scholen")
    def _toon_kaart(self) -> None:
        item = self._lijst.item
        if item is None:
            return
        school, week = item
        vandaag = self.kernteam.klok.vandaag()
        self.query_one("#school-naam", Kopregel).update(school.naam)
        self.query_one("#school-kernteam", Tekst).update(kaart.kernteam_tekst(school, week, vandaag))
        self.query_one("#school-feiten", Feiten).zet(kaart.feiten(school, vandaag))

    @on(Lijst.Gekozen, "#scholen")
    def action_wijzigen(self) -> None:
        """Open the form of the marked school."""
        school_id = self._lijst.sleutel
        if school_id is not None:
            self.open("school_formulier", school_id=school_id)

    def action_toevoegen(self) -> None:
        self.open("school_formulier")

    def action_rooster(self) -> None:
        """Who is in when at the marked school."""
        self._open_bij_school("rooster")

    def action_afwezigen(self) -> None:
        self._open_bij_school("afwezigen")

    def action_dagen(self) -> None:
        self._open_bij_school("schooldagen")

    def action_overleg(self) -> None:
        """As it may lie on the table: school may be looking along here."""
        if self._lijst.sleutel is not None:
            self.open("overleg", school_id=self._lijst.sleutel, tafel=True)

    def action_uren(self) -> None:
        self._open_bij_school("schooltijden")

    def action_kernagendas(self) -> None:
        self._open_bij_school("agendas")

    def _open_bij_school(self, scherm: str) -> None:
        if self._lijst.sleutel is not None:
            self.open(scherm, school_id=self._lijst.sleutel)
