"""The agenda of the next overleg of one school, and the same one for on the table."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content

from kernteam_tui.domain.datumtekst import moment_kort
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.overleg import regels
from kernteam_tui.screens.overleg.regels import Genummerd
from kernteam_tui.services.overleg.lezen import OverlegBeeld, PuntBeeld, get_overleg
from kernteam_tui.services.overleg.wijzigen import (
    haal_punt_weg,
    meld_punt_klaar,
    sluit_overleg,
    verplaats_punt,
)
from kernteam_tui.widgets.feiten import Feiten
from kernteam_tui.widgets.lijst import Lijst
from kernteam_tui.widgets.tekst import Kopregel, Tekst

LABEL_BREED = 20
_OOK_OP_TAFEL = "tafel"
"""The only command of its own that works while others look along."""


class OverlegScreen(KernteamScreen):
    """`tafel`: others look along; then it shows only what each of them may know."""

    NAAM = "overleg"
    TITEL = "Kernpartneroverleg"
    UITLEG = (
        "De agenda maakt zichzelf: open startgesprekken, gezinnen die lang wachten, afspraken en "
        "terugkoppelingen. Onder elk punt staat wat elke partner mag horen. Kijkt er iemand mee, druk dan op "
        "o: dan staan er alleen initialen, en alleen wat iedereen aan tafel mag weten. Enter bespreekt een "
        "punt, s rondt het overleg af."
    )
    CSS_PATH = stijl("overleg")
    OPDRACHTEN = (
        Opdracht("bespreken", "enter", "bespreken", "Dit punt bespreken en vastleggen", "overleg_punt"),
        Opdracht(_OOK_OP_TAFEL, "o", "op tafel", "Tonen wat iedereen aan tafel mag zien, en weer terug"),
        Opdracht("toevoegen", "t", "erbij", "Zelf een punt op de agenda zetten", "overleg_eigen"),
        Opdracht("wijzigen", "w", "wijzigen", "De vraag bij dit punt wijzigen", "overleg_eigen"),
        Opdracht("weghalen", "d", "eraf", "Dit punt van de agenda halen"),
        Opdracht("hoger", "h", "hoger", "Dit punt een plaats omhoog"),
        Opdracht("lager", "l", "lager", "Dit punt een plaats omlaag"),
        Opdracht("aanwezig", "a", "wie is er", "Aanvinken wie van het kernteam er is", "overleg_aanwezig"),
        Opdracht("papier", "p", "papier", "De agenda voor op tafel of voor één partner", "overleg_papier"),
        Opdracht(
            "klaar_melden", "k", "klaar", "De afspraak van een punt zonder casus afvinken", in_voet=False
        ),
        Opdracht("casus", "c", "casus", "De casus van dit punt openen", "casus", in_voet=False),
        Opdracht("moment", "v", "moment", "Dit overleg op een ander moment houden", "overleg_moment"),
        Opdracht("eerdere", "e", "eerdere", "De overleggen die al geweest zijn", "overleg_eerdere"),
        Opdracht("sluiten", "s", "afronden", "Het overleg afronden; wat bleef liggen gaat mee"),
    )
    AUTO_FOCUS = "#overleg-punten"
    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (112, "-breed")]

    def __init__(self, school_id: str, tafel: bool = False) -> None:
        super().__init__(school_id=school_id, tafel=tafel)
        self._school_id = school_id
        self._beeld: OverlegBeeld | None = None

    def inhoud(self) -> ComposeResult:
        yield Tekst(id="overleg-kop")
        yield Tekst(id="overleg-wie", classes="zacht")
        with Container(id="overleg"):
            yield Lijst[Genummerd](self._regel, regels.LEEG, id="overleg-punten")
            with VerticalScroll(id="overleg-kaart", can_focus=False):
                yield Kopregel(id="overleg-naam")
                yield Feiten(id="overleg-feiten", breed=LABEL_BREED)

    @property
    def op_tafel(self) -> bool:
        """Whether others look along."""
        return bool(self.argumenten["tafel"])

    @property
    def _lijst(self) -> Lijst[Genummerd]:
        return self.query_one("#overleg-punten", Lijst)

    @property
    def _punt(self) -> PuntBeeld | None:
        return self._lijst.item[1] if self._lijst.item is not None else None

    def laad(self) -> None:
        self.lees(get_overleg, self._school_id, bij_klaar=self._toon)

    def _toon(self, beeld: OverlegBeeld) -> None:
        self._beeld = beeld
        self.kop(onderwerp=beeld.school)
        self.set_class(self.op_tafel, "-tafel")
        kop = Content("Agenda") if self.op_tafel else regels.kopregel(beeld)
        wie = regels.tafel_regel(beeld) if self.op_tafel else regels.aanwezig_regel(beeld)
        self.query_one("#overleg-kop", Tekst).update(kop)
        self.query_one("#overleg-wie", Tekst).update(wie)
        self._lijst.zet_leeg(regels.LEEG if beeld.start is not None else regels.GEEN_MOMENT)
        self._lijst.vul([(punt.sleutel, (nr, punt)) for nr, punt in enumerate(beeld.punten, 1)])
        self._toon_kaart()
        self.query_one("#voet").toon(self.voetopdrachten())  # type: ignore[attr-defined]  # a Voet

    def _regel(self, item: Genummerd, breed: int) -> tuple[Content, Content]:
        return regels.tafel_regels(item, breed) if self.op_tafel else regels.punt_regels(item, breed)

    @on(Lijst.Gemarkeerd, "#overleg-punten")
    def _toon_kaart(self) -> None:
        punt = None if self.op_tafel else self._punt
        naam = f"{punt.nummer}  {punt.jongere}" if punt is not None and punt.casus_id else "Dit punt"
        self.query_one("#overleg-naam", Kopregel).update(naam if punt is not None else "")
        self.query_one("#overleg-feiten", Feiten).zet(regels.kaart(punt))

    # --- the table ---------------------------------------------------------------------------

    def eigen_opdrachten(self) -> list[Opdracht]:
        own = [op for op in super().eigen_opdrachten() if self._past(op.id)]
        return [replace(op, tekst="jouw agenda") for op in own] if self.op_tafel else own

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if any(op.id == action for op in self.OPDRACHTEN):
            return self._past(action)
        return super().check_action(action, parameters)

    def _past(self, opdracht: str) -> bool:
        return not self.op_tafel or opdracht == _OOK_OP_TAFEL

    def action_tafel(self) -> None:
        """Show only what everybody who is there may know, or the own view again."""
        self.argumenten["tafel"] = not self.op_tafel
        if self._beeld is not None:
            self._toon(self._beeld)

    # --- a point -------------------------------------------------------------------------------

    @on(Lijst.Gekozen, "#overleg-punten")
    def action_bespreken(self) -> None:
        beeld, sleutel = self._beeld, self._lijst.sleutel
        if self.op_tafel or beeld is None or sleutel is None:
            return
        if beeld.kan_nu:
            self.open("overleg_punt", school_id=self._school_id, sleutel=sleutel)
        elif beeld.start is not None:
            self.meld(f"Dit overleg is pas {moment_kort(beeld.start)}. Is het eerder, kies dan met v.")

    def action_toevoegen(self) -> None:
        self.open("overleg_eigen", school_id=self._school_id)

    def action_wijzigen(self) -> None:
        if self._lijst.sleutel is not None:
            self.open("overleg_eigen", school_id=self._school_id, sleutel=self._lijst.sleutel)

    def action_weghalen(self) -> None:
        if self._lijst.sleutel is not None:
            self.doe(
                haal_punt_weg,
                self._school_id,
                self._lijst.sleutel,
                bij_klaar=lambda _: self.laad(),
                ongedaan="Punt van de agenda gehaald",
            )

    def action_hoger(self) -> None:
        self._verplaats(-1)

    def action_lager(self) -> None:
        self._verplaats(1)

    def _verplaats(self, stap: int) -> None:
        if self._lijst.sleutel is not None:
            self.doe(
                verplaats_punt,
                self._school_id,
                self._lijst.sleutel,
                stap,
                bij_klaar=lambda _: self.laad(),
                ongedaan="Punt verplaatst",
            )

    def action_klaar_melden(self) -> None:
        if self._lijst.sleutel is not None:
            self.doe(
                meld_punt_klaar,
                self._school_id,
                self._lijst.sleutel,
                bij_klaar=lambda _: self.laad(),
                ongedaan="Afspraak afgevinkt",
            )

    def action_casus(self) -> None:
        if self._punt is not None and self._punt.casus_id:
            self.open("casus", casus_id=self._punt.casus_id)

    # --- the overleg ---------------------------------------------------------------------------

    def action_aanwezig(self) -> None:
        self.open("overleg_aanwezig", school_id=self._school_id)

    def action_papier(self) -> None:
        self.open("overleg_papier", school_id=self._school_id)

    def action_moment(self) -> None:
        self.open("overleg_moment", school_id=self._school_id)

    def action_eerdere(self) -> None:
        self.open("overleg_eerdere", school_id=self._school_id)

    def action_sluiten(self) -> None:
        self.doe(sluit_overleg, self._school_id, bij_klaar=self._gesloten, ongedaan="Overleg afgerond")

    def _gesloten(self, mee: int) -> None:
        mee_tekst = {0: "", 1: " Eén punt gaat mee naar de volgende keer."}
        rest = mee_tekst.get(mee, f" {mee} punten gaan mee naar de volgende keer.")
        self.meld(f"Het overleg is afgerond.{rest}")
        self.laad()
