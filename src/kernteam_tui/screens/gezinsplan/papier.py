"""The whole gezinsplan on paper: for whom, which version, what stays out, then printed or as a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.lezer import GezagOnbekend
from kernteam_tui.schil.opdrachten import TERUG, Opdracht
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.gezinsplan.papierwoorden import (
    bladregel,
    lezers_van,
    op_volgorde,
    rij_van,
    te_lezen,
    versienaam,
)
from kernteam_tui.screens.papier.bladtekst import opgemaakt
from kernteam_tui.screens.papier.leesscherm import BLAD, LEZERS, WEG, Leesscherm
from kernteam_tui.screens.papier.opgeslagen import Opgeslagendialoog
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

LAATSTE = -1
"""As an argument: the last frozen version, or the plan as it is now where none is."""
KIES_EERST = "Kies eerst voor wie het plan is."
_KOLOMMEN = (Kolom("mee", "Mee", 5), Kolom("kop", "Onderdeel", 28), Kolom("waarom", "Waarom niet", 30))
_APART = "De ouders wonen niet bij elkaar: ieder krijgt een eigen afdruk, zonder de woorden van de ander."


@dataclass(frozen=True)
class Geweigerd:
    """A rule forbids it; `met_reden`: a written reason opens it."""

    fout: RegelGeweigerd
    met_reden: bool


class PlanpapierScreen(Leesscherm):
    """First the readers; then the plan as it will be printed; beside it what stays out, to go through."""

    NAAM = "planpapier"
    TITEL = "Gezinsplan op papier"
    CSS_PATH = stijl("gezinsplan")
    UITLEG = (
        "Het hele gezinsplan voor één lezer, zo lang als het is, met plaats om te tekenen. Een oude versie "
        "komt eruit zoals ze was; het plan van nu krijgt CONCEPT op elk vel. Met i lees je wat wegblijft en "
        "waarom."
    )
    OPDRACHTEN = (
        Opdracht("bekijk", "enter", "bekijken", "Laten zien wat deze lezer zou krijgen"),
        Opdracht("weg", "i", "wat wegblijft", "Wat er niet in staat doorlopen, en waarom"),
        Opdracht("meegeven", "space", "meegeven", "Dit stuk heb je gelezen: toch meegeven, of weer niet"),
        Opdracht("blad", "b", "het plan", "Terug naar het plan zoals het op papier komt"),
        Opdracht("druk_af", "d", "afdrukken", "Het plan afdrukken, zonder dat er een bestand achterblijft"),
        Opdracht("bewaar_pdf", "p", "PDF", "Het plan opslaan als PDF"),
        Opdracht("bewaar_tekst", "t", "tekst", "Het plan opslaan als tekst", in_voet=False),
        Opdracht("bewaar_word", "w", "Word", "Het plan opslaan als Word-bestand", in_voet=False),
        Opdracht("bewaar_web", "h", "webpagina", "Het plan opslaan als webpagina", in_voet=False),
        Opdracht("groot", "g", "grote letters", "Afdrukken en opslaan in grote letters, of weer gewoon"),
        Opdracht("versie", "v", "versie", "Een andere versie kiezen, of zoals het nu is"),
        Opdracht("andere_lezer", "l", "lezer", "Kiezen voor wie het plan is", in_voet=False),
    )
    GELEZEN = "gelezen"
    IN_VLAK = {
        LEZERS: frozenset({"bekijk", "versie"}),
        BLAD: frozenset(
            {
                "weg",
                "druk_af",
                "bewaar_pdf",
                "bewaar_tekst",
                "bewaar_word",
                "bewaar_web",
                "groot",
                "versie",
                "andere_lezer",
            }
        ),
        WEG: frozenset({"meegeven", "blad"}),
    }

    def __init__(
        self,
        casus_id: str,
        versie: int = LAATSTE,
        voor: str = "",
        gelezen: str = "",
        groot: bool = False,
    ) -> None:
        """`gelezen`: ids of parts that were read and go along, with a comma between; `groot`: large print."""
        super().__init__(casus_id, versie=versie, voor=voor, gelezen=gelezen, groot=groot)
        self._keuze: Papierkeuze | None = None
        self._lezers: tuple[str, ...] = ()
        self._beeld: PapierBeeld | None = None
        self._uitzondering = ""
        self._gezag_gevraagd = ""
        """The reader for whom the form for gezag was shown."""

    def inhoud(self) -> ComposeResult:
        with Vertical(id="lezers-vlak"):
            yield Tekst(id="versie-regel", classes="zacht")
            yield Tekst("Voor wie is het plan op papier?", id="lezers-vraag")
            yield Optielijst(id="lezers")
            yield Tekst(id="lezers-uitleg", classes="zacht")
        yield from self.vlak_van_het_blad()
        with Vertical(id="weg-vlak"):
            yield Tekst(id="weg-let-op", classes="waarschuwing")
            with Vertical(id="weg-naast"):
                yield Tabel(_KOLOMMEN, "Er blijft niets weg.", id="weg")
                with VerticalScroll(id="weg-lezen"):
                    yield Tekst(id="weg-tekst")

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
        if self.voor in self._lezers:
            self._probeer(self.voor)

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

    @on(OptionList.OptionSelected, "#lezers")
    def _gekozen(self, event: OptionList.OptionSelected) -> None:
        self._gezag_gevraagd = ""
        self._probeer(self._lezers[event.option_index])

    def action_versie(self) -> None:
        if self._keuze is not None:
            opties = [(versienaam(versie), versie.nummer) for versie in self._keuze.versies]
            self.kies("Welke versie?", opties, self._kies_versie)

    def _kies_versie(self, nummer: int) -> None:
        self.argumenten |= {"versie": nummer, "gelezen": ""}
        self._toon_versieregel()
        if self._beeld is not None:
            self._probeer(self.voor, self._uitzondering)

    def _probeer(self, voor: str, uitzondering: str = "") -> None:
        if self._versie is None:
            return
        if voor != self.voor:
            self.argumenten["gelezen"] = ""
        self.argumenten["voor"] = voor
        self._uitzondering = uitzondering
        haal = open_planpapier if self._beeld is None else bereid_planpapier_voor
        lees = partial(haal, gelezen=self.gelezen, uitzondering=uitzondering)
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
        self.toon_gemarkeerd()
        self.toon_na_lezen()

    def _geweigerd(self, uitkomst: Geweigerd) -> None:
        voor, fout = self.voor, uitkomst.fout
        self._beeld = None
        self.toon_vlak(LEZERS)
        if isinstance(fout, GezagOnbekend) and self._gezag_gevraagd != voor:
            self._vraag_gezag(voor)
            return
        self.argumenten["voor"] = ""
        if not uitkomst.met_reden:
            self.toon_fout(fout)
            return
        self.vraag_reden(
            fout.titel,
            f"{fout.zin} Met een reden kan het nu al; die komt in het logboek.",
            lambda reden: self._probeer(voor, reden),
            sleutel=f"planpapier-reden:{self._casus_id}:{voor}",
        )

    def _vraag_gezag(self, voor: str) -> None:
        """The form for it, where it can be mended; the paper is tried again when that closes."""
        if self.app.screen is self:
            self._gezag_gevraagd = voor
            self.open("gezag", casus_id=self._casus_id, ouder_id=voor)

    # --- what is shown ------------------------------------------------------------------------

    def _toon_bladregel(self, bezig: str = "") -> None:
        if self._beeld is None:
            return
        self.query_one("#blad-regel", Tekst).update(bezig or bladregel(self._beeld, groot=self._groot))
        let_op = self.query_one("#weg-let-op", Tekst)
        let_op.update(" ".join(self._beeld.meldingen))
        let_op.display = bool(self._beeld.meldingen)

    @property
    def _groot(self) -> bool:
        return bool(self.argumenten["groot"])

    def action_groot(self) -> None:
        if self._beeld is None:
            self.meld(KIES_EERST)
            return
        self.argumenten["groot"] = not self._groot
        self._toon_bladregel()

    def voetopdrachten(self) -> list[Opdracht]:
        """Another version is rare: where the footer is narrow that one falls away, and not the way back."""
        rest = super().voetopdrachten()
        plaats = {op.id: nummer for nummer, op in enumerate(rest)}
        if self._vlak == BLAD and TERUG.id in plaats:
            rest.insert(plaats["versie"], rest.pop(plaats[TERUG.id]))
        return rest

    def lijst(self) -> tuple[Blijft, ...] | None:
        return None if self._beeld is None else self._beeld.lijst

    def te_lezen(self, sleutel: str) -> Content:
        return te_lezen(next(regel for regel in self.lijst() or () if regel.id == sleutel))

    def vergeet(self) -> None:
        self._beeld = None
        self.argumenten["groot"] = False

    def probeer_weer(self) -> None:
        self._probeer(self.voor, self._uitzondering)

    # --- out ------------------------------------------------------------------------------------

    def bewaar(self, vorm: str) -> None:
        if self._beeld is None:
            self.meld(KIES_EERST)
            return
        self._toon_bladregel("Bestand wordt gemaakt …")
        self.doe(
            maak_planpapier,
            self._casus_id,
            self.voor,
            vorm,
            self._beeld.versie.nummer,
            gelezen=self.gelezen,
            uitzondering=self._uitzondering,
            groot=self._groot,
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
            self.voor,
            self._beeld.versie.nummer,
            gelezen=self.gelezen,
            uitzondering=self._uitzondering,
            groot=self._groot,
            bij_klaar=self._afgedrukt,
            bij_fout=self._niet_gelukt,
        )

    def _opgeslagen(self, uitkomst: PapierUitkomst) -> None:
        self._toon_bladregel()
        self.app.push_screen(
            Opgeslagendialoog("Het gezinsplan is opgeslagen", uitkomst.bestand, uitkomst.meldingen)
        )

    def _afgedrukt(self, meldingen: tuple[str, ...]) -> None:
        self._toon_bladregel()
        klaar = "Het plan is naar de printer. Er blijft geen bestand achter."
        self.meld(" ".join((klaar, *meldingen)))

    def _niet_gelukt(self, fout: Exception) -> None:
        self._toon_bladregel()
        self.kernteam.toon(fout)


def _lees_of_weiger(
    sessie: Sessie, lees: partial[PapierBeeld], casus_id: str, voor: str, versie: int
) -> PapierBeeld | Geweigerd:
    """The plan for this reader, or the rule that forbids it: both are answers here."""
    try:
        return lees(sessie, casus_id, voor, versie)
    except RegelGeweigerd as fout:
        again = bool(lees.keywords["uitzondering"])
        return Geweigerd(fout, not again and opent_een_reden(sessie, casus_id, voor))
