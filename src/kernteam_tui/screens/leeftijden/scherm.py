"""A calm time line of the birthdays that change something, and under it the seven domains from 16 (S70)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content

from kernteam_tui.domain.leeftijden.tijdlijn import GrensStaat
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.leeftijden.woorden import (
    domein_meer,
    domein_regel,
    grens_meer,
    grens_regel,
    kop,
    leeftijd,
    schoolplicht,
    wie_nog,
)
from kernteam_tui.services.leeftijden import (
    DomeinBeeld,
    GrensBeeld,
    JongereLeeftijden,
    LeeftijdenBeeld,
    Verteld,
    get_leeftijden,
    noteer_verteld,
    open_leeftijden,
)
from kernteam_tui.widgets.lijst import Lijst
from kernteam_tui.widgets.tekst import Kopregel, Tekst
from kernteam_tui.widgets.voet import Voet

_SOMS = ("wijzigen", "uitleg", "ander")
"""Commands that do not always make sense."""
JONGERE, OUDERS, BEIDE, NIET, ANDERS = "jongere", "ouders", "beide", "niet", "anders"


class LeeftijdenScreen(KernteamScreen):
    """Of one casus; `jongere_id` is the child that is shown, where there are more."""

    NAAM = "leeftijden"
    TITEL = "Leeftijden"
    UITLEG = (
        "De verjaardagen waarop er iets verandert: wie toestemming geeft, wie mag meelezen, school en hulp. "
        "Enter noteert wie het weet. Vanaf 16 staan eronder de zeven onderwerpen van het toekomstplan."
    )
    CSS_PATH = stijl("leeftijden")
    OPDRACHTEN = (
        Opdracht("aanpakken", "enter", "noteren", "Noteren wie het weet, of wat je besprak"),
        Opdracht("wijzigen", "w", "wijzigen", "Een andere dag kiezen, of iets verbeteren"),
        Opdracht("uitleg", "u", "uitleg", "De uitleg groot laten zien, en weer terug"),
        Opdracht("ander", "j", "andere jongere", "De volgende jongere van deze casus laten zien"),
    )
    BINDINGS = [
        Binding("pageup", "blader(-1)", "omhoog", show=False, priority=True),
        Binding("pagedown", "blader(1)", "omlaag", show=False, priority=True),
    ]
    AUTO_FOCUS = "#grenzen"

    def __init__(self, casus_id: str, jongere_id: str = "") -> None:
        super().__init__(casus_id=casus_id, jongere_id=jongere_id)
        self._beeld: LeeftijdenBeeld | None = None
        self._geopend = False
        self._getoond = ""
        """Id of the jongere whose birthdays are in sight."""

    def inhoud(self) -> ComposeResult:
        yield Tekst(id="leeftijden-wie", classes="vet")
        yield Tekst(id="leeftijden-school", classes="zacht")
        with Container(id="leeftijden"):
            with Vertical(id="leeftijden-lijsten"):
                yield Kopregel("Verjaardagen")
                yield Lijst[GrensBeeld](self._grens_regel, "", id="grenzen")
                yield Kopregel("Toekomstplan 16 tot 27", id="domeinen-kop")
                yield Lijst[DomeinBeeld](self._domein_regel, "", id="domeinen")
            with VerticalScroll(id="leeftijden-meer", can_focus=False):
                yield Tekst(id="leeftijden-uitleg")

    def laad(self) -> None:
        haal = get_leeftijden if self._geopend else open_leeftijden
        self._geopend = True
        self.lees(haal, self.argumenten["casus_id"], bij_klaar=self._toon, groep="leeftijden")

    # --- showing -----------------------------------------------------------------------------

    def _toon(self, beeld: LeeftijdenBeeld) -> None:
        self._beeld = beeld
        self.kop(onderwerp=f"{beeld.casus} {beeld.jongere}")
        jongere = self._jongere
        self.query_one("#leeftijden-wie", Tekst).update(kop(jongere))
        self.query_one("#leeftijden-school", Tekst).update(schoolplicht(jongere, self._vandaag))
        ander = self._getoond != jongere.id
        self._getoond = jongere.id
        self._grenzen.vul([(grens.grens.value, grens) for grens in jongere.grenzen])
        if ander:
            self._grenzen.gemarkeerd = _nu_of_straks(jongere.grenzen)
            self._grenzen.focus()
        self._domeinen.vul([(domein.domein.value, domein) for domein in jongere.domeinen])
        for naam in ("#domeinen", "#domeinen-kop"):
            self.query_one(naam).display = bool(jongere.domeinen)
        self._toon_meer()
        self._toon_voet()

    @property
    def _jongere(self) -> JongereLeeftijden:
        assert self._beeld is not None
        jongeren = self._beeld.jongeren
        return next((j for j in jongeren if j.id == self.argumenten["jongere_id"]), jongeren[0])

    @property
    def _grenzen(self) -> Lijst[GrensBeeld]:
        return self.query_one("#grenzen", Lijst)

    @property
    def _domeinen(self) -> Lijst[DomeinBeeld]:
        return self.query_one("#domeinen", Lijst)

    @property
    def _vandaag(self) -> date:
        return self.kernteam.klok.vandaag()

    def _grens_regel(self, grens: GrensBeeld, breed: int) -> tuple[Content, ...]:
        del breed
        return grens_regel(grens, self._jongere.roepnaam)

    def _domein_regel(self, domein: DomeinBeeld, breed: int) -> tuple[Content, ...]:
        del breed
        return domein_regel(domein)

    @on(Lijst.Gemarkeerd)
    def _gemarkeerd(self) -> None:
        self._toon_meer()

    def on_descendant_focus(self) -> None:
        self._toon_meer()

    def _toon_meer(self) -> None:
        if self._beeld is None:
            return
        domein, grens = self._domeinen.item, self._grenzen.item
        uitleg = Content("")
        if self._op_domein and domein is not None:
            uitleg = domein_meer(domein, self._beeld.bron_domeinen)
        elif grens is not None:
            uitleg = grens_meer(grens, self._jongere, self._vandaag)
        self.query_one("#leeftijden-uitleg", Tekst).update(uitleg)
        self.query_one("#leeftijden-meer").scroll_home(animate=False)

    @property
    def _op_domein(self) -> bool:
        return self._domeinen.has_focus

    def _toon_voet(self) -> None:
        for voet in self.query(Voet):
            voet.toon(self.voetopdrachten())

    def eigen_opdrachten(self) -> list[Opdracht]:
        return [opdracht for opdracht in super().eigen_opdrachten() if self._past(opdracht.id)]

    def _past(self, opdracht_id: str) -> bool:
        if self._beeld is None or opdracht_id not in _SOMS:
            return True
        if opdracht_id == "uitleg":
            return self.has_class("-smal") and bool(self._jongere.grenzen)
        if opdracht_id == "ander":
            return len(self._beeld.jongeren) > 1
        return self._jongere.geboren is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in _SOMS:
            return self._beeld is not None and self._past(action)
        return super().check_action(action, parameters)

    # --- commands ----------------------------------------------------------------------------

    def action_blader(self, stap: int) -> None:
        self.query_one("#leeftijden-meer").scroll_relative(y=stap * 6, animate=False)

    def action_uitleg(self) -> None:
        """On a narrow screen the explanation takes the place of the lists; the marked line stays."""
        self.toggle_class("-uitleg")

    @on(Lijst.Gekozen)
    def action_aanpakken(self) -> None:
        if self._beeld is None:
            return
        if self._jongere.geboren is None:
            self.open("persoon", casus_id=self._beeld.casus_id, persoon_id=self._jongere.id)
        elif self._op_domein or self._grenzen.item is None or not self._keuzes(self._grenzen.item):
            self.action_wijzigen()
        else:
            grens = self._grenzen.item
            self.kies(
                f"{leeftijd(grens.grens)}: wie weet het?", self._keuzes(grens), partial(self._gekozen, grens)
            )

    def key_enter(self) -> None:
        """Without a birth date there is no list to press Enter in."""
        if self._beeld is not None and self._jongere.geboren is None:
            self.action_aanpakken()

    def action_wijzigen(self) -> None:
        assert self._beeld is not None
        plaats = {"casus_id": self._beeld.casus_id, "jongere_id": self._jongere.id}
        if self._op_domein and self._domeinen.sleutel:
            self.open("toekomst", **plaats, domein=self._domeinen.sleutel)
        elif self._grenzen.sleutel:
            self.open("leeftijdstap", **plaats, grens=self._grenzen.sleutel)

    def action_ander(self) -> None:
        assert self._beeld is not None
        ids = [jongere.id for jongere in self._beeld.jongeren]
        self.argumenten["jongere_id"] = ids[(ids.index(self._jongere.id) + 1) % len(ids)]
        self._toon(self._beeld)

    def _keuzes(self, grens: GrensBeeld) -> list[tuple[str, str]]:
        """What can be noted now; empty where everybody knows."""
        naam, nog = self._jongere.roepnaam, wie_nog(grens, self._jongere.roepnaam)
        if not nog:
            return []
        keuzes = [(f"{naam} en de ouders weten het, vandaag verteld", BEIDE)] if len(nog) == 2 else []
        if naam in nog:
            keuzes.append((f"{naam} weet het, vandaag verteld", JONGERE))
        if "ouders" in nog:
            keuzes.append(("De ouders weten het, vandaag verteld", OUDERS))
            if self._jongere.beslist_zelf:
                keuzes.append((f"{naam} wil niet dat de ouders het horen …", NIET))
        return [*keuzes, ("Een andere dag …", ANDERS)]

    def _gekozen(self, grens: GrensBeeld, keuze: str) -> None:
        if keuze == ANDERS:
            self.action_wijzigen()
        elif keuze == NIET:
            self.vraag_reden(
                "De ouders horen het niet",
                f"Wat zei {self._jongere.roepnaam} erover? Vanaf 16 beslist een jongere dit zelf.",
                lambda reden: self._noteer(grens, Verteld(grens.jongere_verteld_op, None, reden)),
                sleutel=f"leeftijd-niet:{self._jongere.id}:{grens.grens}",
            )
        else:
            vandaag = self._vandaag
            jongere = vandaag if keuze in (JONGERE, BEIDE) else grens.jongere_verteld_op
            ouders = vandaag if keuze in (OUDERS, BEIDE) else grens.ouders_verteld_op
            niet = "" if keuze in (OUDERS, BEIDE) else grens.ouders_niet
            self._noteer(grens, Verteld(jongere, ouders, niet))

    def _noteer(self, grens: GrensBeeld, verteld: Verteld) -> None:
        assert self._beeld is not None
        self.doe(
            noteer_verteld,
            self._beeld.casus_id,
            self._jongere.id,
            grens.grens,
            verteld,
            bij_klaar=self._toon,
            ongedaan="Genoteerd wie het weet",
        )


def _nu_of_straks(grenzen: Sequence[GrensBeeld]) -> int:
    """Number of the birthday to look at first: one to tell about, else the next one to come."""
    for staat in (GrensStaat.NU, GrensStaat.LATER):
        for nummer, grens in enumerate(grenzen):
            if grens.staat is staat:
                return nummer
    return 0
