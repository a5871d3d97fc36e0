"""The whole gezinsplan on paper: for whom, which version, what stays out, then printed or as a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, OptionList
from textual.widgets.option_list import Option

from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.dialogen import Dialoog, knop
from kernteam_tui.screens.gezinsplan.papierwoorden import (
    bladregel,
    lezers_van,
    op_volgorde,
    opgemaakt,
    rij_van,
    te_lezen,
    versienaam,
)
from kernteam_tui.services.planpapier import (
    bereid_planpapier_voor,
    druk_planpapier_af,
    get_papierkeuze,
    maak_planpapier,
    open_planpapier,
    opent_een_reden,
)
from kernteam_tui.services.planpapierbeeld import Blijft, PapierBeeld, Papierkeuze, PapierUitkomst
from kernteam_tui.services.planverschil import PlanversieBeeld
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.optielijst import Optielijst
from kernteam_tui.widgets.tabel import Kolom, Tabel
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.voet import Voet

LEZERS, BLAD, WEG = "lezers", "blad", "weg"
LAATSTE = -1
"""As an argument: the last frozen version, or the plan as it is now where none is."""
KIES_EERST = "Kies eerst voor wie het plan is."
_BUITEN = (
    "Dit bestand staat buiten de kluis: wie bij je laptop kan, kan het lezen. "
    "Geef het mee of print het, en ruim het daarna op (ctrl+g, Wat naar buiten ging)."
)
_KOLOMMEN = (Kolom("mee", "Mee", 5), Kolom("kop", "Onderdeel", 28), Kolom("waarom", "Waarom niet", 30))
_APART = "De ouders wonen niet bij elkaar: ieder krijgt een eigen afdruk, zonder de woorden van de ander."


@dataclass(frozen=True)
class Geweigerd:
    """A rule forbids it; `met_reden`: a written reason opens it."""

    fout: RegelGeweigerd
    met_reden: bool


class PlanpapierScreen(KernteamScreen):
    """First the readers; then the plan as it will be printed; beside it what stays out, to go through."""

    NAAM = "planpapier"
    TITEL = "Gezinsplan op papier"
    CSS_PATH = stijl("gezinsplan")
    UITLEG = (
        "Het hele gezinsplan voor één lezer, zo lang als het is, met plaats om te tekenen. Een oude versie "
        "komt eruit zoals ze was; zoals het nu is komt eruit met CONCEPT op elk vel. Met i lees je wat "
        "wegblijft en waarom."
    )
    OPDRACHTEN = (
        Opdracht("bekijk", "enter", "bekijken", "Laten zien wat deze lezer zou krijgen"),
        Opdracht("weg", "i", "wat wegblijft", "Wat er niet in staat doorlopen, en waarom"),
        Opdracht("meegeven", "space", "meegeven", "Dit stuk heb je gelezen: toch meegeven, of weer niet"),
        Opdracht("blad", "b", "het plan", "Terug naar het plan zoals het op papier komt"),
        Opdracht("druk_af", "d", "afdrukken", "Het plan afdrukken, zonder dat er een bestand achterblijft"),
        Opdracht("bewaar_pdf", "p", "PDF", "Het plan opslaan als PDF"),
        Opdracht("bewaar_tekst", "t", "tekst", "Het plan opslaan als tekst"),
        Opdracht("bewaar_word", "w", "Word", "Het plan opslaan als Word-bestand", in_voet=False),
        Opdracht("bewaar_web", "h", "webpagina", "Het plan opslaan als webpagina", in_voet=False),
        Opdracht("versie", "v", "versie", "Een andere versie kiezen, of zoals het nu is"),
        Opdracht("andere_lezer", "l", "lezer", "Kiezen voor wie het plan is"),
    )
    _IN_VLAK = {
        LEZERS: frozenset({"bekijk", "versie"}),
        BLAD: frozenset(
            {
                "weg",
                "druk_af",
                "bewaar_pdf",
                "bewaar_tekst",
                "bewaar_word",
                "bewaar_web",
                "versie",
                "andere_lezer",
            }
        ),
        WEG: frozenset({"meegeven", "blad"}),
    }
    _FOCUS = {LEZERS: "#lezers", BLAD: "#blad", WEG: "#weg-tabel"}

    def __init__(self, casus_id: str, versie: int = LAATSTE, voor: str = "", gelezen: str = "") -> None:
        """`gelezen`: ids of parts that were read and go along, with a comma between."""
        super().__init__(casus_id=casus_id, versie=versie, voor=voor, gelezen=gelezen)
        self._casus_id = casus_id
        self._keuze: Papierkeuze | None = None
        self._lezers: tuple[str, ...] = ()
        self._beeld: PapierBeeld | None = None
        self._uitzondering = ""
        self._vlak = LEZERS

    def inhoud(self) -> ComposeResult:
        with Vertical(id="lezers-vlak"):
            yield Tekst(id="versie-regel", classes="zacht")
            yield Tekst("Voor wie is het plan op papier?", id="lezers-vraag")
            yield Optielijst(id="lezers")
            yield Tekst(id="lezers-uitleg", classes="zacht")
        with Vertical(id="blad-vlak"):
            yield Tekst(id="blad-regel", classes="zacht")
            with VerticalScroll(id="blad"):
                yield Tekst(id="blad-tekst")
        with Vertical(id="weg-vlak"):
            yield Tekst(id="weg-let-op", classes="waarschuwing")
            with Vertical(id="weg-naast"):
                yield Tabel(_KOLOMMEN, "Er blijft niets weg.", id="weg")
                with VerticalScroll(id="weg-lezen"):
                    yield Tekst(id="weg-tekst")

    def on_mount(self) -> None:
        self.query_one("#blad", VerticalScroll).can_focus = True
        self._toon_vlak(LEZERS)

    def laad(self) -> None:
        self.lees(get_papierkeuze, self._casus_id, bij_klaar=self._toon_keuze)

    # --- for whom, and which version ------------------------------------------------------------

    def _toon_keuze(self, keuze: Papierkeuze) -> None:
        self._keuze = keuze
        self.kop(onderwerp=f"{keuze.casus.nummer} {keuze.casus.jongere}")
        lezers = lezers_van(keuze.casus)
        self._lezers = tuple(id_ for id_, _ in lezers)
        lijst = self.query_one("#lezers", OptionList)
        before = lijst.highlighted or 0
        lijst.clear_options()
        lijst.add_options(Option(regel) for _, regel in lezers)
        lijst.highlighted = min(before, len(lezers) - 1)
        self.query_one("#lezers-uitleg", Tekst).update(_APART if keuze.ouders_apart else "")
        self._toon_versieregel()
        if self._voor in self._lezers:
            self._probeer(self._voor)

    def _toon_versieregel(self) -> None:
        naam = versienaam(self._versie) if self._versie is not None else ""
        self.query_one("#versie-regel", Tekst).update(f"{naam[:1].upper()}{naam[1:]} · v: andere versie")

    @property
    def _versie(self) -> PlanversieBeeld | None:
        """The version that is chosen; None until the versions were read."""
        if self._keuze is None:
            return None
        versies, wanted = self._keuze.versies, self.argumenten["versie"]
        chosen = next((v for v in versies if v.nummer == wanted), None)
        frozen = next((v for v in versies if v.vastgesteld_op is not None), None)
        return chosen or frozen or versies[0]

    @property
    def _voor(self) -> str:
        return str(self.argumenten["voor"] or "")

    @property
    def _gelezen(self) -> tuple[str, ...]:
        return tuple(id_ for id_ in str(self.argumenten["gelezen"] or "").split(",") if id_)

    @on(OptionList.OptionSelected, "#lezers")
    def _gekozen(self, event: OptionList.OptionSelected) -> None:
        self._probeer(self._lezers[event.option_index])

    def action_bekijk(self) -> None:
        """Enter, also from the footer."""
        self.query_one("#lezers", OptionList).action_select()

    def action_versie(self) -> None:
        if self._keuze is not None:
            opties = [(versienaam(versie), versie.nummer) for versie in self._keuze.versies]
            self.kies("Welke versie?", opties, self._kies_versie)

    def _kies_versie(self, nummer: int) -> None:
        self.argumenten |= {"versie": nummer, "gelezen": ""}
        self._toon_versieregel()
        if self._beeld is not None:
            self._probeer(self._voor, self._uitzondering)

    def _probeer(self, voor: str, uitzondering: str = "") -> None:
        if self._versie is None:
            return
        if voor != self._voor:
            self.argumenten["gelezen"] = ""
        self.argumenten["voor"] = voor
        self._uitzondering = uitzondering
        haal = open_planpapier if self._beeld is None else bereid_planpapier_voor
        lees = partial(haal, gelezen=self._gelezen, uitzondering=uitzondering)
        keus = (self._casus_id, voor, self._versie.nummer)
        self.lees(_lees_of_weiger, lees, *keus, bij_klaar=self._toon_uitkomst, groep="planpapier")

    def _toon_uitkomst(self, uitkomst: PapierBeeld | Geweigerd) -> None:
        if isinstance(uitkomst, Geweigerd):
            self._geweigerd(uitkomst)
            return
        self._beeld = uitkomst
        self.query_one("#blad-tekst", Tekst).update(opgemaakt(uitkomst.tekst))
        self.query_one("#weg", Tabel).vul([rij_van(regel) for regel in op_volgorde(uitkomst)])
        self._toon_bladregel()
        self._toon_gemarkeerd()
        self._toon_vlak(WEG if self._vlak == WEG else BLAD)

    def _geweigerd(self, uitkomst: Geweigerd) -> None:
        voor, fout = self._voor, uitkomst.fout
        self.argumenten["voor"] = ""
        self._beeld = None
        self._toon_vlak(LEZERS)
        if not uitkomst.met_reden:
            self.toon_fout(fout)
            return
        self.vraag_reden(
            fout.titel,
            f"{fout.zin} Met een reden kan het nu al; die komt in het logboek.",
            lambda reden: self._probeer(voor, reden),
            sleutel=f"planpapier-reden:{self._casus_id}:{voor}",
        )

    # --- what is shown ------------------------------------------------------------------------

    def _toon_vlak(self, vlak: str) -> None:
        self._vlak = vlak
        for naam in (LEZERS, BLAD, WEG):
            self.query_one(f"#{naam}-vlak").display = naam == vlak
        for voet in self.query(Voet):
            voet.toon(self.voetopdrachten())
        self.query_one(self._FOCUS[vlak]).focus()

    def eigen_opdrachten(self) -> list[Opdracht]:
        fits = self._IN_VLAK[self._vlak]
        return [op for op in super().eigen_opdrachten() if op.id in fits]

    def _toon_bladregel(self, bezig: str = "") -> None:
        if self._beeld is None:
            return
        self.query_one("#blad-regel", Tekst).update(bezig or bladregel(self._beeld))
        let_op = self.query_one("#weg-let-op", Tekst)
        let_op.update(" ".join(self._beeld.meldingen))
        let_op.display = bool(self._beeld.meldingen)

    @on(Tabel.Gemarkeerd)
    def _toon_gemarkeerd(self) -> None:
        regel = self._regel
        self.query_one("#weg-tekst", Tekst).update(te_lezen(regel) if regel is not None else "")
        self.query_one("#weg-lezen").scroll_home(animate=False)

    @property
    def _regel(self) -> Blijft | None:
        if self._beeld is None:
            return None
        sleutel = self.query_one("#weg", Tabel).sleutel
        return next((regel for regel in self._beeld.lijst if regel.id == sleutel), None)

    # --- going through what stays out -----------------------------------------------------------

    def action_weg(self) -> None:
        if self._beeld is not None:
            self._toon_vlak(WEG)

    def action_blad(self) -> None:
        if self._beeld is not None:
            self._toon_vlak(BLAD)

    @on(Tabel.Gekozen)
    def action_meegeven(self) -> None:
        regel = self._regel
        if regel is None or self._vlak != WEG:
            return
        if not regel.vrij_te_geven:
            self.meld("Dit mag niet mee: de regel laat het niet toe.")
            return
        ids = [id_ for id_ in self._gelezen if id_ != regel.id]
        self.argumenten["gelezen"] = ",".join(ids if regel.vrij else [*ids, regel.id])
        self._probeer(self._voor, self._uitzondering)

    def action_andere_lezer(self) -> None:
        self._beeld = None
        self.argumenten |= {"voor": "", "gelezen": ""}
        self._toon_vlak(LEZERS)

    def action_terug(self) -> None:
        if self._vlak == WEG:
            self.action_blad()
        elif self._vlak == BLAD:
            self.action_andere_lezer()
        else:
            self.terug()

    # --- out ------------------------------------------------------------------------------------

    def action_bewaar_pdf(self) -> None:
        self._bewaar("pdf")

    def action_bewaar_tekst(self) -> None:
        self._bewaar("tekst")

    def action_bewaar_word(self) -> None:
        self._bewaar("docx")

    def action_bewaar_web(self) -> None:
        self._bewaar("html")

    def _bewaar(self, vorm: str) -> None:
        if self._beeld is None:
            self.meld(KIES_EERST)
            return
        self._toon_bladregel("Bestand wordt gemaakt …")
        self.doe(
            maak_planpapier,
            self._casus_id,
            self._voor,
            vorm,
            self._beeld.versie.nummer,
            gelezen=self._gelezen,
            uitzondering=self._uitzondering,
            bij_klaar=self._opgeslagen,
            bij_fout=self._niet_gelukt,
        )

    def action_druk_af(self) -> None:
        if self._beeld is None:
            self.meld(KIES_EERST)
            return
        self._toon_bladregel("Het plan gaat naar de printer …")
        self.doe(
            druk_planpapier_af,
            self._casus_id,
            self._voor,
            self._beeld.versie.nummer,
            gelezen=self._gelezen,
            uitzondering=self._uitzondering,
            bij_klaar=self._afgedrukt,
            bij_fout=self._niet_gelukt,
        )

    def _opgeslagen(self, uitkomst: PapierUitkomst) -> None:
        self._toon_bladregel()
        self.app.push_screen(Opgeslagendialoog(uitkomst))

    def _afgedrukt(self, meldingen: tuple[str, ...]) -> None:
        self._toon_bladregel()
        klaar = "Het plan is naar de printer. Er blijft geen bestand achter."
        self.meld(" ".join((klaar, *meldingen)))

    def _niet_gelukt(self, fout: Exception) -> None:
        self._toon_bladregel()
        self.kernteam.toon(fout)


class Opgeslagendialoog(Dialoog[None]):
    """Where the file is, what to mind, and that it is no longer protected."""

    def __init__(self, uitkomst: PapierUitkomst) -> None:
        super().__init__("Het gezinsplan is opgeslagen")
        self._uitkomst = uitkomst

    def inhoud(self) -> ComposeResult:
        yield Tekst(str(self._uitkomst.bestand), id="bestand", classes="vet")
        for melding in self._uitkomst.meldingen:
            yield Tekst(melding, classes="dialoog-stap")
        yield Tekst(_BUITEN, classes="dialoog-stap")
        with Horizontal(classes="dialoog-knoppen"):
            yield knop("Goed", "goed", hoofd=True)

    @on(Button.Pressed)
    def _gedrukt(self) -> None:
        self.dismiss(None)


def _lees_of_weiger(
    sessie: Sessie, lees: partial[PapierBeeld], casus_id: str, voor: str, versie: int
) -> PapierBeeld | Geweigerd:
    """The plan for this reader, or the rule that forbids it: both are answers here."""
    try:
        return lees(sessie, casus_id, voor, versie)
    except RegelGeweigerd as fout:
        again = bool(lees.keywords["uitzondering"])
        return Geweigerd(fout, not again and opent_een_reden(sessie, casus_id, voor))
