"""The page for parents: choose for whom, look at it together, save it as a file."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kernteam_tui.domain.bladzijde import Bladwens
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.lezer import (
    GeenGezag,
    GeenPlan,
    GezagOnbekend,
    ToestemmingOntbreekt,
)
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.bladzijde.lezers import (
    jongereregel,
    leest_mee,
    ouderregel,
    planmelding,
    uitleg_bij,
)
from kernteam_tui.screens.bladzijde.meekijken import Meekijkdialoog
from kernteam_tui.screens.bladzijde.opmaak import Opmaakdialoog, bladregel, lees_opmaak, schrijf_opmaak
from kernteam_tui.screens.papier.bladtekst import opgemaakt
from kernteam_tui.screens.papier.opgeslagen import Opgeslagendialoog
from kernteam_tui.services.gezinsplan import stel_plan_vast
from kernteam_tui.services.planbeeld import PlanBeeld
from kernteam_tui.services.samenvatting import (
    BladzijdeBeeld,
    Lezerskeuze,
    SamenvattingUitkomst,
    druk_samenvatting_af,
    get_lezerskeuze,
    lees_bladzijde,
    maak_samenvatting,
)
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.optielijst import Optielijst
from kernteam_tui.widgets.tekst import Tekst

JONGERE = "jongere"
KIES_EERST = "Kies eerst voor wie de bladzijde is."


class BladzijdeScreen(KernteamScreen):
    """First the readers with their gezag, for the worker; then nothing but the page, for the family."""

    NAAM = "bladzijde"
    TITEL = "Bladzijde voor ouders"
    CSS_PATH = stijl("bladzijde")
    UITLEG = (
        "Eén A4 voor op de koelkast, uit de laatste vastgestelde versie van het gezinsplan. Elke lezer "
        "krijgt een eigen bladzijde. Wat er niet op staat en wat je nog mist, zie je met i."
    )
    OPDRACHTEN = (
        Opdracht("bekijk", "enter", "bekijken", "De bladzijde laten zien voor wie gekozen is"),
        Opdracht(
            "druk_af", "d", "afdrukken", "De bladzijde afdrukken, zonder dat er een bestand achterblijft"
        ),
        Opdracht("bewaar_pdf", "p", "PDF", "De bladzijde opslaan als PDF"),
        Opdracht("bewaar_tekst", "t", "tekst", "De bladzijde opslaan als tekst", in_voet=False),
        Opdracht("bewaar_word", "w", "Word", "De bladzijde opslaan als Word-bestand", in_voet=False),
        Opdracht("bewaar_web", "h", "webpagina", "De bladzijde opslaan als webpagina", in_voet=False),
        Opdracht("opmaak", "o", "taal en vorm", "Taal, grote letters, tekening: zoals de lezer het wil"),
        Opdracht("voor_jou", "i", "wat mist", "Wat er niet op staat, en waar je op moet letten"),
        Opdracht("andere_lezer", "l", "lezer", "Kiezen voor wie de bladzijde is", in_voet=False),
        Opdracht("gegeven", "r", "gegeven", "Welke bladzijden je eerder gaf, en aan wie", "verstrekkingen"),
        Opdracht("vaststellen", "f8", "vaststellen", "Het gezinsplan vaststellen zoals het nu is"),
        Opdracht("gezinsplan", "g", "gezinsplan", "Naar het gezinsplan", scherm="gezinsplan"),
    )
    _BIJ_DE_LEZERS = frozenset({"bekijk", "vaststellen", "gezinsplan", "gegeven"})
    _BIJ_HET_BLAD = frozenset({"druk_af", "bewaar_pdf", "bewaar_tekst", "opmaak", "voor_jou", "andere_lezer"})

    def __init__(self, casus_id: str, voor: str = "", opmaak: str = "") -> None:
        super().__init__(casus_id=casus_id, voor=voor, opmaak=opmaak)
        self._casus_id = casus_id
        self._lezers: tuple[str, ...] = ()
        self._blad: BladzijdeBeeld | None = None
        self._uitzondering = ""
        self._gevraagd = False
        """Whether the form for gezag was shown for the reader of now."""

    def inhoud(self) -> ComposeResult:
        with Vertical(id="lezers-vlak"):
            yield Tekst("Voor wie is de bladzijde?", id="lezers-vraag")
            yield Optielijst(id="lezers")
            yield Tekst(id="lezers-uitleg", classes="zacht")
            yield Tekst(id="plan-melding", classes="waarschuwing")
        with Vertical(id="blad-vlak"):
            yield Tekst(id="blad-regel", classes="zacht")
            yield Tekst(id="blad-taal", classes="zacht")
            with VerticalScroll(id="blad"):
                yield Tekst(id="blad-tekst")

    def on_mount(self) -> None:
        self.query_one("#blad", VerticalScroll).can_focus = True
        self._toon_vlak()

    def laad(self) -> None:
        self.lees(get_lezerskeuze, self._casus_id, bij_klaar=self._toon_lezers)

    # --- for whom -------------------------------------------------------------------------

    def _toon_lezers(self, keuze: Lezerskeuze) -> None:
        casus = keuze.casus
        self.kop(onderwerp=f"{casus.nummer} {casus.jongere}")
        ouders = [p for p in casus.personen if leest_mee(p)]
        lijst = self.query_one("#lezers", OptionList)
        gekozen = lijst.highlighted or 0
        lijst.clear_options()
        lijst.add_options(Option(ouderregel(ouder)) for ouder in ouders)
        jongeren = [p for p in casus.personen if p.id in casus.jongeren and not p.overleden]
        lijst.add_options(Option(jongereregel(jongere)) for jongere in jongeren)
        alone = len(jongeren) == 1
        self._lezers = (*(o.id for o in ouders), *(JONGERE if alone else j.id for j in jongeren))
        lijst.highlighted = min(gekozen, len(self._lezers) - 1) if self._lezers else None
        self.query_one("#lezers-uitleg", Tekst).update(uitleg_bij(ouders, keuze.ouders_apart))
        self.query_one("#plan-melding", Tekst).update(planmelding(casus))
        voor = str(self.argumenten["voor"] or "")
        if voor in self._lezers:
            self._probeer(voor)
        else:
            self._toon_vlak()

    @on(OptionList.OptionSelected, "#lezers")
    def _gekozen(self, event: OptionList.OptionSelected) -> None:
        self._gevraagd = False
        self._probeer(self._lezers[event.option_index])

    def _probeer(self, voor: str, uitzondering: str = "") -> None:
        self.argumenten["voor"] = voor
        self._uitzondering = uitzondering
        self.lees(
            _lees_of_weiger, self._casus_id, voor, uitzondering, self._wens, bij_klaar=self._toon_uitkomst
        )

    def _toon_uitkomst(self, uitkomst: BladzijdeBeeld | RegelGeweigerd) -> None:
        if isinstance(uitkomst, RegelGeweigerd):
            self._blad = None
            self._toon_vlak()
            if self.app.screen is self:
                self._help_verder(uitkomst)
            return
        self._blad = uitkomst
        self.query_one("#blad-tekst", Tekst).update(opgemaakt(uitkomst.tekst))
        self._toon_bladregel("")
        self._toon_vlak()

    def _toon_vlak(self) -> None:
        blad = self._blad is not None
        self.query_one("#lezers-vlak").display = not blad
        self.query_one("#blad-vlak").display = blad
        self.query_one("#voet").toon(self.voetopdrachten())  # type: ignore[attr-defined]  # a Voet
        self.query_one("#blad" if blad else "#lezers").focus()

    def voetopdrachten(self) -> list[Opdracht]:
        blad = self._blad is not None
        verborgen = self._BIJ_DE_LEZERS if blad else self._BIJ_HET_BLAD
        return [op for op in super().voetopdrachten() if op.id not in verborgen]

    # --- where a rule says no ---------------------------------------------------------------

    def _help_verder(self, fout: RegelGeweigerd) -> None:
        voor = str(self.argumenten["voor"] or "")
        if isinstance(fout, GezagOnbekend) and not self._gevraagd:
            self._gevraagd = True
            self.open("gezag", casus_id=self._casus_id, ouder_id=voor)
            return
        self.argumenten["voor"] = ""
        if isinstance(fout, GezagOnbekend):
            return  # the form was left without an answer
        if isinstance(fout, GeenGezag | ToestemmingOntbreekt):
            self.vraag_reden(
                fout.titel,
                f"{fout.zin} Met een reden kan het; die komt in het logboek.",
                lambda reden: self._probeer(voor, reden),
                sleutel=f"bladzijde-reden:{self._casus_id}:{voor}",
            )
        elif isinstance(fout, GeenPlan):
            self.argumenten["voor"] = voor
            self.action_vaststellen()
        else:
            self.toon_fout(fout)

    def action_vaststellen(self) -> None:
        self.bevestig(
            "Gezinsplan vaststellen?",
            "De bladzijde komt uit een vastgestelde versie. Die blijft zoals het plan nu is; "
            "je kunt daarna gewoon verder schrijven.",
            lambda: self.doe(stel_plan_vast, self._casus_id, bij_klaar=self._vastgesteld),
            ja="Vaststellen",
            nee="Nog niet",
        )

    def _vastgesteld(self, plan: PlanBeeld) -> None:
        self.meld(f"Versie {plan.versie} is vastgesteld.")
        self.laad()

    # --- the page -----------------------------------------------------------------------------

    def _toon_bladregel(self, bezig: str) -> None:
        if self._blad is None:
            return
        self.query_one("#blad-regel", Tekst).update(bezig or bladregel(self._blad, self._wens))
        taal = self.query_one("#blad-taal", Tekst)
        taal.update(f"taal: {self._blad.taal.telling} (i)")
        taal.display = bool(self._blad.taal.bevindingen)

    def action_bekijk(self) -> None:
        """Enter, also from the footer."""
        self.query_one("#lezers", OptionList).action_select()

    def action_andere_lezer(self) -> None:
        self._blad = None
        self.argumenten["voor"] = self.argumenten["opmaak"] = ""
        self._toon_vlak()

    def action_terug(self) -> None:
        if self._blad is not None and len(self._lezers) > 1:
            self.action_andere_lezer()
        else:
            self.terug()

    def action_voor_jou(self) -> None:
        if self._blad is not None:
            self.app.push_screen(Meekijkdialoog(self._blad))

    @property
    def _wens(self) -> Bladwens:
        return lees_opmaak(str(self.argumenten["opmaak"] or ""))

    def action_opmaak(self) -> None:
        if self._blad is None:
            self.meld(KIES_EERST)
            return
        self.app.push_screen(Opmaakdialoog(self._wens, self._blad.lezerstaal), self._na_opmaak)

    def _na_opmaak(self, wens: Bladwens | None) -> None:
        if wens is not None and wens != self._wens:
            self.argumenten["opmaak"] = schrijf_opmaak(wens)
            self._probeer(str(self.argumenten["voor"]), self._uitzondering)

    def action_gegeven(self) -> None:
        self.open("verstrekkingen", casus_id=self._casus_id)

    def action_bewaar_pdf(self) -> None:
        self._bewaar("pdf")

    def action_bewaar_word(self) -> None:
        self._bewaar("docx")

    def action_bewaar_web(self) -> None:
        self._bewaar("html")

    def action_bewaar_tekst(self) -> None:
        self._bewaar("tekst")

    def action_gezinsplan(self) -> None:
        self.open("gezinsplan", casus_id=self._casus_id)

    def action_druk_af(self) -> None:
        if self._blad is None:
            self.meld(KIES_EERST)
            return
        self._toon_bladregel("De bladzijde gaat naar de printer …")
        self.doe(
            druk_samenvatting_af,
            self._casus_id,
            str(self.argumenten["voor"]),
            uitzondering=self._uitzondering,
            wens=self._wens,
            bij_klaar=self._afgedrukt,
            bij_fout=self._niet_opgeslagen,
        )

    def _afgedrukt(self, meldingen: tuple[str, ...]) -> None:
        self._toon_bladregel("")
        for zin in (zin for zin in meldingen if zin not in self._bekend):
            self.meld(zin)
        self.meld("De bladzijde is naar de printer. Er blijft geen bestand achter.")

    @property
    def _bekend(self) -> tuple[str, ...]:
        """What `i` says already of the page on the screen."""
        return self._blad.meldingen if self._blad else ()

    def _bewaar(self, vorm: str) -> None:
        if self._blad is None:
            self.meld(KIES_EERST)
            return
        self._toon_bladregel("Bestand wordt gemaakt …")
        self.doe(
            maak_samenvatting,
            self._casus_id,
            str(self.argumenten["voor"]),
            vorm,
            uitzondering=self._uitzondering,
            wens=self._wens,
            bij_klaar=self._opgeslagen,
            bij_fout=self._niet_opgeslagen,
        )

    def _opgeslagen(self, uitkomst: SamenvattingUitkomst) -> None:
        self._toon_bladregel("")
        let_op = tuple(
            zin for zin in uitkomst.meldingen if zin not in (self._blad.meldingen if self._blad else ())
        )
        self.app.push_screen(Opgeslagendialoog("De bladzijde is opgeslagen", uitkomst.bestand, let_op))

    def _niet_opgeslagen(self, fout: Exception) -> None:
        self._toon_bladregel("")
        self.kernteam.toon(fout)


def _lees_of_weiger(
    sessie: Sessie, casus_id: str, voor: str, uitzondering: str, wens: Bladwens
) -> BladzijdeBeeld | RegelGeweigerd:
    """The page, or the rule that forbids it: both are answers here."""
    try:
        return lees_bladzijde(sessie, casus_id, voor, uitzondering=uitzondering, wens=wens)
    except RegelGeweigerd as fout:
        return fout
