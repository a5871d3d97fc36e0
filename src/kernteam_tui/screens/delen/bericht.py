"""The message to one partner: read it out, copy it, or make it a letter; then it is done (S32)."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.casus.woorden import dag
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.terugkoppeling import (
    BerichtBeeld,
    BerichtUitkomst,
    Weigering,
    get_bericht,
    noteer_verteld,
    schrijf_bericht,
)
from kernteam_tui.widgets.tekst import Kopregel, Tekst

_MAKEN = frozenset({"verteld", "bewaar_pdf", "bewaar_tekst"})
_BUITEN = (
    "Het bestand staat buiten de kluis. Ruim het op als het verstuurd is (ctrl+g, Wat naar buiten ging)."
)


class BerichtScreen(KernteamScreen):
    """The text as it will be told, and beside it what only the worker says."""

    NAAM = "terugkoppeling"
    TITEL = "Terugkoppelen"
    CSS_PATH = stijl("delen")
    UITLEG = (
        "Het bericht zegt dat de hulp begon of stopte, en niets meer. Lees het voor of schrijf het over, of "
        "maak er een brief van. Daarmee is de afspraak gedaan. Mag het niet, dan staat er waarom."
    )
    OPDRACHTEN = (
        Opdracht("verteld", "v", "verteld", "Noteren dat je het bericht hebt verteld of overgeschreven"),
        Opdracht("bewaar_pdf", "p", "brief als PDF", "Het bericht als brief opslaan (PDF)"),
        Opdracht("bewaar_tekst", "t", "als tekst", "Het bericht als tekst opslaan"),
        Opdracht("toestemming", "g", "toestemming", "Toestemming vastleggen", "toestemming"),
        Opdracht("uitzondering", "u", "uitzondering", "Toch vertellen, met een reden in het logboek"),
    )

    def __init__(self, casus_id: str, afspraak_id: str) -> None:
        super().__init__(casus_id=casus_id, afspraak_id=afspraak_id)
        self._ids = casus_id, afspraak_id
        self._beeld: BerichtBeeld | None = None
        self._uitzondering = ""

    def inhoud(self) -> ComposeResult:
        with VerticalScroll(id="bericht-vlak"):
            yield Tekst(id="bericht-staat", classes="goed")
            yield Kopregel(id="bericht-kop", classes="eerste")
            yield Tekst(id="bericht")
            yield Tekst(id="bericht-stap", classes="zacht")
            yield Kopregel("Zeg er zelf bij over wie het gaat", id="om-wie-kop")
            yield Tekst(id="om-wie")
            yield Tekst(
                "De naam staat niet in het bericht: alleen initialen. Zo weet de partner genoeg, en wie het "
                "bericht toevallig ziet niet.",
                id="om-wie-uitleg",
                classes="zacht",
            )

    def laad(self) -> None:
        self.query_one("#bericht-vlak", VerticalScroll).focus()
        self.lees(get_bericht, *self._ids, uitzondering=self._uitzondering, bij_klaar=self._toon)

    def _toon(self, beeld: BerichtBeeld) -> None:
        self._beeld = beeld
        self.kop(onderwerp=f"{beeld.casus} · {beeld.partner}")
        mag = beeld.weigering is None
        self.query_one("#bericht-kop", Kopregel).update(
            "Bericht" if beeld.weigering is None else beeld.weigering.titel
        )
        bericht = self.query_one("#bericht", Tekst)
        bericht.update(beeld.tekst.rstrip() if beeld.weigering is None else beeld.weigering.tekst)
        bericht.set_class(mag, "-mag")
        stap = self.query_one("#bericht-stap", Tekst)
        stap.display = not mag
        stap.update(_stap(beeld.weigering))
        self.query_one("#om-wie", Tekst).update(beeld.om_wie)
        for naam in ("om-wie-kop", "om-wie", "om-wie-uitleg"):
            self.query_one(f"#{naam}").display = mag
        gedaan = dag(beeld.gedaan_op, self.kernteam.klok.vandaag())
        staat = self.query_one("#bericht-staat", Tekst)
        staat.display = bool(gedaan)
        staat.update(f"Gedaan op {gedaan}." if gedaan else "")
        self.query_one("#voet").toon(self.voetopdrachten())  # type: ignore[attr-defined]  # a Voet

    def _past(self, opdracht: Opdracht) -> bool:
        weigering = self._beeld.weigering if self._beeld else None
        if opdracht.id in _MAKEN:
            return self._beeld is not None and weigering is None
        if opdracht.id == "uitzondering":
            return weigering is not None and weigering.uitzondering_kan
        return weigering is not None

    def eigen_opdrachten(self) -> list[Opdracht]:
        return [op for op in super().eigen_opdrachten() if self._past(op)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        mine = next((op for op in self.OPDRACHTEN if op.id == action), None)
        return self._past(mine) if mine is not None else super().check_action(action, parameters)

    # --- telling -----------------------------------------------------------------------------

    def action_verteld(self) -> None:
        self.doe(
            noteer_verteld,
            *self._ids,
            uitzondering=self._uitzondering,
            bij_klaar=self._verteld,
            ongedaan="Teruggekoppeld",
        )

    def _verteld(self, _casus: CasusBeeld) -> None:
        self.terug()

    def action_bewaar_pdf(self) -> None:
        self._bewaar("pdf")

    def action_bewaar_tekst(self) -> None:
        self._bewaar("tekst")

    def _bewaar(self, vorm: str) -> None:
        self.doe(
            schrijf_bericht,
            *self._ids,
            vorm,
            uitzondering=self._uitzondering,
            bij_klaar=self._opgeslagen,
            ongedaan="Brief gemaakt en afgevinkt",
        )

    def _opgeslagen(self, uitkomst: BerichtUitkomst) -> None:
        self.meld("\n".join((f"Opgeslagen: {uitkomst.bestand.name}", _BUITEN, *uitkomst.meldingen)))
        self.laad()

    # --- where a rule says no ------------------------------------------------------------------

    def action_toestemming(self) -> None:
        doelwit = self._beeld.doelwit if self._beeld else None
        if doelwit is None:
            self.open("toestemming", casus_id=self._ids[0])
        else:
            self.open(
                "toestemming",
                casus_id=self._ids[0],
                partner=doelwit.partner.value,
                onderwerp=doelwit.onderwerp.value,
                partner_naam=doelwit.partner_naam,
            )

    def action_uitzondering(self) -> None:
        weigering = self._beeld.weigering if self._beeld else None
        if weigering is None:
            return
        self.vraag_reden(
            weigering.titel,
            f"{weigering.tekst} {weigering.stap} De reden komt in het logboek.",
            self._met_reden,
            sleutel=f"terugkoppeling-reden:{self._ids[1]}",
        )

    def _met_reden(self, reden: str) -> None:
        self._uitzondering = reden
        self.laad()


def _stap(weigering: Weigering | None) -> str:
    if weigering is None:
        return ""
    meer = " Met een reden kan het toch: druk op u." if weigering.uitzondering_kan else ""
    return f"{weigering.stap}{meer}"
