"""A copy of the file: for whom, what goes, what stays out with why, and then as a file or on paper."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.papier.bladtekst import opgemaakt
from kernteam_tui.screens.papier.leesscherm import BLAD, LEZERS, WEG, Leesscherm
from kernteam_tui.screens.papier.opgeslagen import Opgeslagendialoog
from kernteam_tui.services.afschrift import (
    bereid_afschrift_voor,
    druk_afschrift_af,
    list_lezers,
    maak_afschrift,
    open_afschrift,
)
from kernteam_tui.services.afschriftbeeld import (
    AfschriftBeeld,
    AfschriftUitkomst,
    BlijftRegel,
    LezerRegel,
    LezersBeeld,
)
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.optielijst import Optielijst
from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel
from kernteam_tui.widgets.tekst import ZACHT, Tekst

KIES_EERST = "Kies eerst voor wie het afschrift is."
_BUITEN = (
    "Dit bestand staat buiten de kluis: wie bij je laptop kan, kan het lezen. Geef het mee of druk het af, "
    "ruim het daarna op (ctrl+g, Wat naar buiten ging), en noteer bij Verzoeken wat je deed."
)
_UITLEG = (
    "Wat een ander noemt, blijft weg tot jij het hebt gelezen. Adres en telefoon van een ander, en wat een "
    "ander zelf vroeg of verklaarde, gaan nooit mee."
)


class AfschriftScreen(Leesscherm):
    """First the readers; then the copy; beside it what stays out, to go through."""

    NAAM = "afschrift"
    TITEL = "Afschrift van het dossier"
    CSS_PATH = stijl("verzoeken")
    UITLEG = (
        "Een afschrift voor één persoon die erom vroeg (Jeugdwet 7.3.10). Je ziet eerst wat erin komt; met w "
        "wat wegblijft en waarom. Achteraan in het afschrift staat hoeveel er is weggelaten, niet wat."
    )
    OPDRACHTEN = (
        Opdracht("bekijk", "enter", "bekijken", "Laten zien wat deze persoon zou krijgen"),
        Opdracht("weg", "w", "wat wegblijft", "Wat er niet in staat doorlopen, en waarom"),
        Opdracht("meegeven", "space", "meegeven", "Dit stuk heb je gelezen: toch meegeven, of weer niet"),
        Opdracht("blad", "b", "afschrift", "Terug naar het afschrift zelf"),
        Opdracht(
            "druk_af", "d", "afdrukken", "Het afschrift afdrukken, zonder dat er een bestand achterblijft"
        ),
        Opdracht("bewaar_pdf", "p", "PDF opslaan", "Het afschrift opslaan als PDF"),
        Opdracht("bewaar_tekst", "t", "tekst opslaan", "Het afschrift opslaan als tekst"),
        Opdracht("andere_lezer", "l", "andere lezer", "Kiezen voor wie het afschrift is"),
        Opdracht("verzoek", "v", "verzoek", "Noteren wie om het dossier vroeg", "verzoek"),
    )
    GELEZEN = "vrij"
    IN_VLAK = {
        LEZERS: frozenset({"bekijk", "verzoek"}),
        BLAD: frozenset({"weg", "druk_af", "bewaar_pdf", "bewaar_tekst", "andere_lezer"}),
        WEG: frozenset({"meegeven", "blad"}),
    }

    def __init__(self, casus_id: str, voor: str = "", vrij: str = "") -> None:
        """`vrij`: ids of pieces that were read and go along, with a comma between."""
        super().__init__(casus_id, voor=voor, vrij=vrij)
        self._lezers: tuple[LezerRegel, ...] = ()
        self._beeld: AfschriftBeeld | None = None

    def inhoud(self) -> ComposeResult:
        with Vertical(id="lezers-vlak"):
            yield Tekst("Voor wie is het afschrift?", id="lezers-vraag")
            yield Optielijst(id="lezers")
            yield Tekst(_UITLEG, id="lezers-uitleg", classes="zacht")
        yield from self.vlak_van_het_blad()
        with Vertical(id="weg-vlak"):
            yield Tabel(
                (Kolom("mee", "Mee", 5), Kolom("kop", "Stuk", 28), Kolom("waarom", "Waarom niet", 30)),
                "Er blijft niets weg.",
                id="weg",
            )
            with VerticalScroll(id="weg-lezen"):
                yield Tekst(id="weg-tekst")

    def laad(self) -> None:
        self.lees(list_lezers, self._casus_id, bij_klaar=self._toon_lezers)

    # --- for whom -----------------------------------------------------------------------------

    def _toon_lezers(self, beeld: LezersBeeld) -> None:
        self.kop(onderwerp=f"{beeld.casus} {beeld.jongere}")
        self._lezers = beeld.lezers
        lijst = self.query_one("#lezers", OptionList)
        before = lijst.highlighted or 0
        lijst.clear_options()
        lijst.add_options(Option(_lezer(lezer)) for lezer in beeld.lezers)
        lijst.highlighted = min(before, len(beeld.lezers) - 1)
        if any(lezer.id == self.voor for lezer in beeld.lezers):
            self._probeer(self.voor)

    @on(OptionList.OptionSelected, "#lezers")
    def _gekozen(self, event: OptionList.OptionSelected) -> None:
        self._probeer(self._lezers[event.option_index].id)

    def _probeer(self, voor: str) -> None:
        if voor != self.voor:
            self.argumenten["vrij"] = ""
        self.argumenten["voor"] = voor
        haal = _open_of_weiger if self._beeld is None else _lees_of_weiger
        self.lees(haal, self._casus_id, voor, self.gelezen, bij_klaar=self._toon_uitkomst, groep="afschrift")

    def _toon_uitkomst(self, uitkomst: AfschriftBeeld | RegelGeweigerd) -> None:
        if isinstance(uitkomst, RegelGeweigerd):
            self._geweigerd(uitkomst)
            return
        self._beeld = uitkomst
        self.query_one("#blad-tekst", Tekst).update(opgemaakt(uitkomst.tekst))
        self.query_one("#weg", Tabel).vul([_rij(regel) for regel in _op_volgorde(uitkomst)])
        self._toon_bladregel()
        self.toon_gemarkeerd()
        self.toon_na_lezen()

    def _geweigerd(self, fout: RegelGeweigerd) -> None:
        lezer = next((een for een in self._lezers if een.id == self.voor), None)
        self.argumenten["voor"] = ""
        self._beeld = None
        self.toon_vlak(LEZERS)
        if lezer is None or lezer.gevraagd_op is not None:
            self.toon_fout(fout)
            return
        self.bevestig(
            "Nog niet gevraagd",
            f"{fout.zin} Van {lezer.naam} staat er nog geen verzoek.",
            self.action_verzoek,
            ja="Verzoek noteren",
            nee="Nu niet",
        )

    # --- what is shown ------------------------------------------------------------------------

    def _toon_bladregel(self, bezig: str = "") -> None:
        if self._beeld is None:
            return
        out = sum(not regel.vrij for regel in self._beeld.lijst)
        regel = bezig or f"{self._beeld.stukken} stukken erin · w: {out} weggelaten"
        self.query_one("#blad-regel", Tekst).update(regel)

    def lijst(self) -> tuple[BlijftRegel, ...] | None:
        return None if self._beeld is None else self._beeld.lijst

    def te_lezen(self, sleutel: str) -> Content:
        return _te_lezen(next(regel for regel in self.lijst() or () if regel.id == sleutel))

    def vergeet(self) -> None:
        self._beeld = None

    def probeer_weer(self) -> None:
        self._probeer(self.voor)

    def action_verzoek(self) -> None:
        self.open("verzoek", casus_id=self._casus_id)

    # --- out ------------------------------------------------------------------------------------

    def bewaar(self, vorm: str) -> None:
        if self._beeld is None:
            self.meld(KIES_EERST)
            return
        self._toon_bladregel("Bestand wordt gemaakt …")
        self.doe(
            maak_afschrift,
            self._casus_id,
            self.voor,
            vorm,
            vrij=self.gelezen,
            bij_klaar=self._opgeslagen,
            bij_fout=self._niet_gelukt,
        )

    def action_druk_af(self) -> None:
        if self._beeld is None:
            self.meld(KIES_EERST)
            return
        self._toon_bladregel("Het afschrift gaat naar de printer …")
        self.doe(
            druk_afschrift_af,
            self._casus_id,
            self.voor,
            vrij=self.gelezen,
            bij_klaar=self._afgedrukt,
            bij_fout=self._niet_gelukt,
        )

    def _opgeslagen(self, uitkomst: AfschriftUitkomst) -> None:
        self._toon_bladregel()
        self.app.push_screen(
            Opgeslagendialoog("Het afschrift is opgeslagen", uitkomst.bestand, buiten=_BUITEN)
        )

    def _afgedrukt(self, _meldingen: tuple[str, ...]) -> None:
        self._toon_bladregel()
        self.meld("Het afschrift is naar de printer. Er blijft geen bestand achter.")

    def _niet_gelukt(self, fout: Exception) -> None:
        self._toon_bladregel()
        self.kernteam.toon(fout)


def _open_of_weiger(
    sessie: Sessie, casus_id: str, voor: str, vrij: Iterable[str]
) -> AfschriftBeeld | RegelGeweigerd:
    """The first look at a copy, which is logged; or the rule that forbids it: both are answers here."""
    try:
        return open_afschrift(sessie, casus_id, voor, tuple(vrij))
    except RegelGeweigerd as fout:
        return fout


def _lees_of_weiger(
    sessie: Sessie, casus_id: str, voor: str, vrij: Iterable[str]
) -> AfschriftBeeld | RegelGeweigerd:
    """The copy again, after a tick."""
    try:
        return bereid_afschrift_voor(sessie, casus_id, voor, tuple(vrij))
    except RegelGeweigerd as fout:
        return fout


def _lezer(lezer: LezerRegel) -> Content:
    kop = Content.styled(lezer.naam, "bold") + Content.styled(f"   {lezer.soort.label}", ZACHT)
    if lezer.gevraagd_op is None:
        return kop + Content.styled("\n   nog niet gevraagd", ZACHT)
    what = "belangrijke feiten, geen gezag (BW 1:377c)" if lezer.zonder_gezag else "afschrift"
    return kop + Content.styled(f"\n   vroeg erom op {dag_met_jaar(lezer.gevraagd_op)}: {what}", "$primary")


def _op_volgorde(beeld: AfschriftBeeld) -> list[BlijftRegel]:
    """What she can decide about stands first."""
    return sorted(beeld.lijst, key=lambda regel: not regel.vrij_te_geven)


def _rij(regel: BlijftRegel) -> Rij:
    mark = "[x]" if regel.vrij else "[ ]" if regel.vrij_te_geven else "nooit"
    return Rij(regel.id, (mark, regel.kop, "je las het: het gaat mee" if regel.vrij else regel.waarom))


def _te_lezen(regel: BlijftRegel) -> Content:
    """The piece itself, for the worker, with why it stays and what she can do."""
    if regel.vrij:
        why = "Dit gaat mee. Spatie haalt het er weer uit."
    elif regel.vrij_te_geven:
        why = f"{_hoofdletter(regel.waarom)} ({regel.artikel}). "
        why += "Lees het; staat er niets in van een ander, dan geef je het mee met spatie."
    else:
        why = f"{_hoofdletter(regel.waarom)} ({regel.artikel}). Dit gaat niet mee."
    return Content("\n").join(
        [Content.styled(regel.kop, "bold"), Content.styled(why, ZACHT), Content(""), Content(regel.tekst)]
    )


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
